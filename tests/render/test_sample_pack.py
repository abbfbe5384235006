"""The pack of the sample month, as it is written: the two files say the same, in order, and the checkers find nothing in any of them."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx_lint import lint
from drawn import faults
from pdf_reader import read
from pypdf import PdfReader
from reading import differences, expected, expected_with_histories_drawn, from_pdf, from_word, rejoined
from test_word_lint import sdk_findings

from assurance_pack.commands.build import build
from assurance_pack.commands.ending import Built
from assurance_pack.document.blocks import Heading, Table
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.render import typst
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.charts import history
from assurance_pack.settings import Settings
from laid_out import as_pdf
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Built:
    """June, built once from the sample returns."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    return build(Home(root), Month("2026-06"), settings)


def file(built: Built, ending: str) -> Path:
    return next(path for path in built.files if path.suffix == ending)


def test_the_word_file_of_the_sample_month_says_every_block_and_cell_in_order(june: Built) -> None:
    assert differences(from_word(file(june, ".docx").read_bytes()), expected_with_histories_drawn(june.issue.document)) == []


def test_the_pdf_of_the_sample_month_says_every_block_and_cell_in_order(june: Built) -> None:
    wanted = expected(june.issue.document)
    assert differences(rejoined(from_pdf(file(june, ".pdf").read_bytes()), wanted), wanted) == []


def test_typst_sets_the_sample_month_alike_on_as_few_sheets_and_no_validator_finds_a_fault(june: Built) -> None:
    document = june.issue.document
    made, usual = typst.write(document, shipped_assets()), PdfReader(file(june, ".pdf"))
    wanted = expected_with_histories_drawn(document)
    assert differences(rejoined(from_pdf(made.data), wanted), wanted) == []
    assert made.pages <= 11
    assert list(made.section_pages) == [b.anchor for b in document.blocks if isinstance(b, Heading) and b.level == 2 and b.anchor]
    histories = sum(
        history.is_history(cell.content) for b in document.blocks if isinstance(b, Table) for row in b.rows for cell in row.cells
    )
    figures = len(list(read(file(june, ".pdf").read_bytes()).root.all("Figure")))
    assert len(list(read(made.data).root.all("Figure"))) == figures + histories
    assert titles(PdfReader(BytesIO(made.data))) == titles(usual)
    assert faults(made.data) == []


def titles(pdf: PdfReader) -> list[str]:
    """The bookmarks, without the contents list's own."""
    found: list[str] = []

    def take(items: object) -> None:
        for item in items:  # type: ignore[attr-defined]
            if isinstance(item, list):
                take(item)
            elif item.title != "Contents":
                found.append(" ".join(str(item.title).split()))

    take(pdf.outline)
    return found


def test_the_accessibility_checker_finds_nothing_in_the_sample_month(june: Built) -> None:
    assert lint(file(june, ".docx").read_bytes()) == []


def test_june_takes_at_most_11_sheets_and_page_1_at_most_450_words(june: Built) -> None:
    pages = PdfReader(file(june, ".pdf")).pages
    assert len(pages) <= 11
    words = [w for w in pages[0].extract_text().split() if any(c.isalnum() for c in w)]
    assert 300 < len(words) <= 450


@pytest.mark.office
def test_word_has_the_pages_of_the_pdf_or_one_more_and_page_1_is_one_page(june: Built, tmp_path: Path) -> None:
    ours, theirs = PdfReader(file(june, ".pdf")).pages, PdfReader(as_pdf(file(june, ".docx"), tmp_path)).pages
    assert abs(len(theirs) - len(ours)) <= 1
    # the front page ends with the returns, and the contents begin the next
    assert "Returns" in theirs[0].extract_text()
    assert theirs[1].extract_text().split("Contents")[0].count("\n") <= 2
    # the plan is one page there too
    (plan,) = (page.extract_text() for page in theirs if "by plan priority, as reported" in page.extract_text())
    assert "M-CAP-001 Six" in plan
    assert "M-CWF-007 40" in plan


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_open_xml_sdk_finds_nothing_in_the_sample_month(june: Built, ending: str) -> None:
    assert sdk_findings(file(june, ending)) == []
