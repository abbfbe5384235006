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
from mock_document import CHART, HEAT

from assurance_pack.document.blocks.drawings import (
    ChartLevel,
    ChartPoint,
    ChartTarget,
    ControlChart,
    ControlCharts,
    Drawing,
    HeatMap,
    HeatMark,
)
from assurance_pack.document.blocks.runs import Bar, BarHead, Scale, Status, Text
from assurance_pack.render.assets import load_assets, shipped_assets
from assurance_pack.render.charts import bar, bar_svg, history, narrow_svg, small, svg
from assurance_pack.render.charts.canvas import WIDTH, spread, within
from assurance_pack.render.charts.control import said, scale

MANY = 120
NS = "{http://www.w3.org/2000/svg}"


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


@pytest.mark.parametrize("drawing", [HEAT, CHART], ids=["heat map", "control chart"])
def test_the_figures_of_the_mock_hold_their_words_apart(drawing: Drawing) -> None:
    drawn = check(drawing)
    assert {float(s) for s in re.findall(r'font-size="([\d.]+)"', drawn)} == {10.0}
    root = ElementTree.fromstring(drawn)
    assert root[0].tag == NS + "title"
    assert root[0].text == "What it shows"


DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2031, 12, 31)))
SCALE = Scale(date(2026, 3, 1), date(2027, 4, 1), date(2026, 6, 30))
LATE = Bar(SCALE, "Baseline 1 September 2026, forecast 4 January 2027", date(2026, 9, 1), date(2026, 9, 28), date(2027, 1, 4))


