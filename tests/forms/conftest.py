"""What the tests of the forms share: July's forms, issued once from the sample months."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from issued import Issued

from assurance_pack.commands.forms import forms
from assurance_pack.commands.prefill import Forward
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import earlier_records
from assurance_pack.settings import Settings
from remembered import nothing_is_worked_out_twice
from sample_inputs import copy_to_june

__all__ = ["july", "nothing_is_worked_out_twice"]

ROOT = Path(__file__).parents[2]
JULY = Month("2026-07")


@pytest.fixture(scope="session")
def july(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Issued:
    """July's forms, from the records of April, May and June."""
    folder = tmp_path_factory.mktemp("july")
    shutil.copy(ROOT / "pack.toml", folder / "pack.toml")
    copy_to_june(folder / "inputs")
    home = Home(folder)
    files = forms(home, JULY, settings)
    history = earlier_records(home, JULY, settings).history
    return Issued(home, JULY, Forward(JULY, settings, history), files)
