"""People named in a text by a given name: where, and whether a place or a work is meant instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...later import Later
from .given_names import ALSO_WORDS, GIVEN_NAMES
from .numbers import Span
from .sought import Sought

NAME = r"[A-Z](?:[a-z]|'(?!s\b))*[a-z](?:-[A-Z][a-z]+)?"
_GIVEN = Later(rf"(?<![\w'@-])({NAME}|[A-Z]{{3,}}(?:-[A-Z]{{2,}})?)(?!['-]?[A-Za-z](?<!'s))(?!-?\d)")
_SURNAME = Later(
    r"(?: [A-Z]\.?)? (?!(?:EHC|EHCP|SEND|SEN|DOB|NHS|UPN|OT|EP|CAMHS|PRU|ICB|AP)\b)((?:Mc|Mac|O'|D'|[Dd]e |[Vv]an |[Aa]l-|[Ee]l-|bin |ibn )?[A-Z][a-z]*[a-z](?:['-][A-Z][a-z]+)?|[A-Z]{3,}(?:['-][A-Z]+)?)(?![\w-])"
)
_INITIAL = Later(r" ([A-Z])(?:\.|(?=[ ,:;)]|$|'s))(?! ?[A-Z][a-z])")
_INSTITUTION = Later(
    r"(?:'s)?(?: (?:[A-Z][\w'-]+|&|and|of|the)){0,4} "
    r"(?:Schools?|Academy|Academies|Primary|Secondary|Juniors?|Infants?|Nursery|College|University|Centre|Hospital|House|Hall|Road|Street|Lane|"
    r"Avenue|Park|Trust|Ward|Foundation|Federation|Library|Theatre|Building|Suite|Room|Base|Hub|Unit|Special|Way|Square|Drive|Close|Green|Lodge|"
    r"Grange|Court|Farm|Fields?|Church|Chapel|Clinic|Gardens|Review|Report|Law|Rule|Act|Award|Cup|Project|Programme|Principles?|Model|Scale|"
    r"Inquiry|Training|Fund|Charity|Ltd|Limited|LLP|plc|Promise|Chain|Depot|Moon|ward|Grove|Bank|Wood|Hill|Mount|View|Terrace|Crescent|Rise|Walk|"
    r"Associates|Consult\w+|Partners|Solutions|Services|Class|class|classes|House|Wing|Site|Campus|Village|Group|Network|Partnership|Therapy|Therapies|System|Pathway|Test|Profile|Award|Day|Show|Term|Budget|Statement|Census|Conference|Holidays?|Newsletter|Week|Period|Campaign|Release|Return|Returns|Meeting|Bulletin|Solicitors|Architects|Hospice|Gallery|Museum|Joinery|Builders|Construction|Coaches|Taxis|Travel|Cars|Security|Recruitment|Publishing|Awards?|Schools|Bank)\b"
    r"|'s (?:Rule|Law|[Rr]ule|[Ll]aw|Moon|Promise|Park|Place|House|Act|Hospital)\b|(?: [A-Z][\w'-]+)? training\b| (?:review|descriptors|profiles?|report|scale|framework|dashboard|portal|app|system|software|branch)\b"
    r"|(?: [A-Z][\w'-]+)? (?:federation|cluster|consortium|awards?|scales?|guidelines?|audiobooks?|site|method|technique|criteria|bursar(?:y|ies)|prize|lectures?)\b"
    r"|(?: [A-Z][\w'-]+)? & [A-Z]"
    r"| (?:Curie|Potter|Carol|Twist|Dahl|Pan|and Jill|[IVX]{2,}|the (?:Tank|Tiger|Builder|Great))\b"
    r"|(?:,| is) the (?:[a-z]+ )?(?:name of|system|portal|scheme|programme|app|case system)\b"
)
_SAYINGS = Sought(
    r"\b(?:Tom, Dick and Harry|Uncle Tom Cobley|robb\w+ Peter to pay Paul|Peter to pay Paul|keeping up with the Joneses|Joe (?:Bloggs|Public)|(?:Jane|John)(?: and (?:Jane|John))? Doe|"
    r"Jack of all trades|(?:plain|calamity) Jane|smart Alec|happy as Larry|Pandora's box|Romeo and Juliet|Jack and Jill|Christmas Carol|teddy bears?'?|Father (?:Hudson|Christmas)(?:'s)?|"
    r"Murphy's law|Hobson's choice|Bob's your uncle|gordian knot|Jekyll and Hyde|Heath Robinson|Milton Keynes|Marks and Spencer|John Lewis|Martin Luther King|Rosa Parks|Nelson Mandela|"
    r"Mary Seacole|Anne Frank|Irwin Mitchell|Mr Motivator)(?![\w-])",
    re.IGNORECASE,
)
"""Sayings, firms and people of history whose names are nobody's here."""


