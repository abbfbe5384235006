"""This month's words on last month's form: its title, where people see the month, may be corrected by hand, in Excel and in Word."""

from __future__ import annotations

import io

import hostile
import openpyxl
import pytest

from assurance_pack.home import Home
from assurance_pack.intake.issue import write, write_word
from assurance_pack.intake.issue.form import blank
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import Voice
from assurance_pack.settings import Settings

MAY, JUNE = Month("2026-05"), Month("2026-06")
FORUM = Sender("voice", "PCF")
SAID = "Somebody rings back now."


def last_months(settings: Settings, *, word: bool, title: str) -> bytes:
    """May's form of the Forum with something in its first box, and the month of its title changed."""
    form = blank(return_kind("voice"), FORUM, MAY, settings)
    if word:

        def change(name: str, old: bytes) -> bytes:
            if name != "word/document.xml":
                return old
            return old.replace(b"the Board, May 2026", f"the Board, {title}".encode()).replace(
                b"</w:tbl>", f"</w:tbl><w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>".encode()
            )

        return bytes(hostile.repacked(write_word(form, settings), change))
    book = openpyxl.load_workbook(io.BytesIO(write(form, settings)))
    sheet = book["Your words"]
    sheet["B2"], sheet["C9"] = f"Your words to the Board, {title}", SAID
    return bytes(hostile.saved(book))


def received(home: Home, settings: Settings, content: bytes, *, word: bool) -> Read:
    hostile.write(home.inputs(JUNE), "PCF.docx" if word else "PCF.xlsx", content)
    return read_month(home, JUNE, settings)


@pytest.mark.parametrize("word", [False, True], ids=["Excel", "Word"])
def test_a_month_corrected_in_the_title_is_the_month_of_the_return(home: Home, settings: Settings, word: bool) -> None:
    found = received(home, settings, last_months(settings, word=word, title="June 2026"), word=word)
    receipt = found.returns.receipt(FORUM)
    assert receipt is not None
    assert receipt.state is ReceiptState.RECEIVED
    assert [row.id for row in found.returns.of(Voice)] == ["V-PCF-2026-06"]
    assert FaultKind.WRONG_MONTH not in {f.kind for f in found.returns.faults}


@pytest.mark.parametrize("word", [False, True], ids=["Excel", "Word"])
@pytest.mark.parametrize("title", ["May 2026", "whenever"])
def test_without_it_the_form_is_set_aside_as_last_months(home: Home, settings: Settings, word: bool, title: str) -> None:
    found = received(home, settings, last_months(settings, word=word, title=title), word=word)
    assert found.returns.of(Voice) == ()
    assert [f.kind for f in found.returns.faults if f.cell.file][:1] == [FaultKind.WRONG_MONTH]
