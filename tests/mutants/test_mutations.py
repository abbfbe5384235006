"""What the mutation run changes, and that a mutant is drawn by its seed."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest
from mutations import Mutation, mutations_in
from trial import HEAVY


def changed(tmp_path: Path, code: str) -> set[str]:
    """Every way in which a line of code may be changed."""
    (tmp_path / "code.py").write_text(code)
    found = mutations_in(tmp_path, Path("code.py"))
    return {ast.unparse(m.tree(tmp_path)).splitlines()[m.line - 1].strip() for m in found}


@pytest.mark.parametrize(
    ("code", "mutants"),
    [
        ("x = a < b", {"x = a <= b", "x = a >= b"}),
        ("x = a == b", {"x = a != b"}),
        ("x = a and b and c", {"x = a or b or c", "x = b and c", "x = a and c", "x = a and b"}),
        ("x = not a", {"x = a"}),
        ("x = [n for n in a if n]", {"x = [n for n in a]"}),
        ("x = any(a)", {"x = all(a)"}),
        ("x = 7", {"x = 8"}),
        ("x = ('id', 'status')", {"x = ('id',)", "x = ('status',)"}),
        ("x = f'{a} or {b}'", set()),
        ("x: 'int | None'", set()),
        ("Way = Literal['up', 'down']", set()),
        ("@dataclass(frozen=True)\nclass A:\n    pass", set()),
        ("@functools.lru_cache(maxsize=64)\ndef a():\n    pass", set()),
        ("pairs = zip(a, b, strict=True)", set()),
        ("if sys.platform == 'win32':\n    x = 7\nelse:\n    x = 8", {"x = 9"}),
    ],
)
def test_each_condition_number_and_member_is_changed_and_sentences_and_types_are_not(tmp_path: Path, code: str, mutants: set[str]) -> None:
    assert changed(tmp_path, code) == mutants


def test_what_is_returned_or_yielded_is_left_out(tmp_path: Path) -> None:
    code = "def f(a):\n    yield a\n    return a\n"
    assert changed(tmp_path, code) == {"pass", "return None"}
    assert changed(tmp_path, "def f():\n    return ()\n") == changed(tmp_path, "def f():\n    return ''\n") == set()


def test_a_mutant_says_where_it_is_and_what_was_changed(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("\nx = a < b\n")
    mutation: Mutation = mutations_in(tmp_path, Path("code.py"))[0]
    assert str(mutation) == "code.py:2: a < b  →  a <= b"


@pytest.mark.parametrize("library", HEAVY)
def test_what_a_trial_imports_first_is_installed_by_make_test(library: str):
    assert importlib.util.find_spec(library)
