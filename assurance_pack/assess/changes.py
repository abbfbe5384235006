"""What changed since last time, or since a version was approved: the one list that everything reads which speaks of changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..meanings import LISTS, DecisionAsked
from ..model import Cell, Sender, day, means
from ..record.carry import same
from ..record.month import Record
from ..returns.board_log import Decision
from ..returns.rdg import AnswerToWorkspace, ForTheBoard
from ..returns.received import Returns
from ..returns.registers import FOLLOWED, Register
from ..returns.workspace import ForRdg, Milestone
from ..schema import Review, Row
from ..schema.column import Column, DayKind
from ..settings import Settings
from .besides import besides
from .difference import Change, ChangeKind, Changes
from .status import reported_status, status_cell

__all__ = ["Change", "ChangeKind", "Changes", "compare"]

_STATUS = "status"


def compare(now: Returns, last: Record | None, settings: Settings | None = None) -> Changes:
    """Every difference between a month and the last record.

    A milestone's status is the one reported by RDG, in both months. An item is *gone* only where its own return is in hand and has the
    sheet: a return that did not come says nothing of its items. `settings` are this month's; where a list of words has changed since the
    record, a change of rating is reported without saying that it is better or worse. Between two versions of one month every cell counts,
    also of what is said anew each month.
    """
    if last is None:
        return Changes()
    before = last.returns
    scales = _changed_lists(settings, last.settings) if settings else frozenset()
    months = _Months(now, before, scales)
    found = [change for register in FOLLOWED for change in _of_register(register, months)]
    others = besides(now, before, found, settings, last.settings)
    return Changes(since=last.month, all=tuple(found), besides=tuple(others))


@dataclass(frozen=True)
class _Months:
    """The two months, and the lists of words that are not the same in both."""

    now: Returns
    before: Returns
    scales: frozenset[str]


def _changed_lists(now: Settings, before: Settings) -> frozenset[str]:
    def scale(settings: Settings, name: str) -> list[tuple[str, str, str]]:
        return [(w.word, w.meaning, w.definition) for w in settings.lists.get(name, ())]

    return frozenset(name for name in {*now.lists, *before.lists} if scale(now, name) != scale(before, name))


def _of_register(register: Register, months: _Months) -> Iterator[Change]:
    now = _by_item(register, months.now)
    before = _by_item(register, months.before)
    for item, row in now.items():
        if item in before:
            yield from _differences(register, item, row, before[item], months)
        elif register.life.arrives:
            yield Change(kind=ChangeKind.NEW, item=item, sheet=register.key, cell=row.at)
    for item, row in before.items():
        if item not in now and register.life.vanishes and not row.closed:
            yield from _left(register, item, row, months)


def _by_item(register: Register, returns: Returns) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in returns.only(register.kind):
        if item := register.item(row):
            found.setdefault(item, row)
    return found


def _left(register: Register, item: str, row: Row, months: _Months) -> Iterator[Change]:
    settled = _settled_by(register, item, months.now)
    if settled is not None:
        yield Change(kind=ChangeKind.CLOSED, item=item, sheet=register.key, cell=settled.at, previous_cell=row.at)
    elif (
        not _was_settled(register, item, row, months.before)
        and not _put_off(register, item, months.now)
        and _would_have_said(register, row.sender, months.now)
    ):
        yield Change(kind=ChangeKind.GONE, item=item, sheet=register.key, previous_cell=row.at)


def _settled_by(register: Register, item: str, returns: Returns) -> Row | None:
    """What RDG brings is settled by the Board's decision, what a Workspace brings by RDG's answer."""
    if register.kind is ForTheBoard:
        return next((d for d in returns.of(Decision) if d.item == item and (d.decided or d.finished)), None)
    if register.kind is ForRdg:
        return next((a for a in returns.of(AnswerToWorkspace) if a.id == item and a.answer), None)
    return None


def _put_off(register: Register, item: str, returns: Returns) -> bool:
    """Whether the log has a line for what RDG brought, and no decision yet: it is not gone."""
    return register.kind is ForTheBoard and any(d.item == item for d in returns.of(Decision))


def _was_settled(register: Register, item: str, row: Row, before: Returns) -> bool:
    """Whether nothing more was to come of it: answered in the month it was brought, or brought to be noted."""
    noted = isinstance(row, ForTheBoard) and means(row.asked, DecisionAsked.NOTE)
    return noted or _settled_by(register, item, before) is not None


def _would_have_said(register: Register, sender: Sender, now: Returns) -> bool:
    """Whether this month's return of that sender is in hand, with that sheet in it."""
    receipt = now.receipt(sender)
    if receipt is None or not receipt.counts:
        return any(r.sender == sender for r in now.rows)
    return not now.lacks(register.kind, sender)


