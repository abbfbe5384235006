"""Section 5: findings with their assurance and what is done about them, indicators with words for what they do, small numbers kept."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from position_rows import SETTINGS, case, cells, fates, lead, paragraph, position, record, returns, row, table, word, words

from assurance_pack.assess.trends import trends
from assurance_pack.document.blocks import Figure
from assurance_pack.document.blocks.drawings import ChartTarget, ControlCharts
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.sections import quality
from assurance_pack.returns.rdg import ForTheBoard
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding, Risk
from assurance_pack.settings.budgets import Budgets, QualityBudget
from assurance_pack.settings.indicators import ChartNote, DatedTarget

ROOM = SETTINGS.model_copy(update={"budgets": Budgets(quality=QualityBudget(rows=6, words=400))})
"""Room for six rows, whatever the shipped pack.toml allows."""

CALM = (52, 55, 51, 57, 53, 49, 54, 50, 56, 52, 54, 51)
RISEN = (*CALM, 62, 63, 61, 64, 62, 65, 63, 64)


def finding(id: str | None, reading: str = "concern", status: str = "open", **values):
    given = {
        "report": "Spring audit", "report_date": date(2026, 6, 12), "finding": f"What {id} found", "assurance": word("assurance", "limited"),
        "activity": word("activity", "joint_audit"), "theme": word("theme", "T02"), "sample": 36, "line": word("line", "2"), "due": date(2026, 7, 31),
    }  # fmt: skip
    return row(
        QAFinding, "workspace:QDD", id=id, reading=word("reading", reading), status=word("finding_status", status), **{**given, **values}
    )


def month_end(n: int) -> date:
    """The last day of the nth month from May 2024."""
    year, month = 2024 + (n + 4) // 12, (n + 4) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def series(code: str, values, denominator: float | None = 100, **last):
    rows = []
    for n, value in enumerate(values):
        more = last if n == len(values) - 1 else {}
        given = {"numerator": value, "denominator": denominator} if denominator else {"value": value}
        rows.append(row(IndicatorFigure, "workspace:QDD", indicator=word("indicator", code), period_end=month_end(n), **{**given, **more}))
    return rows


def written(*rows, last=None, settings=SETTINGS, **values):
    of = case(*rows, last=last, settings=settings, trends=trends(returns("2026-06", rows), settings), **values)
    return quality.write(position(of), of.settings)


# ---------- findings ----------


def test_a_finding_stands_with_its_reading_theme_activity_assurance_and_what_is_done():
    assert cells(table(written(finding("Q-QDD-011", owner="Head of SEND")), "Findings received")) == [
        [
            "Q-QDD-011 Head of SEND",
            "Concern. What Q-QDD-011 found. Plans: quality and reviews",
            "Multi-agency audit, sample of 36",
            "Limited, 2nd line",
            "No. Due 31 July",
        ]
    ]


def test_an_action_in_hand_is_not_called_none():
    said = [finding("Q-QDD-011", status="in_hand"), finding("Q-QDD-012", status="in_hand", due=date(2026, 6, 2))]
    assert [r[4] for r in cells(table(written(*said), "Findings"))] == ["In hand. Overdue 28 days", "In hand. Due 31 July"]


def test_an_overdue_action_says_by_how_many_days_and_a_closed_one_says_yes():
    section = written(finding("Q-QDD-001", due=date(2026, 6, 2)), finding("Q-QDD-002", "strength", "closed"))
    assert [r[4] for r in cells(table(section, "Findings"))] == ["No. Overdue 28 days", "Yes"]


def test_concerns_come_before_strengths_and_what_gives_least_assurance_first():
    section = written(
        finding("Q-QDD-001", "strength"),
        finding("Q-QDD-002", assurance=word("assurance", "reasonable")),
        finding("Q-QDD-003", assurance=word("assurance", "none")),
    )
    assert [r[0] for r in cells(table(section, "Findings"))] == [f"Q-QDD-{n} Owner not stated" for n in ("003", "002", "001")]


def test_a_small_sample_is_called_indicative():
    assert cells(table(written(finding("Q-CWF-004", sample=8)), "Findings"))[0][2] == "Multi-agency audit, sample of 8. Small: indicative."


def test_a_sample_of_four_or_fewer_is_suppressed():
    section = written(finding("Q-CWF-004", sample=3))
    assert cells(table(section, "Findings"))[0][2] == "Multi-agency audit, sample of [c]. Small: indicative."


def test_a_small_grade_is_suppressed_and_cannot_be_worked_out_from_the_others():
    section = written(finding("Q-QDD-011", outstanding=3, good=25, requires_improvement=8, inadequate=0))
    assert "Grades: Q-QDD-011, [c] outstanding, 25 good, [c] requires improvement, 0 inadequate." in words(section)


def test_an_earlier_finding_is_counted_among_those_to_be_done_and_not_printed_again():
    may = record("2026-05", [finding("Q-QDD-001", report_date=date(2026, 1, 20))])
    section = written(finding("Q-QDD-001", report_date=date(2026, 1, 20)), finding("Q-QDD-002"), last=may)
    assert [r[0] for r in cells(table(section, "Findings"))] == ["Q-QDD-002 Owner not stated"]
    assert paragraph(section, "Still to be done").startswith(
        "Still to be done and checked: 2 of 2 findings. The oldest, Q-QDD-001 Spring audit, has been open since January."
    )
    assert lead(section) == "One finding was received since May, a concern; both findings still need action, one more than in May."
    assert fates(section) == {"Q-QDD-001": "summarised", "Q-QDD-002": "printed"}


def test_what_is_overdue_is_named_before_what_is_merely_old():
    may = record("2026-05", [finding("Q-QDD-001", report_date=date(2026, 1, 20)), finding("Q-QDD-004")])
    section = written(
        finding("Q-QDD-001", report_date=date(2026, 1, 20), due=date(2026, 7, 31)),
        finding("Q-QDD-004", due=date(2026, 6, 2)),
        last=may,
    )
    assert paragraph(section, "Still to be done").startswith(
        "Still to be done and checked: 2 of 2 findings, one overdue. Overdue: Q-QDD-004 Spring audit (due 2 June). "
        "The oldest, Q-QDD-001 Spring audit, has been open since January."
    )


def test_of_many_overdue_findings_the_longest_are_named_and_the_rest_counted():
    section = written(*(finding(f"Q-QDD-{n:03}", due=date(2026, 6, 20 - n)) for n in range(1, 6)))
    said = paragraph(section, "Still to be done")
    assert "five overdue. Overdue: Q-QDD-005 Spring audit (due 15 June); Q-QDD-004 Spring audit (due 16 June); and three more. " in said


def test_findings_that_do_not_fit_are_counted():
    section = written(*(finding(f"Q-QDD-{n:03}") for n in range(1, 10)), settings=ROOM)
    assert table(section, "Findings").caption == "Findings received in June (6 of 9 shown; the rest are in the data book)"
    assert sorted(fates(section).values()).count("summarised") == 3


def test_an_empty_month_says_so():
    section = written()
    assert paragraph(section, "Findings.") == "Findings. None was received in June."
    assert [r[2] for r in cells(table(section, "Is it changing"))] == ["[x] not available"] * len(SETTINGS.indicators)
    assert not [b for b in section.blocks if isinstance(b, Figure)]


# ---------- indicators ----------


def indicator(section, name):
    return next(r for r in cells(table(section, "Is it changing")) if r[0] == name)


def test_an_indicator_that_really_rises_is_improving_where_up_is_good():
    section = written(*series("IND-01", RISEN))
    assert indicator(section, "Plans in 20 weeks") == [
        "Plans in 20 weeks",
        "Up",
        "64%, 64 of 100, December 2025",
        "70%",
        "↑ Improving",
        "No",
    ]


def test_the_same_rise_is_worsening_where_down_is_good_and_the_arrow_still_points_up():
    assert indicator(written(*series("IND-04", RISEN)), "Speech therapy over 18 weeks")[4] == "↑ Worsening"


def test_the_usual_variation_is_neither():
    assert indicator(written(*series("IND-01", CALM)), "Plans in 20 weeks")[4] == "→ No change"


def test_an_indicator_without_a_target_says_so():
    assert indicator(written(*series("IND-06", CALM, None)), "Children without a September place")[3:] == [
        "None",
        "→ No change",
        "No target",
    ]


def test_a_small_count_is_suppressed_and_the_symbol_explained_above_the_table():
    section = written(*series("IND-06", (*CALM, 3), None))
    assert indicator(section, "Children without a September place")[2] == "51, April 2025; [c] May 2025"
    key = next(i for i, b in enumerate(section.blocks) if getattr(b, "anchor", "") == "indicator-key")
    assert "[c] suppressed: 1 to 4 people" in plain(section.blocks[key].content)
    assert section.blocks[key + 1].anchor == "indicators"


def test_a_published_figure_stands_beside_with_its_own_period_and_is_not_compared():
    note = words(written(*series("IND-01", RISEN)))
    assert "England 46.4% in calendar year 2024 (DfE, Education, health and care plans, June 2025)" in note
    assert "not compared (periods and methods differ)" in note


def drawn(section):
    figure = next(b for b in section.blocks if isinstance(b, Figure))
    assert isinstance(figure.drawing, ControlCharts)
    return figure, figure.drawing.charts


def test_every_key_indicator_is_drawn_those_the_decisions_rest_on_first_then_those_that_move():
    rows = (*series("IND-01", CALM), *series("IND-03", CALM), *series("IND-04", RISEN))
    _, charts = drawn(written(*rows))
    assert [c.title for c in charts] == ["Speech therapy over 18 weeks", "Plans in 20 weeks", "Psychologist posts vacant"]
    asked = row(ForTheBoard, "rdg:RDG", id="B-001", linked=("R-CWF-001",))
    vacant = row(Risk, "workspace:CWF", id="R-CWF-001", theme=word("theme", "T08"))
    assert next(c.title for c in drawn(written(*rows, asked, vacant))[1]) == "Psychologist posts vacant"


def test_a_chart_has_its_newest_figure_its_target_and_the_range_it_rests_on():
    figure, (chart,) = drawn(written(*series("IND-01", RISEN)))
    assert (chart.latest, chart.targets) == ("December 2025 64%, target 70%", (ChartTarget(0, 19, 70),))
    assert [(level.first, level.last) for level in chart.levels] == [(0, 19)]
    assert plain(figure.sentence) == "Improving: Plans in 20 weeks."


@pytest.mark.parametrize("code", ["IND-01", "IND-04", "IND-07"], ids=["with limits", "a third outside", "a forecast"])
def test_the_decision_by_which_a_target_changed_stands_beside_its_chart(code: str):
    dated = (DatedTarget(from_period=date(2024, 8, 1), value=75, decision="D-012"), DatedTarget(from_period=date(2025, 1, 1), value=80))
    indicators = tuple(i.model_copy(update={"target": 70.0, "targets": dated}) if i.code == code else i for i in SETTINGS.indicators)
    settings = SETTINGS.model_copy(update={"indicators": indicators})
    section = written(*series(code, (*RISEN[:12], 80, 90), None if code == "IND-07" else 100), settings=settings)
    _, (chart,) = drawn(section)
    assert len(chart.targets) == 3
    said = "70{0} at first, 75{0} from August 2024 (D-012) and 80{0} from January 2025."
    shown = "£70.0m at first, £75.0m from August 2024 (D-012) and £80.0m from January 2025." if code == "IND-07" else said.format("%")
    assert f"target: {shown}" in words(section).replace("Target:", "target:")


def test_more_indicators_than_there_is_room_for_are_left_to_the_table():
    rows = [r for i in SETTINGS.indicators for r in series(i.code, CALM)]
    room = SETTINGS.model_copy(update={"budgets": Budgets(quality=QualityBudget(charts=3))})
    assert len(drawn(written(*rows, settings=room))[1]) == 3


def test_a_run_chart_is_said_in_plain_words_and_no_word_of_chance():
    section = written(*series("IND-07", (*RISEN[:12], 80, 90), None))
    figure, (chart,) = drawn(section)
    assert chart.levels == ()
    assert plain(figure.sentence) == "Highest so far: High needs forecast."
    assert "No band where a forecast is carried on (High needs forecast)." in words(section)
    assert indicator(section, "High needs forecast")[4] == "↑ Highest of 14"


def test_a_dated_note_stands_on_its_chart_and_beneath_it():
    noted = tuple(
        i.model_copy(update={"notes": (ChartNote(on=date(2024, 9, 12), text="Call-back line opened"),)}) if i.code == "IND-01" else i
        for i in SETTINGS.indicators
    )
    section = written(*series("IND-01", CALM), settings=SETTINGS.model_copy(update={"indicators": noted}))
    assert drawn(section)[1][0].noted == (4,)
    assert "Plans in 20 weeks, September 2024 (dotted): Call-back line opened." in words(section)


def test_the_month_is_named_where_a_newer_one_has_no_figure():
    section = written(*series("IND-01", RISEN), *series("IND-01", (None,) * 20 + (None,), None)[20:])
    assert indicator(section, "Plans in 20 weeks")[4] == "↑ Improving (December 2025)"


def test_the_newest_figure_is_printed_and_the_earlier_ones_are_summarised():
    whats = [f.what for f in written(*series("IND-01", CALM)).fates]
    assert whats.count("printed") == 1
    assert whats.count("summarised") == len(CALM) - 1


def test_an_indicator_newly_moving_is_in_the_sentence():
    may = record("2026-05", series("IND-01", CALM))
    assert lead(written(*series("IND-01", RISEN), last=may)).endswith("newly improving: plans in 20 weeks.")
