"""What we add behind somebody's words: in brackets, one pair of them, whoever of us adds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..english import upper_first
from .blocks.runs import Quote, Run, Runs, Text
from .phrases import stopped


def aside(words: str, said: Runs) -> Runs:
    """What is said behind some words: ``(SALT: speech and language therapy)``; where they end with a bracket of their own, a sentence."""
    if words.rstrip().endswith(")"):
        return (Text(". ", quiet=True), *said, Text(".", quiet=True))
    return (Text(" (", quiet=True), *said, Text(")", quiet=True))


def in_one_bracket(content: Iterable[Run]) -> Runs:
    """The same runs, in which two brackets of ours that follow one another are one, and one of ours behind somebody's is a sentence."""
    out: list[Run] = []
    for run in content:
        before = out[-1] if out else None
        if isinstance(run, Text) and isinstance(before, Text | Quote):
            if run.quiet and run.text.startswith(" (") and printed(before).endswith(")"):
                before, run = _joined(before, run)
            elif isinstance(before, Text) and before.quiet and before.text.endswith(".") and run.text.startswith("."):
                run = replace(run, text=run.text[1:])
            out[-1:] = [before] if before.text else []
        if not isinstance(run, Text) or run.text:
            out.append(run)
    return tuple(out)


def _joined(before: Text | Quote, run: Text) -> tuple[Text | Quote, Text]:
    if isinstance(before, Text) and before.quiet:
        return replace(before, text=before.text[:-1]), replace(run, text=f"; {run.text[2:]}")
    if not run.text.endswith(")"):
        return before, run
    return before, replace(run, text=stopped(f". {upper_first(run.text[2:-1])}"))


def printed(run: Text | Quote) -> str:
    """A run as it is printed, with its quotation marks."""
    return run.said if isinstance(run, Quote) else run.text
