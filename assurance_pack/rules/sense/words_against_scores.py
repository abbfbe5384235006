"""Sense of words against a score: what “What changed this month” says that a risk stands at, beside what it is scored (AP237)."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from ...model.problem import Severity
from ...returns.workspace import Risk
from ...schema import column_of
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted

_FIGURES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBER = rf"(?P<number>\d\d?|{'|'.join(_FIGURES)})"
_MONTHS = rf"(?:{'|'.join(month_name[1:])})"
_ENDS = rf"(?=\s*(?:$|[.,;:)(x×*]|and\b|from\b|because\b|since\b|as\b|not\b|again\b|after\b|now\b|this month\b|overall\b|on \d\d? (?-i:[A-Z])|until\b|in {_MONTHS}\b|with today|out of (?:5|five|25)\b(?! [a-z])))(?![.,]\d|\s*[x×*]\s*[a-z]{{2}})"
"""What may stand behind a number that is a score: “impact is 4 schools” tells of schools."""
_NOW = (
    r"(?:(?: score)? (?:is|has|was|now|still|again|at|of|to|(?:up|down)(?= (?:to|at|again|from)\b)|back|stays|remains|unchanged|stands|kept|held|goes|went|falls|fell|fallen|rises|rose|risen|"
    r"drops|dropped|moves|moved|raised|lowered|cut|reduced|increased|scored)(?: from \d\d?)?)*"
)
_SAID = re.compile(
    rf"\b(?P<what>likelihood|impact|(?<!\w )(?:the )?(?:risk )?score)(?P<verbs>:|{_NOW}) {_NUMBER}{_ENDS}"
    rf"|\b(?P<pair>(?:scored?|scores|rated|(?:now|stands) at)(?: now| at| as| is)*) (?P<one>[1-5])\s*(?:[x×*]|by)\s*(?P<other>[1-5])(?!\d)"
    rf"|\b(?:now|re-?)(?: |-)?scored(?: at| as)? (?P<product>\d\d?){_ENDS}",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"(?:,? (?:and|then)|,)(?: (?:then|is|again|now|back|has|come|came|went|gone|at|to|down|up|fell|fallen|falls|rose|risen|rises|dropped|drops|returned|settled|held|so|later|moved))+ "
    rf"(?P<number>\d\d?|{'|'.join(_FIGURES)})\b(?![.,]\d)",
    re.IGNORECASE,
)
"""How a clause goes on to where the score went from there: “rose to 5 and fell to 3 again”, “20, now 12”."""
_OF_SOMEBODY = re.compile(
    r"\b(?:(?:the|our|one|a) )?(?!we\b|workspace\b|rdg\b|it\b|now\b|re\b|and\b|is\b|was\b|not\b)(?!(?:(?<=the )|(?<=our ))team\b)(?P<who>[\w’'-]+)(?: members?)? (?:would |still |first )*(?:scored?|scores|puts?|rates?|rated|sees?|saw|thinks?|thought)"
    r"(?: the)? (?:likelihood|impact)\b|\bby (?:the )?(?!workspace\b|rdg\b|us\b|then\b|now\b|(?:the|our) team\b(?!.*\b(?:workspace|we|rdg)\b)|\d)[a-z]+ (?:team|trust|council|group|board|school|provider)\b|\b(?:at|in) (?:one|the (?:first|second|other)) (?:site|school|base)\b",
    re.IGNORECASE,
)
"""What makes a number one that others give, or one of a part; “the team” is the Workspace’s own."""
_AND_OURS = re.compile(
    r"\b(?:and|as) (?:we|rdg|the workspace|the team)(?: all| both)? (?:agrees?|do(?:es)?(?! not)|concurs?|accepts?)\b|\b(?:and )?so do we\b",
    re.IGNORECASE,
)
"""What makes a number of others the Workspace’s too."""
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:target|inherent|residual|aim|goal|would|could|should|will|might|if|once|when|unless|until|expect(?:ed)?|propos(?:ed|es)|forecast|before|without|last (?:month|time|year)|"
    r"previous(?:ly)?|at first|initially|view|opinion|survey|audit|satisfaction|test|quiz|reading|maths|tender|bids?)\b"
    rf"|\bin {_MONTHS}\b"
    r"|\bmay (?:be|go|rise|fall)\b",
    re.IGNORECASE,
)
"""What makes a number in the same clause one of another time, or of another score."""
_STILL = re.compile(r"\b(?:stays|remains|stands|kept|held|unchanged|still)\b[^,]*?\buntil\b.*", re.IGNORECASE)
"""What is so now, and until when."""
_WAS = re.compile(r"\bwas\b", re.IGNORECASE)
_GIVEN = r"(?i:\b(?:likelihood|impact|score)): (?=\d|one\b|two\b|three\b|four\b|five\b)"
_ANOTHER_CLAUSE = ",? (?:but|while|though|so) "


@dataclass(frozen=True)
class _Told:
    """What words tell of a score: the column it stands in (none for the product), the number, and how it is said."""

    column: str
    number: int
    words: str


@rule(
    "AP237",
    "A risk stands at the score its words give",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("changed", "likelihood", "consequence"),
    example="“What changed this month” says “likelihood is 4”, and “Likelihood now” is 3.",
)
def words_of_another_score(risk: Risk, case: Case) -> Iterator[Found]:
    """Correct the one that is wrong: the Board sees the score, and where it moved. If the number is of another time or another risk, say so beside it."""
    if risk.changed is None or risk.changed == WITHHELD or not risk.open:
        return
    for told in _told(risk.changed, month_name[case.month.number]):
        stands = getattr(risk, told.column)
        if stands != told.number:
            names = (told.column,) if told.column != "score" else ("likelihood", "consequence")
            heading = "the score" if told.column == "score" else quoted(column_of(Risk, told.column).heading)
            sentence = f"{quoted(column_of(Risk, 'changed').heading)} says {quoted(told.words)}, and {heading} is {stands}."
            yield Found((risk.cell("changed"), *(risk.cell(name) for name in names)), sentence)
            return


def _told(words: str, this_month: str) -> Iterator[_Told]:
    for clause in in_clauses(words, or_at=_ANOTHER_CLAUSE, but_not_at=_GIVEN):
        of_now = _STILL.sub("", clause.replace(f"in {this_month}", ""))
        if _OF_ANOTHER_TIME.search(of_now) or (_OF_SOMEBODY.search(clause) and not _AND_OURS.search(clause)):
            continue
        for said in _SAID.finditer(clause):
            if said["pair"]:
                yield _Told("score", prod((int(said["one"]), int(said["other"]))), said[0])
                continue
            what = (said["what"] or "score").casefold()
            column = {"likelihood": "likelihood", "impact": "consequence"}.get(what, "score")
            number, until = _where_it_went(clause, said)
            if number and 1 <= number <= (25 if column == "score" else 5):
                yield _Told(column, number, clause[said.start() : until].strip())


def _where_it_went(clause: str, said: re.Match[str]) -> tuple[int, int]:
    """The number at which a clause leaves a score, and where in it that is said; nought where it only says what it was."""
    last, until = said["number"] or said["product"], said.end()
    moved = False
    while then := _THEN.match(clause, until):
        last, until, moved = then["number"], then.end(), True
    if _WAS.search(said["verbs"] or "") and not moved:
        return 0, until
    return _FIGURES.get(last.casefold()) or int(last), until


RULES: tuple[Rule, ...] = (words_of_another_score,)
