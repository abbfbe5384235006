"""Signals from quality assurance (professional, or lived where it is families who answered) and from indicators (data)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ...meanings import Assurance, Reading
from ...model import Lens, Month, means
from ...returns.workspace import QAFinding
from ...settings.indicators import Indicator
from ..trends import Trend, written
from .delivery import last_reviewed
from .signal import Direction, Signal
from .sources import HeardMonth, Listening, data_set

LIVED = ("survey", "complaints")
"""Kinds of quality assurance in which families speak."""

YEARLY = ("inspection", "peer_review")
"""Kinds that come about once a year, and hold as long as an annual statistic."""

_GRADED: dict[str, Direction] = {"strength": "positive", "mixed": "mixed", "concern": "concern"}


def finding_signals(listening: Listening) -> Iterator[Signal]:
    """As graded, from the date on the report. A concern closed with its loop checked is a concern no longer."""
    for row, _ in last_reviewed(listening, QAFinding, _closed_strength):
        if row.theme is None or row.reading is None or row.reading.meaning not in _GRADED:
            continue
        dealt_with = row.finished and not means(row.reading, Reading.STRENGTH)
        yield Signal(
            theme=row.theme.meaning, lens=Lens.LIVED if means(row.activity, *LIVED) else Lens.PROFESSIONAL,
            direction="none" if dealt_with else _GRADED[row.reading.meaning], item=row.ref, source=_source(row), dated=_dated(row),
            says=row.finding or row.report or row.ref, cell=row.cell("reading"), sender=row.sender,
            strong=means(row.assurance, Assurance.NONE), old=listening.old(_dated(row), annual=means(row.activity, *YEARLY)),
        )  # fmt: skip


def _closed_strength(row: QAFinding, heard: HeardMonth) -> bool:
    """Whether it left the form as a strength: a report is as good as it was, for as long as it is not old."""
    return means(row.reading, Reading.STRENGTH) and row.finished


def _dated(row: QAFinding) -> date | None:
    return row.report_date or row.period_to


def _source(row: QAFinding) -> str:
    """The data set it rests on; without one, its report: two findings of one report are one source."""
    return data_set(row.source or row.report or row.ref)


def indicator_signals(listening: Listening, trends: Mapping[str, Trend]) -> Iterator[Signal]:
    """Special cause the wrong way, on a run chart the worst of its figures, or a target consistently missed: concern. The reverse: positive.

    Anything else is noise.
    """
    for indicator in listening.settings.indicators:
        trend = trends.get(indicator.code)
        if trend is None or (latest := trend.latest) is None or latest.cell is None:
            continue
        yield Signal(
            theme=indicator.theme, lens=Lens.DATA, direction=_reading(trend, indicator), item=indicator.code,
            source=data_set(indicator.source), dated=latest.period, says=_sentence(trend, indicator), cell=latest.cell,
            sender=latest.sender, strong=trend.worse and trend.assurance == "missed_consistently",
            old=listening.old(latest.period, annual=indicator.annual),
        )  # fmt: skip


def _reading(trend: Trend, indicator: Indicator) -> Direction:
    if indicator.good == "context":
        return "none"
    bad = trend.worse or trend.assurance == "missed_consistently"
    good = trend.better or trend.assurance == "met_consistently"
    if bad and good:
        return "mixed"
    return "concern" if bad else "positive" if good else "none"


def _sentence(trend: Trend, indicator: Indicator) -> str:
    latest = trend.latest
    assert latest is not None
    assert latest.value is not None
    parts = [f"{indicator.in_short}: {written(latest.value, indicator)} in {Month.of(latest.period).name}"]
    if trend.variation in ("improving", "worsening"):
        parts.append(trend.variation)
    elif trend.plain:
        parts.append(trend.plain)
    if trend.assurance in ("met_consistently", "missed_consistently") and trend.target is not None:
        verb = "met" if trend.assurance == "met_consistently" else "missed"
        parts.append(f"target of {written(trend.target, indicator)} consistently {verb}")
    return ", ".join(parts)
