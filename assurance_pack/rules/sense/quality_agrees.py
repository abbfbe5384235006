"""Sense of a QA finding beside itself: grades and their sample, reading and assurance (AP278, AP279)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...meanings import Assurance, Reading
from ...model import means
from ...model.problem import Severity
from ...returns.workspace import QAFinding
from ..case import Case
from ..engine import Found, Rule, rule
from .quality import GRADES

_SAYS_UNGRADED = re.compile(r"\b(?:ungraded|(?:not|un|without|no)\b[^.]{0,20}\bgraded?)\b", re.IGNORECASE)
"""Words that tell of some that were looked at and not graded."""


@rule(
    "AP278",
    "The grades of a sample come to the sample",
    severity=Severity.WARNING,
    because="What the grades are out of would be printed wrong: one of the figures may be a slip, or some were not graded.",
    each=QAFinding,
    needs=("sample", *GRADES),
    example="The four grades come to 36, and the sample is 63. Are all five right?",
)
def grades_short_of_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the grade or the sample that is wrong. If some were looked at and not graded, say so under Finding (“3 not graded”)."""
    graded = sum(getattr(finding, grade) for grade in GRADES)
    assert finding.sample is not None
    if graded < finding.sample and not _SAYS_UNGRADED.search(finding.finding or ""):
        cells = (finding.cell("sample"), *(finding.cell(grade) for grade in GRADES))
        yield Found(cells, f"The four grades come to {graded}, and the sample is {finding.sample}. Are all five right?")


@rule(
    "AP279",
    "The reading of a finding and its assurance agree",
    severity=Severity.WARNING,
    because="One of the two tells the Board the opposite of the other.",
    each=QAFinding,
    needs=("reading", "assurance"),
    example="The reading is {reading.strength}, and the assurance {assurance.limited}. Are both right?",
)
def reading_against_assurance(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Choose again the one that is wrong: {reading.strength} goes with {assurance.substantial} or {assurance.reasonable}, {reading.concern} with {assurance.reasonable} or less."""
    flatters = means(finding.reading, Reading.STRENGTH) and means(finding.assurance, Assurance.LIMITED, Assurance.NONE)
    alarms = means(finding.reading, Reading.CONCERN) and means(finding.assurance, Assurance.SUBSTANTIAL)
    if flatters or alarms:
        sentence = f"The reading is {finding.reading}, and the assurance {finding.assurance}. Are both right?"
        yield Found((finding.cell("reading"), finding.cell("assurance")), sentence)


RULES: tuple[Rule, ...] = (grades_short_of_sample, reading_against_assurance)
