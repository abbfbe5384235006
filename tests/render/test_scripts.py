"""Words in another script are printed: in fonts that travel with the product, from the right where they are read from there, everywhere alike."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest
from pdf_reader import read
from small_document import small_document

from assurance_pack.document.blocks import Document, Heading, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks import Table as TableBlock
from assurance_pack.document.blocks.runs import Quote, runs
from assurance_pack.intake import as_typed
from assurance_pack.render import characters, pdf, web, word
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.characters import Characters, reads_from_the_right

FONTS = Path(__file__).parents[2] / "templates" / "look" / "fonts"
HELD = shipped_assets().fonts.held
SAID = {
    "Arabic": "ابني ينتظر مكانا في المدرسة منذ ستة أشهر، ولا أحد يجيب على الهاتف.",
    "Persian": "مدرسه\u200cای که پسرم در آن جا دارد دور است.",
    "Urdu": "میرا بیٹا اسکول میں جگہ کا انتظار کر رہا ہے۔",
    "Hebrew": "הבן שלי מרוצה.",
    "Hindi": "मेरा बेटा स्कूल में जगह का इंतज़ार कर रहा है।",
    "Bengali": "আমার ছেলে অপেক্ষা করছে।",
    "Punjabi": "ਮੇਰਾ ਪੁੱਤਰ ਉਡੀਕ ਕਰ ਰਿਹਾ ਹੈ।",
    "Gujarati": "મારો દીકરો રાહ જુએ છે.",
    "Tamil": "என் மகன் காத்திருக்கிறான்.",
    "Russian": "Моя дочь ждёт места.",
    "Ukrainian": "Моя донька чекає, їй потрібне місце.",
    "Greek": "Το παιδί μου περιμένει.",
}


def told(*words: str) -> Document:
    row = TableRow((TableCell(runs("What is working")), *(TableCell((Quote(w),)) for w in words)))
    columns = (TableColumn(runs("We asked"), 0), *(TableColumn(runs(f"Group {n}"), 12 / len(words), "words") for n, _ in enumerate(words)))
    table = TableBlock(caption="In their own words", columns=columns, rows=(row,), summary="Their words.", style="voice")
    return small_document(blocks=(Heading(1, "Assurance pack"), table))


@pytest.mark.parametrize("words", SAID.values(), ids=SAID.keys())
def test_every_letter_of_the_scripts_families_here_write_is_held(words: str) -> None:
    assert Characters(HELD).printable(words) == unicodedata.normalize("NFC", words)


def test_the_reader_warns_of_exactly_the_scripts_the_fonts_lack() -> None:
    assert as_typed.SCRIPTS == characters.SCRIPTS
    alphabets = {
        "GREEK": range(0x391, 0x3CA),
        "CYRILLIC": range(0x401, 0x460),
        "HEBREW": range(0x5D0, 0x5EB),
        "ARABIC": range(0x620, 0x6D4),
    }
    for name in as_typed.PRINTED_SCRIPTS - {"LATIN"}:
        letters = [c for c in map(chr, alphabets.get(name, range(0x900, 0xC00))) if as_typed.script_of(c).upper() == name]
        assert len(letters) > 20, name
        assert [c for c in letters if ord(c) not in HELD] == [], name
    assert as_typed.scripts_not_printed("我们在等 and 日本語 and ሰላም") == ("Chinese", "Ethiopic")
    assert as_typed.scripts_not_printed(" ".join(SAID.values()) + " naïve ŵ ﬁ ª µ Ａ") == ()


def test_the_fonts_for_other_scripts_weigh_less_than_three_megabytes_and_carry_their_licence() -> None:
    assert sum(p.stat().st_size for p in (FONTS / "scripts").iterdir()) < 3_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "scripts" / "OFL.txt").read_text(encoding="utf-8")


def test_a_page_without_them_carries_none_of_them() -> None:
    document = told("The drop-ins help.")
    assert shipped_assets().fonts.beyond(str(document)) == ()
    assert b"Noto" not in web.write(document, shipped_assets())


def test_pages_word_and_screen_say_the_same_in_every_script() -> None:
    # right to left letters come back from a PDF in the order they are drawn in, so words are compared as sets of letters
    document = told(*SAID.values())
    printed = "".join(read(pdf.write(document, shipped_assets()).data).root.words.split())
    with zipfile.ZipFile(io.BytesIO(word.write(document, shipped_assets()))) as archive:
        in_word = archive.read("word/document.xml").decode()
    on_screen = web.write(document, shipped_assets()).decode()
    for words in SAID.values():
        assert words in in_word
        assert words in on_screen
        assert {c for c in words if unicodedata.category(c) == "Lo"} - set(printed) == set()
    assert "[words in" not in printed + in_word + on_screen


def test_words_from_the_right_are_set_from_the_right_line_by_line() -> None:
    document = told(f"{SAID['Arabic']}\nWe are waiting.")
    on_screen = web.write(document, shipped_assets()).decode()
    cell = rf'<td [^>]*class="words rtl"><q><span dir="rtl">“{re.escape(SAID["Arabic"])}</span><br>We are waiting.”</q></td>'
    assert re.search(cell, on_screen)
    with zipfile.ZipFile(io.BytesIO(word.write(document, shipped_assets()))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert xml.count("<w:rtl/>") == 1
    assert xml.count("<w:bidi/>") == 1
    assert [reads_from_the_right(w) for w in ("“ابني”", "הבן 5", "We said مرحبا", "5 + 5", "")] == [True, True, False, False, False]


def test_a_script_the_fonts_lack_is_named_alike_on_the_page_and_in_word() -> None:
    document = told("我们在等。 We are waiting.")
    said_of_it = "“[words in Chinese script] We are waiting.”"
    assert said_of_it in " ".join(read(pdf.write(document, shipped_assets()).data).root.words.split())
    with zipfile.ZipFile(io.BytesIO(word.write(document, shipped_assets()))) as archive:
        assert said_of_it in archive.read("word/document.xml").decode()


def test_joiners_stay_where_they_join_and_go_where_they_only_hide() -> None:
    printable = Characters(HELD).printable
    assert printable("مدرسه\u200cای") == "مدرسه\u200cای"
    assert printable("क्\u200dष") == "क्\u200dष"
    assert printable("👩\u200d👧 and 😀👍") == "👩\u200d👧 and 😀👍"
    assert printable("se\u200ccret \u200dwords") == "secret words"
    for kept in ("مدرسه\u200cای", "क्\u200dष", "👩\u200d👧"):
        assert as_typed.clean(kept) == (kept, False)
    assert as_typed.clean("999\u200d000") == ("999000", True)
