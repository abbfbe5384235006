"""Section 2: what the Board is asked to decide."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, case, cells, fates, lead, matter, paragraph, position, record, row, table, word, words

from assurance_pack.document.blocks import Heading, Table
from assurance_pack.document.blocks.runs import Ref, Text
from assurance_pack.document.section import Section
from assurance_pack.document.sections import decisions, log
from assurance_pack.model import Month
from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import AnswerToWorkspace, Direction, TaskAndFinishGroup
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import ForRdg
from assurance_pack.rules.case import Case

FAMILIES = "Views heard"


def section(of: Case) -> Section:
    return decisions.write(position(of), of.settings)


def asked_before(of: Case) -> Section:
    """Section 9, where what was asked before stands with what the log says of it."""
    return log.write(position(of), of.settings)


def opening(found: Section) -> str:
    """The lead, without the place at which the reader is sent on."""
    return lead(found).removesuffix(" It is in .")


def group(id: str, status: str = "proposed", **values: object) -> TaskAndFinishGroup:
    return row(
        TaskAndFinishGroup,
        "rdg:RDG",
        id=id,
        name="Therapy waits",
        purpose="One waiting list",
        status=word("group_status", status),
        **values,
    )


def voice(month: str = "2026-06", **boxes: str) -> Voice:
    return row(Voice, "voice:PCF", group=word("group", "PCF"), month=Month(month), **boxes)


def told(found: Section, label: str, at: int = 1) -> str:
    """What the row of the first decision with this label says, or in its last cell."""
    return next((c[at] for c in cells(table(found, "needs to know")) if c[0] == label), "")


# ---------- what is asked ----------


@pytest.mark.parametrize(
    ("asked", "before", "said"),
    [
        ([], ["prioritise"], "No decisions are asked of the Board, against one in May; one asked in May is still to be decided."),
        (["prioritise"], [], "One decision is asked of the Board, against none in May."),
        (["prioritise", "approve"], ["approve", "note"], "Two decisions are asked of the Board, against one in May; one asked in May is still to be decided."),
        (["direct_rdg", "note"], [], "One decision is asked of the Board, against none in May; one matter is to be noted."),
    ],
)  # fmt: skip
def test_the_first_sentence_says_how_many_decisions_against_last_time(asked: list[str], before: list[str], said: str) -> None:
    last = record("2026-05", [matter(f"B-10{n}", a) for n, a in enumerate(before)])
    assert opening(section(case(*(matter(f"B-00{n}", a) for n, a in enumerate(asked)), last=last))) == said


def test_an_empty_month_says_so() -> None:
    assert (
        paragraph(section(case()), "Decisions and escalations.") == "Decisions and escalations. RDG brings nothing to the Board this month."
    )


def test_without_an_rdg_return_nobody_pretends_there_is_nothing_to_decide() -> None:
    found = section(case(missing=["rdg:RDG"]))
    assert lead(found) == "No return was received from RDG, so what it would bring to the Board this month is not known."
    assert paragraph(found, "X No return") == "X No return received from RDG."


# ---------- what was asked before, and is still to be decided ----------


def put_off(item: str, to: str | None) -> Decision:
    return row(Decision, "board_log:BOARD", id="D-010", item=item, deferred_to=Month(to) if to else None)


ASKED_IN_MAY = matter(
    "B-007", "ratify", asked_detail="Ratify the therapies group", option_a="Ratify", confidence_a=word("confidence", "green"),
    option_b="Leave it", confidence_b=word("confidence", "red"), recommendation="Option A: no work begins before", confidence=word("confidence", "green"),
    by_when=date(2026, 6, 17),
)  # fmt: skip


@pytest.mark.parametrize("to", ["2026-06", "2026-07"])
def test_what_was_put_off_to_this_meeting_is_before_the_board_again_with_what_rdg_recommended(to: str) -> None:
    june = case(put_off("B-007", to), last=record("2026-05", [ASKED_IN_MAY]))
    assert opening(section(june)).endswith("; one asked in May is still to be decided.")
    ((id, asked, recommended),) = cells(table(asked_before(june), "Asked before, and still to be decided"))
    assert id == "B-007, May"
    assert asked.startswith("Ratify the therapies group. Option A: Ratify, G Green. Option B: Leave it, R Red. Put off to ")
    assert recommended == "Option A: no work begins before. G Green. Needed by 17 June, 29 days before this meeting."


def test_what_no_log_decides_or_puts_off_is_before_the_board_again_and_says_so() -> None:
    ((_, asked, *_),) = cells(table(asked_before(case(last=record("2026-05", [ASKED_IN_MAY]))), "Asked before, and still to be decided"))
    assert asked.endswith("Neither a decision nor a deferral is logged.")


def test_what_is_put_off_beyond_this_meeting_decided_asked_again_or_perhaps_decided_in_a_log_that_did_not_come_is_not() -> None:
    last = record("2026-05", [ASKED_IN_MAY])
    decided = row(Decision, "board_log:BOARD", id="D-010", item="B-007", decision="Ratified", on=date(2026, 6, 17))
    for of in (
        case(put_off("B-007", "2026-08"), last=last),
        case(decided, last=last),
        case(matter("B-007", "ratify"), last=last),
        case(last=last, missing=["board_log:BOARD"]),
    ):
        assert "still to be decided" not in lead(section(of))
        assert not [b for b in asked_before(of).blocks if isinstance(b, Table) and b.anchor == "standing-over"]


def test_of_many_that_stand_over_the_rest_are_named() -> None:
    found = asked_before(case(last=record("2026-05", [matter(f"B-10{n}") for n in range(7)])))
    assert len(cells(table(found, "Asked before, and still to be decided"))) == 5
    assert paragraph(found, "Also asked before").endswith("whole in the data book: B-105, B-106.")


def test_each_decision_says_once_by_what_number_the_log_will_know_it() -> None:
    assert table(section(case(matter("B-005", "approve"))), "needs to know").columns[1].heading == (
        Text("What the Board needs to know (B-005)"),
    )


UNSAID = "Its legal, financial and equality implications are not stated."


def test_a_decision_has_its_issue_what_was_done_options_confidence_and_recommendation() -> None:
    found = section(
        case(
            matter(
                "B-001",
                why=word("why_escalated", "mandatory"),
                by_when=date(2026, 7, 24),
                linked=("M-CAP-007",),
                categories=(word("category", "sufficiency"),),
            )
        )
    )
    heading = next(b for b in found.blocks if isinstance(b, Heading) and b.level == 3)
    assert heading.text == "Decision 1. Approve what B-001 proposes"
    (asked,) = (b for b in found.blocks if isinstance(b, Table))
    assert asked.anchor == "B-001"
    assert cells(asked) == [
        [
            "Why it is here",
            "Something has happened about B-001. RDG cannot settle it. (M-CAP-007) "
            "Such a risk (sufficiency) must come to the Board; only it may agree systemwide priorities and trade-offs.",
        ],
        ["Done by RDG", "RDG asked both schools."],
        ["Views heard", "Families and settings have not yet been asked."],
        ["Option A", "Interim rooms Confidence: A Amber"],
        ["Option B", "Wait Confidence: R Red"],
        ["Recommended", "Option A, the cheapest."],
        ["Needed by", f"24 July, eight days after this meeting. {UNSAID}"],
    ]


@pytest.mark.parametrize(
    ("by", "said"),
    [(date(2026, 7, 16), "16 July, this meeting."), (date(2026, 7, 1), "1 July, 15 days before this meeting."), (date(2026, 7, 17), "17 July, one day after this meeting."), (None, "Not stated")],
)  # fmt: skip
def test_the_day_a_decision_is_needed_by_is_set_beside_the_meeting(by: date | None, said: str) -> None:
    assert told(section(case(matter("B-001", by_when=by, legal="None."))), "Needed by") == said


def test_an_ask_without_implications_or_with_one_option_says_so() -> None:
    bare = section(case(matter("B-001", by_when=None, option_b=None)))
    assert told(bare, "Needed by") == f"Not stated. {UNSAID}"
    assert told(bare, "Other options") == "No other option was given."
    whole = section(case(matter("B-001", by_when=date(2026, 7, 16), equality="None found.")))
    assert told(whole, "Needed by") == "16 July, this meeting."
    assert told(whole, "Implications") == "Equality: None found. Its legal and financial implications are not stated."
    assert "No other option" not in words(whole)
    assert UNSAID not in words(section(case(matter("B-001", "note"))))


def test_decisions_stand_in_rdgs_own_order_and_what_is_only_to_be_noted_comes_last() -> None:
    found = section(case(matter("B-009", "note"), matter("B-003"), matter("B-001")))
    assert [b.anchor for b in found.blocks if isinstance(b, Table) and b.anchor.startswith("B-")] == ["B-003", "B-001", "B-009"]
    assert [b.text.split(".")[0] for b in found.blocks if isinstance(b, Heading) and b.level == 3] == [
        "Decision 1",
        "Decision 2",
        "To note",
    ]


@pytest.mark.parametrize(
    ("asked", "power"),
    [
        ("accept_system_risk", "Only the Board may accept a system risk."),
        ("prioritise", "Only the Board may agree systemwide priorities and trade-offs."),
        ("direct_rdg", "The Board may direct RDG, by outcomes and expectations, not by method."),
        ("ratify", "No Task & Finish Group begins work before the Board ratifies it."),
        (None, "Which power of the Board it calls on is not stated."),
    ],
)
def test_the_power_of_the_board_is_named_for_what_is_asked(asked: str | None, power: str) -> None:
    assert power in words(section(case(matter("B-001", asked))))


@pytest.mark.parametrize(
    ("why", "categories", "reason"),
    [
        ("mandatory", ["statutory"], "Such a risk (statutory compliance) must come to the Board; only it may"),
        (
            "mandatory",
            ["statutory", "financial"],
            "Such a risk (statutory compliance and significant financial) must come to the Board; only it may",
        ),
        ("confidence_fell", [], "RDG’s confidence in delivery fell."),
        (
            "outside_plan",
            ["sufficiency"],
            "The remedy lies outside the agreed Reform Plan and such a risk (sufficiency) must come to the Board; only it may",
        ),
        (None, [], "Why it is here is not stated."),
    ],
)
def test_why_a_matter_is_before_the_board_is_said(why: str | None, categories: list[str], reason: str) -> None:
    named = tuple(word("category", c) for c in categories) or None
    assert reason in words(section(case(matter("B-001", why=word("why_escalated", why) if why else None, categories=named))))


def test_no_recommendation_and_no_options_are_said_plainly() -> None:
    bare = matter("B-001", recommendation=None, option_a=None, option_b=None, confidence=None)
    found = section(case(bare))
    assert told(found, "Options") == "No options were given."
    assert told(found, "Recommended") == "RDG made no recommendation. Confidence: Not stated"


# ---------- what families and settings say ----------


def test_ids_of_their_words_are_printed_as_the_words_themselves() -> None:
    found = section(case(matter("B-001", voices="V-PCF-2026-06-ask"), voice(ask="Tell every family before the end of term.")))
    assert told(found, FAMILIES) == "Parent Carer Forum: “Tell every family before the end of term.”"


def test_words_of_an_earlier_month_are_printed_with_their_month() -> None:
    found = section(
        case(
            matter("B-001", voices="V-PCF-2026-05-not-working"),
            last=record("2026-05", [voice("2026-05", not_working="Nobody rings back.")]),
        )
    )
    assert told(found, FAMILIES) == "Parent Carer Forum, May: “Nobody rings back.”"


def test_a_partners_concern_is_printed_too_and_what_stands_beside_the_id() -> None:
    concern = row(Concern, "partner:NHS", concern="Six posts end.", given_id="P-NHS-2026-06-1")
    found = section(case(matter("B-001", voices="P-NHS-2026-06-1; settings not yet asked"), concern))
    assert told(found, FAMILIES) == "Community NHS trust: “Six posts end.” settings not yet asked."


@pytest.mark.parametrize("said", ["not yet asked", "Not yet asked.", "“not yet asked”", "Not asked"])
def test_not_yet_asked_is_said_in_full(said: str) -> None:
    found = section(case(matter("B-001", voices=said)))
    assert told(found, FAMILIES) == "Families and settings have not yet been asked."


@pytest.mark.parametrize(
    ("cited", "printed"),
    [
        ("V-PCF-2026-06-ask", "Parent Carer Forum: no words came as V-PCF-2026-06-ask."),
        ("V-YPG-2026-05-working", "Young people's group, May: no words came as V-YPG-2026-05-working."),
        ("P-NHS-2026-06-1", "Community NHS trust: no words came as P-NHS-2026-06-1."),
    ],
)
def test_an_id_with_no_words_behind_it_is_said_to_have_none_and_whose_they_would_be(cited: str, printed: str) -> None:
    assert told(section(case(matter("B-001", voices=cited))), FAMILIES) == printed


def test_nothing_stated_is_not_passed_off_as_not_asked() -> None:
    assert told(section(case(matter("B-001", voices=None))), FAMILIES) == "Not stated"


# ---------- more than fits ----------


def test_beyond_the_budget_decisions_have_a_line_each_and_then_are_named() -> None:
    many = [matter(f"B-{n:03}") for n in range(40)]
    found = section(case(*many))
    lines = SETTINGS.budgets.decisions.rows
    whole = -(-lines // 2)
    assert [b.text for b in found.blocks if isinstance(b, Heading) and b.level == 3][
        -1
    ] == f"Decision {whole}. Approve what B-{whole - 1:03} proposes"
    short = table(found, "a line each")
    assert len(short.rows) == lines
    assert "whole in the data book" in short.caption
    assert paragraph(found, "32 more").startswith("32 more, whole in the data book. Prioritise or trade off: B-008, B-009, ")
    assert all(f"B-{n:03}" in words(found) or f"about B-{n:03}" in words(found) for n in range(40))
    assert [fates(found)[f"B-{n:03}"] for n in (0, 7, 8, 39)] == ["printed", "printed", "summarised", "summarised"]


def test_beyond_two_groups_to_ratify_the_rest_are_named() -> None:
    found = section(case(*(group(f"TF-{n:03}") for n in range(1, 9))))
    assert [f"TF-{n:03}" in words(found) for n in range(1, 9)] == [True] * 8
    assert paragraph(found, "Also to ratify") == "Also to ratify, whole in the data book: TF-003, TF-004, TF-005, TF-006, TF-007, TF-008."
    assert [fates(found)[f"TF-{n:03}"] for n in (2, 3)] == ["printed", "summarised"]


# ---------- Task & Finish Groups, Workspaces ----------


def test_a_group_to_ratify_without_a_decision_asked_is_still_before_the_board() -> None:
    found = section(case(group("TF-002", ends=date(2026, 11, 30), proposed_by="RDG")))
    assert paragraph(found, "To ratify") == (
        "To ratify before it begins work. TF-002, Therapy waits: One waiting list, to 30 November. Proposed by RDG."
    )


def test_a_group_brought_with_a_decision_is_described_within_it() -> None:
    found = section(case(matter("B-001", "ratify", linked=("TF-002",)), group("TF-002")))
    assert "To ratify before it begins" not in words(found)
    assert "TF-002, Therapy waits: One waiting list." in words(found)


def test_a_group_at_work_without_a_decision_of_the_board_is_said_to_have_none() -> None:
    found = section(case(group("TF-001", "active", decision="D-003", ends=date(2026, 5, 31)), group("TF-003", "active")))
    assert paragraph(found, "Task & Finish Groups.") == (
        "Task & Finish Groups. TF-001, Therapy waits, was to end 31 May (D-003). TF-003, Therapy waits (no Board decision recorded). "
    )


def test_what_a_workspace_asked_and_rdg_passes_on_is_printed_and_the_rest_is_rdgs_business() -> None:
    passed = row(ForRdg, "workspace:CAP", id="N-CAP-001", proposal="Close one site")
    kept = row(ForRdg, "workspace:CAP", id="N-CAP-002", proposal="Move a date")
    answers = [
        row(AnswerToWorkspace, "rdg:RDG", id="N-CAP-001", answer=word("rdg_answer", "to_board"), detail="It is a trade-off"),
        row(AnswerToWorkspace, "rdg:RDG", id="N-CAP-002", answer=word("rdg_answer", "agreed")),
    ]
    direction = row(Direction, "rdg:RDG", linked=("M-CAP-001",))
    found = section(case(passed, kept, *answers, direction))
    assert paragraph(found, "From Workspaces") == (
        "From Workspaces, by way of RDG. N-CAP-001 (Capital and Sufficiency): Close one site. RDG: It is a trade-off. "
    )
    assert "Move a date" not in words(found)
    given = {f.at: (f.what, f.why) for f in found.fates}
    assert given[kept.at] == ("held back", "RDG’s business with its Workspaces: in RDG’s edition")
    assert given[direction.at][0] == given[answers[1].at][0] == "held back"
    assert given[passed.at][0] == given[answers[0].at][0] == "printed"


def test_where_a_category_is_mandatory_the_boards_responses_are_named_with_their_clause() -> None:
    said = "the Board may also direct RDG, escalate the risk, or hold partners to account (Board: Board response to escalated risk)."
    assert said in words(section(case(matter("B-001", categories=(word("category", "financial"),)))))
    assert said not in words(section(case(matter("B-001"))))


def test_rdgs_confidence_is_said_where_the_table_of_options_does_not() -> None:
    found = section(case(matter("B-001", confidence=word("confidence", "green"))))
    assert told(found, "Recommended").endswith(" Confidence: G Green")
    assert "Confidence" not in told(section(case(matter("B-001"))), "Recommended")


def test_words_printed_whole_in_section_6_are_given_by_their_first_sentence_and_where_the_rest_stands() -> None:
    found = section(case(matter("B-001", voices="V-PCF-2026-06-ask"), voice(ask="Tell every family. Then make one promise.")))
    assert told(found, FAMILIES) == "Parent Carer Forum: “Tell every family.” (more in )"
    rows = next(b for b in found.blocks if isinstance(b, Table)).rows
    assert [r.cells[0].content[0] for r in rows if any(isinstance(x, Ref) and x.target == "voice" for x in r.cells[1].content)] == [
        Text(FAMILIES)
    ]
