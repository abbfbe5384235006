"""How much of a register a section prints: what must stand always stands, the rest by rank until rows or words are spent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..english import clauses, opening
from ..settings.budgets import Budget

T = TypeVar("T")


def room(most: int, total: int) -> int:
    """How many rows a register of so many has: as many as fit; half of them where there are more than twice as many.

    Some of a long list is no account of it: the reader is given the worst, the count of the rest, and the data book.
    """
    return most if total <= 2 * most else max(1, most // 2)


@dataclass(frozen=True)
class Share(Generic[T]):
    """What is shown, in the order of rank, and what is left out; nothing is in neither."""

    shown: tuple[T, ...] = ()
    left_out: tuple[T, ...] = ()

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.shown) + len(self.left_out)


def share(
    ranked: Iterable[T], budget: Budget, *, always: Callable[[T], bool] = lambda item: False, words: Callable[[T], int] = lambda item: 0
) -> Share[T]:
    """Share out a section's budget.

    Args:
        ranked: the items, what matters most first.
        budget: how many rows and words there are to spend; one item is shown whatever its length.
        always: what is shown whatever the budget (decisions, and items in a mandatory category).
        words: how many words an item would take.
    """
    items = list(ranked)
    rows_left = budget.rows - sum(1 for item in items if always(item))
    words_left = budget.words - sum(words(item) for item in items if always(item))
    shown: list[T] = []
    left_out: list[T] = []
    full = False
    for item in items:
        if always(item):
            shown.append(item)
            continue
        cost = words(item)
        # once one item does not fit, none of lower rank is shown in its place
        full = full or rows_left < 1 or (cost > words_left and bool(shown))
        if full:
            left_out.append(item)
        else:
            shown.append(item)
            rows_left, words_left = rows_left - 1, words_left - cost
    return Share(tuple(shown), tuple(left_out))


def fitting(ranked: Iterable[T], budget: Budget, *, words: Callable[[T], int]) -> Share[T]:
    """What fits, where what does not is printed whole elsewhere: a long one does not keep out those after it."""
    rows_left, words_left = budget.rows, budget.words
    shown: list[T] = []
    left_out: list[T] = []
    for item in ranked:
        fits = rows_left > 0 and words(item) <= words_left
        (shown if fits else left_out).append(item)
        if fits:
            rows_left, words_left = rows_left - 1, words_left - words(item)
    return Share(tuple(shown), tuple(left_out))


@dataclass(frozen=True)
class Opening:
    """Somebody's own words as far as a page prints them: `said`, whole sentences and unchanged, and how many `more` stand elsewhere.

    Where words go on for longer than the room there is without the end of a sentence, `said` are the whole clauses they open with, and
    `goes_on` is true; it is empty where there is no clause either. `words` counts all of them.
    """

    said: str
    more: int
    words: int
    goes_on: bool = False


ENDLESS = 2


def opened(text: str, most: int) -> Opening:
    """All of somebody's words where they are no more than these; of more, the whole sentences they open with, or else the clauses.

    Where these say little (somebody writes without a stop) all is given up to `ENDLESS` times as many: who writes so is heard too.
    """
    words = word_count(text)
    if words <= most:
        return Opening(text, 0, words)
    said, more = opening(text, most)
    whole = said or clauses(text, most)
    if 2 * word_count(whole) < most and words <= ENDLESS * most:
        return Opening(text, 0, words)
    return Opening(whole, more, words, goes_on=not said)


def word_count(*texts: str | None) -> int:
    """How many words these texts have between them."""
    return sum(len(text.split()) for text in texts if text)
