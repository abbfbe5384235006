"""A slip of the hand that the return itself, or the record, contradicts: each typed into the June workbook, and asked about where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from field_cases import Edit, june_with, put, told_anew

QDD = "QA Data and Digital - June 2026.xlsx"


# ---------- a finding beside its own grades and its own assurance ----------

SAMPLE = "AP278 QA findings!Q9 QA findings!R9 QA findings!S9 QA findings!T9 QA findings!U9"
AGAINST: list[tuple[Edit, str]] = [
    (put("QA findings", Q9=63), SAMPLE),
    (put("QA findings", S9=2), SAMPLE),
    (put("QA findings", F11="Strength"), "AP279 QA findings!F11 QA findings!G11"),
    (put("QA findings", G11="Substantial"), "AP279 QA findings!F11 QA findings!G11"),
]


@pytest.mark.parametrize(("edit", "where"), AGAINST, ids=["the sample", "a grade", "the reading", "the assurance"])
def test_a_finding_that_does_not_agree_with_itself_is_asked_about(edit: Edit, where: str, tmp_path: Path) -> None:
    assert where in told_anew(june_with(tmp_path, {QDD: edit}))


# ---------- a status beside how late the milestone is, and beside the status it had ----------


def test_at_risk_half_a_year_late_is_asked_about(tmp_path: Path) -> None:
    assert "AP219 Milestones!E8 Milestones!G8" in told_anew(june_with(tmp_path, {QDD: put("Milestones", E8="At risk")}))
