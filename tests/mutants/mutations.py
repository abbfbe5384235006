"""The small changes made to a line of code to see whether a test notices: one change a mutation, worked out on the syntax tree.

What is changed: a comparison (turned round, or its boundary moved by one), `and` and `or`, `not`, one condition of several left out, the
condition of a comprehension left out, a number, a truth value, one member of a list of constants left out, plus and minus, `any` and
`all`, `min` and `max`, what is returned, a statement left out, a case of a `match` left out. Not changed: sentences and help texts
(whether they read well no machine can say), types, assertions made for the type checker, and what is only exported; nor what no test could
see here: that a value may not be changed (`frozen`), that two lists are of one length (`strict`), how much is remembered (`lru_cache`), None instead of False or of something empty, and what runs on Windows alone.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
}  # fmt: skip
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip
_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}

_Change = Callable[[ast.AST], "ast.AST | None"]
"""Given a copy of a node, the node that takes its place; None where it is left out of its list."""
Way = tuple[str | int, ...]
"""The way from the root of the tree to a node: names of fields and places in lists."""


@dataclass(frozen=True)
class Mutation:
    """One change: where, what stood there and what stands there instead."""

    file: Path
    line: int
    was: str
    becomes: str
    way: Way
    change: _Change

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.was}  →  {self.becomes}"

    def tree(self, root: Path) -> ast.Module:
        """The whole file with this change, the lines as numbered before."""
        tree = ast.parse((root / self.file).read_text(encoding="utf-8"))
        parent: ast.AST | list[ast.AST] = tree
        for step in self.way[:-1]:
            parent = parent[step] if isinstance(step, int) else getattr(parent, step)  # type: ignore[index, assignment]
        _put(parent, self.way[-1], self.change)
        return ast.fix_missing_locations(tree)


def _put(parent: ast.AST | list[ast.AST], step: str | int, change: _Change) -> None:
    if isinstance(step, int):
        assert isinstance(parent, list)
        new = change(parent[step])
        if new is None:
            del parent[step]
        else:
            parent[step] = new
    else:
        setattr(parent, step, change(getattr(parent, step)))


def mutations_in(root: Path, file: Path) -> list[Mutation]:
    """Every change that can be made to a file, in reading order."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    found: list[Mutation] = []
    for node, way in _walk(tree, ()):
        for change in _changes(node):
            new = change(copy.deepcopy(node))
            becomes = "(left out)" if new is None else _shown(new)
            found.append(Mutation(file, node.lineno, _shown(node), becomes, way, change))  # type: ignore[attr-defined]
    return found


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else f"{text[:87]}…"


