"""When the words of a promise say another, and when they are only put right."""

from __future__ import annotations

from datetime import date

import pytest

from assurance_pack.model import Cell, Sender
from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules.movement.promise import means_another, reworded

SMALL = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "be",
    "been",
    "by",
    "for",
    "from",
    "in",
    "is",
    "of",
    "on",
    "or",
    "our",
    "that",
    "the",
    "their",
    "there",
    "this",
    "to",
    "we",
    "were",
    "will",
    "with",
]


def milestone(title: str = "", success: str = "", baseline: date | None = None) -> Milestone:
    told = {"title": title or None, "success": success or None, "baseline": baseline}
    return Milestone(sender=Sender("workspace", "CAP"), at=Cell(file="CAP.xlsx", sheet="Milestones", ref="A2"), id="M-CAP-001", **told)


@pytest.mark.parametrize("word", SMALL)
def test_a_small_word_more_or_less_is_no_other_promise(word: str) -> None:
    assert not means_another(f"Forecast {word} agreed", "Forecast agreed")
    assert not means_another("Forecast agreed", f"Forecast {word} agreed")


def test_what_of_a_promise_says_something_else_is_told_by_its_column() -> None:
    then = milestone("Six bases open", "Signed by five", date(2026, 9, 1))
    now = milestone("Four bases open", "Signed by three", date(2027, 1, 4))
    assert [(r.column, r.was, r.now) for r in reworded(now, then)] == [
        ("title", "Six bases open", "Four bases open"),
        ("success", "Signed by five", "Signed by three"),
        ("baseline", "1 September 2026", "4 January 2027"),
    ]
    assert list(reworded(then, then)) == []


def test_of_what_is_blank_now_or_was_blank_nothing_is_said_to_be_another() -> None:
    told = milestone("Six bases open", "Signed by five", date(2026, 9, 1))
    assert list(reworded(milestone(), told)) == list(reworded(told, milestone())) == []


@pytest.mark.parametrize(
    ("now", "before", "another"),
    [
        ("Forecast to 2035 agreed", "Forecast to 2031 agreed", True),
        ("Forecast to 2031 agreed", "Forecast to 2031 agreed by all partners", True),
        ("Sufficency forecast to 2031", "Sufficiency forecast to 2031", False),
        ("Forecast agreed in 2031 and 2032", "Forecast agreed in 2031", True),
        ("Forecast agreed", "Forecast agreed in 2031", True),
        ("Phase2 is phased", "Phases", True),
        ("Phases", "Phase2 is phased", True),
        ("Six bases", "Six baser", False),
        ("Six bases", "Six boxes", True),
        ("Forecast 1.5 agreed", "Forecast 1,5 agreed", True),
        ("Forecast agreed and signed", "Forecast agreed", True),
        ("Forecast was agreed", "Forecast agreed", True),
        ("The forecast is agreed", "A forecast was agreed", True),
        ("The forecast is agreed by all of us", "Forecast agreed of all us", False),
        ("By 2031, the forecast is agreed.", "the forecast is agreed by 2031", False),
    ],
)
def test_a_number_or_a_word_come_or_gone_is_another_promise_and_a_correction_is_none(now: str, before: str, another: bool) -> None:
    assert means_another(now, before) is another
