"""Examples of the movement rules in `rules/movement/older_month.py`: an older month, or the last one, in this month's place."""

from __future__ import annotations

from example import Example, Silence
from months import Drawing, after, month, sheet

from assurance_pack.returns.rdg import Confidence
from assurance_pack.returns.workspace import Milestone

HEAD = "this_month | id | title | status | forecast | progress"
TITLES = ("Recovery plan agreed", "Base places open", "Rooms adapted")


def milestones(*rows: str, marked: str = "Changed"):
    lines = (f"{marked} | M-CAP-00{n} | {title} | {row}" for n, (title, row) in enumerate(zip(TITLES, rows, strict=False), start=1))
    return sheet(Milestone, "CAP", "\n".join([HEAD, *lines]))


def confidence(*rows: str):
    return sheet(Confidence, "RDG", "\n".join(["about | confidence | reason", *rows]))


APRIL = (
    "On track | 2026-07-24 | Forum met for the first time in spring.",
    "On track | 2026-09-01 | Both sites were surveyed before Easter came.",
)
MAY = ("At risk | 2026-08-28 | Forum put off its vote to the summer.", "At risk | 2026-09-28 | Planning was put off at one of them.")
JUNE = (
    "At risk | 2026-09-04 | Forum votes in July on two sets of bands.",
    "Off track | 2027-01-04 | One tender failed and one condition stands.",
)
AGAIN = (MAY[0].replace("At risk", "Off track"), *MAY[1:], APRIL[0])
THEN = ("overall | Green | All on course.", "2 Enough of the right places | Green | Sites bought.")
SINCE = ("overall | Amber | Two are late.", "2 Enough of the right places | Red | Tender failed.")


def june(*rows: str) -> Drawing:
    return after(month(milestones(*rows)), (milestones(*APRIL),), (milestones(*MAY),))


EXAMPLES = (
    Example(
        "AP330",
        "April's table in June",
        june(*APRIL),
        tuple(f"CAP Milestones!{letter}{row}" for row in (2, 3) for letter in "DEF"),
        june(*JUNE),
        "On Milestones, M-CAP-001 and M-CAP-002 say what they said in April 2026, and not in May 2026: was the table of April 2026 typed or pasted in?",
    ),
    Example(
        "AP330",
        "April's confidence in June",
        after(month(confidence(*THEN)), (confidence(*THEN),), (confidence(*SINCE),)),
        ("RDG Confidence!B2", "RDG Confidence!C2", "RDG Confidence!B3", "RDG Confidence!C3"),
        after(month(confidence(THEN[0], SINCE[1])), (confidence(*THEN),), (confidence(*SINCE),)),
        "On Confidence, Overall and 2 Enough of the right places say what they said in April 2026",
    ),
    Example(
        "AP331",
        "one item's words of April",
        june("At risk | 2026-09-04 | Forum met for the first time in spring.", JUNE[1]),
        ("CAP Milestones!F2",),
        june("At risk | 2026-09-04 | Forum met for the first time in May.", JUNE[1]),
        "“Progress this month” of M-CAP-001 is word for word that of April 2026. Is it so again?",
    ),
    Example(
        "AP331",
        "the news of May in three rows of June, beside statuses of June",
        after(month(milestones(*AGAIN)), (milestones(*MAY, APRIL[0]),)),
        ("CAP Milestones!F2", "CAP Milestones!F3", "CAP Milestones!F4"),
        after(month(milestones(*AGAIN[:2], JUNE[0])), (milestones(*MAY, APRIL[0]),)),
        "“Progress this month” of M-CAP-001, M-CAP-002 and M-CAP-003 is word for word that of May 2026. Is it so again?",
    ),
    Example(
        "AP332",
        "May's table in June",
        after(month(milestones(*MAY, APRIL[0])), (milestones(*MAY, APRIL[0]),)),
        ("CAP Milestones!A2", "CAP Milestones!A3", "CAP Milestones!A4"),
        after(month(milestones(*MAY, JUNE[0])), (milestones(*MAY, APRIL[0]),)),
        "On Milestones, three rows are marked Changed, and none says anything that it did not say in May 2026. Is it last month's sheet?",
    ),
)

SILENCES = (
    Silence("AP330", "two statuses and two days that went back, each with news", june(
        f"{APRIL[0].rpartition('|')[0]}| Forum has agreed after all.", f"{APRIL[1].rpartition('|')[0]}| Both sites go ahead after all.",
    )),
    Silence("AP330", "one row of three", june(APRIL[0], *JUNE[1:])),
    Silence("AP330", "last month's table, of which AP332 speaks", june(*MAY)),
    Silence("AP332", "reviewed, and nothing changed", after(
        month(milestones(*MAY, APRIL[0], marked="Reviewed, no change")), (milestones(*MAY, APRIL[0]),),
    )),
    Silence("AP332", "two rows", after(month(milestones(*MAY)), (milestones(*MAY),))),
)  # fmt: skip
