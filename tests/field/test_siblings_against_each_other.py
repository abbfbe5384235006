"""Words and figures of one return that do not agree: each through its workbook, as an officer makes it."""

from __future__ import annotations

from pathlib import Path

from field_cases import june_with, page_1, places, put, said, words_of

from assurance_pack.returns.board_log import Decision

LOG = "Board log June 2026.xlsx"
RDG = "RDG return June 2026.xlsx"
CAP = "Capital and Sufficiency June 2026.xlsx"


def test_answers_whose_ids_were_exchanged_are_printed_beside_neither_ask(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {RDG: put("You said, we did", A5="V-SEN-2026-05-ask", A6="V-PCF-2026-05-ask")})
    assert places(said(understood, "AP339")) == [
        "AP339 You said, we did!A5 You said, we did!B5",
        "AP339 You said, we did!A6 You said, we did!B6",
    ]
    assert "No form changes from 1 July" not in words_of(understood)


def test_a_decision_called_met_against_its_own_figure_is_asked_about(tmp_path: Path) -> None:
    (asked,) = said(june_with(tmp_path, {LOG: put("Decisions", I6="Met")}), "AP323")
    assert (places([asked]), asked.sentence) == (
        ["AP323 Decisions!I6"],
        "Met, and “Psychologist posts vacant” is to be below 20% and is 22%.",
    )


def test_an_action_called_complete_and_told_as_not_done_is_asked_about(tmp_path: Path) -> None:
    (asked,) = said(june_with(tmp_path, {LOG: put("Actions", E6="Complete", F6="Not yet done: waiting for the schools.")}), "AP236")
    assert places([asked]) == ["AP236 Actions!E6 Actions!F6"]


def test_what_is_called_done_and_told_as_still_to_come_is_asked_about(tmp_path: Path) -> None:
    told = june_with(
        tmp_path,
        {
            LOG: lambda book: [
                put("Actions", E6="Complete", F6="Both visits booked for 26 August.")(book),
                put("Exceptional issues", C5="A provider closed; 2 of its 19 places are still to be found.", F5="Closed")(book),
            ],
            RDG: put("You said, we did", C6="Done", D6="Not started yet; a letter is planned for September."),
            CAP: put("Milestones", E9="Complete", I9="Not yet published: 40 of 118 schools done."),
        },
    )
    assert sorted(places(said(told, "AP236"))) == [
        "AP236 Actions!E6 Actions!F6",
        "AP236 Exceptional issues!C5 Exceptional issues!F5",
        "AP236 Milestones!E9 Milestones!I9",
        "AP236 You said, we did!C6 You said, we did!D6",
    ]


def test_numbers_of_a_matter_with_their_digits_turned_are_asked_about(tmp_path: Path) -> None:
    (places_turned,) = said(
        june_with(tmp_path / "places", {RDG: put("For the Board", D5="Approve 42 interim specialist places.")}), "AP235"
    )
    assert places([places_turned]) == ["AP235 For the Board!B5 For the Board!D5"]
    (money,) = said(june_with(tmp_path / "money", {RDG: put("For the Board", S5="£0.93m, by re-phasing capital.")}), "AP235")
    assert places([money]) == ["AP235 For the Board!D5 For the Board!S5"]


def test_an_option_that_is_not_there_is_in_question_and_not_called_no_recommendation(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {RDG: put("For the Board", N5="Option D, by re-phasing capital.")})
    assert "RDG made no recommendation" not in words_of(understood)
    assert "What RDG recommends is in question" in words_of(understood)
    assert "[q]" in page_1(understood)


def test_a_score_in_words_is_asked_about_where_the_risk_stands_at_another(tmp_path: Path) -> None:
    (asked,) = said(june_with(tmp_path, {CAP: put("Risks", E8=3)}), "AP237")
    assert (places([asked]), asked.sentence) == (
        ["AP237 Risks!E8 Risks!H8"],
        "“What changed this month” says “likelihood is 5”, and “Likelihood now” is 3.",
    )


