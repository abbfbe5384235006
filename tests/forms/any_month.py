"""Any valid month: for every sheet of every return, rows drawn from its own declaration, as values a form can be filled in with."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from assurance_pack.intake.issue import Form, FormRow, FormSheet
from assurance_pack.model import Month, Word
from assurance_pack.returns import RETURNS, ReturnKind
from assurance_pack.schema import Row, columns
from assurance_pack.schema.column import Column, ColumnKind
from assurance_pack.senders import sender_name
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

SHIPPED = load(Path(__file__).parents[2] / "pack.toml")
MONTH = Month("2026-07")
CHOSEN = {"workspace": "CAP", "voice": "PCF", "partner": "NHS"}
SENDERS = {kind.key: kind.sender(CHOSEN.get(kind.key) or next(p.code for p in kind.senders(SHIPPED))) for kind in RETURNS}
"""One sender of each kind of return: of some the one whose IDs are drawn here, of any other the first that `pack.toml` has."""
_LETTERS = "abc XYZ éŵŷ ’“”–£%&<>=+@'\"0123456789.,:;()/\n"


def _as_kept(text: str) -> str:
    """As text comes back: composed, no blanks at the ends of a line, one blank between words."""
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip("\n")


def texts() -> st.SearchStrategy[str]:
    """What people type: quotation marks, Welsh letters, formula signs, several lines; always at least a word."""
    return st.tuples(st.text(_LETTERS, max_size=40), st.sampled_from(["base", "ŷd", "'Yes'", "=SUM", "@home"])).map(
        lambda t: _as_kept(t[0] + t[1])
    )


def dates() -> st.SearchStrategy[date]:
    """Days within the years of the plan."""
    return st.dates(date(2020, 1, 1), date(2039, 12, 31))


def ids(prefix: str = "M") -> st.SearchStrategy[str]:
    """IDs for life of one register."""
    made = {"V": lambda n: f"V-PCF-20{20 + n % 20}-{n % 12 + 1:02d}-ask", "P": lambda n: f"P-NHS-2026-06-{n}"}
    if prefix in "MRQN":
        return st.integers(1, 899).map(lambda n: f"{prefix}-CAP-{n:03d}")
    return st.integers(1, 899).map(made.get(prefix, lambda n: f"{prefix}-{n:03d}"))


def values(column: Column, settings: Settings) -> st.SearchStrategy[Any]:  # noqa: C901 - one line a kind
    """Values of one column, as a row holds them."""
    words = [w.value for w in settings.words(column.words)]
    if column.id_prefix and column.kind is ColumnKind.TEXT:
        return ids(column.id_prefix)
    match column.kind:
        case ColumnKind.TEXT:
            return texts()
        case ColumnKind.DATE:
            return dates()
        case ColumnKind.DATES:
            return st.lists(dates(), min_size=1, max_size=3, unique=True).map(lambda days: tuple(sorted(days)))
        case ColumnKind.WHOLE if words:
            return st.sampled_from([int(w.meaning) for w in words])
        case ColumnKind.WHOLE:
            return st.integers(int(column.least or 0), int(column.most or 9_999))
        case ColumnKind.NUMBER:
            return st.integers(0, 9_999_999).map(lambda n: n / 100)
        case ColumnKind.WORD:
            return st.sampled_from(words)
        case ColumnKind.WORDS:
            return st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True).map(lambda chosen: _alone(tuple(chosen)))
        case ColumnKind.IDS:
            return st.lists(ids("R"), min_size=1, max_size=3, unique=True).map(tuple)
    return st.just(MONTH)


def _alone(chosen: tuple[Word, ...]) -> tuple[Word, ...]:
    """“None” stands by itself."""
    none = tuple(w for w in chosen if w.meaning == "none")
    return none or chosen


_ROWS: dict[tuple[type[Row], int], tuple[Settings, st.SearchStrategy[dict[str, Any]]]] = {}


def row(cls: type[Row], settings: Settings) -> st.SearchStrategy[dict[str, Any]]:
    """One row: what is required always, the rest now and then. How one is drawn is worked out once."""
    if (cls, id(settings)) not in _ROWS:
        _ROWS[cls, id(settings)] = settings, _row(cls, settings)
    return _ROWS[cls, id(settings)][1]


def _row(cls: type[Row], settings: Settings) -> st.SearchStrategy[dict[str, Any]]:
    drawn = {c.name: values(c, settings) if c.required else st.none() | values(c, settings) for c in columns(cls)}
    return st.fixed_dictionaries(drawn)


def rows(cls: type[Row], settings: Settings) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A register: up to four rows, no ID twice."""
    named = any(c.name == "id" for c in columns(cls))
    return st.lists(row(cls, settings), max_size=4, unique_by=(lambda r: r["id"]) if named else None)


@st.composite
def forms(draw: st.DrawFn, kind: ReturnKind, settings: Settings) -> Form:
    """A form of one kind, filled in: with last month's values beside, spare rows beneath, and words said last month."""
    sender = SENDERS[kind.key]
    cover = kind.sheets[0]
    page = draw(row(cover, settings))
    tables = [cls for cls in kind.sheets if cls.layout == "table"]
    filled = {cls: draw(rows(cls, settings)) for cls in tables}
    before = draw(st.booleans())
    return Form(
        kind=kind, sender=sender, sender_name=sender_name(sender, settings), month=MONTH, previous=MONTH.plus(-1) if before else None,
        page={n: v for n, v in page.items() if n not in ("month", "workspace", "group", "organisation")},
        sheets={cls: FormSheet(tuple(_line(line, before) for line in lines), spare_rows=draw(st.integers(0, 3))) for cls, lines in filled.items()},
    )  # fmt: skip


def _line(line: dict[str, Any], before: bool) -> FormRow:
    said = {n: "What was said before." for n in ("progress", "changed") if n in line}
    return FormRow(line, {"status": "On track", "forecast": date(2026, 1, 31), "value": 12.5} if before else {}, said if before else {})
