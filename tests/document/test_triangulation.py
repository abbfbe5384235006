"""Section 8: both sides where the lenses disagree, no winner, every theme, and what RDG was asked of mandatory items."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from position_rows import JUNE, SETTINGS, case, cells, fates, lead, milestone, paragraph, record, returns, risk, row, table, word, words

from assurance_pack.assess.outcomes import outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.assess.trends import trends
from assurance_pack.document.blocks import Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.sections import triangulation
from assurance_pack.model import Month
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.position.both_sides import Excerpt, excerpt
from assurance_pack.position.whole import take
from assurance_pack.returns.rdg import PromptAnswer, ThemeSuggestion
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding
from assurance_pack.rules.engine import Verdicts

THEMES = {t.id: t for t in SETTINGS.themes}
ROOM = SETTINGS.budgets.triangulation


def said(month="2026-06", code="PCF", **boxes):
    return row(Voice, f"voice:{code}", group=word("group", code), month=Month(month), **boxes)


def survey(id="Q-QDD-001", reading="concern", theme="T12"):
    return row(
        QAFinding, "workspace:QDD", id=id, reading=word("reading", reading), theme=word("theme", theme), finding=f"{id} found it.",
        report=f"Report {id}", report_date=date(2026, 6, 1), activity=word("activity", "survey"), status=word("finding_status", "open"),
    )  # fmt: skip


def calls(status="complete", **values):
    return milestone("M-QDD-003", status, theme=word("theme", "T12"), title="Calls answered in two days", evidence="Contact log", **values)


def written(*rows, last=None, history=(), prompts=(), **values):
    now = returns("2026-06", rows)
    heard = signals(now, SETTINGS, JUNE, trends(now, SETTINGS), history or ((last,) if last else ()))
    of = case(
        *rows, last=last, history=history, trends=trends(now, SETTINGS), signals=heard, outcomes=outcomes(heard, SETTINGS, now), **values
    )
    return triangulation.write(take(of, Verdicts(tuple(prompts))), of.settings)


def test_both_sides_of_a_contradiction_are_printed_with_their_sources_and_no_winner():
    section = written(calls(), said(not_working="Nobody rings back."))
    assert cells(table(section, "both sides")) == [
        ["Communication", "Calls answered in two days: complete (M-QDD-003).", "“Nobody rings back.” Parent Carer Forum (s)."]
    ]
    assert lead(section) == "Sources disagree on the one theme heard."


def test_the_sentence_compares_contradictions_with_last_time():
    may = record("2026-05", [calls()])
    assert (
        lead(written(calls(), said(not_working="Nobody rings back."), last=may))
        == "Sources disagree on the one theme heard, one more than in May."
    )


def test_no_contradiction_prints_no_table_of_sides():
    section = written(calls())
    assert lead(section) == "Sources do not disagree on the one theme heard."
    assert not [b for b in section.blocks if isinstance(b, Table) and "both sides" in b.caption]


def test_every_theme_heard_or_needed_has_a_row_and_the_others_are_named():
    section = written(calls(), milestone("M-CAP-001", theme=word("theme", "T05")))
    rows = cells(table(section, "three lenses"))
    assert {r[0] for r in rows} == {"Communication", "Inclusion and bases"}
    assert paragraph(section, "No signal, and none needed by the plan").count(";") + 1 == len(SETTINGS.themes) - 2


def test_a_lens_silent_where_the_plan_depends_on_it_is_a_gap_and_elsewhere_no_signal():
    section = written(calls(), milestone("M-CAP-001", theme=word("theme", "T05")))
    rows = {r[0]: r for r in cells(table(section, "three lenses"))}
    assert rows["Inclusion and bases"][1:] == ["Gap", "Positive", "Gap", "Single source: professional"]
    assert rows["Communication"][1:] == ["No signal", "Positive", "No signal", "Single source: professional"]


def measured(code, period, value):
    shown = {"numerator": value, "denominator": 100} if value else {}
    return row(IndicatorFigure, "workspace:CWF", indicator=word("indicator", code), period_end=period, **shown)


def to_april(code):
    """Twelve calm months and, in April, a figure far off."""
    months = [*(date(2025, month, 28) for month in range(4, 13)), *(date(2026, month, 28) for month in range(1, 5))]
    values = (52, 55, 51, 57, 53, 49, 54, 50, 56, 52, 54, 51, 90)
    return [measured(code, month, value) for month, value in zip(months, values, strict=True)]


def data_cell(section, theme):
    return next(r[1] for r in cells(table(section, "three lenses")) if r[0] == theme)


def test_a_figure_that_is_not_this_months_names_its_month_in_the_cell_of_its_lens():
    section = written(*to_april("IND-04"), measured("IND-04", date(2026, 5, 28), None))
    assert data_cell(section, "Therapies, Experts at Hand") == "Concern, April"


def test_a_figure_that_others_are_newer_than_names_its_month_though_nobody_says_that_one_is_missing():
    section = written(*to_april("IND-04"), *to_april("IND-01"), measured("IND-01", date(2026, 5, 28), 53))
    assert data_cell(section, "Therapies, Experts at Hand") == "Concern, April"


def test_a_figure_of_the_newest_period_names_no_month():
    assert data_cell(written(*to_april("IND-04")), "Therapies, Experts at Hand") == "Concern"


def test_contradictions_stand_first_and_each_kind_is_closed_by_a_rule():
    found = table(
        written(calls(), said(not_working="Nobody rings back."), milestone("M-CAP-001", theme=word("theme", "T05"))), "three lenses"
    )
    assert [plain(r.cells[4].content) for r in found.rows] == ["Contradiction", "Single source: professional"]
    assert [r.end for r in found.rows] == [True, True]


def test_more_than_two_on_one_side_are_counted():
    section = written(calls(), survey("Q-QDD-001"), survey("Q-QDD-002"), survey("Q-QDD-003"), said(not_working="Nobody rings back."))
    assert "And two more, in the data book." in cells(table(section, "both sides"))[0][2]


def test_an_earlier_months_words_are_cited_with_their_month():
    may = record("2026-05", [said("2026-05", not_working="Nobody rings back.")])
    assert cells(table(written(calls(), last=may), "both sides"))[0][2] == "“Nobody rings back.” Parent Carer Forum, May (s)."


# ---------- quotations ----------


def test_words_no_longer_than_a_box_should_hold_are_quoted_whole():
    words = "Nobody rings back. The papers say it is fixed. " + "We laughed. " * 20
    assert excerpt(words, THEMES["T12"], SETTINGS.themes, ROOM) == Excerpt((words,))


@pytest.mark.parametrize(
    ("words", "quoted", "left_out"),
    [
        ("Nobody rings back. " + "The drop-ins at the hubs are good. " * 9, ("Nobody rings back.",), 9),
        ("Good people. " * 30 + "Nobody rings back. " + "Good people. " * 13, ("Nobody rings back.",), 43),
        (
            "Nobody rings back. " + "Good people. " * 30 + "You never get a call back.",
            ("Nobody rings back.", "You never get a call back."),
            30,
        ),
    ],
)
def test_of_many_words_the_whole_sentences_about_the_theme_are_quoted_each_run_a_quotation_of_its_own(words, quoted, left_out):
    assert excerpt(words, THEMES["T12"], SETTINGS.themes, ROOM) == Excerpt(quoted, left_out)


def test_very_many_words_are_quoted_beside_a_theme_no_further_than_a_box_should_hold() -> None:
    """They stand whole in section 6, or at the end."""
    one = "Nobody rings back when we leave a message on the caseworker line."
    assert excerpt(" ".join([one] * 30), THEMES["T12"], SETTINGS.themes, ROOM) == Excerpt((" ".join([one] * 5),), 25)
    assert excerpt(" ".join(["The sun shone on all of us today."] * 30), THEMES["T12"], SETTINGS.themes, ROOM).left_out == 23


@given(
    st.lists(
        st.sampled_from(["Nobody rings back.", "We were told… nothing.", "The drop-ins at the hubs are good!", "Why? We asked."]),
        min_size=1,
        max_size=60,
    )
)
def test_nothing_is_left_out_within_a_quotation_and_what_is_left_out_is_counted(said):
    """Each piece stands in the words as they were written: nothing is cut out of it, and no mark stands for what was."""
    words = " ".join(said)
    found = excerpt(words, THEMES["T12"], SETTINGS.themes, ROOM)
    assert all(piece in words for piece in found.pieces)
    assert found.left_out or "".join(found.pieces) == words


# ---------- lines of enquiry ----------


def test_lines_of_enquiry_are_numbered_questions_with_their_sources():
    section = written(calls(), said(not_working="Nobody rings back."))
    assert any(isinstance(b, Heading) and b.text == "Lines of enquiry the Board may wish to pursue" for b in section.blocks)
    asked = [plain(b.content) for b in section.blocks if isinstance(b, Paragraph) and b.number and "?" in plain(b.content)]
    assert len(asked) == 1
    assert asked[0].endswith("Parent Carer Forum; M-QDD-003")


def test_rdgs_answer_stands_under_the_contradiction_whatever_the_category_and_its_question_is_not_put_again():
    told = reply("AP401:T12,M-QDD-003")
    section = written(calls(), said(not_working="Nobody rings back."), told, prompts=[prompt("T12", "M-QDD-003")])
    assert paragraph(section, "Communication. RDG explains") == "Communication. RDG explains: “Counted differently” RDG Chair."
    asked = [plain(b.content) for b in section.blocks if isinstance(b, Paragraph) and b.number and "?" in plain(b.content)]
    assert [a.partition("?")[0] for a in asked] == ["Do those who raised a concern recognise the answer RDG has given"]
    assert [f.what for f in section.fates] == ["printed"]
    assert "question" not in words(section)  # nothing is left for RDG's edition


def test_an_answer_to_another_question_or_without_a_reason_explains_nothing():
    for told in (reply("AP409:T12"), reply("AP401:T05,M-CAP-001"), reply("AP401:T12,M-QDD-003").model_copy(update={"explanation": None})):
        assert "RDG explains" not in words(written(calls(), said(not_working="Nobody rings back."), told))


def differing(month, status="complete", *more):
    """A month in which the Forum says that nobody rings back."""
    return record(month, [calls(status), said(month, not_working="Nobody rings back."), *more])


def test_rdgs_answer_of_an_earlier_month_stands_while_the_contradiction_goes_on_and_says_when_it_was_given():
    history = (differing("2026-04", "complete", reply("AP401:T12,M-QDD-003")), differing("2026-05"))
    section = written(calls(), said(not_working="Nobody rings back."), history=history)
    assert paragraph(section, "Communication. RDG explains") == "Communication. RDG explains (in April): “Counted differently” RDG Chair."
    asked = [plain(b.content) for b in section.blocks if isinstance(b, Paragraph) and b.number and "?" in plain(b.content)]
    assert [a.partition(" the ")[0] for a in asked] == ["Do those who raised a concern recognise"]
    assert section.fates == ()  # April's answer is a row of April's pack


def test_what_rdg_says_of_it_this_month_takes_the_place_of_what_it_said_before():
    history = (differing("2026-05", "complete", reply("AP401:T12,M-QDD-003")),)
    now = reply("AP404:T12,IND-08").model_copy(update={"explanation": "Families are asked too"})
    section = written(calls(), said(not_working="Nobody rings back."), now, history=history)
    assert paragraph(section, "Communication. RDG explains") == "Communication. RDG explains: “Families are asked too” RDG Chair."
    assert "Counted differently" not in words(section)


def test_an_answer_to_a_contradiction_that_was_over_does_not_explain_a_new_one():
    history = (differing("2026-04", "complete", reply("AP401:T12,M-QDD-003")), differing("2026-05", "off_track"))
    section = written(calls(), said(not_working="Nobody rings back."), history=history)
    assert table(section, "both sides")
    assert "RDG explains" not in words(section)


def test_there_are_at_most_six_lines_of_enquiry():
    rows = [milestone(f"M-CAP-{n:03}", "off_track", theme=word("theme", t.id)) for n, t in enumerate(SETTINGS.themes, start=1)]
    asked = [b for b in written(*rows).blocks if isinstance(b, Paragraph) and b.number and "?" in plain(b.content)]
    assert len(asked) <= 6


# ---------- prompts ----------


def prompt(*items, rule="AP401"):
    return Problem(rule=rule, severity=Severity.PROMPT, sentence=f"{' and '.join(items)} do not agree.", remedy="Say which.", items=items)


def reply(key, **values):
    return row(
        PromptAnswer,
        "rdg:RDG",
        key=key,
        response=word("prompt_response", "explained"),
        explanation="Counted differently",
        by="RDG Chair",
        **values,
    )


def test_a_prompt_on_a_mandatory_item_is_printed_with_rdgs_answer():
    section = written(risk("R-CAP-004", categories=["sufficiency"]), reply("AP401:R-CAP-004"), prompts=[prompt("R-CAP-004")])
    assert cells(table(section, "Questions put to RDG")) == [
        ["R-CAP-004 Because of R-CAP-004", "R-CAP-004 do not agree.", "Explained. Counted differently. RDG Chair."]
    ]
    assert [f.what for f in section.fates] == ["printed"]


def test_a_prompt_nobody_answered_says_so():
    section = written(risk("R-CAP-004", categories=["sufficiency"]), prompts=[prompt("R-CAP-004")])
    assert cells(table(section, "Questions put to RDG"))[0][2] == "Not yet answered."
    assert table(section, "Questions put to RDG").caption.endswith("(0 of 1 answered)")


def test_a_prompt_on_any_other_item_is_counted_and_its_answer_is_rdgs_business():
    section = written(risk("R-CAP-004"), reply("AP401:R-CAP-004"), prompts=[prompt("R-CAP-004")])
    assert paragraph(section, "One more question") == "One more question, on another item, stands in RDG’s edition."
    assert [f.what for f in section.fates] == ["held back"]


def themed(box, confirmed, month="2026-06"):
    return row(ThemeSuggestion, "rdg:RDG", id=f"V-PCF-{month}-{box}", suggestion=word("theme", "T12"), confirmed=confirmed)


def test_words_whose_theme_nobody_has_confirmed_are_counted_and_what_s_means_is_said():
    section = written(said(working="A.", not_working="B."), themed("working", word("theme", "T12")), themed("not-working", None))
    assert "(s): the theme was suggested by the words and is not yet confirmed, as for one of two." in words(section)
    assert "summarised" in fates(section).values()


def test_words_of_an_earlier_month_that_nobody_confirmed_are_not_said_to_be_confirmed():
    may = record("2026-05", [said("2026-05", not_working="Nobody rings back.")])
    section = written(said(working="A."), themed("working", word("theme", "T01")), last=may)
    assert "Concern (s)" in words(section)
    assert "A person has confirmed" not in words(section)
    assert "is not yet confirmed, as for one of two." in words(section)


def test_where_a_person_has_confirmed_every_theme_that_is_said_and_no_mark_stands():
    section = written(said(working="A."), themed("working", word("theme", "T12")))
    assert "A person has confirmed every theme to which somebody’s words are counted." in words(section)
    assert "(s)" not in words(section)


def test_a_month_without_a_word_says_so():
    assert lead(written()) == "No source said anything of any theme."
