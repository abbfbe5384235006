"""What the signs of a text weigh, learned from sentences marked by hand; run as a program, it writes the weights the guard carries.

An averaged perceptron (Freund and Schapire, 1999) with a margin: wherever a sentence is judged wrongly, or rightly by too little, its signs gain or
lose one. Whole numbers and an order drawn from a fixed seed: the same weights on every machine.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from math import sqrt
from operator import itemgetter
from pathlib import Path

from assurance_pack.rules.guard import weighing
from assurance_pack.rules.guard.narrative import without_shares
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.signs import signs_of

HERE = Path(__file__).parent
LEARNED_FROM = (
    "../guard_sentences.txt",
    "../guard_unseen_a.txt",
    "../guard_unseen_b.txt",
    "written_a.txt",
    "written_b.txt",
    "written_c.txt",
    "written_d.txt",
    "written_e.txt",
    "written_f.txt",
    "written_g.txt",
    "written_h.txt",
    "written_i.txt",
    "written_j.txt",
    "written_k.txt",
    "written_l.txt",
    "written_m.txt",
    "written_n.txt",
    "written_o.txt",
    "written_p.txt",
    "written_q.txt",
    "harmless_of_returns.txt",
    "harmless_of_partners.txt",
)
ROUNDS, MARGIN, MET_AT_LEAST, FINENESS = 20, 8, 3, 10

Marked = tuple[str, str]
"""What a sentence is (story, name, harmless, or a kind of identifier), and the sentence."""


def marked(file: str) -> list[Marked]:
    """The sentences of a file."""
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [(kind.strip(), text.strip()) for kind, bar, text in (line.partition("|") for line in lines) if bar and not kind.startswith("#")]


def learn(sentences: list[Marked], kind: str) -> dict[str, int]:
    """What each sign weighs for sentences of this kind against harmless ones."""
    read = without_shares if kind == "story" else str
    examples = [(_signs(read(plain(text))), 1 if said == kind else -1) for said, text in sentences if said in (kind, "harmless")]
    met = Counter(sign for signs, _ in examples for sign in signs)
    place = {sign: at for at, sign in enumerate(met)}
    known = [_Known(tuple(place[s] for s in signs if met[s] >= MET_AT_LEAST), sense) for signs, sense in examples]
    weight, early, step, order = [0] * len(place), [0] * len(place), 1, random.Random(7)
    for _ in range(ROUNDS):
        order.shuffle(known)
        for one in known:
            if one.sense * sum(one.weights(weight)) <= one.margin:
                for at in one.places:
                    weight[at] += one.sense
                    early[at] += one.sense * step
            step += 1
    mean = {sign: (weight[at] * step - early[at]) * FINENESS // step for sign, at in place.items()}
    return {sign: value for sign, value in mean.items() if value}


class _Known:
    """A sentence by the places of its signs, which are asked for all at once: it is looked at in every round."""

    def __init__(self, places: tuple[int, ...], sense: int) -> None:
        self.places, self.sense, self.margin = places, sense, MARGIN * sqrt(len(places))
        self.weights = itemgetter(*places)  # every sentence has its beginning and its end


@cache
def _signs(text: str) -> list[str]:
    return sorted(signs_of(text))


def written() -> str:
    """The weights as the guard carries them: sign, for a story, for a name."""
    sentences = [one for file in LEARNED_FROM for one in marked(file)]
    story, name = learn(sentences, "story"), learn(sentences, "name")
    lines = [f"{sign}\t{story.get(sign, 0)}\t{name.get(sign, 0)}" for sign in sorted({*story, *name})]
    head = "# What each sign weighs for one child’s story and for a name. Written by tests/rules/guard/learning.py from the sentences beside it."
    return "\n".join([head, *lines]) + "\n"


if __name__ == "__main__":
    weighing.WEIGHTS.write_text(written(), encoding="utf-8")
