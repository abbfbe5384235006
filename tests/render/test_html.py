"""Blocks as HTML: every kind known, the unknown refused, words escaped, and what belongs together kept on one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from mock_document import MONTH, document, said, table

from assurance_pack.document import blocks as the_blocks
from assurance_pack.document.blocks import Block, Figure, Heading, KeyFigure, KeyFigures, Paragraph, Table, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks.drawings import Drawing, HeatMap, HeatMark
from assurance_pack.document.blocks.runs import Break, Link, Quote, Ref, Run, Sign, Status, Text, plain, runs
from assurance_pack.document.figure_data import heat_map_data
from assurance_pack.render import LookRefused, load_assets, web
from assurance_pack.render.asked_of_blocks import UnknownBlock, parts
from assurance_pack.render.binding import bound
from assurance_pack.render.charts import svg
from assurance_pack.render.html import Page, css_string
from assurance_pack.render.look import HANG_MM, STATUS, TEXT_MM


def page(*blocks: Any, **options: Any) -> str:
    return Page(document(blocks=blocks, **options), load_assets()).written("page.html.j2")


def test_every_kind_of_block_is_on_the_pages_of_the_mock_or_known_to_the_template() -> None:
    template = (load_assets().folders[0] / "blocks.html.j2").read_text(encoding="utf-8")
    for kind in (*get_args(Block), *get_args(Run)):
        assert f'kind == "{kind.__name__}"' in template, kind


def test_every_status_a_block_may_have_has_a_mark() -> None:
    assert set(STATUS) == set(the_blocks.BADGES)


@dataclass(frozen=True)
class Banner:
    text: str = "x"
    anchor: str = ""


@pytest.mark.parametrize("strange", [Banner(), "words", None])
def test_a_block_that_is_not_known_stops_the_writing(strange: Any) -> None:
    with pytest.raises(UnknownBlock, match=r"is not a block, run or drawing that can be printed"):
        page(strange)


def test_a_run_that_is_not_known_stops_the_writing() -> None:
    with pytest.raises(UnknownBlock, match="Banner"):
        page(Paragraph((Banner(),)))  # type: ignore[arg-type]


def test_a_drawing_that_is_not_known_stops_the_writing() -> None:
    with pytest.raises(AssertionError):
        svg(Banner())  # type: ignore[arg-type]
    assert len(get_args(Drawing)) == 2


def test_a_status_without_a_mark_stops_the_writing() -> None:
    with pytest.raises(UnknownBlock, match="“greenish” is not a status that has a mark"):
        page(Paragraph((Status("greenish", "G", "Greenish"),)))


def test_a_row_shorter_than_its_head_stops_the_writing() -> None:
    ragged = Table("T", (TableColumn(runs("A"), 0), TableColumn(runs("B"), 12)), (TableRow((TableCell(runs("x")),)),), "s", 1)
    with pytest.raises(UnknownBlock, match="has 2 columns and a row of 1"):
        page(ragged)


def test_words_are_escaped_everywhere() -> None:
    bad = "<i>&\"'"
    column = TableColumn(runs(bad), 0)
    whole = page(
        Heading(1, bad), Heading(2, bad, bad, "a"), Heading(3, bad, note=bad), Paragraph((Text(bad), Quote(bad), Ref(bad, "a"), Sign("mixed", bad, bad))),
        Table(bad, (column, column), (TableRow((TableCell(runs(bad)), TableCell(runs(bad)))),), bad, 1, "t"), KeyFigures((KeyFigure(bad, runs(bad), bad),), bad),
    )  # fmt: skip
    assert "<i>" not in whole
    assert whole.count("&lt;i&gt;") >= 16


def test_the_template_holds_no_words_of_its_own() -> None:
    for name in ("blocks.html.j2", "page.html.j2", "web.html.j2"):
        template = (load_assets().folders[0] / name).read_text(encoding="utf-8")
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
        bare = re.sub(r"<style>.*?</style>|<[^>]*>| id=\"\"", " ", bare, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{2,}", bare.replace("&nbsp;", " ")) == [], name


# ---------- what stays together ----------


def _grouped(*content: Run) -> list[tuple[bool, str]]:
    return [(together, plain(part)) for together, part in bound(content)]


def test_a_reference_in_brackets_stays_with_the_word_before_it() -> None:
    assert _grouped(Text("not before September. ("), Ref("2.1", "x"), Text(") More.")) == [
        (False, "not before "), (True, "September. (2.1)"), (False, " More."),
    ]  # fmt: skip


def test_a_word_tied_by_a_no_break_space_stays_with_what_follows() -> None:
    assert _grouped(Text("now due in\u00a0"), Ref("M-CAP-007")) == [(False, "now due "), (True, "in M-CAP-007")]


def test_a_reference_after_an_ordinary_space_may_begin_a_line() -> None:
    assert _grouped(Text("see "), Ref("M-CAP-007"), Text(" now ")) == [(False, "see "), (False, "M-CAP-007"), (False, " now")]


def test_a_stop_after_a_reference_stays_with_it() -> None:
    assert _grouped(Text("see "), Ref("M-CAP-007"), Text(", then")) == [(False, "see "), (True, "M-CAP-007,"), (False, " then")]


def test_a_long_last_word_is_not_forced_onto_one_line_with_a_reference() -> None:
    assert _grouped(Text("x" * 60 + " ("), Ref("2.1"))[0] == (False, "x" * 60 + " (")


@pytest.mark.parametrize("block", [b for b in MONTH if isinstance(b, Table)])
def test_no_word_is_lost_in_keeping_them_together(block: Table) -> None:
    for row in block.rows:
        for cell in row.cells:
            assert "".join(words for _, words in _grouped(*cell.content)) == plain(cell.content)


def test_a_cell_is_parted_into_paragraphs_at_its_line_breaks() -> None:
    assert [plain(p) for p in parts((Text("a"), Break(), Break(), Text("b"), Text("c")))] == ["a", "bc"]


# ---------- the page ----------


def test_two_blocks_of_one_anchor_do_not_both_claim_it() -> None:
    whole = page(Heading(1, "T"), Paragraph(runs("a"), anchor="x"), Paragraph(runs("b"), anchor="x"))
    assert whole.count('id="x"') == 1


def test_the_running_lines_cannot_break_out_of_the_style() -> None:
    assert css_string('"; } body { display: none } \n') == '"\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\a "'


def test_contents_are_listed_only_where_asked_for_and_before_the_second_page() -> None:
    blocks = (
        Heading(1, "T"),
        Heading(2, "First", "1", "one"),
        Heading(2, "Second", "2", "two", new_page=True),
        Heading(2, "Annex", "", "annex"),
    )
    assert "<nav" not in page(*blocks)
    listed = page(*blocks, contents=True)
    assert listed.index("First</h2>") < listed.index("<nav") < listed.index("Second</h2>")
    assert re.findall(r'<li data-to="(#\w+)">', listed) == ["#one", "#two", "#annex"]


def test_figures_stand_right_and_noughts_are_quiet() -> None:
    whole = page(table(1, "Counts", "What:2 | Number:5:number | Words:5:words", ["a | 0 | “said”", "b | 12 | x"], "counts"))
    assert '<td class="num zero">0</td>' in whole
    assert '<td class="num">12</td>' in whole
    assert '<td class="words"><q>“said”</q></td>' in whole
    assert '<th scope="row">a</th>' in whole


def test_key_figures_share_the_width_by_what_they_say() -> None:
    figures = KeyFigures((KeyFigure("A", said("{A}"), "x"), KeyFigure("A much longer label than the other", runs("1"), "x")), "k")
    widths = [float(w) for w in re.findall(r'<col style="width:([\d.]+)mm">', page(figures))]
    assert sum(widths) == pytest.approx(HANG_MM + TEXT_MM, abs=0.1)
    assert widths[1] > widths[0]


def test_a_broken_template_of_ones_own_is_named_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "look"
    own.mkdir(parents=True)
    (own / "page.html.j2").write_text("<p>\n{% if %}", encoding="utf-8")
    with pytest.raises(LookRefused) as refused:
        Page(document(), load_assets(home=tmp_path)).written("page.html.j2")
    assert str(refused.value).startswith("templates/look/page.html.j2, line 2 cannot be used as a page template.")


def test_a_link_leads_to_mail_a_page_or_a_telephone_and_to_nothing_that_would_run() -> None:
    made = web.write(document(blocks=(Paragraph((Link("us@example.org", "mailto:us@example.org"),)),)), load_assets()).decode()
    assert '<a class="out" href="mailto:us@example.org">us@example.org</a>' in made
    with pytest.raises(UnknownBlock, match="no address for mail"):
        web.write(document(blocks=(Paragraph((Link("here", "javascript:alert(1)"),)),)), load_assets())


def test_arrows_and_the_letters_of_a_history_are_read_out_as_words_and_seen_as_before() -> None:
    history = (Status("on_track", "G", "", read="on track"), Text(" "), Status("at_risk", "A", "", read="then at risk"))
    made = web.write(document(blocks=(Paragraph((Text("↑ Better"),)), Paragraph(history))), load_assets()).decode()
    assert '<span role="img" aria-label="up">↑</span> Better' in made
    assert re.findall(r'role="img" aria-label="([^"]+)">([GA])<', made) == [("on track", "G"), ("then at risk", "A")]


def test_what_a_figure_draws_stands_beneath_it_as_a_table_on_a_screen() -> None:
    drawing = HeatMap((HeatMark("R-CAP-001", 5, 4),), (("Low", 1, 25),), ("a", "b", "c", "d", "e"), ("a", "b", "c", "d", "e"))
    figure = Figure("Risks", drawing, (Text("One risk is open."),), data=heat_map_data(drawing))
    made = web.write(document(blocks=(figure,)), load_assets()).decode()
    assert re.search(r"<details><summary>Every risk drawn, as a table</summary>.*R-CAP-001.*</details></figure>", made, re.DOTALL)


def own_page(folder: Path, template: str) -> str:
    """The page as a template of the Board's own makes it."""
    own = folder / "templates" / "look"
    own.mkdir(parents=True)
    (own / "page.html.j2").write_text(template)
    return Page(document(), load_assets(home=folder)).written("page.html.j2")


