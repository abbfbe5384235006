"""Sense of the letters a return prints: abbreviations that nobody on the Board can be expected to know (AP274)."""

from __future__ import annotations

from collections.abc import Iterator

from ...abbreviations import Letters
from ...english import listed
from ...model import Cell, Sender
from ...model.problem import Severity
from ...returns.registers import worded_columns
from ..case import Case
from ..engine import Found, Rule, rule


@rule(
    "AP274",
    "An abbreviation that not everybody knows is spelt out",
    severity=Severity.NOTE,
    because="Parents, young people and elected members read the pack, and letters that are not spelt out shut them out.",
    example="EWMH stands for something that is said nowhere.",
)
def letters_nobody_knows(case: Case) -> Iterator[Found]:
    """Write it out where it first stands, with the letters in brackets behind it if you need them again. What a group wrote stays as it is: the secretariat may ask what it means."""
    said = [
        (row, column.name, text)
        for kind, column in worded_columns()
        for row in case.returns.of(kind)
        if (text := getattr(row, column.name))
    ]
    letters = Letters(case.settings, (text for _, _, text in said))
    by_sender: dict[Sender, dict[str, Cell]] = {}
    for row, name, text in said:
        for short in letters.unknown(text):
            by_sender.setdefault(row.sender, {}).setdefault(short, row.cell(name))
    for sender, found in by_sender.items():
        verb = "stands" if len(found) == 1 else "stand"
        yield Found(tuple(dict.fromkeys(found.values())), f"{listed(found)} {verb} for something that is said nowhere.", sender=sender)


RULES: tuple[Rule, ...] = (letters_nobody_knows,)
