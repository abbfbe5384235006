"""The running lines of each page: whose it is and how it is marked above, what it is and the page below; and the draft mark behind."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.section import Section
from lxml.etree import _Element as Element

from ...document.blocks import Document
from .. import look
from ..assets import Assets
from .figures import logo
from .xml import el, field, paragraph, run

DRAFT_WORD, PARTED = "Draft", " | "
PAGES = "1"
"""What stands for a page number until Word has laid out the pages, which it does of itself."""


def running_lines(section: Section, document: Document, assets: Assets) -> None:
    """Fill the headers and footers; the first page repeats only the marking above, for the title says the rest."""
    draft = f"{DRAFT_WORD}{PARTED}" if document.draft else ""
    marks = [
        (section.first_page_header, _header("", draft + document.marking, "FirstHeader")),
        (section.header, _header(document.header_left, draft + document.header_right)),
        (section.first_page_footer, _footer(document)),
        (section.footer, _footer(document)),
    ]
    for at, (part, line) in enumerate(marks):
        part.is_linked_to_previous = False
        if at == 0 and assets.logo:
            line.append(el("r", el("tab")))
            line.append(logo(assets.logo, part.part))
        root = part._element
        for old in list(root):
            root.remove(old)
        if document.draft and at < 2:
            line.append(_watermark(at + 1))
        root.append(line)


def _header(left: str, right: str, style: str = "Header") -> Element:
    return paragraph(style, run(_parted(f"{left}\t{right}")))


def _footer(document: Document) -> Element:
    version = "" if document.standing else f"Version {document.version}{PARTED}"
    before = f"{document.footer_left}\t{version}Page "
    return paragraph("Footer", run(_parted(before)), *field("PAGE", PAGES), run(" of "), *field("NUMPAGES", PAGES))


def _parted(line: str) -> str:
    """The parts of a running line, a little further apart."""
    return line.replace(PARTED, PARTED.replace(" ", "   "))


def _watermark(number: int) -> Element:
    """“Draft” behind the text of the page, in a grey that leaves the text readable."""
    shape = f"""
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="none"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="Draft watermark"
 style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
 o:allowincell="f" fillcolor="{look.WATERMARK}" stroked="f"><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="Draft"/></v:shape>
</w:pict>"""
    return el("r", parse_xml(shape))
