"""An earlier month is read as far as it is asked for, and says what it says when it is read whole."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assurance_pack.home import Home
from assurance_pack.model import Cell, Month, Sender
from assurance_pack.pipeline import understand
from assurance_pack.record import store
from assurance_pack.record.damage import RecordProblem
from assurance_pack.record.file import File
from assurance_pack.record.laid_out import LaidOutOtherwise
from assurance_pack.record.manifest import MANIFEST_NAME, manifest_bytes, sha256
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.record.rows_as_kept import RowsAsKept
from assurance_pack.record.sheets_as_kept import SheetsAsKept, apart
from assurance_pack.record.writing import write_all
from assurance_pack.returns import SHEETS
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import ProgrammeRisk
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.schema import Row
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

MAY, JUNE = Month("2026-05"), Month("2026-06")
CAP = Sender("workspace", "CAP")
AWKWARD = 'Two lines:\n   },\n   {\n and "id": "M-CAP-009" in curled {brackets}, as typed by Zoë'


def at(row: int) -> Cell:
    return Cell(file="Capital.xlsx", sheet="Milestones", ref=f"A{row}")


ROWS: tuple[Row, ...] = (
    Milestone(sender=CAP, at=at(5), id="M-CAP-001", title=AWKWARD, forecast=date(2026, 9, 1), cells={"forecast": at(5)}),
    Milestone(sender=CAP, at=at(6), id="M-CAP-002", title="Bases open", doubled=True),
    Milestone(sender=CAP, at=at(7), id="M-CAP-002", title="Bases open"),
    Milestone(sender=CAP, at=at(8), title="No ID yet"),
    Risk(sender=CAP, at=at(9), id="R-CAP-001"),
    ProgrammeRisk(sender=Sender("rdg", "RDG"), at=at(10), id="R-RDG-001"),
    Concern(sender=Sender("partner", "NHS"), at=at(11), concern="The wait"),
)


@pytest.fixture
def kept(home: Home, settings: Settings) -> Home:
    said = Record(month=MAY, position=MAY.last_day, settings=settings, rows=frozen_rows(ROWS), version="1.2", reconstructed=True)
    store.keep(home, said.model_copy(update={"meeting": date(2026, 6, 11), "small_counts_out": True, "printed": {"M-CAP-001": ("3",)}}))
    return home


def as_needed(home: Home) -> Record:
    record = store.load(home, MAY, as_needed=True)
    assert record is not None
    return record


def whole(home: Home) -> Record:
    record = store.load(home, MAY)
    assert record is not None
    return record


def test_read_as_far_as_asked_it_has_the_rows_it_has_when_read_whole(kept: Home) -> None:
    assert tuple(as_needed(kept).returns.rows) == whole(kept).returns.rows
    assert dict(as_needed(kept).rows) == whole(kept).rows
    assert as_needed(kept).settings == whole(kept).settings
    assert len(as_needed(kept).returns.rows) == len(ROWS)


@pytest.mark.parametrize("cls", [Row, *SHEETS.values()])
def test_the_rows_and_ids_of_each_sheet_are_the_same_and_each_is_found_by_its_id(kept: Home, cls: type[Row]) -> None:
    some, all_of_it = as_needed(kept).returns, whole(kept).returns
    assert some.of(cls) == all_of_it.of(cls)
    assert some.doubled(cls) == all_of_it.doubled(cls)
    assert sorted(some.ids(cls)) == sorted(all_of_it.ids(cls))
    assert some.senders(cls) == all_of_it.senders(cls)
    for ref in ("M-CAP-001", "M-CAP-002", "M-CAP-009", "R-CAP-001", "R-RDG-001", next(iter(all_of_it.ids(Concern))), "", None):
        assert some.find(cls, ref) == all_of_it.find(cls, ref), ref


@pytest.mark.usefixtures("nothing_is_remembered")
def test_a_row_nobody_asks_for_is_not_made(kept: Home) -> None:
    rows = as_needed(kept).returns.rows
    assert isinstance(rows, RowsAsKept)
    found = rows.find(Milestone, "M-CAP-002")
    assert found is not None
    assert found.at == at(7)
    assert list(rows._made.values()) == [found]


def rewrite(home: Home, data: bytes) -> None:
    """The record of May with other bytes, and the manifest that says they are as they were built."""
    path = store.record_path(home, MAY)
    path.write_bytes(data)
    manifest = path.parent / MANIFEST_NAME
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**said, "files": {**said["files"], path.name: sha256(data)}}))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_record_laid_out_otherwise_is_read_whole(kept: Home, indent: int | None) -> None:
    before = whole(kept)
    rewrite(kept, json.dumps(json.loads(store.record_path(kept, MAY).read_bytes()), indent=indent).encode())
    assert as_needed(kept) == before
    assert not isinstance(as_needed(kept).rows, SheetsAsKept)


def test_a_record_whose_bytes_changed_is_refused_before_any_row_is_asked_for(kept: Home) -> None:
    path = store.record_path(kept, MAY)
    path.write_bytes(path.read_bytes().replace(b"Bases open", b"Bases shut"))
    with pytest.raises(RecordProblem, match="is not as it was built"):
        as_needed(kept)


def test_a_row_no_sheet_knows_is_said_when_it_is_asked_for(kept: Home) -> None:
    rewrite(kept, store.record_path(kept, MAY).read_bytes().replace(b'"forecast": "2026-09-01"', b'"forecast": "soon"'))
    returns = as_needed(kept).returns
    assert returns.of(Risk)
    with pytest.raises(RecordProblem, match=r"record-2026-05\.json in output/2026-05 is damaged"):
        returns.of(Milestone)


def test_june_reads_may_again_from_its_returns_where_a_row_of_its_record_is_damaged(home: Home, settings: Settings) -> None:
    copy_to_june(home.root / "inputs")
    clean = understand(home, JUNE, settings, withholding=True)
    rewrite(home, store.record_path(home, MAY).read_bytes().replace(b'"forecast": "2026-', b'"forecast": "soon 2026-'))
    found = understand(home, JUNE, settings, withholding=True)
    (said,) = found.damaged
    assert "May 2026 was read again from its returns for this run." in said
    assert found.case.changes == clean.case.changes


def test_rows_put_in_the_place_of_others_lie_as_a_record_keeps_them(kept: Home, settings: Settings) -> None:
    before = as_needed(kept).rows
    assert isinstance(before, SheetsAsKept)
    as_it_was = {key: before.texts(key) for key in before}
    shut = [row.model_copy(update={"title": "Zoë’s base shut", "note": None}) for row in ROWS if isinstance(row, Milestone)]
    instead = before.instead(shut)
    others = [row for row in ROWS if not isinstance(row, Milestone)]
    store.keep(kept, Record(month=MAY, position=MAY.last_day, settings=settings, rows=frozen_rows([*shut, *others])))
    written = as_needed(kept).rows
    assert isinstance(written, SheetsAsKept)
    assert {key: instead.texts(key) for key in instead} == {key: written.texts(key) for key in written}
    assert list(instead) == list(written)
    assert [key for key in before if as_it_was[key] != instead.texts(key)] == ["workspace.Milestone"]


def test_a_sheet_without_rows_is_none_and_those_that_are_there_are_counted(kept: Home) -> None:
    rows = as_needed(kept).rows
    assert ("workspace.Risk" in rows, "workspace.Cover" in rows) == (True, False)
    assert (len(rows), list(rows)) == (4, ["partner.Concern", "rdg.ProgrammeRisk", "workspace.Milestone", "workspace.Risk"])
    with pytest.raises(KeyError):
        rows["workspace.Cover"]


def test_a_record_without_a_row_is_read_whole(home: Home, settings: Settings) -> None:
    store.keep(home, Record(month=MAY, position=MAY.last_day, settings=settings))
    assert as_needed(home) == whole(home)
    assert as_needed(home).returns.rows == ()


@pytest.mark.parametrize("key", ['\n "rows": {', '\n },\n "settings": {', "\n },"])
def test_bytes_in_which_rows_settings_or_their_end_cannot_be_told_apart_are_not_taken(kept: Home, key: str) -> None:
    data = store.record_path(kept, MAY).read_bytes()
    before, found, after = data.rpartition(key.encode()) if key == "\n }," else data.partition(key.encode())
    assert found
    with pytest.raises(LaidOutOtherwise):
        apart(before + found.replace(b"\n", b" ") + after, RuntimeError)


def test_a_sheet_nobody_knows_or_something_after_the_last_is_not_taken(kept: Home) -> None:
    data = store.record_path(kept, MAY).read_bytes()
    for other in (
        data.replace(b'"workspace.Risk": [', b'"workspace.Hunch": ['),
        data.replace(b'\n },\n "settings"', b',\n  "a": 5\n },\n "settings"'),
    ):
        assert other != data
        with pytest.raises(LaidOutOtherwise):
            apart(other, RuntimeError)


def test_rows_are_asked_for_by_number_too(kept: Home) -> None:
    rows = as_needed(kept).returns.rows
    assert (rows[0], rows[-1], rows[1:3]) == (whole(kept).returns.rows[0], whole(kept).returns.rows[-1], whole(kept).returns.rows[1:3])


def manifest_of(home: Home) -> tuple[Path, dict[str, Any]]:
    path = home.output(MAY) / MANIFEST_NAME
    return path, json.loads(path.read_bytes())


def test_where_the_parts_of_a_record_lie_stands_in_its_manifest_and_without_it_nothing_is_otherwise(kept: Home) -> None:
    path, said = manifest_of(kept)
    assert said["record"]["sheets"]["workspace.Milestone"].split()[2:] == ["M-CAP-001", "M-CAP-002", "M-CAP-002"]
    by_places = as_needed(kept).returns
    path.write_text(json.dumps({**said, "record": None}))
    assert list(as_needed(kept).returns.rows) == list(by_places.rows) == list(whole(kept).returns.rows)
    assert list(as_needed(kept).returns.ids(Milestone)) == list(by_places.ids(Milestone))


@pytest.mark.parametrize("change", ["1", "-1", "key", "order", "of"])
def test_places_that_are_not_those_of_the_record_are_not_gone_by(kept: Home, change: str) -> None:
    path, said = manifest_of(kept)
    record = said["record"]
    lines = record["sheets"]
    begin, rest = lines["workspace.Risk"].split(" ", 1)
    match change:
        case "key":
            lines["workspace.Cover"] = lines.pop("workspace.Risk")
        case "order":
            record["sheets"] = dict(reversed(lines.items()))
        case "of":
            record["of"] = "0" * 64
        case _:
            lines["workspace.Risk"] = f"{int(begin) + int(change)} {rest}"
    path.write_text(json.dumps(said))
    assert list(as_needed(kept).returns.rows) == list(whole(kept).returns.rows)


LONG = tuple(Milestone(sender=CAP, at=at(n), id=f"M-CAP-{n:03d}", title="Bases open " * 20) for n in range(5, 90))


@pytest.fixture
def long(home: Home, settings: Settings) -> Home:
    store.keep(home, Record(month=MAY, position=MAY.last_day, settings=settings, rows=frozen_rows((*LONG, *ROWS[4:]))))
    return home


@pytest.mark.usefixtures("nothing_is_remembered")
def test_a_long_sheet_is_read_from_the_file_when_it_is_asked_for(long: Home) -> None:
    assert as_needed(long).returns.find(Milestone, "M-CAP-077") == LONG[72]


@pytest.mark.usefixtures("nothing_is_remembered")
def test_what_is_asked_for_later_is_refused_where_the_file_was_changed_since_its_fingerprint_was_taken(long: Home) -> None:
    record, path = as_needed(long), store.record_path(long, MAY)
    assert record.returns.find(Risk, "R-CAP-001") == ROWS[4]
    path.write_bytes(path.read_bytes().replace(b"Bases open", b"Bases wide open"))
    assert record.returns.find(Risk, "R-CAP-001") == ROWS[4]
    with pytest.raises(RecordProblem):
        record.returns.find(Milestone, "M-CAP-077")
    with pytest.raises(RecordProblem):
        _ = record.problems


def test_an_id_with_a_blank_in_it_leaves_the_places_unsaid(home: Home, settings: Settings) -> None:
    store.keep(
        home, Record(month=MAY, position=MAY.last_day, settings=settings, rows=frozen_rows([Risk(sender=CAP, at=at(9), id="R CAP 1")]))
    )
    assert "record" not in manifest_of(home)[1]
    assert as_needed(home).returns.find(Risk, "R CAP 1") == Risk(sender=CAP, at=at(9), id="R CAP 1")


def test_what_stands_around_the_rows_is_read_when_it_is_asked_for_and_is_what_the_whole_record_says(kept: Home) -> None:
    some, all_of_it = as_needed(kept), whole(kept)
    assert "problems" not in vars(some)
    at_once = ("format", "month", "position", "meeting", "small_counts_out", "settings")
    assert [getattr(some, name) for name in at_once] == [getattr(all_of_it, name) for name in at_once]
    assert "problems" not in vars(some)
    assert some.model_copy(update={"rows": {}}).model_dump() == all_of_it.model_copy(update={"rows": {}}).model_dump()
    assert "problems" not in vars(as_needed(kept).model_copy(update={"state": "sealed"}))
    assert as_needed(kept).model_copy(update={"state": "sealed", "rows": {}}).model_dump()["state"] == "sealed"
    assert (some.returns.receipts, some.returns.faults) == (all_of_it.returns.receipts, all_of_it.returns.faults)


@pytest.mark.parametrize("asked", ["problems", "figures", "state"])
def test_what_is_no_records_around_the_rows_is_said_when_it_is_asked_for(kept: Home, asked: str) -> None:
    rewrite(kept, store.record_path(kept, MAY).read_bytes().replace(b'"problems": []', b'"problems": 5'))
    assert as_needed(kept).returns.of(Risk)
    with pytest.raises(RecordProblem, match=r"record-2026-05\.json in output/2026-05 is damaged"):
        getattr(as_needed(kept), asked)


@pytest.mark.parametrize("key", ["format", "month", "position"])
def test_a_record_without_what_is_asked_of_every_month_is_damaged_at_once(kept: Home, key: str) -> None:
    rewrite(kept, store.record_path(kept, MAY).read_bytes().replace(b'\n "%b": ' % key.encode(), b'\n "%bs": ' % key.encode()))
    with pytest.raises(RecordProblem):
        as_needed(kept)


def group(month: str, number: int = 5) -> Voice:
    return Voice(sender=Sender("voice", "PCF"), at=at(number), month=Month(month), ask="Publish the waits")


def test_the_manifest_names_the_words_of_groups_by_their_ids_and_one_that_does_not_yet_changes_nothing(
    home: Home, settings: Settings
) -> None:
    store.keep(home, Record(month=MAY, position=MAY.last_day, settings=settings, rows=frozen_rows((group("2026-05"), *ROWS))))
    path, said = manifest_of(home)
    sheets = said["record"]["sheets"]
    assert sheets["voice.Voice"].split()[2:] == ["V-PCF-2026-05"]
    told = as_needed(home).returns
    assert (list(told.ids(Voice)), list(told.ids(Concern))) == (["V-PCF-2026-05"], ["P-NHS-11"])
    assert told.rows._made == {}  # type: ignore[attr-defined]
    for key in ("voice.Voice", "partner.Concern"):
        sheets[key] = " ".join(sheets[key].split()[:2])
    path.write_text(json.dumps(said))
    assert sorted(as_needed(home).returns.ids()) == sorted(told.ids()) == sorted(whole(home).returns.ids())


def in_the_archive(home: Home, month: Month) -> None:
    """A month much like May, with other matters and challenges of its own, in which nobody asked what was never answered."""
    may = json.loads(store.record_path(home, MAY).read_bytes())
    answered = {row["id"].split("-")[1] for row in may["rows"]["rdg.YouSaidWeDid"]}
    may["rows"]["voice.Voice"] = [row for row in may["rows"]["voice.Voice"] if row["sender"].partition(":")[2] in answered]
    del may["rows"]["partner.Concern"]
    said = re.sub(r"(2026-0[45])-(29|3\d)", r"\1-28", json.dumps(may, ensure_ascii=False, sort_keys=True, indent=1) + "\n")
    for old, new in ((MAY.plus(-1), month.plus(-1)), (MAY, month), ('"B-00', '"B-10'), ('"C-01', '"C-00')):
        said = said.replace(old, new)
    files = {f"record-{month}.json": said.encode()}
    write_all(home.output(month), {**files, MANIFEST_NAME: manifest_bytes(files, {"month": month, "version": "1.0"})})


def test_a_check_reads_of_a_month_of_three_years_ago_its_short_sheets_at_most_and_still_says_where_it_was_changed(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to_june(home.root / "inputs")
    understand(home, JUNE, settings, withholding=True)
    for back in range(2, 37):
        in_the_archive(home, MAY.plus(-back))
    read: list[str] = []
    part = File.part
    monkeypatch.setattr(File, "part", lambda self, *of: read.append(self.path.name) or part(self, *of))
    assert understand(home, JUNE, settings, withholding=True).damaged == ()
    times = [read.count(f"record-{MAY.plus(-back)}.json") for back in range(37)]
    assert min(times[:13]) > 1
    assert set(times[26:]) <= {0, 1}
    path = store.record_path(home, Month("2023-05"))
    path.write_bytes(path.read_bytes().replace(b"2023-05", b"2023-06", 1))
    (said,) = understand(home, JUNE, settings, withholding=True).damaged
    assert said.startswith("record-2023-05.json in output/2023-05 is not as it was built. May 2023 was left out of every comparison.")
