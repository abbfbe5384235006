"""The Health and Wellbeing Board's page: system level alone, what it is asked or that nothing is, and one page at any size."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, case, cells, confidence, matter, milestone, position, record, risk, row, word, words

from assurance_pack.assess.outcomes import Outcome, OutcomeKind
from assurance_pack.document.assemble import assemble
from assurance_pack.document.blocks import Callout, Document, Table
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.editions import hwb as written
from assurance_pack.model import Lens, Month
from assurance_pack.position.editions.hwb import HwbPosition, take
from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import Cover
from assurance_pack.returns.voice import Voice
from assurance_pack.rules.case import Case
from assurance_pack.rules.guard.withhold import WITHHELD

ONWARD = SETTINGS.board.onward_body


def page(of: Case) -> HwbPosition:
    return take(of, position(of))


def blocks(of: Case) -> tuple[object, ...]:
    (section,) = written.sections(page(of), position(of), of.settings)
    return section.blocks


def said(of: Case, heading: str) -> str:
    """What stands beside one heading of the table; nothing where it has no such row."""
    (table,) = [b for b in blocks(of) if isinstance(b, Table)]
    return next((line[1] for line in cells(table) if line[0] == heading), "")


def asked(of: Case) -> list[tuple[str, str]]:
    return [(plain(i.content), plain(i.why)) for b in blocks(of) if isinstance(b, Callout) for i in b.items]


def decided(id: str, kind: str, text: str) -> Decision:
    return row(Decision, "board_log:BOARD", id=id, on=date(2026, 6, 17), decision=text, kind=word("decision_asked", kind))


def system(id: str, score: tuple[int, int] = (4, 5), **values: object) -> object:
    return risk(id, *score, categories=values.pop("categories", ["sufficiency"]), level=word("level", "system"), **values)  # type: ignore[arg-type]


def spoke(code: str, ask: str, quote: str = "yes") -> Voice:
    return row(Voice, f"voice:{code}", group=word("group", code), month=Month("2026-06"), may_quote=word("yes_no", quote), ask=ask)


def whole(of: Case) -> Document:
    here = position(of)
    return assemble(
        written.sections(page(of), here, of.settings), here, of.settings, of.returns, title=written.TITLE, version="1.0",
        front=written.front(here, of.settings),
    ).document  # fmt: skip


# ---------- what is asked ----------


def test_where_nothing_is_escalated_the_page_says_that_nothing_is_asked() -> None:
    of = case(matter("B-001", "prioritise"), decided("D-007", "approve", "Approved the plan."))
    assert said(of, "We ask") == f"Nothing is asked of the {ONWARD} this month."
    assert asked(of) == []


def test_what_the_board_decided_to_escalate_is_asked_with_its_reason() -> None:
    upward = row(
        Decision, "board_log:BOARD", id="D-009", on=date(2026, 6, 17), decision="Ask for one therapy budget",
        kind=word("decision_asked", "escalate_onward"), rationale="Neither body can move it alone",
    )  # fmt: skip
    of = case(upward)
    assert asked(of) == [("Ask for one therapy budget.", "Decided by the Board (D-009). Neither body can move it alone.")]
    assert said(of, "We ask") == ""
    assert "Ask for one therapy budget" not in said(of, "Decisions")


def test_what_the_board_has_yet_to_decide_is_not_said_to_be_asked() -> None:
    of = case(matter("B-009", "escalate_onward", asked_detail="Escalate the therapy budget"))
    assert asked(of) == [
        ("Escalate the therapy budget.", "Not yet asked: the Board is to decide on 16 July whether to escalate this (B-009).")
    ]


def test_a_decision_the_board_was_told_of_before_is_not_asked_again() -> None:
    of = case(
        decided("D-004", "escalate_onward", "Ask for a review."),
        last=record("2026-05", [decided("D-004", "escalate_onward", "Ask for a review.")]),
    )
    assert asked(of) == []


# ---------- what it should know ----------


def test_system_risks_in_a_mandatory_category_are_told_and_delivery_risks_are_not() -> None:
    of = case(
        system("R-CAP-001", title="Schemes slip, so places are late."), risk("R-CAP-002", 5, 5, categories=["sufficiency"], title="A pump fails."),
        risk("R-CAP-003", 5, 5, level=word("level", "system"), title="Out of category."),
    )  # fmt: skip
    told = said(of, "System risk")
    assert told.startswith("One system risk in a mandatory category, Extreme; the Board has accepted none.")
    assert "Schemes slip, so places are late (R-CAP-001, 20)." in told
    assert "A pump fails" not in told
    assert "Out of category" not in told


def test_a_risk_in_a_category_whose_level_nobody_stated_is_told() -> None:
    assert "R-CAP-009" in said(case(risk("R-CAP-009", categories=["financial"], level=None)), "System risk")


def test_a_risk_the_board_accepted_is_named_and_none_is_said_to_be_accepted_by_rdg() -> None:
    told = said(case(system("R-CWF-001", decision="D-004"), system("R-CWF-002")), "System risk")
    assert "all Extreme; the Board has accepted one (R-CWF-001)." in told
    assert "accepted by RDG" not in told


def test_what_does_not_fit_is_named_so_that_no_system_risk_is_left_out() -> None:
    told = said(case(*(system(f"R-CAP-{n:03d}") for n in range(1, 10))), "System risk")
    assert all(f"R-CAP-{n:03d}" in told for n in range(1, 10))


def test_a_risk_without_a_score_this_month_is_not_given_last_months() -> None:
    of = case(system("R-CAP-001", (None, None)), last=record("2026-05", [system("R-CAP-001")]))  # type: ignore[arg-type,list-item]
    assert "no score this month" in said(of, "System risk")


def test_confidence_stands_by_priority_the_least_sure_first() -> None:
    of = case(confidence("overall", "amber"), confidence("1", "green"), confidence("2", "red"))
    told = said(of, "Confidence")
    assert told.index("Red: 2 ") < told.index("Green: 1 ")


def test_without_rdgs_return_confidence_is_not_stated() -> None:
    of = case(missing=["rdg:RDG"])
    assert said(of, "Confidence") == "The Reform Delivery Group has not stated its confidence this month."
    assert "No return received from Reform Delivery Group" in said(of, "Returns")


def test_decisions_taken_and_decisions_to_take_are_kept_apart() -> None:
    of = case(decided("D-007", "prioritise", "Brought money forward."), matter("B-001", asked_detail="Approve interim rooms."))
    assert said(of, "Decisions") == "Decided. Brought money forward. (D-007) To be decided on 16 July. Approve interim rooms."


@pytest.mark.parametrize("mark", [None, "exempt"])
def test_what_was_asked_before_and_is_still_to_be_decided_is_named_unless_it_is_exempt(mark: str | None) -> None:
    log = row(Decision, "board_log:BOARD", id="D-010", item="B-007", publication=word("publication", mark) if mark else None)
    of = case(
        log, matter("B-009", asked_detail="Approve the plan"), last=record("2026-05", [matter("B-007", asked_detail="Ratify a group")])
    )
    told = said(of, "Decisions")
    assert "To be decided on 16 July. Approve the plan" in told
    assert told.endswith("Approve the plan." if mark else "Approve the plan; ratify a group.")
    assert [(h.ref, h.why) for h in page(of).held] == ([("B-007", "is exempt")] if mark else [])


def test_what_is_exempt_stands_on_no_page_for_public_papers_and_is_not_said_to_be_nothing() -> None:
    exempt = word("publication", "exempt")
    upward = matter("B-009", "escalate_onward", asked_detail="Escalate the therapy budget", publication=exempt)
    other = matter("B-001", asked_detail="Approve interim rooms", publication=exempt)
    settled = decided("D-007", "prioritise", "Settle with the contractor.").model_copy(update={"publication": exempt})
    of = case(upward, other, settled)
    everything = repr(blocks(of))
    for told in ("therapy budget", "interim rooms", "contractor", "B-009", "B-001", "D-007"):
        assert told not in everything
    assert asked(of) == []
    assert said(of, "Decisions") == "One decision cannot be told in public papers."
    assert [(h.ref, h.why) for h in page(of).held] == [("D-007", "is exempt"), ("B-009", "is exempt"), ("B-001", "is exempt")]


def test_decisions_that_do_not_fit_are_counted_in_a_first_month_too() -> None:
    of = case(*(decided(f"D-00{n}", "prioritise", "Brought money forward.") for n in range(1, 5)))
    assert "Two more decisions, in the Board’s pack." in said(of, "Decisions")


def test_themes_are_named_by_what_the_sources_come_to_and_no_workspace_is() -> None:
    lenses = {Lens.DATA: "none", Lens.PROFESSIONAL: "none", Lens.LIVED: "none"}
    kinds = {"T01": OutcomeKind.CORROBORATED_ASSURANCE, "T08": OutcomeKind.CORROBORATED_CONCERN, "T09": OutcomeKind.SINGLE_SOURCE}
    of = case(*(), outcomes=tuple(Outcome(theme=t, kind=k, lenses=lenses) for t, k in kinds.items()))  # type: ignore[arg-type]
    assert said(of, "Assurance") == "Concern, sources agree: Workforce. Assurance, families agree: Plans: timeliness."
    everything = " ".join(words(b for b in blocks(of)).split())  # type: ignore[misc]
    assert not any(w.name in everything for w in SETTINGS.workspaces)


# ---------- whose words ----------


def test_a_group_that_agrees_has_one_line_in_its_own_words() -> None:
    told = said(case(spoke("PCF", "Tell us before term ends. Then print what we say.")), "Voices")
    assert "Parent Carer Forum: “Tell us before term ends. Then print what we say.”" in told


def test_a_longer_ask_is_quoted_in_whole_sentences_and_the_rest_counted() -> None:
    told = said(case(spoke("PCF", " ".join(["Tell us how each of the calls is counted."] * 7))), "Voices")
    assert told.count("Tell us") == 5
    assert "counted.” (and two more sentences, in the Board’s pack)" in told
    assert "…" not in told


def test_a_group_that_does_not_agree_is_not_quoted_in_papers_that_are_public() -> None:
    told = said(case(spoke("PCF", "Tell us before term ends.", quote="no")), "Voices")
    assert "Tell us" not in told
    assert "Parent Carer Forum: it has not agreed to be quoted; its words are in the Board’s pack." in told


@pytest.mark.parametrize("ask", ["Two of our children still wait.", WITHHELD])
def test_words_that_might_tell_who_a_child_is_stand_in_the_boards_pack_alone(ask: str) -> None:
    of = case(spoke("PCF", ask))
    assert ask not in said(of, "Voices")
    assert [h.ref for h in page(of).held] == ["V-PCF-2026-06-ask"]


def test_a_silent_group_is_a_gap_in_assurance() -> None:
    assert "Parent Carer Forum: no return received: a gap in assurance, not an absence of concern." in said(
        case(missing=["voice:PCF"]), "Voices"
    )


@pytest.mark.parametrize(
    ("speaks", "told"), [("yes", "will speak at the Board’s meeting; its form has no words."), ("no", "its form came without words.")]
)
def test_a_form_without_words_is_not_nothing_this_month(speaks: str, told: str) -> None:
    voices = said(case(row(Voice, "voice:PCF", month=Month("2026-06"), will_speak=word("yes_no", speaks))), "Voices")
    assert f"Parent Carer Forum: {told}" in voices


# ---------- one page ----------

LONG = "Because several schemes, each of them waiting for another body to decide, slip again and again through the year, children whose plans name a place in the city may have none when the term begins, and families wait."


@pytest.mark.parametrize("escalated", [0, 6], ids=["nothing asked", "as much asked as could be"])
def test_it_is_one_page_with_as_much_as_anybody_could_send(escalated: int) -> None:
    from assurance_pack.render import load_assets, pdf

    of = case(
        row(Cover, "rdg:RDG", headline=LONG + " " + LONG),
        *(system(f"R-CAP-{n:03d}", title=LONG, categories=["sufficiency", "financial", "statutory", "partnership"]) for n in range(1, 40)),
        *(decided(f"D-{n:03d}", "approve", LONG) for n in range(100, 110)),
        *(decided(f"D-{n:03d}", "escalate_onward", LONG) for n in range(200, 200 + escalated)),
        *(matter(f"B-{n:03d}", asked_detail=LONG) for n in range(10)),
        *(matter(f"B-{n:03d}", "escalate_onward", asked_detail=LONG) for n in range(50, 50 + escalated)),
        *(spoke(g.code, LONG) for g in SETTINGS.groups),
        *(confidence(p.code, ("red", "amber", "green")[n % 3]) for n, p in enumerate(SETTINGS.priorities)),
        *(milestone(f"M-CAP-{n:03d}", "off_track") for n in range(150)),
        missing=[f"workspace:{w.code}" for w in SETTINGS.workspaces if w.code != "CAP"],
    )  # fmt: skip
    assert pdf.write(whole(of), load_assets()).pages == 1
