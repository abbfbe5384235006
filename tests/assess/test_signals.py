"""What each source says of a theme, through which lens."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from assess_rows import POSITION, SETTINGS, june, line, may, record, theme, word

from assurance_pack.assess.signals import Signal, signals
from assurance_pack.assess.signals.sources import listen, months_before
from assurance_pack.assess.trends import Point, Trend
from assurance_pack.model import Cell, Lens, Month, Sender, Word
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


# ---------- what makes a source silent, or loud ----------


def test_a_milestone_off_track_is_a_severe_concern_and_no_other_status_is() -> None:
    assert [one(milestone(status=s)).strong for s in (ON_TRACK, AT_RISK, OFF_TRACK)] == [False, False, True]
    assert one(milestone(status=COMPLETE, evidence="Handover certificate")).status == COMPLETE


def test_what_has_no_title_is_called_by_its_id() -> None:
    assert one(milestone(title=None, status=ON_TRACK)).says == "M-CAP-007: on track"
    assert one(risk(title=None)).says == "R-CAP-004 (scored 20, Extreme)"


def test_a_risk_at_the_foot_of_the_top_band_is_severe_and_one_below_is_not() -> None:
    statutory = (word("category", "statutory"),)
    foot, below = one(risk(likelihood=3, consequence=5)), one(risk(likelihood=3, consequence=4, categories=statutory))
    assert (foot.strong, foot.says) == (True, "Schemes slip (scored 15, Extreme)")
    assert (below.strong, below.says) == (False, "Schemes slip (statutory compliance)")


def test_a_risk_without_a_score_or_a_theme() -> None:
    found = one(risk(likelihood=None, categories=(word("category", "statutory"),)))
    assert (found.strong, found.says) == (False, "Schemes slip (statutory compliance)")
    assert gathered(risk(theme=None)) == ()
    assert gathered(risk(likelihood=None)) == ()


def test_a_risk_that_is_several_things_at_once_says_each() -> None:
    before = (may(risk(likelihood=4, file="may.xlsx")),)
    found = one(risk(review=Review.NEW, categories=(word("category", "statutory"),)), history=before)
    assert found.says == "Schemes slip (scored 20, Extreme, up from 16, new, statutory compliance)"


def test_a_risk_is_rising_where_it_is_higher_than_in_the_newest_month_that_had_it() -> None:
    def then(month: str, on: date, score: int | None, id: str = "R-CAP-004") -> Record:
        return record(month, on, risk(id=id, likelihood=score, consequence=1, file=f"{month}.xlsx"))

    april, may_ = date(2026, 4, 30), date(2026, 5, 31)
    now = risk(likelihood=4, consequence=1)
    assert gathered(now, history=(then("2026-04", april, 3), then("2026-05", may_, 4))) == ()
    assert gathered(now, history=(then("2026-04", april, 3), then("2026-05", may_, 5))) == ()
    assert gathered(now, history=(then("2026-05", may_, 3, "R-CAP-005"),)) == ()
    assert gathered(now, history=(then("2026-05", may_, None),)) == ()
    assert gathered(risk(likelihood=None, consequence=1), history=(then("2026-05", may_, 3),)) == ()
    (up,) = gathered(now, history=(then("2026-04", april, 5), then("2026-05", may_, 3)))
    assert up.says == "Schemes slip (up from 3)"
    (up,) = gathered(now, history=(then("2026-04", april, 2), record("2026-05", may_, risk(id="R-CAP-009", file="may.xlsx", likelihood=1))))
    assert up.says == "Schemes slip (up from 2)"


def test_a_severe_risk_that_left_the_register_no_longer_speaks() -> None:
    assert gathered(risk(id="R-CAP-005", likelihood=1), history=(may(risk(file="may.xlsx")),)) == ()


def test_what_says_nothing_does_not_silence_what_comes_after_it() -> None:
    assert one(milestone(theme=None), milestone(number=6, id="M-CAP-008", status=AT_RISK)).item == "M-CAP-008"
    assert one(risk(theme=None), risk(number=6, id="R-CAP-005")).item == "R-CAP-005"
    assert one(finding(theme=None), finding(number=6, id="Q-QDD-014")).item == "Q-QDD-014"
    assert one(issue(issue=None), issue(number=6, id="X-003")).item == "X-003"
    assert (
        one(trends={"IND-07": Trend(indicator="IND-07", points=()), "IND-08": Trend(indicator="IND-08", points=(LATEST,))}).item == "IND-08"
    )


def test_a_row_nobody_reviewed_speaks_as_of_its_own_last_review_and_not_of_another_item() -> None:
    other = milestone(file="may.xlsx", id="M-CAP-006", status=OFF_TRACK, review=Review.CHANGED)
    then = milestone(number=6, file="may.xlsx", status=AT_RISK, review=Review.CHANGED)
    now = (milestone(id="M-CAP-006", status=OFF_TRACK, review=Review.CHANGED), milestone(number=6, review=Review.NOT_REVIEWED))
    assert sorted((s.item, s.direction) for s in gathered(*now, history=(may(other, then),))) == [
        ("M-CAP-006", "concern"),
        ("M-CAP-007", "weak"),
    ]


def test_a_row_nobody_ever_reviewed_says_nothing() -> None:
    untouched = milestone(status=ON_TRACK, review=Review.NOT_REVIEWED)
    assert gathered(untouched) == ()
    assert gathered(untouched, history=(may(milestone(file="may.xlsx", status=AT_RISK, review=Review.NOT_REVIEWED)),)) == ()
    other = milestone(file="may.xlsx", id="M-CAP-008", status=AT_RISK)
    assert gathered(untouched, history=(may(other),)) == ()


def test_what_was_completed_speaks_once_as_it_was_when_it_was_last_there() -> None:
    then = milestone(file="may.xlsx", status=COMPLETE, evidence="Handover certificate")
    april = in_month("2026-04", date(2026, 4, 30), then.model_copy(update={"title": "Bases"}))
    found = one(milestone(id="M-CAP-008"), history=(may(then), april))
    assert (found.dated, found.says) == (date(2026, 5, 31), "Two bases open: complete")
    reopened = may(milestone(file="may.xlsx", status=AT_RISK))
    assert gathered(milestone(id="M-CAP-008"), history=(reopened, april)) == ()


def test_a_finding_without_a_theme_or_a_grading_of_today_says_nothing() -> None:
    assert gathered(finding(theme=None)) == ()
    assert gathered(finding(reading=None)) == ()
    assert gathered(finding(reading=Word(text="Satisfactory", meaning="satisfactory"))) == ()


def test_a_peer_review_holds_as_long_as_an_inspection_and_an_audit_does_not() -> None:
    old = {name: one(finding(report_date=date(2026, 2, 1), activity=word("activity", name))).old for name in ("peer_review", "audit")}
    assert old == {"peer_review": False, "audit": True}


def test_a_closed_concern_of_which_the_form_says_no_more_is_gone() -> None:
    closed = finding(status=word("finding_status", "closed"))
    assert gathered(line(QAFinding, id="Q-QDD-099", sender="workspace:QDD"), history=(may(closed),)) == ()


def test_a_finding_rests_on_its_data_set_before_its_report_before_itself() -> None:
    assert one(finding(source="Contact log", report="Spring audit")).source == "data:contact log"
    assert one(finding(source=None, report=None)).source == "data:q qdd 013"


def spoken(indicator: dict[str, Any] | None = None, **trend: Any) -> Signal:
    """What IND-08 says, the indicator changed as told."""
    settings = SETTINGS.model_copy(
        update={"indicators": tuple(i.model_copy(update=indicator or {}) if i.code == "IND-08" else i for i in SETTINGS.indicators)}
    )
    found = {"IND-08": Trend(**{"indicator": "IND-08", "points": (LATEST,), **trend})}
    (signal,) = signals(june(), settings, POSITION, found)
    return signal


@pytest.mark.parametrize(
    ("trend", "said"),
    [
        ({"variation": "worsening", "assurance": "missed_consistently", "target": 95}, "worsening, target of 95% consistently missed"),
        ({"variation": "worsening", "plain": "the lowest of 24 figures"}, "worsening"),
        ({"variation": "common_cause", "assurance": "not_reliably", "target": 95}, ""),
        ({"variation": "common_cause", "assurance": "met_consistently"}, ""),
        ({"variation": "run", "plain": "after 1% in June 2025", "assurance": "met_consistently", "target": 90}, "after 1% in June 2025, target of 90% consistently met"),
    ],
)  # fmt: skip
def test_a_figure_is_told_with_its_movement_and_a_target_met_or_missed_for_good(trend: dict[str, Any], said: str) -> None:
    assert spoken(**trend).says == ", ".join(filter(None, ("Calls answered in two days: 94% in May 2026", said)))


def test_a_figure_that_gives_context_takes_no_side() -> None:
    assert spoken({"good": "context"}, variation="run_worse", assurance="missed_consistently").direction == "none"
    assert spoken(variation="run_worse", assurance="met_consistently").direction == "mixed"


def test_a_yearly_figure_holds_for_a_year() -> None:
    spring = LATEST.model_copy(update={"period": date(2026, 2, 28)})
    assert spoken(points=(spring,)).old is True
    assert spoken({"annual": True}, points=(spring,)).old is False


def test_a_figure_that_stands_in_no_cell_is_not_cited() -> None:
    nowhere = LATEST.model_copy(update={"cell": None})
    assert gathered(trends={"IND-08": Trend(indicator="IND-08", points=(nowhere,))}) == ()


# ---------- how far back is heard ----------


def test_a_signal_is_old_the_day_after_its_months_are_over_and_one_without_a_date_at_once() -> None:
    listening = listen(june(), SETTINGS, POSITION, ())
    last, last_of_a_year = months_before(POSITION, SETTINGS.age.signal_months), months_before(POSITION, SETTINGS.age.annual_signal_months)
    assert [listening.old(on) for on in (last, last - timedelta(days=1), None)] == [False, True, True]
    assert [listening.old(on, annual=True) for on in (last, last_of_a_year, last_of_a_year - timedelta(days=1), None)] == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("longest", ["annual_signal_months", "signal_months"])
def test_months_are_heard_newest_first_as_far_back_as_the_longest_age_of_a_signal(longest: str) -> None:
    settings = SETTINGS.model_copy(
        update={"age": SETTINGS.age.model_copy(update={"annual_signal_months": 1, "signal_months": 1, longest: 2})}
    )
    days = (date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 31), POSITION, date(2026, 7, 31))
    history = [record(f"2026-{on.month:02d}", on) for on in days]
    heard = listen(june(), settings, POSITION, history).heard
    assert [m.dated for m in heard] == [POSITION, date(2026, 5, 31), date(2026, 4, 30)]
    assert heard[0].returns.month == "2026-06"


def test_a_sender_is_heard_from_the_newest_month_in_which_anything_came() -> None:
    then = (may(milestone(file="may.xlsx")), in_month("2026-04", date(2026, 4, 30), finding(), milestone(file="april.xlsx")))
    listening = listen(june(finding()), SETTINGS, POSITION, then)
    cap, qdd, cwf = (Sender("workspace", code) for code in ("CAP", "QDD", "CWF"))
    assert [m.dated.month for m in listening.newest_from(cap)] == [5, 4]
    assert [m.dated.month for m in listening.newest_from(qdd)] == [6, 5, 4]
    assert listening.newest_from(cwf) == ()
    assert (listening.senders(Milestone), listening.senders(QAFinding), listening.senders(Risk)) == ((cap,), (qdd,), ())


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 6, 30), 1, date(2026, 5, 30)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 6, 30), 0, date(2026, 6, 30)),
        (date(2026, 6, 30), 18, date(2024, 12, 30)),
    ],
)
def test_so_many_months_before_a_day(day: date, months: int, then: date) -> None:
    assert months_before(day, months) == then


# ---------- words, once more ----------


def test_an_older_word_on_another_theme_still_stands_beside_a_newer_one() -> None:
    then = in_month("2026-05", date(2026, 5, 31), voice("2026-05", working="The taxi comes on time.", not_working="Nobody rings back."))
    found = gathered(voice(not_working="Nobody rings back."), history=(then,))
    assert [(s.theme, s.dated.month if s.dated else 0) for s in found] == [("T12", 6), ("T13", 5)]
    other = voice("2026-06", "voice:YPG", not_working="Nobody rings back.")
    assert len(gathered(other, history=(then,))) == 3


def test_two_boxes_of_one_month_may_speak_of_one_theme() -> None:
    found = gathered(voice(working="Nobody rings back, but once.", not_working="Nobody rings back."))
    assert [(s.theme, s.direction) for s in found] == [("T12", "concern"), ("T12", "positive")]


def test_a_concern_brought_again_this_month_speaks_though_it_was_answered() -> None:
    answer = line(YouSaidWeDid, sender="rdg:RDG", id="P-ICB-1", answer=word("ask_answer", "done"))
    assert one(concern(given_id="P-ICB-1"), answer).dated == POSITION


def test_the_newest_answer_to_a_concern_counts() -> None:
    then = in_month("2026-04", date(2026, 4, 30), concern(given_id="P-ICB-1"))

    def answered(meaning: str, id: str = "P-ICB-1") -> Any:
        return line(YouSaidWeDid, sender="rdg:RDG", id=id, answer=word("ask_answer", meaning))

    assert gathered(answered("done"), history=(may(answered("in_hand")), then)) == ()
    assert len(gathered(answered("in_hand"), history=(may(answered("done")), then))) == 1
    assert len(gathered(answered("done", "P-ICB-2"), history=(then,))) == 1


def test_a_concern_still_open_speaks_with_its_newest_words() -> None:
    then = in_month("2026-05", date(2026, 5, 31), concern(given_id="P-ICB-1", concern="The wait grows."))
    found = one(concern(given_id="P-ICB-1", concern="The therapy wait grows still."), history=(then,))
    assert (found.says, found.words, found.source) == ("The therapy wait grows still.", True, "partner:ICB")


def test_of_an_issue_in_a_category_it_is_said_that_it_is_severe() -> None:
    assert one(issue()).strong is False
    assert one(issue(categories=(word("category", "statutory"),))).strong is True


def test_an_issue_is_heard_from_the_newest_log_alone() -> None:
    then = may(issue(file="may.xlsx"))
    assert one(history=(then,)).dated == date(2026, 5, 31)
    assert gathered(issue(id="X-003", issue=None), history=(then,)) == ()
    assert len(gathered(issue(id="X-003", issue=None), issue(number=6))) == 1


def test_an_answer_that_words_have_no_theme_stands_beside_one_that_they_have() -> None:
    none = Word(text="No theme", meaning="none")
    words = voice(not_working="Nobody rings back.")
    assert [s.theme for s in gathered(words, tagged(none), tagged(theme("T08")))] == ["T08"]
    assert [s.theme for s in gathered(words, tagged(theme("T08")), tagged(theme("T08")))] == ["T08"]


def test_themes_suggested_on_the_form_are_each_taken_once_and_only_where_nobody_confirmed_one() -> None:
    words = voice(not_working="Nobody rings back.")
    assert [(s.theme, s.suggested) for s in gathered(words, tagged(None, theme("T03")), tagged(None, theme("T03")))] == [("T03", True)]
    assert [s.theme for s in gathered(words, tagged(theme("T08")), tagged(None, theme("T03")))] == ["T08"]
    assert [s.theme for s in gathered(words, tagged(None, None))] == ["T12"]


def test_what_the_newest_form_says_of_a_theme_counts_where_it_says_anything() -> None:
    then = in_month(
        "2026-05",
        date(2026, 5, 31),
        voice("2026-05", not_working="Nobody rings back."),
        tagged(theme("T08"), item="V-PCF-2026-05-not-working"),
    )
    newer = tagged(theme("T03"), item="V-PCF-2026-05-not-working")
    assert one(newer, history=(then,)).theme == "T03"
    assert one(tagged(None, item="V-PCF-2026-05-not-working"), history=(then,)).theme == "T08"


def test_a_theme_the_settings_no_longer_have_comes_last_and_one_without_a_date_after_the_dated() -> None:
    gone = Word(text="Something of old", meaning="T99")
    rows = (finding(theme=gone), finding(id="Q-QDD-014", theme=theme("T15")), finding(id="Q-QDD-012", theme=theme("T15"), report_date=None))
    assert [s.item for s in gathered(*rows)] == ["Q-QDD-014", "Q-QDD-012", "Q-QDD-013"]
