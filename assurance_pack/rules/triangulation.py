"""The triangulation family (AP4xx): questions the sources raise between them. Both sides are given; no winner is named."""

from __future__ import annotations

from . import triangulation_green, triangulation_registers
from .engine import Rule

RULES: tuple[Rule, ...] = (*triangulation_green.RULES, *triangulation_registers.RULES)
