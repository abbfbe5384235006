"""What each source says of a theme, through which lens."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import POSITION, SETTINGS, june, line, may, record, theme, word

from assurance_pack.assess.signals import Signal, signals
from assurance_pack.assess.signals.sources import months_before
from assurance_pack.assess.trends import Point, Trend
from assurance_pack.model import Cell, Lens, Month, Word
from assurance_pack.record.month import Record
from assurance_pack.returns.board_log import ExceptionalIssue
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import MilestoneJudgement, ProgrammeRisk, ThemeSuggestion, YouSaidWeDid
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, QAFinding, Risk
from assurance_pack.schema import Review, Row

ON_TRACK, AT_RISK, OFF_TRACK, COMPLETE = (word("milestone_status", m) for m in ("on_track", "at_risk", "off_track", "complete"))


def gathered(*rows: Row, history: tuple[Record, ...] = (), trends: dict[str, Trend] | None = None) -> tuple[Signal, ...]:
    return signals(june(*rows), SETTINGS, POSITION, trends or {}, history)


def one(*rows: Row, history: tuple[Record, ...] = (), trends: dict[str, Trend] | None = None) -> Signal:
    (found,) = gathered(*rows, history=history, trends=trends)
    return found


def milestone(**values: Any) -> Any:
    return line(Milestone, **{"id": "M-CAP-007", "title": "Two bases open", "theme": theme("T05"), **values})


def voice(month: str = "2026-06", sender: str = "voice:PCF", **boxes: str) -> Any:
    return line(Voice, file=f"voice-{month}.xlsx", sender=sender, month=Month(month), **boxes)


# ---------- milestones and risks ----------


@pytest.mark.parametrize(("status", "direction"), [(ON_TRACK, "positive"), (AT_RISK, "weak"), (OFF_TRACK, "concern")])
def test_a_milestone_speaks_by_its_status(status: Word, direction: str) -> None:
    row = milestone(status=status)
    found = one(row)
    assert (found.theme, found.lens, found.direction) == ("T05", Lens.PROFESSIONAL, direction)
    assert (found.item, found.cell, found.dated) == ("M-CAP-007", row.cell("status"), POSITION)
    assert found.says == f"Two bases open: {status.text.lower()}"


def test_complete_with_evidence_is_positive_and_without_is_no_signal() -> None:
    assert one(milestone(status=COMPLETE, evidence="Handover certificate")).direction == "positive"
    assert gathered(milestone(status=COMPLETE)) == ()


def test_paused_not_started_or_without_a_theme_says_nothing() -> None:
    rows = (milestone(status=word("milestone_status", "paused")), milestone(status=word("milestone_status", "not_started")))
    assert gathered(*rows, milestone(status=ON_TRACK, theme=None), milestone()) == ()


def test_the_status_that_speaks_is_rdgs() -> None:
    judged = line(MilestoneJudgement, sender="rdg:RDG", file="rdg.xlsx", id="M-CAP-007", status=OFF_TRACK)
    found = one(milestone(status=ON_TRACK), judged)
    assert (found.direction, found.cell) == ("concern", judged.cell("status"))


def risk(**values: Any) -> Any:
    defaults = {"id": "R-CAP-004", "title": "Schemes slip.", "theme": theme("T04"), "likelihood": 5, "consequence": 4}
    return line(Risk, **{**defaults, "status": word("risk_status", "open"), **values})


def test_a_risk_in_the_top_band_is_a_severe_concern_and_a_lesser_one_says_nothing() -> None:
    found = one(risk())
    assert (found.direction, found.strong, found.says) == ("concern", True, "Schemes slip (scored 20, Extreme)")
    assert gathered(risk(likelihood=3)) == ()
    assert gathered(risk(status=word("risk_status", "closed"))) == ()
    assert one(risk(status=word("risk_status", "issue"))).direction == "concern"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"categories": (word("category", "sufficiency"),)}, "sufficiency"),
        ({"review": Review.NEW}, "new"),
        ({"review": Review.CHANGED}, "up from 6"),
    ],
)
def test_a_lesser_risk_speaks_where_it_is_mandatory_new_or_rising(values: dict[str, Any], why: str) -> None:
    then = may(risk(likelihood=2, consequence=3, file="may.xlsx"))
    before = (then,) if values.get("review") is Review.CHANGED else ()
    found = one(risk(likelihood=2, consequence=4, **values), history=before)
    assert (found.direction, found.strong, found.says) == ("concern", False, f"Schemes slip ({why})")
    assert gathered(risk(likelihood=2, consequence=4, **{**values, "status": word("risk_status", "closed")}), history=before) == ()


def test_a_lesser_risk_that_fell_or_stayed_says_nothing() -> None:
    for then in (8, 4):
        before = (may(risk(likelihood=then // 2, consequence=2, file="may.xlsx")),)
        assert gathered(risk(likelihood=2, consequence=2, review=Review.CHANGED), history=before) == ()


def test_rdgs_rating_of_this_month_counts_although_nobody_reviewed_the_row() -> None:
    then = milestone(file="may.xlsx", status=ON_TRACK, review=Review.CHANGED)
    judged = line(MilestoneJudgement, sender="rdg:RDG", file="rdg.xlsx", id="M-CAP-007", status=AT_RISK)
    found = one(milestone(status=ON_TRACK, review=Review.NOT_REVIEWED), judged, history=(may(then),))
    assert (found.direction, found.dated, found.cell) == ("weak", POSITION, judged.cell("status"))


def issue(**values: Any) -> Any:
    defaults = {"id": "X-002", "issue": "An alternative provider closes on 24 July.", "status": word("issue_status", "open")}
    return line(ExceptionalIssue, sender="board_log:BOARD", **{**defaults, **values})


def test_an_exceptional_issue_speaks_under_the_theme_it_states() -> None:
    assert (one(issue(theme=theme("T04"))).theme, one(issue(theme=theme("T04"))).suggested) == ("T04", False)
    assert (one(issue()).theme, one(issue()).suggested) == ("T06", True)


def test_an_exceptional_issue_is_a_concern_until_the_board_closes_it() -> None:
    found = one(issue())
    assert (found.theme, found.lens, found.direction, found.item) == ("T06", Lens.PROFESSIONAL, "concern", "X-002")
    assert gathered(issue(status=word("issue_status", "closed"))) == ()
    assert gathered(issue(status=word("issue_status", "closed")), history=(may(issue(file="may.xlsx")),)) == ()


def test_rdgs_programme_risks_speak_too() -> None:
    row = line(ProgrammeRisk, sender="rdg:RDG", **risk().model_dump(include={"id", "theme", "likelihood", "consequence", "status"}))
    assert one(row).sender == "rdg:RDG"


def test_a_row_nobody_reviewed_speaks_as_it_did_when_somebody_did() -> None:
    then = milestone(file="may.xlsx", status=AT_RISK, review=Review.CHANGED)
    found = one(milestone(status=ON_TRACK, review=Review.NOT_REVIEWED), history=(may(then),))
    assert (found.direction, found.dated, found.cell) == ("weak", date(2026, 5, 31), then.cell("status"))


def test_a_row_nobody_reviewed_speaks_as_it_did_when_somebody_last_did_and_once() -> None:
    april = in_month("2026-04", date(2026, 4, 30), milestone(file="april.xlsx", status=OFF_TRACK, review=Review.CHANGED))
    then = milestone(file="may.xlsx", status=AT_RISK, review=Review.CHANGED)
    found = one(milestone(status=ON_TRACK, review=Review.NOT_REVIEWED), history=(may(then), april))
    assert (found.direction, found.dated) == ("weak", date(2026, 5, 31))


def test_a_workspace_whose_return_did_not_come_speaks_as_of_its_last_one() -> None:
    then = milestone(file="may.xlsx", status=AT_RISK)
    found = one(milestone(id="M-QDD-001", sender="workspace:QDD"), history=(may(then),))
    assert (found.item, found.dated, found.old) == ("M-CAP-007", date(2026, 5, 31), False)


def test_what_was_completed_and_left_the_form_still_speaks_until_it_is_old() -> None:
    done = milestone(file="may.xlsx", status=COMPLETE, evidence="Handover certificate")
    elsewhere = milestone(id="M-CAP-008")
    found = one(elsewhere, history=(may(done),))
    assert (found.item, found.direction, found.dated, found.old) == ("M-CAP-007", "positive", date(2026, 5, 31), False)
    assert one(elsewhere, history=(in_month("2026-02", date(2026, 2, 28), done),)).old is True


def test_a_strength_that_was_closed_and_left_the_form_still_speaks() -> None:
    closed = finding(reading=word("reading", "strength"), status=word("finding_status", "closed"), report_date=date(2026, 4, 20))
    elsewhere = line(QAFinding, id="Q-QDD-099", sender="workspace:QDD")
    assert one(elsewhere, history=(may(closed),)).item == "Q-QDD-013"
    still_open = closed.model_copy(update={"status": word("finding_status", "open")})
    assert gathered(elsewhere, history=(may(still_open),)) == ()


def test_an_id_that_stands_twice_speaks_twice_and_not_for_each_other() -> None:
    found = gathered(milestone(status=ON_TRACK), milestone(number=9, status=AT_RISK))
    assert sorted(s.direction for s in found) == ["positive", "weak"]


def test_what_left_the_register_no_longer_speaks() -> None:
    assert gathered(milestone(id="M-CAP-008"), history=(may(milestone(status=AT_RISK)),)) == ()


# ---------- quality assurance and indicators ----------


def finding(**values: Any) -> Any:
    defaults = {"id": "Q-QDD-013", "theme": theme("T12"), "reading": word("reading", "concern"), "report_date": date(2026, 6, 12)}
    return line(
        QAFinding, sender="workspace:QDD", **{**defaults, "finding": "17 of 41 complaints were about not being informed.", **values}
    )


@pytest.mark.parametrize(("reading", "direction"), [("strength", "positive"), ("mixed", "mixed"), ("concern", "concern")])
def test_a_finding_speaks_as_graded(reading: str, direction: str) -> None:
    row = finding(reading=word("reading", reading))
    assert (one(row).direction, one(row).cell) == (direction, row.cell("reading"))


@pytest.mark.parametrize(
    ("activity", "lens"),
    [("survey", Lens.LIVED), ("complaints", Lens.LIVED), ("audit", Lens.PROFESSIONAL), ("inspection", Lens.PROFESSIONAL)],
)
def test_surveys_and_complaints_are_lived_experience(activity: str, lens: Lens) -> None:
    assert one(finding(activity=word("activity", activity))).lens is lens


def test_two_findings_on_one_data_set_are_one_source_whatever_it_is_called() -> None:
    first, second = finding(source="Contact log, monthly"), finding(id="Q-QDD-014", source="contact  log")
    assert {s.source for s in gathered(first, second)} == {"data:contact log"}
    assert one(finding(report="Spring audit")).source == "data:spring audit"


def test_a_concern_closed_with_its_loop_checked_is_shown_and_no_longer_counted() -> None:
    closed = word("finding_status", "closed")
    assert one(finding(status=closed)).direction == "none"
    assert one(finding(status=closed, reading=word("reading", "strength"))).direction == "positive"


def test_a_finding_grows_old_after_three_months_and_an_inspection_after_twelve() -> None:
    march = finding(report_date=date(2026, 3, 29))
    assert one(march).old is True
    assert one(finding(report_date=date(2026, 3, 30))).old is False
    assert one(march.model_copy(update={"activity": word("activity", "inspection")})).old is False
    assert one(finding(report_date=None)).old is True


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    assert months_before(date(2026, 5, 31), 3) == date(2026, 2, 28)


LATEST = Point(period=date(2026, 5, 31), value=94, cell=Cell(file="june.xlsx", sheet="Indicators", ref="C5"), sender="workspace:QDD")


@pytest.mark.parametrize(
    ("variation", "assurance", "direction"),
    [
        ("improving", "not_reliably", "positive"),
        ("worsening", "not_reliably", "concern"),
        ("common_cause", "missed_consistently", "concern"),
        ("common_cause", "met_consistently", "positive"),
        ("improving", "missed_consistently", "mixed"),
        ("common_cause", "not_reliably", "none"),
        ("too_few", "too_few", "none"),
        ("special_cause", "no_target", "none"),
    ],
)
def test_an_indicator_speaks_only_by_special_cause_or_a_target_met_or_missed_for_good(
    variation: Any, assurance: Any, direction: str
) -> None:
    found = one(trends={"IND-08": Trend(indicator="IND-08", points=(LATEST,), variation=variation, assurance=assurance)})
    assert (found.theme, found.lens, found.direction, found.source) == ("T12", Lens.DATA, direction, "data:contact log")
    assert (found.cell, found.dated) == (LATEST.cell, LATEST.period)


def test_an_indicator_says_its_figure_its_month_and_what_it_means() -> None:
    found = one(
        trends={"IND-08": Trend(indicator="IND-08", points=(LATEST,), target=90, variation="improving", assurance="met_consistently")}
    )
    assert found.says == "Calls answered in two days: 94% in May 2026, improving, target of 90% consistently met"


@pytest.mark.parametrize(("variation", "direction"), [("run_worse", "concern"), ("run_better", "positive"), ("run", "none")])
def test_a_run_chart_speaks_by_the_best_and_the_worst_of_its_figures(variation: Any, direction: str) -> None:
    found = one(trends={"IND-07": Trend(indicator="IND-07", points=(LATEST,), variation=variation, plain="the highest of 24 figures")})
    assert (found.direction, found.says) == (direction, "High needs forecast: £94.0m in May 2026, the highest of 24 figures")


def test_an_indicator_without_a_figure_is_silent() -> None:
    assert gathered(trends={"IND-08": Trend(indicator="IND-08", points=())}) == ()


# ---------- people's own words ----------


def test_each_box_speaks_for_itself_and_the_ask_for_neither_side() -> None:
    row = voice(working="The taxi comes on time.", not_working="Nobody rings back.", ask="Put the special school on the agenda.")
    found = {s.item: (s.theme, s.direction, s.says) for s in gathered(row)}
    assert found == {
        "V-PCF-2026-06-working": ("T13", "positive", "The taxi comes on time."),
        "V-PCF-2026-06-not-working": ("T12", "concern", "Nobody rings back."),
        "V-PCF-2026-06-ask": ("T04", "none", "Put the special school on the agenda."),
    }


def test_families_and_young_people_are_lived_experience_and_schools_professional() -> None:
    lenses = {
        s.sender: s.lens
        for s in gathered(*(voice(sender=f"voice:{g}", not_working="Nobody rings back.") for g in ("PCF", "YPG", "SEN", "SAH")))
    }
    assert lenses == {"voice:PCF": Lens.LIVED, "voice:YPG": Lens.LIVED, "voice:SEN": Lens.PROFESSIONAL, "voice:SAH": Lens.PROFESSIONAL}


def tagged(confirmed: Word | None, suggestion: Word | None = None, item: str = "V-PCF-2026-06-not-working") -> Any:
    return line(ThemeSuggestion, sender="rdg:RDG", file="rdg.xlsx", id=item, confirmed=confirmed, suggestion=suggestion)


def test_a_suggested_theme_counts_and_is_marked_until_somebody_confirms_it() -> None:
    words = voice(not_working="Nobody rings back.")
    assert (one(words).theme, one(words).suggested) == ("T12", True)
    assert (one(words, tagged(None, theme("T03"))).theme, one(words, tagged(None, theme("T03"))).suggested) == ("T03", True)
    confirmed = one(words, tagged(theme("T08"), theme("T12")))
    assert (confirmed.theme, confirmed.suggested) == ("T08", False)


def test_no_theme_is_an_answer() -> None:
    none = Word(text="No theme", meaning="none")
    assert gathered(voice(not_working="Nobody rings back."), tagged(none, theme("T12"))) == ()


def test_words_confirmed_under_two_themes_speak_of_both() -> None:
    found = gathered(voice(not_working="Nobody rings back."), tagged(theme("T12")), tagged(theme("T01")))
    assert [s.theme for s in found] == ["T01", "T12"]


def test_further_themes_confirmed_speak_too_and_a_second_suggestion_waits_for_a_person() -> None:
    words = voice(not_working="Nobody rings back. There are not enough psychologists.")
    assert one(words).theme in ("T12", "T08")
    told = tagged(theme("T12")).model_copy(update={"further": (theme("T08"),)})
    assert [(s.theme, s.suggested) for s in gathered(words, told)] == [("T08", False), ("T12", False)]


def test_a_confirmation_is_of_the_words_it_was_given_with() -> None:
    told = tagged(theme("T08"), theme("T12")).model_copy(update={"words": "Nobody  rings back."})
    assert (one(voice(not_working="Nobody rings back."), told).theme, one(voice(not_working="Nobody rings back."), told).suggested) == (
        "T08",
        False,
    )
    assert (one(voice(not_working="The taxi is late."), told).theme, one(voice(not_working="The taxi is late."), told).suggested) == (
        "T13",
        True,
    )


def test_words_are_marked_as_words_and_sent_to_their_box() -> None:
    row = voice(not_working="Nobody rings back.")
    assert (one(row).words, one(row).cell, one(row).source) == (True, row.cell("not_working"), "voice:PCF")


def in_month(month: str, position: date, *rows: Row) -> Record:
    return record(month, position, *rows)


def test_what_a_group_said_in_an_earlier_month_still_speaks_with_its_date() -> None:
    april = in_month("2026-04", date(2026, 4, 30), voice("2026-04", not_working="Nobody rings back."))
    found = gathered(voice(working="The taxi comes on time."), history=(april,))
    assert [(s.theme, s.dated, s.old) for s in found] == [("T12", date(2026, 4, 30), False), ("T13", POSITION, False)]


def test_it_grows_old_after_three_months_and_is_forgotten_after_twelve() -> None:
    then = in_month("2026-02", date(2026, 2, 28), voice("2026-02", not_working="Nobody rings back."))
    assert one(history=(then,)).old is True
    assert gathered(history=(in_month("2025-06", date(2025, 6, 29), voice("2025-06", not_working="Nobody rings back.")),)) == ()


def test_a_newer_word_on_the_same_theme_takes_the_place_of_the_older() -> None:
    then = in_month("2026-05", date(2026, 5, 31), voice("2026-05", not_working="Nobody rings back."))
    found = one(voice(working="Somebody rings back now."), history=(then,))
    assert (found.direction, found.dated) == ("positive", POSITION)


def test_a_theme_confirmed_in_a_later_month_holds_for_the_words_of_the_earlier() -> None:
    then = in_month("2026-05", date(2026, 5, 31), voice("2026-05", not_working="Nobody rings back."))
    found = one(tagged(theme("T08"), item="V-PCF-2026-05-not-working"), history=(then,))
    assert (found.theme, found.suggested) == ("T08", False)


# ---------- partner organisations ----------


def concern(**values: Any) -> Any:
    return line(Concern, **{"sender": "partner:ICB", "file": "icb.xlsx", "concern": "Therapy wait grows each month.", **values})


def test_a_partners_concern_is_a_concern_under_the_theme_it_states_or_the_one_suggested() -> None:
    stated = one(concern(theme=theme("T14")))
    assert (stated.theme, stated.direction, stated.lens, stated.suggested) == ("T14", "concern", Lens.PROFESSIONAL, False)
    assert (one(concern()).theme, one(concern()).suggested) == ("T09", True)


def test_an_earlier_concern_speaks_until_it_is_answered() -> None:
    then = in_month("2026-05", date(2026, 5, 31), concern(given_id="P-ICB-2026-05-1"))
    assert one(history=(then,)).dated == date(2026, 5, 31)
    for meaning, speaks in (("in_hand", 1), ("done", 0), ("not_possible", 0)):
        answer = line(YouSaidWeDid, sender="rdg:RDG", id="P-ICB-2026-05-1", answer=word("ask_answer", meaning))
        assert len(gathered(answer, history=(then,))) == speaks


# ---------- the table ----------


def test_the_table_comes_theme_by_theme_data_first_newest_first() -> None:
    trend = {"IND-08": Trend(indicator="IND-08", points=(LATEST,), variation="improving")}
    rows = (voice(not_working="Nobody rings back."), milestone(theme=theme("T12"), status=ON_TRACK), finding(theme=theme("T12")), risk())
    found = gathered(*rows, trends=trend)
    assert [s.item for s in found] == ["R-CAP-004", "IND-08", "M-CAP-007", "Q-QDD-013", "V-PCF-2026-06-not-working"]


def test_of_one_lens_the_newest_word_comes_first_whatever_its_id() -> None:
    newer, older = (finding(id=i, report_date=on) for i, on in (("Q-QDD-014", date(2026, 6, 20)), ("Q-QDD-013", date(2026, 5, 20))))
    assert [s.item for s in gathered(older, newer)] == ["Q-QDD-014", "Q-QDD-013"]


def test_a_later_record_than_the_month_itself_says_nothing() -> None:
    later = in_month("2026-07", date(2026, 7, 31), voice("2026-07", not_working="Nobody rings back."))
    assert gathered(history=(later,)) == ()


def test_a_figure_is_a_severe_concern_only_where_it_worsens_and_its_target_is_missed_for_good() -> None:
    def strong(variation: Any, assurance: Any) -> bool:
        return one(trends={"IND-08": Trend(indicator="IND-08", points=(LATEST,), variation=variation, assurance=assurance)}).strong

    assert strong("worsening", "missed_consistently") is True
    assert strong("worsening", "not_reliably") is False
    assert strong("common_cause", "missed_consistently") is False


def test_a_partners_second_concern_speaks_though_the_first_row_is_blank() -> None:
    assert one(concern(number=5, concern=None), concern(number=6, given_id="P-ICB-2026-06-2")).item == "P-ICB-2026-06-2"


def test_two_rows_of_one_concern_speak_once() -> None:
    assert len(gathered(concern(given_id="P-ICB-2026-06-1"), concern(number=6, given_id="P-ICB-2026-06-1"))) == 1


def test_a_finding_closed_without_a_strength_or_not_assured_is_told_so() -> None:
    assert one(finding(assurance=word("assurance", "none"))).strong is True
    assert one(finding()).strong is False
    assert one(finding(finding=None, report="Spring audit")).says == "Spring audit"
    assert one(finding(finding=None)).says == "Q-QDD-013"
    assert one(finding(report_date=None, period_to=date(2026, 6, 1))).dated == date(2026, 6, 1)