@pytest.mark.parametrize(
    "loop",
    [
        "{% for n in range(1000000000) %}x{% endfor %}",
        "{% for n in range(99999) %}{% for m in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        '{% include "page.html.j2" %}',
        '{{ "x" * 99999999999 }}',
        "{{ 9 ** 9 ** 9 }}",
    ],
)
def test_a_template_of_the_boards_own_that_goes_on_for_ever_is_stopped_and_named(tmp_path: Path, loop: str) -> None:
    with pytest.raises(
        LookRefused,
        match=r"templates/look/page\.html\.j2 goes on for ever, and cannot be used as a page template\. Mend it, or take it out",
    ):
        own_page(tmp_path, loop)


@pytest.mark.parametrize("fault", ["{{ 1 + 'a' }}", "{{ 1 // 0 }}", "{{ document.title() }}"])
def test_a_template_of_the_boards_own_that_reckons_wrongly_is_named_too(tmp_path: Path, fault: str) -> None:
    with pytest.raises(LookRefused, match=r"templates/look/page\.html\.j2 cannot be used as a page template"):
        own_page(tmp_path, fault)


def test_a_template_of_the_boards_own_may_count_and_multiply_as_pages_do(tmp_path: Path) -> None:
    assert own_page(tmp_path, "{% for n in range(3) %}{{ n * 2 ** 2 }} {% endfor %}{{ '-' * 5 }}") == "0 4 8 -----"
