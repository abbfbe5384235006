"""No ID stands alone, and no abbreviation unspelt: beside it, where the words are ours; after them, where they are somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.document.blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks.runs import Quote, Ref, Run, Runs, Text, plain, runs
from assurance_pack.document.editions.spelt_out import spelt_out
from assurance_pack.document.naming import with_names
from assurance_pack.document.section import Section
from assurance_pack.settings import Settings

NAMES = {"M-CAP-007": "24 places open", "B-008": "Escalate the contract", "R-CAP-002": ""}


def named(*blocks: Block | Runs) -> list[str]:
    """What a section of these blocks says, named."""
    section = Section("any", "Any", tuple(b if not isinstance(b, tuple) else Paragraph(b) for b in blocks))
    return [plain(b.content) for b in next(with_names((section,), NAMES)).blocks if isinstance(b, Paragraph)]


def test_an_item_is_named_behind_its_id_once() -> None:
    assert named(runs("See ", Ref("M-CAP-007"), "."), runs("Again ", Ref("M-CAP-007"), ".")) == [
        "See M-CAP-007 24 places open.",
        "Again M-CAP-007.",
    ]


def test_how_an_item_stands_says_not_what_it_is() -> None:
    assert named(runs("Off course. ", Ref("M-CAP-007"), ": at risk.")) == ["Off course. M-CAP-007 24 places open: at risk."]
    assert named(runs(Ref("M-CAP-007"), ": Places open.")) == ["M-CAP-007: Places open."]


def test_an_item_that_has_a_row_is_named_once_in_what_may_stand_on_another_page_than_the_row_and_not_in_the_tables_note() -> None:
    table = Table("Rows", (TableColumn(runs("ID"), 0),), (TableRow((TableCell((Ref("M-CAP-007"),)),)),), "Rows.")
    before, again, note = (Paragraph(runs("See ", Ref("M-CAP-007"), "."), number=n) for n in ("*", "*", ""))
    assert named(before, table, again) == ["See M-CAP-007 24 places open.", "See M-CAP-007."]
    assert named(table, note) == ["See M-CAP-007."]


def test_a_row_that_says_most_words_of_a_name_itself_does_not_say_it_again() -> None:
    def row_of(decided: str) -> str:
        cells = (TableCell((Ref("D-005"),)), TableCell(runs(decided)), TableCell(runs(Ref("M-CWF-001"), ": complete.")))
        table = Table("Rows", (TableColumn(runs("ID"), 0),), (TableRow(cells),), "Rows.")
        (found,) = next(with_names((Section("any", "Any", (table,)),), {"M-CWF-001": "Workforce development strategy agreed"})).blocks
        assert isinstance(found, Table)
        return plain(found.rows[0].cells[2].content)

    assert row_of("Approved the workforce development strategy to 2029.") == "M-CWF-001: complete."
    assert row_of("Approved the workforce development.") == "M-CWF-001 Workforce development strategy agreed: complete."


def test_an_id_that_nobody_has_reported_is_said_to_be_not_on_record() -> None:
    assert named(runs("See ", Ref("M-CAP-099"), ": it waits.")) == ["See M-CAP-099 (not on record): it waits."]


def test_an_item_on_record_whose_words_say_nothing_is_not_called_unknown() -> None:
    assert named(runs(Ref("R-CAP-002"), ".")) == ["R-CAP-002."]


@pytest.mark.parametrize("words", [Quote("We wait for B-008 and m-cap-7."), Text("We wait for B-008 and m-cap-7.")])
def test_ids_among_somebodys_words_are_named_after_them_and_the_words_are_unchanged(words: Run) -> None:
    said = named((words,))[0]
    assert said == f"{plain((words,))} (B-008: Escalate the contract; M-CAP-007: 24 places open)"


@pytest.mark.parametrize(
    ("before", "named_so"),
    [("Schools Forum agreed it but for the bands. It waits.", " Schools Forum"), ("It waits. Escalated by Schools Forum", "")],
)
def test_a_partners_words_are_named_by_who_said_them_unless_their_own_sentence_does(before: str, named_so: str) -> None:
    names = {"P-SFM-2026-06-1": "Schools Forum"}
    section = Section("any", "Any", (Paragraph(runs(f"{before} (", Ref("P-SFM-2026-06-1"), ")")),))
    assert plain(next(with_names((section,), names)).blocks[0].content) == f"{before} (P-SFM-2026-06-1{named_so})"  # type: ignore[union-attr]


def test_an_unknown_id_among_somebodys_words_is_marked_after_them() -> None:
    assert named((Quote("What of X-404?"), Text(" PCF"))) == ["“What of X-404?” (X-404: not on record) PCF"]


def test_an_unknown_id_is_marked_once_in_a_document_and_a_known_one_named_once_a_section() -> None:
    words = (Quote("What of X-404 and B-008?"),)
    sections = [Section(key, key, (Paragraph(words), Paragraph(words))) for key in ("one", "two")]
    told = [[plain(b.content) for b in s.blocks if isinstance(b, Paragraph)] for s in with_names(sections, NAMES)]
    assert told == [
        ["“What of X-404 and B-008?” (B-008: Escalate the contract; X-404: not on record)", "“What of X-404 and B-008?”"],
        ["“What of X-404 and B-008?” (B-008: Escalate the contract)", "“What of X-404 and B-008?”"],
    ]


def test_where_not_all_names_are_for_everybody_nothing_is_called_unknown() -> None:
    (section,) = with_names((Section("any", "Any", (Paragraph((Quote("What of X-404 and B-008?"),)),)),), NAMES, all_known=False)
    assert plain(section.blocks[0].content) == "“What of X-404 and B-008?” (B-008: Escalate the contract)"  # type: ignore[union-attr]


def test_of_several_unknown_ids_it_is_said_once_that_they_are_not_on_record() -> None:
    assert named(
        (Quote("X-404, X-405 and M-CAP-7, then X-406."),), runs("See ", Ref("A-001"), ", ", Ref("A-002"), " and ", Ref("A-003"), ".")
    ) == [
        "“X-404, X-405 and M-CAP-7, then X-406.” (M-CAP-007: 24 places open; X-404, X-405 and X-406: not on record)",
        "See A-001, A-002 and A-003 (all three not on record).",
    ]
    assert named(runs(Ref("A-001"), "; ", Ref("A-002"), " wait; ", Ref("A-003"), ".")) == [
        "A-001; A-002 (both not on record) wait; A-003 (not on record)."
    ]


def test_behind_words_that_end_with_a_bracket_what_is_added_is_a_sentence() -> None:
    assert named((Text("We wait (see X-404 too)"),)) == ["We wait (see X-404 too). X-404: not on record."]


POINTER = Text(" (and two more sentences, whole in the data book)", quiet=True)
PIECES: list[Run] = [
    Quote("We wait for X-404."), Quote("No SALT (see B-008)", marks=False), Quote("Our SENCOs say B-008"), Text("Done (see X-407)"), POINTER, Text(" (PCF)", quiet=True), Ref("X-405"),
    Ref("X-406"), Ref("M-CAP-007"), Text(", "), Text(". "), Text("Reviews"), Quote("X-408 and CAMHS and B-008?"),
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7, unique=True))
def test_no_two_brackets_follow_one_another_whatever_is_said_beside_whatever(settings: Settings, content: list[Run]) -> None:
    (section,) = spelt_out(with_names((Section("any", "Any", (Paragraph(tuple(content)),)),), NAMES), settings)
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    words = plain(block.content)
    assert ") (" not in words, words
    assert ".. " not in words, words
    assert words.count("(") == words.count(")"), words
    assert all(plain((run,)) in words for run in content if isinstance(run, Quote) and run.marks), "somebody's own words are as they were"


@pytest.mark.parametrize("words", ["A-level rooms", "on the A-38", "in Q-4 of 2026", "COVID-19", "vitamin B-12", "R-value", "D-Day"])
def test_words_with_a_dash_are_no_ids(words: str) -> None:
    assert named((Quote(words),), (Text(words),)) == [f"“{words}”", words]


def test_a_bracket_begun_behind_somebodys_words_goes_on_in_the_one_that_names() -> None:
    said = named((Text("We wait for B-008. ("), Ref("table 9"), Text(")")), (Text("We wait (see B-008). ("), Ref("table 9"), Text(")")))
    assert said == ["We wait for B-008. (B-008: Escalate the contract; table 9)", "We wait (see B-008). (table 9)"]


def test_an_id_in_the_heading_of_a_decision_is_named_in_it() -> None:
    section = next(with_names((Section("any", "Any", (Heading(3, "Decision 1. Put B-008 off"),)),), NAMES))
    assert [b.text for b in section.blocks if isinstance(b, Heading)] == ["Decision 1. Put B-008 off (B-008: Escalate the contract)"]


def test_the_front_page_names_no_reference_beside_its_own_words_but_says_what_is_not_on_record() -> None:
    row = TableRow((TableCell(runs("Advise")), TableCell(runs("Places open. (", Ref("M-CAP-007"), ", ", Ref("M-CAP-099"), ")"))))
    table = Table("In brief", (TableColumn(runs("a"), 0), TableColumn(runs("b"), 12)), (row,), "s", style="brief")
    found = next(with_names((Section("month", "Month", (table,)),), NAMES)).blocks[0]
    assert isinstance(found, Table)
    assert plain(found.rows[0].cells[1].content) == "Places open. (M-CAP-007, M-CAP-099 (not on record))"


def spelt(settings: Settings, *content: Runs) -> list[str]:
    section = Section("any", "Any", tuple(Paragraph(c) for c in content))
    return [plain(b.content) for s in spelt_out((section,), settings) for b in s.blocks if isinstance(b, Paragraph)]


def test_abbreviations_among_somebodys_words_are_spelt_after_them_once(settings: Settings) -> None:
    words = Quote("SALT and OT visits stop; our SENCOs carry the EHCPs.")
    told, again = spelt(settings, (words,), (Quote("No SALT."),))
    assert told == (
        "“SALT and OT visits stop; our SENCOs carry the EHCPs.” (EHCP: education, health and care plan; OT: occupational therapy; "
        "SALT: speech and language therapy; SENCo: special educational needs co-ordinator)"
    )
    assert again == "“No SALT.”"


def test_letters_with_one_more_are_not_their_plural(settings: Settings) -> None:
    assert spelt(settings, (Quote("The EPS has two EPs; AHPs and EHCNAs wait."),)) == [
        "“The EPS has two EPs; AHPs and EHCNAs wait.” (AHP: allied health professional; EHCNA: education, health and care needs assessment; "
        "EP: educational psychologist; EPS: educational psychology service)"
    ]


@pytest.mark.parametrize("words", ["Salt and pepper.", "salt", "She said Ta.", "the ep was short", "SALT (speech and language therapy)"])
def test_words_that_are_no_abbreviation_or_spell_it_themselves_are_left_alone(words: str, settings: Settings) -> None:
    assert spelt(settings, (Quote(words),)) == [f"“{words}”"]


def test_in_words_of_ours_the_spelling_stands_behind_the_abbreviation(settings: Settings) -> None:
    assert spelt(settings, runs("CAMHS waits grew."))[0] == "CAMHS (child and adolescent mental health services) waits grew."


def _table(style: str, anchor: str, *rows: tuple[Runs, ...]) -> Table:
    return Table("A table", (TableColumn(runs("A"), 0), TableColumn(runs("B"), 12)), tuple(TableRow(tuple(TableCell(c) for c in r)) for r in rows), "It.", anchor=anchor, style=style)  # fmt: skip


def test_an_item_cited_in_the_sentences_of_a_decision_is_named_though_they_speak_of_it_in_words_of_their_own() -> None:
    said = (Text("The contract is unsigned, and the Board is to escalate it. ("), Ref("B-008"), Text(")"))
    named = {"B-008": "Escalate the contract with the Board"}
    for style, behind in (("decision", " Escalate the contract with the Board"), ("long", "")):
        (section,) = with_names((Section("any", "Any", (_table(style, "any", (runs("Why"), said)),)),), named)
        (row,) = section.blocks[0].rows  # type: ignore[union-attr]
        assert plain(row.cells[1].content).endswith(f"(B-008{behind})")


def test_an_action_cited_beside_a_challenge_is_named_there_though_it_has_a_row_in_another_table() -> None:
    actions = _table("long", "actions", ((Ref("A-036"),), runs("Count the reviews each week")))
    challenges = _table("long", "challenges", ((Ref("C-016"),), (Text("Open; see "), Ref("A-036"), Text("."))))
    names = {"A-036": "Count the reviews", "C-016": "What stops reviews falling"}
    (section,) = with_names((Section("any", "Any", (actions, challenges)),), names)
    assert [plain(c.content) for c in section.blocks[1].rows[0].cells] == ["C-016", "Open; see A-036 Count the reviews."]  # type: ignore[union-attr]
