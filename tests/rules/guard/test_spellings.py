"""However a number, an address or a name is spelt, the same rule finds it: other scripts and signs, letters for digits, broken lines, capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import scan
from assurance_pack.rules.guard.alike import alike
from assurance_pack.rules.guard.kinds import ADDRESSES, NUMBERS, Kind, redacted
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.told import Told
from assurance_pack.settings import Settings


def _pairs(file: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    split = (line.partition(" | ") for line in lines if not line.startswith("#"))
    return [(rule, text.replace("\\n", "\n")) for rule, _, text in split]


SPELT = [pair for pair in _pairs("spellings.txt") if pair[0] != "-"]
HONEST = [text for rule, text in _pairs("spellings.txt") if rule == "-"]


def _rules(text: str, settings: Settings) -> set[str]:
    return {f.rule for f in scan([SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=text, prints=True)], settings)}


@pytest.mark.parametrize(("rule", "text"), SPELT, ids=lambda said: said)
def test_however_it_is_spelt_the_rule_for_it_finds_it(rule: str, text: str, settings: Settings) -> None:
    assert rule in _rules(text, settings)


@pytest.mark.parametrize("text", HONEST, ids=lambda said: said)
def test_what_only_looks_like_it_passes(text: str, settings: Settings) -> None:
    assert _rules(text, settings) == set()


IN_OTHER_SIGNS = {
    "٩٩٩ ٠٠٠ ٠٠١٨": "999 000 0018",
    "९९९·०००·००१८": "999-000-0018",
    "999 OOO 00l8": "999 000 0018",
    "N33I99992500I": "N331999925001",
    "СV1 5FB": "CV1 5FB",
    "999:000:0018": "999-000-0018",
}
AS_THEY_STAND = (
    "At 09:30 and 10:15 I met 120 people in 2025 / 26",
    "UCI 123450018765A",
    "No. 774120 and PO 4500012345",
    "I/O 24/7, 1000 l 2000 o 3000",
)


@pytest.mark.parametrize("written", IN_OTHER_SIGNS)
def test_digits_of_other_scripts_letters_among_digits_and_signs_between_them_are_read_in_one_way(written: str) -> None:
    assert alike(written) == IN_OTHER_SIGNS[written]


@pytest.mark.parametrize("text", AS_THEY_STAND)
def test_times_words_and_other_codes_are_read_as_they_stand(text: str) -> None:
    assert alike(text) == text


@pytest.mark.parametrize("text", [text for _, text in SPELT] + HONEST)
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(alike(plain(text))) == len(plain(text))


@pytest.mark.parametrize("kind", [kind for kind in (*NUMBERS, *ADDRESSES) if kind.digits], ids=lambda kind: f"{kind.rule} {kind.name}")
def test_a_text_passed_over_for_its_few_digits_holds_none_of_the_kind(kind: Kind, settings: Settings) -> None:
    for text in [text for _, text in SPELT] + HONEST:
        said = plain(text)
        if sum(c.isascii() and c.isdigit() for c in alike(said)) < kind.digits:
            assert kind.spans(said, Told.of(settings)) == [], text


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("It says ٩٩٩ ٠٠٠ ٠٠١٨ here.", "It says [withheld] here."),
        ("It says 999·000·0018 here.", "It says [withheld] here."),
        ("It says 0121 496 0123 here.", "It says [withheld] here."),
        ("It says jane.doe at example.com here.", "It says [withheld] here."),
        ("It says AB.12.34.56.C here.", "It says [withheld] here."),
    ],
)
def test_a_message_is_cut_where_the_number_stands(sentence: str, left: str, settings: Settings) -> None:
    assert redacted(sentence, Told.of(settings)) == left
