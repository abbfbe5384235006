"""The illustrative months: what their text says is what lies in `inputs/`, it reads cleanly, and the story it promises holds."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from assurance_pack.assess.outcomes import OutcomeKind, outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.assess.suggest import suggest
from assurance_pack.assess.trends import Trend, trends
from assurance_pack.intake.read import read_month
from assurance_pack.model import FaultKind, Month
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns import board_log, partner, rdg, voice, workspace
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.schema import Review, Row, columns
from assurance_pack.settings import Home, Settings
from samples.story import read_story

ROOT = Path(__file__).parent.parent.parent
INPUTS = ROOT / "inputs"
APRIL, MAY, JUNE = Month("2026-04"), Month("2026-05"), Month("2026-06")
MONTHS = (APRIL, MAY, JUNE)


class Story:
    """The three months as read, each with what came before it carried forward."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.months: dict[Month, Returns] = {}
        self.records: list[Record] = []
        for month in MONTHS:
            read = read_month(Home(ROOT), month, settings)
            returns = carry_forward(read.returns, self.records[-1] if self.records else None)
            self.months[month] = returns
            position = self.position(month)
            rows = frozen_rows(returns.rows)
            self.records.append(Record(month=month, position=position, settings=settings, rows=rows, receipts=returns.receipts))

    def position(self, month: Month) -> date:
        meeting = self.settings.meeting(month)
        assert meeting
        return meeting.position

    def each(self, item: str) -> list[Row]:
        """One item, month by month."""
        return [r.by_id[item] for r in self.months.values() if item in r.by_id]

    def trends(self, month: Month = JUNE) -> dict[str, Trend]:
        return dict(trends(self.months[month], self.settings))

    def outcomes(self, month: Month = JUNE) -> dict[str, OutcomeKind]:
        returns = self.months[month]
        earlier = tuple(r for r in self.records if r.month < month)
        said = signals(returns, self.settings, self.position(month), self.trends(month), earlier)
        return {o.theme: o.kind for o in outcomes(said, self.settings, returns)}


@pytest.fixture(scope="module")
def story(settings: Settings) -> Story:
    return Story(settings)


@pytest.fixture(scope="module")
def june(story: Story) -> Returns:
    return story.months[JUNE]


# ---------- the files ----------


