"""Approval: sealed as built, refused where something changed since, and a tampered file is found."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.record.approval import SealProblem, seal
from assurance_pack.record.manifest import MANIFEST_NAME, manifest_bytes, sha256
from assurance_pack.record.seal import next_version, sealed_versions
from assurance_pack.record.writing import InUse, write_all

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
    with pytest.raises(SealProblem, match=r"A return has come in since the pack was built"):
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
