"""Whatever a month holds, written onto our forms and read back it is the same month."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from any_month import MONTH, SENDERS, forms, row
from hypothesis import HealthCheck, Phase, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from read_back import GIVEN_BY_THE_FORM, as_filled, plain, put, read, with_fingerprints

from assurance_pack.home import Home
from assurance_pack.intake.issue import Form, FormRow, FormSheet, write, write_word
from assurance_pack.intake.issue.issued import issued
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import RETURNS, ReturnKind
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.schema import Row, columns
from assurance_pack.schema.column import ColumnGroup
from assurance_pack.settings_file import load

SETTINGS = load(Path(__file__).parents[2] / "pack.toml")
ALLOWED = {FaultKind.MISSING_RETURN, FaultKind.TOO_LONG, FaultKind.NOT_FILLED_IN}
"""What may be said of a form that is right: somebody else's is missing; a cell has many words; nothing was typed that is the sender's own."""


ANY_MONTH = hypothesis_settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each example is a workbook written and read: too slow to shrink
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
@given(data=st.data())
@ANY_MONTH
def test_any_valid_month_written_on_our_form_reads_back_as_the_same_rows(kind: ReturnKind, data: st.DataObject) -> None:
    form = data.draw(forms(kind, SETTINGS))
    returns = _sent(form, "a return.xlsx")
    said = {f.kind for f in returns.faults} - ALLOWED
    assert not said, [f for f in returns.faults if f.kind in said]
    receipt = next(r for r in returns.receipts if r.file)
    assert receipt.sender == SENDERS[kind.key]
    lines = [line for cls in kind.sheets for line in as_filled(form, cls)]
    typed = any(v is not None for line in lines for n, v in line.items() if n not in GIVEN_BY_THE_FORM)
    assert (receipt.state is ReceiptState.NOT_FILLED_IN) is not typed
    for cls in kind.sheets if typed else ():
        told = [{n: v for n, v in row.items() if n not in GIVEN_BY_THE_FORM} for row in plain(returns.rows, cls)]
        meant = [{n: v for n, v in row.items() if n not in GIVEN_BY_THE_FORM} for row in as_filled(form, cls)]
        assert told == meant, cls.sheet_title


@given(data=st.data())
@ANY_MONTH
def test_any_words_written_on_the_word_form_read_back_as_they_were(data: st.DataObject) -> None:
    voice = next(k for k in RETURNS if k.key == "voice")
    form = data.draw(forms(voice, SETTINGS))
    returns = _sent(form, "a return.docx")
    assert {f.kind for f in returns.faults} <= ALLOWED
    asked = [c.name for c in columns(Voice) if c.group is ColumnGroup.MONTHLY]
    if not any(form.page.get(name) for name in asked):
        assert returns.rows == ()
        return
    (row,) = returns.rows
    for name in ("working", "not_working", "ask", "how_heard"):
        assert getattr(row, name) == form.page.get(name), name
    assert row.sender == "voice:PCF"


SHEETS = [(kind, cls) for kind in RETURNS for cls in kind.sheets if any(not c.locked for c in columns(cls))]


@pytest.mark.parametrize(("kind", "cls"), SHEETS, ids=lambda x: getattr(x, "key", None) or x.sheet_title)
@given(data=st.data())
@hypothesis_settings(ANY_MONTH, max_examples=2)
def test_a_form_on_which_any_one_sheet_alone_is_filled_in_is_received_with_what_is_on_it(
    kind: ReturnKind, cls: type[Row], data: st.DataObject
) -> None:
    line = data.draw(row(cls, SETTINGS))
    form = data.draw(forms(kind, SETTINGS))
    page = {n: v for n, v in line.items() if n not in GIVEN_BY_THE_FORM} if cls.layout == "page" else {}
    assume(any(v not in (None, ()) for n, v in (page or line).items() if n != "id"))
    sheets = {other: FormSheet((FormRow(line),) if other is cls else ()) for other in form.sheets}
    returns = _sent(replace(form, page=page, sheets=sheets), "a return.xlsx")
    receipt = next(r for r in returns.receipts if r.file)
    assert receipt.state is ReceiptState.RECEIVED
    told = [{n: v for n, v in said.items() if n not in GIVEN_BY_THE_FORM} for said in plain(returns.rows, cls)]
    assert told == [{n: v for n, v in line.items() if n not in GIVEN_BY_THE_FORM}]


def _sent(form: Form, name: str) -> Returns:
    """What is read of a form that was issued empty and sent back with these values."""
    empty = replace(form, page={}, sheets={cls: FormSheet() for cls in form.sheets})
    written = write_word(form, SETTINGS) if name.endswith(".docx") else write(form, SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        prints = {issued(cls, form, SETTINGS): issued(cls, empty, SETTINGS) for cls in form.kind.sheets}
        put(home, MONTH, name, with_fingerprints(written, prints))
        return read(home, MONTH, SETTINGS)


def _word_form(home: Home, **answers: object) -> Path:
    voice = next(k for k in RETURNS if k.key == "voice")
    form = Form(voice, SENDERS["voice"], "Parent Carer Forum", MONTH, page=answers, filled_in=True)
    return put(home, MONTH, "PCF.docx", write_word(form, SETTINGS))


def test_a_choice_left_as_it_was_on_the_word_form_is_no_answer(home: Home) -> None:
    _word_form(home, ask="Ring us back.")
    returns = read(home, MONTH, SETTINGS)
    (row,) = returns.of(Voice)
    assert (row.ask, row.how_many, row.will_speak, row.may_quote, row.how_heard, row.working) == (
        "Ring us back.",
        None,
        None,
        None,
        None,
        None,
    )
    assert {f.kind for f in returns.faults} == {FaultKind.MISSING_RETURN}


def test_words_typed_in_the_grey_of_the_invitation_are_not_lost(home: Home) -> None:
    """Some programs leave the style of “Click here and type” on what is typed over it."""
    path = _word_form(home, ask="Ring us back.")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts["word/document.xml"].decode()
    assert document.count("<w:showingPlcHdr/>") == 6
    typed = document.replace("Click here and type", "Nobody rings back.", 1).replace("<w:showingPlcHdr/>", "", 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, typed if name == "word/document.xml" else data)
    (row,) = read(home, MONTH, SETTINGS).of(Voice)
    assert row.working == "Nobody rings back."
