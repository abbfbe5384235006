"""Movement of what an item is classed as: its priority, theme, level and target, changed or emptied without a word (AP334)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.problem import Severity
from ...record.carry import same
from ...returns.workspace import Milestone, QAFinding, Risk
from ...schema import Row, column_of, columns
from ...schema.column import Column, ColumnKind
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from .past import past

CLASSED: dict[type[Row], tuple[str, ...]] = {
    Milestone: ("priority", "theme"),
    Risk: ("level", "theme", "inherent_likelihood", "inherent_consequence", "target_likelihood", "target_consequence"),
    QAFinding: ("theme", "activity", "line"),
}
"""What decides where an item is shown, with what it is compared and how it is counted, and seldom changes; of a mandatory category AP605 speaks."""
_REFERENCES = ("reference", "decision")
"""A new one tells that the change was decided."""
_SPEAK_OF_IT = ("priority", "theme", "level", "target", "no longer")
"""Words by which a row tells that it is classed otherwise."""


@rule(
    "AP334",
    "What an item is classed as changes only with a word",
    severity=Severity.WARNING,
    because="By its priority, theme, level and target an item is shown and counted: with a slip it leaves the page unseen.",
    example="Of R-{workspace.3}-006, “Level” was {level.system} in May 2026 and is {level.delivery} now. Is that meant?",
    follows=("AP212", "AP220", "AP221", "AP260", "AP300", "AP302", "AP327", "AP328"),
)
def classed_otherwise(case: Case) -> Iterator[Found]:
    """Put it back. If it is meant, say so in a few words in the same row (“theme put right”, “the target is lower now”)."""
    for kind, names in CLASSED.items():
        for row in case.returns.of(kind):
            before = next(past(row, case), None)
            if before is None or row.closed or _said_so(row, before.row, case):
                continue
            moved = [c for c in (column_of(kind, name) for name in names) if _moved(c, row, before.row, case)]
            if moved:
                since = before.month.name
                told = [f"“{c.heading}” was {_value(before.row, c)} in {since} and is {_value(row, c)} now" for c in moved]
                many = f"On {kind.sheet_title}, {{items}} are classed otherwise than in {since}: was a column pasted over or emptied?"
                yield Found(
                    tuple(row.cell(c.name) for c in moved),
                    f"Of {row.ref}, {'; '.join(told)}. {'Is that' if len(moved) == 1 else 'Are these'} meant?",
                    (row.ref,),
                    row.sender,
                    many=many,
                )


def _moved(column: Column, row: Row, before: Row, case: Case) -> bool:
    """Whether a cell says something else than it did, or nothing any more; of an empty one that must be filled in shape speaks."""
    name = column.name
    known = (
        name not in row.carried and not row.in_question(name) and not case.unread(row, name) and row.cell(name) not in case.returns.faulted
    )
    if not known or not before.stated(name) or name in before.suppressed:
        return False
    if not row.stated(name):
        return not column.required
    return not same(getattr(row, name), getattr(before, name))


def _said_so(row: Row, before: Row, case: Case) -> bool:
    """Whether new words of the row speak of how it is classed, or a decision is named for it; or may do so, where what stands there is not known."""
    texts = [c.name for c in columns(type(row)) if c.kind is ColumnKind.TEXT and not c.locked]
    new = {n: getattr(row, n) for n in texts if row.stated(n) and not same(getattr(row, n), getattr(before, n))}
    said = " ".join(text.casefold() for text in new.values() if text != WITHHELD)
    known = [n for n in (*texts, "status") if n in type(row).model_fields]
    unclear = any(not row.stated(n) and (row.in_question(n) or case.unread(row, n)) for n in known)
    return unclear or not new.keys().isdisjoint(_REFERENCES) or any(word in said for word in _SPEAK_OF_IT)


def _value(row: Row, column: Column) -> str:
    value: Any = getattr(row, column.name)
    if value in (None, ()):
        return "empty"
    return str(value)


RULES: tuple[Rule, ...] = (classed_otherwise,)
