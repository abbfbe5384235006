"""The past cannot be altered in silence, and one damaged month never stops another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import APRIL, JUNE, MAY, NOW, lay_down, record, three_sealed_months
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.document.editions import PUBLIC
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.record import store
from assurance_pack.record.approval import seal
from assurance_pack.record.damage import RecordProblem, restore
from assurance_pack.record.manifest import sha256
from assurance_pack.record.seal import last_in_chain, next_version, sealed_versions, version_folders
from assurance_pack.record.verify import verify
from assurance_pack.settings import Settings


@pytest.fixture
def archive(home: Home, settings: Settings) -> Home:
    three_sealed_months(home, settings)
    return home


def sealed(home: Home, month: Month = MAY) -> Path:
    return home.output(month) / "sealed" / "v1.0"


def rewrite(path: Path, **changes: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def test_an_archive_nobody_touched_is_whole_and_gives_the_fingerprint_for_the_minutes(archive: Home) -> None:
    said = CliRunner().invoke(main, ["verify", "--home", str(archive.root)])
    assert said.exit_code == 0, said.output
    assert "Looked at 3 months, 3 sealed versions: all as they were." in said.output
    assert "The chain of seals ends with output/2026-06/sealed/v1.0, fingerprint" in said.output


def edit_a_score(home: Home) -> None:
    path = sealed(home) / "record-2026-05.json"
    path.write_text(path.read_text().replace('"likelihood": 4', '"likelihood": 5'))


def edit_a_score_and_its_seal(home: Home) -> None:
    edit_a_score(home)
    said = json.loads((sealed(home) / "seal.json").read_text())
    said["files"]["record-2026-05.json"] = sha256((sealed(home) / "record-2026-05.json").read_bytes())
    rewrite(sealed(home) / "seal.json", files=said["files"])


def test_of_an_archive_that_is_whole_nothing_lies_aside_and_a_manifest_taken_away_is_no_older_versions(archive: Home) -> None:
    assert verify(archive).aside == ()
    (archive.output(MAY) / "manifest.json").unlink()
    assert (verify(archive).aside, [b.what for b in verify(archive).breaks]) == (
        (),
        ["record-2026-05.json in output/2026-05 has no manifest.json to be checked against."],
    )


def test_a_record_brought_in_before_records_had_a_manifest_lies_aside_and_breaks_nothing(home: Home, settings: Settings) -> None:
    store.keep(home, record(MAY, settings).model_copy(update={"reconstructed": True}))
    (home.output(MAY) / "manifest.json").unlink()
    assert [note.partition(" was kept")[0] for note in verify(home).aside] == ["The record in output/2026-05"]
    assert verify(home).breaks == ()


def excuse_an_edited_score_by_a_withdrawal(home: Home) -> None:
    """A score is altered, and a withdrawal put beside that says it did so: June's seal, which the minutes hold, stays as it was."""
    edit_a_score(home)
    changed = {"2026-05/sealed/v1.0/record-2026-05.json": sha256((sealed(home) / "record-2026-05.json").read_bytes())}
    said = {"by": "Head of SEND", "on": NOW.isoformat(), "reason": "a story", "places": [], "changed": changed, "follows": {}}
    folder = home.root / "output" / "withdrawn"
    folder.mkdir()
    (folder / "001.json").write_text(json.dumps(said))


