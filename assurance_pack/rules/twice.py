"""One item that stands in two rows: rows pasted twice, an ID given twice, two answers to one thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

from ..model import Month
from ..returns.rdg import AnswerToWorkspace, Confidence, MilestoneJudgement, YouSaidWeDid
from ..returns.workspace import IndicatorFigure
from ..schema import Row, columns

R = TypeVar("R", bound=Row)

ANSWERED_ONCE: dict[type[Row], str] = {Confidence: "about", MilestoneJudgement: "id", AnswerToWorkspace: "id", YouSaidWeDid: "id"}
"""The sheets in which RDG judges or answers a thing once, with the column that says which."""


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
    about = ANSWERED_ONCE.get(type(row))
    if about:
        said = getattr(row, about)
        return (type(row), str(said).casefold()) if said else None
    given = getattr(row, "id", None) if has_own_id(type(row)) else None
    return (_root(type(row)), given.casefold()) if given else None


def _root(cls: type[Row]) -> type[Row]:
    """The sheet a sheet extends, or itself: RDG's programme risks are risks, and share their IDs."""
    return [kind for kind in cls.__mro__ if issubclass(kind, Row) and kind is not Row][-1]


def has_own_id(cls: type[Row]) -> bool:
    """Whether the rows of a sheet are items with an ID of their own, and do not answer others by theirs."""
    return any(c.name == "id" and c.id_prefix for c in columns(cls))
