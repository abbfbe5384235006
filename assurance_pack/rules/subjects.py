"""What the words of a clause are about: “nurseries at the bases” about nurseries, and “it will only be” about nothing by name."""

from __future__ import annotations

import re

from ..assess.word_forms import form

_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_PREPOSITION = re.compile(r"\b(?:of|at|in|for|with|to|from|on|by|across|beside)\b", re.IGNORECASE)
_HELPING = (
    "it they this that these all both each now will to be is are has have been due expected likely planned forecast only the not yet still hope hopes "
    "of a an we i can cannot so and them go goes"
)
_HELPERS = frozenset(_HELPING.split())
"""Words of a clause that name no thing."""


def forms_in(text: str) -> frozenset[str]:
    """The words of a text by their form, without figures."""
    return frozenset(map(form, _WORD.findall(text)))


def thing_named(words: str) -> str:
    """The last word that names a thing, by its form: “specialist teachers” are no specialist places. Empty where none does."""
    return form(next((w for w in reversed(_WORD.findall(words)) if w.casefold() not in _HELPERS), ""))


def before_a_preposition(text: str) -> str:
    """What comes before the first preposition, or the first of which something is named: “85% of annual reviews” are reviews."""
    return next((part for part in _PREPOSITION.split(text) if thing_named(part)), "")
