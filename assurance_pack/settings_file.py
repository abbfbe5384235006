"""Reads `pack.toml`: every fault at once, each with its line, its key and what to write instead."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from .settings import Settings
from .settings.agreement import disagreements

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
    try:
        settings = Settings.model_validate(said)
    except ValidationError as fault:
        raise SettingsProblem(_worded(path.name, fault, key_lines(text))) from None
    if faults := [*disagreements(settings), *more(settings)]:
        places = key_lines(text)
        raise SettingsProblem([f"{_line_and_key(path.name, where, places)} {sentence}" for where, sentence in faults])
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