@given(st.tuples(DAYS, DAYS, DAYS), st.booleans(), st.integers(1, 36), st.integers(0, 35))
@settings(max_examples=MANY, deadline=None)
def test_a_bar_of_any_dates_keeps_its_words_and_marks_on_its_cell(
    days: tuple[date | None, date | None, date | None], done: bool, months: int, at: int
) -> None:
    ends = date(2026 + (2 + months) // 12, (2 + months) % 12 + 1, 1)
    here = min(date(2026, 3, 1) + timedelta(days=28 * at), ends)
    scale = Scale(date(2026, 3, 1), ends, here)
    for drawn in (bar_svg(Bar(scale, "What it shows", *days, done)), bar_svg(BarHead(scale, "What it shows"))):
        words = words_of(drawn)
        assert overlapping(words) == []
        assert [w.text for w in words if w.left < -0.5 or w.right > bar.WIDE + 0.5] == []
        assert drawn.startswith("<svg")
        assert "<title>What it shows</title>" in drawn


def day_in_bar(scale: Scale, when: date) -> str:
    return f"{when.day} {when:%b}" if scale.first <= when <= scale.last else f"{when:%b} ’{when:%y}"


@given(st.tuples(DAYS, DAYS), st.dates(date(2024, 1, 1), date(2031, 12, 31)), st.integers(1, 36))
@settings(max_examples=MANY, deadline=None)
def test_a_forecast_that_is_not_the_baseline_stands_at_its_own_mark_and_at_no_other(
    others: tuple[date | None, date | None], end: date, months: int
) -> None:
    scale = Scale(date(2026, 3, 1), date(2026 + (2 + months) // 12, (2 + months) % 12 + 1, 1), date(2026, 6, 30))
    drawn = bar_svg(Bar(scale, "What it shows", *others, end))
    baseline, *labels = words_of(drawn)
    assert baseline.text == (day_in_bar(scale, others[0]) if others[0] else "–")
    assert baseline.right <= bar.FROM, "the day of the baseline has a column of its own"
    if end == others[0]:
        assert labels == [], "the day of the baseline says it"
        return
    (said,) = labels
    assert said.text == day_in_bar(scale, end)
    assert said.left >= bar.FROM
    assert said.right <= bar.WIDE + 0.5
    (dot,) = {float(x) for x in re.findall(r'cx="([\d.]+)"', drawn)}
    diamonds = [float(x) for x in re.findall(r'<path d="M([\d.]+) [\d.]+L[\d. L]+z"', drawn)]
    (middle,) = {float(y) for y in re.findall(r'cy="([\d.]+)"', drawn)}
    base = float(re.findall(r'<text x="[\d.]+" y="([\d.]+)"', drawn)[1])
    if base <= middle - bar.MARK:
        assert said.left - bar.MARK <= dot <= said.right + bar.MARK, "above its own mark"
    else:
        gap = max(said.left - dot, dot - said.right)
        assert 0 < gap < 2 * bar.MARK, "beside its own mark"
        assert not [x for x in diamonds if min(dot, said.left) < x < max(dot, said.right)], "no other mark between"
    assert middle + bar.MARK <= bar.HIGH


@pytest.mark.parametrize("end", [date(2027, 1, 4), date(2027, 3, 31), date(2026, 11, 20)])
def test_the_forecast_of_a_late_milestone_is_never_printed_left_of_its_baseline(end: date) -> None:
    drawn = bar_svg(replace(LATE, baseline=date(2026, 9, 1), end=end))
    baseline, forecast = words_of(drawn)
    diamond = float(re.findall(r'<path d="M([\d.]+) [\d.]+L[\d. L]+z"', drawn)[0])
    assert (baseline.text, forecast.text) == ("1 Sep", f"{end.day} {end:%b}")
    assert forecast.right > diamond
    assert (forecast.left + forecast.right) / 2 > diamond


def test_a_day_that_fits_on_neither_side_of_its_bar_stands_above_it() -> None:
    wide = replace(LATE, baseline=date(2026, 6, 1), previous=None, end=date(2027, 1, 31))
    assert ">31 Jan<" in bar_svg(wide)
    assert f'y="{bar.ABOVE:g}"' in bar_svg(wide)


def test_a_bar_says_the_day_it_is_forecast_for_and_a_day_far_off_by_its_year() -> None:
    assert ">23 Oct<" in bar_svg(replace(LATE, end=date(2026, 10, 23), previous=None))
    assert ">Mar ’62<" in bar_svg(replace(LATE, baseline=date(2027, 2, 1), end=date(2062, 3, 1), previous=None))


def test_a_milestone_that_is_done_has_a_square_and_one_that_is_not_a_dot() -> None:
    assert "<circle" in bar_svg(LATE)
    assert "<circle" not in bar_svg(replace(LATE, done=True))


def test_a_milestone_nobody_spoke_of_has_its_baseline_alone() -> None:
    silent = bar_svg(replace(LATE, previous=None, end=None))
    assert "<circle" not in silent
    assert silent.count('z" fill="#ffffff"') == 1


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
    counted = sum(int(n) for n in re.findall(r">(?:\+ )?(\d+) (?:more|risks?)<", drawn))
    assert named + counted == len(heat.marks)
    assert [m.ref for m in heat.marks if not m.named and f">{m.ref.removeprefix('R-')}<" in drawn] == []


def test_a_risk_that_rose_has_an_arrow_from_where_it_was() -> None:
    still = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4),)))
    moved = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4, (4, 4)),)))
    sideways = svg(replace(HEAT, marks=(HeatMark("R-CAP-004", 5, 4, (5, 2)),)))
    assert "circle" not in still
    assert moved.count("<circle") == 1
    assert sideways.count("<circle") == 1
    assert sideways != moved


LABELS = st.sampled_from(["Short", "Speech, language and communication therapy waiting lists", "Donaudampfschifffahrtsgesellschaft", "x"])


@st.composite
def charts(draw: st.DrawFn) -> ControlChart:
    low, high = draw(st.sampled_from([(0, 100), (0, 5), (-20, 20), (1000, 250000), (0.0, 0.9), (7, 7)]))
    numbers = st.floats(low, high, allow_nan=False).map(lambda v: round(v, 2))
    values = draw(st.lists(st.one_of(st.none(), numbers), max_size=36))
    known = [v for v in values if v is not None]
    places = st.integers(0, max(len(values) - 1, 0))
    half = (high - low) / draw(st.sampled_from([2, 4, 8]))
    mean = sum(known) / len(known) if known else 0
    return ControlChart(
        title=draw(LABELS), latest=draw(st.sampled_from(["May 63%, target 70%", "the year to August 2026 1,234,567.8 [p], target 1,234,567.8"])),
        points=tuple(ChartPoint(f"{('Jan', 'Feb', 'Mar', 'Apr', 'May', 'June')[i % 6]} {2024 + i // 6}", v, draw(st.booleans())) for i, v in enumerate(values)),
        levels=(ChartLevel(0, len(values) - 1, mean, mean - half, mean + half),) if known and draw(st.booleans()) else (),
        targets=(ChartTarget(0, len(values) - 1, draw(numbers)),) if values and draw(st.booleans()) else (),
        unit=draw(st.sampled_from(["%", "", "weeks", "£m"])), noted=(draw(places),) if values else (),
    )  # fmt: skip


