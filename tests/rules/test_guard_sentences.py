"""The guard measured on sentences in the language of these returns: what it finds of each kind, and how often it is wrong to speak."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import scan
from assurance_pack.settings import Settings

SENTENCES = Path(__file__).parent / "guard_sentences.txt"
KINDS = {
    "nhs": "AP501",
    "upn": "AP502",
    "uln": "AP503",
    "ni": "AP504",
    "postcode": "AP505",
    "email": "AP506",
    "phone": "AP507",
    "dob": "AP508",
    "case": "AP509",
    "story": "AP510",
    "name": "AP511",
}
BLOCKING = frozenset(KINDS.values())


def sentences() -> list[tuple[str, str]]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("|")[::2] for line in lines if line.strip() and not line.startswith("#")]
    return [(kind.strip(), sentence.strip()) for kind, sentence in pairs]


def found_in(sentence: str, settings: Settings) -> set[str]:
    text = SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=sentence, prints=True)
    return {f.rule for f in scan([text], settings)}


@pytest.fixture(scope="module")
def measured(settings: Settings) -> list[tuple[str, str, set[str]]]:
    return [(kind, sentence, found_in(sentence, settings)) for kind, sentence in sentences()]


def table(measured: list[tuple[str, str, set[str]]]) -> str:
    hits: dict[str, list[bool]] = defaultdict(list)
    alarms: dict[str, int] = defaultdict(int)
    for kind, _, found in measured:
        if kind in KINDS:
            hits[kind].append(KINDS[kind] in found)
        for rule in found & BLOCKING if kind == "harmless" else ():
            alarms[rule] += 1
    harmless = sum(kind == "harmless" for kind, _, _ in measured)
    lines = [f"{'kind':<10}{'sentences':>10}{'found':>7}{'recall':>8}{'false alarms':>14} of {harmless} harmless"]
    for kind, rule in KINDS.items():
        n = len(hits[kind])
        lines.append(f"{kind:<10}{n:>10}{sum(hits[kind]):>7}{sum(hits[kind]) / n:>8.0%}{alarms[rule]:>14}")
    return "\n".join(lines)


def test_at_least_two_hundred_sentences_are_measured_and_nearly_half_are_harmless():
    kinds = [kind for kind, _ in sentences()]
    assert len(kinds) >= 200
    assert kinds.count("harmless") >= 100
    assert set(kinds) - {"harmless"} == set(KINDS)


def test_every_identifier_with_a_check_digit_is_found(measured):
    missed = [(k, s) for k, s, found in measured if k in ("nhs", "upn", "uln") and KINDS[k] not in found]
    assert not missed


def test_recall_of_each_kind_is_at_least_nine_in_ten(measured, capsys):
    with capsys.disabled():
        print(f"\n{table(measured)}")
    for kind in KINDS:
        found = [KINDS[kind] in f for k, _, f in measured if k == kind]
        assert sum(found) / len(found) >= 0.9, kind


def test_the_sentences_missed_are_these_and_no_others(measured):
    assert [sentence for kind, sentence, found in measured if kind in KINDS and KINDS[kind] not in found] == [
        "She can be reached on 01632 960123."
    ]


def test_ordinary_sentences_of_a_return_pass(measured):
    alarms = [(sorted(found & BLOCKING), s) for k, s, found in measured if k == "harmless" and found & BLOCKING]
    assert not alarms


def test_a_sentence_is_never_repeated_in_what_the_guard_says(settings: Settings):
    for kind, sentence in sentences():
        if kind != "harmless":
            text = SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=sentence, prints=True)
            said = repr(scan([text], settings))
            assert sentence not in said
            assert not [run for run in re.findall(r"\d[\d -]{5,}\d", sentence) if run in said]
