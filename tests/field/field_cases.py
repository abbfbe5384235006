"""The cases, read as the pipeline reads a month: each a file (or a folder of them) as somebody sent it, with no other return beside it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import openpyxl

from assurance_pack.document.editions import board_sections
from assurance_pack.document.section import Section
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.model.problem import Problem
from assurance_pack.pipeline import Understood, understand
from assurance_pack.position.whole import Position
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
JUNE = Month("2026-06")
SETTINGS = load(ROOT / "pack.toml")

OF_A_PART = ("AP116", "AP128", "AP130", "AP409", "AP410")
"""What is said of every case because it is one file of nine, made without the form's hidden identity, with some of its sheets."""


def lay(folder: Path, case: str) -> None:
    """Put what was sent into a folder of returns."""
    folder.mkdir(parents=True, exist_ok=True)
    sent = next(CASES.glob(f"{case}-*"))
    for file in sent.iterdir() if sent.is_dir() else [sent]:
        shutil.copy(file, folder / file.name)


def home_of(case: str, root: Path) -> Home:
    """A working folder with this case alone as June's returns."""
    home = Home(root)
    shutil.copy(ROOT / "pack.toml", root)
    lay(home.inputs(JUNE), case)
    return home


@cache
def read(case: str) -> Understood:
    """June as it is understood with this case alone; read once for all tests of it."""
    root = Path(mkdtemp(prefix="field-"))
    try:
        return understand(home_of(case, root), JUNE, SETTINGS)
    finally:
        shutil.rmtree(root)


def case_bytes(case: str) -> bytes:
    """The one file of a case."""
    return next(CASES.glob(f"{case}-*")).read_bytes()


def received(root: Path, files: dict[str, bytes], month: Month = JUNE) -> Home:
    """A working folder with these files alone as a month's returns."""
    home = Home(root)
    root.mkdir(parents=True, exist_ok=True)
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "pack.toml", root)
    home.inputs(month).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (home.inputs(month) / name).write_bytes(content)
    return home


def june_of(root: Path, files: dict[str, bytes]) -> Understood:
    """June as it is understood with these files alone."""
    return understand(received(root, files), JUNE, SETTINGS)


def edited(case: str, edit: Callable[[Any], None]) -> bytes:
    """The workbook of a case with something otherwise in it."""
    book = openpyxl.load_workbook(io.BytesIO(case_bytes(case)))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content: bytes, parts: dict[str, Callable[[bytes], bytes | None]], extra: dict[str, bytes] | None = None) -> bytes:
    """A file's zip with some of its parts changed (None: dropped), and others added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = parts.get(name, bytes)(old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    return stream.getvalue()


def said(understood: Understood, *rules: str) -> list[Problem]:
    """The problems of these rules; with none named, everything said of what is in the file."""
    problems = understood.verdicts.problems
    return [p for p in problems if (p.rule in rules if rules else p.rule not in OF_A_PART)]


def places(problems: list[Problem]) -> list[str]:
    """Rule and cells, for example ``AP150 Risks!D5``."""
    return [" ".join([p.rule, *(f"{c.sheet}!{c.ref}" for c in p.cells)]) for p in problems]


def curve(understood: Understood, code: str) -> list[str]:
    """The points of an indicator, earliest first, each as it is printed: its figure, or the symbol in place of one."""
    return [p.symbol or f"{p.value:.1f}" for p in understood.case.trends[code].points]


def sample(root: Path, edits: dict[str, Callable[[Any], None] | bytes | None], month: Month = JUNE) -> Home:
    """The sample months up to June, with something otherwise in the files of one: a workbook edited, other content, or no file (None)."""
    home = Home(root)
    if not home.inputs(JUNE).exists():
        copy_to_june(root / "inputs")
        shutil.copy(ROOT / "pack.toml", root)
    for name, edit in edits.items():
        file = home.inputs(month) / name
        if edit is None:
            file.unlink()
        elif isinstance(edit, bytes):
            file.write_bytes(edit)
        else:
            book = openpyxl.load_workbook(file)
            edit(book)
            book.save(file)
    return home


def june_with(root: Path, edits: dict[str, Callable[[Any], None] | bytes | None]) -> Understood:
    """June of the sample as it is understood with this in its files."""
    return understand(sample(root, edits), JUNE, SETTINGS)


Edit = Callable[[Any], None]
"""What is done to a workbook."""


def put(sheet: str, **cells: Any) -> Edit:
    """These values typed into these cells."""

    def edit(book: Any) -> None:
        for ref, value in cells.items():
            book[sheet][ref] = value

    return edit


def row_of(sheet: Any, ref: str) -> int:
    """The row an item stands in."""
    return next(int(c.row) for c in sheet["B"] if c.value == ref)


_WRITTEN: list[tuple[Position, tuple[Section, ...]]] = []


def sections_of(understood: Understood) -> tuple[Section, ...]:
    """The sections of the pack of a month; written once for all that is asked of the last few months."""
    position = understood.position
    written = next((sections for known, sections in _WRITTEN if known is position), None)
    if written is None:
        written = board_sections(position, SETTINGS)
        _WRITTEN[:] = [*_WRITTEN[-7:], (position, written)]
    return written


def page_1(understood: Understood) -> str:
    """What page 1 says, a line for every piece of text."""
    return "\n".join(t for t in texts(sections_of(understood)[0].blocks) if t)


def words_of(understood: Understood) -> str:
    """What all sections say, as one text."""
    pieces = (t for section in sections_of(understood) for t in texts(section.blocks) if t)
    return " ".join(" ".join(pieces).split())


def told_anew(understood: Understood) -> list[str]:
    """What is said of the month beyond what is said of the sample as it is."""
    known = places(the_sample().verdicts.problems)
    return [p for p in places(understood.verdicts.problems) if p not in known]


@cache
def the_sample() -> Understood:
    """June of the sample as it is; read once for all tests."""
    root = Path(mkdtemp(prefix="field-"))
    try:
        return june_with(root, {})
    finally:
        shutil.rmtree(root)


def counts(understood: Understood) -> tuple[tuple[int, int], tuple[int, int]]:
    """At the head of page 1: how many milestones are off track, and of how many; how many open risks are Extreme, and of how many."""
    month = understood.position.month
    return (month.off_track.now, month.off_track.total), (month.extreme.now, month.extreme.total)
