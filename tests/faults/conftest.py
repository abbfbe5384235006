"""A month is understood for every fault: a return that the fault leaves alone is read once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from remembered import read_once


@pytest.fixture(autouse=True)
def nothing_is_read_twice() -> Iterator[None]:
    """A return that nobody touched."""
    with read_once():
        yield
