"""An Excel workbook (.xlsx, .xlsm) as a `OpenedBook`, by openpyxl. Runs in the child process, after the guards."""

from __future__ import annotations

import colorsys
import contextlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from .called import TRACE
from .coloured_rules import ColouredRule, struck_by
from .container import Source, without_empty_cells
from .elsewhere import elsewhere
from .grid import NOTHING, Grid, OpenedBook, Place, Refusal, Seen
from .other_formats import read_other, sheet_values
from .out_of_sight import WHITE, colour, unseen, unseen_in_cell
from .pictures import put_in
from .sheet_survey import SheetSurvey
from .survey import Survey, survey

READ_BY_OPENPYXL = ("/docprops/core", "/docprops/custom", "/xl/comments")
MOST_DRAWN_FOR_OPENPYXL = 20_000
"""Cells with only a border or a colour: beyond so many they are left out before openpyxl makes an object of each."""
FARTHEST = 20_000_000
"""Rows times columns a sheet may span for calamine, which lays a sheet out in full."""


def read_workbook(source: Source) -> OpenedBook | Refusal:
    """Read every sheet: values as saved, with what a value alone does not say.

    A workbook in the strict form of the format, or with a fault openpyxl will not overlook, is read by calamine, which sees less.
    """
    with zipfile.ZipFile(source) as archive:
        looked = survey(archive)
        if isinstance(looked, Refusal):
            return looked
        if looked.strict:
            return _by_calamine(source, looked, elsewhere(archive), "Strict Open XML (.xlsx)")
        try:
            book = _by_openpyxl(source, looked, elsewhere(archive, besides=READ_BY_OPENPYXL))
            return replace(book, put_in=put_in(archive)) if isinstance(book, OpenedBook) else book
        except MemoryError:
            raise
        except Exception:  # openpyxl raises nearly anything, for faults as small as an unknown font
            return _by_calamine(source, looked, elsewhere(archive), "a workbook with damaged formatting")


def _by_openpyxl(source: Source, looked: Survey, besides: tuple[tuple[str, str], ...]) -> OpenedBook | Refusal:
    import openpyxl

    drawn = sum(s.cells - s.filled for s in looked.sheets.values())
    light = without_empty_cells(source) if drawn > MOST_DRAWN_FOR_OPENPYXL else source
    stream = light.open("rb") if isinstance(light, Path) else light
    with stream, _no_more_than_cells():  # openpyxl, failing, would leave the stream open
        book = openpyxl.load_workbook(stream, data_only=True, keep_links=False, rich_text=looked.strikes)
    if {s.title for s in book.worksheets} != set(looked.sheets) - {s.title for s in book.chartsheets}:
        return Refusal("damaged")
    grids = (_grid(sheet, looked.sheets[sheet.title], source) for sheet in book.worksheets)
    sheets = tuple(_with_rules(grid, looked.sheets[grid.title].rules, looked.hides) for grid in grids)
    properties = {k: str(v) for k, v in vars(book.properties).items() if isinstance(v, str) and v.strip()}
    properties |= {p.name: str(p.value) for p in book.custom_doc_props.props}  # type: ignore[attr-defined]
    return OpenedBook(sheets, properties, besides, looked.macros)


class _NotMade:
    """Stands in for a part of a sheet that nobody asks openpyxl for."""

    @staticmethod
    def from_tree(element: object) -> None:
        """Nothing."""


_NOT_ASKED_FOR = ("DataValidationList", "PrintOptions", "PageMargins", "PrintPageSetup", "HeaderFooter", "ScenarioList", "SheetViewList")


@contextlib.contextmanager
def _no_more_than_cells() -> Iterator[None]:
    """Let openpyxl pass over drop-downs, coloured rules and how a sheet prints: the survey reads their texts itself.

    They take it one tenth of its time; and a fault in one of them no longer makes it refuse the whole workbook.
    """
    from openpyxl.worksheet import _reader

    parser: Any = _reader.WorkSheetParser
    usual, rules = {name: getattr(_reader, name) for name in _NOT_ASKED_FOR}, parser.parse_formatting
    vars(_reader).update(dict.fromkeys(_NOT_ASKED_FOR, _NotMade))
    parser.parse_formatting = lambda self, element: None
    try:
        yield
    finally:
        vars(_reader).update(usual)
        parser.parse_formatting = rules


def _by_calamine(source: Source, looked: Survey, besides: tuple[tuple[str, str], ...], blind: str) -> OpenedBook | Refusal:
    if any(s.last_row * s.last_column > FARTHEST for s in looked.sheets.values()):
        return Refusal("too_large")
    book = read_other(source, blind)
    return (
        book if isinstance(book, Refusal) else OpenedBook(book.sheets, book.properties, besides, looked.macros, blind, put_in=book.put_in)
    )


