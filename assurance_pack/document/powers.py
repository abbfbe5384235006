"""What the Board may do, and why a matter is before it: standing sentences from the terms of reference, each with its clause."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import in_words
from ..returns.rdg import ForTheBoard
from ..rules.clauses import BOARD_ACCEPTS_SYSTEM_RISK, BOARD_RETAINS, TASK_AND_FINISH_RATIFIED, Clause
from ..settings import Parameter

BOARD_RESPONSE = Clause("Board", "Board response to escalated risk", "Where such risks are escalated, the Board may:")

POWERS: dict[str, tuple[str, Clause]] = {
    "approve": ("approval of the strategy and sign-off of the Local SEND Reform Plan are the Board’s alone", BOARD_RETAINS),
    "accept_system_risk": ("only the Board may accept a system-level risk", BOARD_ACCEPTS_SYSTEM_RISK),
    "prioritise": ("systemwide priorities and trade-offs are the Board’s alone to agree", BOARD_RETAINS),
    "escalate_onward": (
        "only the Board may escalate to the Health and Wellbeing Board, political leadership or national bodies",
        BOARD_RETAINS,
    ),
    "ratify": ("no Task & Finish Group begins work before the Board ratifies it", TASK_AND_FINISH_RATIFIED),
    "direct_rdg": ("the Board may direct RDG by the outcomes and expectations it requires, not the method", BOARD_RESPONSE),
    "escalate_members": ("the Board may escalate within member organisations, through their own governance", BOARD_RESPONSE),
    "hold_to_account": ("the Board may hold partners to account, proportionately and explicitly", BOARD_RESPONSE),
    "note": ("the Board is asked only to note it", BOARD_RESPONSE),
}
"""By the meaning of what is asked: the power of the Board it calls on, and the clause that gives it."""


def why_here(row: ForTheBoard) -> str:
    """Why RDG brings it, and what power of the Board it calls on, in a sentence."""
    named = in_words(c.text.lower() for c in row.categories or ())
    several = len(row.categories or ()) > 1
    mandatory = f"{named} {'are mandatory categories' if several else 'is a mandatory category'}" if named else ""
    reasons = {
        "mandatory": mandatory or "its category is mandatory, though which is not stated",
        "confidence_fell": "delivery confidence fell",
        "outside_plan": "the remedy lies outside the agreed Reform Plan",
        "judgement": "RDG judges that the Board should see it",
    }
    said = reasons.get(row.why.meaning if row.why else "", "")
    reason = f"It is here because {said}" if said else "Why it is here is not stated"
    if mandatory and said != mandatory:
        reason += f", and {mandatory}"
    power = POWERS.get(row.asked.meaning if row.asked else "")
    return f"{reason}; {power[0]}." if power else f"{reason}; which power of the Board it calls on is not stated."


def powers(rows: Iterable[ForTheBoard]) -> str:
    """Where the powers called on come from, and what else the Board may do where a category is mandatory: said once."""
    called = [POWERS[row.asked.meaning][1] for row in rows if row.asked and row.asked.meaning in POWERS]
    sources = "; ".join(dict.fromkeys(called))
    return (
        "Where a risk in a mandatory category is escalated, the Board may direct RDG by outcome, escalate within member organisations, or hold "
        f"partners to account. The powers named above: {sources}."
    )


def parameter(found: Parameter, beyond: str = "") -> str:
    """A parameter set by the Board, with its decision and what lies beyond it; or that there is none.

    Source: “holding delivery risk within parameters set by the Board” (Board: Delegation and delivery).
    """
    if found.value is None:
        return f"{found.name}: none set."
    unit = f" {found.unit}" if found.unit else ""
    decision = f" ({found.decision})" if found.decision else ""
    return f"{found.name}: {found.value}{unit} or more{decision}: {beyond or 'none is'}."
