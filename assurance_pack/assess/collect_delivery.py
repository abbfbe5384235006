"""Signals from milestones and risks: professional insight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ..model import Lens, means
from ..returns.workspace import Milestone, Risk
from ..schema import Review, Row
from .signal import Direction, Signal
from .sources import Heard, Listening
from .status import reported_status, status_cell

R = TypeVar("R", bound=Row)


def milestone_signals(listening: Listening) -> Iterator[Signal]:
    """On track, or complete with evidence: positive. At risk: mixed. Off track: concern. Complete without evidence is no signal."""
    for row, heard in _last_reviewed(listening, Milestone):
        status = reported_status(heard.returns, row).printed
        direction = _direction(row, status.meaning if status else "")
        if row.theme is None or status is None or direction == "none":
            continue
        yield Signal(
            theme=row.theme.meaning, lens=Lens.PROFESSIONAL, direction=direction, item=row.ref, source=row.ref, dated=heard.dated,
            says=f"{row.title or row.ref}: {status.text.lower()}", cell=status_cell(heard.returns, row), sender=row.sender,
            strong=direction == "concern", old=listening.old(heard.dated),
        )  # fmt: skip


def _direction(row: Milestone, meaning: str) -> Direction:
    if meaning == "on_track" or (meaning == "complete" and row.evidence):
        return "positive"
    return "mixed" if meaning == "at_risk" else "concern" if meaning == "off_track" else "none"


def risk_signals(listening: Listening) -> Iterator[Signal]:
    """An open risk in the top band, or one that has happened and stands there: concern."""
    top = listening.settings.top_band
    for row, heard in _last_reviewed(listening, Risk):
        if row.theme is None or row.score is None or row.score < top.least or not means(row.status, "open", "issue"):
            continue
        yield Signal(
            theme=row.theme.meaning, lens=Lens.PROFESSIONAL, direction="concern", item=row.ref, source=row.ref, dated=heard.dated,
            says=f"{row.title or row.ref} (scored {row.score}, {top.name})", cell=row.cell("likelihood"), sender=row.sender,
            strong=True, old=listening.old(heard.dated),
        )  # fmt: skip


def _last_reviewed(listening: Listening, kind: type[R]) -> Iterator[tuple[R, Heard]]:
    """Each item of each sender's newest return, as it stood when it was last reviewed, with the month of that review."""
    for sender in listening.senders(kind):
        months = listening.newest_from(sender)
        for row in months[0].returns.of(kind, sender):
            found = next(((r, m) for m in months for r in m.returns.of(kind, sender) if r.ref == row.ref and _spoke(r)), None)
            if found:
                yield found


def _spoke(row: Row) -> bool:
    return row.review is not Review.NOT_REVIEWED
