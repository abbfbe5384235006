"""The guard measured on sentences as they are written into returns, in parts: what is stopped of each kind, and what should have passed."""

from __future__ import annotations

from collections import Counter

import pytest
from learning import LEARNED_FROM, marked

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import scan
from assurance_pack.settings import Settings

LEAST = {"identifier": 1.0, "story": 0.96, "name": 0.96}
MOST_HARMLESS = 0.025
PARTS = tuple(part for part in LEARNED_FROM if part.startswith("written_"))


def stopped(sentence: str, settings: Settings) -> bool:
    text = SentText(cell=Cell(file="CAP.xlsx", sheet="Risks", ref="F5"), text=sentence, prints=True)
    return any(f.blocks for f in scan([text], settings))


@pytest.fixture(scope="module", params=PARTS)
def shares(request: pytest.FixtureRequest, settings: Settings) -> dict[str, float]:
    pairs = marked(request.param)
    there = Counter(kind for kind, _ in pairs)
    hits = Counter(kind for kind, sentence in pairs if stopped(sentence, settings))
    return {kind: hits[kind] / there[kind] for kind in there}


def test_seven_hundred_sentences_are_to_be_stopped_and_seven_hundred_to_pass():
    kinds = Counter(kind for part in PARTS for kind, _ in marked(part))
    assert kinds["harmless"] >= 700
    assert kinds.total() - kinds["harmless"] >= 700


@pytest.mark.parametrize("kind", LEAST)
def test_of_what_identifies_a_child_hardly_anything_passes(kind: str, shares: dict[str, float]):
    assert shares.get(kind, 1.0) >= LEAST[kind]


def test_of_harmless_sentences_hardly_any_is_stopped(shares: dict[str, float]):
    assert shares["harmless"] <= MOST_HARMLESS


UNSEEN = {
    "written_unseen.txt": {"identifier": 7, "story": 33, "name": 31, "harmless": 0},
    "written_unseen_b.txt": {"identifier": 18, "story": 32, "name": 32, "harmless": 3},
}
"""Of halves that nothing was mended by or learned from: how many of each were stopped. That is what to expect of sentences to come."""


@pytest.mark.parametrize("half", UNSEEN)
def test_of_a_half_nobody_tuned_on_as_many_are_stopped_as_when_it_was_measured(half: str, settings: Settings) -> None:
    found = Counter(kind for kind, sentence in marked(half) if stopped(sentence, settings))
    then = UNSEEN[half]
    counts = {kind: found[kind] for kind in then}
    less = {kind: n for kind, n in counts.items() if (n > then[kind] + 1 if kind == "harmless" else n < then[kind] - 1)}
    assert less == {}  # counts alone: whoever mends the guard should not read this half


PASSED = (
    "Thank you to Keira for speaking at the Board.",
    'Mrs Bello: "no one has ever asked me".',
)
STOPPED = (
    "Venue: Council House, Earl Street, CV1 5RR.",
    "A Christmas Carol was performed by three special schools.",
    "Jack and Jill toilets are being fitted.",
    "The mother was consulted in 92% of cases.",
    "She said, he said: disputes between agencies continue.",
    "He who pays the piper calls the tune, as heads put it.",
    "A boy is twice as likely to have a plan as a girl.",
    "Guidance for a school with a child who has epilepsy was issued.",
    "Father Hudson's Society runs two of the groups.",
    "Child A to Child F in the audit are composites.",
)


def test_the_sentences_the_guard_is_wrong_about_are_these_and_no_others(settings: Settings) -> None:
    """Where the guard learns to judge one of them rightly, take it out of the list; a sentence that joins the list is a step back."""
    pairs = [pair for part in PARTS for pair in marked(part)]
    assert [s for kind, s in pairs if kind != "harmless" and not stopped(s, settings)] == list(PASSED)
    assert [s for kind, s in pairs if kind == "harmless" and stopped(s, settings)] == list(STOPPED)
