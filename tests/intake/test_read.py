"""A month's folder as a secretariat officer finds it on a Monday: everything in it is read, or named, and nothing stops the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import hostile
import openpyxl
import pytest
from openpyxl.comments import Comment
from workbooks import COVER, MILESTONE, MILESTONE_HEADINGS, milestone, page, row_of, save, table, voice, workspace

from assurance_pack.home import Home
from assurance_pack.intake import in_folder as module
from assurance_pack.intake import receipts
from assurance_pack.intake.issue import blank, write
from assurance_pack.intake.read import Read, read_month
from assurance_pack.intake.recognising.identity import Identity
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.model.text import TextPlace
from assurance_pack.returns import return_kind
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import WORKSPACE_RETURN, Cover, IndicatorFigure, Milestone, Risk
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

JUNE = Month("2026-06")
Reading = Callable[[], Read]


@pytest.fixture
def folder(home: Home) -> Path:
    """June's folder."""
    return home.inputs(JUNE)


@pytest.fixture
def read(home: Home, settings: Settings) -> Reading:
    """Reads June."""
    return lambda: read_month(home, JUNE, settings)


def said(found: Read, *passed_over: FaultKind) -> list[tuple[str, str]]:
    """The faults as kind and place, without the returns nobody sent, and that these workbooks, made by hand, are none that we issued."""
    apart = (FaultKind.MISSING_RETURN, FaultKind.WITHOUT_IDENTITY, *passed_over)
    return [(f.kind.value, str(f.cell)) for f in found.returns.faults if f.kind not in apart]


def states(found: Read) -> dict[str, tuple[str, ReceiptState]]:
    """What became of each file."""
    return {r.file: (r.sender, r.state) for r in found.returns.receipts if r.file}


def test_an_ordinary_return_is_read_whole_with_the_cell_of_every_value(folder: Path, read: Reading) -> None:
    save(workspace(), folder)
    found = read()
    assert said(found) == []
    (row,) = found.returns.of(Milestone)
    assert (row.sender, row.id, str(row.at)) == ("workspace:CAP", "M-CAP-007", "CAP.xlsx › Milestones!A4")
    assert row.forecast == date(2027, 1, 4)
    assert str(row.cell("forecast")) == "CAP.xlsx › Milestones!E4"
    (cover,) = found.returns.of(Cover)
    assert cover.met_on == (date(2026, 6, 9), date(2026, 6, 23))
    assert states(found) == {"CAP.xlsx": ("workspace:CAP", ReceiptState.RECEIVED)}


def test_a_month_with_no_folder_has_every_return_missing_and_nothing_else(read: Reading, settings: Settings) -> None:
    found = read()
    assert {r.state for r in found.returns.receipts} == {ReceiptState.MISSING}
    assert tuple(r.sender for r in found.returns.receipts) == expected_senders(settings)
    assert {f.kind for f in found.returns.faults} == {FaultKind.MISSING_RETURN}


def test_everything_beside_the_good_returns_gets_one_line_and_stops_nothing(folder: Path, read: Reading) -> None:
    save(workspace(), folder)
    hostile.write(folder, "~$CAP.xlsx", b"\x07officer")
    hostile.write(folder, ".~lock.CAP.xlsx#", b",officer,pc,")
    hostile.write(folder, "RDG return.xlsx", b"")
    hostile.write(folder, "cut.xlsx", hostile.plain_workbook()[:2000])
    hostile.write(folder, "locked.xlsx", hostile.encrypted_package())
    hostile.write(folder, "table.xlsx", b"ID,Milestone,Status\nM-CAP-1,x,y\n")
    hostile.write(folder, "letter.docx", hostile.repacked(hostile.plain_workbook(), lambda *_: None, {"word/document.xml": b"<broken"}))
    hostile.write(folder, ".DS_Store", b"..")
    hostile.write(folder, "Thumbs.db", b"..")
    (folder / "old").mkdir()
    found = read()
    assert said(found) == [
        ("lock_file", ".~lock.CAP.xlsx#"),
        ("damaged", "cut.xlsx"),
        ("damaged", "letter.docx"),
        ("encrypted", "locked.xlsx"),
        ("lock_file", "old"),
        ("empty_file", "RDG return.xlsx"),
        ("not_a_workbook", "table.xlsx"),
        ("lock_file", "~$CAP.xlsx"),
    ]
    assert len(found.returns.of(Milestone)) == 1
    assert states(found)["RDG return.xlsx"] == ("rdg:RDG", ReceiptState.REFUSED)
    assert "rdg:RDG" not in {f.expected for f in found.returns.faults if f.kind is FaultKind.MISSING_RETURN}


