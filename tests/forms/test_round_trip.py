"""Whatever a month holds, written onto our forms and read back it is the same month."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest
from any_month import MONTH, SENDERS, forms
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from read_back import GIVEN_BY_THE_FORM, as_filled, plain, put, read

from assurance_pack.intake.issue import Form, write, write_word
from assurance_pack.model import FaultKind
from assurance_pack.returns import RETURNS, ReturnKind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import Voice
from assurance_pack.settings import Home
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
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        put(home, MONTH, "a return.xlsx", write(form, SETTINGS))
        returns = read(home, MONTH, SETTINGS)
    said = {f.kind for f in returns.faults} - ALLOWED
    assert not said, [f for f in returns.faults if f.kind in said]
    receipt = next(r for r in returns.receipts if r.file)
    assert receipt.sender == SENDERS[kind.key]
    if receipt.state is ReceiptState.NOT_FILLED_IN:
        return
    for cls in kind.sheets:
        told = [{n: v for n, v in row.items() if n not in GIVEN_BY_THE_FORM} for row in plain(returns.rows, cls)]
        meant = [{n: v for n, v in row.items() if n not in GIVEN_BY_THE_FORM} for row in as_filled(form, cls)]
        assert told == meant, cls.sheet_title


@given(data=st.data())
@ANY_MONTH
def test_any_words_written_on_the_word_form_read_back_as_they_were(data: st.DataObject) -> None:
    voice = next(k for k in RETURNS if k.key == "voice")
    form = data.draw(forms(voice, SETTINGS))
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        put(home, MONTH, "a return.docx", write_word(form, SETTINGS))
        returns = read(home, MONTH, SETTINGS)
    assert {f.kind for f in returns.faults} <= ALLOWED
    if not any(form.page.get(box) for box in ("working", "not_working", "ask")):
        return
    (row,) = returns.rows
    for name in ("working", "not_working", "ask", "how_heard"):
        assert getattr(row, name) == form.page.get(name), name
    assert row.sender == "voice:PCF"


def _word_form(home: Home, **answers: object) -> Path:
    voice = next(k for k in RETURNS if k.key == "voice")
    form = Form(voice, SENDERS["voice"], "Parent Carer Forum", MONTH, page=answers)
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
