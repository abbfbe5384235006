"""The drawings, one idea each, as data. `render.charts` draws each of them once, for every format."""

from __future__ import annotations

from dataclasses import dataclass

from ...meanings import BADGES as BADGES


@dataclass(frozen=True)
class HeatMark:
    """A risk on the heat map; `moved_from` is last time's (likelihood, impact) if it moved; `solid` if it is in the table.

    One that is not `named` anywhere near is counted in its cell; `name` is for those who read the data.
    """

    ref: str
    likelihood: int
    consequence: int
    moved_from: tuple[int, int] | None = None
    solid: bool = False
    named: bool = True
    name: str = ""


@dataclass(frozen=True)
class HeatMap:
    """The 5 by 5 of likelihood and impact; `bands` are (name, least, most), `levels` the words 1 to 5 of each axis."""

    marks: tuple[HeatMark, ...]
    bands: tuple[tuple[str, int, int], ...]
    likelihood_words: tuple[str, ...]
    consequence_words: tuple[str, ...]


@dataclass(frozen=True)
class ChartPoint:
    """One period of a control chart. `signals` marks a point that chance alone would hardly give."""

    label: str
    value: float | None
    signals: bool = False


@dataclass(frozen=True)
class ChartLevel:
    """The average and the range to be expected, from one point to another (by their place)."""

    first: int
    last: int
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class ChartTarget:
    """A target, and from which point to which it held (by their place)."""

    first: int
    last: int
    value: float


@dataclass(frozen=True)
class ControlChart:
    """One indicator: its points, the levels that hold among them, its targets. No levels: a run chart. `noted` are points of dated notes."""

    title: str
    latest: str
    points: tuple[ChartPoint, ...]
    unit: str
    levels: tuple[ChartLevel, ...] = ()
    targets: tuple[ChartTarget, ...] = ()
    noted: tuple[int, ...] = ()


@dataclass(frozen=True)
class ControlCharts:
    """Process-control (XmR) charts side by side, each on its own scale."""

    charts: tuple[ControlChart, ...]


Drawing = HeatMap | ControlCharts
