"""The rules of shape: each fault of a file, a sheet or a cell in plain words, at its place; and nothing said of a clean return."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from openpyxl.drawing.image import Image
from openpyxl.styles import Font

from assurance_pack.home import Home
from assurance_pack.intake.issue import blank, write
from assurance_pack.intake.read import read_month
from assurance_pack.intake.recognising.identity import Identity
from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.workspace import WORKSPACE_RETURN
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

ROOT = Path(__file__).parent.parent.parent
JUNE = Month("2026-06")
INTAKE = Path(__file__).parents[1] / "intake"


def _borrowed(name: str) -> ModuleType:
    """A builder of the intake tests, which lie in another folder."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, INTAKE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


ONE_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""The smallest picture: one clear dot."""
books = _borrowed("workbooks")
hostile = _borrowed("hostile")
Plant = Callable[[Path], object]


def problems(home: Home, settings: Settings) -> tuple[Problem, ...]:
    """What the rules of shape say of June."""
    case = Case(month=JUNE, settings=settings, returns=read_month(home, JUNE, settings).returns, position=date(2026, 6, 30))
    return judge(RULES, case).problems


def told(found: tuple[Problem, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    """Rule, places and sentence of each, without the returns nobody sent, and that these workbooks, made by hand, are none that we issued."""
    return [(p.rule, tuple(str(c) for c in p.cells), p.sentence) for p in found if p.rule not in ("AP128", "AP116")]


def as_issued() -> bytes:
    """A Workspace's form as we issue it."""
    settings = load(ROOT / "pack.toml")
    return write(blank(WORKSPACE_RETURN, WORKSPACE_RETURN.sender("CAP"), JUNE, settings), settings)


def changed(**cells: Any) -> Plant:
    """The good return with some cells of its milestone otherwise."""
    return lambda folder: books.save(books.workspace(books.milestone(**cells)), folder)


def edited(change: Callable[[Any], object]) -> Plant:
    """The good return after something was done to it."""

    def plant(folder: Path) -> None:
        book = books.workspace()
        change(book)
        books.save(book, folder)

    return plant


def file(name: str, content: bytes) -> Plant:
    """A file beside the good return."""

    def plant(folder: Path) -> None:
        books.save(books.workspace(), folder)
        hostile.write(folder, name, content)

    return plant


def cover(question: str, answer: str | None) -> Plant:
    """The good return with one answer of its first page otherwise, or the question gone."""
    answers = [(q, answer if q == question else a) for q, a in books.COVER if answer is not None or q != question]
    return lambda folder: books.save(books.workspace(cover=answers), folder)


def keyed(sheet: str, sender: str, version: int = WORKSPACE_RETURN.version) -> Callable[[Any], None]:
    """Give a sheet its row of hidden keys."""

    def change(book: Any) -> None:
        book[sheet].insert_rows(3)
        for column, key in enumerate(["this_month" + Identity("workspace", sheet, version, sender, "2026-06").text(), "id"], 1):
            book[sheet].cell(3, column, key)

    return change


def second_version(name: str) -> Plant:
    def plant(folder: Path) -> None:
        books.save(books.workspace(), folder, "CAP June.xlsx")
        books.save(books.workspace(books.milestone(status_now="At risk")), folder, name)

    return plant


def rewrite(cell: str, value: Any, sheet: str = "Milestones") -> Plant:
    def change(book: Any) -> None:
        book[sheet][cell] = value

    return edited(change)


def copied_and_changed(book: Any) -> None:
    copy = book.copy_worksheet(book["Milestones"])
    copy.title, copy["A4"], copy["C4"] = "Milestones (2)", "Changed now", "Off track"


def merge(book: Any) -> None:
    book["Milestones"]["H4"] = None
    book["Milestones"].merge_cells("G4:H4")


def dead_link(folder: Path) -> None:
    books.save(books.workspace(), folder)
    (folder / "gone.xlsx").symlink_to("nowhere.xlsx")


