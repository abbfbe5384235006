"""What the Board may do, and why a matter is before it: standing sentences from the terms of reference, each with its clause."""

from __future__ import annotations

from ..model import in_words
from ..returns.rdg import ForTheBoard
from ..rules.clauses import BOARD_ACCEPTS_SYSTEM_RISK, BOARD_RETAINS, TASK_AND_FINISH_RATIFIED
from ..settings import Parameter

NOT_DELEGABLE = "it is the Board’s own decision and cannot be delegated"
BOARD_RESPONSE = "Board: Board response to escalated risk"

POWERS: dict[str, tuple[str, str]] = {
    "approve": (f"The Board approves the SEND & AP Strategy and signs off the Local SEND Reform Plan: {NOT_DELEGABLE}", BOARD_RETAINS),
    "accept_system_risk": (
        f"Only the Board may accept a system-level risk: {NOT_DELEGABLE}, and RDG holds no system risk on its behalf",
        BOARD_ACCEPTS_SYSTEM_RISK,
    ),
    "prioritise": (f"The Board agrees systemwide priorities, trade-offs and strategic focus: {NOT_DELEGABLE}", BOARD_RETAINS),
    "escalate_onward": (
        f"The Board may escalate to the Health and Wellbeing Board, political leadership or national bodies: {NOT_DELEGABLE}",
        BOARD_RETAINS,
    ),
    "ratify": ("No Task & Finish Group begins work before the Board ratifies it", TASK_AND_FINISH_RATIFIED),
    "direct_rdg": ("The Board may direct RDG by setting the outcomes and expectations it requires, not the method", BOARD_RESPONSE),
    "escalate_members": ("The Board may escalate within member organisations, through their internal governance routes", BOARD_RESPONSE),
    "hold_to_account": (
        "The Board may hold partners to account for delivery failure or non-alignment, proportionately and explicitly",
        BOARD_RESPONSE,
    ),
    "note": ("The Board is asked to note it, and may use any of its powers", ""),
}
"""By the meaning of what is asked: the power, and the clause it comes from."""

ESCALATED = (
    "Because its category is mandatory, the Board may also direct RDG by outcome, escalate within member organisations, or hold partners "
    "to account"
)


def why_here(row: ForTheBoard) -> str:
    """Why RDG brings it, in a sentence."""
    categories = in_words(c.text.lower() for c in row.categories or ())
    match row.why.meaning if row.why else "":
        case "mandatory":
            kind = "mandatory categories" if len(row.categories or ()) > 1 else "a mandatory category"
            return (
                f"It is here because {categories} {'are' if len(row.categories or ()) > 1 else 'is'} {kind}."
                if categories
                else "It is here because its category is mandatory; which is not stated."
            )
        case "confidence_fell":
            said = "It is here because delivery confidence fell"
        case "outside_plan":
            said = "It is here because the remedy lies outside the agreed Reform Plan"
        case "judgement":
            said = "It is here on RDG’s judgement"
        case _:
            said = "Why it is here is not stated"
    return f"{said}; it touches {categories}, which RDG must escalate." if categories else f"{said}."


def power(row: ForTheBoard) -> str:
    """What the Board may do about it, with the clause; nothing where what is asked is not stated."""
    said, clause = POWERS.get(row.asked.meaning if row.asked else "", ("", ""))
    if not said:
        return "What power of the Board it calls for is not stated."
    sentence = f"{said} ({clause})." if clause else f"{said}."
    reserved = row.asked is not None and row.asked.meaning in ("approve", "accept_system_risk", "prioritise", "escalate_onward")
    return f"{sentence} {ESCALATED}." if row.categories and reserved else sentence


def parameter(found: Parameter, beyond: str = "") -> str:
    """A parameter set by the Board, with its decision and what lies beyond it; or that there is none.

    Source: “holding delivery risk within parameters set by the Board” (Board: Delegation and delivery).
    """
    if found.value is None:
        return f"{found.name}: none set."
    unit = f" {found.unit}" if found.unit else ""
    decision = f" ({found.decision})" if found.decision else ""
    return f"{found.name}: {found.value}{unit} or more{decision}: {beyond or 'none is'}."
