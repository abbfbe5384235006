"""Files are the old ones or the new ones, never a part; the same month gives the same bytes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from archives import lay_down

from assurance_pack.home import Home
from assurance_pack.model import Cell, Month
from assurance_pack.record import store
from assurance_pack.record.approval import SealProblem, seal
from assurance_pack.record.damage import RecordProblem
from assurance_pack.record.manifest import dated, manifest_bytes, place_of, read_manifest, sha256
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.record.sheets_as_kept import SheetsAsKept
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


# ---------- how a record is kept ----------


def test_a_record_is_kept_as_people_write_and_says_nothing_of_what_was_not_stated(settings: Settings) -> None:
    at = Cell(file="Capital.xlsx", sheet="Milestones", ref="A5")
    row = Milestone(sender="workspace:CAP", at=at, id="M-CAP-001", title="Zoë’s base opens")
    data = store.as_bytes(june(settings).model_copy(update={"rows": frozen_rows((row,))}))
    assert "Zoë’s base opens".encode() in data
    assert b"null" not in data
    assert data.startswith(b'{\n "compared_with"')
    assert data.endswith(b"}\n")


def test_of_a_record_with_other_rows_no_row_of_before_is_left_and_no_count_is_to_go_any_more(settings: Settings) -> None:
    first = june(settings)
    assert [r.id for r in first.returns.of(Milestone)] == ["M-CAP-001"]
    (row,) = first.returns.of(Milestone)
    other = first.with_rows(frozen_rows((row.model_copy(update={"id": "M-CAP-002"}),)))
    assert [r.id for r in other.returns.of(Milestone)] == ["M-CAP-002"]
    assert (first.small_counts_out, other.small_counts_out) == (False, True)
    assert [r.id for r in first.returns.of(Milestone)] == ["M-CAP-001"]


def test_a_month_of_which_only_a_record_is_kept_was_not_built(home: Home, settings: Settings) -> None:
    store.keep(home, june(settings))
    assert store.load(home, JUNE) == june(settings)
    with pytest.raises(SealProblem, match="Nothing has been built for June 2026"):
        seal(home, JUNE, "Chair of RDG", NOW)


# ---------- what is believed ----------


@pytest.mark.parametrize("name", ["record-2026-06.json", "manifest.json"])
def test_what_this_machine_does_not_give_up_is_named_and_damaged_nothing(home: Home, settings: Settings, name: str) -> None:
    lay_down(home, june(settings))
    (home.output(JUNE) / name).unlink()
    (home.output(JUNE) / name).mkdir()
    with pytest.raises(RecordProblem) as raised:
        store.load(home, JUNE)
    assert raised.value.what == f"{name} in output/2026-06 cannot be read: it is open in another program, or you may not read it."
    assert raised.value.remedy.startswith("Build the month again from its returns: pack build --month 2026-06.")


def test_a_record_an_earlier_version_kept_without_a_manifest_is_read_whole(home: Home, settings: Settings) -> None:
    store.keep(home, june(settings).model_copy(update={"reconstructed": True}))
    (home.output(JUNE) / "manifest.json").unlink()
    kept = store.load(home, JUNE, as_needed=True)
    assert kept is not None
    assert not isinstance(kept.rows, SheetsAsKept)
    assert [r.id for r in kept.returns.of(Milestone)] == ["M-CAP-001"]


def sealed_and_gone(home: Home, settings: Settings) -> Path:
    """A month sealed, its sealed record taken away; the seal."""
    lay_down(home, june(settings))
    sealed = seal(home, JUNE, "Chair of RDG", NOW).folder
    (sealed / "record-2026-06.json").unlink()
    return sealed / "seal.json"


def test_where_the_sealed_record_is_gone_the_same_one_beside_the_pack_serves(home: Home, settings: Settings) -> None:
    sealed_and_gone(home, settings)
    assert store.load(home, JUNE) == june(settings).model_copy(update={"state": "sealed"})
    store.record_path(home, JUNE).unlink()
    with pytest.raises(RecordProblem, match=r"record-2026-06\.json in output/2026-06/sealed/v1\.0 is not as it was sealed"):
        store.load(home, JUNE)


def test_a_seal_that_names_no_record_vouches_for_none(home: Home, settings: Settings) -> None:
    seal_file = sealed_and_gone(home, settings)
    said = json.loads(seal_file.read_text())
    del said["files"]["record-2026-06.json"]
    seal_file.write_text(json.dumps(said))
    with pytest.raises(RecordProblem, match="is not as it was sealed"):
        store.load(home, JUNE)


def test_where_the_seal_is_damaged_that_is_what_is_said(home: Home, settings: Settings) -> None:
    sealed_and_gone(home, settings).write_text("{")
    with pytest.raises(RecordProblem) as raised:
        store.load(home, JUNE)
    assert raised.value.what == "seal.json in output/2026-06/sealed/v1.0 is damaged."
    assert raised.value.remedy.startswith("Put back a copy of output/2026-06/sealed/v1.0;")


@pytest.mark.parametrize("data", [b"", b"[]", b"5", b"null", b"[" * 99999, b'{"format": 1}', b'{"format": 1, "rows": {"no.Sheet": [{}]}}'])
def test_whatever_lies_in_its_place_a_record_is_damaged_and_nothing_else_goes_wrong(data: bytes) -> None:
    for as_needed in (False, True):
        with pytest.raises(RecordProblem, match=r"record-2026-06\.json in output/2026-06 is damaged\. Put it back\."):
            store.from_bytes(data, JUNE, FOLDER, "Put it back.", as_needed=as_needed)


# ---------- manifests ----------


@pytest.mark.parametrize("name", ["", ".", "..", "sealed/pack.pdf", "../pack.pdf", "/pack.pdf", "sealed\\pack.pdf", "C:pack.pdf"])
def test_a_manifest_names_files_of_its_own_folder_alone(home: Home, name: str) -> None:
    home.output(JUNE).mkdir(parents=True)
    (home.output(JUNE) / "manifest.json").write_text(json.dumps({"month": JUNE, "version": "1.0", "files": {name: "0" * 64}}))
    with pytest.raises(RecordProblem, match=r"manifest\.json in output/2026-06 is damaged"):
        read_manifest(home.output(JUNE), JUNE)


def test_a_manifest_lists_what_was_written_and_what_still_holds_each_as_it_is_now() -> None:
    kept = {"pack.pdf": "0" * 64, "book.xlsx": "1" * 64}
    said = json.loads(manifest_bytes({"pack.pdf": b"pages", "Zoë.docx": b"word"}, {"month": JUNE, "version": "1.0"}, kept))
    assert list(said["files"]) == ["Zoë.docx", "book.xlsx", "pack.pdf"]
    assert (said["files"]["pack.pdf"], said["files"]["book.xlsx"]) == (sha256(b"pages"), "1" * 64)
    assert "Zoë.docx".encode() in manifest_bytes({"Zoë.docx": b"word"}, {})


def test_a_folder_of_the_archive_is_spoken_of_from_the_output_on() -> None:
    assert place_of(Path("/home/output/2026-05/sealed/v1.0")) == "output/2026-05/sealed/v1.0"
    assert place_of(Path("/elsewhere/2026-05")) == "2026-05"


def test_a_moment_that_is_none_is_refused() -> None:
    assert dated("2026-07-03") == "2026-07-03"
    with pytest.raises(ValueError, match="month"):
        dated("2026-13-03")
