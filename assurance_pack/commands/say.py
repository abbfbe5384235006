"""How results read in a terminal and in a log: plain sentences, the place last, nothing that needs colour to be understood."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import click
from pydantic import BaseModel

from ..english import counted, in_words
from ..legible import takes_every_letter
from ..model import NOT_TOLD, Sender
from ..model.problem import Problem, Severity
from ..returns.received import Receipt
from ..senders import expected_senders, sender_name
from ..settings import Settings

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.PROMPT: "cyan", Severity.NOTE: None}
MOST_CELLS = 6


def problem_lines(problems: Iterable[Problem], settings: Settings) -> Iterator[str]:
    """Problems grouped by return: the sentence once, with its cells; then how to mend it, once a rule."""
    by_sender: dict[Sender, list[Problem]] = {}
    for problem in problems:
        by_sender.setdefault(problem.sender, []).append(problem)
    explained: set[str] = set()
    order = [NOT_TOLD, *expected_senders(settings)]
    for sender, group in sorted(by_sender.items(), key=lambda item: (order.index(item[0]) if item[0] in order else len(order), item[0])):
        yield ""
        yield click.style(sender_name(sender, settings) if sender else "The folder", bold=True)
        for problem in sorted(group, key=lambda p: (list(Severity).index(p.severity), p.rule)):
            label = click.style(f"{problem.severity:<8}", fg=_COLOUR[problem.severity])
            yield f"  {label} {problem.rule}  {problem.sentence}"
            if problem.cells:
                yield f"                  {cells_in_words(problem)}"
            if problem.remedy not in explained:
                explained.add(problem.remedy)
                yield f"                  {problem.remedy}"


def cells_in_words(problem: Problem) -> str:
    """The places of a problem: all where they are few, else the first of them and a count."""
    places = [str(c) for c in problem.cells]
    if len(places) <= MOST_CELLS:
        return "; ".join(places)
    return f"{'; '.join(places[:MOST_CELLS])} and {len(places) - MOST_CELLS} more"


def tally(problems: Iterable[Problem]) -> str:
    """``2 errors, 3 warnings and 1 prompt``."""
    found = [p.severity for p in problems]
    parts = [counted(found.count(s), s.value) for s in Severity if s in found]
    return in_words(parts) or "no problems"


def missing_line(missing: Iterable[Receipt], settings: Settings) -> str:
    """Missing returns by name, or nothing."""
    # names hold commas and “and” of their own
    absent = "; ".join(sender_name(r.sender, settings) for r in missing if not r.file)
    unread = "; ".join(sender_name(r.sender, settings) for r in missing if r.file)
    return " ".join(
        f"{said}: {names}." for said, names in (("No return received", absent), ("Received, and cannot be read or used", unread)) if names
    )


def as_json(data: Any) -> str:
    """Data for another program: keys in order, British text as it is, or escaped where what it is printed to lacks a letter.

    What each command gives is a dataclass, or rows of one, beside what it says in words; `reference` writes the schema of each from it.
    """
    return json.dumps(data, ensure_ascii=not takes_every_letter(), sort_keys=True, indent=1, default=_as_data)


def _as_data(value: Any) -> Any:
    """A model without what it does not state; a dataclass with all its fields; anything else (a day) as text."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    return {f.name: getattr(value, f.name) for f in fields(value)} if is_dataclass(value) else str(value)


class ProblemPrinted(Problem):
    """A problem for another program: its cells also as people read them, `file › Sheet!F5`."""

    places: tuple[str, ...]

    @classmethod
    def of(cls, problem: Problem) -> ProblemPrinted:
        """A problem with its places."""
        return cls(**dict(problem), places=tuple(str(c) for c in problem.cells))
