"""Authority as the Board log records it: a decision beside the item it was about (AP600, AP625), and nothing changed afterwards (AP626)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from ...assess.another import telling
from ...english import in_words
from ...meanings import DecisionAsked
from ...model import day, means
from ...model.problem import Severity
from ...record.carry import same
from ...returns.board_log import Action, Challenge, Decision
from ...returns.rdg import ForTheBoard, TaskAndFinishGroup
from ...returns.workspace import Milestone, Risk
from ...schema import Row, column_of, columns
from ...schema.column import ColumnKind
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from ..movement.past import past
from ..movement.promise import means_another
from ..shape.faults import quoted

_ENOUGH = 6
"""Telling words a decision shares with an item, from which on they are the item's own words."""
_SOME = 3
"""Fewer shared words say nothing for an item."""
_ABOUT: tuple[type[Row], ...] = (ForTheBoard, Milestone, Risk, TaskAndFinishGroup)
"""What the Board decides on."""


@rule(
    "AP600",
    "A decision stands beside the item it was about",
    severity=Severity.ERROR,
    because=clauses.BOARD_RETAINS,
    example="D-008 names B-006 and D-009 names B-005, and each has the words of what the other names: were the two exchanged?",
    proves=Proof.VALUE,
    follows=("AP300",),
)
def decisions_exchanged(case: Case) -> Iterator[Found]:
    """Put each Item ID, and each type, beside its own decision. Until then nothing is taken to be decided on either item."""
    new = [d for d in case.returns.of(Decision) if _is_new(d, case) and d.item]
    for one, other in combinations(new, 2):
        if what := _crossed(one, other, case):
            sentence = f"{one.ref} names {one.item} and {other.ref} names {other.item}, and each {what}: were the two exchanged?"
            bound = tuple(d.cell(name) for d in (one, other) for name in ("item", "kind", "linked") if d.stated(name))
            yield Found((one.cell("item"), other.cell("item")), sentence, (one.ref, other.ref), one.sender, wrong=bound)


@rule(
    "AP625",
    "A decision is told as its item was",
    severity=Severity.WARNING,
    because=clauses.BOARD_RETAINS,
    example="D-008 names B-006, and has the words of B-005. Which was it about?",
    follows=("AP600", "AP602"),
)
def decision_on_another_item(case: Case) -> Iterator[Found]:
    """Look in the minutes, and correct the Item ID, the type or what shows it. If the Board decided otherwise than it was asked, leave them as they are."""
    for decision in case.returns.of(Decision):
        if not decision.item or not _is_new(decision, case):
            continue
        if meant := next((m.ref for m in _asked(case) if _rather(decision, m.ref, case)), ""):
            name, why = "item", f"has the words of {meant}. Which was it about?"
        elif meant := _asked_for_its_type(decision, case):
            name, why = "kind", f"is a decision to {decision.kind}, {meant}"
        elif meant := _brought_with_another(decision, case):
            name, why = "linked", f"is shown by what was brought with {meant}. Which was it about?"
        else:
            continue
        cells = tuple(dict.fromkeys((decision.cell("item"), decision.cell(name))))
        yield Found(cells, f"{decision.ref} names {decision.item}, and {why}", (decision.ref,), decision.sender)


def _crossed(one: Decision, other: Decision, case: Case) -> str:
    """How each of two decisions belongs to the item the other names, if they do."""
    if _item_before(one, case) == other.item and _item_before(other, case) == one.item:
        return "named the other’s before"
    if _rather(one, other.item, case) and _rather(other, one.item, case):
        return "has the words of what the other names"
    if _of_type(one, other.item, case) and _of_type(other, one.item, case):
        return "is of the type the other was asked for"
    return ""


def _item_before(decision: Decision, case: Case) -> str | None:
    before = next(past(decision, case), None)
    return before.row.item if before else None


def _is_new(decision: Decision, case: Case) -> bool:
    """Whether a line was not in the last log as it is: what was there before was asked about then."""
    before = next(past(decision, case), None)
    return before is None or any(not same(getattr(decision, n), getattr(before.row, n)) for n in ("item", "kind", "decision"))


def _rather(decision: Decision, ref: str | None, case: Case) -> bool:
    """Whether a decision has the words of this item, and hardly any of the one it names, which is not about it either."""
    own, other = _item(decision.item, case), _item(ref, case)
    if own is None or other is None or own.ref == other.ref or {own.ref, other.ref} & {*_linked(own), *_linked(other)}:
        return False
    said = _telling(decision)
    ours, theirs = len(said & _telling(own)), len(said & _telling(other))
    return theirs >= _ENOUGH and theirs > 2 * ours


def _of_type(decision: Decision, ref: str | None, case: Case) -> bool:
    """Whether a decision is of the type this matter asked for, and not of the one its own matter asked for."""
    own, other = _item(decision.item, case), _item(ref, case)
    if not isinstance(own, ForTheBoard) or not isinstance(other, ForTheBoard) or own.asked is None or other.asked is None:
        return False
    return means(decision.kind, other.asked.meaning) and not means(decision.kind, own.asked.meaning)


