"""How the pages fall: the front page stays one page, tables keep their rows together, nothing runs off the paper."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest
from drawn import LEFT, RIGHT, drawn, faults, mock, printed, written
from mock_document import DECISIONS, FRONT, MONTH, document, said, table
from pdf_reader import read

from assurance_pack.document.blocks import Block, Paragraph, Table
from assurance_pack.document.blocks.runs import Ref, Text, runs
from assurance_pack.render import load_assets, pdf
from assurance_pack.render.asked_of_blocks import MANY
from assurance_pack.render.look import SIZES

pytestmark = pytest.mark.usefixtures("each_engine")


def test_the_mock_takes_no_more_pages_than_were_drawn_and_says_where_each_section_begins() -> None:
    made = mock()
    assert 7 <= made.pages <= 9
    assert list(made.section_pages) == [
        "month",
        "decisions",
        "milestones",
        "risks",
        "quality",
        "voice",
        "concerns",
        "triangulation",
        "log",
        "about",
    ]
    assert [made.section_pages[k] for k in ("month", "decisions", "about")] == [1, 2, made.pages]
    assert sorted(made.section_pages.values()) == list(made.section_pages.values())
    assert made.replaced == {}


def _front_with(more: int) -> tuple[Block, ...]:
    """The front page with so many more lines under *Alert*."""
    *before, brief = MONTH
    assert isinstance(brief, Table)
    alert, *rest = brief.rows
    longer = said(
        "".join(f"\n*Line {i}.* Something that the Board should know, and one line of it. ([2.1>paragraph-2-1])" for i in range(more))
    )
    cells = (alert.cells[0], replace(alert.cells[1], content=(*alert.cells[1].content, *longer)))
    return (*FRONT, *before, replace(brief, rows=(replace(alert, cells=cells), *rest)), *DECISIONS)


@pytest.mark.parametrize("more", [0, 5, 12])
def test_a_fuller_front_page_is_set_closer_and_stays_one_page(more: int) -> None:
    made = written(document(blocks=_front_with(more)))
    assert made.section_pages["decisions"] == 2
    on_first = [p for p in read(made.data).root.all("TR") if p.page == 1]
    assert any("Returns" in row.words for row in on_first)


def test_a_front_page_that_cannot_be_held_runs_on_and_leaves_no_page_nearly_empty() -> None:
    made = written(document(blocks=_front_with(22), contents=True))
    assert made.section_pages["decisions"] == 2
    assert "Returns" in "".join(row.words for row in read(made.data).root.all("TR") if row.page == 2)
    assert faults(made.data) == []


@pytest.mark.parametrize("each_engine", ["weasyprint"], indirect=True)
@pytest.mark.parametrize(("more", "contents"), [(12, False), (22, True)])
def test_a_long_pack_whose_front_page_is_tried_alone_has_the_pages_of_any(
    more: int, contents: bool, each_engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = document(blocks=_front_with(more), contents=contents)
    usual = written(pack)
    monkeypatch.setattr(pdf, "LONG", 0)
    assert pdf.write(pack, load_assets()) == usual


def _rows_by_page(data: bytes) -> list[list[str]]:
    rows = [(e.page, e.words) for e in read(data).root.all("TR")]
    return [[re.search(r"row \d+", w)[0] for p, w in rows if p == page and "row" in w] for page in sorted({p for p, _ in rows})]  # type: ignore[index]


@pytest.mark.parametrize("above", range(16, 38, 3))
def test_a_row_is_never_parted_and_the_head_stands_on_every_page(above: int) -> None:
    filler = [Paragraph(runs(f"Paragraph {i}.")) for i in range(above)]
    rows = [f"row {i} | " + "words of some length that take more than one line to be said, " * 4 for i in range(6)]
    made = drawn(*filler, table(1, "Six", "Row:0 | The heading:12", rows))
    found = read(made.data)
    for row in list(found.root.all("TR"))[1:]:
        assert len({cell.page for cell in row.all("TH", "TD", "Span")}) == 1
    on = {row.page for row in list(found.root.all("TR"))[1:]}
    assert all(page == min(on) or "The heading" in found.artifacts[page - 1] for page in on)


@pytest.mark.parametrize("above", range(16, 38, 2))
def test_a_long_table_leaves_at_least_three_rows_on_each_page(above: int) -> None:
    filler = [Paragraph(runs(f"Paragraph {i}.")) for i in range(above)]
    made = drawn(*filler, table(1, "Nine", "Row:0 | Words:12", [f"row {i} | said" for i in range(MANY + 3)]))
    pages = [page for page in _rows_by_page(made.data) if page]
    assert sum(map(len, pages)) == MANY + 3
    assert min(map(len, pages)) >= 3


@pytest.mark.parametrize("which", ["", "contents", "draft"])
def test_no_character_of_the_mock_stands_outside_the_margins(which: str) -> None:
    assert [p for p in printed(mock(which).data) if p.left < LEFT - 0.5 or p.right > RIGHT + 0.5] == []


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    for data in (mock().data, mock("contents").data):
        order = [(e.tag, e.page) for e in read(data).root.all("H2", "H3", "P", "Table", "Figure") if e.words.strip() or e.alt]
        for (tag, on), (_, next_on) in pairwise(order):
            assert not tag.startswith("H") or on == next_on


def test_no_line_ends_while_the_next_word_would_have_fitted() -> None:
    """Of WeasyPrint 70: where words fit a line and the space after them does not, it would break at the first of them."""
    words = "count of reviews due before a change of school heads asked which reviews come first and why they do so"
    spaced = [Paragraph((Text(f"{'x' * n}{words} "), Text("more of it here.", strong=True))) for n in range(40)]
    spaced += [Paragraph((Text(f"{'x' * n} {words[:60]} "), Ref("M-CAP-007"), Text(f", {words} "), Ref("M-CAP-007"))) for n in range(40)]
    too_soon = []
    with pdfplumber.open(BytesIO(drawn(*spaced).data)) as file:
        for page in file.pages:
            for line, following in pairwise(_lines(page)):
                room = RIGHT - line[-1]["x1"] - 3  # a space between
                if following[0]["top"] - line[0]["top"] < SIZES["body"].leading + 1 and following[0]["x1"] - following[0]["x0"] < room:
                    too_soon.append(" ".join(w["text"] for w in line))
    assert too_soon == []


def _lines(page: pdfplumber.page.Page) -> list[list[dict[str, Any]]]:
    """The words of a page's text, line by line."""
    lines: dict[int, list[dict[str, Any]]] = {}
    for word in page.extract_words(x_tolerance=1.5):
        if word["x0"] > LEFT + 60 and 12 * 0.9 < word["bottom"] - word["top"] < 12 * 1.1:
            lines.setdefault(round(word["bottom"]), []).append(word)
    return [sorted(lines[y], key=lambda w: w["x0"]) for y in sorted(lines)]
