"""A month's counts as they may be kept and shown: what is too small to print, or would give such a count away, is taken out, and the row names it.

So nothing that the pack suppresses stands in a record, a data book, or a form filled in from them; it stands in the return alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..record.month import Record, frozen_rows
from ..record.sheets_as_kept import SheetsAsKept
from ..returns.received import Returns
from ..returns.workspace import IndicatorFigure, QAFinding
from ..schema import CONFIDENTIAL, LOW_RELIABILITY, Row
from ..settings import Settings
from ..settings.limits import SmallNumbers
from .indicator_figure import figure_of
from .small_numbers import NOT_AVAILABLE, Line, ShownCount, is_small, protect

GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
_COUNTS = ("numerator", "denominator", "value")


def shown_counts(returns: Returns, settings: Settings, history: Sequence[Record]) -> Returns:
    """The month without the counts the pack suppresses.

    Args:
        returns: the month, as the rules judged it.
        settings: what counts as small.
        history: the records of the months before, earliest first; what they show says what else must go.
    """
    before = _Before(history)
    rows = tuple(_shown(row, settings, before) for row in returns.rows)
    return returns if all(now is was for now, was in zip(rows, returns.rows, strict=True)) else returns.with_rows(rows)


def as_shown(record: Record, history: Sequence[Record]) -> Record:
    """A record without the counts its pack suppressed. Records of an earlier `pack` hold them; those of today do not, and are given back as they are."""
    if record.small_counts_out:
        return record
    rows: Mapping[str, tuple[dict[str, Any], ...]] = record.rows
    before = _Before(history)
    for cls in (QAFinding, IndicatorFigure):
        sent = [row for row in record.returns.among(cls) if type(row) is cls]
        shown = [_shown(row, record.settings, before) for row in sent]
        if any(now is not was for now, was in zip(shown, sent, strict=True)):
            rows = rows.instead(shown) if isinstance(rows, SheetsAsKept) else {**rows, **frozen_rows(shown)}
    return record if rows is record.rows else record.with_rows(rows)


def shown_count(row: Row, name: str) -> ShownCount:
    """A count of a row whose small ones are out: the count, or the symbol that stands for it."""
    count = getattr(row, name)
    return ShownCount(count) if count is not None else ShownCount(None, row.suppressed.get(name, NOT_AVAILABLE))


@dataclass(frozen=True)
class _Before:
    """The months before, and whether any of their packs showed a finding without a count."""

    history: Sequence[Record]

    @cached_property
    def hid(self) -> bool:
        return any(record.returns.hides(QAFinding) for record in self.history)


def _shown(row: Row, settings: Settings, before: _Before) -> Row:
    if isinstance(row, QAFinding):
        hidden = dict(_of_a_finding(row, settings.small_numbers, _shown_before(row, settings.small_numbers, before)))
    elif isinstance(row, IndicatorFigure):
        hidden = dict(_of_a_figure(row, settings))
    else:
        return row
    if not hidden:
        return row
    return row.model_copy(update={**dict.fromkeys(hidden), "suppressed": {**row.suppressed, **hidden}})


def _shown_before(row: QAFinding, rule: SmallNumbers, before: _Before) -> list[Line]:
    """The grades of a finding, and its sample, as every earlier pack showed them, earliest first."""
    counts = [count for name in (*GRADES, "sample") if (count := getattr(row, name)) is not None]
    if not counts:
        return []
    if not (row.suppressed or any(is_small(count, rule) for count in counts) or before.hid):
        return []  # nothing of it is to go, and nothing went before: from packs that showed all they had nothing follows
    then = (record.returns.find(QAFinding, row.id) for record in before.history)
    return [Line(tuple(shown_count(was, name) for name in GRADES), shown_count(was, "sample")) for was in then if was]


def _of_a_finding(row: QAFinding, rule: SmallNumbers, earlier: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The grades that go, and the sample where it is small or would give one of them away."""
    counts = [getattr(row, name) for name in GRADES]
    line = protect(counts, rule, earlier)
    cells = tuple(shown_count(row, n) if n in row.suppressed else cell for n, cell in zip(GRADES, line.cells, strict=True))
    yield from ((name, CONFIDENTIAL) for name, cell in zip(GRADES, cells, strict=True) if cell.symbol == CONFIDENTIAL and row.stated(name))
    if row.sample is None:
        return
    known = any(before.cells == cells and before.total.value == row.sample for before in earlier)  # shown so already: it tells nothing new
    its_sender_hid_some = any(name in row.suppressed for name in GRADES) and not known
    follows = line.total.value is None and row.sample == sum(count or 0 for count in counts)
    if is_small(row.sample, rule) or follows or its_sender_hid_some:
        yield "sample", CONFIDENTIAL


def _of_a_figure(row: IndicatorFigure, settings: Settings) -> Iterator[tuple[str, str]]:
    """All that was sent of a figure the pack does not show; of one it shows, the counts that are small."""
    rule = settings.small_numbers
    indicator = settings.indicator(row.indicator.meaning) if row.indicator else None
    stated = [name for name in _COUNTS if row.stated(name)]
    symbol = figure_of(row, indicator, rule).symbol if indicator else ""
    if symbol in (CONFIDENTIAL, LOW_RELIABILITY):
        yield from ((name, symbol) for name in stated)
        return
    counts = [name for name in stated if name != "value"] if indicator and indicator.unit != "count" else stated
    yield from ((name, CONFIDENTIAL) for name in _small(row, counts, rule))


def _small(row: Row, names: Iterable[str], rule: SmallNumbers) -> Iterator[str]:
    return (name for name in names if is_small(getattr(row, name), rule))
