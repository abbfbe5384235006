"""What every test may use: the shipped settings, and a working folder of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import hypothesis
import pytest

from assurance_pack.home import Home
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parent.parent

# No test fails because the machine is busy; and a mutant is judged by the same examples each time.
hypothesis.settings.register_profile("any_machine", deadline=None)
hypothesis.settings.register_profile("mutants", deadline=None, derandomize=True, database=None, max_examples=30)
hypothesis.settings.load_profile("any_machine")


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Coventry's governance, as shipped."""
    return load(ROOT / "pack.toml")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run have in common."""
    mine = tmp_path_factory.getbasetemp()
    return (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "remembered"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty working folder with the shipped pack.toml."""
    shutil.copy(ROOT / "pack.toml", tmp_path / "pack.toml")
    (tmp_path / "inputs").mkdir()
    (tmp_path / "output").mkdir()
    return Home(tmp_path)


@pytest.fixture
def sample_home(home: Home) -> Home:
    """A working folder with the illustrative sample months."""
    copy_to_june(home.root / "inputs")
    return home
