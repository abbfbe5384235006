"""What people do to a form before they send it back: a row above, columns moved, a sheet renamed, values pasted. The rows stay the same.

Each is done to a filled-in form of the sample month, and the month read again.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assurance_pack.home import Home
from assurance_pack.intake.issue.form import blank
from assurance_pack.intake.issue.word_form import write_word
from assurance_pack.intake.issue.workbook import write
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone
from assurance_pack.schema import Row, columns
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
CAP = "workspace:CAP"
Change = Callable[[openpyxl.Workbook], object]


@dataclass(frozen=True)
class Bench:
    """The form of Capital and Sufficiency in a folder of its own, to do things to."""

    home: Home
    settings: Settings
    path: Path

    def read(self) -> Returns:
        """The month as it now is."""
        return read_month(self.home, JUNE, self.settings).returns

    def after(self, change: Change, name: str = "") -> tuple[Returns, Returns]:
        """The month before and after something was done to the form."""
        before = self.read()
        book = openpyxl.load_workbook(self.path)
        changed = change(book)
        self.path.unlink()
        (changed if isinstance(changed, openpyxl.Workbook) else book).save(self.path.with_name(name) if name else self.path)
        return before, self.read()


@pytest.fixture
def bench(sample_home: Home, settings: Settings) -> Bench:
    folder = sample_home.inputs(JUNE)
    path = next(p for p in sorted(folder.glob("*.xlsx")) if p.name.startswith("Capital"))
    for other in folder.iterdir():
        if other != path:
            other.unlink()
    return Bench(sample_home, settings, path)


def as_sent(sender: str, settings: Settings, word: bool = False) -> bytes:
    """A form as we issue it, with nothing in it but what says whose it is."""
    who = Sender.of(sender)
    form = blank(return_kind(who.kind), who, JUNE, settings)
    return write_word(form, settings) if word else write(form, settings)


def values(returns: Returns, *kinds: type[Row]) -> list[tuple[str, dict[str, Any]]]:
    rows = [r for r in returns.rows if r.sender == CAP and (not kinds or isinstance(r, kinds))]
    return [(type(r).__name__, {c.name: getattr(r, c.name) for c in columns(type(r))}) for r in rows]


def new_faults(before: Returns, after: Returns) -> list[tuple[str, str]]:
    def known(returns: Returns) -> set[tuple[FaultKind, str, str]]:
        return {(f.kind, f.row, f.column) for f in returns.faults}

    return sorted((f.kind.value, f.cell.sheet) for f in after.faults if (f.kind, f.row, f.column) not in known(before))


def headings(sheet: Any) -> int:
    """The row of headings: below the hidden row of keys."""
    return (
        next(row[0].row for row in sheet.iter_rows(max_row=10) for cell in row if isinstance(cell.value, str) and ";form=" in cell.value)
        + 1
    )


def move_columns(sheet: Any, order: Callable[[int], list[int]]) -> None:
    """Put the columns of a sheet into another order, keys and all."""
    old = {(c.row, c.column): (c.value, copy(c.number_format)) for row in sheet.iter_rows() for c in row if c.value is not None}
    last = sheet.max_column
    for row, column in old:
        sheet.cell(row, column).value = None
    for new, column in enumerate(order(last), start=1):
        for (row, at), (value, form) in old.items():
            if at == column:
                sheet.cell(row, new, value).number_format = form


def row_above(book: openpyxl.Workbook) -> None:
    for title in ("Milestones", "Risks", "Start here"):
        book[title].insert_rows(1, 2)
        book[title]["B1"] = "Checked by the programme office"


def columns_reordered(book: openpyxl.Workbook) -> None:
    move_columns(book["Milestones"], lambda last: list(range(last, 0, -1)))


def column_inserted(book: openpyxl.Workbook) -> None:
    book["Milestones"].insert_cols(4)


def keys_deleted(book: openpyxl.Workbook) -> None:
    for sheet in book:
        for row in sheet.iter_rows(max_row=10):
            for cell in row:
                if isinstance(cell.value, str) and ";form=" in cell.value:
                    sheet.delete_rows(cell.row)
                    break


def headings_in_capitals(book: openpyxl.Workbook) -> None:
    for title in ("Milestones", "Risks", "QA findings"):
        for cell in book[title][headings(book[title])]:
            cell.value = cell.value.upper() if isinstance(cell.value, str) else cell.value


def headings_and_keys_in_capitals(book: openpyxl.Workbook) -> None:
    headings_in_capitals(book)
    keys_deleted(book)


def sheet_renamed_with_a_space(book: openpyxl.Workbook) -> None:
    book["Milestones"].title = "Milestones "


def hidden_by_a_filter(book: openpyxl.Workbook) -> None:
    for number in range(headings(book["Milestones"]) + 2, book["Milestones"].max_row):
        book["Milestones"].row_dimensions[number].hidden = True


def meta_deleted(book: openpyxl.Workbook) -> None:
    for title in ("_pack", "Lists"):
        if title in book.sheetnames:
            del book[title]
    for prop in list(book.custom_doc_props.names):  # type: ignore[attr-defined]
        del book.custom_doc_props[prop]  # type: ignore[attr-defined]


def moved_to_a_new_workbook(book: openpyxl.Workbook) -> openpyxl.Workbook:
    """Every sheet's values copied into a fresh workbook: no validations, formats, names or properties, dates as they show."""
    fresh = openpyxl.Workbook()
    fresh.remove(fresh.worksheets[0])
    for sheet in book:
        if sheet.sheet_state == "visible":
            copied = fresh.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None and cell.data_type != "f":
                        copied.cell(cell.row, cell.column, cell.value)
    return fresh


