"""What the tests of the writers share. Months that are built for them are worked out once; what a writer is given by itself, it sets every time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from drawn import set_by

from assurance_pack.render.engines import ENGINES
from remembered import nothing_is_worked_out_twice

__all__ = ["each_engine", "nothing_is_worked_out_twice"]


@pytest.fixture(scope="module", params=ENGINES)
def each_engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Whatever asks for this holds whichever engine sets the pages."""
    with set_by(request.param) as asked:
        yield asked
