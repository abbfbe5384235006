"""Returns opened and saved again by a real office program come back with the same rows, cells and sender."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from workbooks import MILESTONE, milestone, row_of, save, voice, word_voice, workspace

from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here; .ci/run installs it"),
]
JUNE = Month("2026-06")


def resaved(path: Path, form: str) -> Path:
    """The file as LibreOffice saves it in another format (or the same), in place of the original."""
    out = path.parent.parent / f"saved-{form}"
    command = [
        "soffice",
        f"-env:UserInstallation=file://{out}-profile",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    path.unlink()
    return Path(shutil.move(out / f"{path.stem}.{form}", path.with_suffix(f".{form}")))


def values(rows: tuple[Row, ...]) -> list[tuple[str, str, dict[str, Any]]]:
    """Rows without the name of their file."""
    return [(type(r).__name__, r.at.ref, {c.name: getattr(r, c.name) for c in columns(type(r))}) for r in rows]


def return_of_everything() -> Any:
    """Dates as dates and as text, numbers, words, a hidden row, a note under the table."""
    book = workspace(MILESTONE, milestone(id="M-CAP-008", forecast_now=date(2026, 9, 30)), milestone(id="M-CAP-009", status_now="Greenish"))
    book["Milestones"].row_dimensions[5].hidden = True
    book["Milestones"]["C9"] = "A note under the table: thank you."
    row_of(
        book["Indicators"], 4, {"Indicator": "IND-01", "Period ends": date(2026, 6, 30), "Numerator": 18, "Denominator": 40, "Value": 45.5}
    )
    return book


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_again_in_any_format_gives_the_same_rows_at_the_same_cells(home: Home, settings: Settings, form: str) -> None:
    path = save(return_of_everything(), home.inputs(JUNE))
    before = read_month(home, JUNE, settings).returns
    resaved(path, form)
    after = read_month(home, JUNE, settings).returns
    assert values(after.rows) == values(before.rows)
    assert len(after.rows) == 5
    apart = (FaultKind.OTHER_FORMAT, *(() if form == "xlsx" else (FaultKind.OUT_OF_SIGHT,)))  # only .xlsx says what is hidden
    told = [(f.kind, f.cell.ref) for f in after.faults if f.kind not in apart]
    assert told == [(f.kind, f.cell.ref) for f in before.faults if f.kind not in apart]
    assert (form == "xlsx") is not any(f.kind is FaultKind.OTHER_FORMAT for f in after.faults)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_voice_form_saved_again_keeps_its_words_to_the_letter(home: Home, settings: Settings, form: str) -> None:
    words = "Nobody rings back.\nWe wait – and wait. “Soon”, they say. Diolch, Llŷr."
    path = save(voice(("What is not working?", words)), home.inputs(JUNE), "PCF.xlsx")
    resaved(path, form)
    (row,) = read_month(home, JUNE, settings).returns.rows
    assert row.model_dump()["not_working"] == words


def test_a_voice_form_typed_in_word_and_saved_again_keeps_its_words(home: Home, settings: Settings) -> None:
    path = save(
        word_voice([("What is working?", "The base opened.\nThank you."), ("What do you ask the Board for?", "Ring us back.")]),
        home.inputs(JUNE),
        "PCF June.docx",
    )
    resaved(path, "docx")
    (row,) = read_month(home, JUNE, settings).returns.rows
    assert (row.model_dump()["working"], row.model_dump()["ask"]) == ("The base opened.\nThank you.", "Ring us back.")
