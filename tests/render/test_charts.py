"""The figures at any data: words of ten points or more, none over another, none off the sheet, and the sentence as alternative text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mock_document import CHART, HEAT, TIMELINE

from assurance_pack.document.blocks import (
    ChartPoint,
    ControlChart,
    Drawing,
    HeatMap,
    HeatMark,
    StatusMark,
    Timeline,
    TimelineRow,
)
from assurance_pack.render.assets import load_assets, shipped_assets
from assurance_pack.render.charts import svg
from assurance_pack.render.charts.canvas import WIDTH, key_of, spread, within
from assurance_pack.render.charts.control import said, scale

MANY = 120
NS = "{http://www.w3.org/2000/svg}"
MEANINGS = {
    "on_track": "G",
    "at_risk": "A",
    "off_track": "R",
    "complete": "B",
    "not_started": "N",
    "paused": "P",
    "withdrawn": "W",
    "no_return": "X",
    "": "",
}


@dataclass(frozen=True)
class Words:
    """Words of a drawing and the room they take."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_of(drawing: str) -> list[Words]:
    root = ElementTree.fromstring(drawing)
    fonts = shipped_assets().fonts
    found = []
    for element in root.iter(NS + "text"):
        face = fonts.semibold if element.get("font-weight") == "600" else fonts.regular
        width = face.width(element.text or "", float(element.get("font-size", "0")))
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
        found.append(Words(element.text or "", left, y - 6.5, left + width, y + 1.5))
    return found


def overlapping(words: list[Words]) -> list[tuple[str, str]]:
    pairs = []
    for i, a in enumerate(words):
        for b in words[i + 1 :]:
            if a.left + 0.3 < b.right and b.left + 0.3 < a.right and a.top < b.bottom and b.top < a.bottom:
                pairs.append((a.text, b.text))
    return pairs


def off_the_sheet(drawing: str, words: list[Words]) -> list[str]:
    height = float(re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', drawing)[1])  # type: ignore[index]
    return [w.text for w in words if w.left < -0.5 or w.right > WIDTH + 0.5 or w.top < 0 or w.bottom > height]


def check(drawing: Drawing) -> str:
    drawn = svg(drawing, "What it shows")
    words = words_of(drawn)
    assert overlapping(words) == []
    assert off_the_sheet(drawn, words) == []
    return drawn


@pytest.mark.parametrize("drawing", [TIMELINE, HEAT, CHART], ids=["timeline", "heat map", "control chart"])
def test_the_figures_of_the_mock_hold_their_words_apart(drawing: Drawing) -> None:
    drawn = check(drawing)
    assert {float(s) for s in re.findall(r'font-size="([\d.]+)"', drawn)} == {10.0}
    root = ElementTree.fromstring(drawn)
    assert root[0].tag == NS + "title"
    assert root[0].text == "What it shows"


DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2031, 12, 31)))
LABELS = st.sampled_from(
    [
        "Short",
        "A rather long name of a milestone that goes on",
        "Speech, language and communication therapy waiting lists",
        "Donaudampfschifffahrtsgesellschaft",
        "x",
    ]
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[: draw(st.integers(0, 12))]
    rows = []
    for i in range(draw(st.integers(0, 12))):
        marks = tuple(StatusMark(m, k, MEANINGS[k], k.replace("_", " ")) for m in months for k in [draw(st.sampled_from(sorted(MEANINGS)))])
        rows.append(
            TimelineRow(
                f"M-{draw(st.sampled_from(['CAP', 'QDD', 'CWF']))}-{i:03}", draw(LABELS), draw(DAYS), draw(DAYS), draw(DAYS),
                draw(st.one_of(st.none(), st.none(), DAYS)), draw(st.one_of(st.none(), st.integers(-400, 2000))), marks,
            )
        )  # fmt: skip
    previous = draw(st.sampled_from(["in May", "", "in February 2026"]))
    return Timeline(tuple(rows), date(2026, 6, 30), "This report, 30 June 2026", previous, months)


@given(timelines())
@settings(max_examples=MANY, deadline=None)
def test_a_timeline_of_any_dates_and_labels_holds_its_words_apart(timeline: Timeline) -> None:
    drawn = check(timeline)
    for row in timeline.rows:
        assert f">{row.ref}<" in drawn


@st.composite
def heat_maps(draw: st.DrawFn) -> HeatMap:
    level = st.integers(1, 5)
    marks = tuple(
        HeatMark(
            f"R-{draw(st.sampled_from(['CAP', 'QDD', 'RDG']))}-{i:03}",
            draw(level),
            draw(level),
            draw(st.one_of(st.none(), st.tuples(level, level))),
            draw(st.booleans()),
        )
        for i in range(draw(st.integers(0, 40)))
    )
    bands = draw(st.sampled_from([HEAT.bands, (("Low", 1, 4), ("Medium", 5, 14), ("Extreme", 15, 25)), (("All", 1, 25),)]))
    return HeatMap(
        marks,
        bands,
        HEAT.likelihood_words,
        draw(st.sampled_from([HEAT.consequence_words, ("Little", "Some", "More", "Much", "Catastrophic and lasting")])),
    )


@given(heat_maps())
@settings(max_examples=MANY, deadline=None)
def test_a_heat_map_of_forty_risks_names_or_counts_every_one(heat: HeatMap) -> None:
    drawn = check(heat)
    named = sum(1 for m in heat.marks if f">{m.ref.removeprefix('R-')}<" in drawn)
    counted = sum(int(n) for n in re.findall(r"\+ (\d+) more", drawn))
    assert named + counted == len(heat.marks)


def test_a_risk_that_rose_has_an_arrow_from_where_it_was() -> None:
    still = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4),)))
    moved = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4, (4, 4)),)))
    sideways = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4, (5, 2)),)))
    assert "circle" not in still
    assert moved.count("<circle") == 1
    assert sideways.count("<circle") == 1
    assert sideways != moved


