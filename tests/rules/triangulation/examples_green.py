"""Examples of the triangulation rules in `rules/triangulation/green.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet, shipped

from assurance_pack.returns.rdg import MilestoneJudgement
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk

COMMUNICATION = "Communication, Local Offer, co-production"


def milestones(table: str, code: str = "QDD"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


def findings(table: str, code: str = "QDD"):
    return sheet(QAFinding, code, table)


def forum(working: str = "", not_working: str = ""):
    return sheet(Voice, "PCF", f"""
        group | month   | working   | not_working
        PCF   | 2026-06 | {working} | {not_working}
    """)  # fmt: skip


def figures(code: str, values: list[float]):
    """Monthly figures that end in June 2026."""
    lines = [f"{code} | {2026 - (months + 6) // 12 if months >= 6 else 2026}-{(5 - months) % 12 + 1:02d}-28 | {v:g}"
             for months, v in zip(range(len(values) - 1, -1, -1), values, strict=True)]  # fmt: skip
    return sheet(IndicatorFigure, "QDD", "indicator | period_end | value\n" + "\n".join(lines))


def annual(code: str) -> dict[str, object]:
    changed = tuple(i.model_copy(update={"annual": True}) if i.code == code else i for i in shipped().indicators)
    return {"indicators": changed}


# Twelve months about 88 (a target of 85), then a year ever lower: a special cause the wrong way.
WORSENING = [88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87, 84, 82, 80, 79, 78, 76, 75, 74, 73, 72, 71, 70]

STEADY = [88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87, 88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87]

EXAMPLES = (
    Example(
        "AP401",
        "reported complete, while families and an audit say otherwise",
        month(
            milestones(f"""
                id        | title                             | theme           | status   | evidence
                M-QDD-003 | Call-back standard in every team  | {COMMUNICATION} | Complete | Minute 12
                M-QDD-004 | Local Offer pages rewritten       | {COMMUNICATION} | On track |
            """),
            findings(f"""
                id        | theme           | reading | status | report_date | report
                Q-QDD-004 | {COMMUNICATION} | Concern | Open   | 2026-06-02  | Complaints
            """),
            forum(not_working="Nobody rings back about calls to the team"),
        ),
        ("PCF Your words!D2", "QDD Milestones!D2", "QDD QA findings!C2"),
        month(
            milestones(f"""
                id        | theme           | status   | evidence
                M-QDD-003 | {COMMUNICATION} | At risk  |
                M-QDD-004 | Workforce       | On track |
            """),
            findings(f"""
                id        | theme           | reading  | status | report_date | report
                Q-QDD-004 | {COMMUNICATION} | Strength | Open   | 2026-06-02  | Complaints
            """),
            forum(not_working="Nobody rings back about calls to the team"),
        ),
        "Communication: M-QDD-003 reported Complete; Q-QDD-004 and Parent Carer Forum (V-PCF-2026-06-not-working) raise a concern.",
        ("T12", "M-QDD-003"),
    ),
    Example(
        "AP401",
        "reported on track, while the figure worsens",
        month(
            milestones("""
                id        | theme                         | status
                M-QDD-005 | EHC plans: quality and reviews | On track
            """),
            figures("Reviews in time", WORSENING),
        ),
        ("QDD Indicators!C25", "QDD Milestones!C2"),
        month(
            milestones("""
                id        | theme                         | status
                M-QDD-005 | EHC plans: quality and reviews | On track
            """),
            figures("Reviews in time", STEADY),
        ),
        items=("T02", "M-QDD-005"),
    ),
    Example(
        "AP402",
        "on track, with an extreme risk against it",
        month(
            milestones("""
                id        | status
                M-CAP-007 | On track
            """, "CAP"),
            risks("""
                id        | status | likelihood | consequence | linked
                R-CAP-004 | Open   | 4          | 5           | M-CAP-007
            """),
        ),
        ("CAP Milestones!B2", "CAP Risks!C2"),
        month(
            milestones("""
                id        | status
                M-CAP-007 | On track
                M-CAP-008 | On track
            """, "CAP"),
            risks("""
                id        | status | likelihood | consequence | linked
                R-CAP-004 | Open   | 4          | 5           | M-CAP-007
                R-CAP-005 | Open   | 2          | 5           | M-CAP-008
            """),
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-007 | Off track
            """),
        ),
        "M-CAP-007 is reported On track, and R-CAP-004, which threatens it, scores 20. Which of the two is out of date?",
        ("M-CAP-007", "R-CAP-004"),
    ),
    Example(
        "AP403",
        "always green, due in a fortnight, nothing to show",
        after(
            month(milestones("""
                id        | status   | forecast   | evidence | this_month
                M-QDD-009 | On track | 2026-07-15 |          | Changed
            """)),
            (milestones("""
                id        | status   | forecast
                M-QDD-009 | On track | 2026-07-15
            """),),
        ),
        ("QDD Milestones!D2",),
        after(
            month(milestones("""
                id        | status   | forecast   | evidence                  | this_month
                M-QDD-009 | On track | 2026-07-15 | Draft seen at RDG, 9 June | Changed
                M-QDD-010 | On track | 2026-11-15 |                           | Changed
                M-QDD-011 | On track | 2026-07-15 |                           | Changed
            """)),
            (milestones("""
                id        | status   | forecast
                M-QDD-009 | On track | 2026-07-15
                M-QDD-010 | On track | 2026-11-15
                M-QDD-011 | At risk  | 2026-07-15
            """),),
        ),
        items=("M-QDD-009",),
    ),
    Example(
        "AP404",
        "a good figure a year old, and families this month",
        month(
            figures("Calls answered in two days", [*[95.0] * 23, 96.0]),
            forum(not_working="Nobody rings back"),
            settings=annual("IND-08"),
        ),
        ("PCF Your words!D2", "QDD Indicators!C25"),
        month(
            figures("Calls answered in two days", [*[95.0] * 23, 96.0]),
            forum(not_working="Nobody rings back"),
        ),
        items=("T12", "IND-08"),
    ),
    Example(
        "AP403",
        "due on the position date, and a month after it",
        after(
            month(milestones("""
                id        | status   | forecast   | evidence | this_month
                M-QDD-009 | On track | 2026-06-30 |          | Changed
                M-QDD-010 | On track | 2026-07-31 |          | Changed
            """)),
            (milestones("""
                id        | status   | forecast
                M-QDD-009 | On track | 2026-06-30
                M-QDD-010 | On track | 2026-07-31
            """),),
        ),
        ("QDD Milestones!D2", "QDD Milestones!D3"),
        month(milestones("""
            id        | status   | forecast   | evidence
            M-QDD-009 | On track | 2026-06-30 |
        """)),
    ),
    Example(
        "AP404",
        "a good figure of the year, and what families say is wrong now",
        month(
            figures("Calls answered in two days", [*[95.0] * 23, 96.0]),
            forum(not_working="Nobody rings back"),
            settings=annual("IND-08"),
        ),
        ("PCF Your words!D2", "QDD Indicators!C25"),
        month(forum(not_working="Nobody rings back"), settings=annual("IND-08")),
        "and positive; Parent Carer Forum (V-PCF-2026-06-not-working) speaks of June 2026 and raises a concern. Which holds now?",
    ),
    Example(
        "AP404",
        "a figure that gives concern, and what families say works now",
        month(
            figures("Calls answered in two days", [*[20.0] * 23, 21.0]),
            forum(working="They ring back within two days"),
            settings=annual("IND-08"),
        ),
        ("PCF Your words!C2", "QDD Indicators!C25"),
        month(
            figures("Calls answered in two days", [*[20.0] * 23, 21.0]),
            forum(not_working="Nobody rings back"),
            settings=annual("IND-08"),
        ),
        "and a concern; Parent Carer Forum (V-PCF-2026-06-working) speaks of June 2026 and says it works. Which holds now?",
    ),
)  # fmt: skip


