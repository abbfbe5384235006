"""Tables: fixed widths, the head repeated, rows whole, no merged cells, a name and a description for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from ...document.blocks import Break, Runs, Table, TableCell, TableColumn
from .. import look
from .base import MEASURE, hexed
from .links import Links
from .runs import Setting, runs_of
from .xml import clean, el, paragraph, twips

STYLES = {
    "plain": "PackTable",
    "long": "PackTable",
    "voice": "PackTable",
    "counts": "PackTable",
    "tight": "PackTightTable",
    "meta": "PackPlainTable",
    "brief": "PackTable",
}
"""The table style of each kind of table."""
STATEMENT = 70
"""Below each statement of a cell on the front page, in twentieths of a point."""
NUMBER = 240
"""Right of a column of figures, so that the words of the next stand clear of them."""


def table(block: Table, links: Links) -> Element:
    """A table of the pack, without its caption.

    Raises:
        ValueError: its style is not known, or a row has not one cell for each column.
    """
    if block.style not in STYLES:
        raise ValueError(f"Word knows no table of the style “{block.style}”.")
    widths = in_twips(look.column_widths([column.width for column in block.columns]))
    numbers = [column.kind == "number" for column in block.columns]
    out = frame(STYLES[block.style], widths, block.caption, block.summary)
    out.append(row(_head(block, links), widths, header=True, numbers=numbers))
    opens = False
    for at, line in enumerate(block.rows):
        if len(line.cells) != len(block.columns):
            raise ValueError(f"Row {at + 1} of the table “{block.caption[:60]}” has not one cell for each column.")
        last = at == len(block.rows) - 1
        keep = not last and (block.style != "long" or at == 0)
        cells = [_cell(block, across, cell, links, keep) for across, cell in enumerate(line.cells)]
        out.append(row(cells, widths, numbers=numbers, opens=opens, closes=line.end and not last))
        opens = line.end
    return out


def _head(block: Table, links: Links) -> list[list[Element]]:
    cells = []
    for column in block.columns:
        style = "LabelHeading" if block.style == "meta" else "TableNumberHeading" if column.kind == "number" else "TableHeading"
        cells.append([paragraph(style, *runs_of(column.heading, links, Setting(bold=style != "LabelHeading")))])
    return cells


def _cell(block: Table, across: int, cell: TableCell, links: Links, keep: bool) -> list[Element]:
    """The paragraphs of one cell; on the front page each statement is one."""
    style, setting = _style(block, block.columns[across], across)
    own = (el("keepNext"),) if keep else ()
    if block.style != "brief":
        return [paragraph(style, *runs_of(cell.content, links, setting), properties=own)]
    parts = _statements(cell.content)
    gaps = [(el("spacing", after=STATEMENT),) if at < len(parts) - 1 else () for at in range(len(parts))]
    return [paragraph(style, *runs_of(part, links, setting), properties=(*own, *gap)) for part, gap in zip(parts, gaps, strict=True)]


def _style(block: Table, column: TableColumn, across: int) -> tuple[str, Setting]:
    if block.style == "meta":
        return "TableText", Setting()
    if across == 0:
        return ("BriefHeading" if block.style == "brief" else "TableRowHeading"), Setting(bold=True, row_header=True)
    if column.kind == "number":
        return "TableNumber", Setting()
    return ("TableWords" if column.kind == "words" or block.style in ("voice", "brief") else "TableText"), Setting()


def _statements(content: Runs) -> list[Runs]:
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
        el("tblCaption", val=clean(title)),
        el("tblDescription", val=clean(description)),
    )
    return el("tbl", properties, el("tblGrid", *(el("gridCol", w=width) for width in widths)))


def row(
    cells: Sequence[Sequence[Element]],
    widths: Sequence[int],
    *,
    header: bool = False,
    numbers: Sequence[bool] = (),
    opens: bool = False,
    closes: bool = False,
) -> Element:
    """A row that no page breaks; `header` repeats it on each page.

    `closes` and `opens` draw the stronger rule between two groups on both its sides: readers differ in which they obey.
    """
    out = el("tr", el("trPr", el("cantSplit"), *([el("tblHeader")] if header else [])))
    for across, (content, width) in enumerate(zip(cells, widths, strict=True)):
        own = el("tcPr", el("tcW", w=width, type="dxa"))
        rules = [
            el(side, val="single", sz=4, space=0, color=hexed(look.INK)) for side, wanted in (("top", opens), ("bottom", closes)) if wanted
        ]
        if rules:
            own.append(el("tcBorders", *rules))
        if across == len(widths) - 1 or (numbers and numbers[across]):
            own.append(el("tcMar", el("right", w=0 if across == len(widths) - 1 else NUMBER, type="dxa")))
        out.append(el("tc", own, *content))
    return out


def in_twips(widths: Sequence[float]) -> list[int]:
    """Widths from millimetres; together exactly as wide as the text."""
    whole = [twips(width) for width in widths]
    whole[-1] += MEASURE - sum(whole)
    return whole