def beside_the_boxes() -> Any:
    book = books.voice()
    book["Your words"]["D9"] = "The ferry runs once a day."
    return book


def in_a_folder(name: str) -> Plant:
    """The good return, and one more in a folder within the month's, beside notes and a lock."""

    def plant(folder: Path) -> None:
        books.save(books.workspace(), folder)
        within = folder / name / "From Tuesday"
        books.save(books.workspace(), within, "RDG.xlsx")
        (within / "~$RDG.xlsx").write_bytes(b"x")
        (within / "notes.txt").write_text("From the Tuesday meeting.")

    return plant


FORM = "Workspace return, RDG return, Your words to the Board, Concern for the Board, Board log"
M = "CAP.xlsx › Milestones"
PLANTED: list[tuple[str, Plant, tuple[str, ...], str]] = [
    ("AP101", file("~$CAP.xlsx", b"x"), ("~$CAP.xlsx",), "This file only says that somebody has the workbook open."),
    ("AP118", in_a_folder("Sent in June"), ("Sent in June",), "This folder holds one file that may be a return: it was not read."),
    ("AP102", file("e.xlsx", b""), ("e.xlsx",), "This file is empty: it holds nothing at all."),
    ("AP102", file("z.xlsx", bytes(20_000)), ("z.xlsx",), "This file is empty: it holds nothing at all."),
    ("AP103", file("t.xlsx", b"ID,a,b\n1,2,3\n"), ("t.xlsx",), "This is a text file with commas (CSV), whatever its name says, and cannot be read as a return."),
    ("AP103", file("minutes.pdf", b"%PDF-1.7"), ("minutes.pdf",), "This is a PDF and cannot be read as a return."),
    ("AP104", file("d.xlsx", hostile.plain_workbook()[:900]), ("d.xlsx",), "This file is damaged or was cut short, and cannot be understood."),
    ("AP105", file("p.xlsx", hostile.encrypted_package()), ("p.xlsx",), "This file is locked with a password, so it cannot be read."),
    ("AP106", file("x.xlsx", hostile.with_doctype("xl/workbook.xml")), ("x.xlsx",), "This file is not built as an office program builds one, and was not opened."),
    ("AP107", file("big.xlsx", b"PK" + b"\0" * 26 * 1024 * 1024), ("big.xlsx",), "This file is far larger than a return can be (26 MB), and was not read."),
    ("AP108", file("plain.xlsx", hostile.plain_workbook()), ("plain.xlsx",), f"This is none of the forms asked for: {FORM}."),
    ("AP109", lambda f: hostile.write(f, "CAP.xlsm", hostile.repacked(hostile.saved(books.workspace()), lambda n, old: old, {"xl/vbaProject.bin": b"x"})),
     ("CAP.xlsm",), "This file carries macros. They were not run; its cells were read."),
    ("AP110", lambda f: hostile.write(f, "CAP.xlsx", hostile.repacked(hostile.saved(books.workspace()), lambda n, old: old.replace(hostile.MAIN.encode(), hostile.STRICT.encode()))),
     ("CAP.xlsx",), "This was saved as Strict Open XML (.xlsx): it was read, but errors in its cells, and its notes, cannot be seen."),
    ("AP111", edited(keyed("Risks", "CWF")), ("CAP.xlsx › Risks",), "This sheet was made for Commissioning and Workforce: it was read with the rest of the file."),
    ("AP111", lambda f: books.save(books.workspace(), f, "CWF June.xlsx"), ("CWF June.xlsx",),
     "The file is named for Commissioning and Workforce, but the form inside is from Capital and Sufficiency: it was read as theirs."),
    ("AP120", cover("Month", "May 2026"), ("CAP.xlsx",), "This return is for May 2026, and this is June 2026: it was set aside."),
    ("AP121", lambda f: books.save(books.workspace(cover=[("Workspace", "Transport"), *books.COVER[1:]]), f, "t.xlsx"), ("t.xlsx › Start here",),
     "This return does not say who it is from, or says it in words we do not know: “Transport”."),
    ("AP121", changed(id="M-CWF-001"), ("CAP.xlsx",), "This is Capital and Sufficiency's form, but most of its IDs are Commissioning and Workforce's."),
    ("AP122", cover("Month", None), ("CAP.xlsx",), "This return does not say which month it is for: it was taken to be June 2026, from its folder."),
    ("AP123", edited(keyed("Risks", "CAP", version=0)), ("CAP.xlsx",),
     f"This is an earlier version of the form (0; the present one is {WORKSPACE_RETURN.version}). It was read."),
    ("AP124", second_version("CAP June v2.xlsx"), ("CAP June.xlsx",), "“CAP June v2.xlsx” counts in place of this: its file name gives the higher version."),
    ("AP125", lambda f: [hostile.write(f, name, file) for file in [hostile.saved(books.workspace())] for name in ("CAP.xlsx", "CAP copy.xlsx")], (), "byte for byte"),
    ("AP126", second_version("CAP last.xlsx"), ("CAP June.xlsx",),
     "Two files differ for one return. “CAP last.xlsx” was read, because it comes last by file name."),
    ("AP127", lambda f: hostile.write(f, "CAP.xlsx", as_issued()), ("CAP.xlsx",),
     "This form came back as it was sent: nothing in it has been filled in."),
    ("AP130", edited(lambda b: b.remove(b["Risks"])), ("CAP.xlsx › Risks",), "The sheet “Risks” is missing."),
    ("AP131", edited(lambda b: setattr(b["Milestones"], "title", "Milestone")), ("CAP.xlsx › Milestone",), "The sheet “Milestone” was read as “Milestones”."),
    ("AP132", edited(lambda b: b.create_sheet("Workings").cell(1, 1, "x")), ("CAP.xlsx › Workings",), "The sheet “Workings” is not part of the form: nothing in it reaches the Board."),
    ("AP133", edited(lambda b: setattr(b.copy_worksheet(b["Milestones"]), "title", "MILESTONES ")), ("CAP.xlsx › MILESTONES",), "The sheet “MILESTONES” is a second “Milestones”: only “Milestones” was read."),
    ("AP133", edited(copied_and_changed), ("CAP.xlsx › Milestones (2)",),
     "The sheet “Milestones (2)” is a second “Milestones”, and differs from it in A4 and C4: only “Milestones” was read."),
    ("AP134", rewrite("E3", "When we think"), (f"{M}!A3",), "There is no column or question “Forecast now”."),
    ("AP135", rewrite("E3", "Forcast now"), (f"{M}!E3",), "The column “Forcast now” was read as “Forecast now”."),
    ("AP136", rewrite("L3", "Our notes"), (f"{M}!L3",), "The column “Our notes” is not part of the form, and was not read."),
    ("AP137", rewrite("L3", "STATUS NOW"), (f"{M}!L3",), "There is a second column “Status now”: only the first was read."),
    ("AP138", rewrite("A6", "To be checked by finance."), (f"{M}!A6",), "There is a note here, which is no row of the table: “To be checked by finance.”."),
    ("AP138", rewrite("N4", "We meet again on Friday."), (f"{M}!N4",), "Words stand here in no cell of the form, and do not reach the Board: “We meet again on Friday.”."),
    ("AP140", changed(forecast_now=None), (f"{M}!E4",), "“Forecast now” is blank."),
    ("AP141", changed(this_month=None), (f"{M}!A4",), "“This month” is blank: the row counts as not reviewed unless something in it has changed."),
    ("AP142", changed(forecast_now="early autumn"), (f"{M}!E4",), "“early autumn” in “Forecast now” is not a date."),
    ("AP143", changed(forecast_now="31/06/2026"), (f"{M}!E4",), "“31/06/2026” in “Forecast now” is not a day: June 2026 has 30 days."),
    ("AP144", changed(forecast_now="06/30/2026"), (f"{M}!E4",), "“06/30/2026” in “Forecast now” has the month first. Did you mean “30 June 2026”?"),
    ("AP145", changed(forecast_now=46203), (f"{M}!E4",), "“46203” in “Forecast now” is Excel's number for a day: it was read as 30 June 2026."),
    ("AP146", changed(forecast_now="TBC"), (f"{M}!E4",), "“Forecast now” is still to be confirmed (“TBC”)."),
    ("AP147", lambda f: _indicator(f, "£4.7m"), ("CAP.xlsx › Indicators!E4",), "“£4.7m” in “Value” is not a number. If that is the unit the column counts in, write 4.7 alone."),
    ("AP147", lambda f: _indicator(f, "about 30"), ("CAP.xlsx › Indicators!E4",), "“about 30” in “Value” is not a number."),
    ("AP148", lambda f: _risk(f, 3.5), ("CAP.xlsx › Risks!D4",), "“3.5” in “Likelihood now” is not a whole number: it should be 1 to 5."),
    ("AP149", lambda f: _risk(f, 7), ("CAP.xlsx › Risks!D4",), "“7” in “Likelihood now” should be 1 to 5."),
    ("AP150", changed(status_now="Greenish"), (f"{M}!D4",), "“Greenish” in “Status now” is not one of the words of the list. It should be one of: Complete; On track;"),
    ("AP151", changed(id="CAP seven"), (f"{M}!B4",), "“CAP seven” in “ID” is not an ID: it should begin with M-."),
    ("AP152", lambda f: _indicator(f, "#REF!"), ("CAP.xlsx › Indicators!E4",), "“Value” holds the error “#REF!”."),
    ("AP153", lambda f: _indicator(f, "=1+1"), ("CAP.xlsx › Indicators!E4",), "“Value” is a formula whose result was never saved."),
    ("AP154", edited(merge), (f"{M}!H4",), "“Theme” is merged with G4, so nothing stands in it for this row."),
    ("AP155", changed(progress_this_month="word " * 52), (f"{M}!F4",), "“Progress this month” has 52 words; about 40 are asked for."),
    ("AP112", dead_link, ("gone.xlsx",), "This file cannot be read: a link, and what it leads to is not there."),
    ("AP157", lambda f: books.save(beside_the_boxes(), f, "PCF.xlsx"), ("PCF.xlsx › Your words!D9",), "Words stand beside the boxes: they are printed with the others, as “Also written”."),
    ("AP158", edited(lambda b: setattr(b["Milestones"]["F4"], "font", Font(strike=True))), (f"{M}!F4",), "Words here are struck out, or set not to be seen: they were read as if they stood."),
    ("AP159", edited(lambda b: setattr(b["Milestones"].row_dimensions[4], "hidden", True)), (M,), "Row 4 is hidden: it was read all the same."),
    ("AP164", edited(lambda b: b["Milestones"].add_image(Image(io.BytesIO(ONE_DOT)), "B6")), (f"{M}!B6",), "A picture stands here, which cannot be read: what it says does not reach the Board."),
    ("AP165", lambda f: books.save(books.voice(("What is not working?", "see attached")), f, "PCF.xlsx"), ("PCF.xlsx › Your words!B6",),
     "“see attached” in “What is not working?” says only that the words are elsewhere, or still to come."),
    ("AP160", changed(progress_this_month="我们在等"), (f"{M}!F4",), "The words here are in a script that cannot be printed: the pack says “[words in Chinese script]” in their place."),
    ("AP139", lambda f: books.save(books.workspace(books.MILESTONE, books.milestone(id="R-CAP-001"), books.milestone(id="R-CAP-002")), f), (f"{M}!A5",),
     "Rows 5 to 6 belong on “Risks” by their IDs: they were not read, and do not reach the Board."),
    ("AP140", changed(action_lead_role="TBC"), (f"{M}!I4",), "“TBC” in “Action lead (role)” is no answer."),
    ("AP161", changed(id="M-CAP-OO1"), (f"{M}!B4",), "“M-CAP-OO1” in “ID” was read as M-CAP-001."),
    ("AP161", changed(id="MCAP001"), (f"{M}!B4",), "“MCAP001” in “ID” was read as M-CAP-001."),
    ("AP156", changed(milestone="safe\u202egnol"), (f"{M}!C4",), "There are invisible or direction-changing characters in “Milestone”: they were taken out."),
]  # fmt: skip


