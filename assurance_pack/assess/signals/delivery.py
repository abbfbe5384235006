"""Signals from milestones and risks: professional insight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from ...english import in_words, lower_first
from ...model import Lens, Sender, means
from ...returns.workspace import Milestone, Risk
from ...schema import Review, Row
from ..status import judgement, reported_status, status_cell
from .signal import Direction, Signal
from .sources import HeardMonth, Listening

R = TypeVar("R", bound=Row)


def milestone_signals(listening: Listening) -> Iterator[Signal]:
    """On track, or complete with evidence: positive. At risk: a weak concern. Off track: concern. Complete without evidence is no signal."""
    for row, heard in last_reviewed(listening, Milestone, completed):
        status = reported_status(heard.returns, row).printed
        if row.theme is None or status is None or (direction := _direction(row, status.meaning)) == "none":
            continue
        yield Signal(
            theme=row.theme.meaning, lens=Lens.PROFESSIONAL, direction=direction, item=row.ref, source=row.ref, dated=heard.dated,
            says=f"{row.title or row.ref}: {lower_first(status.text)}", cell=status_cell(heard.returns, row), sender=row.sender,
            strong=direction == "concern", old=listening.old(heard.dated), status=status,
        )  # fmt: skip


def _direction(row: Milestone, meaning: str) -> Direction:
    if meaning == "on_track" or (meaning == "complete" and row.evidence):
        return "positive"
    return "weak" if meaning == "at_risk" else "concern" if meaning == "off_track" else "none"


def risk_signals(listening: Listening) -> Iterator[Signal]:
    """An unfinished risk in the top band, in a mandatory category, new or rising: concern. Of any other the register says enough."""
    for row, heard in last_reviewed(listening, Risk, _never):
        severe = row.score is not None and row.score >= listening.settings.top_band.least
        why = tuple(_why_it_counts(row, heard, listening))
        if row.theme is None or row.finished or not why:
            continue
        yield Signal(
            theme=row.theme.meaning, lens=Lens.PROFESSIONAL, direction="concern", item=row.ref, source=row.ref, dated=heard.dated,
            says=f"{(row.title or row.ref).rstrip('.')} ({', '.join(why)})", cell=row.cell("likelihood"), sender=row.sender,
            strong=severe, old=listening.old(heard.dated),
        )  # fmt: skip


def _why_it_counts(row: Risk, heard: HeardMonth, listening: Listening) -> Iterator[str]:
    """Why the Board hears of this risk, in a word or two each; nothing where there is no reason."""
    top = listening.settings.top_band
    if row.score is not None and row.score >= top.least:
        yield f"scored {row.score}, {top.name}"
    before = _score_before(row, heard, listening)
    if row.score is not None and before is not None and row.score > before:
        yield f"up from {before}"
    if row.review is Review.NEW:
        yield "new"
    if row.categories:
        yield in_words(lower_first(str(category)) for category in row.categories)


def _score_before(row: Risk, heard: HeardMonth, listening: Listening) -> int | None:
    """Its score in the newest month before this one that had it."""
    months = listening.newest_from(row.sender)
    earlier = (then for m in months if m.dated < heard.dated if (then := m.returns.find(Risk, row.ref)) and then.sender == row.sender)
    return next((then.score for then in earlier), None)


def _never(row: Risk, heard: HeardMonth) -> bool:
    return False


def completed(row: Milestone, heard: HeardMonth) -> bool:
    """Whether it left the form because it was done: what was claimed then still stands."""
    return means(reported_status(heard.returns, row).printed, "complete")


def last_reviewed(listening: Listening, kind: type[R], stays: Callable[[R, HeardMonth], bool]) -> Iterator[tuple[R, HeardMonth]]:
    """Each item of each sender's newest return, as it stood when it was last reviewed, with the month of that review.

    Then what is no longer on the form and `stays` good nevertheless, with the month it was last there.
    """
    left = _left(listening, kind)
    for sender in listening.senders(kind):
        months = listening.newest_from(sender)
        for row in months[0].returns.of(kind, sender):
            yield from _as_reviewed(row, months)
        yield from ((row, month) for row, month in left.get(sender, ()) if month.dated < months[0].dated and stays(row, month))


def _left(listening: Listening, kind: type[R]) -> dict[Sender, list[tuple[R, HeardMonth]]]:
    """By its sender, the items of earlier months that no newer month has, newest first; of the others no row is read."""
    seen: set[str] = set()
    left: dict[Sender, list[tuple[R, HeardMonth]]] = {}
    for place, month in enumerate(listening.heard):
        refs = dict.fromkeys(ref for ref in month.returns.ids(kind) if ref not in seen)
        for row in (month.returns.find(kind, ref) for ref in refs) if place else ():
            if row is not None:
                left.setdefault(row.sender, []).append((row, month))
        seen.update(refs)
    return left


def _as_reviewed(row: R, months: Sequence[HeardMonth]) -> Iterator[tuple[R, HeardMonth]]:
    rated_now = isinstance(row, Milestone) and judgement(months[0].returns, row) is not None
    if row.review is not Review.NOT_REVIEWED or rated_now:
        yield row, months[0]
        return
    earlier = ((then, m) for m in months[1:] if (then := m.returns.find(type(row), row.ref)) and then.sender == row.sender)
    yield from islice(((then, m) for then, m in earlier if then.review is not Review.NOT_REVIEWED), 1)
