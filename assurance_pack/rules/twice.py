"""One item that stands in two rows: rows pasted twice, an ID given twice, two answers to one thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

from ..model import Month
from ..returns.registers import has_own_ids, kin
from ..returns.workspace import IndicatorFigure
from ..schema import Row

R = TypeVar("R", bound=Row)


def twice(rows: Iterable[R]) -> tuple[tuple[R, ...], ...]:
    """The rows that are about one item, where there is more than one, in the order they stand."""
    together: dict[Hashable, list[R]] = {}
    for row in rows:
        item = _item(row)
        if item is not None:
            together.setdefault(item, []).append(row)
    return tuple(tuple(same) for same in together.values() if len(same) > 1)


def _item(row: Row) -> Hashable:
    """What a row is about, if it is about one thing: an ID for life, an indicator and the month of its period, what is judged or answered."""
    if isinstance(row, IndicatorFigure):
        return (row.indicator.meaning, Month.of(row.period_end)) if row.indicator and row.period_end else None
    if row.life.once:
        said = getattr(row, row.life.known_by)
        return (type(row), str(said).casefold()) if said else None
    given = row.id_for_life if has_own_ids(type(row)) else None
    return (kin(type(row)), given.casefold()) if given else None
