"""Figures, months and words as others in life enter them: siblings of the cases, tried by somebody who did not mend the first."""

from __future__ import annotations

import calendar
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, SETTINGS, case_bytes, curve, edited, june_of, places, received, said
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from assurance_pack.model import Month
from assurance_pack.model.problem import Severity
from assurance_pack.pipeline import Understood, understand
from assurance_pack.returns.workspace import Milestone, Risk

PLANS = "New EHC plans within 20 weeks, excluding exceptions"
VACANT = "Educational psychologist posts vacant"
NO_PLACE = "Children with a plan and no named place for September"
FORECAST = "High needs block, forecast variance at year end"
SENDERS = {
    PLANS: "Quality Assurance, Data and Digital",
    VACANT: "Commissioning and Workforce",
    NO_PLACE: "Capital and Sufficiency",
    FORECAST: "Capital and Sufficiency",
}
TWELVE = [(y, m) for y, m in [*((2025, n) for n in range(6, 13)), *((2026, n) for n in range(1, 6))]]
"""June 2025 to May 2026."""


def month_end(year: int, month: int) -> datetime:
    return datetime(year, month, calendar.monthrange(year, month)[1])


def values(*figures: Any) -> list[tuple[Any, Any, Any, Any]]:
    """Rows whose figure is typed under Value, the last for May 2026: period, numerator, denominator, value."""
    return [(month_end(*when), None, None, figure) for when, figure in zip(TWELVE[-len(figures) :], figures, strict=True)]


def shares(*numerators: Any, of: int = 100) -> list[tuple[Any, Any, Any, Any]]:
    """Rows counted as a numerator of a denominator, the last for May 2026."""
    return [(month_end(*when), n, of, None) for when, n in zip(TWELVE[-len(numerators) :], numerators, strict=True)]


