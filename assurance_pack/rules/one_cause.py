"""What is said once: problems that have one cause, the same sentence with all its cells; and the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, TypeAlias

from ..english import in_words
from ..model import Sender
from ..model.problem import Problem, Severity

Graded: TypeAlias = tuple[Problem, str]
"""A problem, and what is said of many that have one cause with it."""


def of_one_cause(problems: Iterable[Graded], few: Mapping[str, int]) -> Iterator[Problem]:
    """Each problem; those of one cause in one sentence, where they are more than the rule says one by one (`few`, by the rule's ID)."""
    together: dict[tuple[str, Sender, str], list[Problem]] = {}
    for problem, many in problems:
        if many:
            together.setdefault((problem.rule, problem.sender, many), []).append(problem)
        else:
            yield problem
    for (rule_id, _, many), same in together.items():
        items = tuple(dict.fromkeys(item for p in same for item in p.items))
        if len(items) <= few[rule_id]:
            yield from same
            continue
        ends = {"{n}": str(len(items)), "{items}": in_words(items), "{first}": items[0], "{last}": items[-1]}
        sentence = reduce(lambda text, part: text.replace(*part), ends.items(), many)
        cells = dict.fromkeys(c for p in same for c in p.cells)
        yield same[0].model_copy(update={"sentence": sentence, "items": items, "cells": tuple(sorted(cells, key=lambda c: c.order))})


def said_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same sentence once, with its cells. A prompt keeps its own items: its answer is filed under them."""
    together: dict[tuple[object, ...], list[Problem]] = {}
    for p in problems:
        apart = p.items if p.severity is Severity.PROMPT else ()
        together.setdefault((p.rule, p.sender, p.sentence, apart), []).append(p)
    for same in together.values():
        cells = {c for p in same for c in p.cells}
        items = dict.fromkeys(i for p in same for i in p.items)
        yield same[0].model_copy(update={"cells": tuple(sorted(cells, key=lambda c: c.order)), "items": tuple(items)})


def reading_order(problem: Problem) -> tuple[Any, ...]:
    """For sorting: file, sheet, row, column; then the rule."""
    place = problem.cells[0].order if problem.cells else ("", "", 0, 0, "")
    return (*place[:4], problem.rule, problem.sentence)