@st.composite
def charts(draw: st.DrawFn) -> ControlChart:
    low, high = draw(st.sampled_from([(0, 100), (0, 5), (-20, 20), (1000, 250000), (0.0, 0.9), (7, 7)]))
    values = draw(st.lists(st.one_of(st.none(), st.floats(low, high, allow_nan=False).map(lambda v: round(v, 2))), max_size=36))
    known = [v for v in values if v is not None]
    mean = sum(known) / len(known) if known and draw(st.booleans()) else None
    half = (high - low) / draw(st.sampled_from([2, 4, 8])) if mean is not None else 0
    signals = draw(st.sets(st.integers(0, 35)))
    return replace(
        CHART,
        points=tuple(ChartPoint(f"{('Jan', 'Feb', 'Mar', 'Apr', 'May', 'June')[i % 6]} {2024 + i // 6}", v, i in signals) for i, v in enumerate(values)),
        mean=mean, lower=None if mean is None else mean - half, upper=None if mean is None else mean + half,
        target=draw(st.one_of(st.none(), st.floats(low, high, allow_nan=False).map(lambda v: round(v, 2)))), unit=draw(st.sampled_from(["%", "", "weeks", "£m"])),
    )  # fmt: skip


@given(charts())
@settings(max_examples=MANY, deadline=None)
def test_a_control_chart_of_any_series_holds_its_words_apart(chart: ControlChart) -> None:
    check(chart)


def test_a_month_without_a_figure_breaks_the_line() -> None:
    points = tuple(ChartPoint(f"M{i}", v) for i, v in enumerate((40, 45, None, 50, 55)))
    whole = tuple(ChartPoint(f"M{i}", v) for i, v in enumerate((40, 45, 47, 50, 55)))
    accent = shipped_assets().look.accent
    lines = [svg(replace(CHART, points=p)).count(f'fill="none" stroke="{accent}"') for p in (whole, points)]
    assert lines == [1, 2]


def test_the_key_says_each_letter_once_in_the_order_of_the_scale() -> None:
    late, well, silent = (
        StatusMark("Jun", "off_track", "R", "late"),
        StatusMark("May", "on_track", "G", "going well"),
        StatusMark("Apr", "", "", ""),
    )
    assert key_of([late, well, silent, well]) == "G going well, R late"


