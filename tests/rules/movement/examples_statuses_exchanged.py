"""Examples of the movement rule in `rules/movement/statuses_exchanged.py`: once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import Drawing, after, month, sheet

from assurance_pack.returns.workspace import Milestone

ROOMS, TENDER = "Interim rooms open if the Board agrees.", "Second tender is back by July."


def milestones(one: str, other: str):
    return sheet(Milestone, "CAP", f"id | status | forecast | baseline | path_to_green\nM-CAP-001 | {one}\nM-CAP-002 | {other}")


def since_may(now: tuple[str, str], before: tuple[str, str]) -> Drawing:
    return after(month(milestones(*now)), (milestones(*before),))


LATE, LATER = f"2026-09-25 | 2026-09-01 | {ROOMS}", f"2026-10-12 | 2026-09-01 | {TENDER}"
MAY = (f"At risk | {LATE}", f"Off track | {LATER}")

EXAMPLES = (
    Example(
        "AP333",
        "two statuses exchanged, and nothing else",
        since_may((f"Off track | {LATE}", f"At risk | {LATER}"), MAY),
        ("CAP Milestones!B2", "CAP Milestones!B3"),
        since_may(MAY, MAY),
        "M-CAP-001 and M-CAP-002 have under “Status now” what the other had in May 2026: were the two exchanged?",
    ),
    Example(
        "AP333",
        "exchanged in a month in which both moved, and each as late as the other’s status says",
        since_may((f"Off track | 2026-09-28 | 2026-09-01 | {TENDER}", f"At risk | 2026-10-19 | 2026-09-01 | {ROOMS}"), MAY),
        ("CAP Milestones!B2", "CAP Milestones!B3"),
        since_may((f"Off track | 2026-10-12 | 2026-09-01 | {TENDER}", f"At risk | 2026-09-21 | 2026-09-01 | {ROOMS}"), MAY),
    ),
)

SILENCES = (
    Silence("AP333", "one of them has the status of neither", since_may((f"Off track | {LATE}", f"On track | {LATER}"), MAY)),
    Silence("AP333", "one was done meanwhile", since_may((f"Off track | {LATE}", f"Complete | {LATER}"), (MAY[0].replace("At risk", "Complete"), MAY[1]))),
)  # fmt: skip
