"""What is proposed, and what a person may change: which column goes where, and what each word means. Written and read as `mapping.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as declared
from typing import Any

from ...schema import Row, column_of, columns
from ...schema.column import Column
from ..as_typed import plain
from .layout import Field, FoundTable
from .vocabulary import HEADINGS

NOT_PLACED = "Not placed"
WORKED_OUT = "Worked out by the form"
PERIOD = "A period"
BOTH = {"": "Likelihood and impact", "inherent_": "Inherent likelihood and impact", "target_": "Target likelihood and impact"}
"""Said of a column that holds both ratings in one cell (“4x3=12”), by how the names of the two columns of ours begin."""
NO_COLUMN = frozenset({NOT_PLACED, WORKED_OUT, PERIOD, *BOTH.values()})
"""Where a column can go that is no one column of ours."""
SURE_ENOUGH = 60
"""Of 100: below it a column or a word is left for a person to say."""


@dataclass(frozen=True)
class ColumnMapping:
    """Where one column of somebody's table goes, how sure that is, and what it rests on.

    `goes_to` is a column of our sheet by its name in code, or one of `NO_COLUMN`.
    """

    at: int
    letter: str
    heading: str
    goes_to: str
    sure: int = 100
    why: str = ""


@dataclass(frozen=True)
class WordMapping:
    """What one word of a column means: the word of ours, or nothing where that is for a person to say."""

    said: str
    word: str
    sure: int = 100


@dataclass(frozen=True)
class TableMapping:
    """One table of a file: the sheet it becomes (none: it is set aside), and its columns and words. `hidden`: its sheet is out of sight."""

    file: str
    sheet: str
    headings: int
    first: str
    becomes: type[Row] | None
    columns: tuple[ColumnMapping, ...]
    words: Mapping[int, tuple[WordMapping, ...]] = declared(default_factory=dict)
    why: str = ""
    hidden: bool = False

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What tells it from the other tables: the file, the sheet, the row of its headings, the first of its columns."""
        return (self.file, self.sheet, self.headings, self.first)


class MappingProblem(Exception):
    """What a person wrote into `mapping.toml` cannot be followed; the text says where and what to do."""


def said_for(goes_to: str, cls: type[Row] | None) -> str:
    """A column of ours by its heading, as a person reads and writes it."""
    if cls is None or goes_to in NO_COLUMN:
        return goes_to
    return column_of(cls, goes_to).heading


def fillable(cls: type[Row]) -> tuple[Column, ...]:
    """The columns of a sheet that something can be brought into: not its ID, which is given, nor what its sender says of the row each month."""
    return tuple(c for c in columns(cls) if c.name not in ("id", "this_month") and not c.shown_only)


def as_toml(mappings: tuple[TableMapping, ...], choices: tuple[type[Row], ...]) -> str:
    """The whole as `mapping.toml`."""
    lines = [
        "# Where each column goes and what each word means. Change what is wrong, then run the same command with --yes.",
        f'# becomes: {", ".join(_quoted(c.sheet_title) for c in choices)}, or "" to leave a table out.',
        f"# goes_to: a heading of that sheet, or {_quoted(NOT_PLACED)}: the column then stands whole on the sheet of that name in the report.",
        '# A word that means "" is not told: its cell is listed, and left empty on the form.',
    ]
    for cls in dict.fromkeys(m.becomes for m in mappings if m.becomes):
        lines.append(
            f"# Headings of {cls.sheet_title}: {'; '.join(c.heading for c in columns(cls) if c.name not in ('id', 'this_month'))}."
        )
    for mapping in mappings:
        lines += ["", *_table(mapping)]
    return "\n".join(lines) + "\n"


