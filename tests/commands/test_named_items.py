"""No ID stands alone: whoever reads the pack on paper can tell what each one is, from its row or from its name beside it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from assurance_pack.document.blocks import Document, Figure, Table
from assurance_pack.document.blocks.drawings import HeatMap
from assurance_pack.document.blocks.runs import Ref
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.naming import FRONT
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.settings_file import load

ROOT = Path(__file__).parents[2]
ID = re.compile(r"\b(?:[A-Z]{1,2}-(?:[A-Z]{3}-)?(?:\d{4}-\d\d-)?\d+(?:-\d+)?|V-[A-Z][\w-]+|T\d\d)\b")


@pytest.fixture(scope="module", params=["2026-06", "2026-07"])
def month(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Understood:
    root = tmp_path_factory.mktemp("named")
    shutil.copy(ROOT / "pack.toml", root)
    shutil.copytree(ROOT / "inputs", root / "inputs")
    home = Home(root)
    return understand(home, Month(request.param), load(home.settings_file))


def printed(understood: Understood) -> Document:
    return issue(BOARD, understood.case, understood.verdicts, understood.position).document


def alone(document: Document, names: dict[str, str]) -> list[str]:
    """The IDs that have no row of their own and nowhere their name beside them."""
    tables = [block for block in document.blocks if isinstance(block, Table) and block.style not in FRONT]
    own = {run.text for table in tables for row in table.rows for run in row.cells[0].content if isinstance(run, Ref)}
    own |= {table.anchor for table in tables if table.style == "decision"}  # a decision asked has a table: it is named by its heading
    where: dict[str, list[str]] = defaultdict(list)
    for text in texts(document.blocks):
        for ref in ID.findall(text):
            where[ref].append(text.casefold())
    return [ref for ref, said in where.items() if ref not in own and not any(names.get(ref, ref.lower() * 2).casefold() in t for t in said)]


def test_every_id_of_the_sample_months_has_its_row_or_its_name(month: Understood) -> None:
    document = printed(month)
    assert len({ref for text in texts(document.blocks) for ref in ID.findall(text)}) > 40
    assert alone(document, dict(month.position.names)) == []


def test_an_id_without_a_name_would_be_found(month: Understood) -> None:
    assert alone(printed(month), {}) != []


def test_what_the_heat_map_names_has_its_row(month: Understood) -> None:
    document = printed(month)
    marks = [m for b in document.blocks if isinstance(b, Figure) and isinstance(b.drawing, HeatMap) for m in b.drawing.marks]
    named = {mark.ref for mark in marks if mark.named}
    rows = {run.text for b in document.blocks if isinstance(b, Table) for r in b.rows for run in r.cells[0].content if isinstance(run, Ref)}
    assert named
    assert named <= rows
    assert len(named) < len(marks)
