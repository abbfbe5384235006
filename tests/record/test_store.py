"""Files are the old ones or the new ones, never a part; the same month gives the same bytes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assurance_pack.model import Cell, Month
from assurance_pack.record import store
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.workspace import Milestone
from assurance_pack.settings import Home, Settings


def june(settings: Settings) -> Record:
    at = Cell(file="Capital.xlsx", sheet="Milestones", ref="A5")
    row = Milestone(
        sender="workspace:CAP",
        at=at,
        id="M-CAP-001",
        title="Bases open",
        forecast=date(2026, 9, 1),
        cells={"forecast": Cell(file="Capital.xlsx", sheet="Milestones", ref="F5")},
    )
    return Record(month=Month("2026-06"), position=date(2026, 6, 30), settings=settings, rows=frozen_rows((row,)))


def test_a_record_read_back_has_the_same_rows_and_the_cell_of_every_value(settings: Settings) -> None:
    record = june(settings)
    again = store.from_bytes(store.as_bytes(record), "record-2026-06.json")
    (row,) = again.returns.of(Milestone)
    assert row.forecast == date(2026, 9, 1)
    assert str(row.cell("forecast")) == "Capital.xlsx › Milestones!F5"
    assert again == record


def test_the_same_month_gives_the_same_bytes(settings: Settings) -> None:
    assert store.as_bytes(june(settings)) == store.as_bytes(june(settings))


def test_an_interrupted_write_leaves_the_last_good_files_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write_all(tmp_path, {"pack.pdf": b"old pdf", "pack.docx": b"old word"})

    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        store.write_all(tmp_path, {"pack.pdf": b"new pdf", "pack.docx": b"new word"})
    assert sorted((p.name, p.read_bytes()) for p in tmp_path.iterdir()) == [("pack.docx", b"old word"), ("pack.pdf", b"old pdf")]


def test_a_damaged_record_is_named_with_the_way_to_make_it_again(settings: Settings) -> None:
    with pytest.raises(store.RecordProblem, match=r"record-2026-06.json is damaged. Build that month again: pack build --month 2026-06"):
        store.from_bytes(store.as_bytes(june(settings))[:-40], "record-2026-06.json")


def test_a_record_of_a_later_version_says_so(settings: Settings) -> None:
    later = store.as_bytes(june(settings)).replace(b'"format": 1', b'"format": 99')
    with pytest.raises(store.RecordProblem, match="written by a later version of pack"):
        store.from_bytes(later, "record-2026-06.json")


def test_the_sealed_record_is_preferred_to_a_later_build(home: Home, settings: Settings) -> None:
    record = june(settings)
    store.write_whole(store.record_path(home, record.month), store.as_bytes(record.model_copy(update={"version": "1.1"})))
    sealed = home.output(record.month) / "sealed" / "v1.0" / "record-2026-06.json"
    store.write_whole(sealed, store.as_bytes(record))
    loaded = store.load(home, record.month)
    assert loaded is not None
    assert loaded.version == "1.0"
