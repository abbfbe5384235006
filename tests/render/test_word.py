"""The Word file: real numbering, links that lead somewhere, the same bytes every time, and text that cannot spoil it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
import resvg_py
from docx_lint import lint
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reading import expected, from_word, said
from small_document import BLOCKS, HEAT, column, row, small_document

from assurance_pack.document.blocks import Document, Figure, Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import Bar, Link, Ref, Scale, Status, Text, runs
from assurance_pack.render import look, word
from assurance_pack.render.assets import load_assets, shipped_assets
from assurance_pack.render.characters import Characters
from assurance_pack.render.word import measure
from assurance_pack.render.word.base import HANG
from laid_out import as_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = Path(__file__).parents[2]


def written(*blocks: object, **changes: object) -> bytes:
    document = small_document(**({"blocks": blocks} | changes)) if blocks else small_document(**changes)
    return word.write(document, shipped_assets())


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def texts(root: etree._Element) -> str:
    return "".join(t.text or "" for t in root.iter(f"{W}t"))


def test_sections_and_paragraphs_that_leave_numbers_out_print_the_numbers_of_the_document() -> None:
    blocks = (
        Heading(2, "The month", "1"),
        Paragraph(runs("First"), "1.1"),
        Heading(2, "Progress", "3"),
        Paragraph(runs("Third"), "3.1"),
        Paragraph(runs("Fourth"), "3.4"),
        Heading(2, "Risks", "4"),
        Paragraph(runs("Fifth"), "4.1"),
        Heading(2, "In their own words"),
        Heading(2, "About", "10"),
        Paragraph(runs("Tenth"), "10.1"),
    )
    printed = [one.words[0] for one in from_word(written(*blocks))]
    assert printed == [
        "1Themonth",
        "1.1First",
        "3Progress",
        "3.1Third",
        "3.4Fourth",
        "4Risks",
        "4.1Fifth",
        "Intheirownwords",
        "10About",
        "10.1Tenth",
    ]


def test_a_number_word_cannot_count_is_refused_in_plain_words() -> None:
    with pytest.raises(ValueError, match="“B” cannot be a number that Word counts"):
        written(Heading(2, "Annex", "B"))


def test_a_block_of_a_kind_word_does_not_know_stops_the_writing() -> None:
    class Banner:
        anchor = ""

    with pytest.raises(TypeError, match="kind Banner"):
        written(Banner())


def test_a_run_or_status_word_does_not_know_stops_the_writing() -> None:
    with pytest.raises(TypeError, match="kind str"):
        written(Paragraph(("bare words",)))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="“purple”"):
        written(Paragraph((Status("purple", "P", "Purple"),)))


def test_a_row_with_a_cell_too_few_stops_the_writing() -> None:
    table = Table("Options", (column("Option", width=0), column("Cost", width=12)), (row("A. Interim"),), "Options and costs.")
    with pytest.raises(ValueError, match="Row 1 of the table “Options”"):
        written(table)


def test_a_table_number_that_skips_is_printed_as_the_document_gives_it() -> None:
    table = Table("Options", (column("Option", width=0), column("Cost", width=12)), (row("A", "£1m"),), "Options and costs.", number=7)
    instruction = "".join(i.text or "" for i in part(written(table), "word/document.xml").iter(f"{W}instrText"))
    assert instruction.split() == ["SEQ", "Table", "\\*", "ARABIC", "\\r", "7"]


@pytest.mark.parametrize("times", [1, 9])
def test_a_plan_that_fits_a_page_is_never_parted_and_a_longer_one_parts_between_its_priorities(times: int) -> None:
    names = ("1 Early help", "M-CAP-001", "M-CAP-002", "2 Places", "M-CAP-003") * times
    rows = tuple(replace(row(name, "Lead"), end=name in ("M-CAP-002", "M-CAP-003")) for name in names)
    plan = Table("Plan", (column("Milestone", width=6), column("Action lead", width=6)), rows, "s", style="plan")
    document = part(written(Heading(2, "One"), plan), "word/document.xml")
    _, *stays = [r.find(".//{*}keepNext") is not None for r in document.iter("{*}tr")]
    assert stays == ([True, True, True, True, False] if times == 1 else [True, True, False, True, False] * times)


def test_no_row_of_a_long_table_stands_alone_on_a_page() -> None:
    rows = tuple(row(f"Row {n}", "Words " * 60) for n in range(9))
    long = Table("Long", (column("Row", width=6), column("Words", width=6)), rows, "s", style="long")
    document = part(written(Heading(2, "One"), long), "word/document.xml")
    _, *stays = [r.find(".//{*}keepNext") is not None for r in document.iter("{*}tr")]
    assert stays == [True, *[False] * 6, True, False], "the first keeps to the second, the last but one to the last"


def test_a_reference_leads_to_its_place_and_one_to_nowhere_is_words_alone() -> None:
    there, nowhere = Ref("2.1", "M-CAP-007"), Ref("9.9", "M-CAP-999")
    document = part(written(Paragraph((there, Text(" "), nowhere)), Paragraph(runs("The place"), anchor="M-CAP-007")), "word/document.xml")
    links = [(link.get(f"{W}anchor"), texts(link)) for link in document.iter(f"{W}hyperlink")]
    assert links == [("M_CAP_007", "2.1")]
    assert [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")] == ["M_CAP_007"]
    assert "9.9" in texts(document)


def test_an_id_in_running_text_does_not_break_and_in_the_head_of_its_row_a_search_finds_it() -> None:
    table = Table(
        "Risks", (column("Risk", width=0), column("Words", width=12)), (row("M-CAP-007", "As it is written here."),), "One risk.", 1
    )
    head = replace(table.rows[0].cells[0], content=(Ref("M-CAP-007", "m", strong=True),))
    table = replace(table, rows=(replace(table.rows[0], cells=(head, table.rows[0].cells[1])),))
    body = part(written(Paragraph((Text("See "), Ref("M-CAP-007", "m"), Text("."))), table), "word/document.xml")
    kept = [node for node in body.iter() if etree.QName(node).localname == "noBreakHyphen"]
    assert len(kept) == 2, "the two of the paragraph"
    assert [t.text for t in body.iter() if etree.QName(t).localname == "t" and "M-CAP" in (t.text or "")] == ["M-CAP-007"]


def test_an_id_that_is_not_the_first_at_the_head_of_its_row_does_not_break_and_the_first_has_a_column_that_holds_it() -> None:
    heading = (Ref("M-CAP-007", "m", strong=True), Text(", June ("), Ref("B-003", "b"), Text(")"))
    cells = (replace(row("x", "Words").cells[0], content=heading), *row("x", "Words").cells[1:])
    narrow = Table(
        "Decisions", (column("Decision", width=0.1), column("Words", width=11.9)), (replace(row("x", "W"), cells=cells),), "s", 1
    )
    body = part(written(narrow), "word/document.xml")
    assert [p for t in body.iter(f"{W}t") if (p := t.text or "").startswith(("M-CAP", "B"))] == ["M-CAP-007", "B"]
    assert len(list(body.iter(f"{W}noBreakHyphen"))) == 1
    wide = int(next(body.iter(f"{W}gridCol")).get(f"{W}w") or 0) / 20
    assert wide > measure.width("M-CAP-007", look.SIZES["table"].pt, shipped_assets().fonts, bold=True)


def test_a_cell_that_holds_a_drawing_and_no_word_keeps_no_room_for_letters() -> None:
    scale = Scale(date(2026, 1, 1), date(2026, 12, 1), date(2026, 6, 30))
    drawn = (Bar(scale, "Baseline 1 May, forecast 4 June", date(2026, 5, 1), None, date(2026, 6, 4)),)
    marks = (Status("on_track", "G", "", read="on track"), Text(" "), Status("at_risk", "A", "", read="then at risk"))
    line = row("M-CAP-001", "x", "x")
    line = replace(line, cells=(line.cells[0], replace(line.cells[1], content=marks), replace(line.cells[2], content=drawn)))
    plan = Table(
        "Plan",
        (column("Milestone", width=6), column("Apr to May", width=3), column("Bar", width=3, kind="bar")),
        (line,),
        "s",
        style="plan",
    )
    body = part(written(plan), "word/document.xml")
    styles = [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in list(body.iter(f"{W}tr"))[-1].iter(f"{W}p")]  # type: ignore[union-attr]
    assert styles == ["TableText", "TableDrawn", "TableDrawn"]


def test_a_heading_without_a_number_begins_where_the_text_begins() -> None:
    last = [p for p in part(written(Heading(2, "Glossary", number="")), "word/document.xml").iter(f"{W}p") if texts(p) == "Glossary"][-1]
    indent = last.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert (indent.get(f"{W}left"), indent.get(f"{W}firstLine")) == (str(HANG), "0")


def test_a_link_out_of_the_document_is_a_link_of_word_to_that_address() -> None:
    made = written(Paragraph((Text("Write to "), Link("us@example.org", "mailto:us@example.org"))))
    (link,) = part(made, "word/document.xml").iter(f"{W}hyperlink")
    name = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    (relation,) = [r for r in part(made, "word/_rels/document.xml.rels") if r.get("Id") == name]
    assert (relation.get("Target"), relation.get("TargetMode")) == ("mailto:us@example.org", "External")
    assert texts(link) == "us@example.org"


def test_anchors_that_word_would_confuse_get_names_of_their_own() -> None:
    blocks = [Paragraph(runs(name), anchor=name) for name in ("M-CAP-007", "M_CAP_007", "7", "x" * 60, "x" * 61)]
    names = [m.get(f"{W}name") for m in part(written(*blocks), "word/document.xml").iter(f"{W}bookmarkStart")]
    assert len(set(names)) == 5
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", str(name)) for name in names)


def front_of_pages(statements: int) -> etree._Element:
    """A document whose front page holds so many statements, and its first paragraphs in Word."""
    brief = Table("In brief", (column("In brief", width=0), column("What to know", width=12)), tuple(row(f"Alert {n}", "A statement of one line.") for n in range(statements)), "Statements.", style="brief", caption_shown=False)  # fmt: skip
    blocks = (
        Heading(2, "The month", "1", "month"),
        brief,
        Heading(2, "Decisions", "2", "decisions", new_page=True),
        Paragraph(runs("None.")),
    )
    return part(written(*blocks), "word/document.xml")


@pytest.mark.parametrize(("statements", "new_page"), [(10, True), (60, False)])
def test_the_contents_begin_a_page_unless_the_front_page_runs_over_and_the_next_section_follows_them(
    statements: int, new_page: bool
) -> None:
    document = front_of_pages(statements)
    styles = {str(p.findtext(f".//{W}t")): p for p in document.iter(f"{W}p")}
    assert (styles["Contents"].find(f"{W}pPr/{W}pageBreakBefore") is not None) is new_page
    assert styles["Decisions"].find(f"{W}pPr/{W}pageBreakBefore") is None


def listed_in(data: bytes) -> list[etree._Element]:
    document = part(data, "word/document.xml")
    return [p for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='TOC2']") is not None]


def test_the_contents_list_every_section_with_a_link_and_the_page_it_has_in_the_pdf() -> None:
    pages = {"month": 1, "decisions": 2, "milestones": 3, "voice": 12, "words": 14}
    (listed,) = listed_in(word.write(small_document(), shipped_assets(), pages))
    links = [(link.get(f"{W}anchor"), texts(link).replace("\u00a0", " ")) for link in listed.iter(f"{W}hyperlink")]
    assert links[0] == ("month", "1 The month on a page, page 1")
    assert [(anchor, int(said.rpartition(" ")[2])) for anchor, said in links] == list(pages.items())
    fields = [str(i.text).split()[:2] for i in listed.iter(f"{W}instrText")]
    assert fields == [["PAGEREF", anchor] for anchor in pages]


def test_where_the_pages_are_not_known_the_contents_have_no_page_number_that_could_be_wrong() -> None:
    (listed,) = listed_in(written())
    assert [link.get(f"{W}anchor") for link in listed.iter(f"{W}hyperlink")] == ["month", "decisions", "milestones", "voice", "words"]
    assert "page" not in texts(listed).replace("The\u00a0month\u00a0on\u00a0a\u00a0page", "")
    assert list(listed.iter(f"{W}instrText")) == []


def test_without_a_contents_list_the_section_itself_begins_the_page() -> None:
    document = part(written(contents=False), "word/document.xml")
    assert "Contents" not in texts(document)
    (heading,) = [p for p in document.iter(f"{W}p") if texts(p) == "Decisions and escalations"]
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_the_file_says_whose_it_is_and_when_from_the_document_not_the_clock() -> None:
    core = part(written(issued=date(2026, 7, 7)), "docProps/core.xml")
    told = {etree.QName(e).localname: e.text for e in core}
    assert told["created"] == told["modified"] == "2026-07-07T00:00:00Z"
    assert (told["title"], told["creator"], told["language"]) == (
        "Assurance pack, June 2026",
        "Coventry SEND & AP Partnership Board",
        "en-GB",
    )


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_in_its_text_and_behind_every_page_and_an_issued_pack_does_not(draft: bool) -> None:
    data = written(draft=draft)
    with ZipFile(BytesIO(data)) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]
    assert len(headers) == 2
    assert [('string="Draft"' in h, 'alt="Draft watermark"' in h) for h in headers] == [(draft, draft)] * 2
    assert texts(part(data, "word/document.xml")).startswith("Draft") is draft


def test_every_page_carries_the_marking_and_page_x_of_y() -> None:
    with ZipFile(BytesIO(written())) as archive:
        lines = {name: archive.read(name).decode() for name in archive.namelist() if re.match(r"word/(header|footer)", name)}
    assert all("OFFICIAL" in text for name, text in lines.items() if "header" in name)
    assert all(" PAGE " in text and " NUMPAGES " in text and "Illustrative" in text for name, text in lines.items() if "footer" in name)


def test_figures_carry_a_drawing_without_lettering_that_a_font_could_change() -> None:
    with ZipFile(BytesIO(written())) as archive:
        drawings = [archive.read(name) for name in archive.namelist() if name.endswith(".svg")]
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    assert len(drawings) == len(pictures) == 5
    assert not any(b"<text" in drawing or b"font-family" in drawing for drawing in drawings)
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_a_figure_says_in_words_what_it_shows() -> None:
    figure = Figure("Risks", HEAT, (Ref("M-CAP-007"), Text(" slipped most.")), 1)
    assert said("figure", "M-CAP-007 slipped most.") in from_word(written(figure))


def test_tables_are_as_wide_as_the_text_and_their_columns_are_twelfths() -> None:
    document = part(written(), "word/document.xml")
    grids = [[int(c.get(f"{W}w", "0")) for c in grid] for grid in document.iter(f"{W}tblGrid")]
    assert {sum(grid) for grid in grids} == {round((look.HANG_MM + look.TEXT_MM) / 25.4 * 1440)}
    assert grids[3][0] == 1587  # the hang, 28 mm


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=50)


@given(ANYTHING, ANYTHING)
@settings(max_examples=60, deadline=None)
def test_whatever_people_type_the_file_opens_and_says_it(one: str, other: str) -> None:
    table = Table(one, (column(one, width=0), column("Words", width=12)), (row(other, one),), other)
    document = Document(
        "t", "s", "b", "m", "1", date(2026, 7, 7), one, other, one, (Heading(2, one, "1"), Paragraph(runs(other, one)), table)
    )
    read = from_word(word.write(document, shipped_assets()))
    printable = Characters(shipped_assets().fonts.held).printable  # what the font lacks is named as it is on the page
    one, other = printable(one), printable(other)
    table = Table(one, (column(one, width=0), column("Words", width=12)), (row(other, one),), other)
    same = replace(
        document, header_left=one, header_right=other, footer_left=one, blocks=(Heading(2, one, "1"), Paragraph(runs(other, one)), table)
    )
    kept = [said(s.kind, *(_kept(w) for w in s.words)) for s in expected(same)]
    assert [said(s.kind, *(_kept(w) for w in s.words)) for s in read] == kept


def _kept(text: str) -> str:
    """What is left of a text when signs no file can hold are set aside."""
    text = text.replace("[characterthatcannotberead]", "")
    return re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff\u202a-\u202e\u2066-\u2069]", "", text)


def test_a_cell_of_32000_characters_loses_none_of_them() -> None:
    long = "Ŵy " * 11_000
    table = Table("Long", (column("ID", width=0), column("Words", width=12)), (row("1", long),), "A long text.")
    assert from_word(written(table))[-1].words[1] == long.replace(" ", "")


def test_each_of_a_thousand_rows_is_written_once() -> None:
    table = Table(
        "Long",
        tuple(column(f"Column {n}", width=w) for n, w in enumerate((0, 3, 3, 2, 2, 2))),
        (row(*"abcdef"),) * 1000,
        "A thousand rows.",
        style="long",
    )
    assert len(docx.Document(BytesIO(written(table))).tables[-1].rows) == 1001


def test_the_boards_own_mark_stands_on_the_first_page_as_decoration_and_its_colours_are_used(tmp_path: Path) -> None:
    (tmp_path / "mark.png").write_bytes(
        bytes(resvg_py.svg_to_bytes(svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"/>'))
    )
    data = word.write(small_document(), load_assets(accent="#5b2071", tint="#eadcf0", logo="mark.png", home=tmp_path))
    assert lint(data) == []
    with ZipFile(BytesIO(data)) as archive:
        headers = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/header")}
        styles = archive.read("word/styles.xml")
    assert [b"decorative" in text for text in headers.values()].count(True) == 1
    assert b"5B2071" in styles
    assert b"0B4A5E" not in styles


def test_a_working_folder_may_have_its_own_word_styles(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "look" / "word"
    own.mkdir(parents=True)
    shipped = (ROOT / "templates" / "look" / "word" / "styles.xml").read_text(encoding="utf-8")
    (own / "styles.xml").write_text(shipped.replace('w:val="Pack Table"', 'w:val="Our Table"'), encoding="utf-8")
    data = word.write(small_document(), load_assets(home=tmp_path))
    assert "Our Table" in [name.get(f"{W}val") for name in part(data, "word/styles.xml").iter(f"{W}name")]


PROGRAM = """
import sys, hashlib
sys.path[:0] = [{tests!r}, {root!r}]
from small_document import small_document
from assurance_pack.render import word
from assurance_pack.render.assets import shipped_assets
print(hashlib.sha256(word.write(small_document(draft=True), shipped_assets())).hexdigest())
"""


def test_the_same_pack_has_the_same_bytes_in_another_process_time_zone_and_hash_order() -> None:
    program = PROGRAM.format(tests=str(Path(__file__).parent), root=str(ROOT))
    prints = set()
    for seed, zone in (("1", "Europe/London"), ("2", "Pacific/Auckland")):
        made = subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True, text=True, check=True
        )
        prints.add(made.stdout)
    assert len(prints) == 1


def test_two_rows_exchanged_make_another_file() -> None:
    table = next(b for b in BLOCKS if isinstance(b, Table) and b.anchor == "options")
    assert written(table) != written(replace(table, rows=table.rows[::-1]))


# ---------- the pack's own fonts ----------


def unmasked(data: bytes, key: str) -> bytes:
    """A font as it was before it was put into the file, after ECMA-376 part 4, 4.2.8."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]


