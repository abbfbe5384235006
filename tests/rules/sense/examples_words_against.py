"""Examples of the sense rules in `rules/sense/words_against.py`: words of one row that do not agree."""

from __future__ import annotations

from example import Example, Silence
from months import Drawn, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import Confidence, Cover, ForTheBoard, Statement
from assurance_pack.returns.workspace import Milestone, QAFinding


def matter(issue: str, asked: str, financial: str = "None."):
    return sheet(ForTheBoard, "RDG", f"id | issue | asked_detail | financial\nB-001 | {issue} | {asked} | {financial}")


def decision(value: int, outcome: str):
    return month(sheet(Decision, "BOARD", f"id | value | outcome\nD-009 | {value} | {outcome}"))


PLACES = (
    sheet(Milestone, "CAP", "id | title | progress\nM-CAP-007 | 24 base places open | All 24 children have a room."),
    sheet(Statement, "RDG", "statement\nAll 24 children promised a place have a room."),
)

PROMISED = sheet(Confidence, "RDG", "about | reason\nOverall | 24 children were promised September.")


def headline(words: str, *more: Drawn):
    return month(*PLACES, sheet(Cover, "RDG", f"headline\n{words}"), *more)


EXAMPLES = (
    Example(
        "AP235",
        "a number of places with its digits turned",
        month(matter("24 places promised for September.", "Approve 42 interim places by July.")),
        ("RDG For the Board!B2", "RDG For the Board!C2"),
        month(matter("24 places promised for September.", "Approve 24 interim places by July.")),
        "“What exactly the Board is asked” says 42, and “Issue” 24. Were digits turned?",
    ),
    Example(
        "AP235",
        "a sum of money with its digits turned",
        month(matter("Rooms cost £0.39m.", "Approve rooms at £0.39m.", "£0.93m from the high needs block.")),
        ("RDG For the Board!B2", "RDG For the Board!D2"),
        month(matter("Rooms cost £0.39m.", "Approve rooms at £0.39m.", "£0.39m from the high needs block.")),
        "“Financial implications” says 0.93, and “Issue” 0.39. Were digits turned?",
    ),
    Example(
        "AP270",
        "a condition with its digits turned",
        decision(56, "85% in time by March; at least 65% in every month until then."),
        ("BOARD Decisions!B2", "BOARD Decisions!C2"),
        decision(65, "85% in time by March; at least 65% in every month until then."),
        "The condition asks for 56, and “Outcome required and by when” says 65. Were digits turned?",
    ),
    Example(
        "AP270",
        "a headline with its digits turned",
        headline("All 42 children promised a place have a room."),
        ("RDG Start here!A2",),
        headline("All 24 children promised a place have a room."),
        "“Headline” says 42 children, and elsewhere this month it is 24. Were digits turned?",
    ),
    Example(
        "AP270",
        "all of them, and elsewhere no room is spoken of",
        headline("All 42 children have a room.", PROMISED),
        ("RDG Start here!A2",),
        headline("42 children have a seat.", PROMISED),
    ),
)

SILENCES = (
    Silence("AP270", "a condition in other words", decision(56, "Fewer than half are late by 30 June.")),
    Silence("AP270", "both numbers in its words", decision(56, "At least 65% by March, 56% until then.")),
    Silence("AP270", "other things altogether", headline("All children have a room; 42 families came to see theirs.")),
    Silence(
        "AP270", "a number that stands elsewhere too", headline("42 children have a room.", sheet(Statement, "RDG", "statement\n42 wait."))
    ),
    Silence(
        "AP270", "the sample of a finding", headline("42 children were asked.", sheet(QAFinding, "QDD", "id | sample\nQ-QDD-001 | 42"))
    ),
    Silence("AP270", "both numbers in one breath", headline("All 24 children have a room; 42 children are on the list for next year.")),
    Silence("AP270", "other children", headline("Rooms are ready. 42 children are on the list for next year.")),
    Silence("AP270", "said in one place only", month(PLACES[1], sheet(Cover, "RDG", "headline\n42 children have a room."))),
    Silence(
        "AP235", "both numbers stand side by side", month(matter("12 of 21 places are open.", "Approve 21 places, of which 12 are open."))
    ),
    Silence("AP235", "a year, a day and an ID", month(matter("B-012 of 2012.", "Approve by 21 July 2021, as B-021 said."))),
)
