"""Section 5 in figures: findings received, loops not closed, and what the indicators have done (Board: Assurance, reporting and information flow)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..assess.shown_counts import GRADES, shown_count
from ..assess.small_numbers import ShownCount
from ..assess.trends import Point, Trend, Variation, trends
from ..meanings import Reading, YesNo
from ..model import Month, means
from ..returns.rdg import ForTheBoard
from ..returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..schema import column_of
from ..senders import expected_senders
from ..settings.indicators import Indicator
from .budget import share, word_count
from .gaps import came
from .not_heard_of import not_heard_of

WORST_FIRST = {"concern": 0, "mixed": 1, "strength": 2}
WEAKEST_FIRST = {"none": 0, "limited": 1, "reasonable": 2, "substantial": 3}


@dataclass(frozen=True)
class FindingLine:
    """One finding. `small`: too small a sample to be more than indicative. Grades, and the sample, are suppressed where they are small."""

    row: QAFinding
    small: bool
    sample: ShownCount | None
    grades: tuple[tuple[str, ShownCount], ...]
    closed: bool
    days_overdue: int


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator now: its newest figure, the newest period (which may have none), and its trend as it was last time."""

    indicator: Indicator
    trend: Trend | None
    latest: Point | None
    newest: Point | None
    before: Trend | None

    @property
    def variation(self) -> Variation:
        """What the run of its figures says."""
        return self.trend.variation if self.trend else "too_few"

    @property
    def above(self) -> bool:
        """Whether the newest figure lies above the average."""
        mean = self.trend.mean if self.trend else None
        return mean is not None and self.latest is not None and self.latest.value is not None and self.latest.value > mean


@dataclass(frozen=True)
class QualityPosition:
    """Findings, loops and indicators. `whole`: every Workspace’s return came. `drawn` are the indicators of the figure; `received` are findings not in an earlier pack; `overdue` are loops past their day, the longest first; `away` those open when last reported that have no row any more."""

    whole: bool
    received: int
    received_concern: int
    received_with_feedback: int
    findings: tuple[FindingLine, ...]
    findings_not_shown: tuple[QAFinding, ...]
    findings_before: tuple[QAFinding, ...]
    registered: int
    loops_open: int
    loops_overdue: int
    loops_before: int | None
    overdue: tuple[QAFinding, ...]
    away: tuple[QAFinding, ...]
    oldest: QAFinding | None
    oldest_since: Month | None
    indicators: tuple[IndicatorLine, ...]
    improving: int
    worsening: int
    targets_missed: int
    newly: tuple[IndicatorLine, ...]
    drawn: tuple[IndicatorLine, ...]
    figures_latest: tuple[IndicatorFigure, ...]
    figures_earlier: tuple[IndicatorFigure, ...]


def take(case: Case, verdicts: Verdicts) -> QualityPosition:
    """What quality assurance found, and whether the indicators are moving by more than chance."""
    findings = case.returns.of(QAFinding)
    known = _known(case)
    received = sorted((_finding(f, case) for f in findings if not f.id or f.id not in known), key=_finding_weight)
    shown = share(received, case.settings.budgets.quality, words=lambda line: word_count(line.row.finding))
    still = [f for f in findings if f.open]
    late = (f for f in still if _days_overdue(f, case.position))
    overdue = tuple(sorted(late, key=lambda f: (-_days_overdue(f, case.position), f.ref)))
    oldest = min((f for f in still if f.report_date), key=lambda f: (f.report_date or date.max, f.ref), default=None)
    lines = _indicators(case)
    latest = {(line.indicator.code, line.latest.period) for line in lines if line.latest}
    figures = case.returns.of(IndicatorFigure)
    return QualityPosition(
        whole=all(came(case.returns, w, QAFinding) for w in expected_senders(case.settings) if w.kind == "workspace"),
        received=len(received),
        received_concern=sum(means(line.row.reading, Reading.CONCERN) for line in received),
        received_with_feedback=sum(means(line.row.feedback, YesNo.YES) for line in received),
        findings=shown.shown,
        findings_not_shown=tuple(line.row for line in shown.left_out),
        findings_before=tuple(f for f in findings if f.id and f.id in known),
        registered=len(findings),
        loops_open=len(still),
        loops_overdue=len(overdue),
        loops_before=sum(f.open for f in case.before.of(QAFinding)) if case.before else None,
        overdue=overdue,
        away=not_heard_of(QAFinding, case, verdicts),
        oldest=oldest,
        oldest_since=Month.of(oldest.report_date) if oldest and oldest.report_date else None,
        indicators=lines,
        improving=sum(line.trend is not None and line.trend.better for line in lines),
        worsening=sum(line.trend is not None and line.trend.worse for line in lines),
        targets_missed=sum(line.trend is not None and line.trend.assurance == "missed_consistently" for line in lines),
        newly=tuple(line for line in lines if _newly(line)),
        drawn=_drawn(lines, case),
        figures_latest=tuple(f for f in figures if _series_place(f) in latest),
        figures_earlier=tuple(f for f in figures if _series_place(f) not in latest),
    )


