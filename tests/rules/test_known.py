"""Which IDs are known, how one is told among other words, and of which nobody can say this month whether they exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from months import after, case_of, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.received import Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.rules.known import (
    as_kept,
    ids_so_far,
    known_ids,
    named_in,
    of_a_missing_return,
    older_than_the_log,
    references,
    row_ids,
)
from assurance_pack.schema import Row

MAY = (
    sheet(Risk, "CAP", """
        id        | title
        R-CAP-001 | The roof may leak
    """),
)  # fmt: skip
JUNE = month(
    sheet(Milestone, "CAP", """
        id        | title
        M-CAP-001 | Two bases open
                  | No ID is given
    """),
    sheet(Voice, "PCF", """
        group | month   | ask
        PCF   | 2026-06 | Publish the waits
    """),
)  # fmt: skip
VOICE = {"v-pcf-2026-06", "v-pcf-2026-06-working", "v-pcf-2026-06-not-working", "v-pcf-2026-06-ask"}


def test_known_is_all_of_this_month_and_before_and_each_box_of_a_voice_return():
    assert known_ids(case_of(after(JUNE, MAY))) == {"m-cap-001", "r-cap-001", *VOICE}
    assert ids_so_far(case_of(after(JUNE, MAY)), Risk) == {"r-cap-001"}
    assert ids_so_far(case_of(JUNE), Milestone) == {"m-cap-001"}


def test_an_older_month_is_looked_through_only_for_what_no_newer_one_has() -> None:
    april = (sheet(Milestone, "CAP", "id\nM-CAP-009"),)
    case = case_of(after(JUNE, april, MAY))
    asked: list[str] = []

    class Noted(Returns):
        def ids(self, kind: type[Row] = Row) -> Iterator[str]:
            asked.append(self.month)
            return super().ids(kind)

    noted = tuple(Noted(m.month, m.rows) for m in case.earlier)
    known = known_ids(replace(case, history=tuple(SimpleNamespace(returns=m) for m in noted)))  # type: ignore[arg-type]
    assert "m-cap-001" in known
    assert asked == []
    assert "r-cap-001" in known
    assert set(asked) == {"2026-05"}
    assert "m-cap-009" in known
    assert "m-cap-010" not in known
    assert len(known) == len(set(known)) == 3 + len(VOICE)
    assert set(asked) == {"2026-05", "2026-04"}
    assert ids_so_far(case, Concern) == set()
    assert not ids_so_far(case, Concern)
    assert ids_so_far(case, Risk)


def test_a_row_is_referred_to_by_its_id_a_voice_return_also_by_its_boxes_and_one_without_an_id_by_nothing():
    with_id, without, voice = case_of(JUNE).returns.rows
    assert list(row_ids(with_id)) == ["M-CAP-001"]
    assert list(row_ids(without)) == []
    assert {ref.casefold() for ref in row_ids(voice)} == VOICE


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("as m-cap-7 shows, and D-014", ("M-CAP-007", "D-014")),
        ("see V-PCF-2026-06-ask and TF-2", ("V-PCF-2026-06-ASK", "TF-02")),
        ("her A-level in Q-4 and the A-38", ()),
        ("R‑CAP–004", ("R-CAP-004",)),
        ("X-M-CAP-007-B", ()),
    ],
)  # fmt: skip
def test_an_id_among_other_words_is_told_from_what_only_looks_like_one(words: str, named: tuple[str, ...]):
    assert tuple(ref.upper() for ref in named_in(words)) == named


def test_an_id_is_kept_as_forms_write_it_and_what_is_none_as_it_was_typed():
    assert as_kept("m-cap-7") == "M-CAP-007"
    assert as_kept("nothing") == "nothing"
    assert references("M-CAP-001, R-CAP-2; Q-4 and more") == ("M-CAP-001", "R-CAP-2", "Q-4")


@pytest.mark.parametrize(
    ("ref", "known", "older"),
    [
        ("D-004", ("D-005", "D-009"), True),
        ("d-004", ("d-005",), True),
        ("D-005", ("D-005", "D-009"), False),
        ("D-010", ("D-005", "D-009"), False),
        ("D-007", ("D-005", "D-009"), False),
        ("D-004", (), True),
        ("D-004", ("A-001", "D-005"), True),
        ("A-004", ("D-009", "A-001"), False),
        ("C-001", ("C-002",), True),
        ("X-001", ("X-002",), True),
        ("M-004", ("M-005",), False),
        ("M-CAP-004", ("M-CAP-005",), False),
        ("D-004", ("D-005-B", "M-D-001"), True),
    ],
)
def test_a_numbered_entry_before_the_first_known_of_its_letter_is_older_than_the_log(ref: str, known: tuple[str, ...], older: bool):
    assert older_than_the_log(ref, frozenset(known)) is older


@pytest.mark.parametrize(
    ("ref", "missing", "unknown"),
    [
        ("M-CAP-007", ("workspace:CAP",), True),
        ("m-cap-007", ("workspace:CAP",), True),
        ("M-QDD-007", ("workspace:CAP",), False),
        ("V-PCF-2026-06-ask", ("voice:PCF",), True),
        ("M-CAP-007", (), False),
    ],
)
def test_the_ids_of_whoever_sent_nothing_cannot_be_looked_up(ref: str, missing: tuple[str, ...], unknown: bool):
    log = sheet(Decision, "BOARD", """
        id    | item
        D-007 | M-CAP-007
    """)  # fmt: skip
    assert of_a_missing_return(ref, case_of(month(log, missing=missing))) is unknown
