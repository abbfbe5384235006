"""How a form looks: a few tints, one accent, and the formats made of them. A workbook cannot carry a font, hence Calibri."""

from __future__ import annotations

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from ...meanings import Badge, Colour, Shape

INK, GREY, ACCENT, WHITE = "#1A2228", "#505A5F", "#0B4A5E", "#FFFFFF"
STILL_TO_DO, YOURS, LINE, HAIR = "#C7E0E8", "#EAF3F6", "#7C9AA5", "#C3CACD"

# A status by its badge: a tint that ink stands on, and a shape through the number format, shown and printed but never in the value.
STATUS_TINTS = {
    Colour.FINISHED: "#D5DFF2",
    Colour.FAVOURABLE: "#D2EBDB",
    Colour.CAUTION: "#FFE3A8",
    Colour.ADVERSE: "#F6D5D9",
    Colour.WAITING: "#E5ECEE",
    Colour.OUT: "#E5ECEE",
}
_SOLID = {Shape.SQUARE: "■", Shape.CIRCLE: "●", Shape.TRIANGLE: "▲", Shape.DIAMOND: "◆", Shape.HEXAGON: "▮"}
_OUTLINED = {Badge(Shape.CIRCLE, Colour.WAITING): "○", Badge(Shape.SQUARE, Colour.OUT): "×"}
# Risk bands in the pack's blue-greys: red would read as a status.
BAND_TINTS = ("#F3F6F7", "#E2EAED", "#C8D6DC", "#A3BAC4")

DATE_FORMAT = "d mmm yyyy"
FIGURE_FORMAT = "#,##0"
HEADED = {"bold": True, "bottom": 2, "bottom_color": INK}


def glyph(badge: Badge) -> str:
    """The character nearest to the shape of a badge."""
    return _OUTLINED.get(badge) or _SOLID[badge.shape]


def shape_format(shape: str) -> str:
    """A number format that shows a shape before text and leaves the value alone."""
    return f'General;General;General;"{shape} "@'


class Formats:
    """Formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """For this workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **options: Any) -> Format:
        """A format with these properties."""
        return self._once({"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter", **options})

    def rule(self, **options: Any) -> Format:
        """What a rule of colour changes, and nothing else."""
        return self._once(options)

    def _once(self, options: dict[str, Any]) -> Format:
        key = tuple(sorted(options.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(options)
        return self._made[key]

    def spacer(self, height: float) -> Format:
        """For an empty cell that keeps its row at least so many points tall."""
        return self._once({"font_name": "Calibri", "font_size": round(height * 0.75)})

    def heading(self, *, yours: bool, more: bool = False) -> Format:
        """Your headings white on the accent; the seldom-changed accent on white; ours grey."""
        base = {**HEADED, "text_wrap": True, "locked": True, "indent": 1}
        if yours:
            return self.of(**base, bg_color=ACCENT, font_color=WHITE, left=1, right=1, left_color=WHITE, right_color=WHITE)
        return self.of(**base, font_color=ACCENT if more else GREY)

    def cell(self, *, yours: bool, locked: bool, number_format: str = "", first_spare: bool = False, **more: Any) -> Format:
        """A cell of a row: yours tinted with a line round it, ours plain with a hair beneath."""
        options: dict[str, Any] = {"text_wrap": True, "locked": locked, "align": "left", "indent": 1, **more}
        if number_format:
            options["num_format"] = number_format
        if yours:
            options |= {"bg_color": YOURS, "border": 1, "border_color": LINE}
        else:
            options |= {"bottom": 1, "bottom_color": HAIR}
        if first_spare:
            options |= {"top": 2, "top_color": INK}
        return self.of(**options)
