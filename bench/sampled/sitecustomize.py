"""Loaded by every process of a build that `bench.profile` starts: says, some thousand times a second of the processor, what that process is at."""

from __future__ import annotations

import atexit
import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY = 0.001
WRITTEN = 0.05
"""Seconds of the processor after which what was seen is written down: some of these processes are ended from outside."""
_spent: Counter[str] = Counter()
_until = _kept = time.process_time()


def _look(number: int, frame: FrameType | None) -> None:
    """Give the time since the last look to what stands innermost: a long call into a library is looked at once, when it comes back."""
    global _until, _kept
    now = time.process_time()
    _spent[_at(frame)] += now - _until
    _until = now
    if now - _kept > WRITTEN:
        _kept = now
        _write()


def _at(frame: FrameType | None) -> str:
    """The module of this package that is at work, and before its name a sign where a module is being loaded."""
    within, loading = "", ""
    while frame:
        name = str(frame.f_globals.get("__name__", ""))
        within = within or (name if name.startswith("assurance_pack") else "")
        loading = loading or ("loading " if "importlib" in name else "")
        frame = frame.f_back
    return loading + (within or "the interpreter")


def _write() -> None:
    path = Path(os.environ["BENCH_SAMPLES"]) / f"{os.getpid()}.json"
    path.write_text(json.dumps({"process": sys.orig_argv, "spent": _spent}), "utf-8")


def _end() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    _spent["the interpreter"] += time.process_time() - _until
    _write()


if "BENCH_SAMPLES" in os.environ:
    atexit.register(_end)
    signal.signal(signal.SIGPROF, _look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
