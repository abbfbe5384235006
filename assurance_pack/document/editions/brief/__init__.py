"""RDG's working edition, in four pages: headlines, what must go to the Board, what RDG is asked, what waits for an answer, what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....english import in_words, many, sentence
from ....model import day
from ....position.editions.brief import BriefPosition, MeetingLine
from ....position.whole import Position
from ....settings import Settings
from ...assemble import Front, meets
from ...blocks import Block, Bullets, Heading, Paragraph
from ...blocks.runs import Runs, Text, runs
from ...bounded import bounded
from ...naming import with_names
from ...phrases import stopped
from ...section import Section, in_order
from ..spelt_out import spelt_out
from .movers import movers
from .prompts import prompts
from .to_board import to_board
from .waiting import waiting

TITLE = "Brief for the {rdg.name}"
PAGES = 4
"""As many as are read before a meeting; what was reworded is a command (`pack compare --words`), and the plan stands in the pack."""


def front(position: Position, settings: Settings, version: str) -> Front:
    """What this is for: a discussion, and answers."""
    board = settings.board
    marking = f"{board.marking} {board.handling}".strip()
    facts = (
        ("Marking", marking, 0.0), ("Board meets", meets(position), 4.0), ("Purpose", "Discussion, and answers to give", 3.5),
        ("Returns as at", day(position.at), 2.5), ("Version", version, 2.0),
    )  # fmt: skip
    return Front(facts, marking)


def sections(brief: BriefPosition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The five sections of the brief, in order, items named and abbreviations spelt out where they are first mentioned; an empty one says so."""
    written: tuple[tuple[str, str, Iterable[Block]], ...] = (
        ("workspaces", "What the Workspaces say", _workspaces(brief)),
        ("to-board", "What must go to the Board, and why", to_board(brief, position)),
        ("prompts", "What the sources raise: prompts to answer", prompts(brief, position)),
        ("waiting", "Waiting for an answer", waiting(brief, position)),
        ("movers", "What moved, old and new", movers(brief)),
    )
    whole = (Section(key, title, (Heading(2, title, anchor=key), *blocks)) for key, title, blocks in written)
    known = {*settings.board.name.split(), "RDG"}
    return spelt_out(in_order(bounded(section, "the data book") for section in with_names(whole, position.names)), settings, known)


# ---------- 1 the Workspaces ----------


def _workspaces(brief: BriefPosition) -> Iterator[Block]:
    yield Paragraph(runs(_wanting(brief)), style="lead")
    if brief.meetings:
        yield Bullets(tuple(_meeting(m) for m in brief.meetings))
    if brief.late:
        late = "; ".join(f"{r.name}, {many(r.days, 'working day')}" for r in brief.late)
        yield Paragraph(runs(Text("After the deadline: ", strong=True), f"{late}."))


def _wanting(brief: BriefPosition) -> str:
    if not brief.meetings:
        return "pack.toml names no Workspace."
    if not brief.wanting:
        return "Every Workspace has met, and has a Chair and a Senior Sponsor."
    return sentence(*(f"{m.name}: {in_words(m.lacks)}" for m in brief.meetings if m.lacks))


def _meeting(line: MeetingLine) -> Runs:
    """A Workspace with its headline: ``Capital and Sufficiency, 9 June 2026: Both secondary bases now open on 4 January.``"""
    came = line.receipt is not None and line.receipt.counts
    met = in_words(day(d) for d in line.met) or ("did not meet" if came else "no return")
    said = stopped(line.headline) if line.headline else "Not stated." if came else "Nothing was received."
    return runs(Text(line.name, strong=True), Text(f" ({met}): ", quiet=True), said)
