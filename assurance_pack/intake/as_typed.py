"""Text as people type it, made comparable and clean: headings, words of lists, and what may be printed."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

NEAR = 0.88
LEAD = 0.15
MAYBE = 0.6
MISSPELT = 0.8
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_NUMBERED = re.compile(r"^\d+\s*[.)]?\s+(?=\D)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_SILENT = {"\u00ad", "\ufeff"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = {"\u200c", "\u200d"}
"""Zero width, but part of how Persian, Hindi or Bengali words, and families of emoji, are written."""
_JOINED = {"Lo", "Mn", "Mc", "So", "Sk"}
_NOTHING = re.compile(
    r"(?:there (?:is|are) )?(?:none|nil|nothing|no)(?: (?:is|are|were|have been|has been))?"
    r"(?: (?:identified|known|noted|recorded|applicable|required|needed|as yet|yet|so far|at present|at this (?:time|stage)|currently|to date))*"
)
_LATER = r"(?: (?:as yet|yet|at present|at this (?:time|stage)|at the moment|currently|so far|to date|for now))*"
_TO_COME = (
    r"(?:(?:still|yet) )?to be (?:confirmed|agreed|decided|advised|determined|appointed|completed|provided|added|written|identified|established|found|supplied|finalised|assigned)"
    r"|(?:tb[cadns]|t b [cad])(?: (?:by|from|with|at|after)? ?\w+){0,2}|(?:to|will) follow|to (?:confirm|advise)|awaited|pending"
    r"|awaiting(?: (?:confirmation|a reply|replies|answers|words))?"
)
"""What is put off, in whichever cell it stands."""
_UNDECIDED = re.compile(
    rf"{_TO_COME}|not (?:yet )?(?:known|set|agreed|decided|identified|available|sure|clear|confirmed|appointed|assigned|stated|recorded|given){_LATER}"
    rf"|(?:as yet |currently |still )?(?:unknown|unsure|unclear|undecided|unconfirmed){_LATER}|(?:i |we )?dont know|n k|nk|d k|dk|n a|na|not applicable|x+"
)
_ELSEWHERE = re.compile(
    r"ditto|do|(?:the )?same(?: again)?|above|(?:as|see|same as|refer to|as per|as stated|as in)(?: the)?(?: row| line| cell| entry)? "
    r"(?:above|before|below|previous(?:ly)?|last (?:month|time)|previous (?:row|line|cell|entry|month)|row above|line above|cell above)|(?:see )?attached|see (?:the )?attach(?:ed|ment)"
)
_WHERE = r"(?:e ?mail|letter|photo|picture|note|notes|document|minutes|paper|report|sheet|page|form|file|attachment|attached|enclosed|overleaf|over|below|above)"
_OTHER_WORDS = re.compile(
    rf"(?:please )?(?:see|as per|as in|in|on|read|refer to) (?:the |my |our |this |that )?(?:attached |enclosed |separate |other |next |back |covering )?{_WHERE}(?: please| attached| enclosed)?"
    r"|(?:please see )?(?:attached|enclosed|overleaf)(?: please)?|(?:as|same as|see)(?: we| i)? (?:said|sent|wrote|discussed|agreed|attached|before|last month|last time)(?: before| last month| last time| by e ?mail)?"
    r"|(?:sent|coming|will come) (?:separately|by e ?mail|by post|later)|(?:(?:more|details|words|this|it) )?(?:to|will) (?:follow|come)(?: later| soon| shortly| by e ?mail| separately)?"
    rf"|{_TO_COME}"
)
_AS = (
    r"as (?:discussed|agreed|planned|normal|usual|required|needed|appropriate|necessary|before|stated|advised|described|reported|noted|(?:in|per) (?:the |our |your )?"
    r"(?:plan|update|usual|agreement|discussion|conversation|meeting|report|minutes|e ?mail|paper))"
)
_SAYS_LITTLE = re.compile(
    rf"(?:(?:work|this|it|action|actions|all) (?:is |are )?|still |currently )?(?:ongoing|on going|in hand|in progress|in train|underway|under way|continuing|rolling|under review"
    rf"|being (?:done|addressed|progressed|worked on|actioned|looked (?:at|into)|dealt with|picked up|monitored)|{_AS}|per plan|on track|on target|on schedule|on course)"
    r"|to be (?:progressed|monitored|actioned|reviewed)|monitor|monitoring|bau|business as usual|asap|as soon as possible|in due course|no change|unchanged|nothing (?:new|to add|to report)"
    r"|all|various|several|everyone|everybody|staff|us|the team|team"
)
"""Words that fit any cell, and say nothing of what this one asks for."""
_QUERY = re.compile(r"[?.…\s]+")
_DITTO_MARKS = frozenset({'"', "“", "”", "''", "″", "〃", "„", "^"})
EMPTY_MARKS = frozenset({"", "-", "–", "—", "―", "−", "--", ".", "n/a", "na", "n.a.", "not applicable"})


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """For comparing: no case, no accents of punctuation, one space; ``&`` is ``and``."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return _SPACE.sub(" ", _NOT_WORD.sub(" ", folded.replace("’", "").replace("'", ""))).strip()


