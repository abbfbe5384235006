"""The sample months are built over and over here: what no test changed is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from remembered import remembered


@pytest.fixture(scope="package", autouse=True)
def nothing_is_worked_out_twice(shared: Path) -> Iterator[None]:
    """A file that nobody touched, a text already looked at, a document already set."""
    with remembered(shared):
        yield
