"""Examples of the sense rule in `rules/sense/words_against_forecast.py`: a later day in a milestone's words than its forecast."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import Milestone


def milestone(forecast: str, path: str = "", progress: str = "", status: str = "On track"):
    table = f"id | forecast | path_to_green | progress | status | title\nM-CAP-007 | {forecast} | {path} | {progress} | {status} | 24 specialist base places open at two schools"
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
)

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
)
