"""The page for a screen stands alone, is made of the right parts, and passes axe-core in a real browser, by keyboard and on a telephone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from mock_document import document

from assurance_pack.document.blocks import Figure, Heading, Paragraph, Table
from assurance_pack.document.blocks.runs import Quote
from assurance_pack.render import load_assets, web

CHECKS = Path(__file__).parents[1] / "browser"


@pytest.fixture(scope="module")
def page() -> bytes:
    return web.write(document(), load_assets())


@pytest.fixture(scope="module")
def tree(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page.decode())


def test_the_page_asks_for_nothing_from_anywhere(page: bytes) -> None:
    whole = page.decode()
    addresses = re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)""", whole)
    assert {a[0] if a.startswith("#") else a.split(",")[0].split(";")[0] for a in addresses} == {"#", "data:font/ttf", "data:image/svg+xml"}
    assert "<script" not in whole
    assert "default-src 'none'" in whole


def test_the_page_is_small_because_its_fonts_hold_only_what_it_prints(page: bytes) -> None:
    assert len(page) < 250_000


def test_the_page_has_its_landmarks_its_language_and_one_title(tree: html.HtmlElement) -> None:
    assert tree.get("lang") == "en-GB"
    assert tree.findtext(".//title") == document().title
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert len(tree.findall(f".//{landmark}")) == 1, landmark
    assert tree.find(".//body")[0].get("class") == "skip"


