"""Editions: a selection of the sections, in order, for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from ..position import Position
from ..rules.case import Case
from ..settings import Settings
from .assemble import Assembled, assemble
from .section import Section
from .sections import SECTIONS, about, voice


@dataclass(frozen=True)
class Edition:
    """What a reader is given: `sections` are keys of `document.sections.SECTIONS`, in the order they are read."""

    key: str
    title: str
    sections: tuple[str, ...]


BOARD = Edition("board", "Assurance pack", tuple(SECTIONS))
"""All ten sections, in order, every time."""


def sections_of(edition: Edition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The sections of an edition, written; the last of ten adds up what became of every row in the others.

    Families' words that did not fit in section 6 follow whole, without a number, outside the page count.
    """
    written = [SECTIONS[key](position, settings) for key in edition.sections if key != about.KEY]
    if about.KEY in edition.sections:
        written.append(about.write(position, settings, tuple(f for section in written for f in section.fates)))
    annex = voice.own_words(position, settings) if voice.KEY in edition.sections else None
    return (*written, *((annex,) if annex else ()))


def board(
    case: Case, position: Position, settings: Settings, *, version: str = "1.0", draft: bool = False, changes: tuple[str, ...] = ()
) -> Assembled:
    """The Board pack of a month.

    Args:
        case: the month before the rules; its rows must each be given a fate.
        position: every figure the Board will see.
        settings: what `pack.toml` says.
        version: of the pack.
        draft: whether it is printed over with a draft mark.
        changes: where it is a later version, what changed since the one before, by item.
    """
    written = sections_of(BOARD, position, settings)
    return assemble(written, position, settings, case.returns, title=BOARD.title, version=version, draft=draft, changes=changes)
