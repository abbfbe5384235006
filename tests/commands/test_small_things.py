"""Small things that each cost somebody an afternoon: who approves, what computers leave in a folder, a mistyped year."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.commands.formats import assets_for
from assurance_pack.home import Home
from assurance_pack.intake.receipts import RECEIVED, arrivals, read_sightings
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.record.approval import seal_whole
from assurance_pack.record.seal import SealedAs
from assurance_pack.record.writing import write_all
from assurance_pack.render import LookRefused
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
SHA = "a" * 64


def test_who_approves_is_one_line_of_at_most_80_characters(home: Home) -> None:
    for by in ("Chair of RDG\nand a second line", "C" * 81, "Chair\u200b of RDG"):
        said = CliRunner().invoke(main, ["approve", "--month", JUNE, "--by", by, "--home", str(home.root)])
        assert (said.exit_code, said.stderr.splitlines()) == (
            2, ['--by is one line of at most 80 characters, and none that cannot be seen. Type the role alone: --by "Chair of RDG".'],
        )  # fmt: skip


def test_a_role_pasted_from_word_is_taken(home: Home) -> None:
    said = CliRunner().invoke(main, ["approve", "--month", JUNE, "--by", "Chair\u00a0of RDG", "--home", str(home.root)])
    assert "Nothing has been built for June 2026." in said.output


@pytest.mark.parametrize(("option", "words"), [("--by", "NHS number 999 000 0018"), ("--without-pdf", "the file of 999 000 0018 is open")])
def test_what_would_be_printed_of_an_approval_may_not_identify_a_child(home: Home, option: str, words: str) -> None:
    asked = {"--by": "Chair of RDG", option: words}
    said = CliRunner().invoke(main, ["approve", "--month", JUNE, *(w for pair in asked.items() for w in pair), "--home", str(home.root)])
    assert said.exit_code == 3
    assert said.output.startswith(f"What {option} says may identify a child")
    assert "0018" not in said.output


@pytest.mark.parametrize(("command", "option"), [("approve", "--without-pdf"), ("withdraw", "--reason")])
def test_a_reason_is_one_sentence_because_it_is_printed(home: Home, command: str, option: str) -> None:
    said = CliRunner().invoke(main, [command, "--month", JUNE, "--by", "Chair of RDG", option, "word " * 41, "--home", str(home.root)])
    assert (said.exit_code, said.output) == (
        2, f"{option} is one sentence of at most 200 characters, because it is kept and printed. Say it shorter.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "@eaDir",
        "__MACOSX",
        "~WRL0003.tmp",
        ".DS_Store",
        "5F3A1000",
        "5F3A1000.tmp",
        "Return.xlsx:Zone.Identifier",
        "#recycle",
        "~snapshot",
    ],
)
def test_what_computers_leave_in_a_folder_is_no_return(home: Home, name: str) -> None:
    folder = home.inputs(JUNE)
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"x")
    assert arrivals(folder) == {}


@pytest.mark.parametrize("day", ["26/06/2006", "2062-06-26", "26 June 2024", "2025-06-26", "2027-06-26"])
def test_an_arrival_years_from_its_month_is_asked_about_and_is_no_date(home: Home, day: str) -> None:
    folder = home.inputs(JUNE)
    folder.mkdir(parents=True)
    (folder / RECEIVED).write_text(f"file,sha256,received\nCapital.xlsx,{SHA},{day}\nForum.docx,{'b' * 64},2026-06-26\n", encoding="utf-8")
    seen = read_sightings(folder)
    assert seen.dates == {"b" * 64: date(2026, 6, 26)}
    assert [(f.kind, str(f.cell)) for f in seen.faults] == [(FaultKind.FAR_OFF, "received.csv › C2")]


def test_a_name_that_may_identify_a_child_is_not_written_into_the_list_of_arrivals(home: Home) -> None:
    folder = home.inputs(JUNE)
    folder.mkdir(parents=True)
    (folder / "Plan for 999 000 0018.xlsx").write_bytes(b"no workbook")
    CliRunner().invoke(main, ["status", "--month", JUNE, "--home", str(home.root)])
    listed = (folder / RECEIVED).read_text(encoding="utf-8")
    assert "0018" not in listed
    assert "a file whose name may identify a child," in listed


@pytest.mark.parametrize("umask", [0o002, 0o077])
def test_whoever_may_write_or_read_by_the_machines_own_rule_may_so_with_the_files_of_a_pack(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_all(tmp_path / "2026-06", {"a.txt": b"a"})
        said = SealedAs(version="1.0", by="Chair of RDG", on="2026-07-10T09:00:00", files={}, follows={}, without_pdf="", edited=False)
        seal_whole(tmp_path / "2026-06" / "sealed", said, {"a.txt": b"a"})
    finally:
        os.umask(before)
    for path in tmp_path.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o777 if path.is_dir() else 0o666) & ~umask, path


def test_every_folder_that_is_written_may_be_read_as_its_files_may(tmp_path: Path) -> None:
    write_all(tmp_path / "2026-06", {"a.txt": b"a"})
    said = SealedAs(version="1.0", by="Chair of RDG", on="2026-07-10T09:00:00", files={}, follows={}, without_pdf="", edited=False)
    seal_whole(tmp_path / "2026-06" / "sealed", said, {"a.txt": b"a"})
    folders = [p for p in tmp_path.rglob("*") if p.is_dir()]
    assert {oct(p.stat().st_mode & 0o055) for p in folders} == {oct(0o055)}
    assert {oct(p.stat().st_mode & 0o044) for p in tmp_path.rglob("*") if p.is_file()} == {oct(0o044)}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_page_template_saved_in_another_encoding_is_named_with_what_to_do(home: Home, settings: Settings, encoding: str) -> None:
    own = home.root / "templates" / "look"
    own.mkdir(parents=True)
    (own / "page.html.j2").write_bytes("<p>“The Board’s own”</p>".encode(encoding))
    with pytest.raises(LookRefused, match=r"templates/look/page\.html\.j2 is not saved as UTF-8\. Save it so \(in Notepad"):
        assets_for(home, settings)
