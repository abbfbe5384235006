"""AP142 to AP146 and AP163: whether each date can be read, in one way and as the day that was meant. One that cannot is “not stated”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.fault import FaultKind
from ...model.problem import Severity
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, in_column, meant, quoted, say

_ONE_WAY = "A date is read in one way or not at all: nothing is guessed."


@rule(
    "AP142", "A date is written as a date", severity=Severity.ERROR, because=_ONE_WAY,
    example="“early autumn” in “Forecast now” is not a date.",
)  # fmt: skip
def not_a_date(case: Case) -> Iterator[Found]:
    """Write day, month and year, for example 30/06/2026 or 30 June 2026."""
    for fault, sender in faults(case, FaultKind.NOT_A_DATE):
        month = "Write the month and the year, for example June 2026." if fault.expected else ""
        yield found(fault, sender, lambda f: f"{quoted(f.seen)}{in_column(f)} is not {f.expected or 'a date'}.", month)


@rule(
    "AP143", "A date exists", severity=Severity.ERROR, because=_ONE_WAY,
    example="“31/06/2026” in “Forecast now” is not a day: June 2026 has 30 days.",
)  # fmt: skip
def impossible_date(case: Case) -> Iterator[Found]:
    """Correct the day, the month or the year."""
    yield from say(case, FaultKind.IMPOSSIBLE_DATE, lambda f: f"{quoted(f.seen)}{in_column(f)} is not a day: {f.expected}.")


@rule(
    "AP144", "A date has the day before the month", severity=Severity.ERROR, because=_ONE_WAY,
    example="“06/30/2026” in “Forecast now” has the month first. Did you mean “30 June 2026”?",
)  # fmt: skip
def us_date(case: Case) -> Iterator[Found]:
    """Write the day first, for example 30/06/2026. Look at the other dates of the file too: where day and month are both 12 or less, nobody can tell them apart."""
    yield from say(case, FaultKind.US_DATE, lambda f: f"{quoted(f.seen)}{in_column(f)} has the month first.{meant(f)}")


@rule(
    "AP145", "A date is kept as a date", severity=Severity.WARNING, because=_ONE_WAY,
    example="“46203” in “Forecast now” is Excel's number for a day: it was read as 30 June 2026.",
)  # fmt: skip
def date_as_number(case: Case) -> Iterator[Found]:
    """If the day is right, nothing has to be done; to see it in the form, format the cell as a date. If it is not, type the date again."""
    yield from say(
        case,
        FaultKind.DATE_AS_NUMBER,
        lambda f: f"{quoted(f.seen)}{in_column(f)} is Excel's number for a day: it was read as {f.suggestion}.",
    )


@rule(
    "AP146", "A date is known", severity=Severity.WARNING, because="“To be confirmed” is an answer, but not a date the Board can hold anyone to.",
    example="“Forecast now” is still to be confirmed (“TBC”).",
)  # fmt: skip
def date_to_be_confirmed(case: Case) -> Iterator[Found]:
    """Give your best date now and change it when you know better. Until then the day last reported stands where it decides what is late, and elsewhere “Not stated”."""
    yield from say(case, FaultKind.DATE_TO_BE_CONFIRMED, lambda f: f"{quoted(f.column)} is still to be confirmed ({quoted(f.seen)}).")


@rule(
    "AP163", "A return is received near its month", severity=Severity.WARNING, because="A mistyped year would make a return that came in time years late.",
    example="“26/06/2006” in “received” is years from June 2026, so the return has no date.",
)  # fmt: skip
def received_far_off(case: Case) -> Iterator[Found]:
    """Correct the day in `received.csv`. Until then nothing is said of whether the return was late."""
    yield from say(
        case, FaultKind.FAR_OFF, lambda f: f"{quoted(f.seen)}{in_column(f)} is years from {f.expected}, so the return has no date."
    )


RULES: tuple[Rule, ...] = (not_a_date, impossible_date, us_date, date_as_number, date_to_be_confirmed, received_far_off)
