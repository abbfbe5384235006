"""What was left from another month or another sender in a return of this month: it is asked about, and named."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
from field_cases import ROOT, SETTINGS, june_with, page_1, places, put, said

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand

PROGRESS = 8
"""The place of “Progress this month” in a row, from nought."""
JULY = Month("2026-07")
QDD, QDD_JULY = "QA Data and Digital - June 2026.xlsx", "QA Data and Digital - July 2026.xlsx"
NHS_JULY, SENCO, YOUNG = "NHS trust concern July 2026.xlsx", "SENCo network June.xlsx", "Young peoples group June 2026.xlsx"


def july_with(root: Path, edits: dict[str, Any]) -> Understood:
    """July of the sample, with the workbooks of it edited."""
    home = Home(root)
    shutil.copytree(ROOT / "inputs", root / "inputs")
    shutil.copy(ROOT / "pack.toml", root)
    for name, edit in edits.items():
        file = home.inputs(JULY) / name
        book = openpyxl.load_workbook(file)
        edit(book)
        book.save(file)
    return understand(home, JULY, SETTINGS)


def test_counts_of_another_month_of_the_series_are_asked_about(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {QDD: put("Indicators", C6=452, D6=541)})
    (asked,) = said(understood, "AP276")
    assert places([asked]) == ["AP276 Indicators!C6 Indicators!D6 Indicators!C42 Indicators!D42"]
    assert (
        asked.sentence == "“Reviews in time” in May 2026 has both counts of “Reviews in time” in May 2025. Was one pasted from the other?"
    )


def test_words_of_another_group_are_asked_about(tmp_path: Path) -> None:
    young = openpyxl.load_workbook(ROOT / "inputs" / "2026-06" / YOUNG)["Your words"]
    edit = put("Your words", **{box: young[box].value for box in ("C9", "C11", "C13")})
    understood = june_with(tmp_path, {SENCO: edit})
    (asked,) = said(understood, "AP326")
    assert asked.sentence.endswith("word for word. Was one form filled with the words of the other?")
    assert "SENCo network" in asked.sentence
    assert "Young people's group" in asked.sentence
    assert {c.file for c in asked.cells} == {SENCO, YOUNG}


def test_news_and_counts_of_last_month_left_in_july_are_asked_about_once_each(tmp_path: Path) -> None:
    june = openpyxl.load_workbook(ROOT / "inputs" / "2026-06" / QDD)["Milestones"]
    was = {row[1].value: row[PROGRESS].value for row in june.iter_rows(min_row=5) if row[1].value}

    def edit(book: Any) -> None:
        for row in book["Milestones"].iter_rows(min_row=5):
            if was.get(row[1].value):
                row[PROGRESS].value = was[row[1].value]
        put("Indicators", C5=87, C6=412, C7=1128)(book)

    understood = july_with(tmp_path, {QDD_JULY: edit, NHS_JULY: put("Start here", C9="Only if you ask us first")})
    (news,) = said(understood, "AP331")
    assert len(news.cells) >= 3
    assert {c.ref[0] for c in news.cells} == {"I"}
    assert "word for word that of June 2026" in news.sentence
    assert places(said(understood, "AP276")) == ["AP276 Indicators!C5 Indicators!C6 Indicators!C7"]
    # whose answer is in question, page 1 says
    assert "Community NHS trust, may we quote you in public?" in " ".join(page_1(understood).split())


def test_the_sample_says_nothing_of_it(tmp_path: Path) -> None:
    assert not said(july_with(tmp_path, {}), "AP276", "AP326", "AP331")


def test_what_is_still_to_do_saved_as_nought_by_another_program_is_the_forms_own(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {"Commissioning and Workforce June 2026.xlsx": put("Start here", D15=0, D16=0, D17=0)})
    assert not said(understood, "AP138")


def test_a_word_that_is_a_sign_of_a_theme_is_not_taken_for_another_by_its_letters(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {QDD: lambda book: put("QA findings", **{f"{theme_column(book)}5": "Transport"})(book)})
    (asked,) = said(understood, "AP150")
    assert "Did you mean “Travel assistance”?" in asked.sentence


def theme_column(book: Any) -> str:
    return next(str(c.column_letter) for c in book["QA findings"][4] if c.value and str(c.value).startswith("Theme"))
