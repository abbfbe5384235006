"""Indicators over time: process-control (XmR) charts after the NHS *Making Data Count* method, or run charts where its limits would mislead."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from ..english import in_words, many
from ..model import Frozen, Month
from ..returns.received import Returns
from ..settings import Settings
from ..settings.indicators import DatedTarget, Indicator
from .indicator_figure import written
from .points import Point, figures_by_indicator, points_of, rolling
from .run_chart import NoLimits, plain_reading, target_kept, why_no_limits
from .xmr import MINIMUM, TRIAL, Cause, ProcessLimits, left_out, limits, special_causes

__all__ = ["Assurance", "Point", "Span", "Trend", "Variation", "trends", "written"]

Variation = Literal["improving", "worsening", "common_cause", "special_cause", "too_few", "run_better", "run_worse", "run"]
"""What the newest figure says. `run`, `run_better` and `run_worse` are of a run chart: compared plainly, with no word on chance."""

Assurance = Literal["met_consistently", "not_reliably", "missed_consistently", "no_target", "too_few"]


class Span(Frozen):
    """A stretch of time with its own limits: all of it, or what stands before or after the step."""

    start: date
    end: date
    mean: float
    lower: float
    upper: float


class Trend(Frozen):
    """One indicator: its points in order of time, its limits, and what they say. `trial` limits rest on fewer than twelve points.

    `mean`, `lower` and `upper` are those that hold now; `spans` has them with their dates, the earlier ones first. Without them it is a
    run chart: `no_limits` says why, and `plain` how the newest figure stands to the others, in words. `rolling` is the figure over the
    twelve months to the newest; `why` says of the newest point what makes it special; `note` what a reader must know: what the limits
    rest on, and what was left out of them.
    """

    indicator: str
    points: tuple[Point, ...]
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    target: float | None = None
    trial: bool = False
    variation: Variation = "too_few"
    assurance: Assurance = "too_few"
    why: str = ""
    no_limits: NoLimits = ""
    plain: str = ""
    rolling: float | None = None
    note: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The newest period with a figure."""
        return next((p for p in reversed(self.points) if p.value is not None), None)

    @property
    def better(self) -> bool:
        """Whether its figures have moved the right way: by more than chance, or plainly where chance cannot be told."""
        return self.variation in ("improving", "run_better")

    @property
    def worse(self) -> bool:
        """Whether its figures have moved the wrong way."""
        return self.variation in ("worsening", "run_worse")


def trends(returns: Returns, settings: Settings, before: Returns | None = None) -> dict[str, Trend]:
    """Every indicator of the settings by its code, with the figures received for it.

    A period sent twice counts once: by whoever is accountable for the indicator, else the first. `before` are the returns of last time:
    a figure that differs from the one sent then is marked revised.
    """
    earlier = figures_by_indicator(before, settings) if before else {}
    return {
        code: _trend(indicator, points_of(settings, indicator, rows, earlier.get(code, {})))
        for code, rows in figures_by_indicator(returns, settings).items()
        if (indicator := settings.indicator(code))
    }


def _trend(indicator: Indicator, points: list[Point]) -> Trend:
    groups = _groups(points, indicator)
    lines = [_lines(group, indicator) for group in groups]
    now, latest = lines[-1], next((p for p in reversed(groups[-1]) if p.value is not None), None)
    reason = why_no_limits(groups[-1], now, indicator)
    if reason:
        lines, now = [None] * len(groups), None
    marked = [_marked(group, held) for group, held in zip(groups, lines, strict=True)]
    spans = tuple(_span(group, held, indicator) for group, held in zip(groups, lines, strict=True) if held)
    known = Trend(
        indicator=indicator.code,
        points=tuple(p for group in marked for p in group),
        spans=spans,
        target=indicator.target_on(latest.period if latest else date.max),
        no_limits=reason,
        rolling=rolling(points) if indicator.rolling else None,
        note=_note(indicator, groups[-1], points, limited=now is not None),
    )
    if latest is None:
        return known.model_copy(update={"assurance": _assurance(None, known.target, indicator)})
    if reason:
        way, plain = plain_reading(points, indicator, reason)
        return known.model_copy(update={"variation": way, "plain": plain, "assurance": target_kept(points, indicator)})
    kept = target_kept(points, indicator) if indicator.baseline and now else _assurance(now, known.target, indicator)
    known = known.model_copy(update={"assurance": kept})
    if now is None:
        return known
    cause = _cause_of(latest, groups[-1], now)
    return known.model_copy(
        update={
            "mean": spans[-1].mean, "lower": spans[-1].lower, "upper": spans[-1].upper,
            "trial": indicator.baseline is None and len(_figures(groups[-1])) < TRIAL,
            "variation": _variation(cause, indicator), "why": cause.why if cause else "",
        }
    )  # fmt: skip


