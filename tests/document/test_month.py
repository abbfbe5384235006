"""Section 1: what a Board member reads in the first minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from position_rows import (
    SETTINGS,
    case,
    cells,
    confidence,
    fates,
    matter,
    milestone,
    position,
    record,
    risk,
    row,
    table,
    word,
    words,
)

from assurance_pack.assess.trends import Point, Trend
from assurance_pack.document.blocks import Callout, KeyFigures, Paragraph
from assurance_pack.document.blocks.runs import Ref, plain
from assurance_pack.document.section import Section
from assurance_pack.document.sections import milestones, month
from assurance_pack.model import Month
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.position.month import first_sentence
from assurance_pack.returns.board_log import Decision, ExceptionalIssue
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import Cover, Statement
from assurance_pack.rules.case import Case
from assurance_pack.schema import Review


def section(of: Case) -> Section:
    return month.write(position(of), of.settings)


def said(found: Section, style: str) -> list[str]:
    return [plain(b.content) for b in found.blocks if isinstance(b, Paragraph) and b.style == style]


def panel(found: Section) -> list[str]:
    """What the panel says where nothing is asked."""
    callout = next(b for b in found.blocks if isinstance(b, Callout))
    return [plain(i.content) for i in callout.items]


def asked(found: Section) -> list[list[str]]:
    return cells(table(found, "asked to decide"))


def figures(found: Section) -> dict[str, tuple[str, str]]:
    block = next(b for b in found.blocks if isinstance(b, KeyFigures))
    return {f.label: (plain(f.value), f.change) for f in block.items}


def brief(found: Section, name: str) -> str:
    return next(c[1] for c in cells(table(found, "in brief")) if c[0] == name)


def statement(kind: str, text: str, *linked: str) -> Statement:
    return row(Statement, "rdg:RDG", kind=word("statement", kind), statement=text, linked=linked or None)


def headline(text: str) -> Cover:
    return row(Cover, "rdg:RDG", headline=text)


# ---------- the story ----------


def test_rdgs_headline_tells_the_story_and_is_never_cut() -> None:
    of = case(headline("Confidence has fallen: 24 places will open in January. Interim rooms would keep every offer"))
    found = section(of)
    assert said(found, "story") == ["Confidence has fallen: 24 places will open in January."]
    overall = cells(table(milestones.write(position(of), SETTINGS), "delivery confidence"))[0]
    assert "Interim rooms would keep every offer." in overall[2]


def test_without_a_headline_the_story_is_what_changed_most() -> None:
    last = record("2026-05", [confidence("overall", "green"), milestone("M-CAP-001"), risk("R-CAP-001", 3, 3)])
    found = section(case(confidence("overall", "red"), milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5), last=last))
    assert said(found, "story") == [
        "Since May, delivery confidence fell from Green to Red, milestones off track rose from none to one and extreme risks rose from none to one."
    ]


def test_what_rose_while_a_return_did_not_come_rose_to_at_least_so_many_and_the_story_says_how_many_came() -> None:
    last = record("2026-05", [milestone("M-CAP-001"), milestone("M-CWF-001", "off_track", sender="workspace:CWF")])
    two = (milestone("M-CAP-001", "off_track"), milestone("M-CAP-002", "off_track"))
    found = section(case(*two, last=last, missing=["workspace:CWF", "rdg:RDG"]))
    (story,) = said(found, "story")
    assert story.startswith("Since May, milestones off track rose from one to at least two. ")
    assert story.endswith(" returns came.")
    assert figures(found)["Milestones off track, June"] == ("At least 2", "↑ Worse: 1 in May")


def test_rdgs_headline_says_beside_it_how_many_returns_came_where_not_all_did() -> None:
    assert said(section(case(headline("All is well."), missing=["workspace:CWF"])), "story")[0].startswith("All is well. ")
    assert said(section(case(headline("All is well."), missing=["workspace:CWF"])), "story")[0].endswith(" returns came.")
    assert said(section(case(headline("All is well."))), "story") == ["All is well."]


def test_a_month_in_which_nothing_moved_says_so() -> None:
    rows = lambda: [confidence("overall", "green"), milestone("M-CAP-001"), risk("R-CAP-001")]  # noqa: E731
    found = section(case(*rows(), last=record("2026-05", rows())))
    assert said(found, "story") == ["Since May, delivery confidence, milestones off track and extreme risks are as they were."]


def test_a_first_pack_says_there_is_nothing_to_compare_with() -> None:
    assert said(section(case()), "story") == ["This is the first pack on record: there is nothing to compare it with."]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("It rose by 4.5 points. Then it fell.", "It rose by 4.5 points."),
        ("“Nobody rings back.” They said so.", "“Nobody rings back.”"),
        ("No stop at all", "No stop at all"),
        ("Cost e.g. taxis are up. More.", "Cost e.g. taxis are up."),
        ("", ""),
    ],
)
def test_the_first_sentence_of_some_text(text: str, first: str) -> None:
    assert first_sentence(text) == first


# ---------- what is asked ----------


def test_each_decision_stands_with_what_rdg_recommends_its_confidence_and_the_day_it_is_needed_by() -> None:
    first = matter(
        "B-001", asked_detail="Approve 24 places", option_a="Rooms at both schools; every offer kept. £0.39m.", by_when=date(2026, 7, 24)
    )
    second = matter("B-002", "direct_rdg", recommendation="Wait for the audit. It is due in July.", by_when=date(2026, 7, 16))
    third = matter("B-003", recommendation=None, confidence=None)
    fourth = matter("B-004", recommendation="Wait.", by_when=date(2026, 7, 10))
    found = section(case(first, second, third, fourth))
    assert asked(found) == [
        ["1. Approve 24 places.", "Option A: rooms at both schools", "A Amber", "24 July"],
        ["2. Approve what B-002 proposes.", "Wait for the audit", "A Amber", "This meeting"],
        ["3. Approve what B-003 proposes.", "No recommendation", "Not stated", "Not stated"],
        ["4. Approve what B-004 proposes.", "Wait", "A Amber", "10 July, before this meeting"],
    ]
    assert table(found, "asked to decide").rows[0].cells[0].content[0] == Ref("1.", target="B-001", strong=True)


def test_a_day_that_has_passed_when_the_month_is_told_of_is_called_so() -> None:
    (row,) = asked(section(case(matter("B-001", by_when=date(2026, 6, 29)))))
    assert row[3] == "29 June, passed"


def test_confidence_is_shown_priority_by_priority_with_what_it_was() -> None:
    last = record("2026-05", [confidence("overall", "green"), confidence("2", "amber"), confidence("3", "amber")])
    of = case(confidence("overall", "amber"), confidence("2", "red"), confidence("3", "amber"), confidence("4", "green"), last=last)
    (marks,) = cells(table(section(of), "confidence in delivery"))
    assert marks == ["A Amber Green in May", "Not stated", "R Red Amber in May", "A Amber same", "G Green new", "Not stated"]


def test_where_sources_disagree_is_named_in_one_line() -> None:
    quiet = position(case())
    loud = replace(quiet, month=replace(quiet.month, contested=SETTINGS.themes[:5]))
    names = [(t.short or t.name)[0].lower() + (t.short or t.name)[1:] for t in SETTINGS.themes[:3]]
    assert "They disagree" not in words(month.write(quiet, SETTINGS))
    said = brief(month.write(loud, SETTINGS), "Sources")
    assert said.startswith("They disagree on “")
    assert " and two more themes (" in said
    assert sum(name.casefold() in said.casefold() for name in names) == 3


def test_a_theme_on_which_only_what_is_called_complete_is_disputed_stands_in_that_line_too() -> None:
    quiet = position(case())
    for contested, begins in (((), "What is called complete is disputed on “"), (SETTINGS.themes[:1], "They disagree on “")):
        loud = replace(quiet, month=replace(quiet.month, contested=contested, disputed_themes=SETTINGS.themes[1:2]))
        said = brief(month.write(loud, SETTINGS), "Sources")
        assert said.startswith(begins)
        assert f"what is called complete is disputed on “{SETTINGS.themes[1].in_short}”" in said[0].lower() + said[1:]


def test_no_decision_is_said_in_the_panel_too() -> None:
    assert panel(section(case(matter("B-001", "note")))) == ["No decision is asked of the Board this month."]


def test_a_panel_of_very_many_counts_the_rest() -> None:
    found = asked(section(case(*(matter(f"B-{n:03}") for n in range(40)))))
    assert len(found) == 7
    assert found[-1][0] == "34 more decisions, in ."


# ---------- key figures ----------


def test_the_figures_have_each_their_period_and_their_change_in_words() -> None:
    last = record(
        "2026-05",
        [confidence("overall", "green"), milestone("M-CAP-001"), milestone("M-CAP-002"), risk("R-CAP-001", 5, 5), risk("R-CAP-002")],
    )
    trends = {
        "IND-01": Trend(indicator="IND-01", points=points(61, 63), variation="improving"),
        "IND-02": Trend(indicator="IND-02", points=points(74, 71), variation="common_cause"),
    }
    now = (
        confidence("overall", "amber"),
        milestone("M-CAP-001", "off_track"),
        milestone("M-CAP-002"),
        risk("R-CAP-001"),
        risk("R-CAP-002"),
    )
    assert figures(section(case(*now, last=last, trends=trends))) == {
        "Milestones off track, June": ("1 of 2", "↑ Worse: 0 in May"),
        "Extreme risks, June": ("0 of 2", "↓ Better: 1 in May"),
        "Plans in 20 weeks, May": ("63%", "↑ Better: 61% in April"),
        "Reviews in time, May": ("71%", "↓ 74% in April; usual variation"),
    }


def points(*values: float) -> tuple[Point, ...]:
    return tuple(Point(period=date(2026, 4 + n, 28), value=v) for n, v in enumerate(values))


def test_fewer_is_not_called_better_while_one_of_them_is_not_heard_of() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5)])
    now = (milestone("M-CAP-001", "off_track", review=Review.NOT_REVIEWED), risk("R-CAP-001", 5, 5, review=Review.NOT_REVIEWED))
    found = figures(section(case(*now, last=last)))
    assert found["Milestones off track, June"] == ("0 known", "1 in May, 1 of these not known now")
    assert found["Extreme risks, June"] == ("0 known", "1 in May, 1 of these not known now")


def test_a_count_is_not_called_the_same_while_an_item_has_no_status_or_score() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-CAP-002"), risk("R-CAP-001", 5, 5), risk("R-CAP-002")])
    now = (milestone("M-CAP-001", "off_track"), milestone("M-CAP-002", None), risk("R-CAP-001", 5, 5), risk("R-CAP-002", None))
    found = figures(section(case(*now, last=last)))
    assert found["Milestones off track, June"] == ("1 known", "1 in May; 1 other may be too")
    assert found["Extreme risks, June"] == ("1 known", "1 in May; 1 other may be too")


def test_fewer_is_not_called_better_while_nobody_has_reviewed_an_item_that_was_not_counted() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-CAP-002"), risk("R-CAP-001", 5, 5), risk("R-CAP-002")])
    silent = (milestone("M-CAP-002", review=Review.NOT_REVIEWED), risk("R-CAP-002", review=Review.NOT_REVIEWED))
    better = figures(section(case(milestone("M-CAP-001"), risk("R-CAP-001", 1, 1), *silent, last=last)))
    assert better["Milestones off track, June"] == ("0 known", "1 in May; 1 other may be too")
    assert better["Extreme risks, June"] == ("0 known", "1 in May; 1 other may be too")
    few = record("2026-05", [milestone("M-CAP-001"), milestone("M-CAP-002"), risk("R-CAP-001", 1, 1), risk("R-CAP-002")])
    worse = figures(section(case(milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5), *silent, last=few)))
    assert worse["Milestones off track, June"] == ("At least 1", "↑ Worse: 0 in May")


def test_a_count_is_not_called_the_same_while_an_item_of_last_month_is_there_no_more() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-CAP-002"), risk("R-CAP-001", 5, 5), risk("R-CAP-002")])
    page = section(case(milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5), last=last))
    found = figures(page)
    assert found["Milestones off track, June"] == ("1 known", "1 in May; 1 other may be too")
    assert found["Extreme risks, June"] == ("1 known", "1 in May; 1 other may be too")
    assert "Open when last reported, and not heard of since: R-CAP-002 " in brief(page, "Returns")


def test_what_left_a_return_without_a_word_is_named_on_page_1_the_worst_first_and_the_rest_counted() -> None:
    gone = [risk("R-CAP-002"), risk("R-CAP-003", 5, 5), milestone("M-CAP-004"), milestone("M-CAP-005", "off_track", title="Two bases open")]
    last = record("2026-05", [risk("R-CAP-001"), milestone("M-CAP-001"), *gone])
    said = brief(section(case(risk("R-CAP-001"), milestone("M-CAP-001"), last=last)), "Returns")
    named = said.partition("not heard of since: ")[2].partition(". ")[0].split("; ")
    assert [n.partition(" ")[0] for n in named] == ["R-CAP-003", "M-CAP-005", "R-CAP-002", "one"]
    assert named[1] == "M-CAP-005 two bases open"


def test_an_item_under_whose_id_another_stands_now_is_named_by_what_it_was() -> None:
    last = record("2026-05", [risk("R-CAP-001", 5, 5, title="The sea wall gives way in winter")])
    now = case(risk("R-CAP-001", 1, 1, title="Minibus drivers retire"), last=last)
    assert "not heard of since: R-CAP-001 the sea wall gives way in winter" in brief(section(now), "Returns")


def test_a_risk_that_was_closed_is_not_among_what_nobody_heard_of() -> None:
    last = record("2026-05", [risk("R-CAP-001", status="closed"), milestone("M-CAP-001", "complete")])
    assert "not heard of" not in brief(section(case(last=last)), "Returns")


def test_without_an_rdg_return_last_months_confidence_is_not_shown() -> None:
    found = section(case(missing=["rdg:RDG"], last=record("2026-05", [confidence("overall", "green")])))
    (marks,) = cells(table(found, "confidence in delivery"))
    assert set(marks) == {"X No return"}


def test_the_first_month_has_no_change_to_show() -> None:
    found = figures(section(case(confidence("overall", "green"), milestone("M-CAP-001"))))
    assert found["Milestones off track, June"] == ("0 of 1", "First on record")
    assert found["Plans in 20 weeks"] == ("[x]", "No figure received")


# ---------- in brief ----------


def test_the_alert_is_drawn_from_what_rdg_brings_and_from_mandatory_items_new_or_worse() -> None:
    last = record("2026-05", [risk("R-CAP-001", 3, 4, categories=["financial"]), risk("R-CAP-002", categories=["statutory"])])
    brought = matter(
        "B-001", issue="Places are late. They cost money.", categories=(word("category", "sufficiency"),), linked=("R-CAP-004",)
    )
    now = [
        brought,
        risk("R-CAP-004", 5, 5, categories=["sufficiency"]),
        risk("R-CAP-001", 4, 4, categories=["financial"]),
        risk("R-CAP-002", categories=["statutory"]),
        row(ExceptionalIssue, "board_log:BOARD", id="X-001", issue="A provider closes.", categories=(word("category", "sufficiency"),), status=word("issue_status", "open")),
        row(Concern, "partner:NHS", concern="Posts end.", category=(word("category", "partnership"),), given_id="P-NHS-2026-06-1"),
    ]  # fmt: skip
    found = section(case(*now, last=last))
    alert = brief(found, "Alert")
    assert "Places are late" not in alert, "the panel above says what is asked"
    assert "Risk. Because of R-CAP-001, something might happen. (R-CAP-001, 16, was 12)" in alert
    assert "Event. A provider closes. (X-001)" in alert
    assert "Concern. Community NHS trust: Posts end." in alert
    assert "Risks also open. Because of R-CAP-002 (R-CAP-002)." in alert
    assert "R-CAP-004" not in alert, "it stands with what is asked about it"
    assert [c[0] for c in asked(found)] == ["1. Approve what B-001 proposes. (R-CAP-004 Because of R-CAP-004, 25 Extreme)"]


def test_an_extreme_risk_that_is_new_or_worse_is_on_page_1_in_whatever_category_and_before_a_lower_one() -> None:
    last = record("2026-05", [risk("R-CAP-003", 3, 4), risk("R-QDD-001", 5, 5), risk("R-QDD-002", 5, 5), risk("R-CAP-005", 1, 2)])
    now = [
        risk("R-QDD-003", 3, 4, categories=["statutory"], review=Review.NEW),
        risk("R-CAP-003", 5, 5),
        risk("R-CAP-005", 3, 3),
        risk("R-QDD-001", 5, 5),
        risk("R-QDD-002", None, None),
    ]
    alert = brief(section(case(*now, last=last)), "Alert")
    assert alert.index("(R-CAP-003, 25, was 12)") < alert.index("(R-QDD-003, 12 High)")
    assert "(R-QDD-002, score not stated, 25 last time)" in alert
    assert "R-QDD-001" not in alert, "it was as high last time, and is in no category"
    assert "R-CAP-005" not in alert, "it rose and is not Extreme"


def test_an_extreme_risk_in_no_category_stands_beside_the_decision_that_is_about_it() -> None:
    now = (matter("B-001", linked=("R-CAP-004",)), risk("R-CAP-004", 5, 4))
    found = section(case(*now, last=record("2026-05", [risk("R-CAP-004", 4, 4)])))
    assert asked(found)[0][0] == "1. Approve what B-001 proposes. (R-CAP-004 Because of R-CAP-004, 20, was 16)"


def test_mandatory_risks_of_a_return_that_did_not_come_stay_on_page_1() -> None:
    may = [
        risk("R-CAP-001", 4, 4, categories=["statutory"]),
        risk("R-CAP-002", 4, 4, categories=["sufficiency"]),
        risk("R-CAP-003"),
        risk("R-CAP-004", categories=["statutory"], status="closed"),
    ]
    found = section(case(matter("B-001", linked=("R-CAP-002",)), last=record("2026-05", may), missing=["workspace:CAP"]))
    alert = brief(found, "Alert")
    assert "Not heard of this month. Because of R-CAP-001 (R-CAP-001)." in alert
    assert "R-CAP-003" not in alert
    assert "R-CAP-004" not in alert
    assert asked(found)[0][0] == "1. Approve what B-001 proposes. (R-CAP-002 Because of R-CAP-002)"


def test_what_rdg_brings_only_to_be_noted_is_in_the_alert_with_why() -> None:
    assert brief(section(case(matter("B-001", "note"))), "Alert").startswith("To note. Something has happened about B-001.")


def test_what_a_statement_tells_is_not_told_twice() -> None:
    now = (risk("R-CAP-001", categories=["statutory"], review=Review.NEW), statement("advise", "A risk is new", "R-CAP-001"))
    found = section(case(*now, last=record("2026-05", [])))
    assert "R-CAP-001" not in brief(found, "Alert")
    assert brief(found, "Advise") == "A risk is new. (R-CAP-001)"


def test_what_a_statement_rests_on_beside_what_it_names_is_named_among_what_is_open() -> None:
    now = (
        risk("R-CAP-001", title="Places run out", categories=["statutory"], review=Review.NO_CHANGE),
        statement("advise", "Reviews are late", "M-CAP-001", "R-CAP-001"),
    )
    found = section(case(*now))
    assert brief(found, "Alert").endswith("Risks also open. Places run out (R-CAP-001).")
    assert brief(found, "Advise") == "Reviews are late. (M-CAP-001)"


def test_what_the_board_was_asked_before_and_has_not_decided_stands_on_page_1() -> None:
    asked = matter("B-007", asked_detail="Ratify the therapies group")
    log = row(Decision, "board_log:BOARD", id="D-008", item="B-007", deferred_to=Month("2026-08"))
    found = section(case(log, last=record("2026-05", [asked])))
    assert brief(found, "Decided").startswith("Asked and not decided. Ratify the therapies group (B-007, put off to August) (")


def test_where_words_are_short_what_is_routine_yields_and_what_is_worse_or_asked_stays() -> None:
    asks = [
        matter(f"B-00{n}", asked_detail=" ".join(["Approve the interim rooms at the schools"] * 4), linked=(f"R-CAP-00{n}",))
        for n in range(1, 7)
    ]
    risks = [risk(f"R-CAP-00{n}", 5, 4, categories=["statutory"]) for n in range(1, 7)]
    new = [
        risk(f"R-QDD-00{n}", 3, 4, title="Something goes badly wrong in the autumn term", categories=["statutory"], review=Review.NEW)
        for n in range(1, 4)
    ]
    statements = [statement(kind, f"What is said of thing {n}", "M-CAP-001") for kind in ("advise", "assure") for n in range(3)]
    few = section(case(*risks[:1], *asks[:1], *statements, last=record("2026-05", [])))
    assert "Three" not in brief(few, "Assure")
    found = section(
        case(*risks, *asks, *new, *statements, confidence("overall", "green"), last=record("2026-05", [confidence("overall", "green")]))
    )
    assert brief(found, "Assure") == "Three statements; two more under Advise: data book."
    assert brief(found, "Advise") == "What is said of thing 0. (M-CAP-001)"
    assert brief(found, "Returns") == "All nine came. "
    assert [c[0] for c in asked(found)] == [
        f"{n}. {asks[n - 1].asked_detail}. (R-CAP-00{n} Because of R-CAP-00{n}, 20 Extreme)" for n in range(1, 7)
    ]
    assert brief(found, "Alert").count("New risk. Something goes badly wrong") == 3
    (marks,) = cells(table(found, "confidence in delivery"))
    assert "same" not in marks[0]


def test_what_this_meeting_is_still_to_decide_has_a_row_in_the_panel_and_is_not_said_again() -> None:
    before = matter("B-007", asked_detail="Ratify the therapies group", recommendation="Option A", by_when=date(2026, 7, 16))
    found = section(case(matter("B-009"), last=record("2026-05", [before])))
    assert [row[0] for row in asked(found)] == [
        "1. Approve what B-009 proposes.",
        "B-007. Ratify the therapies group. Asked in May, still to be decided.",
    ]
    assert [c[0] for c in cells(table(found, "in brief"))] == ["Alert", "Advise", "Assure", "Returns"]


def test_where_nothing_new_is_asked_the_panel_has_what_is_still_to_be_decided() -> None:
    found = section(case(last=record("2026-05", [matter("B-007", asked_detail="Ratify the therapies group")])))
    assert [row[0] for row in asked(found)] == ["B-007. Ratify the therapies group. Asked in May, still to be decided."]


def test_every_mandatory_item_is_described_named_or_counted_with_where_it_is_named() -> None:
    many = [risk(f"R-CAP-{n:03}", categories=["statutory"]) for n in range(60)]
    found = section(case(*many, last=record("2026-05", [])))
    alert = brief(found, "Alert")
    described = alert.count("New risk. ")
    assert f"{60 - described} more risks, new or worse: Because of R-CAP-" in alert
    assert f" and {60 - described - 5} more, in" in alert


def test_nothing_to_alert_advise_or_assure_is_said() -> None:
    found = section(case())
    assert brief(found, "Alert") == "Nothing in a mandatory category is new or worse."
    asked = section(case(matter("B-001")))
    assert brief(asked, "Alert") == "Nothing in a mandatory category is new or worse beyond what the Board is asked to decide."
    assert brief(found, "Advise") == brief(found, "Assure") == "RDG makes no such statement this month."


def test_statements_are_printed_with_what_they_rest_on_and_the_rest_counted() -> None:
    now = [statement("advise", f"Thing {n}", "M-CAP-001") for n in range(30)] + [statement("assure", "All is well.")]
    found = section(case(*now))
    assert brief(found, "Advise").startswith("Thing 0. (M-CAP-001) Thing 1. (M-CAP-001)")
    shown = sum(f == "printed" for f in fates(found).values())
    assert brief(found, "Advise").endswith(f" {30 - (shown - 1)} more: data book.")
    assert brief(found, "Assure") == "All is well."
    assert {f.at for f in found.fates} == {r.at for r in now}
    assert shown < 31


# ---------- what is missing ----------


def test_missing_returns_are_named_and_are_a_gap_not_an_absence_of_concern() -> None:
    returns = brief(section(case(missing=["voice:SAH", "workspace:CAP"])), "Returns")
    assert returns.startswith(
        "7 of 9 returns came. No return received from Capital and Sufficiency and from Special and AP heads' partnership: gaps in assurance"
    )


def test_all_returns_in_hand_is_said() -> None:
    assert brief(section(case()), "Returns").startswith("All nine came.")


def test_cells_not_stated_are_one_count() -> None:
    unread = milestone("M-CAP-001", None)
    of = case(unread)
    cell = unread.cell("status")
    faults = (Fault(kind=FaultKind.NOT_IN_LIST, cell=cell, seen="Greenish"), Fault(kind=FaultKind.US_DATE, cell=unread.cell("forecast")))
    seen = replace(of, returns=replace(of.returns, faults=faults))
    assert "One answer is not stated." in brief(section(seen), "Returns")


def test_lateness_is_nobodys_business_on_page_one() -> None:
    assert "late" not in brief(section(case()), "Returns")


def test_nothing_on_page_one_ranks_the_workspaces() -> None:
    found: Any = words(section(case(milestone("M-CAP-001", "off_track"), milestone("M-QDD-001"))))
    assert not [w.name for w in SETTINGS.workspaces if w.name in found]


def test_a_total_of_three_digits_stands_with_its_label() -> None:
    found = figures(section(case(*(milestone(f"M-CAP-{n:03}") for n in range(120)))))
    assert found["Milestones off track, June, of 120"] == ("0", "First on record")


def test_without_an_rdg_return_page_one_does_not_say_that_nothing_is_asked() -> None:
    found = section(case(missing=["rdg:RDG"]))
    assert panel(found) == ["No return came from RDG: what it would ask is not known."]
    assert brief(found, "Advise") == brief(found, "Assure") == "No return came from RDG, so it makes no statement."


def test_page_1_calls_nothing_none_or_better_where_a_return_did_not_come() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), risk("R-CAP-001", 5, 5)])
    of = case(milestone("M-QDD-001"), risk("R-QDD-001", 1, 1), missing=["workspace:CAP"], last=last)
    found = figures(section(of))
    assert found["Milestones off track, June"] == ("Not known", "1 in May, 1 of these not known now; others may be too")
    assert found["Extreme risks, June"] == ("Not known", "1 in May, 1 of these not known now; others may be too")
    assert brief(section(of), "Alert") == "What is new or worse in a mandatory category is not known: a return did not come."


def test_page_1_counts_and_names_what_is_in_question_and_prints_it_nowhere() -> None:
    proved = risk("R-CAP-001", 5, 5).model_copy(update={"questioned": ("likelihood",)})
    assert "One figure in question, [q]: R-CAP-001, likelihood now." in brief(section(case(proved)), "Returns")


def test_a_mandatory_risk_whose_score_cannot_be_read_keeps_its_place_with_last_times_score() -> None:
    last = record("2026-05", [risk("R-CAP-001", 4, 4, categories=["statutory"])])
    said = brief(section(case(risk("R-CAP-001", None, 4, categories=["statutory"]), last=last)), "Alert")
    assert "R-CAP-001, score not stated, 16 last time" in said


def test_an_alert_too_long_for_the_room_keeps_none_of_those_after_it_out() -> None:
    """It is named with its ID; what is shorter is described."""
    lengths = {"R-CAP-001": 150, "R-CAP-002": 100, "R-CAP-003": 40}
    rows = [risk(id, 5, 5, categories=["financial"], title=f"{f'{id[-1]}th ' * words}ends.") for id, words in lengths.items()]
    alert = brief(section(case(*rows, last=record("2026-05", []))), "Alert")
    assert alert.count("1th ") == 150
    assert alert.count("3th ") == 40
    assert "One more risk, new or worse: " in alert
    assert "R-CAP-002" in alert


def test_an_earlier_decision_off_course_is_named_before_it_is_said_how_it_stands() -> None:
    accepted = {"decision": "Accepted the system risk of late psychologist advice until 30 September 2026.", "item": "R-CWF-001"}
    agreed = {"decision": "Agreed 30 September 2026 as the new date for letting the school contract.", "item": "M-CAP-010"}
    log = [
        row(Decision, "board_log:BOARD", id=id, on=date(2026, 5, 20), due=date(2026, 6, 1), status=word("decision_status", "open"), **given)
        for id, given in (("D-004", accepted), ("D-006", agreed))
    ]
    of = case(
        *log,
        risk("R-CWF-001", title="Psychologist posts stay vacant, so advice is late."),
        milestone("M-CAP-010", title="Building contract let"),
    )
    said = brief(section(of), "Decided")
    assert said.startswith(
        "D-004 “Accepted that psychologist posts stay vacant” and D-006 “Agreed a date: building contract let”: off course"
    )


def test_what_finds_no_room_for_its_words_is_named_as_what_it_is() -> None:
    worse = [risk(f"R-CAP-{n:03}", 5, 5, categories=["financial"]) for n in range(1, 21)]
    theirs = row(Concern, "partner:NHS", concern="Posts end.", category=(word("category", "partnership"),), given_id="P-NHS-2026-06-1")
    alert = brief(section(case(*worse, theirs, last=record("2026-05", []))), "Alert")
    assert " more risks, new or worse: " in alert
    assert "One more concern: Community NHS trust (P-NHS-2026-06-1)." in alert
