"""One mutant on trial: a child process imports the changed file from memory and runs the tests that run the changed line.

Nothing is written: the work tree stays as it is. The child is forked after all that lies below the changed file is imported, so that a
trial costs a second or two.
"""

from __future__ import annotations

import ast
import importlib
import importlib.abc
import importlib.machinery
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from types import CodeType, ModuleType

import pytest

SILENT = (
    "-q",
    "-x",
    "--no-header",
    "--no-summary",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--assert=plain",
    "--hypothesis-profile=mutants",
)


class Outcome(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    NOT_RUN = "run by no test"


class _Changed(importlib.abc.MetaPathFinder):
    """Finds one module in memory instead of on the disk."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path)
        assert found is not None
        found.loader = _FromMemory(name, str(self._path), compile(self._tree, str(self._path), "exec"))
        return found


class _FromMemory(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class Only:
    """A plug-in of pytest that runs these tests alone, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        """These, by their node IDs."""
        self._place = {test: n for n, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """All others are dropped."""
        items[:] = sorted((i for i in items if i.nodeid in self._place), key=lambda i: self._place[i.nodeid])


def module_of(file: Path) -> str:
    """The name by which a file is imported."""
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def on_trial(root: Path, file: Path, tree: ast.Module, tests: Sequence[str], seconds: float) -> int:
    """Begin to run these tests with the changed file; the number of the child, which exits with 0 where none of them noticed.

    A test that fails, and one that runs or waits for far longer than it should (`seconds` of the processor), has noticed.
    """

    def run() -> int:
        sys.meta_path.insert(0, _Changed(module_of(file), root / file, tree))
        folders = dict.fromkeys(test.partition("::")[0] for test in tests)
        return pytest.main([*SILENT, *folders], plugins=[Only(tests)])

    return in_child(run, seconds)


def in_child(work: Callable[[], int], seconds: float | None = None) -> int:
    """Begin something in a forked child that says nothing; the number of the child, which exits with what the work comes to."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        if seconds is not None:
            used = resource.getrusage(resource.RUSAGE_SELF)
            allowed = int(used.ru_utime + used.ru_stime + seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed))
            signal.alarm(60 + int(3 * seconds))  # by the clock on the wall: a mutant that waits for itself uses no processor
        code = int(work())
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """What a child exited with, once it has."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


HEAVY = ("openpyxl", "xlsxwriter", "docx", "lxml.etree", "python_calamine", "phonenumbers", "hypothesis.strategies", "pydantic")
"""Libraries that are imported once, before the first child is started."""


def import_all(root: Path, folder: str) -> None:
    """Import every module of a folder of the package, so that the children need not."""
    for path in sorted((root / "assurance_pack" / folder).rglob("*.py")):
        importlib.import_module(module_of(path.relative_to(root)))
