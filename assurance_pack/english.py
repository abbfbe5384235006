"""English as the pack says it: lists, counts in words or figures, comparisons, sentences; no module but this puts words together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from .model import Month, day

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SENTENCE = re.compile(r".+?(?:[.?!][”’\"')]*(?=\s+[“‘\"'(]?[A-Z£])|[a-z]{3}[.?!](?=\s+\d))", re.DOTALL)
LISTED_MOST = 6
_COMMON = frozenset(
    (
        "about", "after", "also", "been", "because", "before", "being", "both", "child", "children", "could", "each", "every", "families", "family",
        "from", "have", "into", "month", "might", "more", "most", "need", "needs", "only", "open", "opens", "other", "over", "parents", "people",
        "plan", "plans", "school", "schools", "send", "some", "than", "that", "their", "them", "then", "there", "they", "this", "those", "three",
        "time", "under", "until", "week", "weeks", "were", "what", "when", "which", "while", "will", "with", "would", "year", "young", "your",
    )
)  # fmt: skip


def in_words(parts: Iterable[str], joiner: str = "and") -> str:
    """A list as it is said: ``a, b and c``; with the joiner “, or”: ``a, b, or c``."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])}{'' if joiner.startswith(',') else ' '}{joiner} {items[-1]}"


def listed(refs: Iterable[str], most: int = LISTED_MOST) -> str:
    """IDs as they are said: ``M-CAP-001, M-CAP-002 and M-CAP-003``; beyond six (or as many as given), how many more."""
    all_refs = list(dict.fromkeys(refs))
    if len(all_refs) <= most:
        return in_words(all_refs)
    return f"{', '.join(all_refs[:most])} and {len(all_refs) - most} more"


def counted(number: int, one: str, many: str = "") -> str:
    """A count with its noun: ``1 risk``, ``3 risks``, ``no risks``."""
    noun = one if number == 1 else (many or f"{one}s")
    return f"{number if number else 'no'} {noun}"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(n: int) -> str:
    """``third``; from eleven on in figures: ``11th``, ``22nd``."""
    if n <= len(_ORDINALS):
        return _ORDINALS[n - 1]
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def number(n: int) -> str:
    """A count in a sentence: ``three``, ``11``, ``1,204``; ``no`` for nothing."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else f"{n:,}"


def many(n: int, one: str, plural: str = "") -> str:
    """A count with its noun: ``one risk``, ``three risks``, ``no risks``."""
    return f"{number(n)} {one if n == 1 else plural or f'{one}s'}"


def share_of(n: int, total: int, one: str, *, so: tuple[str, str], not_so: str) -> str:
    """A part of a whole, with what is said of it: ``two of 11 actions are overdue``, ``the one action is not overdue``.

    Args:
        n: how many of them.
        total: of how many; at least one.
        one: the noun for one of them.
        so: what is said of one, and of several.
        not_so: what is said where there is one, and it is not so.
    """
    if total == 1:
        return f"the one {one} {so[0] if n else not_so}"
    if n == total:
        return f"{'both' if total == 2 else f'all {number(total)}'} {one}s {so[1]}"
    return f"{number(n) if n else 'none'} of {number(total)} {one}s {so[0] if n <= 1 else so[1]}"


def compared(now: int, before: int | None, since: str) -> str:
    """How a count has moved, to follow it in a sentence: ``, one more than in May``; nothing where there is nothing to compare with."""
    if before is None or not since:
        return ""
    if now == before:
        return f", the same as in {since}"
    moved = number(abs(now - before))
    return f", {moved} {'more' if now > before else 'fewer'} than in {since}"


def month_name(month: Month, beside: Month) -> str:
    """A month named beside another: the year only where it differs."""
    return month.short if month.year == beside.year else month.name


def short_day(value: date, beside: date) -> str:
    """A date as printed where the year is plain: ``30 June``; with its year where that differs."""
    return day(value) if value.year != beside.year else day(value).rpartition(" ")[0]


def sentence(*clauses: str) -> str:
    """Clauses into one sentence: parted by semicolons, a capital first, a full stop last; empty ones are left out."""
    said = "; ".join(c for c in clauses if c)
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '?')) else '.'}" if said else ""


def lower_first(text: str) -> str:
    """Words taken into another sentence: the first letter small, unless they begin with initials (``SEND reviews``)."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def upper_first(text: str) -> str:
    """Words that begin a sentence: the first letter large, the others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def first_sentence(text: str) -> str:
    """The first sentence of some text; the whole stands where the reference beside it leads."""
    whole = text.strip()
    found = SENTENCE.match(whole)
    return found[0] if found else whole


def rest(text: str) -> str:
    """What follows the first sentence."""
    return text.strip()[len(first_sentence(text)) :].strip()


LONGEST_SENTENCE = 100
"""Words: what goes on for longer without an end was never meant as one sentence, and is not printed for one."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, with the space between them: put together they are the text. A paragraph ends one too."""
    found: list[str] = []
    for paragraph in re.findall(r".+?(?:\n\s*\n|\Z)", text.strip(), re.DOTALL):
        at = 0
        while match := SENTENCE.match(paragraph, at):
            end = match.end() + len(paragraph[match.end() :]) - len(paragraph[match.end() :].lstrip())
            found.append(paragraph[at:end])
            at = end
        found += [paragraph[at:]] if at < len(paragraph) else []
    return tuple(found)


def opening(text: str, most: int) -> tuple[str, int]:
    """The whole sentences a text opens with, unchanged, as far as so many words go, and how many sentences follow them.

    The first stands though it is longer, unless it is longer than any sentence is: then there is nothing to open with.
    """
    every = sentences(text)
    taken, words = 0, 0
    for sentence_ in every:
        words += len(sentence_.split())
        if words > (most if taken else max(most, LONGEST_SENTENCE)):
            break
        taken += 1
    return "".join(every[:taken]).strip(), len(every) - taken


_CLAUSE = re.compile(r"(?:[;:,]|\s[–—])\s")


def clauses(text: str, most: int) -> str:
    """The whole clauses a text opens with, unchanged, as far as so many words go: of a sentence that is longer than any sentence is."""
    ends = (found.start() for found in _CLAUSE.finditer(text))
    return max((text[:end].strip() for end in ends if len(text[:end].split()) <= most), key=len, default="")


def telling(text: str) -> frozenset[str]:
    """The words by which two texts can be told to be about one thing: the beginnings of all but the commonest."""
    return frozenset(w[:5] for w in re.findall(r"[a-z]{4,}", text.casefold()) if w not in _COMMON)
