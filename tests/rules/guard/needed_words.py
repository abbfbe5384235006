"""The words of which one always stands in what a pattern of the guard finds, told from how it is written; run as a program, it writes the list the guard carries.

A pattern is taken apart into what follows one another. Each part is written out as every text it may stand for, with a gap where any letters may be and a space
where none can; what stands whole between two spaces is a word. From words of which each text has one come the sets that are kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from string import ascii_lowercase
from typing import Any

from assurance_pack.rules import guard  # noqa: F401  # whose patterns they are
from assurance_pack.rules.guard import names_by_grammar
from assurance_pack.rules.guard.sought import A_DIGIT, MARKS, NEEDED, Sought

GAP, NO_LETTER = "\x01", " "
MOST_TEXTS, MOST_LETTERS, MOST_SETS = 6000, 4, 3
COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "been",
        "but",
        "by",
        "can",
        "cannot",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "is",
        "it",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "our",
        "out",
        "s",
        "she",
        "t",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "two",
        "was",
        "were",
        "who",
        "with",
        "y",
        ".",
        ",",
        "-",
        "0",
    ]
)
"""Words that stand in many texts: a set without them lets fewer texts through."""


ALSO = {"s": "\u017f", "k": "\u212a", "i": "\u0130\u0131"}
"""What a pattern that minds no capitals takes for a letter besides its capital."""


def every_pattern() -> list[Sought]:
    """Those of which the words are kept."""
    return [*Sought.every, *(way.pattern for way in names_by_grammar.WAYS)]


def written() -> str:
    """The list as it is kept."""
    of = {pattern.name: needed(pattern) for pattern in every_pattern()}
    sets = sorted({tuple(sorted(words)) for found in of.values() for words in found})
    places = {name: [sets.index(tuple(sorted(words))) for words in found] for name, found in sorted(of.items()) if found}
    return json.dumps({"sets": sets, "of": places}, separators=(",", ":")).replace("],", "],\n") + "\n"


def needed(pattern: Sought) -> list[frozenset[str]]:
    """Sets of words of which one always stands in what it finds; first those that stand in few texts."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    found = set(_of_sequence(list(tree), bool(pattern.flags & re.IGNORECASE), GAP, GAP))
    least = [words for words in found if not any(other < words for other in found)]
    return sorted(least, key=_stands_in_many)[:MOST_SETS]


# ---------- what follows one another ----------


def _of_sequence(nodes: Sequence[Any], ignore: bool, left: str, right: str) -> Iterator[frozenset[str]]:
    """Sets for a sequence, cut where no letter can stand; `left` and `right` say what may stand before and after it."""
    piece: list[Any] = []
    before = left
    for node in nodes:
        texts = _texts_of([node], ignore)
        if not texts or any(not text or _has_letters(text) for text in texts):
            piece.append(node)
            continue
        yield from _covers([_whole_words(text) for text in texts])
        yield from _of_piece(piece, ignore, before, NO_LETTER)
        piece, before = [], NO_LETTER
    yield from _of_piece(piece, ignore, before, right)


def _has_letters(text: str) -> bool:
    return any(c in ascii_lowercase + GAP for c in text)


def _of_piece(piece: Sequence[Any], ignore: bool, left: str, right: str) -> Iterator[frozenset[str]]:
    texts = _texts_of(piece, ignore)
    if texts and (found := list(_covers([_whole_words(left + text + right) for text in texts]))):
        yield from found
        return
    for at, node in enumerate(piece):
        yield from _of_node(node, ignore, left if at == 0 else GAP, right if at == len(piece) - 1 else GAP)


def _of_node(node: Any, ignore: bool, left: str, right: str) -> Iterator[frozenset[str]]:
    """Sets for one part by itself, where the whole has too many texts or none with a word."""
    kind, value = node
    if kind is code.SUBPATTERN:
        yield from _of_sequence(list(value[3]), _ignoring(value, ignore), left, right)
    elif kind in (code.MAX_REPEAT, code.MIN_REPEAT) and value[0] > 0:
        once = value[1] == 1
        yield from _of_sequence(list(value[2]), ignore, left if once else GAP, right if once else GAP)
    elif kind is code.BRANCH:
        each = [list(_of_sequence(list(branch), ignore, left, right)) for branch in value[1]]
        for kind in (str.isalpha, bool):
            some = [[words for words in sets if all(map(kind, words))] for sets in each]
            if all(some):
                yield frozenset[str]().union(*(min(sets, key=_stands_in_many) for sets in some))