def _indicator(folder: Path, value: Any) -> None:
    book = books.workspace()
    books.row_of(book["Indicators"], 4, {"Indicator": "IND-01", "Period ends": date(2026, 6, 30), "Value": value})
    books.save(book, folder)


def _risk(folder: Path, likelihood: Any) -> None:
    book = books.workspace()
    row = {
        "This month": "Changed",
        "ID": "R-CAP-001",
        "Risk: cause, event, effect": "Because.",
        "Likelihood now": likelihood,
        "Impact now": 4,
        "Status": "Open",
    }
    row |= {
        "Next review": "31/07/2026",
        "Controls and mitigation": "Weekly.",
        "Level": "System",
        "Theme": "Workforce",
        "Owner (role)": "Head",
        "Response": "Treat",
    }
    books.row_of(book["Risks"], 4, row)
    books.save(book, folder)


@pytest.mark.parametrize(("rule", "plant", "places", "sentence"), PLANTED, ids=[f"{p[0]}-{n}" for n, p in enumerate(PLANTED)])
def test_a_planted_fault_is_said_once_at_its_place_and_nothing_else_new_appears(
    home: Home, settings: Settings, rule: str, plant: Plant, places: tuple[str, ...], sentence: str
) -> None:
    plant(home.inputs(JUNE))
    found = told(problems(home, settings))
    mine = [one for one in found if one[0] == rule]
    assert len(mine) == 1
    assert mine[0][2].endswith(sentence) or sentence in mine[0][2]
    assert not places or mine[0][1] == places
    beside = {"AP134": {"AP136"}, "AP121": {"AP127"}}  # a column renamed beyond recognition is one of theirs and none of ours
    assert {one[0] for one in found} - {rule} <= beside.get(rule, set())


