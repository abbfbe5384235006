"""Notes on cells that name somebody: a colleague who changed or checked a figure is none of a child's, and a child's name is found there as anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from field_cases import Edit, june_with, places, said, told_anew
from openpyxl.comments import Comment

CAP = "Capital and Sufficiency June 2026.xlsx"
OF_COLLEAGUES = (
    "Checked with Priya, the figure is right", "Per Karen, use 61", "Sarah from the team will update this", "Changed after call with David",
    "Waiting on Tom for the baseline", "Emma has the latest figures", "Sarah - is this the right date?", "@Sarah can you check this date?",
)  # fmt: skip
OF_CHILDREN = (
    "Checked with Amelia's mum, no taxi yet", "Per Jayden's plan, he needs a scribe", "Changed after call with Noah, who has no school place",
    "Waiting on Leo for his EHCP date", "Emma is not in school and has no place", "Jayden is missing from class", "Sarah - is this the girl at the PRU?",
)  # fmt: skip


def notes(*texts: str) -> Edit:
    """A note on a cell of the milestones for each text."""

    def edit(book: Any) -> None:
        for row, text in enumerate(texts, start=5):
            book["Milestones"][f"G{row}"].comment = Comment(text, "A colleague")

    return edit


def test_a_note_that_names_a_colleague_is_not_taken_to_name_a_child(tmp_path: Path) -> None:
    assert [p for p in told_anew(june_with(tmp_path, {CAP: notes(*OF_COLLEAGUES)})) if p.startswith("AP5")] == []


def test_a_note_that_names_a_child_is_found(tmp_path: Path) -> None:
    found = [p for p in said(june_with(tmp_path, {CAP: notes(*OF_CHILDREN)})) if p.rule in ("AP510", "AP511")]
    assert {place.split("!")[1] for p in places(found) for place in p.split() if "!" in place} == {
        f"G{row}" for row in range(5, 5 + len(OF_CHILDREN))
    }
