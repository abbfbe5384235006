"""What a rule has proved wrong counts nowhere; what only looks odd changes nothing; an item in two rows counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from months import Drawing, case_of, month, sheet

from assurance_pack.assess.trends import trends
from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.model.problem import Severity, Waiver
from assurance_pack.returns.rdg import MilestoneJudgement
from assurance_pack.returns.workspace import Cover, IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.question import taken_out
from assurance_pack.settings import Settings

FIGURES = """
    indicator | period_end | numerator | denominator | value
    IND-01    | 2026-04-30 | 86        | 141         |
    IND-01    | 2026-05-31 | {may}
"""


def settled(drawing: Drawing, *waivers: Waiver) -> Case:
    return taken_out(case_of(drawing), all_rules(), waivers)


def figures(may: str) -> Drawing:
    return month(sheet(IndicatorFigure, "QDD", FIGURES.format(may=may)))


def shown(case: Case, code: str = "IND-01") -> list[str]:
    return [p.symbol or f"{p.value:.0f}" for p in trends(case.returns, case.settings)[code].points]


def test_a_count_on_top_larger_than_the_one_beneath_is_no_percentage():
    assert shown(settled(figures("148 | 138 |"))) == ["61", "[q]"]


def test_a_percentage_over_a_hundred_is_no_percentage():
    assert shown(settled(figures(" | | 6300"))) == ["61", "[q]"]


def test_a_value_that_is_not_what_its_counts_come_to_puts_the_figure_in_question_whichever_is_wrong():
    assert shown(settled(figures("87 | 138 | 68"))) == ["61", "[q]"]


def test_a_figure_of_a_period_still_to_come_is_drawn_nowhere():
    drawing = month(sheet(IndicatorFigure, "QDD", FIGURES.format(may="87 | 138 |").replace("2026-05-31", "2027-05-31")))
    assert shown(settled(drawing)) == ["61"]


def test_a_right_figure_stays():
    assert shown(settled(figures("87 | 138 |"))) == ["61", "63"]


def test_the_rule_still_says_what_is_wrong_and_nothing_says_that_the_figure_is_missing():
    case = settled(figures("148 | 138 |"))
    assert [p.rule for p in judge(all_rules(), case).problems if p.sender == "workspace:QDD" and "AP25" in p.rule] == ["AP250"]


def test_a_month_entered_twice_alike_counts_once():
    twice = FIGURES.format(may="87 | 138 |") + "    IND-01    | 2026-05-31 | 87 | 138 |\n"
    assert shown(settled(month(sheet(IndicatorFigure, "QDD", twice)))) == ["61", "63"]


def test_a_month_entered_under_two_days_with_two_figures_is_in_question():
    twice = FIGURES.format(may="87 | 138 |") + "    IND-01    | 2026-05-01 | 99 | 138 |\n"
    case = settled(month(sheet(IndicatorFigure, "QDD", twice)))
    assert shown(case) == ["61", "[q]"]
    assert [p.rule for p in judge(all_rules(), case).problems if p.rule == "AP255"] == ["AP255"]


MILESTONES = """
    id        | this_month | title          | status   | baseline   | forecast   | actual
    M-CAP-001 | Changed    | Six bases open | {status} | 2026-06-30 | 2026-06-30 | {actual}
