"""One child's story: text about a single child, from which people who know the child could tell who it is.

The Board does not consider individual cases. Cohorts (“pupils aged 8 to 11”, “every Year 6 child”), rules (“if a child is absent …”) and
the words of our own forms pass.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...later import Later
from .first_look import CHILD, of_one_child, of_somebody
from .sought import Several, Sought, said_in
from .stories import COMPOUND, CONDITION, KIN, NUMBER, STORIES, Story

_COMPOUNDS = Sought(rf"\b{CHILD}\b(?!{COMPOUND})", re.IGNORECASE)
"""“Child protection”, “pupil numbers”: nobody is meant."""
_ANSWERS = Later(r'\d ?(?:%|per cent) [^"]{0,30}"[^"]*"|"[^"]*"[^".;]{0,20}\d ?(?:%|per cent)|"[^"]*" (?:rose|fell|was|came|is) ')
"""A statement of a survey, with how many agreed."""

# So few children, at a named place, with such a condition: people who know the place know them.
_SO_FEW = Sought(
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[1-4]|[Aa] single|[Aa] couple of) (?:[\w-]+ ){0,3}"
    r"(?:pupils?|child(?:ren)?|students?|boys|girls|young people|siblings)\b[^.;]{0,60}?\b(?:at|from|in) (?:[A-Z][\w'-]+ ){1,4}"
    r"(?:School|Academy|Primary|College|Juniors?|Infants?|Nursery|High|Federation)\b[^.;]*"
)


@lru_cache(maxsize=4)
def without_shares(text: str) -> str:
    """The text with “one mother in three”, “no pupil” and “a typical child” as what they say: several, and nobody in particular.

    Of the last few texts it is kept, because two ways of telling a story ask it of the same one.
    """
    return _SHARE.put_out_of(_CASE_LAW.put_out_of(text, "a judgment"), "children")


def without_rules(text: str) -> str:
    """The text with “a child who moves keeps his or her plan” and “every boy and girl” as what they say: whoever it is. Where anybody else is told of beside them it stays as it is."""
    if not _OF_BOTH.stands_in(text):
        return text
    bare = _A_RULE.sub(lambda said: said[0] if _OF_ONE_TIME.search(said["says"]) else "all", _EACH_OF_BOTH.sub("all", text))
    besides = _IN_GENERAL.sub("", bare)
    return text if of_one_child(besides) or of_somebody(besides) else bare


_CASE_LAW = Sought(r"\bR \([^)]{2,60}\)(?: v [A-Z][\w ]{2,40})?")
_EACH_OF_BOTH = Later(r"\b(?:every|each|any|no) (?:boy (?:and|or) girl|girl (?:and|or) boy)\b", re.IGNORECASE)
_OF_EITHER = r"(?:his or her|her or his|he or she|she or he|him or her|her or him)"
_A_RULE = Later(
    rf"\b[Aa]n? {CHILD} who (?P<says>(?!(?:lives|attends|needs|waits|refuses|travels|suffers)\b)[a-z]{{2,}}s\b[^.;!?\n]{{0,120}}\b{_OF_EITHER}\b[^.;!?\n]{{0,120}})(?=[.;!?\n]|$)"
)
"""“A child who moves in Year 6 keeps his or her plan”: whoever it is, and whenever."""
_OF_ONE_TIME = Later(
    r"\b(?:was|were|had|did|does|has|have|now|still|yet|since|today|ago|last|currently|again|lost|left|went|got|came|ran|told|took|fell|broke|found|sent|put|kept|began|"
    r"chose|wrote|met|gave|made|said|saw|knew|felt|brought|taught)\b|\bis\b(?! [a-z]+ed\b)|(?<!\bis )(?<!\bare )(?<!\bbe )\b[a-z]{3,}ed\b|(?<!Year )\d|['\"’]|"
    rf"\b(?!Year\b|EHCP?\b|SEND?\b)[A-Z]|\b(?:{CONDITION}|{KIN})"
)
"""What such a sentence does not have: something that happened or is so now, a place, a day, a condition, a parent."""
_IN_GENERAL = Later(rf"\b{_OF_EITHER}\b|\ball in Year \d{{1,2}}\b")
_OF_BOTH = Sought(rf"\b{_OF_EITHER}\b|\bboy (?:and|or) girl\b|\bgirl (?:and|or) boy\b", re.IGNORECASE)
_SHARE = Sought(
    rf"\b(?:(?:an?|the|our) (?:typical|average|imaginary|hypothetical|fictional)|no|every|each|any) (?:(?:eligible|new|other|single|such) )?{CHILD}\b(?!-|'|s)|"
    rf"\ban? (?:[\w-]+ )?(?:{CHILD}|{KIN}|{NUMBER}[- ]year[- ]old)(?: (?:in|with|at|on|under|of|aged|without|told|leaving|new to)\b[^.;,]{{1,60}}?)? "
    r"(?=(?:(?-i:may)|must|should(?! (?:already )?have (?:been|had|got|gone))|ought|has (?:a|the|no) right|is entitled|can ask|will normally)\b)|"
    rf"\b(?:imagine|suppose|picture|consider|if|when|whenever|would|how) (?:[\w-]+ (?:with|of) )?an? (?:[\w-]+ (?:with|of) an? )?(?:[\w-]+ )?{CHILD}\b(?!s|ren)|"
    rf"\ban? {CHILD}'s (?:[\w-]+ ){{1,4}}(?=(?:must|should(?! (?:already )?have)|ought)\b)|"
    rf"\ban? {CHILD} or (?:an? )?{CHILD}\b|"
    r"\b(?:one|1) (?:[\w-]+ ){1,3}(?:in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|every|each)\b(?! (?:(?-i:[A-Z])|schools?|settings?|years?|weeks?|months?))",
    re.IGNORECASE,
)

_PUT_IN = frozenset(["children", "a", "judgment", "matter", "answers", "all"])
"""The words that are put in the place of what tells of nobody before a story is looked for."""


@cache
def _stories() -> Several[Story]:
    return Several(STORIES, lambda story: story.pattern.needed)


def one_childs_story(text: str) -> bool:
    """Whether the text tells of a single child, or of so few that they can be told.

    Most texts hold none of the words of which a story is made, and are looked at no further; a test tries every pattern against that.
    """
    if any(re.search(rf"\b{CONDITION}", found[0]) for found in _SO_FEW.found_in(text)):
        return True
    of_a_child = of_one_child(text)
    if not of_a_child and not of_somebody(text):
        return False
    stories = [s for s in _stories().among(said_in(text) | _PUT_IN) if of_a_child or not s.of_a_child]
    if not stories:
        return False
    several = without_shares(without_rules(text))
    told = _COMPOUNDS.put_out_of(several, "matter") if of_a_child else several
    told = _ANSWERS.sub("answers ", told) if '"' in told else told
    return any(story.told_in(told) for story in stories)
