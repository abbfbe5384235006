"""RDG's brief: headlines, what must go to the Board, prompts with the words they rest on, what waits for an answer, what moved."""

from __future__ import annotations

from datetime import date
from typing import Any

from position_rows import (
    JUNE,
    SETTINGS,
    case,
    cells,
    confidence,
    matter,
    milestone,
    position,
    record,
    returns,
    risk,
    row,
    table,
    word,
    words,
)

from assurance_pack.assess.changes import Change, ChangeKind, compare
from assurance_pack.document.blocks import Paragraph
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.editions import brief as written
from assurance_pack.document.editions.brief.movers import SHOWN, heading
from assurance_pack.document.section import Section
from assurance_pack.model import Cell, Month
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.position.editions.brief import BriefPosition, take
from assurance_pack.record.month import Record
from assurance_pack.returns.board_log import Challenge, Decision, ExceptionalIssue
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import AnswerToWorkspace, Direction, PromptAnswer, YouSaidWeDid
from assurance_pack.returns.received import Receipt, ReceiptState
from assurance_pack.returns.registers import FOLLOWED
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, ForRdg
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Verdicts
from assurance_pack.schema import Row
from assurance_pack.senders import expected_senders


def prompt(rule: str, *items: str, cells: tuple[Cell, ...] = ()) -> Problem:
    sentence = f"{', '.join(items)} has stood still. What would move it?"
    return Problem(rule=rule, severity=Severity.PROMPT, sentence=sentence, remedy="Answer it.", cells=cells, items=items, sender="rdg:RDG")


def answer(key: str, response: str = "explained", **values: Any) -> PromptAnswer:
    return row(PromptAnswer, "rdg:RDG", key=key, response=word("prompt_response", response), **values)


def proposal(id: str, *carries: str, **values: Any) -> ForRdg:
    given = {"proposal": "Hire rooms", "carries": tuple(word("carried_risk", c) for c in carries) or None}
    return row(ForRdg, f"workspace:{id[2:5]}", id=id, **{**given, **values})


def answered(id: str, said: str, **values: Any) -> AnswerToWorkspace:
    return row(AnswerToWorkspace, "rdg:RDG", id=id, answer=word("rdg_answer", said), **values)


def voice(code: str, month: str = "2026-06", **boxes: str) -> Voice:
    return row(Voice, f"voice:{code}", month=Month(month), **boxes)


def brief(of: Case, *problems: Problem) -> BriefPosition:
    return take(of, Verdicts(problems))


def sections(of: Case, *problems: Problem) -> dict[str, Section]:
    return {s.key: s for s in written.sections(brief(of, *problems), position(of), of.settings)}


def lead(section: Section) -> str:
    return next(plain(b.content) for b in section.blocks if isinstance(b, Paragraph) and b.style == "lead")


def since_may(*rows: Row, before: list[Row]) -> Case:
    """June's rows with their differences from May's."""
    last: Record = record("2026-05", before)
    return case(*rows, last=last, changes=compare(returns("2026-06", rows), last, SETTINGS))


# ---------- 1 what the Workspaces say ----------


def cover(code: str, **values: Any) -> Cover:
    given = {"met_on": (date(2026, 6, 10),), "chair": "Head of Capital", "sponsor": "Director of Finance", "headline": "Rooms are found."}
    return row(Cover, f"workspace:{code}", **{**given, **values})


def test_each_workspace_stands_with_its_headline_and_one_without_a_meeting_or_a_chair_is_named() -> None:
    of = case(cover("CAP", chair="Vacant", met_on=None), cover("CWF"), cover("QDD"))
    found = sections(of)["workspaces"]
    assert lead(found) == "Capital and Sufficiency: no meeting and no Chair."
    assert "Capital and Sufficiency (did not meet): Rooms are found." in words(found)
    assert "Commissioning and Workforce (10 June 2026): Rooms are found." in words(found)