"""


def test_an_actual_date_still_to_come_is_no_date():
    case = settled(month(sheet(Milestone, "CAP", MILESTONES.format(status="Complete", actual="2026-07-14"))))
    (row,) = case.returns.of(Milestone)
    assert (row.actual, row.questioned) == (None, ("status", "actual"))


def test_an_omission_takes_nothing_away():
    case = settled(month(sheet(Milestone, "CAP", MILESTONES.format(status="Complete", actual="2026-06-14"))))
    (row,) = case.returns.of(Milestone)
    assert (str(row.status), row.questioned) == ("Complete", ())


def test_a_baseline_moved_without_a_reference_stands_as_last_reported():
    may = sheet(Milestone, "CAP", MILESTONES.format(status="On track", actual=""))
    june = sheet(
        Milestone, "CAP", MILESTONES.format(status="On track", actual="").replace("2026-06-30 | 2026-06-30", "2026-09-30 | 2026-09-30")
    )
    (row,) = settled(month(june, before=((may,),))).returns.of(Milestone)
    assert (row.baseline, row.questioned) == (date(2026, 6, 30), ("baseline",))
    assert row.carried["baseline"].file == "CAP-2026-05.xlsx"


def test_grades_that_exceed_their_sample_are_in_question_with_it():
    finding = """
        id        | finding         | sample | outstanding | good
        Q-QDD-001 | Plans are clear | 36     | 8           | 30
    """
    (row,) = settled(month(sheet(QAFinding, "QDD", finding))).returns.of(QAFinding)
    assert (row.sample, row.outstanding, row.good) == (None, None, None)


def test_a_doubt_changes_no_figure():
    above = """
        id        | title          | likelihood | consequence | inherent_likelihood | inherent_consequence
        R-CAP-001 | The roof leaks | 4          | 5           | 3                   | 4
    """
    case = settled(month(sheet(Risk, "CAP", above)))
    assert [r.score for r in case.returns.of(Risk)] == [20]
    assert "AP220" in {p.rule for p in judge(all_rules(), case).problems}


def test_a_board_that_makes_the_rule_a_warning_has_the_figure_printed():
    drawing = figures("148 | 138 |")
    lenient = month(*drawing.sheets, settings={"rules": {"AP250": Severity.WARNING}})
    assert shown(settled(lenient)) == ["61", "107"]


def test_what_a_named_person_lets_stand_is_not_in_question():
    place = "QDD-2026-06.xlsx › Indicators!C3"
    allowed = Waiver(rule="AP250", place=place, reason="Both are right", by="Head of data", until=date(2026, 12, 31))
    assert shown(settled(figures("148 | 138 |"), allowed)) == ["61", "107"]
    ended = allowed.model_copy(update={"until": date(2026, 6, 29)})
    assert shown(settled(figures("148 | 138 |"), ended)) == ["61", "[q]"]


RISKS = """
    id        | title          | likelihood | consequence | status
    R-CAP-001 | The roof leaks | 2          | 2           | Open
    {second}
