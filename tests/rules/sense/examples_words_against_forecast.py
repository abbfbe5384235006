"""Examples of the sense rule in `rules/sense/words_against_forecast.py`: a later day in a milestone's words than its forecast."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import Milestone

BASES = "24 specialist base places open at two schools"

FORECAST = "Sufficiency forecast agreed by all partners"


def milestone(forecast: str, path: str = "", progress: str = "", status: str = "On track", title: str = BASES):
    table = f"id | forecast | path_to_green | progress | status | title\nM-CAP-007 | {forecast} | {path} | {progress} | {status} | {title}"
    return month(sheet(Milestone, "CAP", table))


BOTH = "Both bases open on 4 January 2027, not in September."
EXAMPLES = (
    Example(
        "AP266",
        "on track for September, and told as of January",
        milestone("2026-09-01", BOTH),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        milestone("2027-01-04", BOTH),
        "“Reason and path to green” says “Both bases open on 4 January 2027”, and the forecast is 1 September 2026.",
    ),
    Example(
        "AP266",
        "without its year, in the words of the month",
        milestone("2026-09-01", progress="Second tender let. Opens in November."),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone("2026-09-01", progress="Second tender let. Opens in September."),
        "“Progress this month” says “Opens in November”, and the forecast is 1 September 2026.",
    ),
    Example(
        "AP266",
        "not before a later day, with the place between",
        milestone("2026-09-01", progress="Both bases will not open until 4 January 2027."),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone("2026-09-01", progress="Both bases will not open until 14 September."),
        "“Both bases will not open until 4 January 2027”",
    ),
    Example(
        "AP266",
        "as many as the milestone asks for",
        milestone("2026-08-31", progress="All 40 will be agreed by 30 November.", title="40 supported internships agreed for September"),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone(
            "2026-08-31", progress="The next 60 will be agreed by 30 November.", title="40 supported internships agreed for September"
        ),
    ),
    Example(
        "AP266",
        "put off",
        milestone("2027-01-04", "Slipped to June 2027."),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        milestone("2027-01-04", "Furniture slipped to June 2027."),
        "says “Slipped to June 2027”, and the forecast is 4 January 2027.",
    ),
    Example(
        "AP266",
        "not before a later month",
        milestone("2027-01-04", "Not open before June 2027."),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        milestone("2027-01-04", "One base is not open before June 2027."),
    ),
    Example(
        "AP266",
        "where it is to be agreed",
        milestone("2026-08-21", "To be agreed at RDG on 14 December.", title=FORECAST),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        milestone("2026-08-21", "Once agreed, it goes to Cabinet on 14 December.", title=FORECAST),
    ),
)


def follows(title: str, progress: str):
    """A milestone of 30 September, and what comes after it."""
    return milestone("2026-09-30", progress=progress, title=title)


LET = "Building contract let for 32 more special school places"
SILENCES = (
    Silence("AP266", "weeks, not months", milestone("2026-09-01", "Both bases open on 28 September.")),
    Silence("AP266", "of one part", milestone("2026-09-01", "The second base opens on 4 January 2027.")),
    Silence("AP266", "on a condition", milestone("2026-09-01", "If the tender fails, the bases open on 4 January 2027.")),
    Silence("AP266", "of what follows", milestone("2026-09-01", "Bases open on time; the first report is published in January 2027.")),
    Silence("AP266", "of another thing", milestone("2026-09-01", "Specialist teachers start on 2 November; agency cover until then.")),
    Silence("AP266", "what was feared and is past", milestone("2026-09-01", "The bases will not open in January 2027 but in September.")),
    Silence("AP266", "families, not the base", milestone("2026-09-01", progress="Families visit from 1 December.")),
    Silence("AP266", "until when, not from when", milestone("2026-09-01", "The lease for the bases is signed until December 2029.")),
    Silence("AP266", "complete", milestone("2026-09-01", BOTH, status="Complete")),
    Silence("AP266", "building starts once the contract is let", follows(LET, "Bids scored. Building starts in January 2027.")),
    Silence(
        "AP266", "a contract begins once it is signed", follows("Joint therapies contract signed", "Signed, it begins on 1 April 2027.")
    ),
    Silence("AP266", "internships start once they are agreed", follows("40 internships agreed", "Internships start on 12 January 2027.")),
    Silence(
        "AP266", "who started once qualifies years on", follows("Six trainees start", "Six trainees complete their course in August 2029.")
    ),
    Silence("AP266", "nurseries at the bases", follows(BASES, "Nurseries at the bases open in March 2027.")),
    Silence("AP266", "for some of them", follows(BASES, "Places open on 4 January 2027 for sixth formers.")),
    Silence("AP266", "more than were promised", follows(BASES, "Eight places open in January 2027.")),
    Silence("AP266", "a list of those visited", follows("Every provider on the list visited", "The new list is published in December.")),
)
