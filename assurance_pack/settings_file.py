"""Reads `pack.toml`: every fault at once, each with its line, its key and what to write instead."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from .english import in_words
from .meanings import LISTS, EscalationCategory, Meaning
from .settings import Settings
from .settings.budgets import Budgets
from .settings.words import WordDef
from .shipped import shipped_settings

_KINDS = {
    "missing": "is missing: add it",
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "string_type": "should be text in quotation marks",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "date_type": "should be a date, for example 2026-07-16, without quotation marks",
    "date_parsing": "should be a date, for example 2026-07-16, without quotation marks",
    "date_from_datetime_parsing": "should be a date, for example 2026-07-16, without quotation marks",
    "tuple_type": "should be a list in square brackets",
    "dict_type": "should be a table",
    "model_type": "should be a table",
    "value_error": "is not a month. Write it as year and month, for example “2026-06”",
}


class SettingsProblem(Exception):
    """`pack.toml` cannot be used as it stands; `lines` say why, one fault each."""

    def __init__(self, lines: list[str]) -> None:
        """Keep the faults, in the order of the file."""
        super().__init__("\n".join(lines))
        self.lines = lines


Disagree: TypeAlias = Callable[[Settings], Iterable[tuple[tuple[str | int, ...], str]]]
"""What settings say that cannot be: where it stands, and what to do."""


def load(path: Path, more: Disagree = lambda settings: ()) -> Settings:
    """Read and check a `pack.toml`.

    Args:
        path: the file.
        more: what a floor above this one knows cannot be (`senders.disagreements`).

    Raises:
        SettingsProblem: it is not there, cannot be read, or says something that cannot be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        here = "this folder" if path.parent == Path() else path.parent
        raise SettingsProblem(
            [f"There is no {path.name} in {here}. Run “pack init” to lay out a folder, or name yours with --home."]
        ) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsProblem(
            [f"{path.name} cannot be read. Save it as plain text (UTF-8) and check that it is not open elsewhere."]
        ) from None
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SettingsProblem([_syntax(path.name, str(fault), text)]) from None
    places = key_lines(text)
    try:
        settings = Settings.model_validate(said)
    except ValidationError as fault:
        raise SettingsProblem(_worded(path.name, fault, places)) from None
    faults = [f"{_line_and_key(path.name, where, places)} {sentence}" for where, sentence in (*_disagreements(settings), *more(settings))]
    if faults:
        raise SettingsProblem(faults)
    return settings


def key_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line each key stands on: ``("meetings", 2, "date")`` gives 41."""
    lines: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if many := re.match(r"\s*\[\[\s*([\w.\-\"]+)\s*\]\]", line):
            name = tuple(many[1].replace('"', "").split("."))
            counts[name] = counts.get(name, -1) + 1
            table = (*name, counts[name])
            lines[table] = number
        elif one := re.match(r"\s*\[\s*([\w.\-\"]+)\s*\]", line):
            table = tuple(one[1].replace('"', "").split("."))
            lines[table] = number
        elif key := re.match(r"\s*([\w\-\"]+)\s*=", line):
            lines[(*table, key[1].replace('"', ""))] = number
            counts[(*table, key[1])] = -1
            last = (*table, key[1])
        elif re.match(r"\s*\{", line):
            counts[last] = counts.get(last, -1) + 1
            lines[(*last, counts[last])] = number
    return lines


def _line_and_key(name: str, where: tuple[str | int, ...], places: dict[tuple[str | int, ...], int]) -> str:
    line = 0
    for end in range(len(where), 0, -1):
        if where[:end] in places:
            line = places[where[:end]]
            break
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
    return f"{name}, line {line}, {key}:" if line else f"{name}, {key}:"


_DAY_LIKE = re.compile(r"\s*([\w\-]+)\s*=\s*(\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4})\s*(?:#.*)?$")


def _syntax(name: str, message: str, text: str) -> str:
    found = re.search(r"line (\d+)", message)
    at = f", line {found[1]}" if found else ""
    line = text.splitlines()[int(found[1]) - 1] if found else ""
    if day := _DAY_LIKE.match(line):
        return f"{name}{at}, {day[1]}: “{day[2]}” is no day of the calendar, or is not written as one. Write year, month and day, like 2026-07-16, without quotation marks."
    return f"{name}{at}: this line cannot be understood. Text stands in quotation marks, dates do not, and every list ends with ]."


def _worded(name: str, fault: ValidationError, places: dict[tuple[str | int, ...], int]) -> list[str]:
    lines = []
    for error in fault.errors():
        where = tuple(error["loc"])
        if error["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(where[-1]), _known_keys(where), n=1)
            said = f"is not a setting.{f' Did you mean “{near[0]}”?' if near else ' Take it out, or check its spelling.'}"
        elif error["type"] in ("literal_error", "enum"):
            said = f"should be one of {error.get('ctx', {}).get('expected', '').replace(chr(39), '')}."
        else:
            said = f"{_KINDS.get(error['type'], 'cannot be used as it stands')}."
        lines.append((where, f"{_line_and_key(name, where, places)} {said}"))
    return [line for _, line in lines]


def _known_keys(where: tuple[Any, ...]) -> list[str]:
    model: Any = Settings
    for part in where[:-1]:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part) if hasattr(model, "model_fields") else None
        if field is None:
            return []
        inner = field.annotation
        while getattr(inner, "__args__", None):
            inner = inner.__args__[0]
        model = inner
    return list(getattr(model, "model_fields", {}))


def _disagreements(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What each line allows alone, and all of them together do not."""
    if "SENSITIVE" in s.board.marking.upper() and not s.board.handling:
        yield ("board", "handling"), "OFFICIAL-SENSITIVE needs a handling line: say who may see the pack."
    for i, m in enumerate(s.meetings):
        if m.position > m.date:
            yield ("meetings", i, "position"), "The position date is after the meeting. It is the day the returns speak for."
    yield from _repeated(s)
    yield from _dangling(s)
    yield from _lists(s)
    yield from _unusable(s)


