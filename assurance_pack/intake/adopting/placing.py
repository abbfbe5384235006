"""Follows a mapping: from the rows of somebody's table to rows of ours, with an account of every cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Cell
from ...schema import Row, column_of
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ..as_typed import is_empty_mark, plain
from .accounts import Account, Became, Item, WholeColumn
from .layout import FoundTable, period_of, text_of
from .mapping import BOTH, NOT_PLACED, PERIOD, WORKED_OUT, ColumnMapping, TableMapping
from .ratings import IMPACT, LIKELIHOOD, product
from .values import read

_TOTALS = ("total", "totals", "grand total", "subtotal", "average")
_GOES_ON = re.compile(r"[\s,–-]*[(\[]?\s*\b(?:continued|contd|cont['’]?d|cont|ctd)\b\.?\s*[)\]]?\s*$", re.IGNORECASE)
SAME_ROW = "word for word the row"
NO_INDICATOR = "its indicator is none of those in pack.toml: say in mapping.toml which it means"
NO_PERIOD = "a figure whose period cannot be told"
SUBJECT_LEAST = 3
"""Letters of a text that can be what a row is about."""


@dataclass(frozen=True)
class Linked:
    """A cell that names other items by IDs of theirs: settled once every item has one of ours."""

    item: Item
    column: Column
    cell: Cell
    said: str


class Placing:
    """One table being placed: its items so far, and the accounts of its cells."""

    def __init__(self, table: FoundTable, mapping: TableMapping, settings: Settings) -> None:
        """A table and what is to become of it."""
        self.table, self.mapping, self.settings = table, mapping, settings
        self.items: list[Item] = []
        self.accounts: list[Account] = []
        self.unplaced: list[WholeColumn] = []
        self.linked: list[Linked] = []
        self.own_ids: list[tuple[str, Cell]] = []
        self._rows_before: dict[tuple[tuple[int, str], ...], int] = {}
        self.cls: type[Row] = mapping.becomes or Row
        self._columns: dict[int, ColumnMapping] = {c.at: c for c in mapping.columns}
        self._words = {at: {w.said: w for w in words} for at, words in mapping.words.items()}
        self._fields = {f.at: f for f in table.fields}
        self._seen_in: dict[str, list[int]] = {}
        for c in mapping.columns:
            self._seen_in.setdefault(c.goes_to, []).append(c.at)

    def place(self) -> None:
        """Go down the table."""
        self._headings()
        if self.mapping.becomes is None:
            for row in self.table.rows:
                self._not_placed(row, self.mapping.why or "its table is left out")
            return
        by_period = PERIOD in self._seen_in
        for row in self.table.rows:
            said = {at: t for at in self._fields if (t := self.table.text(row, at))}
            why = self._no_item(row, said)
            if self._is_continued(row, said) or (why and self._goes_on(row, said)):
                self._add(self.items[-1], row, said, joined=True)
            elif why:
                self._not_placed(row, why)
            elif before := self._rows_before.get(tuple(sorted(said.items()))):
                self._not_placed(row, f"{SAME_ROW} of {self.table.cell(before, min(said)).ref}, which stands on the form once")
            elif no_figure := self._no_figure(row, said):
                self._not_placed(row, no_figure)
            elif by_period:
                self._rows_before[tuple(sorted(said.items()))] = row
                self._periods(row, said)
            else:
                self._rows_before[tuple(sorted(said.items()))] = row
                item = Item(self.cls, row)
                self.items.append(item)
                self._add(item, row, said)
        self._whole_columns()

    def _headings(self) -> None:
        for field in self.table.fields:
            for place in field.said_at:
                self._account(*place, Became.HEADING)

    # ---------- which rows are items ----------

    def _subject(self) -> list[int]:
        name = next(n for n in ("title", "finding", "indicator", "proposal") if n in self.cls.model_fields)
        return self._seen_in.get(name, [])

    def _no_item(self, row: int, said: Mapping[int, str]) -> str:
        """Why a row is none of the items; nothing where it is one."""
        own = {at for at in said if (row, at) in self.table.grid.cells or (row, at) in self.table.grid.lights}
        placed = {at for at in own if self._columns[at].goes_to != NOT_PLACED}
        if not own:
            return "it says nothing"
        if all(plain(said[at]) == plain(self._fields[at].heading) for at in own):
            return "the headings once more"
        if any(plain(said[at]) in _TOTALS for at in sorted(own)[:2]):
            return "a total"
        subject = [at for at in self._subject() if len(said.get(at, "")) >= SUBJECT_LEAST and not is_empty_mark(said[at])]
        if not subject:
            return "no item stands in this row"
        if not any(at in own for at in subject):
            return "it belongs to the item above"
        usual = len([c for c in self._columns.values() if c.goes_to != NOT_PLACED])
        alone = len(placed) == 1 and (usual > 2 or len(own) == 1)
        after_gap = row - 1 not in self.table.rows and row - 1 > self.table.head[-1]
        if alone or (after_gap and 3 * len(placed) < usual):
            return "a heading or a note, and no item"
        return ""

    def _no_figure(self, row: int, said: Mapping[int, str]) -> str:
        """Why a row of figures has no place: its indicator or its period is not told. Nothing for a row of any other kind."""
        if "indicator" not in self.cls.model_fields:
            return ""
        asked = {"indicator": NO_INDICATOR} if PERIOD in self._seen_in else {"indicator": NO_INDICATOR, "period_end": NO_PERIOD}
        for name, why in asked.items():
            at = next((a for a in self._seen_in.get(name, ()) if said.get(a)), None)
            told = at is not None and read(
                column_of(self.cls, name), self.table.seen(row, at), said[at], self._words.get(at, {}), self.settings
            )
            if not told or told.value is None:
                return why
        return ""

    def _is_continued(self, row: int, said: Mapping[int, str]) -> bool:
        """Whether a row says itself that it goes on with the item above: “R1 (continued)”."""
        marked = [at for at in (*self._subject(), *self._seen_in.get("own_id", ())) if _GOES_ON.search(said.get(at, ""))]
        own = next((said[at] for at in self._seen_in.get("own_id", ()) if said.get(at)), "")
        above = self.items[-1] if self.items else None
        return bool(marked) and above is not None and plain(_GOES_ON.sub("", own)) in ("", plain(above.own_id))

    def _goes_on(self, row: int, said: Mapping[int, str]) -> bool:
        """Whether a row goes on with the item above: beneath its merged cells, or with more words and neither an ID nor a date of its own."""
        if not self.items or row - 1 not in self.table.rows:
            return False
        own = [at for at in said if (row, at) in self.table.grid.cells]
        if any(self.table.grid.merge_over(row, at) and at not in own for at in self._subject()):
            return True
        if any(plain(said[at]) in _TOTALS or plain(said[at]) == plain(self._fields[at].heading) for at in own):
            return False
        subject = [*self._subject(), *self._seen_in.get("report", ())]
        several = len(own) > 1 or (bool(own) and own[0] > min(self._fields))
        return several and not any(said.get(at) and at in own for at in (*subject, *self._seen_in.get("own_id", ())))

    # ---------- one item ----------

    def _add(self, item: Item, row: int, said: Mapping[int, str], *, joined: bool = False) -> None:
        for at in sorted(said, key=self._order):
            mapped = self._columns[at]
            here = (row, at) in self.table.grid.cells or (row, at) in self.table.grid.lights
            if mapped.goes_to == NOT_PLACED:
                self._listed(row, at, "its column was not placed: say in mapping.toml where it goes, if it has a place", here)
            elif mapped.goes_to == WORKED_OUT:
                self._worked_out(item, row, at, said[at])
            elif mapped.goes_to in BOTH.values():
                self._both(item, row, at, said[at], mapped.goes_to)
            elif here or not joined:
                self._value(item, row, at, said[at], column_of(self.cls, mapped.goes_to), here=here)

    def _order(self, at: int) -> tuple[int, int]:
        """Scores last: they are compared with what they come from."""
        return (self._columns[at].goes_to == WORKED_OUT, at)

    def _value(self, item: Item, row: int, at: int, said: str, column: Column, *, here: bool) -> None:
        if is_empty_mark(said):
            self._listed(row, at, "it says there is nothing", here)
            return
        if item.row != row:
            said = _GOES_ON.sub("", said) or said
        if column.name == "own_id":
            item.own_id = item.own_id or said
            self.own_ids += [(said, self.table.cell(row, at))] if item.row == row else []
        if column.kind is ColumnKind.IDS:
            self.linked.append(Linked(item, column, self.table.cell(row, at), said))
            return
        found = read(column, self.table.seen(row, at), said, self._words.get(at, {}), self.settings)
        there = item.values.get(column.name)
        if found.value is None:
            self._listed(row, at, found.why, here)
        elif there is None or there == found.value:
            item.values[column.name] = found.value
            self._account(row, at, Became.READ_AS if found.how else Became.PLACED, column.heading, found.how, here=here)
        elif column.kind is ColumnKind.TEXT and column.name != "own_id":
            if found.value not in str(there).split("\n"):
                item.values[column.name] = f"{there}\n{found.value}"
            self._account(row, at, Became.READ_AS, column.heading, "put after what stood there for the same item", here=here)
        else:
            self._listed(row, at, f"a second {column.heading.casefold()} for the same item", here)

    def _both(self, item: Item, row: int, at: int, said: str, both: str) -> None:
        stage = next(s for s, text in BOTH.items() if text == both)
        heading = plain(self._fields[at].heading)
        pair = product(said, impact_first=-1 < heading.find("impact") < heading.find("likelihood"))
        if pair is None:
            self._listed(row, at, "likelihood and impact cannot be told from it")
            return
        for name, place in zip((LIKELIHOOD, IMPACT), pair, strict=True):
            column = column_of(self.cls, f"{stage}{name}")
            word = self.settings.word(column.words, str(place))
            item.values[column.name] = word.word if word else place
        self._account(row, at, Became.READ_AS, both, f"likelihood {pair[0]}, impact {pair[1]}")

    def _worked_out(self, item: Item, row: int, at: int, said: str) -> None:
        products = []
        for stage in ("", "inherent_", "target_"):
            both = [str(item.values.get(f"{stage}{n}") or "")[:1] for n in (LIKELIHOOD, IMPACT)]
            if all(b.isdigit() for b in both):
                products.append(int(both[0]) * int(both[1]))
        if said.replace(".0", "").isdigit() and int(float(said)) in products:
            self._account(row, at, Became.WORKED_OUT, "Score")
        else:
            self._listed(row, at, "a score that the likelihood and impact beside it do not come to")

    # ---------- figures by period ----------

    def _periods(self, row: int, said: Mapping[int, str]) -> None:
        """One item for each figure: the columns are periods."""
        shared = [at for at in said if self._columns[at].goes_to != PERIOD]
        first = Item(self.cls, row)
        self._add(first, row, {at: said[at] for at in shared})
        figures = [at for at in said if self._columns[at].goes_to == PERIOD]
        for at in figures:
            found = read(column_of(self.cls, "value"), self.table.seen(row, at), said[at], {}, self.settings)
            end = period_of(self.table, self._fields[at])
            if found.value is None or end is None or first.values.get("indicator") is None:
                self._listed(row, at, found.why or NO_INDICATOR)
                continue
            item = Item(self.cls, row, {**first.values, "period_end": end, "value": found.value})
            self.items.append(item)
            self._account(row, at, Became.PLACED, f"Value, {end:%B %Y}")

    # ---------- accounts ----------

    def _account(self, row: int, at: int, became: Became, where: str = "", why: str = "", *, here: bool = True) -> None:
        if not here:
            return  # beneath a merge: the cell that holds the words is accounted for where it stands
        seen = self.table.text(row, at) or text_of(self.table.grid.at(row, at))
        where = f"{self.cls.sheet_title}: {where}" if where else ""
        self.accounts.append(Account(self.table.cell(row, at), seen, became, where, why))

    def _listed(self, row: int, at: int, why: str, here: bool = True) -> None:
        if here:
            self._account(row, at, Became.NOT_PLACED, "", why)

    def _not_placed(self, row: int, why: str) -> None:
        for at in self._fields:
            if (row, at) in self.table.grid.cells or ((row, at) in self.table.grid.lights and self.table.text(row, at)):
                self._account(row, at, Became.NOT_PLACED, "", why)

    def _whole_columns(self) -> None:
        for mapped in self._columns.values():
            if mapped.goes_to != NOT_PLACED:
                continue
            first = {
                item.row: item for item in reversed(self.items)
            }  # a row that tells of several periods is several items, and is listed once
            lines = [(i, said) for i in self.items if first[i.row] is i and (said := self.table.text(i.row, mapped.at))]
            if lines:
                heading = mapped.heading or f"column {mapped.letter}, without a heading"
                self.unplaced.append(WholeColumn(self.table.file, self.table.grid.title, heading, tuple(lines)))
