"""RDG's brief: what it must answer, what it said, delivery in detail, and every change with the words that were there."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from position_rows import JUNE, SETTINGS, case, cells, confidence, milestone, position, record, returns, risk, row, table, word, words

from assurance_pack.assess.changes import Change, ChangeKind, compare
from assurance_pack.document.blocks import Paragraph, plain
from assurance_pack.document.editions import brief as written
from assurance_pack.document.editions.brief.answers import places
from assurance_pack.document.editions.brief.changes import heading, word_changes
from assurance_pack.document.section import Section
from assurance_pack.model import Cell, Problem, Severity
from assurance_pack.position.editions.brief import BriefPosition, take
from assurance_pack.record.month import Record
from assurance_pack.returns.rdg import AnswerToWorkspace, Direction, PromptAnswer
from assurance_pack.returns.received import Receipt, ReceiptState
from assurance_pack.returns.registers import FOLLOWED
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


# ---------- what RDG is asked to answer ----------


def test_every_prompt_stands_with_its_cells_and_says_whether_rdg_has_answered() -> None:
    at = (Cell(file="CAP.xlsx", sheet="Milestones", ref="E5"), Cell(file="CAP.xlsx", sheet="Milestones", ref="E6"))
    of = case(answer("AP305:M-CAP-006", explanation="The review ends in July", by="Director of Finance"))
    found = sections(of, prompt("AP305", "M-CAP-006"), prompt("AP305", "M-CWF-005", cells=at))["answers"]
    waiting, settled = cells(table(found, "prompts"))
    assert waiting[0] == "M-CWF-005 AP305"
    assert waiting[1].endswith("CAP.xlsx › Milestones!E5, Milestones!E6")
    assert waiting[2] == "Not yet answered."
    assert settled[2] == "Explained. The review ends in July. Director of Finance."
    assert lead(found).startswith("Two prompts, one not yet answered;")


def test_at_most_twelve_prompts_are_put_and_the_unanswered_come_first_and_the_rest_are_counted() -> None:
    problems = [prompt("AP305", f"M-CAP-{n:03d}") for n in range(1, 16)]
    found = brief(case(answer("AP305:M-CAP-001")), *problems)
    assert len(found.prompts) == SETTINGS.limits.prompts == 12
    assert all(p.answer is None for p in found.prompts)
    assert found.prompts_more == 3
    assert "three more prompts in the data book" in lead(sections(case(), *problems)["answers"])


def test_an_answer_to_a_question_that_no_longer_stands_is_still_printed() -> None:
    found = sections(case(answer("AP305:M-CAP-006", explanation="It moved.")))["answers"]
    assert "M-CAP-006 AP305: Explained. It moved." in words(found)


def test_what_a_workspace_brings_stands_with_its_risk_and_rdgs_answer() -> None:
    of = case(proposal("N-CAP-003", "financial", recommendation="Agree by July"), answered("N-CAP-003", "to_board", detail="See B-005"))
    assert (
        "N-CAP-003 Capital and Sufficiency: Hire rooms. Carries financial risk. It asks: agree by July. RDG: to the Board. See B-005."
        in (words(sections(of)["answers"]))
    )


def test_a_proposal_without_significant_risk_is_there_too_after_those_that_carry_it() -> None:
    of = case(proposal("N-CAP-001"), proposal("N-CWF-002", "statutory"))
    assert [m.row.id for m in brief(of).matters] == ["N-CWF-002", "N-CAP-001"]
    found = sections(of)["answers"]
    assert "Carries no significant risk. RDG: not yet answered." in words(found)
    assert "two proposals of Workspaces, one carrying significant risk, two not yet answered." in lead(found)


def test_an_answer_to_a_proposal_that_did_not_come_is_printed_and_said_to_stand_alone() -> None:
    assert "N-CAP-009 is not among this month’s proposals. RDG: agreed." in words(
        sections(case(answered("N-CAP-009", "agreed")))["answers"]
    )


def test_what_rdg_directed_is_printed_for_it_is_held_back_from_the_board() -> None:
    pause = row(
        Direction, "rdg:RDG", workspace=word("workspace", "QDD"), linked=("M-QDD-009",), direction=word("direction", "pause"),
        detail="Its developers join the case system.", from_date=date(2026, 6, 23),
    )  # fmt: skip
    told = words(sections(case(pause))["answers"])
    assert "Quality Assurance, Data and Digital: pause, from 23 June 2026. M-QDD-009. Its developers join the case system." in told


def test_a_file_is_named_once_however_many_of_its_cells_are_cited() -> None:
    cited = [Cell(file="a.xlsx", sheet="Risks", ref=f"A{n}") for n in range(1, 6)]
    assert places(cited) == "a.xlsx › Risks!A1, Risks!A2, Risks!A3 and two more"
    assert places([Cell(file="PCF June.docx")]) == "PCF June.docx"


# ---------- delivery, dependencies ----------


def test_delivery_is_in_the_order_of_its_dates_and_never_of_workspaces() -> None:
    of = case(
        milestone("M-QDD-001", forecast=date(2026, 12, 1), depends_on=("M-CAP-002",)),
        milestone("M-CAP-002", "off_track", forecast=date(2026, 10, 1)),
        milestone("M-CWF-003", "complete"),
        last=record("2026-05", [milestone("M-CAP-002", forecast=date(2026, 9, 11))]),
    )
    found = sections(of)["delivery"]
    first, second = cells(table(found, "still to be delivered"))
    assert first == ["M-CAP-002", "What M-CAP-002 is for", "R Off track", "1 October", "30", "+20"]
    assert second == ["M-QDD-001", "What M-QDD-001 is for After M-CAP-002", "G On track", "1 December", "91", "–"]
    assert lead(found) == "Both milestones are forecast past their baseline; since May one moved later and none sooner."


def test_a_milestone_without_dates_has_none_made_up() -> None:
    (line,) = cells(table(sections(case(milestone("M-CAP-001", forecast=None)))["delivery"], "still to be delivered"))
    assert line[3:] == ["Not stated", "–", "–"]


def test_a_dependency_on_something_later_is_named_with_its_rule() -> None:
    late = Problem(
        rule="AP216",
        severity=Severity.WARNING,
        sentence="Forecast 1 September, but it depends on M-CAP-007.",
        remedy="",
        items=("M-CWF-006",),
    )
    assert "M-CWF-006: Forecast 1 September, but it depends on M-CAP-007. AP216" in words(sections(case(), late)["dependencies"])


def test_two_registers_with_one_risk_against_one_milestone_are_set_side_by_side() -> None:
    shared = {"theme": word("theme", "T08"), "linked": ("M-CWF-005",)}
    of = case(risk("R-CWF-001", title="Posts stay empty.", **shared), risk("R-CAP-002", title="No staff for the base", **shared))
    assert "R-CWF-001 Posts stay empty. R-CAP-002 No staff for the base. Both against M-CWF-005." in words(sections(of)["dependencies"])


def test_work_elsewhere_that_the_plan_rests_on_is_named_with_its_owner() -> None:
    of = case(confidence("4", "amber", linked_work="NHS workforce plan: director of people"))
    assert "NHS workforce plan: director of people." in words(sections(of)["dependencies"])


# ---------- what changed ----------


def test_all_that_changed_of_an_item_stands_together_under_the_headings_of_its_form() -> None:
    of = since_may(
        milestone("M-CAP-007", "off_track", forecast=date(2027, 1, 4), path_to_green="Interim rooms by July"),
        before=[milestone("M-CAP-007", "at_risk", forecast=date(2026, 9, 28), path_to_green="Tender by July")],
    )
    (line,) = cells(table(sections(of)["changes"], "item by item"))
    assert line[0] == "M-CAP-007"
    assert "Forecast: 28 September 2026 → 4 January 2027, 98 days later" in line[1]
    assert "Status: At risk → Off track" in line[1]
    assert line[2] == "Reason and path to green: Interim rooms [Tender] by July"


def test_a_score_and_a_confidence_are_called_what_anybody_calls_them() -> None:
    of = since_may(risk("R-CAP-004", 4, 5), confidence("2", "red"), before=[risk("R-CAP-004", 4, 4), confidence("2", "amber")])
    confidence_line, risk_line = cells(table(sections(of)["changes"], "item by item"))
    assert confidence_line[0].startswith("Confidence: 2 ")
    assert "Confidence: Amber → Red" in confidence_line[1]
    assert "Score: 16 → 20" in risk_line[1]


def test_a_review_date_that_moved_because_the_risk_was_reviewed_is_no_news() -> None:
    of = since_may(risk("R-CAP-004", next_review=date(2026, 8, 31)), before=[risk("R-CAP-004", next_review=date(2026, 7, 31))])
    assert brief(of).changed == ()


def test_what_is_new_closed_or_gone_is_named_apart() -> None:
    of = since_may(
        milestone("M-CAP-001"), risk("R-CAP-002", status="closed"), before=[risk("R-CAP-002"), risk("R-CAP-003")],
    )  # fmt: skip
    told = words(sections(of)["changes"])
    assert "New: M-CAP-001. Closed: R-CAP-002. Gone without being closed: R-CAP-003." in told


def test_the_first_month_on_record_says_that_there_is_nothing_to_compare_with() -> None:
    assert lead(sections(case())["changes"]) == "This is the first month on record: there is nothing to compare with."


def test_every_column_that_can_change_has_the_heading_of_its_form() -> None:
    for register in FOLLOWED:
        named = (c.name for c in (*register.dates, *register.ratings, *register.texts))
        for column in (*named, *register.life.scores):
            said = heading(Change(kind=ChangeKind.REWORDED, item="x", sheet=register.key, column=column))
            assert said[:1].isupper()
            assert "_" not in said


def test_new_words_are_strong_and_what_was_there_stands_in_brackets() -> None:
    changed = word_changes("Tender settled by 19 June", "Tender settled by 31 July")
    assert plain(changed) == "Tender settled by 31 July [19 June]"
    assert [r.text for r in changed if getattr(r, "strong", False)] == ["31 July"]


def test_words_taken_out_altogether_are_said_to_be() -> None:
    assert plain(word_changes("Both officers start in July.", "")) == "taken out [Both officers start in July.]"


def test_a_long_stretch_left_alone_is_shortened_and_no_change_is() -> None:
    same = " ".join(f"word{n}" for n in range(60))
    changed = plain(word_changes(f"old {same} old", f"new {same} newer"))
    assert changed.startswith("new [old] word0 ")
    assert changed.endswith("word59 newer [old]")
    assert "…" in changed
    assert "word30" not in changed


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12), st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=12)
)
def test_without_its_brackets_a_changed_text_is_the_text_as_it_now_reads(before: list[str], after: list[str]) -> None:
    assume(before != after)
    kept = [r for r in word_changes(" ".join(before), " ".join(after)) if not (getattr(r, "quiet", False))]
    assert " ".join(plain(tuple(kept)).split()) == " ".join(after)


# ---------- returns and meetings: in RDG's edition alone ----------


def cover(code: str, **values: Any) -> Cover:
    given = {"met_on": (date(2026, 6, 10),), "chair": "Head of Capital", "sponsor": "Director of Finance", "headline": "Rooms are found."}
    return row(Cover, f"workspace:{code}", **{**given, **values})


def test_a_workspace_without_a_meeting_or_a_chair_is_named_and_its_headline_stands_beside_it() -> None:
    of = case(cover("CAP", chair="Vacant", met_on=None), cover("CWF"), cover("QDD"))
    found = sections(of)["meetings"]
    assert lead(found) == "Capital and Sufficiency: no meeting and no Chair."
    (line,) = [c for c in cells(table(found, "workspaces")) if c[0] == "Capital and Sufficiency"]
    assert line[1:] == ["Not this month", "Vacant Director of Finance", "Rooms are found."]


def test_a_return_after_its_deadline_is_said_in_working_days() -> None:
    of = case(cover("CAP"))
    late = Receipt(sender="workspace:CWF", kind="workspace", state=ReceiptState.RECEIVED, days_late=2)
    of = Case(of.month, of.settings, type(of.returns)(of.month, of.returns.rows, (*of.returns.receipts, late)), JUNE)
    assert "After the deadline: Commissioning and Workforce, two working days." in words(sections(of)["meetings"])


def test_a_workspace_that_sent_nothing_is_not_said_to_have_met() -> None:
    found = sections(case(missing=["workspace:CAP"]))["meetings"]
    (line,) = [c for c in cells(table(found, "workspaces")) if c[0] == "Capital and Sufficiency"]
    assert line[1] == "No return"


def test_a_month_of_which_nothing_came_still_makes_a_brief_of_six_sections() -> None:
    found = sections(case(missing=expected_senders(SETTINGS)))
    assert [s.number for s in found.values()] == ["1", "2", "3", "4", "5", "6"]
    assert lead(found["answers"]) == "No prompts; no Workspace proposes anything."
    assert lead(found["delivery"]) == "No milestone is still to be delivered."
