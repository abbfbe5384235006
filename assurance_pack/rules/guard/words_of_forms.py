"""The words of our own forms in which the guard finds nothing: looked through when the forms are written (`make docs`), and not again in every run.

More than half of what comes back with a return is our own: headings, help, lists, names of ranges. What the guard finds in a text depends on
nothing but the text and what `pack.toml` tells it; so a text that is letter for letter one of these holds nothing, unless `pack.toml` speaks of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from ...model.text import NAME_PLACES, SentText, TextPlace
from .birth_dates import holds_a_day
from .kinds import in_words
from .told import Told

WORDS = Path(__file__).with_name("words_of_forms.json")
_READ_AS_WORDS = frozenset(TextPlace) - NAME_PLACES - {TextPlace.NUMBER, TextPlace.TRACE}
_NOTHING_TOLD = Told((), frozenset(), frozenset(), frozenset(), (), date(2026, 6, 30))


def is_of_a_form(text: str, where: TextPlace, told: Told) -> bool:
    """Whether a text is one of these, read as words are, and `pack.toml` says nothing of it."""
    return text in _words() and where in _READ_AS_WORDS and not told.speaks_of(text)


@cache
def _words() -> frozenset[str]:
    return frozenset(json.loads(WORDS.read_text(encoding="utf-8")))


def words_written(texts: Iterable[SentText]) -> bytes:
    """As they are kept: the words of these texts of blank forms in which nothing is found, whatever day ages are reckoned from and whoever is known."""
    said = sorted({t.text for t in texts if t.where in _READ_AS_WORDS})
    passed = [text for text in said if "@" not in text and not holds_a_day(text) and not any(in_words(text, _NOTHING_TOLD))]
    return (json.dumps(passed, indent=0, ensure_ascii=False) + "\n").encode()
