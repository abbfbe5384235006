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


NAME_MOST = 34
"""Characters of a short name: two to six words, as a column of names holds."""
_JOINING = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "before", "by", "for", "from", "has", "have", "in", "into", "is", "it", "of", "on", "or", "so",
        "than", "that", "the", "their", "they", "this", "to", "until", "we", "were", "when", "which", "while", "who", "with", "within",
    )
)  # fmt: skip
"""Words that lean on what follows them: no name ends with one."""


_ASIDE_LAST = re.compile(r"(?<=\w) \([^()]*\)$")
"""What a name that is too long gives up first: “Building schemes slip (as worded in May)”."""


def short_name(text: str, most: int = NAME_MOST, stretch: int = 0) -> str:
    """Two to six words by which an item is known where its ID stands: ``24 specialist base places open``.

    The first words of its title, to the last that does not lean on what follows; no word is broken, and the whole title stands in the data book.

    Args:
        text: the title.
        most: characters of a name that stands in a column.
        stretch: characters more that a name in running text may take to end where its phrase ends.
    """
    name = " ".join(text.strip().rstrip(".").split())
    name = name if len(name) <= most else _ASIDE_LAST.sub("", name)
    if len(name) <= most:
        return name
    words = name.split()
    taken = _to_the_end_of_the_phrase(words, len(_within(words, most)), most + stretch)
    if len(taken) == len(words):
        return name
    ends = [i for i, w in enumerate(taken, start=1) if w.endswith((",", ";", ":"))]
    clause = ends[0] if ends and ends[0] > 1 else len(taken)  # a comma after the first word begins an aside: “Accept, or not, …”
    if clause == len(taken) and words[len(taken)].lower() not in _JOINING:
        # the words end in the middle of a phrase: it begins at the last joining word
        clause = next((i for i in range(len(taken) - 1, 1, -1) if taken[i].lower() in _JOINING), clause)
    kept = taken[:clause]
    while len(kept) > 1 and kept[-1].lower().rstrip(",;:") in _JOINING:
        kept.pop()
    return " ".join(kept if len(kept) > 1 else taken).rstrip(",;:")


_RANK = re.compile(
    r"^(?:Head of|Director (?:of|for)|Chair of|Principal|Senior)\s+|\s+(?:project )?(?:manager|lead|officer|adviser|commissioner|coordinator)$"
)


def field_of(role: str) -> str:
    """What a role leads, where there is room for no more, without its rank: ``Inclusion bases`` of “Inclusion bases project manager”."""
    return _RANK.sub("", role.strip()) or role


def _to_the_end_of_the_phrase(words: list[str], count: int, most: int) -> list[str]:
    """So many words, and those that follow as far as the phrase goes, where all of it is no longer than this; else so many words."""
    end = count
    while end < len(words) and words[end].lower() not in _JOINING and not words[end - 1].endswith((",", ";", ":")):
        end += 1
    ends = end == len(words) or words[count - 1].lower() not in _JOINING  # “joined while reviews” ends nothing
    return words[:end] if ends and len(" ".join(words[:end])) <= most else words[:count]


def _within(words: list[str], most: int) -> list[str]:
    """The first words that together are no longer than this; one at least."""
    taken = words[:1]
    for word in words[1:]:
        if len(" ".join((*taken, word))) > most:
            break
        taken.append(word)
    return taken


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
