"""The other readers' documents are held to the same bar: a valid PDF/UA, a Word file nobody's checker objects to, a page axe-core passes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx_lint import lint
from drawn import faults
from test_web import all_looked_at
from test_word_lint import sdk_findings

from assurance_pack.commands.build import build
from assurance_pack.document.editions import EDITIONS
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
OTHERS = [key for key in EDITIONS if key != "board"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """June's editions in every format."""
    root = tmp_path_factory.mktemp("readers")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    home = Home(root)
    for key in OTHERS:
        build(home, Month("2026-06"), load(home.settings_file), EDITIONS[key], formats=("pdf", "word", "html"))
    return home.output(Month("2026-06"))


def file(folder: Path, key: str, ending: str) -> Path:
    return folder / f"{load(ROOT / 'pack.toml').worded(EDITIONS[key].file)}-2026-06.{ending}"


@pytest.mark.parametrize("key", OTHERS)
def test_an_independent_validator_finds_no_failure_of_pdf_ua_1(folder: Path, key: str) -> None:
    assert faults(file(folder, key, "pdf").read_bytes()) == []


@pytest.mark.parametrize("key", OTHERS)
def test_the_open_xml_sdk_and_words_own_checks_find_nothing(folder: Path, key: str) -> None:
    path = file(folder, key, "docx")
    assert lint(path.read_bytes()) == []
    assert sdk_findings(path) == []


@pytest.fixture(scope="module")
def looked_at(folder: Path) -> dict[str, dict[str, object]]:
    """What a browser finds of each."""
    return dict(zip(OTHERS, all_looked_at(*(("barriers", file(folder, key, "html")) for key in OTHERS)), strict=True))


@pytest.mark.browser
@pytest.mark.parametrize("key", OTHERS)
def test_axe_core_finds_no_violation_and_nothing_runs_over_a_small_screen(looked_at: dict[str, dict[str, object]], key: str) -> None:
    found = looked_at[key]
    assert found["violations"] == []
    assert found["requests"] == []
    assert found["runs_over_at_320"] is False
