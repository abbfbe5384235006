"""`pack brief`: four pages at most, made before RDG's return exists and after, with nobody's words or themes called by an ID."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.commands.compare import word_by_word
from assurance_pack.document.editions.brief import PAGES
from assurance_pack.home import Home
from assurance_pack.model import Month
from laid_out import words_on_pages

ROOT = Path(__file__).parents[2]
BY_AN_ID = re.compile(r"\bT\d\d\b|\b[VP]-[A-Z]{2,6}-20\d\d")
SECTIONS = (
    "What the Workspaces say", "What must go to the Board, and why", "What the sources raise: prompts to answer", "Waiting for an answer",
    "What moved, old and new",
)  # fmt: skip
WAITS = {
    ("2026-06", False): "“Terms were agreed in February. Why is the contract still unsigned?”",
    ("2026-06", True): "“Tell us in July which days we can rely on from September, even if it is fewer.”",
    ("2026-07", False): "“Tell every family waiting for a September place what is happening before term ends. Ask families each month",
    ("2026-07", True): "“Who tells a child starting in an interim room what happens in January?”",
}


@pytest.mark.parametrize(
    ("month", "returned"), list(WAITS), ids=lambda v: v if isinstance(v, str) else "RDG returned" if v else "before RDG"
)
def test_the_brief_is_four_pages_at_most_and_says_what_waits_in_full(home: Home, month: str, returned: bool) -> None:
    shutil.copytree(ROOT / "inputs", home.root / "inputs", dirs_exist_ok=True)
    if not returned:
        _rdgs(home, month).unlink()
    result = CliRunner().invoke(main, ["brief", "--month", month, "--home", str(home.root)])
    assert result.exit_code == 0, result.output
    pages = words_on_pages(home.root / "output" / month / f"rdg-brief-{month}.pdf")
    told = " ".join(" ".join(pages).split())
    assert len(pages) <= PAGES == 4
    assert [told.index(title) for title in SECTIONS] == sorted(told.index(title) for title in SECTIONS)
    assert WAITS[month, returned] in told
    assert BY_AN_ID.findall(told) == []


def test_the_brief_says_how_many_pages_it_should_have_where_it_has_more(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assurance_pack.document.editions.brief.PAGES", 1)
    said = CliRunner().invoke(main, ["build", "--month", "2026-06", "--edition", "rdg", "--home", str(sample_home.root)]).output
    assert "It should have 1 page" in said


def _rdgs(home: Home, month: str) -> Path:
    return next(home.inputs(Month(month)).glob("RDG return*"))


# ---------- pack compare --words: what the brief used to print ----------


def test_compare_words_says_of_every_text_what_it_says_now_and_what_it_said(sample_home: Home) -> None:
    for month in ("2026-05", "2026-06"):
        assert CliRunner().invoke(main, ["build", "--month", month, "--format", "word", "--home", str(sample_home.root)]).exit_code == 0
    said = CliRunner().invoke(main, ["compare", "2026-05", "2026-06", "--words", "--home", str(sample_home.root)]).output
    assert "M-CAP-007\n  Reason and path to green: " in said
    assert "  Reason now: Six bases are [open → full] and [added: praised;] four [added: more] are [designed. → starting.]\n" in said
    assert "Status: " not in said  # ratings are pack compare's alone


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Tender settled by 19 June", "Tender settled by 31 July", "Tender settled by [19 June → 31 July]"),
        ("Both officers start in July.", "", "[taken out: Both officers start in July.]"),
        ("", "Two more analysts", "[added: Two more analysts]"),
        ("Rooms are found", "Rooms are not found", "Rooms are [added: not] found"),
    ],
)
def test_what_changed_stands_in_brackets_in_the_text_as_it_now_reads(before: str, after: str, said: str) -> None:
    assert word_by_word(before, after) == said


def test_a_long_stretch_left_alone_is_shortened_and_no_change_is() -> None:
    same = " ".join(f"word{n}" for n in range(60))
    said = word_by_word(f"old {same} old", f"new {same} newer")
    assert said.startswith("[old → new] word0 ")
    assert said.endswith("word59 [old → newer]")
    assert "… word50" in said
    assert "word30" not in said


def test_a_prompt_on_rdgs_form_names_each_item_beside_its_id(sample_home: Home) -> None:
    CliRunner().invoke(main, ["brief", "--month", "2026-06", "--home", str(sample_home.root)])
    form = next((sample_home.output(Month("2026-06")) / "forms").glob("Reform Delivery Group *.xlsx"))
    asked = [str(line[1].value) for line in openpyxl.load_workbook(form)["Prompts"].iter_rows(min_row=5) if line[1].value]
    bare = [
        (ref, said)
        for said in asked
        for ref in dict.fromkeys(re.findall(r"\b[MRQ]-[A-Z]{3}-\d{3}\b(?! \()", said.rpartition(" (")[0]))
        if f"{ref} (" not in said
    ]
    assert asked
    assert bare == []
