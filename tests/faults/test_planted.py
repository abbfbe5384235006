"""One fault at a time, planted in a workbook of the sample month and read back: it is found where it stands, and nothing else is new.

Every rule of the book has at least one planted fault. The clean month has no error and asks no more than RDG can answer.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from fault import Fault
from faults_authority import AUTHORITY
from faults_guard import GUARD
from faults_movement import MOVEMENT
from faults_sense import SENSE
from faults_shape import SHAPE
from faults_triangulation import TRIANGULATION
from planter import Planter, places

from assurance_pack.model.problem import Severity
from assurance_pack.rules import all_rules
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
FAULTS: tuple[Fault, ...] = (*GUARD, *SHAPE, *SENSE, *MOVEMENT, *AUTHORITY, *TRIANGULATION)

NOT_PLANTED = {
    "AP117": "needs a return sent in parts: intake/test_who_it_is_from.py",
    "AP113": "a file is slow by the seconds it takes, which no file in itself is: tested with a reader that is given none",
    "AP162": "a row without an ID gets one where the form would have gone on: record/test_numbering.py",
    "AP332": "needs a whole sheet of last month: field/test_siblings_of_items.py",
    "AP163": "a day in received.csv, which is no return: commands/test_small_things.py",
    "AP127": "a form comes back empty where nothing at all differs from what was issued: tested with forms as issued",
}


@pytest.fixture(scope="module")
def planter(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Planter:
    return Planter(ROOT, tmp_path_factory.mktemp("planted"), settings)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.rule}: {f.story}")
def test_a_planted_fault_is_found_at_its_cell_and_nothing_else_new_appears(fault: Fault, planter: Planter) -> None:
    found = planter.plant(fault)
    assert found.hits(fault.rule), (sorted(found.planted), [(p.rule, places(p)) for p in found.new])
    assert [(p.rule, places(p), p.sentence) for p in found.false_alarms(fault)] == []
    assert found.stopped == fault.stops
    assert not found.told, "what may identify a child came out"


def test_every_rule_of_the_book_has_a_planted_fault_or_a_reason_why_not() -> None:
    assert {r.id for r in all_rules()} - {f.rule for f in FAULTS} == set(NOT_PLANTED)


def test_the_clean_month_has_no_error_and_no_more_prompts_than_rdg_can_answer(planter: Planter, settings: Settings) -> None:
    assert [p for p in planter.clean if p.severity is Severity.ERROR] == []
    assert len([p for p in planter.clean if p.severity is Severity.PROMPT]) <= settings.limits.prompts
