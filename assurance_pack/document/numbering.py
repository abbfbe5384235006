"""Numbers for paragraphs, tables and figures, and what a reference says when it points to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from .blocks import (
    Block,
    Bullets,
    Callout,
    CalloutItem,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Table,
    TableColumn,
)
from .blocks.runs import Ref, Run, Runs
from .section import Section
from .texts import with_runs

UNNUMBERED = ("meta", "brief")


def number(sections: Iterable[Section]) -> tuple[Block, ...]:
    """The blocks of all sections, each paragraph marked ``*`` numbered within its section, tables and figures through the document.

    What can be pointed to and has no anchor is given one from its number.
    """
    out: list[Block] = []
    tables = figures = 0
    for section in sections:
        paragraphs = 0
        for block in section.blocks:
            match block:
                case Paragraph(number="*"):
                    paragraphs += 1
                    label = f"{section.number}.{paragraphs}"
                    out.append(replace(block, number=label, anchor=block.anchor or f"paragraph-{label.replace('.', '-')}"))
                case Table(style=style) if style not in UNNUMBERED and block.caption_shown:
                    tables += 1
                    out.append(replace(block, number=tables, anchor=block.anchor or f"table-{tables}"))
                case Figure():
                    figures += 1
                    out.append(replace(block, number=figures, anchor=block.anchor or f"figure-{figures}"))
                case _:
                    out.append(block)
    return tuple(out)


@dataclass(frozen=True)
class Place:
    """Where something stands: the anchor to go to, and what a reference calls it (``2.1``, ``table 5``)."""

    anchor: str
    label: str


@dataclass
class Places:
    """What can be pointed to: blocks by their anchors, and items by the block that prints them."""

    by_target: dict[str, Place] = field(default_factory=dict)
    _standing: dict[str, list[str]] = field(default_factory=dict)

    def add(self, target: str, place: Place) -> None:
        """The first block that prints an item is where a reference to it goes."""
        self.by_target.setdefault(target, place)

    def stands(self, item: str, where: str) -> None:
        """An item stands there too."""
        standing = self._standing.setdefault(item, [])
        if where not in standing:
            standing.append(where)

    def printed(self, items: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Of these items, where each stands, in reading order; an item that stands nowhere is left out."""
        return {item: tuple(self._standing[item]) for item in sorted(set(items)) if item in self._standing}


def places_of(blocks: tuple[Block, ...]) -> Places:
    """Where everything stands in numbered blocks."""
    places = Places()
    for anchor, place in _anchored(blocks):
        places.add(anchor, place)
    section = ""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            section = f"section {block.number}" if block.number else block.text
        label = _label(block, section)
        for item in _items(block):
            number = section.removeprefix("section ")
            places.stands(item, number if label == section else f"{number} ({label})")
            if isinstance(block, Table) and block.number:
                places.add(item, Place(block.anchor, label))
    return places


def _anchored(blocks: tuple[Block, ...]) -> Iterable[tuple[str, Place]]:
    """Anchors as written. A heading without a number is called by the first numbered paragraph beneath it."""
    section = ""
    waiting: list[str] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield from ((anchor, Place(anchor, section)) for anchor in waiting)
            waiting, section = [], f"section {block.number}" if block.number else block.text
        anchor = getattr(block, "anchor", "")
        if isinstance(block, Heading) and block.level == 3 and anchor:
            waiting.append(anchor)
        elif anchor:
            yield anchor, Place(anchor, _label(block, section))
        if isinstance(block, Paragraph) and block.number:
            yield from ((one, Place(one, block.number)) for one in waiting)
            waiting = []
    yield from ((anchor, Place(anchor, section)) for anchor in waiting)


def _label(block: Block, section: str) -> str:
    match block:
        case Paragraph(number=n) if n:
            return n
        case Table(number=n) if n:
            return f"table {n}"
        case Figure(number=n) if n:
            return f"figure {n}"
        case _:
            return section


def _items(block: Block) -> Iterable[str]:
    """The items a block speaks of: by its anchor, its rows, or the references in its words."""
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell.rows
                yield from (r.text for r in cell.content if isinstance(r, Ref) and r.text)
    elif isinstance(block, Paragraph):
        if block.anchor:
            yield block.anchor
        yield from (r.text for r in block.content if isinstance(r, Ref) and r.text)
    elif isinstance(block, Figure):
        for one in getattr(block.drawing, "rows", ()) or getattr(block.drawing, "marks", ()):
            if getattr(one, "ref", ""):
                yield one.ref


def resolve(blocks: Iterable[Block], places: Mapping[str, Place]) -> tuple[Block, ...]:
    """The same blocks, every reference saying where it goes; one that goes nowhere is plain words."""
    return tuple(_resolved(block, partial(_refs, places)) for block in blocks)


def _refs(places: Mapping[str, Place], content: Runs) -> Runs:
    return tuple(_ref(run, places) for run in content)


def _ref(run: Run, places: Mapping[str, Place]) -> Run:
    if not isinstance(run, Ref) or not run.target:
        return run
    place = places.get(run.target)
    if place is None:
        return replace(run, text=run.text or run.target, target="")
    return replace(run, text=run.text or place.label, target=place.anchor)


def _resolved(block: Block, refs: partial[Runs]) -> Block:
    match block:
        case Paragraph() | Bullets():
            return with_runs(block, refs)
        case Table():
            heads = tuple(TableColumn(refs(c.heading), c.width, c.kind) for c in block.columns)
            return with_runs(replace(block, columns=heads), refs)
        case Figure():
            return replace(block, sentence=refs(block.sentence))
        case Callout():
            return replace(block, items=tuple(CalloutItem(refs(i.content), refs(i.why)) for i in block.items))
        case KeyFigures():
            return replace(block, items=tuple(KeyFigure(i.label, refs(i.value), i.change) for i in block.items))
        case Heading():
            return block
