"""Examples of the authority rules in `rules/authority/logged.py`: a decision beside its item, and what was recorded of a meeting."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.rdg import ForTheBoard
from assurance_pack.returns.workspace import Risk


def log(*rows: str):
    return sheet(Decision, "BOARD", "\n".join(["id | item | kind | decision | linked", *rows]))


PLACES = "Approved interim specialist places for the autumn term at both host schools, kept local"
REVIEWS = "Accepted the system risk of late annual reviews while three case systems are joined"
MATTERS = sheet(ForTheBoard, "RDG", f"""
    id    | asked              | issue     | linked
    B-005 | Prioritise         | {PLACES}  | R-CAP-004
    B-006 | Accept system risk | {REVIEWS} | R-QDD-002
    B-007 | Note               | Two lists |
""")  # fmt: skip
RIGHT = (f"D-008 | B-005 | Prioritise | {PLACES} |", f"D-009 | B-006 | Accept system risk | {REVIEWS} |")
BY_TYPE = ("D-008 | B-006 | Prioritise | Agreed. |", "D-009 | B-005 | Accept system risk | Agreed. |")


def decided(*rows: str):
    """The month in which the Board decided on what it was asked the month before."""
    return after(month(log(*rows)), (MATTERS,))


def in_log(row: str, before: str):
    return after(month(log(row)), (log(before),))


EXAMPLES = (
    Example(
        "AP600",
        "the items of two decisions exchanged",
        decided(f"D-008 | B-006 | Prioritise | {PLACES} |", f"D-009 | B-005 | Accept system risk | {REVIEWS} |"),
        ("BOARD Decisions!B2", "BOARD Decisions!B3"),
        decided(*RIGHT),
        "D-008 names B-006 and D-009 names B-005, and each has the words of what the other names: were the two exchanged?",
    ),
    Example(
        "AP600",
        "the types of two decisions exchanged, told in words of the log's own",
        decided(*BY_TYPE),
        ("BOARD Decisions!B2", "BOARD Decisions!B3"),
        decided("D-008 | B-006 | Prioritise | Agreed. |", "D-009 | B-005 | Prioritise | Agreed. |"),
        "and each is of the type the other was asked for: were the two exchanged?",
    ),
    Example(
        "AP600",
        "items exchanged since last month's log",
        after(
            month(log("D-004 | M-CWF-001 | Note | One. |", "D-005 | R-CWF-001 | Note | Two. |")),
            (log("D-004 | R-CWF-001 | Note | One. |", "D-005 | M-CWF-001 | Note | Two. |"),),
        ),
        ("BOARD Decisions!B2", "BOARD Decisions!B3"),
        after(
            month(log("D-004 | M-CWF-001 | Note | One. |", "D-005 | M-CWF-001 | Note | Two. |")),
            (log("D-004 | R-CWF-001 | Note | One. |", "D-005 | M-CWF-001 | Note | Two. |"),),
        ),
        "and each named the other’s before: were the two exchanged?",
    ),
    Example(
        "AP625",
        "a decision in the words of another matter",
        decided(f"D-008 | B-006 | Prioritise | {PLACES} |"),
        ("BOARD Decisions!B2",),
        decided(RIGHT[0]),
        "D-008 names B-006, and has the words of B-005. Which was it about?",
    ),
    Example(
        "AP625",
        "a decision of the type one other matter asked for",
        decided("D-008 | B-007 | Prioritise | Agreed. |"),
        ("BOARD Decisions!B2", "BOARD Decisions!C2"),
        decided("D-008 | B-007 | Direct RDG | Agreed. |"),
        "D-008 names B-007, and is a decision to Prioritise or trade off, which B-005 asked for. Which was it about?",
    ),
    Example(
        "AP625",
        "a system risk accepted by a decision on what asked for none",
        decided(f"D-008 | B-005 | Accept system risk | {PLACES} |"),
        ("BOARD Decisions!B2", "BOARD Decisions!C2"),
        decided(f"D-008 | B-005 | Direct RDG | {PLACES} |"),
        "and the Board was asked to Prioritise or trade off. Did it accept a system risk?",
    ),
    Example(
        "AP625",
        "shown by the risk another matter was brought with",
        decided(f"{RIGHT[1]} R-CAP-004"),
        ("BOARD Decisions!B2", "BOARD Decisions!E2"),
        decided(f"{RIGHT[1]} R-CAP-004, R-QDD-002"),
        "D-009 names B-006, and is shown by what was brought with B-005. Which was it about?",
    ),
    Example(
        "AP626",
        "another item in an earlier decision",
        in_log("D-004 | R-CWF-003 | Note | Agreed. |", "D-004 | R-CWF-001 | Note | Agreed. |"),
        ("BOARD Decisions!B2",),
        in_log("D-004 | R-CWF-001 | Note | Agreed. |", "D-004 | R-CWF-001 | Note | Agreed. |"),
        "Of D-004, “Item ID” was R-CWF-001 in May 2026 and is R-CWF-003 now.",
    ),
    Example(
        "AP626",
        "a decision that lasts longer than the Board decided",
        in_log(f"D-009 | B-006 | Note | {REVIEWS} until December. |", f"D-009 | B-006 | Note | {REVIEWS} until September. |"),
        ("BOARD Decisions!D2",),
        in_log(f"D-009 | B-006 | Note | {REVIEWS} until Septembre. |", f"D-009 | B-006 | Note | {REVIEWS} until September. |"),
        "was “… September.” in May 2026 and is “… December.” now.",
    ),
    Example(
        "AP626",
        "an action that came from another decision, and a challenge put to another on another day",
        after(
            month(
                sheet(Action, "BOARD", "id | source\nA-028 | D-007"),
                sheet(Challenge, "BOARD", "id | on | to\nC-012 | 2026-04-23 | Integrated Care Board"),
            ),
            (
                sheet(Action, "BOARD", "id | source\nA-028 | D-006"),
                sheet(Challenge, "BOARD", "id | on | to\nC-012 | 2026-04-22 | Reform Delivery Group"),
            ),
        ),
        ("BOARD Actions!B2", "BOARD Challenges!B2", "BOARD Challenges!C2"),
        after(month(sheet(Action, "BOARD", "id | source\nA-028 | D-007")), (sheet(Action, "BOARD", "id | source\nA-028 |"),)),
    ),
    Example(
        "AP626",
        "shown by none of what showed it",
        in_log("D-004 | B-001 | Note | Agreed. | M-CAP-003", "D-004 | B-001 | Note | Agreed. | M-CAP-001, M-CAP-002"),
        ("BOARD Decisions!E2",),
        in_log("D-004 | B-001 | Note | Agreed. | M-CAP-003, M-CAP-002", "D-004 | B-001 | Note | Agreed. | M-CAP-001, M-CAP-002"),
        "Of D-004, “Shown by (IDs)” was M-CAP-001 and M-CAP-002 in May 2026 and is M-CAP-003 now.",
    ),
)

SILENCES = (
    Silence("AP600", "so in last month's log, and asked about then", after(month(log(*BY_TYPE)), (MATTERS, log(*BY_TYPE)))),
    Silence("AP625", "so in last month's log, and asked about then", after(month(log(BY_TYPE[0])), (MATTERS, log(BY_TYPE[0])))),
    Silence("AP625", "a risk the matter was about, in the words of the matter", after(
        month(log(f"D-008 | R-CAP-004 | Prioritise | {PLACES} |"), sheet(Risk, "CAP", "id | title\nR-CAP-004 | Building schemes slip")), (MATTERS,),
    )),
    Silence("AP625", "an item nobody knows, of which another rule speaks", decided(f"D-008 | B-060 | Prioritise | {PLACES} |")),
    Silence("AP626", "the first month of the log", month(log(RIGHT[0]))),
)  # fmt: skip
