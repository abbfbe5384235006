"""Of each kind of case from the field, others that are like it: tried by somebody who did not mend the first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from field_cases import SETTINGS

from assurance_pack.intake.as_typed import is_undecided, points_elsewhere
from assurance_pack.intake.opening.grid import Seen
from assurance_pack.intake.reading.convert import Converted, convert
from assurance_pack.intake.recognising.versions import is_named_as_a_copy
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns.rdg import Confidence
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, Risk
from assurance_pack.schema import Row, column_of


def read(cls: type[Row], name: str, typed: Any) -> Converted:
    return convert(column_of(cls, name), Seen(typed), SETTINGS)


@pytest.mark.parametrize(
    "typed", ["under five", "fewer than five", "< 5", "[C]", "**", "1-4", "1 to 4", "5 or fewer", "less than 10", "‹5", "suppressed (<5)"]
)
def test_a_small_count_in_other_words_is_suppressed(typed: str) -> None:
    found = read(IndicatorFigure, "numerator", typed)
    assert (found.value, found.suppressed, found.troubles) == (None, "[c]", ())


@pytest.mark.parametrize("typed", ["x", "about 5", "1-40", "10 to 12"])
def test_what_only_looks_like_a_small_count_is_asked_about(typed: str) -> None:
    found = read(IndicatorFigure, "numerator", typed)
    assert not found.suppressed
    assert found.troubles


@pytest.mark.parametrize("typed", ["4 - Likely", "4 (Likely)", "4 out of 5", "4 of 5", "Likely", "Likely/4", "4 / Likely"])
def test_a_place_on_a_scale_in_other_words_is_read(typed: str) -> None:
    assert read(Risk, "likelihood", typed).value == 4


@pytest.mark.parametrize("typed", ["M-QDD-004/R-QDD-001", "see M-QDD-004 or R-QDD-001", "M-QDD-004 (was R-QDD-001)"])
def test_two_ids_between_other_words_are_two(typed: str) -> None:
    assert read(Milestone, "depends_on", typed).value == ("M-QDD-004", "R-QDD-001")


@pytest.mark.parametrize(
    ("typed", "word"),
    [("r", "Red"), ("🔴", "Red"), ("🟠", "Amber"), ("AMBER!", "Amber"), ("G (Green)", "Green"), ("Green - G", "Green"), ("🔴 Red", "Red")],
)
def test_another_letter_or_circle_is_the_word_it_stands_for(typed: str, word: str) -> None:
    assert str(read(Confidence, "confidence", typed).value) == word


@pytest.mark.parametrize(
    "typed",
    [
        "TBC by finance",
        "TBC - Finance",
        "tbc July",
        "will follow",
        "awaiting confirmation",
        "To be determined.",
        "N/K",
        "n.k.",
        "nk",
        "Not known",
        "not known at present",
        "Don’t know",
        "TBS",
        "still to be found",
        "currently unknown",
    ],
)
def test_what_is_put_off_in_other_words_is_no_answer(typed: str) -> None:
    assert is_undecided(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "ditto",
        "As above.",
        "see above",
        "same as last month",
        "as previously",
        '"',
        "as per above",
        "as row above",
        "Same again",
        "see attached",
    ],
)
def test_what_points_at_another_cell_is_no_answer(typed: str) -> None:
    assert points_elsewhere(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "TBC by the September meeting of the Board",
        "Head of Finance",
        "As agreed in June",
        "No change this month",
        "As agreed above the line",
        "Not known to the college before June",
        "To do list agreed",
    ],
)
def test_what_says_something_is_an_answer(typed: str) -> None:
    assert not is_undecided(typed)
    assert not points_elsewhere(typed)


@pytest.mark.parametrize("typed", ["M-QDD-004 to M-QDD-006", "M-QDD-004 to 006", "M-QDD-4 through 6", "M-QDD-004 until R-QDD-001"])
def test_a_range_of_ids_is_asked_about_and_nothing_between_is_guessed(typed: str) -> None:
    found = read(Milestone, "depends_on", typed)
    assert found.value is not None
    assert found.value[0] == "M-QDD-004"
    assert "M-QDD-005" not in found.value
    assert [t.kind for t in found.troubles] == [FaultKind.NOT_AN_ID]


@pytest.mark.parametrize("typed", ["M-QDD-004 & 005", "M-QDD-004/005", "M-QDD-004, 005"])
def test_a_number_after_an_id_is_its_neighbour_and_is_asked_about(typed: str) -> None:
    found = read(Milestone, "depends_on", typed)
    assert found.value == ("M-QDD-004", "M-QDD-005")
    assert [t.suggestion for t in found.troubles] == ["M-QDD-004 and M-QDD-005"]


@pytest.mark.parametrize("typed", ["005", "M-QDD-004 and 2026"])
def test_a_number_that_may_be_anything_is_no_id(typed: str) -> None:
    assert [t.kind for t in read(Milestone, "depends_on", typed).troubles] == [FaultKind.NOT_AN_ID]


@pytest.mark.parametrize("typed", ["R/A", "Amber-Green", "G Amber", "R (Amber)"])
def test_two_words_for_one_judgement_are_none(typed: str) -> None:
    assert read(Confidence, "confidence", typed).value is None


@pytest.mark.parametrize("typed", ["30.09.26", "30th September, 2026", "Wed 30 Sept 2026", "30-Sep-26"])
def test_a_date_in_other_words_is_read(typed: str) -> None:
    assert read(Milestone, "forecast", typed).value == date(2026, 9, 30)


@pytest.mark.parametrize("typed", ["Q3 2026", "end of Sept 2026", "30/9"])
def test_what_is_no_one_day_is_not_guessed(typed: str) -> None:
    assert read(Milestone, "forecast", typed).value is None


@pytest.mark.parametrize(
    "name",
    [
        "CAP June - Copy (2).xlsx",
        "CAP June-LAPTOP-AB12CD.xlsx",
        "Recovered CAP June.xlsx",
        "CAP June_backup.xlsx",
        "CAP June-MacBook-Pro.xlsx",
    ],
)
def test_other_names_that_a_program_gives_are_a_copys(name: str) -> None:
    assert is_named_as_a_copy(name)


@pytest.mark.parametrize("typed", ["'138", "' 138", "138 ", "\u00a0138\u00a0", "'1,138"])
def test_a_number_kept_as_text_is_read(typed: str) -> None:
    assert read(IndicatorFigure, "denominator", typed).value == (1138 if "," in typed else 138)


def test_a_date_kept_as_text_is_read() -> None:
    assert read(Milestone, "forecast", "'30/09/2026").value == date(2026, 9, 30)
