"""What the words of somebody else's scale mean on ours: the word, and how sure that is."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from ...meanings import GOVERNED
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ...settings.words import WordDef
from ..as_typed import plain
from ..reading.lists import find_word, place_on_scale
from .mapping import WordMapping
from .ratings import place_said
from .vocabulary import COARSE, WORDS

NEARLY = 86
LEAD = 8
CERTAIN, PART, KNOWN, ROUGH = 100, 90, 85, 65
_ARROWS = re.compile(r"[↑↓→←↔▲▼►◄⬆⬇➡⬅🔺🔻]|\s[<>]\s*$")
_PARTED = re.compile(r"\s*[-–—:/()\[\]|,]+\s*")
_LIGHTS = {"filled red": "🔴", "filled amber": "🟠", "filled green": "🟢"}


def propose_word(said: str, column: Column, settings: Settings) -> WordMapping:
    """The word of a column's list that something means; none where that is not told."""
    words = settings.words(column.words)
    if column.kind is ColumnKind.WHOLE:
        place = place_on_scale(said, words)
        place = place if place is not None else place_said(said)
        found = next((w for w in words if place is not None and w.meaning == str(place)), None)
        return WordMapping(said, found.word, CERTAIN) if found else _known(said, column.words, words)
    if said.replace("\ufe0f", "") in ("filled blue", "🔵", "🟦"):
        return _known("blue", column.words, words, said)
    found = find_word(_LIGHTS.get(said, said), words)
    return WordMapping(said, found.word, CERTAIN) if found else _known(said.removeprefix("filled "), column.words, words, said)


def _known(text: str, name: str, words: tuple[WordDef, ...], said: str = "") -> WordMapping:
    said = said or text
    if "?" in text:
        return WordMapping(said, "", 0)
    whole = _meant(_bare(text), name, words)
    if whole:
        return WordMapping(said, *whole)
    parts = [p for p in _PARTED.split(_bare(text)) if p]
    found = [_meant(p, name, words) or _exact(p, words) for p in parts] if 1 < len(parts) <= 3 else []
    told = {f[0] for f in found if f}
    return WordMapping(said, told.pop(), PART) if len(told) == 1 else WordMapping(said, "", 0)


def _bare(text: str) -> str:
    return " ".join(_ARROWS.sub(" ", text).split())


def _exact(text: str, words: tuple[WordDef, ...]) -> tuple[str, int] | None:
    found = find_word(text, words)
    return (found.word, PART) if found else None


def _meant(text: str, name: str, words: tuple[WordDef, ...]) -> tuple[str, int] | None:
    exact = find_word(text, words)
    if exact:
        return (exact.word, PART)
    by_meaning = {w.meaning: w.word for w in reversed(words)}
    known = {phrase: meaning for meaning, phrases in WORDS.get(name, {}).items() if meaning in by_meaning for phrase in phrases}
    typed = plain(text)
    if typed in known:
        return by_meaning[known[typed]], ROUGH if name in ("likelihood", "consequence") and typed in COARSE else KNOWN
    names = {**{plain(w.word): w.word for w in words}, **{plain(a): w.word for w in words for a in w.aliases}}
    near = _nearest(typed, tuple(sorted({*known, *names})))
    if near is None or len(typed) < 4:
        return _among_names(typed, names) if name in GOVERNED else None
    phrase, likeness = near
    if phrase in typed or typed in phrase:
        return None  # “Incomplete” is all but “complete”
    return names.get(phrase) or by_meaning[known[phrase]], round(likeness * 0.85)


def _among_names(typed: str, names: dict[str, str]) -> tuple[str, int] | None:
    """The one name whose words a longer or shorter one has: “EHC plans issued within 20 weeks” for “Plans issued within 20 weeks (%)”."""
    typed = re.sub(r"\behcp(s?)\b", r"ehc plan\1", typed)
    # “waiting over 52 weeks” is another thing than “waiting over 18 weeks”, however alike
    same = tuple(sorted(n for n in names if _figures(typed) <= _figures(n)))
    ranked = process.extract(typed, same, scorer=fuzz.token_set_ratio, limit=None, score_cutoff=NEARLY - LEAD)
    found = dict.fromkeys(names[phrase] for phrase, _, _ in ranked if len(phrase.split()) > 1)
    best = [likeness for phrase, likeness, _ in ranked if names[phrase] == next(iter(found), None)]
    next_best = [likeness for phrase, likeness, _ in ranked if len(phrase.split()) > 1 and names[phrase] != next(iter(found), None)]
    sure = found and best[0] >= NEARLY and (not next_best or best[0] - next_best[0] >= LEAD)
    return (next(iter(found)), round(best[0] * 0.75)) if sure and len(typed.split()) > 1 else None


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@lru_cache(maxsize=20_000)
def _nearest(typed: str, known: tuple[str, ...]) -> tuple[str, float] | None:
    found = process.extractOne(typed, known, scorer=fuzz.ratio, score_cutoff=NEARLY)
    return (found[0], found[1]) if found else None
