"""Examples of the movement rule in `rules/movement/classed.py`: once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import Drawing, after, month, sheet

from assurance_pack.returns.workspace import QAFinding, Risk


def risk(
    now: str,
    before: str = "Treat it.| System | 2 | 4 |",
    headings: str = "controls | level | target_likelihood | target_consequence | proximity",
) -> Drawing:
    drawn = (sheet(Risk, "CAP", f"id | {headings}\nR-CAP-001 | {row}") for row in (now, before))
    return after(month(next(drawn)), (next(drawn),))


def finding(now: str, before: str) -> Drawing:
    drawn = (sheet(QAFinding, "QDD", f"id | line\nQ-QDD-001 | {row}") for row in (now, before))
    return after(month(next(drawn)), (next(drawn),))


EXAMPLES = (
    Example(
        "AP334",
        "a system risk that is a delivery risk now",
        risk("Treat it. | Delivery | 2 | 4 |"),
        ("CAP Risks!C2",),
        risk("Treat it. | System | 2 | 4 |"),
        "Of R-CAP-001, “Level” was System in May 2026 and is Delivery now. Is that meant?",
    ),
    Example(
        "AP334",
        "its level and its target, in one sentence",
        risk("Treat it. | Delivery | | 4 |"),
        ("CAP Risks!C2", "CAP Risks!D2"),
        risk("Weekly reviews. | System | 2 | 4 | Within a month"),
        "Of R-CAP-001, “Level” was System in May 2026 and is Delivery now; “Target likelihood” was 2 in May 2026 and is empty now. Are these meant?",
    ),
    Example(
        "AP334",
        "a line of assurance that is another",
        finding("3 Independent", "2 Oversight"),
        ("QDD QA findings!B2",),
        finding("2 Oversight", "2 Oversight"),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP334", "new words of the row speak of it", risk("Level put right: RDG manages it. | Delivery | 2 | 4 |")),
    Silence("AP334", "a risk that closes", risk("Open | System | Closed", "Open | Delivery | Open", "controls | level | status")),
    Silence("AP334", "a decision is named for it", risk("D-009 | Delivery", "| System", "decision | level")),
    Silence("AP334", "it had none before", risk("Treat it. | System | 2 | 4 |", "Treat it. | | | |")),
)  # fmt: skip
