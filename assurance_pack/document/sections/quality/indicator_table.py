"""Every indicator in one table: is it changing, and will it reach its target? The symbols it uses are explained above it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....assess.small_numbers import NOT_APPLICABLE, NOT_AVAILABLE, meanings
from ....assess.trends import Trend
from ....position.quality import IndicatorLine, QualityPosition
from ....settings import Settings
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Runs, Text, plain, runs
from ...indicator_words import figure, period, point

GOOD = {"up": "Up", "down": "Down", "context": "Neither"}
TARGET_MET = {
    "met_consistently": "Yes",
    "not_reliably": "Not reliably",
    "missed_consistently": "No",
    "no_target": "No target",
    "too_few": "Too few figures",
}


def indicator_table(quality: QualityPosition, settings: Settings, beside: date) -> Iterator[Block]:
    """The key to what the table uses, then the table."""
    rows = tuple(_indicator_row(line, beside) for line in quality.indicators)
    if not rows:
        return
    yield Paragraph(runs(_key(rows, settings)), style="note", anchor="indicator-key")
    yield Table(
        caption="Is it changing, and will it reach its target?",
        columns=(
            TableColumn(runs("Indicator"), 2),
            TableColumn(runs("Good is"), 1.3),
            TableColumn(runs("Latest"), 3.6),
            TableColumn(runs("Target"), 1.2),
            TableColumn(runs("Variation"), 2.4),
            TableColumn(runs("Target met"), 1.5),
        ),
        rows=rows,
        summary="Each indicator: which way is good, its newest figure with its counts and period, its target, whether it varies by more than chance, and whether it can be relied on to meet its target.",
        anchor="indicators",
        style="long",
    )


def _indicator_row(line: IndicatorLine, beside: date) -> TableRow:
    indicator = line.indicator
    now = line.trend.target if line.trend else indicator.target
    target = figure(now, indicator) if now is not None else "None"
    return TableRow(
        (
            TableCell(runs(indicator.in_short), (indicator.code,)),
            TableCell(runs(GOOD[indicator.good])),
            TableCell(_latest(line, beside)),
            TableCell(runs(target)),
            TableCell(runs(_variation(line, beside))),
            TableCell(runs(TARGET_MET[line.trend.assurance] if line.latest and line.trend else NOT_APPLICABLE)),
        )
    )


def _latest(line: IndicatorLine, beside: date) -> Runs:
    """The newest figure with its counts and period; where the newest period has none, what stands in its place."""
    if line.latest is None:
        symbol = line.newest.symbol if line.newest and line.newest.symbol else NOT_AVAILABLE
        return runs(symbol if symbol != NOT_AVAILABLE else f"{NOT_AVAILABLE} not available")
    latest, indicator = line.latest, line.indicator
    counts = f", {_plain_number(latest.numerator)} of {_plain_number(latest.denominator)}" if _is_share(line) else ""
    gap = line.newest if line.newest and line.newest.period != latest.period else None
    after = f"; {gap.symbol or NOT_AVAILABLE} {period(gap.period, indicator, beside)}" if gap else ""
    return (Text(point(latest, indicator), strong=True), Text(f"{counts}, {period(latest.period, indicator, beside)}{after}"))


def _is_share(line: IndicatorLine) -> bool:
    found = line.latest
    return bool(found and line.indicator.unit == "percent" and found.numerator is not None and found.denominator is not None)


def _plain_number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _variation(line: IndicatorLine, beside: date) -> str:
    """An arrow for the way the figures have moved, and a word for whether that is good; the month, where a newer one has no figure."""
    if line.latest is None or line.trend is None:
        return NOT_APPLICABLE
    late = line.newest is not None and line.newest.period != line.latest.period
    return (
        f"{_variation_told(line, line.trend)} ({period(line.latest.period, line.indicator, beside)})"
        if late
        else _variation_told(line, line.trend)
    )


def _variation_told(line: IndicatorLine, trend: Trend) -> str:
    trial = " (trial)" if trend.trial else ""
    up_is_good = line.indicator.good == "up"
    match line.variation:
        case "improving":
            return f"{'↑' if up_is_good else '↓'} Improving{trial}"
        case "worsening":
            return f"{'↓' if up_is_good else '↑'} Worsening{trial}"
        case "special_cause":
            return f"{'↑' if line.above else '↓'} Changed{trial}"
        case "common_cause":
            return f"→ No change{trial}"
        case "run_better" | "run_worse" if trend.plain.startswith("the "):
            how = trend.plain.removeprefix("the ").removesuffix(" figures")
            return f"{'↑' if how.startswith('highest') else '↓'} {how.capitalize()}"
        case "run_better" | "run_worse" | "run":
            return "Run chart"
        case _:
            return "Too few figures"


def _key(rows: tuple[TableRow, ...], settings: Settings) -> str:
    """Only what the table uses."""
    printed = " ".join(plain(cell.content) for row in rows for cell in row.cells)
    used = [f"{symbol} {meaning}" for symbol, meaning in meanings(settings.small_numbers).items() if symbol in printed]
    trial = ", “trial” where its limits rest on fewer than 12 figures" if "(trial)" in printed else ""
    symbols = f" {'; '.join(used)}." if used else ""
    return f"“Improving” and “Worsening”: by more than chance{trial}. Arrow: only the way the figures moved.{symbols}"
