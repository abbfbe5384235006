"""The voice form as a Word document: the same questions in the same order, each answer a content control tagged with its key."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ...model import day
from ...returns.voice import PLENTY, Voice
from ...schema import columns
from ...schema.column import Column, ColumnGroup
from ...settings import Settings
from ...shipped import shipped_templates
from ..recognising.identity import PROPERTY_PREFIX
from .form import Form, meets
from .issued import issued, repeats
from .style import LINE, YOURS
from .voice import BOXES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LABEL_WIDTH, ANSWER_WIDTH = 3300, 6566
TALLEST_BOX, LOWEST_BOX, LINE_TAKES = 1650, 1000, 52
"""In twentieths of a point: a box, and what each line above the boxes takes from it, so that the form stays on one page."""
A_LINE = 92
"""Characters of running text across the page."""
CUSTOM_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write_word(form: Form, settings: Settings) -> bytes:
    """The voice form as `.docx`: the same bytes for the same content."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", f"{OFFICE}/relationships", "word/document.xml"),
            ("core-properties", f"{PACKAGE}/relationships/metadata", "docProps/core.xml"),
            ("custom-properties", f"{OFFICE}/relationships", "docProps/custom.xml"),
        ),
        "docProps/core.xml": _core(form),
        "docProps/custom.xml": _custom(form, settings),
        "word/_rels/document.xml.rels": _relationships(
            *(
                (k, f"{OFFICE}/relationships", f"{f}.xml")
                for k, f in (("styles", "styles"), ("settings", "settings"), ("footer", "footer1"))
            )
        ),
        "word/document.xml": _document(form, settings),
        "word/footer1.xml": _footer(form, settings),
        "word/styles.xml": (shipped_templates() / "look" / "form" / "styles.xml").read_text(encoding="utf-8"),
        "word/settings.xml": (shipped_templates() / "look" / "word" / "settings.xml").read_text(encoding="utf-8"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


# ---------- the page ----------


def _document(form: Form, settings: Settings) -> str:
    body = "".join((*_opening(form), *_asked_before(form), _questions(form, settings), *_closing(form, settings)))
    page = '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="900" w:right="1020" w:bottom="900" w:left="1020" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}/relationships"><w:body>{body}{page}</w:body></w:document>'


def _opening(form: Form) -> Iterator[str]:
    yield _paragraph(form.sender_name, "Group")
    yield _paragraph(f"{form.kind.form_title}, {form.month.name}", "Heading1")
    yield _paragraph(
        f"It takes about fifteen minutes. Use your own words: we print them exactly as you write them, and the Board answers. About {PLENTY} words a box is plenty; more is welcome, and the data book beside the pack has all of it."
        + meets(form)
    )
    yield _paragraph("Please do not name a child, or describe a family so closely that someone could tell who it is.", strong=True)


def _asked_before(form: Form) -> Iterator[str]:
    for answered in form.answered:
        yield _paragraph(f"What you asked in {answered.month}, and the answer", "Heading2")
        yield f"<w:p>{_run(f'“{answered.asked}” ')}{_run(answered.answer, strong=True)}</w:p>"


def _questions(form: Form, settings: Settings) -> str:
    asked = [
        c.worded(settings) for c in columns(Voice) if c.group is ColumnGroup.MONTHLY
    ]  # the rest is for the secretariat, on the Excel form alone
    rows = "".join(_question_row(index, c, form, settings) for index, c in enumerate(asked))
    head = _table_row(
        _cell(_paragraph("We ask", "Answer"), LABEL_WIDTH) + _cell(_paragraph("Your words", "Answer"), ANSWER_WIDTH), header=True
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="9866" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        '<w:tblCaption w:val="Your words"/><w:tblDescription w:val="Each question, and beside it the place for your answer."/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{LABEL_WIDTH}"/><w:gridCol w:w="{ANSWER_WIDTH}"/></w:tblGrid>{head}{rows}</w:tbl>'
    )


def _question_row(index: int, column: Column, form: Form, settings: Settings) -> str:
    box = column.name in BOXES
    number = f"{BOXES.index(column.name) + 1}  " if box else ""
    label = _paragraph(f"{number}{column.heading}", "Question") + _paragraph(column.help, "Help")
    said = form.page.get(column.name)
    answer = f'<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr>{_control(index, column, settings, str(said) if said else "")}</w:p>'
    tint = f'<w:tcBorders><w:left w:val="single" w:sz="6" w:space="0" w:color="{LINE[1:]}"/><w:right w:val="single" w:sz="6" w:space="0" w:color="{LINE[1:]}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{YOURS[1:]}"/>'
    return _table_row(_cell(label, LABEL_WIDTH) + _cell(answer, ANSWER_WIDTH, tint), height=_box_height(form) if box else 0)


def _box_height(form: Form) -> int:
    above = sum(1 + len(textwrap.wrap(f"{a.asked} {a.answer}", A_LINE)) for a in form.answered)
    return max(TALLEST_BOX - LINE_TAKES * above, LOWEST_BOX)


def _control(index: int, column: Column, settings: Settings, said: str) -> str:
    words = settings.words(column.words)
    invitation = " / ".join(w.word for w in words) if words else "Click here and type"
    # the options stand in the cell, so that the form works on paper too
    kind = (
        "<w:comboBox>"
        + "".join(f"<w:listItem w:displayText={quoteattr(w.word)} w:value={quoteattr(w.word)}/>" for w in words)
        + "</w:comboBox>"
        if words
        else '<w:text w:multiLine="1"/>'
    )
    placeholder = "" if said else "<w:showingPlcHdr/>"
    run = _run(said) if said else f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(invitation)}</w:t></w:r>'
    about = f'<w:alias w:val={quoteattr(column.heading)}/><w:tag w:val={quoteattr(column.name)}/><w:id w:val="{1001 + index}"/>{placeholder}{kind}'
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"


