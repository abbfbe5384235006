"""Files are the old ones or the new ones, never a part; the same month gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from archives import lay_down

from assurance_pack.home import Home
from assurance_pack.model import Cell, Month
from assurance_pack.record import store
from assurance_pack.record.approval import seal
from assurance_pack.record.damage import RecordProblem
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.workspace import Milestone
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
FOLDER = Path("output/2026-06")
NOW = datetime(2026, 7, 7, 15, 30, tzinfo=UTC)


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
    again = store.from_bytes(store.as_bytes(record), JUNE, FOLDER, "")
    (row,) = again.returns.of(Milestone)
    assert row.forecast == date(2026, 9, 1)
    assert str(row.cell("forecast")) == "Capital.xlsx › Milestones!F5"
    assert again == record


def test_the_same_month_gives_the_same_bytes(settings: Settings) -> None:
    assert store.as_bytes(june(settings)) == store.as_bytes(june(settings))


def test_a_damaged_record_is_named_with_its_folder_and_a_way_out_that_works(home: Home, settings: Settings) -> None:
    store.keep(home, june(settings))
    path = store.record_path(home, JUNE)
    path.write_bytes(path.read_bytes()[:-40])
    (path.parent / "manifest.json").unlink()
    said = r"record-2026-06.json in output/2026-06 is damaged. Build the month again from its returns: pack build --month 2026-06."
    with pytest.raises(RecordProblem, match=said):
        store.load(home, JUNE)


@pytest.mark.parametrize(
    ("number", "said"), [(b"99", "written by a later version of pack"), (b"0", "format that never was"), (b'"x"', "never was")]
)
def test_a_record_of_a_later_version_or_of_none_says_so(settings: Settings, number: bytes, said: str) -> None:
    other = store.as_bytes(june(settings)).replace(b'"format": 1', b'"format": ' + number)
    with pytest.raises(RecordProblem, match=said):
        store.from_bytes(other, JUNE, FOLDER, "")


def test_a_record_of_another_month_is_not_taken(settings: Settings) -> None:
    with pytest.raises(RecordProblem, match="is the record of June 2026"):
        store.from_bytes(store.as_bytes(june(settings)), Month("2026-07"), FOLDER, "")


def test_the_sealed_record_is_preferred_to_a_later_build(home: Home, settings: Settings) -> None:
    lay_down(home, june(settings))
    seal(home, JUNE, "Chair of RDG", NOW)
    lay_down(home, june(settings).model_copy(update={"version": "1.1"}))
    loaded = store.load(home, JUNE)
    assert loaded is not None
    assert loaded.version == "1.0"


def test_the_months_of_an_archive_are_those_of_which_something_is_kept_earliest_first(home: Home, settings: Settings) -> None:
    assert store.months_kept(home) == ()
    lay_down(home, june(settings).model_copy(update={"month": Month("2026-05")}))
    lay_down(home, june(settings))
    seal(home, JUNE, "Chair of RDG", NOW)
    store.record_path(home, JUNE).unlink()
    for other in ("2026-07", "notes", "2026-13"):
        (home.root / "output" / other).mkdir()
    (home.root / "output" / "2026-08").write_text("a file of that name")
    assert store.months_kept(home) == (Month("2026-05"), JUNE)
    assert store.months_kept(Home(home.root / "nowhere")) == ()


def test_whether_anything_was_ever_read_of_a_month_is_told_by_its_record(home: Home, settings: Settings) -> None:
    assert store.holds_rows(home, JUNE) is False
    store.keep(home, june(settings).model_copy(update={"rows": {}}))
    assert store.holds_rows(home, JUNE) is False
    store.keep(home, june(settings))
    assert store.holds_rows(home, JUNE) is True
    store.record_path(home, JUNE).write_bytes(b"{}")
    assert store.holds_rows(home, JUNE) is True


def test_a_record_built_and_changed_since_or_without_its_manifest_is_not_believed(home: Home, settings: Settings) -> None:
    lay_down(home, june(settings))
    manifest = home.output(JUNE) / "manifest.json"
    said = manifest.read_bytes()
    manifest.unlink()
    with pytest.raises(RecordProblem, match=r"has no manifest\.json to be checked against"):
        store.load(home, JUNE)
    manifest.write_bytes(said)
    path = store.record_path(home, JUNE)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(RecordProblem, match="is not as it was built"):
        store.load(home, JUNE)
