"""A form on which one sheet alone was filled in: received, its rows kept, printed, and thanked for; a form with nothing on it is neither."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from typing import Any

import openpyxl
import pytest
from docx import Document
from issued import Issued
from read_back import put, read

from assurance_pack.commands.build import build
from assurance_pack.commands.chase import messages
from assurance_pack.commands.prefill import form_for
from assurance_pack.home import Home
from assurance_pack.intake.issue import blank, write
from assurance_pack.intake.issue.issued import issued
from assurance_pack.model import Month, Sender, day
from assurance_pack.model.fault import FaultKind
from assurance_pack.pipeline import understand
from assurance_pack.record import store
from assurance_pack.returns import RETURNS, ReturnKind, return_kind
from assurance_pack.returns.board_log import BOARD_LOG
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.workspace import Risk
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings

JULY = Month("2026-07")
CAP, CWF, QDD = "Capital and Sufficiency", "Commissioning and Workforce", "Quality Assurance, Data and Digital"
RDG, LOG, PCF = "Reform Delivery Group", "Board log", "Parent Carer Forum"


@dataclass(frozen=True)
class Alone:
    """One sheet of one form, what is typed on it, and where that is printed: words of the pack, in Word or the data book."""

    form: str
    sender: Sender
    sheet: str
    row: str | int
    """The ID of the row, or how many rows below the headings it stands."""
    typed: dict[str, Any] = field(hash=False)
    printed: str
    in_the_pack: bool = True
    """What is for RDG or for counting, or has no room beside what nobody has answered, stands in the data book."""


ALONE = (
    Alone(CAP, Sender("workspace", "CAP"), "Indicators", 1, {"value": 64.0}, "64"),
    Alone(CWF, Sender("workspace", "CWF"), "For RDG", "N-CWF-004", {"proposal": "Lend two therapists to the north for a term.", "carries": "Delivery"}, "Lend two therapists to the north for a term.", in_the_pack=False),
    Alone(QDD, Sender("workspace", "QDD"), "Challenges to answer", "C-015", {"response": "Counted by callers from August."}, "Counted by callers from August."),
    Alone(RDG, Sender("rdg", "RDG"), "Task & Finish Groups", "TF-003", {"name": "Lift repairs", "purpose": "Agree who mends the lifts.", "status": "Proposed"}, "Agree who mends the lifts."),
    Alone(RDG, Sender("rdg", "RDG"), "You said, we did", "V-YPG-2026-05-ask", {"answer": "Done", "did": "Two young people sit on the panel."}, "Two young people sit on the panel.", in_the_pack=False),
    Alone(RDG, Sender("rdg", "RDG"), "Challenges to answer", "C-014", {"response": "By 4 September, in writing."}, "By 4 September, in writing."),
    Alone(RDG, Sender("rdg", "RDG"), "Themes", 1, {"id": "V-PCF-2026-07-ask", "confirmed": "Workforce"}, "V-PCF-2026-07-ask", in_the_pack=False),
    Alone(LOG, Sender("board_log", "BOARD"), "Waivers", 2, {"rule": "AP209", "place": "M-CAP-007", "reason": "The contractor reports on 3 August.", "by": "Chair of RDG", "until": "31 August 2026"}, "The contractor reports on 3 August."),
)  # fmt: skip


def filled(form: bytes, alone: Alone) -> bytes:
    """The form as issued, with that sheet filled in and saved."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book[alone.sheet]
    if alone.sheet == "Your words":
        rows = {str(sheet.cell(r, 1).value).partition(";")[0]: r for r in range(1, sheet.max_row + 1)}
        for key, value in alone.typed.items():
            sheet.cell(rows[key], 3).value = value
        return _saved(book)
    keys = {str(cell.value).partition(";")[0]: cell.column for cell in sheet[3] if cell.value}
    if isinstance(alone.row, int):
        number = 4 + alone.row
    else:
        number = next(r for r in range(5, sheet.max_row + 1) if sheet.cell(r, keys["id"]).value == alone.row)
    for key, value in alone.typed.items():
        sheet.cell(number, keys[key]).value = value
    return _saved(book)


