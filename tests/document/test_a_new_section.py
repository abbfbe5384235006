"""A section after all others, as the README says to make one: a file (here a function), a line in `SECTIONS`, and a budget in pack.toml."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from position_rows import board, case, milestone

from assurance_pack.document.blocks import Heading, Paragraph
from assurance_pack.document.blocks.runs import Ref, runs
from assurance_pack.document.crosswalk import add_up
from assurance_pack.document.section import Fates, Section
from assurance_pack.document.sections import SECTIONS
from assurance_pack.position.whole import Position
from assurance_pack.render import load_assets, pdf, word
from assurance_pack.settings import Settings
from assurance_pack.settings.budgets import Budget

KEY, TITLE = "transport", "Getting to school"


def transport(position: Position, settings: Settings) -> Section:
    """Every milestone, as many as its budget has rows for."""
    shown = [s.row for s in position.milestones.standings][: settings.budgets.of(KEY).rows]
    fates = Fates(KEY)
    fates.printed(*shown)
    said = (Paragraph((Ref(row.ref), *runs(" is on its way.")), number="*") for row in shown)
    return Section(KEY, TITLE, (Heading(2, TITLE, anchor=KEY), Paragraph(runs("Two buses run."), style="lead"), *said), tuple(fates.all))


@pytest.fixture
def with_one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SECTIONS, KEY, transport)


@pytest.mark.usefixtures("with_one_more")
def test_a_new_section_prints_after_all_others_with_the_next_number() -> None:
    headings = [b for b in board(case(milestone("M-CAP-001"))).document.blocks if isinstance(b, Heading) and b.level == 2 and b.number]
    assert [(h.number, h.text) for h in headings[-1:]] == [(str(len(SECTIONS)), TITLE)]


@pytest.mark.usefixtures("with_one_more")
def test_it_stands_in_the_contents_of_the_pdf_and_of_word() -> None:
    document = board(case(milestone("M-CAP-001"))).document
    drawn = pdf.write(document, load_assets())
    assert list(drawn.section_pages)[-2:] == [KEY, "words"]
    with ZipFile(BytesIO(word.write(document, load_assets(), drawn.section_pages))) as file:
        written = file.read("word/document.xml").decode()
    words = re.sub(r"<[^>]+>", "", written).replace("\u00a0", " ")  # in the contents a title is one line, its words held together
    assert words.count(TITLE) == 2


@pytest.mark.usefixtures("with_one_more")
def test_the_crosswalk_and_where_items_are_printed_name_it() -> None:
    of = case(milestone("M-CAP-001"))
    made = board(of)
    (row,) = [p for p in add_up(of.returns.rows, made.fates).rows if p.row.ref == "M-CAP-001"]
    assert KEY in row.sections
    assert any(where.startswith(str(len(SECTIONS))) for where in made.printed["M-CAP-001"])


@pytest.mark.usefixtures("with_one_more")
def test_its_budget_is_one_line_of_pack_toml_and_the_usual_one_without_it(settings: Settings) -> None:
    assert settings.budgets.of(KEY) == Budget()
    one = settings.budgets.model_validate({**settings.budgets.model_dump(), KEY: {"rows": 1, "words": 50}})
    made = board(case(milestone("M-CAP-001"), milestone("M-CAP-002"), settings=settings.model_copy(update={"budgets": one})))
    assert [f.ref for f in made.fates if f.section == KEY] == ["M-CAP-001"]