# ---------- findings ----------


def _known(case: Case) -> set[str]:
    """Findings the Board has already been shown, in any pack up to the last it received."""
    received = [r.returns for r in case.history if case.last and r.month <= case.last.month]
    return {f.id for returns in received for f in returns.of(QAFinding) if f.id}


def _days_overdue(finding: QAFinding, position: date) -> int:
    return max(0, (position - finding.due).days) if finding.due and finding.open else 0


def _finding(row: QAFinding, case: Case) -> FindingLine:
    grades, sample = _graded(row)
    small = "sample" in row.suppressed or (row.sample is not None and row.sample < case.settings.small_numbers.small_sample)
    return FindingLine(row, small, sample, grades, row.finished, _days_overdue(row, case.position))


def _graded(row: QAFinding) -> tuple[tuple[tuple[str, ShownCount], ...], ShownCount | None]:
    """The counts of each grade and the size of the sample, as they may be shown; no grades where none was stated."""
    given = [name for name in (*GRADES, "sample") if row.stated(name) or name in row.suppressed]
    cells = ((column_of(QAFinding, name).heading, shown_count(row, name)) for name in GRADES) if {*given} & {*GRADES} else ()
    return tuple(cells), shown_count(row, "sample") if "sample" in given else None


def _finding_weight(line: FindingLine) -> tuple[int, int, int, str]:
    """Concerns first, then by how little assurance there is, then the most overdue."""
    reading = line.row.reading.meaning if line.row.reading else ""
    assurance = line.row.assurance.meaning if line.row.assurance else ""
    return (WORST_FIRST.get(reading, 1), WEAKEST_FIRST.get(assurance, 2), -line.days_overdue, line.row.ref)


# ---------- indicators ----------


def _indicators(case: Case) -> tuple[IndicatorLine, ...]:
    before: Mapping[str, Trend] = trends(case.before, case.settings) if case.before else {}
    return tuple(_indicator(i, case.trends.get(i.code), before.get(i.code)) for i in case.settings.indicators)


def _indicator(indicator: Indicator, trend: Trend | None, before: Trend | None) -> IndicatorLine:
    newest = trend.points[-1] if trend and trend.points else None
    return IndicatorLine(indicator, trend, trend.latest if trend else None, newest, before)


def _newly(line: IndicatorLine) -> bool:
    """Whether it has begun to go one way since last time: by more than chance, or plainly where chance cannot be told."""
    now, then = line.trend, line.before
    return now is not None and then is not None and ((now.better and not then.better) or (now.worse and not then.worse))


def _drawn(lines: tuple[IndicatorLine, ...], case: Case) -> tuple[IndicatorLine, ...]:
    """The indicators to draw: those on whose theme a decision is asked first, then those that move, then the others, as far as there is room."""
    asked = {theme for matter in case.returns.of(ForTheBoard) for theme in _themes_of(matter, case)}
    drawable = [line for line in lines if line.trend and line.latest and sum(p.value is not None for p in line.trend.points) > 1]
    still = ("common_cause", "too_few", "run")
    first = sorted(drawable, key=lambda line: (line.indicator.theme not in asked, line.variation in still, line.indicator.code))
    return tuple(first[: case.settings.budgets.quality.charts])


def _themes_of(matter: ForTheBoard, case: Case) -> Iterator[str]:
    """The themes of the milestones, risks and findings a matter rests on."""
    for ref in matter.linked or ():
        row = case.find(Milestone, ref) or case.find(Risk, ref) or case.find(QAFinding, ref)
        if row and row.theme:
            yield row.theme.meaning


def _series_place(row: IndicatorFigure) -> tuple[str, date | None]:
    return (row.indicator.meaning if row.indicator else "", row.period_end)
