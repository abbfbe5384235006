"""What RDG claims, held beside what the sources say: assurance on a theme in doubt, and families “not yet asked” who have spoken (AP411, AP412)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...assess.outcomes import Outcome, OutcomeKind
from ...english import in_words
from ...meanings import StatementKind
from ...model import Lens, means
from ...model.problem import Severity
from ...returns.rdg import RDG, ForTheBoard, Statement
from ...returns.workspace import Milestone, QAFinding, Risk
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule

IN_DOUBT = {OutcomeKind.CONTRADICTION: "sources disagree", OutcomeKind.CORROBORATED_CONCERN: "sources agree on a concern"}
"""Outcomes beside which assurance is not given without a word, and how they are said."""


def _outcomes_of(linked: tuple[str, ...] | None, case: Case) -> list[Outcome]:
    """What the sources come to on each theme of the items named."""
    refs = frozenset(linked or ())
    rows = (case.find(kind, ref) for kind in (Milestone, Risk, QAFinding) for ref in refs)
    themes = {row.theme.meaning for row in rows if isinstance(row, Milestone | Risk | QAFinding) and row.theme}
    return [o for o in case.outcomes if o.theme in themes or any(s.item in refs for s in o.signals)]


def in_doubt(statement: Statement, case: Case) -> list[Outcome]:
    """The themes of a statement of assurance on which sources disagree, or agree on a concern."""
    if not means(statement.kind, StatementKind.ASSURE):
        return []
    return [o for o in _outcomes_of(statement.linked, case) if o.kind in IN_DOUBT]


@rule(
    "AP411",
    "Assurance is given where the sources bear it out",
    severity=Severity.PROMPT,
    because=clauses.TRIANGULATION,
    example="“{statement.assure}” rests on Q-{workspace.1}-006, and on EHC plans: quality and reviews sources agree on a concern. Confirm or explain.",
)
def assurance_in_doubt(case: Case) -> Iterator[Found]:
    """For RDG: say on which part the assurance holds, or make it something the Board is advised of. Page 1 says that sources differ."""
    for statement in case.returns.of(Statement):
        for outcome in in_doubt(statement, case):
            rests = in_words(statement.linked or ())
            sentence = (
                f"“{statement.kind}” rests on {rests}, and on {case.settings.theme_name(outcome.theme)} {IN_DOUBT[outcome.kind]}. "
                "Confirm or explain."
            )
            yield Found((statement.cell("statement"),), sentence, (outcome.theme, *(statement.linked or ())), RDG)


@rule(
    "AP412",
    "Families who have spoken are not called “not yet asked”",
    severity=Severity.PROMPT,
    because=clauses.LIVED_EXPERIENCE,
    example="B-006 says that families have not yet been asked, but Q-{workspace.1}-008 raises their concern about EHC plans: quality and reviews. "
    "Is it weighed?",
)
def not_yet_asked(case: Case) -> Iterator[Found]:
    """For RDG: name the words or the survey under “What families and settings say”, or say why they speak of something else."""
    for matter in case.returns.of(ForTheBoard):
        if not re.search(r"\bnot (yet )?(been )?asked\b", matter.voices or "", re.IGNORECASE):
            continue
        for outcome in _outcomes_of(matter.linked, case):
            said = [s for s in outcome.signals if s.lens is Lens.LIVED and s.direction == "concern" and not s.old]
            if said:
                named = in_words(dict.fromkeys(s.item for s in said))
                sentence = (
                    f"{matter.ref} says that families have not yet been asked, but {named} "
                    f"{'raises' if len({s.item for s in said}) == 1 else 'raise'} their concern about "
                    f"{case.settings.theme_name(outcome.theme)}. Is it weighed?"
                )
                yield Found((matter.cell("voices"), *(s.cell for s in said)), sentence, (matter.ref, outcome.theme), RDG)


RULES: tuple[Rule, ...] = (assurance_in_doubt, not_yet_asked)