def _differences(register: Register, item: str, row: Row, old: Row, months: _Months) -> Iterator[Change]:
    closed = row.closed and not old.closed
    if closed:
        yield _rated(register, item, _STATUS, row, old, months, kind=ChangeKind.CLOSED)
    for column in register.dates:
        yield from _day_moved(register, item, column, row, old)
    for column in register.ratings:
        after, before = (_as_words(_word_of(of, one, column.name)[0]) for of, one in ((months.now, row), (months.before, old)))
        if before != after and before and after and not (closed and column.name == _STATUS):
            yield _rated(register, item, column.name, row, old, months)
    for name, parts in register.life.scores.items():
        yield from _rescored(register, item, name, parts, row, old, months)
    for column in register.texts:
        yield from _reworded(register, item, column.name, row, old)


def _day_moved(register: Register, item: str, column: Column, row: Row, old: Row) -> Iterator[Change]:
    name = column.name
    after: date | None = getattr(row, name)
    before: date | None = getattr(old, name)
    if after is None or before is None or after == before:
        return
    days = (after - before).days
    yield Change(
        kind=ChangeKind.MOVED, item=item, sheet=register.key, column=name, before=day(before), after=day(after), days=days,
        worse=days > 0 if column.day is DayKind.PROMISED else None, cell=row.cell(name), previous_cell=old.cell(name),
    )  # fmt: skip


def _rated(register: Register, item: str, name: str, row: Row, old: Row, months: _Months, kind: ChangeKind = ChangeKind.RERATED) -> Change:
    after, cell = _word_of(months.now, row, name)
    before, previous = _word_of(months.before, old, name)
    scale = next((c.words for c in register.ratings if c.name == name), "")
    return Change(
        kind=kind, item=item, sheet=register.key, column=name, before=_as_words(before), after=_as_words(after),
        worse=None if scale in months.scales else _worse(scale, before, after), cell=cell, previous_cell=previous,
    )  # fmt: skip


def _word_of(returns: Returns, row: Row, name: str) -> tuple[Any, Cell]:
    if isinstance(row, Milestone) and name == "status":
        return reported_status(returns, row).printed, status_cell(returns, row)
    return getattr(row, name, None), row.cell(name)


def _worse(scale: str, before: Any, after: Any) -> bool | None:
    if scale not in LISTS:
        return None
    change = LISTS[scale].worse_by(getattr(before, "meaning", ""), getattr(after, "meaning", ""))
    if change > 0:
        return True
    return False if change else None


def _rescored(register: Register, item: str, name: str, parts: tuple[str, str], row: Row, old: Row, months: _Months) -> Iterator[Change]:
    after: int | None = getattr(row, name)
    before: int | None = getattr(old, name)
    if after is None or before is None or after == before:
        return
    moved = next(part for part in parts if getattr(row, part) != getattr(old, part))
    same_scale = not {"likelihood", "consequence"} & months.scales
    yield Change(
        kind=ChangeKind.RERATED, item=item, sheet=register.key, column=name, before=str(before), after=str(after),
        worse=after > before if name == "score" and same_scale else None, cell=row.cell(moved), previous_cell=old.cell(moved),
    )  # fmt: skip


def _reworded(register: Register, item: str, name: str, row: Row, old: Row) -> Iterator[Change]:
    after, before = getattr(row, name), getattr(old, name)
    if same(after or "", before or "") or (row.review is Review.NOT_REVIEWED and not after):
        return
    yield Change(
        kind=ChangeKind.REWORDED, item=item, sheet=register.key, column=name, before=_as_words(before), after=_as_words(after),
        cell=row.cell(name), previous_cell=old.cell(name),
    )  # fmt: skip


def _as_words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(v) for v in value)
    return "" if value is None else str(value)
