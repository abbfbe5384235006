"""Puts a form where returns are put, and reads it back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assurance_pack.home import Home
from assurance_pack.intake.issue import Form
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.model.fault import Fault
from assurance_pack.returns.received import Returns
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings

GIVEN_BY_THE_FORM = ("month", "workspace", "group", "organisation")


def put(home: Home, month: Month, name: str, content: bytes) -> Path:
    """Put one file where the month's returns go."""
    folder = home.inputs(month)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def with_fingerprints(form: bytes, prints: Mapping[str, str]) -> bytes:
    """A form that says it was issued with other values: by each fingerprint it carries, the one to carry instead."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for here, instead in prints.items():
                part = part.replace(here.encode(), instead.encode())
            new.writestr(name, part)
    return out.getvalue()


def read(home: Home, month: Month, settings: Settings) -> Returns:
    """The month as the reader reads it."""
    return read_month(home, month, settings).returns


def plain(rows: Iterable[Row], cls: type[Row]) -> list[dict[str, Any]]:
    """What the rows of one sheet state, without where it stood."""
    return [{c.name: getattr(r, c.name) for c in columns(cls)} for r in rows if type(r) is cls]


def placed(rows: Iterable[Row]) -> list[tuple[str, str, dict[str, Any], dict[str, str]]]:
    """Rows with the place of every value, whatever the file is called."""
    return [
        (type(r).__name__, r.at.ref, {c.name: getattr(r, c.name) for c in columns(type(r))}, {n: c.ref for n, c in r.cells.items()})
        for r in rows
    ]


def as_filled(form: Form, cls: type[Row]) -> list[dict[str, Any]]:
    """What a form was filled in with, sheet by sheet; a row with an ID alone is a spare one."""
    if cls.layout == "page":
        return [dict(form.page)]
    lines = (dict(line.values) for line in form.sheets[cls].rows)
    return [line for line in lines if any(v is not None for n, v in line.items() if n != "id")]


def kinds(faults: Iterable[Fault]) -> list[str]:
    """What the reader said, in words of its own."""
    return [f.kind.value for f in faults]
