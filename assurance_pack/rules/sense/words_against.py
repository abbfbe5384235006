"""Sense of words against words: the numbers of one matter (AP235), of a decision and its condition, of RDG’s lines and what they are of (AP270)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from ...assess.word_forms import form
from ...model import Cell
from ...model.problem import Severity
from ...returns.board_log import Decision
from ...returns.rdg import ForTheBoard
from ...returns.workspace import QAFinding
from ...schema import Row, column_of, columns
from ...schema.column import ColumnKind
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted
from ..words_of_rdg import told_by_rdg

_NUMBER = re.compile(r"(?<![\w.,-])£?(\d+(?:[.,]\d+)*)(?=(?:m|bn|k|%)?(?!\w|-|[.,]\d))")
"""A number that stands by itself or before its unit; not one within an ID."""


@rule(
    "AP235",
    "The numbers of a matter are the same wherever they stand",
    severity=Severity.WARNING,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    each=ForTheBoard,
    example="“What exactly the Board is asked” says 42, and “Issue” 24. Were digits turned?",
)
def digits_turned(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Correct the number that is wrong: the Board decides on what stands here. If both are right, say in words what each is."""
    said = [(c, _numbers(getattr(matter, c.name))) for c in columns(ForTheBoard) if c.kind is ColumnKind.TEXT and not c.id_prefix]
    stands = Counter(number for _, numbers in said for number in numbers)
    for (column, here), (other, there) in product(reversed(said), said):
        turned = ((one, right) for one in sorted(here - there) for right in sorted(there - here) if _turned(one, right))
        if pair := next(((one, right) for one, right in turned if stands[one] == 1), None):
            sentence = f"{quoted(column.heading)} says {pair[0]}, and {quoted(other.heading)} {pair[1]}. Were digits turned?"
            yield Found((matter.cell(column.name), matter.cell(other.name)), sentence)
            return


def _numbers(text: str | None) -> set[str]:
    """The numbers of two digits or more that a text has, without those of years."""
    if not text or text == WITHHELD:
        return set()
    return {number for number in _NUMBER.findall(text) if sum(map(str.isdigit, number)) > 1 and not re.fullmatch(r"(?:19|20)\d\d", number)}


def _turned(one: str, other: str) -> bool:
    """Whether two numbers have the same digits in another order, and their points at the same place."""
    return one != other and sorted(one) == sorted(other) and re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other)


_MEND_THE_CONDITION = "Correct the one that is wrong: the pack says by its value whether the condition is kept. If both are right, say in the words what each is."
_THINGS = 3
"""A number is of one of so many words behind it: 24 “specialist base places”."""
_OFTEN = 2
"""So many other places that have one number beside a word, and none that has the other: the other was turned."""


@rule(
    "AP270",
    "A number is the same where it stands again",
    severity=Severity.WARNING,
    because=clauses.CLEAR_REPORTING,
    example="“Headline” says 42 children, and elsewhere this month it is 24. Were digits turned?",
    follows=("AP265",),
)
def digits_turned_elsewhere(case: Case) -> Iterator[Found]:
    """Correct the number that is wrong: the Board reads this one first. If both are right, say in words what each is."""
    for decision in case.returns.of(Decision):
        yield from _condition_turned(decision)
    of_all = _of_all(case.returns.rows)
    alike: dict[str, set[str]] = defaultdict(set)
    for number in of_all:
        alike["".join(sorted(number))].add(number)
    for told in told_by_rdg(case):
        if isinstance(told.row, ForTheBoard):  # of whose own numbers AP235 speaks
            continue
        counted = _counted(told.words)
        for number, said in counted.items():
            for right in sorted(n for n in alike["".join(sorted(number))] if _turned(number, n) and n not in counted):
                places = {cell for cell, its in of_all[right].items() if said.of_one_thing_with(its) and cell != told.cell}
                if len(places) >= _OFTEN and not (of_all.get(number, {}).keys() - {told.cell}) and not _is_known(number, case):
                    thing = re.search(rf"(?<!\d){re.escape(number)}((?:m|bn|k|%)?(?: [\w’'-]+)?)", told.words)
                    sentence = f"{told.heading} says {number}{thing[1] if thing else ''}, and elsewhere this month it is {right}. Were digits turned?"
                    yield Found((told.cell,), sentence, (told.row.ref,), told.row.sender)


