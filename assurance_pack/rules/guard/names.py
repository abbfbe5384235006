"""Names of people in text: a child's or a parent's, which nothing may print, and anybody's where a role would do."""

from __future__ import annotations

import re

from .given_names import GIVEN_NAMES
from .narrative import CHILD, ONE

_NAME = r"[A-Z][a-z'’]*[a-z](?:-[A-Z][a-z]+)?"
_GIVEN = re.compile(rf"(?<![\w'-])({_NAME}|[A-Z]{{5,}})(?!['-]?[A-Za-z])")
_INSTITUTION = re.compile(
    r"(?:'s)?(?: (?:[A-Z][\w'-]+|&|and|of|the)){0,4} "
    r"(?:Schools?|Academy|Academies|Primary|Secondary|Juniors?|Infants?|Nursery|College|University|Centre|Hospital|House|Hall|Road|Street|Lane|"
    r"Avenue|Park|Trust|Ward|Foundation|Federation|Library|Theatre|Building|Suite|Room|Base|Hub|Unit|Special|Way|Square|Drive|Close|Green)\b"
)
_AT_A_PLACE = re.compile(r"(?:\b(?:at|St\.?|Saint|the) |\bSt\.? [A-Z][a-z]+(?:'s)? and )$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\.? (?:[A-Z]\.? ?)?[A-Z][a-z'-]+")
_SURNAME = re.compile(r" (?:[A-Z]\.? ?)?[A-Z][a-z]*[a-z](?:['-][A-Z][a-z]+)?(?![\w'-])")

# A word for one child or one parent, close enough to be about the person named.
_ABOUT_A_CHILD = re.compile(
    rf"(?<!every )(?<!each )(?<!any )(?<!per )(?<!all )\b(?:(?i:{ONE}|son|daughter|sibling|twin|mum|mummy|mother|dad|daddy|father|nan|"
    r"grandmother|grandfather|foster carer|(?:his|her|their) parents|out of school|(?:was|been|is) (?:excluded|suspended|diagnosed)|"
    r"\d{1,2}[ -]years?[ -]old)|(?:Year|Yr) ?\d{1,2}|aged \d{1,2})\b"
)
_PARENT = r"(?:mum|mother|dad|father|parents?|family|carers?|nan|grandmother|grandfather|brother|sister|foster carer)"
_THEIR = (
    rf"(?:{_PARENT}|EHCP|EHC plan|plan|placement|annual review|needs assessment|diagnosis|taxi|tribunal|appeal|social worker|case|tutor)"
)
_NOT_A_NAME = (
    r"(?!The\b|This\b|That\b|Board|School|Coventry|Council|Forum|Workspace|Trust|Government|England|Today|Tomorrow|Last|Next|Every|Each|One|"
    r"Child|Pupil|Student|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Local|Parent|People|Children|Women|Men|It|What|Who|Here|There|Let|Year|Warwickshire|Solihull)"
)
_NAMED_CHILD = tuple(
    re.compile(p)
    for p in (
        rf"\b{CHILD}\b[^.;]{{0,25}}\b(?:called|named|known as) (?:[A-Z][a-z]+)",
        rf"\b(?:son|daughter|grandson|granddaughter|brother|sister|nephew|niece),? \(?{_NOT_A_NAME}[A-Z][a-z]+\b",
        rf"\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Gg]randm(?:a|other)|[Gg]randfather|[Nn]an|[Aa]unt|[Uu]ncle|[Ff]oster carer),? \(?{_NOT_A_NAME}(?:Mrs?|Ms|Miss)?\.? ?[A-Z][a-z]+\b(?! (?:and|or) (?:[Tt]oddler|[Bb]aby))",
        rf"\b{_NOT_A_NAME}[A-Z][a-z]+'s? (?:own )?{_PARENT}\b",
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung [Pp]erson)(?:'s)? [Nn]ame(?:d| is| was|:)+ [A-Z][a-z]+",
        r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:and (?:Mrs?|Ms)\.? )?[A-Z][a-z'-]+(?:'s|s')? (?:[a-z]+ ){0,2}(?:son|daughter|child|boy|girl|twins|grandson|granddaughter)\b",
        r"\b[Tt]he (?!Coventry|Foster|Parent|Community|Local)[A-Z][a-z]+ (?:family|twins|brothers|sisters)\b",
    )
)
_THEIRS = re.compile(rf"\b({_NAME})'s? (?:[a-z]+ ){{0,1}}{_THEIR}\b")
_ALONE = re.compile(
    r"(?: [A-Z]\.)?(?: still| now)? (?:has (?:autism|ADHD|epilepsy|an? (?:plan|diagnosis|place|taxi)|had|been|no|not|lost|missed|waited|only)|was (?:not|told|moved|sent|left|refused|offered|excluded|placed|put|given|found)|"
    r"had (?:no|to|been)|is (?:\d{1,2}|still|now|at home|not|without|autistic|waiting|in Year)|waited|lost|missed|cannot|can't|refused|refuses|"
    r"needs|attends|attended|starts at|started at|moved to|travels|has no|still has)\b"
    r"|,? \(\d{1,2}\)|,? who is (?:\d{1,2}|[a-z]{3,8}teen|six|seven|eight|nine|ten|eleven|twelve|four|five|three)\b"
)
"""What is said of a child by a given name alone. Colleagues are named by role, or in full."""
_PARENT_OF = re.compile(rf"\b{_PARENT} of $", re.IGNORECASE)
_NEAR = 90


def named_child(text: str) -> bool:
    """Whether the text names a child, or a child's parent."""
    if any(p.search(text) for p in _NAMED_CHILD):
        return True
    if any(m[1] in GIVEN_NAMES and not _of_a_place(text, m.span(1)) for m in _THEIRS.finditer(text)):
        return True
    if any(_ALONE.match(text, end) or _PARENT_OF.search(text[max(0, start - 30) : start]) for start, end in _given(text)):
        return True
    spans = (*_given(text), *(m.span() for m in _TITLED.finditer(text)))
    return any(_ABOUT_A_CHILD.search(text[max(0, start - _NEAR) : end + _NEAR]) for start, end in spans)


def named_person(text: str) -> bool:
    """Whether the text names anybody: a title with a surname, or a given name with a surname."""
    return bool(_TITLED.search(text)) or any(_SURNAME.match(text, end) for _, end in _given(text))


def _given(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _GIVEN.finditer(text):
        name = match[1] if not match[1].isupper() else match[1].capitalize()
        if name in GIVEN_NAMES and not _of_a_place(text, match.span(1)):
            found.append(match.span(1))
    return found


def _of_a_place(text: str, span: tuple[int, int]) -> bool:
    return bool(_INSTITUTION.match(text, span[1]) or _AT_A_PLACE.search(text[max(0, span[0] - 40) : span[0]]))