def test_a_clean_return_has_nothing_said_of_its_shape(home: Home, settings: Settings) -> None:
    books.save(books.workspace(), home.inputs(JUNE))
    assert told(problems(home, settings)) == []


def test_the_sample_month_has_no_error_of_shape(sample_home: Home, settings: Settings) -> None:
    after_carry = {"AP140"}  # a blank beside “Reviewed, no change” is brought forward before the rules run
    assert [p for p in problems(sample_home, settings) if p.severity is Severity.ERROR and p.rule not in after_carry] == []


def test_a_missing_return_is_named_and_silence_from_families_is_called_a_gap(home: Home, settings: Settings) -> None:
    books.save(books.workspace(), home.inputs(JUNE))
    missing = {p.sender: p.sentence for p in problems(home, settings) if p.rule == "AP128"}
    assert missing["voice:PCF"] == "No return received from Parent Carer Forum. That is a gap in assurance, never “no concerns”."
    assert missing["rdg:RDG"] == "No return received from Reform Delivery Group."
    assert "workspace:CAP" not in missing
    assert not any(p.startswith("partner:") for p in missing)


def test_a_problem_belongs_to_the_sender_of_its_file(home: Home, settings: Settings) -> None:
    changed(status_now="Greenish")(home.inputs(JUNE))
    (problem,) = [p for p in problems(home, settings) if p.rule == "AP150"]
    assert problem.sender == "workspace:CAP"