def _issued(july: Issued, sender: Sender, settings: Settings) -> bytes:
    """A form of July as it goes out: RDG's comes with its brief, the others with `pack forms`."""
    return write(form_for(sender, july.forward), settings)


@pytest.fixture(scope="module")
def sent(july: Issued, settings: Settings) -> Callable[[Alone], bytes]:
    """The form of July with a sheet of it filled in, as it is sent: filled in once for all tests."""
    made: dict[int, bytes] = {}

    def of(alone: Alone) -> bytes:
        if id(alone) not in made:
            made[id(alone)] = filled(_issued(july, alone.sender, settings), alone)
        return made[id(alone)]

    return of


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("alone", ALONE, ids=lambda a: f"{a.sender}-{a.sheet}")
def test_a_form_on_which_one_sheet_alone_was_filled_in_is_received_with_its_rows(
    alone: Alone, sent: Callable[[Alone], bytes], home: Home, settings: Settings
) -> None:
    put(home, JULY, "a return.xlsx", sent(alone))
    returns = read(home, JULY, settings)
    receipt = returns.receipt(alone.sender)
    assert receipt is not None
    assert receipt.state is ReceiptState.RECEIVED
    cls = return_kind(alone.sender.kind).sheet(alone.sheet)
    assert cls is not None
    assert any(all(_says(getattr(row, name), typed) for name, typed in alone.typed.items()) for row in returns.only(cls))


OF_ONE_SENDER = [(one, other) for one, other in permutations(ALONE, 2) if one.sender == other.sender and one.sheet != other.sheet]


@pytest.mark.parametrize(("one", "other"), OF_ONE_SENDER, ids=lambda a: f"{a.sender}-{a.sheet}")
def test_a_form_that_two_people_filled_in_each_a_sheet_of_it_is_put_together(
    one: Alone, other: Alone, sent: Callable[[Alone], bytes], home: Home, settings: Settings
) -> None:
    for name, alone in (("first half.xlsx", one), ("second half.xlsx", other)):
        put(home, JULY, name, sent(alone))
    returns = read(home, JULY, settings)
    for alone in (one, other):
        cls = return_kind(alone.sender.kind).sheet(alone.sheet)
        assert cls is not None
        assert any(all(_says(getattr(row, name), typed) for name, typed in alone.typed.items()) for row in returns.only(cls)), alone.sheet
    told = [(f.kind, f.cell.file, f.seen) for f in returns.faults if f.kind in (FaultKind.PUT_TOGETHER, FaultKind.TWO_VERSIONS)]
    assert told == [(FaultKind.PUT_TOGETHER, "second half.xlsx", one.sheet)]


def _says(value: Any, typed: Any) -> bool:
    """Whether a value as read is what was typed."""
    if isinstance(value, tuple):
        return [str(v) for v in value] == [typed]
    return (day(value) if isinstance(value, date) else value if isinstance(value, float) else str(value)) == typed


