"""Words of a list as people write them: by word, other name, meaning, letter or colour; and what may be suggested for the rest."""

from __future__ import annotations

import re

from ...meanings import LISTS, MIDDLING
from ...settings.words import WordDef
from ..as_typed import misspelt, near, plain

_COLOURED = {"🟢": "G", "🟩": "G", "🟡": "A", "🟠": "A", "🟨": "A", "🟧": "A", "🔴": "R", "🟥": "R"}
"""Coloured circles and squares, by the letter the pack prints beside that colour."""

_TWO_PARTS = re.compile(r"([^\s()\[\]/:=–—-]+)(?:\s*[(\[/:=–—-]\s*|\s+)([^()\[\]/:=–—-]+?)\s*[)\]]?")
"""A letter or a colour beside its word, whatever stands between them."""


def find_word(text: str, words: tuple[WordDef, ...]) -> WordDef | None:
    """The word of a list that is meant, if one is; a question mark beside it makes it none."""
    wanted = plain(text)
    if not wanted or "?" in text:
        return _by_letter(text, words)
    for word in words:
        if wanted == plain(word.word):
            return word
    aliased = next((w for w in words if wanted in {plain(a) for a in w.aliases}), None)
    # a tick is read as Yes, whatever a Board calls it: last of all a word is known by its meaning, or the letter it is printed with
    return aliased or next((w for w in words if wanted == plain(w.meaning)), None) or _by_letter(text, words) or _said_twice(text, words)


def _by_letter(text: str, words: tuple[WordDef, ...]) -> WordDef | None:
    typed = text.strip().replace("\ufe0f", "")
    letter = _COLOURED.get(typed, typed.upper())
    found = [w for w in words if w.letter and w.letter == letter]
    return found[0] if len(found) == 1 else None


def _said_twice(text: str, words: tuple[WordDef, ...]) -> WordDef | None:
    """The word that a text says by its letter and in full, where both agree: “G (Green)”, “Green - G”, “🟢 Green”; two words are none."""
    two = _TWO_PARTS.fullmatch(text.strip())
    found = [find_word(part, words) for part in two.groups()] if two else []
    return found[0] if len(found) == 2 and found[0] is found[1] else None


def place_on_scale(text: str, words: tuple[WordDef, ...]) -> int | None:
    """The place on a scale of numbers: “4”, “Likely”, “Likely (4)”, “4/5”; None where number and word do not agree."""
    word = find_word(text, words)
    if word:
        return int(word.meaning)
    places = {int(w.meaning): w for w in words}
    of_all = re.fullmatch(rf"\s*(\d)\s*(?:/|of|out of)\s*{max(places, default=0)}\s*", text)
    both = re.fullmatch(r"\s*(?P<word>[A-Za-z ]+?)\s*[-–—:=,/]?\s*[(\[]?\s*(?P<number>\d)\s*[)\]]?\s*", text)
    if of_all:
        return int(of_all[1]) if int(of_all[1]) in places else None
    named = find_word(both["word"], words) if both else None
    return int(named.meaning) if named and both and named.meaning == both["number"] else None


def suggested_place(text: str, words: tuple[WordDef, ...]) -> str:
    """The place on a scale of numbers to suggest for what is none of it, or nothing: the lower is the better, so a low one only for a plain misspelling.

    Of a high word with something added (“quite likely”) it is that word; a low word with something added (“not rare”), one with a question mark, and one beside a number may mean anything.
    """
    if "?" in text or any(c.isdigit() for c in text):
        return ""
    typed = plain(text)
    known = {plain(one): w for w in words for one in (w.word, *w.aliases)}
    middle = (max((int(w.meaning) for w in words), default=0) + 1) // 2
    named = {int(w.meaning): w for key, w in known.items() if re.search(rf"\b{re.escape(key)}\b", typed)}
    if named:
        worst = named[max(named)]
        return worst.word if int(worst.meaning) > middle else ""
    names = {key: w.word for key, w in known.items()}
    word = next((w for w in words if w.word == near(text, names)[1]), None)
    return misspelt(text, names) or (word.word if word and int(word.meaning) > middle else "")


def suggested(text: str, name: str, words: tuple[WordDef, ...]) -> str:
    """The word to suggest for what is none of a list, or nothing: never one that would make the item look better than its sender may mean.

    Of several words in one cell the worst is suggested. On a list with a better and a worse end, a word of the better half is suggested
    only for a plain misspelling of it: not for “Complete?”, “Not complete” or “Closed” where that could mean two things.
    """
    grades = {str(m): m.grade for m in LISTS.get(name, ())}
    ranked = any(grade is not None for grade in grades.values())
    known = {plain(one): w for w in words for one in (w.word, *w.aliases)}
    named = list({w.word: w for key, w in known.items() if re.search(rf"\b{re.escape(key)}\b", plain(text))}.values())
    if len(named) > 1:
        worst = max(named, key=lambda w: grades.get(w.meaning) or 0)
        return worst.word if all(grades.get(w.meaning) is not None for w in named) else ""
    sure, meant = near(text, {key: w.word for key, w in known.items()})
    word = next((w for w in words if w.word == meant), None)
    if word is None or not ranked or (grades.get(word.meaning) or 0) >= MIDDLING:
        return meant
    added_to = any(w is word and key in plain(text) for key, w in known.items())
    return word.word if sure and not added_to and "?" not in text else ""