def _stands_in_many(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """What a set is put in order by: the fewer of its words are common, the fewer texts it lets through."""
    return len(words & COMMON), len(words), sorted(words)


def _whole_words(text: str) -> frozenset[str]:
    """The words that stand whole in a text, and its marks and digits."""
    return frozenset(re.findall(rf"(?<![a-z{GAP}])[a-z]+(?![a-z{GAP}])|[^a-z{GAP}{NO_LETTER}]", text))


def _covers(each: list[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Sets of which each text has one: of words alone where it can be, and of marks and digits."""
    for kind in (str.isalpha, lambda said: not said.isalpha(), bool):
        yield from _covers_of([frozenset(filter(kind, said)) for said in each])


def _covers_of(each: list[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Of several, no word is in two."""
    while each and all(each):
        left, chosen = each, set()
        while left:
            counts = Counter(word for words in left for word in words)
            best = min(counts, key=lambda word: (word in COMMON, -counts[word], word))
            chosen.add(best)
            left = [words for words in left if best not in words]
        yield frozenset(chosen)
        each = [words - chosen for words in each]


# ---------- the texts a part may stand for ----------


def _texts_of(nodes: Sequence[Any], ignore: bool) -> set[str] | None:
    """Every text a sequence may stand for, in small letters; none where there are too many."""
    texts = {""}
    for node in nodes:
        these = _texts_of_one(node, ignore)
        if these is None or len(these) * len(texts) > MOST_TEXTS:
            return None
        texts = {_shortened(a + b) for a in texts for b in these}
    return texts


def _shortened(text: str) -> str:
    return re.sub(f"{GAP}+", GAP, re.sub(f"{NO_LETTER}+", NO_LETTER, text))


def _texts_of_one(node: Any, ignore: bool) -> set[str] | None:
    kind, value = node
    if kind is code.LITERAL:
        return {_said(chr(value))}
    if kind is code.IN:
        return _letters_of(value)
    if kind is code.BRANCH:
        each = [_texts_of(list(branch), ignore) for branch in value[1]]
        return None if None in each else set().union(*(texts for texts in each if texts))
    if kind is code.SUBPATTERN:
        return _texts_of(list(value[3]), _ignoring(value, ignore))
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        return _repeated(value, ignore)
    if kind is code.AT:
        return {GAP} if value is code.AT_NON_BOUNDARY else {NO_LETTER}
    if kind in (code.ASSERT, code.ASSERT_NOT):
        return {NO_LETTER} if _keeps_letters_out(kind, value, ignore) else {""}
    return {GAP}


def _said(character: str) -> str:
    """How a character is written here: a letter small, a mark as it is, any digit in one way."""
    if character in MARKS:
        return character
    return A_DIGIT if character.isdecimal() else character.lower() if character.lower() in ascii_lowercase else NO_LETTER


def _repeated(value: Any, ignore: bool) -> set[str] | None:
    least, most, inner = value
    once = _texts_of(list(inner), ignore)
    if once is None:
        return None
    several = {_shortened(GAP + text) for text in once} if most > 1 and not once <= {NO_LETTER, A_DIGIT} else set()
    return once | several | (set() if least else {""})


def _ignoring(value: Any, ignore: bool) -> bool:
    _, more, less, _ = value
    return (ignore or bool(more & re.IGNORECASE)) and not less & re.IGNORECASE


def _keeps_letters_out(kind: Any, value: Any, ignore: bool) -> bool:
    """Whether no letter can stand where it looks ahead or back."""
    way, inner = value
    inner = list(inner)
    if kind is code.ASSERT_NOT:
        return (
            len(inner) == 1
            and inner[0][0] is code.IN
            and all(_is_in(c, inner[0][1], ignore) for c in ascii_lowercase + ascii_lowercase.upper())
        )
    texts = _texts_of(inner, ignore)
    return bool(texts) and all(text and text[0 if way > 0 else -1] not in ascii_lowercase + GAP for text in texts or ())


def _letters_of(members: Sequence[Any]) -> set[str]:
    """What a place for one of several characters may hold."""
    letters = {c for c in ascii_lowercase if any(_is_in(spelt, members, False) for spelt in (c, c.upper(), *ALSO.get(c, "")))}
    if len(letters) > MOST_LETTERS:
        return {GAP}
    if all(kind is code.LITERAL for kind, _ in members):
        return letters | {_said(chr(value)) for _, value in members}
    if all(_is_digits(member) for member in members):
        return {A_DIGIT}
    return letters | {NO_LETTER}


def _is_digits(member: Any) -> bool:
    kind, value = member
    if kind is code.RANGE:
        return chr(value[0]).isdecimal() and chr(value[1]) <= "9"
    return value is code.CATEGORY_DIGIT if kind is code.CATEGORY else kind is code.LITERAL and chr(value).isdecimal()


def _is_in(letter: str, members: Sequence[Any], ignore: bool) -> bool:
    negated = members[0][0] is code.NEGATE
    spellings = {letter, letter.swapcase()} if ignore else {letter}
    inside = any(_is(ord(c), member) for c in spellings for member in members[negated:])
    return inside is not negated


def _is(point: int, member: Any) -> bool:
    kind, value = member
    if kind is code.LITERAL:
        return bool(point == value)
    if kind is code.RANGE:
        return bool(value[0] <= point <= value[1])
    return value in (code.CATEGORY_WORD, code.CATEGORY_NOT_DIGIT, code.CATEGORY_NOT_SPACE)


if __name__ == "__main__":
    NEEDED.write_text(written(), encoding="utf-8")
