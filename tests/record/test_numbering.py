"""A row beyond the spare ones of the form comes without an ID: it is given one, keeps it, and no row filled in above it moves it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assurance_pack.commands.build import build
from assurance_pack.commands.prefill import Forward, form_for
from assurance_pack.home import Home
from assurance_pack.model import Month, Sender
from assurance_pack.pipeline import earlier_records, understand
from assurance_pack.record import store
from assurance_pack.returns.workspace import Risk
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
SETTINGS = load(ROOT / "pack.toml")
CAP = Sender("workspace", "CAP")
BEYOND = 19
"""The first row under the table of Capital's risks, whose last spare row (18) carries R-CAP-014."""
KILN = "Because the kiln is closed, potters might leave, so that no pots are made."
LOOM = "Because the loom is broken, weavers might leave, so that no cloth is made."


@pytest.fixture
def home(tmp_path: Path) -> Home:
    copy_to_june(tmp_path / "inputs")
    shutil.copy(ROOT / "pack.toml", tmp_path)
    return Home(tmp_path)


def typed(home: Home, rows: dict[int, dict[str, Any]]) -> None:
    """Type into the rows of Capital's risks, and send the workbook again."""
    path = home.inputs(JUNE) / "Capital and Sufficiency June 2026.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Risks"]
    keys = [str(cell.value) for cell in sheet[3]]
    headings = [key.split(";")[0] for key in keys]
    for number, values in rows.items():
        for name, value in values.items():
            sheet.cell(number, headings.index(name) + 1).value = value
    book.save(path)


def new(words: str, **more: Any) -> dict[str, Any]:
    return {"this_month": "New", "title": words, "likelihood": 4, "consequence": 4, **more}


def ids(home: Home) -> dict[str, str]:
    """The IDs of the two risks of these tests, by the thing that breaks."""
    risks = understand(home, JUNE, SETTINGS).case.returns.of(Risk, CAP)
    return {word: r.ref for r in risks for word in ("kiln", "loom") if word in (r.title or "")}


def test_a_row_beyond_the_spare_ones_takes_the_id_the_form_would_have_printed_and_a_note_names_it(home: Home) -> None:
    typed(home, {BEYOND: new(KILN)})
    understood = understand(home, JUNE, SETTINGS)
    assert ids(home) == {"kiln": "R-CAP-015"}
    (note,) = understood.verdicts.by_rule("AP162")
    assert [str(c) for c in note.cells] == ["Capital and Sufficiency June 2026.xlsx › Risks!B19"]
    assert note.sentence == "“ID” is blank: the row was given R-CAP-015."
    assert not [p for p in understood.verdicts.by_rule("AP140") if any(c.ref == "B19" for c in p.cells)]


def test_it_stands_in_record_pack_and_data_book_under_its_id_and_on_the_next_form(home: Home) -> None:
    typed(home, {BEYOND: new(KILN)})
    build(home, JUNE, SETTINGS, formats=("docx",))
    record = store.built_record(home, JUNE)
    assert "R-CAP-015" in {r.ref for r in record.returns.of(Risk, CAP)}
    assert record.printed["R-CAP-015"]
    book = openpyxl.load_workbook(home.output(JUNE) / f"data-book-{JUNE}.xlsx")
    assert "R-CAP-015" in {cell.value for sheet in book for row in sheet for cell in row}
    july = Month("2026-07")
    form = form_for(CAP, Forward(july, SETTINGS, earlier_records(home, july, SETTINGS).history))
    assert [line.values["id"] for line in form.sheets[Risk].rows][-1] == "R-CAP-015"
    assert form.sheets[Risk].spare[0] == "R-CAP-016"


def test_an_id_does_not_move_when_a_spare_row_above_is_filled_in_later(home: Home) -> None:
    typed(home, {BEYOND: new(KILN)})
    before = ids(home)
    typed(home, {11: new(LOOM)})
    assert ids(home) == {**before, "loom": "R-CAP-007"}


def test_an_id_does_not_move_when_a_row_is_put_in_above_it_after_a_build(home: Home) -> None:
    typed(home, {BEYOND: new(KILN)})
    build(home, JUNE, SETTINGS, formats=("docx",))
    typed(home, {BEYOND: new(LOOM), BEYOND + 1: new(KILN)})
    assert ids(home) == {"kiln": "R-CAP-015", "loom": "R-CAP-016"}


def test_a_row_reworded_after_a_build_keeps_its_id(home: Home) -> None:
    typed(home, {BEYOND: new(KILN)})
    build(home, JUNE, SETTINGS, formats=("docx",))
    typed(home, {BEYOND: new(KILN.replace("closed", "closed for good"))})
    assert ids(home) == {"kiln": "R-CAP-015"}


def test_the_record_is_the_same_however_often_the_month_is_built(home: Home) -> None:
    typed(home, {BEYOND: new(KILN), BEYOND + 1: new(LOOM)})
    made = []
    for _ in range(2):
        build(home, JUNE, SETTINGS, formats=("docx",))
        made.append(store.record_path(home, JUNE).read_bytes())
    assert made[0] == made[1]


def test_a_row_of_last_month_whose_id_was_deleted_has_it_back_by_its_words(home: Home) -> None:
    typed(home, {8: {"id": None}})
    understood = understand(home, JUNE, SETTINGS)
    assert "R-CAP-004" in {r.ref for r in understood.case.returns.of(Risk, CAP)}
    (note,) = understood.verdicts.by_rule("AP162")
    assert note.sentence == "“ID” is blank: the row was given R-CAP-004, which the same words had in May 2026."


def test_a_row_that_says_it_was_there_before_and_has_other_words_is_still_asked_for_its_id(home: Home) -> None:
    typed(home, {8: {"id": None, "title": KILN}})
    understood = understand(home, JUNE, SETTINGS)
    assert not understood.verdicts.by_rule("AP162")
    (asked,) = [p for p in understood.verdicts.by_rule("AP140") if p.sentence == "“ID” is blank."]
    assert [c.ref for c in asked.cells] == ["B8"]
