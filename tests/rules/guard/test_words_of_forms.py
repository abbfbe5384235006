"""The words of our own forms are looked through when the forms are written. What stands among them holds nothing, whoever asks and whenever."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText, TextPlace
from assurance_pack.rules.guard import scan
from assurance_pack.rules.guard.kinds import in_words
from assurance_pack.rules.guard.told import Told
from assurance_pack.rules.guard.words_of_forms import WORDS, is_of_a_form
from assurance_pack.settings import Settings

KEPT = json.loads(WORDS.read_text(encoding="utf-8"))
HEADING = "The role that owns it. A role, not a name."


@pytest.mark.parametrize("at", [None, date(2026, 7, 16), date(2034, 1, 2)])
def test_nothing_is_found_in_what_is_passed_as_our_own(settings: Settings, at: date | None) -> None:
    told = replace(Told.of(settings), at=at)
    assert len(KEPT) > 1000
    assert not [text for text in KEPT if list(in_words(text, told))]


def test_words_somebody_adds_to_a_heading_are_read(settings: Settings) -> None:
    told = Told.of(settings)
    assert is_of_a_form(HEADING, TextPlace.CELL, told)
    assert not is_of_a_form(f"{HEADING} Jayden Smith", TextPlace.CELL, told)


def test_an_area_whose_case_references_look_like_our_words_is_told_of_them(settings: Settings) -> None:
    guard = settings.guard.model_copy(update={"case_references": ("role that owns",)})
    here = settings.model_copy(update={"guard": guard})
    (found,) = scan([SentText(cell=Cell(file="a.xlsx", sheet="Risks", ref="C4"), text=HEADING, prints=True)], here)
    assert found.rule == "AP509"


def test_the_name_of_a_file_is_read_even_where_it_is_a_word_of_a_form(settings: Settings) -> None:
    told = Told.of(settings)
    assert not any(is_of_a_form(text, TextPlace.FILE_NAME, told) for text in KEPT)
