"""Rows as the reader makes them, and months made of them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.received import Receipt, Returns
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings

SETTINGS = Settings.model_validate(tomllib.loads((Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")))
POSITION = date(2026, 6, 30)


def word(name: str, meaning: str) -> Word:
    found = SETTINGS.word(name, meaning)
    assert found, f"{name} has no {meaning}"
    return found.value


def theme(id: str) -> Word:
    return word("theme", id)


def line(kind: type[Row], /, number: int = 5, file: str = "june.xlsx", sender: str = "workspace:CAP", **values: Any) -> Any:
    """A row with a cell for every column of its sheet."""
    cells = {c.name: Cell(file=file, sheet=kind.sheet_title, ref=f"{_letters(i)}{number}") for i, c in enumerate(columns(kind))}
    return kind(sender=sender, at=next(iter(cells.values())), cells=cells, **values)


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else f"A{chr(65 + index - 26)}"


def june(*rows: Row, faults: tuple[Fault, ...] = (), receipts: tuple[Receipt, ...] = ()) -> Returns:
    return Returns(Month("2026-06"), rows, receipts, faults)


def record(month: str, position: date, *rows: Row) -> Record:
    return Record(month=Month(month), position=position, settings=SETTINGS, rows=frozen_rows(rows))


def may(*rows: Row) -> Record:
    return record("2026-05", date(2026, 5, 31), *rows)
