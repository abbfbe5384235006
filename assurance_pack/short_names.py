"""What items and roles are called where there is room for a few words: names that end where their sense does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .english import upper_first

NAME_MOST = 34
"""Characters of a short name: two to six words, as a column of names holds."""
_ARTICLES = frozenset(("a", "an", "the"))
_BEGINS_ANEW = frozenset(
    (
        "about", "across", "after", "against", "and", "as", "at", "because", "before", "between", "but", "by", "during", "for", "from", "if", "in", "inside", "into",
        "on", "once", "or", "outside", "over", "since", "so", "still", "than", "through", "to", "under", "unless", "until", "when", "where", "whether", "which",
        "while", "who", "whose", "why", "with", "within", "without",
    )
)  # fmt: skip
"""Words with which something new begins: what stands before one of them has an end there."""
_FOLLOWS = frozenset(("because", "but", "so", "until", "when", "where", "which", "while"))
"""Words with which a clause of its own begins: the comma before one of them stands in no list."""
_LOOSELY = frozenset(("are", "has", "have", "is", "of", "that", "was", "were", "will", "would"))
"""Words before which a name may end where it can end nowhere better: “Bring a count” of children."""
_LEANS = _ARTICLES | _BEGINS_ANEW | _LOOSELY | frozenset(
    (
        "all", "both", "each", "every", "half", "her", "his", "how", "it", "its", "many", "more", "most", "my", "no", "not", "one", "only", "our",
        "some", "their", "these", "they", "this", "those", "two", "three", "four", "five", "six", "we", "what", "your",
        "be", "become", "becomes", "been", "can", "cannot", "could", "did", "do", "does", "may", "might", "must", "said", "say", "says", "shall",
        "should", "carry", "enough", "lack", "need", "needs", "remain", "remains", "stay", "stays", "too", "very",
    )
)  # fmt: skip
"""Words that lean on what follows them: no name ends with one."""
AN_OBJECT = 2
"""An article and the word after it may want more; with two words after it, what it is about is there: “promised a secondary base”."""
_ASIDE_LAST = re.compile(r"(?<=\w) \([^()]*\)$")
"""What a name that is too long gives up first: “Building schemes slip (as worded in May)”."""


def short_name(text: str, most: int = NAME_MOST, stretch: int = 0) -> str:
    """Two to six words by which an item is known where its ID stands: ``24 specialist base places open``.

    The first words of its title, as far as they make sense: to the end of a clause, or to where something new begins. Where that is too
    long, without its articles. No word is broken, and the whole title stands in the data book.

    Args:
        text: the title.
        most: characters of a name that stands in a column.
        stretch: characters more that a name in running text may take.
    """
    name = " ".join(text.strip().rstrip(".").split())
    name = name if len(name) <= most else _ASIDE_LAST.sub("", name)
    room = most + stretch
    if len(name) <= room:
        return name
    words, bare = name.split(), without_articles(name).split()
    for before in (_BEGINS_ANEW, _BEGINS_ANEW | _LOOSELY):
        for some in (words, bare):
            if end := _end(some, room, before):
                return upper_first(_as_name(some[:end]))
    return _as_name(_what_fits(words, room))


def _as_name(words: Sequence[str]) -> str:
    return " ".join(words).rstrip(",;:.")


def without_articles(text: str) -> str:
    """Words as a headline has them: ``Staff for two secondary bases``."""
    return " ".join(word for word in text.split(" ") if word.lower() not in _ARTICLES)


def _end(words: Sequence[str], room: int, before: frozenset[str]) -> int:
    """After how many of its words a name ends: after its first clause, else as late as there is room; 0 where it cannot end well.

    Args:
        words: of the title.
        room: characters.
        before: the words before which it may end.
    """
    ends = [n for n in range(2, len(words) + 1) if len(_as_name(words[:n])) <= room and not _leans(words[n - 1])]
    clause = next((n for n in ends if _ends_a_clause(words, n)), 0)
    return clause or max((n for n in ends if n == len(words) or words[n].lower() in before), default=0)


def _leans(word: str) -> bool:
    bare = word.lower().rstrip(",;:.?!")
    return bare in _LEANS or bare.isdigit()


def _ends_a_clause(words: Sequence[str], n: int) -> bool:
    """Whether a clause ends after so many words: not where a comma stands in a list, or after the first word (“Accept, or not, …”)."""
    if not words[n - 1].endswith((",", ";", ":", ".", "?", "!")) or words[0].endswith(","):
        return False
    a_list = {"and", "or"} & {word.lower() for word in words[n : n + 3]} and words[n].lower() not in _FOLLOWS
    return not words[n - 1].endswith(",") or not a_list


def _what_fits(words: Sequence[str], most: int) -> list[str]:
    """As many words as there is room for, one at least, to before the last that leans on what does not fit any more."""
    taken = list(words[:1])
    for word in words[1:]:
        if len(" ".join((*taken, word))) > most:
            break
        taken.append(word)
    taken = _without_what_leans(taken)
    ends = (n for n in range(len(taken) - 1, 1, -1) if _leans(taken[n]) and not _leans(taken[n - 1]) and not _an_object(taken[n:]))
    return _without_what_leans(taken[: next(ends, len(taken))])


def _without_what_leans(words: list[str]) -> list[str]:
    """Some words to the last on which a name may end."""
    while len(words) > 1 and _leans(words[-1]) and not _leans(words[0]):
        words = words[:-1]
    return words


def _an_object(words: Sequence[str]) -> bool:
    """Whether these last words are a thing of its own: “a secondary base”."""
    return words[0].lower() in ("a", "an") and len(words) > AN_OBJECT and not _leans(words[-1])


_RANK = re.compile(
    r"^(?:Head of|Director (?:of|for)|Chair of|Principal|Senior)\s+|\s+(?:project )?(?:manager|lead|officer|adviser|commissioner|coordinator)$"
)


def field_of(role: str) -> str:
    """What a role leads, where there is room for no more, without its rank: ``Inclusion bases`` of “Inclusion bases project manager”."""
    return _RANK.sub("", role.strip()) or role
