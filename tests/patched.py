"""Whether the test that runs may be given what was worked out for another one: see `remembered`."""

from __future__ import annotations

import pytest

ASKED_BY = frozenset({"nothing_is_worked_out_twice", "no_sentence_is_looked_through_twice"})
"""Fixtures of a folder whose tests may be: outside such a folder none is, in whatever order the folders are run."""
NOT_WITH = frozenset({"monkeypatch", "nothing_is_remembered"})
"""Fixtures of a test that may not: it changes how something is done, or asks for this."""

_PATCHED: list[bool] = [True]


def is_patched() -> bool:
    """Whether everything is worked out anew for the test that runs."""
    return _PATCHED[0]


def begins(item: pytest.Item) -> None:
    """Say so for the test that comes, before any fixture of it."""
    asked = frozenset(getattr(item, "fixturenames", ()))
    _PATCHED[0] = asked.isdisjoint(ASKED_BY) or not asked.isdisjoint(NOT_WITH)
