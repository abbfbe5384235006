"""What the Board may do, and why a matter is before it: standing sentences from the terms of reference, each with its clause."""

from __future__ import annotations

from ....english import in_words, upper_first
from ....returns.rdg import ForTheBoard
from ....rules.clauses import BOARD_ACCEPTS_SYSTEM_RISK, BOARD_RETAINS, TASK_AND_FINISH_RATIFIED, Clause
from ....settings import Settings
from ....settings.board import Parameter

BOARD_RESPONSE = Clause("Board", "Board response to escalated risk", "Where such risks are escalated, the Board may:")
"""Printed, and cited by no rule: a rule may ask, only the Board responds."""

POWERS: dict[str, tuple[str, Clause]] = {
    "approve": ("only the Board may approve the strategy or sign off the plan", BOARD_RETAINS),
    "accept_system_risk": ("only the Board may accept a system risk", BOARD_ACCEPTS_SYSTEM_RISK),
    "prioritise": ("only the Board may agree systemwide priorities and trade-offs", BOARD_RETAINS),
    "escalate_onward": ("only the Board may escalate to the {board.onward_body}, political or national bodies", BOARD_RETAINS),
    "ratify": ("no Task & Finish Group begins work before the Board ratifies it", TASK_AND_FINISH_RATIFIED),
    "direct_rdg": ("the Board may direct RDG, by outcomes and expectations, not by method", BOARD_RESPONSE),
    "escalate_members": ("the Board may escalate within member organisations", BOARD_RESPONSE),
    "hold_to_account": ("the Board may hold partners to account, proportionately and explicitly", BOARD_RESPONSE),
    "note": ("the Board is asked only to note it", BOARD_RESPONSE),
}
"""By the meaning of what is asked: the power of the Board it calls on, and the clause that gives it."""

REASONS = {
    "mandatory": "a risk of its kind must come to the Board",
    "confidence_fell": "RDG’s confidence in delivery fell",
    "outside_plan": "the remedy lies outside the agreed {board.plan_in_brief}",
    "judgement": "RDG judges that the Board should see it",
}

THE_BOARD, ONLY_THE_BOARD = "must come to the Board", "only the Board"


def why_here(row: ForTheBoard, settings: Settings) -> str:
    """Why RDG brings it, and what power of the Board it calls on; in one sentence where both speak of the Board."""
    why = row.why.meaning if row.why else ""
    named = in_words(c.text.lower() for c in row.categories or ())
    must = f"such a risk ({named}) must come to the Board" if named else ""
    reasons = [must or REASONS[why]] if why == "mandatory" else [REASONS.get(why, ""), must]
    reason = in_words(r for r in reasons if r)
    power = POWERS[row.asked.meaning][0] if row.asked and row.asked.meaning in POWERS else ""
    if reason.endswith(THE_BOARD) and power.startswith(ONLY_THE_BOARD):
        return settings.worded(f"{upper_first(reason)}; only it{power.removeprefix(ONLY_THE_BOARD)}.")
    said = f"{upper_first(reason) or 'Why it is here is not stated'}. {upper_first(power) or 'Which power of the Board it calls on is not stated'}."
    return settings.worded(said)


MANDATORY = (
    f"Where a risk must come to it, the Board may also direct RDG, escalate the risk, or hold partners to account ({BOARD_RESPONSE})."
)
"""Said once in the section, whatever is asked."""


def parameter(found: Parameter, beyond: str = "") -> str:
    """A parameter set by the Board, with its decision and what lies beyond it; nothing where it set none, which section 10 says.

    Source: “holding delivery risk within parameters set by the Board” (Board: Delegation and delivery).
    """
    if found.value is None:
        return ""
    unit = f" {found.unit}" if found.unit else ""
    decision = f" ({found.decision})" if found.decision else ""
    return f"{found.name}: {found.value}{unit} or more{decision}: {beyond or 'none is'}."
