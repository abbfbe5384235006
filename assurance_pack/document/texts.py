"""What some blocks say, piece by piece, as it is read: for counting words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .blocks import Block, Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Table
from .blocks.runs import plain


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