def test_a_headline_against_rdgs_own_table_or_with_its_digits_turned_is_asked_about(tmp_path: Path) -> None:
    headline = "All 42 children promised a place are told of January, and confidence in places is Green again."
    told = june_with(tmp_path, {RDG: put("Start here", C8=headline)})
    assert places(said(told, "AP238", "AP270")) == ["AP238 Confidence!C7 Start here!C8", "AP270 Start here!C8"]


def test_a_percentage_that_no_month_had_is_asked_about_and_one_that_it_had_is_not(tmp_path: Path) -> None:
    wrong = put("Advise and assure", B5="Reviews in time are 17%: the Board's limit is 65%.")
    assert places(said(june_with(tmp_path / "wrong", {RDG: wrong}), "AP265")) == ["AP265 Advise and assure!B5"]
    right = put("Advise and assure", B5="Reviews in time are 71%.")
    assert said(june_with(tmp_path / "right", {RDG: right}), "AP265") == []


def test_a_milestone_whose_words_give_a_later_day_than_its_forecast_is_asked_about(tmp_path: Path) -> None:
    edit = put("Milestones", E11="On track", G11="28/09/2026", K11="Both bases open on 4 January 2027, not in September.")
    assert places(said(june_with(tmp_path, {CAP: edit}), "AP266")) == ["AP266 Milestones!G11 Milestones!K11"]


def test_a_condition_with_the_digits_of_its_words_turned_is_asked_about_and_still_judged(tmp_path: Path) -> None:
    told = june_with(tmp_path, {LOG: put("Decisions", G6="Vacancy below 21% by 30 September 2026.", O6=12)})
    assert places(said(told, "AP270", "AP626")) == ["AP270 Decisions!G6 Decisions!O6"]
    condition = told.case.find(Decision, "D-004")
    assert condition
    assert condition.value == 12  # a doubt changes no figure


def test_words_that_only_stand_beside_a_value_are_not_held_against_it(tmp_path: Path) -> None:
    honest = june_with(
        tmp_path,
        {
            CAP: lambda book: [
                put("Milestones", I14="Bids scored on 24 June. Building starts in January 2027.")(book),
                put("Milestones", A9="Changed", E9="Complete", I9="First lessons beside them planned for 2 September.")(book),
                put("Milestones", I11="Planning reference FUL/2026/01234 has one condition.")(book),
                put("Risks", E8=3, H8="Likelihood rose to 5 and fell to 3 again after the rooms were hired.")(book),
            ],
            RDG: put("Advise and assure", B5="Reviews in time are 17% by the weekly count: the Board's limit is 65%."),
            LOG: put("Actions", E6="Complete", F6="34 of 61 still to be placed; the count was brought to RDG."),
        },
    )
    assert places(said(honest, "AP236", "AP237", "AP265", "AP266", "AP509")) == []
    assert "FUL/2026/01234" in words_of(honest)


def test_words_that_plainly_contradict_a_value_are_asked_about_whatever_stands_beside_them(tmp_path: Path) -> None:
    told = june_with(
        tmp_path,
        {
            CAP: lambda book: [
                put("Milestones", E13="Complete", I13="Publication is planned for 3 September 2026.")(book),
                put("Milestones", E11="On track", G11="28/09/2026", K11="Slipped to June 2027.")(book),
                put("Risks", E8=3, H8="The heads put likelihood at 5 and we agree.")(book),
            ],
            RDG: lambda book: [
                put("Start here", C8="All 42 children have a room. Confidence in places is Green. Overall the workforce is Amber.")(book),
                put("Advise and assure", B5="Reviews in time are at 17%, below the national 70%.")(book),
            ],
            LOG: lambda book: put("Actions", E6="Complete", F6="Half done.")(book),
        },
    )
    assert sorted(places(said(told, "AP236", "AP237", "AP238", "AP265", "AP266", "AP270"))) == [
        "AP236 Actions!E6 Actions!F6",
        "AP236 Milestones!E13 Milestones!I13",
        "AP237 Risks!E8 Risks!H8",
        "AP238 Confidence!C7 Start here!C8",
        "AP265 Advise and assure!B5",
        "AP266 Milestones!G11 Milestones!K11",
        "AP270 Start here!C8",
    ]
