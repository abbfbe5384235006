"""Movement of words off their rows: of a whole block of rows, what each says speaks of its neighbour (AP336, AP337)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
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


_OF_ANY_ASK = telling("family families every each board rely children parents people group groups")
"""What any answer may speak of, whoever asked."""


def _in_a_block(off: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether several of them stand directly one beneath another: a remark on a neighbour’s ask here and there is no block."""
    runs = groupby(rows, key=lambda row: row in off)
    return any(is_off and len(list(run)) >= _SEVERAL for is_off, run in runs)


@dataclass(frozen=True)
class _Off(Generic[R]):
    """The rows that speak of the item above (or below) them and not of their own, and the IDs of those that speak of their own."""

    rows: tuple[R, ...]
    own: frozenset[str]
    low: bool

    def sentence(self, what: str, whom: str) -> str:
        """What is seen, and what is asked."""
        own = len(self.own)
        mine = f"{own} of its own" if own == 1 else f"{own or 'none'} of their own"
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
            yield _Off(off, frozenset(own), step > 0)


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text and text != WITHHELD for word in telling(text)} - OF_ANY


@rule(
    "AP336",
    "Answers stand beside their own asks",
    severity=Severity.ERROR,
    because="Families and partners read what was done about what they asked: a row too low, each reads somebody else’s answer.",
    example="4 answers speak of the ask in the row above, and 1 of its own: was a block pasted a row too low?",
    proves=Proof.VALUE,
)
def answers_off_their_asks(case: Case) -> Iterator[Found]:
    """Put each answer back beside its own ask. Until then none of them is printed as the answer to anything. If each is in its place, say in it what was asked."""
    rows = [row for row in case.returns.only(YouSaidWeDid) if row.said]
    about = {row.ref: _words(row.said) - _OF_ANY_ASK for row in rows}
    for off in _off(rows, about, {row.ref: _words(row.did, row.impact) - _OF_ANY_ASK for row in rows}):
        if not _in_a_block(off.rows, rows):
            continue
        others = (row for row in rows if row.ref not in off.own)  # what speaks of no ask may be off its row too
        wrong = tuple(row.cell(name) for row in others for name in row.life.brings if row.stated(name))
        cells, refs = tuple(row.cell("did") for row in off.rows), tuple(row.ref for row in off.rows)
        yield Found(cells, off.sentence("answers", "ask"), refs, off.rows[0].sender, wrong=wrong)


@rule(
    "AP337",
    "The words of a row speak of its own item",
    severity=Severity.WARNING,
    because="Words pasted a row too low tell the Board of other items, each beside a neighbour’s status and dates.",
    example="4 rows speak of the item in the row above, and none of their own: was a block pasted a row too low?",
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
