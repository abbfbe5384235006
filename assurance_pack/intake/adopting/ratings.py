"""How registers write the likelihood and impact of a risk: which of them a column holds, when, and what stands in its cells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..as_typed import plain

LIKELIHOOD, IMPACT, SCORE = "likelihood", "consequence", "score"
INHERENT, NOW, TARGET = "inherent_", "", "target_"
_LIKELY = frozenset({"likelihood", "probability", "prob", "likelyhood", "liklihood", "chance", "lhood", "likely", "like", "probable"})
_IMPACT = frozenset({"impact", "severity", "consequence", "imp", "sev", "magnitude", "consequences", "bad", "serious"})
_SCORE = frozenset({"score", "rating", "total", "lxi", "pxi", "ixl", "exposure", "grade", "ranking", "rag", "level", "ixp", "lxc"})
_STAGES = {
    INHERENT: frozenset({"inherent", "gross", "initial", "original", "raw", "untreated", "uncontrolled", "pre", "before", "unmitigated", "start", "without"}),
    TARGET: frozenset({"target", "tolerance", "appetite", "desired", "aim", "future", "goal", "planned", "projected"}),
    NOW: frozenset({"current", "residual", "net", "now", "mitigated", "post", "after", "today", "managed", "present", "controlled", "live"}),
}  # fmt: skip
_SURROUNDING = frozenset(
    {
        "risk",
        "of",
        "the",
        "with",
        "controls",
        "control",
        "mitigation",
        "x",
        "1",
        "5",
        "to",
        "and",
        "in",
        "no",
        "overall",
        "assessment",
        "how",
        "is",
        "it",
        "would",
        "be",
        "this",
        "when",
        "at",
        "closed",
        "closure",
    }
)
_LETTERS = {"l": LIKELIHOOD, "p": LIKELIHOOD, "i": IMPACT, "c": IMPACT, "s": SCORE, "r": SCORE}


_PLAINLY = {
    "where we want to be": TARGET, "where we want it to be": TARGET, "where do we want to be": TARGET, "where we need to be": TARGET,
    "where we are now": NOW, "where are we now": NOW, "where we started": INHERENT, "where did we start": INHERENT, "where we began": INHERENT,
}  # fmt: skip
"""Headings that ask for a score without a word for it; what stands beneath them must be scores."""


class RatingAsked(NamedTuple):
    """What a heading asks for: likelihood, impact, or the score of both; at which stage, and whether it says so."""

    what: str
    stage: str
    said: bool
    residual: bool


def stage_said(text: str) -> str | None:
    """The stage the heading of a group names: “Initial rating”; None where it names none."""
    return next((s for s, words in _STAGES.items() if any(t in words for t in plain(text).split())), None)


@lru_cache(maxsize=10_000)
def rating_asked(heading: str) -> RatingAsked | None:
    """The rating a heading asks for; None where it asks for something else (“Impact if missed”, “Risk level owner”)."""
    if (plainly := _PLAINLY.get(plain(heading))) is not None:
        return RatingAsked(SCORE, plainly, True, False)
    tokens = plain(heading).split()
    rest = [t for t in tokens if t not in _SURROUNDING]
    stage = next((s for s, words in _STAGES.items() if any(t in words for t in rest)), None)
    rest = [t for t in rest if not any(t in words for words in _STAGES.values())]
    kinds = {_rating_named(t) for t in rest}
    if not rest:
        # “Residual risk”, “Current risk”: the score, where the stage is all that is said
        return (
            RatingAsked(SCORE, stage, True, "residual" in tokens) if stage is not None and len(tokens) <= 3 and "risk" in tokens else None
        )
    letters = len(rest) > 1 and all(t in _LETTERS for t in rest)
    if "" in kinds or len(rest) > 3 or (letters and kinds != {LIKELIHOOD, IMPACT}):
        return None  # “R/I” is no rating: it tells risks from issues
    what = (
        SCORE if {LIKELIHOOD, IMPACT} <= kinds or kinds == {SCORE} else next(iter(kinds - {SCORE}))
    )  # “Likelihood score” is the likelihood
    return RatingAsked(what, stage or NOW, stage is not None, "residual" in tokens)


def _rating_named(token: str) -> str:
    if token in _LIKELY:
        return LIKELIHOOD
    if token in _IMPACT:
        return IMPACT
    return SCORE if token in _SCORE else _LETTERS.get(token, "")


_PRODUCT = re.compile(r"[^\d]{0,14}?(\d)\s*\D{0,3}?\s*[x×*]\s*\D{0,3}?\s*(\d)\D{0,4}(\d{1,2})?\D{0,12}", re.IGNORECASE)
_SCORE_FIRST = re.compile(r"\D{0,14}(\d{1,2})\s*[\[(=:,–-]+\s*\D{0,3}?(\d)\s*\D{0,3}?\s*[x×*,/]\s*\D{0,3}?(\d)\D{0,14}", re.IGNORECASE)
_NAMED = re.compile(
    r"\s*(?:l|p|likelihood|probability)\s*[=:]?\s*(\d)\s*[,;/|x×*\s]\s*(?:i|c|s|impact|severity|consequence)\s*[=:]?\s*(\d)\D*(\d{1,2})?\D*",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(\d)\s*[/,;|]\s*(\d)\s*")
_PLACE = re.compile(r"\s*\(?([1-5])\)?\s*(?:[-–—:.=]|\s)\s*[A-Za-z].*|[A-Za-z ]+?\s*[-–—:=,]?\s*[(\[]?\s*([1-5])\s*[)\]]?\s*")


def product(text: str, *, impact_first: bool = False) -> tuple[int, int] | None:
    """Likelihood and impact from “4x3=12”, “12 (4x3)”, “L4 I3” or “4/3”; None where it is none of them, or does not come out."""
    score = ""
    if (found := _NAMED.fullmatch(text)) or (found := _PRODUCT.fullmatch(text)):
        first, second, score = found[1], found[2], found[3] or ""
    elif found := _SCORE_FIRST.fullmatch(text):
        score, first, second = found.groups()
    elif found := _PAIR.fullmatch(text):
        first, second = found.groups()
    else:
        return None
    pair = (int(first), int(second))
    if not all(1 <= n <= 5 for n in pair) or (score and int(score) != pair[0] * pair[1]):
        return None
    return pair[::-1] if impact_first and not _NAMED.fullmatch(text) else pair


def place_said(text: str) -> int | None:
    """The number of “4 - Likely”, “Likely (4)”: a place on a scale whose word is not one of ours."""
    found = _PLACE.fullmatch(text)
    return int(found[1] or found[2]) if found else None
