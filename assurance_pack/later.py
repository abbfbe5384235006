"""Patterns that are made when they are first asked: of more than six hundred a check asks every other one, and making them took longer than running them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any


class Later:
    """A pattern that is made when it is first asked; it is asked as one of `re` is."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]
    flags: int

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """How it is written."""
        self.pattern = pattern
        self.written_with = flags

    def __getattr__(self, name: str) -> Any:
        """What one of `re` has, from now on as its own."""
        if name.startswith("_"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self.written_with), name)
        return found
