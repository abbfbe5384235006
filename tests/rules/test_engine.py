"""The engine grades, waives, says a thing once, and keeps to the order of the families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from months import after, case_of, month, sheet

from assurance_pack.model import Cell, Sender
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.model.problem import Severity, Waiver
from assurance_pack.model.text import GuardFinding, TextPlace
from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Found, Proof, rule
from assurance_pack.rules.question import taken_out
from assurance_pack.rules.waiving import covers

A, B = (Cell(file="CAP.xlsx", sheet="Milestones", ref=ref) for ref in ("AA5", "C9"))


def said(id: str, *found: Found, severity: Severity = Severity.WARNING, **more: Any):
    @rule(id, "A title", severity=severity, because="A reason, in a sentence.", **more)
    def find(case: Case) -> Iterator[Found]:
        """Put it right."""
        yield from found

    return find


def waiver(rule_id: str, place: str, until: date = date(2026, 12, 31)) -> Waiver:
    return Waiver(rule=rule_id, place=place, reason="Agreed", by="Chair of RDG", until=until)


CASE = case_of(month())


def test_the_same_sentence_is_said_once_with_its_cells_as_a_person_reads_a_sheet():
    (problem,) = judge([said("AP201", Found((A,), "Late.", ("M-1",)), Found((B,), "Late.", ("M-2",)))], CASE).problems
    assert [c.ref for c in problem.cells] == ["AA5", "C9"]
    assert problem.items == ("M-1", "M-2")


def test_a_prompt_keeps_its_own_items_so_that_its_answer_finds_it():
    prompts = judge([said("AP401", Found((A,), "Why?", ("M-1",)), Found((B,), "Why?", ("M-2",)), severity=Severity.PROMPT)], CASE)
    assert [p.key for p in prompts.problems] == ["AP401:M-1", "AP401:M-2"]


def test_a_waiver_takes_one_place_aside_and_leaves_the_others():
    one = said("AP201", Found((A,), "Late.", ("M-1",)), Found((B,), "Late.", ("M-2",)))
    verdicts = judge([one], CASE, (waiver("AP201", "M-1"),))
    assert [p.items for p in verdicts.problems] == [("M-2",)]
    assert [p.items for p in verdicts.waived] == [("M-1",)]
    assert verdicts.unused == ()


def test_findings_of_one_cause_are_one_problem_where_they_are_more_than_few_and_a_waiver_takes_out_one_of_them():
    found = [
        Found((Cell(file="CAP.xlsx", sheet="Risks", ref=f"B{n}"),), f"R-{n} is gone.", (f"R-{n}",), many="{items} are gone.")
        for n in range(1, 6)
    ]
    (problem,) = judge([said("AP201", *found)], CASE).problems
    assert (problem.sentence, [c.ref for c in problem.cells]) == ("R-1, R-2, R-3, R-4 and R-5 are gone.", ["B1", "B2", "B3", "B4", "B5"])
    (left,) = judge([said("AP201", *found)], CASE, (waiver("AP201", "R-2"),)).problems
    assert left.items == ("R-1", "R-3", "R-4", "R-5")
    few = judge([said("AP201", *found[:3])], CASE).problems
    assert [p.sentence for p in few] == ["R-1 is gone.", "R-2 is gone.", "R-3 is gone."]


def test_a_waiver_that_has_ended_is_listed_and_lets_nothing_stand():
    ended = waiver("AP201", "M-1", until=date(2026, 6, 29))
    verdicts = judge([said("AP201", Found((A,), "Late.", ("M-1",)))], CASE, (ended,))
    assert len(verdicts.problems) == 1
    assert verdicts.expired == (ended,)


def test_a_place_may_be_typed_with_the_keys_a_keyboard_has():
    (problem,) = judge([said("AP201", Found((A,), "Late.", ("M-CAP-001",)))], CASE).problems
    for typed in ("CAP.xlsx › Milestones!AA5", "cap.xlsx > milestones!aa5", "m-cap-001"):
        assert covers(waiver("ap201", typed), problem.rule, problem.items, problem.cells), typed
    assert not covers(waiver("AP201", "CAP.xlsx › Milestones!AA6"), problem.rule, problem.items, problem.cells)


def test_pack_toml_changes_how_much_a_rule_matters():
    case = case_of(month(settings={"rules": {"AP201": Severity.ERROR}}))
    (problem,) = judge([said("AP201", Found((A,), "Late."))], case).problems
    assert problem.severity is Severity.ERROR


def test_sense_says_nothing_of_a_cell_already_reported_and_movement_still_speaks():
    shape, sense, movement = (said(id, Found((A,), f"{id}.")) for id in ("AP101", "AP201", "AP301"))
    assert [p.rule for p in judge([movement, sense, shape], CASE).problems] == ["AP101", "AP301"]
    assert [p.rule for p in judge([sense], CASE, already=[A]).problems] == []


def test_two_faults_of_one_cell_are_two_problems():
    first, second = said("AP201", Found((A,), "AP201.")), said("AP202", Found((A, B), "AP202."))
    assert [p.sentence for p in judge([second, first], CASE).problems] == ["AP201.", "AP202."]


def test_what_follows_from_another_problem_of_the_row_is_not_said_and_of_another_row_is():
    first, second = (
        said("AP201", Found((A,), "AP201.")),
        said("AP302", Found((A, B), "AP302."), Found((B,), "AP302 too."), follows=("AP201",)),
    )
    assert [p.sentence for p in judge([second, first], CASE).problems] == ["AP201.", "AP302 too."]
    assert [p.sentence for p in judge([second], CASE).problems] == ["AP302.", "AP302 too."]


def test_a_value_proved_wrong_is_spoken_of_once():
    first, second = (
        said("AP203", Found((A, B), "AP203.", wrong=(A,)), proves=Proof.VALUE),
        said("AP201", Found((A,), "AP201."), Found((B,), "AP201 too.")),
    )
    assert [p.sentence for p in judge([second, first], CASE).problems] == ["AP203.", "AP201 too."]


CIRCLE = """
    id        | status   | forecast   | depends_on
    M-CAP-001 | On track | 2026-09-01 | M-CAP-002, M-CAP-003
    M-CAP-002 | On track | 2026-10-01 | M-CAP-001
    M-CAP-003 | On track | 2026-12-01 |