def dates_pasted_as_numbers(book: openpyxl.Workbook) -> None:
    for row in book["Milestones"].iter_rows(min_row=headings(book["Milestones"]) + 1):
        for cell in row:
            if cell.is_date:
                cell.number_format = "General"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (row_above, [("no_place", "Milestones"), ("no_place", "Risks"), ("no_place", "Start here")]),
        (columns_reordered, []),
        (column_inserted, []),
        (headings_in_capitals, []),
        (keys_deleted, []),
        (headings_and_keys_in_capitals, []),
        (hidden_by_a_filter, [("out_of_sight", "Milestones")]),
        (meta_deleted, []),
        (moved_to_a_new_workbook, []),
        (sheet_renamed_with_a_space, []),
    ],
    ids=lambda value: getattr(value, "__name__", "").replace("_", " "),
)
def test_what_was_done_changes_neither_the_rows_nor_what_is_said(bench: Bench, change: Change, said: list[tuple[str, str]]) -> None:
    before, after = bench.after(change)
    assert values(after) == values(before)
    assert len(values(before, Milestone)) > 5
    assert new_faults(before, after) == said


def test_values_pasted_without_their_formats_are_still_the_days_they_were_and_it_is_said(bench: Bench) -> None:
    before, after = bench.after(dates_pasted_as_numbers)
    assert values(after) == values(before)
    assert {kind for kind, _ in new_faults(before, after)} == {"date_as_number"}


def test_a_sheet_in_a_workbook_of_its_own_is_known_and_the_missing_ones_are_said(bench: Bench) -> None:
    def alone(book: openpyxl.Workbook) -> None:
        for title in book.sheetnames:
            if title != "Milestones":
                del book[title]

    before, after = bench.after(alone, name="Milestones only.xlsx")
    assert values(after, Milestone) == values(before, Milestone)
    missing = [sheet for kind, sheet in new_faults(before, after) if kind == "missing_sheet"]
    assert missing == ["For RDG", "Indicators", "QA findings", "Risks", "Start here"]


def test_a_note_under_the_table_is_no_row(bench: Bench) -> None:
    def note(book: openpyxl.Workbook) -> None:
        sheet = book["Milestones"]
        sheet.cell(sheet.max_row + 2, 2, "All dates agreed with Highways on 12 June.")

    before, after = bench.after(note)
    assert values(after) == values(before)
    assert new_faults(before, after) == [("text_below_table", "Milestones")]