# ---------- rows ----------


def test_a_cell_that_cannot_be_read_is_not_stated_and_its_row_stays(folder: Path, read: Reading) -> None:
    save(workspace(milestone(status_now="Greenish", forecast_now="31/06/2026")), folder)
    found = read()
    (row,) = found.returns.of(Milestone)
    assert (row.id, row.status, row.forecast, row.progress) == ("M-CAP-007", None, None, "Interim rooms found.")
    assert said(found) == [("not_in_list", "CAP.xlsx › Milestones!D4"), ("impossible_date", "CAP.xlsx › Milestones!E4")]
    assert {f.row for f in found.returns.faults if f.column} == {"M-CAP-007"}


def test_an_id_alone_is_an_empty_row_and_rows_below_a_gap_are_still_rows(folder: Path, read: Reading) -> None:
    spare = [None, "M-CAP-008", *[None] * 9]
    gap: list[Any] = [None] * 11
    save(workspace(MILESTONE, spare, gap, gap, milestone(id="M-CAP-009"), spare), folder)
    found = read()
    assert [(r.id, r.at.ref) for r in found.returns.of(Milestone)] == [("M-CAP-007", "A4"), ("M-CAP-009", "A8")]
    assert said(found) == []


def test_a_row_without_an_id_is_kept_and_called_by_its_place(folder: Path, read: Reading) -> None:
    save(workspace(milestone(id=None, this_month="New")), folder)
    found = read()
    assert [r.ref for r in found.returns.of(Milestone)] == ["row 4"]
    assert said(found) == [("blank_required", "CAP.xlsx › Milestones!B4")]


@pytest.mark.parametrize("gap", [0, 3])
def test_a_note_under_the_table_is_no_row_and_is_said(folder: Path, read: Reading, gap: int) -> None:
    book = workspace()
    book["Milestones"].cell(5 + gap, 1, "Figures to be confirmed by finance.")
    save(book, folder)
    found = read()
    assert len(found.returns.of(Milestone)) == 1
    assert said(found) == [("text_below_table", f"CAP.xlsx › Milestones!A{5 + gap}")]


def test_a_lazily_filled_row_right_under_the_table_is_a_row_all_the_same(folder: Path, read: Reading) -> None:
    book = workspace()
    book["Milestones"]["C5"] = "Travel routes re-planned"
    save(book, folder)
    assert [r.title for r in read().returns.of(Milestone)] == [MILESTONE[2], "Travel routes re-planned"]


def test_rows_hidden_by_a_filter_are_read(folder: Path, read: Reading) -> None:
    book = workspace(MILESTONE, milestone(id="M-CAP-008"))
    book["Milestones"].row_dimensions[5].hidden = True
    book["Milestones"].auto_filter.ref = "A3:K5"
    save(book, folder)
    assert [r.id for r in read().returns.of(Milestone)] == ["M-CAP-007", "M-CAP-008"]


def test_the_headings_repeated_further_down_are_no_row(folder: Path, read: Reading) -> None:
    save(workspace(MILESTONE, MILESTONE_HEADINGS, milestone(id="M-CAP-008")), folder)
    found = read()
    assert [r.id for r in found.returns.of(Milestone)] == ["M-CAP-007", "M-CAP-008"]
    assert said(found) == []


def test_a_merged_cell_counts_for_its_first_row_and_the_others_are_said(folder: Path, read: Reading) -> None:
    book = workspace(MILESTONE, milestone(id="M-CAP-008", theme=None))
    book["Milestones"].merge_cells("H4:H5")
    save(book, folder)
    found = read()
    assert [r.theme and r.theme.meaning for r in found.returns.of(Milestone)] == ["T04", None]
    assert said(found) == [("merged", "CAP.xlsx › Milestones!H5")]


