"""The authority family (AP6xx): who may decide what, each rule with its clause of the terms of reference."""

from __future__ import annotations

from ..engine import Rule
from . import bodies, decisions, logged, matters, meeting_days, named, risks

RULES: tuple[Rule, ...] = (*risks.RULES, *decisions.RULES, *matters.RULES, *bodies.RULES, *named.RULES, *logged.RULES, *meeting_days.RULES)
