"""The forms as they are issued: what they help with, what they keep from slips, how they print, and whom they can be read by."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise

import openpyxl
import pytest
from any_month import SENDERS
from issued import Issued
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assurance_pack.intake.issue import Form, FormRow, FormSheet, blank, write
from assurance_pack.intake.issue.style import ACCENT, GREY, INK, STATUS_TINTS, STILL_TO_DO, WHITE, YOURS
from assurance_pack.intake.recognising.identity import parse_key
from assurance_pack.model import Month, Sender
from assurance_pack.returns import RETURNS, ReturnKind, return_kind
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, QAFinding, Risk
from assurance_pack.schema import columns
from assurance_pack.schema.column import ColumnGroup, ColumnKind
from assurance_pack.settings import Settings

CAP = "Capital and Sufficiency"
KEY_ROW, HEAD_ROW, FIRST_ROW = 3, 4, 5
TABLES = [(kind, cls) for kind in RETURNS for cls in kind.sheets if cls.layout == "table"]


@pytest.fixture(scope="module")
def standard(settings: Settings) -> dict[str, openpyxl.Workbook]:
    """The standard form of each kind, opened."""
    drawn = {kind.key: write(blank(kind, SENDERS[kind.key], Month("2026-07"), settings), settings) for kind in RETURNS}
    return {key: openpyxl.load_workbook(io.BytesIO(data)) for key, data in drawn.items()}


def keys(sheet: Worksheet) -> dict[str, str]:
    """The letter of each column by its key."""
    return {parse_key(str(c.value))[0]: c.column_letter for c in sheet[KEY_ROW] if c.value}


def headings(sheet: Worksheet) -> list[str]:
    return [str(c.value) for c in sheet[HEAD_ROW] if c.value]


def validation_at(sheet: Worksheet, ref: str):  # type: ignore[no-untyped-def]  # openpyxl ships no types
    found = [v for v in sheet.data_validations.dataValidation if ref in v]
    assert len(found) <= 1, f"{ref} has two rules"
    return found[0] if found else None


# ---------- what it helps with ----------


@pytest.mark.parametrize(("kind", "cls"), TABLES, ids=lambda x: getattr(x, "key", getattr(x, "__name__", "")))
def test_every_cell_that_takes_a_word_offers_its_list_by_a_defined_name(
    standard: dict[str, openpyxl.Workbook], kind: ReturnKind, cls: type, settings: Settings
) -> None:
    book = standard[kind.key]
    sheet = book[cls.sheet_title]
    for column in columns(cls):
        rule = validation_at(sheet, f"{keys(sheet)[column.name]}{FIRST_ROW}")
        if column.words:
            assert rule is not None, column.name
            assert (rule.type, rule.formula1) == ("list", f"lst_{column.words}")
            assert rule.formula1 in book.defined_names
            offered = [
                c.value
                for row in book["Lists"][book.defined_names[rule.formula1].attr_text.partition("!")[2].replace("$", "")]
                for c in row
            ]
            assert offered == [w.word for w in settings.words(column.words)]


@pytest.mark.parametrize(("kind", "cls"), TABLES, ids=lambda x: getattr(x, "key", getattr(x, "__name__", "")))
def test_dates_and_whole_numbers_are_checked_with_words_that_say_what_to_type(
    standard: dict[str, openpyxl.Workbook], kind: ReturnKind, cls: type
) -> None:
    sheet = standard[kind.key][cls.sheet_title]
    for column in columns(cls):
        rule = validation_at(sheet, f"{keys(sheet)[column.name]}{FIRST_ROW}")
        if column.kind is ColumnKind.DATE:
            assert rule.type == "date"
            assert "30/09/2026" in rule.error
        if column.kind is ColumnKind.WHOLE and not column.words:
            assert rule.type == "whole"
            assert "whole number" in rule.error


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_every_cell_to_fill_in_says_what_it_is_for_within_what_a_spreadsheet_shows(
    standard: dict[str, openpyxl.Workbook], kind: ReturnKind
) -> None:
    for sheet in standard[kind.key]:
        for rule in sheet.data_validations.dataValidation:
            assert rule.prompt, (sheet.title, rule.sqref)
            assert len(rule.prompt) <= 255
            assert len(rule.promptTitle) <= 32
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.error or "") <= 225


def test_a_cell_that_starts_empty_says_what_was_said_last_month(july: Issued) -> None:
    sheet = july.open(CAP)["Milestones"]
    rule = validation_at(sheet, f"{keys(sheet)['progress']}{FIRST_ROW + 6}")
    assert rule.promptTitle == "In June you said"
    assert rule.prompt.startswith("“")
    assert "July" in rule.prompt


def test_the_cells_that_change_each_month_come_first_and_are_six_at_most() -> None:
    for cls in (Milestone, Risk, QAFinding):
        assert len([c for c in columns(cls) if c.group is ColumnGroup.MONTHLY]) == 6


def test_the_cells_that_change_each_month_stand_before_those_that_seldom_do(july: Issued) -> None:
    for name in (CAP, "Reform Delivery Group", "Board log"):
        for sheet in july.open(name).worksheets:
            cls = next(
                (
                    s
                    for kind in RETURNS
                    for s in kind.sheets
                    if s.sheet_title == sheet.title and s.layout == "table" and set(keys(sheet)) >= {c.name for c in columns(s)}
                ),
                None,
            )
            if cls is not None:
                groups = {c.name: c.group for c in columns(cls)}
                order = [groups[k] is ColumnGroup.MORE for k in keys(sheet) if k in groups]
                assert order == sorted(order), sheet.title


def test_last_months_status_and_date_stand_beside_this_months(july: Issued) -> None:
    sheet = july.open(CAP)["Milestones"]
    at = headings(sheet)
    assert at[at.index("Status now") - 1] == "Status in June"
    assert at[at.index("Forecast now") - 1] == "Forecast in June"
    where = keys(sheet)
    assert sheet[f"{where['info:status']}{FIRST_ROW}"].value == sheet[f"{where['status']}{FIRST_ROW}"].value


# ---------- what it keeps from slips ----------


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_every_sheet_is_protected_without_a_password(standard: dict[str, openpyxl.Workbook], kind: ReturnKind) -> None:
    for sheet in standard[kind.key].worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.protection.sheet
            assert sheet.protection.password is None


def test_headings_and_what_came_forward_are_locked_and_the_cells_to_fill_in_are_not(july: Issued) -> None:
    sheet = july.open(CAP)["Milestones"]
    where = keys(sheet)
    assert all(c.protection.locked for c in sheet[HEAD_ROW] if c.value)
    assert all(c.protection.locked for c in sheet[KEY_ROW] if c.value)
    for key in ("id", "title", "baseline", "info:status", "info:forecast"):
        assert sheet[f"{where[key]}{FIRST_ROW}"].protection.locked, key
    for key in ("this_month", "status", "forecast", "actual", "progress", "path_to_green", "evidence", "lead"):
        assert not sheet[f"{where[key]}{FIRST_ROW}"].protection.locked, key


def test_a_spare_row_is_open_but_for_its_id(july: Issued) -> None:
    sheet = july.open(CAP)["Milestones"]
    where = keys(sheet)
    spare = next(r for r in range(FIRST_ROW, sheet.max_row + 1) if not sheet[f"{where['title']}{r}"].value)
    assert sheet[f"{where['id']}{spare}"].value == "M-CAP-011"
    assert sheet[f"{where['id']}{spare}"].protection.locked
    assert not any(sheet[f"{where[k]}{spare}"].protection.locked for k in ("this_month", "title", "status", "baseline", "theme"))


def test_a_spare_row_without_an_id_lets_one_be_typed(july: Issued) -> None:
    sheet = july.open("Reform Delivery Group")["Answers to Workspaces"]
    assert sheet[f"A{FIRST_ROW}"].value is None
    assert not sheet[f"A{FIRST_ROW}"].protection.locked


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_each_sheet_opens_on_a_cell_to_fill_in(standard: dict[str, openpyxl.Workbook], kind: ReturnKind) -> None:
    for sheet in standard[kind.key].worksheets:
        if sheet.sheet_state == "visible" and sheet.title != "Challenges to answer" and kind.key != "board_log":
            view = sheet.sheet_view
            assert not sheet[view.selection[-1].activeCell].protection.locked, sheet.title


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "@SUM", "-2", "#REF!"])
def test_nothing_anybody_wrote_becomes_a_formula(text: str, settings: Settings) -> None:
    form = Form(
        return_kind("workspace"),
        Sender("workspace", "CAP"),
        CAP,
        Month("2026-07"),
        sheets={Milestone: FormSheet((FormRow({"title": text, "progress": text}),))},
    )
    sheet = openpyxl.load_workbook(io.BytesIO(write(form, settings)))["Milestones"]
    cell = sheet[f"{keys(sheet)['title']}{FIRST_ROW}"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_only_formulas_are_the_score_and_what_is_still_to_do(july: Issued) -> None:
    formulas = {(s.title, c.column_letter) for s in july.open(CAP).worksheets for row in s for c in row if c.data_type == "f"}
    assert {title for title, _ in formulas} == {"Start here", "Risks"}
    saved = openpyxl.load_workbook(july.path(CAP), data_only=True)
    assert saved["Start here"]["D15"].value == "10 of 10 to do"
    assert saved["Risks"]["G5"].value == 9


# ---------- how it looks and prints ----------


def test_status_cells_take_the_tint_of_their_word_and_a_shape_that_is_not_in_the_value(july: Issued, settings: Settings) -> None:
    sheet = july.open(CAP)["Milestones"]
    column = keys(sheet)["status"]
    rules = [
        r
        for area, rs in sheet.conditional_formatting._cf_rules.items()
        for r in rs
        if str(area.sqref).startswith(f"{column}{FIRST_ROW}") and r.type == "cellIs"
    ]
    assert {r.formula[0].strip('"') for r in rules} == {w.word for w in settings.words("milestone_status")}
    assert {sheet[f"{column}{r}"].value for r in range(FIRST_ROW, FIRST_ROW + 10)} <= {w.word for w in settings.words("milestone_status")}


@pytest.mark.parametrize(("kind", "cls"), TABLES, ids=lambda x: getattr(x, "key", getattr(x, "__name__", "")))
def test_a_table_keeps_its_headings_in_sight_and_prints_across_one_page_with_them_repeated(
    standard: dict[str, openpyxl.Workbook], kind: ReturnKind, cls: type
) -> None:
    sheet = standard[kind.key][cls.sheet_title]
    assert int(re.sub(r"\D", "", sheet.freeze_panes)) == FIRST_ROW
    assert sheet.print_title_rows in (f"${KEY_ROW}:${HEAD_ROW}", f"{KEY_ROW}:{HEAD_ROW}")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth or 1, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        1,
        True,
    )
    assert sheet.page_setup.fitToHeight == 0
    assert all(sheet.column_dimensions[letter].width >= 11 for letter in keys(sheet).values())
    assert all(c.alignment.wrap_text for c in sheet[FIRST_ROW][: len(keys(sheet))])


def test_no_sheet_of_any_form_has_a_merged_cell(july: Issued) -> None:
    for path in july.files:
        if path.suffix == ".xlsx":
            assert not any(s.merged_cells.ranges for s in openpyxl.load_workbook(path).worksheets), path.name


def test_rows_of_text_grow_with_what_is_typed(july: Issued) -> None:
    """A row whose height counts as set by hand would cut off what is typed in it."""
    with zipfile.ZipFile(july.path(CAP)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    rows = [r for r in re.findall(r"<row [^>]*>", sheet) if int(re.search(r'r="(\d+)"', r)[1]) >= FIRST_ROW]
    assert rows
    assert not any("customHeight" in r for r in rows)
    assert all(float(re.search(r'ht="([\d.]+)"', r)[1]) >= 24 for r in rows)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_pair_of_colours_can_be_read() -> None:
    pairs = [(INK, tint) for tint in STATUS_TINTS.values()] + [
        (INK, STILL_TO_DO),
        (INK, YOURS),
        (GREY, YOURS),
        (GREY, WHITE),
        (ACCENT, WHITE),
        (ACCENT, YOURS),
        (WHITE, ACCENT),
    ]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


# ---------- whom it can be read by ----------


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_a_form_has_a_title_and_a_language_and_says_what_it_is(kind: ReturnKind, settings: Settings) -> None:
    data = write(blank(kind, SENDERS[kind.key], Month("2026-07"), settings), settings)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:language>en-GB</dc:language>" in core
    assert f"<dc:title>{kind.form_title}, " in core
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {p.name: p.value for p in book.custom_doc_props.props}["Pack.form"] == kind.key
    assert book["_pack"].sheet_state == "veryHidden"


@pytest.mark.parametrize(("kind", "cls"), TABLES, ids=lambda x: getattr(x, "key", getattr(x, "__name__", "")))
def test_screen_readers_are_told_which_row_holds_the_headings(standard: dict[str, openpyxl.Workbook], kind: ReturnKind, cls: type) -> None:
    book = standard[kind.key]
    number = book.sheetnames.index(cls.sheet_title) + 1
    name = next(n for n in book.defined_names if n.startswith(f"ColumnTitleRegion{number}."))
    assert re.fullmatch(rf"ColumnTitleRegion{number}\.A4\.[A-Z]+\d+\.{number}", name)
    assert book.defined_names[name].attr_text == f"'{cls.sheet_title}'!$A$4"


@pytest.mark.parametrize(("kind", "cls"), TABLES, ids=lambda x: getattr(x, "key", getattr(x, "__name__", "")))
def test_the_keys_and_the_identity_stand_hidden_above_the_headings_of_every_table(
    standard: dict[str, openpyxl.Workbook], kind: ReturnKind, cls: type
) -> None:
    sheet = standard[kind.key][cls.sheet_title]
    assert sheet.row_dimensions[KEY_ROW].hidden
    key, identity = parse_key(str(sheet.cell(KEY_ROW, 1).value))
    assert key
    assert identity is not None
    assert (identity.form, identity.sheet, identity.month) == (kind.key, cls.sheet_title, "2026-07")
    assert set(keys(sheet)) >= {c.name for c in columns(cls)}


def test_headings_of_a_sheet_are_all_different(july: Issued) -> None:
    for name in (CAP, "Reform Delivery Group", "Board log"):
        for sheet in july.open(name).worksheets[1:]:
            if sheet.sheet_state == "visible":
                assert len(headings(sheet)) == len(set(headings(sheet))), sheet.title


# ---------- voice ----------


def test_a_voice_form_asks_for_no_status_no_theme_and_no_number() -> None:
    assert {c.words for c in columns(Voice) if c.words} == {"group", "how_many", "yes_no"}
    assert not [c for c in columns(Voice) if c.kind in (ColumnKind.NUMBER, ColumnKind.WHOLE)]
    assert not [c for c in columns(Voice) if c.required and not c.locked]


def test_a_voice_form_is_one_page_with_three_boxes(july: Issued) -> None:
    sheet = july.open("Parent Carer Forum")["Your words"]
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        1,
        1,
        True,
    )
    boxes = [
        r for r in range(1, 40) if sheet.cell(r, 1).value and parse_key(str(sheet.cell(r, 1).value))[0] in ("working", "not_working", "ask")
    ]
    assert len(boxes) == 3
    assert all(sheet.row_dimensions[r].height > 100 for r in boxes)
    last = int(sheet.print_area.rpartition("$")[2])
    secretariat = next(r for r in range(1, 60) if str(sheet.cell(r, 2).value or "").startswith("For the secretariat"))
    assert secretariat > last


def test_a_voice_form_shows_what_was_asked_and_what_came_of_it(july: Issued) -> None:
    said = " ".join(str(c.value) for row in july.open("Parent Carer Forum")["Your words"].iter_rows(max_row=8) for c in row if c.value)
    assert "Ask families each month whether call-backs were kept" in said
    assert "Not yet answered." in said
    assert "In hand. How calls are counted is published by 10 July" in said


# ---------- always the same ----------


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_the_same_form_has_the_same_bytes(kind: ReturnKind, settings: Settings) -> None:
    once, again = (write(blank(kind, SENDERS[kind.key], Month("2026-07"), settings), settings) for _ in range(2))
    assert once == again


def test_columns_of_a_table_follow_one_another_without_a_gap(july: Issued) -> None:
    for sheet in july.open(CAP).worksheets[1:7]:
        letters = list(keys(sheet).values())
        assert letters == [get_column_letter(n) for n in range(1, len(letters) + 1)]
        assert all(a < b for a, b in pairwise([openpyxl.utils.column_index_from_string(x) for x in letters]))