def test_a_row_that_is_closed_need_not_state_what_it_stated_before(folder: Path, read: Reading) -> None:
    rows = [
        milestone(this_month=word, id=f"M-CAP-00{n}", progress_this_month=None)
        for n, word in enumerate(("Changed", "Close", None, "Reviewed, no change"), 1)
    ]
    save(workspace(*rows), folder)
    assert said(read()) == [
        ("blank_required", "CAP.xlsx › Milestones!F4"),
        ("blank_required", "CAP.xlsx › Milestones!A6"),
        ("blank_required", "CAP.xlsx › Milestones!F6"),
        ("blank_required", "CAP.xlsx › Milestones!F7"),
    ]


def test_errors_and_formulas_never_calculated_are_said_at_their_cells(folder: Path, read: Reading) -> None:
    book = workspace()
    row_of(
        book["Indicators"],
        4,
        {"Indicator": "Plans in 20 weeks", "Period ends": "30/06/2026", "Numerator": "#REF!", "Denominator": "=1+1", "Value": 47},
    )
    save(book, folder)
    found = read()
    (figure,) = found.returns.of(IndicatorFigure)
    assert (figure.numerator, figure.denominator, figure.value) == (None, None, 47)
    assert said(found) == [("error_value", "CAP.xlsx › Indicators!C4"), ("not_calculated", "CAP.xlsx › Indicators!D4")]


def test_a_percentage_is_the_figure_that_is_seen(folder: Path, read: Reading) -> None:
    book = workspace()
    row_of(book["Indicators"], 4, {"Indicator": "IND-01", "Period ends": date(2026, 6, 30), "Value": 0.45})
    book["Indicators"]["E4"].number_format = "0.0%"
    save(book, folder)
    assert [(f.period_end, f.value) for f in read().returns.of(IndicatorFigure)] == [(date(2026, 6, 30), 45.0)]


# ---------- which return ----------


def test_mays_file_in_junes_folder_is_set_aside_and_nothing_of_it_is_junes(folder: Path, read: Reading) -> None:
    save(workspace(cover=[(q, "May 2026" if q == "Month" else a) for q, a in COVER]), folder)
    found = read()
    assert found.returns.rows == ()
    assert said(found) == [("wrong_month", "CAP.xlsx")]
    assert states(found) == {"CAP.xlsx": ("workspace:CAP", ReceiptState.SET_ASIDE)}
    assert "workspace:CAP" in {f.expected for f in found.returns.faults if f.kind is FaultKind.MISSING_RETURN}
    assert {t.text for t in found.texts if t.prints} == {"CAP.xlsx"}


def test_a_return_that_does_not_say_its_month_is_taken_for_its_folders_and_said(folder: Path, read: Reading) -> None:
    save(workspace(cover=[(q, a) for q, a in COVER if q != "Month"]), folder)
    found = read()
    assert said(found) == [("month_not_stated", "CAP.xlsx")]
    assert [c.month for c in found.returns.of(Cover)] == [JUNE]


def test_a_workspace_nobody_knows_is_said_and_its_rows_are_nobodys(folder: Path, read: Reading) -> None:
    save(workspace(cover=[(q, "Transport" if q == "Workspace" else a) for q, a in COVER]), folder, "transport.xlsx")
    found = read()
    assert found.returns.rows == ()
    assert said(found) == [("wrong_sender", "transport.xlsx › Start here")]


def test_another_workspaces_rows_in_this_ones_form_are_said(folder: Path, read: Reading) -> None:
    save(workspace(*[milestone(id=f"M-CWF-00{n}") for n in (1, 2, 3)]), folder)
    found = read()
    assert [(f.seen, f.expected) for f in found.returns.faults if f.kind is FaultKind.WRONG_SENDER] == [
        ("Commissioning and Workforce", "Capital and Sufficiency")
    ]


def test_a_file_named_for_another_workspace_is_read_as_what_it_says_inside_and_said(folder: Path, read: Reading) -> None:
    save(workspace(), folder, "Commissioning and Workforce June.xlsx")
    found = read()
    assert states(found) == {"Commissioning and Workforce June.xlsx": ("workspace:CAP", ReceiptState.RECEIVED)}
    assert said(found) == [("clashing_identity", "Commissioning and Workforce June.xlsx")]


