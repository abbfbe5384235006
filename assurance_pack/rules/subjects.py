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


_ONE_THING = (
    "publication published publish publishes release released go-live live launch launched online",
    "opening open opens opened",
    "handover handed",
    "completion complete completed",
    "signing signature signed",
    "approval approved",
    "agreement agreed",
    "delivery delivered",
    "start starts started",
)
_DOING = {form(word): words.split()[0] for words in _ONE_THING for word in words.split()}


def doings_in(text: str) -> frozenset[str]:
    """What a text has done, whether by a verb or by a noun: publication, “published” and “go-live” are one."""
    return frozenset(_DOING[word] for word in forms_in(text) if word in _DOING)


def is_its_doing(subject: str, asked: str) -> bool:
    """Whether words name nothing but what was asked, by a noun or a verb: “publication” of what is published, and not its “official opening”."""
    told = [word for word in _WORD.findall(subject) if word.casefold() not in _HELPERS | {"its", "our"}]
    return all(form(word) in forms_in(asked) or doings_in(word) & doings_in(asked) for word in told)
