"""The sample months are understood over and over here: what no test changed is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from remembered import read_once, remembered


@pytest.fixture(scope="package", autouse=True)
def nothing_is_worked_out_twice(shared: Path) -> Iterator[None]:
    """A file that nobody touched, a text already looked at."""
    with remembered(shared):
        yield


@pytest.fixture(autouse=True)
def nothing_is_read_twice() -> Iterator[None]:
    """A return that nobody touched."""
    with read_once():
        yield
