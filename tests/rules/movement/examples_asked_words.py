"""Examples of the movement rule in `rules/movement/asked_words.py`: an answer beside another ask."""

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


EXAMPLES = (
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
    Silence("AP339", "words that were shortened", after(month(sheet(YouSaidWeDid, "RDG", "id | said\nV-PCF-2026-05-ask | Calls")), ASKED)),
)
