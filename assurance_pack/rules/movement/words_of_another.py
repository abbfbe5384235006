"""Movement of words between rows: this month's words of one item, where they speak of another (AP329)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...assess.another import telling
from ...model.problem import Severity
from ...record.carry import same
from ...returns.registers import subject_of
from ...schema import Row, columns
from ...schema.column import Column, ColumnKind
from ...short_names import short_name
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..known import named_in
from .exchanged import has_a_day_of, sheets
from .past import called

_OF_ANOTHER, _WITH_ITS_DAY, _OF_EACH_OTHER = 2, 1.5, 1
"""What words must weigh that tell another item: two that no other row has are no chance; one of each row is none
where the two speak of each other, or the row took a day of the other too. A word that two rows have weighs half."""
_ALIKE = 2
"""Two names that share one telling word in so many are of one kind of thing."""
OF_ANY = telling(
    "January February March April June July August September October November December spring summer autumn winter "
    "week weeks month months year years date dates term terms today since until before after more than which when were they them only last "
    "wait waits waiting later same late earlier work works begin begins start starts ready agreed agree plan plans planned goes made done "
    "next still both each been also over under first second third score scores likelihood impact unchanged change changed review reviewed"
)
"""Words that tell no item from another."""


@rule(
    "AP329",
    "What is said of an item speaks of it",
    severity=Severity.WARNING,
    because="Words typed one row too low tell the Board of another item.",
    example="“Progress this month” of M-{workspace.3}-006 High needs recovery plan agreed speaks of M-{workspace.3}-007 24 specialist base places open. Is it in the right row?",
    follows=("AP325", "AP328"),
)
def speaks_of_another(case: Case) -> Iterator[Found]:
    """Put the words back beside their own item, and the status and the dates that came with them. If they are of this item, name it in them."""
    for rows, before in sheets(case):
        been = {row.ref: telling(_is_of(row)) | _told(before[row.ref]) for row in rows}
        tells: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            for word in been[row.ref]:
                tells[word].append(row)
        speaks = {row.ref: tuple(_of_others(row, before, been[row.ref], tells, case)) for row in rows}
        of = {(ref, o.other.ref): o.weight for ref, found in speaks.items() for o in found}
        for row in rows:
            for one in speaks[row.ref]:
                each_other = of.get((one.other.ref, row.ref), 0) >= _OF_EACH_OTHER
                least = _WITH_ITS_DAY if has_a_day_of(row, one.other, before, case) else _OF_ANOTHER
                alone = row.life.known_by == "id" and one.weight >= least  # a reason for confidence may speak of any priority
                if each_other or alone:
                    what = f"“{one.column.heading}” of {_called(row)} speaks of {_called(one.other)}. Is it in the right row?"
                    yield Found((row.cell(one.column.name),), what, (row.ref, one.other.ref), row.sender)


@dataclass(frozen=True)
class _OfAnother:
    """New words of a row that speak of another row and not of it: the column, the other row, and what the words weigh that tell it."""

    column: Column
    other: Row
    weight: float


def _of_others(row: Row, before: dict[str, Row], been: set[str], tells: Mapping[str, list[Row]], case: Case) -> Iterator[_OfAnother]:
    """What a row's new words speak of; `been` are the words that ever told it, `tells` the rows each word tells."""
    for column in (c for c in own_words(row) if _is_new(row, before[row.ref], c, case)):
        words = getattr(row, column.name)
        said = telling(words) - OF_ANY
        if said & been or not set(named_in(words)).isdisjoint(before):
            continue
        weights: dict[str, float] = defaultdict(float)
        for word in said & tells.keys():
            for other in tells[word]:
                weights[other.ref] += 1 / len(tells[word])
        others = {r.ref: r for word in said & tells.keys() for r in tells[word]}
        found = [
            _OfAnother(column, r, weights[ref]) for ref, r in others.items() if weights[ref] >= _OF_EACH_OTHER and _apart(r, row, case)
        ]
        if found:
            yield max(found, key=lambda one: (one.weight, one.other.ref))


def _apart(one: Row, other: Row, case: Case) -> bool:
    """Whether two rows are of two things, and neither waits for the other: two findings of one report, or two risks of one cause, may well be told in the same words."""
    ours, theirs = telling(_is_of(one)), telling(_is_of(other))
    alike = len(ours & theirs) * _ALIKE >= min(len(ours), len(theirs))
    return one is not other and not alike and other.ref not in _linked(one, case) and one.ref not in _linked(other, case)


def _linked(row: Row, case: Case) -> set[str]:
    """The items a row names in the columns that are there to name them; any, where it is not known which."""
    named = [c.name for c in columns(type(row)) if c.kind is ColumnKind.IDS]
    every = case.returns.ids(type(row)) if case.unread(row, *named) else ()
    return {*every, *(ref for name in named for ref in getattr(row, name) or ())}


def own_words(row: Row) -> tuple[Column, ...]:
    """The columns in which a row says something of its own in a sentence."""
    return tuple(c for c in _sentences(type(row)) if row.stated(c.name))


def _sentences(kind: type[Row]) -> tuple[Column, ...]:
    return tuple(c for c in columns(kind) if c.kind is ColumnKind.TEXT and c.word_limit and not c.locked)


def _told(row: Row) -> set[str]:
    """The telling words of all a row says."""
    said = (getattr(row, c.name) for c in own_words(row))
    return {word for text in said if text != WITHHELD for word in telling(text)} - OF_ANY


def _is_new(row: Row, before: Row, column: Column, case: Case) -> bool:
    now = getattr(row, column.name)
    typed = column.name not in row.carried and now != WITHHELD and row.cell(column.name) not in case.returns.faulted
    return typed and not column.subject and not same(now, getattr(before, column.name))


def _is_of(row: Row) -> str:
    """What a row is of, in words."""
    return subject_of(row) or called(row)


def _called(row: Row) -> str:
    name = subject_of(row)
    return f"{row.ref} {short_name(name)}" if name and name != WITHHELD else called(row)


RULES: tuple[Rule, ...] = (speaks_of_another,)
