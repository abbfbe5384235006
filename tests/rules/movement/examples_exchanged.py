"""Examples of the movement rules in `rules/movement/exchanged.py`: cells that moved from row to row."""

from __future__ import annotations

from example import Example, Silence
from months import Drawing, after, month, sheet

from assurance_pack.returns.board_log import Action
from assurance_pack.returns.workspace import Milestone, Risk


def milestones(*rows: str):
    lines = (
        f"{review} | M-CAP-00{n} | {title} | {row}"
        for n, (review, title, row) in enumerate(zip(REVIEWS, TITLES, rows, strict=False), start=1)
    )
    return sheet(Milestone, "CAP", "\n".join(["this_month | id | title | forecast | path_to_green", *lines]))


TITLES = ("Recovery plan agreed", "Base places open", "Rooms adapted", "Register published")
REVIEWS = ("Changed",) * len(TITLES)
BANDS, TENDER, INTERIM = (
    "A plan with a range goes to Forum in July.",
    "Second tender comes back by the end of July.",
    "Interim rooms open if the Board agrees to it.",
)
MAY = (f"2026-07-24 | {BANDS}", f"2026-09-28 | {TENDER}")


def risks(one: str, other: str):
    return sheet(
        Risk,
        "CAP",
        f"this_month | id | title | likelihood | consequence\nChanged | R-CAP-001 | One | {one}\nChanged | R-CAP-002 | Two | {other}",
    )


def forecasts(*days: str) -> tuple[str, ...]:
    return tuple(f"{day} |" for day in days)


def since_may(now: tuple[str, ...], before: tuple[str, ...] = MAY) -> Drawing:
    return after(month(milestones(*now)), (milestones(*before),))


def reasons(*said: str) -> tuple[str, ...]:
    return tuple(f"| {one}" for one in said)


FORUM = "Forum meets on Friday to agree it."
ROOMS = "All five rooms are plastered by now."


def scored(*scores: str):
    """Five risks of one Workspace, each with its likelihood and impact."""
    rows = (f"Changed | R-CAP-00{n} | Risk {n} | {score}" for n, score in enumerate(scores, start=1))
    return sheet(Risk, "CAP", "\n".join(("this_month | id | title | likelihood | consequence", *rows)))


def told(*rows: str):
    """The same, each with what changed."""
    lines = (f"Changed | R-CAP-00{n} | Risk {n} | {row}" for n, row in enumerate(rows, start=1))
    return sheet(Risk, "CAP", "\n".join(("this_month | id | title | likelihood | consequence | changed", *lines)))


SAME, NOT_DUE = "Reviewed by the Workspace; score unchanged.", "Not due for review until next month."
PLAN = (*MAY, f"2026-10-02 | {INTERIM}", f"2026-11-06 | {ROOMS}")
FIVE = ("2 | 4", "3 | 3", "4 | 4", "2 | 5", "5 | 4")
FOUR = forecasts("2026-07-03", "2026-08-07", "2026-09-04", "2026-10-02")

