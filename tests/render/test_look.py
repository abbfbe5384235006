"""The look: every pair of colours reads, a corporate look that does not is refused with the way out, and so is a font or a logo that will not do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from drawn import drawn, faults, mock, mock_read
from mock_document import document
from pdf_reader import read

from assurance_pack.document.blocks import Paragraph
from assurance_pack.document.blocks.runs import Status
from assurance_pack.render import LookRefused, load_assets, pdf
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.colour import contrast, mix
from assurance_pack.render.corporate import Pair, corporate, pairs
from assurance_pack.render.html import Page
from assurance_pack.render.look import HANG_MM, SHAPES, SHIPPED, SIZES, STATUS, TEXT_MM, column_widths


@pytest.mark.parametrize("pair", pairs(SHIPPED), ids=lambda p: p.name)
def test_every_pair_of_colours_of_the_shipped_look_has_the_contrast_it_needs(pair: Pair) -> None:
    assert contrast(pair.text, pair.ground) >= pair.least


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")
    assert mix("#000000", 0.5) == "#808080"


def test_every_status_differs_from_every_other_in_more_than_colour() -> None:
    letters = {"complete": "B", "on_track": "G", "green": "G", "at_risk": "A", "amber": "A", "off_track": "R", "red": "R"}
    told_apart = {(mark.shape, mark.dashed, mark.fill == "#ffffff", letters.get(m, m[0])) for m, mark in STATUS.items()}
    assert len(told_apart) == len(STATUS) - 3, "only the colour names of confidence share a mark with a milestone's status"
    assert set(SHAPES) == {mark.shape for mark in STATUS.values()}


def test_the_scale_of_type_holds_body_at_12_tables_at_10_and_a_half_and_figures_at_10() -> None:
    assert SIZES["body"].pt == 12
    assert SIZES["table"].pt >= 10.5
    assert SIZES["drawn"].pt >= 10


def test_only_colours_of_the_look_are_on_the_page() -> None:
    page = Page(document(), load_assets())
    printed = set(re.findall(r"#[0-9a-f]{6}\b", (page.written("pack.css.j2") + page.written("page.html.j2")).lower()))
    known = {c for p in pairs(SHIPPED) for c in (p.text, p.ground)} | {
        "#c3cacd",
        "#dde3e5",
        SHIPPED.band,
        SHIPPED.column,
        "#2c3a41",
        "#3c484e",
    }
    assert printed <= known


# ---------- a corporate look ----------


def test_a_boards_own_accent_is_used_throughout() -> None:
    assets = load_assets(accent="#7a1f5c")
    page = Page(document(), assets)
    whole = page.written("pack.css.j2") + page.written("page.html.j2")
    assert "#7a1f5c" in whole
    assert "#0b4a5e" not in whole
    assert faults(pdf.write(document(), assets).data) == []


@pytest.mark.parametrize("accent", ["#003087", "#7a1f5c", "#00703c", "#1d70b8", "#4c2c92", "#000000"])
def test_a_dark_accent_is_taken_and_every_pair_still_reads(accent: str) -> None:
    assert all(contrast(p.text, p.ground) >= p.least for p in pairs(corporate(accent)))


@pytest.mark.parametrize("accent", ["#ffcc00", "#ff0000", "#41b6e6", "#ffffff", "#00b140", "#888888"])
def test_an_accent_that_cannot_be_read_is_refused_with_one_that_can(accent: str) -> None:
    with pytest.raises(LookRefused) as refused:
        corporate(accent)
    message = str(refused.value)
    assert message.startswith(f'pack.toml [look] accent "{accent}" cannot be used:')
    assert "is needed to be read" in message
    better = re.search(r'such as "(#[0-9a-f]{6})"', message)
    assert better
    corporate(better[1])


def test_a_tint_that_cannot_be_read_on_the_panel_is_refused_with_one_that_can() -> None:
    with pytest.raises(LookRefused, match=r'tint "#4477aa" cannot be used: notes on the decisions panel') as refused:
        corporate(tint="#4477aa")
    corporate(tint=re.search(r'such as "(#[0-9a-f]{6})"', str(refused.value))[1])  # type: ignore[index]


@pytest.mark.parametrize("colour", ["red", "#12345", "0b4a5e", "#0b4a5g", "rgb(1,2,3)"])
def test_what_is_no_colour_is_said_to_be_none(colour: str) -> None:
    with pytest.raises(LookRefused, match=r"is not a colour\. Write it as # and six figures"):
        corporate(colour)


def test_a_font_is_a_folder_of_static_files_with_every_character_the_pack_prints(tmp_path: Path) -> None:
    shutil.copytree(shipped_assets().folders[0] / "fonts", tmp_path / "ours")
    assert load_assets(font="ours", home=tmp_path).fonts.family == "Source Sans Pro"
    with pytest.raises(LookRefused, match="“theirs” cannot be used: it needs static TrueType files"):
        load_assets(font="theirs", home=tmp_path)


def test_a_font_without_welsh_letters_is_refused_by_their_name(tmp_path: Path) -> None:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    (tmp_path / "poor").mkdir()
    for weight in ("Light", "Regular", "Semibold"):
        font = TTFont(shipped_assets().folders[0] / "fonts" / f"SourceSansPro-{weight}.ttf")
        subsetter = Subsetter(Options())
        subsetter.populate(unicodes=[c for c in font.getBestCmap() if chr(c) not in "ŵŷ"])
        subsetter.subset(font)
        font.save(tmp_path / "poor" / f"{weight}.ttf")
    with pytest.raises(LookRefused, match="it lacks characters the pack prints: ŵ ŷ"):
        load_assets(font="poor", home=tmp_path)


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "x.ttf").write_bytes(b"not a font")
    with pytest.raises(LookRefused, match=r"x\.ttf is not a TrueType font that can be read"):
        load_assets(font="broken", home=tmp_path)


def test_a_logo_stands_on_page_one_and_is_not_read_out(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_picture())
    made = pdf.write(document(), load_assets(logo="logo.png", home=tmp_path))
    assert faults(made.data) == []
    figures = [f.alt for f in read(made.data).root.all("Figure")]
    assert figures == [f.alt for f in mock_read().root.all("Figure")], (
        "only the figures of the pack, and the bars of its plan, are read out"
    )
    assert made.data != mock().data
    assert made.pages == mock().pages


def _picture() -> bytes:
    import struct
    import zlib

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x20\x60\xa0" * 60 for _ in range(20))
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", struct.pack(">IIBBBBB", 60, 20, 8, 2, 0, 0, 0))
        + part(b"IDAT", zlib.compress(rows))
        + part(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is not a PNG or JPEG picture. Save it as PNG."),
        ("logo.png", b"GIF89a", "is not a PNG or JPEG picture. Save it as PNG."),
        ("large.png", b"\x89PNG\r\n\x1a\n" + b"0" * 600_000, "is larger than 500 kB"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(LookRefused, match=re.escape(reason)):
        load_assets(logo=name, home=tmp_path)


def test_a_logo_that_is_not_there_is_said_not_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(LookRefused, match=r"logo: “nowhere\.png” cannot be read\. Check its name and folder"):
        load_assets(logo="nowhere.png", home=tmp_path)


# ---------- the grid ----------


def test_the_first_column_stands_in_the_hang_and_the_others_share_the_twelfths() -> None:
    twelfth = TEXT_MM / 12
    assert column_widths([0, 6, 2, 4]) == pytest.approx([HANG_MM, 6 * twelfth, 2 * twelfth, 4 * twelfth], abs=0.01)


def test_a_first_column_wider_than_the_hang_takes_its_twelfths_from_the_others() -> None:
    twelfth = TEXT_MM / 12
    assert column_widths([2, 4.5, 5.5]) == pytest.approx([HANG_MM + 2 * twelfth, 4.5 * twelfth, 5.5 * twelfth], abs=0.01)


@pytest.mark.parametrize("widths", [[0, 12], [5], [0, 3, 3], [2, 20, 1], [0, 0, 0], [1, 11, 12]])
def test_columns_always_fill_the_text_width(widths: list[float]) -> None:
    made = column_widths(widths)
    assert sum(made) == pytest.approx(HANG_MM + TEXT_MM, abs=0.05)
    assert min(made) > 0


@pytest.mark.parametrize("meaning", STATUS)
def test_every_status_can_be_printed_with_its_letter_and_word(meaning: str) -> None:
    made = drawn(Paragraph((Status(meaning, "Q", "the word"),)))
    assert "Q the word" in read(made.data).root.words
