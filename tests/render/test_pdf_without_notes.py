"""WeasyPrint is told nothing of notes and markers where there are none: the pages are those it sets when it knows of them."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint
from mock_document import document as whole_pack
from small_document import small_document

from assurance_pack.document.blocks import Document
from assurance_pack.render import load_assets, pdf
from assurance_pack.render.html import Page
from assurance_pack.render.pdf.well_formed import WellFormed
from assurance_pack.render.pdf.without_notes import ITEM, MARKER, NOTES


@pytest.mark.parametrize("document", [small_document(), whole_pack(contents=True)], ids=["small", "whole pack"])
def test_the_pages_are_those_that_come_of_knowing_all_of_html(monkeypatch: pytest.MonkeyPatch, document: Document) -> None:
    spared = pdf.write(document, load_assets())
    monkeypatch.delattr(WellFormed, "_ua_stylesheets")
    assert spared == pdf.write(document, load_assets())


def test_no_rule_but_those_of_notes_and_markers_is_left_out() -> None:
    whole, fewer = (kind._ua_stylesheets(page)[0].matcher for kind, page in _both())
    named = whole.lower_local_name_selectors
    left_out = [s for s in whole.other_selectors if s not in fewer.other_selectors]
    assert {s[3] for s in left_out} == {*NOTES, MARKER}
    assert fewer.lower_local_name_selectors == {**named, ITEM: [*named[ITEM], *(s for s in left_out if s[3] == MARKER)]}


def _both() -> list[tuple[Any, Any]]:
    page = WellFormed("<html><body/></html>", None)
    return [(weasyprint.HTML, page), (WellFormed, page)]


def test_no_page_of_ours_has_a_note() -> None:
    style = Page(whole_pack(), load_assets()).written(pdf.STYLE)
    assert not [word for word in (*NOTES, "footnote", "note(", "list-item", "::marker") if word in style]
