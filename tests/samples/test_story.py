"""The story of the illustrative months: what it promises to move from April to July, holds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from sample_months import APRIL, JULY, JUNE, MAY, MONTHS, Story

from assurance_pack.assess.decided import undecided
from assurance_pack.assess.outcomes import OutcomeKind
from assurance_pack.model import Lens, Month
from assurance_pack.model.problem import Severity
from assurance_pack.returns import board_log, partner, rdg, voice, workspace
from assurance_pack.returns.received import Returns
from assurance_pack.schema import Review, Row

# ---------- the size of it ----------


def test_june_is_a_full_month(june: Returns) -> None:
    risks = [r for r in june.of(workspace.Risk) if r.status and r.status.meaning == "open"]
    assert len(june.of(workspace.Milestone)) == 28
    assert len({m.priority.meaning for m in june.of(workspace.Milestone) if m.priority}) == 5
    assert len(risks) == 17
    assert len(june.of(workspace.QAFinding)) == 12
    assert len(june.of(partner.Concern)) == 3
    assert len(june.of(voice.Voice)) == 4
    assert len(june.of(rdg.ForTheBoard)) == 4
    assert len(june.of(rdg.YouSaidWeDid)) == 7


def test_eight_indicators_have_two_years_of_history(story: Story) -> None:
    for month in MONTHS:
        figures = story.months[month].of(workspace.IndicatorFigure)
        per = {code: [f for f in figures if f.indicator and f.indicator.meaning == code] for code in (f"IND-0{n}" for n in range(1, 9))}
        assert {len(found) for found in per.values()} == {24}
        newest = {max(f.period_end for f in found if f.period_end) for found in per.values()}
        assert newest == {_month_before(story.position(month))}


def _month_before(day: date) -> date:
    return date.fromordinal(date(day.year, day.month, 1).toordinal() - 1)


# ---------- what moves ----------


def _late(row: Row) -> int:
    assert isinstance(row, workspace.Milestone)
    assert row.forecast
    assert row.baseline
    return (row.forecast - row.baseline).days


def test_two_milestones_slip_every_month_to_june_and_hold_in_july(story: Story) -> None:
    assert [_late(r) for r in story.each("M-CAP-007")] == [7, 27, 125, 125]
    assert [_late(r) for r in story.each("M-CWF-005")] == [30, 92, 153, 153]


def test_one_milestone_recovers(story: Story) -> None:
    rows = story.each("M-CAP-009")
    assert [_late(r) for r in rows] == [42, 21, 0, -1]
    assert [str(r.status) for r in rows if isinstance(r, workspace.Milestone)] == ["Off track", "At risk", "On track", "Complete"]


def test_one_baseline_moved_by_a_decision_of_the_board(story: Story) -> None:
    rows = [r for r in story.each("M-CAP-010") if isinstance(r, workspace.Milestone)]
    assert [r.baseline for r in rows] == [date(2026, 3, 31), *[date(2026, 9, 30)] * 3]
    assert rows[1].reference == "D-006"
    assert "D-006" in story.months[MAY].by_id


def test_two_milestones_were_completed_in_june(june: Returns) -> None:
    done = [m.ref for m in june.of(workspace.Milestone) if m.actual and m.actual.month == 6]
    assert done == ["M-CWF-004", "M-CAP-005"]


def test_the_one_waiver_lets_a_real_problem_stand(june: Returns, story: Story) -> None:
    waiver = june.of(board_log.WaiverRow)[0]
    programme = june.by_id["M-CWF-004"]
    assert isinstance(programme, workspace.Milestone)
    assert (waiver.rule, waiver.place) == ("AP202", "M-CWF-004")
    assert str(programme.status) == "Complete"
    assert not programme.evidence
    assert waiver.until
    assert waiver.until > story.position(JUNE)


def test_a_status_is_what_its_days_late_make_it(story: Story) -> None:
    """The definitions of pack.toml: on track within 7 days, at risk to 30 days, off track beyond."""
    for month in MONTHS:
        for row in story.months[month].of(workspace.Milestone):
            meaning = row.status.meaning if row.status else ""
            late = _late(row)
            if meaning == "on_track":
                assert late <= 7, (month, row.ref)
            if late > 30:
                assert meaning in ("off_track", "paused"), (month, row.ref)
            if meaning == "off_track":
                assert late > 30, (month, row.ref)


def test_a_milestone_not_done_is_never_forecast_for_the_past(story: Story) -> None:
    for month in MONTHS:
        for row in story.months[month].of(workspace.Milestone):
            if not row.actual:
                assert row.forecast
                assert row.forecast > story.position(month), (month, row.ref)


def test_one_risk_grows_one_falls_one_closes_and_one_is_new(story: Story) -> None:
    scores = {i: [r.score for r in story.each(i) if isinstance(r, workspace.Risk)] for i in ("R-CAP-004", "R-QDD-001", "R-CWF-006")}
    assert scores == {"R-CAP-004": [12, 16, 20, 12], "R-QDD-001": [12, 12, 8, 8], "R-CWF-006": [12, 12]}
    closed = story.months[JUNE].by_id["R-QDD-004"]
    assert closed.review is Review.CLOSE


def test_a_score_that_moved_says_why(story: Story) -> None:
    for before, now in pairwise(MONTHS):
        for row in story.months[now].of(workspace.Risk):
            last = story.months[before].by_id.get(row.ref)
            if isinstance(last, workspace.Risk) and last.score != row.score:
                assert row.changed, (now, row.ref)


def test_a_score_lies_between_its_target_and_what_it_would_be_without_controls(story: Story) -> None:
    for month in MONTHS:
        for row in story.months[month].of(workspace.Risk):
            assert row.target
            assert row.score
            assert row.inherent
            assert row.target <= row.score <= row.inherent, (month, row.ref)


def test_two_risks_are_overdue_for_review_in_june_alone(story: Story) -> None:
    overdue = {
        month: [r.ref for r in story.months[month].of(workspace.Risk) if _review_overdue(r, story.position(month))] for month in MONTHS
    }
    assert overdue == {APRIL: [], MAY: [], JUNE: ["R-CWF-005", "R-CAP-005"], JULY: []}


def _review_overdue(risk: workspace.Risk, day: date) -> bool:
    return bool(risk.next_review) and risk.next_review < day and risk.review is not Review.CLOSE


def test_confidence_overall_is_green_twice_then_amber(story: Story) -> None:
    said = [c for m in MONTHS for c in story.months[m].of(rdg.Confidence) if c.about and c.about.meaning == "overall"]
    assert [str(c.confidence) for c in said] == ["Green", "Green", "Amber", "Amber"]


def test_where_confidence_fell_rdg_brought_it_to_the_board(story: Story) -> None:
    for month in (MAY, JUNE):
        why = {b.why.meaning for b in story.months[month].of(rdg.ForTheBoard) if b.why}
        assert "confidence_fell" in why, month


# ---------- what the Board is asked, and what it asks ----------


def test_june_asks_for_a_decision_under_each_of_four_powers(june: Returns) -> None:
    asked = [b.asked.meaning for b in june.of(rdg.ForTheBoard) if b.asked]
    assert asked == ["prioritise", "accept_system_risk", "ratify", "escalate_members"]


def test_the_group_to_be_ratified_has_not_begun(june: Returns) -> None:
    group = june.by_id["TF-002"]
    assert isinstance(group, rdg.TaskAndFinishGroup)
    assert str(group.status) == "Proposed"
    assert group.started is None


def test_a_system_risk_is_tolerated_only_by_a_decision_of_the_board(story: Story) -> None:
    for month in MONTHS:
        for row in story.months[month].of(workspace.Risk):
            if row.level and row.level.meaning == "system" and row.response and row.response.meaning == "tolerate":
                assert row.decision in story.months[month].by_id, row.ref


def test_a_milestone_reported_complete_is_contradicted_by_families(story: Story, june: Returns) -> None:
    promise = june.by_id["M-QDD-003"]
    forum = june.of(voice.Voice, "voice:PCF")[0]
    assert isinstance(promise, workspace.Milestone)
    assert str(promise.status) == "Complete"
    assert "Nobody rings back." in (forum.not_working or "")
    assert story.outcomes()["T12"] is OutcomeKind.CONTRADICTION


def test_sources_disagree_corroborate_and_are_silent_in_june(story: Story) -> None:
    kinds = story.outcomes()
    assert {t for t, k in kinds.items() if k is OutcomeKind.CONTRADICTION} == {"T05", "T12"}
    assert {t for t, k in kinds.items() if k is OutcomeKind.CORROBORATED_CONCERN} == {"T02", "T04", "T09", "T14"}
    assert {t for t, k in kinds.items() if k is OutcomeKind.CORROBORATED_ASSURANCE} == {"T11"}
    assert {t for t, k in kinds.items() if k is OutcomeKind.NO_SIGNAL} == {"T07"}


def test_twenty_three_late_plans_and_a_provider_that_closes_are_heard_beside_what_goes_well(story: Story) -> None:
    assert story.outcomes()["T01"] is OutcomeKind.MIXED
    assert next(o for o in story.heard() if o.theme == "T06").lenses[Lens.PROFESSIONAL] == "mixed"


def test_asks_are_answered_in_june_but_one(june: Returns, story: Story) -> None:
    asks = {v.box_id("ask") for m in (APRIL, MAY) for v in story.months[m].of(voice.Voice) if v.ask}
    concerns = {c.id for m in (APRIL, MAY) for c in story.months[m].of(partner.Concern)}
    answered = {a.id for m in (MAY, JUNE) for a in story.months[m].of(rdg.YouSaidWeDid)}
    assert (asks | concerns) - answered == {"V-YPG-2026-05-ask"}


def test_actions_are_overdue_and_one_challenge_is_past_its_date_without_an_answer(june: Returns, story: Story) -> None:
    day = story.position(JUNE)
    overdue = [a.ref for a in june.of(board_log.Action) if a.status and a.status.meaning == "open" and a.due and a.due < day]
    silent = [c.ref for c in june.of(board_log.Challenge) if not c.response and c.answer_by and c.answer_by <= day]
    answered = {a.id for a in june.rows if type(a).__name__ == "ChallengeToAnswer" and getattr(a, "response", None)}
    assert overdue == ["A-028", "A-029"]
    assert [c for c in silent if c not in answered] == ["C-013"]


def test_a_significant_challenge_has_an_agreed_action(story: Story) -> None:
    for returns in story.months.values():
        for challenge in returns.of(board_log.Challenge):
            if challenge.significant and challenge.significant.meaning == "yes":
                assert challenge.action in returns.by_id, challenge.ref


# ---------- what the rules say of it ----------


def test_april_has_one_error_the_missing_return_and_no_later_month_has_any(story: Story) -> None:
    errors = {month: [p.rule for p in story.problems(month) if p.severity is Severity.ERROR] for month in MONTHS}
    assert errors == {APRIL: ["AP128"], MAY: [], JUNE: [], JULY: []}


def test_rdg_answered_questions_the_rules_do_ask_and_left_one(story: Story, june: Returns) -> None:
    asked = {p.key for p in story.problems() if p.severity is Severity.PROMPT}
    answered = {p.key for p in june.of(rdg.PromptAnswer) if p.response}
    assert answered <= asked, "a prompt has another key now: give the answer in samples/2026-06/RDG.toml that key"
    assert len(answered) == 5
    assert asked - answered


def test_june_is_a_month_a_chair_would_recognise(story: Story) -> None:
    """Enough to ask about, and no noise: every warning and prompt is one the story means."""
    found = sorted((p.rule, p.items) for p in story.problems() if p.severity in (Severity.WARNING, Severity.PROMPT) and p.items)
    meant = {
        "A-028", "A-029", "C-013", "M-CAP-003", "M-CAP-006", "M-CWF-005", "M-CWF-006", "R-CAP-005", "R-CWF-005",
        "Q-QDD-004", "V-YPG-2026-05-ask", "B-006", "T02", "T05", "T06", "T12",
    }  # fmt: skip
    assert {items[0] for _, items in found} == meant


# ---------- July: what became of what June asked ----------


def test_july_decides_two_of_junes_four_matters_puts_one_off_and_leaves_one(story: Story) -> None:
    log = {d.item: d for d in story.months[JULY].of(board_log.Decision) if d.item and d.item.startswith("B-") and d.item != "B-003"}
    assert {item for item, d in log.items() if d.decided} == {"B-005", "B-006"}
    assert log["B-006"].conditional
    assert log["B-007"].deferred_to == Month("2026-08")
    assert [(u.matter.ref, u.deferred_to) for u in undecided(story.records[:3], story.months[JULY])] == [
        ("B-007", Month("2026-08")),
        ("B-008", None),
    ]


def test_what_junes_returns_answered_comes_back_answered_in_july(story: Story) -> None:
    challenges = {c.ref: c for c in story.months[JULY].of(board_log.Challenge)}
    assert challenges["C-014"].response == "By 17 July, the date the Board set in April. Two letters are written, one for each answer."
    assert [ref for ref, c in challenges.items() if not c.response] == ["C-017"], "the one put in July itself"


def test_every_ask_and_concern_of_june_is_answered_in_july(story: Story, june: Returns) -> None:
    asked = {v.box_id("ask") for v in june.of(voice.Voice) if v.ask} | {c.id for c in june.of(partner.Concern)}
    assert asked
    assert asked <= {a.id for a in story.months[JULY].of(rdg.YouSaidWeDid)}


def test_one_workspace_is_late_in_july(story: Story) -> None:
    late = [r.sender for r in story.months[JULY].receipts if r.days_late]
    assert late == ["workspace:CAP"]


def test_julys_only_warning_is_the_matter_nobody_decided(story: Story) -> None:
    warnings = [(p.rule, p.items) for p in story.problems(JULY) if p.severity is Severity.WARNING]
    assert warnings == [("AP316", ("B-008",))]
    asked = {p.key for p in story.problems(JULY) if p.severity is Severity.PROMPT}
    answered = {p.key for p in story.months[JULY].of(rdg.PromptAnswer) if p.response}
    assert answered <= asked, "a prompt has another key now: give the answer in samples/2026-07/RDG.toml that key"
