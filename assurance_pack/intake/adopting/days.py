"""Which of the days of a plan a column holds: when it was first to be done, when it is now expected, or when it was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..as_typed import plain

BASELINE, FORECAST, ACTUAL = "baseline", "forecast", "actual"
_PLAIN, _OTHER = "plain", "other"
_STAGES: Mapping[str, frozenset[str]] = {
    _OTHER: frozenset(
        {"start", "started", "starting", "begin", "begins", "raised", "identified", "opened", "added", "logged", "created", "reported", "issued", "last", "previous", "prior"}
        | {"review", "reviewed", "update", "updated", "approved", "approval"}
    ),
    ACTUAL: frozenset({"actual", "achieved", "completed", "closed", "delivered", "done"}),
    BASELINE: frozenset({"baseline", "baselined", "original", "originally", "initial", "first", "contract", "agreed"}),
    FORECAST: frozenset({"forecast", "forecasted", "revised", "latest", "current", "expected", "estimated", "projected", "anticipated", "new", "predicted", "now"}),
    _PLAIN: frozenset({"due", "deadline", "target", "planned", "plan", "when", "timescale", "timescales", "timeframe", "timeline"}),
}  # fmt: skip
_DAYS = frozenset(
    {"date", "dates", "day", "finish", "end", "completion", "complete", "delivery", "milestone", "due", "deadline", "implementation"}
)
_BESIDE = frozenset({"by", "of", "for", "the", "to", "be", "action", "task", "month", "and", "if", "is", "will", "it"})
"""Words that may stand in such a heading and say nothing of which day it is."""


@lru_cache(maxsize=10_000)
def day_asked(heading: str) -> str:
    """Which day a heading asks for (“Latest forecast delivery date”); empty where it asks for another (“Start date”), or for none."""
    words = set(plain(heading).split()) - _BESIDE
    stages = [stage for stage, known in _STAGES.items() if words & known]
    if not words or words - _DAYS - frozenset().union(*_STAGES.values()) or (not stages and not words & _DAYS - {"milestone", "delivery"}):
        return ""
    return stages[0] if stages else _PLAIN


def days_of(headings: Iterable[tuple[int, str]]) -> dict[str, tuple[int, int]]:
    """The place of each of the three days, and how sure it is of 100, by the headings of the columns that hold days.

    A day that is only planned or due is the one expected, unless another is; then it is the one first agreed.
    """
    by_stage: dict[str, list[int]] = {}
    for at, heading in headings:
        by_stage.setdefault(day_asked(heading), []).append(at)
    found = {stage: (by_stage[stage][0], 95) for stage in (BASELINE, FORECAST, ACTUAL) if stage in by_stage}
    for at in by_stage.get(_PLAIN, ()):
        free = next((stage for stage in (FORECAST, BASELINE) if stage not in found), None)
        if free:
            found[free] = (at, 85)
    return found
