"""Whatever goes wrong with a filled return, page 1 does not get better for it, unless page 1 itself says what it does not know."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "position"))

from position_rows import JUNE, SETTINGS, milestone, risk, row, word

from assurance_pack.assess.trends import trends
from assurance_pack.model import Cell, Month, Sender
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.position.headline_counts import Measure
from assurance_pack.position.month import MonthPosition
from assurance_pack.position.whole import take
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, Risk
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.question import taken_out
from assurance_pack.schema import Row
from assurance_pack.senders import expected_senders

STATUSES = ("on_track", "off_track", "off_track", "at_risk", "off_track", "on_track")
SCORES = ((5, 5), (2, 2), (4, 5), (5, 4), (3, 3), (1, 4))
CATEGORIES = (["statutory"], [], ["sufficiency"], [], [], [])
SENDERS = ("CAP", "CWF", "QDD")


def filled() -> list[Row]:
    """A month of three Workspaces: six milestones, three of them off track; six risks, three of them Extreme, two in a mandatory category."""
    plan = [milestone(f"M-{SENDERS[n % 3]}-00{n + 1}", status) for n, status in enumerate(STATUSES)]
    register = [risk(f"R-{SENDERS[n % 3]}-00{n + 1}", *score, categories=CATEGORIES[n]) for n, score in enumerate(SCORES)]
    return [*plan, *register, *(figures(n) for n in range(24))]


def figures(back: int) -> IndicatorFigure:
    """A key figure of one month, so many months back: 84 to 90 of 140 plans, and the newest of them the lowest."""
    period = Month("2026-05").plus(-back)
    on_top = 78 if not back else 84 + back * 7 % 6
    return row(
        IndicatorFigure,
        "workspace:QDD",
        indicator=word("indicator", "IND-01"),
        period_end=period.last_day,
        numerator=on_top,
        denominator=140,
    )


def received(month: str, rows: list[Row], missing: list[str]) -> Returns:
    """A month of which every return came but those missing."""
    state = {s: ReceiptState.MISSING if str(s) in missing else ReceiptState.RECEIVED for s in expected_senders(SETTINGS)}
    receipts = [Receipt(sender=s, kind=str(s).partition(":")[0], state=state[s], file=f"{s}.xlsx") for s in state]
    swapped = [m.partition(" ")[2] for m in missing if m.startswith("earlier ")]
    receipts += [Receipt(sender=Sender.of(s), kind="workspace", state=ReceiptState.SUPERSEDED, file=f"{s} earlier.xlsx") for s in swapped]
    return Returns(Month(month), tuple(r for r in rows if str(r.sender) not in missing), tuple(receipts))


def page_1(rows: list[Row], missing: list[str]) -> MonthPosition:
    """Page 1 of June, after a May that was as June is; what a rule proves wrong is taken out before anything is counted."""
    may = received("2026-05", filled(), [])
    last = Record(month=may.month, position=date(2026, 5, 31), settings=SETTINGS, receipts=may.receipts, rows=frozen_rows(may.rows))
    june = received("2026-06", rows, missing)
    faults = [Fault(kind=FaultKind.TWO_VERSIONS, cell=Cell(file=r.file)) for r in june.receipts if "earlier" in r.file]
    lacking = [m.partition(" lacks ") for m in missing if " lacks " in m]
    faults += [Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file=f"{s}.xlsx", sheet=title), expected=title) for s, _, title in lacking]
    june = replace(june, faults=tuple(faults))
    settled = taken_out(Case(Month("2026-06"), SETTINGS, june, JUNE, last, (last,)), all_rules(), ())
    settled = replace(settled, trends=trends(settled.returns, SETTINGS, last.returns))
    return take(settled, judge(all_rules(), settled)).month


def says_so(page: MonthPosition, measure: Measure) -> bool:
    """Whether page 1 says that something is not known: in question, not stated, not heard of, or of a return that did not come."""
    gaps = page.gaps
    return bool(
        gaps.in_question
        or gaps.not_stated
        or page.disputed
        or page.lacking
        or set(gaps.missing) - set(HONEST.gaps.missing)
        or measure.unknown
        or not measure.whole
    )


def too_good(page: MonthPosition) -> list[str]:
    """What page 1 says that is better than it is, with no word of what it does not know.

    Better is: a count of what is off track or Extreme that is shown to fall; one that is lower than it is, or fewer alerts, unsaid.
    """
    found = []
    for name in ("off_track", "extreme"):
        now, true = getattr(page, name), getattr(HONEST, name)
        if now.direction == "better" or (now.now < true.now and not says_so(page, now)):
            found.append(f"{name} {now.now} of {now.total}, truly {true.now} of {true.total}: {now.direction}")
    if page.alerts.total < HONEST.alerts.total and not says_so(page, page.extreme):
        found.append(f"{page.alerts.total} alerts, truly {HONEST.alerts.total}")
    for figure, honest in zip(page.indicators, HONEST.indicators, strict=True):
        month = figure.latest.period if figure.latest else None
        named = figure.in_question or (
            honest.latest and month != honest.latest.period
        )  # the month is printed beside a figure that is not the newest
        if figure.change in ("better", "best") and honest.change not in ("better", "best") and not named and not page.gaps.in_question:
            found.append(f"{figure.indicator.code} {figure.change}, truly {honest.change}")
    return found


HONEST = page_1(filled(), [])


def place(rows: list[Row], at: int) -> int:
    return at % len(rows) if rows else 0


def drop(rows: list[Row], missing: list[str], at: int) -> None:
    """A row is deleted."""
    rows.pop(place(rows, at))


def paste(rows: list[Row], missing: list[str], at: int) -> None:
    """A sheet is pasted once more beneath itself."""
    sheet = type(rows[place(rows, at)])
    rows.extend(again(r) for r in list(rows) if type(r) is sheet)


def duplicate(rows: list[Row], missing: list[str], at: int) -> None:
    """The ID of an item is given to a second row, which says that all is well."""
    if isinstance(rows[place(rows, at)], IndicatorFigure):
        return
    row = rows[place(rows, at)]
    well = milestone(row.ref, "on_track") if isinstance(row, Milestone) else risk(row.ref, 1, 1)
    rows.append(well.model_copy(update={"title": "Something else altogether"}))


def take_the_id(rows: list[Row], missing: list[str], at: int) -> None:
    """A row is given the ID of another of its sheet."""
    if isinstance(rows[place(rows, at)], IndicatorFigure):
        return
    row = rows[place(rows, at)]
    other = next(r for r in reversed(rows) if type(r) is type(row))
    rows[place(rows, at)] = row.model_copy(update={"id": other.ref})


def retype(rows: list[Row], missing: list[str], at: int) -> None:
    """A status or a score is typed that the reader cannot read: the value is not there."""
    if isinstance(rows[place(rows, at)], IndicatorFigure):
        return
    row = rows[place(rows, at)]
    rows[place(rows, at)] = row.model_copy(update={"status": None} if isinstance(row, Milestone) else {"likelihood": None})


def lose(rows: list[Row], missing: list[str], at: int) -> None:
    """A return does not come."""
    missing.append(f"workspace:{SENDERS[at % 3]}")


def lose_a_sheet(rows: list[Row], missing: list[str], at: int) -> None:
    """A return comes without one of its sheets."""
    sender, kind = f"workspace:{SENDERS[at % 3]}", (Milestone, Risk, IndicatorFigure)[at % 4 % 3]
    rows[:] = [r for r in rows if not (isinstance(r, kind) and str(r.sender) == sender)]
    missing.append(f"{sender} lacks {kind.sheet_title}")


def the_newest_figure(rows: list[Row]) -> int | None:
    return max(
        (i for i, r in enumerate(rows) if isinstance(r, IndicatorFigure) and r.period_end),
        key=lambda i: str(rows[i].model_dump()["period_end"]),
        default=None,
    )


def more_on_top(rows: list[Row], missing: list[str], at: int) -> None:
    """More plans are in time than there are."""
    if (newest := the_newest_figure(rows)) is not None:
        rows[newest] = rows[newest].model_copy(update={"numerator": 1400 + at})


def reuse(rows: list[Row], missing: list[str], at: int) -> None:
    """An item is typed over with another, under whose ID all is well."""
    if isinstance(rows[place(rows, at)], IndicatorFigure):
        return
    row = rows[place(rows, at)]
    well = milestone(row.ref, "on_track") if isinstance(row, Milestone) else risk(row.ref, 1, 1)
    rows[place(rows, at)] = well.model_copy(update={"title": "A pump by the quay", "at": row.at, "cells": row.cells})


def lose_the_ids(rows: list[Row], missing: list[str], at: int) -> None:
    """The column of IDs is taken out of a sheet of one return."""
    sender, kind = f"workspace:{SENDERS[at % 3]}", (Milestone, Risk)[at % 2]
    for n, one in enumerate(rows):
        if isinstance(one, kind) and str(one.sender) == sender:
            rows[n] = one.model_copy(update={"id": None, "cells": {k: c for k, c in one.cells.items() if k != "id"}})


def next_month(rows: list[Row], missing: list[str], at: int) -> None:
    """A figure of the month after the position date, and a fine one."""
    rows.append(figures(0).model_copy(update={"period_end": date(2026, 7, 31), "numerator": 139}))


def second_figure(rows: list[Row], missing: list[str], at: int) -> None:
    """The newest month is entered under two days, the second time with a fine figure."""
    rows.append(figures(0).model_copy(update={"period_end": date(2026, 5, 1), "numerator": 130 + at % 10}))


def swap(rows: list[Row], missing: list[str], at: int) -> None:
    """A later file of a Workspace lacks one of its rows, and counts."""
    sender = f"workspace:{SENDERS[at % 3]}"
    mine = [i for i, r in enumerate(rows) if str(r.sender) == sender and not isinstance(r, IndicatorFigure)]
    if mine:
        rows.pop(mine[at % len(mine)])
    missing.append(f"earlier {sender}")


def again(row: Row) -> Row:
    made = milestone(row.ref) if isinstance(row, Milestone) else risk(row.ref) if isinstance(row, Risk) else figures(0)
    return row.model_copy(update={"cells": made.cells, "at": made.at})


MUTATIONS: tuple[Callable[[list[Row], list[str], int], None], ...] = (
    drop,
    paste,
    duplicate,
    take_the_id,
    retype,
    lose,
    lose_a_sheet,
    more_on_top,
    next_month,
    second_figure,
    swap,
    reuse,
    lose_the_ids,
)


@given(st.lists(st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 11)), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_no_slip_makes_page_1_better_without_page_1_saying_so(slips: list[tuple[Callable[..., None], int]]) -> None:
    rows, missing = filled(), list[str]()
    for slip, at in slips:
        slip(rows, missing, at)
    assert not too_good(page_1(rows, missing)), [(slip.__name__, at) for slip, at in slips]


def test_the_month_itself_is_not_better_than_it_is_and_would_be_seen_to_be_if_it_were() -> None:
    assert (HONEST.off_track.now, HONEST.extreme.now) == (3, 3)
    assert not too_good(HONEST)
    flattered = [r.model_copy(update={"status": filled()[0].status}) if isinstance(r, Milestone) else r for r in filled()]
    assert too_good(page_1(flattered, [])) == ["off_track 0 of 6, truly 3 of 6: better"]


def test_another_item_under_the_id_of_an_extreme_risk_is_no_fall_of_it() -> None:
    rows = filled()
    reuse(rows, [], 6)
    assert rows[6].ref == "R-CAP-001"
    now = page_1(rows, []).extreme
    assert (now.now, now.before, now.unknown, now.direction) == (2, 3, 1, "not known")


def test_another_item_twice_under_the_id_of_a_milestone_off_track_is_no_fall_either() -> None:
    rows = filled()
    reuse(rows, [], 4)
    paste(rows, [], 0)
    assert page_1(rows, []).off_track.direction == "not known"


def test_fewer_in_one_of_two_files_that_differ_is_not_called_better() -> None:
    rows = filled()
    rows[6] = risk("R-CAP-001", 2, 2).model_copy(update={"at": rows[6].at, "cells": rows[6].cells})
    rows[4] = milestone("M-CWF-005", "on_track").model_copy(update={"at": rows[4].at, "cells": rows[4].cells})
    page = page_1(rows, [])
    assert (page.extreme.direction, page.off_track.direction) == ("better", "better")
    page = page_1(rows, ["earlier workspace:CAP"])
    assert (page.extreme.direction, page.off_track.direction) == ("not known", "not known")


def test_fewer_on_one_of_two_sheets_that_differ_is_not_called_better() -> None:
    copied = Fault(
        kind=FaultKind.SHEETS_DIFFER,
        cell=Cell(file="workspace:CAP.xlsx", sheet="Risks (2)"),
        expected="Risks",
        suggestion="Risks",
        column="E5",
    )
    assert replace(received("2026-06", filled(), []), faults=(copied,)).in_two_versions == ("workspace:CAP",)


def test_a_count_is_not_called_the_same_while_one_more_may_belong_to_it() -> None:
    rows = filled()
    retype(rows, [], 0)
    retype(rows, [], 7)
    page = page_1(rows, [])
    assert (page.off_track.now, page.off_track.before, page.off_track.not_stated, page.off_track.direction) == (3, 3, 1, "not known")
    assert (page.extreme.now, page.extreme.before, page.extreme.not_stated, page.extreme.direction) == (3, 3, 1, "not known")
