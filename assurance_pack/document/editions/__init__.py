"""Editions: what each reader is given, from the same figures; the Board's is the pack."""

from __future__ import annotations

from dataclasses import dataclass

from ...position import Position
from ...position.editions import brief as rdgs
from ...position.editions import hwb as onward
from ...position.editions import public as families
from ...position.editions.may_be_public import Held
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...settings import Settings
from ..assemble import Assembled, assemble
from ..blocks import Document
from ..section import Section
from ..sections import SECTIONS, about, voice
from . import brief, hwb, public
from .reading_age import Reading, front_page, read, reading


@dataclass(frozen=True)
class Edition:
    """What a reader is given.

    `file` names its files, without the month; `sections` are keys of `document.sections.SECTIONS`, in the order they are read, where it
    is made of those; `pages` is the most it should have, none where there is no such limit.
    """

    key: str
    title: str
    file: str
    reader: str
    sections: tuple[str, ...] = ()
    pages: int | None = None


BOARD = Edition("board", "Assurance pack", "assurance-pack", "the Board", tuple(SECTIONS))
"""All ten sections, in order, every time."""
RDG = Edition("rdg", brief.TITLE, "rdg-brief", "the Reform Delivery Group")
HWB = Edition("hwb", hwb.TITLE, "health-and-wellbeing-board", "the Health and Wellbeing Board", pages=1)
PUBLIC = Edition("public", public.TITLE, "public-summary", "families and the public")

EDITIONS = {e.key: e for e in (BOARD, RDG, HWB, PUBLIC)}
"""Every edition by its key."""


@dataclass(frozen=True)
class Issue:
    """One edition of a month, written. `readings` say how hard it is to read; `held` are words kept back from its reader, and why."""

    document: Document
    readings: tuple[Reading, ...] = ()
    held: tuple[Held, ...] = ()


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


def for_reader(
    edition: Edition, case: Case, verdicts: Verdicts, position: Position, settings: Settings, *, version: str, draft: bool = False
) -> Issue:
    """An edition that is not the Board's, for its reader.

    Args:
        edition: one of `EDITIONS`, but not the Board's: that is made by `board`.
        case: the month before the rules.
        verdicts: what the rules found, prompts among them.
        position: every figure the Board will see.
        settings: what `pack.toml` says.
        version: of the pack.
        draft: whether it is printed over with a draft mark.
    """
    held: tuple[Held, ...] = ()
    facts = None
    if edition == RDG:
        found = rdgs.take(case, verdicts)
        written = brief.sections(found, position, settings)
        facts = brief.front(position, settings, version)
    elif edition == HWB:
        page = onward.take(case, position)
        written, held = hwb.sections(page, position, settings), page.held
        facts = hwb.front(position, settings, version)
    else:
        summary = families.take(case, position)
        written, held = public.sections(summary, position, settings), summary.held
        facts = public.front(position, settings)
    document = assemble(
        written, position, settings, case.returns, title=edition.title, version=version, draft=draft, front=facts
    ).document  # fmt: skip
    return Issue(document, readings(edition, document, position), held)


def readings(edition: Edition, document: Document, position: Position) -> tuple[Reading, ...]:
    """How hard an edition is to read, where somebody who is no officer reads it: its front page, all of the summary, what families are told."""
    told = reading("what this means for families", (s.row.for_families for s in position.milestones.standings if s.row.for_families))
    match edition.key:
        case "board":
            return (read("the front page", front_page(document)), told)
        case "hwb":
            return (read("the page", front_page(document)),)
        case "public":
            return (read("the summary", document.blocks), told)
    return ()
