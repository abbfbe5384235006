"""Sections into one document: numbers, references, the front of page 1, and the account of every row."""

from __future__ import annotations

import re
from typing import Any

from position_rows import SETTINGS, board, case, confidence, matter, milestone, position, record, risk, voice_rows, word

from assurance_pack.document.assemble import Assembled, assemble, boards_own
from assurance_pack.document.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutItem,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from assurance_pack.document.blocks.drawings import HeatMap
from assurance_pack.document.blocks.runs import Ref, Text, plain, runs
from assurance_pack.document.section import Fate, Section
from assurance_pack.document.sections import SECTIONS
from assurance_pack.document.texts import texts
from assurance_pack.model import Cell
from assurance_pack.rules.case import Case


def of(
    *blocks: Block, key: str = "log", number: str = "9", fates: tuple[Fate, ...] = (), version: str = "1.0", **options: Any
) -> Assembled:
    made = case(milestone("M-CAP-001"))
    heading = Heading(2, "A section", number, anchor=key)
    return assemble(
        [Section(key, "A section", (heading, *blocks), fates, number)],
        position(made),
        SETTINGS,
        made.returns,
        title="Assurance pack",
        front=boards_own(position(made), SETTINGS),
        version=version,
        **options,
    )


def body(found: Assembled) -> tuple[Block, ...]:
    """What follows the front and the section's heading."""
    return found.document.blocks[4:]


def ledger(*refs: str, anchor: str = "", caption: str = "A table", **options: Any) -> Table:
    rows = tuple(TableRow((TableCell((Ref(ref, strong=True),), (ref,)),)) for ref in refs)
    return Table(caption, (TableColumn(runs("Item"), 12),), rows, "A table.", anchor=anchor, **options)


def figure(anchor: str = "") -> Figure:
    return Figure("A figure", HeatMap((), (), (), ()), runs("It shows nothing."), anchor=anchor)


def para(*parts: Any, **options: Any) -> Paragraph:
    return Paragraph(runs(*parts), **options)


# ---------- numbers ----------


def test_paragraphs_are_numbered_within_their_section_and_only_where_asked() -> None:
    found = body(of(para("One.", number="*"), para("A note.", style="note"), para("Two.", number="*")))
    assert [b.number for b in found if isinstance(b, Paragraph)] == ["9.1", "", "9.2"]


def test_tables_and_figures_are_numbered_through_the_document_each_in_their_own_order() -> None:
    found = body(of(ledger("A-1"), figure(), ledger("A-2"), figure()))
    assert [b.number for b in found if isinstance(b, Table | Figure)] == [1, 1, 2, 2]


def test_the_front_table_and_the_brief_have_no_number() -> None:
    found = of(ledger("A-1", style="brief"), ledger("A-2")).document.blocks
    assert [b.number for b in found if isinstance(b, Table)] == [0, 0, 1]


# ---------- references ----------


def test_an_empty_reference_is_given_the_number_of_what_it_points_to() -> None:
    found = body(
        of(
            para(
                "See ",
                Ref("", target="B-001"),
                ", ",
                Ref("", target="slip"),
                ", ",
                Ref("", target="actions"),
                " and ",
                Ref("", target="log"),
                ".",
            ),
            para("The issue.", number="*", anchor="B-001"),
            figure("slip"),
            ledger("A-1", anchor="actions"),
        )
    )
    first = found[0]
    assert isinstance(first, Paragraph)
    assert plain(first.content) == "See 9.1, figure 1, table 1 and section 9."


def test_a_reference_to_an_item_goes_to_the_table_that_prints_it() -> None:
    first = body(of(para(Ref("M-CAP-007", target="M-CAP-007"), Ref("", target="M-CAP-007")), ledger("M-CAP-007", anchor="exceptions")))[0]
    assert isinstance(first, Paragraph)
    assert first.content == (Ref("M-CAP-007", target="exceptions"), Ref("table 1", target="exceptions"))


def test_a_paragraph_of_its_own_comes_before_a_table_that_also_names_the_item() -> None:
    first = body(of(para(Ref("", target="B-001")), ledger("B-001"), para("The issue.", number="*", anchor="B-001")))[0]
    assert isinstance(first, Paragraph)
    assert plain(first.content) == "9.1"


