"""Signals from people's own words: the three boxes of the voice return, and partners' concerns.

What a group said in an earlier month still counts until it is old, or until the group says something newer of the same theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Lens
from ...returns.board_log import BOARD_LOG, ExceptionalIssue
from ...returns.partner import Concern
from ...returns.rdg import ThemeSuggestion, YouSaidWeDid
from ...returns.voice import Voice
from ...senders import lens_of
from ..suggest import suggest
from .signal import Direction, Signal
from .sources import HeardMonth, Listening

_BOXES: dict[str, Direction] = {"working": "positive", "not_working": "concern", "ask": "none"}


@dataclass(frozen=True)
class Tag:
    """A theme of somebody's words, and whether it is only a suggestion yet."""

    theme: str
    suggested: bool


def voice_signals(listening: Listening) -> Iterator[Signal]:
    """By its box: what works is positive, what does not a concern, the ask neither. School-led groups are professional insight."""
    for sender in listening.senders(Voice):
        spoken_of: set[str] = set()
        for heard in listening.heard:
            said = [s for row in heard.returns.of(Voice, sender) for s in _boxes(row, heard, listening)]
            yield from (s for s in said if s.theme not in spoken_of)
            spoken_of |= {s.theme for s in said}


def _boxes(row: Voice, heard: HeardMonth, listening: Listening) -> Iterator[Signal]:
    for name, words in row.boxes:
        item = row.box_id(name)
        for tag in tags(item, words, listening):
            yield Signal(
                theme=tag.theme, lens=lens_of(row.sender, listening.settings), direction=_BOXES[name], item=item, source=row.sender,
                dated=heard.dated, says=words, cell=row.cell(name), sender=row.sender, old=listening.old(heard.dated),
                suggested=tag.suggested, words=True,
            )  # fmt: skip


def concern_signals(listening: Listening) -> Iterator[Signal]:
    """A partner's concern is a concern, until it has been answered as done or not possible."""
    seen: set[str] = set()
    for heard in listening.heard:
        for row in heard.returns.of(Concern):
            if not row.concern or row.id in seen or (heard is not listening.heard[0] and _settled(row.id, listening)):
                continue
            seen.add(row.id)
            stated = (Tag(row.theme.meaning, False),) if row.theme else tags(row.id, row.concern, listening)
            for tag in stated:
                yield Signal(
                    theme=tag.theme, lens=Lens.PROFESSIONAL, direction="concern", item=row.id, source=row.sender, dated=heard.dated,
                    says=row.concern, cell=row.cell("concern"), sender=row.sender, old=listening.old(heard.dated),
                    suggested=tag.suggested, words=True,
                )  # fmt: skip


def issue_signals(listening: Listening) -> Iterator[Signal]:
    """An exceptional issue is a concern for as long as the Board's log holds it open, under the theme it states or the one suggested."""
    for heard in listening.newest_from(BOARD_LOG)[:1]:
        for row in heard.returns.of(ExceptionalIssue):
            if not row.issue or row.finished:
                continue
            stated = (Tag(row.theme.meaning, False),) if row.theme else tags(row.ref, row.issue, listening)
            for tag in stated:
                yield Signal(
                    theme=tag.theme, lens=Lens.PROFESSIONAL, direction="concern", item=row.ref, source=row.ref, dated=heard.dated,
                    says=row.issue, cell=row.cell("issue"), sender=row.sender, old=listening.old(heard.dated), suggested=tag.suggested,
                    strong=bool(row.categories),
                )  # fmt: skip


def _settled(item: str, listening: Listening) -> bool:
    answers = [a for heard in listening.heard for a in heard.returns.of(YouSaidWeDid) if a.id == item]
    return bool(answers) and answers[0].settled


def tags(item: str, words: str, listening: Listening) -> tuple[Tag, ...]:
    """The themes of these words: as a person confirmed them (“No theme” is an answer), else the likeliest suggested.

    A confirmation is of the words it was given with: changed words are suggested for anew. A second suggestion waits for a person.
    """
    lines = next((said for heard in listening.heard if (said := _suggestions(item, words, heard))), ())
    confirmed = tuple(Tag(word.meaning, False) for r in lines if r.confirmed for word in (r.confirmed, *(r.further or ())))
    if confirmed:
        return tuple(t for t in dict.fromkeys(confirmed) if t.theme != "none")
    suggested = tuple(Tag(r.suggestion.meaning, True) for r in lines if r.suggestion)
    if suggested:
        return tuple(dict.fromkeys(suggested))
    found = suggest(words, listening.settings.themes)
    return (Tag(found[0].theme, True),) if found else ()


def _suggestions(item: str, words: str, heard: HeardMonth) -> tuple[ThemeSuggestion, ...]:
    """What RDG's form says of these words; not what it said of other words in the same box."""
    lines = heard.suggestions.get(item, ())
    return tuple(r for r in lines if (r.confirmed or r.suggestion) and (not r.words or r.words.split() == words.split()))
