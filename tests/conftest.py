"""What every test may use: the shipped settings, and a working folder of its own."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import hypothesis
import pytest

import patched
from assurance_pack.home import Home
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

gc.disable()  # until all tests are there: `pytest_collection_finish`

ROOT = Path(__file__).parent.parent

# No test fails because the machine is busy; and a mutant is judged by the same examples each time.
hypothesis.settings.register_profile("any_machine", deadline=None)
hypothesis.settings.register_profile("mutants", deadline=None, derandomize=True, database=None, max_examples=30)
hypothesis.settings.load_profile("any_machine")

SLOW = {
    "adopting": "hundreds of tables are adopted into a form",
    "commands": "every test builds a month or more",
    "document/test_a_new_section.py": "a whole pack is built, as PDF and as Word",
    "document/test_hwb.py": "editions of the most that anybody could send are assembled",
    "faults": "a workbook is written, and a month read and judged, for every fault planted",
    "field": "months are read and judged over again, once a slip",
    "forms": "forms are issued, filled in and read back",
    "intake/test_any_file.py": "workbooks of every make are read in a process of their own",
    "intake/test_any_workbook.py": "very many workbooks are made and read",
    "intake/test_open.py": "files made to do harm are read until they are refused",
    "intake/test_what_people_do.py": "every form we issue is read as people send it back",
    "intake/test_who_it_is_from.py": "whole months are received, several times a test",
    "record/test_numbering.py": "every test builds a month or more",
    "record/test_rebuild.py": "an archive is rebuilt from its returns",
    "record/test_verify.py": "every test builds an archive",
    "record/test_withdraw.py": "every test builds an archive",
    "reference/test_guides.py": "every command of the guides is run",
    "render": "pages are laid out",
    "rules/guard/test_guard_quickly.py": "very many texts are tried",
    "rules/guard/test_needed_words.py": "every pattern is tried with and without its words, over very many texts",
    "rules/test_any_month.py": "very many months are judged",
    "samples": "the sample returns are written, read and judged",
    "senders/test_new_return.py": "forms are issued, a month is built and its record read",
    "settings/test_pack_toml.py": "pack.toml is read over again, once a fault",
}
"""Folders and files that `make test-fast` leaves out, and what takes their time. It must stay under a minute of the processor."""


def slow(path: Path) -> bool:
    """Whether a file or folder of the tests is left out by `make test-fast`."""
    place = path.relative_to(ROOT / "tests")
    return any(one.as_posix() in SLOW for one in (place, *place.parents))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is slow is not even imported where only the quick tests are asked for."""
    return True if "not slow" in config.option.markexpr and slow(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in filter(lambda item: slow(item.path), items):
        item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Of what is there now, nothing is rubbish: looking through it over and over for some would be a sixth of the work."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What was worked out for one test is given to the next only where its folder asks for it."""
    patched.begins(item)


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