def test_a_reference_to_nothing_printed_is_plain_words() -> None:
    first = body(of(para(Ref("", target="R-CAP-099"), Ref("R-CAP-098", target="R-CAP-098"))))[0]
    assert isinstance(first, Paragraph)
    assert first.content == (Ref("R-CAP-099"), Ref("R-CAP-098"))


def test_a_heading_without_a_number_is_called_by_the_paragraph_beneath_it() -> None:
    first = body(of(para(Ref("", target="ratify")), Heading(3, "Groups", anchor="ratify"), para("One.", number="*")))[0]
    assert isinstance(first, Paragraph)
    assert first.content == (Ref("9.1", target="ratify"),)


def test_references_are_resolved_wherever_words_can_stand() -> None:
    ref = Ref("", target="log")
    cell = Table("T", (TableColumn((ref,), 12),), (TableRow((TableCell((ref,)),)),), "T")
    found = body(
        of(Bullets(((ref,),)), cell, Callout("Asked", (CalloutItem((ref,), (ref,)),)), Figure("F", HeatMap((), (), (), ()), (ref,)))
    )
    assert " ".join(texts(found)).count("section 9") == 6


# ---------- the front ----------


def test_page_one_begins_with_the_board_the_title_and_four_facts() -> None:
    board, title, facts = of().document.blocks[:3]
    assert isinstance(board, Paragraph)
    assert plain(board.content) == "Coventry SEND & AP Partnership Board"
    assert isinstance(title, Heading)
    assert (title.level, title.text) == (1, "Assurance pack, June 2026")
    assert isinstance(facts, Table)
    assert [plain(c.heading) for c in facts.columns] == ["Marking", "Board meets", "Purpose", "Returns as at"]
    assert [plain(c.content) for c in facts.rows[0].cells] == [
        "OFFICIAL",
        "Thursday 16 July 2026",
        "Decision and assurance",
        "30 June 2026",
    ]


def test_the_running_lines_carry_title_marking_and_that_it_is_illustrative() -> None:
    document = of().document
    assert document.header_right == "Assurance pack, June 2026 | OFFICIAL"
    assert document.footer_left == "Illustrative: every figure, name and quotation is invented"
    assert document.title == "Coventry SEND & AP Partnership Board: assurance pack, June 2026 (illustrative)"


def test_whether_it_is_approved_stands_under_the_facts_and_above_every_page_and_the_board_then_below() -> None:
    document = of(standing="Draft, not yet approved, version 1.0").document
    fourth = document.blocks[3]
    assert isinstance(fourth, Paragraph)
    assert plain(fourth.content) == document.header_left == document.standing == "Draft, not yet approved, version 1.0"
    assert document.footer_left == "Coventry SEND & AP Partnership Board | Illustrative: every figure, name and quotation is invented"


def test_what_nobody_approves_says_whose_it_is_above_and_its_version_below() -> None:
    assert of().document.header_left == "Coventry SEND & AP Partnership Board"
    assert of().document.standing == ""


def test_a_real_month_is_not_called_illustrative() -> None:
    settings = SETTINGS.model_copy(update={"board": SETTINGS.board.model_copy(update={"illustrative": ""})})
    made = case()
    document = assemble(
        [], position(made), settings, made.returns, title="Assurance pack", version="1.0", front=boards_own(position(made), settings)
    ).document
    assert "illustrative" not in document.title
    assert document.footer_left == ""


def test_a_later_version_says_on_page_one_what_changed() -> None:
    fourth = of(version="1.1", changes=("M-CAP-007 forecast corrected", "R-CAP-004 added")).document.blocks[3]
    assert isinstance(fourth, Paragraph)
    assert plain(fourth.content) == "Changed in version 1.1: M-CAP-007 forecast corrected; R-CAP-004 added."


# ---------- the account ----------


def test_it_says_of_each_item_where_it_stands() -> None:
    at = Cell(file="CAP.xlsx", sheet="Risks", ref="A6")
    fates = (Fate(at, "A-1", "printed", "log"), Fate(at, "A-2", "summarised", "log"))
    found = of(para("About ", Ref("A-1"), number="*"), ledger("A-1"), fates=fates)
    assert found.printed == {"A-1": ("9 (9.1)", "9 (table 1)")}


def test_a_row_no_section_spoke_of_is_not_placed() -> None:
    assert [r.ref for r in of().not_placed][:1] == ["M-CAP-001"]


