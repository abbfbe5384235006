"""Sense of words against a forecast: a later day that a milestone's own words give for its end (AP266)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...assess.word_forms import form
from ...english import number
from ...model import day
from ...model.problem import Severity
from ...returns.workspace import Milestone
from ...schema import column_of
from .. import clauses
from ..case import Case
from ..days_named import NamedDay, days_named
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted
from ..subjects import before_a_preposition, forms_in, is_its_doing, thing_named

_A_MONTH = timedelta(days=31)
_AGREED, _THERE, _ENDED = 1, 2, 3
_STAGES = (
    (_AGREED, r"let|signed|signs?|agreed|agrees?|approved|approves?|awarded"),
    (
        _THERE,
        r"built|rebuilt|fitted|handed over|handover|publish(?:ed|es)|opens?|opening|starts?|begins?|in (?:use|place|post)|live|launch(?:es|ed)?|available|offered|running|reach(?:es|ed)?",
    ),
    (_ENDED, r"complet(?:es?|ed|ion)|finish(?:es|ed)?|delivered|cleared|trained|visited|checked"),
    (0, r"ready|done"),
)
"""How a thing comes about, in the order in which it does, each with its words; the last may be said of any of it."""
_ENDS = rf"(?:{'|'.join(words for _, words in _STAGES)})"
_END = re.compile(rf"\b{_ENDS}\b", re.IGNORECASE)
_OF_A_COURSE = re.compile(r"\b(?:start|begin|running|reach)", re.IGNORECASE)
"""What is done over a while: it finishes long after it was there."""
_LEADS_TO = re.compile(
    rf"\b(?P<end>{_ENDS})(?P<what> (?:it|them|(?:the|its|their|all|both)(?: [\w’'-]+){{1,2}}))?(?: (?:now|only|again|late|later|expected|planned|due|set|is|are))*(?: (?:in|at|for|by|across) (?:all|every|each|both)(?: [\w’'-]+){{1,4}}?)?"
    r"(?P<where> (?:at|by|before) (?:the )?(?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z])[\w’'-]+)?)?(?P<until> until| before)?(?: (?:on|by|in|from|at))*(?: the end of| early| late| mid)?,? ?$",
    re.IGNORECASE,
)
"""How a clause runs from what ends a milestone to its day, with nothing between."""
_PUT_OFF = re.compile(
    r"(?P<what>.*?)\b(?:(?:is|are|has|have|been|now|again) )*(?:delayed|slipped|slips|postponed|put (?:back|off)|pushed back|deferred)(?: (?:now|again|further))*"
    r"(?: from [\w ]+?)? (?:to|until|till) ",
    re.IGNORECASE,
)
"""How a clause says that the whole of it comes later: “Slipped to June 2027”."""
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:if|would|could|might|should|unless|was|were|had|originally|no longer|rather than|instead|every (?:year|month|term|spring|summer|autumn|winter|(?-i:[A-Z]))|yearly|annual(?:ly)?|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)|last (?:year|month|week|term|time|of)|next|other|others|rest|remaining|remainder|one|some|half|part|"
    r"then|after|afterwards|follow\w*|also|too|as well|extra|further|more)\b|\bnot (?:now )?(?:open|be|complete|finish|start)(?! until\b| before\b)",
    re.IGNORECASE,
)
"""What makes a clause one of a part, of what follows, of a condition, or of what was planned once."""
_ANOTHER_THING = re.compile(
    r"\b(?:phase|stage|review|report|evaluation|survey|monitoring|impact|families|parents|training|bids?|tenders?|consultation|lessons|benefits?)\b",
    re.IGNORECASE,
)
"""What goes before a thing or comes after it, unless it is the thing itself."""
_NOT = re.compile(r"\bnot (?:(?:now|be|yet) )*$", re.IGNORECASE)
_FOR_SOME = re.compile(r",? (?:for|to|with) (?!.*\b(?:all|both|every|each)\b)[a-z]", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|before|to|for|since)\b", re.IGNORECASE)
_ANOTHER_CLAUSE = ", (?:and|but|so|not) "


@rule(
    "AP266",
    "A milestone’s words give no later day than its forecast",
    severity=Severity.WARNING,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("forecast", "status"),
    example="“Reason and path to green” says “Both bases open on 4 January 2027”, and the forecast is 1 September 2026.",
    follows=("AP200", "AP205", "AP206"),
)
def later_in_words(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Change the forecast if the words are right: it is the day the Board sees. If they tell of a part, or of what follows, name that in them."""
    assert milestone.forecast
    if milestone.finished:
        return
    for name in ("progress", "path_to_green"):
        said = getattr(milestone, name)
        if said and said != WITHHELD and (words := _later(said, milestone, case.position)):
            sentence = f"{quoted(column_of(Milestone, name).heading)} says {quoted(words)}, and the forecast is {day(milestone.forecast)}."
            yield Found((milestone.cell("forecast"), milestone.cell(name)), sentence)
            return


