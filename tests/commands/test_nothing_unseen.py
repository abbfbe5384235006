"""After an approval every single change through a workbook, a Word form, a file or `pack.toml` is named; and nothing is where nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.commands.standing import Standing, standing_of
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import understand
from assurance_pack.render.archive import unzipped, zipped
from assurance_pack.settings_file import load

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
CAPITAL, RDG, LOG = "Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "Board log June 2026.xlsx"
SENCO, COLLEGE, FORUM = "SENCo network June.xlsx", "College concern June 2026.xlsx", "PCF June.docx"
Act = Callable[[Path], None]


def pack(home: Home, command: str, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [command, "--month", JUNE, "--home", str(home.root), *arguments])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """June, approved."""
    root = tmp_path_factory.mktemp("sealed")
    shutil.copy(ROOT / "pack.toml", root)
    shutil.copytree(ROOT / "inputs", root / "inputs")
    pack(Home(root), "build", "--format", "word")
    pack(Home(root), "approve", "--by", "Chair of RDG", "--without-pdf", "a test")
    return Home(root)


@pytest.fixture
def home(sealed: Home, tmp_path: Path) -> Home:
    shutil.copytree(sealed.root, tmp_path / "home")
    return Home(tmp_path / "home")


def stands(home: Home) -> Standing:
    return standing_of(home, JUNE, understand(home, JUNE, load(home.settings_file)))


def to(file: str, sheet: str, row: str, column: str, value: object) -> Act:
    """Type into one cell of a workbook: the row by what stands in it, the column by its hidden key."""

    def act(inputs: Path) -> None:
        book = openpyxl.load_workbook(inputs / file)
        page = book[sheet]
        keys = {str(c.value).partition(";")[0]: c.column for c in page[3]}
        line = next(r for r in page.iter_rows(min_row=5) if any(str(c.value).startswith(row) for c in r))
        line[keys[column] - 1].value = value  # type: ignore[assignment]
        book.save(inputs / file)

    return act


def at(file: str, sheet: str, cell: str, value: object) -> Act:
    """Type into one cell by its place."""

    def act(inputs: Path) -> None:
        book = openpyxl.load_workbook(inputs / file)
        book[sheet][cell].value = value
        book.save(inputs / file)

    return act


def headline(file: str, value: str) -> Act:
    def act(inputs: Path) -> None:
        book = openpyxl.load_workbook(inputs / file)
        next(r for r in book["Start here"].iter_rows() if r[0].value == "headline")[2].value = value
        book.save(inputs / file)

    return act


def emptied(file: str, sheet: str, row: str) -> Act:
    """Take a row off a register, as somebody does who clears its cells."""

    def act(inputs: Path) -> None:
        book = openpyxl.load_workbook(inputs / file)
        for cell in next(r for r in book[sheet].iter_rows(min_row=5) if any(c.value == row for c in r)):
            cell.value = None
        book.save(inputs / file)

    return act


def families_say(inputs: Path) -> None:
    parts = unzipped((inputs / FORUM).read_bytes())
    words = parts["word/document.xml"]
    assert b"Nobody rings back." in words
    parts["word/document.xml"] = words.replace(b"Nobody rings back.", b"Nobody rings back. Still not.")
    (inputs / FORUM).write_bytes(zipped(parts))


def came_earlier(inputs: Path) -> None:
    received = inputs / "received.csv"
    received.write_text(received.read_text().replace("2026-06-26", "2026-06-25", 1))


def setting(before: str, after: str) -> Act:
    def act(inputs: Path) -> None:
        toml = inputs.parents[1] / "pack.toml"
        assert before in toml.read_text()
        toml.write_text(toml.read_text().replace(before, after, 1))

    return act


SINGLE = {
    "a milestone's forecast": (to(CAPITAL, "Milestones", "M-CAP-007", "forecast", date(2027, 2, 22)), "M-CAP-007 Forecast now"),
    "what was done on a milestone": (to(CAPITAL, "Milestones", "M-CAP-001", "progress", "All six are full."), "M-CAP-001 Progress this month"),
    "who leads a milestone": (to(CAPITAL, "Milestones", "M-CAP-001", "lead", "Head of Estates"), "M-CAP-001 Action lead (role)"),
    "the likelihood of a risk": (to(CAPITAL, "Risks", "R-CAP-004", "likelihood", 3), "R-CAP-004 Score"),
    "the controls of a risk": (to(CAPITAL, "Risks", "R-CAP-004", "controls", "Looked at weekly."), "R-CAP-004 Controls and mitigation"),
    "a risk that left": (emptied(CAPITAL, "Risks", "R-CAP-002"), "R-CAP-002 risk no longer there"),
    "a QA finding's words": (to(CAPITAL, "QA findings", "Q-CAP-001", "finding", "Another reading of it."), "Q-CAP-001 Finding"),
    "a figure": (at(CAPITAL, "Indicators", "F5", 62), "May 2026 Value"),
    "a note on a figure": (at(CAPITAL, "Indicators", "I5", "Counted anew."), "May 2026 Note"),
    "a Workspace's headline": (headline(CAPITAL, "Places will be late."), "Capital and Sufficiency, cover Headline"),
    "RDG's headline": (headline(RDG, "Another headline."), "Reform Delivery Group, cover Headline"),
    "RDG's reason for its confidence": (to(RDG, "Confidence", "Overall", "reason", "Because places are late."), "Overall Reason now"),
    "what RDG advises": (at(RDG, "Advise and assure", "B5", "Call-backs are mended."), "Reform Delivery Group, statement Statement"),
    "an answer to a prompt": (at(RDG, "Prompts", "D5", "We asked again."), "AP401:T12,M-QDD-003 Explanation"),
    "an answer to an ask": (to(RDG, "You said, we did", "V-PCF-2026-05-ask", "did", "It is published."), "V-PCF-2026-05-ask We did"),
    "a confirmed theme": (at(RDG, "Themes", "E9", "Travel assistance"), "V-SEN-2026-06-working, theme suggestion Confirmed theme"),
    "an answer to a challenge": (to(CAPITAL, "Challenges to answer", "C-012", "response", "They will not."), "C-012, challenge Response"),
    "words of a network of schools": (at(SENCO, "Your words", "C9", "The bases are full."), "SENCo network, voice return What is working?"),
    "words of families in a Word form": (families_say, "Parent Carer Forum, voice return What is not working?"),
    "what a partner asks": (at(COLLEGE, "Concerns", "E5", "Decisions by 1 August."), "P-COL-2026-06-1 What you ask"),
    "an action of the log": (to(LOG, "Actions", "A-031", "update", "Nearly there."), "A-031 Update"),
    "the reason of a waiver": (at(LOG, "Waivers", "C5", "The programme runs on."), "Board log, waiver Reason"),
    "a return that left": (lambda inputs: (inputs / COLLEGE).unlink(), "Return of Further education college no longer there"),
    "the day a return came": (came_earlier, "Return of"),
    "a setting": (setting("prompts = 12", "prompts = 11"), "pack.toml › limits prompts: 12 → 11"),
    "a word of a list": (setting('"At risk"', '"At some risk"'), "pack.toml › lists"),
}  # fmt: skip


@pytest.mark.parametrize("what", SINGLE)
def test_a_single_change_after_an_approval_is_named(home: Home, what: str) -> None:
    act, named = SINGLE[what]
    act(home.inputs(JUNE))
    found = stands(home)
    assert found.approval is None
    assert found.version == "1.1"
    assert named in "\n".join(found.lines), found.lines


def test_where_nothing_changed_no_version_is_made(home: Home) -> None:
    found = stands(home)
    assert (found.version, found.changes.everything, found.notes) == ("1.0", (), ())
    assert found.approval is not None


def test_a_workbook_that_was_only_saved_again_is_no_change(home: Home) -> None:
    path = home.inputs(JUNE) / CAPITAL
    before = path.read_bytes()
    openpyxl.load_workbook(path).save(path)
    assert path.read_bytes() != before
    assert stands(home).approval is not None


def test_a_count_of_people_is_not_repeated(home: Home) -> None:
    """``C9`` holds 611 of 1797: the figure is 34%, and the counts stay where they are."""
    at("Commissioning and Workforce June 2026.xlsx", "Indicators", "C9", 600)(home.inputs(JUNE))
    (found,) = stands(home).changes.everything
    assert (found.column, found.before, found.after) == ("numerator", "34%", "33%")
