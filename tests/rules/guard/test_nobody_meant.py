"""Sentences whose own wording shows that nobody is meant, and beside each the ones that look like it and tell of somebody."""

from __future__ import annotations

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import scan
from assurance_pack.settings import Settings

NOBODY = (
    "A child who moves in Year 6 keeps his or her plan until it is amended.",
    "A pupil who changes school takes her or his plan along.",
    "Every boy and girl in Year 7 has a room; his or her base follows.",
    "Planning reference FUL/2026/01234 has one condition.",
    "Sidney Stringer Academy and Frederick Bird hold the interim rooms.",
)
SOMEBODY = (
    "A child who moved in Year 6 keeps his or her plan and is out of school.",
    "A child who moves in Year 6 keeps his plan until it is amended.",
    "A child who moves to Stoke in Year 6 keeps his or her plan, as the mother asked.",
    "A child who moves keeps his or her plan. A girl in Year 4 lost hers in June.",
    "A child who moves keeps his or her plan. Yusuf Ali Hassan, Year 10, excluded twice this term",
    "Every boy and girl has a room. One girl in Year 7 lost her place in June.",
    "Planning reference FUL/2026/01234 is granted. Autistic girl missing since Tuesday, police informed.",
    "Planning reference EHC/2026/01234 is still open.",
    "Sidney Stringer Academy and Frederick Bird met about a place in June.",
    "Frederick Bird hosts a base.",
)


def found_in(sentence: str, settings: Settings) -> set[str]:
    return {f.rule for f in scan([SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=sentence, prints=True)], settings)}


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_sentence_of_nobody_in_particular_passes(sentence: str, settings: Settings) -> None:
    assert found_in(sentence, settings) == set()


@pytest.mark.parametrize("sentence", SOMEBODY)
def test_what_is_told_of_somebody_in_like_words_is_found(sentence: str, settings: Settings) -> None:
    assert found_in(sentence, settings)
