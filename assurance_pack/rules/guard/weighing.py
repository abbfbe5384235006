"""What patterns cannot foresee: a text whose signs, weighed together, are those of one child's story or of a name.

The weights in `weights.txt` were learned from some two thousand sentences, each marked by hand as a story, a name or harmless (they stand beside
the tests, with what learns from them). They are whole numbers, so that the same text weighs the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from ...later import Later
from .first_look import of_one_child, of_somebody, words_of
from .given_names import IN_SMALL_LETTERS
from .names_by_grammar import TITLES
from .narrative import without_rules, without_shares
from .signs import may_name, signs_of

WEIGHTS = Path(__file__).with_name("weights.txt")
_SENTENCES = Later(r"(?<=[.!?;]) +(?=[A-Z\"(-])")
_AT_ONCE = 300
"""Characters weighed together. What is longer is weighed by every two sentences that follow one another: in a letter much else would weigh against one."""


@dataclass(frozen=True)
class Weights:
    """What each sign weighs for a story or a name, against it where it is below nought; how much it takes; and what the signs have to be of for it to be either."""

    of_signs: dict[str, int]
    enough: float
    may_be: Callable[[frozenset[str]], bool] = bool

    def weigh(self, signs: frozenset[str]) -> float:
        """How much these signs speak for it: nought is undecided. By the root of their number, so that a long sentence is weighed like a short one."""
        known = [self.of_signs[sign] for sign in signs if sign in self.of_signs]
        return sum(known) / sqrt(len(known) or 1)

    def tell(self, text: str) -> bool:
        """Whether somewhere in the text they speak for it so clearly that it is stopped."""
        each = map(signs_of, passages(text))
        return any(self.weigh(signs) > self.enough for signs in each if self.may_be(signs))


def passages(text: str) -> list[str]:
    """A text in the pieces that are weighed: whole, or every two sentences that follow one another."""
    if len(text) <= _AT_ONCE:
        return [text]
    sentences = _SENTENCES.split(text)
    return [" ".join(sentences[at : at + 2]) for at in range(max(1, len(sentences) - 1))]


@cache
def learned() -> tuple[Weights, Weights]:
    """The weights for a story and for a name, read when the first text is weighed."""
    lines = [line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    story = {sign: int(weight) for sign, weight, _ in lines if weight != "0"}
    name = {sign: int(weight) for sign, _, weight in lines if weight != "0"}
    return Weights(story, ENOUGH_FOR_A_STORY), Weights(name, ENOUGH_FOR_A_NAME, may_name)


ENOUGH_FOR_A_STORY = ENOUGH_FOR_A_NAME = 10
"""Set so that of sentences left out of the learning hardly a harmless one is stopped."""


def weighs_as_a_story(text: str) -> bool:
    """Whether the signs are those of one child's story. A text without any word for somebody is not weighed."""
    return (of_one_child(text) or of_somebody(text)) and learned()[0].tell(without_shares(without_rules(text)))


def weighs_as_a_name(text: str) -> bool:
    """Whether the signs are those of a child or a parent named. A text without a title or a given name, capital or not, is not weighed."""
    return not words_of(text).isdisjoint(_NAMES) and learned()[1].tell(text)


_NAMES = IN_SMALL_LETTERS | TITLES