def without_sayings(text: str) -> str:
    """The text with the names of which nobody is called taken out."""
    return _SAYINGS.put_out_of(text, "a saying")


_AT_A_PLACE = Later(
    r"(?:\b(?:at|St\.?|Saint|[Tt]he|named after|President|King|Queen|Bishop|Cardinal|Archbishop|Lord|Lady|Sir|Dame) |\bSt\.? [A-Z][a-z]+(?:'s)? and )$"
)


@dataclass(frozen=True)
class Person:
    """Somebody named: where, and how. `weak`: the name is also a word; `whole`: a surname or an initial follows."""

    given: str
    start: int
    end: int
    whole: bool
    weak: bool


@lru_cache(maxsize=4)
def people(text: str) -> tuple[Person, ...]:
    """Everybody named by a given name, in order; of the last few texts, because two kinds of thing ask of the same one."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[Person]:
    for match in _GIVEN.finditer(text):
        if not is_given(match[1]) or of_a_place(text, match.span(1)):
            continue
        weak = spelt(match[1]) not in GIVEN_NAMES and not _double(match[1])
        surname, initial = _SURNAME.match(text, match.end(1)), _INITIAL.match(text, match.end(1))
        if match[1].isupper() and (weak or not ((surname and surname[1].isupper()) or initial) or len(match[1]) < (3 if surname else 4)):
            continue
        end = surname.end() if surname else initial.end() if initial else match.end(1)
        yield Person(match[1], match.start(1), end, bool(surname or initial), weak)


def is_given(name: str) -> bool:
    """Whether a word with a capital is a given name."""
    return spelt(name) in GIVEN_NAMES or spelt(name) in ALSO_WORDS or _double(name)


def spelt(name: str) -> str:
    """A given name as the list has it."""
    return name.capitalize() if name.isupper() else name


def _double(name: str) -> bool:
    """A double name: its first half is a given name (Lily-Mae), or is said twice (Jo-Jo)."""
    first, hyphen, second = name.partition("-")
    return bool(hyphen) and (first == second or spelt(first) in GIVEN_NAMES or spelt(first) in ALSO_WORDS)


def of_a_place(text: str, span: Span) -> bool:
    """Whether a name belongs to a school, a street, a report or a work; of somebody “who” did something it does not."""
    if text.startswith(", who ", span[1]):
        return False
    return bool(_INSTITUTION.match(text, span[1]) or _AT_A_PLACE.search(text[max(0, span[0] - 40) : span[0]]))


_A_SCHOOL_AND = Later(r"\b(?:School|Academy|Primary|Secondary|Juniors?|Infants?|Nursery|College)(?:,|,? and) $")
_AS_SCHOOLS_DO = Later(
    r" (?:both |each |will |now |together )*(?:hold|host|share|offer|lend|open|have|take|run)\b[^.;]*\b(?:rooms?|bases?|places?|SENCos?|units?|hubs?|pupils|sites?|halls?)\b"
)


def beside_a_school(text: str, person: Person) -> bool:
    """Whether a school is named beside another (“Sidney Stringer Academy and Frederick Bird hold the interim rooms”), and both do what schools do."""
    return bool(_A_SCHOOL_AND.search(text[max(0, person.start - 20) : person.start]) and _AS_SCHOOLS_DO.match(text, person.end))