def test_a_sheet_moved_in_from_another_workspaces_form_is_said(folder: Path, read: Reading) -> None:
    book = workspace()
    risks = book["Risks"]
    risks.insert_rows(3)
    for column, key in enumerate(
        ["this_month" + Identity("workspace", "Risks", WORKSPACE_RETURN.version, "CWF", "2026-06").text(), "id", "title"], 1
    ):
        risks.cell(3, column, key)
    save(book, folder)
    assert said(read()) == [("clashing_identity", "CAP.xlsx › Risks")]


def test_a_workbook_that_is_no_return_is_said_to_be_none(folder: Path, read: Reading) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Budget monitoring"
    save(book, folder, "Budget.xlsx")
    found = read()
    assert said(found) == [("unknown_form", "Budget.xlsx")]
    assert any(t.text == "Budget monitoring" for t in found.texts)


def test_a_file_that_says_nothing_of_its_sender_is_known_by_its_name(folder: Path, read: Reading) -> None:
    save(voice(("Group", None)), folder, "PCF words June.xlsx")
    found = read()
    (words,) = found.returns.of(Voice)
    assert (words.sender, words.id, str(words.group)) == ("voice:PCF", "V-PCF-2026-06", "Parent Carer Forum")
    assert said(found) == []


def test_hand_made_returns_of_every_kind_are_told_apart_by_their_headings(folder: Path, read: Reading) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    page(book, "Start here", [("Organisation", "ICB"), ("Month", "June 2026"), ("Completed by", "Director"), ("Declaration", "Yes")])
    table(
        book,
        "Concerns",
        ["Concern", "What you have already done internally", "What you ask"],
        [["Therapies are short.", "Raised at executive.", "A joint plan."]],
    )
    save(book, folder, "concern.xlsx")
    log = openpyxl.Workbook()
    log.remove(log.worksheets[0])
    page(log, "Start here", [("Month", "June 2026")])
    table(
        log,
        "Actions",
        ["ID", "Agreed on", "Action", "Owner", "Due", "Status"],
        [["A-1", "17/06/2026", "Write to families.", "RDG", "31/07/2026", "Open"]],
    )
    save(log, folder, "actions.xlsx")  # a month and one table of ordinary headings are anybody's: this is asked about
    table(
        log,
        "Challenges",
        ["ID", "Date", "Raised by", "To", "Challenge", "Significant", "Answer by", "Status"],
        [["C-1", "17/06/2026", "Forum", "RDG", "When will they be told?", "Yes", "31/07/2026", "Open"]],
    )
    table(
        log,
        "Decisions",
        ["ID", "Item ID", "Type", "Date", "Decision", "Outcome required and by when", "Status"],
        [["D-1", "B-001", "Approve", "17/06/2026", "Approved the plan.", "By July.", "Open"]],
    )
    save(log, folder, "log.xlsx")
    found = read()
    assert states(found) == {
        "concern.xlsx": ("partner:ICB", ReceiptState.RECEIVED),
        "log.xlsx": ("board_log:BOARD", ReceiptState.RECEIVED),
        "actions.xlsx": ("", ReceiptState.SET_ASIDE),
    }
    assert [c.concern for c in found.returns.of(Concern)] == ["Therapies are short."]


# ---------- filled in, nil, versions ----------


def test_a_form_that_came_back_as_it_was_sent_is_not_received_and_none_of_it_counts(folder: Path, read: Reading) -> None:
    hostile.write(folder, "CAP.xlsx", _as_sent())
    found = read()
    assert states(found) == {"CAP.xlsx": ("workspace:CAP", ReceiptState.NOT_FILLED_IN)}
    assert said(found) == [("not_filled_in", "CAP.xlsx")]
    assert found.returns.rows == ()


def test_a_register_of_one_s_own_counts_with_nothing_said_under_this_month(folder: Path, read: Reading) -> None:
    cover = [(q, a if q in ("Workspace", "Month") else None) for q, a in COVER]
    save(workspace(milestone(this_month=None), cover=cover), folder)
    found = read()
    assert states(found) == {"CAP.xlsx": ("workspace:CAP", ReceiptState.RECEIVED)}
    assert len(found.returns.of(Milestone)) == 1


def _as_sent() -> bytes:
    """The form of Capital and Sufficiency as it goes out."""
    settings = load(Path(__file__).parents[2] / "pack.toml")
    return write(blank(return_kind("workspace"), Sender("workspace", "CAP"), Month("2026-06"), settings), settings)