def test_the_same_sentence_is_said_once_with_its_cells_in_order(home: Home, settings: Settings) -> None:
    rows = [books.milestone(id=f"M-CAP-0{n:02d}", forecast_now=None) for n in range(1, 11)]
    books.save(books.workspace(*rows), home.inputs(JUNE))
    (problem,) = [p for p in problems(home, settings) if p.rule == "AP140"]
    assert [c.ref for c in problem.cells] == [f"E{n}" for n in range(4, 14)]


def test_a_title_typed_into_the_table_is_one_problem_and_not_one_for_each_cell_that_is_blank(home: Home, settings: Settings) -> None:
    title = [{"ID": "M-CAP-031", "Milestone": "Milestones for the autumn"}.get(heading) for heading in books.MILESTONE_HEADINGS]
    books.save(books.workspace(books.milestone(), title), home.inputs(JUNE))
    (problem,) = [p for p in problems(home, settings) if p.rule == "AP140"]
    assert len(problem.cells) > 3
    assert {c.ref[1:] for c in problem.cells} == {"5"}
    assert problem.sentence.startswith(f"{len(problem.cells)} cells of this row are blank: “Status now”, “Forecast now”")
    assert problem.remedy.endswith("If this is no row but a title or a note, empty it.")


def test_three_blank_cells_of_a_row_are_asked_for_one_by_one(home: Home, settings: Settings) -> None:
    changed(status_now=None, forecast_now=None, theme=None)(home.inputs(JUNE))
    found = [p for p in problems(home, settings) if p.rule == "AP140"]
    assert [[c.ref for c in p.cells] for p in found] == [["D4"], ["E4"], ["H4"]]


