"""The figures and the bars of the plan, drawn once: one file each, words on the marks, as SVG that the PDF prints and Word carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ...document.blocks.drawings import ControlCharts, Drawing, HeatMap
from ...document.blocks.runs import Bar, BarHead, Runs
from ..assets import Assets, shipped_assets
from . import bar, control, heatmap, history
from .canvas import Canvas

ABREAST_WHERE_NARROW = 2
"""Control charts side by side on the screen of a telephone."""


def svg(drawing: Drawing, title: str = "", assets: Assets | None = None) -> str:
    """A drawing as SVG, as wide as the text with its hang.

    Args:
        drawing: what to draw.
        title: the sentence that says what it shows; it is the alternative text.
        assets: the look to draw in; the shipped one if none is given.
    """
    canvas = Canvas(assets or shipped_assets())
    match drawing:
        case HeatMap():
            height = heatmap.draw(canvas, drawing)
        case ControlCharts():
            height = control.draw(canvas, drawing)
        case _:
            assert_never(drawing)
    return canvas.finish(height, title)


def narrow_svg(drawing: Drawing, title: str = "", assets: Assets | None = None) -> str:
    """The same for a telephone, its letters as large as those around it: charts two abreast; nothing where no narrower drawing says as much."""
    if not isinstance(drawing, ControlCharts):
        return ""
    canvas = Canvas(assets or shipped_assets())
    height = control.draw(canvas, drawing, ABREAST_WHERE_NARROW)
    return canvas.finish(height, title, control.wide(ABREAST_WHERE_NARROW))


@dataclass(frozen=True)
class Small:
    """A small drawing of a cell: the words read in its place, and its width in points."""

    svg: str
    words: str
    wide: float


def small(drawn: Bar | BarHead | Runs, assets: Assets | None = None) -> Small:
    """A bar of the plan, the head of its column, or the statuses of some months."""
    if isinstance(drawn, Bar | BarHead):
        return Small(bar_svg(drawn, assets), drawn.words, bar.WIDE)
    canvas = Canvas(assets or shipped_assets())
    history.draw(canvas, drawn)
    said, wide = history.words(drawn), history.wide(drawn)
    return Small(canvas.finish(history.HIGH, said, wide), said, wide)


def bar_svg(drawn: Bar | BarHead, assets: Assets | None = None) -> str:
    """The bar of one milestone, or the head of its column, as a small SVG; its words are the alternative text."""
    canvas = Canvas(assets or shipped_assets())
    if isinstance(drawn, BarHead):
        bar.head(canvas, drawn.scale)
    else:
        bar.draw(canvas, drawn)
    return canvas.finish(bar.HEAD_HIGH if isinstance(drawn, BarHead) else bar.HIGH, drawn.words, bar.WIDE)
