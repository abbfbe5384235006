"""Indicators over time: process-control (XmR) charts after the NHS *Making Data Count* method."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..model import Cell, Frozen

Variation = Literal["improving", "worsening", "common_cause", "special_cause", "too_few"]
Assurance = Literal["met_consistently", "not_reliably", "missed_consistently", "no_target", "too_few"]


class Point(Frozen):
    """One period of one indicator. `symbol` is the square-bracket shorthand where there is no figure, or beside one: [x], [c], [p], [r]."""

    period: date
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str = ""
    cell: Cell | None = None
    special: bool = False
    why: str = ""
    sender: str = ""


class Trend(Frozen):
    """One indicator: its points in order of time, its limits, and what they say. `trial` limits rest on fewer than twelve points."""

    indicator: str
    points: tuple[Point, ...]
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    trial: bool = False
    variation: Variation = "too_few"
    assurance: Assurance = "too_few"
    why: str = ""
    rolling: float | None = None
    note: str = ""

    @property
    def latest(self) -> Point | None:
        """The newest period with a figure."""
        return next((p for p in reversed(self.points) if p.value is not None), None)
