"""When each return is due: working days worked back from the meeting, by England's bank holidays.

The terms of reference set no deadlines; the offsets are `pack.toml`'s.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType

from .model import Month
from .settings import Settings
from .settings.board import Deadlines

CIRCULATE = "circulate"


BANK_HOLIDAYS = Path(__file__).with_name("bank_holidays.json")
"""England's bank holidays of the years around these, as the library of holidays knows them: written by `make docs`."""
YEARS = range(2024, 2034)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year, on the days they are kept."""
    return _listed().get(year) or by_the_library(year)


@cache
def _listed() -> dict[int, frozenset[date]]:
    listed = json.loads(BANK_HOLIDAYS.read_text(encoding="utf-8"))
    return {int(year): frozenset(map(date.fromisoformat, days)) for year, days in listed.items()}


def by_the_library(year: int) -> frozenset[date]:
    """The same, asked of the library that knows the holidays proclaimed."""
    import holidays  # here, because it takes longer to load than most commands to run

    with _no_other_country(Path(holidays.__file__).with_name("countries")):
        return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def bank_holidays_written() -> bytes:
    """The content of `BANK_HOLIDAYS`: a line for each year."""
    lines = ",\n".join(f'"{year}": {json.dumps(sorted(day.isoformat() for day in by_the_library(year)))}' for year in YEARS)
    return f"{{\n{lines}\n}}\n".encode()


@contextmanager
def _no_other_country(folder: Path) -> Iterator[None]:
    """Let one module be found in the folder of countries without loading the whole folder, which takes longer than all the rest."""
    name, bare = "holidays.countries", ModuleType("holidays.countries")
    bare.__path__ = [str(folder)]
    if sys.modules.setdefault(name, bare) is not bare:
        yield  # somebody has loaded it
        return
    try:
        yield
    finally:
        del sys.modules[name]


def is_working_day(day: date, deadlines: Deadlines) -> bool:
    """Whether offices are open: not a weekend, a bank holiday, or a day `pack.toml` adds."""
    return day.weekday() < 5 and day not in bank_holidays(day.year) and day not in deadlines.extra_bank_holidays


def working_days_before(day: date, count: int, deadlines: Deadlines) -> date:
    """The day so many working days before another."""
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day, deadlines)
    return day


def working_days_late(due: date, received: date, deadlines: Deadlines) -> int:
    """Working days from the day something was due to the day it came; 0 if it came in time."""
    days = (due + timedelta(days=n) for n in range(1, (received - due).days + 1))
    return sum(is_working_day(day, deadlines) for day in days)


def due(settings: Settings, month: Month, kind: str) -> date | None:
    """When returns of a kind are due for a month (`circulate`: when the pack goes out); None in a month without a meeting, or where nothing sets the days."""
    meeting, days = settings.meeting(month), settings.deadlines.working_days(kind)
    return working_days_before(meeting.date, days, settings.deadlines) if meeting and days is not None else None


def in_school_holiday(settings: Settings, day: date) -> bool:
    """Whether a day falls in a school holiday `pack.toml` names: a poor day to expect families and schools to answer by."""
    return any(first <= day <= last for first, last in settings.deadlines.school_holidays)


def position_date(settings: Settings, month: Month) -> date:
    """The day the returns speak for: set beside the meeting, else the last day of the month."""
    meeting = settings.meeting(month)
    return meeting.position if meeting else month.last_day