@pytest.mark.parametrize("words", ["Nothing this month", "nothing this month.", "Nil return", "Nothing to report this month, thank you"])
def test_nothing_this_month_is_a_normal_return(folder: Path, read: Reading, words: str) -> None:
    save(voice(("What is working?", words), ("What do you ask the Board for?", None)), folder, "PCF.xlsx")
    found = read()
    assert states(found) == {"PCF.xlsx": ("voice:PCF", ReceiptState.NIL)}
    assert said(found) == []
    (row,) = found.returns.of(Voice)
    assert row.boxes == ()


def test_a_partner_with_no_concern_may_say_so(folder: Path, read: Reading) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    page(book, "Start here", [("Organisation", "ICB"), ("Month", "June 2026"), ("Completed by", "Director"), ("Declaration", "Yes")])
    table(book, "Concerns", ["Concern", "What you have already done internally", "What you ask"], [["Nothing this month", None, None]])
    save(book, folder, "concern.xlsx")
    found = read()
    assert states(found) == {"concern.xlsx": ("partner:ICB", ReceiptState.NIL)}
    assert found.returns.of(Concern) == ()


def test_nothing_in_one_box_beside_words_in_another_is_not_a_nil_return(folder: Path, read: Reading) -> None:
    save(voice(("What is working?", "Nothing"), ("What do you ask the Board for?", "Ring us back.")), folder, "PCF.xlsx")
    found = read()
    assert states(found) == {"PCF.xlsx": ("voice:PCF", ReceiptState.RECEIVED)}
    assert found.returns.of(Voice)[0].working == "Nothing"


def test_an_identical_copy_is_known_and_not_read_twice(folder: Path, read: Reading) -> None:
    save(workspace(), folder)
    hostile.write(folder, "CAP (1).xlsx", (folder / "CAP.xlsx").read_bytes())
    found = read()
    assert states(found)["CAP (1).xlsx"] == ("workspace:CAP", ReceiptState.IDENTICAL)
    assert said(found) == [("identical_copy", "CAP (1).xlsx")]
    assert len(found.returns.of(Milestone)) == 1


def test_of_two_versions_one_counts_and_the_other_is_said_with_the_reason(folder: Path, read: Reading) -> None:
    save(workspace(), folder, "CAP June.xlsx")
    save(workspace(milestone(status_now="At risk")), folder, "CAP June v2.xlsx")
    found = read()
    assert [str(m.status) for m in found.returns.of(Milestone)] == ["At risk"]
    assert states(found)["CAP June.xlsx"] == ("workspace:CAP", ReceiptState.SUPERSEDED)
    (fault,) = [f for f in found.returns.faults if f.kind is FaultKind.SUPERSEDED]
    assert (fault.cell.file, fault.expected, fault.suggestion) == (
        "CAP June.xlsx",
        "CAP June v2.xlsx",
        "its file name gives the higher version",
    )
    assert {t.text for t in found.texts if t.prints and t.cell.file == "CAP June.xlsx"} == {"CAP June.xlsx"}


def test_an_unfilled_form_never_replaces_a_filled_one(folder: Path, read: Reading) -> None:
    save(workspace(), folder, "CAP June.xlsx")
    hostile.write(folder, "CAP June v2.xlsx", _as_sent())
    assert [m.at.file for m in read().returns.of(Milestone)] == ["CAP June.xlsx"]


# ---------- texts for the guard ----------


