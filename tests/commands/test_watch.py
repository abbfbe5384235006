"""`pack build --watch`: whoever mends a return sees the pack change, and a file that is being saved is not taken for a damaged one."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.commands import watch
from assurance_pack.home import Home
from assurance_pack.model import Month

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
LONG = 240.0
"""Seconds after which a line that did not come is given up; nothing here is judged by its speed."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    shutil.copy(ROOT / "pack.toml", tmp_path)
    shutil.copytree(ROOT / "inputs" / JUNE, tmp_path / "inputs" / JUNE)
    (tmp_path / "output").mkdir()
    return Home(tmp_path)


def a_return(home: Home) -> Path:
    return home.inputs(JUNE) / "Capital and Sufficiency June 2026.xlsx"


class Watching:
    """The command in a process of its own, as it is typed, and the lines it prints."""

    def __init__(self, home: Home) -> None:
        self.lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        command = [
            sys.executable,
            "-m",
            "assurance_pack.cli",
            "build",
            "--watch",
            "--format",
            "html",
            "--month",
            JUNE,
            "--home",
            str(home.root),
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite started in the background has Ctrl-C ignored
        try:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
            )
        finally:
            signal.signal(signal.SIGINT, before)
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> str:
        """The line in which these words stand."""
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            line = self.lines.get(timeout=LONG)
            self.said.append(line)
            if words in line:
                return line
        raise AssertionError(f"{words!r} was not said: {self.said}")


@pytest.fixture
def watching(home: Home) -> Iterator[Watching]:
    started = Watching(home)
    yield started
    started.end()


@pytest.mark.slow
def test_a_day_of_mending_with_the_pack_watching(home: Home, watching: Watching) -> None:
    """A sender writes a word more; a file is copied in slowly; pack.toml has a slip, and is mended; then Ctrl-C."""
    watching.until("Waiting for a change")
    path = a_return(home)
    book = openpyxl.load_workbook(path)
    row = next(row for sheet in book for row in sheet.iter_rows() if any(str(c.value).startswith("M-CAP") for c in row))
    cell = max((c for c in row if isinstance(c.value, str)), key=lambda c: len(c.value))
    cell.value = f"{cell.value} More is said here."
    book.save(path)
    again = watching.until("Built again")
    assert "Capital and Sufficiency changed. Built again in" in again
    assert "M-CAP-" in again
    watching.until("Waiting for a change")

    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    time.sleep(watch.STILL * 3)
    path.write_bytes((ROOT / "inputs" / JUNE / path.name).read_bytes())
    watching.until("Built again")
    watching.until("Waiting for a change")
    assert not [line for line in watching.said if "cannot be opened" in line or "damaged" in line]

    settings = home.settings_file.read_text("utf-8")
    home.settings_file.write_text(settings + "\n[nonsense\n", "utf-8")
    watching.until("pack.toml")
    watching.until("Waiting for a change")
    home.settings_file.write_text(settings + "\n# a remark\n", "utf-8")
    assert "pack.toml changed. Built again" in watching.until("Built again")
    watching.until("Waiting for a change")

    watching.process.send_signal(signal.SIGINT)
    watching.until("Ended.")
    assert watching.process.wait(LONG) == 0
    assert not [line for line in watching.said if "Traceback" in line or "Error" in line]


def test_a_file_half_saved_is_waited_for_and_told_of_once(home: Home) -> None:
    path = a_return(home)
    whole = path.read_bytes()

    def woken() -> Iterator[object]:
        path.write_bytes(whole[:1000])
        threading.Timer(watch.STILL * 2, lambda: path.write_bytes(whole + b"\0")).start()
        yield "something was written"
        yield "something was written"

    assert list(watch.changes(home, JUNE, woken())) == [frozenset(), frozenset({path})]
    assert path.read_bytes() == whole + b"\0"


def test_a_file_that_stays_damaged_is_read_as_it_is(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PATIENCE", 0.0)
    path = a_return(home)

    def woken() -> Iterator[object]:
        path.write_bytes(b"no workbook")
        yield "something was written"

    assert list(watch.changes(home, JUNE, woken())) == [frozenset(), frozenset({path})]


def test_a_file_that_comes_and_one_that_goes_are_changes_and_a_lock_or_an_output_is_none(home: Home) -> None:
    path, new = a_return(home), home.inputs(JUNE) / "new.docx"

    def woken() -> Iterator[object]:
        (home.inputs(JUNE) / f"~${path.name}").write_text("open in Excel")
        (home.output(JUNE)).mkdir()
        (home.output(JUNE) / "pack.pdf").write_text("built")
        yield "something was written"
        shutil.copy(path, new)
        path.unlink()
        yield "something was written"
        (home.root / "templates" / "look").mkdir(parents=True)
        (home.root / "templates" / "look" / "pack.css.j2").write_text("")
        yield "something was written"

    found = list(watch.changes(home, JUNE, woken()))
    assert found == [frozenset(), frozenset({path, new}), frozenset({home.root / "templates" / "look" / "pack.css.j2"})]


@pytest.mark.parametrize("other", ["--json", "--supplement", "--from-record"])
def test_it_does_not_go_with_what_is_made_once(home: Home, other: str) -> None:
    done = CliRunner().invoke(main, ["build", "--watch", other, "--month", JUNE, "--home", str(home.root)])
    assert done.exit_code == 2
    assert "Leave out --supplement, --from-record and --json" in done.output


def test_where_the_library_is_not_there_it_is_said_with_what_to_do(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(watch.CannotDraw, match="Install pack again"):
        list(watch.changes(home, JUNE, watch._told_of(home, JUNE)))
