"""An indicator at a glance: the newest figure, the one before it, and whether the change is more than chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..assess.small_numbers import IN_QUESTION
from ..assess.trends import Point, Trend
from ..rules.case import Case
from ..settings.indicators import Indicator

Change = Literal["better", "worse", "chance", "special", "best", "worst", "none"]
"""`better` and `worse` by more than chance; `best` and `worst` of all its figures, where no limits can tell chance from change."""


@dataclass(frozen=True)
class Glance:
    """One indicator. `latest` and `previous` are the two newest periods with a figure; `change` follows the control chart, not two points.

    `newest` is the newest period sent, which may have no figure: where it is in question, what went before is not printed in its place.
    """

    indicator: Indicator
    latest: Point | None
    previous: Point | None
    newest: Point | None
    change: Change
    plain: str = ""
    """How the newest figure stands to the others, where no limits can tell chance from change."""

    @property
    def in_question(self) -> bool:
        """Whether the newest figure cannot be right."""
        return self.newest is not None and self.newest.symbol == IN_QUESTION

    @property
    def moved(self) -> bool:
        """Whether it has moved by more than chance would give."""
        return not self.in_question and self.change in ("better", "worse", "special", "best", "worst") and self.latest is not None

    @property
    def agrees(self) -> bool:
        """Whether the newest step goes the way its word says; a long fall may have a rise as its last step."""
        if self.up is None or self.change not in ("better", "worse"):
            return True
        return (self.change == "better") == (self.up == (self.indicator.good == "up"))

    @property
    def up(self) -> bool | None:
        """Whether the newest figure is above the one before; none where they print alike or either is missing."""
        if not self.latest or not self.previous or self.latest.value is None or self.previous.value is None:
            return None
        now, then = (round(p.value, self.indicator.decimals) for p in (self.latest, self.previous) if p.value is not None)
        return None if now == then else now > then


CHANGES: dict[str, Change] = {
    "improving": "better",
    "worsening": "worse",
    "common_cause": "chance",
    "special_cause": "special",
    "run_better": "best",
    "run_worse": "worst",
}


def glances(case: Case, codes: Iterable[str]) -> tuple[Glance, ...]:
    """These indicators at a glance; one that `pack.toml` does not know is passed over."""
    known = (case.settings.indicator(code) for code in codes)
    return tuple(glance(indicator, case.trends.get(indicator.code)) for indicator in known if indicator)


def glance(indicator: Indicator, trend: Trend | None) -> Glance:
    """One indicator at a glance."""
    stated = [p for p in trend.points if p.value is not None] if trend else []
    latest = stated[-1] if stated else None
    previous = stated[-2] if len(stated) > 1 else None
    newest = trend.points[-1] if trend and trend.points else None
    change = CHANGES.get(trend.variation, "none") if trend else "none"
    return Glance(indicator, latest, previous, newest, change, trend.plain if trend else "")
