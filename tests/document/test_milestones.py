"""Section 3: what the Board reads of the milestones."""

from __future__ import annotations

import re
from datetime import date

import pytest
from position_rows import (
    SETTINGS,
    case,
    cells,
    confidence,
    fates,
    judgement,
    lead,
    matter,
    milestone,
    paragraph,
    position,
    record,
    row,
    table,
    words,
)

from assurance_pack.document.blocks.runs import Bar, Status
from assurance_pack.document.section import Section
from assurance_pack.document.sections import milestones
from assurance_pack.model import Month
from assurance_pack.returns.workspace import Cover
from assurance_pack.rules.case import Case
from assurance_pack.schema import Review
from assurance_pack.settings.board import Parameter, Parameters


def section(of: Case) -> Section:
    return milestones.write(position(of), of.settings)


# ---------- what changed ----------


def test_the_first_sentence_says_what_changed_since_the_named_month() -> None:
    last = record(
        "2026-05", [milestone("M-CAP-001"), milestone("M-CAP-002"), milestone("M-CAP-003", "at_risk"), milestone("M-CAP-004", "off_track")]
    )
    now = (
        milestone("M-CAP-001", "complete"),
        milestone("M-CAP-002", "off_track"),
        milestone("M-CAP-003"),
        milestone("M-CAP-004", "off_track"),
    )
    assert lead(section(case(*now, last=last))) == (
        "Since May, one milestone was completed, one fell a grade or more and one recovered. Two of 4 are off track or at risk, against two in May."
    )


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["on_track"], "Since May, no milestone was completed, fell or recovered. None of 1 is off track or at risk, against none in May."),
        (["off_track"], "Since May, one milestone fell a grade or more. One of 1 is off track or at risk, against none in May."),
        (["complete", "complete"], "Since May, two milestones were completed. None of 2 is off track or at risk, against none in May."),
    ],
)
def test_the_first_sentence_reads_well_for_none_one_and_many(statuses: list[str], said: str) -> None:
    last = record("2026-05", [milestone(f"M-CAP-{n:03}") for n in range(len(statuses))])
    now = [milestone(f"M-CAP-{n:03}", s) for n, s in enumerate(statuses)]
    assert lead(section(case(*now, last=last))) == said


def test_a_first_pack_says_there_is_nothing_to_compare_with() -> None:
    assert (
        lead(section(case(milestone("M-CAP-001", "at_risk"))))
        == "There is no earlier pack to compare with. One of 1 is off track or at risk."
    )


def test_an_empty_month_says_so() -> None:
    assert lead(section(case())) == "No milestone was reported this month."


def test_last_time_is_named_with_its_month_when_the_board_did_not_meet_in_between() -> None:
    march = record("2026-03", [milestone("M-CAP-001")])
    assert lead(section(case(milestone("M-CAP-001", "at_risk"), last=march))).startswith("Since March, one milestone fell a grade or more.")


# ---------- whose word it is ----------


def test_where_rdg_differs_both_words_are_printed_and_rdgs_is_counted() -> None:
    found = section(
        case(milestone("M-CWF-005"), judgement("M-CWF-005", "at_risk", "12 of 18 posts are filled."), confidence("overall", "amber"))
    )
    (line,) = cells(table(found, "off track, then at risk"))
    assert line[0] == "M-CWF-005 A At risk (RDG); reported On track Owner not stated"
    assert "RDG: 12 of 18 posts are filled." in line[1]
    assert "0 on track, 1 at risk" in words(found)


def test_where_rdg_says_the_same_nothing_is_said_twice() -> None:
    found = section(case(milestone("M-CWF-005", "at_risk"), judgement("M-CWF-005", "at_risk"), confidence("overall", "amber")))
    assert "reported" not in cells(table(found, "off track, then at risk"))[0][0]


def test_where_rdg_judges_better_it_is_said_outside_the_table() -> None:
    found = section(
        case(
            milestone("M-CWF-005", "off_track"),
            judgement("M-CWF-005", "on_track", "The contract is signed."),
            confidence("overall", "green"),
        )
    )
    assert (
        paragraph(found, "RDG judges differently.")
        == "RDG judges differently. M-CWF-005: G On track (RDG); reported Off track. The contract is signed. "
    )


