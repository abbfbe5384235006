"""The movement family (AP3xx): does this month follow from the last record, and from the months before it?"""

from __future__ import annotations

from . import movement_answers, movement_delivery, movement_items
from .engine import Rule

RULES: tuple[Rule, ...] = (*movement_items.RULES, *movement_delivery.RULES, *movement_answers.RULES)
