"""Sections into one document: numbers given once, references resolved, the front of page 1 and the running lines added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..english import in_words
from ..model import day
from ..position.whole import Position
from ..returns.received import Returns
from ..schema import Row
from ..settings import Settings
from .blocks import Block, Document, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from .blocks.runs import Link, Text, runs
from .crosswalk import add_up
from .numbering import number, places_of, resolve
from .section import Fate, Section
from .texts import texts

PARTED = " | "
"""Between the parts of a running line."""


@dataclass(frozen=True)
class Front:
    """What a document says of itself under its title: for the Board pack its purpose, dates and version.

    `facts` are (name, what it is, width of its column in twelfths), the first standing in the hang; `marking` heads every page;
    `one_page` says that the whole edition is its front page.
    """

    facts: tuple[tuple[str, str | Link, float], ...]
    marking: str
    one_page: bool = False


@dataclass(frozen=True)
class Assembled:
    """A document, and the account of it.

    `fates` is what every section says became of its rows; `printed` says of each item where it stands;
    `words` counts the words of each numbered section; `annex` is the anchor of what is beyond the pages a pack is held to (families' words that did
    not fit, whole, on pages of their own at the end), if there is one.
    """

    document: Document
    fates: tuple[Fate, ...]
    printed: dict[str, tuple[str, ...]]
    words: dict[str, int]
    not_placed: tuple[Row, ...] = ()
    annex: str = ""

    @property
    def longest_section(self) -> str:
        """The section to shorten first: its number and title."""
        return max(self.words, key=lambda name: (self.words[name], name), default="")


def assemble(
    sections: Iterable[Section],
    position: Position,
    settings: Settings,
    returns: Returns,
    *,
    title: str,
    version: str,
    front: Front,
    standing: str = "",
    draft: bool = False,
    changes: tuple[str, ...] = (),
) -> Assembled:
    """Put a document together.

    Args:
        sections: in the order they are read.
        position: every figure the Board will see.
        settings: what `pack.toml` says.
        returns: what was read, to see that every row was given a fate.
        title: what the document is called (``Assurance pack``); the month is added.
        version: of the pack.
        front: the facts under the title, and the marking of every page.
        standing: whether it is approved, in words; empty for an edition that nobody approves.
        draft: whether it is printed over with a draft mark.
        changes: where it is a later version, what changed since the one before, by item.
    """
    written = list(sections)
    numbered = number(written)
    places = places_of(numbered)
    blocks = resolve((*_front(position, settings, title, front, standing), *_changed(changes, version), *numbered), places.by_target)
    fates = tuple(f for s in written for f in s.fates)
    return Assembled(
        document=_document(blocks, position, settings, title, version, front, standing, draft),
        fates=fates,
        printed=places.printed({f.ref for f in fates}),
        words={f"{s.number} {s.title}".strip(): sum(len(t.split()) for t in texts(s.blocks)) for s in written if not s.annex},
        not_placed=add_up(returns.rows, fates).not_placed,
        annex=next((s.key for s in written if s.annex and _begins_a_page(s)), ""),
    )


def _begins_a_page(section: Section) -> bool:
    heading = section.blocks[0]
    return isinstance(heading, Heading) and heading.new_page


def _document(
    blocks: tuple[Block, ...], position: Position, settings: Settings, title: str, version: str, front: Front, standing: str, draft: bool
) -> Document:
    """The running lines say whether it is approved; whose it is moves to the foot then, because both do not fit above."""
    board = settings.board
    name = f"{title}, {position.pack.name}"
    return Document(
        title=f"{board.name}: {name[0].lower()}{name[1:]}" + (" (illustrative)" if board.illustrative else ""),
        subject=board.illustrative or f"{board.purpose}; returns as at {day(position.at)}",
        board=board.name,
        marking=front.marking,
        version=version,
        issued=position.at,
        header_left=standing or board.name,
        header_right=f"{name}{PARTED}{front.marking}",
        footer_left=PARTED.join(part for part in (board.name if standing else "", board.illustrative) if part),
        blocks=blocks,
        standing=standing,
        draft=draft,
        one_page=front.one_page,
        scales=settings.statuses,
    )


def boards_own(position: Position, settings: Settings) -> Front:
    """The four facts of the Board pack; its version stands in the line beneath, which says whether it is approved."""
    board = settings.board
    marking = f"{board.marking} {board.handling}".strip()
    facts = (
        ("Marking", marking, 0.0),
        ("Board meets", meets(position), 4.0),
        ("Purpose", board.purpose, 3.5),
        ("Returns as at", day(position.at), 4.5),
    )
    return Front(facts, marking)


def meets(position: Position) -> str:
    """When the Board meets: ``Thursday 16 July 2026``."""
    return f"{position.meeting:%A} {day(position.meeting)}" if position.meeting else "No meeting is set"


def _front(position: Position, settings: Settings, title: str, front: Front, standing: str) -> tuple[Block, ...]:
    """The name of the Board, what this is, the facts beneath, and whether it is approved."""
    approved = (Paragraph((Text(standing, strong=True),), style="note"),) if standing else ()
    return (
        Paragraph(runs(settings.board.name), style="board"),
        Heading(1, f"{title}, {position.pack.name}", anchor="top"),
        Table(
            caption="About this issue",
            caption_shown=False,
            style="meta",
            summary=f"{in_words(name for name, _, _ in front.facts)}.",
            columns=tuple(TableColumn(runs(heading), width) for heading, _, width in front.facts),
            rows=(TableRow(tuple(TableCell(runs(value)) for _, value, _ in front.facts)),),
        ),
        *approved,
    )


def _changed(changes: tuple[str, ...], version: str) -> tuple[Paragraph, ...]:
    """A later version says on page 1 what changed, before anything else is read."""
    return (Paragraph(runs(f"Changed in version {version}: {'; '.join(changes)}."), style="note"),) if changes else ()