def test_without_an_rdg_return_the_statuses_are_the_workspaces_own() -> None:
    found = section(case(milestone("M-CAP-001", "at_risk"), missing=["rdg:RDG"], last=record("2026-05", [confidence("overall", "green")])))
    assert "as reported by Workspaces; not yet confirmed by RDG" in table(found, "by plan priority").caption
    said = paragraph(found, "Delivery confidence:")
    assert said == "Delivery confidence: X No return from RDG. Its last judgement is not shown as if it were this month’s."
    assert "Green" not in words(found)


def test_with_an_rdg_return_the_statuses_are_rdgs() -> None:
    assert "as reported by RDG" in table(section(case(milestone("M-CAP-001"), confidence("overall", "green"))), "by plan priority").caption


# ---------- what nothing was said of ----------


def test_a_row_nobody_reviewed_prints_no_update_and_not_its_old_status() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track")])
    found = section(case(milestone("M-CAP-001", "off_track", review=Review.NOT_REVIEWED), last=last))
    assert paragraph(found, "No update since May.") == "No update since May. M-CAP-001 (one milestone)."
    assert "Off track" not in "\n".join(" ".join(r) for r in cells(table(found, "by plan priority")))
    assert "0 off track, 1 no update." in words(found)


def test_a_missing_workspace_is_said_and_its_milestones_have_no_status() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-QDD-001")])
    found = section(case(milestone("M-QDD-001"), missing=["workspace:CAP"], last=last))
    assert lead(found).endswith("No return was received from Capital and Sufficiency.")
    said = paragraph(found, "X No return received")
    assert said == "X No return received from Capital and Sufficiency: its one open milestone has no status this month (M-CAP-001)."
    assert "0 complete, 1 on track, 0 at risk, 0 off track, 1 no return." in words(found)
    assert [c[2] for c in cells(table(found, "by plan priority")) if c[0].startswith("M-CAP-001")] == ["R X"]


def test_what_was_completed_and_closed_earlier_still_counts_as_complete() -> None:
    history = [record("2026-04", [milestone("M-CAP-001", "complete"), milestone("M-CAP-002")]), record("2026-05", [milestone("M-CAP-002")])]
    found = section(case(milestone("M-CAP-002"), history=history))
    assert "1 complete, 1 on track, 0 at risk, 0 off track." in words(found)
    assert "Complete includes one closed in earlier months." in words(found)


def test_a_milestone_gone_without_a_word_is_named() -> None:
    found = section(case(milestone("M-CAP-002"), last=record("2026-05", [milestone("M-CAP-001"), milestone("M-CAP-002")])))
    assert "Open in May and not in this month’s returns. M-CAP-001" in words(found)


def test_an_unreadable_status_is_not_stated_and_counted() -> None:
    found = section(case(milestone("M-CAP-001", None), milestone("M-CAP-002")))
    assert paragraph(found, "Status not stated.") == "Status not stated. M-CAP-001 (one milestone)."
    assert "1 on track, 0 at risk, 0 off track, 1 without a status" in words(found)


# ---------- slip, exceptions, history ----------


def test_slip_is_in_days_from_baseline_and_since_last_time() -> None:
    last = record("2026-05", [milestone("M-CAP-007", "at_risk", forecast=date(2026, 9, 28))])
    now = milestone("M-CAP-007", "off_track", forecast=date(2027, 1, 4), path_to_green="Interim rooms")
    line = cells(table(section(case(now, last=last)), "by plan priority"))[1]
    assert line[4:] == ["125", "+98"]


def test_off_track_comes_first_by_days_late_then_what_changed_then_what_is_stuck() -> None:
    may = [
        milestone("M-CAP-001", "at_risk"),
        milestone("M-CAP-002", "on_track"),
        milestone("M-CAP-003", "off_track"),
        milestone("M-CAP-004", "off_track"),
    ]
    now = [
        milestone("M-CAP-001", "at_risk"),
        milestone("M-CAP-002", "at_risk"),
        milestone("M-CAP-003", "off_track", forecast=date(2026, 10, 1)),
        milestone("M-CAP-004", "off_track", forecast=date(2026, 12, 1)),
    ]
    found = section(case(*now, last=record("2026-05", may)))
    assert [c[0].split()[0] for c in cells(table(found, "off track, then at risk"))] == ["M-CAP-004", "M-CAP-003", "M-CAP-002", "M-CAP-001"]


