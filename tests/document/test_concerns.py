"""Section 7: exceptional issues, and partners' concerns in their own words; nothing in a mandatory category goes unnamed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from position_rows import SETTINGS, board, case, cells, fates, lead, matter, paragraph, position, record, row, table, word, words

from assurance_pack.document.blocks import Heading
from assurance_pack.document.sections import concerns, own_words
from assurance_pack.document.texts import texts
from assurance_pack.model import Sender
from assurance_pack.returns.board_log import ExceptionalIssue
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.senders import sender_name
from assurance_pack.settings.budgets import Budgets, ConcernsBudget

ROOM = SETTINGS.model_copy(update={"budgets": Budgets(concerns=ConcernsBudget(rows=6, words=400))})
"""Room for six rows, whatever the shipped pack.toml allows."""

NARROW = SETTINGS.model_copy(update={"budgets": Budgets(concerns=ConcernsBudget(rows=4, words=160))})
"""Words for one long concern, or for three short ones."""


def issue(id: str, status: str = "open", categories=(), **values):
    given = {"raised_by": "Capital and Sufficiency", "issue": f"What happened in {id}", "why_now": "Term ends"}
    named = tuple(word("category", c) for c in categories) or None
    return row(ExceptionalIssue, "board_log:BOARD", id=id, status=word("issue_status", status), categories=named, **{**given, **values})


def concern(code: str, number: int, category: str = "", **values):
    given = {
        "given_id": f"P-{code}-2026-06-{number}", "concern": "We cannot renew six posts.", "done": "Raised with our board.", "ask": "A date."
    }  # fmt: skip
    named = (word("category", category),) if category else None
    return row(Concern, f"partner:{code}", category=named, **{**given, **values})


def written(*rows, **values):
    of = case(*rows, **values)
    return concerns.write(position(of), of.settings)


def test_an_issue_says_what_happened_why_now_what_is_asked_and_who_raised_it():
    section = written(issue("X-002", categories=["sufficiency"], ask="Note it"))
    assert paragraph(section, "X-002") == (
        "X-002 What happened in X-002. Sufficiency; Capital and Sufficiency. Why now: Term ends. Asked: Note it."
    )
    assert fates(section) == {"X-002": "printed"}


def test_a_decision_that_rests_on_a_concern_of_this_month_is_named_beside_it():
    section = written(concern("ICB", 1, "partnership"), matter("B-001"), matter("B-002", voices="P-ICB-2026-06-1"))
    assert cells(table(section, "partner organisations"))[0][3] == "Nothing asked before is open. This month: Decision 2."


def test_a_partners_concern_is_in_its_own_words_with_its_category():
    section = written(concern("ICB", 1, "partnership"))
    assert cells(table(section, "partner organisations")) == [
        [
            "Integrated Care Board",
            "“We cannot renew six posts.” Partnership failure. Done: Raised with our board.",
            "A date.",
            "Nothing asked before is open. This month: no answer yet.",
        ]
    ]


def test_a_partner_whose_words_a_matter_still_to_be_decided_rests_on_is_told_so():
    before = [concern("ICB", 1, given_id="P-ICB-2026-05-1", ask="Decide."), matter("B-007", voices="P-ICB-2026-05-1")]
    section = written(concern("ICB", 1), last=record("2026-05", before))
    assert cells(table(section, "partner organisations"))[0][3].endswith("This month: B-007, still to be decided.")


def test_what_a_partner_asked_before_stands_beside_its_concern_with_rdgs_answer():
    may = record("2026-05", [concern("ICB", 1, given_id="P-ICB-2026-05-1", ask="Name a date.")])
    answer = row(YouSaidWeDid, "rdg:RDG", id="P-ICB-2026-05-1", answer=word("ask_answer", "in_hand"), did="Draft by 24 July")
    section = written(concern("ICB", 1), answer, last=may)
    assert (
        cells(table(section, "partner organisations"))[0][3] == "May: “Name a date.” In hand. Draft by 24 July. This month: no answer yet."
    )


def test_what_a_partner_asked_before_goes_with_its_words_to_the_end_where_its_row_does_not_fit():
    may = record("2026-05", [concern("NHS", 1, given_id="P-NHS-2026-05-1", ask="Name a date.")])
    answer = row(YouSaidWeDid, "rdg:RDG", id="P-NHS-2026-05-1", answer=word("ask_answer", "in_hand"), did="Draft by 24 July")
    of = case(*[concern("ICB", n, "financial") for n in range(8)], concern("NHS", 1), answer, last=may, settings=ROOM)
    figures = position(of)
    assert "Name a date." not in words(concerns.write(figures, of.settings))
    annex = own_words.write(figures, of.settings)
    assert annex is not None
    assert words(annex).count("Earlier ask, and RDG’s answer: May: “Name a date.” In hand. Draft by 24 July.") == 1


def test_an_empty_month_says_so():
    section = written()
    assert lead(section) == "No exceptional issues are open; no concerns came from partners."
    assert paragraph(section, "Exceptional issues.") == "Exceptional issues. None is open."
    assert paragraph(section, "Partners’ concerns.") == "Partners’ concerns. None was received."


def test_the_sentence_counts_what_is_new_and_compares_concerns():
    may = record("2026-05", [issue("X-001"), concern("ICB", 1), concern("NHS", 1)])
    section = written(issue("X-001"), issue("X-002"), concern("ICB", 1), last=may)
    assert (
        lead(section)
        == "Two exceptional issues are open, one of them new since May; one concern came from partners, one fewer than in May."
    )
    assert "open since May or before" in paragraph(section, "X-001")


def test_an_issue_closed_since_last_time_is_named_and_one_closed_before_is_counted():
    may = record("2026-05", [issue("X-001"), issue("X-000", "closed")])
    section = written(issue("X-001", "closed"), issue("X-000", "closed"), last=may)
    assert "Closed since May: X-001." in words(section)
    assert fates(section) == {"X-001": "summarised", "X-000": "summarised"}


def test_a_cell_that_was_not_stated_prints_as_such_and_the_row_stays():
    section = written(concern("ICB", 1, concern=None, done=None))
    assert cells(table(section, "partner organisations"))[0][1:3] == ["Not stated. Done: Not stated.", "A date."]


def test_a_partners_words_that_do_not_fit_are_named_in_the_section_and_stand_whole_at_the_end():
    of = case(*[concern("ICB", n, "financial") for n in range(8)], *[concern("NHS", n) for n in range(3)], settings=ROOM)
    figures = position(of)
    section, annex = concerns.write(figures, of.settings), own_words.write(figures, of.settings)
    assert table(section, "partner organisations").caption == "Concerns escalated by partner organisations (6 of 11; the rest at the end)"
    assert (
        "Also escalated (whole in “In their own words”, at the end): Integrated Care Board (Significant financial) "
        "P-ICB-2026-06-6, P-ICB-2026-06-7; " in words(section)
    )
    assert annex is not None
    assert words(annex).count("Concern: “We cannot renew six posts.”") == 5
    assert words(annex).count("What they ask: A date.") == 5
    assert set(fates(section).values()) == {"printed"}
    assert len(section.fates) == 11


def test_three_partners_each_within_the_asked_length_are_all_printed_whole():
    def length(n: int, about: str) -> str:
        return " ".join([about] * n)

    said = {"concern": length(80, "post"), "done": length(40, "asked"), "ask": length(40, "date")}
    of = case(*[concern(code, 1, **said) for code in ("ICB", "NHS", "SFM")])
    figures = position(of)
    printed = words(concerns.write(figures, of.settings)) + words(own_words.write(figures, of.settings))
    assert [printed.count(said[name]) for name in ("concern", "done", "ask")] == [3, 3, 3]


def test_a_concern_longer_than_asked_is_whole_and_does_not_keep_out_those_after_it():
    of = case(concern("COL", 1, concern=" ".join(["ferry"] * 150), done=" ".join(["asked"] * 40)), concern("ICB", 1), concern("NHS", 1))
    figures = position(of)
    section, annex = concerns.write(figures, of.settings), own_words.write(figures, of.settings)
    assert {r[0] for r in cells(table(section, "partner organisations"))} == {
        sender_name(Sender("partner", c), of.settings) for c in ("ICB", "NHS")
    }
    assert "Further education college P-COL-2026-06-1." in words(section)
    assert annex is not None
    assert f"“{' '.join(['ferry'] * 150)}”" in words(annex)


def test_of_concerns_that_weigh_the_same_the_longest_gives_up_its_row_first():
    long = concern("ICB", 1, concern="word " * 140, ask="A date.", done="Raised.")
    short = [concern(code, 1, concern="Two posts end in July.", ask="A date.", done="Raised.") for code in ("NHS", "SFM", "COL")]
    section = written(long, *short, settings=NARROW)
    assert len(table(section, "Concerns escalated").rows) == 3
    assert "Integrated Care Board P-ICB-2026-06-1" in paragraph(section, "Also escalated")


def test_a_concern_in_a_mandatory_category_keeps_its_row_though_it_is_the_longest():
    long = concern("ICB", 1, "financial", concern="word " * 140, ask="A date.", done="Raised.")
    short = [concern(code, 1, concern="Two posts end in July.", ask="A date.", done="Raised. " * 20) for code in ("NHS", "SFM", "COL")]
    section = written(long, *short, settings=NARROW)
    assert cells(table(section, "Concerns escalated"))[0][0] == "Integrated Care Board"


def printed_of(line):
    return len(line.concern.said.split())


LENGTHS = st.lists(st.tuples(st.integers(1, 190), st.booleans()), min_size=1, max_size=9)


@given(LENGTHS)
@settings(max_examples=60, deadline=None)
def test_what_yields_is_the_longest_outside_the_mandatory_categories_and_nothing_goes_without_its_words(lengths):
    rows = [
        concern("ICB", n, "financial" if must else "", concern="word " * words, done=None, ask=None)
        for n, (words, must) in enumerate(lengths)
    ]
    figures = position(case(*rows)).concerns
    shown, elsewhere = figures.concerns, figures.concerns_elsewhere
    assert sorted(line.row.id for line in (*shown, *elsewhere)) == sorted(row.id for row in rows)
    for away in elsewhere:
        for kept in shown:
            if bool(kept.categories) == bool(away.categories):
                assert printed_of(kept) <= printed_of(away), "of equals the shorter keep their rows"
        if away.categories:
            equals = [line for line in shown if line.categories]
            budget = SETTINGS.budgets.concerns
            full = len(equals) == (budget.rows if len(rows) <= 2 * budget.rows else budget.rows // 2)
            assert full or sum(map(printed_of, equals)) + printed_of(away) > budget.words, "nothing outside the categories took its room"


def test_the_pages_at_the_end_say_nothing_of_a_page_count_that_their_own_foot_belies():
    document = board(case(*[concern("ICB", n) for n in range(20)])).document
    heads = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert heads[-2:] == ["In their own words", "Glossary"]
    assert "page count" not in " ".join(texts(document.blocks))


def test_a_concern_of_2000_words_is_printed_in_whole_sentences_and_says_where_all_of_it_stands():
    of = case(concern("NHS", 1, concern=" ".join(["We cannot renew six therapy posts after 30 September, sadly."] * 200)))
    figures = position(of)
    annex = own_words.write(figures, of.settings)
    printed = "\n".join(words(s) for s in (concerns.write(figures, of.settings), annex) if s)
    assert printed.count("We cannot renew six therapy posts after 30 September, sadly.") == 15
    assert "sadly.” (and 185 more sentences, whole in the data book, sheet “Concerns”)" in printed


def test_where_everything_fits_there_are_no_pages_at_the_end():
    of = case(concern("ICB", 1))
    assert own_words.write(position(of), of.settings) is None


def test_a_mandatory_concern_comes_before_others():
    section = written(concern("COL", 1), concern("SFM", 1, "financial"))
    assert [r[0] for r in cells(table(section, "partner organisations"))] == ["Schools Forum", "Further education college"]


def test_without_the_board_log_no_issue_is_called_none():
    of = case(missing=["board_log:BOARD"])
    said = words(concerns.write(position(of), of.settings))
    assert "what exceptional issues are open is not known" in said
    assert "Exceptional issues. Not known: no Board log was received." in said
