"""A tiny builder of months: sheets drawn as text, so that a test shows its whole input.

The drawing is the sheet: the first column drawn is column A, headings (the names of the columns in code) stand in row 1, the first row
of values in row 2. A return is called by its sender's code and month: ``CAP-2026-06.xlsx``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assurance_pack.assess.changes import compare
from assurance_pack.assess.outcomes import outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.assess.trends import Trend, trends
from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault
from assurance_pack.model.problem import Problem
from assurance_pack.model.text import GuardFinding
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.workspace import IndicatorFigure
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Rule
from assurance_pack.schema import CONFIDENTIAL, Row, column_of, columns
from assurance_pack.schema.column import ColumnKind
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

ROOT = Path(__file__).parent.parent.parent
THIS_MONTH = Month("2026-06")


@cache
def shipped() -> Settings:
    """Coventry's governance, as shipped."""
    return load(ROOT / "pack.toml")


@dataclass(frozen=True)
class Drawn:
    """One sheet of one sender, drawn as text."""

    kind: type[Row]
    sender: str
    table: str


def sheet(kind: type[Row], code: str, table: str) -> Drawn:
    """Draw a sheet of a sender: the kind of return follows from where the sheet is declared."""
    module = kind.__module__.rpartition(".")[2]
    form = {"shared": "workspace"}.get(module, module)
    return Drawn(kind, f"{form}:{code}", table)


@dataclass(frozen=True)
class Drawing:
    """A month, and the months before it, earliest first; `missing` are senders whose return did not come, `faults` what could not be read of it."""

    sheets: tuple[Drawn, ...] = ()
    before: tuple[tuple[Drawn, ...], ...] = ()
    missing: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    guard: tuple[GuardFinding, ...] = ()
    faults: tuple[Fault, ...] = ()
    old_settings: dict[str, Any] = field(default_factory=dict)


def month(*sheets: Drawn, **more: Any) -> Drawing:
    """June 2026, with these sheets."""
    return Drawing(sheets, **more)


def after(drawing: Drawing, *months: tuple[Drawn, ...]) -> Drawing:
    """The same June, with these months before it, earliest first: the last is May."""
    return replace(drawing, before=months)


def case_of(drawing: Drawing) -> Case:
    """The case, assessed as the pipeline does it."""
    settings = _with(drawing.settings)
    if drawing.settings or drawing.old_settings:
        history = _history(drawing.before, settings, _with({**drawing.settings, **drawing.old_settings}))
    else:
        history = _usual_history(drawing.before)
    now = replace(_returns(THIS_MONTH, drawing.sheets, settings, history, drawing.missing), faults=drawing.faults)
    last = history[-1] if history else None
    charts = trends(now, settings) if settings is not shipped() or now.of(IndicatorFigure) else _no_trends()
    position = _position(THIS_MONTH)
    said = signals(now, settings, position, charts, history)
    return Case(
        month=THIS_MONTH, settings=settings, returns=now, position=position, last=last, history=history,
        changes=compare(now, last), signals=said, outcomes=outcomes(said, settings, now), trends=charts, guard=drawing.guard,
    )  # fmt: skip


def _with(changed: dict[str, Any]) -> Settings:
    return shipped().model_copy(update=changed) if changed else shipped()


def _history(before: tuple[tuple[Drawn, ...], ...], settings: Settings, old: Settings) -> tuple[Record, ...]:
    """The records of the months before."""
    history: tuple[Record, ...] = ()
    for place, sheets in enumerate(before):
        name = THIS_MONTH.plus(place - len(before))
        history = (*history, _record(name, _returns(name, sheets, settings, history), old))
    return history


@cache
def _no_trends() -> dict[str, Trend]:
    """Of a month without a figure, with the shipped settings."""
    return trends(Returns(THIS_MONTH, (), ()), shipped())


@lru_cache(64)
def _usual_history(before: tuple[tuple[Drawn, ...], ...]) -> tuple[Record, ...]:
    """The same, with the shipped settings: many a June is drawn after one May."""
    return _history(before, shipped(), shipped())


def found(rule: Rule, drawing: Drawing) -> tuple[Problem, ...]:
    """What one rule finds."""
    return judge([rule], case_of(drawing)).problems


def places(problems: Iterable[Problem]) -> list[str]:
    """The cells cited, briefly: ``CAP Milestones!B2``; of an earlier month ``CAP 2026-05 Milestones!B2``."""
    return [_short(c) for p in problems for c in p.cells]


