"""Examples of the movement rules in `rules/movement/eased.py`: what the Board follows, eased without a word."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.board_log import Action, Decision, ExceptionalIssue
from assurance_pack.returns.workspace import IndicatorFigure, Milestone


def action(row: str):
    return sheet(Action, "BOARD", f"id | due | status | update\nA-028 | {row}")


def decision(row: str):
    return sheet(Decision, "BOARD", f"id | item | decision | due | status | rationale\nD-006 | M-CAP-010 | Agreed a date. | {row}")


def actions(*rows: str):
    return sheet(Action, "BOARD", "\n".join(["id | due | status | update", *rows]))


def outcome(row: str):
    """A decision with the outcome the Board requires, and what shows it."""
    return sheet(Decision, "BOARD", f"id | item | linked | due | status | outcome | rationale\nD-006 | M-CAP-010 | {row}")


def issue(row: str):
    return sheet(ExceptionalIssue, "BOARD", f"id | issue | why_now | ask | status\nX-002 | {row}")


def milestone(status: str):
    return sheet(Milestone, "CAP", f"id | title | this_month | status\nM-CAP-010 | Building contract let | Changed | {status}")


def conditioned(status: str, comparator: str, value: int):
    return sheet(Decision, "BOARD", f"id | status | indicator | comparator | value\nD-004 | {status} | IND-03 | {comparator} | {value}")


def posts(vacant: int):
    """A figure of May: of 100 posts, how many are vacant."""
    return sheet(IndicatorFigure, "CWF", f"indicator | period_end | numerator | denominator\nIND-03 | 2026-05-31 | {vacant} | 100")


EXAMPLES = (
    Example(
        "AP322",
        "an action put off with its update emptied",
        after(month(action("2026-08-31 | Open |")), (action("2026-05-29 | Open | Share agreed in part"),)),
        ("BOARD Actions!B2",),
        after(month(action("2026-08-31 | Open | The committee meets in July.")), (action("2026-05-29 | Open | Share agreed in part"),)),
        "A-028 was due on 29 May 2026 and is due on 31 August 2026 now, and nothing says why.",
    ),
    Example(
        "AP322",
        "an action put off with last month's words",
        after(month(action("2026-08-31 | Open | Share agreed in part")), (action("2026-05-29 | Open | Share agreed in part"),)),
        ("BOARD Actions!B2",),
        after(month(action("2026-05-22 | Open | Share agreed in part")), (action("2026-05-29 | Open | Share agreed in part"),)),
    ),
    Example(
        "AP322",
        "the day of an outcome the Board requires put off",
        after(month(decision("2026-09-30 | Open |")), (decision("2026-06-30 | Open |"),)),
        ("BOARD Decisions!D2",),
        after(month(decision("2026-09-30 | Open | D-009 moved the day.")), (decision("2026-06-30 | Open |"),)),
        "D-006 was due on 30 June 2026 and is due on 30 September 2026 now, and nothing says why.",
    ),
    Example(
        "AP323",
        "an outcome called met, while the milestone that shows it is at risk",
        after(month(decision("2026-06-30 | Met |"), milestone("At risk")), (decision("2026-06-30 | Open |"), milestone("At risk"))),
        ("BOARD Decisions!E2", "CAP Milestones!D2"),
        after(month(decision("2026-06-30 | Met |"), milestone("Complete")), (decision("2026-06-30 | Open |"), milestone("At risk"))),
        "Met, and M-CAP-010, which shows it, is At risk.",
    ),
    Example(
        "AP323",
        "an outcome called met, and its figure is not",
        month(conditioned("Met", "Below", 20), posts(22)),
        ("BOARD Decisions!B2",),
        month(conditioned("Met", "Below", 30), posts(22)),
        "Met, and “Psychologist posts vacant” is to be below 20% and is 22%.",
    ),
    Example(
        "AP324",
        "an issue closed with last month's words",
        after(month(issue("A provider closes. | Term ends. | Note. | Closed")), (issue("A provider closes. | Term ends. | Note. | Open"),)),
        ("BOARD Exceptional issues!E2",),
        after(
            month(issue("A provider closed; all places are found. | Term ends. | Note. | Closed")),
            (issue("A provider closes. | Term ends. | Note. | Open"),),
        ),
        "X-002 is Closed, and its words are those of May 2026.",
    ),
    Example(
        "AP324",
        "an issue closed with the words of something else",
        after(
            month(issue("A provider of taxis moved to smaller rooms. | Term ends. | Note. | Closed")),
            (issue("A provider of alternative provision closes; nineteen places are to be found. | Term ends. | Note. | Open"),),
        ),
        ("BOARD Exceptional issues!B2", "BOARD Exceptional issues!E2"),
        after(
            month(issue("A provider of alternative provision closed; nineteen places were found. | Term ends. | Note. | Closed")),
            (issue("A provider of alternative provision closes; nineteen places are to be found. | Term ends. | Note. | Open"),),
        ),
        "do its words now say what came of that?",
    ),
    Example(
        "AP324",
        "an issue that is over in the month in which it is raised",
        after(month(issue("A provider closes. | Term ends. | Note. | Closed")), (milestone("At risk"),)),
        ("BOARD Exceptional issues!E2",),
        after(month(issue("A provider closes. | Term ends. | Note. | Open")), (milestone("At risk"),)),
        "X-002 is Closed in the month in which it was raised. Is it over?",
    ),
)

EXAMPLES += (
    Example(
        "AP322",
        "of four actions the last was put off: one is new, one has no day any more, one has the day it had",
        after(
            month(actions("A-025 | 2026-08-31 | Open |", "A-026 | | Open |", "A-027 | 2026-05-29 | Open |", "A-028 | 2026-05-30 | Open |")),
            (actions("A-026 | 2026-05-29 | Open |", "A-027 | 2026-05-29 | Open |", "A-028 | 2026-05-29 | Open |"),),
        ),
        ("BOARD Actions!B5",),
        after(
            month(actions("A-028 | 2026-05-30 | Open |"), faults=(
                Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="BOARD-2026-06.xlsx", sheet="Actions", ref="D2")),
            )),
            (actions("A-028 | 2026-05-29 | Open |"),),
        ),
        "A-028 was due on 29 May 2026 and is due on 30 May 2026 now",
        ("A-028",),
    ),
    Example(
        "AP322",
        "an outcome's day put off in the words of last month",
        after(month(outcome("| 2026-09-30 | Open | Six bases | As agreed")), (outcome("| 2026-06-30 | Open | Six bases | As agreed"),)),
        ("BOARD Decisions!D2",),
        after(month(outcome("| 2026-09-30 | Open | Four bases | As agreed")), (outcome("| 2026-06-30 | Open | Six bases | As agreed"),)),
    ),
    Example(
        "AP323",
        "in the first month, of an outcome that two milestones show, one is complete and one at risk",
        month(
            outcome("M-CAP-011 | 2026-06-30 | Met | Six bases |"),
            sheet(Milestone, "CAP", "id | status\nM-CAP-010 | Complete\nM-CAP-011 | At risk"),
        ),
        ("BOARD Decisions!E2", "CAP Milestones!B3"),
        month(
            outcome("M-CAP-011, M-CAP-012 | 2026-06-30 | Met | Six bases |"),
            sheet(Milestone, "CAP", "id | status\nM-CAP-010 | Complete\nM-CAP-011 | Withdrawn"),
        ),
        "Met, and M-CAP-011, which shows it, is At risk.",
    ),
    Example(
        "AP324",
        "closed with nothing said of it, then or now",
        after(month(issue("A provider closes. | | | Closed")), (issue("A provider closes. | | | Open"),)),
        ("BOARD Exceptional issues!E2",),
        after(month(issue("A provider closes. | | Places are found. | Closed")), (issue("A provider closes. | | | Open"),)),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP322", "a first day, where none was set", after(month(action("2026-08-31 | Open |")), (action("| Open |"),))),
    Silence("AP322", "new this month", after(month(action("2026-08-31 | Open |")), ())),
    Silence("AP323", "called met a month ago, and asked about then", after(
        month(decision("2026-06-30 | Met |"), milestone("At risk")), (decision("2026-06-30 | Met |"), milestone("At risk")),
    )),
    Silence("AP323", "still open", after(month(decision("2026-06-30 | Open |"), milestone("At risk")), (decision("2026-06-30 | Open |"),))),
    Silence("AP323", "no status is given", after(month(decision("2026-06-30 | Met |"), milestone("")), (decision("2026-06-30 | Open |"),))),
    Silence("AP324", "closed when last told of", after(
        month(issue("A provider closes. | Term ends. | Note. | Closed")), (issue("A provider closes. | Term ends. | Note. | Closed"),),
    )),
    Silence("AP324", "still open", after(
        month(issue("A provider closes. | Term ends. | Note. | Open")), (issue("A provider closes. | Term ends. | Note. | Open"),),
    )),
    Silence("AP324", "the first month there is", month(issue("A provider closes. | Term ends. | Note. | Closed"))),
)  # fmt: skip
