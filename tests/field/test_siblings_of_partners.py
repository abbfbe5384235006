"""What partners write outside their form's table, in a second form, or for a count they may not give: each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, ROOT, SETTINGS, Edit, june_with, page_1, places, put, said, sample, told_anew, words_of

from assurance_pack.pipeline import Refused, Understood, understand

COLLEGE = "College concern June 2026.xlsx"
CAP = "Capital and Sufficiency June 2026.xlsx"
LIFT = "The lift is out of use until October, and nobody has told families."
EXAMS = "Exam access arrangements arrive after the exams have begun."


def more(*lines: str) -> Edit:
    """A sheet of their own with these words, a line in a cell."""

    def edit(book: Any) -> None:
        sheet = book.create_sheet("More")
        for row, line in enumerate(lines, start=1):
            sheet.cell(row, 1).value = line

    return edit


def with_a_second_form(root: Path, **cells: str | None) -> Understood:
    """June with the college's form sent a second time, with these cells otherwise."""
    home = sample(root, {})
    book = openpyxl.load_workbook(home.inputs(JUNE) / COLLEGE)
    put("Concerns", **cells)(book)
    book.save(home.inputs(JUNE) / "College second concern June 2026.xlsx")
    return understand(home, JUNE, SETTINGS)


def test_words_on_a_sheet_of_a_partners_own_are_printed_as_also_written(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {COLLEGE: more("Besides:", LIFT)})
    assert told_anew(understood) == ["AP157 More!A1"]
    assert f"Further education college, also written: “Besides:” “{LIFT}”" in words_of(understood)


def test_words_beside_a_concern_are_too(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {COLLEGE: put("Concerns", J5=LIFT)})
    assert told_anew(understood) == ["AP157 Concerns!J5"]
    assert f"Further education college, also written: “{LIFT}”" in words_of(understood)


def test_words_on_a_sheet_of_its_own_are_all_that_came_and_count(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        for cell in book["Concerns"][5]:
            cell.value = None
        more(LIFT)(book)

    assert f"Further education college, also written: “{LIFT}”" in words_of(june_with(tmp_path, {COLLEGE: edit}))


def test_what_may_identify_a_child_stops_the_build_there_too(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        june_with(tmp_path, {COLLEGE: more("Jayden's mum says that he is still without a taxi.")})


def test_a_paper_of_their_own_is_named_and_not_printed(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {COLLEGE: more(*(f"Line {n} of our own register." for n in range(13)))})
    assert told_anew(understood) == ["AP132 More!"]


def test_a_second_form_with_another_concern_takes_no_words_away(tmp_path: Path) -> None:
    understood = with_a_second_form(tmp_path, A5=EXAMS, D5="Raised in May.", E5="Decide them by 30 April.", G5=None)
    assert [p.sentence.partition(":")[0] for p in said(understood, "AP117", "AP126")] == ["Two forms came, with other concerns"]
    for words in (EXAMS, "Travel is decided after term begins.", "Decisions by 14 August.", "Decide them by 30 April."):
        assert words in words_of(understood)


def test_a_second_form_with_its_concern_put_otherwise_is_a_version(tmp_path: Path) -> None:
    words = "Travel is decided after term begins. Last September 31 of our starters missed most of a fortnight."
    understood = with_a_second_form(tmp_path, A5=words)
    assert words in words_of(understood)
    assert words_of(understood).count("Travel is decided after term begins.") == 1
    assert said(understood, "AP117") == []


@pytest.mark.parametrize("typed", ["S", "~", "supp", "[x]", "low", "[low]", "few"])
def test_a_mark_for_a_count_too_small_to_give_is_asked_about_and_no_count_asked_for(typed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("QA findings", Q7=typed)})
    (asked,) = said(understood, "AP147")
    assert places([asked]) == ["AP147 QA findings!Q7"]
    assert asked.sentence == f"“{typed}” in “Sample size” is not a number: does it stand for a count too small to be given?"
    assert asked.remedy == "If it does, write [c]. If there is no figure, leave the cell empty."
    assert told_anew(june_with(tmp_path, {CAP: put("QA findings", Q7="[c]")})) == []


def test_of_a_figure_the_remedy_names_the_column_for_the_reason(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Indicators", F5="~")})
    assert said(understood, "AP147")[0].remedy.endswith("leave the cell empty, and say why under “Reason if missing”.")
    assert "in question" in page_1(understood)


def test_a_partner_that_sent_last_months_file_again_is_not_one_of_whom_nothing_came(tmp_path: Path) -> None:
    last = next((ROOT / "inputs" / "2026-05").glob("NHS*")).read_bytes()
    understood = june_with(tmp_path, {"NHS trust concern June 2026.xlsx": last})
    (asked,) = [p for p in said(understood, "AP120") if "NHS" in p.cells[0].file]
    assert "it was set aside" in asked.sentence
    assert "Community NHS trust sent the return of May 2026" in page_1(understood)
    told = words_of(understood)
    assert (
        "what Community NHS trust asks is not known: nothing of this month that can be read came; two concerns came from other partners"
        in told
    )


def test_where_no_other_partner_wrote_it_is_not_said_that_none_did(tmp_path: Path) -> None:
    others = dict.fromkeys(("College concern June 2026.xlsx", "Schools Forum concern June 2026.xlsx"))
    understood = june_with(tmp_path, {"NHS trust concern June 2026.xlsx": b"no workbook", **others})
    assert "Cannot be read" in page_1(understood)
    assert "None that can be read was received." in words_of(understood)