def test_every_text_is_handed_over_with_its_place_wherever_it_hides(folder: Path, read: Reading) -> None:
    book = workspace(milestone(progress_this_month="progress-text"))
    sheet = book["Milestones"]
    sheet["F4"].comment = Comment("comment-text", "An officer")
    sheet["Z9"] = "far-text"
    sheet["H5"] = 9990000018
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[1].hidden = True
    sheet.oddHeader.center.text = "header-text"
    sheet.oddFooter.left.text = "footer-text"
    hidden = book.create_sheet("Secret-title")
    hidden["A1"] = "hidden-text"
    hidden.sheet_state = "veryHidden"
    book.properties.creator, book.properties.subject = "account-text", "property-text"
    book.defined_names["name_text"] = openpyxl.workbook.defined_name.DefinedName("name_text", attr_text='"defined-text"')
    validation = openpyxl.worksheet.datavalidation.DataValidation(
        type="list", formula1='"list-text,b"', showInputMessage=True, prompt="prompt-text"
    )
    sheet.add_data_validation(validation)
    validation.add("A4")
    save(book, folder)
    found = {t.text: t for t in read().texts}

    def place(text: str) -> tuple[TextPlace, str, bool]:
        whole = next(t for t in found if text in t)
        return (found[whole].where, str(found[whole].cell), found[whole].prints)

    assert place("progress-text") == (TextPlace.CELL, "CAP.xlsx › Milestones!F4", True)
    assert place("comment-text") == (TextPlace.COMMENT, "CAP.xlsx › Milestones!F4", False)
    assert place("far-text") == (TextPlace.CELL, "CAP.xlsx › Milestones!Z9", False)
    assert place("9990000018")[:2] == (TextPlace.NUMBER, "CAP.xlsx › Milestones!H5")
    assert place(str(MILESTONE[2])) == (TextPlace.HIDDEN, "CAP.xlsx › Milestones!C4", True)
    assert place("hidden-text") == (TextPlace.HIDDEN, "CAP.xlsx › Secret-title!A1", False)
    assert place("Secret-title")[0] is TextPlace.SHEET_NAME
    assert [place(t)[0] for t in ("header-text", "footer-text")] == [TextPlace.HEADER] * 2
    assert [place(t)[0] for t in ("property-text", "account-text", "An officer")] == [TextPlace.PROPERTY, TextPlace.TRACE, TextPlace.TRACE]
    assert {place(t)[2] for t in ("defined-text", "list-text", "prompt-text", "header-text", "property-text")} == {False}
    assert place("CAP.xlsx") == (TextPlace.FILE_NAME, "CAP.xlsx", True)


def test_only_what_the_board_could_see_is_marked_as_printing(folder: Path, read: Reading) -> None:
    save(workspace(milestone(status_now="Greenish")), folder)
    prints = {t.cell.ref: t.text for t in read().texts if t.prints and t.cell.sheet == "Milestones"}
    assert "A4" not in prints  # “This month” never prints
    assert "D4" not in prints  # and what could not be read is “Not stated”
    assert prints["F4"] == "Interim rooms found."
    covers = {t.text for t in read().texts if t.prints and t.cell.sheet == "Start here"}
    assert "Programme manager" not in covers
    assert "56 places are late." in covers


def test_the_same_folder_read_twice_gives_the_same_month(folder: Path, read: Reading) -> None:
    save(workspace(milestone(status_now="Greenish"), milestone(id="M-CAP-008")), folder)
    save(voice(), folder, "PCF.xlsx")
    assert read() == read()


def test_a_risk_with_a_score_in_words_keeps_its_numbers(folder: Path, read: Reading) -> None:
    book = workspace()
    said_of = {
        "This month": "Changed",
        "ID": "R-CAP-1",
        "Risk: cause, event, effect": "Because building slips, places are late.",
        "Status": "open",
    }
    said_of |= {
        "Likelihood now": "3 Possible",
        "Impact now": "Major",
        "Next review": "31/07/2026",
        "Controls and mitigation": "Weekly check",
    }
    said_of |= {"Level": "system", "Theme": "the weather", "Owner (role)": "Head", "Response": "Treat"}
    row_of(book["Risks"], 4, said_of)
    save(book, folder)
    found = read()
    (risk,) = found.returns.of(Risk)
    assert (risk.id, risk.likelihood, risk.consequence, risk.score) == ("R-CAP-001", 3, 4, 12)
    assert said(found) == [("not_in_list", "CAP.xlsx › Risks!N4")]


def test_a_file_that_cannot_be_opened_is_said_and_the_rest_goes_on(folder: Path, read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    save(workspace(), folder)
    save(voice(), folder, "PCF.xlsx")

    def digest(path: Path) -> str:
        if path.name == "PCF.xlsx":
            raise PermissionError(13, "in use")
        return receipts.digest(path)

    monkeypatch.setattr(module, "digest", digest)
    found = read()
    assert said(found) == [("unreadable", "PCF.xlsx")]
    assert len(found.returns.of(Milestone)) == 1
