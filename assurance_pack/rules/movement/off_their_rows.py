"""Movement of words off their rows: of a whole block of rows, what each says speaks of its neighbour (AP336, AP337)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic

from ...assess.another import telling
from ...model.problem import Severity
from ...returns.rdg import YouSaidWeDid
from ...returns.registers import FOLLOWED, subject_of
from ...schema import Row
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from .pasted_off import R, neighbours
from .words_of_another import OF_ANY, own_words

_SEVERAL = 3
"""So many rows that speak of the item beside them in the same way, and three times as many as speak of their own, are no chance."""


@dataclass(frozen=True)
class _Off(Generic[R]):
    """The rows that speak of the item above (or below) them and not of their own, and how many speak of their own."""

    rows: tuple[R, ...]
    own: int
    low: bool

    def sentence(self, what: str, whom: str) -> str:
        """What is seen, and what is asked."""
        mine = f"{self.own} of its own" if self.own == 1 else f"{self.own or 'none'} of their own"
        way, far = ("above", "low") if self.low else ("below", "high")
        return f"{len(self.rows)} {what} speak of the {whom} in the row {way}, and {mine}: was a block pasted a row too {far}?"


def _off(rows: list[R], about: Mapping[str, set[str]], said: Mapping[str, set[str]]) -> Iterator[_Off[R]]:
    """`about` are the telling words of what each row is about, `said` those of what stands in it."""
    own = {row.ref for row in rows if said[row.ref] & about[row.ref]}
    for step in (1, -1):
        off = tuple(
            row for row, other in neighbours(rows, step) if other is not None and row.ref not in own and said[row.ref] & about[other.ref]
        )
        if len(off) >= _SEVERAL and len(off) >= _SEVERAL * len(own):
            yield _Off(off, len(own), step > 0)


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text and text != WITHHELD for word in telling(text)} - OF_ANY


@rule(
    "AP336",
    "Answers stand beside their own asks",
    severity=Severity.ERROR,
    because="Families and partners read what was done about what they asked: a row too low, each reads somebody else’s answer.",
    example="4 answers speak of the ask in the row above, and 1 of its own: was a block pasted a row too low?",
    proves=Proof.VALUE,
    follows=("AP327",),
)
def answers_off_their_asks(case: Case) -> Iterator[Found]:
    """Put each answer back beside its own ask. Until then none of them is printed as the answer to anything. If each is in its place, say in it what was asked."""
    rows = [row for row in case.returns.only(YouSaidWeDid) if row.said]
    about = {row.ref: _words(row.said) for row in rows}
    for off in _off(rows, about, {row.ref: _words(row.did, row.impact) for row in rows}):
        first, last = off.rows[0].at.order, off.rows[-1].at.order
        block = [row for row in rows if first <= row.at.order <= last]
        wrong = tuple(row.cell(name) for row in block for name in row.life.brings if row.stated(name))
        cells, refs = tuple(row.cell("did") for row in off.rows), tuple(row.ref for row in off.rows)
        yield Found(cells, off.sentence("answers", "ask"), refs, off.rows[0].sender, wrong=wrong)


@rule(
    "AP337",
    "The words of a row speak of its own item",
    severity=Severity.WARNING,
    because="Words pasted a row too low tell the Board of other items, each beside a neighbour’s status and dates.",
    example="4 rows speak of the item in the row above, and none of their own: was a block pasted a row too low?",
    follows=("AP327",),
)
def words_off_their_rows(case: Case) -> Iterator[Found]:
    """Look at the whole block: put the words back beside their own items, and the statuses and days that came with them. If each is in its place, name the item in it."""
    for register in FOLLOWED:
        every = [row for row in case.returns.only(register.kind) if subject_of(row)]
        for sender in dict.fromkeys(row.sender for row in every):
            rows = [row for row in every if row.sender == sender]
            about = {row.ref: _words(subject_of(row)) for row in rows}
            for off in _off(rows, about, {row.ref: _words(*_said(row)) for row in rows}):
                cells = tuple(row.cell(c.name) for row in off.rows for c in own_words(row) if not c.subject)
                yield Found(cells, off.sentence("rows", "item"), tuple(row.ref for row in off.rows), sender)


def _said(row: Row) -> list[str]:
    return [str(getattr(row, c.name)) for c in own_words(row) if not c.subject]


RULES: tuple[Rule, ...] = (answers_off_their_asks, words_off_their_rows)
