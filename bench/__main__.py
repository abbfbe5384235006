"""`make bench`: measures everything in one run and writes docs/benchmarks.md. Only ratios are judged; seconds are those of this machine."""

from __future__ import annotations

import argparse
import importlib.metadata
import itertools
import os
import pickle
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assurance_pack.commands.formats import FORMATS
from assurance_pack.document.blocks import Document
from assurance_pack.home import Home
from assurance_pack.render import Assets, pdf, typst
from assurance_pack.render.html import Page

from .collectors import collected
from .measure import ROOT, Cost, alternating, middle, pack, python, ratio, run
from .months import JUNE, sample, with_months, with_returns, with_rows
from .profile import profiled, table

PAGE = ROOT / "docs" / "benchmarks.md"
PROCESSORS = 2
LIBRARIES = ("openpyxl", "python-calamine", "weasyprint", "typst", "pydantic", "click", "xlsxwriter", "python-docx")
MB = 1_000_000
STOPPED = "The run was stopped before its end: what is not in the table was not measured.\n\n"
BUILD = "`pack build` (PDF, Word, data book, record), against WeasyPrint alone"
PROFILE = """
## Where a build's time goes

Processor time of all its processes, as a multiple of what WeasyPrint alone takes to set the pages: each process is looked at a thousand times a
second as it works. “Before” is the tree of 27 November 2026, when none of this had been mended. WeasyPrint alone loads modules too, which stands in the first line.

"""
ROWS, MONTHS, RETURNS = (1, 10, 100), (3, 24, 120), (12, 50, 200)


@dataclass(frozen=True)
class Line:
    """One line of the table: what was compared, what came out, and the bar, where there is one, with whether it is met; `ratio` is what came out of two."""

    what: str
    found: str
    bar: str = ""
    met: bool | None = None
    ratio: float = 0.0

    def printed(self) -> str:
        """As a row of Markdown."""
        verdict = "" if self.met is None else "met" if self.met else "**not met**"
        return f"| {self.what} | {self.found} | {self.bar} | {verdict} |"


