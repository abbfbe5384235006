"""Approval: sealed as built, refused where something changed since, and a tampered file is found."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.record.approval import SealProblem, built_manifest, seal
from assurance_pack.record.manifest import MANIFEST_NAME, manifest_bytes, sha256
from assurance_pack.record.seal import (
    approved_version,
    edited_since,
    last_in_chain,
    next_version,
    sealed_versions,
    standing_approval,
    version_folders,
)
from assurance_pack.record.withdrawals import next_path
from assurance_pack.record.writing import BESIDE, InUse, write_all

JUNE = Month("2026-06")
NOW = datetime(2026, 7, 7, 15, 30, tzinfo=UTC)


@pytest.fixture
def built(home: Home) -> Home:
    """A month built from one return."""
    home.inputs(JUNE).mkdir()
    (home.inputs(JUNE) / "Capital.xlsx").write_bytes(b"a return")
    files = {"assurance-pack-2026-06.pdf": b"pages", "record-2026-06.json": b"{}"}
    made_from = {"Capital.xlsx": sha256(b"a return")}
    files["manifest.json"] = manifest_bytes(files, {"month": JUNE, "version": "1.0", "made_from": made_from})
    write_all(home.output(JUNE), files)
    return home


def test_the_files_are_kept_as_built_with_who_and_when(built: Home) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW)
    assert (sealed.version, sealed.by, sealed.on) == ("1.0", "Chair of RDG", "2026-07-07T15:30:00+00:00")
    assert (sealed.folder / "assurance-pack-2026-06.pdf").read_bytes() == b"pages"
    assert sealed.tampered == ()


def test_a_build_after_approval_makes_the_next_version(built: Home) -> None:
    assert next_version(built, JUNE) == "1.0"
    seal(built, JUNE, "Chair of RDG", NOW)
    assert next_version(built, JUNE) == "1.1"


def test_approval_is_refused_where_a_return_has_changed_since_the_build(built: Home) -> None:
    (built.inputs(JUNE) / "Capital.xlsx").write_bytes(b"another return")
    with pytest.raises(SealProblem, match=r"Capital.xlsx has changed since the pack was built"):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_approval_is_refused_where_a_return_has_come_in_since_the_build(built: Home) -> None:
    (built.inputs(JUNE) / "Forum.xlsx").write_bytes(b"words")
    with pytest.raises(SealProblem, match=r"A file has come in since the pack was built"):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_a_lock_file_or_the_receipt_list_is_no_return(built: Home) -> None:
    (built.inputs(JUNE) / "~$Capital.xlsx").write_bytes(b"")
    (built.inputs(JUNE) / "received.csv").write_text("file,sha256,received\n")
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


def test_approval_is_refused_where_a_file_is_not_as_it_was_built(built: Home) -> None:
    (built.output(JUNE) / "assurance-pack-2026-06.pdf").write_bytes(b"other pages")
    with pytest.raises(SealProblem, match=r"assurance-pack-2026-06.pdf is not as it was built"):
        seal(built, JUNE, "Chair of RDG", NOW)


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (
            "the returns",
            r"The folder .*2026-06 is not there: it was moved, or a drive is not connected\. .* Put it back, then approve it\.",
        ),
        (
            "received.csv",
            r"received\.csv was there when the pack was built, and is no longer in .*2026-06: it says when each return came\.",
        ),
        ("the PDF", r"assurance-pack-2026-06\.pdf is no longer in output/2026-06\. Build the month again"),
    ],
)
def test_what_is_gone_is_not_said_to_have_changed(built: Home, gone: str, said: str) -> None:
    inputs, folder = built.inputs(JUNE), built.output(JUNE)
    if gone == "received.csv":
        manifest = folder / MANIFEST_NAME
        manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"received": "0" * 64}))
        (inputs / "received.csv").unlink(missing_ok=True)
    elif gone == "the PDF":
        (folder / "assurance-pack-2026-06.pdf").unlink()
    else:
        inputs.rename(inputs.with_name("moved away"))
    with pytest.raises(SealProblem, match=said):
        seal(built, JUNE, "Chair of RDG", NOW)
    assert sealed_versions(built, JUNE) == ()


def test_approval_is_refused_where_nothing_is_built(home: Home) -> None:
    with pytest.raises(SealProblem, match=r"Nothing has been built for June 2026"):
        seal(home, JUNE, "Chair of RDG", NOW)


def test_a_file_that_is_open_stops_an_approval_before_anything_is_sealed(built: Home) -> None:
    folder = built.output(JUNE)
    (folder / "~$surance-pack-2026-06.pdf").write_text("open")
    with pytest.raises(InUse):
        seal(built, JUNE, "Chair of RDG", NOW, redrawn={"assurance-pack-2026-06.pdf": b"Approved"})
    assert sealed_versions(built, JUNE) == ()


def test_a_version_is_approved_once(built: Home) -> None:
    seal(built, JUNE, "Chair of RDG", NOW)
    with pytest.raises(SealProblem, match=r"Version 1.0 is sealed already"):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_a_sealed_file_that_was_altered_is_named(built: Home) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW)
    (sealed.folder / "assurance-pack-2026-06.pdf").write_bytes(b"altered")
    (again,) = sealed_versions(built, JUNE)
    assert again.tampered == ("assurance-pack-2026-06.pdf",)


@pytest.mark.parametrize("built_with", ["0123", ""])
def test_settings_that_changed_since_the_build_are_refused_and_a_build_that_does_not_say_is_not(built: Home, built_with: str) -> None:
    folder = built.output(JUNE)
    files = {name: (folder / name).read_bytes() for name in ("assurance-pack-2026-06.pdf", "record-2026-06.json")}
    about = {"month": JUNE, "version": "1.0", "made_from": {"Capital.xlsx": sha256(b"a return")}, "settings": built_with}
    write_all(folder, {"manifest.json": manifest_bytes(files, about)})
    if built_with:
        with pytest.raises(SealProblem, match=r"pack\.toml has changed since the pack was built"):
            seal(built, JUNE, "Chair of RDG", NOW, settings="4567")
    assert seal(built, JUNE, "Chair of RDG", NOW, settings=built_with or "4567").version == "1.0"


# ---------- what an approval says ----------


def change_manifest(home: Home, **more: object) -> None:
    path = home.output(JUNE) / MANIFEST_NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | more))


def without_its_pdf(home: Home) -> None:
    (home.output(JUNE) / "assurance-pack-2026-06.pdf").unlink()
    kept = {"record-2026-06.json": sha256(b"{}")}
    change_manifest(home, files=kept)


def test_the_day_of_the_approval_is_the_one_given_else_that_of_the_sealing(built: Home) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW, on=date(2026, 7, 3))
    assert (sealed.day, sealed.approved) == (date(2026, 7, 3), "2026-07-03")
    assert sealed.words == "Approved, version 1.0, by Chair of RDG on 3 July 2026"
    assert sealed.place == "2026-06/sealed/v1.0"
    change_manifest(built, version="1.1")
    later = seal(built, JUNE, "Chair of RDG", NOW)
    assert (later.day, later.approved, later.version) == (date(2026, 7, 7), "", "1.1")


def test_files_that_say_approved_are_sealed_and_take_the_place_of_those_built(built: Home) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW, redrawn={"assurance-pack-2026-06.pdf": b"Approved"})
    for folder in (sealed.folder, built.output(JUNE)):
        assert (folder / "assurance-pack-2026-06.pdf").read_bytes() == b"Approved"
    assert sealed.files["assurance-pack-2026-06.pdf"] == sha256(b"Approved")
    assert (sealed.folder / "record-2026-06.json").read_bytes() == b"{}"
    assert set(sealed.files) == {"assurance-pack-2026-06.pdf", "record-2026-06.json", MANIFEST_NAME}


@pytest.mark.parametrize("edited", [True, False])
def test_a_seal_says_whether_the_word_file_was_edited_by_hand(built: Home, edited: bool) -> None:
    change_manifest(built, edited=edited)
    assert seal(built, JUNE, "Chair of RDG", NOW).edited is edited


def test_the_version_just_sealed_is_given_back_and_not_an_earlier_one(built: Home) -> None:
    seal(built, JUNE, "Chair of RDG", NOW)
    change_manifest(built, version="1.1")
    assert seal(built, JUNE, "Vice-chair", NOW).by == "Vice-chair"


# ---------- what cannot be approved ----------


def test_a_month_of_which_only_a_record_was_kept_was_never_built(built: Home) -> None:
    change_manifest(built, reconstructed=True)
    with pytest.raises(SealProblem, match=r"Nothing has been built for June 2026\. Build it first: pack build --month 2026-06\."):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_a_manifest_that_is_damaged_is_named_with_the_way_out(built: Home) -> None:
    (built.output(JUNE) / MANIFEST_NAME).write_text("{")
    with pytest.raises(SealProblem, match=r"manifest\.json in output/2026-06 is damaged\. Build the month again from its returns"):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_a_draft_is_not_approved(built: Home) -> None:
    change_manifest(built, draft=True)
    with pytest.raises(SealProblem, match=r"What was built is marked “Draft” on every page"):
        seal(built, JUNE, "Chair of RDG", NOW)


def test_without_a_pdf_a_reason_is_asked_for_and_kept(built: Home) -> None:
    without_its_pdf(built)
    with pytest.raises(SealProblem, match=r"There is no PDF among the files built\. .* --without-pdf"):
        seal(built, JUNE, "Chair of RDG", NOW)
    assert seal(built, JUNE, "Chair of RDG", NOW, without_pdf="no printer").without_pdf == "no printer"


def test_a_pdf_that_a_withdrawal_took_away_is_made_again_first_or_done_without(built: Home) -> None:
    change_manifest(built, taken_away={"assurance-pack-2026-06.pdf": "withdrawn/001.json"})
    with pytest.raises(SealProblem, match=r"The PDF was taken away by a withdrawal\. pack build --month 2026-06 makes it again"):
        seal(built, JUNE, "Chair of RDG", NOW)
    assert seal(built, JUNE, "Chair of RDG", NOW, without_pdf="withdrawn").version == "1.0"


def test_another_file_that_a_withdrawal_took_away_stops_nothing(built: Home) -> None:
    change_manifest(built, taken_away={"marked.xlsx": "withdrawn/001.json"})
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


def test_a_list_of_dates_that_changed_or_came_since_the_build_is_refused_and_the_same_one_is_not(built: Home) -> None:
    received = built.inputs(JUNE) / "received.csv"
    received.write_text("file,sha256,received\n")
    for known in ("0" * 64, ""):
        change_manifest(built, received=known)
        with pytest.raises(SealProblem, match=r"received\.csv has changed since the pack was built: it says when each return came"):
            seal(built, JUNE, "Chair of RDG", NOW)
    change_manifest(built, received=sha256(received.read_bytes()))
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


def test_a_month_built_from_nothing_needs_no_folder_of_returns(built: Home) -> None:
    shutil.rmtree(built.inputs(JUNE))
    change_manifest(built, made_from={})
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


def test_a_return_under_another_name_is_the_same_and_a_folder_or_a_hidden_file_is_no_return(built: Home) -> None:
    inputs = built.inputs(JUNE)
    (inputs / "Capital.xlsx").rename(inputs / "Capital and Sufficiency.xlsx")
    (inputs / "older").mkdir()
    (inputs / ".Capital.xlsx").write_bytes(b"hidden")
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


# ---------- how versions are kept ----------


def version(home: Home, name: str) -> Path:
    folder = home.output(JUNE) / "sealed" / name
    folder.mkdir(parents=True)
    return folder


def test_versions_are_counted_and_what_is_no_version_is_none(built: Home) -> None:
    for name in ("v1.10", "v1.9", "v2.0", "v1.x", "v1.²", "v1", "v1.2.3", "v.1", "vx.1"):
        version(built, name)
    (built.output(JUNE) / "sealed" / "v3.0").write_text("a file")
    assert [p.name for p in version_folders(built, JUNE)] == ["v1.9", "v1.10", "v2.0"]


def test_where_all_versions_lie_behind_a_link_there_is_none(built: Home, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "v1.0").mkdir(parents=True)
    (built.output(JUNE) / "sealed").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert version_folders(built, JUNE) == ()


def test_after_version_1_9_comes_1_10(built: Home) -> None:
    change_manifest(built, version="1.9")
    seal(built, JUNE, "Chair of RDG", NOW)
    assert next_version(built, JUNE) == "1.10"


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("Approved, version 1.0, by Chair of RDG on 3 July 2026", "1.0"),
        ("Approved, version 12.34, by Chair", "12.34"),
        ("Draft, not yet approved, version 1.0", ""),
        ("Not Approved, version 1.0", ""),
        ("Approved, version one", ""),
        ("", ""),
    ],
)
def test_the_version_that_is_approved_is_read_off_the_words_on_the_pages(words: str, version: str) -> None:
    assert approved_version(words) == version


def test_what_a_killed_approval_left_is_swept_by_the_next(built: Home) -> None:
    left = version(built, f"{BESIDE}a")
    (left / "record-2026-06.json").write_bytes(b"{}")
    seal(built, JUNE, "Chair of RDG", NOW)
    assert [p.name for p in (built.output(JUNE) / "sealed").iterdir()] == ["v1.0"]


def test_an_approval_that_fails_leaves_nothing(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        seal(built, JUNE, "Chair of RDG", NOW)
    assert list((built.output(JUNE) / "sealed").iterdir()) == []


def test_what_cannot_be_swept_stops_no_approval(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    version(built, f"{BESIDE}a")

    def looked_into(*path: object, **more: object) -> None:
        raise OSError(39, "Directory not empty")

    monkeypatch.setattr("os.rmdir", looked_into)
    assert seal(built, JUNE, "Chair of RDG", NOW).version == "1.0"


# ---------- what was altered since ----------


def test_a_seal_that_cannot_be_read_or_is_of_another_version_says_so_and_which(built: Home) -> None:
    folder = seal(built, JUNE, "Chair of RDG", NOW).folder
    said = (folder / "seal.json").read_text()
    (folder / "seal.json").write_text(said.replace('"version": "1.0"', '"version": "1.4"'))
    (other,) = sealed_versions(built, JUNE)
    assert (other.version, other.damage) == ("1.0", "seal.json in output/2026-06/sealed/v1.0 is of version 1.4.")
    assert (other.by, other.files, other.edited, other.marked, other.withdrawn) == ("", {}, False, False, None)
    (folder / "seal.json").write_text("{")
    (damaged,) = sealed_versions(built, JUNE)
    assert (damaged.version, damaged.damage) == ("1.0", "seal.json in output/2026-06/sealed/v1.0 is damaged.")
    (folder / "seal.json").unlink()
    (folder / "seal.json").mkdir()
    (unread,) = sealed_versions(built, JUNE)
    assert (unread.version, unread.damage) == (
        "1.0",
        "seal.json in output/2026-06/sealed/v1.0 cannot be read: it is open in another program, or you may not read it.",
    )


def test_a_sealed_file_that_is_not_given_up_hides_no_other(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW)
    (sealed.folder / "assurance-pack-2026-06.pdf").unlink()
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "record-2026-06.json":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert sealed_versions(built, JUNE)[0].tampered == ("assurance-pack-2026-06.pdf", "record-2026-06.json")


def edited(home: Home) -> tuple[str, ...]:
    manifest = built_manifest(home, JUNE)
    return edited_since(home.output(JUNE), manifest)


def test_a_document_that_is_not_as_it_was_built_was_edited_and_the_record_is_nobodys_to_edit(built: Home) -> None:
    assert edited(built) == ()
    (built.output(JUNE) / "record-2026-06.json").write_bytes(b"[]")
    assert edited(built) == ()
    (built.output(JUNE) / "assurance-pack-2026-06.pdf").write_bytes(b"my pages")
    assert edited(built) == ("assurance-pack-2026-06.pdf",)
    (built.output(JUNE) / "assurance-pack-2026-06.pdf").unlink()
    assert edited(built) == ()


def test_a_word_file_put_in_to_be_approved_counts_until_it_is_sealed_and_a_data_book_does_not(built: Home) -> None:
    folder = built.output(JUNE)
    files = {"pack.docx": b"word", "pack.pdf": b"pages", "data-book.xlsx": b"book"}
    about = {"month": JUNE, "version": "1.0", "made_from": {"Capital.xlsx": sha256(b"a return")}, "edited": True}
    write_all(folder, {**files, MANIFEST_NAME: manifest_bytes(files, about)})
    assert edited(built) == ("pack.docx", "pack.pdf")
    seal(built, JUNE, "Chair of RDG", NOW)
    assert edited(built) == ()


# ---------- the chain ----------


def test_a_seal_follows_every_link_that_no_other_follows_and_none_that_is_damaged(built: Home) -> None:
    first = seal(built, JUNE, "Chair of RDG", NOW)
    assert (first.follows, list(last_in_chain(built))) == ({}, ["2026-06/sealed/v1.0"])
    change_manifest(built, version="1.1")
    second = seal(built, JUNE, "Chair of RDG", NOW)
    assert second.follows == {"2026-06/sealed/v1.0": first.digest}
    assert last_in_chain(built) == {"2026-06/sealed/v1.1": second.digest}
    (second.folder / "seal.json").write_text("{")
    assert last_in_chain(built) == {"2026-06/sealed/v1.0": first.digest}


def test_the_standing_approval_is_the_last_that_was_not_withdrawn(built: Home) -> None:
    assert standing_approval(built, JUNE) is None
    seal(built, JUNE, "Chair of RDG", NOW)
    change_manifest(built, version="1.1")
    seal(built, JUNE, "Chair of RDG", NOW)
    said = {"by": "Chair", "on": NOW.isoformat(), "reason": "a slip", "places": [], "follows": last_in_chain(built)}
    standing = []
    for number, version in enumerate(("1.1", "1.0"), start=1):
        found = standing_approval(built, JUNE)
        standing.append(found.version if found else "")
        path = next_path(built)
        assert path.name == f"00{number}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({**said, "approval": f"2026-06/sealed/v{version}"}))
    assert standing == ["1.1", "1.0"]
    assert standing_approval(built, JUNE) is None
    assert [s.withdrawn.reason for s in sealed_versions(built, JUNE) if s.withdrawn] == ["a slip", "a slip"]


def test_a_sealed_version_out_of_which_words_were_taken_is_as_it_was_left_and_says_so(built: Home) -> None:
    sealed = seal(built, JUNE, "Chair of RDG", NOW)
    assert (sealed.marked, sealed.taken_away) == (False, ())
    (sealed.folder / "assurance-pack-2026-06.pdf").unlink()
    (sealed.folder / "record-2026-06.json").write_bytes(b"[]")
    changed = {f"{sealed.place}/assurance-pack-2026-06.pdf": "", f"{sealed.place}/record-2026-06.json": sha256(b"[]")}
    said = {"by": "Chair", "on": NOW.isoformat(), "reason": "a story", "places": [], "changed": changed, "follows": last_in_chain(built)}
    next_path(built).parent.mkdir()
    next_path(built).write_text(json.dumps(said))
    (since,) = sealed_versions(built, JUNE)
    assert (since.marked, since.taken_away, since.tampered) == (True, ("assurance-pack-2026-06.pdf",), ())
    (sealed.folder / "record-2026-06.json").write_bytes(b"[5]")
    assert sealed_versions(built, JUNE)[0].tampered == ("record-2026-06.json",)
