"""IDs for life, however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.intake.reading.ids import id_meant, parse_id, parse_ids


@pytest.mark.parametrize(
    ("typed", "prefix", "kept"),
    [
        ("M-CAP-007", "M", "M-CAP-007"),
        (" m-cap-7 ", "M", "M-CAP-007"),
        ("M–CAP–007", "M", "M-CAP-007"),
        ("M CAP 007", "M", "M-CAP-007"),
        ("TF-1", "TF", "TF-01"),
        ("D-7", "D", "D-007"),
        ("v-pcf-2026-06-Ask", "V", "V-PCF-2026-06-ask"),
        ("P-ICB-2026-06-1", "V", "P-ICB-2026-06-1"),
    ],
)
def test_an_id_is_kept_the_one_way_it_is_written(typed: str, prefix: str, kept: str) -> None:
    assert parse_id(typed, prefix) == kept


@pytest.mark.parametrize(
    ("typed", "prefix"), [("CAP 7", "M"), ("R-CAP-007", "M"), ("M-", "M"), ("M-CAP", "M"), ("7", "M"), ("", "M"), ("see above", "")]
)
def test_what_is_no_id_of_its_kind_is_none(typed: str, prefix: str) -> None:
    assert parse_id(typed, prefix) is None


@pytest.mark.parametrize(
    "typed",
    [
        "M-CAP-003, R-CWF-001", "M-CAP-003; R-CWF-001", "M-CAP-003\nR-CWF-001", "M-CAP-003 and R-CWF-001", "M-CAP-003 R-CWF-001", "M-CAP-3 / R-CWF-1",
        "M-CAP-003, R-CWF-001, M-CAP-003", "(M-CAP-003, R-CWF-001).",
    ],
)  # fmt: skip
def test_several_ids_in_one_cell_are_read_each_once(typed: str) -> None:
    assert parse_ids(typed) == (("M-CAP-003", "R-CWF-001"), ())


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("M-QDD-004 AND R-QDD-001", ("M-QDD-004", "R-QDD-001")), ("M-QDD-004 + R-QDD-001", ("M-QDD-004", "R-QDD-001")),
        ("M-QDD-004 plus R-QDD-001", ("M-QDD-004", "R-QDD-001")), ("M-QDD-004 (late)", ("M-QDD-004",)), ("M-QDD-004 - landing stage", ("M-QDD-004",)),
        ("M-QDD-004: landing stage", ("M-QDD-004",)), ("M-QDD-004 (late, see minutes)", ("M-QDD-004",)), ("the quay (M-QDD-004)", ("M-QDD-004",)),
        ("None identified", ()), ("TBC", ()), ("none at present", ()), ("M QDD 4 and M QDD 5", ("M-QDD-004", "M-QDD-005")), ("to be confirmed", ()),
        ("V-PCF-2026-06-ask (urgent)", ("V-PCF-2026-06-ask",)),
    ],
)  # fmt: skip
def test_the_ids_among_words_are_found_and_words_that_say_none_are_none(typed: str, named: tuple[str, ...]) -> None:
    assert parse_ids(typed) == (named, ())


@pytest.mark.parametrize(
    "typed",
    [
        "M-CAP-OO7",
        "M-CAP-O07",
        "MCAP007",
        "mcap7",
        "M-CAP007",
        "M CAP OO7",
        "MCAP-007",
        "M.CAP.007",
        "M/CAP/007",
        "M-CAP-007.",
        "#M-CAP-007",
        "(M-CAP-007)",
        "M-CAP: 007",
    ],
)
def test_a_slip_of_the_keyboard_that_can_only_mean_one_id_means_that(typed: str) -> None:
    assert parse_id(typed, "M") is None
    assert id_meant(typed, ("CAP", "CWF"), "M") == "M-CAP-007"


@pytest.mark.parametrize("typed", ["RISK7", "M-CAP-OOO", "MXYZ007", "R-CAP-O07", "CAP 7", "M-CAP-0077x"])
def test_what_could_be_more_than_a_slip_is_not_guessed(typed: str) -> None:
    assert id_meant(typed, ("CAP", "CWF"), "M") is None


def test_what_is_no_id_among_several_is_kept_apart() -> None:
    assert parse_ids("M-CAP-003, the travel plan") == (("M-CAP-003",), ("the travel plan",))


@given(
    st.sampled_from(["M", "R", "Q", "N"]),
    st.sampled_from(["CAP", "CWF", "QDD", "RDG"]),
    st.integers(1, 9999),
    st.sampled_from(["-", "–", " - ", " "]),
)
def test_an_id_in_any_case_and_with_any_dash_is_one_id(letter: str, code: str, number: int, dash: str) -> None:
    kept = f"{letter}-{code}-{number:03d}"
    assert parse_id(dash.join((letter, code, str(number)))) == parse_id(dash.join((letter, code, str(number))).lower()) == kept
    assert parse_id(kept) == kept


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reading_of_ids(text: str) -> None:
    found, unknown = parse_ids(text)
    assert all(parse_id(one) == one for one in found)
    assert all(parse_id(one) is None for one in unknown)
