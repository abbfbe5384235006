"""Runs are killed outright, at moments nobody chose, while they replace the files of a build or seal a month: nothing is ever half done."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assurance_pack.record import writing
from assurance_pack.record.approval import seal_whole
from assurance_pack.record.manifest import sha256
from assurance_pack.record.seal import SealedAs
from assurance_pack.record.writing import finish_archive, write_all

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked and killed on this system")
NAMES = ("assurance-pack.pdf", "assurance-pack.docx", "data-book.xlsx", "record.json", "manifest.json")
KILLS = [pytest.param(10, id="10 kills"), pytest.param(100, id="100 kills", marks=pytest.mark.slow)]


def build(version: int) -> dict[str, bytes]:
    """The files of a build: every one says which, and they are large enough to take a moment."""
    return {name: f"{name} of build {version}\n".encode() * 4000 for name in NAMES}


def killed_while(work: Callable[[], None], after: float = 0.0, moves: int = 0) -> None:
    """Do something in a process of its own, and kill it: after so many seconds, or when it is about to move one of its files."""
    seen, told = os.pipe()
    child = os.fork()
    if not child:
        try:
            replace = os.replace

            def says_so(source: object, target: object) -> None:
                os.write(told, b".")
                time.sleep(0.01)
                replace(source, target)  # type: ignore[arg-type]

            writing.os.replace = says_so  # in this process alone
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    for _ in range(moves):
        os.read(seen, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(seen)
    os.close(told)


@pytest.mark.parametrize("kills", KILLS)
def test_after_a_kill_the_next_command_finds_all_files_of_one_build_and_nothing_left_over(tmp_path: Path, kills: int) -> None:
    folder, chance = tmp_path / "2026-06", random.Random(2026)
    write_all(folder, build(0))
    between_moves = 0

    def builds_on_and_on() -> None:
        for version in range(1, 10_000):
            write_all(folder, build(version))

    for _ in range(kills):
        killed_while(builds_on_and_on, moves=chance.randint(1, 18))
        between_moves += any(folder.glob(".writing-*/moves.json"))
        assert finish_archive(tmp_path) == ()
        assert sorted(p.name for p in folder.iterdir()) == sorted(NAMES)
        assert len({(folder / n).read_bytes().split()[-1] for n in NAMES}) == 1
    assert between_moves, "no kill fell between the moves of a build"


@pytest.mark.parametrize("kills", KILLS)
def test_a_killed_approval_has_sealed_everything_or_nothing(tmp_path: Path, kills: int) -> None:
    chance = random.Random(2026)
    files = build(1)
    digests = {name: sha256(data) for name, data in files.items()}

    def approves_on_and_on() -> None:
        for number in range(10_000):
            said = SealedAs(version=f"1.{number}", by="Chair of RDG", on="2026-07-07T15:30:00+00:00", files=digests, follows={})
            seal_whole(tmp_path / "sealed", said, files)

    for kill in range(kills):
        folder = tmp_path / "sealed"
        killed_while(approves_on_and_on, after=chance.uniform(0.002, 0.06))
        for version in folder.glob("v*"):
            assert sorted(p.name for p in version.iterdir()) == sorted([*NAMES, "seal.json"]), kill
            assert all((version / n).read_bytes() == files[n] for n in NAMES)
            for path in (*version.iterdir(), version):
                path.unlink() if path.is_file() else path.rmdir()
