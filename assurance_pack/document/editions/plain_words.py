"""Words of the trade that stand in the summary for families, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..blocks import Block
from ..texts import texts

ALWAYS = (
    ("Alternative provision", "teaching for children who cannot be at their usual school."),
    ("Plan", "an education, health and care (EHC) plan says what help a child must have."),
)
"""What every family that reads the summary needs."""
WORDS = (
    ("Base", r"bases?", "rooms and staff at a mainstream school for children who need more help than a class can give."),
    ("Commissioning", r"commission(?:ing|ed|er)", "choosing and paying for services."),
    ("Escalate", r"escalat\w+", "take a problem to people with more power to solve it."),
    ("Experts at Hand", r"experts at hand", "therapists, psychologists and other specialists who visit schools to help."),
    ("High needs", r"high needs", "the money for children who need more help than a school can pay for alone."),
    ("Local Offer", r"local offer", "the website that says what help there is for children with SEND, and how to ask for it."),
    ("Ratify", r"ratif\w+", "say yes, so that it can start."),
    ("Re-phasing", r"re-?phas\w+", "spending money in another year than was planned."),
    ("Schools Forum", r"schools forum", "heads and governors who advise the council on money for schools."),
    ("Sufficiency", r"sufficiency", "having enough places for every child who needs one."),
    ("System risk", r"system risks?", "a danger that no one service can deal with alone."),
    ("Task & Finish Group", r"task (?:&|and) finish groups?", "people who do one job by a set day, and then stop."),
    ("Top-up", r"top-?ups?", "extra money a school gets for one child's help."),
)
"""Each word, how it may be written, and what it means."""


def in_plain_words(blocks: Iterable[Block]) -> tuple[tuple[str, str], ...]:
    """The words of the trade that some blocks use, and what each means, in the order of the alphabet."""
    said = "\n".join(texts(blocks))
    used = [(word, means) for word, written, means in WORDS if re.search(rf"\b{written}\b", said, re.IGNORECASE)]
    return tuple(sorted((*ALWAYS, *used)))