def test_a_workbook_made_by_hand_is_read_and_asked_about(home: Home, settings: Settings) -> None:
    books.save(books.workspace(), home.inputs(JUNE))
    (asked,) = [p for p in problems(home, settings) if p.rule == "AP116"]
    assert [str(c) for c in asked.cells] == ["CAP.xlsx"]
    assert asked.sentence.endswith("It was read because it holds most of the form’s sheets: is it the return?")


@pytest.mark.parametrize("kind", FaultKind)
def test_every_kind_of_fault_has_words_for_it(settings: Settings, kind: FaultKind) -> None:
    fault = Fault(
        kind=kind,
        cell=Cell(file="a.xlsx", sheet="S", ref="A1"),
        seen="2026-05",
        expected="workspace:CWF" if kind is FaultKind.MISSING_RETURN else "2026-06",
        suggestion="x",
        column="Status now",
        row="M-CAP-001",
    )
    receipts = (Receipt(sender="workspace:CAP", kind="workspace", state=ReceiptState.RECEIVED, file="a.xlsx"),)
    case = Case(month=JUNE, settings=settings, returns=Returns(JUNE, (), receipts, (fault,)), position=date(2026, 6, 30))
    (problem,) = judge(RULES, case).problems
    assert problem.sentence.endswith((".", "?"))


def test_no_message_quotes_more_than_sixty_characters_of_what_was_typed(home: Home, settings: Settings) -> None:
    changed(status_now="x" * 300, forecast_now="y" * 300, id="z" * 300)(home.inputs(JUNE))
    sentences = [p.sentence for p in problems(home, settings) if p.rule in ("AP150", "AP142", "AP151")]
    assert len(sentences) == 3
    assert all(max(s.count(letter) for letter in "xyz") < 62 for s in sentences)


def test_each_rule_says_why_gives_an_example_and_a_remedy_in_plain_words() -> None:
    jargon = ("None", "null", "exception", "traceback", "NaN", "parse", "string", "boolean", "integer", "schema", "zip", "XML ")
    for one in RULES:
        assert one in all_rules()
        assert one.id.startswith("AP1")
        assert one.example.endswith((".", "?"))
        assert len(one.remedy) > 20
        assert not any(word in f"{one.title} {one.remedy}" for word in jargon), one.id


def test_rule_numbers_are_each_used_once() -> None:
    assert len({one.id for one in RULES}) == len(RULES)


def test_every_rule_of_shape_is_planted_here() -> None:
    assert {one.id for one in RULES} - {p[0] for p in PLANTED} == {
        "AP113",
        "AP116",
        "AP117",
        "AP128",
        "AP162",
        "AP163",
    }  # planted elsewhere: who it is from, too slow, missing, the ID given (test_numbering) and a date far off (test_small_things)