def _grid(sheet: Any, looked: SheetSurvey, source: Source) -> Grid:
    cells: dict[Place, Seen] = {}
    comments: dict[Place, str] = {}
    authors: dict[str, None] = {}
    lights: dict[Place, str] = {}
    colours = [_light(fill) for fill in sheet.parent._fills]
    styles: dict[tuple[int, int, int, int], bool] = {}
    pictures = frozenset(looked.pictures)
    for place, cell in sheet._cells.items():  # the cells there are, never every cell up to the last row and column
        seen = _seen(cell, styles)
        if seen.value not in (None, "") and not (seen.error and place in pictures):
            cells[place] = seen
        if getattr(cell, "comment", None):
            comments[place] = _note(cell.comment)
            authors[cell.comment.author or ""] = None
        if colours[cell._style.fillId]:
            lights[place] = colours[cell._style.fillId]
    comments |= looked.threads  # in the note beside it only that there is a thread is said
    for place in looked.uncalculated - cells.keys():
        cells[place] = Seen(uncalculated=True)
    merged = tuple(sorted((m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges))
    return Grid(
        title=sheet.title,
        cells=_under_merges(cells, merged, looked, source, sheet.title),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(n for n, d in sheet.row_dimensions.items() if d.hidden or (d.height is not None and d.height < LEAST_HEIGHT)),
        hidden_columns=frozenset(_hidden_columns(sheet)),
        merged=merged,
        comments=comments,
        asides=(*looked.asides, *((TRACE, author) for author in authors)),
        lights=lights,
        pictures=tuple(sorted(pictures)),
        laid_over=tuple(looked.laid_over),
    )


def _with_rules(grid: Grid, rules: list[ColouredRule], hides: frozenset[int]) -> Grid:
    """A sheet with what its coloured rules strike out or hide."""
    struck = struck_by(rules, hides, grid)
    cells = {place: seen._replace(struck=seen.struck or place in struck.places) for place, seen in grid.cells.items()}
    return replace(grid, cells=cells, may_strike=struck.unknown) if struck.places or struck.unknown else grid


_HUES = ((0, 17, "red", 0.12), (17, 70, "amber", 0.12), (70, 165, "green", 0.12), (190, 250, "blue", 0.45), (340, 361, "red", 0.12))
"""Hues from and below, in degrees, with how full the colour must be: Excel’s own “good” and “bad” are pale, and so is the blue of any heading."""
_DARKEST = 0.45


def _light(fill: Any) -> str:
    """The traffic light a cell is filled with: set by its red, green and blue, as a cell filled by hand is."""
    rgb = getattr(getattr(fill, "fgColor", None), "rgb", None)
    if getattr(fill, "fill_type", None) != "solid" or not isinstance(rgb, str) or len(rgb) != 8:
        return ""
    try:
        hue, strong, bright = colorsys.rgb_to_hsv(*(int(rgb[i : i + 2], 16) / 255 for i in (2, 4, 6)))
    except ValueError:
        return ""
    found = ((name, least) for low, high, name, least in _HUES if low <= hue * 360 < high)
    return next((name for name, least in found if strong >= least and bright >= _DARKEST), "")


def _note(comment: Any) -> str:
    """The words of a note, without the name of its author that Excel begins them with."""
    text, author = str(comment.text), f"{comment.author}:"
    return text.removeprefix(author) if comment.author else text


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for span in sheet.column_dimensions.values():
        if span.hidden and span.min:
            yield from range(span.min, min(span.max or span.min, FARTHEST_HIDDEN) + 1)


LEAST_HEIGHT = 2
"""In points: a row drawn thinner than that is as good as hidden."""
FARTHEST_HIDDEN = 1_000
"""A hidden span to the end of the sheet is how Excel hides “the rest”; beyond this column nobody keeps a table."""


def _under_merges(
    cells: dict[Place, Seen], merged: tuple[tuple[int, int, int, int], ...], looked: SheetSurvey, source: Source, title: str
) -> dict[Place, Seen]:
    """The cells with what openpyxl drops: values that some programs leave beneath a merge."""
    if not merged or looked.last_row * looked.last_column > FARTHEST:
        return cells
    beneath = {(r, c) for top, left, bottom, right in merged for r in range(top, bottom + 1) for c in range(left, right + 1)} - cells.keys()
    values = sheet_values(source, title)
    return cells | {place: Seen(values[place]) for place in sorted(beneath & values.keys())}


def _seen(cell: Any, styles: dict[tuple[int, int, int, int], bool]) -> Seen:
    value = cell.value
    if cell.data_type == "e":
        return Seen(str(value), error=True)
    if value is None:
        return NOTHING
    if cell._style is None:  # where a row was pushed in above a merged one; openpyxl asks it for its font all the same
        from openpyxl.styles.cell_style import StyleArray

        cell._style = StyleArray()
    set_as = cell._style.fontId, cell._style.fillId, cell._style.numFmtId, _kind(value)
    if set_as not in styles:  # a sheet has thousands of cells, and a few ways of setting them
        # letters in the full colour of a traffic light are how trackers show the light alone
        light = _light(cell.fill) and not unseen(colour(cell.fill.fgColor), WHITE)
        styles[set_as] = bool(cell.font and cell.font.strike) or (unseen_in_cell(cell) and not light)
    struck = styles[set_as] or any(_is_struck(cell, run) for run in _runs(value))
    if struck or isinstance(value, list):
        value = str(value) if isinstance(value, list) else value
    if isinstance(value, timedelta):
        return Seen(datetime(1899, 12, 30) + value, struck=struck)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    percent = number and "%" in (cell.number_format or "")
    return Seen(value, percent=percent, struck=struck, from_1904=number and cell.parent.parent.epoch.year == 1904)


def _kind(value: Any) -> int:
    """Of what a number format tells apart: above nil, below nil, nil, text."""
    if isinstance(value, int | float):
        return (value > 0) - (value < 0)
    return 2 if isinstance(value, str | list) else 1


def _is_struck(cell: Any, run: Any) -> bool:
    """Whether a run within a cell is struck out or cannot be seen."""
    font = getattr(run, "font", None)
    return font is not None and (bool(font.strike) or (font.color is not None and unseen_in_cell(cell, font)))


def _runs(value: Any) -> list[Any]:
    """The runs of a text of which some are set otherwise than the rest; openpyxl makes a list of it."""
    return value if isinstance(value, list) else []
