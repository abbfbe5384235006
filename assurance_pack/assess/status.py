"""The status of a milestone the Board is given: RDG's, that is the Workspace's unless RDG's own sheet differs."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Cell, Word
from ..returns.rdg import MilestoneJudgement
from ..returns.received import Returns
from ..returns.workspace import Milestone
from ..schema import Review


class Reported(NamedTuple):
    """The word printed and counted, and the Workspace's where the two differ (then both are printed)."""

    printed: Word | None
    workspace: Word | None


def judgement(returns: Returns, milestone: Milestone) -> MilestoneJudgement | None:
    """RDG's own line for this milestone, where it states a status."""
    return next((j for j in returns.of(MilestoneJudgement) if j.id and j.id == milestone.id and j.status), None)


def reported_status(returns: Returns, milestone: Milestone) -> Reported:
    """The status of a milestone as reported by RDG.

    A row nobody reviewed has no status this month: the word standing in it is last month's, and is never shown as this month's.
    """
    own = None if milestone.review is Review.NOT_REVIEWED else milestone.status
    judged = judgement(returns, milestone)
    status = judged.status if judged else None
    if status is None:
        return Reported(own, None)
    differs = own is not None and own.meaning != status.meaning
    return Reported(status, own if differs else None)


def status_cell(returns: Returns, milestone: Milestone) -> Cell:
    """Where the printed status stands: on RDG's sheet where RDG states one, otherwise on the Workspace's."""
    judged = judgement(returns, milestone)
    return judged.cell("status") if judged else milestone.cell("status")
