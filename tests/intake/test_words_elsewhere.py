"""What says only where somebody's words are, or that they come later, is no answer; what is short and theirs is one."""

from __future__ import annotations

import pytest

from assurance_pack.intake.as_typed import words_are_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "see attached", "See attached.", "please see the attached sheet", "see attached document", "See my letter", "see photo", "See over", "see below",
        "as per email", "sent separately", "attached", "As last month", "Same as last month", "as before", "as above", "ditto", "?", "???", "…", "TBC",
        "will follow", "To follow later", "words to follow", "pending",
    ],
)  # fmt: skip
def test_words_that_only_point(text: str) -> None:
    assert words_are_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Nothing", "None", "Not sure", "Don't know", "no", "We do", "The bus", "See us in person", "Same as last month: nobody rings back.",
        "Read our letters", "Pending plans are late", "Attached units help", "Above all, listen", "Being seen", "In school", "Awaiting Jo",
    ],
)  # fmt: skip
def test_words_that_are_somebodys_answer(text: str) -> None:
    assert not words_are_elsewhere(text)