@pytest.fixture(scope="module")
def packs(
    july: Issued, sent: Callable[[Alone], bytes], settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> dict[Alone, tuple[Home, str]]:
    """For each, a July in which it was filled in so, built: the working folder, and all the words of the Word file and the data book."""
    made: dict[Alone, tuple[Home, str]] = {}
    left = list(ALONE)
    while left:
        together = list({a.sender: a for a in reversed(left)}.values())
        left = [a for a in left if a not in together]
        home = Home(tmp_path_factory.mktemp("together"))
        shutil.copytree(july.home.root, home.root, dirs_exist_ok=True)
        for alone in together:
            put(home, JULY, f"{alone.form}.xlsx", sent(alone))
        put(home, JULY, "PCF.xlsx", _with_words(july.path(PCF).read_bytes()))
        build(home, JULY, settings, formats=("word",))
        made |= {alone: (home, _words(home)) for alone in together}
    return made


def _with_words(form: bytes) -> bytes:
    return filled(form, Alone(PCF, Sender("voice", "PCF"), "Your words", "", {"ask": "Give every school a therapist."}, ""))


def _words(home: Home) -> str:
    document = Document(str(home.output(JULY) / f"assurance-pack-{JULY}.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    book = openpyxl.load_workbook(home.output(JULY) / f"data-book-{JULY}.xlsx", read_only=True)
    kept = [str(value) for sheet in book for line in sheet.iter_rows(values_only=True) for value in line if value is not None]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, "DATA BOOK", *kept])


@pytest.mark.parametrize("alone", ALONE, ids=lambda a: f"{a.sender}-{a.sheet}")
def test_what_was_filled_in_alone_is_printed_and_stands_in_the_record(alone: Alone, packs: dict[Alone, tuple[Home, str]]) -> None:
    home, words = packs[alone]
    assert alone.printed in words.partition("DATA BOOK")[0 if alone.in_the_pack else 2]
    record = store.load(home, JULY)
    assert record is not None
    cls = return_kind(alone.sender.kind).sheet(alone.sheet)
    assert cls is not None
    assert any(all(_says(getattr(row, n), v) for n, v in alone.typed.items()) for row in record.returns.only(cls))


@pytest.mark.parametrize("alone", ALONE, ids=lambda a: f"{a.sender}-{a.sheet}")
def test_its_sender_is_not_told_that_nothing_was_filled_in(alone: Alone, packs: dict[Alone, tuple[Home, str]], settings: Settings) -> None:
    home, _ = packs[alone]
    written = messages(understand(home, JULY, settings), (), frozenset())
    said = [m.as_text().decode() for m in written if m.sender == alone.sender]
    assert not [text for text in said if "filled in yet" in text or "still to come" in text]


# ---------- nothing filled in ----------


@pytest.mark.parametrize("name", ["a return.xlsx", "a return.docx"])
def test_a_form_that_was_opened_and_saved_is_not_filled_in(name: str, july: Issued, home: Home, settings: Settings) -> None:
    files = [path for path in july.files if path.suffix == name[-5:] and not path.name.startswith(LOG)]
    for path in files:
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            book.save(home.root / "saved.xlsx")
        else:
            Document(str(path)).save(str(home.root / "saved.docx"))
        put(home, JULY, path.name, (home.root / f"saved{path.suffix}").read_bytes())
    receipts = [r for r in read(home, JULY, settings).receipts if r.file]
    assert len(receipts) == len(files) > 0
    # a partner's form says: nothing this month, send nothing; one sent back blank says just that
    assert {r.state for r in receipts if r.kind != "partner"} == {ReceiptState.NOT_FILLED_IN}
    assert {r.state for r in receipts if r.kind == "partner"} <= {ReceiptState.NIL}


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_a_form_issued_again_has_the_same_fingerprints(kind: ReturnKind, july: Issued, settings: Settings) -> None:
    sender = next(s for s in (*expected_senders(settings), Sender("partner", "NHS")) if s.kind == kind.key)
    one, other = (form_for(sender, july.forward) for _ in range(2))
    assert [issued(cls, one, settings) for cls in kind.sheets] == [issued(cls, other, settings) for cls in kind.sheets]


def test_rows_sorted_another_way_are_not_filled_in(july: Issued, home: Home, settings: Settings) -> None:
    book = openpyxl.load_workbook(july.path(CAP))
    sheet = book["Milestones"]
    first, second = ([c.value for c in sheet[r]] for r in (5, 6))
    for column, (one, other) in enumerate(zip(first, second, strict=True), start=1):
        sheet.cell(5, column).value, sheet.cell(6, column).value = other, one
    book.save(put(home, JULY, "CAP.xlsx", b""))
    assert _state(home, settings, Sender("workspace", "CAP")) is ReceiptState.NOT_FILLED_IN


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("Milestones", "G5", "soon"),
        ("Risks", "C5", None),
        ("QA findings", "Q40", "A note under the table."),
        ("Indicators", "L4", "A column of our own"),
    ],
    ids=["a word where a date belongs", "a title taken out", "a note under the table", "a column of one's own"],
)
def test_anything_else_that_differs_from_what_we_issued_is_filled_in(
    sheet: str, cell: str, value: str | None, july: Issued, home: Home, settings: Settings
) -> None:
    book = openpyxl.load_workbook(july.path(CAP))
    book[sheet][cell].value = value
    book.save(put(home, JULY, "CAP.xlsx", b""))
    assert _state(home, settings, Sender("workspace", "CAP")) is ReceiptState.RECEIVED


