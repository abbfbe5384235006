"""Which test runs which line: every test once, in a process of its own, each of its steps in the code under trial written down."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pytest


@dataclass(frozen=True)
class Footprints:
    """The lines each test ran, by file; and how many seconds of the processor it took."""

    lines: dict[str, dict[str, frozenset[int]]]
    seconds: dict[str, float]
    _size: dict[str, int] = field(default_factory=dict)

    def tests_of(self, file: Path, line: int, *, in_function: bool) -> list[str]:
        """The tests that run a line, those that do least besides first.

        What runs on import is run by every test of its file; of a file that only declares, by every test of its folder.
        """
        found = [test for test, files in self.lines.items() if line in files.get(str(file), ())]
        if not found and not in_function:
            found = [test for test, files in self.lines.items() if files.get(str(file))]
            found = found or [test for test, files in self.lines.items() if any(Path(f).parent == file.parent for f in files)]
        return sorted(found, key=lambda test: (self._steps(test), test))

    def _steps(self, test: str) -> int:
        if test not in self._size:
            self._size[test] = sum(len(lines) for lines in self.lines[test].values())
        return self._size[test]

    def save(self, path: Path) -> None:
        """Write them down."""
        lines = {t: {f: sorted(n) for f, n in files.items()} for t, files in self.lines.items()}
        path.write_text(json.dumps({"lines": lines, "seconds": self.seconds}))

    @classmethod
    def load(cls, path: Path) -> Footprints:
        """Read them again."""
        told = json.loads(path.read_text())
        return cls({t: {f: frozenset(n) for f, n in files.items()} for t, files in told["lines"].items()}, told["seconds"])


class Follower:
    """A plug-in of pytest that follows each test through the files under trial; the failed are left out."""

    def __init__(self, root: Path, files: list[Path]) -> None:
        """Follow through these files, named from `root`."""
        self._names = {str(root / f): str(f) for f in files}
        self._seen: dict[str, set[int]] = {}
        self._failed: set[str] = set()
        self.lines: dict[str, dict[str, frozenset[int]]] = {}
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """One test, from set-up to tear-down."""
        self._seen = {}
        start = time.process_time()
        sys.settrace(self._entered)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self.seconds[item.nodeid] = time.process_time() - start
            if item.nodeid not in self._failed:
                self.lines[item.nodeid] = {f: frozenset(n) for f, n in self._seen.items()}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails in the unchanged code tells nothing."""
        if report.failed:
            self._failed.add(report.nodeid)

    def _entered(self, frame: FrameType, event: str, arg: Any) -> Any:
        name = self._names.get(frame.f_code.co_filename)
        if name is None or frame.f_code.co_name == "<module>":
            return None
        lines = self._seen.setdefault(name, set())
        lines.add(frame.f_lineno)

        def step(frame: FrameType, event: str, arg: Any) -> Any:
            lines.add(frame.f_lineno)
            return step

        return step