@given(st.lists(charts(), max_size=9))
@settings(max_examples=MANY, deadline=None)
def test_control_charts_of_any_series_hold_their_words_apart(drawn: list[ControlChart]) -> None:
    check(ControlCharts(tuple(drawn)))


ONE = CHART.charts[0]


def test_for_a_telephone_charts_stand_two_abreast_with_the_same_words_and_a_heat_map_has_no_drawing_of_its_own() -> None:
    whole, narrow = svg(CHART), narrow_svg(CHART)
    wide = float(re.search(r'viewBox="0 0 ([\d.]+)', narrow)[1])  # type: ignore[index]
    assert wide < 0.5 * WIDTH
    assert sorted(w.text for w in words_of(narrow)) == sorted(w.text for w in words_of(whole))
    assert overlapping(words_of(narrow)) == []
    assert narrow_svg(HEAT) == ""


def drawn_alone(**changes: object) -> str:
    return svg(ControlCharts((replace(ONE, **changes),)))  # type: ignore[arg-type]


def test_a_month_without_a_figure_breaks_the_line() -> None:
    points = tuple(ChartPoint(f"M{i}", v) for i, v in enumerate((40, 45, None, 50, 55)))
    whole = tuple(ChartPoint(f"M{i}", v) for i, v in enumerate((40, 45, 47, 50, 55)))
    accent = shipped_assets().look.accent
    lines = [drawn_alone(points=p, levels=(), targets=()).count(f'fill="none" stroke="{accent}"') for p in (whole, points)]
    assert lines == [1, 2]


def test_each_stretch_has_its_own_range_a_run_chart_has_none_and_a_note_has_its_line() -> None:
    band = shipped_assets().look.band
    levels = (ChartLevel(0, 11, 52, 44, 60), ChartLevel(12, 23, 60, 56, 64))
    assert [drawn_alone(levels=some).count(f'fill="{band}"') for some in ((), levels[:1], levels)] == [0, 1, 2]
    assert [drawn_alone(noted=at).count('stroke-dasharray="1 2"') for at in ((), (3,))] == [0, 1]


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
    assert "#0b4a5e" not in svg(CHART, "", own) + svg(HEAT, "", own) + bar_svg(LATE, own)


def test_a_day_is_drawn_to_scale() -> None:
    drawn = bar_svg(replace(LATE, baseline=date(2026, 7, 1), previous=None, end=date(2026, 7, 1) + timedelta(days=100)))
    diamond = float(re.search(r'<path d="M([\d.]+) [\d.]+L[\d. L]+z" fill="#ffffff"', drawn)[1])  # type: ignore[index]
    dot = float(re.search(r'<circle cx="([\d.]+)"', drawn)[1])  # type: ignore[index]
    position = float(re.search(r'<path d="M([\d.]+) 0L[^>]+stroke="#0b4a5e"', drawn)[1])  # type: ignore[index]
    assert (dot - diamond) / (diamond - position) == pytest.approx(100, rel=0.05)


def test_the_statuses_of_some_months_are_one_drawing_whose_words_are_read_in_the_place_of_their_letters() -> None:
    content = (
        Status("on_track", "G", "", read="on track"),
        Text(" "),
        Text("–", quiet=True),
        Status("at_risk", "A", "", read="then at risk"),
    )
    drawn = small(content)
    assert drawn.words == "on track, no status, then at risk"
    assert f"<title>{drawn.words}</title>" in drawn.svg
    assert [parted for parted, _ in history.parted((*content, Status("at_risk", "A", "At risk")))] == [True, False]
