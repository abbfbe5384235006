"""Examples of the movement rule in `rules/movement/words_of_another.py`: this month's words beside another item."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.workspace import Milestone, QAFinding


def milestones(plan: str, places: str):
    return sheet(
        Milestone,
        "CAP",
        f"""
        this_month | id        | title                                         | progress
        Changed    | M-CAP-006 | Recovery plan agreed with Schools Forum       | {plan}
        Changed    | M-CAP-007 | Specialist base places open at both secondaries | {places}
        """,
    )


def findings(one: str, other: str, title: str = "Complaints of spring"):
    rows = f"Q-QDD-004 | {title} | {one}\nQ-QDD-007 | Complaints and learning | {other}"
    return sheet(QAFinding, "QDD", f"id | report | finding\n{rows}")


MAY = milestones("Top-up bands are in draft.", "Planning waits; one tender is in.")

EXAMPLES = (
    Example(
        "AP329",
        "one milestone's news a row too high",
        after(month(milestones("Planning condition at one site; failed tender at the other.", "")), (MAY,)),
        ("CAP Milestones!D2",),
        after(month(milestones("Draft bands went to Forum; no tender, no planning.", "")), (MAY,)),
        "“Progress this month” of M-CAP-006 Recovery plan agreed speaks of M-CAP-007 Specialist base places open",
    ),
)

SILENCES = (
    Silence("AP329", "the first month", month(milestones("Planning condition; failed tender.", ""))),
    Silence("AP329", "one word of the other alone", after(month(milestones("The tender of auditors came.", "")), (MAY,))),
    Silence("AP329", "the other named by its ID", after(month(milestones("Waits for the planning and tender of M-CAP-007.", "")), (MAY,))),
    Silence("AP329", "last month's words", after(month(milestones("Top-up bands are in draft.", "Planning waits; one tender is in.")), (MAY,))),
    Silence("AP329", "two findings of one kind", after(
        month(findings("Nobody rang back; letters came late.", "")), (findings("Meetings were moved.", "Few rang; letters were late."),),
    )),
)  # fmt: skip
