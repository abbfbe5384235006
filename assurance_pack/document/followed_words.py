"""What became of a decision, in words: what shows it, its condition, and that a risk is accepted, on what and until when."""

from __future__ import annotations

from datetime import date

from ..english import lower_first, many, short_day, upper_first
from ..model import Month
from ..position.followed import Condition, Course, Followed, TellingItem
from .blocks.runs import Ref, Run, Runs, Text
from .indicator_words import figure

COURSES = {
    Course.OFF: "Off course",
    Course.NOT_YET: "Not yet met",
    Course.UNKNOWN: "Not known",
    Course.NO_MEASURE: "No measure given",
    Course.ON: "On course",
}


UNCLEAR = "What is to be measured is not whole in the log, or cannot be read."


def course(line: Followed) -> str:
    """The one word: ``Off course``; of a decision that has ended, what the log says came of it."""
    return line.row.status.text if line.course is Course.ENDED and line.row.status else COURSES[line.course]


def stands(line: Followed, at: date, *, beside_what_is_required: bool = False) -> Runs:
    """Where it stands: the one word, then what says so; what was required is not said again where it stands beside it."""
    out: list[Run] = [Text(f"{course(line)}.", strong=True)]
    if line.condition:
        out.append(Text(f" {condition_now(line.condition, at, required=beside_what_is_required and bool(line.row.outcome))}"))
    if line.unclear:
        out.append(Text(f" {UNCLEAR}"))
    for shown in line.shown:
        out += [Text(" "), Ref(shown.ref, target=shown.ref), Text(f": {_item(shown, at)}.")]
    if line.untold:
        due = f"Its outcome was due {short_day(line.row.due, at)}" if line.row.due else "Its group has ended"
        out.append(Text(f" {due}: nothing is said of it."))
    if line.day_asked:
        out.append(Text(" A day it rests on is asked about.", strong=True))
    if line.overdue and line.row.due:
        out.append(Text(f" Its day, {short_day(line.row.due, at)}, has passed."))
    return tuple(out)


def _item(shown: TellingItem, at: date) -> str:
    if shown.course is Course.UNKNOWN:
        return f"{lower_first(shown.status.text)}, no forecast" if shown.status else "no update this month"
    said = [lower_first(shown.status.text)] if shown.status else []
    if shown.score:
        said.append(f"score {shown.score}")
    if shown.when:
        said.append(short_day(shown.when, at))
    late = f", {many(shown.late, 'day')} after what was required" if shown.late else ""
    return f"{', '.join(said) or 'not stated'}{late}"


def wanted(condition: Condition, at: date) -> str:
    """What a condition asks: ``Psychologist posts vacant below 20% by 30 September``; without a day, in every period."""
    name = condition.indicator.in_short
    when = f"by {short_day(condition.by, at)}" if condition.by else "in every period"
    return f"{name} {lower_first(condition.comparator.text)} {figure(condition.value, condition.indicator)} {when}"


def condition_now(condition: Condition, at: date, *, required: bool) -> str:
    """The newest figure beside what is wanted, and the one the Board had when it decided; `required`: what is wanted stands beside it in the log's words."""
    if required:
        return f"{condition.indicator.in_short}: {_measured(condition).removeprefix('now ')}."
    return f"{wanted(condition, at)}: {_measured(condition)}."


def _measured(condition: Condition) -> str:
    newest, then = condition.newest, condition.then
    if newest is None or newest.value is None:
        return "no figure was reported"
    now = f"{figure(newest.value, condition.indicator)} in {Month.of(newest.period).short}"
    before = f"; {figure(then.value, condition.indicator)} when decided" if then and then.value is not None and then != newest else ""
    return f"now {now}{before}"


def accepted(line: Followed, at: date) -> Runs:
    """That the Board accepted a system risk: by which decision, until when, on what condition, and whether that is kept."""
    row = line.row
    until = f" to {short_day(row.due, at)}" if row.due else ", with no end stated"
    start = (Text("Accepted by the Board ("), Ref(row.ref, target=row.ref))
    if line.condition:
        return (
            *start,
            Text(
                f"){until}, on condition: {lower_first(wanted(line.condition, at))}. {upper_first(_measured(line.condition))}. {COURSES[line.condition.course]}."
            ),
        )
    if row.outcome:
        return (
            *start,
            Text(
                f"){until}, on condition: {lower_first(row.outcome).rstrip('.')} ({'its measure cannot be read' if line.unclear else 'no measure given'})."
            ),
        )
    return (*start, Text(f"){until}, on no condition."))


def accepted_beside(line: Followed, at: date) -> Runs:
    """The same beside a risk's controls: what its condition is stands in section 9; where none can be followed, what is not known."""
    if not line.condition:
        return accepted(line, at)
    row = line.row
    until = f" to {short_day(row.due, at)}" if row.due else ", with no end stated"
    words = f"){until}; its condition is {lower_first(COURSES[line.condition.course])} (section 9)."
    return (Text("Accepted by the Board ("), Ref(row.ref, target=row.ref), Text(words))


def accepted_briefly(line: Followed, at: date) -> str:
    """The same in a few words, where there is room for few: ``accepted to 30 September, condition off course``."""
    until = f" to {short_day(line.row.due, at)}" if line.row.due else ""
    state = f", condition {lower_first(COURSES[line.condition.course])}" if line.condition else ""
    return f"accepted{until}{state}"
