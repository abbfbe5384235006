"""The plan month by month, and the figures of sections 1 to 4."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, case, confidence, judgement, matter, milestone, position, record, risk, row, word

from assurance_pack.assess.trends import Point, Trend
from assurance_pack.model import Month
from assurance_pack.position.confidence import direction_of
from assurance_pack.position.headline_counts import Measure
from assurance_pack.position.indicators import glance
from assurance_pack.position.plan import NO_RETURN, NO_UPDATE, NOT_STATED, Histories, following_month, gone, months_shown, slip, standings
from assurance_pack.returns.partner import Concern
from assurance_pack.schema import Review


def at(of: object, id: str) -> str:
    return next(s.meaning for s in of if s.id == id)  # type: ignore[attr-defined]


# ---------- standings ----------


def test_the_status_counted_is_rdgs_that_is_the_workspaces_unless_rdg_differs() -> None:
    of = case(milestone("M-CAP-001"), milestone("M-CAP-002"), judgement("M-CAP-002", "off_track"))
    found = standings(of.returns)
    assert (at(found, "M-CAP-001"), at(found, "M-CAP-002")) == ("on_track", "off_track")
    assert [s.differs for s in found] == [False, True]


@pytest.mark.parametrize(
    ("status", "review", "meaning"),
    [
        ("off_track", Review.NOT_REVIEWED, NO_UPDATE),
        ("complete", Review.NOT_REVIEWED, "complete"),
        (None, Review.CHANGED, NOT_STATED),
        (None, Review.NOT_REVIEWED, NO_UPDATE),
        ("paused", Review.NO_CHANGE, "paused"),
    ],
)
def test_what_nothing_was_said_of_has_no_status_unless_it_was_final(status: str | None, review: Review, meaning: str) -> None:
    assert standings(case(milestone("M-CAP-001", status, review=review)).returns)[0].meaning == meaning


def test_a_missing_workspace_leaves_what_was_open_without_a_status_and_what_was_complete_complete() -> None:
    earlier = [milestone("M-CAP-001", "off_track"), milestone("M-CAP-002", "complete"), milestone("M-CAP-003", "withdrawn")]
    of = case(missing=["workspace:CAP"], last=record("2026-05", earlier))
    found = standings(of.returns, of.earlier)
    assert {s.id: s.meaning for s in found} == {"M-CAP-001": NO_RETURN, "M-CAP-002": "complete"}


def test_the_newest_word_on_a_milestone_counts() -> None:
    history = [record("2026-04", [milestone("M-CAP-001", "complete")]), record("2026-05", [milestone("M-CAP-001", "at_risk")])]
    of = case(missing=["workspace:CAP"], history=history)
    assert at(standings(of.returns, of.earlier), "M-CAP-001") == NO_RETURN, "it was reopened in May"


def test_a_milestone_closed_or_complete_last_time_is_not_gone() -> None:
    last = [milestone("M-CAP-001", "complete"), milestone("M-CAP-002", review=Review.CLOSE), milestone("M-CAP-003")]
    of = case(milestone("M-CAP-004"), last=record("2026-05", last))
    assert [m.id for m in gone(of.returns, of.before)] == ["M-CAP-003"]
    missing = case(missing=["workspace:CAP"], last=record("2026-05", last))
    assert gone(missing.returns, missing.before) == ()


# ---------- histories ----------


def test_a_history_shows_six_months_at_most_and_begins_with_the_first_on_record() -> None:
    assert months_shown(case()) == (Month("2026-06"),)
    assert months_shown(case(history=[record("2026-04", [])])) == (Month("2026-04"), Month("2026-05"), Month("2026-06"))
    assert len(months_shown(case(history=[record("2025-01", [])]))) == 6


def test_months_in_a_row_are_counted_back_to_the_first_that_differs() -> None:
    history = [record(m, [milestone("M-CAP-001", s)]) for m, s in (("2026-03", "at_risk"), ("2026-04", "on_track"), ("2026-05", "at_risk"))]
    histories = Histories(case(milestone("M-CAP-001", "at_risk"), history=history))
    assert histories.months_at("M-CAP-001", "at_risk") == 2
    assert [m.meaning for m in histories.marks("M-CAP-001", [Month("2026-02"), Month("2026-03")])] == ["", "at_risk"]


def test_three_months_at_risk_is_stuck() -> None:
    history = [record(m, [milestone("M-CAP-001", "at_risk")]) for m in ("2026-04", "2026-05")]
    (line,) = position(case(milestone("M-CAP-001", "at_risk"), history=history)).milestones.exceptions.shown
    assert (line.months_at, line.stuck, line.changed) == (3, True, False)


# ---------- days and months ----------


def test_slip_is_to_the_actual_date_once_there_is_one() -> None:
    done = milestone("M-CAP-001", baseline=date(2026, 6, 1), forecast=date(2026, 7, 1), actual=date(2026, 5, 30))
    unknown = milestone("M-CAP-002", baseline=None)
    assert [slip(s) for s in standings(case(done, unknown).returns)] == [-2, None]


def test_a_row_nobody_reviewed_has_slipped_by_nothing_that_is_known() -> None:
    silent = milestone("M-CAP-001", baseline=date(2026, 6, 1), forecast=date(2026, 7, 1), review=Review.NOT_REVIEWED)
    (standing,) = standings(case(silent).returns)
    assert (standing.forecast, slip(standing), standing.told) == (None, None, False)


@pytest.mark.parametrize(
    ("day", "month", "end"), [(date(2026, 6, 30), "2026-07", date(2026, 8, 1)), (date(2026, 12, 31), "2027-01", date(2027, 2, 1))]
)
def test_the_following_month(day: date, month: str, end: date) -> None:
    assert following_month(day) == (Month(month), end)


# ---------- confidence, indicators, measures ----------


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [("amber", "green", "worse"), ("green", "red", "better"), ("red", "red", "same"), ("red", None, "new"), (None, "green", "not stated")],
)
def test_the_direction_of_confidence(now: str | None, before: str | None, said: str) -> None:
    assert direction_of(word("confidence", now) if now else None, word("confidence", before) if before else None) == said


def test_confidence_lists_every_plan_priority_and_carries_nothing_forward() -> None:
    lines = position(case(missing=["rdg:RDG"], last=record("2026-05", [confidence("overall", "green")]))).milestones.confidence
    assert [line.about for line in lines] == ["overall", *(p.code for p in SETTINGS.priorities)]
    assert {line.now for line in lines} == {None}
    assert lines[0].before is not None


def test_figures_that_print_alike_have_not_moved() -> None:
    indicator = SETTINGS.indicators[0]
    points = tuple(Point(period=date(2026, m, 28), value=v) for m, v in ((3, None), (4, 63.4), (5, 62.6)))
    found = glance(indicator, Trend(indicator=indicator.code, points=points, variation="improving"))
    assert (found.up, found.latest and found.latest.value) == (None, 62.6)
    assert glance(indicator, None).latest is None


@pytest.mark.parametrize(
    ("now", "before", "unknown", "direction"),
    [
        (3, 2, 0, "worse"),
        (3, 2, 1, "worse"),
        (1, 2, 0, "better"),
        (1, 2, 1, "not known"),
        (2, 2, 1, "not known"),
        (2, 2, 0, "same"),
        (2, None, 0, "not known"),
    ],
)
def test_more_is_worse_whatever_is_unknown_and_fewer_is_better_only_where_nothing_is(
    now: int, before: int | None, unknown: int, direction: str
) -> None:
    assert Measure(now, 10, before, unknown).direction == direction


def test_a_workspace_that_sent_nothing_hides_no_extreme_risk() -> None:
    last = record("2026-05", [risk("R-CAP-001", 5, 5), risk("R-QDD-001", 5, 5)])
    part = position(case(risk("R-QDD-001", 2, 2), missing=["workspace:CAP"], last=last)).month
    assert (part.extreme.now, part.extreme.before, part.extreme.unknown, part.extreme.direction) == (0, 2, 1, "not known")


# ---------- risks, decisions, the record ----------


def test_only_risks_open_here_are_open() -> None:
    rows = [risk(f"R-CAP-00{n}", status=s) for n, s in enumerate(("open", "closed", "issue", "managed"))]
    part = position(case(*rows, risk("R-CAP-009", review=Review.NOT_REVIEWED, next_review=date(2026, 6, 29)))).risks
    assert [line.id for line in part.open] == ["R-CAP-000", "R-CAP-009"]
    assert [line.id for line in part.overdue] == ["R-CAP-009"]
    assert [line.id for line in part.not_reviewed] == ["R-CAP-009"]


def test_a_risk_rdg_brings_is_known_to_be_brought() -> None:
    part = position(case(risk("R-CAP-001", 5, 5), matter("B-001", linked=("R-CAP-001",)))).risks
    assert part.open[0].brought


@pytest.mark.parametrize(
    ("said", "refs", "besides"),
    [
        ("V-PCF-2026-06-ask, V-YPG-2026-06-not-working", ["V-PCF-2026-06-ask", "V-YPG-2026-06-not-working"], ""),
        ("V-PCF-2026-06-ask and P-NHS-2026-06-1", ["V-PCF-2026-06-ask", "P-NHS-2026-06-1"], ""),
        ("Not yet asked", [], ""),
        ("V-PCF-2026-06-ask; settings not yet asked", ["V-PCF-2026-06-ask"], "settings not yet asked"),
        ("The Forum will be asked in July.", [], "The Forum will be asked in July."),
    ],
)
def test_ids_are_told_from_words_in_what_families_and_settings_say(said: str, refs: list[str], besides: str) -> None:
    found = position(case(matter("B-001", voices=said))).decisions.asked[0]
    assert ([h.ref for h in found.heard], found.besides) == (refs, besides)


def test_a_partners_own_given_id_finds_its_words() -> None:
    concern = row(Concern, "partner:NHS", concern="Posts end.", given_id="P-NHS-2026-06-1")
    found = position(case(matter("B-001", voices="P-NHS-2026-06-1"), concern)).decisions.asked[0]
    assert (found.heard[0].who, found.heard[0].words) == ("Community NHS trust", "Posts end.")


def test_the_headline_numbers_are_kept_by_name() -> None:
    figures = position(
        case(milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5), matter("B-001"), confidence("overall", "amber"))
    ).figures
    assert figures["confidence"] == "Amber"
    assert (figures["milestones.off_track"], figures["risks.extreme"], figures["decisions.asked"], figures["returns.came"]) == (1, 1, 1, 9)
