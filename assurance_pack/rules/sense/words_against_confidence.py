"""Sense of words against RDG's confidence: the colour its own lines give, beside the one in its table (AP238)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ...assess.word_forms import form
from ...meanings import OVERALL
from ...model import Word
from ...model.problem import Severity
from ...returns.rdg import Confidence
from ...settings import Settings
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..in_clauses import in_clauses
from ..shape.faults import quoted
from ..words_of_rdg import ToldByRdg, told_by_rdg

_STANDS = (
    r"(?:is|are|stays?|remains?|stands|has (?:fallen|risen|gone|moved|dropped|come|returned)|fell|falls|rose|rises|drops|dropped|moves|moved|"
    r"returns|returned|goes|went)"
)
_SMALL = r"(?: (?:now|still|again|at|to|back|down|up|only))*"
_NOT_NOW = re.compile(
    r"\b(?:if|would|could|should|will|might|when|once|unless|until|not|no longer|nobody|was|were|wherever|where (?:no|nothing|nobody|none)|as far as|partly|last (?:month|year)|option|recommend\w*|expect\w*|provided|but for|famil(?:y|ies)|parents|carers|young people|forum|heads|schools|partners|workspaces?)\b",
    re.IGNORECASE,
)
"""What makes a colour one of another time, of a condition, of somebody else, or of none."""
_THE_PRIORITY = re.compile(r"\b(?:priority|overall|on the whole|as a whole)\b", re.IGNORECASE)
"""What tells the whole from a part of it: “Confidence in plans is Green; reviews hold the priority at Amber”."""
_OF_ANOTHER_THING = re.compile(
    r"\b(?:overall|on the whole|as a whole),? (?:the |our )?(?!priority\b|confidence\b|colour\b|it\b|we\b|rdg\b|judgement\b|picture\b|plan\b|this\b|that\b|is\b|are\b|stays\b|remains\b|stands\b|at\b)"
    r"(?P<thing>[a-z][\w’'-]+) (?:is|are|stays?|remains?|stands?|of)\b|\bbehind (?:us|it)\b|\b(?:was|were|no longer)\b",
    re.IGNORECASE,
)
"""What makes a whole one of something else, or of another time: “overall the workforce is Amber”, “the Amber of May is behind us”."""
_OF_ALL = frozenset(("overall", "delivery", "rdg", "rdg’s", "rdg's", "our", "its", "the", "in", "of", "plan", "whole", "reform"))
_SAYS_NOTHING = frozenset(("the", "our", "of", "and", "on", "in", "for", "priority", "delivery", "having"))


@rule(
    "AP238",
    "RDG’s confidence is the same in its words and in its table",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    example="“Headline” says “confidence in places is Green”, and “2 Enough of the right places” is Amber.",
)
def confidence_in_other_words(case: Case) -> Iterator[Found]:
    """Correct the one that is wrong: both stand on page 1. If the words are of another time or of one part of it, say so in them."""
    table = {row.about.meaning: row for row in case.returns.of(Confidence) if row.about and row.confidence}
    for told in told_by_rdg(case):
        for about, colour, words in _colours_told(told, case.settings):
            row = table.get(about)
            if row and row.confidence and row.confidence.meaning != colour.meaning and row.cell("confidence") not in case.returns.faulted:
                sentence = f"{told.heading} says {quoted(words)}, and {quoted(str(row.about))} is {row.confidence}."
                yield Found((told.cell, row.cell("confidence")), sentence, (told.row.ref,), told.row.sender)


def _colours_told(told: ToldByRdg, settings: Settings) -> Iterator[tuple[str, Word, str]]:
    """What RDG says of which judgement: its meaning, the colour, and the words."""
    colours = {word.casefold(): Word(text=d.word, meaning=d.meaning) for d in settings.words("confidence") for word in (d.word, *d.aliases)}
    colour = "|".join(re.escape(word) for word in sorted(colours, key=len, reverse=True))
    priorities = "|".join(rf"(?:{re.escape(p.code)} )?{re.escape(p.name)}|priority {re.escape(p.code)}" for p in settings.priorities)
    says = re.compile(
        rf"(?:(?P<overall>(?:overall|delivery) )?\bconfidence(?P<about>(?: (?:in|of|on|for|about) [^,]*?)?)|^(?P<named>{priorities}),?)"
        rf"(?: {_STANDS}|:){_SMALL}(?: from (?P<was>{colour}))?{_SMALL} (?P<colour>{colour})\b(?P<after>.*)",
        re.IGNORECASE,
    )
    parts = tuple(
        in_clauses(
            told.words, but_not_at=rf"(?i:\bconfidence(?: (?:in|of|on|about) [\w’' ]{{1,60}})?): (?=(?i:(?:now |still )?(?:{colour}))\b)"
        )
    )
    for clause, following in zip_longest(parts, parts[1:], fillvalue=""):
        said = says.search(clause)
        whole = _THE_PRIORITY.search(following) and re.search(rf"\b(?:{colour})\b", following, re.IGNORECASE) and not says.search(following)
        of_another = bool(_OF_ANOTHER_THING.search(following)) or (
            f"{clause}. {following}" in told.words and "priority" not in following.casefold()
        )
        if whole and not of_another:
            continue
        if said is None or _NOT_NOW.search(clause) or len(re.findall(rf"\b(?:{colour})\b", clause, re.IGNORECASE)) > 1 + bool(said["was"]):
            continue
        of_part = re.match(r" (?:in|for|on|of|about) (.*)", said["after"])
        about = said["named"] or " ".join((said["about"], of_part[1] if of_part else ""))
        if meaning := _judgement(about, settings, told.is_headline or bool(said["overall"])):
            yield meaning, colours[said["colour"].casefold()], clause[said.start() : said.end("colour")].strip()


def _judgement(about: str, settings: Settings, of_all: bool) -> str:
    """The judgement that words are about: a priority by words of its name alone, all of them where nothing else is named; empty where it cannot be told."""
    words = re.findall(r"[\w’']+", about.casefold())
    if not set(words) - _OF_ALL:
        return OVERALL if of_all or "overall" in words else ""
    telling = {form(word) for word in words if word not in _SAYS_NOTHING}
    named = [p.code for p in settings.priorities if telling <= {form(w) for w in re.findall(r"\w+", p.name.casefold())} | {p.code}]
    return named[0] if len(named) == 1 else ""


RULES: tuple[Rule, ...] = (confidence_in_other_words,)
