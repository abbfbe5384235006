"""An ID stands on one line, whoever wrote it and wherever it stands: in our words, a quotation, a heading, a caption, a cell."""

from __future__ import annotations

from io import BytesIO
from itertools import islice, pairwise

import docx
import pdfplumber
import pytest
from drawn import drawn, set_by
from hypothesis import given, settings
from hypothesis import strategies as st
from mock_document import document
from pdf_reader import words_on
from small_document import column, row

from assurance_pack.document.blocks import Block, Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import Quote, Ref, Text, runs, with_ids_apart
from assurance_pack.render import load_assets, web
from assurance_pack.render.binding import stands_whole
from assurance_pack.render.typst.runs_as_data import MAY_PART, in_pieces
from assurance_pack.render.word import write as write_word

IDS = ("M-ZZZ-099", "M-CWF-008", "P-SFM-2026-06-1", "V-PCF-2026-06-ask", "D-004")


def filled(words: int, item: str) -> str:
    """A sentence in which an ID comes later and later, so that somewhere it meets the end of a line."""
    return f"{'so ' * words}{'i' * (words % 7)} they told us of {item}, and more of it is to come after that."


def blocks(item: str) -> list[Block]:
    """The sentence at many lengths as a quotation, as words of ours, in a heading, a caption and a narrow cell."""
    said = [filled(n, item) for n in range(18, 36)]
    cells = tuple(row("x", (Quote(words),), (Text(words),)) for words in said)
    columns = (column("Row", width=0), column("Theirs", width=4), column("Ours", width=8))
    return [
        *(Paragraph((Quote(words),)) for words in said),
        *(Paragraph((Text(words),), number="1.1") for words in said),
        *(Heading(3, words) for words in said[::3]),
        Table(said[9], columns, cells, "s", 1, style="long"),
    ]


@pytest.mark.parametrize("engine", ["weasyprint", "typst"])
@pytest.mark.parametrize("item", IDS)
def test_no_id_is_parted_over_two_lines_of_the_pdf(engine: str, item: str) -> None:
    with set_by(engine):
        made = drawn(*blocks(item))
    with pdfplumber.open(BytesIO(made.data)) as file:
        words = [word for page in file.pages for word in words_on(page)]
    whole = [word for word in words if item in word["text"]]
    assert len(whole) == 18 * 4 + 6 + 1, f"{item} stands whole wherever it stands"
    follows = [after for before, after in pairwise(words) if item in before["text"] and after["top"] > before["bottom"] - 2]
    assert follows, "somewhere a line ends with it, so its place was tried"


def test_on_a_screen_an_id_among_words_is_not_parted_and_arrows_are_read_out_beside_it() -> None:
    page = web.write(document(blocks=(Paragraph((Quote("M-CWF-008 slipped"), Text(" → D-004 <b>"))),)), load_assets()).decode()
    assert '<q>“<span class="id">M-CWF-008</span> slipped”</q>' in page
    assert '<span role="img" aria-label="to">→</span> <span class="id">D-004</span> &lt;b&gt;' in page


def test_in_word_no_hyphen_of_an_id_breaks_wherever_it_stands() -> None:
    made = docx.Document(BytesIO(write_word(document(blocks=tuple(blocks("M-ZZZ-099"))), load_assets())))
    every = [p for p in made.element.body.iter("{*}p")]
    plain = ["".join(t.text or "" for t in p.iter("{*}t")) for p in every]
    kept = sum(1 for p in every for _ in p.iter("{*}noBreakHyphen"))
    assert not [words for words in plain if "M-" in words or "ZZZ-" in words]
    assert kept == 2 * (18 * 4 + 6 + 1)


def test_a_reference_stands_whole_where_it_is_short_or_an_id_and_a_longer_one_may_be_parted() -> None:
    assert stands_whole("P-SFM-2026-06-1")
    assert stands_whole("decision 2.1")
    assert not stands_whole("What the words and symbols mean")
    assert not stands_whole("M-CAP-007 and M-CAP-008")


@given(st.lists(st.sampled_from(["/", "x", "é", " ", "-", "’s", "M-CAP-007", "P-SFM-2026-06-1", "A-level", "→", "“"])).map("".join))
@settings(deadline=None)
def test_no_word_is_lost_in_setting_the_ids_apart(text: str) -> None:
    assert "".join(piece for _, piece in with_ids_apart(text)) == text


def test_a_word_too_long_for_its_line_is_parted_beside_the_ids_in_it_and_an_id_longer_than_a_line_is_parted() -> None:
    assert (
        in_pieces("M-CAP-007/M-CAP-008/M-CAP-009", lambda piece: len(piece) <= 12) == f"M-CAP-007/{MAY_PART}M-CAP-008/{MAY_PART}M-CAP-009"
    )
    assert in_pieces("M-CAP-007", lambda piece: len(piece) <= 5) == f"M-CAP{MAY_PART}-007"


def test_the_references_of_a_list_stand_whole_too() -> None:
    listed = tuple(islice(((Ref(item), Text(", ")) for item in IDS * 12), 60))
    made = drawn(Paragraph(runs(*(run for pair in listed for run in pair))))
    with pdfplumber.open(BytesIO(made.data)) as file:
        lines = [line["text"] for page in file.pages for line in page.extract_text_lines()]
    assert sum(line.count(item) for line in lines for item in IDS) == 60
