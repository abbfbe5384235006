"""What the sender said of each row that came back, and what “Reviewed, no change” brings forward."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.record.carry import carry_forward, differs, same
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


# ---------- faults of rows that came back ----------


def faults_left(row: Row, *names: str, last: Record | None = None) -> list[str]:
    """Of blank cells that are required, those still asked for."""
    blank = tuple(Fault(kind=FaultKind.BLANK_REQUIRED, cell=row.cell(name), column=name) for name in names)
    return [f.column for f in carry_forward(june(row, faults=blank), last).faults]


def test_a_row_that_came_with_the_form_and_of_which_nothing_is_said_is_asked_only_what_is_to_be_said_of_it() -> None:
    asked = ("id", "this_month", "title", "status")
    before = may(line(Milestone, "may.xlsx", id="M-CAP-007", title="Two bases open"))
    came_back = line(Milestone, "june.xlsx", id="M-CAP-007", title="Two bases open")
    assert faults_left(came_back, *asked, last=before) == ["id", "this_month"]
    new = line(Milestone, "june.xlsx", id="M-CAP-020", title="Two bases open")
    assert faults_left(new, *asked, last=before) == list(asked)
    changed = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=CHANGED, title="Two bases open")
    assert faults_left(changed, *asked, last=before) == list(asked)


def test_a_row_of_a_sheet_that_is_not_reviewed_is_asked_everything() -> None:
    assert faults_left(line(Cover, "june.xlsx"), "headline", last=may()) == ["headline"]


def test_a_fault_of_another_kind_stands_though_its_cell_was_filled_from_last_month() -> None:
    before = may(line(Milestone, "may.xlsx", id="M-CAP-007", progress="Site found."))
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    remark = Fault(kind=FaultKind.STRUCK_OUT, cell=now.cell("progress"))
    received = carry_forward(june(now, faults=(remark,)), before)
    assert (received.of(Milestone)[0].progress, received.faults) == ("Site found.", (remark,))


# ---------- what is the same ----------


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Two  bases\nopen", "two bases open", True),
        ("Two bases open", "Two bases", False),
        (AT_RISK, Word(text="at RISK (amber)", meaning="at_risk"), True),
        (AT_RISK, ON_TRACK, False),
        (("M-CAP-001", "M-CAP-002"), ("m-cap-002", "M-CAP-001"), True),
        (("M-CAP-001",), ("M-CAP-001", "M-CAP-002"), False),
        (3, 3.0, True),
        (3, 4, False),
        (None, None, True),
        (None, "", False),
    ],
)
def test_two_values_say_the_same_by_their_words_and_meanings(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other) is alike
    assert same(other, one) is alike


def test_one_cell_that_differs_among_many_that_do_not_is_a_change_and_an_emptied_one_is_none() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", title="Two bases open", progress="Site found.", status=AT_RISK)
    assert differs(line(Milestone, "june.xlsx", id="M-CAP-007", title="Two bases open", status=ON_TRACK), before)
    assert not differs(line(Milestone, "june.xlsx", id="M-CAP-007", title="Two bases open", this_month=CHANGED), before)
    assert not differs(line(Milestone, "june.xlsx", id="M-CAP-007", depends_on=()), before)


# ---------- how a row is reviewed ----------


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    ("said", "review"),
    [("new", Review.NEW), ("changed", Review.CHANGED), ("no_change", Review.NO_CHANGE), ("close", Review.CLOSE)],
)
def test_what_the_sender_said_of_a_row_stands_whatever_the_last_record_holds(said: str, review: Review, known: bool) -> None:
    last = may(line(Milestone, "may.xlsx", id="M-CAP-007")) if known else may()
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=Word(text=said, meaning=said), progress="Tender out.")
    assert carry_forward(june(now), last).of(Milestone)[0].review is review


def test_a_word_that_says_nothing_of_a_review_leaves_it_to_the_row() -> None:
    last = may(line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK))
    odd = Word(text="See above", meaning="see_above")
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=odd, status=AT_RISK)
    assert carry_forward(june(now), last).of(Milestone)[0].review is Review.NOT_REVIEWED


def test_a_row_without_an_id_is_none_that_was_there_before() -> None:
    last = may(line(Milestone, "may.xlsx", title="Two bases open", progress="Site found."))
    now = line(Milestone, "june.xlsx", title="Two bases open", this_month=NO_CHANGE)
    (row,) = carry_forward(june(now), last).of(Milestone)
    assert (row.progress, row.carried) == (None, {})
    unsaid = line(Milestone, "june.xlsx", title="Two bases open")
    assert carry_forward(june(unsaid), last).of(Milestone)[0].review is Review.NEW


def test_where_an_id_stood_twice_the_first_is_what_is_brought_forward() -> None:
    twice = (line(Milestone, "may.xlsx", n, id="M-CAP-007", progress=p) for n, p in ((5, "Site found."), (6, "No site.")))
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    assert carry_forward(june(now), may(*twice)).of(Milestone)[0].progress == "Site found."


# ---------- what is brought forward ----------


def test_no_cell_is_brought_forward_where_the_last_record_has_nothing_to_add() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", status=AT_RISK)
    now = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE, status=AT_RISK)
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.carried, row.suppressed) == ({}, {})


def test_a_count_that_was_suppressed_stays_so_unless_one_was_typed() -> None:
    before = line(QAFinding, "may.xlsx", id="Q-QDD-013", good=20, suppressed={"inadequate": "[c]", "sample": "[c]"})
    alone = before.model_copy(update={"good": None})
    now = line(QAFinding, "june.xlsx", id="Q-QDD-013", this_month=NO_CHANGE, sample=30)
    for last, carried in ((before, {"good", "inadequate"}), (alone, {"inadequate"})):
        (row,) = carry_forward(june(now), may(last)).of(QAFinding)
        assert (row.suppressed, set(row.carried), row.sample) == ({"inadequate": "[c]"}, carried, 30)
    written = now.model_copy(update={"suppressed": {"inadequate": "[u]"}})
    assert carry_forward(june(written), may(before)).of(QAFinding)[0].suppressed == {"inadequate": "[u]"}
    changed = now.model_copy(update={"this_month": CHANGED})
    assert carry_forward(june(changed), may(before)).of(QAFinding)[0].suppressed == {}


def test_of_a_suppressed_count_nothing_stands_in_for_a_cell_that_could_not_be_read() -> None:
    before = line(QAFinding, "may.xlsx", id="Q-QDD-013", suppressed={"inadequate": "[c]"})
    now = line(QAFinding, "june.xlsx", id="Q-QDD-013", this_month=NO_CHANGE)
    fault = Fault(kind=FaultKind.NOT_A_NUMBER, cell=now.cell("inadequate"), seen="few")
    assert carry_forward(june(now, faults=(fault,)), may(before)).of(QAFinding)[0].suppressed == {}


def test_a_column_the_sender_took_out_is_filled_from_last_month_too() -> None:
    before = line(Milestone, "may.xlsx", id="M-CAP-007", progress="Site found.")
    whole = line(Milestone, "june.xlsx", id="M-CAP-007", this_month=NO_CHANGE)
    now = whole.model_copy(update={"cells": {n: c for n, c in whole.cells.items() if n != "progress"}})
    (row,) = carry_forward(june(now), may(before)).of(Milestone)
    assert (row.progress, row.carried["progress"]) == ("Site found.", before.cell("progress"))


# ---------- when a risk was last looked at ----------

REVIEWED = date(2026, 5, 28)


def looked_at(*rows: Row, **values: Any) -> date | None:
    """The day the risk of June was last reviewed; May had it reviewed on 28 May."""
    before = line(Risk, "may.xlsx", id="R-CAP-004", title="Schemes slip.", last_reviewed=REVIEWED)
    now = line(Risk, "june.xlsx", id="R-CAP-004", title="Schemes slip.", **values)
    found: Risk = carry_forward(june(*rows, now), may(before)).find(Risk, "R-CAP-004")  # type: ignore[assignment]
    return found.last_reviewed


def met(*days: date, sender: str = "workspace:CAP") -> Any:
    return line(Cover, "june.xlsx", sender=sender, met_on=days)


def test_a_risk_said_to_be_reviewed_does_not_keep_the_day_of_last_month() -> None:
    assert looked_at(this_month=NO_CHANGE) is None
    assert looked_at(met(), this_month=NO_CHANGE) is None
    assert looked_at(line(Cover, "june.xlsx"), this_month=NO_CHANGE) is None
    assert looked_at(met(date(2026, 6, 11), sender="workspace:CWF"), this_month=NO_CHANGE) is None


@pytest.mark.parametrize("said", [CHANGED, CLOSE, Word(text="New", meaning="new")])
def test_whatever_was_said_of_a_risk_it_was_reviewed_when_its_workspace_met(said: Word) -> None:
    assert looked_at(met(date(2026, 6, 25), date(2026, 6, 11)), this_month=said) == date(2026, 6, 25)


def test_a_day_on_which_the_workspace_has_still_to_meet_is_none_it_met_on() -> None:
    assert looked_at(met(date(2026, 6, 11), date(2026, 7, 31), date(2026, 8, 1)), this_month=NO_CHANGE) == date(2026, 7, 31)
    assert looked_at(met(date(2026, 8, 1)), this_month=NO_CHANGE) is None


def test_a_day_that_was_typed_stands_and_one_that_could_not_be_read_is_not_replaced() -> None:
    cover = met(date(2026, 6, 25))
    assert looked_at(cover, this_month=NO_CHANGE, last_reviewed=date(2026, 6, 4)) == date(2026, 6, 4)
    now = line(Risk, "june.xlsx", id="R-CAP-004", this_month=NO_CHANGE)
    fault = Fault(kind=FaultKind.NOT_A_DATE, cell=now.cell("last_reviewed"), seen="last week")
    (row,) = carry_forward(june(cover, now, faults=(fault,)), may()).of(Risk)
    assert row.last_reviewed is None


def test_only_risks_are_reviewed_on_a_day() -> None:
    finding = line(QAFinding, "june.xlsx", id="Q-CAP-020", this_month=CHANGED)
    received = carry_forward(june(met(date(2026, 6, 25)), finding), may())
    assert received.of(QAFinding)[0].cells == finding.cells