"""


def test_two_milestones_that_wait_for_each_other_are_said_to_also_where_one_is_due_too_soon():
    found = judge(all_rules(), case_of(month(sheet(Milestone, "CAP", CIRCLE)))).problems
    told = {(p.rule, c.ref) for p in found for c in p.cells if p.rule in ("AP216", "AP217")}
    assert told == {("AP216", "D2"), ("AP217", "D2"), ("AP217", "D3")}


PASTED_TWICE = "id        | title\n" + "\n".join(f"M-CAP-00{n} | Milestone number {n}" for n in (1, 2, 3, 4, 1, 2, 3, 4))
ANOTHERS = "id        | title\n" + "\n".join(f"M-CWF-00{n} | Milestone number {n}" for n in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("table", "rule_id", "sentence", "cells"),
    [
        (
            PASTED_TWICE,
            "AP260",
            "4 items stand twice on Milestones, from M-CAP-001 to M-CAP-004: were the rows of another month or return pasted in?",
            8,
        ),
        (
            ANOTHERS,
            "AP261",
            "4 rows have IDs that begin M-CWF, on the return of Capital and Sufficiency: were another Workspace's rows pasted in?",
            4,
        ),
    ],
)
def test_rows_pasted_in_together_are_one_problem(table: str, rule_id: str, sentence: str, cells: int):
    found = judge(all_rules(), case_of(month(sheet(Milestone, "CAP", table)))).problems
    assert [(p.sentence, len(p.cells)) for p in found if p.rule == rule_id] == [(sentence, cells)]


def test_a_baseline_is_not_said_to_have_moved_where_the_id_stands_twice():
    may = (sheet(Milestone, "CAP", "id        | baseline   | title\nM-CAP-001 | 2026-09-01 | The quay opens"),)
    june = "id        | baseline   | title\nM-CAP-001 | 2026-09-01 | The quay opens\nM-CAP-001 | 2027-01-04 | The quay opens"
    told = {p.rule for p in judge(all_rules(), case_of(after(month(sheet(Milestone, "CAP", june)), may))).problems}
    assert "AP260" in told
    assert "AP303" not in told


def test_two_rules_of_another_family_may_speak_of_one_cell():
    assert [p.rule for p in judge([said("AP301", Found((A,), "AP301.")), said("AP302", Found((A,), "AP302."))], CASE).problems] == [
        "AP301",
        "AP302",
    ]
    assert [p.rule for p in judge([said("AP101", Found((A,), "AP101.")), said("AP102", Found((A,), "AP102."))], CASE).problems] == [
        "AP101",
        "AP102",
    ]


def test_a_sheet_named_without_a_cell_silences_nothing_said_of_it():
    sheet_alone = Cell(file="CAP.xlsx", sheet="Milestones", ref="")
    assert len(judge([said("AP101", Found((sheet_alone,), "One.")), said("AP201", Found((sheet_alone,), "Two."))], CASE).problems) == 2


def test_what_is_proved_wrong_is_said_and_not_that_it_is_missing_once_taken_out():
    drawn = sheet(Milestone, "CAP", """
        id        | status   | actual     | evidence
        M-CAP-001 | Complete | 2026-07-14 | Certificate
    """)  # fmt: skip
    case = case_of(month(drawn))
    without = taken_out(case, all_rules(), ())
    assert without.returns.of(Milestone)[0].actual is None
    assert [p.rule for p in judge(all_rules(), without).problems if "actual" in p.sentence] == ["AP203"]


def test_a_waiver_holds_on_its_last_day_and_not_the_day_after():
    one = said("AP201", Found((A,), "Late.", ("M-1",)))
    last_day, over = (waiver("AP201", "M-1", until=day) for day in (CASE.position, date(2026, 6, 29)))
    assert [p.rule for p in judge([one], CASE, (last_day,)).waived] == ["AP201"]
    assert judge([one], CASE, (last_day,)).expired == ()
    assert judge([one], CASE, (over,)).waived == ()


def test_a_waiver_of_another_rule_or_of_nothing_found_is_listed_as_unused():
    other = waiver("AP202", "M-1")
    verdicts = judge([said("AP201", Found((A,), "Late.", ("M-1",)))], CASE, (other,))
    assert (len(verdicts.problems), verdicts.unused, verdicts.expired) == (1, (other,), ())


def test_what_may_not_be_waived_stands_and_keeps_its_severity():
    case = case_of(month(settings={"rules": {"AP501": Severity.NOTE}}))
    one = said("AP501", Found((A,), "A number.", ("M-1",)), severity=Severity.ERROR, waivable=False)
    (problem,) = judge([one], case, (waiver("AP501", "M-1"),)).problems
    assert problem.severity is Severity.ERROR


def test_the_guard_comes_first():
    guard, sense = said("AP510", Found((A,), "A story.")), said("AP201", Found((A,), "Late."))
    assert [p.rule for p in judge([sense, guard], CASE).problems] == ["AP510"]


def test_a_rule_on_rows_passes_over_a_row_that_does_not_state_what_it_needs():
    @rule("AP201", "A title", severity=Severity.WARNING, because="A reason.", each=Milestone, needs=("forecast",))
    def find(row: Milestone, case: Case) -> Iterator[Found]:
        """Put it right."""
        yield Found((row.cell("forecast"),), "Seen.")

    drawn = sheet(Milestone, "CAP", """
        id        | forecast
        M-CAP-001 | 2026-09-01
        M-CAP-002 |
    """)  # fmt: skip
    (problem,) = judge([find], case_of(month(drawn))).problems
    assert (problem.items, problem.sender, problem.remedy) == (("M-CAP-001",), "workspace:CAP", "Put it right.")


def test_a_prompt_goes_to_rdg_whatever_return_it_cites():
    prompt = said("AP305", Found((A,), "What would move it?", ("M-1",), "workspace:CAP"), severity=Severity.PROMPT)
    (problem,) = judge([prompt], CASE).problems
    assert problem.sender == "rdg:RDG"


def test_what_is_only_remarked_on_silences_no_rule_of_its_cell_and_what_could_not_be_read_does():
    def sentences(kind: FaultKind) -> list[str]:
        case = replace(CASE, returns=replace(CASE.returns, faults=(Fault(kind=kind, cell=A),)))
        return [p.rule for p in judge([said("AP110", Found((A,), "Seen.")), said("AP201", Found((A,), "Late."))], case).problems]

    assert sentences(FaultKind.STRUCK_OUT) == ["AP110", "AP201"]
    assert sentences(FaultKind.NOT_A_DATE) == ["AP110"]


@pytest.mark.parametrize(("where", "said_too"), [(TextPlace.CELL, False), (TextPlace.COMMENT, True)])
def test_shape_is_silent_of_a_cell_whose_value_the_guard_withholds_and_speaks_of_one_beside_which_a_note_stands(where, said_too: bool):
    finding = GuardFinding(A, "AP508", "a date of birth", True, False, False, where, Sender("workspace", "CAP"), 0)
    shape = said("AP101", Found((A,), "Too long."), Found((B,), "Blank."))
    told = [p.sentence for p in judge([shape], case_of(month(guard=(finding,)))).problems]
    assert told == (["Too long.", "Blank."] if said_too else ["Blank."])


def test_what_cannot_be_read_is_filed_under_its_cell_and_a_prompt_under_its_items():
    shape, sense = (said(id, Found((A,), f"{id}.", ("M-1",))) for id in ("AP101", "AP301"))
    assert [p.items for p in judge([shape, sense], CASE).problems] == [(), ("M-1",)]
    (asked,) = judge([said("AP101", Found((A,), "Why?", ("M-1",)), severity=Severity.PROMPT)], CASE).problems
    assert (asked.items, asked.sender) == (("M-1",), "rdg:RDG")


def test_what_cites_no_cell_is_read_first_then_by_the_rule_and_what_it_says():
    first, second = (said(id, Found((), f"{id} z."), Found((), f"{id} a."), Found((B,), f"{id} b.")) for id in ("AP301", "AP601"))
    told = [p.sentence for p in judge([second, first], CASE).problems]
    assert told == ["AP301 a.", "AP301 z.", "AP601 a.", "AP601 z.", "AP301 b.", "AP601 b."]


def test_a_waiver_is_in_force_on_its_last_day_and_one_that_was_not_needed_is_listed():
    today, idle, ended = waiver("AP201", "M-1", date(2026, 6, 30)), waiver("AP201", "M-9"), waiver("AP201", "M-1", date(2026, 6, 29))
    verdicts = judge([said("AP201", Found((A,), "Late.", ("M-1",)))], CASE, (ended, idle, today))
    assert [p.waiver for p in verdicts.waived] == [today]
    assert (verdicts.problems, verdicts.expired, verdicts.unused) == ((), (ended,), (idle,))
