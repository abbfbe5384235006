"""Headline numbers, as a real table of three rows: what each counts, its value, how it has moved."""

from __future__ import annotations

from lxml.etree import _Element as Element

from ...document.blocks import KeyFigure, KeyFigures
from ...document.blocks.runs import Runs, Status, plain, runs
from .. import look
from ..fonts import Fonts
from .links import Links
from .measure import width
from .runs import Setting, runs_of
from .tables import frame, in_twips, row
from .xml import paragraph

WIDTH_PT = (look.HANG_MM + look.TEXT_MM) * 72 / 25.4
MARKS_PT = 46
"""The shape and the letter beside a headline status."""
GAP_PT = 4


def key_figures(block: KeyFigures, links: Links, fonts: Fonts) -> Element:
    """The table of three rows."""
    widths = in_twips([pt * 25.4 / 72 for pt in shares(block, fonts)])
    out = frame("PackPlainTable", widths, "Key figures", block.summary, row_headers=False)
    rows: list[tuple[str, list[Runs]]] = [
        ("KeyFigureLabel", [runs(item.label) for item in block.items]),
        ("KeyFigureValue", [item.value for item in block.items]),
        ("TableText", [runs(item.change) for item in block.items]),
    ]
    for style, contents in rows:
        setting = Setting(headline=style == "KeyFigureValue")
        cells = [[paragraph(style, *runs_of(content, links, setting))] for content in contents]
        out.append(row(cells, widths, header=style == "KeyFigureLabel"))
    return out


def shares(block: KeyFigures, fonts: Fonts) -> list[float]:
    """The width of each column in points: the text width shared out by what each figure needs; where that is too much, how it has moved goes over two lines."""
    need = [_needed(item, fonts, whole=True) for item in block.items]
    if sum(need) > WIDTH_PT:
        need = [_needed(item, fonts, whole=False) for item in block.items]
    return [WIDTH_PT * one / sum(need) for one in need]


def _needed(item: KeyFigure, fonts: Fonts, *, whole: bool) -> float:
    """How wide one figure is, in points; `whole` with its last line unbroken."""
    headline, small = look.SIZES["figure"].pt, look.SIZES["table"].pt
    marks = MARKS_PT * sum(isinstance(run, Status) for run in item.value)
    value = "".join(run.word if isinstance(run, Status) else plain((run,)) for run in item.value)
    words = (item.label, item.change) if whole else (item.label,)
    return GAP_PT + max(marks + width(value, headline, fonts), *(width(text, small, fonts) for text in words))
