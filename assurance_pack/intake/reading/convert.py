"""From what a cell holds to what a column means: dates, numbers, words of a list, IDs, text. Nothing is guessed.

A value that cannot be read is `None` with a fault; the row stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ...english import listed
from ...model import Word
from ...model.fault import FaultKind
from ...returns.rdg import RDG
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ...settings.words import WordDef
from ..as_typed import clean, is_empty_mark, plain, scripts_not_printed
from ..dates import BadDate, excel_day, parse_date, parse_dates, parse_month
from ..opening.grid import Seen
from .figure import figure_in, may_be_small, suppressed, without_unit
from .ids import id_meant, parse_id, parse_ids
from .lists import find_word, place_on_scale, suggested, suggested_place


@dataclass(frozen=True)
class Trouble:
    """What was wrong with a cell: the kind, what was expected, and what it was perhaps meant to be."""

    kind: FaultKind
    expected: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Converted:
    """The value of a cell, and what was wrong with it: never both empty-handed and silent.

    `suppressed` is the symbol that stands for a count too small to give: its sender wrote so. It is not missing, and is never asked for.
    """

    value: Any = None
    troubles: tuple[Trouble, ...] = ()
    suppressed: str = ""


def bad(kind: FaultKind, expected: str = "", suggestion: str = "", value: Any = None) -> Converted:
    """A cell with something wrong with it."""
    return Converted(value, (Trouble(kind, expected, suggestion),))


def convert(column: Column, seen: Seen, settings: Settings) -> Converted:
    """The value of one cell for its column. An empty cell, or a mark for “nothing”, is `None` and no trouble."""
    if seen.error:
        return bad(FaultKind.ERROR_VALUE)
    if seen.uncalculated:
        return bad(FaultKind.NOT_CALCULATED)
    if seen.value is None or (isinstance(seen.value, str) and is_empty_mark(clean(seen.value)[0])):
        return Converted()
    return _BY_KIND[column.kind](column, seen, settings)


def as_text(value: Any) -> str:
    """A cell's value as its sender saw it, near enough: 12, not 12.0; 30 June 2026; Yes."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return f"{day.day} {day:%B} {day.year}"
    return str(value)


def _text(column: Column, seen: Seen, settings: Settings) -> Converted:
    text, strange = clean(as_text(seen.value))
    if column.id_prefix and column.name in ("id", "given_id"):
        found = parse_id(text, column.id_prefix)
        return Converted(found) if found else _mistyped_id(text, column, settings)
    troubles = [Trouble(FaultKind.STRANGE_CHARACTERS)] if strange else []
    troubles += [Trouble(FaultKind.OTHER_SCRIPT, script) for script in scripts_not_printed(text)]
    if column.word_limit and len(text.split()) > column.word_limit:
        troubles.append(Trouble(FaultKind.TOO_LONG, str(column.word_limit), str(len(text.split()))))
    return Converted(text or None, tuple(troubles))


def _mistyped_id(text: str, column: Column, settings: Settings) -> Converted:
    """What is no ID as it stands: read where a slip of the keyboard can only mean one."""
    meant = id_meant(text, _codes(settings), column.id_prefix)
    return bad(FaultKind.MISTYPED_ID, suggestion=meant, value=meant) if meant else bad(FaultKind.NOT_AN_ID, f"{column.id_prefix}-")


def _codes(settings: Settings) -> tuple[str, ...]:
    """The letters that stand in IDs for whoever reports the item."""
    return (*(w.code for w in settings.workspaces), RDG.code)


def _date(column: Column, seen: Seen, settings: Settings) -> Converted:
    return _dated(parse_date, seen)


def _dates(column: Column, seen: Seen, settings: Settings) -> Converted:
    return _dated(parse_dates, seen)


def _dated(parse: Callable[[Any], Any], seen: Seen) -> Converted:
    value = seen.value
    serial = excel_day(value, from_1904=seen.from_1904)
    if serial:
        read = parse(serial)
        return bad(FaultKind.DATE_AS_NUMBER, suggestion=as_text(serial), value=read)
    try:
        return Converted(parse(clean(value)[0] if isinstance(value, str) else value))
    except BadDate as wrong:
        return bad(wrong.kind, wrong.expected, wrong.suggestion)


def _month(column: Column, seen: Seen, settings: Settings) -> Converted:
    found = parse_month(seen.value)
    return Converted(found) if found else bad(FaultKind.NOT_A_DATE, "a month, for example June 2026")


def _number(column: Column, seen: Seen, settings: Settings) -> Converted:
    if symbol := suppressed(seen):
        return Converted(suppressed=symbol)
    figure = figure_in(seen)
    if figure is None or figure != figure or abs(figure) == float("inf"):
        return bad(FaultKind.NOT_A_NUMBER, may_be_small(seen), without_unit(seen))
    return _in_range(column, figure)


