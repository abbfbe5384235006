"""No ID stands alone: where an item has no row of its own in a section, its first mention there is followed by its short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from .blocks import Block, Figure, Paragraph, Table
from .blocks.runs import Ref, Run, Runs, Text, plain
from .section import Section
from .texts import with_runs

SAID = re.compile(r"\s*[,:]\s+(?!and\b)[\w“(]")
"""What follows an ID that is described at once: ``M-CAP-005, accessible changing places built``."""
FRONT = ("brief", "asks", "meta", "marks")
"""Tables of the front page, which say what an item is in their own words."""


MOST_NAMED = 12
"""Items in one cell or paragraph beyond which it is a list to look things up in, and IDs alone stand in it."""


def with_names(section: Section, names: Mapping[str, str]) -> Section:
    """The section, every item named where it is first mentioned, unless a row or a paragraph of the section is its own."""
    seen = set(_own(section.blocks))
    return replace(section, blocks=tuple(_named(block, names, seen) for block in section.blocks))


def _own(blocks: Iterable[Block]) -> Iterator[str]:
    """The items that have a row or a paragraph of their own."""
    for block in blocks:
        if isinstance(block, Paragraph | Table) and block.anchor:
            yield block.anchor
        if isinstance(block, Table) and block.style not in FRONT:
            for row in block.rows:
                yield from (run.text for run in row.cells[0].content if isinstance(run, Ref))


def _named(block: Block, names: Mapping[str, str], seen: set[str]) -> Block:
    match block:
        case Figure():
            return replace(block, sentence=_runs(block.sentence, names, seen))
        case Table() if block.style in FRONT:
            return block
        case _:
            return with_runs(block, lambda content: _runs(content, names, seen))


def _runs(content: Runs, names: Mapping[str, str], seen: set[str]) -> Runs:
    out: list[Run] = []
    told = plain(content).casefold()
    if sum(isinstance(run, Ref) for run in content) > MOST_NAMED:
        return content
    for run, after in zip_longest(content, content[1:]):
        out.append(run)
        if not isinstance(run, Ref) or run.text not in names or run.text in seen:
            continue
        seen.add(run.text)
        if names[run.text].casefold() not in told and not (isinstance(after, Text) and SAID.match(after.text)):
            out.append(Text(f" {names[run.text]}", quiet=True))
    return tuple(out)
