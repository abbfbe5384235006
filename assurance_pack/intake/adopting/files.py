"""Several files at once: the tables in them, what is proposed for each, and an account of every cell there is."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping

from ...model import Cell
from ...schema import Row
from ...settings import Settings
from ..as_typed import plain
from ..opening.elsewhere import TRACE
from ..opening.grid import Book
from .accounts import Account, Adopted, Became, Item, WholeColumn
from .layout import Table, tables, text_of
from .mapping import NOT_PLACED, ColumnMapping, TableMapping
from .placing import Placing
from .proposing import propose

_SAME = 0.5
"""Tables with so many of their items in common are copies of one register."""


def tables_of(books: Mapping[str, Book]) -> tuple[Table, ...]:
    """Every table of every sheet, in the order a person reads them."""
    return tuple(t for file, book in books.items() for grid in book.sheets for t in tables(grid, file))


def propose_all(found: Iterable[Table], choices: tuple[type[Row], ...], settings: Settings) -> tuple[TableMapping, ...]:
    """What each table becomes. Of copies of one register, as kept month by month, the newest is taken and the others are left out."""
    pairs = [(t, propose(t, choices, settings)) for t in found]
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
    return TableMapping(mapping.file, mapping.sheet, mapping.headings, mapping.first, None, columns, {}, why)


def _subjects(table: Table, mapping: TableMapping) -> frozenset[str]:
    at = [c.at for c in mapping.columns if c.goes_to in ("title", "finding")]
    return frozenset(plain(said) for c in at for r in table.rows if len(said := table.text(r, c)) > 5) if mapping.becomes else frozenset()


def _newer(table: Table, than: Table) -> bool:
    """Whether a copy is the newer one: by the month its sheet is named for; a sheet out of sight is the older."""
    if table.grid.hidden != than.grid.hidden:
        return than.grid.hidden
    return _month_in(table.grid.title) > _month_in(than.grid.title)


def _month_in(title: str) -> tuple[int, int]:
    year = re.search(r"(20\d\d|(?<!\d)\d\d(?!\d))", title)
    number = next((i for i, name in enumerate(month_name) if name and re.search(rf"\b{name[:3]}", title, re.IGNORECASE)), 0)
    return (int(year[1]) % 100 if year else 0, number)


def adopt(books: Mapping[str, Book], found: tuple[Table, ...], mappings: tuple[TableMapping, ...], settings: Settings) -> Adopted:
    """Follow the mappings. Every cell with something in it is accounted for, once."""
    items: dict[type[Row], list[Item]] = {}
    accounts: dict[Cell, Account] = {}
    unplaced: list[WholeColumn] = []
    for table, mapping in zip(found, mappings, strict=True):
        placing = Placing(table, mapping, settings)
        placing.place()
        for item in placing.items:
            items.setdefault(item.cls, []).append(item)
        for account in placing.accounts:
            accounts.setdefault(account.cell, account)
        unplaced += placing.unplaced
    for account in _outside(books, found):
        accounts.setdefault(account.cell, account)
    notes = tuple(_beside(books))
    in_order = sorted(accounts.values(), key=lambda a: (list(books).index(a.cell.file), a.cell.order))
    return Adopted({cls: tuple(of) for cls, of in items.items()}, (*in_order, *notes), tuple(unplaced))


def _outside(books: Mapping[str, Book], found: tuple[Table, ...]) -> Iterator[Account]:
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


def _beside(books: Mapping[str, Book]) -> Iterator[Account]:
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
