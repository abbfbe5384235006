"""Lines of enquiry the Board may wish to pursue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS, june, line, theme, word
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.assess.enquiry import RULE, Enquiry, Reason, lines_of_enquiry
from assurance_pack.assess.enquiry.questions import theme_in_a_sentence
from assurance_pack.assess.outcomes import outcomes
from assurance_pack.assess.signals.signal import Signal
from assurance_pack.model import Cell, Lens
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.schema import Row

DATA, PROFESSIONAL, LIVED = Lens.DATA, Lens.PROFESSIONAL, Lens.LIVED


def said(lens: Lens, direction: Any, item: str, says: str = "", *, theme: str = "T12", sender: str = "voice:PCF", **more: Any) -> Signal:
    defaults = {"source": item, "dated": date(2026, 6, 30), "cell": Cell(file=""), "words": item.startswith(("V-", "P-"))}
    return Signal(theme=theme, lens=lens, direction=direction, item=item, says=says, sender=sender, **{**defaults, **more})


def asked(signals: list[Signal], *rows: Row, explained: frozenset[str] = frozenset()) -> tuple[Enquiry, ...]:
    received = june(*rows)
    return lines_of_enquiry(outcomes(signals, SETTINGS, received), SETTINGS, received, explained)


def one(signals: list[Signal], *rows: Row) -> Enquiry:
    (found,) = asked(signals, *rows)
    return found


def risk(theme_id: str, id: str = "R-CAP-004", **values: Any) -> Any:
    defaults = {"likelihood": 5, "consequence": 4, "status": word("risk_status", "open")}
    return line(Risk, id=id, theme=theme(theme_id), **{**defaults, **values})


def milestone(theme_id: str, status: str, id: str = "M-CAP-007") -> Any:
    return line(Milestone, id=id, theme=theme(theme_id), status=word("milestone_status", status))


CALLS = said(DATA, "positive", "IND-08", "Calls answered in two days: 94% in May 2026", sender="workspace:QDD")
NOBODY = said(LIVED, "concern", "V-PCF-2026-06-not-working", "Nobody rings back.")
BASES = said(
    PROFESSIONAL,
    "positive",
    "M-CAP-001",
    "Six primary inclusion bases open: complete",
    theme="T05",
    sender="workspace:CAP",
    status=word("milestone_status", "complete"),
)


def test_what_rdg_has_explained_is_asked_about_once_of_those_who_raised_it() -> None:
    ours = said(LIVED, "concern", "V-YPG-2026-06-not-working", "No one has told us.", theme="T05", sender="voice:YPG")
    (found,) = asked([CALLS, NOBODY, BASES, ours], explained=frozenset({"T05", "T12"}))
    assert found.question == (
        "Do those who raised a concern recognise the answer RDG has given? "
        "On mainstream inclusion and inclusion bases; communication, Local Offer, co-production."
    )
    assert found.sources == ("V-YPG-2026-06-not-working", "V-PCF-2026-06-not-working")


def test_what_rdg_has_not_explained_is_still_asked() -> None:
    assert [line.reason for line in asked([CALLS, NOBODY], explained=frozenset({"T05"}))] == [Reason.CONTRADICTION]


def test_figures_that_families_contradict_are_asked_what_they_count() -> None:
    found = one([CALLS, NOBODY])
    assert found.question == "What does the contact log count in “Calls answered in two days”, and would families count it so?"
    assert (found.theme, found.reason, found.sources) == ("T12", Reason.CONTRADICTION, ("IND-08", "V-PCF-2026-06-not-working"))


def test_a_milestone_that_families_contradict_is_asked_what_they_would_need_to_see() -> None:
    families = said(LIVED, "concern", "V-YPG-2026-06-not-working", "No one has told us.", theme="T05", sender="voice:YPG")
    assert one([BASES, families]).question == (
        "“Six primary inclusion bases open” is reported complete. What would the young people's group need to see to say so too?"
    )


def test_a_milestone_that_the_figures_contradict_is_asked_by_when_they_should_show_the_work() -> None:
    figure = said(DATA, "concern", "IND-04", theme="T05", sender="workspace:CWF")
    assert one([BASES, figure]).question == (
        "“Six primary inclusion bases open” is reported complete while “Speech therapy over 18 weeks” is a concern. "
        "By when should the figure show the work, and what if it does not?"
    )


def test_schools_and_families_who_differ_are_asked_whom_each_speaks_of() -> None:
    schools = said(PROFESSIONAL, "positive", "V-SEN-2026-06-working", sender="voice:SEN")
    assert one([schools, NOBODY]).question == (
        "The SENCo network speaks well of communication, Local Offer, co-production and the Parent Carer Forum does not. "
        "Which children, schools and months is each speaking of?"
    )


def test_families_who_see_more_than_the_figures_are_asked_about_too() -> None:
    families, figure = said(LIVED, "positive", "V-PCF-2026-06-working"), said(DATA, "concern", "IND-08")
    assert one([families, figure]).question == (
        "The Parent Carer Forum says that things work, and “Calls answered in two days” is a concern. What does each see that the other does not?"
    )
    found = one([CALLS, said(PROFESSIONAL, "concern", "Q-QDD-013", sender="workspace:QDD")])
    assert found.question == "“Calls answered in two days” is doing well and Q-QDD-013 reports a concern. What does the figure leave out?"


def test_a_third_lens_that_takes_a_side_is_cited_too() -> None:
    third = said(PROFESSIONAL, "concern", "Q-QDD-013", sender="workspace:QDD")
    assert one([CALLS, NOBODY, third]).sources == ("IND-08", "V-PCF-2026-06-not-working", "Q-QDD-013")


def test_an_agreed_concern_with_no_risk_on_any_register_asks_who_owns_it() -> None:
    figure = said(DATA, "concern", "IND-08")
    found = one([figure, NOBODY], milestone("T12", "at_risk"))
    assert (found.reason, found.sources) == (Reason.UNREGISTERED, ("IND-08", "V-PCF-2026-06-not-working"))
    assert found.question.startswith(
        "Two lenses agree that communication, Local Offer, co-production is a concern, and no register holds a risk"
    )
    third = said(PROFESSIONAL, "concern", "Q-QDD-013")
    assert one([figure, NOBODY, third]).question.startswith("All three lenses agree")


def test_an_agreed_concern_with_a_risk_and_no_open_milestone_asks_about_the_plan() -> None:
    found = one([said(DATA, "concern", "IND-08"), NOBODY], risk("T12", likelihood=2), milestone("T12", "complete"))
    assert found.reason is Reason.UNPLANNED


def test_lenses_silent_on_what_presses_most_share_a_question_citing_what_presses() -> None:
    rows = (risk("T08", "R-CWF-001"), milestone("T09", "off_track", "M-CWF-005"))
    known = risk("T09", "R-CWF-009", likelihood=1)
    professional = [said(PROFESSIONAL, "concern", r.id, theme=r.theme.meaning) for r in rows]
    found = one([*professional, *(said(DATA, "concern", f"IND-0{i}", theme=t) for i, t in ((3, "T08"), (4, "T09")))], *rows, known)
    assert found.question == (
        "When, and how, will families and young people be heard where most is at stake? On workforce; therapies and Experts at Hand."
    )
    assert (found.themes, found.items, found.silent) == (("T08", "T09"), ("R-CWF-001", "M-CWF-005"), LIVED)


def test_where_families_have_spoken_the_silent_figures_are_asked_for() -> None:
    row = risk("T08", "R-CWF-001")
    found = one([said(PROFESSIONAL, "concern", row.id, theme="T08"), said(LIVED, "none", "V-PCF-2026-06-ask", theme="T08")], row)
    assert (
        found.question == "Which figure would show whether things get better where most is at stake, and who will bring it? On workforce."
    )


def test_what_families_alone_raise_is_put_to_the_others() -> None:
    assert one([NOBODY]).question == (
        "Families alone raise communication, Local Offer, co-production. What do the figures and the Workspaces know of it?"
    )


def test_what_goes_well_untested_asks_when_families_will_be_asked() -> None:
    row = milestone("T06", "on_track", "M-CWF-003")
    found = one([said(PROFESSIONAL, "positive", "M-CWF-003", theme="T06")], row)
    assert found.question == "When will families be asked about work said to go well? On alternative provision and exclusion."
    assert asked([said(PROFESSIONAL, "positive", "M-CWF-003", theme="T06")]) == ()


def test_what_is_old_on_a_theme_the_plan_depends_on_asks_for_news() -> None:
    old = said(DATA, "concern", "IND-05", theme="T06", dated=date(2025, 12, 31), old=True)
    assert one([old], milestone("T06", "at_risk")).question == (
        "The newest word on alternative provision and exclusion is of December 2025. What would tell the Board where it stands today?"
    )
    assert asked([old]) == ()


def test_contradictions_come_first_and_among_them_what_carries_a_mandatory_risk() -> None:
    def clash(theme_id: str) -> list[Signal]:
        return [said(DATA, "positive", "IND-08", theme=theme_id), said(LIVED, "concern", "V-PCF-2026-06-not-working", theme=theme_id)]

    agreed = [said(DATA, "concern", "IND-08", theme="T01"), said(LIVED, "concern", "V-PCF-2026-06-not-working", theme="T01")]
    statutory = risk("T13", likelihood=1, categories=(word("category", "statutory"),))
    found = asked([*agreed, *clash("T12"), *clash("T13")], statutory)
    assert [(line.theme, line.reason) for line in found] == [
        ("T13", Reason.CONTRADICTION),
        ("T12", Reason.CONTRADICTION),
        ("T01", Reason.UNREGISTERED),
    ]


def test_a_risk_in_no_mandatory_category_does_not_bring_its_contradiction_forward() -> None:
    def clash(theme_id: str) -> list[Signal]:
        return [said(DATA, "positive", "IND-08", theme=theme_id), said(LIVED, "concern", "V-PCF-2026-06-not-working", theme=theme_id)]

    plain = risk("T12", "R-QDD-001", likelihood=1)
    statutory = risk("T13", likelihood=1, categories=(word("category", "statutory"),))
    assert [line.theme for line in asked([*clash("T12"), *clash("T13")], plain, statutory)] == ["T13", "T12"]


def test_a_concern_that_others_share_and_the_plan_addresses_is_not_called_families_alone() -> None:
    assert asked([said(DATA, "concern", "IND-08"), NOBODY], risk("T12", likelihood=1), milestone("T12", "on_track")) == ()


def test_of_two_signals_of_a_lens_the_severe_one_is_cited_though_it_is_older() -> None:
    newer, severe = (said(PROFESSIONAL, "concern", f"Q-QDD-01{n}", sender="workspace:QDD", strong=n == 4) for n in (3, 4))
    assert one([said(DATA, "concern", "IND-08"), newer, severe], milestone("T12", "at_risk")).sources == ("IND-08", "Q-QDD-014")


def test_seven_contradictions_make_six_lines() -> None:
    clashes = [
        s for t in SETTINGS.themes[:7] for s in (CALLS.model_copy(update={"theme": t.id}), NOBODY.model_copy(update={"theme": t.id}))
    ]
    assert [line.theme for line in asked(clashes)] == ["T01", "T02", "T03", "T04", "T05", "T06"]


def test_a_theme_in_a_sentence_keeps_its_proper_names() -> None:
    phrases = {t.id: theme_in_a_sentence(t) for t in SETTINGS.themes}
    assert phrases["T01"] == "EHC plans (timeliness)"
    assert phrases["T08"] == "workforce"
    assert phrases["T09"] == "therapies and Experts at Hand"


def test_the_rule_is_printed_with_its_number() -> None:
    assert RULE.format(most=6).startswith("At most 6 are offered")


_themes = st.sampled_from([t.id for t in SETTINGS.themes])
_signals = st.lists(
    st.builds(
        said,
        st.sampled_from(list(Lens)),
        st.sampled_from(["positive", "concern", "mixed", "none"]),
        st.sampled_from(["IND-01", "M-CAP-001", "Q-QDD-001", "V-PCF-2026-06-working", "R-CAP-004"]),
        st.just("Something: complete"),
        theme=_themes,
        old=st.booleans(),
    ),
    max_size=40,
)


@given(_signals, st.lists(_themes, max_size=4))
def test_there_are_never_more_than_six_each_a_question_with_sources_and_no_theme_twice(signals: list[Signal], risky: list[str]) -> None:
    found = asked(signals, *(risk(t, f"R-CAP-{i:03d}") for i, t in enumerate(risky)))
    assert len(found) <= SETTINGS.limits.lines_of_enquiry
    assert all("?" in line.question and line.sources for line in found)
    themes = [t for line in found for t in line.themes]
    assert len(themes) == len(set(themes))


def test_a_concern_of_one_source_is_not_called_going_well() -> None:
    concern = said(PROFESSIONAL, "concern", "Q-CWF-003", theme="T06", sender="workspace:CWF")
    assert asked([concern], milestone("T06", "on_track")) == ()


def test_a_risk_at_the_foot_of_the_top_band_presses_and_one_below_does_not() -> None:
    foot = {"likelihood": 3, "consequence": 5}
    assert foot["likelihood"] * foot["consequence"] == SETTINGS.top_band.least
    concern = said(PROFESSIONAL, "concern", "R-CWF-001", theme="T08")
    (found,) = asked([concern], risk("T08", "R-CWF-001", **foot))
    assert (found.reason, found.items) == (Reason.SILENCE, ("R-CWF-001",))
    assert asked([concern], risk("T08", "R-CWF-001", likelihood=3, consequence=4)) == ()


# ---------- which side is put to which ----------

PEOPLE_WELL = said(LIVED, "positive", "V-PCF-2026-06-working")
STAFF_WELL = said(PROFESSIONAL, "positive", "Q-QDD-013", sender="workspace:QDD")
STAFF_WORRIED = said(PROFESSIONAL, "concern", "Q-QDD-014", sender="workspace:QDD")
FIGURE_WORRIED = said(DATA, "concern", "IND-08")
PLAIN_ENDING = "Which children, schools and months is each speaking of?"


@pytest.mark.parametrize(
    ("signals", "ending"),
    [
        ([CALLS, NOBODY], "and would families count it so?"),
        ([CALLS, STAFF_WORRIED], "What does the figure leave out?"),
        ([PEOPLE_WELL, FIGURE_WORRIED], "What does each see that the other does not?"),
        ([PEOPLE_WELL, STAFF_WORRIED], PLAIN_ENDING),
        ([STAFF_WELL, FIGURE_WORRIED], PLAIN_ENDING),
        ([STAFF_WELL, NOBODY], PLAIN_ENDING),
        ([BASES.model_copy(update={"theme": "T12"}), FIGURE_WORRIED], "and what if it does not?"),
        ([BASES.model_copy(update={"theme": "T12"}), NOBODY], "need to see to say so too?"),
    ],
)
def test_each_pair_of_sources_that_differ_has_its_own_question(signals: list[Signal], ending: str) -> None:
    found = one(signals)
    assert found.reason is Reason.CONTRADICTION
    assert found.question.endswith(ending)
    assert found.sources == tuple(s.item for s in signals)


@pytest.mark.parametrize(
    ("signals", "cited"),
    [
        ([STAFF_WELL, CALLS, NOBODY], ("IND-08", "V-PCF-2026-06-not-working", "Q-QDD-013")),
        ([STAFF_WORRIED, CALLS, NOBODY], ("IND-08", "V-PCF-2026-06-not-working", "Q-QDD-014")),
        ([STAFF_WORRIED, FIGURE_WORRIED, PEOPLE_WELL], ("V-PCF-2026-06-working", "IND-08", "Q-QDD-014")),
        ([STAFF_WELL, FIGURE_WORRIED, PEOPLE_WELL], ("V-PCF-2026-06-working", "IND-08", "Q-QDD-013")),
        ([STAFF_WORRIED, CALLS, PEOPLE_WELL], ("V-PCF-2026-06-working", "Q-QDD-014", "IND-08")),
    ],
)
def test_families_are_set_against_the_figures_where_both_differ_and_a_third_is_cited_last(
    signals: list[Signal], cited: tuple[str, ...]
) -> None:
    assert one(signals).sources == cited


def test_a_mixed_lens_takes_no_side_and_is_not_cited() -> None:
    torn = said(PROFESSIONAL, "mixed", "Q-QDD-015")
    assert one([CALLS, NOBODY, torn]).sources == ("IND-08", "V-PCF-2026-06-not-working")


def speaks(*signals: Signal) -> str:
    """Who is put forward for professionals against families who are content."""
    return one([PEOPLE_WELL, *signals]).sources[-1]


def test_the_gravest_concern_speaks_for_its_lens_then_what_somebody_confirmed_then_the_newest() -> None:
    newest, older = (said(PROFESSIONAL, "concern", f"Q-QDD-02{n}", dated=date(2026, n, 1)) for n in (6, 5))
    assert speaks(older, newest) == speaks(newest, older) == newest.item
    guessed = newest.model_copy(update={"suggested": True})
    assert speaks(guessed, older) == older.item
    severe = older.model_copy(update={"item": "R-CAP-004", "suggested": True, "strong": True})
    assert speaks(newest, severe, older) == "R-CAP-004"
    undated = newest.model_copy(update={"item": "Q-QDD-031", "dated": None})
    assert speaks(undated, older) == older.item


def test_a_milestone_reported_complete_is_the_plainest_claim() -> None:
    complete = BASES.model_copy(update={"theme": "T12", "dated": date(2026, 4, 1)})
    on_track = BASES.model_copy(
        update={"theme": "T12", "item": "M-CAP-002", "says": "Ramp: on track", "status": word("milestone_status", "on_track")}
    )
    assert one([on_track, complete, NOBODY]).question.startswith("“Six primary inclusion bases open” is reported complete. What would")
    assert one([on_track, NOBODY]).question.startswith("“Ramp” is reported on track. What would the Parent Carer Forum need")


def test_what_is_old_speaks_for_nobody_and_is_not_cited() -> None:
    old = STAFF_WORRIED.model_copy(update={"item": "Q-QDD-001", "strong": True, "old": True})
    assert speaks(old, STAFF_WORRIED) == "Q-QDD-014"
    agreed = one([FIGURE_WORRIED, NOBODY, old], milestone("T12", "at_risk"))
    assert (agreed.reason, agreed.sources) == (Reason.UNREGISTERED, ("IND-08", "V-PCF-2026-06-not-working"))
    well = one([STAFF_WELL.model_copy(update={"old": True, "item": "Q-QDD-001"}), STAFF_WELL, CALLS], milestone("T12", "on_track"))
    assert (well.reason, well.sources) == (Reason.UNTESTED, ("IND-08", "Q-QDD-013"))


# ---------- names within a sentence ----------


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Workforce", "workforce"),
        ("Travel assistance", "travel assistance"),
        ("Data, Digital", "data, Digital"),
        ("Local Offer", "Local Offer"),
        ("SEND", "SEND"),
        ("EHC plans", "EHC plans"),
        ("IDs kept", "IDs kept"),
        ("Plans: timeliness", "plans (timeliness)"),
        ("Plans: in time: always", "plans (in time: always)"),
        ("Ages 16 to 25", "ages 16 to 25"),
        ("A place", "A place"),
    ],
)
def test_a_name_keeps_its_capital_within_a_sentence_only_where_it_is_a_proper_name(name: str, within: str) -> None:
    assert theme_in_a_sentence(SETTINGS.themes[0].model_copy(update={"name": name})) == within


# ---------- what the registers hold ----------

AGREED = [FIGURE_WORRIED, NOBODY]


def test_a_risk_that_is_closed_or_of_another_theme_does_not_answer_an_agreed_concern() -> None:
    closed = risk("T12", likelihood=1, status=word("risk_status", "closed"), categories=(word("category", "statutory"),))
    elsewhere, untold = risk("T05", "R-CAP-005", likelihood=1), line(Risk, id="R-CAP-006", likelihood=1, consequence=1)
    assert one(AGREED, closed, elsewhere, untold, milestone("T12", "on_track")).reason is Reason.UNREGISTERED
    assert asked(AGREED, risk("T12", likelihood=None), milestone("T12", "on_track")) == ()


def test_a_milestone_without_a_theme_or_of_another_addresses_no_concern() -> None:
    held = risk("T12", likelihood=1)
    untold = line(Milestone, id="M-CAP-009", status=word("milestone_status", "off_track"))
    assert one(AGREED, held, untold, milestone("T06", "on_track")).reason is Reason.UNPLANNED
    assert asked(AGREED, held, milestone("T12", "paused")) == ()


def test_one_lens_of_two_that_are_heard_is_not_all_three() -> None:
    torn = said(PROFESSIONAL, "mixed", "Q-QDD-015")
    assert one([*AGREED, torn], milestone("T12", "on_track")).question.startswith("Two lenses agree")


def test_what_presses_is_told_off_track_milestones_first_each_with_its_own() -> None:
    rows = (
        risk("T08", "R-CWF-001"),
        risk("T08", "R-CWF-002"),
        milestone("T08", "off_track", "M-CWF-005"),
        milestone("T08", "at_risk", "M-CWF-006"),
    )
    found = one([said(PROFESSIONAL, "concern", "R-CWF-001", theme="T08")], *rows)
    assert (found.reason, found.items) == (Reason.SILENCE, ("M-CWF-005", "R-CWF-001", "R-CWF-002"))


def test_a_severe_risk_that_is_closed_or_has_no_theme_presses_nothing() -> None:
    concern = said(PROFESSIONAL, "concern", "M-CWF-006", theme="T08")
    closed = risk("T08", "R-CWF-001", status=word("risk_status", "closed"))
    untold = line(Risk, id="R-CWF-002", likelihood=5, consequence=5)
    assert asked([concern], closed, untold, milestone("T08", "at_risk", "M-CWF-006")) == ()


@pytest.mark.parametrize(
    ("heard", "silent"),
    [
        ((), LIVED),
        ((DATA,), LIVED),
        ((LIVED,), DATA),
        ((LIVED, DATA), PROFESSIONAL),
        ((LIVED, PROFESSIONAL), DATA),
        ((LIVED, DATA, PROFESSIONAL), None),
    ],
)
def test_where_several_are_silent_families_are_asked_for_first_and_professionals_last(heard: tuple[Lens, ...], silent: Lens | None) -> None:
    found = asked([said(lens, "none", f"Q-{lens}", theme="T08") for lens in heard], risk("T08", "R-CWF-001"))
    assert [line.silent for line in found] == ([silent] if silent else [])


def test_each_silence_is_asked_about_in_its_own_line_with_what_it_is_about() -> None:
    quiet = [said(lens, "none", f"Q-{t}-{lens}", theme=t) for t, lens in (("T08", LIVED), ("T09", DATA), ("T06", LIVED), ("T06", DATA))]
    rows = (risk("T08", "R-CWF-008"), risk("T09", "R-CWF-009"), risk("T06", "R-CWF-006"), risk("T04", "R-CAP-004"))
    found = asked(quiet, *rows)
    assert [(line.themes, line.silent, line.items) for line in found] == [
        (("T04", "T09"), LIVED, ("R-CAP-004", "R-CWF-009")),
        (("T06",), PROFESSIONAL, ("R-CWF-006",)),
        (("T08",), DATA, ("R-CWF-008",)),
    ]
    assert [line.question.partition(" On ")[2] for line in found] == [
        "specialist places and sufficiency; therapies and Experts at Hand.",
        "alternative provision and exclusion.",
        "workforce.",
    ]


def test_a_silence_and_what_is_untested_are_two_questions_though_families_are_silent_in_both() -> None:
    well = said(PROFESSIONAL, "positive", "M-CWF-003", theme="T06")
    found = asked([well], milestone("T06", "on_track", "M-CWF-003"), risk("T08", "R-CWF-001"))
    assert [(line.reason, line.themes, line.silent) for line in found] == [
        (Reason.SILENCE, ("T08",), LIVED),
        (Reason.UNTESTED, ("T06",), LIVED),
    ]


# ---------- what goes well, what families raise, what is old ----------


def test_what_goes_well_is_asked_about_where_families_were_not_heard_and_the_plan_depends_on_it() -> None:
    row = milestone("T12", "on_track")
    assert one([STAFF_WELL], row).reason is Reason.UNTESTED
    assert one([STAFF_WELL, CALLS]).reason is Reason.UNTESTED
    assert asked([STAFF_WELL, said(LIVED, "none", "V-PCF-2026-06-ask")], row) == ()
    assert asked([PEOPLE_WELL], row) == ()
    assert asked([said(PROFESSIONAL, "mixed", "Q-QDD-015")], row) == ()


def test_only_what_speaks_well_is_cited_of_what_is_untested() -> None:
    neutral = said(DATA, "none", "IND-02")
    assert one([neutral, STAFF_WELL], milestone("T12", "on_track")).sources == ("Q-QDD-013",)


def test_what_families_praise_alone_is_not_raised_by_them() -> None:
    assert asked([PEOPLE_WELL]) == ()
    assert asked([STAFF_WORRIED]) == ()


def old(item: str, on: date | None, direction: Any = "concern") -> Signal:
    return said(DATA, direction, item, theme="T06", dated=on, old=True)


def test_of_what_is_old_the_newest_is_cited_and_of_one_day_the_last_by_its_id() -> None:
    row = milestone("T06", "at_risk")
    march, february = date(2026, 3, 31), date(2026, 2, 28)
    assert one([old("IND-05", march), old("IND-06", february)], row).sources == ("IND-05",)
    assert one([old("IND-06", march), old("IND-05", march)], row).sources == ("IND-06",)
    assert one([old("IND-05", march), old("IND-06", date(2026, 5, 1), "none")], row).sources == ("IND-05",)
    assert one([old("IND-05", march), old("IND-06", None)], row).sources == ("IND-05",)
    assert asked([old("IND-05", None)], row) == ()
    assert asked([old("IND-05", march, "none")], row) == ()


def test_a_line_is_about_its_first_theme_and_names_each_source_once() -> None:
    twice = Enquiry(
        themes=("T01", "T02"), reason=Reason.SILENCE, question="?", signals=(CALLS, CALLS, NOBODY), items=("IND-08", "R-CAP-004")
    )
    assert (twice.theme, twice.sources) == ("T01", ("IND-08", "V-PCF-2026-06-not-working", "R-CAP-004"))


def test_lines_come_in_the_order_of_their_reasons() -> None:
    clash = [CALLS, NOBODY]
    explained = [s.model_copy(update={"theme": "T01"}) for s in clash]
    agreed = [s.model_copy(update={"theme": "T02"}) for s in AGREED]
    unplanned = [s.model_copy(update={"theme": "T03"}) for s in AGREED]
    alone = NOBODY.model_copy(update={"theme": "T04"})
    rows = (risk("T03", "R-CAP-003", likelihood=1), risk("T05", "R-CAP-005"))
    found = asked([*clash, *explained, *agreed, *unplanned, alone], *rows, explained=frozenset({"T01"}))
    assert [(line.theme, line.reason) for line in found] == [
        ("T12", Reason.CONTRADICTION),
        ("T01", Reason.EXPLAINED),
        ("T02", Reason.UNREGISTERED),
        ("T05", Reason.SILENCE),
        ("T03", Reason.UNPLANNED),
        ("T04", Reason.ONLY_FAMILIES),
    ]
