"""Forms of an earlier declaration are still read: the version is data in the form, and old headings are known by their new column."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from read_back import put, read

from assurance_pack.home import Home
from assurance_pack.intake.recognising.identity import parse_key
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import RETURNS
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.schema import Row, columns, sheet_aliases
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
SENT = {
    "Capital and Sufficiency June 2026.xlsx": "workspace",
    "RDG return June 2026.xlsx": "rdg",
    "SENCo network June.xlsx": "voice",
    "NHS trust concern June 2026.xlsx": "partner",
    "Board log June 2026.xlsx": "board_log",
}
RENAMED = {(cls.sheet_title, c.heading): c.aliases[0] for kind in RETURNS for cls in kind.sheets for c in columns(cls) if c.aliases}


def stated(returns: Returns) -> list[tuple[str, dict[str, object]]]:
    """What every row states, in the order read."""
    return [(type(r).__name__, {c.name: getattr(r, c.name) for c in columns(type(r))}) for r in returns.rows]


def key_cells(sheet: Worksheet) -> list[object]:
    """The cells that hold keys: the hidden row of a table, the hidden column of a page."""
    return [c for c in (*sheet[3], *sheet["A"]) if isinstance(c.value, str) and (";form=" in c.value or parse_key(c.value)[0] in KEYS)]


KEYS = {c.name for kind in RETURNS for cls in kind.sheets for c in columns(cls)}


def with_old_headings(book: openpyxl.Workbook) -> None:
    """Every heading and question that had another name has it again."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=40):
            for cell in row:
                question = str(cell.value or "").split("\n")[0].strip()
                number, _, rest = question.partition("  ")
                old = RENAMED.get((sheet.title, rest if number.isdigit() else question))
                if old:
                    cell.value = old


def without_keys(book: openpyxl.Workbook) -> None:
    """As a form was before there were hidden keys."""
    for sheet in book.worksheets:
        for cell in key_cells(sheet):
            cell.value = None  # type: ignore[attr-defined]
    for name in ("_pack", "Lists"):
        if name in book.sheetnames:
            del book[name]
    for prop in [p.name for p in book.custom_doc_props.props]:
        del book.custom_doc_props[prop]


def with_version(book: openpyxl.Workbook, version: str) -> None:
    """The same form, saying it is of another version."""
    for sheet in book.worksheets:
        for cell in key_cells(sheet):
            cell.value = re.sub(r";v=\d+;", f";v={version};", str(cell.value))  # type: ignore[attr-defined]
    for row in book["_pack"].iter_rows():
        if row[0].value == "version":
            row[1].value = version
    for prop in book.custom_doc_props.props:
        if prop.name == "Pack.version":
            prop.value = version


def changed(home: Home, file: str, *changes: object) -> None:
    """One sample return put into the folder with these changes."""
    book = openpyxl.load_workbook(ROOT / "inputs" / JUNE / file)
    for change in changes:
        change(book)  # type: ignore[operator]
    out = io.BytesIO()
    book.save(out)
    put(home, JUNE, file, out.getvalue())


@pytest.fixture
def as_sent(home: Home, settings: Settings, request: pytest.FixtureRequest) -> Returns:
    changed(home, request.param)
    return read(home, JUNE, settings)


@pytest.mark.parametrize(("file", "as_sent"), [(f, f) for f in SENT], indirect=["as_sent"], ids=SENT.values())
def test_a_form_with_the_headings_of_earlier_forms_is_read_by_them(home: Home, settings: Settings, file: str, as_sent: Returns) -> None:
    changed(home, file, with_old_headings, without_keys)
    returns = read(home, JUNE, settings)
    assert stated(returns) == stated(as_sent)
    asked = set() if file.startswith("PCF") or "ouncil" in file else {FaultKind.WITHOUT_IDENTITY}  # people's own words are not asked about
    assert {f.kind for f in returns.faults} - asked == {f.kind for f in as_sent.faults}


@pytest.mark.parametrize(("file", "as_sent"), [(f, f) for f in SENT], indirect=["as_sent"], ids=SENT.values())
def test_a_form_of_an_earlier_version_is_read_and_said_to_be_old(home: Home, settings: Settings, file: str, as_sent: Returns) -> None:
    changed(home, file, with_old_headings, lambda book: with_version(book, "0"))
    returns = read(home, JUNE, settings)
    assert stated(returns) == stated(as_sent)
    assert [f.cell.file for f in returns.faults if f.kind is FaultKind.OLDER_FORM] == [file]


@pytest.mark.parametrize("version", ["99", "2b", ""])
def test_a_form_of_a_version_we_do_not_know_is_read_all_the_same(home: Home, settings: Settings, version: str) -> None:
    file = "Capital and Sufficiency June 2026.xlsx"
    changed(home, file)
    before = read(home, JUNE, settings)
    changed(home, file, lambda book: with_version(book, version))
    after = read(home, JUNE, settings)
    assert stated(after) == stated(before)
    assert next(r for r in after.receipts if r.file).state is ReceiptState.RECEIVED


def test_a_column_whose_key_is_no_longer_known_is_found_by_its_heading(home: Home, settings: Settings) -> None:
    def old_keys(book: openpyxl.Workbook) -> None:
        sheet = book["Milestones"]
        for cell in sheet[3]:
            if cell.value == "path_to_green":
                cell.value = "recovery_plan"

    file = "Capital and Sufficiency June 2026.xlsx"
    changed(home, file)
    before = read(home, JUNE, settings)
    changed(home, file, old_keys, with_old_headings)
    assert stated(read(home, JUNE, settings)) == stated(before)


def test_a_sheet_under_the_name_it_had_before_is_read(home: Home, settings: Settings) -> None:
    def old_names(book: openpyxl.Workbook) -> None:
        for kind in RETURNS:
            for cls in kind.sheets:
                if cls.sheet_title in book.sheetnames and sheet_aliases(cls):
                    book[cls.sheet_title].title = sheet_aliases(cls)[0]

    for file in ("Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "NHS trust concern June 2026.xlsx"):
        changed(home, file)
    before = read(home, JUNE, settings)
    for file in ("Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "NHS trust concern June 2026.xlsx"):
        changed(home, file, old_names, without_keys)
    after = read(home, JUNE, settings)
    assert stated(after) == stated(before)
    assert FaultKind.RENAMED_SHEET not in {f.kind for f in after.faults}


def test_every_alias_belongs_to_one_column_of_its_sheet() -> None:
    """Otherwise an old heading would be read as the wrong column."""

    def said(cls: type[Row]) -> list[str]:
        return [name.casefold() for c in columns(cls) for name in {c.heading, *c.aliases}]

    for kind in RETURNS:
        for cls in kind.sheets:
            assert len(said(cls)) == len(set(said(cls))), cls.sheet_title
