"""Sense of what milestones depend on, across Workspaces: nothing due before what it needs, nothing waiting for itself or for what is withdrawn (AP216 to AP218)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...meanings import MilestoneStatus
from ...model import day, means
from ...model.problem import Severity
from ...returns.workspace import Milestone
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule


@rule(
    "AP216",
    "Nothing is due before what it depends on",
    severity=Severity.WARNING,
    because=clauses.RDG_MAINTAINS_GRIP,
    each=Milestone,
    needs=("depends_on", "forecast"),
    example="Forecast 1 September 2026, but it depends on M-{workspace.1}-006, forecast 20 November 2026.",
)
def due_before_what_it_needs(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Agree with the other Workspace which of the two dates holds, and change it; RDG settles it if you cannot."""
    assert milestone.forecast
    assert milestone.depends_on
    if milestone.finished:
        return
    needs = _needs(case)
    for ref in milestone.depends_on:
        other = case.find(Milestone, ref)
        if other is None or not other.forecast or other.finished or _way(ref, milestone.ref, needs):
            continue  # two that wait for each other are said to, and no order of their dates would help
        if other.forecast > milestone.forecast:
            sentence = f"Forecast {day(milestone.forecast)}, but it depends on {ref}, forecast {day(other.forecast)}."
            yield Found((milestone.cell("depends_on"),), sentence)


@rule(
    "AP217",
    "No milestone depends on itself, directly or round a circle",
    severity=Severity.WARNING,
    because=clauses.RDG_MAINTAINS_GRIP,
    example="M-{workspace.3}-003 and M-{workspace.1}-006 each wait for the other.",
)
def waiting_in_a_circle(case: Case) -> Iterator[Found]:
    """One of them must be able to begin: take out the dependency that does not hold."""
    needs = _needs(case)
    for circle in dict.fromkeys(tuple(sorted(_way(start, start, needs))) for start in needs):
        rows = [row for ref in circle if (row := case.find(Milestone, ref))]
        if rows:
            yield Found(tuple(row.cell("depends_on") for row in rows), _circle_sentence(circle), circle, rows[0].sender)


def _circle_sentence(circle: Sequence[str]) -> str:
    if len(circle) == 1:
        return f"{circle[0]} depends on itself."
    if len(circle) == 2:
        return f"{circle[0]} and {circle[1]} each wait for the other."
    return f"{', '.join(circle[:-1])} and {circle[-1]} wait for each other in a circle."


def _needs(case: Case) -> dict[str, tuple[str, ...]]:
    """What each milestone depends on."""
    return {m.id: tuple(m.depends_on or ()) for m in case.returns.of(Milestone) if m.id}


def _way(start: str, end: str, needs: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from a milestone, by what each depends on, to another or back to itself; empty where there is none."""
    todo: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while todo:
        way = todo.pop()
        for following in needs.get(way[-1], ()):
            if following == end:
                return way
            if following not in visited:
                visited.add(following)
                todo.append((*way, following))
    return ()


@rule(
    "AP218",
    "Nothing waits for a milestone that is withdrawn",
    severity=Severity.WARNING,
    because=clauses.RDG_MAINTAINS_GRIP,
    each=Milestone,
    needs=("depends_on", "status"),
    example="It depends on M-{workspace.1}-006, which is withdrawn.",
)
def waiting_for_what_is_withdrawn(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Take the ID out, and say under the path to green what is done instead; if it cannot be done without, ask RDG."""
    if milestone.closed:
        return
    assert milestone.depends_on
    for ref in milestone.depends_on:
        other = case.find(Milestone, ref)
        if other is not None and means(other.status, MilestoneStatus.WITHDRAWN):
            yield Found((milestone.cell("depends_on"),), f"It depends on {ref}, which is withdrawn.")


RULES: tuple[Rule, ...] = (due_before_what_it_needs, waiting_in_a_circle, waiting_for_what_is_withdrawn)
