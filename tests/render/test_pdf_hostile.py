"""Whatever people type, the pages hold: it is printed as text, inside the margins, in our fonts, and the file stays valid."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from drawn import LEFT, RIGHT, drawn, faults, printed
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mock_document import said
from pdf_reader import read

from assurance_pack.document.blocks import Callout, CalloutItem, Figure, KeyFigure, KeyFigures, Paragraph, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks import Table as TableBlock
from assurance_pack.document.blocks.drawings import HeatMap
from assurance_pack.document.blocks.runs import Quote, Ref, Text, runs
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.characters import UNREADABLE, Characters

pytestmark = pytest.mark.usefixtures("each_engine")


HELD = shipped_assets().fonts.held

HOSTILE = {
    "control characters": "a\x00b\x07c\x1b \x85 \ufffe",
    "half a pair of code units": "before \ud800 after",
    "a word of 2,000 letters": "W" * 2000,
    "a line of 400 figures": "1234567890" * 40,
    "Arabic and an override": "they said مرحبا بكم \u202eevil\u202c",
    "emoji": "thank you 😀👍🏽 🇬🇧",
    "Chinese": "日本語 and 中文",
    "Hindi": "नमस्ते दुनिया",
    "markup": "<script>alert(1)</script> <img src=file:///etc/passwd> &amp; <b>",
    "template braces": "{{ 7 * 7 }} {% raw %} {# no #}",
    "style": '"; } body { display: none } </style> url(file:///etc/passwd)',
    "line ends and tabs": "one\r\ntwo\u2028three\tfour",
    "Welsh": "Gwelais ŵyn a thŷ, Ŵ Ŷ",
    "a hyphen that does not break": "well\u2011being",
    "accents taken apart": "cafe\u0301 nai\u0308ve",
    "empty": "",
    "only spaces": " \u00a0 \u2003 ",
    "signs the font lacks": "● ○ □ ↗ ✅ ✔ ① ﬁ Ａ",
    "very long": "word " * 3000,
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_page_holds_whatever_is_typed(text: str) -> None:
    cells = TableRow(tuple(TableCell((Text(text[:300]),)) for _ in range(4)))
    made = drawn(
        Paragraph((Text(text),), number="1.1"),
        Paragraph((Quote(text[:500]), Text(" "), Ref(text[:60], "one"))),
        TableBlock(text[:200], tuple(TableColumn((Text(text[:60]),), w) for w in (0, 4, 4, 4)), (cells, cells), text[:80], 1),
        Callout("Decide", (CalloutItem((Text(text[:400]),), (Text(text[:200]),)),)),
        KeyFigures((KeyFigure(text[:40], (Text(text[:12]),), text[:60]),), text[:60]),
    )
    assert faults(made.data) == []
    outside = [p for p in printed(made.data) if p.left < LEFT - 0.5 or p.right > RIGHT + 0.7]
    assert outside == []
    with pikepdf.open(BytesIO(made.data)) as pdf:
        names = {str(o.FontName) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"}
    assert all("SourceSansPro" in name.replace("-", "") or "Noto" in name for name in names)


def test_families_words_are_never_cut() -> None:
    words = "one two three " * 400
    made = drawn(Paragraph((Quote(words),)))
    assert re.sub(r"\s", "", read(made.data).root.words).count("onetwothree") == 400


def test_markup_is_printed_as_it_was_typed() -> None:
    made = drawn(Paragraph(runs(HOSTILE["markup"])), Paragraph(runs(HOSTILE["template braces"])))
    whole = re.sub(r"\s", "", read(made.data).root.words)
    assert "<script>alert(1)</script><imgsrc=file:///etc/passwd>&amp;<b>" in whole
    assert "{{7*7}}{%raw%}{#no#}" in whole


def test_what_was_replaced_is_said() -> None:
    made = drawn(Paragraph((Quote("so happy 中 they rang 😀"),)))
    assert "so happy [a letter in Chinese script] they rang 😀" in read(made.data).root.words
    assert made.replaced == {"中": "[a letter in Chinese script]"}


@pytest.mark.parametrize(
    ("typed", "printed_as"),
    [
        ("well\u2011being", "well-being"),
        ("● first", "• first"),
        ("they said สวัสดีทุกคน to us", "they said [words in Thai script] to us"),
        ("नमस्ते दुनिया مرحبا", "नमस्ते दुनिया مرحبا"),
        ("日本語", "[words in Chinese script]"),
        ("a\x00b", f"a{UNREADABLE}b"),
        ("\ud83d\ude00", "😀"),
        ("我们在等。好", "[words in Chinese script]"),
        ("one\r\ntwo", "one\ntwo"),
        ("evil\u202elive", "evillive"),
        ("cafe\u0301", "café"),
        ("①", "1"),
        ("½ £ € ŵ ŷ → −", "½ £ € ŵ ŷ → −"),
    ],
)
def test_a_character_the_font_lacks_is_replaced_by_its_like_or_named(typed: str, printed_as: str) -> None:
    assert Characters(HELD).printable(typed) == printed_as


DRAWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Signs before Arabic and Syriac numbers: Python counts them with what is not seen, and fonts draw them."""


@given(st.text())
@example("\u0600")
@settings(max_examples=300, deadline=None)
def test_no_text_leaves_a_character_the_font_lacks(text: str) -> None:
    out = Characters(HELD).printable(text)
    assert all(ord(c) in HELD or c == "\n" for c in out)
    seen = out.translate(dict.fromkeys(map(ord, DRAWN)))
    assert seen.isprintable() or "\n" in out or any(c in out for c in "\u00a0\u202f\u2000")


@given(st.text(alphabet=st.characters(codec="ascii", min_codepoint=32, max_codepoint=126)))
def test_plain_words_are_left_as_they_are(text: str) -> None:
    characters = Characters(HELD)
    assert characters.printable(text) == text
    assert characters.replaced == {}


def test_a_risk_named_in_markup_is_only_text_in_the_drawing() -> None:
    from assurance_pack.document.blocks.drawings import HeatMark

    words = ("Rare", "Unlikely", "Possible", "Likely", "<b>Sure</b>")
    heat = HeatMap((HeatMark("</text><script>", 5, 5),), (("Low", 1, 14), ("High", 15, 25)), words, words)
    made = drawn(Figure("Risks <i>", heat, said("One “risk” & no more")))
    assert faults(made.data) == []
    assert [f.alt for f in read(made.data).root.all("Figure")] == ["One “risk” & no more"]
