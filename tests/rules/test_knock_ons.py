"""A rule that follows another says nothing of a row the other has spoken of: what would follow from its being mended is not said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example import example_files
from months import Drawing, Drawn, after, case_of, found, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.board_log import Action, Decision, ExceptionalIssue
from assurance_pack.returns.rdg import ForTheBoard, MilestoneJudgement, Statement
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.rules import all_rules, judge

BOOK = {r.id: r for r in all_rules()}


def milestone(headings: str, *rows: str) -> Drawn:
    return sheet(Milestone, "CAP", "\n".join([f"id | {headings}", *(f"M-CAP-001 | {row}" for row in rows)]))


def risk(headings: str, row: str) -> Drawn:
    return sheet(Risk, "CAP", f"id | {headings}\nR-CAP-001 | {row}")


def finding(headings: str, row: str) -> Drawing:
    return month(sheet(QAFinding, "QDD", f"id | {headings}\nQ-QDD-001 | {row}"))


def figures(*rows: str) -> Drawing:
    """Month, value, count on top, count beneath; of IND-06 (children), IND-07 (millions of pounds) or a share."""
    return month(sheet(IndicatorFigure, "CAP", "\n".join(["indicator | period_end | value | numerator | denominator", *rows])))


def shares(last: str, *more: str, month: str = "2026-06-28") -> Drawing:
    """Reviews in time near 72% from November on, then the last month's value and counts, and rows besides."""
    months = ("2025-11-28", "2025-12-28", "2026-01-28", "2026-02-28", "2026-03-28", "2026-04-28", "2026-05-28")
    tops = (412, 421, 409, 418, 424, 415, 420)
    before = (f"IND-02 | {when} | | {top} | 580" for when, top in zip(months, tops, strict=True))
    return figures(*before, f"IND-02 | {month} | {last}", *more)


def twice_over(rule: str) -> Drawing:
    """The month of the first example of a rule, each row of it there twice."""
    example = next(e for file in example_files().values() for e in file.EXAMPLES if e.rule == rule)
    return replace(example.fires, sheets=tuple(_each_row_twice(s) for s in example.fires.sheets))


def _each_row_twice(drawn: Drawn) -> Drawn:
    headings, *rows = [line for line in drawn.table.strip().splitlines() if line.strip()]
    return replace(drawn, table="\n".join([headings, *rows, *rows]))


EVENING, MINIBUS = "Moved the college open evening to autumn.", "Let minibus hire."


def logged(one: str, other: str, item: str = "R-CAP-001", another: str = "R-CAP-002") -> Drawn:
    """Two decisions of the Board to accept a risk, by their words and their items."""
    rows = (f"D-008 | {item} | Accept system risk | {one}", f"D-009 | {another} | Accept system risk | {other}")
    return sheet(Decision, "BOARD", "\n".join(["id | item | kind | decision", *rows]))


def tolerated(decision: str) -> Drawn:
    return sheet(Risk, "CAP", f"id | level | response | status | decision\nR-CAP-001 | System | Tolerate | Open | {decision}")


PLACES, WAITS = (
    "Approved interim specialist places at both host schools until January",
    "Ratified a group on therapy waits across two services and one list",
)
BROUGHT = sheet(ForTheBoard, "RDG", f"id | asked | issue\nB-005 | Prioritise | {PLACES}\nB-006 | Ratify Task & Finish Group | {WAITS}")


def crossed(item: str, another: str) -> Drawn:
    """The decisions on two matters, under other items than their own."""
    rows = (f"D-008 | {item} | Prioritise | {PLACES}", f"D-009 | {another} | Ratify Task & Finish Group | {WAITS}")
    return sheet(Decision, "BOARD", "\n".join(["id | item | kind | decision", *rows]))


OURS, OTHER = "2026-10-01 | The second tender comes back by July.", "2026-11-02 | Interim rooms open if the Board agrees."


def rooms(one: str, other: str, said: str, also: str) -> Drawn:
    """Two milestones with a forecast and a path to green each."""
    return sheet(Milestone, "CAP", f"id | title | forecast | path_to_green\nM-CAP-001 | {one} | {said}\nM-CAP-002 | {other} | {also}")


