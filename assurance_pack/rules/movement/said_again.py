"""Movement of words that should be new: one item's news beside another item (AP325), and last month's words of a group sent again (AP326)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model import Sender
from ...model.problem import Severity
from ...returns.partner import Concern
from ...returns.registers import REVIEWED, subject_of
from ...returns.voice import Voice
from ...schema import Row, columns
from ...schema.column import ColumnKind
from ..case import Case
from ..engine import Found, Rule, rule

SENTENCE = 6
"""Words from which on two texts are not the same by chance, as “No change this month” is."""


@rule(
    "AP325",
    "What is said of an item this month is said of it alone",
    severity=Severity.WARNING,
    because="A row pasted over another gives an item the status and the dates of its neighbour.",
    example="M-{workspace.3}-007 and M-{workspace.3}-009 say the same under “Progress this month”, word for word. Was one pasted over the other?",
)
def said_of_another(case: Case) -> Iterator[Found]:
    """Put back what is said of each, and the status and the dates beside it. If it is true of both, say in each what it means for that item."""
    for kind in REVIEWED:
        for column in (c for c in columns(kind) if c.anew and c.kind is ColumnKind.TEXT):
            alike: dict[tuple[Sender, str], list[Row]] = defaultdict(list)
            for row in case.returns.of(kind):
                words = " ".join((getattr(row, column.name) or "").casefold().split())
                if len(words.split()) >= SENTENCE and row.stated("id"):
                    alike[row.sender, words].append(row)
            # rows that say they are one item are asked about as such (AP269)
            for rows in (found for found in alike.values() if len({subject_of(row) for row in found}) > 1):
                refs = " and ".join((", ".join(r.ref for r in rows[:-1]), rows[-1].ref))
                sentence = f"{refs} say the same under “{column.heading}”, word for word. Was one pasted over the other?"
                yield Found(tuple(r.cell(column.name) for r in rows), sentence, tuple(r.ref for r in rows), rows[0].sender)


@rule(
    "AP326",
    "A group or partner says anew what it has to say",
    severity=Severity.WARNING,
    because="Last month's form, sent again, is not what people say now.",
    example="Every word here is that of May 2026. Is it last month's form, sent again?",
)
def said_last_month(case: Case) -> Iterator[Found]:
    """Ask whether the right file was attached. If they say the same again, leave it: it is printed as theirs."""
    if case.before is None or case.last is None:
        return
    for kind in (Voice, Concern):
        was = {(r.sender, _words(r)) for r in case.before.of(kind)}
        for row in case.returns.of(kind):
            words = _words(row)
            if (row.sender, words) in was and not row.in_question(*row.life.own_words) and sum(len(w.split()) for w in words) >= SENTENCE:
                cells = tuple(row.cell(name) for name in row.life.own_words if row.stated(name))
                yield Found(
                    cells, f"Every word here is that of {case.last.month.name}. Is it last month's form, sent again?", (), row.sender
                )


def _words(row: Row) -> tuple[str, ...]:
    """What somebody wrote in their own words, made comparable."""
    return tuple(" ".join(str(getattr(row, name) or "").casefold().split()) for name in row.life.own_words)


RULES: tuple[Rule, ...] = (said_of_another, said_last_month)
