"""Names of files, sheets and folders with a name in them that is also a word: “Hope Tranter”, where “Hope Street” is none.

In a sentence the grammar tells which it is. A name of a file has none, so what stands beside it tells: a word of papers or of places, or what is
neither and so a surname. Who is stopped for nothing has to rename a file; who is not, has sent a child's name to forty people.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ...later import Later
from .given_names import ALSO_WORDS
from .weighing import learned

_OF_PAPERS_AND_PLACES = """
    agenda annex appendix award export federation fellowship holiday infant junior lodge pathway planner pressure rating secretary social society street
    template tree unity work edward henry fund foundation charity church parish library surgery sport summit festival fair fayre pilot
    casework caseload spreadsheet workbook checklist invoice quote flyer leaflet poster slide slideshow handout handbook newsletter bulletin circular memo memorandum
    backup archive folder scan copy final draft signed amend revise update january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter term easter christmas north south east west
    central upper lower valley bridge way avenue court cross gate common heath mill farm manor castle abbey priory chapel cathedral saint lane garden
    bush ward theatre hospital software account touch natal damage incident time conference consulting reef tower fold grove well wise saving jubilee
    yarmouth thornton fawkes number room scheme reader writing building fire boat house wood field hill park hall
"""
_ORDINARY = frozenset(_OF_PAPERS_AND_PLACES.split())
_RATHER_WORDS = """
    Art Baby Bill Blue Cairo Can Cash Chance Chase Chelsea Chester China Cuba Dallas Denver Devon Genesis Grant Great Green Harmony India Jersey Journey
    Justice Kendal Kenya King Light Lincoln Link London Major Milan Miles Neo Page Paris Preston Prince Queen Rain Red River Rome Royal Sage Said
    Silver Sky Snow Sol Star Sunday Tea Texas Treasure Trent Trinity True Tudor Vienna Warwick Wednesday Will
"""
_SEASONS = "Amber April August Autumn Friday January July Jun June May Spring Summer Thursday Tuesday Winter"
RATHER_WORDS = frozenset(_RATHER_WORDS.split())
"""Of the names that are also words, those with which names of papers begin: they are somebody's only beside what the files of one child are called after."""
SEASONS = frozenset(_SEASONS.split())
"""Those that say which month, or how a thing is rated: beside the words of a case they may be somebody's."""
_A_SURNAME = Later(r"(?:O'|Mc|Mac|De|St)?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?$")
_AN_INITIAL = Later(r"[A-Z]\. ?([A-Z][a-z]{3,})")
_NOT_OF_THE_NAME = Later(r"^(?:Copy of|Re|Fwd?|Scan of)\b:?|\(\d+\)|\b\d+\b", re.IGNORECASE)


def also_a_word_and_a_surname(title: str, *, of_a_case: bool, of_one_child: bool) -> bool:
    """Whether a name, as words, has a given name that is also a word beside a surname, or is such a name, or an initial with a surname, and no more.

    Args:
        title: the name.
        of_a_case: a word that files of one child are called after stands in it (“plan”).
        of_one_child: one that says so without a doubt (“taxi”).
    """
    words = [_plain(w) for w in _NOT_OF_THE_NAME.sub(" ", title).split()]
    may_be = ALSO_WORDS - (frozenset() if of_one_child else RATHER_WORDS if of_a_case else RATHER_WORDS | SEASONS)
    if len(words) == 1:
        return words[0] in may_be and _is_no_word(words[0])
    if initial := _AN_INITIAL.fullmatch(title):
        return _is_no_word(initial[1])
    as_given = pairwise(words)
    the_other_way = ((given, surname) for surname, given in pairwise(words) if given not in SEASONS)  # “Casework June” says when
    beside = (*as_given, *the_other_way)
    return any(
        given in may_be and surname not in ALSO_WORDS and bool(_A_SURNAME.match(surname)) and _is_no_word(surname)
        for given, surname in beside
    )


def _plain(word: str) -> str:
    """A word of a name without what ends it, and without shouting."""
    bare = re.sub(r"['’]s?$", "", word.strip(",;:()-–"), flags=re.IGNORECASE)
    return bare.capitalize() if bare.isupper() and len(bare) > 3 else bare


def _is_no_word(word: str) -> bool:
    """Whether a word is none that returns, papers and places are made of: those, and the words of the sentences that the guard has learned from."""
    small = word.lower()
    stems = {
        small,
        *(small.removesuffix(end) for end in ("s", "es", "ed", "d", "ing")),
        f"{small.removesuffix('ies')}y",
        f"{small.removesuffix('ing')}e",
    }
    return not any(stem in _ORDINARY or any(stem in weights.of_signs for weights in learned()) for stem in stems)
