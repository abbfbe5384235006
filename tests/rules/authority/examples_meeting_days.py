"""Examples of the authority rule in `rules/authority/meeting_days.py`: the day of a meeting."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.rdg import ForTheBoard

MATTER = sheet(ForTheBoard, "RDG", "id | issue\nB-005 | Interim places")


def decided(on: str, item: str = "B-005"):
    """In the June log, about what May's pack asked at the meeting of 17 June."""
    return after(month(sheet(Decision, "BOARD", f"id | item | on | decision\nD-008 | {item} | {on} | Agreed.")), (MATTER,))


EXAMPLES = (
    Example(
        "AP627", "decided at the meeting that reads the pack", decided("2026-07-16"), ("BOARD Decisions!C2",), decided("2026-06-17"),
        "Decided on 16 July 2026, when the Board reads this pack: that meeting is still to come.",
    ),
    Example(
        "AP627", "decided before it was asked", decided("2026-05-20"), ("BOARD Decisions!C2",), decided("2026-05-20", "M-CAP-001"),
        "Decided on 20 May 2026, before the Board was first asked: B-005 was before its meeting of 17 June 2026.",
    ),
    Example(
        "AP627", "an action agreed after it",
        month(sheet(Action, "BOARD", "id | agreed\nA-031 | 2026-08-19")), ("BOARD Actions!B2",),
        month(sheet(Action, "BOARD", "id | agreed\nA-031 | 2026-06-17")),
        "Agreed on 19 August 2026, and the Board reads this pack on 16 July 2026: that meeting is still to come.",
    ),
    Example(
        "AP627", "a challenge put at it",
        month(sheet(Challenge, "BOARD", "id | on\nC-014 | 2026-07-16")), ("BOARD Challenges!B2",),
        month(sheet(Challenge, "BOARD", "id | on\nC-014 | 2026-07-02")),
    ),
)  # fmt: skip
SILENCES: tuple[Silence, ...] = (
    Silence(
        "AP627",
        "a matter that nobody has brought before",
        month(sheet(Decision, "BOARD", "id | item | on | decision\nD-008 | B-005 | 2026-06-17 | Agreed.")),
    ),
)
