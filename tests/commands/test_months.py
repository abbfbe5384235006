"""What “the month” is: the month the returns speak for, with the meeting that reads it beside it, everywhere."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import icalendar
import openpyxl
import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.commands.board_calendar import calendar_of
from assurance_pack.commands.months import current, no_meeting
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def test_the_months_are_listed_with_their_meeting_their_dates_and_their_state(sample_home: Home) -> None:
    said = run(sample_home, "months").output
    june = next(line for line in said.splitlines() if line.startswith("2026-06"))
    assert re.split(r"\s{2,}", june) == [
        "2026-06",
        "30 June 2026",
        "30 June 2026 to 3 July 2026",
        "8 July 2026",
        "16 July 2026",
        "12 files in",
    ]
    assert next(line for line in said.splitlines() if line.startswith("2026-07")).endswith("not begun")


def test_one_month_is_shown_alone_and_one_without_a_meeting_is_answered_with_the_nearest(home: Home) -> None:
    alone = run(home, "months", "--month", "2026-06").output
    assert [line.split()[0] for line in alone.splitlines() if line.startswith("20")] == ["2026-06"]
    none = run(home, "months", "--month", "2026-08")
    assert none.exit_code == 2
    assert "its month is --month 2026-07" in none.output


def test_the_plan_of_a_meeting_that_is_past_says_where_it_stands(sample_home: Home) -> None:
    assert run(sample_home, "months", "--plan", "--month", "2026-04").output.startswith(
        "That meeting is past: what fell due at it stands in its pack."
    )


def test_the_months_are_given_to_another_program(home: Home) -> None:
    months = json.loads(run(home, "months", "--json").output)
    assert (months[2]["month"], months[2]["meeting"], months[2]["position"]) == ("2026-06", "2026-07-16", "2026-06-30")


def test_what_falls_due_is_listed_under_the_first_meeting_on_or_after_its_day(sample_home: Home) -> None:
    parts = re.split(r"\n(?=The Board of|After the last)", run(sample_home, "months", "--plan").output)
    august = next(p for p in parts if p.startswith("The Board of 19 August 2026, on July 2026"))
    assert "31 July 2026       D-003" in august
    later = next(p for p in parts if p.startswith("After the last meeting in pack.toml"))
    assert "Of the Board: last reviewed in May 2026, due in May 2027" in later
    assert "D-004" in later


def test_the_month_of_a_meeting_is_answered_with_the_month_it_reads(settings: Settings) -> None:
    said = no_meeting(settings, Month("2026-08"))
    assert "The Board that meets on 19 August 2026 reads July 2026, so its month is --month 2026-07." in said
    assert 'add to pack.toml: [[meetings]] month = "2026-08", date = the day it meets, position = 2026-08-31' in said


def test_a_month_no_meeting_reads_is_answered_with_the_nearest(home: Home) -> None:
    result = run(home, "status", "--month", "2027-03")
    assert result.exit_code == 2
    assert "the Board of 19 August 2026 reads July 2026: --month 2026-07" in result.output


@pytest.mark.parametrize("command", ["status", "check", "chase", "forms"])
def test_every_command_says_the_meeting_beside_the_month(command: str, sample_home: Home) -> None:
    first = run(sample_home, command, "--month", "2026-06").output.splitlines()[0]
    assert "June 2026, read by the Board of 16 July 2026" in first


def test_every_form_says_when_the_board_reads_it(home: Home) -> None:
    run(home, "forms", "--month", "2026-07")
    for path in sorted((home.output(Month("2026-07")) / "forms").glob("*.xlsx")):
        sheet = openpyxl.load_workbook(path).worksheets[0]
        said = " ".join(str(c.value) for line in sheet.iter_rows(max_row=3) for c in line if c.value)
        assert "19 August 2026" in said, path.name


def test_nothing_calls_it_the_month_of_the_meeting() -> None:
    files = [
        p
        for folder in ("assurance_pack", "docs", "README.md")
        for p in ([ROOT / folder] if (ROOT / folder).is_file() else (ROOT / folder).rglob("*"))
    ]
    said = [p.name for p in files if p.suffix in (".py", ".md", ".toml") and "month of the Board meeting" in p.read_text(encoding="utf-8")]
    assert said == []


# ---------- the calendar ----------


def test_the_calendar_holds_every_meeting_and_deadline_on_its_day(home: Home) -> None:
    result = run(home, "calendar")
    assert result.exit_code == 0
    read = icalendar.Calendar.from_ical((home.root / "output" / "board-calendar.ics").read_bytes())
    events = {str(e["uid"]): e for e in read.walk("VEVENT")}
    assert len(events) == 4 * 5
    meeting = events["2026-06-meeting@coventry-send-ap-partnership-board"]
    assert (meeting.decoded("dtstart"), str(meeting["summary"])) == (
        date(2026, 7, 16),
        "Coventry SEND & AP Partnership Board meets, on June 2026",
    )
    due = events["2026-06-due-20260630@coventry-send-ap-partnership-board"]
    assert "Workspace return" in str(due["summary"])


def test_the_same_settings_give_the_same_calendar_on_any_day(settings: Settings) -> None:
    assert calendar_of(settings) == calendar_of(settings)
    stamps = set(re.findall(rb"DTSTAMP:(\d+)T", calendar_of(settings)))
    assert stamps == {b"20260430", b"20260531", b"20260630", b"20260731"}


# ---------- where the month stands ----------


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 5, 1), "2026-04"), (date(2026, 7, 16), "2026-06"), (date(2026, 7, 17), "2026-07"), (date(2027, 1, 1), "2026-07")],
)
def test_the_month_being_worked_on_is_that_of_the_next_meeting(today: date, month: str, settings: Settings) -> None:
    assert current(settings, today) == month


def test_pack_alone_says_where_the_month_stands_and_what_to_do(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home.root)
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 0
    assert "0 of 9 returns are here." in result.output
    assert re.search(r"Next: pack forms --month 2026-\d\d writes the forms to send out\.", result.output)


def test_pack_alone_where_there_is_no_folder_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [])
    assert "Next: pack init --ask" in result.output
    assert "Usage:" in result.output
