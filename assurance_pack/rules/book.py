"""The rule book as text: the page `docs/rules.md`, and what `pack explain` says of one rule."""

from __future__ import annotations

from textwrap import fill

from ..settings import Settings
from . import all_rules
from .clauses import Clause
from .engine import FAMILIES, ORDER, Rule

_ABOUT = {
    "guard": "First in line, on every text of every file. Nothing about one child goes into a Board paper.",
    "shape": "Is it the right form, and can each cell be read?",
    "sense": "Do the cells of a row, and the rows of a return, agree with each other?",
    "movement": "Does this month follow from the months before it?",
    "authority": "Who may decide what: the terms of reference, clause by clause.",
    "triangulation": "Where data, professional insight and lived experience differ. Prompts ask; they never decide.",
}
_HOW_MUCH = {
    "error": "Error: to be mended; until then the command exits 1.",
    "warning": "Warning: worth mending; the pack is right without it.",
    "prompt": "Prompt: a question for a person to confirm or explain. It decides nothing.",
    "note": "Note: for information.",
}


def explained(one: Rule) -> str:
    """One rule for a person at a terminal: what should be so, why, an example, how to put it right."""
    told = {"Why": _why(one), "What you may see": one.example, "How to put it right": one.remedy}
    parts = [f"{one.id}  {one.title}", _HOW_MUCH[one.severity], *(f"{head}\n{_indented(text)}" for head, text in told.items())]
    if not one.waivable:
        parts.append("Nobody may waive it.")
    return "\n\n".join(parts)


def markdown(settings: Settings) -> str:
    """The whole rule book as a page, in a Board's words: families in the order they run, every rule with its reason, an example, the remedy."""
    rules = [r.worded(settings) for r in all_rules()]
    lines = [
        "# The rule book",
        "",
        "Made from the rules themselves: change a rule, and this page follows. Severities are as shipped; `[rules]` in `pack.toml` changes them.",
        "A clause is named by its document and heading in the terms of reference (`docs/terms-of-reference.txt`), with its sentence.",
        "",
        "| family | rules | what it asks |",
        "|---|---|---|",
    ]
    by_family = {family: [r for r in rules if r.family == family] for family in ORDER}
    numbers = {family: hundred for hundred, family in FAMILIES.items()}
    lines += [f"| {f.capitalize()}, AP{numbers[f]}xx | {len(found)} | {_ABOUT[f]} |" for f, found in by_family.items()]
    for family, found in by_family.items():
        lines += ["", f"## {family.capitalize()}", "", _ABOUT[family]]
        for one in found:
            lines += ["", *_entry(one)]
    return "\n".join(lines) + "\n"


def _entry(one: Rule) -> list[str]:
    why = f"{_severity(one)} **Why.** {_why(one)}"
    return [f"### {one.id} {one.title}", "", why, "", f"> {one.example}", "", f"**How to put it right.** {one.remedy}"]


def _severity(one: Rule) -> str:
    return f"*{one.severity.capitalize()}{'' if one.waivable else ', never waived'}.*"


def _why(one: Rule) -> str:
    if isinstance(one.because, Clause):
        return f"{one.because}: “{one.because.sentence.rstrip('.:')}”."
    return one.because


def _indented(text: str) -> str:
    return fill(text, width=92, initial_indent="  ", subsequent_indent="  ")
