"""From a cell of somebody's table to a value of ours: as it stands, read with care, or not at all with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ...model.fault import FaultKind
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ..as_typed import clean, is_undecided
from ..opening.grid import Seen
from ..reading.convert import as_text, convert
from .mapping import SURE_ENOUGH, WordMapping
from .periods import day_read, period_end
from .words import propose_word


class ReadValue(NamedTuple):
    """A value, how it was read where not as it stands, and why it was not where it was not."""

    value: Any = None
    how: str = ""
    why: str = ""


def read(column: Column, seen: Seen, said: str, words: Mapping[str, WordMapping], settings: Settings) -> ReadValue:
    """The value of one cell for one of our columns."""
    if seen.error:
        return ReadValue(why="an error of Excel’s")
    if seen.struck and said:
        return ReadValue(why="some of it is struck out")
    if column.kind is ColumnKind.DATE:
        return _day(column, seen)
    if column.words and column.kind in (ColumnKind.WORD, ColumnKind.WHOLE):
        return _word(column, said, words, settings)
    if column.kind is ColumnKind.TEXT:
        return ReadValue(said) if said and not said.startswith("filled ") else ReadValue(why="a colour, where words are asked for")
    converted = convert(column, seen, settings)
    if converted.value is not None:
        return ReadValue(converted.value, how="" if not converted.troubles else "part of it could be read")
    return ReadValue(
        why=_REASONS.get(converted.troubles[0].kind, "it cannot be read as what is asked for") if converted.troubles else "it says nothing"
    )


def _day(column: Column, seen: Seen) -> ReadValue:
    if column.name == "period_end":
        end = period_end(seen.value)
        return (
            ReadValue(end, how="" if end == seen.value else "the last day of the period")
            if end
            else ReadValue(why="no period that can be told")
        )
    found = day_read(seen)
    if found:
        return ReadValue(found.day, how=f"read as {as_text(found.day)}: {found.how}" if found.how else "")
    if isinstance(seen.value, str) and is_undecided(clean(seen.value)[0]):
        return ReadValue(why="no date yet")
    if not any(c.isdigit() for c in str(seen.value)):
        return ReadValue(why="no date")
    return ReadValue(why="a day that does not exist, or could be read in more than one way")


def _word(column: Column, said: str, words: Mapping[str, WordMapping], settings: Settings) -> ReadValue:
    told = words.get(said) or propose_word(said, column, settings)
    found = next((w for w in settings.words(column.words) if w.word == told.word), None) if told.word else None
    if told.word and found is None:
        return ReadValue(why=f"mapping.toml gives it a word that “{column.heading}” does not have")
    if found is None or told.sure < SURE_ENOUGH:
        return ReadValue(why=f"none of the words of “{column.heading}”: say in mapping.toml which it means")
    same = said.casefold() in (found.word.casefold(), found.meaning, f"{found.meaning}.0")
    return ReadValue(
        found.word if column.kind is ColumnKind.WHOLE else found.value, how="" if same else f"“{said[:40]}” means {found.word}"
    )


_REASONS = {
    FaultKind.NOT_A_NUMBER: "no number",
    FaultKind.NOT_WHOLE: "no whole number",
    FaultKind.OUT_OF_RANGE: "a number out of range",
    FaultKind.NOT_IN_LIST: "none of the words of the list",
    FaultKind.NOT_AN_ID: "no ID of ours",
}
