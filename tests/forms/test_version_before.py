"""What the version before left behind is still read: its forms, filled in and not, its record and its seal."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from read_back import placed, put, read
from test_one_sheet_alone import ALONE, Alone, filled

from assurance_pack.commands.forms import forms
from assurance_pack.home import Home
from assurance_pack.intake.recognising.identity import parse_key
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.record import seal, store
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record
from assurance_pack.returns import return_kind
from assurance_pack.returns.rdg import RDG
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import AlsoWritten
from assurance_pack.senders import all_senders
from assurance_pack.settings import Settings

BEFORE = Path(__file__).parents[1] / "fixtures" / "before"
JULY = Month("2026-07")
FORMS = sorted(p.name for p in (BEFORE / "forms").iterdir())
KEPT = [a for a in ALONE if f"{a.form} {JULY}.xlsx" in FORMS]


def raised_since(name: str) -> bool:
    """Whether forms of this kind have columns since that this one does not: its version is data in the form."""
    beside = BEFORE / "forms" / name.replace(".docx", ".xlsx")  # a form in Word went out with the same in Excel
    cells = (cell.value for sheet in openpyxl.load_workbook(beside) for row in sheet.iter_rows() for cell in row)
    identity = next(found for value in cells if isinstance(value, str) and (found := parse_key(value)[1]))
    return identity.version < return_kind(identity.form).version


@pytest.fixture
def archive(home: Home) -> Home:
    """A working folder in which July was built and approved by the version before."""
    shutil.copytree(BEFORE / "returns", home.inputs(JULY))
    shutil.copytree(BEFORE / "sealed", home.output(JULY) / "sealed")
    for path in (BEFORE / "sealed" / "v1.0").iterdir():
        if path.name != seal.SEAL_NAME:
            shutil.copy(path, home.output(JULY))
    return home


def _record(archive: Home) -> Record:
    record = store.load(archive, JULY)
    assert record is not None
    return record


def test_its_record_is_read_with_every_row(archive: Home) -> None:
    record = _record(archive)
    assert len(record.returns.rows) == 28
    assert {r.file for r in record.receipts if r.counts} == {p.name for p in (BEFORE / "returns").iterdir()}
    assert record.settings.board.name


def test_its_seal_holds_and_the_next_version_follows_it(archive: Home) -> None:
    (sealed,) = seal.sealed_versions(archive, JULY)
    assert (sealed.version, sealed.by, sealed.tampered) == ("1.0", "Chair of RDG", ())
    assert seal.next_version(archive, JULY) == "1.1"


def test_its_returns_are_read_today_as_they_were_recorded(archive: Home, settings: Settings) -> None:
    now, then = carry_forward(read(archive, JULY, settings), None).rows, _record(archive).returns.rows
    assert sorted(placed(now), key=str) == sorted(placed(then), key=str)


def test_the_next_month_s_forms_come_from_its_record(archive: Home, settings: Settings) -> None:
    shutil.rmtree(archive.inputs(JULY))
    made = forms(archive, Month("2026-08"), settings)
    assert len(made) == len([s for s in all_senders(settings) if s != RDG])


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_it_that_came_back_as_it_was_sent_is_not_filled_in(name: str, home: Home, settings: Settings) -> None:
    shutil.copytree(BEFORE / "forms", home.output(JULY) / "forms")
    put(home, JULY, name, (BEFORE / "forms" / name).read_bytes())
    returns = read(home, JULY, settings)
    (receipt,) = (r for r in returns.receipts if r.file)
    if name.startswith("Board log"):  # a running list, with last month's rows on it
        assert receipt.state is ReceiptState.RECEIVED
    elif name.startswith("Community NHS trust"):  # nothing this month, said by an empty form
        assert receipt.state is ReceiptState.NIL
    else:
        assert receipt.state is ReceiptState.NOT_FILLED_IN
        old = {FaultKind.OLDER_FORM} if raised_since(name) else set()
        assert {f.kind for f in returns.faults if f.cell.file} == {FaultKind.NOT_FILLED_IN} | old


@pytest.mark.parametrize("alone", KEPT, ids=lambda a: f"{a.sender}-{a.sheet}")
def test_a_form_of_it_on_which_one_sheet_alone_was_filled_in_is_received(alone: Alone, home: Home, settings: Settings) -> None:
    shutil.copytree(BEFORE / "forms", home.output(JULY) / "forms")
    put(home, JULY, "a return.xlsx", filled((BEFORE / "forms" / f"{alone.form} {JULY}.xlsx").read_bytes(), alone))
    receipt = read(home, JULY, settings).receipt(alone.sender)
    assert receipt is not None
    assert receipt.state is ReceiptState.RECEIVED


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_of_its_form_for_groups_nothing_is_taken_for_a_groups_words_and_what_is_written_on_is_read(
    home: Home, settings: Settings, suffix: str
) -> None:
    name = f"Parent Carer Forum {JULY}.{suffix}"
    home.inputs(JULY).mkdir(parents=True, exist_ok=True)
    path = Path(shutil.copy(BEFORE / "forms" / name, home.inputs(JULY)))
    assert read(home, JULY, settings).of(AlsoWritten) == ()
    if suffix == "xlsx":
        book = openpyxl.load_workbook(path)
        for cell in (c for line in book["Your words"].iter_rows() for c in line if str(c.value).startswith("Nothing this month?")):
            cell.value = f"{cell.value} The ferry is late."
        book.save(path)
        assert [row.words for row in read(home, JULY, settings).of(AlsoWritten)] == ["The ferry is late."]
