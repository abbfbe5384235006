"""The guard measured on sentences as they are written into returns, in parts: what is stopped of each kind, and what should have passed."""

from __future__ import annotations

from collections import Counter

import pytest
from learning import LEARNED_FROM, marked

from assurance_pack.model import Cell
from assurance_pack.model.text import SentText
from assurance_pack.rules.guard import scan
from assurance_pack.settings import Settings

LEAST = {"identifier": 0.9, "story": 0.92, "name": 0.92}
MOST_HARMLESS = 0.055
"""Of the harmless sentences of one part, written to look like what is not (“Violet and yellow overlays”); of all parts together half as many."""
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


UNSEEN = {"written_unseen.txt": {"identifier": 18, "story": 40, "name": 37, "harmless": 2}}
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
    "A card from Mei-Ling thanked the team for her laptop.",
    "Names of pupils discussed at inclusion panel: T. Beckford, L. Moffat, R. Singh-Gill.",
    "Rose has Rett syndrome and needs two adults at all times.",
    "Grace Oyelaran and Hope Oyelaran both need wheelchair taxis.",
    "the murphys want to move their lad to another school",
    "SMITH, JORDAN – NO PLACE",
    "O'Leary, P. – awaiting paediatrician",
    "Judge ordered the council to name the school for master H. Lindqvist.",
    "The quadruplets' parents have asked for four separate panels.",
    "Heart transplant in March; back to school in September; sent home again after chickenpox in the class.",
    "The two lads from the children's home on the corner were arrested for the shed fire.",
    "A pastor's two foster sons were put out of the church school for fighting at the altar.",
    "The pair of them were found living in the garage behind the nail bar.",
    "JJ kicked off in the corridor again, third time this wk",
    "Home ed'd since the bullying video went viral; now asking for EOTAS",
    "Hers was the appeal that reached the Upper Tribunal.",
    "Removed from roll by Hearsall Grange the day before census, reinstated after our intervention, moved on again by February half-term.",
    "Bondarenko Daryna requires Ukrainian-speaking therapist",
    '"Big Mo" smashed the door panel on Thursday',
    "Temporary UPN T99920310045A to be replaced once the previous school confirms.",
    "When the children's home on Abbot Street closed, its last resident transferred from Castle Bank to an independent school in Wales.",
    "pls chase Chalrotte Whitmoor re her sensory assesment",
    "Joy was moved to the other hub without warning.",
    "Outstanding refunds: Lewandowski (transport), Brough (meals).",
    "(12.03.2014)",
    "zero double seven double zero, nine hundred one two three",
    "Child benefit has stopped, ref CHB 30418872 AC, and mother asked if the SENDIASS worker could help.",
    "Number on the referral (999 123 4560) was rejected by Spine so we think someone copied it down wrong.",
    "Fostered by a retired police couple in Allenby village, 15, attachment disorder, arrested at prom",
)
STOPPED = (
    "The mother was consulted in 92% of cases.",
    "She said, he said: disputes between agencies continue.",
    "He who pays the piper calls the tune, as heads put it.",
    "A boy is twice as likely to have a plan as a girl.",
    "Guidance for a school with a child who has epilepsy was issued.",
    "Child A to Child F in the audit are composites.",
    "One mother described the wait as endless.",
    "A father of two told the forum that phone calls go unanswered.",
    "Twins are counted as two pupils in the census.",
    "Matilda tickets were donated by the theatre for the short breaks scheme.",
    "Maslow before Bloom was the speaker's theme.",
    "Wilson James runs the security desk at the civic offices.",
    "Morgan Sindall starts building the annexe in June.",
    "Miss Amoah, Year 4 teacher, was trained in colourful semantics.",
    "Daisy chains of extension leads failed the safety check.",
    "Ivy has damaged the portacabin roof.",
    "Violet and yellow overlays can be ordered from stores.",
    "Robin and wren boxes were built by the woodwork class.",
    "Jasmine and lavender scents are no longer used in the sensory room.",
    "Sydney and Florence were the cities chosen for the geography unit.",
    "The Mayor's fund, the Bishop's appeal and the Lord Lieutenant's awards are open.",
    "Dimensions, Turning Point and Leonard Cheshire were shortlisted.",
    "Ellen Wilkinson, William Brookes and Thomas Alleyne's are schools that shared their policies.",
    "One young person moved from tuition to college this month.",
    "The right question is what this would look like to a seven-year-old.",
    "Early years settings can claim for a two-year-old with disability living allowance.",
    "A plan written for a four-year-old cannot serve a fourteen-year-old.",
    "Both twins' and siblings' admissions are dealt with under section 4 of the policy.",
    "A child does not stop needing a teacher because he is in a hospital bed.",
    "Twins and triplets are more often born early, so neonatal follow-up sees many of them.",
    "Lawrence Sheriff and the Warwick schools are outside the area of this return.",
    "Meet at Friargate dot com offices at ten.",
)


def test_the_sentences_the_guard_is_wrong_about_are_these_and_no_others(settings: Settings) -> None:
    """Where the guard learns to judge one of them rightly, take it out of the list; a sentence that joins the list is a step back."""
    pairs = [pair for part in PARTS for pair in marked(part)]
    assert [s for kind, s in pairs if kind != "harmless" and not stopped(s, settings)] == list(PASSED)
    assert [s for kind, s in pairs if kind == "harmless" and stopped(s, settings)] == list(STOPPED)
