"""Whether a pack is approved stands on every page: `approve` draws it again, `build` makes a draft again, an approval can be taken back."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from test_unreadable_cells import type_into

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.model import Month, day
from assurance_pack.record import store
from assurance_pack.render.archive import unzipped
from laid_out import words_on_page_1, words_on_pages

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"
PDF, WORD, BOOK = f"assurance-pack-{JUNE}.pdf", f"assurance-pack-{JUNE}.docx", f"data-book-{JUNE}.xlsx"
DRAFT = "Draft, not yet approved, version 1.0"
APPROVED = "Approved, version 1.0, by Chair of RDG on 3 July 2026"
BY_TYPST = ("--engine", "typst")
"""It sets a pack in a tenth of the time: for where it is asked what the pages say, and not how they are set."""
BY = ("--by", "Chair of RDG", "--on", "3 July 2026")
TAKEN_BACK = ("--approval", "--by", "Chair of RDG", "--reason", "a figure was wrong")


def pack(home: Home, command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--month", JUNE, "--home", str(home.root), *arguments])


def done(home: Home, command: str, *arguments: str) -> str:
    result = pack(home, command, *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def folder(home: Home) -> Path:
    return home.root / "output" / JUNE


def pages(home: Home, name: str = PDF) -> list[str]:
    return list(words_on_pages(folder(home) / name))


def front_of(home: Home, name: str = PDF) -> str:
    return words_on_page_1(folder(home) / name)


def word_parts(home: Home) -> dict[str, str]:
    return {n: d.decode() for n, d in unzipped((folder(home) / WORD).read_bytes()).items() if n.endswith(".xml")}


def copied(home: Home, to: Path) -> Home:
    shutil.copytree(home.root, to)
    return Home(to)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """June as built."""
    root = tmp_path_factory.mktemp("drafted")
    shutil.copy(ROOT / "pack.toml", root)
    shutil.copytree(ROOT / "inputs", root / "inputs")
    done(Home(root), "build")
    return Home(root)


@pytest.fixture(scope="module")
def sealed(drafted: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """June as approved."""
    home = copied(drafted, tmp_path_factory.mktemp("sealed") / "home")
    said = done(home, "approve", *BY)
    (home.root / "said.txt").write_text(said)
    return home


@pytest.fixture
def approved(sealed: Home, tmp_path: Path) -> Home:
    """A copy of it, to do things to."""
    return copied(sealed, tmp_path / "home")


@pytest.fixture
def draft(drafted: Home, tmp_path: Path) -> Home:
    """A copy of June as built."""
    return copied(drafted, tmp_path / "home")


def change_a_return(home: Home) -> None:
    path = home.root / "inputs" / JUNE / "Capital and Sufficiency June 2026.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Risks"]
    head = next(row for row in sheet.iter_rows(max_row=12) if any(c.value == "Controls and mitigation" for c in row))
    at = next(c for c in head if c.value == "Controls and mitigation")
    sheet.cell(at.row + 1, at.column).value = "The programme board looks at it each week."
    book.save(path)


# ---------- what the pages say ----------


def test_every_page_of_a_build_says_that_it_is_a_draft_and_of_an_approved_pack_by_whom_and_when(drafted: Home, sealed: Home) -> None:
    for home, line in ((drafted, DRAFT), (sealed, APPROVED)):
        assert all(line in page for page in pages(home))
        parts = word_parts(home)
        assert line in parts["word/document.xml"]
        assert sum(line in text for name, text in parts.items() if name.startswith("word/header")) == 1  # the front says it in its text
        assert docx.Document(str(folder(home) / WORD)).core_properties.content_status == line
        assert line in [c.value for c in openpyxl.load_workbook(folder(home) / BOOK)["Contents"]["A"]]


def test_approval_changes_that_line_and_not_a_word_more(drafted: Home, sealed: Home) -> None:
    assert [p.replace(DRAFT, APPROVED) for p in pages(drafted)] == pages(sealed)
    assert {n: t.replace(DRAFT, APPROVED) for n, t in word_parts(drafted).items()} == word_parts(sealed)


def test_the_same_approval_of_the_same_returns_gives_the_same_bytes(draft: Home, sealed: Home) -> None:
    done(draft, "approve", *BY)
    for name in (PDF, WORD, BOOK, "manifest.json", f"record-{JUNE}.json"):
        assert (folder(draft) / name).read_bytes() == (folder(sealed) / name).read_bytes(), name


def test_without_a_day_it_is_approved_today_and_a_day_to_come_is_refused(draft: Home) -> None:
    for on, said in (("2999-01-01", "it is"), ("the third", "it is no day that can be read one way only")):
        result = pack(draft, "approve", "--by", "Chair of RDG", "--on", on)
        assert (result.exit_code, said in result.output) == (2, True), result.output
    before = date.today()
    done(draft, "build", *BY_TYPST)
    done(draft, "approve", "--by", "Chair of RDG")
    assert any(f"by Chair of RDG on {day(d)}" in front_of(draft) for d in (before, date.today()))


def test_a_day_before_the_month_began_is_no_day_of_its_approval(draft: Home) -> None:
    result = pack(draft, "approve", "--by", "Chair of RDG", "--on", "3 July 2006")
    assert result.exit_code == 3
    assert "The day of the approval, 3 July 2006, lies before June 2026 began, on 1 June 2026." in result.output


def test_approval_shows_what_is_being_sealed(sealed: Home) -> None:
    said = (sealed.root / "said.txt").read_text()
    assert re.search(
        rf"What was sealed: {len(pages(sealed))} pages, no errors and \d+ warnings, \d+ prompts nobody has answered. No return is missing.",
        said,
    )


def test_pages_that_the_record_no_longer_gives_are_not_approved(draft: Home) -> None:
    may = store.load(draft, Month("2026-05"))
    assert may is not None
    store.keep(draft, may.model_copy(update={"rows": {}}))
    result = pack(draft, "approve", *BY)
    assert result.exit_code == 3
    assert (
        "The record no longer gives the pages that were built: an earlier month, a page template or pack itself has changed since."
        in result.output
    )
    assert not (folder(draft) / "sealed").exists()


def test_a_page_template_that_changed_since_the_build_stops_an_approval(draft: Home) -> None:
    own = draft.root / "templates" / "look"
    own.mkdir(parents=True)
    shipped = (ROOT / "templates" / "look" / "pack.css.j2").read_text(encoding="utf-8")
    (own / "pack.css.j2").write_text(f"{shipped}\np {{ color: #000 }}\n", encoding="utf-8")
    result = pack(draft, "approve", *BY)
    assert result.exit_code == 3
    assert "a page template or pack itself has changed since. Build the month again" in result.output
    assert not (folder(draft) / "sealed").exists()


# ---------- a build after it ----------


def test_a_build_after_it_that_changes_nothing_says_so_and_leaves_every_byte(approved: Home) -> None:
    before = {p.name: p.read_bytes() for p in folder(approved).iterdir() if p.is_file()}
    said = done(approved, "build")
    assert "Nothing has changed since version 1.0, approved by Chair of RDG on 3 July 2026: no new version was made." in said
    assert {p.name: p.read_bytes() for p in folder(approved).iterdir() if p.is_file()} == before
    assert json.loads(done(approved, "build", "--json"))["unchanged"] is True


def test_what_was_thrown_away_outside_the_seal_comes_back_from_it(approved: Home) -> None:
    kept = (folder(approved) / PDF).read_bytes()
    (folder(approved) / PDF).unlink()
    done(approved, "build", "--format", "word")
    assert (folder(approved) / PDF).read_bytes() == kept


def test_another_format_of_the_approved_pack_says_that_it_is_approved_too(approved: Home) -> None:
    done(approved, "build", "--format", "html")
    assert APPROVED in (folder(approved) / f"assurance-pack-{JUNE}.html").read_text()
    assert APPROVED in front_of(approved)


def test_a_build_that_changes_something_is_a_draft_of_the_next_version_and_says_so(approved: Home) -> None:
    change_a_return(approved)
    said = done(approved, "build", *BY_TYPST)
    assert "Version 1.0 was approved by Chair of RDG on 3 July 2026" in said
    assert "This is a draft of version 1.1 until that is approved. What it changes:" in said
    assert "Controls and mitigation" in said
    found = pages(approved)
    assert all("Draft, not yet approved, version 1.1" in page for page in found)
    assert "Changed in version 1.1:" in found[0]
    looks = [front_of(approved, p.name) for p in folder(approved).glob("*.pdf")]
    assert sum(APPROVED in text for text in looks) == 0
    assert APPROVED in words_on_page_1(folder(approved) / "sealed" / "v1.0" / PDF)


@pytest.mark.parametrize(
    ("home", "how"),
    [("approved", "as sealed"), ("draft", "as last built; it was not sealed"), ("taken_back", "as last built; it was not sealed")],
)
def test_the_pack_of_the_month_after_says_whether_it_was_compared_with_a_sealed_one(
    home: str, how: str, request: pytest.FixtureRequest
) -> None:
    june: Home = request.getfixturevalue(home)
    built = CliRunner().invoke(main, ["build", "--month", "2026-07", "--home", str(june.root), "--format", "word"])
    assert built.exit_code == 0, built.output
    (word,) = june.output(Month("2026-07")).glob("*.docx")
    said = [p.text for p in docx.Document(str(word)).paragraphs if "Compared with." in p.text]
    assert len(said) == 1
    assert f"The pack of June 2026, version 1.0, {how}." in said[0]


def test_status_says_that_a_return_changed_after_the_build(draft: Home) -> None:
    assert "Not as in the pack" not in pack(draft, "status").output
    change_a_return(draft)
    said = pack(draft, "status").output
    assert "Not as in the pack that lies in output/2026-06: Capital and Sufficiency." in said
    assert "the returns have changed since the pack was built. pack build --month 2026-06" in said


def test_status_says_that_a_return_changed_after_the_approval(approved: Home) -> None:
    assert "Next: approved." in pack(approved, "status").output
    change_a_return(approved)
    said = pack(approved, "status").output
    assert "the returns have changed since version 1.0 was approved. pack build --month 2026-06 makes the next version" in said


def test_status_says_that_a_return_the_pack_was_made_from_is_gone(draft: Home) -> None:
    (draft.root / "inputs" / JUNE / "Special and AP heads June 2026.xlsx").unlink()
    said = pack(draft, "status").output
    assert "Not as in the pack that lies in output/2026-06: Special and AP heads June 2026.xlsx, which is there no longer." in said


def test_an_edition_that_follows_the_pack_says_what_the_pack_is(approved: Home) -> None:
    done(approved, "build", "--edition", "hwb", "--format", "pdf")
    name = f"health-and-wellbeing-board-{JUNE}.pdf"
    assert [APPROVED in page for page in pages(approved, name)] == [True]
    change_a_return(approved)
    done(approved, "build", "--edition", "hwb", "--format", "pdf")
    assert ["Draft, not yet approved, version 1.1" in page for page in pages(approved, name)] == [True]


# ---------- taken back ----------


def test_an_approval_is_taken_back_only_when_that_is_said_twice(approved: Home) -> None:
    before = {p.name: p.read_bytes() for p in folder(approved).iterdir() if p.is_file()}
    said = done(approved, "withdraw", *TAKEN_BACK)
    assert "nothing has been changed yet: the approval of version 1.0 of June 2026, by Chair of RDG on 3 July 2026." in said
    assert {p.name: p.read_bytes() for p in folder(approved).iterdir() if p.is_file()} == before


def test_a_supplement_to_what_no_longer_holds_is_set_aside_with_it(approved: Home) -> None:
    sent = approved.inputs(JUNE) / "Capital and Sufficiency June 2026.xlsx"
    type_into(sent, "Milestones", {(8, "path_to_green"): "A second tender in June."})
    done(approved, "build", "--supplement", "--format", "word")
    assert (folder(approved) / f"supplement-{JUNE}.docx").exists()
    done(approved, "withdraw", *TAKEN_BACK, "--yes")
    assert not (folder(approved) / f"supplement-{JUNE}.docx").exists()
    assert (folder(approved) / f"supplement-{JUNE} (approval withdrawn).docx").exists()


@pytest.fixture
def taken_back(approved: Home) -> Home:
    """June with its approval withdrawn."""
    done(approved, "withdraw", *TAKEN_BACK, "--yes")
    return approved


def verified(home: Home) -> Result:
    return CliRunner().invoke(main, ["verify", "--home", str(home.root)])


def test_a_withdrawn_approval_leaves_its_seal_and_its_trace_and_the_archive_holds(taken_back: Home) -> None:
    assert not (folder(taken_back) / PDF).exists()
    assert (folder(taken_back) / f"assurance-pack-{JUNE} (approval withdrawn).pdf").exists()
    kept = json.loads((taken_back.root / "output" / "withdrawn" / "001.json").read_text())
    assert (kept["by"], kept["reason"], kept["approval"]) == ("Chair of RDG", "a figure was wrong", f"{JUNE}/sealed/v1.0")
    assert list(kept["follows"]) == [f"{JUNE}/sealed/v1.0"]
    result = verified(taken_back)
    assert result.exit_code == 0, result.output
    assert f"the approval of output/{JUNE}/sealed/v1.0 withdrawn by Chair of RDG" in result.output
    assert "Withdrawn by Chair of RDG" in pack(taken_back, "status").output
    assert (
        "built, not approved: the approval of version 1.0 was withdrawn"
        in CliRunner().invoke(main, ["months", "--home", str(taken_back.root)]).output
    )


def test_after_it_the_next_version_says_on_page_one_that_it_was_withdrawn_and_why(taken_back: Home) -> None:
    done(taken_back, "build", *BY_TYPST)
    front = " ".join(front_of(taken_back).split())
    assert "Draft, not yet approved, version 1.1" in front
    assert "the approval of version 1.0 was withdrawn by Chair of RDG" in front
    assert "(a figure was wrong)" in front
    done(taken_back, "approve", *BY)
    assert "Approved, version 1.1, by Chair of RDG on 3 July 2026" in front_of(taken_back)
    assert verified(taken_back).exit_code == 0


def test_where_two_approvals_were_withdrawn_page_one_names_both(taken_back: Home) -> None:
    done(taken_back, "build", *BY_TYPST)
    done(taken_back, "approve", *BY)
    done(taken_back, "withdraw", "--approval", "--by", "Vice chair", "--reason", "a second figure was wrong", "--yes")
    done(taken_back, "build", *BY_TYPST)
    front = " ".join(front_of(taken_back).split())
    assert "the approval of version 1.1 was withdrawn by Vice chair" in front
    assert "the approval of version 1.0 was withdrawn by Chair of RDG" in front


def test_what_was_withdrawn_before_the_version_that_holds_is_no_news(taken_back: Home) -> None:
    done(taken_back, "build", *BY_TYPST)
    done(taken_back, "approve", *BY)
    done(taken_back, "build", *BY_TYPST)
    assert "Approved, version 1.1, by Chair of RDG on 3 July 2026" in front_of(taken_back)


def test_a_withdrawal_that_is_taken_away_again_breaks_the_chain(taken_back: Home) -> None:
    done(taken_back, "build", *BY_TYPST)
    done(taken_back, "approve", *BY)
    (taken_back.root / "output" / "withdrawn" / "001.json").unlink()
    assert verified(taken_back).exit_code == 3


def test_where_nothing_is_approved_there_is_nothing_to_take_back(draft: Home) -> None:
    result = pack(draft, "withdraw", *TAKEN_BACK, "--yes")
    assert result.exit_code == 3
    assert "No version of June 2026 is approved" in result.output


def _refused(home: Home, change: Callable[[Path], object]) -> Result:
    change(folder(home) / "sealed" / "v1.0" / PDF)
    (folder(home) / PDF).unlink()
    return pack(home, "build")


def test_a_sealed_file_that_is_gone_in_both_places_is_named_and_nothing_takes_its_place(approved: Home) -> None:
    result = _refused(approved, lambda path: path.write_bytes(b"other"))
    assert result.exit_code == 3
    assert f"{PDF} in output/{JUNE}/sealed/v1.0 is not as it was sealed." in result.output
