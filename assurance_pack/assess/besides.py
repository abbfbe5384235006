"""Every difference that is none of a followed item: returns that came or left, words and figures of the other sheets, settings.

Of two versions of one month each cell of each row is compared, and what the followed items say already is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ..model import Cell, Month, Sender, Word, day
from ..record.carry import same
from ..returns import SHEETS, sheet_key
from ..returns.rdg import PromptAnswer
from ..returns.received import Receipt, Returns
from ..returns.registers import FOLLOWED
from ..returns.workspace import IndicatorFigure, QAFinding
from ..schema import Row, columns
from ..schema.column import Column, ColumnGroup, ColumnKind
from ..senders import sender_name
from ..settings import Settings
from .difference import Change, ChangeKind
from .indicator_figure import figure_of, written
from .small_numbers import IN_QUESTION

_FOLLOWED = {register.kind: register for register in FOLLOWED}
_REVIEW = "this_month"


def besides(now: Returns, before: Returns, told: Iterable[Change], settings: Settings | None, was: Settings) -> Iterator[Change]:
    """What changed beside the followed items.

    Args:
        now: this month, or this version of it.
        before: the month or the version compared with.
        told: what is said of the followed items already.
        settings: this month's, where they are compared too.
        was: those of the record.
    """
    known = settings or was
    returns = list(_returns(now, before, known))
    yield from returns
    whole = {c.item for c in returns if c.kind in (ChangeKind.NEW, ChangeKind.GONE)}  # its rows are not named one by one
    said = {(c.sheet, c.item, c.column) for c in told}
    here, there = _by_sheet(now), _by_sheet(before)
    same_month = now.month == before.month
    for cls in SHEETS.values():
        if cls not in _FOLLOWED or same_month:
            yield from _rows(cls, here.get(cls, ()), there.get(cls, ()), said, whole, known, same_month=same_month)
    if settings:
        yield from _settings(settings, was)


# ---------- returns ----------


def _returns(now: Returns, before: Returns, settings: Settings) -> Iterator[Change]:
    for sender in dict.fromkeys(r.sender for r in (*now.receipts, *before.receipts) if r.sender):
        after, then = now.receipt(sender), before.receipt(sender)
        came, was = bool(after and after.counts), bool(then and then.counts)
        named, item = f"Return of {sender_name(sender, settings)}", f"{sender.kind}:{sender.code}"
        if came != was:
            yield Change(kind=ChangeKind.NEW if came else ChangeKind.GONE, item=item, sheet="", named=named)
        elif then and after and (shown := _states(then, after, now.month == before.month)):
            yield Change(kind=ChangeKind.CHANGED, item=item, sheet="", named=named, before=shown[0], after=shown[1])
    if now.month == before.month:
        here, there = ({(r.file, str(r.state)) for r in of.receipts if r.file and not r.counts} for of in (now, before))
        for file, state in sorted(here ^ there):
            kind = ChangeKind.NEW if (file, state) in here else ChangeKind.GONE
            yield Change(kind=kind, item=file, sheet="", named=f"File “{file}” ({state})")


def _states(then: Receipt, now: Receipt, same_month: bool) -> tuple[str, str] | None:
    """What became of a return, and when it came, before and after; None where both are as they were.

    Between months every one comes on another day; and of a file that was only saved again nobody has written down yet when it came.
    """
    if same_month and then.received and now.received and then.received != now.received:
        return f"{then.state} {day(then.received)}", f"{now.state} {day(now.received)}"
    return (str(then.state), str(now.state)) if then.state != now.state else None


# ---------- rows ----------


def _by_sheet(returns: Returns) -> dict[type[Row], list[Row]]:
    found: dict[type[Row], list[Row]] = {}
    for row in returns.rows:
        found.setdefault(type(row), []).append(row)
    return found


def _rows(
    cls: type[Row],
    now: Iterable[Row],
    before: Iterable[Row],
    said: set[tuple[str, str, str]],
    whole: set[str],
    settings: Settings,
    *,
    same_month: bool,
) -> Iterator[Change]:
    here, there = _by_key(now), _by_key(before)
    for key in dict.fromkeys((*here, *there)):
        new, old = _without_equals(here.get(key, []), there.get(key, []))
        for row, then in zip(new, old, strict=False):
            yield from _cells(row, then, said, settings, same_month=same_month)
        for row in (*new[len(old) :], *old[len(new) :]):
            kind = ChangeKind.NEW if row in new else ChangeKind.GONE
            if (sheet_key(cls), _item(row), "") not in said and f"{row.sender.kind}:{row.sender.code}" not in whole:
                cells: Mapping[str, Cell] = {"cell": row.at} if kind is ChangeKind.NEW else {"previous_cell": row.at}
                yield Change(kind=kind, item=_item(row), sheet=sheet_key(cls), named=_called(row, settings), **cells)


def _by_key(rows: Iterable[Row]) -> dict[tuple[Sender, str], list[Row]]:
    found: dict[tuple[Sender, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.sender, _key(row)), []).append(row)
    return found


def _key(row: Row) -> str:
    """What tells a row from the others of its sheet and sender; empty where nothing does, and they are paired as they stand."""
    if row.layout == "page":
        return ""
    kinds = (ColumnKind.WORD, ColumnKind.DATE, ColumnKind.MONTH)
    about = (getattr(row, c.name) for c in columns(type(row)) if c.group is ColumnGroup.KEY and c.kind in kinds)
    return _item(row) or "|".join(str(v) for v in about if v is not None)


def _item(row: Row) -> str:
    """The ID of a row, or what it is known by; empty where it has none."""
    register = _FOLLOWED.get(type(row))
    return register.item(row) if register else str(row.id_for_life or getattr(row, "key", None) or "")


def _called(row: Row, settings: Settings) -> str:
    """What a row without an ID is called: ``Parent Carer Forum, voice return``."""
    if isinstance(row, PromptAnswer):
        return f"Answer to a prompt, {row.key}"
    if isinstance(row, IndicatorFigure) and row.indicator:
        return f"{row.indicator.meaning}, {row.period_end:%B %Y}" if row.period_end else row.indicator.meaning
    item = _item(row)
    if item and row.layout != "page":
        return "" if type(row) in _FOLLOWED else f"{item}, {row.printed_as}"
    return f"{sender_name(row.sender, settings)}, {row.printed_as}"


def _without_equals(new: list[Row], old: list[Row]) -> tuple[list[Row], list[Row]]:
    """What is left when rows that say the same are taken out of both."""
    left = list(old)
    changed = []
    for row in new:
        alike = next((o for o in left if not any(_differ(row, o, c) for c in columns(type(row)))), None)
        if alike is None:
            changed.append(row)
        else:
            left.remove(alike)
    return changed, left


def _cells(row: Row, old: Row, said: set[tuple[str, str, str]], settings: Settings, *, same_month: bool) -> Iterator[Change]:
    sheet, item = sheet_key(type(row)), _item(row)
    told = {column for key, ref, column in said if (key, ref) == (sheet, item)}
    told |= {part for name, parts in row.life.scores.items() if name in told for part in parts}
    differ = [c for c in columns(type(row)) if c.name not in told and not _skipped(c, same_month) and _differ(row, old, c)]
    if told or len(differ) > 1:
        differ = [c for c in differ if c.name != _REVIEW]  # what was changed says it
    for column in differ:
        yield Change(
            kind=ChangeKind.REWORDED if column.kind is ColumnKind.TEXT else ChangeKind.CHANGED, item=item, sheet=sheet, column=column.name,
            before=shown(old, column, settings), after=shown(row, column, settings), cell=row.cell(column.name),
            previous_cell=old.cell(column.name), named=_called(row, settings),
        )  # fmt: skip


def _skipped(column: Column, same_month: bool) -> bool:
    """What the tool shows by itself; between months also the month, which always differs."""
    return column.shown_only or (not same_month and column.kind is ColumnKind.MONTH)


def _differ(row: Row, old: Row, column: Column) -> bool:
    name = column.name
    if column.shown_only:
        return False
    after, before = getattr(row, name), getattr(old, name)
    if not same(after, before) if isinstance(after, str) and isinstance(before, str) else after != before:
        return True
    return (row.in_question(name), row.suppressed.get(name)) != (old.in_question(name), old.suppressed.get(name))


def shown(row: Row, column: Column, settings: Settings) -> str:
    """A value as a reader may see it: no count of people, for a small one would tell of them."""
    if row.in_question(column.name):
        return IN_QUESTION
    if column.name in row.suppressed:
        return row.suppressed[column.name]
    value = getattr(row, column.name)
    if isinstance(row, IndicatorFigure | QAFinding) and column.kind in (ColumnKind.NUMBER, ColumnKind.WHOLE):
        return _figure(row, settings) if isinstance(row, IndicatorFigure) and value is not None else ""
    return _in_words(value)


def _figure(row: IndicatorFigure, settings: Settings) -> str:
    """The figure a count belongs to, as the pack prints it."""
    indicator = settings.indicator(row.indicator.meaning) if row.indicator else None
    if indicator is None:
        return ""
    figure = figure_of(row, indicator, settings.small_numbers)
    return figure.symbol if figure.value is None else written(figure.value, indicator)


def _in_words(value: Any) -> str:
    match value:
        case None:
            return ""
        case Word():
            return value.text
        case Month():
            return value.name
        case date():
            return day(value)
        case tuple():
            return ", ".join(map(_in_words, value))
        case float():
            return f"{value:g}"
        case _:
            return str(value)


# ---------- settings ----------


def _settings(now: Settings, before: Settings) -> Iterator[Change]:
    """The settings that differ, by their place in `pack.toml`. Words and addresses are not repeated, numbers and days are."""
    if now == before:
        return
    here, there = (dict(_flat(settings.model_dump(mode="json"))) for settings in (now, before))
    for place in sorted({*here, *there}, key=lambda p: (p not in here, p)):
        after, then = here.get(place), there.get(place)
        if after != then:
            shown = {n: str(v) for n, v in (("before", then), ("after", after)) if isinstance(v, int | float) and not isinstance(v, bool)}
            yield Change(kind=ChangeKind.CHANGED, item=place, sheet="", named=f"pack.toml › {place}", **shown)


def _flat(found: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its place: tables in a list by what they are called."""
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _flat(value, f"{place} {name}".strip())
    elif isinstance(found, list) and any(isinstance(one, dict) for one in found):
        for number, one in enumerate(found, start=1):
            called = next((one[k] for k in ("code", "id", "key", "month", "meaning", "word", "name") if one.get(k)), number)
            yield from _flat(one, f"{place} {called}")
    else:
        yield place, found
