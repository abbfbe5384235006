"""One item in the place of another: an ID, a decision or a neighbour's words, made in the sample months, each through its workbook."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import ROOT, SETTINGS, Edit, page_1, places, put, said

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand

JULY = Month("2026-07")
RDG, LOG = "RDG return July 2026.xlsx", "Board log July 2026.xlsx"
CAP = "Capital and Sufficiency July 2026.xlsx"


def july_with(root: Path, edits: dict[str, Edit]) -> Understood:
    """July of the sample as it is understood with this in its files."""
    shutil.copytree(ROOT / "inputs", root / "inputs")
    shutil.copy(ROOT / "pack.toml", root)
    home = Home(root)
    for name, edit in edits.items():
        book: Any = openpyxl.load_workbook(home.inputs(JULY) / name)
        edit(book)
        book.save(home.inputs(JULY) / name)
    return understand(home, JULY, SETTINGS)


@pytest.mark.parametrize("ref", ["B-007", "B-008"])
def test_what_stands_over_is_still_before_the_board_where_its_id_was_typed_on_a_new_matter(ref: str, tmp_path: Path) -> None:
    understood = july_with(tmp_path, {RDG: put("For the Board", A5=ref)})
    assert places(said(understood, "AP302")) == ["AP302 For the Board!A5 For the Board!B5"]
    assert [s.matter.row.ref for s in understood.position.decisions.standing] == ["B-007", "B-008"]
    page = page_1(understood)
    assert "B-007. Ratify a Task & Finish Group on therapy waits, to 30 November. Asked in June, still to be decided." in page
    assert "1. Approve the high needs recovery plan" in page


def test_a_matter_brought_again_in_other_words_is_asked_now_and_stands_over_no_more(tmp_path: Path) -> None:
    again = put("For the Board", A5="B-007", B5="Two services have not agreed who leads.", V5="TF-002, R-CWF-004")
    understood = july_with(tmp_path, {RDG: again})
    assert said(understood, "AP302") == []
    assert [s.matter.row.ref for s in understood.position.decisions.standing] == ["B-008"]


def test_an_issue_closed_in_the_words_of_something_else_is_asked_about(tmp_path: Path) -> None:
    other = put("Exceptional issues", C5="A provider of transport closes on 24 July; 7 of its 19 buses are still to be found.", F5="Closed")
    assert places(said(july_with(tmp_path, {LOG: other}), "AP324")) == ["AP324 Exceptional issues!C5 Exceptional issues!F5"]


def test_an_issue_closed_with_what_came_of_it_is_not_asked_about(tmp_path: Path) -> None:
    over = put("Exceptional issues", C5="A provider of alternative provision closed on 24 July; all of its 19 part-time places were found elsewhere.", F5="Closed")  # fmt: skip
    assert said(july_with(tmp_path, {LOG: over}), "AP324", "AP302") == []
