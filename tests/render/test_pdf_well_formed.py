"""The pages of the shipped templates are read as XML, in a fiftieth of the time: it must be what a reader of HTML makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from mock_document import document as whole_pack
from small_document import small_document

from assurance_pack.document.blocks import Document
from assurance_pack.render import load_assets
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.html import Page
from assurance_pack.render.pdf import PAGE, write
from assurance_pack.render.pdf.well_formed import WellFormed


def told(element: Element, depth: int = 0) -> Iterator[tuple[Any, ...]]:
    """Each element with its depth, attributes and words; the name of a drawing's language, which XML keeps apart, and the white space between blocks left out."""
    attributes = {name: value for name, value in element.attrib.items() if not name.endswith("xmlns")}
    words = (element.text or "", element.tail or "") if depth > 2 else ()
    yield depth, element.tag, attributes, words
    for child in element:
        yield from told(child, depth + 1)


@pytest.mark.parametrize(
    "document", [small_document(), small_document(draft=True), whole_pack(contents=True)], ids=["small", "draft", "whole pack"]
)
def test_a_page_is_the_same_read_as_xml_and_as_html(document: Document) -> None:
    markup = Page(document, shipped_assets(), front="close").written(PAGE)
    as_html = tinyhtml5.parse(markup, namespace_html_elements=False)
    assert list(told(WellFormed(markup, None).etree_element)) == list(told(as_html))


def test_a_template_of_the_boards_own_may_leave_out_what_html_leaves_out(tmp_path: Path) -> None:
    """``<p>`` not closed, an attribute without a value: no XML, and every browser takes it."""
    own = tmp_path / "templates" / "look"
    own.mkdir(parents=True)
    shipped = next(folder for folder in shipped_assets().folders)
    page = (shipped / PAGE).read_text("utf-8")
    (own / PAGE).write_text(page.replace("</body>", "<p hidden>Nothing to see</body>"), "utf-8")
    assert write(small_document(), load_assets(home=tmp_path)).pages == write(small_document(), shipped_assets()).pages
