"""Sense of the months of an indicator: whether each is there, and has the figure it had (AP259)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...english import in_words
from ...model import Cell, Month, Sender
from ...model.problem import Severity
from ...returns.received import Returns
from ...returns.workspace import PERIODS, IndicatorFigure
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Rule, rule
from .figures_in_order import cells_of, in_order, in_order_before
from .series import ENOUGH


@rule(
    "AP259",
    "No month of an indicator is left out",
    severity=Severity.WARNING,
    because="A figure that does not come must be missed: a gap is not an absence of news.",
    example="“Annual reviews completed in time” has no row for May 2026.",
)
def months_left_out(case: Case) -> Iterator[Found]:
    """Put the row back, or the month right; where there is no figure, leave it empty and say why under Reason if missing."""
    if case.last is None:
        return
    for indicator in case.settings.indicators:
        sender = Sender("workspace", indicator.accountable)
        receipt = case.returns.receipt(sender)
        if receipt is None or not receipt.counts or case.returns.lacks(IndicatorFigure, sender):
            continue
        if moved := moved_by_a_row(case, indicator, sender):
            yield moved
            continue
        gone = missing_months(case, indicator)
        if len(gone) <= len(_of_no_month(case, indicator, sender)):
            continue
        if ahead := _ahead(case, indicator, gone):
            yield ahead
        else:
            sheet = IndicatorFigure.sheet_title
            name = indicator.in_short
            months = in_words(m.name for m in gone) if len(gone) <= ENOUGH else f"{len(gone)} months from {gone[0].name} to {gone[-1].name}"
            yield Found((Cell(file=receipt.file, sheet=sheet),), f"“{name}” has no row for {months}.", (indicator.code,), sender)


def _of_no_month(case: Case, indicator: Indicator, sender: Sender) -> list[IndicatorFigure]:
    """Rows that may be those of months left out: their month, or what they are a figure of, could not be read."""
    mine = (r for r in case.returns.of(IndicatorFigure, sender) if case.unread(r, "indicator", "period_end"))
    return [r for r in mine if r.indicator is None or r.indicator.meaning == indicator.code]


def missing_months(case: Case, indicator: Indicator) -> tuple[Month, ...]:
    """The months of an indicator the last record has, or that have come round since, and for which nothing was sent.

    Months before all that were sent are missed only where the form brought them: each month the oldest falls off it.
    """
    if case.last is None:
        return ()
    known, sent = _months(case.last.returns, indicator), _months(case.returns, indicator)
    if not known:
        return ()
    step = 12 if indicator.annual else 1
    behind = Month.of(case.last.position).after(max(known))
    newest, following = Month.of(case.position).plus(-behind), max(known).plus(step)
    expected = set(known)
    while following <= newest:
        expected.add(following)
        following = following.plus(step)
    on_the_form = sorted(expected | sent)[-PERIODS:]
    return tuple(sorted(m for m in expected - sent if m >= min(on_the_form[0], *sent)))


def _months(returns: Returns, indicator: Indicator) -> set[Month]:
    rows: Iterable[IndicatorFigure] = returns.of(IndicatorFigure)
    return {Month.of(r.period_end) for r in rows if r.indicator and r.indicator.meaning == indicator.code and r.period_end}


def _ahead(case: Case, indicator: Indicator, gone: tuple[Month, ...]) -> Found | None:
    """The month now due is not there, and one after it is, for which nothing was due: which of the two is meant, the sender knows."""
    known = _months(case.last.returns, indicator) if case.last else set[Month]()
    later = [r for r, _ in in_order(case, indicator) if r.period_end and Month.of(r.period_end) > gone[-1]]
    if len(gone) != 1 or gone[0] <= max(known) or len(later) != 1:
        return None
    row, due = later[0], gone[0].name
    sentence = f"“{indicator.in_short}” has a row for {Month.of(row.period_end or date.min).name} and none for {due}. Is {due} meant?"
    return Found((row.cell("period_end"),), sentence, (indicator.code,), row.sender)


def moved_by_a_row(case: Case, indicator: Indicator, sender: Sender) -> Found | None:
    """The figures of earlier months, each in its neighbour's month: one column was moved by a row, and the newest figure with it."""
    if case.last is None:
        return None
    was = {_month_of(row): figure for row, figure in in_order_before(case, indicator)}
    now = {_month_of(row): (row, figure) for row, figure in in_order(case, indicator)}
    months = sorted(was)
    changed = [at for at, month in enumerate(months) if month in now and now[month][1] != was[month]]
    for by, neighbour in ((-1, "before"), (1, "after")):
        theirs = [at for at in changed if 0 <= at + by < len(months) and now[months[at]][1] == was[months[at + by]]]
        if len(theirs) < ENOUGH or len(theirs) * 4 < len(changed) * 3:
            continue
        first, last = months[theirs[0]], months[theirs[-1]]
        sentence = (
            f"“{indicator.in_short}” has, in {len(theirs)} months from {first.name} to {last.name}, what the month {neighbour} each had "
            f"in the return for {case.last.month.name}. Was one column moved by a row?"
        )
        row = now[last][0]
        return Found((row.cell("period_end"), *cells_of(row)), sentence, (indicator.code,), sender)
    return None


def _month_of(row: IndicatorFigure) -> Month:
    return Month.of(row.period_end or date.min)


RULES: tuple[Rule, ...] = (months_left_out,)
