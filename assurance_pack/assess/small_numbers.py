"""Small numbers of people: what may be shown, what is suppressed, and what else must go so that nobody can work it out.

Counts of 1 to `most` are suppressed. A suppressed count must not follow from a total and the counts beside it, nor from what was shown
last month: more is suppressed, smallest first, until every suppressed count could be at least two different numbers; where that is not
enough the total goes. Zeros are shown, so whoever reads the table knows that a suppressed count is not nil.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..settings import SmallNumbers

CONFIDENTIAL = "[c]"
NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
LOW_RELIABILITY = "[u]"
PROVISIONAL = "[p]"
REVISED = "[r]"
IN_QUESTION = "[q]"

Counts = Sequence[Sequence[int | None]]
Line = tuple[tuple[int, int], ...]


def meanings(rule: SmallNumbers) -> dict[str, str]:
    """Every symbol with what it means, for the key above a table."""
    return {
        CONFIDENTIAL: f"suppressed: 1 to {rule.most} people, or what would give that away",
        NOT_AVAILABLE: "not available",
        NOT_APPLICABLE: "not applicable: there were no cases",
        LOW_RELIABILITY: f"withheld: a percentage of fewer than {rule.least_denominator}",
        PROVISIONAL: "provisional",
        REVISED: "revised since last time",
        IN_QUESTION: "in question: what was sent cannot be right, and counts nowhere",
    }


@dataclass(frozen=True)
class Shown:
    """A count that may be printed, or the symbol that stands in its place."""

    value: int | None
    symbol: str = ""

    def __str__(self) -> str:
        """As printed."""
        return self.symbol if self.value is None else str(self.value)


@dataclass(frozen=True)
class Table:
    """Counts made safe, with the totals asked for."""

    cells: tuple[tuple[Shown, ...], ...]
    row_totals: tuple[Shown, ...] = ()
    column_totals: tuple[Shown, ...] = ()


def is_small(count: float | None, rule: SmallNumbers) -> bool:
    """Whether a count of people is suppressed: above nil, and no more than the rule allows to be hidden."""
    return count is not None and 0 < count <= rule.most


def change(now: Shown, before: Shown) -> int | None:
    """The difference from last month, where both may be known: a change beside one of them gives the other away."""
    return None if now.value is None or before.value is None else now.value - before.value


def protect_line(counts: Sequence[int | None], rule: SmallNumbers, before: Sequence[Shown] = ()) -> tuple[tuple[Shown, ...], Shown]:
    """One line of counts with its total: the counts of one audit by grade."""
    table = protect([counts], rule, before=[before] if before else None)
    return table.cells[0], table.row_totals[0]


def protect(
    counts: Counts,
    rule: SmallNumbers,
    *,
    row_totals: bool = True,
    column_totals: bool = False,
    before: Sequence[Sequence[Shown]] | None = None,
) -> Table:
    """A table of counts made safe.

    Args:
        counts: rows of counts of people; None where one was not stated.
        rule: what is small.
        row_totals: whether a total is printed at the end of each row.
        column_totals: whether one is printed beneath each column.
        before: the same table as shown last month. A count hidden then stays hidden; one shown then and unchanged hides nothing.
    """
    state = _State.start(counts, rule, row_totals, column_totals, before)
    while cell := state.recoverable():
        state.hide_beside(cell)
    return state.table()


@dataclass
class _State:
    """The table while it is being made safe: what is hidden, which totals still stand, what everybody knows from last month."""

    counts: list[list[int]]
    stated: list[list[bool]]
    hidden: set[tuple[int, int]]
    known: set[tuple[int, int]]
    rule: SmallNumbers
    rows: set[int]
    columns: set[int]
    shape: tuple[bool, bool]

    @classmethod
    def start(
        cls, counts: Counts, rule: SmallNumbers, row_totals: bool, column_totals: bool, before: Sequence[Sequence[Shown]] | None
    ) -> _State:
        numbers = [[c or 0 for c in row] for row in counts]
        places = [(r, c) for r, row in enumerate(numbers) for c, _ in enumerate(row)]
        shown = {(r, c): cell for r, row in enumerate(before or ()) for c, cell in enumerate(row)}
        small = {p for p in places if is_small(numbers[p[0]][p[1]], rule)}
        sticky = {p for p in places if p in shown and shown[p].symbol == CONFIDENTIAL and numbers[p[0]][p[1]]}
        state = cls(
            counts=numbers, stated=[[c is not None for c in row] for row in counts], hidden=small | sticky,
            known={p for p in places if p in shown and shown[p].value == numbers[p[0]][p[1]]}, rule=rule,
            rows=set(range(len(numbers))) if row_totals else set(),
            columns=set(range(len(numbers[0]))) if column_totals and numbers else set(), shape=(row_totals, column_totals),
        )  # fmt: skip
        state._withhold_small_totals()
        return state

    def recoverable(self) -> tuple[int, int] | None:
        """A hidden count that can be no other number than the one it is: first one that is alone in its row or column."""
        return min(
            (p for p in self.hidden if not self._could_differ(p)),
            key=lambda p: (min(map(self._hidden_in, self._lines(p))), p),
            default=None,
        )

    def hide_beside(self, cell: tuple[int, int]) -> None:
        """Hide a count in a line of this one that has its total; where none is left, withhold the total.

        First in the line with fewest hidden; there one whose other line has something hidden already, so that the two protect each other.
        """
        lines = sorted(self._lines(cell), key=self._hidden_in)
        for line in lines:
            free = [p for p in line if p not in self.hidden | self.known and self.counts[p[0]][p[1]]]
            if free:
                self.hidden.add(min(free, key=lambda p: (not self._crossed(p, cell), self.counts[p[0]][p[1]], p)))
                return
        totals, place = (self.rows, cell[0]) if cell[0] in self.rows else (self.columns, cell[1])
        self._withhold(totals, place)

    def _lines(self, cell: tuple[int, int]) -> list[Line]:
        """The row and the column of a count, where their totals are printed."""
        row, column = cell
        across = [tuple((row, c) for c in range(len(self.counts[row])))] if row in self.rows else []
        down = [tuple((r, column) for r in range(len(self.counts)))] if column in self.columns else []
        return across + down

    def _hidden_in(self, line: Line) -> int:
        return sum(p in self.hidden for p in line)

    def _crossed(self, place: tuple[int, int], cell: tuple[int, int]) -> bool:
        return any(self._hidden_in(line) for line in self._lines(place) if cell not in line)

    def _withhold(self, totals: set[int], line: int) -> None:
        """Withhold a total. Where the other totals are printed too, one missing total follows from the rest: then all of its kind go."""
        if all(self.shape):
            totals.clear()
        else:
            totals.discard(line)

    def _withhold_small_totals(self) -> None:
        for row in list(self.rows):
            if is_small(sum(self.counts[row]), self.rule):
                self._withhold(self.rows, row)
        for column in list(self.columns):
            if is_small(sum(row[column] for row in self.counts), self.rule):
                self._withhold(self.columns, column)

    def _could_differ(self, cell: tuple[int, int]) -> bool:
        """Whether this count could be one more or one less with every printed total as it is.

        Rows and columns are places, hidden counts the ways between them: one more leads from its row to its column, one less (never
        below one) back. A count can differ where such a way leads round to where it began. Lines without a total meet in one place.
        """
        start, end = self._ends(cell)
        more = start in self._reached(end, cell)
        less = self.counts[cell[0]][cell[1]] > 1 and end in self._reached(start, cell)
        return more or less

    def _reached(self, origin: str, without: tuple[int, int]) -> set[str]:
        reached, ways = {origin}, list(self._steps(without))
        while further := {end for start, end in ways if start in reached} - reached:
            reached |= further
        return reached

    def _ends(self, cell: tuple[int, int]) -> tuple[str, str]:
        row, column = cell
        return (f"row {row}" if row in self.rows else "free", f"column {column}" if column in self.columns else "free")

    def _steps(self, without: tuple[int, int]) -> Iterator[tuple[str, str]]:
        for cell in self.hidden - {without}:
            start, end = self._ends(cell)
            yield start, end
            if self.counts[cell[0]][cell[1]] > 1:
                yield end, start

    def table(self) -> Table:
        """What may be printed."""
        cells = tuple(tuple(self._shown((r, c)) for c in range(len(row))) for r, row in enumerate(self.counts))
        across, down = self.shape
        return Table(
            cells=cells,
            row_totals=tuple(_total(sum(row), r in self.rows) for r, row in enumerate(self.counts)) if across else (),
            column_totals=tuple(_total(sum(column), c in self.columns) for c, column in enumerate(zip(*self.counts, strict=True)))
            if down
            else (),
        )

    def _shown(self, place: tuple[int, int]) -> Shown:
        if not self.stated[place[0]][place[1]]:
            return Shown(None, NOT_AVAILABLE)
        return Shown(None, CONFIDENTIAL) if place in self.hidden else Shown(self.counts[place[0]][place[1]])


def _total(count: int, stands: bool) -> Shown:
    return Shown(count) if stands else Shown(None, CONFIDENTIAL)
