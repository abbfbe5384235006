"""Numbers as they are said in a sentence: one to ten in words, more in figures; compared with last time by name."""

from __future__ import annotations

from datetime import date

from ..model import Month, day
from ..position import Position

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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


def since_name(position: Position) -> str:
    """The month the last pack was for, as said in this one: ``May``, or ``November 2025`` where the year differs; nothing in a first pack."""
    return month_name(position.since, position.pack) if position.since else ""


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
