"""Editions: a selection of the sections, in order, for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from ..position import Position
from ..rules.case import Case
from ..settings import Settings
from .assemble import Assembled, assemble
from .section import Section
from .sections import SECTIONS


@dataclass(frozen=True)
class Edition:
    """What a reader is given: `sections` are keys of `document.sections.SECTIONS`, in the order they are read."""

    key: str
    title: str
    sections: tuple[str, ...]


BOARD = Edition("board", "Assurance pack", tuple(SECTIONS))
"""All ten sections, in order, every time."""


def sections_of(edition: Edition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The sections of an edition, written."""
    return tuple(SECTIONS[key](position, settings) for key in edition.sections)


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
