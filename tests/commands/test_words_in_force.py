"""A Board's own words: what `pack.toml` calls a status is what the forms, the check, the pack and the data book call it, and nothing else is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document

from assurance_pack.cli import main
from assurance_pack.document.blocks.runs import Status
from assurance_pack.document.sections.milestones.plan import status_marks
from assurance_pack.home import Home
from assurance_pack.meanings import LISTS, DeliveryConfidence, MilestoneStatus
from assurance_pack.model import Month, Word
from assurance_pack.position.plan import MonthStatus
from assurance_pack.returns import RETURNS
from assurance_pack.rules import all_rules
from assurance_pack.schema import columns
from assurance_pack.settings_file import load
from laid_out import words_on_pages
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE, JULY = "2026-06", "2026-07"
SHIPPED = (ROOT / "pack.toml").read_text(encoding="utf-8")
OTHER_WORDS = {
    "this_month": {"new": "Fresh", "changed": "Altered", "no_change": "Looked at, the same", "close": "Finish"},
    "milestone_status": {
        "complete": "Delivered", "on_track": "Going well", "at_risk": "Slipping", "off_track": "Adrift", "not_started": "Yet to begin",
        "paused": "On hold by RDG", "withdrawn": "Dropped",
    },
    "risk_status": {"issue": "Has happened", "managed": "Held by another ID"},
    "assurance": {"substantial": "Full", "reasonable": "Fair", "limited": "Thin", "none": "Nothing to rest on"},
    "finding_status": {"in_hand": "Being worked on"},
    "statement": {"advise": "Tell", "assure": "Rest on"},
    "rdg_answer": {"to_board": "On to the Board"},
    "ask_answer": {"in_hand": "Under way", "not_possible": "Cannot be"},
    "decision_asked": {"approve": "Sign off strategy or plan", "prioritise": "Rank or trade off"},
}  # fmt: skip
"""What each meaning is called by another Board; what this one calls it is still understood."""
FOUR_POINTS = """confidence = [
  { word = "Sure", meaning = "green", letter = "G", definition = "On time, highly likely.", aliases = ["Green"] },
  { word = "Fairly sure", meaning = "amber_green", letter = "F", definition = "Likely.", aliases = ["Amber-Green"] },
  { word = "Unsure", meaning = "amber_red", letter = "U", definition = "In doubt.", aliases = ["Amber"] },
  { word = "Doubtful", meaning = "red", letter = "R", definition = "Not as planned.", aliases = ["Red"] },
]"""


def in_other_words() -> str:
    """The shipped pack.toml with other words, and with a confidence scale of four."""
    text = SHIPPED
    for name, words in OTHER_WORDS.items():
        start = text.index(f"\n{name} = [", text.index("\n[lists]"))
        end = min(i for i in (text.find("\n]", start), text.find("}]\n", start)) if i > 0)
        block = text[start : end + 2]
        for old in tomllib.loads(block.strip())[name]:
            if new := words.get(old["meaning"]):
                aliases = ", ".join(f'"{a}"' for a in (old["word"], *old.get("aliases", ())))
                definition = f', definition = "{old["definition"]}"' if "definition" in old else ""
                letter = f', letter = "{old["letter"]}"' if "letter" in old else ""
                entry = f'{{ word = "{new}", meaning = "{old["meaning"]}"{letter}{definition}, aliases = [{aliases}] }}'
                block = re.sub(rf'\{{ word = "{re.escape(old["word"])}"[^}}]*\}}', entry, block)
        text = text[:start] + block + text[end + 2 :]
    start = text.index("confidence = [", text.index("\n[lists]"))
    return text[:start] + FOUR_POINTS + text[text.index("\n]", start) + 2 :]


def old_words() -> Iterator[str]:
    lists = tomllib.loads(SHIPPED)["lists"]
    for name, words in OTHER_WORDS.items():
        yield from (w["word"] for w in lists[name] if w["meaning"] in words)


EVERYDAY = {"New", "Changed", "Close", "Complete", "Limited", "In hand", "To the Board"}
"""Words of the lists that are also plain English, and stand in sentences of ours where no word of a list is meant."""


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample months, sent in by people who used the shipped words, in the hands of a Board with words of its own."""
    root = tmp_path_factory.mktemp("elsewhere")
    (root / "pack.toml").write_text(in_other_words(), encoding="utf-8")
    copy_to_june(root / "inputs")
    home = Home(root)
    result = pack(home, "build", "--month", JUNE, "--engine", "typst")
    assert result.exit_code == 0, result.output
    return home


def made(home: Home, ending: str) -> Path:
    return next((home.root / "output" / JUNE).glob(f"*.{ending}"))


@pytest.fixture(scope="module")
def printed(elsewhere: Home) -> dict[str, str]:
    """What stands in the PDF and the Word file, and what the check says."""
    home = elsewhere
    document = Document(str(made(home, "docx")))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return {
        "PDF": " ".join("\n".join(words_on_pages(made(home, "pdf"))).split()),
        "Word": " ".join("\n".join([*(p.text for p in document.paragraphs), *cells]).split()),
        "check": " ".join(pack(home, "check", "--month", JUNE).output.split()),
    }


def sent_in(home: Home) -> str:
    """Everything people wrote themselves: it is printed as they wrote it."""
    books = (openpyxl.load_workbook(p, read_only=True) for p in sorted((home.root / "inputs" / JUNE).glob("*.xlsx")))
    cells = (str(c) for book in books for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c)
    return " ".join(c for c in cells if len(c.split()) > 4)


