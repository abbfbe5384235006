"""The story, read once for all tests of it."""

from __future__ import annotations

import pytest
from sample_months import JUNE, Story

from assurance_pack.returns.received import Returns
from assurance_pack.settings import Settings


@pytest.fixture(scope="session")
def story(settings: Settings) -> Story:
    return Story(settings)


@pytest.fixture(scope="session")
def june(story: Story) -> Returns:
    return story.months[JUNE]
