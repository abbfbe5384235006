"""What is kept of a withdrawal: by whom, when and from where, never what stood there; and what it says of files and words from then on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assurance_pack.home import Home
from assurance_pack.model import Cell, Month
from assurance_pack.record.withdrawals import (
    Withdrawal,
    Withdrawals,
    WithdrawnCell,
    as_bytes,
    fingerprints_of,
    letters,
    next_path,
    withdrawals,
)

MAY, JUNE = Month("2026-05"), Month("2026-06")
MOMENT = "2026-07-03T09:30:00+00:00"
ONE, OTHER = "1" * 64, "2" * 64
SEALED = "2026-05/sealed/v1.0"


def folder(home: Home) -> Path:
    found = home.root / "output" / "withdrawn"
    found.mkdir(parents=True, exist_ok=True)
    return found


def put(home: Home, name: str = "001.json", **more: object) -> Withdrawal:
    said = Withdrawal.model_validate({"by": "Head of SEND", "on": MOMENT, "reason": "one family", "places": [], "follows": {}, **more})
    (folder(home) / name).write_bytes(as_bytes(said))
    return said


def test_it_is_read_back_as_it_was_kept_and_says_its_day_and_place(home: Home) -> None:
    said = put(home, reason="Zoë’s family", changed={f"{SEALED}/pack.docx": ONE, "2026-05/pack.pdf": ""})
    (kept,) = withdrawals(home).kept
    assert (kept.said, kept.place, said.day) == (said, "withdrawn/001.json", "3 July 2026")
    assert kept.changed == {SEALED, "2026-05"}
    data = as_bytes(said)
    assert "Zoë’s".encode() in data
    assert data.decode() == json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def test_withdrawals_come_in_their_order_and_none_where_none_was_made(home: Home) -> None:
    assert withdrawals(Home(home.root / "nowhere")).kept == ()
    for name in ("010.json", "002.json", "001.json"):
        put(home, name)
    (folder(home) / "notes.txt").write_text("mine")
    assert [k.path.name for k in withdrawals(home).kept] == ["001.json", "002.json", "010.json"]


@pytest.mark.parametrize("torn", ["", "[]", "[" * 99999, '{"by": "Head"}', '{"by": 5}'])
def test_a_damaged_one_is_known_by_its_bytes_and_says_nothing(home: Home, torn: str) -> None:
    put(home, "002.json", changed={"2026-05/pack.docx": ONE}, approval=SEALED, texts=fingerprints_of(["A story"], MOMENT))
    (folder(home) / "001.json").write_text(torn)
    found = withdrawals(home)
    damaged, whole = found.kept
    assert (damaged.said, damaged.changed, len(damaged.digest)) == (None, frozenset(), 64)
    assert found.changed == {"2026-05/pack.docx": ONE}
    assert found.approval(SEALED) == whole.said
    assert found.hold("A story")
    assert found.cells(MAY, {"Capital.xlsx": ONE}) == frozenset()


def test_one_this_machine_does_not_give_up_is_there_and_says_nothing(home: Home) -> None:
    (folder(home) / "001.json").mkdir()
    (kept,) = withdrawals(home).kept
    assert (kept.said, kept.digest) == (None, "")


def test_a_sealed_file_is_held_to_what_the_last_withdrawal_says_it_is_since_and_one_taken_away_to_nothing(home: Home) -> None:
    put(home, changed={f"{SEALED}/pack.docx": ONE, f"{SEALED}/pack.pdf": ""})
    put(home, "002.json", changed={f"{SEALED}/pack.docx": OTHER, "2026-06/sealed/v1.0/book.xlsx": ONE})
    sealed = {"pack.docx": "a" * 64, "pack.pdf": "b" * 64, "book.xlsx": "c" * 64}
    assert withdrawals(home).as_they_are(SEALED, sealed) == {"pack.docx": OTHER, "book.xlsx": "c" * 64}


def test_an_approval_is_withdrawn_by_the_first_that_names_it_and_words_alone_withdraw_none(home: Home) -> None:
    put(home, by="Data protection officer", changed={f"{SEALED}/pack.docx": ONE})
    first = put(home, "002.json", by="Chair of RDG", approval=SEALED)
    put(home, "003.json", by="Vice-chair", approval=SEALED)
    found = withdrawals(home)
    assert found.approval(SEALED) == first
    assert found.approval("2026-06/sealed/v1.0") is None


def test_a_cell_is_known_in_the_same_file_of_the_same_month_whatever_the_file_is_called(home: Home) -> None:
    at = {"file": "Capital.xlsx", "sheet": "Risks", "ref": "C5"}
    cells = [
        {"month": MAY, "sha256": ONE, **at},
        {"month": JUNE, "sha256": OTHER, **at},
        {"month": MAY, "sha256": OTHER, **at, "ref": "D5"},
        {"month": MAY, **at, "ref": "E5"},
    ]
    put(home, cells=cells)
    found = withdrawals(home)
    assert found.cells(MAY, {"Capital again.xlsx": ONE, "Other.xlsx": "3" * 64}) == {
        Cell(file="Capital again.xlsx", sheet="Risks", ref="C5")
    }
    assert found.cells(MAY, {"a.xlsx": ONE, "b.xlsx": OTHER}) == {
        Cell(file="a.xlsx", sheet="Risks", ref="C5"),
        Cell(file="b.xlsx", sheet="Risks", ref="D5"),
    }
    assert found.cells(MAY, {"Unread.xlsx": ""}) == frozenset()
    assert [c.ref for c in found.cells(JUNE, {"a.xlsx": ONE, "b.xlsx": OTHER})] == ["C5"]


def test_words_that_were_withdrawn_are_known_again_however_they_are_spaced_and_of_whichever_withdrawal(home: Home) -> None:
    later = "2026-07-04T09:30:00+00:00"
    put(home, texts=fingerprints_of(["Since the move, one family waits."], MOMENT))
    put(home, "002.json", on=later, texts=fingerprints_of(["A boy of nine."], later))
    found = withdrawals(home)
    for words in ("Since the move, one family waits.", "SINCE  THE MOVE\none family waits", "a boy of nine", "ａ boy of NINE!"):
        assert found.hold(words), words
    for words in ("Since the move, two families wait.", "A boy of ten.", "", "…"):
        assert not found.hold(words), words
    assert not Withdrawals(()).hold("A boy of nine.")
    put(home, "003.json", texts=())
    assert not withdrawals(home).hold("")


def test_of_no_words_nothing_is_held_though_a_withdrawal_holds_an_empty_text(home: Home) -> None:
    put(home, texts=fingerprints_of(["…"], MOMENT))
    assert not withdrawals(home).hold("!")


def test_the_same_words_have_another_fingerprint_in_every_withdrawal_and_one_alone_in_each() -> None:
    one = fingerprints_of(["A boy of nine.", "a BOY of nine", "Another"], MOMENT)
    assert len(one) == 2
    assert list(one) == sorted(one)
    assert not set(one) & set(fingerprints_of(["A boy of nine."], "2026-07-04"))


@pytest.mark.parametrize(("text", "plain"), [("A boy, 9_b!", "aboy9b"), ("Zoë’s", "zoës"), ("ﬁne", "fine"), ("ẞ", "ss"), (" … ", "")])
def test_by_its_letters_and_digits_a_text_is_known(text: str, plain: str) -> None:
    assert letters(text) == plain


def test_the_next_is_numbered_after_the_highest_whatever_else_lies_there(home: Home) -> None:
    assert next_path(home) == home.root / "output" / "withdrawn" / "001.json"
    put(home, "009.json")
    put(home, "002.json")
    (folder(home) / "notes.json").write_text("{}")
    assert next_path(home).name == "010.json"


@pytest.mark.parametrize(
    "more", [{"on": "yesterday"}, {"changed": {"2026-05/pack.pdf": "gone"}}, {"texts": ["a story"]}, {"follows": {"a": "b"}}, {"extra": 1}]
)
def test_what_no_withdrawal_says_is_damage(more: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Withdrawal.model_validate({"by": "Head", "on": MOMENT, "reason": "a", "places": [], "follows": {}, **more})
    with pytest.raises(ValueError, match="validation error"):
        WithdrawnCell.model_validate({"month": MAY, "file": "a.xlsx", "words": "a story"})
