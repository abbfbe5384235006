"""What the tests of the writers share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from drawn import set_by

from assurance_pack.render.engines import ENGINES


@pytest.fixture(scope="module", params=ENGINES)
def each_engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Whatever asks for this holds whichever engine sets the pages."""
    with set_by(request.param) as asked:
        yield asked
