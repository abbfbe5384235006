"""Examples of the movement rules in `rules/movement/off_their_rows.py`: a block of words a row too low or too high."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.board_log import Action
from assurance_pack.returns.rdg import YouSaidWeDid

COUNT, FREEZE = "Tell us how calls are counted.", "Freeze the forms until Easter."
FOUR = (
    ("V-PCF-2026-05-ask", COUNT, "How calls are counted stands on the Local Offer."),
    ("V-SEN-2026-05-ask", FREEZE, "The forms stay as they are until Easter."),
    ("V-SAH-2026-05-ask", "One register of September places.", "One register goes to heads each Monday."),
    ("V-YPG-2026-05-ask", "Let us visit the base.", "Three visits to the base are booked."),
)


def told(*answers: str):
    """The four asks, each with the answer given here."""
    rows = (f"{ref} | {said} | In hand | {answer}" for (ref, said, _), answer in zip(FOUR, answers, strict=True))
    return month(sheet(YouSaidWeDid, "RDG", "\n".join(("id | said | answer | did", *rows))))


OWN = tuple(answer for _, _, answer in FOUR)
A_ROW_LOW = ("", *OWN[:3])

ACTIONS = (
    ("Confirm the share of the contract", "Share confirmed by the finance committee."),
    ("Bring a count of children waiting", "Count brought in July: 34 children."),
    ("Every family promised a letter has it", "Every letter went out to its family."),
    ("Set out what two phases mean", "The phases are in a paper."),
)


def updated(*updates: str):
    """The four actions, each with the update given here."""
    rows = (f"A-03{n} | {action} | {update}" for n, ((action, _), update) in enumerate(zip(ACTIONS, updates, strict=True), start=1))
    return month(sheet(Action, "BOARD", "\n".join(("id | action | update", *rows))))


UPDATES = tuple(update for _, update in ACTIONS)

EXAMPLES = (
    Example(
        "AP336",
        "a block of answers pasted a row too low",
        told(*A_ROW_LOW),
        ("RDG You said, we did!D3", "RDG You said, we did!D4", "RDG You said, we did!D5"),
        told(*OWN),
        "3 answers speak of the ask in the row above, and none of their own: was a block pasted a row too low?",
    ),
    Example(
        "AP336",
        "and a row too high",
        told(*OWN[1:], ""),
        ("RDG You said, we did!D2", "RDG You said, we did!D3", "RDG You said, we did!D4"),
        told(*OWN),
        "3 answers speak of the ask in the row below, and none of their own: was a block pasted a row too high?",
    ),
    Example(
        "AP337",
        "updates pasted a row too low",
        updated("", *UPDATES[:3]),
        ("BOARD Actions!C3", "BOARD Actions!C4", "BOARD Actions!C5"),
        updated(*UPDATES),
        "3 rows speak of the item in the row above, and none of their own: was a block pasted a row too low?",
    ),
    Example(
        "AP337",
        "and a row too high",
        updated(*UPDATES[1:], ""),
        ("BOARD Actions!C2", "BOARD Actions!C3", "BOARD Actions!C4"),
        updated(*UPDATES),
        "3 rows speak of the item in the row below, and none of their own: was a block pasted a row too high?",
    ),
)

SILENCES = (
    Silence("AP336", "two answers that speak of a neighbour’s ask", told(OWN[0], *OWN[:2], OWN[3])),
    Silence(
        "AP336",
        "remarks on a neighbour’s ask that do not stand together",
        told("The forms stay, as others asked.", "Done in May.", "The base is shown too, as is Easter.", "It is on the register."),
    ),
    Silence(
        "AP336",
        "words that any answer may have",
        told("", "Every family relies on it.", "The Board and families rely on it.", "Each group and every family has it."),
    ),
    Silence("AP336", "answers that speak of no ask", told(*("By 24 July." for _ in OWN))),
    Silence("AP337", "two updates that speak of a neighbour", updated(UPDATES[0], *UPDATES[:2], UPDATES[3])),
)