def _closing(form: Form, settings: Settings) -> Iterator[str]:
    yield (
        '<w:p><w:pPr><w:spacing w:before="120"/></w:pPr>'
        + _run("Nothing this month? Write “Nothing this month” in box 1 and send it back. That is a perfectly good return.")
        + "</w:p>"
    )
    by = f" by {form.due.strftime('%A')} {day(form.due)}" if form.due else ""
    yield _paragraph(
        f"Please send this back{by}: {settings.secretariat.email}. Would you rather talk? Ring {settings.secretariat.phone}: we will write down your words and read them back to you."
    )


def _footer(form: Form, settings: Settings) -> str:
    note = f"{settings.board.illustrative}.   " if settings.board.illustrative else ""
    about = f"{note}{form.sender_name}, {form.month.name}"
    return f'{HEAD}<w:ftr xmlns:w="{W}">{_paragraph(about, "Footer")}</w:ftr>'


# ---------- pieces ----------


def _paragraph(text: str, style: str = "", *, strong: bool = False) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{_run(text, strong=strong)}</w:p>"


def _run(text: str, *, strong: bool = False) -> str:
    style = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if strong else ""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")]
    return f"<w:r>{style}{'<w:br/>'.join(lines)}</w:r>"


def _cell(content: str, width: int, tint: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tint}</w:tcPr>{content}</w:tc>'


def _table_row(cells: str, *, header: bool = False, height: int = 0) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"


# ---------- the package ----------


def _content_types() -> str:
    overrides = (
        ("/word/document.xml", f"{WORDML}.document.main+xml"),
        ("/word/styles.xml", f"{WORDML}.styles+xml"),
        ("/word/settings.xml", f"{WORDML}.settings+xml"),
        ("/word/footer1.xml", f"{WORDML}.footer+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    )
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'


def _relationships(*listed: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{base}/{kind}" Target="{target}"/>' for n, (kind, base, target) in enumerate(listed, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _core(form: Form) -> str:
    title = escape(f"{form.kind.form_title}, {form.sender_name}, {form.month.name}")
    stamp = '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>en-GB</dc:language>{stamp}</cp:coreProperties>"
    )


def _custom(form: Form, settings: Settings) -> str:
    said = (
        ("form", form.kind.key),
        ("version", str(form.kind.version)),
        ("from", form.code),
        ("month", form.month),
        ("issued", issued(Voice, form, settings)),
        ("repeats", repeats(form)),
    )
    listed = "".join(
        f'<property fmtid="{CUSTOM_ID}" pid="{n}" name="{PROPERTY_PREFIX}{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for n, (name, value) in enumerate(((name, value) for name, value in said if value), start=2)
    )
    return f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{listed}</Properties>'
