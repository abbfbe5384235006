"""Received is a fact written down, not a file time: the list, its dates, lateness, and which of two versions counts."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import milestone, save, workspace

from assurance_pack.home import Home
from assurance_pack.intake import in_folder, receipts
from assurance_pack.intake.opening.called import LARGEST_FILE
from assurance_pack.intake.read import read_month
from assurance_pack.intake.receipts import digest, read_sightings, record_sightings
from assurance_pack.intake.recognising.versions import Candidate, choose, version_in
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
FIRST, SECOND = date(2026, 6, 29), date(2026, 7, 2)


def listed(home: Home) -> str:
    return (home.inputs(JUNE) / "received.csv").read_text(encoding="utf-8-sig")


def test_the_first_sight_of_a_file_is_written_down_and_a_second_look_adds_nothing(home: Home) -> None:
    path = save(workspace(), home.inputs(JUNE))
    assert record_sightings(home, JUNE, FIRST) == ("CAP.xlsx",)
    assert listed(home) == f"file,sha256,received\nCAP.xlsx,{digest(path)},2026-06-29\n"
    assert record_sightings(home, JUNE, SECOND) == ()
    assert read_sightings(home.inputs(JUNE)).dates == {digest(path): FIRST}


def test_the_files_own_time_and_name_say_nothing(home: Home) -> None:
    path = save(workspace(), home.inputs(JUNE))
    record_sightings(home, JUNE, FIRST)
    os.utime(path, (0, 0))
    path.rename(path.with_name("renamed.xlsx"))
    assert record_sightings(home, JUNE, SECOND) == ()


def test_a_changed_file_is_a_new_arrival_and_the_older_line_stays(home: Home) -> None:
    folder = home.inputs(JUNE)
    save(workspace(), folder)
    record_sightings(home, JUNE, FIRST)
    save(workspace(milestone(status_now="At risk")), folder)
    assert record_sightings(home, JUNE, SECOND) == ("CAP.xlsx",)
    assert [line.rpartition(",")[2] for line in listed(home).splitlines()] == ["received", "2026-06-29", "2026-07-02"]


def test_reading_a_month_writes_nothing_into_its_folder(home: Home, settings: Settings) -> None:
    save(workspace(), home.inputs(JUNE))
    read_month(home, JUNE, settings)
    assert [p.name for p in home.inputs(JUNE).iterdir()] == ["CAP.xlsx"]


def test_lock_files_empty_files_and_the_list_itself_are_not_arrivals(home: Home) -> None:
    folder = home.inputs(JUNE)
    hostile.write(folder, "~$CAP.xlsx", b"x")
    hostile.write(folder, "empty.xlsx", b"")
    hostile.write(folder, ".DS_Store", b"x")
    assert record_sightings(home, JUNE, FIRST) == ()
    assert not (folder / "received.csv").exists()


def test_a_list_the_officer_saved_from_excel_is_still_read_and_added_to(home: Home) -> None:
    path = save(workspace(), home.inputs(JUNE))
    text = f"file;sha256;received\r\nCAP.xlsx;{digest(path).upper()};29/06/2026\r\n;;"
    (home.inputs(JUNE) / "received.csv").write_bytes(text.encode("utf-8"))
    assert read_sightings(home.inputs(JUNE)).dates == {digest(path): FIRST}
    hostile.write(home.inputs(JUNE), "note.txt", b"Dear all")
    assert record_sightings(home, JUNE, SECOND) == ("note.txt",)
    assert listed(home).splitlines()[-1].startswith("note.txt;")
    assert len(read_sightings(home.inputs(JUNE)).dates) == 2


def test_a_date_in_the_list_that_cannot_be_read_is_said_with_its_line(home: Home, settings: Settings) -> None:
    path = save(workspace(), home.inputs(JUNE))
    (home.inputs(JUNE) / "received.csv").write_text(f"file,sha256,received\nCAP.xlsx,{digest(path)},06/30/2026\n")
    found = read_month(home, JUNE, settings).returns
    assert [(f.kind, str(f.cell)) for f in found.faults if f.cell.file == "received.csv"] == [(FaultKind.US_DATE, "received.csv › C2")]
    assert record_sightings(home, JUNE, SECOND) == ()


def test_a_file_name_that_a_spreadsheet_would_take_for_a_formula_is_kept_from_being_one(home: Home) -> None:
    hostile.write(home.inputs(JUNE), "=cmd.txt", b"x")
    record_sightings(home, JUNE, FIRST)
    assert listed(home).splitlines()[1].startswith("'=cmd.txt,")


@pytest.mark.parametrize(("seen_on", "late"), [("2026-06-29", 0), ("2026-06-30", 0), ("2026-07-01", 1), ("2026-07-06", 4)])
def test_lateness_is_counted_in_working_days_from_the_deadline(home: Home, settings: Settings, seen_on: str, late: int) -> None:
    path = save(workspace(), home.inputs(JUNE))
    (home.inputs(JUNE) / "received.csv").write_text(f"file,sha256,received\nCAP.xlsx,{digest(path)},{seen_on}\n")
    receipt = read_month(home, JUNE, settings).returns.receipt("workspace:CAP")
    assert receipt is not None
    assert (receipt.due, receipt.days_late) == (date(2026, 6, 30), late)


def test_a_return_without_a_line_in_the_list_is_never_late(home: Home, settings: Settings) -> None:
    save(workspace(), home.inputs(JUNE))
    receipt = read_month(home, JUNE, settings).returns.receipt("workspace:CAP")
    assert receipt is not None
    assert (receipt.received, receipt.days_late) == (None, None)


# ---------- versions ----------


LATER = "it was received later, by received.csv"


def candidate(file: str, received: date | None = None, state: ReceiptState = ReceiptState.RECEIVED) -> Candidate:
    return Candidate(file, state, received)


@pytest.mark.parametrize(
    ("candidates", "chosen", "because", "certain"),
    [
        ([candidate("a v2.xlsx", FIRST), candidate("b.xlsx", SECOND)], "b.xlsx", f"{LATER}, though the other is named as version 2", False),
        ([candidate("a.xlsx"), candidate("b v2.xlsx", SECOND)], "a.xlsx", f"{LATER}, though the other is named as version 2", False),
        ([candidate("a.xlsx", FIRST), candidate("b.xlsx", SECOND)], "b.xlsx", LATER, True),
        ([candidate("a (2).xlsx", FIRST), candidate("b.xlsx", SECOND)], "b.xlsx", LATER, True),
        ([candidate("a v2.xlsx", FIRST), candidate("b v3.xlsx", SECOND)], "b v3.xlsx", LATER, True),
        ([candidate("a v2.xlsx", FIRST), candidate("a.xlsx", FIRST)], "a v2.xlsx", "its file name gives the higher version", True),
        ([candidate("a v2.xlsx"), candidate("a v10.xlsx")], "a v10.xlsx", "its file name gives the higher version", True),
        ([candidate("CAP (2).xlsx"), candidate("CAP.xlsx")], "CAP (2).xlsx", "its file name gives the higher version", True),
        ([candidate("CAP final.xlsx"), candidate("CAP.xlsx")], "CAP.xlsx", "it comes last by file name", False),
        (
            [candidate("a.xlsx", FIRST), candidate("b v2.xlsx", SECOND, ReceiptState.NOT_FILLED_IN)],
            "a.xlsx", "this one is not filled in", True,
        ),
    ],
)  # fmt: skip
def test_which_version_counts_follows_a_rule_that_is_said(candidates: list[Candidate], chosen: str, because: str, certain: bool) -> None:
    choice = choose(candidates)
    assert (choice.chosen.file, choice.because, choice.certain) == (chosen, because, certain)
    assert len(choice.others) == len(candidates) - 1


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("CAP v3.xlsx", 3),
        ("CAP_v3.xlsx", 3),
        ("CAP V 3.xlsx", 3),
        ("CAP version 3 final.xlsx", 3),
        ("CAP (3).xlsx", 3),
        ("CAP June 2026.xlsx", 1),
        ("Level 4.xlsx", 1),
    ],
)
def test_a_version_is_read_from_a_file_name(name: str, version: int) -> None:
    assert version_in(name) == version


@given(
    st.permutations(
        [
            candidate("a.xlsx", FIRST),
            candidate("b.xlsx", SECOND),
            candidate("c v2.xlsx", SECOND),
            candidate("d.xlsx", None, ReceiptState.NOT_FILLED_IN),
        ]
    )
)
def test_the_choice_does_not_depend_on_the_order_the_files_are_found_in(candidates: list[Candidate]) -> None:
    assert choose(candidates).chosen.file == "c v2.xlsx"


def test_two_versions_nobody_can_tell_apart_are_asked_about(home: Home, settings: Settings) -> None:
    folder: Path = home.inputs(JUNE)
    save(workspace(), folder, "CAP one.xlsx")
    save(workspace(milestone(status_now="At risk")), folder, "CAP two.xlsx")
    found = read_month(home, JUNE, settings).returns
    told = [(f.cell.file, f.expected) for f in found.faults if f.kind is FaultKind.TWO_VERSIONS]
    assert told == [("CAP one.xlsx", "CAP two.xlsx")]


def test_a_list_saved_as_excels_unicode_text_keeps_its_dates_and_its_way_of_writing(home: Home, settings: Settings) -> None:
    folder = home.inputs(JUNE)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Capital.xlsx").write_bytes(b"one")
    line = f"Capital.xlsx\t{digest(folder / 'Capital.xlsx')}\t26/06/2026\n"
    (folder / "received.csv").write_bytes(("file\tsha256\treceived\n" + line).encode("utf-16"))
    (folder / "Forum.xlsx").write_bytes(b"two")
    assert record_sightings(home, JUNE, date(2026, 7, 1)) == ("Forum.xlsx",)
    text = (folder / "received.csv").read_bytes().decode("utf-16")
    assert [row.split("\t")[2] for row in text.splitlines()] == ["received", "26/06/2026", "2026-07-01"]
    assert read_sightings(folder).dates[digest(folder / "Capital.xlsx")] == date(2026, 6, 26)


def test_a_recording_far_too_large_is_named_and_nobody_waits_for_its_fingerprint(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.inputs(JUNE).mkdir(parents=True, exist_ok=True)
    with (home.inputs(JUNE) / "Meeting.mp4").open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)

    def read(path: Path) -> str:
        raise AssertionError(f"{path.name} was read through")

    monkeypatch.setattr(receipts, "digest", read)
    monkeypatch.setattr(in_folder, "digest", read)
    (line,) = [r for r in read_month(home, JUNE, settings).returns.receipts if r.file]
    assert (line.file, line.state, line.sha256) == ("Meeting.mp4", ReceiptState.REFUSED, "")
    assert receipts.record_sightings(home, JUNE, date(2026, 7, 1)) == ()
