"""Examples of the sense rule in `rules/sense/words_against_confidence.py`: a colour in RDG's words, and in its table."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.rdg import Confidence, Cover, Statement

TABLE = sheet(Confidence, "RDG", "about | confidence\nOverall | Amber\n2 Enough of the right places | Amber\n3 Good plans, on time | Green")


def headline(words: str):
    return month(TABLE, sheet(Cover, "RDG", f"headline\n{words}"))


def statement(words: str):
    return month(TABLE, sheet(Statement, "RDG", f"statement\n{words}"))


EXAMPLES = (
    Example(
        "AP238",
        "a priority by one word of its name",
        headline("All 24 children have a room, and confidence in places is Green again."),
        ("RDG Confidence!B3", "RDG Start here!A2"),
        headline("All 24 children have a room, and confidence in places is Amber again."),
        "“Headline” says “confidence in places is Green”, and “2 Enough of the right places” is Amber.",
    ),
    Example(
        "AP238",
        "overall, where nothing is named",
        headline("Confidence has fallen from Green to Red: places are late."),
        ("RDG Confidence!B2", "RDG Start here!A2"),
        headline("Confidence has fallen from Green to Amber: places are late."),
        "“Headline” says “Confidence has fallen from Green to Red”, and “Overall” is Amber.",
    ),
    Example(
        "AP238",
        "a priority by its whole name, in what is assured",
        statement("Good plans, on time is Red."),
        ("RDG Advise and assure!A2", "RDG Confidence!B4"),
        statement("Good plans, on time is Green."),
        "“Statement” says “Good plans, on time is Red”, and “3 Good plans, on time” is Green.",
    ),
    Example(
        "AP238",
        "the next sentence is of another thing",
        headline("Confidence in places is Green. Overall the workforce is Amber."),
        ("RDG Confidence!B3", "RDG Start here!A2"),
        headline("Confidence in places is Amber. Overall the workforce is Green."),
    ),
    Example(
        "AP238",
        "the whole of another month",
        headline("Confidence in places is Green; overall the Amber of May is behind us."),
        ("RDG Confidence!B3", "RDG Start here!A2"),
        headline("Confidence in places is Green for primary schools; overall it is Amber."),
    ),
    Example(
        "AP238",
        "where there is reason for it",
        headline("Confidence in places is Green where rooms are hired."),
        ("RDG Confidence!B3", "RDG Start here!A2"),
        headline("Confidence in places is Red where no room is hired."),
    ),
    Example(
        "AP238",
        "given after a colon",
        headline("Confidence in places: Green."),
        ("RDG Confidence!B3", "RDG Start here!A2"),
        headline("Confidence in places: Amber."),
        "“Headline” says “Confidence in places: Green”",
    ),
)

SILENCES = (
    Silence("AP238", "what it may be", headline("Confidence in places will be Green if rooms are agreed.")),
    Silence("AP238", "what it was", headline("Confidence in places was Green in May.")),
    Silence("AP238", "what it is not", headline("Confidence in places is not yet Green.")),
    Silence("AP238", "of something that is no priority", headline("Confidence in reviews is Red.")),
    Silence("AP238", "of parts, one of each", headline("Confidence is Green for plans and Red for reviews.")),
    Silence("AP238", "of somebody else", headline("Families' confidence is Red.")),
    Silence("AP238", "of a Workspace", headline("The Workspace's confidence is Green; RDG's is Amber.")),
    Silence("AP238", "of an option", headline("RDG's confidence in option A is Green.")),
    Silence("AP238", "in a statement that does not say of what", statement("Confidence is Red.")),
    Silence("AP238", "of a part, and the whole beside it", headline("Confidence in plans is Red; reviews hold the priority at Green.")),
    Silence("AP238", "where it is so", headline("Our confidence is Red where no date is near.")),
)