def test_a_merged_cell_leaves_the_other_rows_theme_not_stated_and_says_so(bench: Bench) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        sheet = book["Milestones"]
        top = headings(sheet) + 1
        place = next(c.column for c in sheet[top - 1] if c.value == "Theme")
        sheet.merge_cells(start_row=top, start_column=place, end_row=top + 1, end_column=place)

    before, after = bench.after(merge)
    first, second = after.of(Milestone, CAP)[:2]
    assert (first.theme is not None, second.theme) == (True, None)
    assert new_faults(before, after) == [("merged", "Milestones")]
    assert len(values(after)) == len(values(before))


def test_one_column_sorted_alone_still_reads_every_row_with_its_own_cells(bench: Bench) -> None:
    def sort_titles(book: openpyxl.Workbook) -> None:
        sheet = book["Milestones"]
        top = headings(sheet)
        place = next(c.column for c in sheet[top] if c.value == "Milestone")
        titles = sorted((sheet.cell(r, place).value for r in range(top + 1, sheet.max_row + 1) if sheet.cell(r, place).value), reverse=True)
        for number, title in enumerate(titles, start=top + 1):
            sheet.cell(number, place, title)

    before, after = bench.after(sort_titles)
    assert [m.id for m in after.of(Milestone, CAP)] == [m.id for m in before.of(Milestone, CAP)]
    assert sorted(m.title or "" for m in after.of(Milestone, CAP)) == sorted(m.title or "" for m in before.of(Milestone, CAP))
    assert [m.title for m in after.of(Milestone, CAP)] != [m.title for m in before.of(Milestone, CAP)]


def test_the_copy_of_a_sheet_in_the_same_file_is_said_and_read_once(bench: Bench) -> None:
    before, after = bench.after(lambda book: book.copy_worksheet(book["Milestones"]))
    assert values(after) == values(before)
    assert new_faults(before, after) == [("duplicate_sheet", "Milestones Copy")]


# ---------- a form that comes back as it was sent ----------


def test_every_form_we_issue_is_known_as_whose_it_is_and_as_not_filled_in_or_a_partners_as_nothing_this_month(
    home: Home, settings: Settings
) -> None:
    senders = (*expected_senders(settings), *(f"partner:{p.code}" for p in settings.partners))
    home.inputs(JUNE).mkdir(parents=True)
    for number, sender in enumerate(senders):
        (home.inputs(JUNE) / f"{number}.xlsx").write_bytes(as_sent(sender, settings))
    found = read_month(home, JUNE, settings).returns
    states = {s: ReceiptState.NIL if s.startswith("partner:") else ReceiptState.NOT_FILLED_IN for s in senders}
    assert {r.sender: r.state for r in found.receipts} == states
    assert {f.kind for f in found.faults} == {FaultKind.NOT_FILLED_IN}
    assert found.rows == ()


def test_a_voice_form_in_both_shapes_of_which_one_is_filled_in_is_read_from_that_one(home: Home, settings: Settings) -> None:
    home.inputs(JUNE).mkdir(parents=True)
    (home.inputs(JUNE) / "PCF.docx").write_bytes(as_sent("voice:PCF", settings, word=True))
    book = openpyxl.load_workbook(io.BytesIO(as_sent("voice:PCF", settings)))
    box = next(c for row in book["Your words"].iter_rows() for c in row if isinstance(c.value, str) and "What is working?" in c.value)
    box.offset(column=1).value = "Somebody rings back now."
    book.save(home.inputs(JUNE) / "PCF.xlsx")
    found = read_month(home, JUNE, settings).returns
    assert [v.working for v in found.of(Voice)] == ["Somebody rings back now."]
    told = [(f.kind, f.cell.file, f.suggestion) for f in found.faults if f.cell.file]
    assert told == [(FaultKind.SUPERSEDED, "PCF.docx", "this one is not filled in")]