def main() -> None:
    """Measure, and write the page."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("--times", type=int, default=3, help="alternating runs of each comparison (3)")
    asked.add_argument("--quick", action="store_true", help="measure growth at its smallest sizes alone, to see that everything runs")
    asked.add_argument("--into", type=Path, default=PAGE, help="the page to write (docs/benchmarks.md)")
    options = asked.parse_args()
    work = Path(tempfile.mkdtemp(prefix="bench-"))
    lines: list[Line] = []
    try:
        for line in itertools.chain(_ratios(work, options.times), _growth(work, 1 if options.quick else len(ROWS))):
            print(line.printed(), flush=True)
            lines.append(line)
            options.into.write_text(_page(lines, options.times, whole=False), "utf-8")
        spent = profiled(work / "sample", JUNE, times=options.times)
        profile = table(spent, next(line.ratio for line in lines if line.what == BUILD))
    finally:
        shutil.rmtree(work)
    options.into.write_text(_page(lines, options.times, whole=True) + PROFILE + "\n".join(profile) + "\n", "utf-8")
    print(f"Written: {options.into}")


def _ratios(work: Path, times: int) -> Iterator[Line]:
    home = sample(work / "sample")
    inputs = home.inputs(JUNE)
    run(pack("build", "--home", str(home.root), "--month", JUNE))
    helped, clicked = alternating(times, pack("--help"), [sys.executable, "-c", "import click"])
    yield _against("`pack --help`, against `import click`", helped, clicked)
    checked, bare, quick = alternating(
        times,
        pack("check", "--home", str(home.root), "--month", JUNE),
        python("read_openpyxl.py", inputs),
        python("read_calamine.py", inputs),
    )
    yield _against("`pack check`, against reading the same files with openpyxl alone", checked, bare, most=3.0)
    yield Line(
        "the same by the clock", f"{ratio(checked, bare, 'clock'):.2f} × ({middle(checked, 'clock'):.2f} s, {middle(bare, 'clock'):.2f} s)"
    )
    yield _against("`pack check`, against reading them with calamine alone", checked, quick)
    printed = _as_printed(home, work / "printed.pickle")
    built, pages = alternating(
        times, pack("build", "--home", str(home.root), "--month", JUNE), python("set_pages.py", printed, work / "alone.pdf")
    )
    yield _against(BUILD, built, pages, most=1.7)
    by_clock, on = ratio(built, pages, "clock"), os.cpu_count() or 1
    yield Line(
        f"the same by the clock, on {on} processors", f"{by_clock:.2f} × ({middle(built, 'clock'):.1f} s, {middle(pages, 'clock'):.1f} s)",
        f"≤ 1.3 × on {PROCESSORS}", by_clock <= 1.3 if on >= PROCESSORS else None,
    )  # fmt: skip
    document, source = _for_typst(printed)
    written, bare = alternating(
        times, python("write_by_typst.py", document, work / "by-pack.pdf"), python("set_typst.py", source, work / "bare.pdf")
    )
    yield _against("the PDF of the same document by Typst, against Typst alone on the same source", written, bare, most=2.0)
    yield Line("most memory of a build, all processes together", f"{middle(built, 'memory') / MB:.0f} MB")
    yield from _collected(home, work)
    office = shutil.which("soffice")
    yield Line("the same document by LibreOffice, from the Word file", _by_office(home, office, times) if office else "not installed here")


def _collected(home: Home, work: Path) -> Iterator[Line]:
    for what, cost in collected(home.inputs(JUNE), work):
        yield Line(what, f"{cost.processor:.2f} s" if cost else "not installed here")


def _against(what: str, ours: list[Cost], theirs: list[Cost], most: float | None = None) -> Line:
    """Two things compared by the processor time of runs that stood next to each other."""
    found = ratio(ours, theirs)
    told = f"{found:.2f} × ({middle(ours):.2f} s, {middle(theirs):.2f} s)"
    return Line(what, told, f"≤ {most} ×" if most else "", found <= most if most else None, found)


def _as_printed(home: Home, path: Path) -> Path:
    """What a build hands to WeasyPrint: HTML, style, fonts and drawings."""
    from click.testing import CliRunner

    from assurance_pack.cli import main as command

    def keep(document: Document, assets: Assets, pages: Mapping[str, int]) -> bytes:
        html, style = pdf.page_and_style(document, assets)
        path.write_bytes(pickle.dumps((html, style, pdf.resources(document, assets))))
        path.with_suffix(".document").write_bytes(pickle.dumps((document, assets)))
        return b""

    usual = FORMATS["pdf"]
    FORMATS["pdf"] = type(usual)(usual.ending, usual.called, keep)
    try:
        CliRunner().invoke(command, ["build", "--home", str(home.root), "--month", JUNE, "--format", "pdf"])
    finally:
        FORMATS["pdf"] = usual
    return path


def _for_typst(printed: Path) -> tuple[Path, Path]:
    """The document that was handed to WeasyPrint, and what pack hands to Typst for it: the template, the words and the drawings."""
    document, source = printed.with_suffix(".document"), printed.with_suffix(".source")
    page = Page(*pickle.loads(document.read_bytes()))
    source.write_bytes(pickle.dumps((typst.sources(page, typst.AsData(page)), [face.data for face in page.assets.fonts.faces])))
    return document, source


def _by_office(home: Home, office: str, times: int) -> str:
    word = next(home.output(JUNE).glob("*.docx"))
    (costs,) = alternating(times, [office, "--headless", "--convert-to", "pdf", "--outdir", str(home.root), str(word)])
    return f"{middle(costs):.1f} s"


def _growth(work: Path, sizes: int) -> Iterator[Line]:
    """So many of the sizes, the smallest first; a hundred times the rows last, because they take the longest."""
    yield from _more_months(work, MONTHS[:sizes])
    yield from _more_returns(work, RETURNS[:sizes])
    yield from _more_rows(work, ROWS[:sizes])


def _grown(work: Path, name: str, grow: Callable[[Home, int], None], size: int) -> Home:
    """The sample with April and May in the archive, grown."""
    home = sample(work / f"{name}-{size}")
    run(pack("build", "--home", str(home.root), "--month", "2026-05", "--format", "word"))
    grow(home, size)
    return home


def _more_rows(work: Path, sizes: tuple[int, ...]) -> Iterator[Line]:
    first = 0.0
    for times in sizes:
        home = _grown(work, "rows", with_rows, times)
        cost = run(pack("build", "--withhold", "--home", str(home.root), "--month", JUNE))
        first = first or cost.processor
        last = times == ROWS[-1]
        yield Line(
            f"`pack build` with {times} × the rows", f"{cost.processor:.1f} s ({cost.processor / first:.1f} ×), {cost.memory / MB:.0f} MB",
            "< 350 MB and linear" if last else "", cost.memory < 350 * MB and cost.processor < times * first if last else None,
        )  # fmt: skip


def _more_months(work: Path, sizes: tuple[int, ...]) -> Iterator[Line]:
    first: list[Cost] = []
    for months in sizes:
        home = _grown(work, "months", with_months, months)
        (costs,) = alternating(3, pack("check", "--home", str(home.root), "--month", JUNE))
        first = first or costs
        more = middle(costs) / middle(first) - 1
        last = months == MONTHS[-1]
        yield Line(
            f"`pack check` with {months} months in the archive",
            f"{middle(costs):.1f} s ({more:+.0%})",
            "< +10 %" if last else "",
            more < 0.10 if last else None,
        )


def _more_returns(work: Path, sizes: tuple[int, ...]) -> Iterator[Line]:
    for returns in sizes:
        home = _grown(work, "returns", with_returns, returns)
        ours = run(pack("check", "--home", str(home.root), "--month", JUNE))
        bare = run(python("read_openpyxl.py", home.inputs(JUNE)))
        last = returns == RETURNS[-1]
        yield _against(f"`pack check` with {returns} returns, against openpyxl alone", [ours], [bare], most=3.0 if last else None)
        if last:
            yield from _collected(home, work)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _page(lines: list[Line], times: int, *, whole: bool) -> str:
    libraries = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    rows = "\n".join(line.printed() for line in lines)
    return (
        "# What a run costs\n\n"
        f"Written by `make bench`. Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} processors; {libraries}.\n\n"
        f"Ratios are of processor time, all processes together, unless another thing is named: the median over {times} pairs of runs that stood "
        f"next to each other. In brackets are the seconds of both on this machine, which had {os.getloadavg()[1]:.1f} processes waiting or at work. Growth is measured once a size, months three times.\n\n"
        f"{'' if whole else STOPPED}| What | Found | Bar | |\n|---|---|---|---|\n{rows}\n"
    )


if __name__ == "__main__":
    main()
