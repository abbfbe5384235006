"""Changes lines of the code at random, one at a time, and says which changes no test noticed: `make mutants SEED=7 N=200`.

A mutant is killed where a test of a few seconds fails (or runs for ever), and survives where all pass. A survivor is either a test that is missing
or a change that changes nothing (`x or ""` where x is always text). The same seed draws the same lines of the same code.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from footprints import Follower, Footprints
from mutations import Mutation, mutations_in
from trial import HEAVY, SILENT, Outcome, ended, import_all, in_child, on_trial

ROOT = Path(__file__).parents[2]
FOLDERS = ("record", "assess", "rules")
"""What is put on trial, the lowest first: each is imported once the mutants of the one before are judged."""
BELOW = ("model", "english", "settings", "settings_file", "calendar", "schema")
TESTS = (
    "tests/rules",
    "tests/assess",
    "tests/record",
    "tests/position",
    "tests/document",
    "tests/settings",
    "tests/intake",
)
LONGEST = 4.0
"""A test that takes more seconds of the processor than this is left out: what only it notices is called a survivor."""


def main() -> int:
    """Draw, try, tell."""
    told = _arguments()
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    files = [p.relative_to(ROOT) for f in FOLDERS for p in sorted((ROOT / "assurance_pack" / f).rglob("*.py"))]
    asked = [f for f in files if told.folder in (None, f.parts[1])]
    drawn = draw([m for f in asked for m in mutations_in(ROOT, f)], told.seed, told.count)
    _import_heavy()
    footprints = _footprints(files)
    outcomes: dict[Mutation, Outcome] = {}
    for folder in FOLDERS:
        for mutation, outcome in _judged([m for m in sorted(drawn, key=_place) if _folder(m) == folder], footprints, told.workers):
            outcomes[mutation] = outcome
            if outcome is not Outcome.KILLED:
                print(f"{outcome.value}: {mutation}", flush=True)
        import_all(ROOT, folder)
    print(summary(outcomes, told.seed))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="which mutants are drawn")
    parser.add_argument("--count", type=int, default=200, help="how many")
    parser.add_argument("--folder", choices=FOLDERS, help="of this folder of the package alone (all three, where none is named)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many are tried at once")
    return parser.parse_args()


def draw(mutations: list[Mutation], seed: int, count: int) -> list[Mutation]:
    """So many changes, each on another line as long as there are lines: first the lines are drawn, then one change of each."""
    chance = random.Random(seed)
    lines: dict[tuple[Path, int], list[Mutation]] = {}
    for one in mutations:
        lines.setdefault((one.file, one.line), []).append(one)
    drawn = chance.sample(sorted(lines), min(count, len(lines)))
    return [chance.choice(lines[line]) for line in drawn]


def summary(outcomes: dict[Mutation, Outcome], seed: int) -> str:
    """Killed and survived, by folder and in all."""
    lines = [f"{'':<10}{'killed':>8}{'survived':>10}{'share':>8}"]
    for folder in (*FOLDERS, ""):
        counted = Counter(o is Outcome.KILLED for m, o in outcomes.items() if not folder or _folder(m) == folder)
        if counted:
            share = counted[True] / counted.total()
            lines.append(f"{folder or 'all':<10}{counted[True]:>8}{counted[False]:>10}{share:>8.0%}")
    return "\n".join([*lines, f"{len(outcomes)} mutants drawn with seed {seed}."])


def _judged(mutants: list[Mutation], footprints: Footprints, workers: int) -> Iterator[tuple[Mutation, Outcome]]:
    """Several at once, each in a child of its own."""
    waiting, running = list(reversed(mutants)), dict[int, Mutation]()
    while waiting or running:
        while waiting and len(running) < workers:
            mutation = waiting.pop()
            tests = footprints.tests_of(mutation.file, mutation.line, in_function=_in_function(mutation))
            if not tests:
                yield mutation, Outcome.NOT_RUN
                continue
            allowed = 30 + 10 * sum(footprints.seconds[t] for t in tests)
            running[on_trial(ROOT, mutation.file, mutation.tree(ROOT), tests, allowed)] = mutation
        if running:
            child, status = os.wait()
            yield running.pop(child), Outcome.SURVIVED if os.waitstatus_to_exitcode(status) == 0 else Outcome.KILLED


def _in_function(mutation: Mutation) -> bool:
    tree = ast.parse((ROOT / mutation.file).read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda)]
    return any(n.body[0].lineno <= mutation.line <= (n.end_lineno or 0) for n in functions if isinstance(n, ast.FunctionDef))


def _import_heavy() -> None:
    for name in HEAVY:
        importlib.import_module(name)
    for name in BELOW:
        importlib.import_module("assurance_pack." + name)
    import_all(ROOT, "returns")
    import_all(ROOT, "intake")


def _footprints(files: list[Path]) -> Footprints:
    """Followed afresh whenever a line of the code or of a test has changed."""
    told = hashlib.sha256()
    for path in sorted(p for folder in ("assurance_pack", "tests") for p in (ROOT / folder).rglob("*.py")):
        told.update(path.read_bytes())
    kept = Path(tempfile.gettempdir()) / f"footprints-{told.hexdigest()[:16]}.json"
    if not kept.exists():
        print("Following each test through the code …", flush=True)

        def follow() -> int:
            follower = Follower(ROOT, files)
            pytest.main(
                [*(s for s in SILENT if s != "-x"), "-m", "not office and not browser", "--continue-on-collection-errors", *TESTS],
                plugins=[follower],
            )
            if not follower.lines:
                return 1
            quick = {t for t, s in follower.seconds.items() if s <= LONGEST and t in follower.lines}
            Footprints({t: follower.lines[t] for t in quick}, {t: follower.seconds[t] for t in quick}).save(kept)
            return 0

        if ended(in_child(follow)) != 0 or not kept.exists():
            raise SystemExit("The tests could not be run. Run “make test” and mend what it names.")
    return Footprints.load(kept)


def _folder(mutation: Mutation) -> str:
    return mutation.file.parts[1]


def _place(mutation: Mutation) -> tuple[int, Path, int]:
    return FOLDERS.index(_folder(mutation)), mutation.file, mutation.line


if __name__ == "__main__":
    sys.exit(main())
