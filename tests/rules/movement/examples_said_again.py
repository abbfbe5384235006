"""Examples of the movement rules in `rules/movement/said_again.py`: words that should be new."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import Confidence
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk


def milestones(one: str, other: str, code: str = "CAP"):
    return sheet(Milestone, code, f"id | title | progress\nM-{code}-001 | Bases open | {one}\nM-{code}-002 | Contract let | {other}")


def one_title(one: str, other: str):
    return sheet(Milestone, "CAP", f"id | title | progress\nM-CAP-001 | Bases open | {one}\nM-CAP-002 | Bases open | {other}")


def words(said: str, group: str = "PCF"):
    return sheet(Voice, group, f"working | ask\nBuses come on time. | {said}")


def concern(said: str):
    return sheet(Concern, "NHS", f"concern | ask\n{said} | Decide by August.")


def confidence(overall: str, places: str):
    return sheet(Confidence, "RDG", f"about | reason\noverall | {overall}\n2 Enough of the right places | {places}")


PILES = "Two piles are in and the third waits."

EXAMPLES = (
    Example(
        "AP325",
        "one milestone's progress beside another",
        month(milestones(PILES, PILES)),
        ("CAP Milestones!C2", "CAP Milestones!C3"),
        month(milestones(PILES, "Two piles are in and the fourth waits.")),
        "M-CAP-001 and M-CAP-002 say the same under “Progress this month”, word for word. Was one pasted over the other?",
    ),
    Example(
        "AP325",
        "one milestone's path to green among another's progress",
        month(
            sheet(
                Milestone, "CAP", f"id | title | progress | path_to_green\nM-CAP-001 | Bases | {PILES} |\nM-CAP-002 | Contract | | {PILES}"
            )
        ),
        ("CAP Milestones!C2", "CAP Milestones!D3"),
        month(
            sheet(
                Milestone, "CAP", f"id | title | progress | path_to_green\nM-CAP-001 | Bases | {PILES} | {PILES}\nM-CAP-002 | Contract | |"
            )
        ),
        "M-CAP-001 and M-CAP-002 say the same under “Progress this month” and “Reason and path to green”, word for word.",
    ),
    Example(
        "AP325",
        "a neighbour's words of last month pasted into a reason for confidence",
        after(month(confidence(PILES, PILES)), (confidence("All rooms are held for now, both sites.", PILES),)),
        ("RDG Confidence!B2", "RDG Confidence!B3"),
        after(month(confidence(PILES, PILES)), (confidence(PILES, PILES),)),
        "Overall and 2 Enough of the right places say the same under “Reason now”, word for word.",
    ),
    Example(
        "AP325",
        "what changed of one risk beside another, and the rationale of one decision beside another",
        month(
            sheet(Risk, "CAP", f"id | title | changed\nR-CAP-001 | Bases | {PILES}\nR-CAP-002 | Contract | {PILES}"),
            sheet(Decision, "BOARD", f"id | decision | rationale\nD-008 | Agreed. | {PILES}\nD-009 | Approved. | {PILES}"),
        ),
        ("BOARD Decisions!C2", "BOARD Decisions!C3", "CAP Risks!C2", "CAP Risks!C3"),
        month(
            sheet(Risk, "CAP", f"id | title | changed\nR-CAP-001 | Bases | {PILES}\nR-CAP-002 | Contract | Up."),
            sheet(Decision, "BOARD", f"id | decision | rationale\nD-008 | Agreed. | {PILES}\nD-009 | Approved. | Cheapest."),
        ),
    ),
    Example(
        "AP326",
        "a group's form of the month before",
        after(month(words("Tell us how many wait.")), (words("Tell us how many wait."),)),
        ("PCF Your words!A2", "PCF Your words!B2"),
        after(month(words("Tell us how many wait now.")), (words("Tell us how many wait."),)),
        "Every word here is that of May 2026. Is it last month's form, sent again?",
    ),
    Example(
        "AP326",
        "a group's form filled with the words of another",
        month(words("Tell us how many wait, and for how long."), words("Tell us how many wait, and for how long.", "YPG")),
        ("PCF Your words!B2", "YPG Your words!B2"),
        month(words("Tell us how many wait, and for how long."), words("Tell us how many wait now.", "YPG")),
        "word for word. Was one form filled with the words of the other?",
    ),
    Example(
        "AP326",
        "a partner's concern of the month before",
        after(month(concern("Travel is decided after term begins.")), (concern("Travel is decided after term begins."),)),
        ("NHS Concerns!A2", "NHS Concerns!B2"),
        after(month(concern("Travel is still decided after term begins.")), (concern("Travel is decided after term begins."),)),
    ),
)

SILENCES = (
    Silence("AP325", "so few words that two items may share them", month(milestones("No change since last month.", "No change since last month."))),
    Silence("AP325", "two rows that say they are one milestone", month(one_title(PILES, PILES))),
    Silence("AP325", "a risk and the milestone it is linked to, told alike", month(
        milestones(PILES, "Bids are in."), sheet(Risk, "CAP", f"id | title | changed\nR-CAP-001 | Bases slip | {PILES}"),
    )),
    Silence("AP325", "two Workspaces that put it alike", month(milestones(PILES, "Bids are in."), milestones(PILES, "Bids are out.", "CWF"))),
    Silence("AP326", "the first month of a group", after(month(words("Tell us how many wait.")), (milestones("", ""),))),
    Silence("AP326", "another group that said so last month", after(month(words("Tell us how many wait.")), (words("Tell us how many wait.", "YPG"),))),
)  # fmt: skip
