"""A month of very many rows is built a step at a time, the later ones by a process that has the room to itself: its files and what is said of them are the same."""

from __future__ import annotations

import errno
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack import child_process, commands
from assurance_pack.cli import in_turn as in_its_place
from assurance_pack.cli import main
from assurance_pack.commands import build as building
from assurance_pack.commands.in_turn import hand_on
from assurance_pack.document.blocks.book import Book, BookColumn, BookSheet
from assurance_pack.exit_codes import USAGE
from assurance_pack.render import databook
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
MANY = "from assurance_pack.commands import build; build.MANY_ROWS = 10; from assurance_pack.cli import main; main()"
"""`pack`, to which ten rows are very many."""
KILLED = """
import os, signal, sys
from assurance_pack.commands import in_turn
from assurance_pack.cli.in_turn import main
in_turn.set_alone = lambda press, document: os.kill(os.getpid(), signal.SIGKILL)
main(int(sys.argv[1]), False)
"""
"""What goes on in its place, killed when it comes to the pages."""
BY_TYPST = ("--engine", "typst")
"""For where it is not asked which engine sets the pages: it takes a tenth of the time."""
only_here = pytest.mark.skipif(os.name != "posix", reason="on Windows no process takes the place of another: one does it all")


def build(home: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["build", "--month", "2026-06", "--home", str(home), *more])
    assert result.exit_code == 0, result.output
    return result.output.replace(str(home), "HOME")


def in_turn(home: Path, *more: str, before: str = "") -> tuple[int, str]:
    """The same from a command line; the folder for temporary files is empty afterwards."""
    room = home.parent / f"{home.name}-room"
    room.mkdir(exist_ok=True)
    command = [sys.executable, "-c", f"{before}\n{MANY}", "build", "--month", "2026-06", "--home", str(home), *more]
    ended = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(room)}, check=False
    )
    for _ in range(100):  # a process it started ends by itself, and takes what it has there away, once it finds that nobody waits for it
        if not list(room.iterdir()):
            break
        time.sleep(0.1)
    assert not list(room.iterdir())
    assert not ended.stderr
    return ended.returncode, ended.stdout.replace(str(home), "HOME")


def noting(where: Path, then: str = "own(*how)") -> str:
    """Has a process note that another takes its place."""
    return f"import os\nown = os.execve\ndef noted(*how):\n    open({str(where)!r}, 'w').close()\n    {then}\nos.execve = noted"


def june(home: Path) -> Path:
    home.mkdir()
    shutil.copy(ROOT / "pack.toml", home)
    copy_to_june(home / "inputs")
    return home


def files(home: Path) -> dict[str, bytes]:
    return {str(p.relative_to(home)): p.read_bytes() for p in (home / "output" / "2026-06").rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """June as it is built of any number of rows, and what is said of it."""
    home = june(tmp_path_factory.mktemp("usual") / "few")
    return home, build(home)


def test_one_process_makes_the_same_of_very_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (june(tmp_path / name) for name in ("few", "many"))
    said = build(few, *BY_TYPST)
    monkeypatch.setattr(building, "MANY_ROWS", 10)
    assert build(many, *BY_TYPST) == said
    assert files(many) == files(few)


@only_here
def test_what_goes_on_in_its_place_makes_the_same(usual: tuple[Path, str], tmp_path: Path) -> None:
    home = june(tmp_path / "many")
    assert in_turn(home, before=noting(tmp_path / "gone on")) == (0, usual[1])
    assert files(home) == files(usual[0])
    assert (tmp_path / "gone on").exists()


@only_here
def test_an_edition_without_a_record_is_the_same_and_so_is_what_another_program_is_told(usual: tuple[Path, str], tmp_path: Path) -> None:
    home = tmp_path / "few"
    shutil.copytree(usual[0], home)
    few = build(home, "--edition", "hwb", "--json", *BY_TYPST)
    made = files(home)
    code, many = in_turn(home, "--edition", "hwb", "--json", *BY_TYPST, before=noting(tmp_path / "gone on"))
    assert (code, json.loads(many)) == (0, json.loads(few))
    assert files(home) == made
    assert (tmp_path / "gone on").exists()


@only_here
def test_killed_between_two_steps_it_leaves_the_last_output_whole_and_nothing_else(usual: tuple[Path, str], tmp_path: Path) -> None:
    home = tmp_path / "few"
    shutil.copytree(usual[0], home)
    before = noting(tmp_path / "gone on", f"own(how[0], [how[0], '-c', {KILLED!r}, *how[1][how[1].index('-m') + 2:]], how[2])")
    code, said = in_turn(home, "--draft", before=before)
    assert (code, said) == (-9, "")
    assert (tmp_path / "gone on").exists()
    assert files(home) == files(usual[0])


def test_where_no_process_can_be_had_for_the_data_book_it_is_written_here(monkeypatch: pytest.MonkeyPatch) -> None:
    registers = BookSheet("Risks", "Every risk.", (BookColumn("ID"),), (("R-CAP-001",), ("R-CAP-002",)))
    kept = Book("Data book", "Every register", "OFFICIAL", "", date(2026, 6, 30), (registers,))
    assert commands.in_turn._data_book(pickle.dumps(kept)) == databook.write(kept)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert commands.in_turn._data_book(pickle.dumps(kept)) == databook.write(kept)


@only_here
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EPERM, "Operation not permitted")])
def test_where_nothing_can_go_on_in_its_place_it_comes_back(fault: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*how: object) -> None:
        raise fault

    where = tempfile if fault.errno == errno.ENOSPC else child_process.os
    monkeypatch.setattr(where, "TemporaryFile" if where is tempfile else "execve", refused)
    hand_on([b"the document", b"the data book"])


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [
        (KeyboardInterrupt(), USAGE, "Stopped. Either all files of the month changed, or none.\n"),
        (PermissionError(errno.EACCES, "Permission denied", "pack.pdf"), 4, "pack.pdf"),
    ],
)
def test_what_goes_wrong_after_that_is_said_as_ever(
    fault: BaseException, code: int, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(*how: object) -> None:
        raise fault

    monkeypatch.setattr(in_its_place, "go_on", wrong)
    assert in_its_place.main(os.dup(0), as_data=False) == code
    told = capsys.readouterr()
    assert not told.out
    assert sentence in told.err
    assert "Error" not in told.err
