"""A figure of the pack as files of its own, for a slide: a drawing and a picture of it, its lettering as shapes, its sentence in it."""

from __future__ import annotations

import resvg_py

from ..document.blocks import Figure
from ..document.blocks.runs import plain
from . import charts
from .assets import Assets
from .word.outlines import outlined

ACROSS = 1920
"""Dots from side to side of the picture: the width of a slide."""


def drawing_and_picture(figure: Figure, assets: Assets) -> tuple[bytes, bytes]:
    """The figure as SVG, its sentence as the title that is read out, and as PNG on white."""
    vector = outlined(charts.svg(figure.drawing, plain(figure.sentence), assets), assets.fonts)
    picture = resvg_py.svg_to_bytes(svg_string=vector.decode(), dpi=96, width=ACROSS, skip_system_fonts=True, background="white")
    return vector, bytes(picture)
