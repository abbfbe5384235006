"""Files of a build change together, or not at all."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
from pathlib import Path

import pytest

from assurance_pack.record import writing
from assurance_pack.record.manifest import sha256
from assurance_pack.record.writing import HalfReplaced, InUse, finish_interrupted, write_all

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


# ---------- what goes wrong is named, and what can be is put back ----------


def test_a_full_disk_names_the_file_for_which_there_was_no_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space") as raised:
        write_all(folder, NEW)
    assert (raised.value.errno, Path(raised.value.filename).name) == (errno.ENOSPC, "pack.pdf")


def test_a_folder_that_may_not_be_written_to_is_named_and_not_the_one_that_was_to_be_made_in_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(prefix: str, dir: Path) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", f"{dir}/{prefix}abc")

    monkeypatch.setattr(writing.tempfile, "mkdtemp", forbidden)
    with pytest.raises(PermissionError) as raised:
        write_all(folder, NEW)
    assert raised.value.filename == str(folder)


def moves_fail(monkeypatch: pytest.MonkeyPatch, *names: str, undoing: bool = False) -> None:
    """No file of these names can be put in place; nor can what was there before be put back."""
    replace = os.replace

    def opened_just_now(source: object, target: Path) -> None:
        putting_back = "before-" in Path(str(source)).name
        if (putting_back and undoing) or (not putting_back and Path(target).name in names):
            raise PermissionError(errno.EACCES, "Permission denied", str(source))
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.os, "replace", opened_just_now)


def test_where_what_was_moved_cannot_be_put_back_the_next_command_finishes(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as stopping:
        moves_fail(stopping, "pack.docx", undoing=True)
        with pytest.raises(HalfReplaced) as raised:
            write_all(folder, NEW)
    assert Path(raised.value.filename).name == "pack.docx"
    assert finish_interrupted(folder) is True
    assert lying_in(folder) == NEW
    assert finish_interrupted(folder) is False


def test_where_a_disk_knows_no_second_name_for_a_file_a_copy_is_put_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def knows_none(source: object, target: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(writing.os, "link", knows_none)
    moves_fail(monkeypatch, "manifest.json")
    with pytest.raises(InUse):
        write_all(folder, NEW)
    assert lying_in(folder) == OLD


def test_a_file_set_aside_comes_back_though_another_had_taken_its_place_already(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moves_fail(monkeypatch, "manifest.json")
    with pytest.raises(InUse):
        write_all(folder, NEW, aside={"pack.docx": "pack (edited by hand).docx"})
    assert lying_in(folder) == OLD


def test_what_is_not_there_is_not_set_aside(folder: Path) -> None:
    write_all(folder, NEW, aside={"book.xlsx": "book (edited by hand).xlsx"})
    assert lying_in(folder) == NEW


def test_files_go_into_a_folder_that_has_to_be_made_first(tmp_path: Path) -> None:
    for files in (OLD, NEW):
        write_all(tmp_path / "output" / "2026-06", files)
        assert lying_in(tmp_path / "output" / "2026-06") == files


# ---------- how it is written ----------


def test_every_file_is_whole_on_the_disk_before_one_is_moved_and_then_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        there = os.fstat(handle)
        done.append("folder" if stat.S_ISDIR(there.st_mode) else f"{there.st_size} bytes")
        fsync(handle)

    def moved(source: object, target: Path) -> None:
        done.append(Path(target).name)
        replace(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(writing.os, "fsync", synced)
    monkeypatch.setattr(writing.os, "replace", moved)
    write_all(folder, {"manifest-public.json": b"12", "manifest.json": b"1", "a.pdf": b"123", "z.docx": b"1234"})
    noted = done[4]
    assert done == [
        "3 bytes",
        "4 bytes",
        "2 bytes",
        "1 bytes",
        noted,
        "moves.json",
        "a.pdf",
        "z.docx",
        "manifest-public.json",
        "manifest.json",
        "folder",
    ]
    assert noted.endswith(" bytes")
    assert not noted.startswith("0")


def test_no_other_run_writes_in_the_folder_meanwhile_and_none_is_kept_out_afterwards(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl", reason="a folder is locked otherwise on this system")
    fsync = os.fsync

    def is_free() -> bool:
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(handle)
        return True

    seen = []

    def looked(handle: int) -> None:
        seen.append(is_free())
        fsync(handle)

    monkeypatch.setattr(writing.os, "fsync", looked)
    write_all(folder, NEW)
    assert not any(seen)
    assert is_free()


def test_nothing_is_left_open(folder: Path) -> None:
    def next_handle() -> int:
        handle = os.open(folder / "pack.pdf", os.O_RDONLY)
        os.close(handle)
        return handle

    before = next_handle()
    write_all(folder, NEW)
    assert next_handle() == before


# ---------- what cannot be swept stops nothing ----------


def cannot_be_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder cannot be taken away: on a share, somebody looks into it."""

    def looked_into(*path: object, **more: object) -> None:
        raise OSError(errno.ENOTEMPTY, "Directory not empty")

    monkeypatch.setattr(os, "rmdir", looked_into)


def files_in(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_a_folder_that_cannot_be_swept_stops_no_build_and_the_next_command_sweeps_it(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as busy:
        cannot_be_swept(busy)
        write_all(folder, NEW)
        assert files_in(folder) == NEW
        assert finish_interrupted(folder) is True
    assert lying_in(folder) != NEW
    assert finish_interrupted(folder) is True
    assert lying_in(folder) == NEW


def test_a_folder_that_cannot_be_swept_hides_no_other_fault(folder: Path) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as busy:
        cannot_be_swept(busy)
        moves_fail(busy, "pack.pdf")
        with pytest.raises(InUse):
            write_all(folder, NEW)
        busy.setattr(writing.os, "fsync", full_disk)
        with pytest.raises(OSError, match="No space"):
            write_all(folder, NEW)
        assert files_in(folder) == OLD
    finish_interrupted(folder)
    assert lying_in(folder) == OLD


# ---------- what is open elsewhere ----------


def test_the_second_of_two_files_is_tried_too_and_one_that_is_not_there_may_be_written(tmp_path: Path) -> None:
    first, second = tmp_path / "2026-05" / "pack.pdf", tmp_path / "2026-06" / "pack.docx"
    for path in (first, second):
        path.parent.mkdir()
        path.touch()
    writing.try_all([first, tmp_path / "2026-07" / "pack.pdf", second])
    (second.parent / "~$pack.docx").touch()
    with pytest.raises(InUse) as raised:
        writing.try_all([first, second])
    assert (raised.value.errno, raised.value.filename) == (errno.EACCES, str(second))


def test_what_cannot_be_opened_to_be_written_cannot_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").mkdir()
    with pytest.raises(InUse) as raised:
        writing.try_to_replace(tmp_path / "pack.pdf")
    assert raised.value.filename == str(tmp_path / "pack.pdf")


def test_where_nobody_can_say_which_file_is_open_its_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in ("2026-05", "2026-06"):
        (tmp_path / month / f"{writing.BESIDE}a").mkdir(parents=True)

    def stopped(folder: Path) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(writing, "finish_interrupted", stopped)
    assert [sentence.partition(" Close ")[2] for sentence in writing.finish_archive(tmp_path)] == [
        f"{month}, then run any command again to finish it." for month in ("2026-05", "2026-06")
    ]
