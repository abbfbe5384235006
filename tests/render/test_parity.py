"""The PDF, by whichever engine, and the Word file say the same, in the same order: every block and every cell, read back from the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from drawn import set_by, written
from mock_document import document as mock_document
from reading import differences, expected, expected_with_histories_drawn, from_pdf, from_word, rejoined
from small_document import BLOCKS, column, row, small_document

from assurance_pack.document.blocks import Document, Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import runs
from assurance_pack.render import word
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.engines import ENGINES

LONG = Table(
    "Seventy rows",
    (column("ID", width=0), column("Words", width=12)),
    tuple(
        row(f"M-CAP-{n:03d}", f"Milestone {n} is described here, in words that fill a line or two of the page and no more than that.")
        for n in range(70)
    ),
    "Rows enough for three pages.",
    9,
    style="long",
)

PARAGRAPHS = tuple(Paragraph(runs(f"Paragraph {n} goes on for {'a good many words and then ' * 20}ends."), f"1.{n}") for n in range(1, 20))

DOCUMENTS: dict[str, Callable[[], Document]] = {
    "every kind of block": small_document,
    "a draft without a contents list": lambda: small_document(draft=True, contents=False),
    "a table over three pages": lambda: small_document(blocks=(Heading(1, "Pack"), LONG, Paragraph(runs("After it.")))),
    "paragraphs over pages": lambda: small_document(blocks=(Heading(1, "Pack"), Heading(2, "Month", "1"), *PARAGRAPHS)),
    "the whole mock": lambda: mock_document(contents=True),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_word_file_says_every_block_and_cell_in_order(name: str) -> None:
    document = DOCUMENTS[name]()
    assert differences(from_word(word.write(document, shipped_assets())), expected_with_histories_drawn(document)) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pdf_says_every_block_and_cell_in_order(name: str, engine: str) -> None:
    document = DOCUMENTS[name]()
    wanted = (expected_with_histories_drawn if engine == "typst" else expected)(document)
    with set_by(engine):
        assert differences(rejoined(from_pdf(written(document).data), wanted), wanted) == []


def exchanged(document: Document) -> Document:
    """The document with two rows of one table exchanged."""
    blocks = [
        replace(b, rows=(b.rows[1], b.rows[0], *b.rows[2:])) if isinstance(b, Table) and b.anchor == "options" else b
        for b in document.blocks
    ]
    assert tuple(blocks) != document.blocks
    return replace(document, blocks=tuple(blocks))


def test_two_rows_exchanged_in_the_word_file_are_seen() -> None:
    document = small_document()
    assert differences(from_word(word.write(exchanged(document), shipped_assets())), expected(document))


@pytest.mark.parametrize("engine", ENGINES)
def test_two_rows_exchanged_in_the_pdf_are_seen(engine: str) -> None:
    document = small_document()
    assert differences(from_pdf(ENGINES[engine].write(exchanged(document), shipped_assets()).data), expected(document))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_block_left_out_of_one_file_is_seen(engine: str) -> None:
    document = small_document()
    shorter = replace(document, blocks=tuple(b for b in BLOCKS if not (isinstance(b, Paragraph) and b.style == "note")))
    assert differences(from_word(word.write(shorter, shipped_assets())), expected(document))
    assert differences(from_pdf(ENGINES[engine].write(shorter, shipped_assets()).data), expected(document))