def test_the_packs_own_fonts_travel_in_the_file_whole() -> None:
    data, fonts = written(), shipped_assets().fonts
    with ZipFile(BytesIO(data)) as archive:
        links = {r.get("Id"): r.get("Target") for r in etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))}
        found = {
            (font.get(f"{W}name"), use.tag.removeprefix(W)): unmasked(
                archive.read(f"word/{links[use.get(f'{{{R}}}id')]}"), use.get(f"{W}fontKey")
            )
            for font in etree.fromstring(archive.read("word/fontTable.xml"))
            for use in font
            if use.tag.startswith(f"{W}embed")
        }
    assert fonts.linked is not None
    assert found == {
        ("Source Sans Pro", "embedRegular"): fonts.regular.data,
        ("Source Sans Pro", "embedBold"): fonts.linked.data,
        ("Source Sans Pro Light", "embedRegular"): fonts.light.data,
    }
    assert part(data, "word/settings.xml").find(f"{W}embedTrueTypeFonts") is not None
    named = {r.get(f"{W}ascii") for r in part(data, "word/styles.xml").iter(f"{W}rFonts")}
    assert named == {"Source Sans Pro", "Source Sans Pro Light"}


def test_a_font_whose_licence_forbids_it_stays_out_of_the_file_and_is_named(tmp_path: Path) -> None:
    for face in shipped_assets().fonts.faces:
        font = TTFont(BytesIO(face.data))
        font["OS/2"].fsType = 2
        font.save(tmp_path / face.name)
    data = word.write(small_document(), load_assets(font=str(tmp_path)))
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if name.startswith("word/fonts/")]
        assert "Source Sans Pro" in archive.read("word/fontTable.xml").decode()


@pytest.mark.office
def test_a_word_processor_lays_it_out_with_our_numbers(tmp_path: Path) -> None:
    (tmp_path / "pack.docx").write_bytes(written())
    laid_out = as_pdf(tmp_path / "pack.docx", tmp_path)
    text = subprocess.run(["pdftotext", "-layout", str(laid_out), "-"], check=True, capture_output=True, text=True).stdout
    for line in (
        r"1\s+The month on a page",
        r"2\s+Decisions and escalations",
        r"2\.1\s+Two schools",
        r"2\.2\s+RDG recommends",
        r"4\s+What families",
        r"Page 1 of \d",
    ):
        assert re.search(line, text), line
