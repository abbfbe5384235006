"""One rule at work: a month in which it speaks, the cells it cites, and months in which it is silent.

The examples of a rule stand in `tests/rules/<family>/examples_<file>.py`, by the name of the file of rules they are examples of:
`EXAMPLES` (speaking and silent) and, where a rule has more conditions than one silent month can show, `SILENCES`.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from months import Drawing


@dataclass(frozen=True)
class Example:
    """`says`, where given, is the sentence (or part of it) the sender sees; `items` are the IDs a prompt is filed under."""

    rule: str
    story: str
    fires: Drawing
    at: tuple[str, ...]
    silent: Drawing
    says: str = ""
    items: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Silence:
    """A month in which one condition of a rule is not met, though all others are: the rule says nothing."""

    rule: str
    story: str
    silent: Drawing


def example_files() -> dict[str, ModuleType]:
    """The files of examples by the file of rules they belong to: `sense/risks`, or `guard` where the family is one file."""
    found = sorted(Path(__file__).parent.glob("*/examples_*.py"))
    names = {p: f"{p.parent.name}/{p.stem.removeprefix('examples_')}" for p in found}
    return {_family_alone(names[p]): importlib.import_module(f"{p.parent.name}.{p.stem}") for p in found}


def _family_alone(name: str) -> str:
    family, _, file = name.partition("/")
    return family if file == family else name