def return_of(indicator: str, rows: list[tuple[Any, Any, Any, Any]], month: str = "June 2026") -> bytes:
    """A Workspace's return with these figures of one indicator."""
    book = openpyxl.load_workbook(io.BytesIO(case_bytes("h03")))
    book["Start here"]["C5"] = SENDERS[indicator]
    book["Start here"]["C6"] = month
    sheet = book["Indicators"]
    sheet.delete_rows(5, sheet.max_row)
    for row in rows:
        sheet.append([indicator, *row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def june(root: Path, indicator: str, rows: list[tuple[Any, Any, Any, Any]]) -> Understood:
    return june_of(root, {"Figures June 2026.xlsx": return_of(indicator, rows)})


def asked(understood: Understood) -> list[str]:
    """What is asked about the figures' rows."""
    return [p for p in places(said(understood)) if "Indicators!" in p]


STEADY = (4.1, 4.2, 4.2, 4.3, 4.3, 4.4, 4.4, 4.5, 4.5, 4.6, 4.6)


# ---------- a figure in another unit (h03) ----------


@pytest.mark.parametrize("typed", [4_700_000, "£4,700,000", 4700, "4,700", 0.0047], ids=str)
def test_a_forecast_in_pounds_or_thousands_is_in_question(typed: Any, tmp_path: Path) -> None:
    understood = june(tmp_path, FORECAST, values(*STEADY, typed))
    assert "AP258 Indicators!E16" in asked(understood)
    assert curve(understood, "IND-07")[-1] == "[q]"


@pytest.mark.parametrize(("typed", "rule"), [(48, "AP257"), (470, "AP258")])
def test_a_decimal_point_left_out_is_asked_about(typed: Any, rule: str, tmp_path: Path) -> None:
    assert asked(june(tmp_path, FORECAST, values(*STEADY, typed))) == [f"{rule} Indicators!E16"]


@pytest.mark.parametrize(("typed", "rule"), [(0.23, "AP256"), (0.2, "AP256"), (2300, "AP2")])
def test_a_share_where_a_percentage_is_counted_is_asked_about(typed: Any, rule: str, tmp_path: Path) -> None:
    of_figures = asked(june(tmp_path, VACANT, values(22, 23, 22, 24, 23, 22, 23, 24, 23, 22, 23, typed)))
    assert of_figures
    assert all(p.startswith(rule) for p in of_figures)


def test_shares_in_every_month_are_in_question_where_a_target_says_what_is_meant(tmp_path: Path) -> None:
    understood = june(tmp_path, PLANS, values(0.61, 0.63, 0.6, 0.62))
    assert asked(understood) == [f"AP256 Indicators!E{row}" for row in range(5, 9)]
    assert set(curve(understood, "IND-01")) == {"[q]"}


def test_a_percentage_typed_with_its_sign_is_read_as_it_looks(tmp_path: Path) -> None:
    understood = june(tmp_path, VACANT, values(22, 23, 22, "24%", 23, "22 %", 23, 24, 23, 22, 23, "23.0%"))
    assert asked(understood) == []
    assert curve(understood, "IND-03")[-1] == "23.0"


@pytest.mark.parametrize("times", [1_000, 1_000_000], ids=["thousands", "pounds"])
def test_forecasts_in_pounds_or_thousands_in_every_month_are_one_question(times: int, tmp_path: Path) -> None:
    understood = june(tmp_path, FORECAST, values(*(times * n for n in STEADY), 4.7 * times))
    assert asked(understood) == [" ".join(["AP258", *(f"Indicators!E{row}" for row in range(5, 17))])]
    assert set(curve(understood, "IND-07")) == {"[q]"}


@pytest.mark.parametrize("figures", [(4_700_000,), (4_600_000, 4_700_000)], ids=["one month", "two months"])
def test_a_first_forecast_in_pounds_is_in_question_with_nothing_to_compare_it_with(figures: tuple[int, ...], tmp_path: Path) -> None:
    understood = june(tmp_path, FORECAST, values(*figures))
    assert [p.split()[0] for p in asked(understood)] == ["AP258"]
    assert set(curve(understood, "IND-07")) == {"[q]"}


# ---------- a month entered twice (h08) ----------


@pytest.mark.parametrize("again", ["15 May 2026", datetime(2026, 5, 29), "2026-05-31", "31/05/26"], ids=str)
def test_a_month_entered_twice_under_another_form_of_it_is_in_question(again: Any, tmp_path: Path) -> None:
    rows = [*shares(60, 61, 62, 63), (again, 20, 100, None)]
    understood = june(tmp_path, PLANS, rows)
    assert "AP255 Indicators!B8 Indicators!B9" in asked(understood)
    assert curve(understood, "IND-01") == ["60.0", "61.0", "62.0", "[q]"]


def test_a_month_without_its_day_is_asked_about_where_it_stands_and_is_no_second_figure(tmp_path: Path) -> None:
    """Excel itself makes 1 May of "May 2026"; where it stays text, no day is guessed, for this month or any other cell."""
    understood = june(tmp_path, PLANS, [*shares(60, 61, 62, 63), ("May 2026", 20, 100, None)])
    assert asked(understood) == ["AP142 Indicators!B9"]
    assert curve(understood, "IND-01") == ["60.0", "61.0", "62.0", "63.0"]


def test_a_month_entered_three_times_is_one_question(tmp_path: Path) -> None:
    rows = [*shares(60, 61, 62, 63), (datetime(2026, 5, 1), 20, 100, None), ("15 May 2026", 30, 100, None)]
    understood = june(tmp_path, PLANS, rows)
    assert [p for p in asked(understood) if p.startswith("AP255")] == ["AP255 Indicators!B8 Indicators!B9 Indicators!B10"]
    assert curve(understood, "IND-01")[-1] == "[q]"


def test_an_earlier_month_entered_twice_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    rows = [*shares(60, 61, 62, 63), (datetime(2026, 3, 1), 20, 100, None)]
    understood = june(tmp_path, PLANS, rows)
    assert curve(understood, "IND-01") == ["60.0", "[q]", "62.0", "63.0"]


# ---------- months that are gone (h09) ----------


@pytest.mark.parametrize(
    ("gone", "missed"),
    [
        (range(3), "June 2025, July 2025 and August 2025"),
        ([6], "December 2025"),
        (range(1, 11), "10 months from July 2025 to April 2026"),
        (range(11), "11 months from June 2025 to April 2026"),
        ([2, 8], "August 2025 and February 2026"),
    ],
    ids=["the first months", "one in the middle", "all but the first and the last", "all but the last", "two apart"],
)
def test_months_gone_wherever_they_were_are_missed(gone: Any, missed: str, tmp_path: Path) -> None:
    rows = shares(*range(60, 72))
    home = received(tmp_path, {"May.xlsx": return_of(PLANS, rows[:-1], "May 2026")}, Month("2026-05"))
    received(tmp_path, {"June.xlsx": return_of(PLANS, [r for n, r in enumerate(rows) if n not in gone])})
    understood = understand(home, JUNE, SETTINGS)
    (found,) = [p for p in said(understood, "AP259") if p.items == ("IND-01",)]
    assert missed in found.sentence
    first = min(n for n in range(12) if n not in gone)  # a line begins with the first figure there is
    assert [first + n for n, p in enumerate(curve(understood, "IND-01")) if p == "[x]"] == [n for n in gone if n > first]


def test_the_oldest_month_that_falls_off_the_form_is_not_missed(tmp_path: Path) -> None:
    ends = [month_end(2024 + n // 12, 1 + n % 12) for n in range(3, 29)]  # April 2024 to May 2026
    rows = [(end, 60 + n, 100, None) for n, end in enumerate(ends)]
    home = received(tmp_path, {"May.xlsx": return_of(PLANS, rows[:-1], "May 2026")}, Month("2026-05"))
    received(tmp_path, {"June.xlsx": return_of(PLANS, rows[-24:])})
    assert said(understand(home, JUNE, SETTINGS), "AP259") == []


# ---------- limits of no width (h16) ----------


@pytest.mark.parametrize(
    ("indicator", "rows"),
    [
        (NO_PLACE, values(*[0] * 11, 2)),
        (NO_PLACE, values(*[0] * 12)),
        (PLANS, shares(*[100] * 10, 99, 99)),
        (PLANS, shares(*[100] * 9, 98, 99, 97)),
    ],
    ids=["zeros, then two", "zeros alone", "all but two alike", "all but three alike"],
)
def test_no_point_is_special_by_limits_of_no_width(indicator: str, rows: Any, tmp_path: Path) -> None:
    (trend,) = (t for t in june(tmp_path, indicator, rows).case.trends.values() if t.points)
    width = (trend.upper - trend.lower) if trend.upper is not None and trend.lower is not None else None
    assert trend.no_limits or (width or 0) > 0
    if not width:
        assert not any(p.special for p in trend.points)


# ---------- words struck out (h10) ----------

STRUCK = InlineFont(strike=True)


def struck(sheet: str, cell: str, value: Any = None) -> Any:
    """Strikes a cell out, or writes a value with words struck out in it."""

    def edit(book: Any) -> None:
        if value is None:
            book[sheet][cell].font = Font(strike=True)
        else:
            book[sheet][cell].value = value

    return edit


def risks_and_milestones(book: Any) -> None:
    """Nothing struck out in the case's own words."""
    book["Milestones"]["D5"] = "At risk"
    book["Milestones"]["F5"] = "Two piles are in."
    for row in book["Risks"].iter_rows(min_row=5):
        for cell in row:
            cell.font = Font()


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("Milestones", "F5", CellRichText("Two piles are in. ", TextBlock(STRUCK, "The crane has come."))),
        ("Milestones", "E5", None),
        ("Milestones", "B5", None),
        ("Risks", "D5", None),
        ("Risks", "C5", CellRichText(TextBlock(STRUCK, "Ferry"), " Boats are late")),
    ],
    ids=["half a cell", "a date", "an ID", "a number", "one word"],
)
def test_words_dates_and_ids_struck_out_are_asked_about(sheet: str, cell: str, value: Any, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        risks_and_milestones(book)
        struck(sheet, cell, value)(book)

    found = said(june_of(tmp_path, {"Struck.xlsx": edited("h10", edit)}), "AP158")
    assert places(found) == [f"AP158 {sheet}!{cell}"]
    assert found[0].severity == Severity.WARNING


def test_with_nothing_struck_out_nothing_is_said_of_it(tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"Struck.xlsx": edited("h10", risks_and_milestones)})
    assert said(understood, "AP158") == []
    assert (len(understood.case.returns.of(Milestone)), len(understood.case.returns.of(Risk))) == (1, 1)


# ---------- partners at length (h04, h21) ----------

LONG = "The last bus leaves the quay before the last lesson ends and so nobody stays to the end of it."


def partner(organisation: str, *concerns: str, done: str = "Asked twice.", ask: str = "A later bus.") -> bytes:
    def edit(book: Any) -> None:
        book["Start here"]["C5"] = organisation
        for number, concern in enumerate(concerns, start=5):
            for column, value in enumerate([concern, None, "Travel assistance", done, ask], start=1):
                book["Concerns"].cell(number, column, value)

    return edited("h04", edit)


def printed(understood: Understood) -> list[str]:
    concerns = understood.position.concerns
    return [str(line.row.concern) for line in (*concerns.concerns, *concerns.concerns_elsewhere)]


def test_four_concerns_of_one_partner_are_all_printed(tmp_path: Path) -> None:
    written = [f"{n} buses are late. {LONG}" for n in range(2, 6)]
    assert sorted(printed(june_of(tmp_path, {"Forum.xlsx": partner("Schools Forum", *written)}))) == written


def test_every_partner_at_length_is_printed(tmp_path: Path) -> None:
    names = ["Integrated Care Board", "Community NHS trust", "Schools Forum", "Further education college"]
    files = {f"{name}.xlsx": partner(name, f"{name}. {' '.join([LONG] * 8)}") for name in names}
    understood = june_of(tmp_path, files)
    assert {words.split(".")[0] for words in printed(understood)} == set(names)
    assert all(words.endswith(LONG) and words.count(LONG) == 8 for words in printed(understood))
    assert len(said(understood, "AP155")) == 4


def test_what_was_done_and_is_asked_at_length_is_printed_whole(tmp_path: Path) -> None:
    whole = " ".join([LONG] * 7)
    understood = june_of(tmp_path, {"College.xlsx": partner("Further education college", "No late bus.", done=whole, ask=whole)})
    concerns = understood.position.concerns
    (line,) = (*concerns.concerns, *concerns.concerns_elsewhere)
    assert (line.row.done, line.row.ask) == (whole, whole)
