"""The engine grades, waives, says a thing once, and keeps to the order of the families."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from months import case_of, month, sheet

from assurance_pack.model import Cell, Severity, Waiver
from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Found, covers, rule

A, B = (Cell(file="CAP.xlsx", sheet="Milestones", ref=ref) for ref in ("AA5", "C9"))


def said(id: str, *found: Found, severity: Severity = Severity.WARNING, waivable: bool = True):
    @rule(id, "A title", severity=severity, because="A reason, in a sentence.", waivable=waivable)
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