def test_two_words_of_one_status_stand_in_the_key_each_with_its_letter() -> None:
    assert key_of([StatusMark("May", "at_risk", "A", "at risk"), StatusMark("Jun", "at_risk", "S", "slipping")]) == "A at risk, S slipping"


def test_a_long_label_is_wrapped_and_a_longer_one_says_that_it_goes_on() -> None:
    row = TIMELINE.rows[0]
    drawn = svg(
        replace(TIMELINE, rows=(replace(row, label="one two three four five six seven eight nine ten eleven twelve thirteen fourteen"),))
    )
    assert "…" in drawn
    assert "one two" in drawn


def test_a_date_far_off_the_axis_is_named_at_its_edge() -> None:
    row = replace(TIMELINE.rows[0], forecast=date(2062, 3, 1))
    assert "Mar 2062" in svg(replace(TIMELINE, rows=(row, *TIMELINE.rows[1:])))


def test_a_milestone_without_a_forecast_says_so() -> None:
    assert "No forecast date" in svg(replace(TIMELINE, rows=(replace(TIMELINE.rows[0], forecast=None),)))


def test_a_milestone_that_is_done_says_so() -> None:
    assert ">done<" in svg(replace(TIMELINE, rows=(replace(TIMELINE.rows[0], actual=date(2026, 6, 3)),)))


@given(st.lists(st.floats(-1000, 1000), max_size=8), st.floats(1, 30))
def test_words_are_moved_no_more_than_they_must_be(places: list[float], room: float) -> None:
    out = spread(places, [room] * len(places))
    ordered = sorted(out)
    assert all(b - a >= room - 1e-6 for a, b in pairwise(ordered))
    if all(abs(a - b) >= room for i, a in enumerate(places) for b in places[i + 1 :]):
        assert out == pytest.approx(places)


def test_words_kept_between_two_edges_stay_there() -> None:
    assert within([1, 2, 99], [10, 10, 10], 0, 100) == pytest.approx([5, 15, 95])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([49, 63, 70, 38, 66], (30, 80, 10)),
        ([0, 0, 0], (0, 2, 1)),
        ([98, 100], (97, 101, 1)),
        ([5], (4, 6, 1)),
        ([0.1, 0.4], (0, 0.5, 0.1)),
    ],
)
def test_an_axis_has_few_round_numbers(values: list[float], expected: tuple[float, float, float]) -> None:
    assert scale(values) == pytest.approx(expected)


def test_a_number_of_an_axis_bears_its_unit() -> None:
    assert [said(70, 10, "%"), said(4, 1, "£m"), said(1200, 100, ""), said(-5, 5, "weeks"), said(0.5, 0.1, "")] == [
        "70%",
        "£4m",
        "1,200",
        "−5",
        "0.5",
    ]


def test_a_board_with_its_own_accent_has_it_in_its_figures() -> None:
    own = load_assets(accent="#7a1f5c")
    assert "#7a1f5c" in svg(CHART, "", own)
    assert "#0b4a5e" not in svg(CHART, "", own) + svg(HEAT, "", own) + svg(TIMELINE, "", own)


def test_a_day_is_drawn_to_scale() -> None:
    late = replace(TIMELINE.rows[0], baseline=date(2026, 7, 1), previous=None, forecast=date(2026, 7, 1) + timedelta(days=100))
    drawn = svg(replace(TIMELINE, rows=(late,), months=()))
    diamond = float(re.search(r'<path d="M([\d.]+) [\d.]+L[\d. L]+z" fill="#ffffff"', drawn)[1])  # type: ignore[index]
    dot = float(re.search(r'<circle cx="([\d.]+)"', drawn)[1])  # type: ignore[index]
    position = float(re.search(r'<path d="M([\d.]+) 17L[^>]+stroke="#0b4a5e"', drawn)[1])  # type: ignore[index]
    assert (dot - diamond) / (diamond - position) == pytest.approx(100, rel=0.03)
