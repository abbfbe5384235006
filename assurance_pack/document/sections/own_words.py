"""In their own words: what families, young people, settings and partners wrote that does not fit in its section, whole and unchanged.

It stands after the last section, without a number and outside the page count: no words are cut, and none are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...position import Position
from ...position.concerns import ConcernLine
from ...position.voice import GroupSaid
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph
from ..blocks.runs import Run, Text, runs
from ..phrases import missing, quoted, stated
from ..section import Section

KEY = "own-words"
TITLE = "In their own words"
ASKED = {"ask": "What we ask", "not_working": "What is not working", "working": "What is working", "also": "Also written"}
"""What stands before each box of a group's words, the ask first."""


def write(position: Position, settings: Settings) -> Section | None:
    """What did not fit, by whoever said it; none where everything fitted."""
    groups = [g for g in position.voice.groups if any(not b.fits for b in g.boxes)]
    partners = position.concerns.concerns_elsewhere
    if not groups and not partners:
        return None
    said = "Words that did not fit in their sections, whole and unchanged. These pages are outside the page count."
    blocks: list[Block] = [Heading(2, TITLE, anchor=KEY, new_page=True), Paragraph(runs(said), style="lead")]
    for group in groups:
        blocks += [Heading(3, group.name), *_boxes(group)]
    for who in dict.fromkeys(line.who for line in partners):
        blocks.append(Heading(3, who))
        for line in partners:
            if line.who == who:
                blocks += _concern(line)
    return Section(KEY, TITLE, tuple(blocks), annex=True)


def _boxes(group: GroupSaid) -> Iterator[Block]:
    for box in group.boxes:
        if not box.fits:
            yield Paragraph((Text(f"{ASKED[box.name]}: ", strong=True), quoted(box.words)), anchor=box.ref)


def _concern(line: ConcernLine) -> Iterator[Block]:
    row = line.row
    about: list[Run] = [Text("Concern: ", strong=True), *((quoted(row.concern),) if row.concern else (missing(row, "concern"),))]
    if line.categories:
        about.append(Text(f" {line.named_categories}.", quiet=True))
    yield Paragraph(tuple(about), anchor=row.id)
    yield Paragraph((Text("Already done inside: ", strong=True), *stated(row.done, missing(row, "done"))))
    yield Paragraph((Text("What they ask: ", strong=True), *stated(row.ask, missing(row, "ask"))))