def test_the_returns_in_inputs_are_exactly_what_the_text_says(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "samples", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    written = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {p.relative_to(INPUTS): p.read_bytes() for m in MONTHS for p in (INPUTS / m).iterdir()}
    assert sorted(written) == sorted(kept)
    differ = [str(name) for name in written if written[name] != kept[name]]
    assert not differ, "run “make samples”: these are not what the text says"


def test_a_return_somebody_else_put_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / JUNE / "Capital and Sufficiency June 2026 v2.xlsx"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "samples", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    assert theirs.read_bytes() == b"theirs"


def test_every_visible_sheet_says_that_it_is_illustrative() -> None:
    for path in sorted(INPUTS.rglob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            if sheet.sheet_state == "visible":
                top = " ".join(str(c.value) for row in sheet.iter_rows(max_row=3) for c in row if c.value)
                assert "Illustrative" in top, f"{path.name} › {sheet.title}"


def test_the_list_of_what_came_when_names_every_file_and_nothing_else() -> None:
    for month in MONTHS:
        listed = csv.DictReader(io.StringIO((INPUTS / month / "received.csv").read_text(encoding="utf-8")))
        assert {line["file"] for line in listed} == {p.name for p in (INPUTS / month).iterdir()} - {"received.csv"}


# ---------- reading ----------


def test_april_lacks_one_return_and_may_and_june_lack_none(story: Story) -> None:
    missing = {month: [r.sender for r in returns.missing] for month, returns in story.months.items()}
    assert missing == {APRIL: ["voice:SAH"], MAY: [], JUNE: []}


def test_nothing_in_the_returns_is_misread(story: Story) -> None:
    """The only blanks the reader meets in a required cell are rows nobody reviewed."""
    met = {(f.kind, f.row) for returns in story.months.values() for f in returns.faults if f.kind is not FaultKind.MISSING_RETURN}
    assert met <= {(FaultKind.BLANK_REQUIRED, item) for item in ("M-CWF-006", "R-CAP-005", "R-CWF-005")}


def test_three_rows_of_june_came_back_untouched(june: Returns) -> None:
    untouched = [r.ref for r in (*june.of(workspace.Milestone), *june.of(workspace.Risk)) if r.review is Review.NOT_REVIEWED]
    assert untouched == ["M-CWF-006", "R-CWF-005", "R-CAP-005"]


def test_nothing_this_month_is_how_the_special_and_ap_heads_answer_in_june(june: Returns) -> None:
    receipt = june.receipt("voice:SAH")
    assert receipt
    assert receipt.state is ReceiptState.NIL


def test_the_other_name_of_a_workspace_is_read_in_may(story: Story) -> None:
    files = [r.file for r in story.months[MAY].receipts if r.sender == "workspace:CWF"]
    assert files == ["Workforce & Commissioning May 2026.xlsx"]


def test_ordinary_untidiness_is_read_as_it_was_meant(story: Story) -> None:
    april = story.months[APRIL].by_id
    local_offer, travel, plans, forecast = (april[i] for i in ("M-QDD-004", "M-CAP-004", "M-QDD-002", "M-CAP-003"))
    assert isinstance(local_offer, workspace.Milestone)
    assert isinstance(travel, workspace.Milestone)
    assert isinstance(plans, workspace.Milestone)
    assert isinstance(forecast, workspace.Milestone)
    assert str(local_offer.status) == "On track"  # typed “on track ”
    assert travel.forecast == plans.forecast == date(2026, 9, 30)  # typed “30/09/2026” and “30 September 2026”
    assert not forecast.depends_on  # typed “-”
    after_a_gap = april["R-QDD-005"]
    assert after_a_gap.at.ref == "A10"  # an empty line stands above it


def test_every_id_of_an_item_stays_the_same_item(story: Story) -> None:
    for item in {r.ref for returns in story.months.values() for r in returns.of(workspace.Milestone)}:
        assert len({getattr(r, "title", None) for r in story.each(item)}) == 1, item


def test_an_item_stays_until_it_is_closed(story: Story) -> None:
    for before, now in pairwise(MONTHS):
        for kind in (workspace.Milestone, workspace.Risk, workspace.QAFinding, board_log.Action, board_log.Challenge):
            open_then = {r.ref for r in story.months[before].of(kind) if not _leaves(r)}
            assert open_then <= {r.ref for r in story.months[now].of(kind)}, (now, kind.__name__)


def _leaves(row: Row) -> bool:
    if isinstance(row, board_log.Action):
        return bool(row.status) and row.status.meaning != "open"
    if isinstance(row, board_log.Challenge):
        return bool(row.status) and row.status.meaning == "closed"
    return row.review is Review.CLOSE


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


def test_two_milestones_slip_every_month(story: Story) -> None:
    assert [_late(r) for r in story.each("M-CAP-007")] == [7, 27, 125]
    assert [_late(r) for r in story.each("M-CWF-005")] == [30, 92, 153]


def test_one_milestone_recovers(story: Story) -> None:
    rows = story.each("M-CAP-009")
    assert [_late(r) for r in rows] == [42, 21, 0]
    assert [str(r.status) for r in rows if isinstance(r, workspace.Milestone)] == ["Off track", "At risk", "On track"]


def test_one_baseline_moved_by_a_decision_of_the_board(story: Story) -> None:
    rows = [r for r in story.each("M-CAP-010") if isinstance(r, workspace.Milestone)]
    assert [r.baseline for r in rows] == [date(2026, 3, 31), date(2026, 9, 30), date(2026, 9, 30)]
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
    assert scores == {"R-CAP-004": [12, 16, 20], "R-QDD-001": [12, 12, 8], "R-CWF-006": [12]}
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


def test_two_risks_are_overdue_for_review_in_june_and_none_before(story: Story) -> None:
    overdue = {
        month: [r.ref for r in story.months[month].of(workspace.Risk) if _review_overdue(r, story.position(month))] for month in MONTHS
    }
    assert overdue == {APRIL: [], MAY: [], JUNE: ["R-CWF-005", "R-CAP-005"]}


def _review_overdue(risk: workspace.Risk, day: date) -> bool:
    return bool(risk.next_review) and risk.next_review < day and risk.review is not Review.CLOSE


def test_confidence_overall_is_green_green_amber(story: Story) -> None:
    said = [c for m in MONTHS for c in story.months[m].of(rdg.Confidence) if c.about and c.about.meaning == "overall"]
    assert [str(c.confidence) for c in said] == ["Green", "Green", "Amber"]


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
    assert {t for t, k in kinds.items() if k is OutcomeKind.CORROBORATED_CONCERN} == {"T02", "T04", "T09"}
    assert {t for t, k in kinds.items() if k is OutcomeKind.CORROBORATED_ASSURANCE} == {"T01", "T11"}
    assert {t for t, k in kinds.items() if k is OutcomeKind.NO_SIGNAL} == {"T07"}


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


# ---------- the figures agree with the words ----------


def test_new_plans_improve_nine_months_above_the_average(story: Story) -> None:
    plans = story.trends()["IND-01"]
    values = [p.value for p in plans.points if p.value is not None]
    assert plans.variation == "improving"
    assert plans.assurance == "not_reliably"
    assert plans.mean is not None
    above = [v > plans.mean for v in values]
    assert above[-9:] == [True] * 9
    assert not above[-10]


def test_each_indicator_does_what_the_story_says(story: Story) -> None:
    seen = {code: trend.variation for code, trend in story.trends().items()}
    assert seen == {
        "IND-01": "improving", "IND-02": "worsening", "IND-03": "common_cause", "IND-04": "worsening",
        "IND-05": "common_cause", "IND-06": "worsening", "IND-07": "worsening", "IND-08": "improving",
    }  # fmt: skip
    symbols = [p.symbol for p in story.trends()["IND-05"].points]
    assert "[x]" in symbols
    assert "[c]" in symbols
    assert story.trends()["IND-03"].assurance == "missed_consistently"


def test_figures_named_in_words_are_the_figures_returned(story: Story, june: Returns) -> None:
    latest = {code: trend.latest for code, trend in story.trends().items()}
    rounded = {code: point.value and round(point.value, 1) for code, point in latest.items() if point}
    assert round(rounded["IND-01"] or 0) == 63
    assert round(rounded["IND-02"] or 0) == 71
    assert round(rounded["IND-04"] or 0) == 34
    assert rounded["IND-06"] == 61
    assert rounded["IND-07"] == 4.8
    assert round(rounded["IND-08"] or 0) == 94
    words = " ".join(_texts(june))
    for said in ("71% in time in May", "94% of calls", "£4.8m over, from £4.2m", "61 at the end of May", "12 of 18 posts"):
        assert said in words, said


def test_grades_of_an_audit_add_up_to_its_sample(story: Story) -> None:
    for returns in story.months.values():
        for finding in returns.of(workspace.QAFinding):
            grades = [finding.outstanding, finding.good, finding.requires_improvement, finding.inadequate]
            if any(g is not None for g in grades):
                assert sum(g or 0 for g in grades) == finding.sample, finding.ref


def test_suggested_themes_are_those_the_keywords_give(settings: Settings) -> None:
    for filled in read_story(settings):
        for row in filled.sheets.get(rdg.ThemeSuggestion, []):
            found = suggest(row["words"], settings.themes)
            if "suggestion" in row:
                assert found, row["id"]
                assert (found.theme, ", ".join(found.matched)) == (row["suggestion"], row["matched"]), row["id"]


# ---------- nobody is in it ----------


def test_no_text_counts_so_few_children_that_one_could_be_known(story: Story) -> None:
    few = re.compile(r"\b(one|two|three|four|[1-4]) (more )?(child|children|pupil|pupils|famil|student|young p)", re.IGNORECASE)
    for month, returns in story.months.items():
        for text in _texts(returns):
            assert not few.search(text), (month, text)


def test_a_word_limit_is_kept_everywhere(story: Story) -> None:
    for month, returns in story.months.items():
        for row in returns.rows:
            for column in columns(type(row)):
                value = getattr(row, column.name)
                if column.word_limit and isinstance(value, str):
                    assert len(value.split()) <= column.word_limit, (month, row.ref, column.name)


def _texts(returns: Returns) -> Iterator[str]:
    for row in returns.rows:
        yield from (v for c in columns(type(row)) if isinstance(v := getattr(row, c.name), str))
