"""Two files for one return, in the sample month: what only one of them says is never lost, nor taken for another's, without a question."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, ROOT, SETTINGS, Edit, counts, june_with, page_1, put, said, sample, the_sample, words_of

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import understand
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone

JULY = Month("2026-07")
CAP = "Capital and Sufficiency June 2026.xlsx"
CWF = "Commissioning and Workforce June 2026.xlsx"
SENCO, YOUNG = "SENCo network June.xlsx", "Young peoples group June 2026.xlsx"


def copy_of(file: str, *edits: Edit) -> bytes:
    """A return of the sample as somebody else filled it in."""
    book = openpyxl.load_workbook(ROOT / "inputs" / str(JUNE) / file)
    for edit in edits:
        edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


OTHER_WORDS = put("Your words", C9="The mentors help.", C11="No one answers the panel inbox.", C13="One inbox, answered in two days.")


@pytest.mark.parametrize(
    ("of", "named", "edit", "lost"),
    [
        (SENCO, "SENCo network June - from the secondary group.xlsx", OTHER_WORDS, "3 texts"),
        (YOUNG, "Young peoples group June 2026 - school councils.xlsx", OTHER_WORDS, "3 texts"),
    ],
    ids=["a network's second group", "school councils"],
)
def test_other_words_in_a_second_file_are_a_question_that_says_what_would_be_lost(
    of: str, named: str, edit: Edit, lost: str, tmp_path: Path
) -> None:
    understood = june_with(tmp_path, {named: copy_of(of, edit)})
    assert said(understood, "AP124") == []
    (asked,) = said(understood, "AP126")
    assert f"{lost} of this one are not in it" in asked.sentence
    assert "Two versions that differ came" in page_1(understood)


def test_words_a_group_corrected_replace_its_first_as_a_note(tmp_path: Path) -> None:
    def corrected(book: Any) -> None:
        sheet = book["Your words"]
        sheet["C9"] = f"{sheet['C9'].value} And it lasts."

    understood = june_with(tmp_path, {"SENCo network June again.xlsx": copy_of(SENCO, corrected)})
    assert [p.severity.value for p in said(understood, "AP124")] == ["note"]
    assert said(understood, "AP126") == []


def test_a_date_against_the_version_in_a_name_is_a_question(tmp_path: Path) -> None:
    named = "Capital and Sufficiency June 2026 v2.xlsx"
    home = sample(tmp_path, {named: copy_of(CAP, put("Milestones", I11="Work began again on 22 June."))})
    understand(home, JUNE, SETTINGS)
    path = home.inputs(JUNE) / "received.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines) if row[0] != named]
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([*rows, [named, _sha(home.inputs(JUNE) / named), "2026-06-02"]])
    (asked,) = said(understand(home, JUNE, SETTINGS), "AP126")
    assert "was read, because it was received later, by received.csv, though the other is named as version 2" in asked.sentence


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_one_groups_words_on_anothers_form_displace_nobodys(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {YOUNG: None, "Young peoples group June 2026 .xlsx": copy_of(SENCO, OTHER_WORDS)})
    (kept,) = understood.case.returns.of(Voice, "voice:SEN")
    (first,) = the_sample().case.returns.of(Voice, "voice:SEN")
    assert (kept.working, kept.ask) == (first.working, first.ask)
    assert len(said(understood, "AP126")) == 1


def test_two_people_who_each_gave_the_next_free_id_are_asked_about_by_it(tmp_path: Path) -> None:
    def with_new(title: str) -> Edit:
        return put("Milestones", A15="New", B15="M-CAP-011", C15=title, E15="On track")

    two = {
        CAP: copy_of(CAP, with_new("Minibus hire let to one operator")),
        "Capital and Sufficiency June 2026 from Ash.xlsx": copy_of(CAP, with_new("Sensory garden planted")),
    }
    (asked,) = said(june_with(tmp_path, two), "AP126")
    assert "1 row (M-CAP-011) of this one is not in it" in asked.sentence


def test_a_sheet_of_another_workspace_in_ones_book_is_named_and_not_read(tmp_path: Path) -> None:
    theirs = openpyxl.load_workbook(ROOT / "inputs" / str(JUNE) / CAP)["Risks"]

    def pasted(book: Any) -> None:
        sheet = book.create_sheet("Risks (2)")
        for row in theirs.iter_rows():
            for cell in row:
                sheet[cell.coordinate].value = cell.value

    understood = june_with(tmp_path, {CWF: pasted})
    (told,) = said(understood, "AP111")
    assert told.sentence == "This sheet was made for Capital and Sufficiency: it was not read."
    assert said(understood, "AP133") == []
    assert "Two versions" not in page_1(understood)
    assert counts(understood) == counts(the_sample())


def test_one_sheet_sent_again_by_itself_needs_no_first_page(tmp_path: Path) -> None:
    def risks_alone(book: Any) -> None:
        for name in [s for s in book.sheetnames if s not in ("Risks", "Lists", "_pack")]:
            del book[name]

    understood = june_with(tmp_path, {"CAP risks only.xlsx": copy_of(CAP, risks_alone)})
    assert [p.rule for p in understood.verdicts.problems if p.rule in ("AP117", "AP126", "AP130")] == ["AP117"]
    assert "came without" not in page_1(understood)
    assert len(understood.case.returns.of(Milestone)) == len(the_sample().case.returns.of(Milestone))


def test_a_return_that_came_and_cannot_be_read_is_not_called_one_that_did_not_come(tmp_path: Path) -> None:
    page = page_1(june_with(tmp_path, {"PCF June.docx": None, "PCF June.odt": b"PK no document"}))
    assert "No return received" not in page
    assert "Cannot be read: what came from Parent Carer Forum: a gap in assurance" in page


def test_last_months_return_with_its_month_retyped_takes_nothings_place(tmp_path: Path) -> None:
    may = ROOT / "inputs" / "2026-05" / "Capital and Sufficiency May 2026.xlsx"
    book = openpyxl.load_workbook(may)
    book["Start here"]["C6"] = "June 2026"
    stream = io.BytesIO()
    book.save(stream)
    understood = june_with(tmp_path, {"Capital and Sufficiency June 2026 final.xlsx": stream.getvalue()})
    assert counts(understood) == counts(the_sample())
    (asked,) = said(understood, "AP120")
    assert asked.cells[0].file == "Capital and Sufficiency June 2026 final.xlsx"
    assert "This is the return of May 2026 again, under the name of June 2026" in asked.sentence


def test_a_sheet_with_nothing_on_it_is_not_called_missing_where_the_earlier_file_has_it(tmp_path: Path) -> None:
    def for_rdg_emptied(book: Any) -> None:
        sheet = book["For RDG"]
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                cell.value = None

    def milestones_alone(book: Any) -> None:
        for name in [s for s in book.sheetnames if s not in ("Milestones", "Lists", "_pack")]:
            del book[name]

    files = {CAP: copy_of(CAP, for_rdg_emptied), "CAP milestones only.xlsx": copy_of(CAP, for_rdg_emptied, milestones_alone)}
    understood = june_with(tmp_path, files)
    assert said(understood, "AP130") == []
    assert "came without" not in page_1(understood)


def test_what_excel_saved_by_itself_takes_nobodys_place(tmp_path: Path) -> None:
    older = put("Milestones", I11="Older words.")
    understood = june_with(tmp_path, {"Capital and Sufficiency June 2026 (version 1).xlsx": copy_of(CAP, older)})
    (asked,) = said(understood, "AP126")
    assert asked.cells[0].file == "Capital and Sufficiency June 2026 (version 1).xlsx"
    assert "“Capital and Sufficiency June 2026.xlsx” was read, because this one bears the name of a copy" in asked.sentence
    assert counts(understood) == counts(the_sample())


def july(root: Path) -> Home:
    """All the sample months."""
    shutil.copytree(ROOT / "inputs", root / "inputs")
    shutil.copy(ROOT / "pack.toml", root)
    return Home(root)


def test_without_a_board_log_page_1_says_that_what_was_asked_may_be_decided(tmp_path: Path) -> None:
    home = july(tmp_path)
    assert "Not known whether decided" not in page_1(understand(home, JULY, SETTINGS))
    (home.inputs(JULY) / "Board log July 2026.xlsx").unlink()
    page = page_1(understand(home, JULY, SETTINGS))
    assert "Not known whether decided, for the Board log did not come. 24 specialist base places" in page
    assert "(B-005)" in page


def test_rdgs_return_in_two_halves_is_not_known_in_section_2_either(tmp_path: Path) -> None:
    rdg = "RDG return June 2026.xlsx"

    def no_matters(book: Any) -> None:
        for row in book["For the Board"].iter_rows(min_row=5):
            for cell in row:
                cell.value = None

    understood = june_with(tmp_path, {"RDG return June 2026 final.xlsx": copy_of(rdg, no_matters)})
    words = words_of(understood)
    assert (
        words.count("RDG’s return came in two versions that differ, and the one that counts asks no decision: what is asked is not known.")
        == 2
    )
    assert "RDG brings nothing to the Board" not in words
    assert "No decisions are asked" not in words


def test_a_board_log_with_its_actions_emptied_is_not_one_without_actions(tmp_path: Path) -> None:
    def no_actions(book: Any) -> None:
        for row in book["Actions"].iter_rows(min_row=5):
            for cell in row:
                cell.value = None

    words = words_of(june_with(tmp_path, {"Board log June 2026 final.xlsx": copy_of("Board log June 2026.xlsx", no_actions)}))
    assert "The log that counts has no open action, and another differs" in words
    assert "No action is open" not in words
