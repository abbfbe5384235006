"""Files of a build change together, or not at all."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

import pytest

from assurance_pack.record import writing
from assurance_pack.record.manifest import sha256
from assurance_pack.record.writing import InUse, finish_interrupted, write_all

OLD = {"pack.pdf": b"old pdf", "pack.docx": b"old word", "manifest.json": b"old"}
NEW = {"manifest.json": b"new", "pack.pdf": b"new pdf", "pack.docx": b"new word", "book.xlsx": b"new book"}


def lying_in(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() if p.is_file() else b"a folder" for p in sorted(folder.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_all(tmp_path, OLD)
    return tmp_path


def test_a_full_disk_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_all(folder, NEW)
    assert lying_in(folder) == OLD


@pytest.mark.parametrize("lock", ["~$pack.docx", "~$ck.docx", ".~lock.pack.docx#"])
def test_a_file_that_is_open_in_word_or_libreoffice_is_named_and_nothing_is_replaced(folder: Path, lock: str) -> None:
    (folder / lock).write_bytes(b"somebody")
    with pytest.raises(InUse) as raised:
        write_all(folder, NEW)
    assert Path(raised.value.filename).name == "pack.docx"
    assert {n: d for n, d in lying_in(folder).items() if n != lock} == OLD


@pytest.mark.parametrize("stops_at", ["pack.pdf", "pack.docx", "book.xlsx", "manifest.json"])
def test_a_move_that_fails_is_undone_with_all_before_it(folder: Path, monkeypatch: pytest.MonkeyPatch, stops_at: str) -> None:
    replace = os.replace

    def opened_just_now(source: object, target: Path) -> None:
        if Path(target).name == stops_at and "before-" not in Path(str(source)).name:
            raise PermissionError(13, "Permission denied", str(source))
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.os, "replace", opened_just_now)
    with pytest.raises(InUse) as raised:
        write_all(folder, NEW)
    assert Path(raised.value.filename).name == stops_at
    assert lying_in(folder) == OLD


class Killed(BaseException):
    """The machine stops here."""


@pytest.mark.parametrize("step", range(12))
def test_a_run_killed_anywhere_is_finished_or_undone_by_the_next_command(folder: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    count = 0

    def killed_at_the_step(original: object):
        def run(*arguments: object, **named: object) -> object:
            nonlocal count
            if count == step:
                raise Killed
            count += 1
            return original(*arguments, **named)  # type: ignore[operator]

        return run

    with monkeypatch.context() as stopping:
        for name in ("replace", "fsync"):
            stopping.setattr(writing.os, name, killed_at_the_step(getattr(os, name)))
        stopping.setattr(writing.shutil, "rmtree", lambda *a, **k: None)  # a killed run takes nothing away
        with contextlib.suppress(Killed):
            write_all(folder, NEW)
    finish_interrupted(folder)
    assert lying_in(folder) in (OLD, NEW)


def test_a_file_set_aside_is_kept_under_its_new_name_even_where_the_run_is_killed_and_finished_twice(folder: Path) -> None:
    write_all(folder, NEW, aside={"pack.docx": "pack (edited by hand).docx"})
    assert lying_in(folder) == {**NEW, "pack (edited by hand).docx": b"old word"}
    write_all(folder, OLD, aside={"pack.docx": "pack (edited by hand).docx"})
    assert lying_in(folder)["pack (edited by hand) 2.docx"] == b"new word"


def test_files_can_be_read_by_everyone_who_may_read_the_folder(folder: Path) -> None:
    assert {oct(p.stat().st_mode & 0o777) for p in folder.iterdir()} == {"0o644"}


def test_what_a_killed_run_left_anywhere_in_the_archive_is_swept_by_the_next_command(tmp_path: Path) -> None:
    places = ("", "2026-06", "2026-06/sealed", "2026-06/sealed/v1.0", "2026-06/forms/messages", "withdrawn")
    left = [tmp_path / place / f"{writing.BESIDE}a" for place in places]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "pack.pdf").write_bytes(b"half a page")
    assert writing.finish_archive(tmp_path) == ()
    assert not [f for f in left if f.exists()]
    assert finish_interrupted(tmp_path / "2026-06") is False


def test_moves_that_were_begun_in_a_sealed_version_are_finished_by_the_next_command(tmp_path: Path) -> None:
    version = tmp_path / "2026-06" / "sealed" / "v1.0"
    (version / f"{writing.BESIDE}a").mkdir(parents=True)
    (version / "pack.docx").write_bytes(b"as it was")
    (version / f"{writing.BESIDE}a" / "pack.docx").write_bytes(b"marked")
    move = {"source": f"{writing.BESIDE}a/pack.docx", "target": "pack.docx", "fingerprint": sha256(b"marked")}
    (version / f"{writing.BESIDE}a" / "moves.json").write_text(json.dumps([move]))
    assert writing.finish_archive(tmp_path) == ()
    assert lying_in(version) == {"pack.docx": b"marked"}


def test_a_file_still_open_when_the_next_command_finishes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2026-06" / f"{writing.BESIDE}a").mkdir(parents=True)

    def still_open(folder: Path) -> bool:
        raise PermissionError(13, "open in another program", str(folder / "pack.docx"))

    monkeypatch.setattr(writing, "finish_interrupted", still_open)
    (waiting,) = writing.finish_archive(tmp_path)
    assert "Close pack.docx, then run any command again to finish it." in waiting


def test_a_file_set_aside_comes_back_under_its_name_where_the_move_of_another_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def opened_just_now(source: object, target: Path) -> None:
        if Path(target).name == "book.xlsx":
            raise PermissionError(13, "Permission denied", str(source))
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.os, "replace", opened_just_now)
    with pytest.raises(InUse):
        write_all(folder, NEW, aside={"pack.docx": "pack (edited by hand).docx"})
    assert lying_in(folder) == OLD


def test_a_name_that_is_taken_gets_the_next_number(tmp_path: Path) -> None:
    for taken in ("pack.pdf", "pack 2.pdf"):
        (tmp_path / taken).touch()
    assert [writing.free_name(tmp_path, name) for name in ("pack.pdf", "book.xlsx")] == ["pack 3.pdf", "book.xlsx"]
