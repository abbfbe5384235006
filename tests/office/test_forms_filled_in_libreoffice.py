"""July's forms, issued from June's record and filled in by LibreOffice: they help as they are filled in, and read back as typed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from libreoffice import FILTERS, LibreOffice, needs_libreoffice

from assurance_pack.commands.forms import forms
from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, Milestone, Risk
from assurance_pack.schema import Review
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

pytestmark = [pytest.mark.office, needs_libreoffice]

ROOT = Path(__file__).parents[2]
JULY = Month("2026-07")
CAP = "Capital and Sufficiency 2026-07.xlsx"
PCF = "Parent Carer Forum 2026-07.xlsx"
LONG = "The second tender is out and two firms have visited both sites; the planning condition is met, and interim rooms are agreed. " * 2


@dataclass(frozen=True)
class Filled:
    """July as read after LibreOffice filled in two forms, and what the sheets showed on the way."""

    issued: Home
    returns: Returns
    showed: list[str]


@pytest.fixture(scope="module")
def july(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A working folder with July's forms issued."""
    folder = tmp_path_factory.mktemp("july")
    shutil.copy(ROOT / "pack.toml", folder / "pack.toml")
    copy_to_june(folder / "inputs")
    home = Home(folder)
    both = tuple(g.model_copy(update={"form": "both"}) for g in settings.groups)
    forms(home, JULY, settings.model_copy(update={"groups": both}))
    return home


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("office"))


def _rows(path: Path, sheet: str, column: str) -> list[int]:
    """The rows of a form that came forward: those with something in a column."""
    found = openpyxl.load_workbook(path)[sheet]
    return [r for r in range(5, found.max_row + 1) if found[f"{column}{r}"].value]


@pytest.fixture(scope="module")
def filled(july: Home, office: LibreOffice, settings: Settings) -> Filled:
    """One Workspace form and one voice form filled in, each saved in the other format."""
    issued, inputs = july.output(JULY) / "forms", july.inputs(JULY)
    inputs.mkdir(parents=True)
    first, *others = _rows(issued / CAP, "Milestones", "C")
    risks = _rows(issued / CAP, "Risks", "C")
    new = max(risks) + 1
    jobs: list[tuple[object, ...]] = [
        ("open", issued / CAP),
        ("shows", "Start here", "D15"),
        ("height", "Milestones", first),
        *(("type", "Start here", place, text) for place, text in (("C7", "Programme manager"), ("C8", "Yes, I have checked"), ("C9", "9 July 2026"), ("C12", "The bases are late."))),
        ("type", "Milestones", f"A{first}", "Changed"),
        ("type", "Milestones", f"I{first}", LONG),
        ("type", "Milestones", f"G{first}", "2026-12-18"),
        *(("type", "Milestones", f"A{row}", "Reviewed, no change") for row in others),
        ("shows", "Start here", "D15"),
        ("height", "Milestones", first),
        *(("type", "Risks", f"A{row}", "Reviewed, no change") for row in risks[1:]),
        ("shows", "Start here", "D16"),
        ("type", "Risks", f"A{new}", "New"),
        ("type", "Risks", f"C{new}", "The contractor fails, so the works stop."),
        ("type", "Risks", f"E{new}", "4 Likely"),
        ("type", "Risks", f"F{new}", "5 Catastrophic"),
        ("shows", "Risks", f"G{new}"),
        ("save", inputs / CAP.replace(".xlsx", ".ods"), FILTERS[".ods"]),
        ("close",),
        ("open", issued / PCF),
        ("type", "Your words", "C9", "The base opened on time.\\nThank you."),
        ("type", "Your words", "C13", "Ring us back."),
        ("save", inputs / PCF, FILTERS[".xlsx"]),
        ("close",),
    ]  # fmt: skip
    showed = office.do(jobs)
    return Filled(july, read_month(july, JULY, settings).returns, showed)


def test_a_form_saved_without_a_word_typed_is_not_filled_in(july: Home, office: LibreOffice, settings: Settings, tmp_path: Path) -> None:
    forms_folder = july.output(JULY) / "forms"
    files = sorted(forms_folder.glob("*.xlsx"))
    saved = office.convert(files, "xlsx", tmp_path / "saved")
    office.convert(sorted(forms_folder.glob("*.docx")), "docx", tmp_path / "saved")
    home = Home(tmp_path)
    shutil.copytree(saved, home.inputs(JULY))
    receipts = [r for r in read_month(home, JULY, settings).returns.receipts if r.file]
    assert len(receipts) == len(files) + 4
    # the Board log comes back with last month's rows on it, and counts as it is; two files of a group are two versions of one return
    of_their_own = ("board_log", "partner")
    assert {r.state for r in receipts if r.kind not in of_their_own} <= {ReceiptState.NOT_FILLED_IN, ReceiptState.SUPERSEDED}
    # a partner's form says: nothing this month, send nothing; RDG's goes out with its brief
    assert {r.state for r in receipts if r.kind == "partner"} == {ReceiptState.NIL}
    partners = {f"partner:{p.code}" for p in settings.partners}
    assert {str(r.sender) for r in receipts} == {*map(str, expected_senders(settings)), *partners} - {"rdg:RDG"}


def test_what_is_still_to_do_counts_down_as_the_form_is_filled_in(filled: Filled) -> None:
    at_first, _, done, _, one_left, _ = filled.showed
    assert at_first == "10 of 10 to do"
    assert done == "Done"
    assert one_left == "1 of 6 to do"


def test_a_row_grows_with_what_is_typed_in_it(filled: Filled) -> None:
    before, after = (int(line.split()[-1]) for line in filled.showed if line.startswith("Milestones"))
    assert after > 1.5 * before


def test_the_score_works_itself_out(filled: Filled) -> None:
    assert filled.showed[-1] == "20"


def test_what_was_typed_is_what_is_read(filled: Filled) -> None:
    (cover,) = filled.returns.of(Cover, "workspace:CAP")
    assert (cover.completed_by, cover.headline, cover.met_on) == ("Programme manager", "The bases are late.", (date(2026, 7, 9),))
    changed, *others = filled.returns.of(Milestone, "workspace:CAP")
    assert (changed.progress, changed.forecast) == (LONG.strip(), date(2026, 12, 18))
    assert changed.this_month is not None
    assert changed.this_month.meaning == Review.CHANGED
    assert {str(m.this_month) for m in others} == {"Reviewed, no change"}


def test_a_new_row_has_the_id_that_was_waiting_for_it(filled: Filled) -> None:
    new = filled.returns.of(Risk, "workspace:CAP")[-1]
    assert (new.id, new.score, str(new.this_month)) == ("R-CAP-007", 20, "New")


def test_a_group_s_words_are_kept_to_the_letter(filled: Filled) -> None:
    (voice,) = filled.returns.of(Voice)
    assert (voice.sender, voice.working, voice.not_working, voice.ask) == (
        "voice:PCF",
        "The base opened on time.\nThank you.",
        None,
        "Ring us back.",
    )


def test_nothing_is_said_against_the_forms_but_what_was_left_out(filled: Filled) -> None:
    kinds = {f.kind for f in filled.returns.faults}
    assert kinds == {FaultKind.MISSING_RETURN, FaultKind.OTHER_FORMAT, FaultKind.BLANK_REQUIRED, FaultKind.TOO_LONG}
