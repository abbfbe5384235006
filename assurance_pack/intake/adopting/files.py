"""Several files at once: the tables in them, what is proposed for each, and an account of every cell there is."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...model import Cell, Month
from ...returns.registers import id_number, written_id
from ...returns.workspace import Milestone
from ...schema import Row, columns
from ...settings import Settings
from ..as_typed import plain
from ..opening.called import TRACE
from ..opening.grid import OpenedBook
from ..reading.ids import parse_id, parse_ids
from .accounts import Account, Adopted, Became, Item, WholeColumn
from .fitting import words_of
from .layout import FoundTable, tables, text_of
from .mapping import NOT_PLACED, ColumnMapping, TableMapping, WordMapping
from .placing import Linked, Placing
from .proposing import propose

_SAME = 0.5
"""Tables with so many of their items in common are copies of one register."""


@dataclass
class FreshIds:
    """The IDs of one register that no month has used: what they begin with, and the next number."""

    stem: str
    number: int

    def next_beside(self, kept: set[str]) -> str:
        """The next that is free."""
        while (given := written_id(self.stem, self.number)) in kept:
            self.number += 1
        self.number += 1
        return given


IdsFor = Callable[[type[Row]], FreshIds]


def tables_of(books: Mapping[str, OpenedBook]) -> tuple[FoundTable, ...]:
    """Every table of every sheet, in the order a person reads them."""
    return tuple(t for file, book in books.items() for grid in book.sheets for t in tables(grid, file))


def propose_all(
    found: Iterable[FoundTable], choices: tuple[type[Row], ...], settings: Settings, month: Month | None = None
) -> tuple[TableMapping, ...]:
    """What each table becomes. Of copies of one register, as kept month by month, the newest is taken and the others are left out.

    `month` is the one the tables are brought in for: of columns told apart by a month, those of a later one do not count.
    """
    pairs = [(t, propose(t, choices, settings, month)) for t in found]
    subjects = [_subjects(t, m) for t, m in pairs]
    left_out: dict[int, str] = {}
    for later, (table, mapping) in enumerate(pairs):
        for earlier in range(later):
            one, other = subjects[earlier], subjects[later]
            if earlier in left_out or later in left_out or pairs[earlier][1].becomes is not mapping.becomes or not one or not other:
                continue
            if len(one & other) / min(len(one), len(other)) >= _SAME:
                older = earlier if _newer(table, pairs[earlier][0]) else later
                newer = later if older == earlier else earlier
                left_out[older] = f"left out: most of it stands on “{pairs[newer][0].grid.title}” too"
    return tuple(_without(m, left_out[n]) if n in left_out else m for n, (_, m) in enumerate(pairs))


def _without(mapping: TableMapping, why: str) -> TableMapping:
    columns = tuple(ColumnMapping(c.at, c.letter, c.heading, NOT_PLACED) for c in mapping.columns)
    return TableMapping(mapping.file, mapping.sheet, mapping.headings, mapping.first, None, columns, {}, why, mapping.hidden)


def _subjects(table: FoundTable, mapping: TableMapping) -> frozenset[str]:
    at = [c.at for c in mapping.columns if c.goes_to in ("title", "finding")]
    return frozenset(plain(said) for c in at for r in table.rows if len(said := table.text(r, c)) > 5) if mapping.becomes else frozenset()


def _newer(table: FoundTable, than: FoundTable) -> bool:
    """Whether a copy is the newer one: by the month its sheet is named for; a sheet out of sight is the older."""
    if table.grid.hidden != than.grid.hidden:
        return than.grid.hidden
    return _month_in(table.grid.title) > _month_in(than.grid.title)


def _month_in(title: str) -> tuple[int, int]:
    year = re.search(r"(20\d\d|(?<!\d)\d\d(?!\d))", title)
    number = next((i for i, name in enumerate(month_name) if name and re.search(rf"\b{name[:3]}", title, re.IGNORECASE)), 0)
    return (int(year[1]) % 100 if year else 0, number)


def completed(table: FoundTable, mapping: TableMapping, settings: Settings) -> TableMapping:
    """A mapping with what is proposed for the words of every column, where a person has not said it: a column may go elsewhere now."""
    if mapping.becomes is None:
        return mapping
    words: dict[int, tuple[WordMapping, ...]] = {}
    for c in mapping.columns:
        told = {w.said: w for w in mapping.words.get(c.at, ())}
        words[c.at] = tuple(told.get(w.said, w) for w in words_of(table, c, mapping.becomes, settings))
    return replace(mapping, words={at: of for at, of in words.items() if of})


def adopt(
    books: Mapping[str, OpenedBook],
    found: tuple[FoundTable, ...],
    mappings: tuple[TableMapping, ...],
    settings: Settings,
    give: IdsFor | None = None,
) -> Adopted:
    """Follow the mappings. Every cell with something in it is accounted for, once; each item gets an ID of ours (`give`)."""
    items: dict[type[Row], list[Item]] = {}
    accounts: dict[Cell, Account] = {}
    unplaced: list[WholeColumn] = []
    linked: list[Linked] = []
    own_ids: dict[tuple[type[Row], str], list[tuple[str, Cell]]] = {}
    for table, mapping in zip(found, mappings, strict=True):
        placing = Placing(table, mapping, settings)
        placing.place()
        for item in placing.items:
            items.setdefault(item.cls, []).append(item)
        for account in placing.accounts:
            accounts.setdefault(account.cell, account)
        unplaced += placing.unplaced
        linked += placing.linked
        for said, cell in placing.own_ids:
            own_ids.setdefault((placing.cls, plain(said)), []).append((said, cell))
    for cls, of in items.items():
        give_ids(of, cls, give)
    for one in linked:
        accounts.setdefault(one.cell, _settled(one, items))
    for account in _outside(books, found):
        accounts.setdefault(account.cell, account)
    notes = tuple(_beside(books))
    in_order = sorted(accounts.values(), key=lambda a: (list(books).index(a.cell.file), a.cell.order))
    shared = tuple((of[0][0], tuple(cell for _, cell in of)) for of in own_ids.values() if len(of) > 1)
    return Adopted({cls: tuple(of) for cls, of in items.items()}, (*in_order, *notes), tuple(unplaced), shared)


def _settled(one: Linked, items: Mapping[type[Row], list[Item]]) -> Account:
    """The IDs of ours for those of theirs in a cell: all of them, or the cell is listed."""
    near = {plain(i.own_id): i.values["id"] for cls in _in_turn(items) for i in items.get(cls, ()) if i.own_id and "id" in i.values}
    parts = [p for p in re.split(r"[,;\n/&]+|\s+and\s+", one.said) if p.strip()]
    known = [near.get(plain(p)) or next(iter(parse_ids(p)[0]), None) for p in parts]
    where = f"{one.item.cls.sheet_title}: {one.column.heading}"
    if not all(known):
        return Account(one.cell, one.said, Became.NOT_PLACED, "", "it names an item that is not among those brought in")
    ids = tuple(dict.fromkeys(k for k in known if k))
    one.item.values[one.column.name] = ids
    return Account(one.cell, one.said, Became.READ_AS, where, f"now {', '.join(ids)}")


def _in_turn(items: Iterable[type[Row]]) -> tuple[type[Row], ...]:
    """The registers in which an ID of theirs is looked for, a milestone’s before another’s: the later go before."""
    return (*(cls for cls in items if cls is not Milestone), Milestone)


def give_ids(items: Iterable[Item], cls: type[Row], give: IdsFor | None) -> None:
    """An ID of ours for each item: its own where it is one already, else the next that is free."""
    if "id" not in cls.model_fields or give is None:
        return
    prefix = next(c.id_prefix for c in columns(cls) if c.name == "id")
    fresh = give(cls)
    kept: set[str] = set()
    for item in items:
        own = parse_id(item.own_id, prefix) if item.own_id else None
        if own and own not in kept and id_number(fresh.stem, own) is not None:
            item.values["id"] = own
            kept.add(own)
    for item in items:
        if "id" not in item.values:
            item.values["id"] = fresh.next_beside(kept)


def _outside(books: Mapping[str, OpenedBook], found: tuple[FoundTable, ...]) -> Iterator[Account]:
    """The cells that belong to no table: titles, notes, keys."""
    heads = {(t.file, t.grid.title, n) for t in found if not t.turned for n in t.head}
    for file, book in books.items():
        for grid in book.sheets:
            for place, seen in grid.cells.items():
                cell = Cell(file=file, sheet=grid.title, ref=grid.ref(*place))
                head = (file, grid.title, place[0]) in heads
                said = text_of(seen) or ("a formula whose result was never saved" if seen.uncalculated else "")
                if head:
                    yield Account(cell, said, Became.HEADING)
                else:
                    yield Account(cell, said, Became.NOT_PLACED, "", "outside every table: a title, a note or a key")


def _beside(books: Mapping[str, OpenedBook]) -> Iterator[Account]:
    """What a file says beside its cells: notes on cells, text boxes, headers."""
    for file, book in books.items():
        for grid in book.sheets:
            for place, text in sorted(grid.comments.items()):
                yield Account(Cell(file=file, sheet=grid.title, ref=grid.ref(*place)), text, Became.NOT_PLACED, "", "a note on the cell")
            for where, text in grid.asides:
                if where != TRACE:
                    yield Account(Cell(file=file, sheet=grid.title), text, Became.NOT_PLACED, "", f"{where} of the sheet")
        for paragraph in book.paragraphs:
            yield Account(Cell(file=file), paragraph.text, Became.NOT_PLACED, "", "a paragraph of the document")
