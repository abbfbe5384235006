"""The PDF can be used by somebody who cannot see it: valid, and free of the faults that a valid file can hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from drawn import drawn, faults, mock, mock_read, printed
from mock_document import document, said, table
from pdf_reader import read

from assurance_pack.document.blocks import Bullets, Heading, Paragraph, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks import Table as TableBlock
from assurance_pack.document.blocks.runs import Ref, runs
from assurance_pack.render.colour import contrast

pytestmark = pytest.mark.usefixtures("each_engine")


@pytest.mark.parametrize("which", ["", "contents", "draft"])
def test_an_independent_validator_finds_no_failure_of_pdf_ua_1(which: str) -> None:
    assert faults(mock(which).data) == []


def test_the_validator_would_have_found_a_missing_alternative_text() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item["/Alt"]
        out = BytesIO()
        pdf.save(out)
    assert faults(out.getvalue())


def test_the_file_says_its_title_and_language_and_shows_the_title() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == document().title
        assert all(str(p.obj.get("/Tabs")) == "/S" for p in pdf.pages)


def test_headings_follow_one_another_without_a_level_left_out() -> None:
    levels = [int(e.tag[1]) for e in mock_read().root.all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("tag", ["H1", "H2", "H3", "P", "Caption"])
def test_no_heading_paragraph_or_caption_lies_within_another(tag: str) -> None:
    assert [e.words for e in mock_read("contents").root.all(tag) if sum(1 for _ in e.all(tag)) > 1] == []


def test_every_section_is_a_bookmark_in_order() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf, pdf.open_outline() as outline:
        sections = [entry.title.replace("\xa0", " ") for entry in outline.root[0].children]
    assert sections == [f"{b.number} {b.text}" for b in document().blocks if isinstance(b, Heading) and b.level == 2]


def test_every_header_cell_says_whether_it_heads_a_column_or_a_row() -> None:
    heads = list(mock_read().root.all("TH"))
    assert len(heads) > 100
    assert {e.attributes.get("Scope") for e in heads} == {"/Column", "/Row"}
    for table_ in mock_read().root.all("Table"):
        in_head = [e for head in table_.all("THead") for e in head.all("TH")]
        assert in_head, "a table without header cells"
        assert {e.attributes["Scope"] for e in in_head} == {"/Column"}


def test_every_cell_names_header_cells_that_are_there() -> None:
    for table_ in mock_read().root.all("Table"):
        ids = {e.id for e in table_.all("TH")}
        for cell in table_.all("TD"):
            assert cell.attributes["Headers"], cell.words
            assert set(cell.attributes["Headers"]) <= ids


def test_a_table_over_three_pages_is_one_table_with_one_head() -> None:
    made = drawn(
        table(1, "A hundred rows", "Row:0 | What it is:6 | Another:6", [f"[M-CAP-{i:03}] | row {i} | x" for i in range(100)], "long")
    )
    assert made.pages >= 3
    found = read(made.data)
    (only,) = found.root.all("Table")
    assert len(list(only.all("THead"))) == 1
    body_rows = [r for body in only.all("TBody") for r in body.all("TR")]
    assert [r.children[0].words.strip() for r in body_rows] == [f"M-CAP-{i:03}" for i in range(100)]
    assert only.attributes["Summary"] == "A hundred rows."
    ids = {e.id for e in only.all("TH")}
    assert all(set(cell.attributes["Headers"]) <= ids for cell in only.all("TD"))
    assert all("What it is" in loose for loose in found.artifacts[1:3]), "the repeated head is decoration"
    assert faults(made.data) == []


def test_every_figure_has_its_sentence_as_alternative_text_and_stands_on_its_page() -> None:
    figures = list(mock_read().root.all("Figure"))
    bars = [f for f in figures if f.alt.startswith("Baseline")]
    assert len(bars) == 7, "the head of the plan's bars, and one in each of its rows"
    histories = [f for f in figures if re.fullmatch(r"[A-Z](, [A-Z])+", f.alt)]
    assert len(histories) in (0, 12), "one for each row of months, where the engine reads no letter as a word"
    assert [f.alt[:30] for f in figures if f not in (*bars, *histories)] == [
        "Five risks are Extreme. Three ",
        "Timeliness has really improved",
    ]
    for figure in figures:
        x1, y1, x2, y2 = (float(v) for v in figure.attributes["BBox"])
        assert 40 < x1 < x2 < 556
        assert 36 < y1 < y2 < 802, "between the margins, of 13 mm at the foot"


def test_running_lines_are_not_in_the_reading_order() -> None:
    whole = mock_read().root.words
    assert not re.search(r"Page \d+ of \d+", whole)
    assert "Version 1.0" not in whole
    assert all(re.search(rf"Page {n} of {mock().pages}", loose) for n, loose in enumerate(mock_read().artifacts, 1))


def test_the_marking_is_in_the_body_and_on_every_page() -> None:
    assert "OFFICIAL" in mock_read().root.words
    assert all("OFFICIAL" in loose for loose in mock_read().artifacts)


def test_sample_data_is_marked_illustrative_on_every_page() -> None:
    assert all("Illustrative" in loose for loose in mock_read().artifacts)


def _annotations(data: bytes) -> Iterator[tuple[pikepdf.Object, int]]:
    """Every link with the page its destination is on."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {p.obj.objgen: i for i, p in enumerate(pdf.pages, 1)}
        names = pdf.Root.Names.Dests.Names
        places = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", ()):
                place = annotation.Dest if isinstance(annotation.Dest, pikepdf.Array) else places[str(annotation.Dest)]
                yield annotation, pages[place[0].objgen]