def first_line(text: str) -> str:
    """The question without the help beneath it and without its number."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    return _NUMBERED.sub("", line)


def near(seen: str, known: dict[str, str]) -> tuple[str | None, str]:
    """The known name a near miss means, and the name to suggest if it is not near enough; `known` gives names by their plain form.

    Near enough is a likeness of at least 0.88 that leads the next by 0.15. A suggestion needs a likeness of 0.6, or to be the only name
    that shares a word: “Risk register” suggests “Risks”.
    """
    likeness: dict[str, float] = {}
    typed = plain(seen)
    for key, name in known.items():
        likeness[name] = max(likeness.get(name, 0), _likeness(typed, key))
    ranked = sorted(likeness.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] >= MAYBE:
        lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0)
        return (ranked[0][0] if ranked[0][1] >= NEAR and lead >= LEAD else None), ranked[0][0]
    sharing = sorted({name for key, name in known.items() if _stems(key) & _stems(plain(seen))})
    return None, sharing[0] if len(sharing) == 1 else ""


def misspelt(seen: str, known: dict[str, str]) -> str:
    """The known name of which a word is plainly a misspelling: it begins alike, is like it by 0.8, and leads the next by 0.15; else nothing."""
    typed = plain(seen)
    likeness: dict[str, float] = {}
    for key, name in known.items():
        likeness[name] = max(likeness.get(name, 0), _likeness(typed, key) if key[:1] == typed[:1] else 0)
    ranked = sorted(likeness.items(), key=lambda item: (-item[1], item[0]))
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0) if ranked else 0
    return ranked[0][0] if ranked and ranked[0][1] >= MISSPELT and lead >= LEAD else ""


def _likeness(typed: str, key: str) -> float:
    """How alike two names are, 0 to 1. Below what a suggestion needs it counts as nothing: the two bounds are quickly found, the likeness is not."""
    match = SequenceMatcher(None, typed, key)
    if match.real_quick_ratio() < MAYBE or match.quick_ratio() < MAYBE:
        return 0.0
    return match.ratio()


def _stems(text: str) -> set[str]:
    return {word[:4] for word in text.split() if len(word) > 3}


@lru_cache(maxsize=20_000)
def clean(text: str) -> tuple[str, bool]:
    """Text as it may be printed, and whether characters were taken out that could mislead a reader.

    Composed (NFC), line ends and blanks made plain; control, direction and zero-width characters removed, but for joiners that join.
    """
    if text.isprintable() and "_x" not in text:  # nearly all of it, at a tenth of the time: no blank there but the space
        return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip(), False
    text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    kept: list[str] = []
    strange = False
    for character in _BLANKS.sub(" ", text):
        if character == "\n" or unicodedata.category(character) not in _UNSEEN or (character in _JOINERS and _joins(kept)):
            kept.append(character)
        elif character not in _SILENT:
            strange = True
    lines = [line.strip() for line in "".join(kept).split("\n")]
    return "\n".join(lines).strip("\n"), strange


def visible(text: str) -> str:
    """Text on one line, with what cannot be seen or would turn the rest round taken out: for a name, or words quoted to somebody."""
    return " ".join(clean(text)[0].split())


def _joins(before: list[str]) -> bool:
    """Whether a joiner has something to join: a letter of a script that joins, or a picture. Between Latin letters it only hides."""
    return bool(before) and unicodedata.category(before[-1]) in _JOINED


PRINTED_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL"})
"""Scripts the fonts that travel with the pack hold, as Unicode names them."""
SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "IDEOGRAPHIC": "Chinese"}
"""What people call a script that Unicode calls otherwise."""
_LETTERS_OF_NONE = frozenset(
    {"MODIFIER", "COMBINING", "FEMININE", "MASCULINE", "MICRO", "FULLWIDTH", "SUPERSCRIPT", "DOUBLE", "SCRIPT", "MATHEMATICAL"}
)


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter as people call it: ``Chinese``. Empty for what is no letter, or belongs to none."""
    if unicodedata.category(letter)[0] != "L":
        return ""
    first = unicodedata.name(letter, "").split(" ")[0]
    return "" if first in _LETTERS_OF_NONE else SCRIPTS.get(first, first.capitalize())


def scripts_not_printed(text: str) -> tuple[str, ...]:
    """The scripts in a text for which the pack has no letters, in the order met."""
    if text.isascii():
        return ()
    found = (script_of(c) for c in text if not c.isascii())
    return tuple(dict.fromkeys(s for s in found if s and s.upper() not in PRINTED_SCRIPTS))


def is_empty_mark(text: str) -> bool:
    """Whether a cell says “nothing here” in one of the usual ways: a dash, n/a."""
    return text.strip().casefold() in EMPTY_MARKS


def says_nothing(text: str) -> bool:
    """Whether words in a cell say only that there is nothing to say (“None identified”), or not yet (“TBC”): no ID, no evidence, no owner."""
    said = plain(text)
    return bool(_NOTHING.fullmatch(said)) or is_undecided(text)


def says_little(text: str) -> bool:
    """Whether words in a cell would fit any other (“Ongoing”, “As discussed”, “In hand”, “Various”): no path, no evidence, no owner. Of what is new this month they may be true."""
    return bool(_SAYS_LITTLE.fullmatch(plain(text)))


def points_elsewhere(text: str) -> bool:
    """Whether words in a cell only point at another (“ditto”, “as above”): sorted, or printed, it stands beside something else."""
    return text.strip() in _DITTO_MARKS or bool(_ELSEWHERE.fullmatch(plain(text)))


def words_are_elsewhere(text: str) -> bool:
    """Whether a box for somebody's own words says only that they stand somewhere else, or come later: “see attached”, “as last month”, “?”.

    It knows a closed list of such words, so that what it finds may be printed. “Not sure”, “nothing” and “the same as before, nobody rings” are answers, and theirs.
    """
    said = plain(text)
    return points_elsewhere(text) or bool(_OTHER_WORDS.fullmatch(said)) or bool(_QUERY.fullmatch(text.strip()))


def is_undecided(text: str) -> bool:
    """Whether words in a cell put off what is asked, or say that it is not known: “TBC”, “to follow”, “N/K”, “???”."""
    return bool(_UNDECIDED.fullmatch(plain(text))) or bool(_QUERY.fullmatch(text.strip()))
