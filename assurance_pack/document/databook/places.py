"""In which order the sheets of the data book stand, and of which part of the pack each holds the whole: as a reader would look for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..blocks.book import BookSheet

PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("What changed", ("Changes since last time", "Changes since", "Figures")),
    ("Decisions asked", ("For the Board", "Advise and assure", "Task & Finish Groups", "For RDG", "Answers to Workspaces", "Directions to Workspaces")),
    ("Milestones", ("Milestones", "Confidence")),
    ("Risks", ("Risks",)),
    ("Quality and indicators", ("QA findings", "Trends", "Trends by period", "Indicators")),
    ("What was heard", ("Your words", "Also written", "You said, we did")),
    ("Issues and concerns", ("Exceptional issues", "Concerns")),
    ("Triangulation", ("Themes by lens", "Signals", "Themes", "Prompts")),
    ("The Board’s log", ("Decisions", "Actions", "Challenges", "Challenges to answer", "Waivers")),
    ("About the pack", ("Returns register", "Problems and prompts", "Crosswalk", "Definitions", "Start here")),
)  # fmt: skip
"""Each part of the pack, in its order, and its sheets; the sender or version that ends a title is left out."""
OTHER = "Also sent"
"""A register that is not listed: it stands before the account of the pack."""
_ENDING = re.compile(r" \(.*\)$| \d[\d.]*$")


def in_order(sheets: Iterable[BookSheet]) -> tuple[BookSheet, ...]:
    """The sheets as a reader would look for them, each with its part of the pack."""
    at = {title: (part, place) for place, (part, title) in enumerate((part, title) for part, titles in PLACES for title in titles)}
    other = (OTHER, at[PLACES[-1][1][0]][1] - 0.5)
    placed = [(sheet, at.get(_ENDING.sub("", sheet.title), other)) for sheet in sheets]
    return tuple(replace(sheet, part=part) for sheet, (part, _) in sorted(placed, key=lambda one: one[1][1]))