def apart(file: str, sheet: str, ref: str, rows: str) -> Fault:
    """Rows that belong on another sheet."""
    return Fault(kind=FaultKind.ROWS_APART, cell=Cell(file=file, sheet=sheet, ref=ref), expected=rows, suggestion="Milestones")


def two(headings: str, one: str, other: str) -> Drawn:
    """Two milestones."""
    return sheet(Milestone, "CAP", f"id | {headings}\nM-CAP-001 | {one}\nM-CAP-002 | {other}")


def two_exchanged(headings: str, one: tuple[str, str], other: tuple[str, str]) -> Drawing:
    """Two milestones, each with the status (and what stands first beside it) the other had in May, and the rest its own."""
    now = two(headings, f"{other[0]} | {one[1]}", f"{one[0]} | {other[1]}")
    return after(month(now), (two(headings, " | ".join(one), " | ".join(other)),))


def decided(*rows: str):
    """Decisions, each with the item it was about and the value of its condition."""
    return sheet(Decision, "BOARD", "\n".join(["id | item | value | indicator", *(f"{row} | IND-03" for row in rows)]))


KNOCK_ONS = {
    ("AP204", "AP203"): month(milestone("status | actual", "At risk | 2026-07-14")),
    ("AP205", "AP200"): month(milestone("status | forecast", "On track | 2025-09-01")),
    ("AP205", "AP204"): month(milestone("status | forecast | actual", "On track | 2026-06-12 | 2026-06-01")),
    ("AP206", "AP200"): month(milestone("status | forecast", "Off track | 2025-09-01")),
    ("AP206", "AP204"): month(milestone("status | forecast | actual", "At risk | 2026-06-12 | 2026-06-01")),
    ("AP207", "AP200"): after(
        month(milestone("status | forecast | baseline", "On track | 2027-09-30 | 2026-09-30")), (milestone("forecast", "2026-09-30"),)
    ),
    ("AP207", "AP204"): month(milestone("status | forecast | baseline | actual", "On track | 2026-10-30 | 2026-09-01 | 2026-06-01")),
    ("AP207", "AP205"): month(milestone("status | forecast | baseline", "On track | 2026-06-12 | 2026-05-01")),
    ("AP212", "AP260"): twice_over("AP212"),
    ("AP214", "AP260"): twice_over("AP214"),
    ("AP215", "AP211"): after(month(milestone("this_month | status", "New | Withdrawn")), ()),
    ("AP223", "AP200"): month(risk("next_review", "2025-07-31")),
    ("AP224", "AP200"): month(risk("last_reviewed | next_review", "2026-06-11 | 2025-07-31")),
    ("AP224", "AP223"): month(risk("last_reviewed | next_review", "2026-06-11 | 2026-05-04")),
    ("AP226", "AP214"): after(month(risk("this_month | status", "New | Closed")), (risk("status", "Open"),)),
    ("AP229", "AP200"): month(risk("target_date | likelihood | consequence | target_likelihood | target_consequence", "2017-01-31 | 4 | 4 | 2 | 2")),
    ("AP241", "AP240"): finding("sample | good", "5 | 9"),
    ("AP244", "AP200"): finding("report_date", "2026-07-06"),
    ("AP244", "AP242"): finding("period_from | period_to | report_date", "2026-06-30 | 2026-05-31 | 2026-05-01"),
    ("AP245", "AP200"): finding("due | status", "2025-08-28 | Open"),
    ("AP253", "AP250"): figures("Reviews in time | 2026-05-31 | 60 | 90 | 50"),
    ("AP253", "AP252"): figures("Reviews in time | 2026-05-31 | 630 | 30 | 50"),
    ("AP256", "AP253"): figures("Reviews in time | 2026-05-31 | 0.63 | 64 | 100"),
    ("AP257", "AP250"): figures("IND-04 | 2026-04-30 | | 60 | 1797", "IND-04 | 2026-05-31 | | 17970 | 1797"),
    ("AP257", "AP252"): figures("Reviews in time | 2026-04-30 | 60 | |", "Reviews in time | 2026-05-31 | 600 | |"),
    ("AP257", "AP253"): figures("IND-04 | 2026-04-30 | | 60 | 1797", "IND-04 | 2026-05-31 | 45 | 600 | 1797"),
    ("AP257", "AP254"): figures("IND-06 | 2026-06-30 | 55 | |", "IND-06 | 2026-07-31 | 560 | |"),
    ("AP257", "AP255"): figures("IND-06 | 2026-05-31 | 55 | |", "IND-06 | 2026-05-31 | 560 | |"),
    ("AP257", "AP256"): figures("Reviews in time | 2026-04-30 | 63 | |", "Reviews in time | 2026-05-31 | 0.63 | |"),
    ("AP257", "AP258"): figures("IND-07 | 2026-04-30 | 4.2 | |", "IND-07 | 2026-05-31 | 4200 | |"),
    ("AP258", "AP252"): figures(*(f"Reviews in time | 2026-0{n}-28 | {v} | |" for n, v in enumerate((4, 4, 4, 500), 2))),
    ("AP258", "AP253"): figures(
        *(f"Reviews in time | 2026-0{n}-28 | | 1 | 100" for n in (2, 3, 4)), "Reviews in time | 2026-05-31 | 5 | 100 | 100"
    ),
    ("AP258", "AP255"): figures(
        *(f"IND-07 | 2026-0{n}-28 | 4 | |" for n in (2, 3, 4)), "IND-07 | 2026-04-28 | 400 | |"
    ),
    ("AP258", "AP256"): figures(*(f"Reviews in time | 2026-0{n}-28 | {v} | |" for n, v in enumerate((60, 61, 60, 0.04), 2))),
    ("AP277", "AP250"): shares("| 580 | 410"),
    ("AP277", "AP252"): shares("480 | |"),
    ("AP277", "AP253"): shares("60 | 87 | 580"),
    ("AP277", "AP254"): shares("| 87 | 580", month="2026-07-31"),
    ("AP277", "AP255"): shares("| 87 | 580", month="2026-05-31"),
    ("AP277", "AP256"): shares("0.15 | |"),
    ("AP277", "AP257"): shares("| 50 | 580"),
    ("AP277", "AP258"): shares("0.5 | |"),
    ("AP277", "AP276"): shares("| 87 | 580", "IND-01 | 2026-06-28 | | 87 | 580"),
    ("AP276", "AP255"): figures("IND-02 | 2026-05-31 | | 87 | 138", "IND-02 | 2026-05-31 | | 87 | 138"),
    ("AP276", "AP257"): figures("IND-02 | 2026-04-30 | | 87 | 138", "IND-02 | 2026-05-31 | | 87 | 138"),
    ("AP231", "AP224"): month(risk("last_reviewed | next_review", "2026-08-03 | 2026-07-20")),
    ("AP261", "AP260"): month(milestone("title", "One", "One"), sheet(Milestone, "QDD", "id | title\nM-CAP-001 | One")),
    ("AP269", "AP260"): month(sheet(Milestone, "CAP", "id | title\nM-CAP-001 | One thing\nM-CAP-001 | One thing\nM-CAP-002 | One thing")),
    ("AP301", "AP139"): after(
        month(sheet(Milestone, "CAP", "id\nM-CAP-001"), faults=(apart("CAP-2026-06.xlsx", "Risks", "A2", "2 3"),)),
        (sheet(Risk, "CAP", "id\nR-CAP-001\nR-CAP-002"),),
    ),
    ("AP301", "AP260"): after(
        month(sheet(Risk, "CAP", "id\nR-CWF-001\nR-CWF-002"), sheet(Risk, "CWF", "id\nR-CWF-001\nR-CWF-002")),
        (sheet(Risk, "CAP", "id\nR-CAP-001\nR-CAP-002"), sheet(Risk, "CWF", "id\nR-CWF-001\nR-CWF-002")),
    ),
    ("AP301", "AP261"): after(month(sheet(Risk, "CAP", "id\nR-CWF-001\nR-CWF-002")), (sheet(Risk, "CAP", "id\nR-CAP-001\nR-CAP-002"),)),
    ("AP302", "AP260"): twice_over("AP302"),
    ("AP303", "AP300"): after(
        month(milestone("title | baseline", "Minibus hire let | 2026-09-01")),
        (sheet(Milestone, "CAP", "id | title | baseline\nM-CAP-001 | College open evening | 2026-10-01\nM-CAP-002 | Minibus hire let | 2026-09-01"),),
    ),
    ("AP308", "AP239"): after(
        month(milestone("status | this_month", "Off track | Changed"), sheet(MilestoneJudgement, "RDG", "id | status\nM-CAP-001 | Complete")),
        (milestone("status | this_month", "Off track | New"),),
    ),
    ("AP320", "AP300"): after(
        month(milestone("title", "Minibus hire let")),
        (sheet(Milestone, "CAP", "id | title\nM-CAP-001 | College open evening\nM-CAP-002 | Minibus hire let"),),
    ),
    ("AP303", "AP260"): twice_over("AP303"),
    ("AP304", "AP260"): twice_over("AP304"),
    ("AP322", "AP200"): after(
        month(sheet(Action, "BOARD", "id | due | status\nA-028 | 2027-06-30 | Open")), (sheet(Action, "BOARD", "id | due | status\nA-028 | 2026-06-30 | Open"),)
    ),
    ("AP320", "AP260"): twice_over("AP320"),
    ("AP320", "AP302"): after(month(milestone("title", "Minibus hire let")), (milestone("title", "College open evening"),)),
    ("AP266", "AP200"): month(milestone("status | forecast | progress", "On track | 2025-09-01 | Opens in January 2027.")),
    ("AP266", "AP205"): month(milestone("status | forecast | progress", "On track | 2026-06-12 | Opens in January 2027.")),
    ("AP266", "AP206"): month(milestone("status | forecast | progress", "At risk | 2026-06-12 | Opens in January 2027.")),
    ("AP270", "AP265"): month(
        sheet(IndicatorFigure, "QDD", "indicator | period_end | value\nIND-02 | 2026-06-30 | 69"),
        sheet(Risk, "QDD", "id | changed | gaps\nR-QDD-002 | Only 69% of reviews. | At 69% of reviews nobody knows why."),
        sheet(Statement, "RDG", "statement\n96% of reviews were in time."),
    ),
    ("AP626", "AP270"): after(
        month(sheet(Decision, "BOARD", "id | value | indicator | outcome\nD-009 | 56 | IND-02 | At least 65% in every month.")),
        (sheet(Decision, "BOARD", "id | value | indicator | outcome\nD-009 | 65 | IND-02 | At least 65% in every month."),),
    ),
    ("AP324", "AP236"): after(
        month(sheet(ExceptionalIssue, "BOARD", "id | issue | status\nX-002 | 7 of 19 places are still to be found | Closed")),
        (sheet(ExceptionalIssue, "BOARD", "id | issue | status\nX-002 | 7 of 19 places are still to be found | Open"),),
    ),
    ("AP324", "AP302"): after(
        month(sheet(ExceptionalIssue, "BOARD", "id | issue | status\nX-002 | Minibus hire let | Closed")),
        (sheet(ExceptionalIssue, "BOARD", "id | issue | status\nX-002 | College open evening moved | Open"),),
    ),
    ("AP262", "AP225"): month(risk("status | managed_by", "Managed by another ID | R-CAP-099")),
    ("AP262", "AP232"): month(
        milestone("status | reference", "Withdrawn | D-099"), sheet(Decision, "BOARD", "id | item | decision\nD-001 | M-CAP-009 | Agreed.")
    ),
    ("AP262", "AP234"): month(sheet(Decision, "BOARD", "id | item | decision | status | rationale\nD-001 | M-CAP-009 | Agreed. | Replaced | By D-099.")),
    ("AP623", "AP232"): month(
        milestone("status | reference", "Withdrawn | D-001"), sheet(Decision, "BOARD", "id | item | decision\nD-001 | M-CAP-009 | Agreed.")
    ),
    ("AP327", "AP300"): after(month(rooms(MINIBUS, EVENING, OTHER, OURS)), (rooms(EVENING, MINIBUS, OURS, OTHER),)),
    ("AP328", "AP327"): after(month(rooms(MINIBUS, EVENING, OTHER, OURS)), (rooms(MINIBUS, EVENING, OURS, OTHER),)),
    ("AP329", "AP328"): after(
        month(rooms(MINIBUS, EVENING, "2026-10-01 | Second tender is back.", "2026-11-02 | Interim rooms stay shut.")),
        (rooms(MINIBUS, EVENING, "2026-11-02 | Interim rooms open.", "2026-10-01 | Second tender waits."),),
    ),
    ("AP329", "AP325"): after(
        month(rooms(MINIBUS, EVENING, "| Interim rooms open if the Board agrees.", "| Interim rooms open if the Board agrees.")),
        (rooms(MINIBUS, EVENING, "| Second tender waits.", "| Interim rooms open."),),
    ),
    ("AP331", "AP330"): after(
        month(rooms(MINIBUS, EVENING, OURS, OTHER)),
        (rooms(MINIBUS, EVENING, OURS, OTHER),),
        (rooms(MINIBUS, EVENING, "2026-11-09 | Nothing is known.", "2026-11-16 | Nothing is said."),),
    ),
    ("AP219", "AP200"): after(
        month(milestone("status | forecast | baseline", "At risk | 2027-09-30 | 2026-09-30")), (milestone("forecast", "2026-09-30"),)
    ),
    ("AP219", "AP204"): month(milestone("status | forecast | baseline | actual", "At risk | 2026-12-30 | 2026-09-01 | 2026-06-01")),
    ("AP333", "AP205"): two_exchanged("status | forecast", ("At risk", "2026-06-12"), ("On track", "2026-09-01")),
    ("AP333", "AP207"): two_exchanged("status | forecast | baseline", ("At risk", "2026-09-25 | 2026-09-01"), ("On track", "2026-09-01 | 2026-09-01")),
    ("AP333", "AP208"): two_exchanged("status | path_to_green", ("At risk", OTHER.partition("| ")[2]), ("On track", "")),
    ("AP333", "AP219"): two_exchanged("status | forecast | baseline", ("Off track", "2027-01-04 | 2026-09-01"), ("At risk", "2026-09-25 | 2026-09-01")),
    ("AP333", "AP327"): two_exchanged("status | lead | success | forecast", ("Off track | Head of One | One open", ""), ("At risk | Head of Two | Two open", "")),
    ("AP333", "AP328"): two_exchanged("status | lead | forecast", ("Off track | Head of One", ""), ("At risk | Head of Two", "")),
    ("AP334", "AP212"): after(month(risk("this_month | level", "Reviewed, no change | Delivery")), (risk("this_month | level", "Changed | System"),)),
    ("AP334", "AP220"): after(
        month(risk("likelihood | consequence | inherent_likelihood | inherent_consequence", "4 | 4 | 2 | 4")),
        (risk("likelihood | consequence | inherent_likelihood | inherent_consequence", "4 | 4 | 5 | 4"),),
    ),
    ("AP334", "AP221"): after(
        month(risk("likelihood | consequence | target_likelihood | target_consequence", "3 | 4 | 5 | 4")),
        (risk("likelihood | consequence | target_likelihood | target_consequence", "3 | 4 | 2 | 4"),),
    ),
    ("AP334", "AP328"): after(
        month(two("lead | priority", "Head of Two | 3 Good plans, on time", "Head of One |")),
        (two("lead | priority", "Head of One | 2 Enough of the right places", "Head of Two |"),),
    ),
    ("AP334", "AP260"): twice_over("AP334"),
    ("AP334", "AP300"): after(
        month(milestone("title | priority", "Minibus hire let | 3 Good plans, on time")),
        (sheet(Milestone, "CAP", "id | title | priority\nM-CAP-001 | College open evening | 2 Enough of the right places\nM-CAP-002 | Minibus hire let | 3 Good plans, on time"),),
    ),
    ("AP334", "AP302"): after(month(milestone("title | priority", "Minibus hire let | 3 Good plans, on time")), (milestone("title | priority", "College open evening | 2 Enough of the right places"),)),
    ("AP334", "AP327"): after(
        month(two("lead | success | priority", "Head of Two | Two open | 3 Good plans, on time", "Head of One | One open |")),
        (two("lead | success | priority", "Head of One | One open | 2 Enough of the right places", "Head of Two | Two open |"),),
    ),
    ("AP263", "AP257"): shares("| 420 | 5800"),
    ("AP277", "AP263"): shares("| 87 | 560"),
    ("AP335", "AP257"): after(shares("| 50 | 580"), shares("| 420 | 580").sheets),
    ("AP335", "AP276"): after(shares("| 87 | 580", "IND-01 | 2026-06-28 | | 87 | 580"), shares("| 420 | 580").sheets),
    ("AP335", "AP277"): after(shares("| 87 | 580"), shares("| 420 | 580").sheets),
    ("AP600", "AP300"): after(month(logged(MINIBUS, EVENING, "R-CAP-002", "R-CAP-001")), (logged(EVENING, MINIBUS),)),
    ("AP626", "AP260"): twice_over("AP626"),
    ("AP626", "AP299"): after(month(decided("D-008 |  | 0.2")), (decided("D-008 |  | 20"),)),
    ("AP626", "AP300"): after(month(logged(MINIBUS, EVENING, "R-CAP-002", "R-CAP-001")), (logged(EVENING, MINIBUS),)),
    ("AP626", "AP302"): after(month(logged(MINIBUS, "Three.", "R-CAP-003", "")), (logged(EVENING, "Three.", "R-CAP-001", ""),)),
    ("AP626", "AP600"): after(month(logged("Two.", "Three.", "R-CAP-002", "R-CAP-001")), (logged("Two.", "Three."),)),
    ("AP626", "AP602"): after(month(logged("Two.", "Three.", "R-CAP-003", ""), tolerated("D-008")), (logged("Two.", "Three.", "R-CAP-001", ""), tolerated(""))),
    ("AP602", "AP600"): after(month(logged("Two.", "Three.", "R-CAP-002", "R-CAP-001"), tolerated("D-008")), (logged("Two.", "Three."), tolerated(""))),
    ("AP625", "AP600"): after(month(crossed("B-006", "B-005")), (BROUGHT,)),
    ("AP625", "AP602"): after(month(crossed("B-006", ""), tolerated("D-008")), (BROUGHT,)),
    ("AP623", "AP602"): month(
        sheet(Risk, "CAP", "id | level | response | status | decision\nR-CAP-001 | System | Tolerate | Open | D-003"),
        sheet(Decision, "BOARD", "id | item | kind | decision\nD-003 | R-CWF-001 | Accept system risk | Accepted."),
    ),
}  # fmt: skip
"""By the rule and the one it follows: a month in which both would speak of one row."""


@pytest.mark.parametrize(("rule", "followed"), KNOCK_ONS)
def test_a_knock_on_is_not_said_beside_what_it_follows_from(rule: str, followed: str):
    drawing = KNOCK_ONS[rule, followed]
    alone, together = found(BOOK[rule], drawing), judge([BOOK[rule], BOOK[followed]], case_of(drawing)).problems
    spoken_of = {c.order[:3] for p in together if p.rule == followed for c in p.cells}
    assert spoken_of & {c.order[:3] for p in alone for c in p.cells}
    assert not spoken_of & {c.order[:3] for p in together if p.rule == rule for c in p.cells}


def test_a_rule_follows_those_alone_beside_which_it_would_speak():
    assert {(r.id, followed) for r in all_rules() for followed in r.follows} == set(KNOCK_ONS)
