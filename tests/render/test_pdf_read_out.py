"""What a screen reader says of a sign in the PDF: the word for the arrow, the status for the letter of a history."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pikepdf
from drawn import faults
from small_document import small_document

from assurance_pack.document.blocks import Heading, Paragraph
from assurance_pack.document.blocks.runs import Status, Text
from assurance_pack.render import load_assets, pdf


def read_instead(data: bytes) -> dict[str, str]:
    """The words that are read out, by the sign that is seen in their place."""
    found: dict[str, str] = {}
    with pdfplumber.open(BytesIO(data)) as shown, pikepdf.open(BytesIO(data)) as pdf:
        for page, drawn_page in zip(shown.pages, pdf.pages, strict=True):
            seen: dict[int, str] = {}
            for char in page.chars:
                seen[char["mcid"]] = seen.get(char["mcid"], "") + char["text"]
            for operands, operator in pikepdf.parse_content_stream(drawn_page):
                if str(operator) == "BDC" and "/ActualText" in operands[1]:
                    found[seen[int(operands[1].MCID)].strip()] = str(operands[1].ActualText)
    return found


def test_arrows_and_the_letters_of_a_history_are_read_out_as_words() -> None:
    history = (Status("on_track", "G", "", read="on track"), Text(" "), Status("at_risk", "A", "", read="then at risk"))
    blocks = (Heading(1, "Pack"), Paragraph((Text("↑ Better: 61%"),)), Paragraph(history))
    made = pdf.write(small_document(blocks=blocks), load_assets()).data
    assert read_instead(made) == {"↑": "up", "G": "on track", "A": "then at risk"}
    assert faults(made) == []