def test_a_sheet_of_one_s_own_is_filled_in_and_named(july: Issued, home: Home, settings: Settings) -> None:
    book = openpyxl.load_workbook(july.path(CAP))
    book.create_sheet("From our own list").append(["The lifts are broken again."])
    book.save(put(home, JULY, "CAP.xlsx", b""))
    assert _state(home, settings, Sender("workspace", "CAP")) is ReceiptState.RECEIVED
    assert FaultKind.EXTRA_SHEET in {f.kind for f in read(home, JULY, settings).faults}


def test_the_board_log_counts_as_it_is_and_an_empty_one_does_not(july: Issued, home: Home, settings: Settings) -> None:
    put(home, JULY, "log.xlsx", july.path(LOG).read_bytes())
    assert _state(home, settings, BOARD_LOG) is ReceiptState.RECEIVED
    put(home, JULY, "log.xlsx", write(blank(return_kind("board_log"), BOARD_LOG, JULY, settings), settings))
    assert _state(home, settings, BOARD_LOG) is ReceiptState.NOT_FILLED_IN


def test_a_letter_with_our_questions_and_no_answers_is_none_of_our_forms(home: Home, settings: Settings) -> None:
    letter = Document()
    for question in ("What is working?", "What is not working?", "What do you ask the Board for?"):
        letter.add_paragraph(question)
    letter.save(str(put(home, JULY, "Parent Carer Forum.docx", b"")))
    returns = read(home, JULY, settings)
    assert {f.kind for f in returns.faults if f.cell.file} == {FaultKind.UNKNOWN_FORM}
    assert [r.state for r in returns.receipts if r.file] == [ReceiptState.SET_ASIDE]


def test_a_register_of_one_s_own_in_a_workbook_of_one_s_own_stands_for_no_return_and_is_named(home: Home, settings: Settings) -> None:
    """One table with our headings may be anything: it is not taken for a return, and never said to have come back as it was sent."""
    book = openpyxl.Workbook()
    book.active.title = "Risks"
    book.active.append(["ID", "Risk", "Current likelihood", "Current impact", "Controls", "Owner", "Status", "Next review"])
    book.active.append(["R-CAP-001", "The contractor fails.", 4, 5, "Weekly calls.", "Head of Capital", "Open", "31/08/2026"])
    book.save(put(home, JULY, "Capital and Sufficiency.xlsx", b""))
    returns = read(home, JULY, settings)
    assert returns.of(Risk) == ()
    assert [f.kind for f in returns.faults if f.cell.file] == [FaultKind.UNKNOWN_FORM]


def test_a_register_of_one_s_own_pasted_into_our_form_counts_as_typed(july: Issued, home: Home, settings: Settings) -> None:
    book = openpyxl.load_workbook(july.path(CAP))
    sheet = book["Risks"]
    keys = {str(c.value).partition(";")[0]: c.column for c in sheet[3] if c.value}
    row = next(n for n in range(5, 60) if not sheet.cell(n, keys["title"]).value)
    for name, value in {"id": "R-CAP-099", "title": "The contractor fails.", "likelihood": 4, "consequence": 5}.items():
        sheet.cell(row, keys[name]).value = value
    book.save(put(home, JULY, "Capital and Sufficiency.xlsx", b""))
    assert _state(home, settings, Sender("workspace", "CAP")) is ReceiptState.RECEIVED
    assert "R-CAP-099" in {r.id for r in read(home, JULY, settings).of(Risk)}


def _state(home: Home, settings: Settings, sender: Sender) -> ReceiptState:
    receipt = read(home, JULY, settings).receipt(sender)
    assert receipt is not None
    return receipt.state
