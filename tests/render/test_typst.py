"""The pages that Typst sets: words are data and never code, nothing is fetched, and the same document gives the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from drawn import drawn, faults, set_by
from elsewhere import printed_elsewhere
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reader import Element, read
from pypdf import PdfReader
from small_document import small_document
from test_look import _picture
from test_scripts import SAID, told

from assurance_pack.document.blocks import Bullets, Heading, Paragraph, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks import Table as TableBlock
from assurance_pack.document.blocks.runs import Quote, Text, runs
from assurance_pack.render import CannotDraw, LookRefused, load_assets, typst
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.characters import Characters
from assurance_pack.render.engines import ENGINES
from assurance_pack.render.written import DrawingFailed

HERE = Path(__file__).parent
CODE = [
    "#panic(1)", "$x^2$", "*bold* _slanted_ `raw`", "<label> @reference", "= no heading", "- no item\n+ no number\n/ no: term", "\\u{41} \\n \\",
    "#import \"@preview/cetz:0.3.0\"", "#read(\"/etc/passwd\")", "#sys.inputs", "[]] } {(", "// no remark /* nor this */", "-- --- ... ~ -?", "\"'quotes'\"",
    "https://example.org/x", "{{ 7 * 7 }} {% raw %}", "#[#eval(\"1+1\")]", "\u00a0#h(1fr)", "&lt;b&gt;",
]  # fmt: skip


def words_of(*typed: str) -> dict[str, list[str]]:
    """What is printed of each text, in a paragraph, a heading, a quotation in a list and a cell, without spaces."""
    columns = (TableColumn(runs("Row"), 0), TableColumn(runs("Typed"), 12))
    with set_by("typst"):
        made = drawn(
            *(Paragraph((Text(text),), number="1.1") for text in typed),
            *(Heading(3, text) for text in typed),
            Bullets(tuple((Quote(text),) for text in typed)),
            TableBlock(
                "Typed", columns, tuple(TableRow((TableCell(runs("x")), TableCell((Text(text, strong=True),)))) for text in typed), "s", 1
            ),
        )
    found = read(made.data).root
    return {tag: [_squeezed(e) for e in found.all(tag)] for tag in ("P", "H3", "LBody", "TD")}


def _squeezed(element: Element) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", element.words))


def expected(text: str) -> str:
    return re.sub(r"\s", "", Characters(shipped_assets().fonts.held).printable(text))


def test_whatever_would_be_code_to_typst_is_printed_as_it_was_typed() -> None:
    printed = words_of(*CODE)
    for text in CODE:
        wanted = expected(text)
        for tag, shown in (("P", f"1.1{wanted}"), ("H3", wanted), ("LBody", f"“{wanted}”"), ("TD", wanted)):
            assert shown in printed[tag], (tag, text)


LETTERS = st.sampled_from([*"#$*_`<>@=-+/\\{}[]()\"'~&%;:.,!? \n", *"aZ09", "é", "“", "£", "→", "\u00a0"])


@given(st.lists(st.text(LETTERS, min_size=1, max_size=30).filter(lambda t: bool(t.strip())), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_any_text_of_a_cell_prints_as_it_stands(typed: list[str]) -> None:
    columns = (TableColumn(runs("Row"), 0), TableColumn(runs("Typed"), 12))
    rows = tuple(TableRow((TableCell(runs("x")), TableCell((Text(text),)))) for text in typed)
    with set_by("typst"):
        made = drawn(TableBlock("Typed", columns, rows, "s", 1))
    assert [_squeezed(e) for e in read(made.data).root.all("TD")] == [expected(text) for text in typed]


def test_words_in_another_script_are_set_in_the_fonts_that_travel_with_the_pack() -> None:
    made = typst.write(told(*SAID.values()), shipped_assets())
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(made.data)).pages)
    for name, words in SAID.items():
        assert {c for c in words if unicodedata.category(c) == "Lo"} - set(printed) == set(), name
    assert "[words in" not in printed
    assert faults(made.data) == []


def test_words_from_the_right_stand_at_the_right_of_their_cell() -> None:
    made = typst.write(told("הבן שלי."), shipped_assets())
    with pdfplumber.open(BytesIO(made.data)) as file:
        first = [c for c in file.pages[0].chars if c["text"] == "ה"]
    assert first
    assert first[0]["x0"] > 500, "the first letter stands at the right edge"


PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from mock_document import document
from assurance_pack.render import load_assets, typst
print(hashlib.sha256(typst.write(document(contents=True, draft=True), load_assets()).data).hexdigest())
"""


def test_separate_processes_give_the_same_bytes_whatever_surrounds_them(tmp_path: Path) -> None:
    one = printed_elsewhere(PROGRAM, tmp_path, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    other = printed_elsewhere(
        PROGRAM, Path.home(), PYTHONHASHSEED="4242", TZ="Pacific/Auckland", SOURCE_DATE_EPOCH="1", TYPST_FONT_PATHS="/usr/share/fonts"
    )
    assert one == other
    assert len(one.strip()) == 64


def test_only_the_shipped_template_is_used_and_no_word_of_it_reaches_out() -> None:
    template = (load_assets().folders[-1] / "pack.typ").read_text(encoding="utf-8")
    assert "#import" not in template
    assert not re.search(r"\b(?:read|csv|yaml|toml|xml|plugin|eval|include)\(", template)
    assert re.findall(r"\bjson\(([^)]*)\)", template) == ['"document.json"']


def test_a_boards_own_template_for_typst_is_not_run(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "look"
    own.mkdir(parents=True)
    (own / "pack.typ").write_text('#import "@preview/cetz:0.3.0"\n#panic("run")', encoding="utf-8")
    assert typst.write(small_document(), load_assets(home=tmp_path)).pages == 3


def test_what_cannot_be_set_is_a_sentence_and_no_half_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assurance_pack.render.typst._look", lambda page: {"ink": "no colour"})
    with pytest.raises(DrawingFailed, match="could not be set"):
        typst.write(small_document(), shipped_assets())


def test_a_machine_without_typst_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CannotDraw, match="Install pack again"):
        typst.write(small_document(), shipped_assets())
    assert "Install pack again" in ENGINES["typst"].missing()


def test_importing_the_writers_does_not_load_typst() -> None:
    program = "import sys; import assurance_pack.render.engines; print('typst' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=HERE.parents[1], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_logo_stands_on_page_one_and_is_not_read_out(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_picture())
    plain, marked = (typst.write(small_document(), load_assets(logo=logo, home=tmp_path)).data for logo in ("", "logo.png"))
    assert [f.alt for f in read(marked).root.all("Figure")] == [f.alt for f in read(plain).root.all("Figure")]
    with pdfplumber.open(BytesIO(marked)) as file:
        assert [len(p.images) for p in file.pages] == [1, 0, 0]
    assert faults(marked) == []


def test_the_look_of_a_board_reaches_the_pages_typst_sets(tmp_path: Path) -> None:
    data = typst.write(small_document(), load_assets(accent="#6b2c91", home=tmp_path)).data
    assert data != typst.write(small_document(), shipped_assets()).data
    with pytest.raises(LookRefused):
        load_assets(accent="#ffff00", home=tmp_path)
