"""What was open when last reported, has no row any more and was not closed: it stands over, and no count is the better for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ..assess.changes import ChangeKind
from ..returns import SHEETS
from ..returns.board_log import Action, Challenge, Decision, ExceptionalIssue
from ..returns.rdg import TaskAndFinishGroup
from ..returns.workspace import QAFinding
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.movement.items import vanished
from ..schema import Row
from .gaps import came

R = TypeVar("R", bound=Row)
STANDS_OVER: tuple[type[Row], ...] = (Decision, Action, Challenge, ExceptionalIssue, QAFinding, TaskAndFinishGroup)
"""The kinds of item, besides risks and milestones, that are missed where they leave without a word."""


def not_heard_of(kind: type[R], case: Case, verdicts: Verdicts) -> tuple[R, ...]:
    """The items of a sheet that are gone, as last reported; not those of which a named person lets it stand."""
    return tuple(_gone(kind, case, verdicts))


def _gone(kind: type[R], case: Case, verdicts: Verdicts) -> Iterator[R]:
    let_stand = {ref for p in verdicts.waived if p.rule == vanished.id for ref in p.items}
    refs = {c.item for c in case.changes.of(ChangeKind.GONE) if SHEETS.get(c.sheet) is kind} - let_stand
    for row in case.before.only(kind) if case.before and refs else ():
        in_two = row.sender in case.returns.in_two_versions  # it may stand in the one that does not count
        if row.ref in refs and not row.closed and not in_two and came(case.returns, row.sender, kind):
            yield row
