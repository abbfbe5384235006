"""Where a build's time goes: the processor time of all its processes by what they were at, beside what it was before any of it was mended."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from .measure import ROOT, pack

SAMPLED = ROOT / "bench" / "sampled"
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("loading modules", ("loading ",)),
    ("setting the pages of the PDF", ("assurance_pack.render.pdf", "assurance_pack.render.html", "assurance_pack.render.charts", "assurance_pack.commands.press")),
    ("writing Word", ("assurance_pack.render.word", "assurance_pack.render.archive")),
    ("writing the data book and the record", ("assurance_pack.render.databook", "assurance_pack.document.databook", "assurance_pack.record")),
    ("reading the returns", ("assurance_pack.intake",)),
    ("the guard", ("assurance_pack.rules.guard", "assurance_pack.later")),
    ("the other rules", ("assurance_pack.rules",)),
    ("making the document", ("assurance_pack.document", "assurance_pack.position", "assurance_pack.assess")),
)  # fmt: skip
"""What a process is at, by the beginning of what its samples are called; the first that fits holds."""
REST = "the rest"
BEFORE: Mapping[str, float] = {
    "loading modules": 0.267,
    "setting the pages of the PDF": 0.347,
    "writing Word": 0.105,
    "writing the data book and the record": 0.062,
    "reading the returns": 0.098,
    "the guard": 0.042,
    "the other rules": 0.004,
    "making the document": 0.029,
    "the rest": 0.045,
}
"""Shares of the same, by the same looks, in the tree of 27 November 2026: before any of it was mended."""
RATIO_BEFORE = 2.44
"""Processor time of that build, against WeasyPrint alone setting its pages."""


def shares(folder: Path) -> dict[str, float]:
    """Seconds of the processor by part, of every process that wrote its samples into a folder."""
    spent: Counter[str] = Counter()
    for path in folder.glob("*.json"):
        for what, seconds in json.loads(path.read_text("utf-8"))["spent"].items():
            spent[_part(what)] += seconds
    return dict(spent)


def profiled(home: Path, month: str, tree: Path = ROOT, times: int = 3) -> dict[str, float]:
    """Build a month so many times, each process looked at as it works; the median of each part."""
    runs = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            path = os.pathsep.join([str(SAMPLED), str(tree), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
            environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
            subprocess.run(
                pack("build", "--home", str(home), "--month", month), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                env=environment | {"PYTHONPATH": path, "BENCH_SAMPLES": folder},
            )  # fmt: skip
            runs.append(shares(Path(folder)))
    return {part: statistics.median(r.get(part, 0.0) for r in runs) for part in _every_part()}


def table(now: Mapping[str, float], ratio: float) -> Iterator[str]:
    """The parts as rows of Markdown, each as a multiple of what WeasyPrint alone takes for the pages; `ratio` is that of the whole build."""
    whole = sum(now.values())
    yield "| Part of a build | Before | Now |"
    yield "|---|---|---|"
    for part in _every_part():
        yield f"| {part} | {BEFORE[part] * RATIO_BEFORE:.2f} × | {now[part] / whole * ratio:.2f} × |"
    yield f"| **together** | {RATIO_BEFORE:.2f} × | {ratio:.2f} × |"


def _every_part() -> tuple[str, ...]:
    return (*(part for part, _ in PARTS), REST)


def _part(what: str) -> str:
    return next((part for part, begins in PARTS if what.startswith(begins)), REST)
