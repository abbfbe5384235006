"""The powers of the Board that the pack names are those of the terms of reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from position_rows import SETTINGS

from assurance_pack.document.sections.decisions.powers import BOARD_RESPONSE, POWERS, parameter
from assurance_pack.rules.clauses import Clause
from assurance_pack.settings.board import Parameter

TERMS = (Path(__file__).parents[2] / "docs" / "terms-of-reference.txt").read_text(encoding="utf-8")


def letters(text: str) -> str:
    """The text without the hyphens and spaces the printed document scatters in it."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


@pytest.mark.parametrize("clause", sorted({clause for _, clause in POWERS.values()}))
def test_each_power_has_a_clause_that_stands_in_the_terms_of_reference(clause: Clause) -> None:
    after_heading = letters(TERMS).partition(letters(clause.heading))[2]
    assert letters(clause.sentence) in after_heading


def test_the_boards_response_stands_under_its_own_heading() -> None:
    beneath = letters(TERMS).partition(letters(BOARD_RESPONSE.heading))[2]
    assert beneath.startswith(letters(BOARD_RESPONSE.sentence))


def test_every_decision_the_form_offers_has_a_power() -> None:
    assert {w.meaning for w in SETTINGS.words("decision_asked")} == set(POWERS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            Parameter(name="Days late at which a milestone comes to the Board", unit="days"),
            "",
        ),
        (
            Parameter(name="Days late at which a milestone comes to the Board", unit="days", value=60, decision="D-012"),
            "Days late at which a milestone comes to the Board: 60 days or more (D-012): none is.",
        ),
        (
            Parameter(name="Score at which a risk comes to the Board", value=20),
            "Score at which a risk comes to the Board: 20 or more: none is.",
        ),
    ],
)
def test_a_parameter_of_the_board_says_what_it_is_and_nothing_where_none_is_set(given: Parameter, said: str) -> None:
    assert parameter(given) == said
