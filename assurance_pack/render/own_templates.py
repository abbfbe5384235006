"""The Board's own page templates: filled like the shipped ones, and stopped where one goes on for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import TemplateRuntimeError
from jinja2.sandbox import SandboxedEnvironment

MOST_STEPS = 1_000_000
"""Steps of all loops over numbers in one document: the longest pack takes a few thousand."""
_MOST_TIMES, _HIGHEST_POWER = 10_000, 64
FAULTS: tuple[type[Exception], ...] = (RecursionError, MemoryError, ArithmeticError, TypeError, ValueError, AttributeError, KeyError)
"""What a template can do wrong besides what its language calls an error."""


class GoesOnForEver(TemplateRuntimeError):
    """A template whose loops do not end."""


class OwnTemplates(SandboxedEnvironment):
    """The language of templates, without what would take all the time or memory there is."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, where it is of a size a page could need."""
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        times = max((n for n in (left, right) if isinstance(n, int)), default=0)
        if (operator == "**" and times > _HIGHEST_POWER) or (operator == "*" and not numbers and times > _MOST_TIMES):
            raise GoesOnForEver
        return super().call_binop(context, operator, left, right)


def counted_range() -> Callable[..., Iterator[int]]:
    """`range` for one document, which counts the steps of all loops."""
    left = MOST_STEPS

    def steps(*of: int) -> Iterator[int]:
        nonlocal left
        for number in range(*of):
            left -= 1
            if left < 0:
                raise GoesOnForEver
            yield number

    return steps
