"""Examples of the sense rules in `rules/sense/words_against.py`: words of one row that do not agree."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.rdg import ForTheBoard


def matter(issue: str, asked: str, financial: str = "None."):
    return sheet(ForTheBoard, "RDG", f"id | issue | asked_detail | financial\nB-001 | {issue} | {asked} | {financial}")


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
)

SILENCES = (
    Silence(
        "AP235", "both numbers stand side by side", month(matter("12 of 21 places are open.", "Approve 21 places, of which 12 are open."))
    ),
    Silence("AP235", "a year, a day and an ID", month(matter("B-012 of 2012.", "Approve by 21 July 2021, as B-021 said."))),
)
