"""What a meaning is: a text a record keeps, how bad it is beside the others of its list, and the badge it is shown with."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self

BEST, GOOD, MIDDLING, POOR, WORST = range(5)
"""Grades within a list: higher is worse. What has none (Paused, Withdrawn) is neither better nor worse than anything."""


class Shape(StrEnum):
    """The shape of a badge, so that a status is told without its colour."""

    SQUARE = "square"
    CIRCLE = "circle"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"


class Colour(StrEnum):
    """What the colour of a badge says. What it looks like is for the writers: the page, the Word file, the form."""

    FINISHED = "finished"
    FAVOURABLE = "favourable"
    CAUTION = "caution"
    ADVERSE = "adverse"
    WAITING = "waiting"
    OUT = "out"
    NOTHING_HEARD = "nothing heard"


class Badge(NamedTuple):
    """How a status is shown beside its word: a shape, and the role of its colour."""

    shape: Shape
    colour: Colour


class Meaning(StrEnum):
    """One meaning of a list.

    `grade` says how bad it is beside the others, `badge` how it is shown where it is a status; `optional`, that a Board may do without a
    word for it.
    """

    grade: int | None
    badge: Badge | None
    optional: bool

    def __new__(cls, text: str, grade: int | None = None, badge: Badge | None = None, optional: bool = False) -> Self:
        """A meaning written so in `pack.toml`."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.grade, member.badge, member.optional = grade, badge, optional
        return member

    @classmethod
    def worse_by(cls, before: str, now: str) -> int:
        """How many grades worse `now` is than `before`: negative where it is better, 0 where the two cannot be compared."""
        grades = {str(m): m.grade for m in cls}
        was, is_now = grades.get(before), grades.get(now)
        return 0 if was is None or is_now is None else is_now - was


def optional(text: str, grade: int | None = None, badge: Badge | None = None) -> tuple[str, int | None, Badge | None, bool]:
    """A meaning a Board may do without a word for."""
    return text, grade, badge, True
