"""One rule at work: a month in which it speaks, the cells it cites, and a month in which it is silent."""

from __future__ import annotations

from dataclasses import dataclass

from months import Drawing


@dataclass(frozen=True)
class Example:
    """`says`, where given, is the sentence (or part of it) the sender sees; `items` are the IDs a prompt is filed under."""

    rule: str
    story: str
    fires: Drawing
    at: tuple[str, ...]
    silent: Drawing
    says: str = ""
    items: tuple[str, ...] | None = None