def test_a_pack_in_other_words_prints_those_and_none_of_the_shipped_ones(elsewhere: Home, printed: dict[str, str]) -> None:
    theirs = sent_in(elsewhere)
    for where, text in printed.items():
        for old in set(old_words()) - EVERYDAY:
            for found in re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text, re.IGNORECASE):
                assert text[max(0, found.start() - 12) : found.end() + 4] in theirs, (where, text[found.start() - 60 : found.end() + 40])
        assert where == "check" or ("Going well" in text and "Adrift" in text)
    assert "Milestones adrift" in printed["PDF"]


def test_a_check_in_other_words_names_them_in_its_remedies(printed: dict[str, str]) -> None:
    said = printed["check"]
    assert "Fresh, Altered, Looked at, the same, or Finish" in said


def test_a_rule_is_told_in_the_words_of_the_lists_in_force(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(in_other_words(), encoding="utf-8")
    rules = {r.id: r.worded(load(file)) for r in all_rules()}
    assert rules["AP205"].title == "A milestone whose date has passed is delivered, slipping or adrift"
    assert rules["AP205"].example == "Going well, but its forecast, 12 June 2026, has passed."
    assert rules["AP205"].remedy.endswith("If not, give a new forecast and choose Slipping or Adrift.")
    assert rules["AP283"].remedy.startswith("RDG judges how sure it is of delivery, Sure, Fairly sure, Unsure or Doubtful, and says why.")


def test_the_data_book_says_what_was_said_of_a_row_in_the_words_of_the_form(elsewhere: Home) -> None:
    sheet = openpyxl.load_workbook(made(elsewhere, "xlsx"))["Risks (Workspaces)"]
    rows = [[str(c) for c in row if c] for row in sheet.iter_rows(values_only=True)]
    said = {cell for row in rows for cell in row}
    assert {"Altered", "Looked at, the same"} <= said
    assert not {"Changed", "Reviewed, no change"} & said


def test_the_forms_help_in_the_words_of_their_own_lists(elsewhere: Home) -> None:
    assert pack(elsewhere, "forms", "--month", JULY).exit_code == 0
    form = next((elsewhere.root / "output" / JULY / "forms").glob("Capital*.xlsx"))
    helps = " ".join(
        v.promptTitle + " " + v.prompt for v in openpyxl.load_workbook(form)["Milestones"].data_validations.dataValidation if v.prompt
    )
    assert "Delivered needs a date and evidence. Slipping and Adrift need a path to green." in helps
    assert "Fresh, Altered, Looked at, the same, or Finish." in helps


def test_a_confidence_scale_of_four_is_built_printed_and_explained(printed: dict[str, str]) -> None:
    text = printed["PDF"]
    assert re.search(r"G Sure: on time, highly likely\. F Fairly sure: likely\. U Unsure: in doubt\. R Doubtful: not as planned", text)
    assert "U Unsure" in text.split("Table 1")[1]
    assert "Sure in May" in text


def test_confidence_of_four_runs_from_sure_to_doubtful(elsewhere: Home) -> None:
    scale = [w.meaning for w in load(elsewhere.settings_file).words("confidence")]
    assert scale == ["green", "amber_green", "amber_red", "red"]
    assert all(DeliveryConfidence.worse_by(better, worse) > 0 for better, worse in pairwise(scale))


def test_two_words_of_one_meaning_each_print_their_own_letter(tmp_path: Path) -> None:
    late = '  { word = "At risk", meaning = "at_risk", letter = "A"'
    assert late in SHIPPED
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED.replace(late, f'  {{ word = "Slipping", meaning = "at_risk", letter = "S" }},\n{late}'), encoding="utf-8")
    marks = tuple(
        MonthStatus(Month(month), "at_risk", Word(text=text, meaning="at_risk"))
        for month, text in (("2026-04", "At risk"), ("2026-05", "Slipping"), ("2026-06", "At risk"))
    )
    shown = [run for run in status_marks(marks, load(file), "milestone_status") if isinstance(run, Status)]
    assert [(s.letter, s.read) for s in shown] == [("A", "at risk"), ("S", "then slipping"), ("A", "then at risk")]


def test_what_can_not_be_compared_is_neither_better_nor_worse() -> None:
    assert MilestoneStatus.worse_by("on_track", "off_track") > 0 > MilestoneStatus.worse_by("off_track", "complete")
    assert MilestoneStatus.worse_by("off_track", "paused") == MilestoneStatus.worse_by("on_track", "not_started") == 0


def test_every_word_named_in_a_rule_or_on_a_form_is_one_a_list_can_have() -> None:
    settings = load(ROOT / "pack.toml")
    rules = [rule.worded(settings) for rule in all_rules()]
    said = [text for r in rules for text in (r.title, r.remedy, r.example, str(r.because))]
    said += [c.worded(settings).help for kind in RETURNS for sheet in kind.sheets for c in columns(sheet)]
    said += [settings.worded(sheet.task) for kind in RETURNS for sheet in kind.sheets]
    assert not [text for text in said if "{" in text or "}" in text]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_an_earlier_word_of_a_list_is_still_shown_by_its_meaning(name: str) -> None:
    settings = load(ROOT / "pack.toml")
    for word in settings.words(name):
        assert settings.entry(name, Word(text="As it was called", meaning=word.meaning)) == settings.word(name, word.meaning)