def test_a_milestone_at_risk_says_why_beside_what_it_is_and_its_path_to_green_in_a_column_of_its_own() -> None:
    now = milestone(
        "M-CAP-003", "at_risk", title="Forecast agreed", progress="Health's figures came late", path_to_green="Agreed at RDG in August"
    )
    found = table(section(case(now, judgement("M-CAP-003", "off_track", "It cannot be ready"))), "off track, then at risk")
    assert [c.heading[0].text for c in found.columns][1:3] == ["What it is, what happened and why", "Path to green"]
    assert cells(found)[0][1:3] == ["Forecast agreed. Health's figures came late. RDG: It cannot be ready.", "Agreed at RDG in August."]


def test_none_is_only_known_to_be_late_while_one_has_no_status() -> None:
    late = "Off track or at risk. "
    silent = case(milestone("M-CAP-001"), milestone("M-CAP-002", review=Review.NOT_REVIEWED), last=record("2026-05", []))
    assert f"{late}None is known to be: one has no status this month." in words(section(silent))
    assert f"{late}No milestone is." in words(section(case(milestone("M-CAP-001"))))


def plan_of(of: Case) -> list[list[str]]:
    return cells(table(section(of), ", by plan priority"))


def test_the_plan_says_of_each_milestone_its_lead_its_last_statuses_and_its_dates_in_words() -> None:
    history = [
        record(m, [milestone("M-CAP-007", s, forecast=date(2026, 9, d))])
        for m, s, d in (("2026-03", "at_risk", 1), ("2026-04", "on_track", 1), ("2026-05", "at_risk", 28))
    ]
    now = milestone(
        "M-CAP-007", "off_track", title="24 specialist base places open at two schools", lead="Bases manager", forecast=date(2027, 1, 4)
    )
    assert plan_of(case(now, history=history))[1] == [
        "M-CAP-007 24 specialist base places",
        "Bases",
        "G A R",
        "Baseline 1 September 2026, forecast 4 January 2027, in May 28 September 2026",
        "125",
        "+98",
    ]


def test_a_month_nobody_reviewed_is_a_blank_in_the_history() -> None:
    history = [record("2026-04", [milestone("M-CAP-007")]), record("2026-05", [milestone("M-CAP-007", review=Review.NOT_REVIEWED)])]
    assert plan_of(case(milestone("M-CAP-007", "off_track"), history=history))[1][2] == "G – R"


def test_a_row_nobody_reviewed_has_no_date_and_no_days_of_an_earlier_month() -> None:
    may = record("2026-05", [milestone("M-CAP-007", "at_risk", forecast=date(2026, 12, 1))])
    now = milestone("M-CAP-007", "at_risk", forecast=date(2026, 12, 1), review=Review.NOT_REVIEWED)
    of = case(now, judgement("M-CAP-007", "off_track"), last=may)
    assert plan_of(of)[1][3:] == ["Baseline 1 September 2026, no forecast given this month", "–", "–"]
    (bar,) = [
        run for row in table(section(of), "by plan priority").rows for cell in row.cells for run in cell.content if isinstance(run, Bar)
    ]
    assert bar.end is None
    assert "No update since May." in cells(table(section(of), "off track"))[0][1]
    assert "December" not in words(section(of))


def test_what_was_completed_and_has_left_the_form_stays_complete_in_the_history() -> None:
    april = record("2026-04", [milestone("M-CAP-001", "complete", actual=date(2026, 4, 2))])
    found = plan_of(case(milestone("M-CAP-002"), history=[april, record("2026-05", [milestone("M-CAP-002")])]))
    assert found[1][2] == "B B B"


def test_the_plan_says_how_sure_rdg_is_of_each_priority_beside_its_name() -> None:
    may = record("2026-05", [confidence("2", "amber"), milestone("M-CAP-001")])
    assert plan_of(case(confidence("2", "red"), milestone("M-CAP-001"), last=may))[0][:4] == [
        "2 Enough of the right places",
        "RDG’s confidence",
        "A R",
        "Red, Amber in May",
    ]


def test_a_plan_too_long_for_a_page_shows_what_is_late_or_due_and_counts_the_rest_by_priority() -> None:
    quiet = [milestone(f"M-CAP-{n:03}", forecast=date(2026, 12, 1), baseline=date(2026, 12, 1)) for n in range(40)]
    late = [milestone("M-CAP-100", "off_track"), milestone("M-CAP-101", "at_risk"), milestone("M-CAP-102", forecast=date(2026, 7, 9))]
    found = section(case(*quiet, *late))
    shown = table(found, "by plan priority")
    assert shown.caption.startswith("3 of 43 milestones: those off track, at risk or due in July")
    assert [c[0].split()[0] for c in cells(shown)] == ["2", "M-CAP-100", "M-CAP-101", "M-CAP-102", "40"]
    assert cells(shown)[-1][0] == "40 more: 40 on track"


