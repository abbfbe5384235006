"""Examples of the movement rule in `rules/movement/asked_words.py`: an answer beside another ask, and answers a row off."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.returns.voice import Voice

COUNT, FREEZE = "Tell us how calls are counted.", "Freeze the forms until Easter."
ASKED = (
    sheet(Voice, "PCF", f"group | month | ask\nPCF | 2026-05 | {COUNT}"),
    sheet(Voice, "SEN", f"group | month | ask\nSEN | 2026-05 | {FREEZE}"),
)


def answered(first: str, second: str):
    return sheet(
        YouSaidWeDid,
        "RDG",
        f"id | said | answer | did\n{first} | {COUNT} | In hand | By 24 July.\n{second} | {FREEZE} | Done | No change until Easter.",
    )


FOUR = (
    ("V-PCF-2026-05-ask", COUNT, "How calls are counted stands on the Local Offer."),
    ("V-SEN-2026-05-ask", FREEZE, "The forms stay as they are until Easter."),
    ("V-SAH-2026-05-ask", "One list of September places.", "One list goes to heads each Monday."),
    ("V-YPG-2026-05-ask", "Let us visit the base.", "Three visits to the base are booked."),
)


def told(*answers: str):
    """The four asks, each with the answer given here."""
    rows = (f"{ref} | {said} | In hand | {answer}" for (ref, said, _), answer in zip(FOUR, answers, strict=True))
    return month(sheet(YouSaidWeDid, "RDG", "\n".join(("id | said | answer | did", *rows))))


OWN = tuple(answer for _, _, answer in FOUR)
A_ROW_LOW = ("", *OWN[:3])

EXAMPLES = (
    Example(
        "AP336",
        "a block of answers pasted a row too low",
        told(*A_ROW_LOW),
        ("RDG You said, we did!D3", "RDG You said, we did!D4", "RDG You said, we did!D5"),
        told(*OWN),
        "3 answers speak of the ask in the row above, and none of its own: was a block pasted a row too low?",
    ),
    Example(
        "AP336",
        "and a row too high",
        told(*OWN[1:], ""),
        ("RDG You said, we did!D2", "RDG You said, we did!D3", "RDG You said, we did!D4"),
        told(*OWN),
        "3 answers speak of the ask in the row below, and none of its own: was a block pasted a row too high?",
    ),
    Example(
        "AP339",
        "two IDs exchanged, the words left where they were",
        after(month(answered("V-SEN-2026-05-ask", "V-PCF-2026-05-ask")), ASKED),
        ("RDG You said, we did!A2", "RDG You said, we did!B2", "RDG You said, we did!A3", "RDG You said, we did!B3"),
        after(month(answered("V-PCF-2026-05-ask", "V-SEN-2026-05-ask")), ASKED),
        "Beside V-SEN-2026-05-ask stand the words of V-PCF-2026-05-ask. Which was answered?",
    ),
)

SILENCES = (
    Silence("AP336", "two answers that speak of a neighbour’s ask", told(OWN[0], *OWN[:2], OWN[3])),
    Silence("AP336", "answers that speak of no ask", told(*("By 24 July." for _ in OWN))),
    Silence("AP339", "words that were shortened", after(month(sheet(YouSaidWeDid, "RDG", "id | said\nV-PCF-2026-05-ask | Calls")), ASKED)),
)
