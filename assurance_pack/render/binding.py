"""What stays together on a line: a last word, the reference after it, and the bracket that closes it."""

from __future__ import annotations

import re
from itertools import chain

from ..document.blocks import Ref, Run, Runs, Status, Text, plain

NBSP = "\u00a0"
LONGEST = 24
"""Characters of a last word that is kept together with the reference after it."""


def bound(content: Runs) -> list[tuple[bool, Runs]]:
    """Runs in groups; a last word, the reference after it and the bracket that closes it are kept on one line.

    A no-break space before a link would not do: the line then breaks at its first space instead.
    """
    out: list[tuple[bool, Runs]] = []
    left = list(content)
    while left:
        run, *left = left
        head, word = _last_word(run, left[0]) if left else (None, "")
        if not word or not isinstance(run, Text):
            out.append((False, (run,)))
            continue
        ref, *left = left
        tail, left = _closing(left)
        if head:
            out.append((False, (Text(head, run.strong, run.quiet),)))
        out.append((True, (Text(word, run.strong, run.quiet), ref, *tail)))
    return out


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
    m = re.match(r"\)?[.,;:]?", first.text)
    cut = m.end() if m else 0
    if not cut:
        return (), left
    rest: list[Run] = [Text(first.text[cut:], first.strong, first.quiet)] if first.text[cut:] else []
    return (Text(first.text[:cut], first.strong, first.quiet),), list(chain(rest, left[1:]))
