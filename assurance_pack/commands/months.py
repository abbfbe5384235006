"""`pack months`: the months, each with its meeting, its dates and how far it has come; what falls due at which meeting; and what to say of a month without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..calendar import CIRCULATE, due
from ..english import counted, in_words
from ..home import Home
from ..model import Month, day
from ..pipeline import earlier_records
from ..record.damage import RecordProblem
from ..record.manifest import read_manifest
from ..record.month import Record
from ..record.seal import sealed_versions, standing_approval
from ..returns.board_log import Action, Decision, WaiverRow
from ..returns.rdg import TaskAndFinishGroup
from ..senders import expected_senders
from ..settings import Settings
from ..settings.board import Meeting

MOST_NEAREST = 2


@dataclass(frozen=True)
class MonthLine:
    """One month: the meeting that reads it, the days its returns are due and the pack goes out, and how far it has come."""

    month: Month
    meeting: date
    position: date
    first_due: date | None
    last_due: date | None
    circulate: date | None
    state: str


def month_lines(home: Home, settings: Settings, only: Month | None = None) -> tuple[MonthLine, ...]:
    """Every month of `pack.toml`, earliest first; or the one that is asked for."""
    return tuple(_month_line(home, settings, m) for m in sorted(settings.meetings, key=lambda m: m.month) if only in (None, m.month))


def _month_line(home: Home, settings: Settings, meeting: Meeting) -> MonthLine:
    month = meeting.month
    days = sorted(d for kind in {s.kind for s in expected_senders(settings)} if (d := due(settings, month, kind)))
    return MonthLine(
        month, meeting.date, meeting.position, days[0] if days else None, days[-1] if days else None, due(settings, month, CIRCULATE),
        state_of(home, month),
    )  # fmt: skip


def state_of(home: Home, month: Month) -> str:
    """How far a month has come, as its folders show."""
    if approved := standing_approval(home, month):
        return f"approved, version {approved.version}"
    try:
        built = read_manifest(home.output(month), month)
    except RecordProblem:
        return "built; its record is damaged"
    if built and not built.reconstructed:
        taken_back = sealed_versions(home, month)
        return (
            f"built, not approved: the approval of version {taken_back[-1].version} was withdrawn" if taken_back else "built, not approved"
        )
    folder = home.inputs(month)
    came = (
        [p for p in folder.iterdir() if p.is_file() and p.name != "received.csv" and not p.name.startswith((".", "~"))]
        if folder.is_dir()
        else []
    )
    if came:
        return f"{counted(len(came), 'file')} in"
    return "forms issued" if (home.output(month) / "forms").is_dir() else "not begun"


def shown_months(lines: Iterable[MonthLine]) -> Iterator[str]:
    """The months as they read in a terminal."""
    table = [("Month", "Returns speak for", "Forms due", "Pack goes out", "Board meets", "State")]
    table += [(line.month, _day(line.position), _dues(line), _day(line.circulate), _day(line.meeting), line.state) for line in lines]
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        yield "  ".join(f"{said:<{width}}" for said, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield "The month is the one the returns speak for. The Board meets after it: that day stands beside it, and --month always names the month."


def _day(value: date | None) -> str:
    return day(value) if value else "–"


def _dues(line: MonthLine) -> str:
    if line.first_due == line.last_due or not line.first_due or not line.last_due:
        return _day(line.first_due)
    return f"{day(line.first_due)} to {day(line.last_due)}"


# ---------- a month without a meeting ----------


def no_meeting(settings: Settings, month: Month) -> str:
    """What to say of a month that is not in `pack.toml`: the nearest meetings, and the lines that would add it."""
    nearest = sorted(settings.meetings, key=lambda m: (abs(month.after(m.month)), m.month))[:MOST_NEAREST]
    others = "; ".join(
        f"the Board of {day(m.date)} reads {m.month.name}: --month {m.month}" for m in sorted(nearest, key=lambda m: m.month)
    )
    meant = next((m for m in settings.meetings if Month.of(m.date) == month), None)
    first = f"The Board that meets on {day(meant.date)} reads {meant.month.name}, so its month is --month {meant.month}. " if meant else ""
    return (
        f"pack.toml sets no meeting that reads {month.name}. {first}Nearest: {others}. If there is a Board that reads {month.name}, add to pack.toml: "
        f'[[meetings]] month = "{month}", date = the day it meets, position = {month.last_day}; each on its own line.'
    )


# ---------- what falls due ----------


@dataclass(frozen=True)
class FallsDue:
    """One thing that falls due: its day, its ID or what it is, and what it asks."""

    day: date
    about: str
    says: str


def forward_plan(home: Home, settings: Settings) -> tuple[tuple[Meeting | None, tuple[FallsDue, ...]], ...]:
    """What falls due at which meeting: the first that is on or after its day; with no meeting, what falls due after the last in `pack.toml`."""
    after = Month(max([*(m.month for m in settings.meetings), *home.months_with_returns])).plus(1)
    history = earlier_records(home, after, settings).history
    found = sorted({*_from_records(history), *_reviews(settings)}, key=lambda f: (f.day, f.about))
    meetings = sorted(settings.meetings, key=lambda m: m.date)
    last = history[-1].position if history else None
    coming = [m for m in meetings if last is None or m.position >= last]
    falls: dict[Meeting | None, list[FallsDue]] = {m: [] for m in coming}
    for one in found:
        falls.setdefault(next((m for m in coming if m.date >= one.day), None), []).append(one)
    return tuple((meeting, tuple(of)) for meeting, of in falls.items())


def _from_records(history: tuple[Record, ...]) -> Iterator[FallsDue]:
    """What the newest month holds that is still to come to its day."""
    if not history:
        return
    returns = history[-1].returns
    for d in returns.of(Decision):
        falls = d.due or d.by or (d.deferred_to.last_day if d.deferred_to else None)
        if falls and not d.closed:
            yield FallsDue(falls, d.ref, (d.outcome if d.decided else f"Put off: {d.item}") or d.decision or "")
    for a in returns.of(Action):
        if a.due and not a.closed:
            yield FallsDue(a.due, a.ref, a.action or "")
    for g in returns.of(TaskAndFinishGroup):
        if g.ends and not g.closed:
            yield FallsDue(g.ends, g.ref, f"{g.name or 'A Task & Finish Group'} ends")
    for w in returns.of(WaiverRow):
        if w.until:
            yield FallsDue(w.until, w.rule or "A waiver", f"The waiver at {w.place} runs out")


def _reviews(settings: Settings) -> Iterator[FallsDue]:
    """“Reviewed annually, or sooner if required”."""
    for review in settings.board.reviews:
        yield FallsDue(
            review.due.last_day,
            "Terms of reference",
            f"Of the {review.body}: last reviewed in {review.last.name}, due in {review.due.name}",
        )


def plan_lines(plan: Iterable[tuple[Meeting | None, tuple[FallsDue, ...]]]) -> Iterator[str]:
    """The forward plan as it reads in a terminal."""
    plan = tuple(plan)
    if not plan:
        yield "That meeting is past: what fell due at it stands in its pack. “pack months --plan” has what is to come."
    for meeting, falls in plan:
        yield f"The Board of {day(meeting.date)}, on {meeting.month.name}" if meeting else "After the last meeting in pack.toml"
        if not falls:
            yield "  Nothing falls due."
        width = max((len(f.about) for f in falls), default=0)
        for one in falls:
            yield f"  {day(one.day):<17}  {one.about:<{width}}  {' '.join(one.says.split())}"
        yield ""


@dataclass(frozen=True)
class MeetingPlanPrinted:
    """What falls due at one meeting, for another program; neither meeting nor month for what falls due after the last in `pack.toml`."""

    meeting: date | None
    month: Month | None
    falls_due: tuple[FallsDue, ...]


def plan_data(plan: Iterable[tuple[Meeting | None, tuple[FallsDue, ...]]]) -> list[MeetingPlanPrinted]:
    """The forward plan for another program."""
    return [MeetingPlanPrinted(m.date if m else None, m.month if m else None, falls) for m, falls in plan]


def current(settings: Settings, today: date) -> Month:
    """The month that is being worked on: that of the next meeting; after the last one in `pack.toml`, of that."""
    ordered = sorted(settings.meetings, key=lambda m: m.date)
    return next((m.month for m in ordered if m.date >= today), ordered[-1].month)


def senders_due(settings: Settings, month: Month) -> tuple[tuple[date, str], ...]:
    """The days returns are due for a month, and whose: groups and partners by the name of their kind."""
    from ..returns import RETURNS

    by_day: dict[date, list[str]] = {}
    for kind in RETURNS:
        when = due(settings, month, kind.key)
        if when and kind.senders(settings):
            by_day.setdefault(when, []).append(kind.title.lower() if kind.voice else settings.worded(kind.title))
    return tuple((when, in_words(names)) for when, names in sorted(by_day.items()))
