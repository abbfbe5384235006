"""What the sender said of each row that came back, and what “Reviewed, no change” brings forward."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.rdg import ProgrammeRisk
from assurance_pack.returns.received import Returns
from assurance_pack.returns.workspace import Cover, Milestone, QAFinding, Risk
from assurance_pack.schema import Review, Row, columns
from assurance_pack.settings import Settings

SETTINGS = Settings.model_validate(tomllib.loads((Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")))
NO_CHANGE = Word(text="Reviewed, no change", meaning="no_change")
CHANGED = Word(text="Changed", meaning="changed")
CLOSE = Word(text="Close", meaning="close")
AT_RISK = Word(text="At risk", meaning="at_risk")
ON_TRACK = Word(text="On track", meaning="on_track")


def line(kind: type[Row], file: str, number: int = 5, sender: str = "workspace:CAP", **values: Any) -> Any:
    """A row as the reader makes it: every column of the sheet has its cell, stated or not."""
    cells = {c.name: Cell(file=file, sheet=kind.sheet_title, ref=f"{chr(65 + i)}{number}") for i, c in enumerate(columns(kind)[:26])}
    return kind(sender=sender, at=next(iter(cells.values())), cells=cells, **values)


def may(*rows: Row) -> Record:
    return Record(month=Month("2026-05"), position=date(2026, 5, 31), settings=SETTINGS, rows=frozen_rows(rows))


def june(*rows: Row, faults: tuple[Fault, ...] = ()) -> Returns:
    return Returns(Month("2026-06"), rows, faults=faults)


def test_reviewed_no_change_brings_forward_what_stands_blank_and_remembers_both_cells() -> None:
    before = line(Milestone, "may.xlsx", 9, id="M-CAP-007", status=AT_RISK, progress="Site found.", depends_on=("M-CWF-005",))
    now = line(Milestone, "june.xlsx", 5, id="M-CAP-007", this_month=NO_CHANGE)
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.review, row.status, row.progress, row.depends_on) == (Review.NO_CHANGE, AT_RISK, "Site found.", ("M-CWF-005",))
    assert str(row.cell("status")) == "june.xlsx › Milestones!D5"
    assert str(row.carried["status"]) == "may.xlsx › Milestones!D9"
    assert set(row.carried) == {"status", "progress", "depends_on"}


def test_reviewed_no_change_keeps_what_was_typed_differently() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK, forecast=date(2026, 9, 1))
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE, forecast=date(2026, 10, 1))
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.forecast, row.status) == (date(2026, 10, 1), AT_RISK)
    assert "forecast" not in row.carried


def test_a_cell_that_could_not_be_read_is_not_filled_from_last_month() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK)
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    fault = Fault(kind=FaultKind.NOT_IN_LIST, cell=now.cell("status"), seen="Greenish")
    received = carry_forward(june(now, faults=(fault,)), may(before))
    assert received.of(Milestone)[0].status is None
    assert received.faults == (fault,)


def test_a_blank_required_cell_that_was_brought_forward_is_no_longer_a_fault() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", progress="Site found.")
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    blank = [Fault(kind=FaultKind.BLANK_REQUIRED, cell=now.cell(name), column=name) for name in ("progress", "forecast")]
    received = carry_forward(june(now, faults=tuple(blank)), may(before))
    assert received.of(Milestone)[0].progress == "Site found."
    assert [f.column for f in received.faults] == ["forecast"]


def test_on_a_changed_row_an_emptied_cell_is_not_stated() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK, impact="24 children wait.")
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=CHANGED, status=ON_TRACK)
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.review, row.impact, row.carried) == (Review.CHANGED, None, {})


def test_a_row_sent_back_as_it_came_was_not_reviewed() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", title="Two bases open", status=AT_RISK, progress="Site found.")
    now = line(Milestone, "june.xlsx", id="M-CAP-007", title=" Two  bases open", status=AT_RISK)
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.review, row.progress) == (Review.NOT_REVIEWED, None)


def test_a_row_with_something_new_in_it_has_changed_though_nobody_said_so() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK)
    now = line(Milestone, "june.xlsx", id="M-CAP-007", status=AT_RISK, progress="Tender out.")
    assert carry_forward(june(now), may(before)).of(Milestone)[0].review is Review.CHANGED


def test_a_row_the_last_record_does_not_know_is_new() -> None:
    now = line(QAFinding, "june.xlsx", id="Q-CAP-020", finding="All sites safe.")
    assert carry_forward(june(now), may()).of(QAFinding)[0].review is Review.NEW
    assert carry_forward(june(now), None).of(QAFinding)[0].review is Review.NEW


def test_close_is_what_was_said() -> None:
    now = line(Milestone, "june.xlsx", id="M-CAP-004", this_month=CLOSE)
    assert carry_forward(june(now), may(line(Milestone, "may.xlsx", id="M-CAP-004"))).of(Milestone)[0].review is Review.CLOSE


def test_a_row_that_is_closed_or_not_reviewed_keeps_its_description_and_no_old_status() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-004", status=AT_RISK, success="Places filled.")
    for said, review in ((CLOSE, Review.CLOSE), (None, Review.NOT_REVIEWED)):
        now = line(Milestone, "june.xlsx", id="M-CAP-004", this_month=said)
        (row,) = carry_forward(june(now), may(before)).of(Milestone)
        assert (row.review, row.success, row.status) == (review, "Places filled.", None)


def test_rdgs_programme_risks_are_carried_too_and_other_sheets_left_alone() -> None:
    before = line(ProgrammeRisk, "may-rdg.xlsx", sender="rdg:RDG", id="R-RDG-001", likelihood=4, consequence=5)
    now = line(ProgrammeRisk, "june-rdg.xlsx", sender="rdg:RDG", id="R-RDG-001", this_month=NO_CHANGE)
    cover = line(Cover, "june.xlsx", headline="56 places are late.")
    received = carry_forward(june(cover, now), may(before))
    assert received.of(Risk)[0].score == 20
    assert received.rows[0] is cover


def test_a_milestone_and_a_judgement_of_the_same_id_are_not_mistaken_for_each_other() -> None:
    from assurance_pack.returns.rdg import MilestoneJudgement

    judged = line(MilestoneJudgement, "may-rdg.xlsx", sender="rdg:RDG", id="M-CAP-007", status=AT_RISK, reason="Two tenders failed.")
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=ON_TRACK)
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    assert carry_forward(june(now), may(judged, before)).of(Milestone)[0].status == ON_TRACK


def test_a_reviewed_risk_without_a_date_takes_the_last_day_the_workspace_met() -> None:
    cover = line(Cover, "june.xlsx", met_on=(date(2026, 6, 11), date(2026, 6, 25)))
    before = line(Risk, "may.xlsx", id="R-CAP-004", last_reviewed=date(2026, 5, 28))
    now = line(Risk, "june.xlsx", id="R-CAP-004", this_month=NO_CHANGE)
    (row,) = carry_forward(june(cover, now), may(before)).of(Risk)
    assert row.last_reviewed == date(2026, 6, 25)
    assert row.cell("last_reviewed") == cover.cell("met_on")


def test_a_risk_nobody_reviewed_keeps_the_day_it_was_last_looked_at() -> None:
    cover = line(Cover, "june.xlsx", met_on=(date(2026, 6, 25),))
    before = line(Risk, "may.xlsx", id="R-CAP-004", title="Schemes slip.", last_reviewed=date(2026, 5, 28))
    now = line(Risk, "june.xlsx", id="R-CAP-004", title="Schemes slip.")
    (row,) = carry_forward(june(cover, now), may(before)).of(Risk)
    assert (row.review, row.last_reviewed) == (Review.NOT_REVIEWED, date(2026, 5, 28))
    assert row.carried["last_reviewed"] == before.cell("last_reviewed")


_texts = st.one_of(st.none(), st.sampled_from(["Tender out.", "Site found.", "Two firms visited."]))
_said = st.sampled_from([None, NO_CHANGE, CHANGED, CLOSE])


@given(_said, _texts, _texts, _texts, _texts)
def test_nothing_typed_is_ever_replaced(
    said: Word | None, was: str | None, impact_was: str | None, typed: str | None, impact: str | None
) -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", progress=was, impact=impact_was)
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=said, progress=typed, impact=impact)
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    for name in ("progress", "impact"):
        stood, last = getattr(now, name), getattr(before, name)
        describes = name == "impact" and row.review in (Review.CLOSE, Review.NOT_REVIEWED)
        carries = stood is None and last is not None and (said is NO_CHANGE or describes)
        assert getattr(row, name) == (last if carries else stood)
        assert (name in row.carried) == carries
