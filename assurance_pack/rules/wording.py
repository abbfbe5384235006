"""How rules say things: IDs in a list, a theme by its name."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import in_words
from ..settings import Settings

LISTED_MOST = 6


def listed(refs: Iterable[str]) -> str:
    """IDs as they are said: ``M-CAP-001, M-CAP-002 and M-CAP-003``; beyond six, how many more."""
    all_refs = list(dict.fromkeys(refs))
    if len(all_refs) <= LISTED_MOST:
        return in_words(all_refs)
    return f"{', '.join(all_refs[:LISTED_MOST])} and {len(all_refs) - LISTED_MOST} more"


def theme_name(theme_id: str, settings: Settings) -> str:
    """A theme as printed."""
    return next((t.name for t in settings.themes if t.id == theme_id), theme_id)