def test_where_even_those_are_too_many_what_is_asked_and_what_is_worse_keep_their_rows() -> None:
    most = SETTINGS.budgets.milestones.plan
    many = [milestone(f"M-CAP-{n:03}", "at_risk") for n in range(most + 10)]
    asked = matter("B-001", linked=("M-CAP-200",))
    of = case(*many, milestone("M-CAP-200", "at_risk"), milestone("M-CAP-201", "off_track"), asked)
    rows = [c[0].split()[0] for c in plan_of(of)]
    assert {"M-CAP-200", "M-CAP-201"} <= set(rows)
    assert len([r for r in rows if r.startswith("M-")]) == most - len(SETTINGS.priorities)


def test_each_milestone_off_track_or_at_risk_says_its_reason_its_impact_and_who_answers_for_it() -> None:
    late = milestone(
        "M-CAP-007",
        "off_track",
        path_to_green="Second tender",
        impact="24 children wait",
        accountable="Head of Capital",
        progress="Tender failed",
    )
    (found,) = cells(table(section(case(late)), "off track"))
    assert found == [
        "M-CAP-007 R Off track Head of Capital",
        "What M-CAP-007 is for. Tender failed.",
        "Second tender.",
        "24 children wait.",
    ]


def test_ten_times_the_rows_stay_within_the_budget_and_are_counted() -> None:
    many = [milestone(f"M-CAP-{n:03}", "off_track" if n % 2 else "at_risk", progress="Word " * 20) for n in range(300)]
    found = section(case(*many))
    shown = table(found, "off track, then at risk")
    assert len(shown.rows) <= SETTINGS.budgets.milestones.rows
    assert f"({len(shown.rows)} of 300 shown)" in shown.caption
    assert "in the data book" in words(found)
    assert set(fates(found)) == {f"M-CAP-{n:03}" for n in range(300)}


# ---------- confidence ----------


def test_confidence_is_shown_with_rdgs_reason_and_what_it_was_last_time() -> None:
    history = [record(m, [confidence("overall", "green")]) for m in ("2026-04", "2026-05")]
    found = section(case(confidence("overall", "amber", reason="Recoverable by January."), milestone("M-CAP-001"), history=history))
    shown = table(found, "delivery confidence")
    assert cells(shown)[0][:3] == ["Overall", "A Amber, Green in May", "Recoverable by January."]
    assert [c[0] for c in cells(shown)][1] == "1 Early help in mainstream"
    assert cells(shown)[1][1] == "Not stated"


def test_a_letter_in_a_history_is_never_without_its_shape() -> None:
    found = section(case(milestone("M-CAP-001"), history=[record("2026-05", [milestone("M-CAP-001", "off_track")])]))
    line = [run for run in table(found, "by plan priority").rows[1].cells[2].content if isinstance(run, Status)]
    assert [(s.meaning, s.letter) for s in line] == [("off_track", "R"), ("on_track", "G")]


# ---------- the rest ----------


def test_completed_paused_and_withdrawn_are_said_with_their_reasons() -> None:
    may = [milestone(f"M-CAP-00{n}") for n in (1, 2, 3)]
    found = section(
        case(
            milestone("M-CAP-001", "complete", title="Six bases open", evidence="Handover certificates"),
            milestone("M-CAP-002", "paused", path_to_green="Waits for the survey"),
            milestone("M-CAP-003", "withdrawn", reference="D-007", progress="Joined to M-CAP-009"),
            last=record("2026-05", may),
        )
    )
    assert paragraph(found, "Completed.") == "Completed. M-CAP-001, six bases open. "
    assert "M-CAP-002, what M-CAP-002 is for: waits for the survey." in paragraph(found, "Paused by RDG.")
    assert "M-CAP-003, what M-CAP-003 is for (D-007): joined to M-CAP-009." in paragraph(found, "Withdrawn.")


def test_completion_without_evidence_is_said_to_have_none() -> None:
    found = section(case(milestone("M-CAP-001", "complete"), last=record("2026-05", [milestone("M-CAP-001")])))
    assert "(as reported; no evidence is cited)" in paragraph(found, "Completed.")


