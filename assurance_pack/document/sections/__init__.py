"""The sections of the Board pack, in their order, which gives their numbers: one file each, and its name in the list."""

from __future__ import annotations

from collections.abc import Callable

from ...position.whole import Position
from ...settings import Settings
from ..section import Section
from . import about, concerns, decisions, log, milestones, month, quality, risks, triangulation, voice

__all__ = ["SECTIONS", "Write"]

Write = Callable[[Position, Settings], Section]

SECTIONS: dict[str, Write] = {
    "month": month.write,
    "decisions": decisions.write,
    "milestones": milestones.write,
    "risks": risks.write,
    "quality": quality.write,
    "voice": voice.write,
    "concerns": concerns.write,
    "triangulation": triangulation.write,
    "log": log.write,
    "about": about.write,
}
"""Each section by its key, which is also its anchor and its name among the budgets."""