def _walk(node: ast.AST, way: Way) -> Iterator[tuple[ast.AST, Way]]:
    """Every node that may be changed, and the way to it."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "args") and not isinstance(node, ast.Call):
            continue  # types; and defaults, which are seldom worth the trouble
        if name in ("test", "body") and isinstance(node, ast.If) and ast.unparse(node.test) == "sys.platform == 'win32'":
            continue
        for step, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _passed_over(child):
                continue
            here = (*way, name) if step is None else (*way, name, step)
            if hasattr(child, "lineno"):
                yield child, here
            yield from _walk(child, here)


def _passed_over(node: ast.AST) -> bool:
    """What only speaks to people or to the type checker, and f-strings, which are sentences."""
    if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        return True
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        typed = isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias"
        return typed or (isinstance(target, ast.Name) and target.id == "__all__")
    if isinstance(node, ast.keyword):
        return node.arg in ("frozen", "strict")
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "lru_cache":
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_nothing(value: ast.expr) -> bool:
    """None, False, or something empty: to whoever asks, the one says what the other does."""
    constant = isinstance(value, ast.Constant) and (value.value is None or value.value is False or value.value == "")
    return constant or (isinstance(value, ast.Tuple | ast.List) and not value.elts)


def _changes(node: ast.AST) -> Iterator[_Change]:
    yield from _changed_condition(node)
    yield from _changed_value(node)
    yield from _changed_statement(node)


def _changed_condition(node: ast.AST) -> Iterator[_Change]:
    match node:
        case ast.Compare():
            for place, op in enumerate(node.ops):
                yield from (_with_op(place, other) for other in _OPPOSITE[type(op)])
        case ast.BoolOp():
            yield _turned
            yield from (_without_operand(place) for place in range(len(node.values)))
        case ast.UnaryOp(op=ast.Not()):
            yield lambda n: n.operand  # type: ignore[attr-defined]
        case ast.If() | ast.IfExp() if not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield _negated
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for g, generator in enumerate(node.generators):
                yield from (_without_filter(g, place) for place in range(len(generator.ifs)))


def _changed_value(node: ast.AST) -> Iterator[_Change]:
    match node:
        case ast.BinOp() if type(node.op) in _SUMS and not _is_text(node.left) and not _is_text(node.right):
            yield _other_sum
        case ast.Constant(value=bool()):
            yield lambda n: ast.copy_location(ast.Constant(not n.value), n)  # type: ignore[attr-defined]
        case ast.Constant(value=int() | float()):
            yield lambda n: ast.copy_location(ast.Constant(n.value + 1), n)  # type: ignore[attr-defined]
        case ast.Tuple(ctx=ast.Load()) | ast.Set() | ast.List(ctx=ast.Load()) if len(node.elts) > 1 and _all_constant(node.elts):
            yield from (_without_member(place) for place in range(len(node.elts)))
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            yield _other_call


def _changed_statement(node: ast.AST) -> Iterator[_Change]:
    match node:
        case ast.Return(value=ast.expr() as value) if not _is_nothing(value):
            yield lambda n: ast.copy_location(ast.Return(ast.copy_location(ast.Constant(None), n)), n)
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield lambda n: ast.copy_location(ast.Pass(), n)
        case ast.Continue():
            yield lambda n: ast.copy_location(ast.Break(), n)
        case ast.Break():
            yield lambda n: ast.copy_location(ast.Continue(), n)
        case ast.Match():
            named = [n for n, c in enumerate(node.cases) if not isinstance(c.pattern, ast.MatchAs)]
            yield from (_without_case(place) for place in (named if len(node.cases) > 1 else ()))


def _all_constant(elements: list[ast.expr]) -> bool:
    return all(isinstance(e, ast.Constant) for e in elements)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _with_op(place: int, other: type[ast.cmpop]) -> Callable[[ast.AST], ast.AST]:
    def change(n: ast.AST) -> ast.AST:
        assert isinstance(n, ast.Compare)
        n.ops[place] = other()
        return n

    return change


def _without_operand(place: int) -> Callable[[ast.AST], ast.AST]:
    def change(n: ast.AST) -> ast.AST:
        assert isinstance(n, ast.BoolOp)
        del n.values[place]
        return n.values[0] if len(n.values) == 1 else n

    return change


def _without_filter(generator: int, place: int) -> Callable[[ast.AST], ast.AST]:
    def change(n: ast.AST) -> ast.AST:
        del n.generators[generator].ifs[place]  # type: ignore[attr-defined]
        return n

    return change


def _without_member(place: int) -> Callable[[ast.AST], ast.AST]:
    def change(n: ast.AST) -> ast.AST:
        del n.elts[place]  # type: ignore[attr-defined]
        return n

    return change


def _without_case(place: int) -> Callable[[ast.AST], ast.AST]:
    def change(n: ast.AST) -> ast.AST:
        del n.cases[place]  # type: ignore[attr-defined]
        return n

    return change


def _turned(n: ast.AST) -> ast.AST:
    assert isinstance(n, ast.BoolOp)
    n.op = ast.Or() if isinstance(n.op, ast.And) else ast.And()
    return n


def _negated(n: ast.AST) -> ast.AST:
    assert isinstance(n, ast.If | ast.IfExp)
    n.test = ast.copy_location(ast.UnaryOp(ast.Not(), n.test), n.test)
    return n


def _other_sum(n: ast.AST) -> ast.AST:
    assert isinstance(n, ast.BinOp)
    n.op = _SUMS[type(n.op)]()
    return n


def _other_call(n: ast.AST) -> ast.AST:
    assert isinstance(n, ast.Call)
    assert isinstance(n.func, ast.Name)
    n.func.id = _CALLS[n.func.id]
    return n