EXAMPLES = (
    Example(
        "AP327",
        "a block of days and words pasted a row too low",
        since_may(("|", *PLAN[:3]), PLAN),
        tuple(f"CAP Milestones!{cell}" for cell in ("D3", "E3", "D4", "E4", "D5", "E5")),
        since_may(PLAN, PLAN),
        "M-CAP-002, M-CAP-003 and M-CAP-004 have under “Forecast now” and “Reason and path to green” what the row above each had in May 2026: was a block pasted a row too low?",
    ),
    Example(
        "AP328",
        "a block of words pasted a row too low",
        since_may(reasons("", BANDS, TENDER, FORUM), reasons(BANDS, TENDER, INTERIM, ROOMS)),
        ("CAP Milestones!E3", "CAP Milestones!E4"),
        since_may(reasons(BANDS, TENDER, INTERIM, ROOMS), reasons(BANDS, TENDER, INTERIM, ROOMS)),
        "M-CAP-002 and M-CAP-003 have under “Reason and path to green” what the row above each had in May 2026: was a block pasted a row too low?",
    ),
    Example(
        "AP328",
        "scores pasted a row too low",
        after(month(scored("3 | 2", *FIVE[:4])), (scored(*FIVE),)),
        ("CAP Risks!D3", "CAP Risks!E3", "CAP Risks!D4", "CAP Risks!E4", "CAP Risks!D5", "CAP Risks!E5", "CAP Risks!D6", "CAP Risks!E6"),
        after(month(scored(*FIVE)), (scored(*FIVE),)),
        "R-CAP-002, R-CAP-003, R-CAP-004 and R-CAP-005 have under “Likelihood now” and “Impact now” what the row above each had in May 2026",
    ),
    Example(
        "AP328",
        "scores of two risks a row too low",
        after(month(scored(FIVE[0], *FIVE[:2], *FIVE[3:])), (scored(*FIVE),)),
        ("CAP Risks!D3", "CAP Risks!E3", "CAP Risks!D4", "CAP Risks!E4"),
        after(month(scored(*FIVE)), (scored(*FIVE),)),
        "R-CAP-002 and R-CAP-003 have under “Likelihood now” and “Impact now” what the row above each had in May 2026: was a block pasted a row too low?",
    ),
    Example(
        "AP327",
        "the answers of two milestones exchanged",
        since_may((MAY[1], MAY[0])),
        ("CAP Milestones!D2", "CAP Milestones!E2", "CAP Milestones!D3", "CAP Milestones!E3"),
        since_may(MAY),
        "M-CAP-001 and M-CAP-002 have under “Forecast now” and “Reason and path to green” what the other had in May 2026: were cells exchanged?",
    ),
    Example(
        "AP327",
        "exchanged in the month in which one of them said something new",
        since_may((f"2027-01-04 | {INTERIM}", MAY[0])),
        ("CAP Milestones!D2", "CAP Milestones!E2", "CAP Milestones!D3", "CAP Milestones!E3"),
        since_may((f"2027-01-04 | {INTERIM}", f"2026-07-24 | {TENDER}")),
        "M-CAP-002 has under “Forecast now” and “Reason and path to green” what M-CAP-001 had in May 2026, and M-CAP-001 has something else: were cells exchanged?",
    ),
    Example(
        "AP327",
        "one column sorted alone",
        since_may((FOUR[1], FOUR[2], FOUR[0], FOUR[3]), FOUR),
        ("CAP Milestones!D2", "CAP Milestones!D3", "CAP Milestones!D4"),
        since_may((FOUR[1], FOUR[2], FOUR[2], FOUR[3]), FOUR),
        "M-CAP-001, M-CAP-002 and M-CAP-003 have under “Forecast now” what others of them had in May 2026: was the column sorted alone?",
    ),
    Example(
        "AP328",
        "scores a row too low beside words that tell of other ones",
        after(
            month(told("2 | 4 | None.", "2 | 4 | Likelihood up from 1.", "3 | 3 | Rooms are hired.")),
            (told("2 | 4 | A", "3 | 3 | B", "4 | 4 | C"),),
        ),
        ("CAP Risks!D3", "CAP Risks!E3", "CAP Risks!D4", "CAP Risks!E4"),
        after(
            month(told("2 | 4 | None.", "2 | 4 | From 3 by 3 to 2 by 4.", "3 | 3 | Likelihood and impact down from 4.")),
            (told("2 | 4 | A", "3 | 3 | B", "4 | 4 | C"),),
        ),
    ),
    Example(
        "AP328",
        "the forecasts of two milestones exchanged",
        since_may((FOUR[1], FOUR[0]), FOUR[:2]),
        ("CAP Milestones!D2", "CAP Milestones!D3"),
        since_may((FOUR[1], FOUR[2]), FOUR[:2]),
        "M-CAP-001 and M-CAP-002 have under “Forecast now” what the other had in May 2026: were cells exchanged?",
    ),
    Example(
        "AP328",
        "the scores of two risks exchanged",
        after(month(risks("5 | 2", "3 | 4")), (risks("3 | 4", "5 | 2"),)),
        ("CAP Risks!D2", "CAP Risks!E2", "CAP Risks!D3", "CAP Risks!E3"),
        after(month(risks("5 | 4", "3 | 4")), (risks("3 | 4", "5 | 4"),)),
    ),
    Example(
        "AP328",
        "another item's words of last month, which has others now",
        since_may((f"2026-07-24 | {INTERIM}", f"2026-09-28 | {BANDS}")),
        ("CAP Milestones!E2", "CAP Milestones!E3"),
        since_may((f"2026-07-24 | {BANDS}", f"2026-09-28 | {BANDS}")),
        "M-CAP-002 has under “Reason and path to green” what M-CAP-001 had in May 2026",
    ),
)

