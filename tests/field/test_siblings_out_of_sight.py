"""Words nobody sees in the file, in other ways than a line through them: read, and never printed without a word to the officer."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from field_cases import ROOT, case_bytes, edited, june_of, june_with, places, repacked, said
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font, PatternFill

from assurance_pack.intake.opening.out_of_sight import shows
from assurance_pack.model.problem import Severity
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.returns.workspace import Milestone

Edit = Callable[[Any], None]
STRIKES = Font(strike=True)


def plain(book: Any) -> None:
    """Nothing struck out in the case's own words."""
    sheet = book["Milestones"]
    sheet["D5"], sheet["F5"] = "At risk", "Two piles are in."
    for row in book["Risks"].iter_rows(min_row=5):
        for cell in row:
            cell.font = Font()


def found_in(edit: Edit, folder: Path) -> list[str]:
    def both(book: Any) -> None:
        plain(book)
        edit(book)

    understood = june_of(folder, {"Return June 2026.xlsx": edited("h10", both)})
    asked = said(understood, "AP158")
    assert all(p.severity is Severity.WARNING for p in asked)
    assert [m.progress for m in understood.case.returns.of(Milestone)] == ["Two piles are in."]  # read all the same
    return places(asked)


# ---------- how a cell is set ----------


def shown_as(number_format: str) -> Edit:
    def edit(book: Any) -> None:
        book["Milestones"]["F5"].number_format = number_format

    return edit


def tiny(book: Any) -> None:
    book["Milestones"]["F5"].font = Font(size=1)


@pytest.mark.parametrize(
    "edit",
    [shown_as(";;;"), shown_as('"";"";"";""'), shown_as("0;-0;;"), shown_as("[White]General"), tiny],
    ids=["three semicolons", "empty quotations", "nothing for words", "white", "letters a point high"],
)
def test_words_under_a_format_that_shows_nothing_are_asked_about(edit: Edit, tmp_path: Path) -> None:
    assert found_in(edit, tmp_path) == ["AP158 Milestones!F5"]


@pytest.mark.parametrize(
    ("number_format", "value", "seen"),
    [
        (";;", 61, False),
        (";;;@", "words", True),
        (";;;@", 61, False),
        ("0;;0", -3, False),
        ("0;-0;;@", 0, False),
        ('#,##0;(#,##0);"-"', 0, True),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0, True),
        ('"n/a"', 61, False),
        ('0 "High"', 12, True),
        ("[$-F800]dddd, mmmm dd, yyyy", 46000, True),
        ("General", "words", True),
        ("@", "words", True),
        ("dd/mm/yyyy;@", "words", True),
    ],
)
def test_a_number_format_shows_a_value_or_not(number_format: str, value: Any, seen: bool) -> None:
    assert shows(number_format, value) is seen


# ---------- coloured rules ----------


def rule(over: str, one: Any) -> Edit:
    def edit(book: Any) -> None:
        book["Milestones"]["A5"] = "Changed"
        book["Milestones"].conditional_formatting.add(over, one)

    return edit


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (rule("F5:F12", FormulaRule(formula=['$D5="At risk"'], font=STRIKES)), ["AP158 Milestones!F5"]),
        (rule("D5:D12", CellIsRule(operator="equal", formula=['"At risk"'], font=STRIKES)), ["AP158 Milestones!D5"]),
        (rule("F4:F12", FormulaRule(formula=['D4="At risk"'], font=Font(color="FFFFFFFF"))), ["AP158 Milestones!F5"]),
        (rule("F5:F12", FormulaRule(formula=['$D5<>"Complete"'], font=STRIKES)), ["AP158 Milestones!F5"]),
        (rule("F5:F12", FormulaRule(formula=['AND($D5="At risk",$E5<TODAY())'], font=STRIKES)), ["AP158 Milestones!"]),
    ],
    ids=["by another column", "by its own word", "in white, one row up", "by what another is not", "that cannot be worked out"],
)
def test_words_a_coloured_rule_strikes_out_or_hides_are_asked_about(edit: Edit, where: list[str], tmp_path: Path) -> None:
    assert found_in(edit, tmp_path) == where


@pytest.mark.parametrize(
    "edit",
    [
        rule("A5:L12", FormulaRule(formula=['$D5="Complete"'], font=STRIKES)),
        rule("D5:D12", CellIsRule(operator="equal", formula=['"At risk"'], font=Font(bold=True))),
        rule(
            "D5:D12", CellIsRule(operator="equal", formula=['"At risk"'], font=Font(color="FFFFFFFF"), fill=PatternFill(bgColor="FF007700"))
        ),
    ],
    ids=["that does not apply", "that only makes bold", "white letters on green"],
)
def test_a_coloured_rule_that_hides_nothing_is_not_spoken_of(edit: Edit, tmp_path: Path) -> None:
    assert found_in(edit, tmp_path) == []


