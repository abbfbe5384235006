"""Counts too small to show leave the month, and the records of versions that still held them."""

from __future__ import annotations

from assess_rows import SETTINGS, june, line, may

from assurance_pack.assess.shown_counts import as_shown, shown_counts
from assurance_pack.model import Word
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
