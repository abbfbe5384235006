"""`pack rules` and `pack explain`: the rule book, and one rule with its clause, an example and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..home import Home
from ..model.problem import Severity
from ..rules import all_rules
from ..rules.engine import Rule
from ..settings import Settings
from ..settings_file import SettingsProblem, load
from ..shipped import shipped_settings


def words_in_force() -> Settings:
    """The settings whose words the rules are told in: this folder's, or those shipped where it has none that can be read."""
    try:
        return load(Home(Path()).settings_file)
    except SettingsProblem:
        return load(shipped_settings())


def rulebook(settings: Settings) -> tuple[Rule, ...]:
    """Every rule, by its number, in the words of a Board."""
    return tuple(sorted((r.worded(settings) for r in all_rules()), key=lambda r: r.id))


@dataclass(frozen=True)
class RulePrinted:
    """A rule for another program: `family` is the part of the rule book it stands in, `because` the clause or the reason it rests on."""

    id: str
    family: str
    severity: Severity
    title: str
    because: str
    remedy: str


def rules_data(book: Iterable[Rule]) -> list[RulePrinted]:
    """The rule book for another program."""
    return [RulePrinted(r.id, r.family, r.severity, r.title, str(r.because), r.remedy) for r in book]


def find_rule(rule_id: str, settings: Settings) -> Rule | None:
    """One rule by its number, however it is typed."""
    wanted = rule_id.strip().upper()
    return next((r for r in rulebook(settings) if r.id == wanted), None)
