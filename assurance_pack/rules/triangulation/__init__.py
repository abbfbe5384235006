"""The triangulation family (AP4xx): questions the sources raise between them. Both sides are given; no winner is named."""

from __future__ import annotations

from ..engine import Rule
from . import claims, green, registers

RULES: tuple[Rule, ...] = (*green.RULES, *registers.RULES, *claims.RULES)
