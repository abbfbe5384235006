"""The public summary: plain words, what is better and what is not, and nobody quoted or recognised who did not agree to it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from position_rows import SETTINGS, case, confidence, judgement, milestone, position, record, returns, risk, row, word, words

from assurance_pack.assess.outcomes import Outcome, OutcomeKind
from assurance_pack.assess.signals.signal import Signal
from assurance_pack.assess.trends import trends
from assurance_pack.document.blocks import Bullets, Heading, Table
from assurance_pack.document.blocks.runs import Link, Runs, plain
from assurance_pack.document.editions import public as written
from assurance_pack.document.section import Section
from assurance_pack.document.sections import triangulation
from assurance_pack.model import Cell, Lens, Month, Sender
from assurance_pack.position.editions.may_be_public import counts_few, without_ids
from assurance_pack.position.editions.public import PublicPosition, take
from assurance_pack.returns.board_log import Challenge, Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.partner import Cover as PartnerCover
from assurance_pack.returns.rdg import ForTheBoard, PromptAnswer, YouSaidWeDid
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding
from assurance_pack.rules.case import Case
from assurance_pack.rules.guard.withhold import WITHHELD
from assurance_pack.schema import Review
from assurance_pack.senders import expected_senders
from assurance_pack.settings.board import Contact
from assurance_pack.settings.limits import SmallNumbers


def summary(of: Case) -> PublicPosition:
    return take(of, position(of))


def sections(of: Case) -> dict[str, Section]:
    return {s.key: s for s in written.sections(summary(of), position(of), of.settings)}


def said(of: Case) -> str:
    return "\n".join(words(s) for s in sections(of).values())


def points(section: Section, under: str) -> list[str]:
    """The points that stand under a heading, in words."""
    return [plain(item) for item in points_of(section, under)]


def points_of(section: Section, under: str) -> list[Runs]:
    """The points that stand under a heading."""
    here = False
    found: list[Runs] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            here = block.text == under
        elif here and isinstance(block, Bullets):
            found += block.items
    return found


def spoke(code: str = "PCF", month: str = "2026-06", quote: str | None = "yes", **boxes: str) -> Voice:
    agreed = word("yes_no", quote) if quote else None
    return row(Voice, f"voice:{code}", group=word("group", code), month=Month(month), may_quote=agreed, **boxes)


def replied(ref: str, **values: Any) -> YouSaidWeDid:
    return row(YouSaidWeDid, "rdg:RDG", id=ref, **{"answer": word("ask_answer", "done"), "did": "The list is out.", **values})


# ---------- what this means for families ----------


def test_what_is_done_late_and_to_come_stands_under_three_headings_with_its_dates() -> None:
    families = sections(
        case(
            milestone(
                "M-CAP-001",
                "complete",
                evidence="Minutes",
                actual=date(2026, 6, 12),
                for_families="Four more schools have a changing place.",
            ),
            milestone("M-CAP-002", "off_track", forecast=date(2027, 1, 4), for_families="The new base opens in January."),
            milestone("M-CAP-003", "paused", forecast=date(2027, 3, 31), for_families="You will look up your plan online in spring"),
            milestone("M-CAP-004", "on_track", for_families="Every college will offer travel training."),
        )
    )["families"]
    assert points(families, "What is better") == ["Four more schools have a changing place. Done on 12 June."]
    assert points(families, "Not yet") == [
        "The new base opens in January. Late. We said 1 September. Now we expect 4 January 2027.",
        "You will look up your plan online in spring. On hold. We hope for 31 March 2027.",
    ]
    assert points(families, "What happens next") == ["Every college will offer travel training. We expect it by 1 September."]


def test_what_is_only_reported_as_done_is_said_to_be_no_more_than_that() -> None:
    of = case(
        milestone("M-CWF-004", "complete", actual=date(2026, 6, 12), for_families="Children can have help with talking."),
        milestone("M-CAP-001", "complete", evidence="Minutes", actual=date(2026, 6, 2), for_families="A ramp."),
    )
    assert points(sections(of)["families"], "What is better") == [
        "Children can have help with talking. Reported as done on 12 June. Not yet shown to be.",
        "A ramp. Done on 2 June.",
    ]
    assert "It has two promises: two are done. Of one done we have the word and not yet the proof." in said(of)


def test_what_is_done_never_speaks_of_what_will_be() -> None:
    of = case(
        milestone("M-CAP-001", "complete", evidence="Minutes", actual=date(2026, 6, 12), for_families="Four schools will have a ramp.")
    )
    assert points(sections(of)["families"], "What is better") == ["We promised: “Four schools will have a ramp.” Done on 12 June."]


def test_what_was_finished_since_last_time_is_marked_new_and_comes_first() -> None:
    last = record(
        "2026-05", [milestone("M-CAP-002", "on_track"), milestone("M-CAP-001", "complete", evidence="Minutes", actual=date(2026, 5, 1))]
    )
    families = sections(
        case(
            milestone("M-CAP-001", "complete", evidence="Minutes", actual=date(2026, 6, 30), for_families="An old thing."),
            milestone("M-CAP-002", "complete", evidence="Minutes", actual=date(2026, 6, 2), for_families="A new thing."),
            last=last,
        )
    )["families"]
    assert points(families, "What is better") == ["New. A new thing. Done on 2 June.", "An old thing. Done on 30 June."]


def test_an_item_said_to_be_on_track_whose_day_has_gone_is_said_not_to_be_done() -> None:
    families = sections(case(milestone("M-CAP-001", "on_track", forecast=date(2026, 6, 1), for_families="A ramp.")))["families"]
    assert points(families, "What happens next") == ["A ramp. It was due by 1 June and is not done yet."]


def test_a_figure_that_cannot_be_right_is_said_to_be_in_question_beside_the_last_that_could() -> None:
    def plans(month: int, **values: Any) -> IndicatorFigure:
        code, end = word("indicator", "IND-01"), Month(f"2026-0{month}").last_day
        return row(IndicatorFigure, "workspace:QDD", indicator=code, period_end=end, **values)

    before = [plans(n, numerator=80 + n, denominator=140) for n in (1, 2, 3, 4)]
    wrong = plans(5, questioned=("numerator", "denominator"))

    def told_of(*rows: IndicatorFigure) -> str:
        return said(case(*rows, trends=trends(returns("2026-06", rows), SETTINGS)))

    told = told_of(*before, wrong)
    assert "cannot be right, so we give none [q]. It was 60% in April" in told
    assert "[q]" not in told_of(*before, plans(5, numerator=85, denominator=140))
    alone = told_of(wrong)
    assert "the figure we were sent for May cannot be right, so we give none [q]." in alone
    assert "It was" not in alone.split("[q].")[1].split("\n")[0]
    assert "no figure this month" in told_of(plans(5, missing="The system was down"))


def test_a_day_that_cannot_be_right_is_said_to_be_in_question_and_none_is_given() -> None:
    wrong = milestone("M-CAP-001", "off_track", for_families="Bases open", forecast=None, questioned=("forecast",))
    told = points(sections(case(wrong))["families"], "Not yet")
    assert told == ["Bases open. Late. The day we were sent cannot be right, so we give none [q]."]
    silent = milestone("M-CAP-001", "off_track", for_families="Bases open", forecast=None)
    assert "[q]" not in points(sections(case(silent))["families"], "Not yet")[0]


def test_rdgs_word_counts_where_it_differs_from_the_workspaces() -> None:
    of = case(milestone("M-CWF-006", "on_track", for_families="A team comes to you."), judgement("M-CWF-006", "at_risk"))
    assert points(sections(of)["families"], "Not yet")[0].startswith("A team comes to you. It may be late.")


def test_what_is_late_and_says_nothing_of_families_is_named_all_the_same() -> None:
    of = case(milestone("M-CAP-006", "off_track", title="High needs recovery plan agreed (see M-CAP-001)."), milestone("M-CAP-001"))
    assert "“High needs recovery plan agreed”" in said(of)


def test_no_more_than_eight_of_those_are_named_and_the_rest_are_counted() -> None:
    of = case(*(milestone(f"M-CAP-{n:03d}", "off_track") for n in range(1, 12)))
    assert "and three others." in said(of)


def test_a_milestone_nobody_spoke_of_is_not_shown_at_its_last_status() -> None:
    of = case(milestone("M-CAP-001", None, review=Review.NOT_REVIEWED, for_families="A ramp."))
    assert "A ramp." not in said(of)
    assert "one has had no update this month" in said(of)


def clash(lived: str, professional: str) -> Outcome:
    """Two lenses that disagree about calls answered."""
    said: dict[Lens, Any] = {Lens.PROFESSIONAL: professional, Lens.LIVED: lived}
    of = Signal(
        theme="T12", lens=Lens.LIVED, direction="none", item="", source="", dated=date(2026, 6, 30), says="", cell=Cell(file="x.xlsx")
    )
    signals = tuple(
        of.model_copy(update={"lens": lens, "direction": way, "item": lens.value, "source": lens.value}) for lens, way in said.items()
    )
    return Outcome(theme="T12", kind=OutcomeKind.CONTRADICTION, lenses={Lens.DATA: "none", **said}, signals=signals)


def card(of: Case) -> dict[str, str]:
    """The card of the one contested theme: what each side says, why both can be so, what happens next."""
    (table,) = [b for b in sections(of)["disagree"].blocks if isinstance(b, Table)]
    return {plain(r.cells[0].content): plain(r.cells[1].content) for r in table.rows}


def rung(quote: str | None = "yes", **boxes: str) -> list[Any]:
    """Calls are called answered, the Forum says that nobody rings back, and more is promised."""
    return [
        milestone("M-CAP-001", "complete", evidence="Minutes", theme=word("theme", "T12"), for_families="Somebody should ring you back."),
        milestone("M-CAP-002", "on_track", theme=word("theme", "T12"), for_families="The Local Offer will say whom to ring."),
        milestone("M-CAP-003", "complete", evidence="Minutes", for_families="Four more ramps."),
        spoke(quote=quote, **(boxes or {"not_working": "Nobody rings back. The papers say it is fixed."})),
    ]


def heard(words: str = "Nobody rings back. The papers say it is fixed.") -> Outcome:
    """The clash, families' side in the Forum's own words."""
    of = clash("concern", "positive")
    theirs = {"words": True, "item": "V-PCF-2026-06-not-working", "says": words, "sender": Sender("voice", "PCF"), "direction": "concern"}
    return of.model_copy(update={"signals": tuple(s.model_copy(update=theirs) if s.lens is Lens.LIVED else s for s in of.signals)})


def test_what_families_contest_is_a_card_with_both_sides_and_stands_nowhere_under_what_is_better() -> None:
    of = case(
        *rung(), row(PromptAnswer, "rdg:RDG", key="AP401:T12,M-CAP-001", response=word("prompt_response", "explained"),
                     explanation="The log counts a call answered when somebody picks up (M-CAP-001)."),
        outcomes=(heard(),),
    )  # fmt: skip
    assert card(of) == {
        "We say": "Somebody should ring you back. Done on 1 September.",
        "Families say": "Parent Carer Forum: “Nobody rings back. The papers say it is fixed.”",
        "Why both can be so": "The log counts a call answered when somebody picks up.",
        "What happens next": "The Local Offer will say whom to ring. We expect it by 1 September.",
    }
    families = sections(of)["families"]
    assert points(families, "What is better") == ["Four more ramps. Done on 1 September."]
    assert "Local Offer will say" not in words(families)


def test_a_group_that_has_not_agreed_is_said_to_have_raised_a_concern_and_is_not_quoted() -> None:
    told = card(case(*rung(quote=None), outcomes=(heard(),)))
    assert told["Families say"] == "Parent Carer Forum raised a concern, and has not agreed to be quoted."
    assert told["Why both can be so"] == "We have not been told yet."


def test_what_rdg_takes_to_the_board_is_said_to_go_there() -> None:
    taken = row(PromptAnswer, "rdg:RDG", key="AP401:T12", response=word("prompt_response", "to_board"), explanation="We do not know why.")
    assert card(case(*rung(), taken, outcomes=(heard(),)))["What happens next"].startswith("The Board will look at it.")


def test_what_rdg_explained_last_month_is_still_why_both_can_be_so_and_what_it_took_to_the_board_then_is_not_said_again() -> None:
    before = row(
        PromptAnswer, "rdg:RDG", key="AP401:T12", response=word("prompt_response", "to_board"), explanation="We count calls, not answers."
    )
    may = record("2026-05", [*rung()[:3], spoke(month="2026-05", not_working="Nobody rings back."), before])
    told = card(case(*rung(), outcomes=(heard(),), last=may))
    assert told["Why both can be so"] == "We count calls, not answers."
    assert "The Board will look at it" not in told["What happens next"]


def surveyed(**values: Any) -> QAFinding:
    """A survey in which callers say that they had no answer, of the milestone that is called done."""
    told = {"id": "Q-QDD-009", "report": "Call-back survey", "finding": "29 of 90 callers had no answer.", "linked": ("M-CAP-001",)}
    coded = {"theme": word("theme", "T12"), "reading": word("reading", "concern"), "activity": word("activity", "survey")}
    return row(QAFinding, "workspace:QDD", report_date=date(2026, 6, 29), **{**told, **coded, **values})


def mixed_of(finding: QAFinding) -> Outcome:
    """Families say both: a group is content, the survey is not."""
    lived = next(s for s in clash("concern", "positive").signals if s.lens is Lens.LIVED)
    said = lived.model_copy(update={"direction": "concern", "item": finding.id})
    return Outcome(theme="T12", kind=OutcomeKind.MIXED, lenses={Lens.LIVED: "mixed"}, signals=(said,))


def test_what_a_survey_of_families_finds_wanting_stands_on_a_card_and_not_under_what_is_better() -> None:
    of = case(*rung(working="Somebody rings."), surveyed(), outcomes=(mixed_of(surveyed()),))
    assert points(sections(of)["families"], "What is better") == ["Four more ramps. Done on 1 September."]
    assert card(of)["Families say"] == "Call-back survey: 29 of 90 callers had no answer."
    assert card(of)["We say"] == "Somebody should ring you back. Done on 1 September."


def test_what_families_read_as_disputed_the_board_reads_as_disputed_too() -> None:
    of = case(*rung(working="Somebody rings."), surveyed(), outcomes=(mixed_of(surveyed()),))
    assert card(of)
    board = triangulation.write(position(of), of.settings)
    assert "on one other (Communication) what is called complete is disputed" in words(board)
    assert "Communication: complete, and disputed. M-CAP-001. Against it: Q-QDD-009." in words(board)


def test_a_survey_of_something_else_contests_nothing() -> None:
    other = surveyed(linked=("M-CAP-002",))
    of = case(*rung(working="Somebody rings."), other, outcomes=(mixed_of(other),))
    assert "disagree" not in sections(of)
    assert "Somebody should ring you back. Done on 1 September." in points(sections(of)["families"], "What is better")


@pytest.mark.parametrize(
    ("outcome", "status", "card_stands"),
    [("position_changed", "open", True), ("not_accepted", "open", True), ("carried", "open", False), ("position_changed", "closed", False)],
)
def test_what_the_board_challenged_with_effect_is_contested_until_it_is_closed(outcome: str, status: str, card_stands: bool) -> None:
    asked = row(
        Challenge, "board_log:BOARD", id="C-015", theme=word("theme", "T12"), outcome=word("challenge_outcome", outcome),
        status=word("challenge_status", status), response="No. We counted a call as answered when somebody picked up.",
    )  # fmt: skip
    quiet = Outcome(theme="T12", kind=OutcomeKind.NO_SIGNAL, lenses=dict.fromkeys(Lens, "none"))
    of = case(*rung(working="Somebody rings."), asked, outcomes=(quiet,))
    assert ("disagree" in sections(of)) is card_stands
    if card_stands:
        assert card(of)["Why both can be so"] == "We counted a call as answered when somebody picked up."


def test_where_families_are_content_or_the_thing_is_late_there_is_no_card() -> None:
    done = milestone("M-CAP-001", "complete", evidence="Minutes", theme=word("theme", "T12"), for_families="Somebody should ring you back.")
    assert "disagree" not in sections(case(done, outcomes=(clash("positive", "concern"),)))
    late = milestone("M-CAP-001", "off_track", theme=word("theme", "T12"), for_families="Somebody should ring you back.")
    assert "disagree" not in sections(case(late, outcomes=(clash("concern", "positive"),)))


# ---------- what the Board will decide; whom to turn to ----------


@pytest.mark.parametrize(("mark", "told"), [("public", True), ("exempt", False), (None, False)])
def test_what_the_board_will_decide_stands_only_where_it_is_marked_public(mark: str | None, told: bool) -> None:
    matter = row(
        ForTheBoard, "rdg:RDG", id="B-001", issue="A base opens late (M-CAP-001).", asked=word("decision_asked", "approve"),
        asked_detail="Approve 24 places for the autumn", publication=word("publication", mark) if mark else None,
    )  # fmt: skip
    of = case(matter)
    assert ("to-decide" in sections(of)) is told
    assert ("Approve 24 places for the autumn. A base opens late." in said(of)) is told


@pytest.mark.parametrize(
    ("mark", "logged", "told"), [("public", None, True), ("public", "exempt", False), (None, "public", True), (None, None, False)]
)
def test_what_the_board_was_asked_before_and_is_still_to_decide_stands_where_the_log_or_else_the_matter_is_public(
    mark: str | None, logged: str | None, told: bool
) -> None:
    matter = row(
        ForTheBoard, "rdg:RDG", id="B-001", issue="A base opens late.", asked=word("decision_asked", "approve"),
        asked_detail="Approve 24 places for the autumn", publication=word("publication", mark) if mark else None,
    )  # fmt: skip
    log = row(Decision, "board_log:BOARD", id="D-010", item="B-001", publication=word("publication", logged) if logged else None)
    assert ("Approve 24 places for the autumn. A base opens late." in said(case(log, last=record("2026-05", [matter])))) is told


def test_those_to_talk_to_are_the_contacts_of_pack_toml_and_lead_to_their_addresses() -> None:
    contact = Contact(
        name="Advice", about="free advice", email="advice@example.org", phone="01632 960 000", web="https://advice.example.org"
    )
    of = case(settings=SETTINGS.model_copy(update={"contacts": (contact,)}))
    (item,) = points_of(sections(of)["say"], "Talk to somebody")
    assert plain(item) == "Advice, free advice: advice@example.org, 01632 960 000, advice.example.org."
    assert [r.address for r in item if isinstance(r, Link)] == [
        "mailto:advice@example.org",
        "tel:01632960000",
        "https://advice.example.org",
    ]


def test_an_abbreviation_is_spelt_out_once_where_it_first_stands_and_never_in_somebodys_own_words() -> None:
    of = case(
        milestone("M-CAP-001", for_families="The ICB pays."), milestone("M-CAP-002", for_families="Ask the ICB."), spoke(ask="What does the SEF say?")
    )  # fmt: skip
    told = said(of)
    assert "The ICB (Integrated Care Board) pays." in told
    assert "Ask the ICB." in told
    assert "“What does the SEF say?”" in told


def test_the_opening_counts_every_promise_once_in_plain_words() -> None:
    of = case(
        milestone("M-CAP-001", "complete", evidence="Minutes"),
        milestone("M-CAP-002"),
        milestone("M-CAP-003", "at_risk"),
        milestone("M-CAP-004", "withdrawn"),
    )
    assert "It has four promises: one is done, one is on time, one may be late and one has stopped." in said(of)


def test_confidence_is_said_as_anybody_would_say_it() -> None:
    of = case(confidence("overall", "amber"), last=record("2026-05", [confidence("overall", "green")]))
    short = words(sections(of)["short"])
    assert "It can be, but there are problems to solve. In May we said: “Very likely”." in short
    assert "Amber" not in said(of)


# ---------- whose words ----------


def test_a_group_that_agrees_is_quoted_whole_and_unchanged() -> None:
    theirs = "Nobody rings back — 'fixed', they say… We laughed."
    assert f"“{theirs}”" in said(case(spoke(not_working=theirs)))


@pytest.mark.parametrize("answer", ["no", None], ids=["it says no", "it leaves the question empty"])
def test_a_group_whose_form_does_not_agree_is_heard_and_not_quoted(answer: str | None) -> None:
    told = said(case(spoke(quote=answer, ask="Ring us back.", working="The drop-ins.")))
    assert "Ring us back" not in told
    assert "drop-ins" not in told
    assert "The Board heard the Parent Carer Forum too; it has not agreed to be quoted." in told


def test_a_group_that_sent_nothing_is_said_not_to_have_been_heard() -> None:
    told = said(case(missing=["voice:PCF"]))
    assert "We did not hear from the Parent Carer Forum this month." in told


def test_what_a_group_names_by_its_id_is_told_beside_its_words_as_far_as_it_is_for_all() -> None:
    known = milestone("M-CAP-001", "on_track", title="Bases open")
    matter = row(ForTheBoard, "rdg:RDG", id="B-008", issue="The contract is unsigned.", asked=word("decision_asked", "approve"))
    risen = risk("R-CAP-001", title="A firm may fail")
    told = words(sections(case(spoke(ask="When is M-CAP-001, what of R-CAP-404, R-CAP-001 and B-008?"), known, risen, matter))["told"])
    assert (
        "“When is M-CAP-001, what of R-CAP-404, R-CAP-001 and B-008?” "
        "(M-CAP-001: “Bases open”; R-CAP-001: a risk on our list; B-008: a question for the Board)"
    ) in told
    assert "unsigned" not in told
    assert "firm may fail" not in told


def test_what_stands_in_the_place_of_an_id_begins_a_sentence_as_a_sentence_begins() -> None:
    matter = row(ForTheBoard, "rdg:RDG", id="B-008", issue="The contract is unsigned.", asked=word("decision_asked", "approve"))
    of = case(
        spoke(), replied("V-PCF-2026-05-ask", did="We wait. B-008 was asked in July, and is in this pack."),
        matter, last=record("2026-05", [spoke(month="2026-05", ask="When is it signed?")]),
    )  # fmt: skip
    assert "We wait. A question for the Board was asked in July, and is in the Board’s papers." in said(of)


@pytest.mark.parametrize(
    ("speaks", "nil", "told"),
    [
        ("yes", False, "The Parent Carer Forum will speak when the Board meets."),
        ("yes", True, "The Parent Carer Forum will speak when the Board meets."),
        ("no", False, "The form of the Parent Carer Forum came without words this month."),
        (None, False, "The form of the Parent Carer Forum came without words this month."),
        ("no", True, "The Parent Carer Forum had nothing to tell us this month."),
    ],
)
def test_a_group_is_said_to_have_had_nothing_to_tell_only_where_it_said_so_itself(speaks: str | None, nil: bool, told: str) -> None:
    form = spoke(will_speak=word("yes_no", speaks) if speaks else None)
    of = case(form, nil=("voice:PCF",) if nil else ())
    sentences = re.split(r"(?<=[.]) |\n", words(sections(of)["told"]))
    assert [told] == [one for one in sentences if "Parent Carer Forum" in one]


def concern(code: str, quote: str | None) -> list[Any]:
    values = {"concern": "Posts lapse without a contract.", "ask": "A date for signature.", "given_id": f"P-{code}-2026-06-1"}
    cover = row(PartnerCover, f"partner:{code}", may_quote=word("yes_no", quote) if quote else None)
    return [row(Concern, f"partner:{code}", **values), cover]


def test_a_partners_concern_is_printed_where_it_agrees_and_otherwise_only_counted() -> None:
    assert "Community NHS trust: “Posts lapse without a contract.” It asks: “A date for signature.”" in said(case(*concern("NHS", "yes")))
    told = said(case(*concern("NHS", None)))
    assert "Posts lapse" not in told
    assert "Community NHS trust" not in told
    assert "One more partner organisation raised concerns with the Board" in told


def test_an_ask_of_may_is_printed_with_its_answer_only_where_mays_form_agreed() -> None:
    mays = [spoke("PCF", "2026-05", ask="Tell us how calls are counted."), spoke("SEN", "2026-05", quote="no", ask="Freeze the forms.")]
    of = case(replied("V-PCF-2026-05-ask"), replied("V-SEN-2026-05-ask"), last=record("2026-05", mays))
    (table,) = [b for b in sections(of)["answers"].blocks if isinstance(b, Table)]
    assert [plain(r.cells[1].content) for r in table.rows] == ["“Tell us how calls are counted.”"]
    assert "Freeze the forms" not in said(of)
    assert "one other question was answered" in said(of).casefold()


def test_an_ask_without_an_answer_is_said_to_have_none() -> None:
    of = case(last=record("2026-05", [spoke("PCF", "2026-05", ask="Tell us how calls are counted.")]))
    assert "No answer yet." in words(sections(of)["answers"])


# ---------- what may not stand ----------


@pytest.mark.parametrize(
    "text",
    ["Three children have no place.", "Two of our young people start in May.", "1 pupil is waiting.", "One of the 24 families said so."],
)
def test_a_count_of_very_few_people_stands_nowhere(text: str) -> None:
    of = case(
        milestone("M-CAP-001", for_families=text), spoke(working=text, ask="Ring us back."),
        row(Decision, "board_log:BOARD", id="D-009", decision=text, on=date(2026, 6, 17)),
    )  # fmt: skip
    assert text not in said(of)
    assert "Ring us back." in said(of)
    assert {h.ref for h in summary(of).held} == {"M-CAP-001", "V-PCF-2026-06-working", "D-009"}
    assert "Some words are not printed here, so that nobody can be recognised." in said(of)


@pytest.mark.parametrize(
    "text",
    [
        "Your school will have one person to ask.", "24 children start in January.", "Year 4 pupils swim.", "One in 4 children waits.",
        "Every one of the families was asked.", "Six bases for children are open.", "Two schools take children from May.", "£3m helps children.",
    ],
)  # fmt: skip
def test_a_number_that_counts_nobody_in_particular_may_stand(text: str) -> None:
    assert text in said(case(milestone("M-CAP-001", for_families=text)))


def test_how_few_is_few_is_what_pack_toml_says() -> None:
    assert counts_few("Six children wait.", SmallNumbers(most=6))
    assert not counts_few("Six children wait.", SmallNumbers(most=5))


def test_what_was_withheld_is_left_out_and_told() -> None:
    of = case(milestone("M-CAP-001", for_families=WITHHELD))
    assert "withheld" not in said(of)
    assert [(h.ref, h.why) for h in summary(of).held] == [("M-CAP-001", "withheld")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("A Task & Finish Group is proposed: B-007.", "A Task & Finish Group is proposed."),
        ("It is outside the plan; see B-005.", "It is outside the plan."),
        ("Done (D-007, A-031).", "Done."),
        ("Agreed (see V-PCF-2026-05-ask) and printed.", "Agreed and printed."),
        ("M-CAP-007 comes first.", "“24 places” comes first."),
        ("It follows m-cap-7.", "It follows “24 places”."),
        ("It follows R-QDD-002.", "It follows something that is not on our records."),
    ],
)
def test_our_ids_go_from_the_running_text(text: str, printed: str) -> None:
    assert without_ids(text, {"M-CAP-007": "“24 places”"}) == printed


@given(
    st.text(max_size=30),
    st.sampled_from(["M-CAP-007", "R-QDD-002", "TF-01", "D-007", "P-NHS-2026-06-1", "V-PCF-2026-06-not-working", "AP401", "IND-03"]),
    st.sampled_from([" ", " (", ", ", "; see ", ": "]),
    st.sampled_from(["", ".", ")", ") and so on."]),
)
def test_no_id_survives_wherever_it_stands(before: str, ref: str, joined: str, after: str) -> None:
    assert ref not in without_ids(f"{before}{joined}{ref}{after}", {})


def test_a_decision_is_printed_without_its_number() -> None:
    of = case(
        row(Decision, "board_log:BOARD", id="D-007", on=date(2026, 6, 17), decision="Brought money forward (B-003).", outcome="Four bases.")
    )
    decided = words(sections(of)["decided"])
    assert decided.endswith("Brought money forward (17 June). Four bases.")


# ---------- the whole ----------


def test_a_month_of_which_nothing_came_still_reads_well() -> None:
    told = said(case(missing=expected_senders(SETTINGS)))
    assert "Nobody has told us this month how it is going." in told
    assert "We have not been told this month." in told
    assert "What this means for families" in told
    assert "None" not in told


def test_the_marking_is_for_publication_whatever_the_packs_is() -> None:
    of = case(settings=SETTINGS.model_copy(update={"board": SETTINGS.board.model_copy(update={"marking": "OFFICIAL-SENSITIVE"})}))
    front = written.front(position(of), of.settings)
    assert front.marking == "For publication"
    assert "SENSITIVE" not in str(front)


def test_a_decision_on_an_exempt_matter_stands_in_no_public_edition():
    exempt = row(ForTheBoard, "rdg:RDG", id="B-003", issue="A contract price.", publication=word("publication", "exempt"))
    taken = row(Decision, "board_log:BOARD", id="D-007", on=date(2026, 6, 17), item="B-003", decision="Agreed the price.")
    open_ = row(
        Decision,
        "board_log:BOARD",
        id="D-008",
        on=date(2026, 6, 17),
        item="B-003",
        decision="Agreed to wait.",
        publication=word("publication", "public"),
    )
    of = case(taken, open_, last=record("2026-05", [exempt]))
    assert [d.decision for d in summary(of).decisions] == ["Agreed to wait."]
    assert [(h.ref, h.why) for h in summary(of).held] == [("D-007", "is exempt")]
    assert "The Board has made decisions that cannot be told here." in said(case(taken, last=record("2026-05", [exempt])))
    assert "The Board has made no new decision since we last wrote." not in said(case(taken, last=record("2026-05", [exempt])))


def test_of_a_very_long_box_the_summary_prints_whole_sentences_and_says_how_much_the_board_was_given() -> None:
    box = " ".join(f"Our number {n} call to the office was not returned for a week." for n in range(30))
    told = said(case(spoke(not_working=box, ask="One number to ring.")))
    first = " ".join(f"Our number {n} call to the office was not returned for a week." for n in range(7))
    assert f"“{first}” (and 23 more sentences, whole in what the Board was given)" in told
    assert "“One number to ring.”" in told


def test_a_word_of_the_trade_is_explained_only_where_it_is_used() -> None:
    bare, used = case(), case(milestone("M-CAP-001", "on_track", for_families="The top-up for your school changes."))
    assert not [p for p in points(sections(bare)["say"], "What some words mean") if p.startswith("Top-up")]
    assert "Top-up: extra money a school gets for one child's help." in points(sections(used)["say"], "What some words mean")
