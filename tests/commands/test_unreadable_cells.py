"""What was typed and cannot be read is in question, on every page where it would stand; “Not stated” is said only where nothing was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assurance_pack.document.assemble import Assembled
from assurance_pack.document.blocks import Block, Heading, Paragraph
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
SETTINGS = load(ROOT / "pack.toml")


def type_into(path: Path, sheet: str, cells: dict[tuple[int, str], Any]) -> None:
    """Type into the cells of a sheet: the row, and the column by its key in the third row."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    keys = [str(cell.value).split(";")[0] for cell in page[3]]
    for (number, name), value in cells.items():
        page.cell(number, keys.index(name) + 1).value = value
    book.save(path)


def new_risk(likelihood: Any) -> dict[tuple[int, str], Any]:
    said = {
        "this_month": "New",
        "title": "The kiln fails, so no pots are made.",
        "likelihood": likelihood,
        "consequence": 4,
        "status": "Open",
    }
    return {(11, name): value for name, value in {**said, "categories": "Statutory"}.items()}


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], tuple[Understood, Assembled]]:
    """June with cells that cannot be read, and a new risk in a mandatory category with this likelihood."""

    def made(likelihood: Any) -> tuple[Understood, Assembled]:
        root = tmp_path_factory.mktemp("june")
        copy_to_june(root / "inputs")
        sent = root / "inputs" / JUNE
        capital, rdg = sent / "Capital and Sufficiency June 2026.xlsx", sent / "RDG return June 2026.xlsx"
        type_into(capital, "Risks", {**new_risk(likelihood), (8, "likelihood"): "high-ish"})
        type_into(capital, "Milestones", {(6, "status"): "Greenish", (7, "forecast"): "early autumn", (8, "path_to_green"): None})
        type_into(rdg, "Confidence", {(5, "confidence"): "Amber/Green"})
        understood = understand(Home(root), JUNE, SETTINGS)
        return understood, issue(BOARD, understood.case, understood.verdicts, understood.position).assembled

    return made


@pytest.fixture(scope="module")
def typed(june: Callable[[Any], tuple[Understood, Assembled]]) -> tuple[Understood, Assembled]:
    return june("30")


def blocks_of(assembled: Assembled, key: str) -> Iterator[Block]:
    """The blocks of one section, from its heading to the next."""
    inside = False
    for block in assembled.document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            inside = block.anchor == key
        if inside:
            yield block


def words_of(assembled: Assembled, key: str) -> str:
    return "\n".join(t for t in texts(blocks_of(assembled, key)) if t)


def test_page_1_names_each_value_that_cannot_be_read_and_counts_only_blank_cells_as_not_stated(typed: tuple[Understood, Assembled]) -> None:
    understood, assembled = typed
    assert [doubt.of for doubt in understood.position.month.gaps.in_question] == [
        "M-CAP-002, status now", "M-CAP-003, forecast now", "R-CAP-004, likelihood now", "R-CAP-007, likelihood now",
        "confidence judgement overall, confidence now",
    ]  # fmt: skip
    garbled = {c for doubt in understood.position.month.gaps.in_question for c in doubt.cells}
    assert not garbled & set(understood.position.month.gaps.not_stated)
    assert "Five figures in question, [q]: M-CAP-002, status now" in words_of(assembled, "month")


def test_section_10_gives_the_cells_and_the_same_two_counts(typed: tuple[Understood, Assembled]) -> None:
    understood, assembled = typed
    said = {b.anchor: plain(b.content) for b in blocks_of(assembled, "about") if isinstance(b, Paragraph)}
    assert "five values in question, printed as “[q]”" in said["outstanding"]
    assert f"{len(understood.position.month.gaps.not_stated)} answers" in said["outstanding"].replace("nine", "9")
    assert "M-CAP-002, status now (Capital and Sufficiency June 2026.xlsx › Milestones!E6)" in said["in-question"]


def test_confidence_that_cannot_be_read_is_not_called_not_stated(typed: tuple[Understood, Assembled]) -> None:
    page = words_of(typed[1], "month")
    assert "[q]" in page.split("Overall confidence")[1].split("Milestones off track")[0]
    assert "Not stated by RDG" not in page


def test_a_status_and_a_score_that_cannot_be_read_are_listed_as_in_question(typed: tuple[Understood, Assembled]) -> None:
    assert "Status in question, [q]. M-CAP-002" in words_of(typed[1], "milestones").replace("\n", " ")
    assert "Score in question, [q]: " in words_of(typed[1], "risks")
    assert "No score stated" not in words_of(typed[1], "risks")


@pytest.mark.parametrize(("likelihood", "score"), [("30", "[q]"), (None, "not stated")])
def test_a_new_mandatory_risk_whose_score_cannot_be_read_stands_on_page_1(
    likelihood: Any, score: str, june: Callable[[Any], tuple[Understood, Assembled]]
) -> None:
    understood, assembled = june(likelihood)
    assert "R-CAP-007" in [alert.ref for alert in understood.position.month.alerts.shown]
    assert f"R-CAP-007, score {score}, new)" in words_of(assembled, "month").replace("\n", "")
