"""Movement of answers between asks: the words beside an ID are those of another (AP339), and answers a row off their asks (AP336)."""

from __future__ import annotations

from collections.abc import Iterator

from ...assess.another import telling
from ...assess.answered import asked_in
from ...model.problem import Severity
from ...record.carry import same
from ...returns.rdg import YouSaidWeDid
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from .pasted_off import neighbours
from .words_of_another import OF_ANY


@rule(
    "AP339",
    "An answer stands beside what it answers",
    severity=Severity.ERROR,
    because=clauses.CHALLENGE_VISIBLE,
    example="Beside V-{group.1}-2026-05-ask stand the words of V-{group.2}-2026-05-ask. Which was answered?",
    proves=Proof.VALUE,
)
def answer_to_another(case: Case) -> Iterator[Found]:
    """Put the ID back that its words came with: the form has them side by side. Until then the answer is not printed beside either."""
    for row in (r for r in case.returns.of(YouSaidWeDid) if r.said):
        asked: dict[str, str] = {}
        for returns in reversed(case.earlier):  # newest first, and no further back than the ask itself
            asked |= {ref: words for ref, (_, words) in asked_in(returns).items()}
            if row.ref in asked:
                break
        if row.ref not in asked or same(row.said, asked[row.ref]):
            continue
        if meant := next((ref for ref, words in asked.items() if same(row.said, words)), None):
            answered = tuple(row.cell(name) for name in ("answer", "did", "impact") if row.stated(name))
            sentence = f"Beside {row.ref} stand the words of {meant}. Which was answered?"
            yield Found((row.cell("id"), row.cell("said")), sentence, (row.ref,), row.sender, wrong=answered)


_ANSWERS = 3
"""So many answers that speak of the ask beside them in the same way, and three times as many as speak of their own, are no chance."""


@rule(
    "AP336",
    "Answers stand beside their own asks",
    severity=Severity.ERROR,
    because="Families and partners read what was done about what they asked: a row too low, each reads somebody else’s answer.",
    example="4 answers speak of the ask in the row above, and 1 of its own: was a block pasted a row too low?",
    proves=Proof.VALUE,
    follows=("AP327",),
)
def answers_pasted_off(case: Case) -> Iterator[Found]:
    """Put each answer back beside its own ask. Until then none of them is printed as the answer to anything. If each is in its place, say in it what was asked."""
    rows = [row for row in case.returns.only(YouSaidWeDid) if row.said]
    asked = {row.ref: telling(row.said or "") - OF_ANY for row in rows}
    own = [row for row in rows if _speaks(row) & asked[row.ref]]
    for step, way, far in ((1, "above", "low"), (-1, "below", "high")):
        off = [row for row, other in neighbours(rows, step) if other is not None and row not in own and _speaks(row) & asked[other.ref]]
        if len(off) >= _ANSWERS and len(off) >= _ANSWERS * len(own):
            mine = f"{len(own)} of {'its' if len(own) == 1 else 'their'} own" if own else "none of its own"
            sentence = f"{len(off)} answers speak of the ask in the row {way}, and {mine}: was a block pasted a row too {far}?"
            block = [row for row in rows if off[0].at.order <= row.at.order <= off[-1].at.order]
            wrong = tuple(row.cell(name) for row in block for name in row.life.brings if row.stated(name))
            yield Found(tuple(row.cell("did") for row in off), sentence, tuple(row.ref for row in off), off[0].sender, wrong=wrong)


def _speaks(row: YouSaidWeDid) -> set[str]:
    """The telling words of an answer."""
    return (telling(row.did or "") | telling(row.impact or "")) - OF_ANY if WITHHELD not in (row.did, row.impact) else set()


RULES: tuple[Rule, ...] = (answer_to_another, answers_pasted_off)
