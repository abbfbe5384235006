"""Tables: fixed widths, the head repeated, rows whole, no merged cells, a name and a description for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml.etree import _Element as Element

from ...document.blocks import Table, TableCell, TableColumn
from ...document.blocks.runs import Bar, BarHead, Break, Runs, plain
from .. import look
from ..asked_of_blocks import many_rows
from ..characters import reads_from_the_right
from ..charts.history import parted
from ..fonts import Fonts
from ..legal import legal
from .base import MEASURE, hexed
from .links import Links
from .measure import lines, longest_word, one_line, widened
from .runs import Setting, runs_of
from .xml import el, paragraph, twips

STYLES = {
    "plain": "PackTable",
    "long": "PackTable",
    "voice": "PackTable",
    "counts": "PackTable",
    "tight": "PackTightTable",
    "plan": "PackTightTable",
    "decision": "PackTightTable",
    "meta": "PackPlainTable",
    "marks": "PackPlainTable",
    "asks": "PackPanelTable",
    "brief": "PackBriefTable",
}
"""The table style of each kind of table."""
WHOLE_PT = 140
"""A table up to this height stays on one page; a taller one breaks between rows, as whole it would leave too much of a page empty."""
PLAN_ON_A_PAGE = 40
"""Rows of a plan, heads of its priorities among them, that a page holds: such a plan is never parted."""
PADDING_PT = 11
"""Right of the words of a cell, with the comma or stop that may follow a word."""
CLOSE_PT = 4
"""The same in the plan, whose columns stand close."""
MAY_WRAP = 1
"""The one column of the plan whose words may take a second line: who leads."""
STATEMENT = 50
"""Below each statement of a cell on the front page, in twentieths of a point."""
PANEL = Setting(panel=True, style="PanelText")
"""Words on the filled panel."""
APART = 240
"""Right of a column of figures, so that the words of the next stand clear of them."""


def table(block: Table, links: Links, fonts: Fonts, *, close: bool = False) -> Element:
    """A table of the pack, without its caption; `close`: the statements of the front page in the size of tables.

    Raises:
        ValueError: its style is not known, or a row has not one cell for each column.
    """
    if block.style not in STYLES:
        raise ValueError(f"Word knows no table of the style “{block.style}”.")
    widths = in_twips([pt * 25.4 / 72 for pt in column_points(block, fonts)])
    kinds = [column.kind for column in block.columns]
    before_words = [kind == "number" and after != "number" for kind, after in zip(kinds, [*kinds[1:], "number"], strict=True)]
    out = frame(STYLES[block.style], widths, block.caption, block.summary, row_headers=block.style not in ("meta", "marks"))
    fill = links.accent if block.style == "asks" else ""
    out.append(row(_head(block, links), widths, header=True, apart=before_words, fill=fill, close=block.style == "plan"))
    opens, whole = False, _stays_whole(block, widths, fonts)
    for at, line in enumerate(block.rows):
        if len(line.cells) != len(block.columns):
            raise ValueError(f"Row {at + 1} of the table “{block.caption[:60]}” has not one cell for each column.")
        last = at == len(block.rows) - 1
        keep = not last and (_on_a_page(block) or not line.end if block.style == "plan" else whole or _with_its_neighbour(block, at))
        cells = [_cell(block, across, cell, links, keep, close) for across, cell in enumerate(line.cells)]
        out.append(
            row(
                cells,
                widths,
                breaks=block.style == "brief",
                apart=before_words,
                opens=opens,
                closes=line.end and not last,
                fill=fill,
                close=block.style == "plan",
            )
        )
        opens = line.end
    return out


def _with_its_neighbour(block: Table, at: int) -> bool:
    """Whether a row stands on one page with the next: the first two, and the last two, where none of them should be alone there."""
    return (many_rows(block) or block.style == "decision") and at in (0, len(block.rows) - 2)


def column_points(block: Table, fonts: Fonts) -> list[float]:
    """The widths of the columns in points: those of the look, widened where a column would break a word; of the plan, where it would break a line."""
    wanted = [mm * 72 / 25.4 for mm in look.column_widths([column.width for column in block.columns])]
    measured, beside = (one_line, CLOSE_PT) if block.style == "plan" else (longest_word, PADDING_PT)
    needs = []
    for across, column in enumerate(block.columns):
        heavy = across == 0 and block.style != "plan"
        cells = (line.cells[across].content for line in block.rows if across < len(line.cells))
        widest = max((measured(content, _size(block, across), fonts, bold=heavy) for content in cells), default=0.0)
        need = beside + max(longest_word(column.heading, look.SIZES["table"].pt, fonts, bold=True), widest)
        needs.append(min(need, wanted[across]) if block.style == "plan" and across == MAY_WRAP else need)
    return widened(wanted, needs)


def _size(block: Table, across: int) -> float:
    return look.SIZES["body" if across and (block.style in ("voice", "brief") or block.columns[across].kind == "words") else "table"].pt


def _stays_whole(block: Table, widths: Sequence[int], fonts: Fonts) -> bool:
    if block.style in ("long", "plan", "decision", "brief"):
        return False
    tall = 0.0
    for line in block.rows:
        cells = [
            lines(cell.content, _size(block, across), width / 20 - PADDING_PT, fonts) * _size(block, across) * 1.2
            for across, (cell, width) in enumerate(zip(line.cells, widths, strict=False))
        ]
        tall += max(cells, default=0.0) + 7
    return tall <= WHOLE_PT


def _head(block: Table, links: Links) -> list[list[Element]]:
    cells = []
    for column in block.columns:
        if block.style == "asks":
            cells.append([paragraph("TableText", *runs_of(column.heading, links, PANEL))])
            continue
        style = "LabelHeading" if block.style in ("meta", "marks") else "TableNumberHeading" if column.kind == "number" else "TableHeading"
        words = runs_of(column.heading, links, Setting(bold=style != "LabelHeading", heading=True))
        cells.append([paragraph("TableDrawn" if _all_drawn(column.heading) else style, *words)])
    return cells


def _on_a_page(plan: Table) -> bool:
    """Whether a plan fits a page, and so is never parted; a longer one is parted between two priorities."""
    return len(plan.rows) <= PLAN_ON_A_PAGE


def _cell(block: Table, across: int, cell: TableCell, links: Links, keep: bool, close: bool) -> list[Element]:
    """The paragraphs of one cell; on the front page each statement is one."""
    style, setting = _style(block, block.columns[across], across, close)
    if block.columns[across].kind == "number" and plain(cell.content) == "0":
        setting = replace(setting, style="Quiet")
    if block.style != "brief":
        kept = (el("keepNext"),) if keep else ()
        turned = (el("bidi"),) if reads_from_the_right(plain(cell.content)) else ()
        style = "TableDrawn" if _all_drawn(cell.content) else style
        return [paragraph(style, *runs_of(cell.content, links, setting), properties=(*kept, *turned))]
    statements = split_at_breaks(cell.content)
    # The front page may break within a row, between two statements, so that it is filled.
    own = [(el("keepLines"), *([el("spacing", after=STATEMENT)] if at < len(statements) else [])) for at in range(1, len(statements) + 1)]
    return [paragraph(style, *runs_of(one, links, setting), properties=more) for one, more in zip(statements, own, strict=True)]


def _all_drawn(content: Runs) -> bool:
    """Whether a cell holds one drawing and no word: then no room is kept beneath it for letters."""
    parts = list(parted(content))
    return len(parts) == 1 and (parts[0][0] or all(isinstance(one, Bar | BarHead) for one in content))


def _style(block: Table, column: TableColumn, across: int, close: bool) -> tuple[str, Setting]:
    if block.style == "asks":
        return "TableText", PANEL
    if block.style in ("meta", "marks"):
        return "TableText", Setting()
    if block.style == "plan" and column.kind != "number":
        return "TableText", Setting()
    if across == 0:
        return ("BriefHeading" if block.style == "brief" else "TableRowHeading"), Setting(bold=True, row_header=True)
    if column.kind == "number":
        return "TableNumber", Setting()
    setting = Setting(coloured=block.style == "brief")
    if close and block.style == "brief":
        return "TableText", setting
    return ("TableWords" if column.kind == "words" or block.style in ("voice", "brief") else "TableText"), setting


def split_at_breaks(content: Runs) -> list[Runs]:
    """The statements of a cell, parted by its line breaks."""
    parts: list[Runs] = [()]
    for run in content:
        if isinstance(run, Break):
            parts.append(())
        else:
            parts[-1] = (*parts[-1], run)
    return [part for part in parts if part] or [()]


def frame(style: str, widths: Sequence[int], title: str, description: str, *, row_headers: bool = True) -> Element:
    """A table before its rows, named and described for those who cannot see it."""
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblLook",
            val="06A0" if row_headers else "0620",
            firstRow=1,
            lastRow=0,
            firstColumn=int(row_headers),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        el("tblCaption", val=legal(title)),
        el("tblDescription", val=legal(description)),
    )
    return el("tbl", properties, el("tblGrid", *(el("gridCol", w=width) for width in widths)))


def row(
    cells: Sequence[Sequence[Element]],
    widths: Sequence[int],
    *,
    header: bool = False,
    breaks: bool = False,
    apart: Sequence[bool] = (),
    opens: bool = False,
    closes: bool = False,
    fill: str = "",
    close: bool = False,
) -> Element:
    """A row that no page breaks, unless `breaks`; `header` repeats it on each page, `apart` says after which cells more room is kept.

    `closes` and `opens` draw the stronger rule between two groups on both its sides: readers differ in which they obey.
    """
    out = el("tr", el("trPr", *([] if breaks else [el("cantSplit")]), *([el("tblHeader")] if header else [])))
    for across, (content, width) in enumerate(zip(cells, widths, strict=True)):
        own = el("tcPr", el("tcW", w=width, type="dxa"))
        rules = [
            el(side, val="single", sz=4, space=0, color=hexed(look.INK)) for side, wanted in (("top", opens), ("bottom", closes)) if wanted
        ]
        if rules:
            own.append(el("tcBorders", *rules))
        if fill:
            own.append(el("shd", val="clear", color="auto", fill=hexed(fill)))
        elif close:
            sides = (el(side, w=wide, type="dxa") for side, wide in (("top", 0), ("bottom", 0), ("right", 40)))
            own.extend((el("tcMar", *sides), el("vAlign", val="bottom" if header else "center")))
        elif across == len(widths) - 1 or (apart and apart[across]):
            own.append(el("tcMar", el("right", w=0 if across == len(widths) - 1 else APART, type="dxa")))
        out.append(el("tc", own, *content))
    return out


def in_twips(widths: Sequence[float]) -> list[int]:
    """Widths from millimetres; together exactly as wide as the text."""
    whole = [twips(width) for width in widths]
    whole[-1] += MEASURE - sum(whole)
    return whole
