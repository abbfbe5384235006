"""Runs a command and says what it cost: seconds by the clock, seconds of the processor, and the most memory all its processes held at once."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BETWEEN = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """What one run cost. `memory` is in bytes: what each process has for itself, and its share of what several have."""

    clock: float
    processor: float
    memory: int


def run(command: Sequence[str], *, well: Sequence[int] = (0, 1)) -> Cost:
    """Run a command to its end, with the processes it starts.

    Raises:
        RuntimeError: it ended with an exit code that is not `well`.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)}
    before, most = os.times(), [0]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(child.pid, done, most))
    watch.start()
    code = child.wait()
    clock = time.perf_counter() - start
    done.set()
    watch.join()
    after = os.times()
    if code not in well:
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(clock, used, most[0])


def _watch(pid: int, done: threading.Event, most: list[int]) -> None:
    while not done.wait(BETWEEN):
        most[0] = max(most[0], sum(_held(p) for p in _with_children(pid)))


def _with_children(pid: int) -> list[int]:
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        try:
            todo += [int(p) for p in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
        except OSError:
            continue
    return found


def _held(pid: int) -> int:
    """Proportional memory of a process, where the system says it; else what is resident."""
    for name, word in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(word):
                return int(line.split()[1]) * 1024
    return 0


def alternating(times: int, *commands: Sequence[str]) -> list[list[Cost]]:
    """Each command so many times, one after the other in turn, so that a busy moment falls on all alike; the first round warms up."""
    rounds = [[run(command) for command in commands] for _ in range(times + 1)][1:]
    return [list(of_one) for of_one in zip(*rounds, strict=True)]


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost], what: str = "processor") -> float:
    """The median of the ratios of runs that stood next to each other."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(ours, theirs, strict=True))


def middle(costs: Sequence[Cost], what: str = "processor") -> float:
    """The median of one thing."""
    return float(statistics.median(getattr(c, what) for c in costs))


def pack(*arguments: str) -> list[str]:
    """A command of `pack` as it is given."""
    return [sys.executable, "-m", "assurance_pack.cli", *arguments]


def python(script: str, *arguments: str | Path) -> list[str]:
    """One of the bare programs in `bench/bare`."""
    return [sys.executable, str(ROOT / "bench" / "bare" / script), *(str(a) for a in arguments)]
