"""What a figure draws, as a table: for those who cannot see it, and for a screen too small to draw it on."""

from __future__ import annotations

from datetime import datetime

from .blocks import Table, TableCell, TableColumn, TableRow
from .blocks.drawings import ControlChart, ControlCharts, HeatMap
from .blocks.runs import runs

NO_FIGURE = "No figure"


def heat_map_data(drawing: HeatMap) -> Table:
    """Each risk of a heat map with its likelihood, impact and score, and its score last time where it has moved."""
    heads = ("Risk", "Likelihood", "Impact", "Score", "Last time")
    rows = (
        (
            f"{mark.ref} {mark.name}".strip(),
            f"{mark.likelihood} {drawing.likelihood_words[mark.likelihood - 1]}",
            f"{mark.consequence} {drawing.consequence_words[mark.consequence - 1]}",
            str(mark.likelihood * mark.consequence),
            str(mark.moved_from[0] * mark.moved_from[1]) if mark.moved_from else "Not moved",
        )
        for mark in sorted(drawing.marks, key=lambda m: (-m.likelihood * m.consequence, m.ref))
    )
    return _table("Every risk drawn, as a table", heads, tuple(rows))


def control_charts_data(drawing: ControlCharts) -> Table:
    """Each month of some charts with the figure of each indicator; one that chance alone would hardly give is called unusual."""
    months = sorted(
        {p.label for chart in drawing.charts for p in chart.points}, key=lambda label: datetime.strptime(label, "%b %Y"), reverse=True
    )
    rows = tuple((month, *(_value(chart, month) for chart in drawing.charts)) for month in months)
    return _table("Every figure drawn, as a table", ("Month", *(chart.title for chart in drawing.charts)), rows)


def _value(chart: ControlChart, month: str) -> str:
    point = next((p for p in chart.points if p.label == month), None)
    if point is None or point.value is None:
        return NO_FIGURE
    size = f"{point.value:,.1f}".removesuffix(".0")
    return f"{size}{'%' if chart.unit == '%' else ''}{' (unusual)' if point.signals else ''}"


def _table(caption: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = tuple(TableColumn(runs(head), 12 / len(heads)) for head in heads)
    return Table(
        caption,
        columns,
        tuple(TableRow(tuple(TableCell(runs(v)) for v in row)) for row in rows),
        f"{caption}.",
        style="tight",
        caption_shown=False,
    )