def test_the_condition_of_a_rule_that_sets_nothing_is_not_taken_for_that_of_the_rule_before(tmp_path: Path) -> None:
    def two(book: Any) -> None:
        rule("F5:F12", FormulaRule(formula=['$D5="At risk"'], font=STRIKES))(book)
        book["Milestones"].conditional_formatting.add("F5:F12", FormulaRule(formula=['$D5="No such word"'], stopIfTrue=True))

    assert found_in(two, tmp_path) == ["AP158 Milestones!F5"]


EXTENDED = """<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">
<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">
<x14:cfRule type="expression" priority="1" id="{00000000-000E-0000-0000-000001000000}"><xm:f>%s</xm:f><x14:dxf>%s</x14:dxf></x14:cfRule>
<xm:sqref>F5:F12</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"""
"""How Excel keeps a rule that looks at another sheet."""


@pytest.mark.parametrize(
    ("condition", "sets", "where"),
    [
        ("Risks!$A$5=&quot;Close&quot;", "<font><strike/></font>", ["AP158 Milestones!"]),
        ("$D5=&quot;At risk&quot;", "<font><strike/></font>", ["AP158 Milestones!F5"]),
        ("$D5=&quot;At risk&quot;", '<font><color rgb="FFFFFFFF"/></font>', ["AP158 Milestones!F5"]),
        ("$D5=&quot;At risk&quot;", '<numFmt numFmtId="164" formatCode=";;;"/>', ["AP158 Milestones!F5"]),
        ("$D5=&quot;At risk&quot;", '<font><color rgb="FFFFFFFF"/></font><fill><patternFill/></fill>', []),
        ("$D5=&quot;At risk&quot;", "<font><b/></font>", []),
        ("$D5=&quot;Complete&quot;", "<font><strike/></font>", []),
    ],
)
def test_a_rule_kept_with_the_extensions_of_a_sheet_is_asked_about_too(condition: str, sets: str, where: list[str], tmp_path: Path) -> None:
    def extended(sheet: bytes) -> bytes:
        return sheet.replace(b"</worksheet>", (EXTENDED % (condition, sets)).encode() + b"</worksheet>")

    names: list[str] = []

    def first(book: Any) -> None:
        plain(book)
        names.extend(book.sheetnames)

    book = edited("h10", first)
    part = f"xl/worksheets/sheet{names.index('Milestones') + 1}.xml"
    understood = june_of(tmp_path, {"Return June 2026.xlsx": repacked(book, {part: extended})})
    assert places(said(understood, "AP158")) == where


# ---------- rows and sheets ----------


def drawn_thin(book: Any) -> None:
    book["Milestones"].row_dimensions[5].height = 0.5


def folded_away(book: Any) -> None:
    book["Milestones"].row_dimensions.group(5, 5, hidden=True)


def sheet_hidden(book: Any) -> None:
    book["Milestones"].sheet_state = "hidden"


@pytest.mark.parametrize("edit", [drawn_thin, folded_away, sheet_hidden])
def test_rows_and_sheets_out_of_sight_are_read_and_the_officer_is_told(edit: Edit, tmp_path: Path) -> None:
    def both(book: Any) -> None:
        plain(book)
        edit(book)

    understood = june_of(tmp_path, {"Return June 2026.xlsx": edited("h10", both)})
    assert len(understood.case.returns.of(Milestone)) == 1
    (told,) = said(understood, "AP159")
    assert places([told]) == ["AP159 Milestones!"]
    assert "hidden: it was read all the same" in told.sentence


# ---------- styles of a Word form ----------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOT_WORKING = b"Nobody rings back."


def with_style(says: str, *, on_paragraph: bool, rests_on: str = "", run: str = "") -> bytes:
    """The voice form with a style of this setting on the words of one box."""
    based = f'<w:basedOn w:val="{rests_on}"/>' if rests_on else ""
    kind = "paragraph" if on_paragraph else "character"
    first = f'<w:style w:type="{kind}" w:styleId="{rests_on}"><w:name w:val="B"/><w:rPr>{says}</w:rPr></w:style>' if rests_on else ""
    own = "" if rests_on else f"<w:rPr>{says}</w:rPr>"
    styles = (
        f'<w:styles xmlns:w="{W}">{first}<w:style w:type="{kind}" w:styleId="Aside"><w:name w:val="A"/>{based}{own}</w:style></w:styles>'
    )

    def styled(part: bytes) -> bytes:
        at = part.index(b'<w:tag w:val="not_working"/>')
        inside = part.index(b"<w:sdtContent>", at) + len(b"<w:sdtContent>")
        end = part.index(b"</w:sdtContent>", inside)
        about = f"<w:rPr>{run}</w:rPr>" if on_paragraph else f'<w:rPr><w:rStyle w:val="Aside"/>{run}</w:rPr>'
        words = f'<w:r>{about}<w:t xml:space="preserve">{NOT_WORKING.decode()}</w:t></w:r>'
        part = part[:inside] + words.encode() + part[end:]
        start = part.rindex(b"<w:p>", 0, at)
        return part[:start] + b'<w:p><w:pPr><w:pStyle w:val="Aside"/></w:pPr>' + part[start + 5 :] if on_paragraph else part

    return repacked(case_bytes("h05"), {"word/document.xml": styled}, {"word/styles.xml": styles.encode()})


WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    "content",
    [
        with_style("<w:vanish/>", on_paragraph=True),
        with_style("<w:strike/>", on_paragraph=True, rests_on="Base"),
        with_style(WHITE, on_paragraph=True),
        with_style("<w:vanish/>", on_paragraph=False),
        with_style("<w:dstrike/>", on_paragraph=False, rests_on="Base"),
    ],
    ids=["hidden paragraph", "struck by what it rests on", "white paragraph", "hidden words", "struck words"],
)
def test_words_a_style_hides_or_strikes_out_are_read_and_asked_about(content: bytes, tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"PCF June.docx": content})
    (words,) = understood.case.returns.of(Voice)
    assert words.not_working == NOT_WORKING.decode()
    (asked,) = said(understood, "AP158")
    assert [c.ref for c in asked.cells] == ["What is not working?"]


@pytest.mark.parametrize(
    "content",
    [
        with_style("<w:b/>", on_paragraph=True),
        with_style("<w:vanish/>", on_paragraph=True, run='<w:vanish w:val="0"/>'),
        with_style(f'{WHITE}<w:shd w:val="clear" w:fill="003366"/>', on_paragraph=False),
    ],
    ids=["bold", "hidden, and shown again on the words", "white on blue"],
)
def test_words_of_another_style_that_can_be_seen_are_not_spoken_of(content: bytes, tmp_path: Path) -> None:
    assert said(june_of(tmp_path, {"PCF June.docx": content}), "AP158") == []


def test_a_column_somebody_hid_is_told_of_by_its_heading_and_read(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        plain(book)
        book["Milestones"].column_dimensions["F"].hidden = True

    understood = june_of(tmp_path, {"Return June 2026.xlsx": edited("h10", hide)})
    (told,) = said(understood, "AP159")
    assert told.severity is Severity.NOTE
    assert told.sentence.startswith("The column “Progress this month” is hidden: what stands there was read all the same.")
    assert [m.progress for m in understood.case.returns.of(Milestone)] == ["Two piles are in."]


@pytest.mark.parametrize("mark", ["w:strike", "w:vanish"])
@pytest.mark.parametrize("beside", [False, True], ids=["in the control", "beside the control"])
def test_words_struck_out_or_hidden_in_a_word_form_are_told_of(mark: str, beside: bool, tmp_path: Path) -> None:
    document = Document(str(ROOT / "inputs" / "2026-06" / "PCF June.docx"))
    box = next(b for b in document.element.body.iter(qn("w:sdt")) if sum(len(t.text or "") for t in b.iter(qn("w:t"))) > 40)
    run, about, words = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
    about.append(OxmlElement(mark))
    words.text = "And the lift is still broken."
    run.extend([about, words])
    (box if beside else list(box.iter(qn("w:r")))[-1]).addnext(run)
    stream = io.BytesIO()
    document.save(stream)
    (told,) = said(june_with(tmp_path, {"PCF June.docx": stream.getvalue()}), "AP158")
    assert [c.file for c in told.cells] == ["PCF June.docx"]


def test_a_table_within_an_answer_is_read_once(tmp_path: Path) -> None:
    document = Document(str(ROOT / "inputs" / "2026-06" / "PCF June.docx"))
    row = next(r for r in document.tables[0].rows if "What is working?" in r.cells[0].text)
    inner = row.cells[1].add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Taxis come", "on time now"
    stream = io.BytesIO()
    document.save(stream)
    (words,) = june_with(tmp_path, {"PCF June.docx": stream.getvalue()}).case.returns.of(Voice, "voice:PCF")
    assert (words.working or "").count("Taxis come") == 1
    assert (words.working or "").count("on time now") == 1
    assert "Taxis" not in (words.not_working or "")


@pytest.mark.parametrize("emptied", [True, False], ids=["its box taken out", "its box filled in"])
def test_words_beneath_the_question_outside_the_table_are_not_lost(emptied: bool, tmp_path: Path) -> None:
    document = Document(str(ROOT / "inputs" / "2026-06" / "PCF June.docx"))
    row = next(r for r in document.tables[0].rows if "What do you ask the Board for?" in r.cells[0].text)
    if emptied:
        row._tr.getparent().remove(row._tr)
    document.add_paragraph("3  What do you ask the Board for? Print the call-backs each month.")
    stream = io.BytesIO()
    document.save(stream)
    returns = june_with(tmp_path, {"PCF June.docx": stream.getvalue()}).case.returns
    (words,) = returns.of(Voice, "voice:PCF")
    also = " ".join(one.words or "" for one in returns.of(AlsoWritten, "voice:PCF"))
    assert "Print the call-backs each month." in ((words.ask or "") if emptied else also)
