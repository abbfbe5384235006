"""Examples of the sense rules in `rules/sense/quality_agrees.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import QAFinding


def graded(row: str):
    return month(
        sheet(QAFinding, "QDD", f"id | sample | outstanding | good | requires_improvement | inadequate | finding\nQ-QDD-001 | {row}")
    )


def read(row: str):
    return month(sheet(QAFinding, "QDD", f"id | reading | assurance\nQ-QDD-001 | {row}"))


EXAMPLES = (
    Example(
        "AP278",
        "two figures of the sample the other way round",
        graded("63 | 6 | 22 | 8 | 0 | Health advice named."),
        tuple(f"QDD QA findings!{letter}2" for letter in "BCDEF"),
        graded("36 | 6 | 22 | 8 | 0 | Health advice named."),
        "The four grades come to 36, and the sample is 63. Are all five right?",
    ),
    Example(
        "AP279",
        "a strength of which there is limited assurance",
        read("Strength | Limited"),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        read("Strength | Reasonable"),
        "The reading is Strength, and the assurance Limited. Are both right?",
    ),
    Example(
        "AP279",
        "a concern of which there is substantial assurance",
        read("Concern | Substantial"),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        read("Concern | Reasonable"),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP278", "the words say that some were not graded", graded("36 | 6 | 20 | 8 | 0 | Two could not be graded.")),
    Silence("AP278", "a grade too small to give", graded("36 | 6 | 20 | 8 | [c] | Health advice named.")),
    Silence("AP278", "a grade that is not given", graded("36 | 6 | 20 | 8 | | Health advice named.")),
    Silence("AP279", "mixed goes with any", read("Mixed | Limited")),
)