def _short(cell: Cell) -> str:
    name = cell.file.removesuffix(".xlsx").replace(f"-{THIS_MONTH}", "")
    head, _, tail = name.partition("-")
    name = f"{head} {tail}" if tail else head
    return f"{name} {cell.sheet}!{cell.ref}" if cell.ref else f"{name} {cell.sheet}".strip()


def _position(name: Month) -> date:
    following = name.plus(1)
    return date.fromordinal(date(following.year, following.number, 1).toordinal() - 1)


def _record(name: Month, returns: Returns, settings: Settings) -> Record:
    return Record(month=name, position=_position(name), settings=settings, receipts=returns.receipts, rows=frozen_rows(returns.rows))


def _returns(name: Month, sheets: Iterable[Drawn], settings: Settings, history: tuple[Record, ...], missing: Iterable[str] = ()) -> Returns:
    usual = settings is shipped()
    rows = tuple(row for drawn in sheets for row in (_usual_rows(drawn, name) if usual else _rows(drawn, name, settings)))
    senders = dict.fromkeys(row.sender for row in rows)
    receipts = [Receipt(sender=s, kind=s.partition(":")[0], state=ReceiptState.RECEIVED, file=_file(s, name)) for s in senders]
    receipts += [Receipt(sender=s, kind=s.partition(":")[0], state=ReceiptState.MISSING) for s in missing]
    return carry_forward(Returns(name, rows, tuple(receipts)), history[-1] if history else None)


def _file(sender: str, name: Month) -> str:
    return f"{sender.partition(':')[2]}-{name}.xlsx"


def _rows(drawn: Drawn, name: Month, settings: Settings) -> Iterable[Row]:
    lines = [line for line in drawn.table.strip().splitlines() if line.strip() and not set(line.strip()) <= set("-+|")]
    headings = [h.strip() for h in lines[0].split("|")]
    unknown = set(headings) - {c.name for c in columns(drawn.kind)}
    assert not unknown, f"{drawn.kind.__name__} has no column {unknown}"
    file = _file(drawn.sender, name)
    title = drawn.kind.sheet_title
    for number, line in enumerate(lines[1:], start=2):
        typed = [t.strip() for t in line.split("|")]
        assert len(typed) == len(headings), line
        given = dict(zip(headings, typed, strict=True))
        suppressed = {h: t for h, t in given.items() if t == CONFIDENTIAL}
        values = {h: _value(drawn.kind, h, t, settings) for h, t in given.items() if t and h not in suppressed}
        drawn_columns = [*headings, *(c.name for c in columns(drawn.kind) if c.name not in headings)]
        cells = {h: Cell(file=file, sheet=title, ref=f"{_letter(i)}{number}") for i, h in enumerate(drawn_columns)}
        yield drawn.kind(sender=drawn.sender, at=cells[headings[0]], cells=cells, suppressed=suppressed, **values)


@lru_cache(256)
def _usual_rows(drawn: Drawn, name: Month) -> tuple[Row, ...]:
    """The same, with the shipped settings: of many sheets one at a time is drawn otherwise."""
    return tuple(_rows(drawn, name, shipped()))


def _letter(place: int) -> str:
    return chr(65 + place) if place < 26 else f"A{chr(65 + place - 26)}"


def _value(kind: type[Row], name: str, typed: str, settings: Settings) -> Any:
    column = column_of(kind, name)
    match column.kind:
        case ColumnKind.DATE:
            return date.fromisoformat(typed)
        case ColumnKind.DATES:
            return tuple(date.fromisoformat(t.strip()) for t in typed.split(","))
        case ColumnKind.WHOLE:
            return int(typed)
        case ColumnKind.NUMBER:
            return float(typed)
        case ColumnKind.WORD:
            return _word(column.words, typed, settings)
        case ColumnKind.WORDS:
            return tuple(_word(column.words, t.strip(), settings) for t in typed.split(";"))
        case ColumnKind.IDS:
            return tuple(t.strip() for t in typed.split(","))
        case ColumnKind.MONTH:
            return Month(typed)
        case _:
            return typed


def _word(words: str, typed: str, settings: Settings) -> Word:
    for known in settings.words(words):
        if typed.casefold() in (known.word.casefold(), known.meaning.casefold(), *(a.casefold() for a in known.aliases)):
            return known.value
    raise AssertionError(f"“{typed}” is not in the list {words}")