def test_a_return_after_its_deadline_is_said_in_working_days() -> None:
    of = case(cover("CAP"))
    late = Receipt(sender="workspace:CWF", kind="workspace", state=ReceiptState.RECEIVED, days_late=2)
    of = Case(of.month, of.settings, type(of.returns)(of.month, of.returns.rows, (*of.returns.receipts, late)), JUNE)
    assert "After the deadline: Commissioning and Workforce, two working days." in words(sections(of)["workspaces"])


def test_a_workspace_that_sent_nothing_is_not_said_to_have_met() -> None:
    told = words(sections(case(missing=["workspace:CAP"]))["workspaces"])
    assert "Capital and Sufficiency (no return): Nothing was received." in told


def test_a_month_of_which_nothing_came_still_makes_a_brief_of_five_sections() -> None:
    found = sections(case(missing=expected_senders(SETTINGS)))
    assert [s.number for s in found.values()] == ["1", "2", "3", "4", "5"]
    assert lead(found["to-board"]) == "No item is in a category that must go to the Board."
    assert lead(found["prompts"]) == "No prompts: nothing the sources say is at odds."
    assert lead(found["waiting"]) == "No Workspace proposes anything; nothing else waits."
    assert lead(found["movers"]) == (
        "No milestone is still to be delivered; this is the first month on record, so there is nothing to compare with."
    )


# ---------- 2 what must go to the Board ----------


def test_a_mandatory_risk_that_rose_has_a_row_with_its_categories_and_both_scores_and_one_as_it_was_is_named() -> None:
    before = [risk("R-CAP-004", 4, 4, categories=["sufficiency"]), risk("R-CAP-001", categories=["financial"])]
    of = since_may(
        risk("R-CAP-004", 4, 5, categories=["sufficiency", "financial"]), risk("R-CAP-001", categories=["financial"]), risk("R-CAP-002"),
        before=before,
    )  # fmt: skip
    found = sections(of)["to-board"]
    (line,) = cells(table(found, "must come to the Board"))
    assert line == [
        "R-CAP-004",
        "Because of R-CAP-004, something might happen.",
        "Sufficiency and significant financial; scored 20, was 16.",
    ]
    assert "As they were: R-CAP-001" in words(found)
    assert "R-CAP-002" not in words(found)
    assert lead(found) == "One item must go to the Board, and one more as before."


def test_an_event_in_a_mandatory_category_and_a_partners_concern_in_one_must_go_too() -> None:
    happened = row(
        ExceptionalIssue, "board_log:BOARD", id="X-002", issue="A provider closes on 24 July.", status=word("issue_status", "open"),
        categories=(word("category", "sufficiency"),),
    )  # fmt: skip
    escalated = concern("The top-up review is late", category=(word("category", "financial"),))
    lines = cells(table(sections(case(happened, escalated))["to-board"], "must come to the Board"))
    assert lines == [
        ["X-002", "A provider closes on 24 July.", "Sufficiency; has happened."],
        ["Schools Forum", "Its concern, whole in section 4.", "Significant financial; a partner’s concern."],
    ]


def test_an_earlier_decision_off_course_says_what_shows_it() -> None:
    decided = row(
        Decision, "board_log:BOARD", id="D-006", on=date(2026, 5, 20), decision="Agreed the contract", kind=word("decision_asked", "prioritise"),
        item="M-CAP-010", due=date(2026, 9, 30), status=word("decision_status", "open"),
    )  # fmt: skip
    found = sections(case(decided, milestone("M-CAP-010", "at_risk", forecast=date(2026, 10, 14))))["to-board"]
    assert "D-006" in words(found)
    assert "Off course. M-CAP-010" in words(found)
    assert "14 days after what was required" in words(found)
    assert lead(found).endswith("one earlier decision is off course.")


def test_what_the_board_was_asked_and_has_not_decided_stands_until_it_is() -> None:
    of = case(history=[record("2026-05", [matter("B-003", asked_detail="Escalate the contract")])])
    assert "B-003, asked in May: escalate the contract. Not decided." in words(sections(of)["to-board"])


# ---------- 3 prompts ----------