def test_the_forward_look_counts_what_falls_due_and_says_what_rdg_expects() -> None:
    now = (
        milestone("M-CAP-001", forecast=date(2026, 7, 20)),
        milestone("M-CAP-002", forecast=date(2026, 6, 1)),
        milestone("M-CAP-003", forecast=date(2026, 8, 1)),
    )
    found = section(case(*now, confidence("overall", "green", forward="Both will be met")))
    assert paragraph(found, "Forward look.") == (
        "Forward look. One milestone falls due in July: M-CAP-001 What M-CAP-001 is for. One milestone has passed the forecast date and is not complete: M-CAP-002 What M-CAP-002 is for. "
        "RDG expects: Both will be met. "
    )


def test_what_it_means_for_families_is_said_with_the_milestone_it_is_about() -> None:
    found = section(case(milestone("M-CAP-007", "off_track", for_families="24 children wait for a place.")))
    assert paragraph(found, "What this means for families.") == (
        "What this means for families. 24 children wait for a place (M-CAP-007, What M-CAP-007 is for). "
    )


def test_without_rdg_each_workspace_speaks_in_the_order_of_the_settings_and_none_is_ranked() -> None:
    covers = [row(Cover, f"workspace:{c}", month=Month("2026-06"), headline=f"{c} speaks.") for c in ("QDD", "CWF")]
    found = section(case(*covers, milestone("M-QDD-001"), missing=["workspace:CAP", "rdg:RDG"]))
    assert cells(table(found, "each workspace")) == [
        ["Quality Assurance, Data and Digital", "QDD speaks."],
        ["Commissioning and Workforce", "CWF speaks."],
        ["Capital and Sufficiency", "X No return received"],
    ]


def test_slip_beyond_the_boards_own_parameter_is_named() -> None:
    settings = SETTINGS.model_copy(
        update={
            "parameters": Parameters(
                slip=Parameter(name="Days late at which a milestone comes to the Board", value=60, unit="days", decision="D-012")
            )
        }
    )
    late = milestone("M-CAP-007", "off_track", forecast=date(2027, 1, 4))
    assert "Days late at which a milestone comes to the Board: 60 days or more (D-012): M-CAP-007." in words(
        section(case(late, settings=settings))
    )
    assert "comes to the Board" not in words(section(case(late)))


def test_every_row_is_given_a_fate() -> None:
    rows = [
        milestone("M-CAP-001", "off_track"),
        milestone("M-CAP-002"),
        judgement("M-CAP-002", "on_track"),
        judgement("M-ZZZ-001", "at_risk"),
        confidence("overall", "amber"),
    ]
    found = section(case(*rows))
    assert {f.at for f in found.fates} == {r.at for r in rows}
    assert fates(found)["M-CAP-001"] == "printed"
    assert fates(found)["M-ZZZ-001"] == "summarised"


def test_where_rdg_judges_what_the_workspace_did_not_update_both_are_said() -> None:
    found = section(
        case(milestone("M-CWF-006", review=Review.NOT_REVIEWED), judgement("M-CWF-006", "at_risk"), confidence("overall", "amber"))
    )
    assert cells(table(found, "off track, then at risk"))[0][0] == "M-CWF-006 A At risk (RDG); no update Owner not stated"


def test_the_first_sentence_gives_no_false_comfort_where_statuses_are_missing() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-QDD-001", "at_risk")])
    said = lead(section(case(milestone("M-QDD-001", "at_risk"), missing=["workspace:CAP"], last=last)))
    assert "One of 2 is known to be off track or at risk, against two in May; one has no status this month; how many more" in said


def test_nothing_is_called_none_where_a_workspace_sent_nothing() -> None:
    last = record("2026-05", [milestone("M-CAP-001", "off_track"), milestone("M-QDD-001")])
    found = section(case(milestone("M-QDD-001"), missing=["workspace:CAP"], last=last))
    assert "how many are off track or at risk is not known" in lead(found)
    assert "Off track or at risk. How many are is not known." in words(found)
    assert not re.search(r"\b[Nn]o(ne)? milestones?\b|\bNone of\b", words(found))


def test_a_promise_that_is_worded_otherwise_is_printed_then_and_now() -> None:
    before = record("2026-05", [milestone("M-CAP-003", "on_track", title="Forecast to 2031 agreed by all partners")])
    found = section(case(milestone("M-CAP-003", "on_track", title="Forecast to 2035 agreed"), last=before))
    assert paragraph(found, "Reworded.").startswith(
        "Reworded. M-CAP-003: was “Forecast to 2031 agreed by all partners”, now “Forecast to 2035 agreed”."
    )