def _whole(column: Column, seen: Seen, settings: Settings) -> Converted:
    if column.words:
        return _scaled(column, seen, settings)
    if symbol := suppressed(seen):
        return Converted(suppressed=symbol)
    figure = figure_in(seen)
    if figure is None:
        return bad(FaultKind.NOT_A_NUMBER, may_be_small(seen), without_unit(seen))
    if not figure.is_integer():
        return bad(FaultKind.NOT_WHOLE, _range_of(column))
    return _in_range(column, int(figure))


def _scaled(column: Column, seen: Seen, settings: Settings) -> Converted:
    """A place on a scale, by its number, its word, or both where they agree."""
    words = settings.words(column.words)
    place = place_on_scale(as_text(seen.value), words)
    if place is not None:
        return Converted(place)
    figure = None if isinstance(seen.value, str) and "%" in seen.value else figure_in(seen)
    if figure is None:
        return bad(FaultKind.NOT_IN_LIST, _offered(words), "" if seen.struck else suggested_place(as_text(seen.value), words))
    return _in_range(column, int(figure)) if figure.is_integer() else bad(FaultKind.NOT_WHOLE, _range_of(column))


def _offered(words: tuple[WordDef, ...]) -> str:
    """The words of a list, as a message offers them."""
    return "; ".join(w.word for w in words)


def _in_range(column: Column, figure: float) -> Converted:
    low = column.least is not None and figure < column.least
    high = column.most is not None and figure > column.most
    return bad(FaultKind.OUT_OF_RANGE, _range_of(column)) if low or high else Converted(figure)


def _range_of(column: Column) -> str:
    """The range of a column as it is said; nothing where it has none."""
    if column.least is None and column.most is None:
        return ""
    if column.most is None:
        return f"{column.least:g} or more"
    return f"{column.least or 0:g} to {column.most:g}"


def _not_in_list(text: str, column: Column, words: tuple[WordDef, ...], settings: Settings) -> Converted:
    """None of the list. Of themes, a phrase that is a sign of one says more than the letters it shares with another."""
    signed = {t.name for t in settings.themes if plain(text) in map(plain, t.strong)} if column.words in _OF_THEMES else set[str]()
    meant = min(signed) if len(signed) == 1 else "" if signed else suggested(text, column.words, words)
    return bad(FaultKind.NOT_IN_LIST, _offered(words), meant)


_OF_THEMES = ("theme", "theme_or_none")


def _one_word(column: Column, seen: Seen, settings: Settings) -> Converted:
    words = settings.words(column.words)
    text, _ = clean(as_text(seen.value))
    found = find_word(text, words)
    if found:
        return Converted(found.value)
    # of words some of which are struck out, the near one may be the one that was taken back
    return bad(FaultKind.NOT_IN_LIST, _offered(words)) if seen.struck else _not_in_list(text, column, words, settings)


_BREAKS = (re.compile(r"[;\n|/]+"), re.compile(r","), re.compile(r"\band\b|&|\+", re.IGNORECASE))


def _several_words(column: Column, seen: Seen, settings: Settings) -> Converted:
    words = settings.words(column.words)
    text, _ = clean(as_text(seen.value))
    if plain(text) in ("none", "nil", "no") and not find_word(text, words):
        return Converted(())
    found: list[Word] = []
    unknown: list[str] = []
    _split(text, words, 0, found, unknown)
    value = tuple(dict.fromkeys(found)) or None
    if unknown:
        missed = _not_in_list(unknown[0], column, words, settings)
        return Converted(value, missed.troubles)
    return Converted(value)


def _split(text: str, words: tuple[WordDef, ...], level: int, found: list[Word], unknown: list[str]) -> None:
    """Take the whole as a word, else its parts: a word of a list may hold a comma or an “and” itself."""
    word = find_word(text, words)
    if word:
        found.append(word.value)
    elif level == len(_BREAKS):
        unknown.append(text.strip())
    else:
        for part in (p for p in _BREAKS[level].split(text) if p.strip()):
            _split(part, words, level + 1, found, unknown)


def _ids(column: Column, seen: Seen, settings: Settings) -> Converted:
    found, unknown = parse_ids(clean(as_text(seen.value))[0])
    if not unknown:
        return Converted(found)
    meant = {part: id_meant(part, _codes(settings)) for part in unknown}
    read = tuple(dict.fromkeys((*found, *(ref for ref in meant.values() if ref))))
    lost = [part for part, ref in meant.items() if not ref]
    if lost:
        return bad(FaultKind.NOT_AN_ID, suggestion="; ".join(lost), expected=listed(read), value=read or None)
    return bad(FaultKind.MISTYPED_ID, suggestion=listed(read), value=read)


_BY_KIND: dict[ColumnKind, Callable[[Column, Seen, Settings], Converted]] = {
    ColumnKind.TEXT: _text,
    ColumnKind.DATE: _date,
    ColumnKind.DATES: _dates,
    ColumnKind.MONTH: _month,
    ColumnKind.NUMBER: _number,
    ColumnKind.WHOLE: _whole,
    ColumnKind.WORD: _one_word,
    ColumnKind.WORDS: _several_words,
    ColumnKind.IDS: _ids,
}
