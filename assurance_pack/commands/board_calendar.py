"""`pack calendar`: the deadlines and meetings as a calendar file (.ics) that Outlook and other calendars take in. The same bytes for the same `pack.toml`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from ..calendar import CIRCULATE, due
from ..home import Home
from ..record.writing import write_whole
from ..settings import Settings
from ..settings.board import Meeting
from .months import senders_due

NAME = "board-calendar.ics"


def write_calendar(home: Home, settings: Settings) -> Path:
    """Write the calendar into the output folder.

    Raises:
        OSError: it cannot be written, or is open in another program.
    """
    path = home.root / "output" / NAME
    write_whole(path, calendar_of(settings))
    return path


def calendar_of(settings: Settings) -> bytes:
    """Every deadline and meeting, each a whole day. What stood in an earlier file under the same name is replaced by it, not doubled."""
    calendar = Calendar()
    calendar.add("prodid", "-//assurance-pack//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", settings.board.name)
    for meeting in sorted(settings.meetings, key=lambda m: m.month):
        month = meeting.month
        for when, whose in senders_due(settings, month):
            calendar.add_component(_event(settings, meeting, f"due-{when:%Y%m%d}", when, f"Due: {whose}, for {month.name}"))
        goes_out = due(settings, month, CIRCULATE)
        if goes_out:
            calendar.add_component(_event(settings, meeting, "circulate", goes_out, f"The pack of {month.name} goes out"))
        calendar.add_component(_event(settings, meeting, "meeting", meeting.date, f"{settings.board.name} meets, on {month.name}"))
    return bytes(calendar.to_ical())


def _event(settings: Settings, meeting: Meeting, what: str, when: date, summary: str) -> Event:
    event = Event()
    event.add("uid", f"{meeting.month}-{what}@{_in_an_address(settings.board.name)}")
    event.add("dtstamp", datetime.combine(meeting.position, time(), UTC))  # never the day it is written: the same file is the same bytes
    event.add("dtstart", when)
    event.add("dtend", when + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", f"The returns speak for {meeting.month.name}. pack status --month {meeting.month}")
    event.add("transp", "TRANSPARENT")
    return event


def _in_an_address(name: str) -> str:
    """A name as an address can have it: ``coventry-send-ap-partnership-board``."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "board"
