"""What page 1 says of earlier decisions: those off course, and what the Board was asked and has not decided."""

from __future__ import annotations

from datetime import date

from ....assess.decided import Undecided
from ....english import month_name, number
from ....model import Month
from ....position.month import MonthPosition
from ....returns.board_log import BOARD_LOG
from ....short_names import short_name
from ...blocks.runs import Break, Ref, Run, Runs, Text
from .asked import in_panel

NAMED = 3
"""Decisions of each kind that are named; all stand in section 9."""


def decided_in_brief(part: MonthPosition, at: date) -> Runs:
    """What became of what the Board was asked before: decisions off course, and what it has not decided."""
    still = waiting(part)
    lines = (
        *([_followed(part)] if part.off_course or part.course_not_known or part.course_asked else []),
        *([_undecided(still, part, at)] if still else []),
        *([_may_be_decided(part)] if part.may_be_decided else []),
    )
    return tuple(run for at, line in enumerate(lines) for run in ((Text("."), Break(), *line) if at else line))


def waiting(part: MonthPosition) -> tuple[Undecided, ...]:
    """What was asked before and has no row in the panel."""
    told = {matter.row.ref for matter in in_panel(part)}
    return tuple(one for one in part.undecided if one.matter.ref not in told)


def _undecided(still: tuple[Undecided, ...], part: MonthPosition, at: date) -> Runs:
    """What was asked in an earlier month and is not decided, by name, and to when it was put off."""
    out: list[Run] = [Text("Asked and not decided. ", strong=True)]
    for place, line in enumerate(still[:NAMED]):
        ref, to = line.matter.ref, line.deferred_to
        put_off = f", put off to {month_name(to, Month.of(at))}" if to else ""
        out += [Text(f"{'; ' if place else ''}{part.names.get(ref, '')} ("), Ref(ref, target=ref), Text(f"{put_off})")]
    more = len(still) - NAMED
    return (*out, Text(f"; {number(more)} more")) if more > 0 else tuple(out)


def _may_be_decided(part: MonthPosition) -> Runs:
    """What was asked before, where the log that would say what became of it did not come, or came in two that differ."""
    why = "two Board logs came that differ" if BOARD_LOG in part.gaps.disputed else "the Board log did not come"
    out: list[Run] = [Text(f"Not known whether decided, for {why}. ", strong=True)]
    for place, line in enumerate(part.may_be_decided[:NAMED]):
        name = short_name(line.matter.issue or "")
        out += [Text(f"{'; ' if place else ''}{name}{' (' if name else ''}"), Ref(line.matter.ref), Text(")" if name else "")]
    more = len(part.may_be_decided) - NAMED
    return (*out, Text(f"; {number(more)} more")) if more > 0 else tuple(out)


def _followed(part: MonthPosition) -> Runs:
    """The earlier decisions of the Board whose outcome is off course, or not known to be on it, or of which a day is asked about."""
    out: list[Run] = []
    found = (
        ("off course", part.off_course), ("not known to be on course", part.course_not_known),
        ("a day it rests on is asked about", part.course_asked),
    )  # fmt: skip
    for state, lines in found:
        more = len(lines) - NAMED
        for at, line in enumerate(lines[:NAMED]):
            name = part.names.get(line.row.ref, "")
            between = "" if not out else ". " if not at else " and " if at == len(lines) - 1 else ", "
            out += [Text(between), Ref(line.row.ref, target=line.row.ref), Text(f" “{name}”" if name else "")]
        out += [Text(f" and {number(more)} more")] if more > 0 else []
        out += [Text(f": {state}", strong=True)] if lines else []
    return tuple(out)