def _dangling(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Codes that name nothing."""
    known = {i.code for i in s.indicators}
    themes = {t.id for t in s.themes}
    for i, p in enumerate(s.priorities):
        for code in p.indicators:
            if code not in known:
                yield ("priorities", i, "indicators"), f"There is no indicator {code}."
    for i, ind in enumerate(s.indicators):
        if ind.theme not in themes:
            yield ("indicators", i, "theme"), f"There is no theme {ind.theme}."
        if ind.accountable not in {w.code for w in s.workspaces}:
            yield ("indicators", i, "accountable"), f"There is no Workspace {ind.accountable}."


def _unusable(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Names and patterns nothing could go by."""
    for key in sorted(set(s.budgets.model_extra or ()) - _budgets_shipped()):
        yield ("budgets", key), f"There is no section of this name. Those with a budget are {', '.join(Budgets.model_fields)}."
    for where, number in _numbers(s.budgets.model_dump(), ("budgets",)):
        if number < 1:
            yield where, "should be 1 or more."
    for key in s.rules:
        if not re.fullmatch(r"AP\d{3}", key):
            yield ("rules", key), "A rule is AP and three digits, for example AP203."
    for i, pattern in enumerate(s.guard.case_references):
        try:
            re.compile(pattern)
        except re.error:
            yield ("guard", "case_references"), f"Pattern {i + 1} cannot be understood. See the shipped pack.toml for how to write one."


def _budgets_shipped() -> set[str]:
    """The names under `[budgets]` of the settings the product ships with: the sections there are."""
    return set(tomllib.loads(shipped_settings().read_text(encoding="utf-8"))["budgets"])


def _numbers(said: dict[str, Any], where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every number of a table and the tables within it, each with its place."""
    for key, value in said.items():
        if isinstance(value, dict):
            yield from _numbers(value, (*where, key))
        else:
            yield (*where, key), value


_ONE_PACK = (
    "A month has one pack and one entry: an extraordinary meeting needs none, and its decisions go on the next Board log with the day "
    "they were taken."
)


def _repeated(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name, codes in (
        ("meetings", [m.month for m in s.meetings]),
        ("workspaces", [w.code for w in s.workspaces]),
        ("groups", [g.code for g in s.groups]),
        ("partners", [p.code for p in s.partners]),
        ("themes", [t.id for t in s.themes]),
        ("priorities", [p.code for p in s.priorities]),
        ("indicators", [i.code for i in s.indicators]),
        ("categories", [c.key for c in s.categories]),
    ):
        for i, code in enumerate(codes):
            if code in codes[:i]:
                yield (name, i), f"{code} stands here twice. {_ONE_PACK if name == 'meetings' else 'Each may stand once.'}"


def _lists(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Lists nobody asks for, lists that are missing, and what is amiss in each."""
    for name in s.lists:
        if name not in LISTS:
            near = difflib.get_close_matches(name, LISTS, n=1)
            yield (
                ("lists", name),
                f"is not a list of the pack.{f' Did you mean “{near[0]}”?' if near else ' Take it out, or check its spelling.'}",
            )
    for name, meanings in LISTS.items():
        if name in s.lists:
            yield from _words_checked(name, s.lists[name], meanings)
        else:
            yield ("lists", name), "is missing: add this list from the shipped pack.toml."
    for key in EscalationCategory:
        if key not in {c.key for c in s.categories}:
            yield ("categories",), f"No category has the key “{key}”. The terms of reference name four: {_all_of(EscalationCategory)}."


def _words_checked(name: str, words: tuple[WordDef, ...], meanings: type[Meaning]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Meanings nobody knows, meanings without a word, and words or letters that could not be told apart."""
    statuses, known = any(m.badge for m in meanings), set(meanings)
    for i, word in enumerate(words):
        if word.meaning not in known:
            yield ("lists", name, i), f"“{word.meaning}” is not a meaning of this list. It may be one of {_all_of(meanings)}."
        if word.word in [w.word for w in words[:i]]:
            yield ("lists", name, i), f"“{word.word}” stands here twice. Give each its own word."
        if statuses and not word.letter:
            yield (
                ("lists", name, i),
                f'“{word.word}” needs a letter: a status is never shown by its colour alone. For example letter = "{word.word[:1]}".',
            )
        if word.letter and word.letter in [w.letter for w in words[:i]]:
            yield ("lists", name, i), f"The letter {word.letter} stands here twice. Give “{word.word}” a letter of its own."
    had = {w.meaning for w in words}
    for meaning in meanings if had <= known else ():  # a meaning mistyped is said once, where it stands
        if not meaning.optional and meaning not in had:
            yield ("lists", name), f"No word has the meaning “{meaning}”. Add one: every rule that goes by it would be silent."


def _all_of(meanings: type[Meaning]) -> str:
    return in_words(meanings, "or")