def test_every_prompt_names_its_items_and_says_whether_rdg_has_answered() -> None:
    of = case(
        answer("AP305:M-CAP-006", explanation="The review ends in July", by="Director of Finance"),
        milestone("M-CAP-006", title="Recovery plan agreed"), milestone("M-CWF-005", title="Team at full strength"),
    )  # fmt: skip
    found = sections(of, prompt("AP305", "M-CAP-006"), prompt("AP305", "M-CWF-005"))["prompts"]
    told = words(found)
    assert "M-CWF-005 Team at full strength has stood still. What would move it? Not yet answered." in told
    assert "RDG: Explained. The review ends in July. Director of Finance." in told
    assert lead(found).startswith("Two prompts, one not yet answered.")


def test_before_rdgs_return_is_there_no_prompt_is_said_to_want_an_answer_one_by_one() -> None:
    found = sections(case(), prompt("AP305", "M-CAP-006"))["prompts"]
    assert lead(found).startswith("One prompt, not yet answered.")
    assert words(found).count("ot yet answered") == 1


def test_what_families_said_stands_in_their_words_and_neither_theme_nor_words_are_called_by_an_id() -> None:
    said = voice("PCF", not_working="Nobody rings back. Still.")
    at_odds = Problem(
        rule="AP401", severity=Severity.PROMPT, remedy="", items=("T12", "M-QDD-003"), sender="rdg:RDG",
        sentence=f"Communication: M-QDD-003 reported Complete; Parent Carer Forum ({said.box_id('not_working')}) raises a concern.",
    )  # fmt: skip
    told = words(sections(case(said, milestone("M-QDD-003", title="Calls answered")), at_odds)["prompts"])
    assert "Communication: M-QDD-003 Calls answered reported Complete; Parent Carer Forum raises a concern." in told
    assert "Parent Carer Forum: “Nobody rings back. Still.”" in told
    assert "V-PCF" not in told
    assert "T12" not in told


def test_at_most_twelve_prompts_are_put_and_the_unanswered_come_first_and_the_rest_are_counted() -> None:
    problems = [prompt("AP305", f"M-CAP-{n:03d}") for n in range(1, 16)]
    found = brief(case(answer("AP305:M-CAP-001")), *problems)
    assert len(found.prompts) == SETTINGS.limits.prompts == 12
    assert all(p.answer is None for p in found.prompts)
    assert found.prompts_more == 3
    assert "three more prompts in the data book" in lead(sections(case(), *problems)["prompts"])


# ---------- 4 waiting for an answer ----------


def concern(said: str, **values: Any) -> Concern:
    return row(Concern, "partner:SFM", concern=said, given_id="P-SFM-2026-06-1", **values)


def test_an_ask_and_a_concern_that_nobody_answered_stand_in_full_the_oldest_first() -> None:
    long = "Tell every family waiting for a September place what is happening before term ends. Print each month what families say."
    of = case(
        voice("YPG", ask="Tell us before the summer."), concern("The review is late", ask="A date"),
        history=[record("2026-05", [voice("PCF", "2026-05", ask=long)])],
    )  # fmt: skip
    told = words(sections(of)["waiting"])
    may, june, partner = (
        f"Parent Carer Forum, May: “{long}”",
        "Young people's group: “Tell us before the summer.”",
        "Schools Forum: “The review is late” It asks: “A date”",
    )
    assert told.index(may) < told.index(june) < told.index(partner)
    assert "three asks and concerns wait for an answer" in lead(sections(of)["waiting"])


def test_what_rdg_has_answered_this_month_waits_no_longer() -> None:
    asked = voice("YPG", ask="Tell us before the summer.")
    did = row(YouSaidWeDid, "rdg:RDG", id=asked.box_id("ask"), answer=word("ask_answer", "done"), did="A letter on 3 July")
    assert "Tell us before the summer" not in words(sections(case(asked, did))["waiting"])


