"""One fault at a time, planted in a workbook of the sample month and read back: it is found where it stands, and nothing else is.

The clean month has no error and asks no more than RDG can answer.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from faults import FAULTS
from planting import Fault, Place, Planting

from assurance_pack.model import Severity
from assurance_pack.rules import all_rules
from assurance_pack.settings import Settings

ROOT = Path(__file__).parent.parent.parent
FAMILY = {r.id: r.family for r in all_rules()}
Seen = dict[Fault, tuple[frozenset[Place], frozenset[str]]]


@pytest.fixture(scope="module")
def planting(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Planting:
    return Planting(ROOT, settings, tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def seen(planting: Planting) -> Seen:
    return {fault: planting.planted(fault) for fault in FAULTS}


def found(fault: Fault, seen: Seen) -> bool:
    new, planted = seen[fault]
    return any(rule == fault.rule and (place in planted if not fault.at else place.endswith(fault.at)) for rule, place in new)


def false_alarms(fault: Fault, seen: Seen) -> set[Place]:
    return {(rule, place) for rule, place in seen[fault][0] if rule != fault.rule and rule not in fault.besides}


def test_at_least_sixty_faults_are_planted_in_movement_authority_guard_and_triangulation():
    judged = [f for f in FAULTS if FAMILY[f.rule] in ("movement", "authority", "guard", "triangulation")]
    assert len(judged) >= 60


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.rule}: {f.story}")
def test_a_planted_fault_is_found_at_its_cell_and_nothing_else_new_appears(fault: Fault, seen: Seen):
    assert found(fault, seen), sorted(seen[fault][0])
    assert false_alarms(fault, seen) == set()


def test_the_clean_month_has_no_error_and_no_more_prompts_than_rdg_can_answer(planting: Planting, settings: Settings):
    assert [p for p in planting.clean if p.severity is Severity.ERROR] == []
    assert len([p for p in planting.clean if p.severity is Severity.PROMPT]) <= settings.limits.prompts


def test_the_table_of_planted_found_and_false_alarms(seen: Seen, capsys: pytest.CaptureFixture[str]):
    planted = Counter(FAMILY[f.rule] for f in FAULTS)
    hits = Counter(FAMILY[f.rule] for f in FAULTS if found(f, seen))
    alarms = Counter(FAMILY[f.rule] for f in FAULTS for _ in false_alarms(f, seen))
    lines = [f"{'family':<15}{'planted':>9}{'found':>7}{'false alarms':>14}"]
    lines += [f"{name:<15}{n:>9}{hits[name]:>7}{alarms[name]:>14}" for name, n in planted.items()]
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert hits == planted
