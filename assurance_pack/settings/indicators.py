"""The indicators: what each counts, and what its figures are measured against."""

from datetime import date
from typing import Literal

from pydantic import Field

from ..model import Frozen

PER_CENT = 100.0
"""The whole, as a share is given of it."""


class Benchmark(Frozen):
    """A published figure with its own period and method. Shown beside, never compared across methods."""

    label: str
    value: float
    period: str
    source: str = ""


class Rebaseline(Frozen):
    """A step: from this period on the limits are worked out afresh, for the reason given and by whose decision."""

    from_period: date
    reason: str
    decision: str = ""


class DatedTarget(Frozen):
    """A target from this period on, until another; without a value, none is in force."""

    from_period: date
    value: float | None = None
    decision: str = ""


class ChartNote(Frozen):
    """Something that happened on a day, said beside the chart of an indicator."""

    on: date
    text: str


class Indicator(Frozen):
    """An indicator: what it counts, which way is good, and what it is measured against.

    `counted` says whether each figure stands by itself, or adds up within the year, is a forecast carried on, or starts again each term or
    year: then no limits are drawn. `baseline` is how many of the first figures the limits rest on; all of them where none is given.
    """

    code: str
    name: str
    short: str = ""
    definition: str
    theme: str
    unit: Literal["percent", "count", "weeks", "rate", "pounds_million"] = "percent"
    basis: str = ""
    source: str
    accountable: str
    good: Literal["up", "down", "context"]
    target: float | None = None
    targets: tuple[DatedTarget, ...] = ()
    counted: Literal["afresh", "cumulative", "forecast", "restarts"] = "afresh"
    baseline: int | None = Field(default=None, ge=6)
    benchmark: Benchmark | None = None
    decimals: int = 0
    rolling: bool = False
    annual: bool = False
    rebaselined: Rebaseline | None = None
    notes: tuple[ChartNote, ...] = ()
    aliases: tuple[str, ...] = ()
    for_families: str = Field(default="", exclude_if=lambda words: not words)
    """What the summary for families calls it; its name where nothing is given."""

    @property
    def in_short(self) -> str:
        """Its name where room is short."""
        return self.short or self.name

    @property
    def span(self) -> tuple[float, float]:
        """Between what its figures can lie: a share from nought to a hundred; a count, weeks or a rate from nought. Money may be short."""
        least = float("-inf") if self.unit == "pounds_million" else 0.0
        return least, PER_CENT if self.unit == "percent" else float("inf")

    def can_be(self, figure: float) -> bool:
        """Whether anything can come to this figure."""
        least, most = self.span
        return least <= figure <= most

    def target_on(self, day: date) -> float | None:
        """The target in force on a day: the newest that began by then, else the standing one."""
        begun = [t for t in self.targets if t.from_period <= day]
        return max(begun, key=lambda t: t.from_period).value if begun else self.target