def test_every_link_has_words_and_is_announced_by_them_and_can_be_printed() -> None:
    links = list(mock_read().root.all("Link"))
    assert len(links) >= 12
    assert all(link.words.strip() for link in links)
    for annotation, _ in _annotations(mock().data):
        assert int(annotation.F) == 4
        assert re.fullmatch(r"(Paragraph )?\d+\.\d+|table \d+", str(annotation.Contents)), str(annotation.Contents)


def test_the_contents_print_the_page_on_which_each_section_is() -> None:
    made = mock("contents")
    entries = [e.words.replace("\xa0", " ") for e in mock_read("contents").root.all("LI", "TOCI") if ", page " in e.words]
    assert len(entries) == 10
    printed_pages = [int(re.search(r"(\d+)$", e)[1]) for e in entries]  # type: ignore[index]
    keys = [b.anchor for b in document().blocks if isinstance(b, Heading) and b.level == 2]
    assert printed_pages == [made.section_pages[key] for key in keys]


def test_a_link_of_the_contents_goes_to_the_page_it_prints() -> None:
    made = mock("contents")
    gone = [on for _, on in _annotations(made.data)]
    entries = [e for e in mock_read("contents").root.all("LI", "TOCI") if ", page " in e.words]
    before = sum(link.page < entries[0].page for link in mock_read("contents").root.all("Link"))
    assert gone[before : before + len(made.section_pages)] == list(made.section_pages.values())


def test_a_reference_to_nowhere_is_printed_as_words_and_not_as_a_link() -> None:
    made = drawn(Paragraph((Ref("table 9", "table-9"),)))
    found = read(made.data)
    assert "table 9" in found.root.words
    assert not list(found.root.all("Link"))


def test_every_printed_character_reads_against_what_is_beneath_it() -> None:
    faint = {(p.character, p.page, p.colour, p.ground) for p in printed(mock("draft").data) if contrast(p.colour, p.ground) < 4.5}
    assert faint == set()


def test_body_text_is_12_points_and_nothing_in_the_text_is_under_9() -> None:
    sizes = [round(p.size, 1) for p in printed(mock().data)]
    assert sizes.count(12.0) > 3500
    assert min(sizes) >= 8.7, "the letter in a status mark"
    assert sum(s < 9.5 for s in sizes) < 0.01 * len(sizes)


def test_only_the_fonts_that_travel_with_the_product_are_embedded() -> None:
    with pikepdf.open(BytesIO(mock().data)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
        names = {re.sub(r"^/[A-Z]{6}\+|-|Regular$", "", str(f.FontName)).lower() for f in fonts}
        assert names == {"sourcesansprolight", "sourcesanspro", "sourcesansprosemibold"}
        assert all("/FontFile2" in f or "/FontFile3" in f for f in fonts)


def test_the_draft_mark_is_no_text_and_the_header_says_draft() -> None:
    assert "Draft" not in mock_read("draft").root.words
    assert all(loose.count("Draft") == 1 for loose in mock_read("draft").artifacts)


def test_a_pack_read_aloud_goes_from_the_title_to_the_last_paragraph() -> None:
    whole = re.sub(r"\s+", " ", mock_read().root.words)
    places = [
        whole.find(words)
        for words in ("Assurance pack, June 2026", "The Board", "In brief", "Decision 1.", "Lines of enquiry", "Terms of reference:")
    ]
    assert places == sorted(places)
    assert places[0] > 0


def test_a_list_and_a_table_without_rows_are_still_valid() -> None:
    empty = TableBlock("Nothing here", (TableColumn(runs("A"), 0), TableColumn(runs("B"), 12)), (), "none", 1)
    made = drawn(Bullets((said("first *point*"), said("second"))), empty)
    assert faults(made.data) == []


def test_a_row_taller_than_a_page_loses_none_of_its_words() -> None:
    words = " ".join(f"word{i}" for i in range(1500))
    row = TableRow((TableCell(runs("one")), TableCell(runs(words))))
    made = drawn(TableBlock("Long", (TableColumn(runs("A"), 0), TableColumn(runs("B"), 12)), (row,), "s", 1, style="long"))
    said_back = re.findall(r"word\d+", read(made.data).root.words.replace("\n", " "))
    assert [w for w in said_back if w] == words.split()
    assert faults(made.data) == []