def test_words_are_counted_by_section_and_the_longest_is_named() -> None:
    found = of(para("Six words and not one more."))
    assert found.words == {"9 A section": 8}
    assert found.longest_section == "9 A section"


# ---------- the board edition ----------


def june() -> Case:
    last = record("2026-05", [milestone("M-CAP-007"), risk("R-CAP-004", 4, 4, categories=["sufficiency"]), confidence("overall", "green")])
    now = [
        milestone("M-CAP-007", "off_track"),
        risk("R-CAP-004", 5, 4, categories=["sufficiency"]),
        confidence("overall", "amber"),
        matter("B-001", linked=("M-CAP-007",), categories=(word("category", "sufficiency"),), voices="V-PCF-2026-06-ask"),
        *voice_rows(ask="Tell every family."),
    ]
    return case(*now, last=last)


def edition(made: Case) -> Assembled:
    return board(made)


def test_the_board_edition_has_all_sections_in_order_every_time() -> None:
    for made in (june(), case()):
        headings = [b for b in edition(made).document.blocks if isinstance(b, Heading) and b.level == 2]
        assert [h.number for h in headings if h.number] == [str(n) for n in range(1, len(SECTIONS) + 1)]
        assert [h.anchor for h in headings if h.number] == list(SECTIONS)


def test_each_section_opens_with_what_changed() -> None:
    blocks = edition(june()).document.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 2 and block.number:
            following = blocks[at + 1]
            assert isinstance(following, Paragraph), block.text
            assert following.style in ("lead", "story"), block.text


def test_every_row_of_the_month_is_placed() -> None:
    assert edition(june()).not_placed == ()


def test_every_reference_is_a_word_and_every_link_goes_somewhere() -> None:
    document = edition(june()).document
    anchors = {getattr(b, "anchor", "") for b in document.blocks} - {""}
    found = [r for b in document.blocks for r in _refs(b)]
    assert found
    assert [r for r in found if not r.text] == []
    assert [r.target for r in found if r.target and r.target not in anchors] == []


def test_no_two_blocks_share_an_anchor() -> None:
    anchors = [a for b in edition(june()).document.blocks if (a := getattr(b, "anchor", ""))]
    assert len(anchors) == len(set(anchors))


def test_the_panel_points_to_the_table_that_describes_the_decision() -> None:
    document = edition(june()).document
    panel = next(b for b in document.blocks if isinstance(b, Table) and b.style == "asks")
    (number, _) = panel.rows[0].cells[0].content
    assert isinstance(number, Ref)
    assert number.target in {b.anchor for b in document.blocks if isinstance(b, Table) and b.style == "decision"}


def test_an_item_without_a_row_of_its_own_in_a_section_is_named_where_it_is_first_mentioned() -> None:
    document = edition(june()).document
    decided = " ".join(
        plain(c.content) for b in document.blocks if isinstance(b, Table) and b.style == "decision" for r in b.rows for c in r.cells
    )
    bare = [ref for ref in re.findall(r"[MR]-[A-Z]{3}-\d{3}(?=[,);]|$)", decided) if decided.index(ref) == decided.rindex(ref)]
    assert bare == []


def test_the_columns_of_every_table_share_twelve_twelfths() -> None:
    for block in edition(june()).document.blocks:
        if isinstance(block, Table):
            assert sum(c.width for c in block.columns) == 12, block.caption


def test_no_table_has_more_than_six_columns() -> None:
    assert [b.caption for b in edition(june()).document.blocks if isinstance(b, Table) and len(b.columns) > 6] == []


def _refs(block: Block) -> list[Ref]:
    match block:
        case Paragraph():
            groups = [block.content]
        case Table():
            groups = [c.heading for c in block.columns] + [c.content for r in block.rows for c in r.cells]
        case Callout():
            groups = [part for i in block.items for part in (i.content, i.why)]
        case Figure():
            groups = [block.sentence]
        case _:
            groups = []
    return [run for group in groups for run in group if isinstance(run, Ref)]


def test_a_text_run_is_left_as_it_is() -> None:
    first = body(of(para(Text("Quiet.", quiet=True))))[0]
    assert isinstance(first, Paragraph)
    assert first.content == (Text("Quiet.", quiet=True),)
