"""Editions: what each reader is given, from the same figures; the Board's is the pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ...position.editions import brief as rdgs
from ...position.editions import hwb as onward
from ...position.editions import public as families
from ...position.editions.may_be_public import Held
from ...position.whole import Position
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...settings import Settings
from ..assemble import Assembled, assemble, boards_own
from ..blocks import Document
from ..naming import with_names
from ..section import Section, in_order
from ..sections import SECTIONS, about, own_words
from ..sections.about import definitions
from ..texts import texts
from . import brief, hwb, public
from .edition import Edition
from .reading_age import ReadingAge, front_page, read, reading
from .spelt_out import spelt_out

__all__ = ["BOARD", "EDITIONS", "HWB", "PUBLIC", "RDG", "Edition", "Issue", "issue"]


def board_sections(position: Position, settings: Settings) -> tuple[Section, ...]:
    """Every section of the pack, in the order of `SECTIONS`, whatever the month.

    *About this pack* is written last, wherever it stands, because it adds up what became of every row in the others. Words that did not fit
    in their sections follow, on pages beyond those a pack is held to, then what the words and symbols mean: both without numbers.
    """
    others = {key: write(position, settings) for key, write in SECTIONS.items() if key != about.KEY}
    account = about.write(position, settings, tuple(f for section in others.values() for f in section.fates))
    written = {**others, about.KEY: account}
    known = {*settings.board.name.split(), "RDG"}  # its own name; and RDG, which page 1 names in full where it recommends
    whole = own_words.write(position, settings)
    named = tuple(with_names((*(written[key] for key in SECTIONS), *((whole,) if whole else ())), position.names))
    numbered = in_order(named[: len(SECTIONS)])
    read_first = spelt_out((*numbered, *named[len(SECTIONS) :]), settings, known)
    printed = " ".join(text for section in read_first for text in texts(section.blocks))
    return (*read_first, definitions.write(settings, printed))


def _for_families(position: Position) -> ReadingAge:
    return reading("what this means for families", (s.row.for_families for s in position.milestones.standings if s.row.for_families))


BOARD = Edition[Position](
    "board", "Assurance pack", "assurance-pack", "the Board",
    take=lambda case, verdicts, position: position,
    write=lambda figures, position, settings: board_sections(position, settings),
    front=lambda position, settings, version: boards_own(position, settings),
    readings=lambda document, position: (read("the front page", front_page(document)), _for_families(position)),
    pages=lambda settings: settings.limits.pages_with_many_rows,
    keeps_record=True,
)  # fmt: skip
RDG = Edition[rdgs.BriefPosition](
    "rdg", brief.TITLE, "rdg-brief", "the {rdg.name}",
    take=lambda case, verdicts, position: rdgs.take(case, verdicts),
    write=brief.sections, front=brief.front, pages=lambda settings: brief.PAGES, since_last_month=True,
)  # fmt: skip
HWB = Edition[onward.HwbPosition](
    "hwb", hwb.TITLE, "{board.onward_file}", "the {board.onward_body}",
    take=lambda case, verdicts, position: onward.take(case, position),
    write=hwb.sections, front=lambda position, settings, version: hwb.front(position, settings),
    readings=lambda document, position: (read("the page", front_page(document)),),
    held=lambda figures: figures.held, pages=lambda settings: 1, once_approved=True,
)  # fmt: skip
PUBLIC = Edition[families.PublicPosition](
    "public", public.TITLE, "public-summary", "families and the public",
    take=lambda case, verdicts, position: families.take(case, position),
    write=public.sections, front=lambda position, settings, version: public.front(position, settings),
    readings=lambda document, position: (read("the summary", document.blocks), _for_families(position)),
    held=lambda figures: figures.held, once_approved=True,
)  # fmt: skip

EDITIONS: dict[str, Edition[Any]] = {e.key: e for e in (BOARD, RDG, HWB, PUBLIC)}
"""Every edition by its key."""


@dataclass(frozen=True)
class Issue:
    """One edition of a month, written. `readings` say how hard it is to read; `held` are words kept back from its reader, and why."""

    assembled: Assembled
    readings: tuple[ReadingAge, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def document(self) -> Document:
        """What is drawn."""
        return self.assembled.document

    def without_fates(self) -> Issue:
        """The same without the account of its rows: for when that is written."""
        return replace(self, assembled=replace(self.assembled, fates=(), printed={}, not_placed=()))


def issue(
    edition: Edition[Any], case: Case, verdicts: Verdicts, position: Position, *,
    version: str = "1.0", standing: str = "", draft: bool = False, changes: tuple[str, ...] = (),
) -> Issue:  # fmt: skip
    """An edition of a month, for its reader.

    Args:
        edition: one of `EDITIONS`.
        case: the month before the rules; its rows must each be given a fate by the sections of the Board pack.
        verdicts: what the rules found, prompts among them.
        position: every figure the Board will see.
        version: of the pack.
        standing: whether it is approved, in words; printed where the edition is approved or follows one that is.
        draft: whether it is printed over with a draft mark.
        changes: where it is a later version, what changed since the one before, by item.
    """
    settings = case.settings
    figures = edition.take(case, verdicts, position)
    assembled = assemble(
        edition.write(figures, position, settings), position, settings, case.returns,
        title=settings.worded(edition.title), version=version, front=edition.front(position, settings, version),
        standing=standing if edition.stands else "", draft=draft, changes=changes,
    )  # fmt: skip
    return Issue(assembled, edition.readings(assembled.document, position), edition.held(figures))