def _asked_for_its_type(decision: Decision, case: Case) -> str:
    """Of a decision that is of another type than its matter asked for, what makes it doubtful; empty where the Board may well have decided so."""
    own = _item(decision.item, case)
    if not isinstance(own, ForTheBoard) or own.asked is None or decision.kind is None or means(decision.kind, own.asked.meaning):
        return ""
    named = {d.item for d in case.returns.of(Decision)}
    fitting = [m.ref for m in _asked(case) if _of_type(decision, m.ref, case) and m.ref not in named]
    if len(fitting) == 1 and len(_telling(decision) & _telling(own)) < _SOME:
        return f"which {fitting[0]} asked for. Which was it about?"
    accepts = means(decision.kind, DecisionAsked.ACCEPT_SYSTEM_RISK)
    return f"and the Board was asked to {own.asked}. Did it accept a system risk?" if accepts else ""


def _brought_with_another(decision: Decision, case: Case) -> str:
    """The other matter with which all was brought that is to show a decision, and nothing of which its own was brought with."""
    own, shown = _item(decision.item, case), set(decision.linked or ())
    if not isinstance(own, ForTheBoard) or not shown or shown & {*_linked(own), own.ref}:
        return ""
    return next((m.ref for m in _asked(case) if shown <= {*_linked(m), m.ref}), "")


def _asked(case: Case) -> tuple[ForTheBoard, ...]:
    """What the last pack asked of the Board."""
    return case.before.of(ForTheBoard) if case.before else ()


def _item(ref: str | None, case: Case) -> Row | None:
    """What an ID names, as it stands now or last stood."""
    for kind in _ABOUT:
        found = case.find(kind, ref) if kind is not ForTheBoard else None
        found = found or next((row for _, row in case.found_earlier(kind, ref)), None) or case.find(kind, ref)
        if found is not None:
            return found
    return None


def _linked(row: Row) -> tuple[str, ...]:
    return getattr(row, "linked", None) or ()


def _telling(row: Row) -> set[str]:
    """The telling words of a row, in all it says in its own words."""
    said = (
        getattr(row, c.name) for c in columns(type(row)) if c.kind is ColumnKind.TEXT and c.prints and c.refers is None and not c.id_prefix
    )
    return {word for text in said if text and text != WITHHELD for word in telling(text)}


# ---------- what was recorded ----------

RECORDED: dict[type[Row], tuple[str, ...]] = {
    Action: ("agreed", "action", "source"),
    Challenge: ("on", "raised_by", "to", "challenge", "action"),
    Decision: ("item", "kind", "on", "decision", "linked", "indicator", "comparator", "value", "by"),
}
"""What the log says of a meeting: it happened, and does not become otherwise."""


@rule(
    "AP626",
    "What the log says of a meeting stays as it was",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    example="Of D-004, “Item ID” was R-{workspace.2}-001 in June 2026 and is R-{workspace.2}-003 now.",
    follows=("AP260", "AP270", "AP299", "AP300", "AP302", "AP600", "AP602"),
)
def recorded_otherwise(case: Case) -> Iterator[Found]:
    """Put back what the minutes say. If last month's log had it wrong, leave the correction; if the Board decided anew, give that its own ID."""
    for kind, names in RECORDED.items():
        for row in case.returns.of(kind):
            before = next(past(row, case), None)
            if before is None or before.returns is not case.before:
                continue
            for name in names:
                was, now = getattr(before.row, name), getattr(row, name)
                if was in (None, ()) or now in (None, ()) or WITHHELD in (was, now) or not _another(was, now, name):
                    continue
                heading = column_of(kind, name).heading
                then, today = _apart(was, now)
                sentence = f"Of {row.ref}, “{heading}” was {then} in {before.month.name} and is {today} now."
                yield Found((row.cell(name),), sentence, (row.ref,), row.sender)


def _another(was: Any, now: Any, name: str) -> bool:
    """Whether a cell says another thing: what names several items may name more, and words may be put right."""
    if isinstance(was, tuple):
        return not set(was) & set(now)
    if name in ("action", "challenge", "decision", "raised_by") and " " in f"{was}{now}".strip():
        return means_another(now, was)
    return not same(was, now)


def _apart(was: Any, now: Any) -> tuple[str, str]:
    """What is said of the two, so that they can be told apart: long words from where they part."""
    then, today = _said(was), _said(now)
    if then == today:
        part = next((n for n, (a, b) in enumerate(zip(was.split(), now.split(), strict=False)) if a != b), 0)
        then, today = (_said("… " + " ".join(words.split()[part:])) for words in (was, now))
    return then, today


def _said(value: Any) -> str:
    if isinstance(value, tuple):
        return in_words(value)
    if hasattr(value, "isoformat"):
        return day(value)
    return quoted(value) if isinstance(value, str) and " " in value else str(value)


RULES: tuple[Rule, ...] = (decisions_exchanged, decision_on_another_item, recorded_otherwise)