"""


def test_rows_pasted_twice_count_once_and_are_not_in_question():
    case = settled(month(sheet(Risk, "CAP", RISKS.format(second="R-CAP-001 | The roof leaks | 2 | 2 | Open"))))
    assert [(r.ref, r.questioned) for r in case.returns.of(Risk)] == [("R-CAP-001", ())]
    assert len(case.returns.rows) == 2


def test_a_row_copied_to_another_return_is_not_in_question_for_the_day_its_workspace_met():
    row = "id | title | likelihood | consequence | status\nR-CAP-001 | The roof leaks | 2 | 2 | Open"
    covers = [sheet(Cover, code, f"met_on\n2026-06-{day}") for code, day in (("CAP", 19), ("CWF", 11))]
    case = settled(month(*covers, sheet(Risk, "CAP", row), sheet(Risk, "CWF", row)))
    assert [(r.sender, r.questioned) for r in case.returns.of(Risk)] == [("workspace:CAP", ())]


def test_of_two_rows_that_differ_the_worse_is_shown_and_both_are_in_question():
    case = settled(month(sheet(Risk, "CAP", RISKS.format(second="R-CAP-001 | The roof leaks | 5 | 4 | Open"))))
    (row,) = case.returns.of(Risk)
    assert row.score == 20
    assert row.questioned == ("likelihood", "consequence")
    assert [p.rule for p in judge(all_rules(), case).problems if p.rule == "AP260"] == ["AP260"]


def test_of_two_milestones_under_one_id_the_worse_status_is_shown(settings: Settings):
    better = MILESTONES.format(status="Complete", actual="2026-06-14")
    both = better + "    M-CAP-001 | Changed | Twelve bases open | Off track | 2026-06-30 | 2026-12-30 |\n"
    (row,) = settled(month(sheet(Milestone, "CAP", both))).returns.of(Milestone)
    assert (str(row.status), "status" in row.questioned) == ("Off track", True)


def test_pounds_where_millions_are_counted_are_drawn_nowhere():
    lines = "\n".join(f"IND-07 | 2026-0{n}-28 | {v}" for n, v in enumerate(("3.8", "3.9", "4.2", "4800000"), start=1))
    case = settled(month(sheet(IndicatorFigure, "CAP", f"indicator | period_end | value\n{lines}")))
    assert shown(case, "IND-07") == ["4", "4", "4", "[q]"]


def test_a_month_left_out_is_a_gap_of_its_width():
    months = ("2026-01-31", "2026-02-28", "2026-03-31", "2026-05-31")
    lines = "\n".join(f"IND-06 | {m} | {v}" for m, v in zip(months, (50, 51, 52, 53), strict=True))
    case = settled(month(sheet(IndicatorFigure, "CAP", f"indicator | period_end | value\n{lines}")))
    points = trends(case.returns, case.settings)["IND-06"].points
    assert [(p.period.month, p.symbol) for p in points] == [(1, ""), (2, ""), (3, ""), (4, "[x]"), (5, "")]


def test_a_series_of_every_third_month_has_no_gap():
    lines = "\n".join(f"IND-06 | 2025-{m:02d}-28 | 50" for m in (3, 6, 9, 12))
    case = settled(month(sheet(IndicatorFigure, "CAP", f"indicator | period_end | value\n{lines}")))
    assert len(trends(case.returns, case.settings)["IND-06"].points) == 4


def test_rows_that_differ_only_in_what_was_done_this_month_are_not_in_question():
    twice = (
        MILESTONES.format(status="On track", actual="") + "    M-CAP-001 | Close | Six bases open | On track | 2026-06-30 | 2026-06-30 |\n"
    )
    (row,) = settled(month(sheet(Milestone, "CAP", twice))).returns.of(Milestone)
    assert row.questioned == ()


def test_an_id_in_small_letters_is_the_same_item():
    case = settled(month(sheet(Risk, "CAP", RISKS.format(second="r-cap-001 | The roof leaks | 5 | 4 | Open"))))
    assert [r.score for r in case.returns.of(Risk)] == [20]


def test_rows_without_an_id_are_not_one_item():
    unnamed = """
        id | title          | likelihood | consequence | status
           | The roof leaks | 2          | 2           | Open
           | The lift fails | 3          | 2           | Open
    """
    assert len(settled(month(sheet(Risk, "CAP", unnamed))).returns.of(Risk)) == 2


def test_of_two_milestones_alike_but_for_the_day_the_later_is_shown():
    both = (
        MILESTONES.format(status="On track", actual="")
        + "    M-CAP-001 | Changed | Six bases open | On track | 2026-06-30 | 2026-12-30 |\n"
    )
    (row,) = settled(month(sheet(Milestone, "CAP", both))).returns.of(Milestone)
    assert (row.forecast, row.questioned) == (date(2026, 12, 30), ("forecast",))


def test_of_two_judgements_of_one_milestone_the_worse_is_shown():
    both = """
        id        | status
        M-CAP-001 | At risk
        M-CAP-001 | Off track
    """
    (row,) = settled(month(sheet(MilestoneJudgement, "RDG", both))).returns.of(MilestoneJudgement)
    assert (str(row.status), row.questioned) == ("Off track", ("status",))


def test_what_was_let_stand_until_the_position_date_still_stands():
    place = "QDD-2026-06.xlsx › Indicators!C3"
    last_day = Waiver(rule="AP250", place=place, reason="Both are right", by="Head of data", until=date(2026, 6, 30))
    assert shown(settled(figures("148 | 138 |"), last_day)) == ["61", "107"]


def test_where_nothing_is_wrong_the_month_is_the_month_as_sent():
    case = case_of(figures("87 | 138 |"))
    assert replace(taken_out(case, all_rules(), ()), proved={}) == case


def unread(sheet_title: str, ref: str) -> tuple[Fault, ...]:
    return (Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="CAP-2026-06.xlsx", sheet=sheet_title, ref=ref)),)


def test_what_was_typed_and_cannot_be_read_is_in_question_and_what_could_be_read_stands():
    may = "id | title | status | forecast | lead\nM-CAP-001 | Six bases open | On track | 2026-09-30 | Head of Capital"
    june = "id | title | status | forecast | lead\nM-CAP-001 | Six bases open | | 2026-10-30 | Head of Places"
    faults = (*unread("Milestones", "C2"), *unread("Milestones", "E2"))
    (row,) = settled(month(sheet(Milestone, "CAP", june), before=((sheet(Milestone, "CAP", may),),), faults=faults)).returns.of(Milestone)
    assert (row.status, row.lead, row.questioned) == (None, "Head of Places", ("status",))


def test_where_all_could_be_read_nothing_is_in_question():
    drawing = month(sheet(Milestone, "CAP", "id | status\nM-CAP-001 |\nM-CAP-002 | On track"), faults=unread("Milestones", "B2"))
    assert [row.questioned for row in settled(drawing).returns.of(Milestone)] == [("status",), ()]


BASELINE = "id | title | baseline | reference\nM-CAP-001 | Six bases open | {baseline} | LSRP 2.1"


def test_of_a_baseline_moved_under_the_reference_it_had_the_reference_is_not_in_question():
    may, june = (sheet(Milestone, "CAP", BASELINE.format(baseline=day)) for day in ("2026-06-30", "2026-09-30"))
    (row,) = settled(month(june, before=((may,),))).returns.of(Milestone)
    assert (row.baseline, row.reference, row.questioned) == (date(2026, 6, 30), "LSRP 2.1", ("baseline",))
    assert set(row.carried) == {"baseline"}


def test_a_baseline_stands_as_last_reported_also_where_rdg_judged_its_milestone():
    may, june = (sheet(Milestone, "CAP", BASELINE.format(baseline=day)) for day in ("2026-06-30", "2026-09-30"))
    judged = sheet(MilestoneJudgement, "RDG", "id | status\nM-CAP-001 | At risk")
    (row,) = settled(month(june, before=((judged, may),))).returns.of(Milestone)
    assert (row.baseline, row.questioned) == (date(2026, 6, 30), ("baseline",))


def test_what_is_said_each_month_and_proved_wrong_is_not_taken_from_last_month():
    may = sheet(Milestone, "CAP", MILESTONES.format(status="Complete", actual="2026-05-14"))
    june = sheet(Milestone, "CAP", MILESTONES.format(status="Complete", actual="2026-07-14"))
    (row,) = settled(month(june, before=((may,),))).returns.of(Milestone)
    assert (row.actual, row.questioned) == (None, ("status", "actual"))
    assert "actual" not in row.carried


def test_of_grades_that_exceed_their_sample_those_left_blank_are_not_in_question():
    drawing = month(sheet(QAFinding, "QDD", "id | sample | outstanding | good\nQ-QDD-001 | 36 | 8 | 30"))
    (row,) = settled(drawing).returns.of(QAFinding)
    assert row.questioned == ("sample", "outstanding", "good")


def test_of_two_figures_of_a_month_what_both_give_stands():
    rows = (
        "indicator | period_end | numerator | denominator | value\nIND-01 | 2026-05-31 | 87 | 138 | 63\nIND-01 | 2026-05-31 | 87 | 145 | 60"
    )
    row = next(r for r in settled(month(sheet(IndicatorFigure, "QDD", rows))).returns.of(IndicatorFigure))
    assert (row.numerator, row.denominator, row.value) == (87, None, None)


def test_rows_of_no_indicator_or_of_no_month_are_not_one_figure():
    rows = "indicator | period_end | numerator\n | 2026-05-31 | 87\n | 2026-05-31 | 88\nIND-01 | | 87\nIND-01 | | 88"
    case = case_of(month(sheet(IndicatorFigure, "QDD", rows)))
    assert replace(taken_out(case, all_rules(), ()), proved={}) == case


def test_of_two_risks_under_one_id_the_one_that_has_a_score_is_shown():
    rows = "id | title | likelihood | consequence\nR-CAP-001 | The roof leaks | |\nR-CAP-001 | The roof leaks | 1 | 1"
    (row,) = settled(month(sheet(Risk, "CAP", rows))).returns.of(Risk)
    assert (row.score, row.at.ref) == (1, "A3")
