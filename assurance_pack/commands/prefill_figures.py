"""What comes forward onto the indicators of a form: the newest periods, empty, then two years as last sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ..calendar import position_date
from ..intake.issue import FormRow
from ..model import Month, Sender, means
from ..returns.workspace import PERIODS, IndicatorFigure
from .forward import Forward
from .prefill_answers import brought


def indicator_rows(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """The newest period at the top with its cells empty, then two years as last sent: a revision is a changed cell."""
    code = sender.code
    ours = [i for i in forward.settings.indicators if i.accountable == code]
    sent = {i.code: _sent(i.code, sender, forward) for i in ours}
    newest = _newest_expected(sent, sender, forward)
    lines: list[tuple[date, int, FormRow]] = []
    for place, indicator in enumerate(ours):
        known = sent[indicator.code]
        for period in sorted({*known, *_to_come(known, newest, annual=indicator.annual)}, reverse=True)[:PERIODS]:
            row = known.get(period)
            before = brought(row, IndicatorFigure)
            lines.append(
                (period, place, FormRow({"indicator": indicator.name, "period_end": period, **before}, {"value": before.get("value")}))
            )
    return [line for _, _, line in sorted(lines, key=lambda found: (-found[0].toordinal(), found[1]))]


def _sent(code: str, sender: Sender, forward: Forward) -> dict[date, IndicatorFigure]:
    """The figures of one indicator as last sent, by period."""
    rows = forward.rows_from(sender).of(IndicatorFigure, sender)
    return {r.period_end: r for r in rows if means(r.indicator, code) and r.period_end}


def _newest_expected(sent: Mapping[str, Mapping[date, IndicatorFigure]], sender: Sender, forward: Forward) -> date:
    """The newest period there can be figures for: as far behind the position date as the best of them was last month."""
    newest = [max(known) for known in sent.values() if known]
    last = forward.last_from(sender)
    behind = min((Month.of(last.position).after(Month.of(day)) for day in newest), default=0) if last else 0
    return Month.of(position_date(forward.settings, forward.month)).plus(-max(behind, 0)).last_day


def _to_come(known: Mapping[date, IndicatorFigure], newest: date, *, annual: bool) -> Iterable[date]:
    """The periods after the last one sent, up to the newest there can be."""
    step = 12 if annual else 1
    month = Month.of(max(known)).plus(step) if known else Month.of(newest)
    while month.last_day <= newest:
        yield month.last_day
        month = month.plus(step)
