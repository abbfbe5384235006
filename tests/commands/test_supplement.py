"""`pack build --supplement`: after the pack has gone out, only what changed is printed, with what it replaces."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
from click.testing import CliRunner, Result
from pypdf import PdfReader
from test_nothing_unseen import CAPITAL, JUNE, emptied, home, sealed, to

from assurance_pack.cli import main
from assurance_pack.home import Home
from sample_inputs import copy_to_june

__all__ = ["home", "sealed"]  # the fixtures of the approved June


def supplement(home: Home, *more: str) -> Result:
    return CliRunner().invoke(main, ["build", "--supplement", "--format", "word", *more, "--month", JUNE, "--home", str(home.root)])


def rows(home: Home) -> dict[str, tuple[str, str]]:
    document = docx.Document(str(Path(home.output(JUNE)) / f"supplement-{JUNE}.docx"))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Item")
    return {r.cells[0].text.split()[0]: (r.cells[1].text, r.cells[2].text) for r in table.rows[1:]}


def test_only_the_changed_items_stand_in_it_with_what_they_replace(home: Home) -> None:
    before = home.output(JUNE) / f"assurance-pack-{JUNE}.docx"
    kept = before.read_bytes()
    to(CAPITAL, "Risks", "R-CAP-004", "controls", "Looked at weekly.")(home.inputs(JUNE))
    emptied(CAPITAL, "Risks", "R-CAP-002")(home.inputs(JUNE))
    result = supplement(home, "--format", "pdf", "--engine", "typst")
    assert result.exit_code == 0, result.output
    assert json.loads((home.output(JUNE) / "manifest-supplement.json").read_text(encoding="utf-8"))["engine"] == "typst"
    assert "Looked at weekly." in PdfReader(home.output(JUNE) / f"supplement-{JUNE}.pdf").pages[0].extract_text()
    found = rows(home)
    assert set(found) == {"R-CAP-004", "R-CAP-002"}
    assert found["R-CAP-004"] == ("Controls and mitigation: Looked at weekly.", "Controls and mitigation: Interim rooms held to 24 July.")
    assert found["R-CAP-002"][0] == "Not there."
    assert "Owner (role):" in found["R-CAP-002"][1]
    assert before.read_bytes() == kept


def test_a_cell_filled_with_a_letter_is_printed_in_whole_sentences_with_the_rest_counted(home: Home) -> None:
    to(CAPITAL, "Risks", "R-CAP-004", "controls", "Nobody rang us back about the school at all. " * 300)(home.inputs(JUNE))
    supplement(home)
    now = rows(home)["R-CAP-004"][0]
    assert now.count("Nobody rang us back") == 6
    assert now.endswith("(and 294 more sentences, whole in the data book of its version)")


def test_where_nothing_changed_there_is_none(home: Home) -> None:
    assert "Nothing has changed since version 1.0: there is no supplement to print." in supplement(home).output


def test_where_nothing_went_out_there_is_none(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parents[2] / "pack.toml", tmp_path)
    copy_to_june(tmp_path / "inputs")
    assert "No version of June 2026 is approved, so there is none to supplement." in supplement(Home(tmp_path)).output