SILENCES = (
    Silence("AP327", "the first month", month(milestones(*MAY))),
    Silence("AP327", "a day that three had, and two words that are short", since_may(
        ("2026-09-28 | Soon.", "2026-07-24 | Later.", "2026-09-28 | Now."), ("2026-07-24 | Later.", "2026-09-28 | Soon.", "2026-09-28 | Now."),
    )),
    Silence("AP327", "stages that follow one another, told in the same words", since_may(reasons("", BANDS, TENDER, INTERIM), reasons(BANDS, TENDER, INTERIM, ROOMS))),
    Silence("AP327", "scores that all step down", after(month(scored(*FIVE[1:], "1 | 1")), (scored(*FIVE),))),
    Silence("AP327", "a plan of which each phase slips to the day of the next", since_may(forecasts("2026-08-07", "2026-09-04", "2026-10-02", "2026-11-06"), FOUR)),
    Silence("AP328", "two risks that took the score of the one above", after(month(scored("2 | 4", "2 | 4", "3 | 4", "2 | 5", "2 | 4")), (scored(*FIVE),))),
    Silence("AP328", "a plan that slips by a step: each has the day of the next", since_may(forecasts("2026-08-07", "2026-09-04", "2026-10-02", "2026-11-06"), FOUR)),
    Silence("AP328", "scores that all step down, and each says so", after(
        month(told("3 | 3 | From 2 by 4 to 3 by 3.", "4 | 4 | Now 4 by 4.", "2 | 5 | Likelihood down from 4, impact up from 4.")), (told("2 | 4 | A", "3 | 3 | B", "4 | 4 | C"),),
    )),
    Silence("AP328", "two forecasts that changed places, and both rows say why", since_may(
        (f"{FOUR[1].strip(' |')} | The builder was moved to the other base first.", f"{FOUR[0].strip(' |')} | Done earlier, as the builder came first."), FOUR[:2],
    )),
    Silence("AP328", "stock words, each beside every second risk", after(
        month(told(*(f"3 | 3 | {(NOT_DUE, SAME)[n % 2]}" for n in range(4)))), (told(*(f"3 | 3 | {(SAME, NOT_DUE)[n % 2]}" for n in range(4))),),
    )),
    Silence("AP328", "a day that many have", since_may(forecasts("2026-08-07", "2026-07-03", "2026-08-07"), forecasts("2026-07-03", "2026-08-07", "2026-08-07"))),
    Silence("AP328", "two owners of actions who changed places, each in a few words", after(
        month(sheet(Action, "BOARD", "id | action | kind\nA-001 | One | Action\nA-002 | Two | Outcome set for RDG")),
        (sheet(Action, "BOARD", "id | action | kind\nA-001 | One | Outcome set for RDG\nA-002 | Two | Action"),),
    )),
)  # fmt: skip
