"""Movement of answers between asks: the words beside an ID are those of another (AP339)."""

from __future__ import annotations

from collections.abc import Iterator

from ...assess.answered import asked_in
from ...model.problem import Severity
from ...record.carry import same
from ...returns.rdg import YouSaidWeDid
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule


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


RULES: tuple[Rule, ...] = (answer_to_another,)