def _table(mapping: TableMapping) -> Iterator[str]:
    yield "[[tables]]"
    yield f"file = {_quoted(mapping.file)}"
    yield f"sheet = {_quoted(mapping.sheet)}"
    yield f"headings = {mapping.headings}"
    yield f"first = {_quoted(mapping.first)}"
    yield f"becomes = {_quoted(mapping.becomes.sheet_title if mapping.becomes else '')}{f'   # {mapping.why}' if mapping.why else ''}"
    yield "columns = ["
    for c in mapping.columns:
        why = f"   # {c.why}" if c.why else ""
        target = said_for(c.goes_to, mapping.becomes)
        yield f"  {{ column = {_quoted(c.letter)}, heading = {_quoted(c.heading)}, goes_to = {_quoted(target)} }},{why}"
    yield "]"
    by_at = {c.at: c for c in mapping.columns}
    for at, words in mapping.words.items():
        yield f"[tables.words.{_quoted(by_at[at].letter)}]   # {by_at[at].heading}"
        for w in words:
            sure = "what does it mean? Left empty until you say" if not w.word else f"{w.sure} % sure"
            yield f"{_quoted(w.said)} = {_quoted(w.word)}   # {sure}"


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = "".join(f"\\u{ord(c):04X}" if ord(c) < 32 or c == "\x7f" else c for c in text.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{escaped}"'


# ---------- as a person left it ----------


def changed_by(written: bytes, proposed: tuple[TableMapping, ...], choices: tuple[type[Row], ...]) -> tuple[TableMapping, ...]:
    """What is proposed, with what a person said of it in `mapping.toml`. A table the file does not speak of stays as proposed.

    Raises:
        MappingProblem: something in it cannot be followed.
    """
    said = _tables_in(written)
    by_key = {(t.get("file"), t.get("sheet"), t.get("headings"), t.get("first")): t for t in said if isinstance(t.get("headings"), int)}
    try:
        return tuple(_changed(m, by_key[m.key], choices) if m.key in by_key else m for m in proposed)
    except (AttributeError, TypeError):
        raise MappingProblem(f"mapping.toml: what stands under [[tables]] is not as it was proposed. {_BEGIN_AGAIN}") from None


_BEGIN_AGAIN = "Mend it, or delete the file to have it proposed again."


def _tables_in(written: bytes) -> list[dict[str, Any]]:
    """What `mapping.toml` says of each table.

    Raises:
        MappingProblem: it is no text, or cannot be understood.
    """
    try:
        said = tomllib.loads(written.decode("utf-8-sig")).get("tables", [])
    except UnicodeDecodeError:
        raise MappingProblem(
            "mapping.toml is not saved as plain text (UTF-8). Save it again so, or delete it to have it proposed again."
        ) from None
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"line (\d+)", str(fault))
        at = f", at or just above line {line[1]}" if line else ", at its end"
        raise MappingProblem(
            f"mapping.toml{at}: this cannot be understood. Every name and every word stands in quotation marks, a comma stands after each column, and "
            f"every list ends with ]. {_BEGIN_AGAIN}"
        ) from None
    if not isinstance(said, list) or not all(isinstance(table, dict) for table in said):
        raise MappingProblem(f"mapping.toml: [[tables]] is not as it was proposed. {_BEGIN_AGAIN}")
    return said


def _changed(mapping: TableMapping, said: Mapping[str, Any], choices: tuple[type[Row], ...]) -> TableMapping:
    title = said.get("becomes", "")
    cls = next((c for c in choices if plain(c.sheet_title) == plain(str(title))), None)
    if title and cls is None:
        raise MappingProblem(
            f'mapping.toml: becomes = {_quoted(str(title)[:40])} is no sheet of this form. Write {", ".join(_quoted(c.sheet_title) for c in choices)}, or "".'
        )
    asked = {c.get("column"): c.get("goes_to", NOT_PLACED) for c in said.get("columns", ()) if isinstance(c, dict)}
    changed = tuple(_column(c, asked.get(c.letter, NOT_PLACED), cls) for c in mapping.columns)
    words = {c.at: _as_mapped(mapping.words.get(c.at, ()), said.get("words", {}).get(c.letter, {})) for c in changed}
    return TableMapping(
        mapping.file,
        mapping.sheet,
        mapping.headings,
        mapping.first,
        cls,
        changed,
        {at: w for at, w in words.items() if w},
        mapping.why,
        mapping.hidden,
    )


def _column(proposed: ColumnMapping, goes_to: str, cls: type[Row] | None) -> ColumnMapping:
    if cls is None or goes_to in NO_COLUMN:
        said = goes_to if cls else NOT_PLACED
        return proposed if said == proposed.goes_to else ColumnMapping(proposed.at, proposed.letter, proposed.heading, said)
    named = next((c for c in fillable(cls) if plain(goes_to) in (plain(c.heading), *map(plain, c.aliases))), None)
    if named is None:
        raise MappingProblem(
            f"mapping.toml: column {proposed.letter} goes to “{goes_to[:40]}”, which is no heading of {cls.sheet_title} that can be filled. "
            f"Write one of those listed at its top, or {_quoted(NOT_PLACED)}."
        )
    same = named.name == proposed.goes_to
    return ColumnMapping(
        proposed.at, proposed.letter, proposed.heading, named.name, proposed.sure if same else 100, proposed.why if same else "as you said"
    )


def _as_mapped(proposed: tuple[WordMapping, ...], said: Mapping[str, str]) -> tuple[WordMapping, ...]:
    told = {w.said: w for w in proposed}
    return tuple(
        told[k] if k in told and told[k].word == v else WordMapping(k, str(v))
        for k, v in {**{w.said: w.word for w in proposed}, **said}.items()
    )


def letter_of(table: FoundTable, at: int) -> str:
    """How a column is said: its letter, or its row where the table lies on its side."""
    ref = table.cell(1, at).ref
    return "".join(c for c in ref if c.isdigit()) if table.turned else "".join(c for c in ref if c.isalpha())


def column_mapping(table: FoundTable, field: Field, goes_to: str, sure: int = 100, why: str = "") -> ColumnMapping:
    """Where one column of a table goes, under the heading a person sees above it."""
    heading = f"{field.group}: {field.heading}" if field.group else field.heading
    return ColumnMapping(field.at, letter_of(table, field.at), heading, goes_to, sure, why)


def sheets_to_fill(sheets: tuple[type[Row], ...]) -> tuple[type[Row], ...]:
    """The sheets of a form that rows can be brought into."""
    return tuple(cls for cls in sheets if cls in HEADINGS)
