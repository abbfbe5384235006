"""What some blocks say, piece by piece, as it is read: for counting words, and for a change made to every piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from .blocks import Block, Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Table, TableCell
from .blocks.runs import Runs, plain


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every piece of text of some blocks, as it is read."""
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Paragraph(content=content):
                yield plain(content)
            case Table():
                yield block.caption if block.caption_shown else ""
                yield from (plain(c.heading) for c in block.columns)
                yield from (plain(cell.content) for row in block.rows for cell in row.cells)
            case Bullets(items=items):
                yield from (plain(item) for item in items)
            case Figure(caption=caption, sentence=sentence):
                yield from (caption, plain(sentence))
            case Callout(title=title, items=asked):
                yield title
                yield from (f"{plain(i.content)} {plain(i.why)}" for i in asked)
            case KeyFigures(items=figures):
                yield from (f"{f.label} {plain(f.value)} {f.change}" for f in figures)


def with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A paragraph, a list or a table with what stands in it changed; any other block as it is."""
    match block:
        case Paragraph():
            return replace(block, content=change(block.content))
        case Bullets():
            return replace(block, items=tuple(change(item) for item in block.items))
        case Table():
            rows = (replace(row, cells=tuple(TableCell(change(c.content), c.rows, c.value) for c in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block
