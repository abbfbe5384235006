"""The authority family (AP6xx): who may decide what, each rule with its clause of the terms of reference."""

from __future__ import annotations

from . import authority_bodies, authority_decisions, authority_matters, authority_risks
from .authority_bodies import RDG_ONLY
from .engine import Rule

__all__ = ["RDG_ONLY", "RULES"]

RULES: tuple[Rule, ...] = (*authority_risks.RULES, *authority_decisions.RULES, *authority_matters.RULES, *authority_bodies.RULES)
