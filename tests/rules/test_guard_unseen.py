"""The guard measured on sentences of others: two halves, the first to mend by, the second looked at once, when the patterns were settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_guard_sentences import BLOCKING, found_in

from assurance_pack.settings import Settings

HERE = Path(__file__).parent
FLOORS = {
    "a": {"identifier": 26, "story": 30, "name": 30, "harmless": 1},
    "b": {"identifier": 26, "story": 30, "name": 30, "harmless": 1},
}
"""How many are stopped of each half, at least; of what is harmless, at most.

Of the second half, before anything was mended by it: 25 of 26 identifiers, 23 of 30 stories, 18 of 30 names, and 2 of 104 that are harmless. That is what to expect
of sentences nobody has tuned on; the floors above only see to it that nothing is lost again.
"""


def sentences(half: str) -> list[tuple[str, str]]:
    lines = (HERE / f"guard_unseen_{half}.txt").read_text(encoding="utf-8").splitlines()
    return [(kind.strip(), text.strip()) for kind, _, text in (line.partition("|") for line in lines if line and not line.startswith("#"))]


@pytest.mark.parametrize("half", FLOORS)
def test_what_somebody_else_wrote_is_stopped_as_often_as_it_was_when_measured(half: str, settings: Settings) -> None:
    stopped = [(kind, text, bool(found_in(text, settings) & BLOCKING)) for kind, text in sentences(half)]
    for kind, floor in FLOORS[half].items():
        hits = [text for k, text, hit in stopped if k == kind and hit]
        missed = [text for k, text, hit in stopped if k == kind and not hit]
        if kind == "harmless":
            assert len(hits) <= floor, hits
        else:
            assert len(hits) >= floor, missed