DAMAGES: dict[str, tuple[Callable[[Home], object], str]] = {
    "two scores edited in the sealed record": (edit_a_score, "record-2026-05.json in output/2026-05/sealed/v1.0 is not as it was sealed"),
    "a score edited and the seal with it": (edit_a_score_and_its_seal, "seal.json in output/2026-05/sealed/v1.0 is not the one that"),
    "the seal cut short": (lambda h: truncate(sealed(h) / "seal.json"), "seal.json in output/2026-05/sealed/v1.0 is damaged"),
    "the seal of another version": (lambda h: rewrite(sealed(h) / "seal.json", version="1.4"), "seal.json in output/2026-05/sealed/v1.0 is of version 1.4"),
    "a seal whose version breaks out": (lambda h: rewrite(sealed(h) / "seal.json", version="../../2026-04"), "seal.json in output/2026-05/sealed/v1.0 is damaged"),
    "a seal that lists a file elsewhere": (lambda h: rewrite(sealed(h) / "seal.json", files={"../../pack.toml": "0" * 64}), "seal.json in output/2026-05/sealed/v1.0 is damaged"),
    "a sealed folder taken away": (lambda h: shutil.rmtree(sealed(h)), "output/2026-05/sealed/v1.0 was sealed before output/2026-06/sealed/v1.0, and is no longer there"),
    "a sealed page taken away": (lambda h: (sealed(h) / "assurance-pack-2026-05.pdf").unlink(), "assurance-pack-2026-05.pdf in output/2026-05/sealed/v1.0 was sealed, and is no longer there"),
    "an edited score excused by a withdrawal nobody made": (excuse_an_edited_score_by_a_withdrawal, "output/withdrawn/001.json says that files of output/2026-05/sealed/v1.0 were changed by a withdrawal, and was not made after it"),
    "the manifest cut short": (lambda h: truncate(h.output(MAY) / "manifest.json"), "manifest.json in output/2026-05 is damaged"),
    "the manifest of another month": (lambda h: rewrite(h.output(MAY) / "manifest.json", month="2026-04"), "manifest.json in output/2026-05 is of April 2026"),
    "the record beside the pack edited": (lambda h: rewrite(h.output(MAY) / "record-2026-05.json", version="1.0", figures={"a": 1}), "record-2026-05.json in output/2026-05 is not as it was built"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_way_of_altering_may_is_found_named_and_ends_with_3(archive: Home, damage: str) -> None:
    alter, said = DAMAGES[damage]
    alter(archive)
    found = CliRunner().invoke(main, ["verify", "--home", str(archive.root)])
    assert found.exit_code == 3
    assert said in found.output
    assert "Traceback" not in found.output
    doctor = CliRunner().invoke(main, ["doctor", "--home", str(archive.root)])
    assert said in doctor.output


@pytest.mark.parametrize("damage", ["the seal cut short", "a seal whose version breaks out"])
def test_a_seal_that_is_damaged_is_named_once_and_not_again_as_a_link_of_the_chain(archive: Home, damage: str) -> None:
    DAMAGES[damage][0](archive)
    assert [b.what for b in verify(archive).breaks if "2026-05/sealed/v1.0" in b.what and "damaged" in b.what] == [
        "seal.json in output/2026-05/sealed/v1.0 is damaged."
    ]


def test_a_months_folder_put_in_place_of_another_is_found_though_that_month_has_no_record_any_more(home: Home, settings: Settings) -> None:
    for month in (MAY, JUNE):
        lay_down(home, record(month, settings))
    shutil.rmtree(home.output(JUNE))
    shutil.copytree(home.output(MAY), home.output(JUNE))
    assert [b.what for b in verify(home).breaks] == ["manifest.json in output/2026-06 is of May 2026."]
    with pytest.raises(RecordProblem, match=r"manifest.json in output/2026-06 is of May 2026"):
        store.load(home, JUNE)


@pytest.mark.parametrize(
    "altered",
    [
        lambda line: line.rpartition(" ")[0],
        lambda line: line + " M-CAP-099",
        lambda line: f"x{line}",
        lambda line: f"{line}0",
    ],
    ids=["an ID cut out", "an ID put in", "a place that is no number", "another ID"],
)
def test_a_manifest_that_tells_of_other_rows_than_the_record_has_is_found(
    home: Home, settings: Settings, altered: Callable[[str], str]
) -> None:
    lay_down(home, record(MAY, settings))
    path = home.output(MAY) / "manifest.json"
    said = json.loads(path.read_text())["record"]
    assert verify(home).breaks == ()
    key = next(key for key, line in said["sheets"].items() if line.count(" ") > 1)
    rewrite(path, record={**said, "sheets": {**said["sheets"], key: altered(said["sheets"][key])}})
    assert [b.what for b in verify(home).breaks] == ["manifest.json in output/2026-05 tells of rows that are not so in the record."]


def test_a_record_that_is_gone_from_beside_its_manifest_is_found(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    store.record_path(home, MAY).unlink()
    assert [b.what for b in verify(home).breaks] == ["record-2026-05.json in output/2026-05 is no longer there."]


def test_an_earlier_version_whose_seal_is_damaged_is_named_though_a_later_one_stands(archive: Home, settings: Settings) -> None:
    lay_down(archive, record(MAY, settings, "1.1"))
    seal(archive, MAY, "Chair of RDG", NOW)
    truncate(sealed(archive) / "seal.json")
    assert [(b.what, b.remedy) for b in verify(archive).breaks] == [
        ("seal.json in output/2026-05/sealed/v1.0 is damaged.", restore("output/2026-05/sealed/v1.0"))
    ]


def test_a_sealed_folder_can_be_opened_by_whoever_may_open_the_one_it_stands_in(archive: Home) -> None:
    assert sealed(archive).stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_was_done_to_may_april_and_june_are_still_read(archive: Home, damage: str) -> None:
    DAMAGES[damage][0](archive)
    for month in (APRIL, JUNE):
        kept = store.load(archive, month)
        assert kept is not None
        assert kept.month == month
    assert set(store.months_kept(archive)) >= {APRIL, JUNE}


def test_an_edited_sealed_record_is_not_taken_but_the_copy_that_is_byte_for_byte_the_sealed_one_is(archive: Home) -> None:
    edit_a_score(archive)
    kept = store.load(archive, MAY)
    assert kept is not None
    assert next(iter(kept.rows.values()))[0]["likelihood"] == 4
    store.record_path(archive, MAY).unlink()
    with pytest.raises(RecordProblem, match=r"is not as it was sealed. Put back a copy of output/2026-05/sealed/v1.0"):
        store.load(archive, MAY)


@pytest.mark.parametrize("alter", [{"month": "2026-04"}, {"format": 0}])
def test_a_built_record_of_another_month_or_of_no_format_is_not_taken_though_its_manifest_agrees(
    home: Home, settings: Settings, alter: dict[str, object]
) -> None:
    lay_down(home, record(MAY, settings))
    path = store.record_path(home, MAY)
    rewrite(path, **alter)
    rewrite(home.output(MAY) / "manifest.json", files={path.name: sha256(path.read_bytes())})
    with pytest.raises(RecordProblem, match="output/2026-05"):
        store.load(home, MAY)


def test_an_approval_that_was_not_finished_counts_for_nothing_and_can_be_made_again(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    left = sealed(home)
    left.mkdir(parents=True)
    (left / "record-2026-05.json").write_bytes(store.as_bytes(record(MAY, settings, score=1)))
    kept = store.load(home, MAY)
    assert kept is not None
    assert next(iter(kept.rows.values()))[0]["likelihood"] == 4
    assert next_version(home, MAY) == "1.0"
    assert "an approval that was not finished" in verify(home).aside[0]
    seal(home, MAY, "Chair of RDG", NOW)
    assert [s.tampered for s in sealed_versions(home, MAY)] == [()]
    assert (home.output(MAY) / "sealed" / "unfinished-v1.0").is_dir()


def test_a_folder_of_ones_own_among_the_versions_is_none(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    (home.output(MAY) / "sealed" / "versions of the chair").mkdir(parents=True)
    assert version_folders(home, MAY) == ()


def test_a_version_that_is_a_link_to_another_folder_is_none(home: Home, settings: Settings, tmp_path: Path) -> None:
    lay_down(home, record(MAY, settings))
    (home.output(MAY) / "sealed").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "seal.json").write_text("{}")
    (home.output(MAY) / "sealed" / "v1.0").symlink_to(elsewhere, target_is_directory=True)
    assert sealed_versions(home, MAY) == ()


def test_a_seal_holds_the_fingerprint_of_the_one_before(archive: Home) -> None:
    (june,) = sealed_versions(archive, JUNE)
    assert june.follows == {"2026-05/sealed/v1.0": sha256((sealed(archive) / "seal.json").read_bytes())}


def test_seals_made_before_there_was_a_chain_are_read_and_followed_from_then_on(archive: Home, settings: Settings) -> None:
    for month in (APRIL, MAY, JUNE):
        path = sealed(archive, month) / "seal.json"
        said = json.loads(path.read_text())
        del said["follows"]
        path.write_text(json.dumps(said))
    assert verify(archive).breaks == ()
    july = Month("2026-07")
    lay_down(archive, record(july, settings))
    seal(archive, july, "Chair of RDG", NOW)
    (newest,) = sealed_versions(archive, july)
    assert set(newest.follows or ()) == {"2026-04/sealed/v1.0", "2026-05/sealed/v1.0", "2026-06/sealed/v1.0"}
    rewrite(sealed(archive) / "seal.json", by="Somebody else")
    assert "is not the one that output/2026-07/sealed/v1.0 was sealed after" in verify(archive).breaks[0].what


def test_listing_months_reads_no_record(archive: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "from_bytes", lambda *a: pytest.fail("a record was read"))
    assert store.months_kept(archive) == (APRIL, MAY, JUNE)


def test_a_month_sealed_by_the_version_before_is_read_verified_and_followed(home: Home, settings: Settings) -> None:
    july, august = Month("2026-07"), Month("2026-08")
    before = Path(__file__).parents[1] / "fixtures" / "before" / "sealed"
    shutil.copytree(before, home.output(july) / "sealed")
    assert verify(home).breaks == ()
    kept = store.load(home, july)
    assert kept is not None
    assert kept.month == july
    lay_down(home, record(august, settings))
    seal(home, august, "Chair of RDG", NOW)
    edited = home.output(july) / "sealed" / "v1.0" / "seal.json"
    edited.write_bytes(edited.read_bytes() + b"\n")
    assert "is not the one that output/2026-08/sealed/v1.0 was sealed after" in verify(home).breaks[0].what


def as_approved(home: Home, settings: Settings) -> None:
    """June as an approval leaves it: its own manifest says “Approved”, where it was built and where it is sealed."""
    lay_down(home, record(JUNE, settings))
    for path in (home.output(JUNE) / "manifest.json", home.output(JUNE) / f"manifest-{PUBLIC.key}.json"):
        path.write_bytes((home.output(JUNE) / "manifest.json").read_bytes())
        rewrite(path, standing="Approved, version 1.0, by Chair of RDG on 7 July 2026")
    seal(home, JUNE, "Chair of RDG", NOW)


@pytest.mark.parametrize("hidden", [True, False], ids=["and their manifest with them", "alone"])
def test_files_that_say_approved_and_are_not_as_they_were_sealed_are_found_beside_the_seal(
    home: Home, settings: Settings, hidden: bool
) -> None:
    as_approved(home, settings)
    edited = home.output(JUNE) / "record-2026-06.json"
    edited.write_text(edited.read_text().replace('"likelihood": 4', '"likelihood": 5'))
    if hidden:
        rewrite(home.output(JUNE) / "manifest.json", files={edited.name: sha256(edited.read_bytes())})
    said = [b.what for b in verify(home).breaks]
    as_sealed = " in output/2026-06 is not as it was sealed in output/2026-06/sealed/v1.0."
    assert said == (
        [f"manifest.json{as_sealed}", f"record-2026-06.json{as_sealed}"]
        if hidden
        else ["record-2026-06.json in output/2026-06 is not as it was built."]
    )


def test_words_withdrawn_from_an_approved_version_break_nothing(home: Home, settings: Settings) -> None:
    as_approved(home, settings)
    words = ["withdraw", "--month", str(JUNE), "--item", "R-CAP-001", "--by", "Head of SEND", "--reason", "described one family", "--yes"]
    done = CliRunner().invoke(main, [*words, "--home", str(home.root)])
    assert done.exit_code == 0, done.output
    assert verify(home).breaks == ()
    edited = home.output(JUNE) / "record-2026-06.json"
    edited.write_text(edited.read_text().replace('"likelihood": 4', '"likelihood": 5'))
    rewrite(home.output(JUNE) / "manifest.json", files={edited.name: sha256(edited.read_bytes())})
    assert [b.what.partition(" is not")[0] for b in verify(home).breaks] == ["record-2026-06.json in output/2026-06"]


def test_a_pack_built_again_after_an_approval_is_held_to_its_own_manifest_alone(home: Home, settings: Settings) -> None:
    as_approved(home, settings)
    lay_down(home, record(JUNE, settings).model_copy(update={"version": "1.1"}))
    assert verify(home).breaks == ()


@pytest.mark.parametrize("taken", ["seal.json", "the folder"])
def test_the_newest_approval_cannot_be_taken_away_in_silence_though_no_later_seal_follows_it(
    home: Home, settings: Settings, taken: str
) -> None:
    as_approved(home, settings)
    assert verify(home).breaks == ()
    (sealed(home, JUNE) / taken).unlink() if taken == "seal.json" else shutil.rmtree(sealed(home, JUNE))
    found = CliRunner().invoke(main, ["verify", "--home", str(home.root)])
    assert found.exit_code == 3
    assert (
        "manifest.json in output/2026-06 says that version 1.0 is approved, and seal.json in output/2026-06/sealed/v1.0 is no longer there."
        in found.output
    )
    assert "manifest-public.json in output/2026-06 says that version 1.0 is approved" in found.output
    assert "an approval that was not finished" not in found.output


def test_where_a_link_is_gone_no_withdrawal_after_it_is_blamed_for_it(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    seal(home, MAY, "Chair of RDG", NOW)
    as_approved(home, settings)
    said = CliRunner().invoke(
        main, ["withdraw", "--month", MAY, "--item", "R-CAP-001", "--by", "Head", "--reason", "a story", "--yes", "--home", str(home.root)]
    )
    assert said.exit_code == 0, said.output
    assert verify(home).breaks == ()
    shutil.rmtree(sealed(home, JUNE))
    assert not any("was not made after it" in b.what for b in verify(home).breaks)


def test_a_manifest_that_is_damaged_hides_no_approval_that_was_taken_away(home: Home, settings: Settings) -> None:
    as_approved(home, settings)
    shutil.rmtree(sealed(home, JUNE))
    (home.output(JUNE) / "manifest-hwb.json").write_text("{")
    assert [b.what.partition(" says")[0] for b in verify(home).breaks] == [
        "manifest-public.json in output/2026-06",
        "manifest.json in output/2026-06",
    ]


def put_a_withdrawal(home: Home, number: int = 1, **more: object) -> Path:
    """A withdrawal laid down by itself, as the tool keeps one."""
    path = home.root / "output" / "withdrawn" / f"{number:03d}.json"
    path.parent.mkdir(exist_ok=True)
    said = {"by": "Head of SEND", "on": NOW.isoformat(), "reason": "a story", "places": [], "follows": last_in_chain(home)}
    path.write_text(json.dumps({**said, **more}))
    return path


JULY = Month("2026-07")


@pytest.fixture
def withdrawn_from(archive: Home, settings: Settings) -> Home:
    """Three months, then a withdrawal, then July sealed after it."""
    put_a_withdrawal(archive)
    lay_down(archive, record(JULY, settings))
    seal(archive, JULY, "Chair of RDG", NOW)
    return archive


def test_a_withdrawal_is_a_link_of_the_chain_and_stands_among_what_was_looked_at(withdrawn_from: Home) -> None:
    said = verify(withdrawn_from)
    assert said.breaks == ()
    assert said.withdrawn == ("output/withdrawn/001.json: withdrawn by Head of SEND on 2026-07-07",)
    assert list(said.ends) == ["2026-07/sealed/v1.0"]
    assert (said.seals, said.months) == (4, (APRIL, MAY, JUNE, JULY))


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (truncate, "output/withdrawn/001.json is damaged."),
        (
            lambda p: rewrite(p, reason="another"),
            "output/withdrawn/001.json is not the one that output/2026-07/sealed/v1.0 was sealed after.",
        ),
        (Path.unlink, "output/withdrawn/001.json was sealed before output/2026-07/sealed/v1.0, and is no longer there."),
    ],
)
def test_a_withdrawal_cannot_be_altered_or_taken_away_in_silence_and_is_named_once(
    withdrawn_from: Home, alter: Callable[[Path], object], said: str
) -> None:
    alter(withdrawn_from.root / "output" / "withdrawn" / "001.json")
    assert [(b.what, b.remedy) for b in verify(withdrawn_from).breaks] == [(said, restore("output/withdrawn/001.json"))]


def test_a_withdrawal_of_an_approval_says_which(archive: Home) -> None:
    put_a_withdrawal(archive, approval="2026-05/sealed/v1.0")
    assert verify(archive).withdrawn == (
        "output/withdrawn/001.json: the approval of output/2026-05/sealed/v1.0 withdrawn by Head of SEND on 2026-07-07",
    )


def test_a_withdrawal_may_change_every_seal_it_comes_after_however_far_back_and_no_other(archive: Home, settings: Settings) -> None:
    changed = {f"{month}/sealed/v1.0/assurance-pack-{month}.pdf": "" for month in (APRIL, MAY)}
    for name in changed:
        (archive.root / "output" / name).unlink()
    path = put_a_withdrawal(archive, changed=changed)
    assert verify(archive).breaks == ()
    lay_down(archive, record(JULY, settings))
    rewrite(path, follows={"2026-04/sealed/v1.0": sha256((sealed(archive, APRIL) / "seal.json").read_bytes())})
    assert [(b.what, b.remedy) for b in verify(archive).breaks] == [
        (
            "output/withdrawn/001.json says that files of output/2026-05/sealed/v1.0 were changed by a withdrawal, and was not made after it.",
            "Put back a copy of output/2026-05/sealed/v1.0, and take output/withdrawn/001.json away.",
        )
    ]


def test_a_withdrawal_after_a_damaged_seal_is_not_blamed_for_what_nobody_can_tell(archive: Home) -> None:
    put_a_withdrawal(archive, changed={"2026-06/sealed/v1.0/assurance-pack-2026-06.pdf": ""}, follows={"2026-05/sealed/v1.0": "0" * 64})
    (sealed(archive, JUNE) / "assurance-pack-2026-06.pdf").unlink()
    truncate(sealed(archive) / "seal.json")
    assert [b.what for b in verify(archive).breaks] == ["seal.json in output/2026-05/sealed/v1.0 is damaged."]


def test_an_approval_that_was_not_finished_is_told_though_its_manifest_is_damaged(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    sealed(home).mkdir(parents=True)
    (sealed(home) / "manifest.json").write_text("{")
    (note,) = verify(home).aside
    assert note.startswith("output/2026-05/sealed/v1.0 has no seal.json: an approval that was not finished")


def test_in_an_empty_archive_nothing_is_wrong_and_a_folder_of_ones_own_in_it_is_no_month(home: Home, settings: Settings) -> None:
    shutil.rmtree(home.root / "output", ignore_errors=True)
    nothing = verify(home)
    assert (nothing.months, nothing.seals, nothing.breaks, nothing.ends) == ((), 0, (), {})
    three_sealed_months(home, settings)
    (home.root / "output" / "notes of the chair").mkdir()
    assert verify(home).breaks == ()


def test_a_sealed_record_that_this_version_cannot_read_is_named_though_it_is_as_it_was_sealed(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings).model_copy(update={"format": 99}))
    seal(home, MAY, "Chair of RDG", NOW)
    store.record_path(home, MAY).unlink()
    assert [b.what for b in verify(home).breaks] == [
        "record-2026-05.json in output/2026-05/sealed/v1.0 was written by a later version of pack.",
    ]
