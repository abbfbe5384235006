"""Examples of the authority rules in `rules/authority/named.py`: the decision a row names."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import ForTheBoard, TaskAndFinishGroup
from assurance_pack.returns.workspace import Milestone, Risk


def decision(item: str, linked: str = "", words: str = "Ratified the group.", ref: str = "D-003"):
    return sheet(Decision, "BOARD", f"id | item | decision | linked\n{ref} | {item} | {words} | {linked}")


def group(named: str):
    return sheet(TaskAndFinishGroup, "RDG", f"id | name | decision\nTF-002 | Therapy waits | {named}")


def milestone(named: str):
    return sheet(Milestone, "CAP", f"id | title | reference\nM-CAP-003 | Changing places | {named}")


def risk(named: str):
    return sheet(Risk, "CAP", f"id | title | decision\nR-CAP-004 | Building schemes slip | {named}")


MATTER = sheet(ForTheBoard, "RDG", "id | issue | linked\nB-004 | Two groups | TF-001, TF-002")

EXAMPLES = (
    Example(
        "AP623",
        "the decision that ratified another group",
        month(decision("TF-001"), group("D-003")),
        ("RDG Task & Finish Groups!C2",),
        month(decision("TF-002"), group("D-003")),
        "D-003 is named for TF-002, but it was about TF-001.",
    ),
    Example(
        "AP623",
        "a baseline moved with the decision on another milestone",
        month(decision("M-CAP-010"), milestone("Plan 2.4, D-003")),
        ("CAP Milestones!C2",),
        month(decision("M-CAP-010", linked="M-CAP-003"), milestone("Plan 2.4, D-003")),
    ),
    Example(
        "AP623",
        "a risk accepted with the decision on another",
        month(decision("R-CWF-001"), risk("D-003")),
        ("CAP Risks!C2",),
        month(decision("R-CWF-001", words="Accepted R-CWF-001 and R-CAP-004."), risk("D-003")),
    ),
)

SILENCES = (
    Silence("AP623", "a decision on a matter that was brought with the group", month(MATTER, decision("B-004"), group("D-003"))),
    Silence("AP623", "a plan's own reference, and no decision", month(decision("M-CAP-010"), milestone("Plan 2.4"))),
    Silence("AP623", "a decision nobody knows, of which another rule speaks", month(decision("TF-001"), group("D-030"))),
    Silence("AP623", "a decision that names no item", month(decision(""), group("D-003"))),
    Silence("AP623", "named so last month, and asked about then", after(month(decision("TF-001"), group("D-003")), (decision("TF-001"), group("D-003")))),
)  # fmt: skip
