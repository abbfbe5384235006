"""What the machine does not read or write is said with its cause, as far as the machine says it, and with what to do about that cause."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from assurance_pack.commands.afresh import write_afresh
from assurance_pack.commands.faults import spoken
from assurance_pack.record.writing import InUse, write_all


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "the disk is full. Make room on it, then try again."),
        (errno.EDQUOT, "your room on this disk is used up."),
        (errno.EROFS, "the disk it is on may only be read from here."),
        (errno.ESTALE, "the drive it is on is not connected. Connect it, then try again."),
        (errno.ENOENT, "it is no longer there, or the drive it is on is not connected."),
        (errno.ENAMETOOLONG, "is too long for this machine. Move the working folder to a shorter path"),
        (errno.EINVAL, "the disk may be full, or the folder no longer there. Try again."),
    ],
)
def test_a_disk_that_does_not_answer_is_told_by_its_cause(number: int, cause: str) -> None:
    sentence, code = spoken(OSError(number, "as the machine says it", "/srv/board/output/2026-06"))
    assert sentence.startswith("output/2026-06 cannot be read or written: ")
    assert cause in sentence
    assert sentence.endswith("so what lies there is whole.")
    assert code == 4


def test_a_folder_in_the_place_of_a_file_is_called_a_folder_and_not_open(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").mkdir()
    with pytest.raises(InUse) as refused:
        write_all(tmp_path, {"book.xlsx": b"new"})
    assert spoken(refused.value)[0].startswith("A folder called book.xlsx stands where a file of that name is to be written. Rename it")


def test_a_file_in_the_place_of_a_folder_is_named_and_the_disk_is_not_called_full(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2026-06"
    folder.parent.mkdir()
    folder.write_text("a note")
    for what in (lambda: folder.mkdir(), lambda: (folder / "marked").mkdir()):
        with pytest.raises((FileExistsError, NotADirectoryError)) as refused:
            what()
        assert spoken(refused.value) == (
            "output/2026-06 is a file, and a folder of that name is to be there. Rename it or take it away, then try again. "
            "Nothing in it was changed.",
            4,
        )


def test_a_file_that_cannot_be_replaced_may_be_open_or_marked_as_read_only() -> None:
    sentence, _ = spoken(InUse(13, "", "/srv/board/output/2026-06/pack.docx"))
    assert "Close it if it is open in another program, and see that it is not marked as read-only; then try again." in sentence


def test_messages_of_an_earlier_run_are_all_kept_and_stay_where_they_are_while_one_is_open(tmp_path: Path) -> None:
    for words in (b"first", b"second"):
        write_afresh(tmp_path, {"Capital.txt": words})
        write_afresh(tmp_path, {"Workforce.txt": words})
    earlier = {p.name: p.read_bytes() for p in (tmp_path / "earlier").iterdir()}
    assert earlier == {"Capital.txt": b"first", "Capital 2.txt": b"second", "Workforce.txt": b"first"}
    (tmp_path / ".~lock.Workforce.txt#").write_text("open")
    with pytest.raises(InUse):
        write_afresh(tmp_path, {"Capital.txt": b"third", "RDG.txt": b"third"})
    assert sorted(p.name for p in tmp_path.glob("*.txt")) == ["Workforce.txt"]