def test_headings_follow_one_another_without_a_level_left_out(tree: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_has_somewhere_to_go_and_every_anchor_is_there_once(tree: html.HtmlElement) -> None:
    ids = Counter(tree.xpath("//@id"))
    assert max(ids.values()) == 1
    assert {h.removeprefix("#") for h in tree.xpath("//a/@href")} <= set(ids)


def test_every_section_is_in_the_contents(tree: html.HtmlElement) -> None:
    sections = [b.anchor for b in document().blocks if isinstance(b, Heading) and b.level == 2]
    assert [h.removeprefix("#") for h in tree.xpath("//nav//a/@href")] == sections


def test_every_table_has_a_name_and_scopes_and_stands_where_it_can_be_scrolled(tree: html.HtmlElement) -> None:
    tables = tree.findall(".//table")
    assert len(tables) == 1 + sum(isinstance(b, Table) for b in document().blocks)
    for table in tables:
        assert table.find("caption") is not None or table.get("aria-label")
        assert {th.get("scope") for th in table.iter("th")} <= {"col", "row"}
        around = table.getparent()
        assert (around.get("role"), around.get("tabindex")) == ("region", "0")
        assert around.get("aria-label")
    names = [d.get("aria-label") for d in tree.xpath("//div[@role='region']")]
    assert len(set(names)) == len(names)


def test_every_drawing_is_a_picture_with_its_sentence(tree: html.HtmlElement) -> None:
    drawings = tree.findall(".//figure//svg")
    for_a_telephone = tree.xpath("//figure//div[@class='narrow']/svg")
    assert len(drawings) - len(for_a_telephone) == sum(isinstance(b, Figure) for b in document().blocks)
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert len(drawing[0].text or "") > 40


def test_markup_that_was_typed_is_only_text() -> None:
    bad = "</style><script>alert(1)</script>"
    made = web.write(document(blocks=(Heading(1, bad), Heading(2, bad, "1", "one"), Paragraph((Quote(bad),)))), load_assets())
    assert b"<script" not in made


def test_the_page_says_draft_and_its_marking_at_the_top() -> None:
    top = html.document_fromstring(web.write(document(draft=True), load_assets()).decode()).find(".//header")
    assert "Draft | Assurance pack, June 2026 | OFFICIAL" in top.text_content()


# ---------- in a real browser ----------


def _browser() -> str:
    """The browser to look with; the test is left out, with its reason, where there is none."""
    found = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    if not found:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    if not shutil.which("node") or not (CHECKS / "node_modules" / "axe-core").is_dir():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    return found


def all_looked_at(*asked: tuple[str, Path]) -> list[dict[str, object]]:
    """What is found of each of these pages, by one browser: how much is asked of it, and its file."""
    pages = (str(said) for one in asked for said in one)
    done = subprocess.run(["node", str(CHECKS / "look.mjs"), _browser(), *pages], capture_output=True, text=True, timeout=180, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def both_looked_at(page: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """The page, and one without its language and with words too faint."""
    good, worse = (tmp_path_factory.mktemp("page") / name for name in ("page.html", "worse.html"))
    good.write_bytes(page)
    worse.write_bytes(page.replace(b"--grey: #505a5f", b"--grey: #b0b8bb").replace(b'<html lang="en-GB">', b"<html>"))
    return all_looked_at(("all", good), ("desk", worse))


@pytest.fixture(scope="module")
def looked_at(both_looked_at: list[dict[str, object]]) -> dict[str, object]:
    return both_looked_at[0]


@pytest.mark.browser
def test_axe_core_finds_no_violation_on_a_desk_or_a_telephone(looked_at: dict[str, object]) -> None:
    assert looked_at["violations"] == []
    assert looked_at["rules_passed"] > 30  # type: ignore[operator]


@pytest.mark.browser
def test_axe_core_would_have_found_a_page_without_its_language_and_words_too_faint(both_looked_at: list[dict[str, object]]) -> None:
    found = " ".join(both_looked_at[1]["violations"])  # type: ignore[arg-type]
    assert "color-contrast" in found
    assert "html-has-lang" in found


@pytest.mark.browser
def test_on_a_dark_screen_the_page_is_dark_and_what_is_drawn_stands_on_white(looked_at: dict[str, object]) -> None:
    assert set(looked_at["grounds"]) == {"360", "768", "1280"}  # type: ignore[call-overload]
    for page, *figures in looked_at["grounds"].values():  # type: ignore[attr-defined]
        assert page == "rgb(20, 26, 30)"
        assert set(figures) == {"rgb(255, 255, 255)"}


@pytest.mark.browser
def test_the_browser_asked_for_nothing_and_complained_of_nothing(looked_at: dict[str, object]) -> None:
    assert looked_at["requests"] == []
    assert looked_at["complaints"] == []
    assert looked_at["fonts"] == ["Source Sans Pro 300 loaded", "Source Sans Pro 400 loaded", "Source Sans Pro 600 loaded"]


@pytest.mark.browser
def test_the_first_stop_of_the_keyboard_skips_to_the_pack_and_every_stop_can_be_seen(looked_at: dict[str, object]) -> None:
    stops = looked_at["stops"]
    assert stops[0]["words"] == "Skip to the pack"  # type: ignore[index]
    assert looked_at["after_skip"] == "pack"
    assert all(stop["seen"] for stop in stops)  # type: ignore[attr-defined]


@pytest.mark.browser
def test_nothing_runs_over_the_side_of_a_small_screen_or_at_twice_the_size(looked_at: dict[str, object]) -> None:
    assert looked_at["runs_over_at_320"] is False
    assert looked_at["runs_over_at_200_percent"] is False
    assert looked_at["scrolls_by_keyboard"]


@pytest.mark.browser
def test_every_drawing_is_seen_on_a_telephone_as_its_caption_speaks_of_it(looked_at: dict[str, object]) -> None:
    widths = looked_at["drawings_at_320"]
    assert isinstance(widths, list)
    assert widths
    assert all(len(seen) == 1 and 200 < seen[0] <= 320 for seen in widths), widths  # each figure once: whole, or its charts two abreast


def test_no_table_or_figure_stands_off_the_side_of_a_telephone_a_tablet_or_a_desk(looked_at: dict[str, object]) -> None:
    assert looked_at["off_the_side"] == {"360": [], "640": [], "768": [], "1280": []}


@pytest.mark.browser
def test_on_a_telephone_each_row_is_a_card_that_says_the_head_of_each_column(looked_at: dict[str, object], tree: html.HtmlElement) -> None:
    assert set(looked_at["cards"]) == {"block"}  # type: ignore[call-overload]
    for table in tree.xpath("//table[not(@class='kf')]"):
        heads = [
            " ".join("".join(th.xpath(".//text()[not(ancestor::svg) or parent::title]")).split()) for th in table.findall("thead/tr/th")
        ]
        for row in table.findall("tbody/tr"):
            assert [td.get("data-head") for td in row.findall("td")] == heads[len(heads) - len(row.findall("td")) :]


@pytest.mark.browser
def test_the_page_can_be_printed(looked_at: dict[str, object]) -> None:
    assert looked_at["printed"] > 50_000  # type: ignore[operator]