def _condition_turned(decision: Decision) -> Iterator[Found]:
    """The value of a condition, where the words of the same decision have its digits in another order and nowhere as it stands."""
    value = f"{decision.value:g}" if decision.value is not None else ""
    said = {name: _numbers(getattr(decision, name)) for name in ("outcome", "decision")}
    for name, numbers in said.items():
        if right := next((n for n in sorted(numbers) if _turned(value, n)), ""):
            if not any(value in others for others in said.values()):
                heading = column_of(Decision, name).heading
                sentence = f"The condition asks for {value}, and {quoted(heading)} says {right}. Were digits turned?"
                yield Found(
                    (decision.cell("value"), decision.cell(name)), sentence, (decision.ref,), decision.sender, remedy=_MEND_THE_CONDITION
                )
            return


@dataclass
class _Counted:
    """What a number of a text is of: the forms of the words right behind it, as far as no mark stands between, and of all of its clauses."""

    things: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    is_all: bool = False
    """Whether it is said to be all of them: “all 24 children”."""

    def of_one_thing_with(self, other: _Counted) -> bool:
        """Whether two numbers may be of one thing: of children both, and of children with a place both. Many a number is of children."""
        shared = self.things & other.things
        if self.is_all and shared - _OF_NOTHING:
            return True
        return bool(shared - _MANY_A_NUMBER) or (bool(shared) and bool((self.beside & other.beside) - _MANY_A_NUMBER))


def _of_all(rows: Iterable[Row]) -> dict[str, dict[Cell, _Counted]]:
    """By each number of the month’s sentences the cells it stands in, each with what it is of there."""
    found: dict[str, dict[Cell, _Counted]] = defaultdict(dict)
    for row in rows:
        for column in columns(type(row)):
            words = getattr(row, column.name) if column.kind is ColumnKind.TEXT and not column.id_prefix else None
            if words and words != WITHHELD:
                for number, things in _counted(words).items():
                    found[number][row.cell(column.name)] = things
    return found


def _counted(words: str) -> dict[str, _Counted]:
    """The numbers of a text, each with what it is of."""
    counted: dict[str, _Counted] = {number: _Counted() for number in _numbers(words)}
    for clause in in_clauses(words):
        for found in _NUMBER.finditer(clause):
            if said := counted.get(found[1]):
                behind = re.match(rf"(?:m|bn|k|%)?(?: [\w’'-]+){{0,{_THINGS}}}", clause[found.end() :])
                said.things |= _forms(behind[0] if behind else "")
                said.beside |= _forms(clause)
                said.is_all |= bool(_ALL.search(clause[: found.start()]))
    return counted


_ALL = re.compile(r"\b(?:all|each of|every one of)(?: the| our| of the)? ?$", re.IGNORECASE)


def _forms(text: str) -> set[str]:
    return {form(word) for word in re.findall(r"[A-Za-z]{4,}", text)}


_OF_NOTHING = _forms("were have been with this that they them from more than other others")
_MANY_A_NUMBER = _forms("children families parents people pupils schools was") | _OF_NOTHING
"""What many a number of a month is of, and the words about it that tell nothing."""


def _is_known(number: str, case: Case) -> bool:
    """Whether a figure of an indicator, a count of a finding, or words of last time have the number as it stands."""
    points = (p for trend in case.trends.values() for p in trend.points[-2:])
    figures = {f"{v:g}" for p in points for v in (p.value, p.numerator, p.denominator) if v is not None}
    counts = {str(v) for q in case.returns.of(QAFinding) for v in (q.sample, q.outstanding, q.good, q.requires_improvement, q.inadequate)}
    return number in figures | counts or (case.before is not None and number in _of_all(case.before.rows))


RULES: tuple[Rule, ...] = (digits_turned, digits_turned_elsewhere)
