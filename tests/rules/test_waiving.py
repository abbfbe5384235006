"""The waivers of the Board log: which of them are whole, and whether one is for what a rule found."""

from __future__ import annotations

from datetime import date

import pytest
from months import case_of, month, sheet

from assurance_pack.model import NOT_TO_BE_NAMED, Cell
from assurance_pack.model.problem import Waiver
from assurance_pack.returns.board_log import WaiverRow
from assurance_pack.rules.waiving import covers, waivers_of

WHOLE = {"rule": "AP203", "place": "M-CAP-001", "reason": "Agreed in May", "by": "The Chair", "until": "2026-07-31"}
CELL = Cell(file="CAP-2026-06.xlsx", sheet="Milestones", ref="B2")


def logged(*rows: dict[str, str]) -> tuple[Waiver, ...]:
    lines = [" | ".join(WHOLE), *(" | ".join(row.get(name, "") for name in WHOLE) for row in rows)]
    return waivers_of(case_of(month(sheet(WaiverRow, "BOARD", "\n".join(lines)))).returns)


def waiver(**otherwise: str) -> Waiver:
    return Waiver(**{**WHOLE, "until": date(2026, 7, 31), **otherwise})


def test_a_waiver_says_which_rule_stands_where_why_who_decided_and_until_when() -> None:
    (one, other) = logged(WHOLE, {**WHOLE, "place": "M-CAP-002"})
    assert (one.rule, one.place, one.reason, one.by, one.until) == ("AP203", "M-CAP-001", "Agreed in May", "The Chair", date(2026, 7, 31))
    assert other.place == "M-CAP-002"


@pytest.mark.parametrize("name", WHOLE)
def test_a_waiver_that_leaves_anything_out_lets_nothing_stand(name: str) -> None:
    (one,) = logged({n: typed for n, typed in WHOLE.items() if n != name}, WHOLE)
    assert one.place == "M-CAP-001"


@pytest.mark.parametrize(
    ("typed", "covered"),
    [
        (waiver(), True),
        (waiver(rule=" ap203 "), True),
        (waiver(rule="AP204"), False),
        (waiver(place="m-cap-001"), True),
        (waiver(place="M-CAP-002"), False),
        (waiver(place="cap-2026-06.xlsx > milestones!b2"), True),
        (waiver(place="CAP-2026-06.xlsx › Milestones!B3"), False),
    ],
)
def test_a_waiver_is_for_the_item_or_the_cell_it_names_however_it_was_typed(typed: Waiver, covered: bool) -> None:
    assert covers(typed, "AP203", ["M-CAP-001"], [CELL]) is covered


def test_a_place_that_may_not_be_named_is_let_stand_by_nobody() -> None:
    unnamed = Cell(file=f"{NOT_TO_BE_NAMED} 2.xlsx", sheet="Milestones", ref="B2")
    assert unnamed.is_unnamed
    assert not covers(waiver(place=str(unnamed)), "AP203", [], [unnamed])
