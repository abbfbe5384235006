"""How rules say things, and how they tell that two texts are about one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import in_words
from ..settings import Settings

LISTED_MOST = 6
_COMMON = frozenset(
    (
        "about", "after", "also", "been", "because", "before", "being", "both", "child", "children", "could", "each", "every", "families", "family",
        "from", "have", "into", "month", "might", "more", "most", "need", "needs", "only", "open", "opens", "other", "over", "parents", "people",
        "plan", "plans", "school", "schools", "send", "some", "than", "that", "their", "them", "then", "there", "they", "this", "those", "three",
        "time", "under", "until", "week", "weeks", "were", "what", "when", "which", "while", "will", "with", "would", "year", "young", "your",
    )
)  # fmt: skip


def listed(refs: Iterable[str]) -> str:
    """IDs as they are said: ``M-CAP-001, M-CAP-002 and M-CAP-003``; beyond six, how many more."""
    all_refs = list(dict.fromkeys(refs))
    if len(all_refs) <= LISTED_MOST:
        return in_words(all_refs)
    return f"{', '.join(all_refs[:LISTED_MOST])} and {len(all_refs) - LISTED_MOST} more"


def theme_name(theme_id: str, settings: Settings) -> str:
    """A theme as printed where room is short."""
    return next((t.short or t.name for t in settings.themes if t.id == theme_id), theme_id)


def theme_list(theme_ids: Iterable[str], settings: Settings) -> str:
    """Themes in a row. Their names hold commas and “and”, so they are told apart by semicolons."""
    return "; ".join(theme_name(t, settings) for t in theme_ids)


def telling(text: str) -> frozenset[str]:
    """The words by which two texts can be told to be about one thing: the beginnings of all but the commonest."""
    return frozenset(w[:5] for w in re.findall(r"[a-z]{4,}", text.casefold()) if w not in _COMMON)
