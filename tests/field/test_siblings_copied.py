"""A Word form in which a row, a box or the whole table was copied and written in anew, or whose footer was written in: no words are lost, none are the form's."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from field_cases import ROOT, june_with, places, said, told_anew, words_of

from assurance_pack.pipeline import Understood
from assurance_pack.returns.voice import AlsoWritten, Voice

PCF = "PCF June.docx"
TRAINS = "The trains no longer stop at our station."


def form() -> Any:
    return Document(str(ROOT / "inputs" / "2026-06" / PCF))


def row(document: Any) -> Any:
    return next(r for r in document.tables[0].rows if "What is not working?" in r.cells[0].text)._tr


def retyped(element: Any, text: str) -> Any:
    first, *others = element.iter(qn("w:t"))
    first.text = text
    for other in others:
        other.text = ""
    return element


def with_new_numbers(element: Any) -> Any:
    for number, one in enumerate(element.iter(qn("w:id")), start=9000):
        one.set(qn("w:val"), str(number))
    return element


def second_table(document: Any, *, numbers: bool = True) -> None:
    table = document.tables[0]._tbl
    again = copy.deepcopy(table)
    box = next(b for b in again.iter(qn("w:sdt")) if "Nobody rings back" in "".join(t.text or "" for t in b.iter(qn("w:t"))))
    retyped(box, TRAINS)
    table.addnext(with_new_numbers(again) if numbers else again)


def second_table_as_copied(document: Any) -> None:
    second_table(document, numbers=False)


def second_row(document: Any) -> None:
    again = copy.deepcopy(row(document))
    retyped(next(again.iter(qn("w:sdt"))), TRAINS)
    row(document).addnext(again)


def second_box(document: Any, text: str = TRAINS) -> None:
    box = next(row(document).iter(qn("w:sdt")))
    again = copy.deepcopy(box)
    box.addnext(retyped(again, text) if text else again)


def the_same_box(document: Any) -> None:
    second_box(document, "")


def read(folder: Path, edit: Any) -> Understood:
    document = form()
    edit(document)
    stream = io.BytesIO()
    document.save(stream)
    return june_with(folder, {PCF: stream.getvalue()})


def also_written(understood: Understood) -> list[str]:
    return [one.words or "" for one in understood.case.returns.of(AlsoWritten, "voice:PCF")]


@pytest.mark.parametrize("edit", [second_table, second_table_as_copied, second_row])
def test_words_in_a_copied_row_or_table_are_also_written(edit: Any, tmp_path: Path) -> None:
    understood = read(tmp_path, edit)
    (words,) = understood.case.returns.of(Voice, "voice:PCF")
    assert (words.not_working or "").startswith("Nobody rings back.")
    assert TRAINS not in (words.not_working or "")
    assert also_written(understood) == [TRAINS]
    assert TRAINS in words_of(understood)
    assert places(said(understood, "AP157")) == ["AP157 !paragraph 1"]


def test_words_in_a_box_copied_within_its_cell_stand_in_its_answer(tmp_path: Path) -> None:
    understood = read(tmp_path, second_box)
    (words,) = understood.case.returns.of(Voice, "voice:PCF")
    assert (words.not_working or "").endswith(f"who your caseworker is.\n{TRAINS}")


def test_a_box_copied_with_its_words_says_them_once(tmp_path: Path) -> None:
    understood = read(tmp_path, the_same_box)
    (words,) = understood.case.returns.of(Voice, "voice:PCF")
    assert (words.not_working or "").count("Nobody rings back.") == 1
    assert told_anew(understood) == []


@pytest.mark.parametrize("beside", [True, False], ids=["in the form's line", "on a line of their own"])
def test_of_what_stands_at_the_foot_of_a_page_only_their_words_are_printed(beside: bool, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        foot = document.sections[0].footer
        if beside:
            foot.paragraphs[0].add_run(f"  {TRAINS}")
        else:
            foot.add_paragraph(TRAINS)

    understood = read(tmp_path, edit)
    assert also_written(understood) == [TRAINS]
    assert "every figure, name and quotation is invented" not in " ".join(also_written(understood))
