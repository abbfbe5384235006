"""What stays together on a line: an ID; a last word, the reference after it, and the bracket that closes it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from ..document.blocks.runs import Ref, Run, Runs, Status, Text, plain, with_ids_apart

NBSP = "\u00a0"
LONGEST = 24
"""Characters of a last word that is kept together with the reference after it."""

SHORT_REFERENCE = 14
"""Characters of a reference that stands on one line, whatever it is: ``Table 12``, ``decision 2.1``."""


def stands_whole(reference: str) -> bool:
    """Whether a reference is never parted over two lines: where it is short, and where it is an ID."""
    return len(reference) <= SHORT_REFERENCE or [is_id for is_id, _ in with_ids_apart(reference)] == [True]


def bound(content: Runs) -> list[tuple[bool, Runs]]:
    """Runs in groups; a last word, the reference after it and the bracket that closes it are kept on one line.

    A no-break space before a link would not do: WeasyPrint then breaks the line at its first space.
    """
    out: list[tuple[bool, Runs]] = []
    left = list(_without_last_space(content))
    while left:
        run, *left = left
        head, word = _last_word(run, left[0]) if left else ("", "")
        if isinstance(run, Text) and word:
            ref, *left = left
            out += [(False, (replace(run, text=head),))] if head else []
            start: Runs = (replace(run, text=word), ref)
        else:
            start = (run,)
        tail, left = _closing(left) if isinstance(start[-1], Ref | Status) else ((), left)
        out.append((len(start) + len(tail) > 1, (*start, *tail)))
    return out


def _without_last_space(content: Runs) -> Runs:
    last = content[-1] if content else None
    return (*content[:-1], replace(last, text=last.text.rstrip(" "))) if isinstance(last, Text) else content


def _last_word(run: Run, following: Run) -> tuple[str, str]:
    """The text before its last word, and that word with the bracket or no-break space that ties it to what follows."""
    if not isinstance(run, Text) or not isinstance(following, Ref | Status):
        return "", ""
    m = re.fullmatch(rf"(.*?)([^\s]*(?:{NBSP}| \(|\())", run.text, re.DOTALL)
    if m is None or len(m[2]) > LONGEST or len(plain((following,))) > LONGEST:
        return "", ""
    return m[1], m[2].replace(NBSP, " ")


def _closing(left: list[Run]) -> tuple[Runs, list[Run]]:
    """The bracket and stop that close a reference, taken from the text after it."""
    if not left or not isinstance(left[0], Text):
        return (), left
    first = left[0]
    m = re.match(r"[)’”]*[.,;:]?", first.text)
    cut = m.end() if m else 0
    if not cut:
        return (), left
    rest: list[Run] = [replace(first, text=first.text[cut:])] if first.text[cut:] else []
    return (replace(first, text=first.text[:cut]),), list(chain(rest, left[1:]))
