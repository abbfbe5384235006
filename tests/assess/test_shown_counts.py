"""Counts too small to show leave the month, and the records of versions that still held them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS, june, line, may, record

from assurance_pack.assess.shown_counts import GRADES, as_shown, shown_count, shown_counts
from assurance_pack.home import Home
from assurance_pack.model import Word
from assurance_pack.record import store
from assurance_pack.record.month import Record
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding, Risk


def figure(code: str, **values: object) -> IndicatorFigure:
    named = SETTINGS.indicator(code)
    assert named
    row: IndicatorFigure = line(IndicatorFigure, indicator=Word(text=named.name, meaning=code), **values)
    return row


def test_a_record_of_an_earlier_version_loses_its_small_counts_and_nothing_else() -> None:
    held = may(line(QAFinding, id="Q-QDD-013", sample=40, good=37, inadequate=3), line(Risk, id="R-CAP-004", likelihood=5))
    read = as_shown(held, ())
    (finding,), (risk,) = read.returns.of(QAFinding), read.returns.of(Risk)
    assert (finding.inadequate, finding.suppressed["inadequate"]) == (None, "[c]")
    assert risk.likelihood == 5


def test_a_record_in_which_nothing_is_small_or_whose_counts_are_out_is_given_back_as_it_is() -> None:
    for kept in (
        may(line(QAFinding, id="Q-QDD-013", sample=40, good=20, inadequate=20)),
        may(line(QAFinding, id="Q-QDD-013", sample=3, good=3)).model_copy(update={"small_counts_out": True}),
    ):
        assert as_shown(kept, ()) is kept


def test_a_month_without_a_small_count_is_given_back_as_it_is() -> None:
    month = june(figure("IND-02", numerator=60, denominator=90), line(Risk, id="R-CAP-004"))
    assert shown_counts(month, SETTINGS, ()) is month


def test_a_small_numerator_goes_with_its_denominator() -> None:
    (shown,) = shown_counts(june(figure("IND-02", numerator=3, denominator=90)), SETTINGS, ()).of(IndicatorFigure)
    assert (shown.numerator, shown.denominator, shown.value) == (None, None, None)
    assert set(shown.suppressed) == {"numerator", "denominator"}


def shown_grades(row: QAFinding) -> str:
    """The grades of a finding and its sample, as anybody may see them."""
    cells = [str(shown_count(row, name)) for name in GRADES]
    return f"{' '.join(cells)} of {shown_count(row, 'sample')}"


def told(*months: dict[str, Any]) -> str:
    """One finding month after month, each kept as shown and shown beside those before it; how the newest is shown."""
    history: list[Record] = []
    shown = ""
    for number, values in enumerate(months, start=1):
        (row,) = shown_counts(june(line(QAFinding, id="Q-QDD-013", **values)), SETTINGS, history).of(QAFinding)
        history.append(record(f"2026-0{number}", date(2026, number, 28), row))
        shown = shown_grades(row)
    return shown


def grades(*counts: int | None, **more: Any) -> dict[str, Any]:
    return {**dict(zip(GRADES, counts, strict=True)), **more}


C = {"suppressed": {"inadequate": "[c]"}}


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (grades(0, 20, 20, 0, sample=40), "0 20 20 0 of 40"),
        (grades(0, 9, 12, 3, sample=24), "0 [c] 12 [c] of 24"),
        (grades(0, 0, 0, 3, sample=3), "0 0 0 [c] of [c]"),
        (grades(0, 0, 0, 9, sample=9), "0 0 0 9 of 9"),
        (grades(1, 1, 0, 0, sample=2), "[c] [c] 0 0 of [c]"),
        (grades(None, None, None, None, sample=3), "[x] [x] [x] [x] of [c]"),
        (grades(None, None, None, None, sample=4), "[x] [x] [x] [x] of [c]"),
        (grades(None, None, None, None, sample=5), "[x] [x] [x] [x] of 5"),
        (grades(None, 9, 12, 3, sample=None), "[x] [c] 12 [c] of [x]"),
        (grades(None, None, None, 3, sample=3), "[x] [x] [x] [c] of [c]"),
        (grades(None, None, None, 3, sample=40), "[x] [x] [x] [c] of 40"),
        (grades(0, 20, 20, None, sample=43, **C), "0 20 20 [c] of [c]"),
        (grades(0, 20, 20, None, **C), "0 20 20 [c] of [x]"),
    ],
)
def test_the_grades_of_a_finding_are_shown_as_far_as_they_give_nobody_away(values: dict[str, Any], shown: str) -> None:
    assert told(values) == shown


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        ((grades(0, 9, 12, 3, sample=24), grades(0, 9, 12, 5, sample=26)), "0 [c] 12 [c] of 26"),
        ((grades(0, 9, 12, 30, sample=51), grades(0, 9, 14, 3, sample=26)), "0 9 [c] [c] of 26"),
        ((grades(0, 9, 12, 3, sample=24), grades(None, None, None, None, sample=24)), "[x] [x] [x] [x] of 24"),
        ((grades(0, 20, 20, None, sample=None, **C), grades(0, 20, 20, None, sample=43, **C)), "0 20 20 [c] of [c]"),
    ],
)
def test_what_earlier_packs_showed_of_a_finding_says_what_else_must_go(months: tuple[dict[str, Any], ...], shown: str) -> None:
    assert told(*months) == shown


def test_a_sample_that_was_shown_beside_the_same_grades_tells_nothing_new() -> None:
    values = grades(0, 20, 20, None, sample=43, **C)
    before = may(line(QAFinding, id="Q-QDD-013", **values))
    for then, shown in (((before,), "0 20 20 [c] of 43"), ((), "0 20 20 [c] of [c]")):
        (row,) = shown_counts(june(line(QAFinding, id="Q-QDD-013", **values)), SETTINGS, then).of(QAFinding)
        assert shown_grades(row) == shown
    (other,) = shown_counts(june(line(QAFinding, id="Q-QDD-013", **{**values, "sample": 44})), SETTINGS, (before,)).of(QAFinding)
    assert shown_grades(other) == "0 20 20 [c] of [c]"
    (changed,) = shown_counts(june(line(QAFinding, id="Q-QDD-013", **{**values, "good": 21})), SETTINGS, (before,)).of(QAFinding)
    assert shown_grades(changed) == "0 21 20 [c] of [c]"


def test_another_finding_of_an_earlier_month_says_nothing_of_this_one() -> None:
    before = may(line(QAFinding, id="Q-QDD-014", **grades(0, 9, 12, 30, sample=51)))
    (row,) = shown_counts(june(line(QAFinding, id="Q-QDD-013", **grades(0, 9, 14, 3, sample=26))), SETTINGS, (before,)).of(QAFinding)
    assert shown_grades(row) == "0 [c] 14 [c] of 26"


def test_a_finding_whose_sender_wrote_the_symbols_is_given_back_as_it_is() -> None:
    month = june(line(QAFinding, id="Q-QDD-013", sample=None, good=None, suppressed={"good": "[c]", "sample": "[c]"}))
    assert shown_counts(month, SETTINGS, ()) is month


@pytest.mark.parametrize(
    ("code", "values", "left"),
    [
        ("IND-02", {"numerator": 60, "denominator": 90}, {"numerator": 60, "denominator": 90}),
        ("IND-02", {"numerator": 5, "denominator": 9}, {}),
        ("IND-02", {"numerator": 0, "denominator": 3}, {}),
        ("IND-02", {"value": 3}, {"value": 3}),
        ("IND-02", {"denominator": 3, "value": 50}, {"value": 50}),
        ("IND-06", {"value": 3}, {}),
        ("IND-06", {"value": 31, "numerator": 3}, {"value": 31}),
        ("IND-06", {"value": 31, "numerator": 31, "denominator": 4}, {"value": 31, "numerator": 31}),
        ("IND-07", {"value": 3.5}, {"value": 3.5}),
        ("IND-07", {"value": 3.5, "numerator": 3}, {"value": 3.5}),
    ],
)
def test_of_a_figure_that_is_shown_only_small_counts_go_and_of_one_that_is_not_all(
    code: str, values: dict[str, float], left: dict[str, float]
) -> None:
    (row,) = shown_counts(june(figure(code, **values)), SETTINGS, ()).of(IndicatorFigure)
    assert {n: v for n in ("numerator", "denominator", "value") if (v := getattr(row, n)) is not None} == left
    assert set(row.suppressed) == set(values) - set(left)


def test_the_symbol_says_why_a_figure_is_not_given() -> None:
    (few,) = shown_counts(june(figure("IND-02", numerator=5, denominator=9)), SETTINGS, ()).of(IndicatorFigure)
    (small,) = shown_counts(june(figure("IND-02", numerator=3, denominator=90)), SETTINGS, ()).of(IndicatorFigure)
    assert (set(few.suppressed.values()), set(small.suppressed.values())) == ({"[u]"}, {"[c]"})


def test_small_counts_of_an_indicator_nobody_named_or_listed_go_all_the_same() -> None:
    for named in (None, Word(text="Something of our own", meaning="IND-99")):
        sent = line(IndicatorFigure, indicator=named, numerator=3, denominator=90, value=4)
        (row,) = shown_counts(june(sent), SETTINGS, ()).of(IndicatorFigure)
        assert (row.numerator, row.denominator, row.value) == (None, 90, None)


def test_what_was_suppressed_before_stays_named_beside_what_is_now() -> None:
    sent = figure("IND-06", value=31, numerator=3).model_copy(update={"suppressed": {"denominator": "[c]"}})
    (row,) = shown_counts(june(sent), SETTINGS, ()).of(IndicatorFigure)
    assert (row.value, row.suppressed) == (31, {"denominator": "[c]", "numerator": "[c]"})


def test_a_record_read_as_far_as_it_is_asked_for_loses_its_small_counts_too(home: Home) -> None:
    held = may(
        line(QAFinding, id="Q-QDD-013", sample=40, good=37, inadequate=3),
        line(QAFinding, 6, id="Q-QDD-014", sample=40, good=40),
        figure("IND-02", numerator=3, denominator=90),
        line(Risk, id="R-CAP-004", likelihood=5),
    )
    store.keep(home, held)
    needed = store.load(home, held.month, as_needed=True)
    assert needed
    read, whole = as_shown(needed, ()), as_shown(held, ())
    assert read.small_counts_out
    for cls in (QAFinding, IndicatorFigure, Risk):
        assert read.returns.of(cls) == whole.returns.of(cls)
    assert [shown_grades(row) for row in whole.returns.of(QAFinding)] == ["[x] [c] [x] [c] of 40", "[x] 40 [x] [x] of 40"]
    assert whole.returns.of(IndicatorFigure)[0].suppressed == {"numerator": "[c]", "denominator": "[c]"}


def test_a_count_that_was_not_stated_is_not_available_and_nil_is_a_count() -> None:
    row = line(QAFinding, good=0, suppressed={"inadequate": "[c]"})
    assert [str(shown_count(row, name)) for name in ("good", "inadequate", "outstanding")] == ["0", "[c]", "[x]"]