def concerns(*numbers: int, status: str = "Open"):
    rows = (f"Q-QDD-00{n} | {COMMUNICATION} | Concern | {status} | 2026-06-02 | Audit {n}" for n in numbers)
    return findings("\n".join(["id | theme | reading | status | report_date | report", *rows]))


def calls(*statuses: str, **more: str):
    """Milestones of the theme, in a row, as they are reported."""
    rows = (f"M-CAP-00{n} | {COMMUNICATION} | {status} | Changed" for n, status in enumerate(statuses, start=1))
    return milestones("\n".join(["id | theme | status | this_month", *rows]), "CAP")


def due(*statuses: str):
    """A milestone due in a fortnight, by its status each month, the last in June."""
    *before, now = (milestones(f"id | status | forecast | this_month\nM-QDD-009 | {s} | 2026-07-15 | Changed") for s in statuses)
    return after(month(now), *((b,) for b in before))


BELOW = [60.0] * 24
"""Reviews in time, two years below the target and no worse."""

EXAMPLES += (
    Example(
        "AP401", "three say otherwise", month(calls("Complete"), concerns(1, 2), forum(not_working="Nobody rings back about calls")),
        ("CAP Milestones!C2", "PCF Your words!D2", "QDD QA findings!C2", "QDD QA findings!C3"), month(calls("At risk"), concerns(1, 2)),
        "Q-QDD-001, Q-QDD-002 and Parent Carer Forum (V-PCF-2026-06-not-working) raise a concern.",
    ),
    Example(
        "AP401", "four say otherwise, of whom three are named", month(calls("Complete"), concerns(1, 2, 3), forum(not_working="Nobody rings back about calls")),
        ("CAP Milestones!C2", "PCF Your words!D2", "QDD QA findings!C2", "QDD QA findings!C3", "QDD QA findings!C4"),
        month(calls("Complete"), concerns(1, 2, 3, status="Closed")), "Q-QDD-001, Q-QDD-002, Q-QDD-003 and 1 more raise a concern.",
    ),
    Example(
        "AP401", "one complete and one on track, while a target has been missed in every month", month(
            milestones("id | theme | status\nM-QDD-005 | EHC plans: quality and reviews | Complete\nM-QDD-006 | EHC plans: quality and reviews | On track"),
            figures("Reviews in time", BELOW),
        ),
        ("QDD Indicators!C25", "QDD Milestones!C2", "QDD Milestones!C3"), month(
            milestones("id | theme | status\nM-QDD-005 | EHC plans: quality and reviews | On track"), figures("Reviews in time", BELOW)
        ),
    ),
    Example(
        "AP401", "a concern an audit raised in May, whose Workspace sent nothing in June", after(month(calls("Complete"), missing=("workspace:QDD",)), (concerns(1),)),
        ("CAP Milestones!C2", "QDD 2026-05 QA findings!C2"), after(month(calls("Complete"), missing=("workspace:QDD",)), ()),
    ),
    Example(
        "AP402", "of three risks the last is severe and open, and has an ID", month(
            milestones("id | status\nM-CAP-007 | On track", "CAP"),
            risks("id | status | likelihood | consequence | linked\nR-CAP-003 | Closed | 4 | 5 | M-CAP-007\n | Open | 4 | 5 | M-CAP-007\nR-CAP-004 | Open | 3 | 5 | M-CAP-099, M-CAP-007"),
        ),
        ("CAP Milestones!B2", "CAP Risks!C4"), month(
            milestones("id | status\nM-CAP-007 | On track", "CAP"), risks("id | status | likelihood | consequence | linked\nR-CAP-004 | Open | 3 | 4 | M-CAP-007")
        ),
        "scores 15",
    ),
    Example("AP403", "green in each of three months", due("On track", "On track", "On track"), ("QDD Milestones!K2",), due("At risk", "On track", "On track"), "has been On track since April 2026"),
)  # fmt: skip

