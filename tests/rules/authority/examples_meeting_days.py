"""Examples of the authority rule in `rules/authority/meeting_days.py`: the day of a meeting."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.rdg import ForTheBoard

MATTER = sheet(ForTheBoard, "RDG", "id | issue\nB-005 | Interim places")


def decided(on: str, item: str = "B-005", words: str = "Agreed.", kind: str = "Direct RDG"):
    """In the June log, about what May's pack asked at the meeting of 17 June."""
    return after(month(sheet(Decision, "BOARD", f"id | item | on | decision | kind\nD-008 | {item} | {on} | {words} | {kind}")), (MATTER,))


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
        "AP627", "by the Chair, of what only the Board may decide",
        decided("2026-06-02", words="Ratified by the Chair between meetings.", kind="Ratify Task & Finish Group"), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Rooms to be found in June: decided by the Chair between meetings."),
        "Decided on 2 June 2026 by the Chair, and only the Board may decide this: B-005 was before its meeting of 17 June 2026.",
    ),
    Example(
        "AP627", "with the Chair only named",
        decided("2026-06-02", words="Approved; the Chair abstained."), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Approved at an extraordinary meeting."),
    ),
    Example(
        "AP627", "members agreed why, and not that",
        decided("2026-06-02", words="Approved. Members agreed that it costs least."), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Approved. Members agreed it by e-mail."),
    ),
    Example(
        "AP627", "something else was agreed by e-mail",
        decided("2026-06-02", words="Approved. Figures agreed with the ICB by email."), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Interim places approved by e-mail."),
    ),
    Example(
        "AP627", "no special meeting",
        decided("2026-06-02", words="Approved. There was no time for a special meeting."), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Special meeting of 2 June: approved."),
    ),
    Example(
        "AP627", "a meeting that is only agreed on",
        decided("2026-06-02", words="Agreed to hold an extraordinary meeting."), ("BOARD Decisions!C2",),
        decided("2026-06-02", words="Agreed. D-008 was taken at an extraordinary meeting."),
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
    Silence(
        "AP627",
        "the Chair acted, and the Board has confirmed it",
        decided("2026-06-02", words="Urgent decision of the Chair, confirmed by the Board on 17 June.", kind="Prioritise"),
    ),
    Silence("AP627", "members decided by letter", decided("2026-06-02", words="Members agreed by written procedure.", kind="Prioritise")),
    Silence("AP627", "a sentence that is nothing but how", decided("2026-06-02", words="Approved. Extraordinary meeting, 2 June 2026.")),
    Silence("AP627", "why, and then how", decided("2026-06-02", words="Approved. As rooms were going, members agreed by e-mail.")),
)
