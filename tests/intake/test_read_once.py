"""What is printed comes from the bytes whose fingerprint is kept; a machine on which nothing can be read says so."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.intake import in_folder
from assurance_pack.intake.opening.grid import OpenedBook, Refusal
from assurance_pack.intake.opening.reader import CannotRead, Reader
from assurance_pack.intake.receipts import digest

SENT = Path(__file__).parents[2] / "inputs" / "2026-06" / "SENCo network June.xlsx"


def test_a_return_saved_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(b"first")
    seen: list[bytes] = []

    def saved_meanwhile(one: Path) -> OpenedBook:
        seen.append(one.read_bytes())
        one.write_bytes(b"second")
        return OpenedBook(sheets=())

    monkeypatch.setattr(in_folder, "begin_file", lambda one: lambda: saved_meanwhile(one))
    sha, _ = in_folder._as_hashed(path)()
    assert seen == [b"first", b"second"]
    assert sha == digest(path)


def test_a_return_that_never_stays_the_same_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(b"0")

    def always_changing(one: Path) -> OpenedBook:
        one.write_bytes(one.read_bytes() + b"0")
        return OpenedBook(sheets=())

    monkeypatch.setattr(in_folder, "begin_file", lambda one: lambda: always_changing(one))
    assert in_folder._as_hashed(path)()[1] == Refusal("unreadable", "it was being changed while it was read")


@pytest.mark.parametrize("why", ["it ends at once", "it may not be started", "a library is not there"])
def test_where_no_child_starts_the_machine_is_named_and_no_file_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    shutil.copy(SENT, tmp_path / "sent.xlsx")
    if why == "a library is not there":
        (tmp_path / "openpyxl.py").write_text("raise ImportError")
        monkeypatch.syspath_prepend(str(tmp_path))
    else:
        monkeypatch.setattr(sys, "executable", "/bin/false" if why == "it ends at once" else str(tmp_path / "not there"))
    with pytest.raises(CannotRead, match="does not start on this machine"):
        Reader().read(tmp_path / "sent.xlsx")
    doctor = CliRunner().invoke(main, ["doctor"])
    assert "Reading returns: the process that reads them does not start" in doctor.output
    assert doctor.exit_code == 4