def test_a_challenge_without_an_answer_is_quoted_whole_with_how_long_it_has_waited() -> None:
    put = row(
        Challenge, "board_log:BOARD", id="C-014", on=date(2026, 5, 20), raised_by="Headteacher member", to=word("addressee", "RDG"),
        challenge="By what date must a family know?", status=word("challenge_status", "open"),
    )  # fmt: skip
    told = words(sections(case(put))["waiting"])
    assert (
        "C-014, Headteacher member to Reform Delivery Group, 20 May: “By what date must a family know?” Answer: none yet, after 41 days."
        in told
    )


def test_an_answer_to_a_question_that_no_longer_stands_is_still_printed() -> None:
    found = sections(case(answer("AP305:M-CAP-006", explanation="It moved.")))["waiting"]
    assert "On M-CAP-006 (not on record): Explained. It moved." in words(found)


def test_what_a_workspace_brings_stands_with_its_risk_and_rdgs_answer() -> None:
    of = case(proposal("N-CAP-003", "financial", recommendation="Agree by July"), answered("N-CAP-003", "to_board", detail="See B-005"))
    assert (
        "N-CAP-003, Capital and Sufficiency: Hire rooms. Carries financial risk. It asks: agree by July. RDG: to the Board. See B-005."
        in (words(sections(of)["waiting"]))
    )


def test_a_proposal_without_significant_risk_is_there_too_after_those_that_carry_it() -> None:
    of = case(proposal("N-CAP-001"), proposal("N-CWF-002", "statutory"))
    assert [m.row.id for m in brief(of).matters] == ["N-CWF-002", "N-CAP-001"]
    found = sections(of)["waiting"]
    assert "Carries no significant risk. RDG: not yet answered." in words(found)
    assert lead(found).startswith("Two proposals, one of them carrying significant risk, none answered yet")


def test_an_answer_to_a_proposal_that_did_not_come_is_printed_and_said_to_stand_alone() -> None:
    told = words(sections(case(answered("N-CAP-009", "agreed")))["waiting"])
    assert "N-CAP-009 (not on record) is not among this month’s proposals. RDG: agreed." in told


def test_what_rdg_directed_is_printed_for_it_is_held_back_from_the_board() -> None:
    pause = row(
        Direction, "rdg:RDG", workspace=word("workspace", "QDD"), linked=("M-QDD-009",), direction=word("direction", "pause"),
        detail="Its developers join the case system.", from_date=date(2026, 6, 23),
    )  # fmt: skip
    told = words(sections(case(pause))["waiting"])
    assert (
        "To Quality Assurance, Data and Digital: pause, from 23 June 2026. M-QDD-009 (not on record). Its developers join the case system."
        in told
    )


# ---------- 5 what moved ----------


def test_how_many_milestones_are_late_and_how_many_moved_is_said_before_the_table() -> None:
    of = case(
        milestone("M-QDD-001", forecast=date(2026, 12, 1)), milestone("M-CAP-002", "off_track", forecast=date(2026, 10, 1)),
        milestone("M-CWF-003", "complete"), last=record("2026-05", [milestone("M-CAP-002", forecast=date(2026, 9, 11))]),
    )  # fmt: skip
    assert lead(sections(of)["movers"]) == "Both milestones are forecast past their baseline; since May one moved later and none sooner."


def test_all_that_moved_of_an_item_stands_together_old_and_new_under_the_headings_of_its_form() -> None:
    of = since_may(
        milestone("M-CAP-007", "off_track", forecast=date(2027, 1, 4), path_to_green="Interim rooms by July"),
        before=[milestone("M-CAP-007", "at_risk", forecast=date(2026, 9, 28), path_to_green="Tender by July")],
    )
    found = sections(of)["movers"]
    (line,) = cells(table(found, "moved since May"))
    assert line == [
        "M-CAP-007", "What M-CAP-007 is for",
        "Forecast: 28 September 2026 → 4 January 2027, 98 days later; Status: At risk → Off track",
    ]  # fmt: skip
    assert "Interim rooms" not in words(found)
    assert "One text was reworded. Word by word: pack compare 2026-05 2026-06 --words." in words(found)