SILENCES = (
    Silence("AP401", "nobody reviewed it, though RDG says it is complete", after(
        month(milestones(f"id | theme | status\nM-QDD-003 | {COMMUNICATION} | Complete"), forum(not_working="Nobody rings back about calls"),
              sheet(MilestoneJudgement, "RDG", "id | status\nM-QDD-003 | Complete")),
        (milestones(f"id | theme | status\nM-QDD-003 | {COMMUNICATION} | Complete"),),
    )),
    Silence("AP401", "a milestone without an ID", month(milestones(f"id | theme | status\n | {COMMUNICATION} | Complete"), forum(not_working="Nobody rings back about calls"))),
    Silence("AP401", "families spoke half a year ago, which no longer counts", after(
        month(calls("Complete")), (sheet(Voice, "PCF", "group | month | not_working\nPCF | 2025-12 | Nobody rings back about calls"),), *[()] * 5
    )),
    Silence("AP404", "what families say is older than the figure, or counts no more", after(
        month(figures("Calls answered in two days", [*[95.0] * 23, 96.0]), settings=annual("IND-08")),
        (sheet(Voice, "PCF", "group | month | not_working\nPCF | 2026-05 | Nobody rings back"),),
    )),
)  # fmt: skip

SILENCES += (
    Silence("AP401", "nobody reviewed the milestone this month", after(
        month(
            milestones(f"""
                id        | theme           | status
                M-QDD-003 | {COMMUNICATION} | Complete
            """),
            forum(not_working="Nobody rings back about calls to the team"),
        ),
        (milestones(f"""
            id        | theme           | status
            M-QDD-003 | {COMMUNICATION} | Complete
        """),),
    )),
    Silence("AP401", "families say it works", month(
        milestones(f"""
            id        | theme           | status
            M-QDD-003 | {COMMUNICATION} | Complete
        """),
        forum(working="They ring back within two days of calls to the team"),
    )),
    Silence("AP402", "the risk is closed, moderate, or threatens something else", month(
        milestones("""
            id        | status
            M-CAP-007 | On track
        """, "CAP"),
        risks("""
            id        | status | likelihood | consequence | linked
            R-CAP-004 | Closed | 4          | 5           | M-CAP-007
            R-CAP-005 | Open   | 2          | 3           | M-CAP-007
            R-CAP-006 | Open   | 4          | 5           |
            R-CAP-007 | Open   | 4          | 5           | M-CAP-060
        """),
    )),
    Silence("AP402", "the milestone is not said to be on track", month(
        milestones("""
            id        | status
            M-CAP-007 | At risk
            M-CAP-008 |
        """, "CAP"),
        risks("""
            id        | status | likelihood | consequence | linked
            R-CAP-004 | Open   | 4          | 5           | M-CAP-007, M-CAP-008
        """),
    )),
    Silence("AP403", "new this month", after(month(milestones("""
        id        | status   | forecast   | evidence
        M-QDD-009 | On track | 2026-07-15 |
    """)), ())),
    Silence("AP403", "at risk now, or due before the position date", after(
        month(milestones("""
            id        | status   | forecast   | evidence | this_month
            M-QDD-009 | At risk  | 2026-07-15 |          | Changed
            M-QDD-010 | On track | 2026-06-29 |          | Changed
            M-QDD-011 | On track | 2026-08-01 |          | Changed
            M-QDD-012 | On track |            |          | Changed
        """)),
        (milestones("""
            id        | status   | forecast
            M-QDD-009 | On track | 2026-07-15
            M-QDD-010 | On track | 2026-06-29
            M-QDD-011 | On track | 2026-08-01
            M-QDD-012 | On track | 2026-07-15
        """),),
    )),
    Silence("AP404", "figure and families agree", month(
        figures("Calls answered in two days", [*[95.0] * 23, 96.0]),
        forum(working="They ring back within two days"),
        settings=annual("IND-08"),
    )),
)  # fmt: skip