def _cause_of(latest: Point, group: Sequence[Point], lines: ProcessLimits) -> Cause | None:
    """Why the newest figure is special, if it is."""
    causes = special_causes([p.value for p in group], lines)
    return next(cause for p, cause in zip(group, causes, strict=True) if p.period == latest.period)


def _groups(points: list[Point], indicator: Indicator) -> list[list[Point]]:
    """The points before the step that was declared, and those since; all of them where none was."""
    if indicator.rebaselined is None:
        return [points]
    start = indicator.rebaselined.from_period
    return [[p for p in points if p.period < start], [p for p in points if p.period >= start]]


def _figures(points: Sequence[Point]) -> list[float]:
    return [p.value for p in points if p.value is not None]


def _lines(points: Sequence[Point], indicator: Indicator) -> ProcessLimits | None:
    """Limits from all points, or from the first so many where a baseline is declared."""
    values = _figures(points)[: indicator.baseline]
    return limits(values) if len(values) >= MINIMUM else None


def _marked(points: Sequence[Point], lines: ProcessLimits | None) -> list[Point]:
    if lines is None:
        return list(points)
    causes = special_causes([p.value for p in points], lines)
    return [
        p if cause is None else p.model_copy(update={"special": True, "why": cause.why}) for p, cause in zip(points, causes, strict=True)
    ]


def _span(points: Sequence[Point], lines: ProcessLimits, indicator: Indicator) -> Span:
    """The limits as drawn: a share has no more than a hundred, and a count no less than none, whatever the arithmetic gives."""
    least, most = indicator.span
    return Span(start=points[0].period, end=points[-1].period, mean=lines.mean, lower=max(least, lines.lower), upper=min(most, lines.upper))


def _variation(cause: Cause | None, indicator: Indicator) -> Variation:
    """What the newest point says. Without special cause it is noise, and neither good nor bad."""
    if cause is None:
        return "common_cause"
    if indicator.good == "context":
        return "special_cause"
    return "improving" if (cause.way > 0) == (indicator.good == "up") else "worsening"


def _assurance(lines: ProcessLimits | None, target: float | None, indicator: Indicator) -> Assurance:
    """Whether the whole expected range lies on one side of the target in force."""
    if target is None or indicator.good == "context":
        return "no_target"
    if lines is None:
        return "too_few"
    up = indicator.good == "up"
    if target > lines.upper:
        return "missed_consistently" if up else "met_consistently"
    if target < lines.lower:
        return "met_consistently" if up else "missed_consistently"
    return "not_reliably"


def _dated(target: DatedTarget, indicator: Indicator) -> str:
    """A target from its period on, by whose decision: ``75% from September 2026 (D-012)``."""
    value = "none" if target.value is None else written(target.value, indicator)
    decided = f" ({target.decision})" if target.decision else ""
    return f"{value} from {Month.of(target.from_period).name}{decided}"


def _note(indicator: Indicator, group: Sequence[Point], points: Sequence[Point], *, limited: bool) -> str:
    """What the limits rest on, what was screened out of them, and what is missing."""
    said: list[str] = []
    values = _figures(group)
    if indicator.rebaselined and limited:
        step = indicator.rebaselined
        decided = f" ({step.decision})" if step.decision else ""
        said.append(f"Limits worked out afresh from {Month.of(step.from_period).name}: {step.reason.rstrip('.')}{decided}.")
    if indicator.baseline and limited:
        ends = [p.period for p in group if p.value is not None][: indicator.baseline]
        said.append(f"Limits from the first {len(ends)} figures, {Month.of(ends[0]).name} to {Month.of(ends[-1]).name}.")
    if limited and (count := left_out(values[: indicator.baseline])):
        said.append(f"{many(count, 'unusually large jump').capitalize()} {'is' if count == 1 else 'are'} left out of the limits.")
    if 0 < len(values) < MINIMUM:
        said.append(f"Run chart: {len(values)} points are too few for limits.")
    elif limited and MINIMUM <= len(values) < TRIAL and not indicator.baseline:
        said.append(f"Trial limits, on {len(values)} points.")
    if indicator.targets:
        first = [f"{written(indicator.target, indicator)} at first"] if indicator.target is not None else []
        said.append(f"Target: {in_words([*first, *(_dated(t, indicator) for t in indicator.targets)])}.")
    if indicator.rolling and points and rolling(points) is None:
        said.append("No twelve-month figure: a month is missing.")
    return " ".join(said)