def _later(said: str, milestone: Milestone, position: date) -> str:
    """The words that give the milestone itself a day more than a month after its forecast."""
    assert milestone.forecast
    own = _Own.of(milestone.title or "")
    for clause in in_clauses(said, or_at=_ANOTHER_CLAUSE):
        for named in days_named(clause, position):
            later = named.first > milestone.forecast + _A_MONTH
            if not later or _FOR_SOME.match(clause, named.end) or _OF_SOMETHING_ELSE.search(clause) or own.beside_another(clause):
                continue
            if _is_put_off(clause, named, own) or _leads_to_its_end(clause, named, own):
                return clause[: named.end]
    return ""


def _is_put_off(clause: str, named: NamedDay, own: _Own) -> bool:
    """Whether a clause puts the milestone itself off to a day."""
    off = _PUT_OFF.match(clause[: named.end])
    if off is None or off.end() < named.start or re.search(r"\b(?:not|no|never)\b", off["what"], re.IGNORECASE):
        return False
    return own.is_what(off["what"]) or is_its_doing(off["what"], own.end)


def _leads_to_its_end(clause: str, named: NamedDay, own: _Own) -> bool:
    """Whether a clause gives a day to the milestone's end, or to what comes before it."""
    leads = _LEADS_TO.search(clause[: named.start])
    if not leads or (leads["where"] and _stage(leads["end"]) != _AGREED):  # bases open at more schools than one
        return False
    until, subject = bool(leads["until"] or _UNTIL.match(clause, named.start)), clause[: leads.start()]
    return until == bool(_NOT.search(subject)) and own.is_told_of(subject, leads["end"], leads["what"] or "")


@dataclass(frozen=True)
class _Own:
    """What a milestone is called: what it is, all that it names, how many, and the word for its end (“signed”)."""

    is_called: frozenset[str]
    things: frozenset[str]
    numbers: frozenset[str]
    end: str

    @classmethod
    def of(cls, title: str) -> _Own:
        """Take a title apart: its things stand before the last word for an end, or anywhere if it has none; and after it who brings it about."""
        end = next(iter(reversed(list(_END.finditer(title)))), None)
        about = title[: end.start()] if end and end.start() else title
        by = " ".join(re.findall(r"\b(?:by|with) (.*)", title)) if end and _stage(end[0]) == _AGREED else title.partition(" by ")[2]
        called = forms_in(f"{before_a_preposition(about)} {by}")
        return cls(called, called | forms_in(about), frozenset(_numbers(title)), end[0] if end else "")

    def beside_another(self, clause: str) -> bool:
        """Whether a clause tells of what goes before or comes after: of a report, where the milestone is none."""
        return any(form(word[0]) not in self.things for word in _ANOTHER_THING.finditer(clause))

    def is_what(self, subject: str) -> bool:
        """Whether the thing a clause is about is the milestone's, and as many. “Nurseries at the bases” are no bases; where it names none, it is the milestone itself."""
        if not set(_numbers(subject)) <= self.numbers:
            return False
        head, last = thing_named(before_a_preposition(subject)), thing_named(subject)
        return head in {"", *self.is_called} and last in {"", *self.things}

    def is_told_of(self, subject: str, end: str, what: str) -> bool:
        """Whether this is said of the milestone's own end, and by whom it is made: “all partners agree it”, and not “sign the data agreement”."""
        return self.is_what(subject) and self.ends_no_sooner_than(end) and thing_named(what) in {"", *self.things}

    def ends_no_sooner_than(self, end: str) -> bool:
        """Whether what a clause tells of comes before the milestone's end or is it: what comes after may be as late as it likes."""
        stage, own = _stage(end), _stage(self.end) or _ENDED
        if stage == _ENDED and own == _THERE:
            return not _OF_A_COURSE.match(self.end) and re.match("compl|finish|deliver", end, re.IGNORECASE) is not None
        return stage <= own


def _stage(end: str) -> int:
    return next((stage for stage, words in _STAGES if re.fullmatch(words, end, re.IGNORECASE)), 0)


def _numbers(text: str) -> Iterator[str]:
    """How many a text says there are, in digits, and the years of school it tells of."""
    for word in re.findall(r"\w+", text.casefold()):
        if word.isdigit() or word in _IN_WORDS:
            yield str(_IN_WORDS.get(word, word))


_IN_WORDS = {number(n): n for n in range(2, 11)}


RULES: tuple[Rule, ...] = (later_in_words,)
