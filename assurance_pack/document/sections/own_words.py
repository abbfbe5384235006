"""In their own words: what families, young people, settings and partners wrote that does not fit in its section, unchanged.

It stands after the last section, without a number, on pages beyond those a pack is held to. Of a box longer than `a_box` of the budgets stand the
whole sentences it opens with, and where all of it is: no sentence is cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...position.budget import Opening
from ...position.concerns import ConcernLine
from ...position.voice import Box, GroupSaid
from ...position.whole import Position
from ...returns.partner import Concern
from ...returns.voice import AlsoWritten, Voice
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph
from ..blocks.runs import Ref, Run, Runs, Text, runs
from ..phrases import own_words_as_far, told
from ..section import Section
from .earlier import earlier

KEY = "own-words"
TITLE = "In their own words"
AT_THE_END: Runs = (Text("“", quiet=True), Ref(TITLE, target=KEY, quiet=True), Text("”, at the end", quiet=True))
"""What the sections call these pages, as they call the data book a place: ``(80 words, whole in “In their own words”, at the end)``."""
ASKED = {"ask": "What we ask", "not_working": "What is not working", "working": "What is working", "also": "Also written"}
"""What stands before each box of a group's words, the ask first."""


def write(position: Position, settings: Settings) -> Section | None:
    """What did not fit, by whoever said it; none where everything fitted."""
    groups = [g for g in position.voice.groups if any(not b.fits for b in g.boxes)]
    partners = position.concerns.concerns_elsewhere
    if not groups and not partners:
        return None
    longer = any(b.printed.more for g in groups for b in g.boxes if not b.fits) or any(line.longer for line in partners)
    how = "unchanged; of what is longer than the pack has room for, the sentences it opens with" if longer else "whole and unchanged"
    said = f"Words that did not fit in their sections, {how}."
    blocks: list[Block] = [Heading(2, TITLE, anchor=KEY, new_page=True), Paragraph(runs(said), style="lead")]
    for group in groups:
        blocks += [Heading(3, group.name), *_boxes(group)]
    for who in dict.fromkeys(line.who for line in partners):
        blocks.append(Heading(3, who))
        for line in partners:
            if line.who == who:
                blocks += _concern(line)
        if who not in {line.who for line in position.concerns.concerns}:  # else it stands in its row of the table
            before = earlier(position.voice, who, position, settings)
            blocks.append(Paragraph((Text("Earlier ask, and RDG’s answer: ", strong=True), *before)))
    return Section(KEY, TITLE, tuple(blocks), annex=True)


def whereabouts(box: Box) -> str:
    """Where a box of a group's words stands whole."""
    return f"the data book, sheet “{AlsoWritten.sheet_title if box.name == 'also' else Voice.sheet_title}”"


def partners_words(line: ConcernLine, name: Literal["concern", "done", "ask"]) -> Runs:
    """One cell of a partner's concern as far as it is printed; the concern itself in quotation marks."""
    printed: Opening = getattr(line, name)
    if not printed.words:
        return (told(line.row, name),)
    return own_words_as_far(printed, f"the data book, sheet “{Concern.sheet_title}”", marks=name == "concern")


def _boxes(group: GroupSaid) -> Iterator[Block]:
    for box in group.boxes:
        if not box.fits:
            yield Paragraph((Text(f"{ASKED[box.name]}: ", strong=True), *own_words_as_far(box.printed, whereabouts(box))), anchor=box.ref)


def _concern(line: ConcernLine) -> Iterator[Block]:
    row = line.row
    about: list[Run] = [Text("Concern: ", strong=True), *partners_words(line, "concern")]
    if line.categories:
        about.append(Text(f" {line.named_categories}.", quiet=True))
    yield Paragraph(tuple(about), anchor=row.id)
    yield Paragraph((Text("Already done inside: ", strong=True), *partners_words(line, "done")))
    yield Paragraph((Text("What they ask: ", strong=True), *partners_words(line, "ask")))
