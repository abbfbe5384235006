"""Examples of the sense rules in `rules/sense/taken_out.py`: a milestone withdrawn, or complete by a judgement alone, a decision replaced."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import MilestoneJudgement
from assurance_pack.returns.workspace import Milestone


def log(*rows: str):
    return sheet(Decision, "BOARD", "\n".join(["id | item | on | decision | outcome | status | rationale", *rows]))


def withdrawn(reference: str):
    return sheet(Milestone, "CAP", f"id | title | status | reference\nM-CAP-003 | Changing places | Withdrawn | {reference}")


def judged(reason: str):
    return sheet(MilestoneJudgement, "RDG", f"id | status | reason\nM-CAP-003 | Withdrawn | {reason}")


def judged_complete(reported: str):
    judgement = sheet(MilestoneJudgement, "RDG", "id | status | reason\nM-CAP-003 | Complete | It is done.")
    return month(
        sheet(Milestone, "CAP", f"id | title | status | evidence | this_month\nM-CAP-003 | Changing places | {reported}"), judgement
    )


OFF_TRACK = sheet(Milestone, "CAP", "id | title | status\nM-CAP-003 | Changing places | Off track")
TAKEN_OUT = log("D-004 | M-CAP-003 | 2026-06-17 | Took the changing places out of the plan. | | |")
D_001 = "D-001 | M-CAP-009 | 2026-03-18 | Agreed a register. | | Open |"
REPLACED = "D-004 | M-CAP-010 | 2026-05-20 | Agreed a new date. | | Replaced |"

EXAMPLES = (
    Example(
        "AP232", "a decision that is not in the log", month(log(D_001), withdrawn("D-099")), ("CAP Milestones!D2",), month(TAKEN_OUT, withdrawn("D-004")),
        "Withdrawn, but D-099 is not in the Board log.",
    ),
    Example(
        "AP232", "a decision on something else", month(log(D_001), withdrawn("D-001, March")), ("CAP Milestones!D2",), month(TAKEN_OUT, withdrawn("D-004, June")),
        "Withdrawn, but D-001 was about M-CAP-009.",
    ),
    Example(
        "AP232", "a decision that asks for its outcome",
        month(log("D-004 | M-CAP-003 | 2026-06-17 | Agreed a new date. | Four in use by March. | Open |"), withdrawn("D-004")), ("CAP Milestones!D2",),
        month(log("D-004 | M-CAP-003 | 2026-06-17 | Withdrew it. | Money handed back by March. | Open |"), withdrawn("D-004")),
        "Withdrawn, but D-004 still asks for its outcome.",
    ),
    Example(
        "AP232", "a decision put off", month(log("D-004 | M-CAP-003 | | | | |"), withdrawn("D-004")), ("CAP Milestones!D2",), month(TAKEN_OUT, withdrawn("D-004")),
        "Withdrawn, but by D-004 nothing is decided yet.",
    ),
    Example(
        "AP232", "the Board is named, and no decision of it", month(log(D_001), withdrawn("Agreed by the Board")), ("CAP Milestones!D2",),
        month(TAKEN_OUT, withdrawn("Agreed by the Board")), "Withdrawn, but no decision in the Board log took it out of the plan.",
    ),
    Example(
        "AP232", "withdrawn by RDG alone", month(log(D_001), OFF_TRACK, judged("No money is left.")), ("RDG Milestones!C2",),
        month(TAKEN_OUT, OFF_TRACK, judged("Taken out by D-004.")), "Withdrawn, but no decision of the Board is named in the reason.",
    ),
    Example(
        "AP239", "complete by RDG's word, and off track by its Workspace's", judged_complete("Off track | | Changed"),
        ("CAP Milestones!C2", "CAP Milestones!D2", "RDG Milestones!B2"), judged_complete("Off track | Handover, 26 June | Changed"),
        "RDG judges M-CAP-003 Complete, and its Workspace reports Off track, with no evidence.",
    ),
    Example(
        "AP239", "complete by RDG's word, and its Workspace gave none", judged_complete("| | Changed"),
        ("CAP Milestones!C2", "CAP Milestones!D2", "RDG Milestones!B2"), judged_complete("Complete | | Changed"),
        "RDG judges M-CAP-003 Complete, and its Workspace reports nothing of it, with no evidence.",
    ),
    Example(
        "AP234", "replaced by nothing", month(log(REPLACED)), ("BOARD Decisions!G2",),
        month(log(REPLACED, "D-005 | M-CAP-010 | 2026-06-17 | Agreed two phases. | | Open |")), "Replaced, but no decision in the log took its place.",
    ),
    Example(
        "AP234", "replaced by a decision the log does not know", month(log(f"{REPLACED} By D-099.")), ("BOARD Decisions!G2",),
        month(log(f"{REPLACED} By D-005.", "D-005 | | 2026-06-17 | Agreed two phases. | | Open |")),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP232", "a plan that was revised", month(log(D_001), withdrawn("Reform Plan, version 2, page 14"))),
    Silence("AP232", "a decision made before the log was kept here", month(log("D-030 | M-CAP-009 | | Agreed. | | |"), withdrawn("D-004"))),
    Silence("AP232", "of two decisions one withdrew it", month(log("D-001 | M-CAP-009 | | Agreed. | | |", "D-004 | M-CAP-003 | | Withdrew it. | | |"), withdrawn("D-001, D-004"))),
    Silence("AP232", "a decision that names no item", month(log("D-004 | | | Agreed the revised plan. | | |"), withdrawn("D-004"))),
    Silence("AP232", "withdrawn by its Workspace too, of whose reference that is said", month(log(D_001), withdrawn("Plan 2"), judged("As they say."))),
    Silence("AP232", "the decision stood in an earlier log", after(month(withdrawn("D-004")), (TAKEN_OUT,))),
    Silence("AP234", "a matter withdrawn, of which nothing was decided", month(log("D-004 | B-003 | | | | Replaced |"))),
    Silence("AP234", "the later decision names it", month(log(REPLACED, "D-005 | M-CAP-011 | 2026-06-17 | Agreed two phases in place of D-004. | | Open |"))),
)  # fmt: skip
