"""What a figure draws stands as a table too, for those who cannot see it."""

from __future__ import annotations

from assurance_pack.document.blocks import Figure, Table
from assurance_pack.document.blocks.drawings import ChartPoint, ControlChart, ControlCharts, HeatMap, HeatMark
from assurance_pack.document.blocks.runs import Text, plain
from assurance_pack.document.figure_data import control_charts_data, heat_map_data

WORDS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")


def rows(table: Table) -> list[list[str]]:
    return [[plain(c.content) for c in r.cells] for r in table.rows]


def test_each_risk_of_a_heat_map_stands_with_its_place_the_highest_first_and_where_it_was() -> None:
    marks = (HeatMark("R-CAP-002", 2, 3), HeatMark("R-CAP-001", 5, 4, moved_from=(4, 4)))
    assert rows(heat_map_data(HeatMap(marks, (("Low", 1, 25),), WORDS, WORDS))) == [
        ["R-CAP-001", "5 Almost certain", "4 Likely", "20", "16"],
        ["R-CAP-002", "2 Unlikely", "3 Possible", "6", "Not moved"],
    ]


def test_each_month_of_some_charts_stands_with_every_indicators_figure_the_newest_first() -> None:
    plans = ControlChart("Plans", "", (ChartPoint("Dec 2025", 61.25), ChartPoint("Jan 2026", 70.0, signals=True)), "%")
    posts = ControlChart("Posts", "", (ChartPoint("Jan 2026", 12.0), ChartPoint("Feb 2026", None)), "")
    table = control_charts_data(ControlCharts((plans, posts)))
    assert [plain(c.heading) for c in table.columns] == ["Month", "Plans", "Posts"]
    assert rows(table) == [
        ["Feb 2026", "No figure", "No figure"],
        ["Jan 2026", "70% (unusual)", "12"],
        ["Dec 2025", "61.2%", "No figure"],
    ]


def test_where_no_table_stands_beneath_all_that_is_drawn_is_read_out_after_the_sentence() -> None:
    drawing = HeatMap((HeatMark("R-CAP-001", 5, 4, moved_from=(4, 4)),), (("Low", 1, 25),), WORDS, WORDS)
    figure = Figure("Risks", drawing, (Text("One risk is open."),), data=heat_map_data(drawing))
    assert figure.alternative_text == (
        "One risk is open. Drawn: R-CAP-001: Likelihood 5 Almost certain, Impact 4 Likely, Score 20, Last time 16."
    )
