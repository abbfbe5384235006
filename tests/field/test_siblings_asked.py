"""What is asked about, and what follows from a return that came in two versions or not at all: each through its workbook, as an officer makes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, SETTINGS, Edit, june_with, page_1, places, put, said, sample, told_anew, words_of

from assurance_pack.home import Home
from assurance_pack.pipeline import Understood, understand

CAP = "Capital and Sufficiency June 2026.xlsx"
LOG = "Board log June 2026.xlsx"
RDG = "RDG return June 2026.xlsx"


def in_row(sheet: str, ref: str, **cells: Any) -> Edit:
    """These values typed into the row of an item, by the letters of their columns."""

    def edit(book: Any) -> None:
        page = book[sheet]
        row = next(c.row for c in (*page["A"], *page["B"]) if c.value == ref)
        for column, value in cells.items():
            page[f"{column}{row}"] = value

    return edit


def together(*edits: Edit) -> Edit:
    """Several edits of one workbook."""

    def edit(book: Any) -> None:
        for one in edits:
            one(book)

    return edit


def without(sheet: str, ref: str) -> Edit:
    """A row emptied, its ID too."""

    def edit(book: Any) -> None:
        page = book[sheet]
        for cell in page[next(c.row for c in page["A"] if c.value == ref)]:
            cell.value = None

    return edit


def in_two_versions(home: Home, name: str, edit: Edit) -> Understood:
    """June with a second file beside a return, in which something is otherwise."""
    folder = home.inputs(JUNE)
    book = openpyxl.load_workbook(folder / name)
    edit(book)
    book.save(folder / name.replace(".xlsx", " v2.xlsx"))
    return understand(home, JUNE, SETTINGS)


# ---------- a return in two versions that differ, or none ----------


def test_of_two_board_logs_that_differ_an_id_of_the_other_is_no_slip(tmp_path: Path) -> None:
    understood = in_two_versions(sample(tmp_path, {}), LOG, together(without("Actions", "A-036"), without("Decisions", "D-007")))
    assert {p.split()[0] for p in told_anew(understood)} == {"AP126"}
    assert "Not known whether decided, for two Board logs came that differ. Four more primary bases (B-003)" in page_1(understood)


def test_of_two_board_logs_that_differ_an_id_that_stands_in_neither_is_asked_about(tmp_path: Path) -> None:
    home = sample(tmp_path, {CAP: in_row("Milestones", "M-CAP-002", M="D-077, Board minutes")})
    understood = in_two_versions(home, LOG, without("Actions", "A-036"))
    assert "AP262 Milestones!M6" in places(said(understood, "AP262"))


@pytest.mark.parametrize(
    ("name", "silent"), [(LOG, {"AP262", "AP316"}), (RDG, {"AP210", "AP262", "AP264", "AP313"})], ids=["the Board log", "RDG’s return"]
)
def test_what_names_items_of_a_return_that_did_not_come_is_no_slip(name: str, silent: set[str], tmp_path: Path) -> None:
    anew = {p.split()[0] for p in told_anew(june_with(tmp_path, {name: None}))}
    assert "AP128" in anew
    assert not anew & silent


def test_a_waiver_stands_until_its_day_though_the_log_did_not_come(tmp_path: Path) -> None:
    waiver = dict(A="AP223", B="R-CAP-005", C="Reviewed at the next meeting.", D="Chair of the Board", E=datetime(2026, 8, 31))
    in_may = put("Waivers", **{f"{letter}8": value for letter, value in waiver.items()})
    home = sample(tmp_path, {"Board log May 2026.xlsx": in_may}, JUNE.plus(-1))
    (home.inputs(JUNE) / LOG).unlink()
    understood = understand(home, JUNE, SETTINGS)
    assert "R-CAP-005" not in [ref for p in said(understood, "AP223") for ref in p.items]
    assert ("AP223", "R-CAP-005") in [(p.rule, p.items[0]) for p in understood.verdicts.waived]


# ---------- a day that is asked about ----------

NEXT_YEAR: list[tuple[str, Edit, str]] = [
    (LOG, in_row("Actions", "A-035", D=datetime(2027, 7, 10), F="A first draft is with the helpline."), "AP200 Actions!D11"),
    (LOG, in_row("Challenges", "C-015", M=datetime(2027, 7, 10)), "AP200 Challenges!M8"),
    (LOG, in_row("Decisions", "D-007", H=datetime(2027, 11, 2)), "AP200 Decisions!H9"),
    (RDG, in_row("For the Board", "B-005", O=datetime(2027, 7, 24)), "AP200 For the Board!O5"),
]


@pytest.mark.parametrize(("name", "edit", "where"), NEXT_YEAR, ids=[where for _, _, where in NEXT_YEAR])
def test_a_day_first_set_for_a_year_on_is_asked_about_beside_new_words(name: str, edit: Edit, where: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {name: edit})
    assert told_anew(understood) == [where]
    assert said(understood, "AP200")[0].sentence.endswith("is 2026 meant?")
    assert "Asked whether the day is right: " in words_on_page_1(understood)


def words_on_page_1(understood: Understood) -> str:
    """Page 1 as one text."""
    return " ".join(page_1(understood).split())


def test_a_month_a_matter_is_put_off_to_is_asked_about_a_year_on(tmp_path: Path) -> None:
    put_off = in_row("Decisions", "D-007", D=None, E=None, F="July 2027", G=None, H=None)
    understood = june_with(tmp_path, {LOG: put_off})
    assert said(understood, "AP200")[0].sentence == "Deferred to is July 2027: is 2026 meant?"


def test_a_day_a_year_off_whose_year_the_row_names_is_not_asked_about(tmp_path: Path) -> None:
    put_off = in_row("Actions", "A-028", D=datetime(2027, 7, 29), F="Put off to July 2027: the finance committee sets its budget in June.")
    assert "AP200" not in {p.split()[0] for p in told_anew(june_with(tmp_path, {LOG: put_off}))}


LATER: list[Callable[[], Edit]] = [
    lambda: in_row("Decisions", "D-006", H=datetime(2027, 9, 30)),
    lambda: in_row("Decisions", "D-006", H=datetime(2026, 10, 30)),
]


@pytest.mark.parametrize("later", LATER, ids=["a year on", "put off without a word"])
def test_a_decision_is_not_called_on_course_by_a_day_that_is_asked_about_unless_the_page_says_so(
    later: Callable[[], Edit], tmp_path: Path
) -> None:
    understood = june_with(tmp_path, {LOG: later()})
    assert "D-006 “Agreed a date: building contract let”: a day it rests on is asked about" in page_1(understood)
    assert "Asked whether the day is right: D-006." in words_on_page_1(understood)
    assert "A day it rests on is asked about." in words_of(understood)


def test_nor_by_the_forecast_of_the_milestone_that_shows_it(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: in_row("Milestones", "M-CAP-010", G=datetime(2025, 10, 14))})
    assert "D-006 “Agreed a date: building contract let”: a day it rests on is asked about" in page_1(understood)


def test_an_action_no_longer_overdue_by_a_day_that_is_asked_about_is_named(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: in_row("Actions", "A-028", D=datetime(2027, 5, 29))})
    assert "whether A-028 is in time is asked" in words_of(understood)
    assert "Asked whether the day is right: A-028." in words_on_page_1(understood)