def test_a_score_and_a_confidence_are_called_what_anybody_calls_them() -> None:
    of = since_may(risk("R-CAP-004", 4, 5), confidence("2", "red"), before=[risk("R-CAP-004", 4, 4), confidence("2", "amber")])
    confidence_line, risk_line = cells(table(sections(of)["movers"], "moved since"))
    assert confidence_line[0] == "Confidence"
    assert confidence_line[2] == "Confidence: Amber → Red"
    assert risk_line[2] == "Score: 16 → 20"


def test_a_review_date_that_moved_because_the_risk_was_reviewed_is_no_news() -> None:
    of = since_may(risk("R-CAP-004", next_review=date(2026, 8, 31)), before=[risk("R-CAP-004", next_review=date(2026, 7, 31))])
    assert brief(of).moved == ()


def test_more_movers_than_there_is_room_for_are_counted() -> None:
    ids = [f"M-CAP-{n:03d}" for n in range(1, SHOWN + 6)]
    of = since_may(*(milestone(i, "at_risk") for i in ids), before=[milestone(i) for i in ids])
    shown = table(sections(of)["movers"], f"({SHOWN} of {SHOWN + 5} items shown)")
    assert len(cells(shown)) == SHOWN


def test_what_is_new_closed_or_gone_is_named_apart() -> None:
    of = since_may(
        milestone("M-CAP-001"), risk("R-CAP-002", status="closed"), before=[risk("R-CAP-002"), risk("R-CAP-003")],
    )  # fmt: skip
    told = words(sections(of)["movers"])
    for said in ("New: M-CAP-001", "Closed: R-CAP-002", "Gone without being closed: R-CAP-003"):
        assert said in told


def test_a_dependency_on_something_later_is_named() -> None:
    late = Problem(
        rule="AP216",
        severity=Severity.WARNING,
        sentence="Forecast 1 September, but it depends on M-CAP-007.",
        remedy="",
        items=("M-CWF-006",),
    )
    assert "M-CWF-006 (not on record): Forecast 1 September, but it depends on M-CAP-007 (not on record)." in words(
        sections(case(), late)["movers"]
    )


def test_two_registers_with_one_risk_against_one_milestone_are_set_side_by_side() -> None:
    shared = {"theme": word("theme", "T08"), "linked": ("M-CWF-005",)}
    of = case(risk("R-CWF-001", title="Posts stay empty.", **shared), risk("R-CAP-002", title="No staff for the base", **shared))
    told = words(sections(of)["movers"])
    assert "Perhaps one risk: R-CWF-001 Posts stay empty. R-CAP-002 No staff for the base. Both against M-CWF-005 (not on record)." in told


def test_every_column_that_can_change_has_the_heading_of_its_form() -> None:
    for register in FOLLOWED:
        named = (c.name for c in (*register.dates, *register.ratings, *register.texts))
        for column in (*named, *register.life.scores):
            said = heading(Change(kind=ChangeKind.REWORDED, item="x", sheet=register.key, column=column))
            assert said[:1].isupper()
            assert "_" not in said


def test_a_cell_filled_with_a_letter_is_printed_in_whole_sentences_with_the_rest_counted() -> None:
    letter = " ".join(f"In week {n} nobody rang us back about the school." for n in range(300))
    said = "\n".join(words(section) for section in sections(case(cover("CAP", headline=letter))).values())
    assert "In week 5 nobody rang us back about the school. (and 294 more sentences, whole in the data book)" in said
    assert "In week 6 " not in said
    assert "…" not in said


def test_abbreviations_are_spelt_where_they_first_stand() -> None:
    found = sections(
        case(risk("R-CAP-001", 5, 5, categories=["statutory"], title="CAMHS waits grow, so EHCNAs run late."), last=record("2026-05", []))
    )
    said = words(found["to-board"])
    assert "CAMHS (child and adolescent mental health services) waits grow" in said
    assert "EHCNAs (education, health and care needs assessment) run late" in said
    assert "(Reform Delivery Group)" not in said, "RDG knows itself"
