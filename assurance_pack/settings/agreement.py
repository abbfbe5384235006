"""Whether settings agree with one another: what each line allows alone, and all of them together do not."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from ..english import in_words
from ..meanings import LISTS, EscalationCategory, Meaning
from ..shipped import shipped_settings
from . import Settings
from .budgets import Budgets
from .indicators import PER_CENT
from .words import WordDef


def disagreements(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What each line allows alone, and all of them together do not."""
    if "SENSITIVE" in s.board.marking.upper() and not s.board.handling:
        yield ("board", "handling"), "OFFICIAL-SENSITIVE needs a handling line: say who may see the pack."
    for i, m in enumerate(s.meetings):
        if m.position > m.date:
            yield ("meetings", i, "position"), "The position date is after the meeting. It is the day the returns speak for."
    yield from _repeated(s)
    yield from _dangling(s)
    yield from _lists(s)
    yield from _unusable(s)


def _dangling(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Codes that name nothing, and targets nothing can come to."""
    known = {i.code for i in s.indicators}
    themes = {t.id for t in s.themes}
    for i, p in enumerate(s.priorities):
        for code in p.indicators:
            if code not in known:
                yield ("priorities", i, "indicators"), f"There is no indicator {code}."
    for i, ind in enumerate(s.indicators):
        if ind.theme not in themes:
            yield ("indicators", i, "theme"), f"There is no theme {ind.theme}."
        if ind.accountable not in {w.code for w in s.workspaces}:
            yield ("indicators", i, "accountable"), f"There is no Workspace {ind.accountable}."
        for key, target in (("target", ind.target), *(("targets", t.value) for t in ind.targets)):
            if target is not None and not ind.can_be(target):
                within = f"lies between 0 and {PER_CENT:g}" if ind.unit == "percent" else "is never below 0"
                yield ("indicators", i, key), f"{target:g} cannot be a target of “{ind.in_short}”, which {within}."


def _unusable(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Names and patterns nothing could go by."""
    others = set(s.budgets.model_extra or ())
    for key in sorted(others and others - _budgets_shipped()):
        yield ("budgets", key), f"There is no section of this name. Those with a budget are {', '.join(Budgets.model_fields)}."
    for where, number in _numbers(s.budgets.model_dump(), ("budgets",)):
        if number < 1:
            yield where, "should be 1 or more."
    for key in s.rules:
        if not re.fullmatch(r"AP\d{3}", key):
            yield ("rules", key), "A rule is AP and three digits, for example AP203."
    for i, pattern in enumerate(s.guard.case_references):
        try:
            re.compile(pattern)
        except re.error:
            yield ("guard", "case_references"), f"Pattern {i + 1} cannot be understood. See the shipped pack.toml for how to write one."


def _budgets_shipped() -> set[str]:
    """The names under `[budgets]` of the settings the product ships with: the sections there are."""
    return set(tomllib.loads(shipped_settings().read_text(encoding="utf-8"))["budgets"])


def _numbers(said: dict[str, Any], where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every number of a table and the tables within it, each with its place."""
    for key, value in said.items():
        if isinstance(value, dict):
            yield from _numbers(value, (*where, key))
        else:
            yield (*where, key), value


_ONE_PACK = (
    "A month has one pack and one entry: an extraordinary meeting needs none, and its decisions go on the next Board log with the day "
    "they were taken."
)


def _repeated(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name, codes in (
        ("meetings", [m.month for m in s.meetings]),
        ("workspaces", [w.code for w in s.workspaces]),
        ("groups", [g.code for g in s.groups]),
        ("partners", [p.code for p in s.partners]),
        ("themes", [t.id for t in s.themes]),
        ("priorities", [p.code for p in s.priorities]),
        ("indicators", [i.code for i in s.indicators]),
        ("categories", [c.key for c in s.categories]),
    ):
        for i, code in enumerate(codes):
            if code in codes[:i]:
                yield (name, i), f"{code} stands here twice. {_ONE_PACK if name == 'meetings' else 'Each may stand once.'}"


def _lists(s: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Lists nobody asks for, lists that are missing, and what is amiss in each."""
    for name in s.lists:
        if name not in LISTS:
            near = difflib.get_close_matches(name, LISTS, n=1)
            yield (
                ("lists", name),
                f"is not a list of the pack.{f' Did you mean “{near[0]}”?' if near else ' Take it out, or check its spelling.'}",
            )
    for name, meanings in LISTS.items():
        if name in s.lists:
            yield from _words_checked(name, s.lists[name], meanings)
        else:
            yield ("lists", name), "is missing: add this list from the shipped pack.toml."
    for key in EscalationCategory:
        if key not in {c.key for c in s.categories}:
            yield ("categories",), f"No category has the key “{key}”. The terms of reference name four: {_all_of(EscalationCategory)}."


def _words_checked(name: str, words: tuple[WordDef, ...], meanings: type[Meaning]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Meanings nobody knows, meanings without a word, and words or letters that could not be told apart."""
    statuses, known = any(m.badge for m in meanings), set(meanings)
    for i, word in enumerate(words):
        if word.meaning not in known:
            yield ("lists", name, i), f"“{word.meaning}” is not a meaning of this list. It may be one of {_all_of(meanings)}."
        if word.word in [w.word for w in words[:i]]:
            yield ("lists", name, i), f"“{word.word}” stands here twice. Give each its own word."
        if statuses and not word.letter:
            yield (
                ("lists", name, i),
                f'“{word.word}” needs a letter: a status is never shown by its colour alone. For example letter = "{word.word[:1]}".',
            )
        if word.letter and word.letter in [w.letter for w in words[:i]]:
            yield ("lists", name, i), f"The letter {word.letter} stands here twice. Give “{word.word}” a letter of its own."
    had = {w.meaning for w in words}
    for meaning in meanings if had <= known else ():  # a meaning mistyped is said once, where it stands
        if not meaning.optional and meaning not in had:
            yield ("lists", name), f"No word has the meaning “{meaning}”. Add one: every rule that goes by it would be silent."


def _all_of(meanings: type[Meaning]) -> str:
    return in_words(meanings, "or")
