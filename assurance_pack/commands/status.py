"""`pack status`: the returns register of a month, the next deadline, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..intake.deadlines import due, working_days_before
from ..model import Month, Severity, counted, day, in_words
from ..pipeline import Understood
from ..record.seal import Seal, sealed_versions
from ..returns.received import Receipt, ReceiptState
from ..settings import Home, Settings


@dataclass(frozen=True)
class Line:
    """One return: what became of it, and how many problems stand in it."""

    receipt: Receipt
    name: str
    errors: int
    warnings: int

    @property
    def state(self) -> str:
        """As printed: ``received, 2 working days late``."""
        late = self.receipt.days_late
        if self.receipt.counts and late:
            return f"{self.receipt.state}, {counted(late, 'working day')} late"
        return str(self.receipt.state)


@dataclass(frozen=True)
class Register:
    """The returns register of a month."""

    month: Month
    lines: tuple[Line, ...]
    deadlines: tuple[tuple[date, str], ...]
    circulate: date | None
    sealed: tuple[Seal, ...]


def register(home: Home, understood: Understood) -> Register:
    """The register of a month that has been checked."""
    case = understood.case
    lines = tuple(_line(r, understood) for r in case.returns.receipts)
    deadlines: dict[date, list[str]] = {}
    for sender in case.settings.expected:
        by = due(case.settings, case.month, sender.partition(":")[0])
        if by:
            deadlines.setdefault(by, []).append(case.settings.sender_name(sender))
    meeting = case.settings.meeting(case.month)
    circulate = working_days_before(meeting.date, case.settings.deadlines.circulate, case.settings.deadlines) if meeting else None
    in_order = tuple((when, in_words(names)) for when, names in sorted(deadlines.items()))
    return Register(case.month, lines, in_order, circulate, sealed_versions(home, case.month))


def _line(receipt: Receipt, understood: Understood) -> Line:
    about = [p for p in understood.verdicts.problems if p.sender and p.sender == receipt.sender] if receipt.counts else []
    errors = sum(p.severity is Severity.ERROR for p in about)
    warnings = sum(p.severity is Severity.WARNING for p in about)
    name = understood.settings.sender_name(receipt.sender) if receipt.sender else receipt.file
    return Line(receipt, name, errors, warnings)


def register_lines(found: Register, settings: Settings, today: date) -> Iterator[str]:
    """The register as it reads in a terminal.

    `today` only chooses which deadline comes next; nothing is late by it.
    """
    width = max((len(line.name) for line in found.lines), default=10)
    yield f"Returns for {found.month.name}"
    for line in found.lines:
        r = line.receipt
        came = f", {day(r.received)}" if r.received and r.counts else ""
        problems = [counted(line.errors, "error")] * bool(line.errors) + [counted(line.warnings, "warning")] * bool(line.warnings)
        file = f"  {r.file}" if r.file and r.sender else ""
        print_ = f"  {r.sha256[:12]}" if r.sha256 else ""
        yield f"  {line.name:<{width}}  {line.state}{came}{'; ' + in_words(problems) if problems else ''}{file}{print_}"
        if r.note:
            yield f"  {'':<{width}}  {r.note}"
    yield ""
    coming = next(((when, names) for when, names in found.deadlines if when >= today), None)
    if coming:
        yield f"Next deadline: {day(coming[0])}, {coming[1]}."
    if found.circulate:
        yield f"The pack goes out by {day(found.circulate)}."
    for sealed in found.sealed:
        altered = f" ALTERED SINCE: {in_words(sealed.tampered)}. Restore it from a copy." if sealed.tampered else ""
        yield f"Version {sealed.version} was approved by {sealed.by} on {sealed.on[:10]}.{altered}"
    yield f"Next: {next_step(found)}"


def next_step(found: Register) -> str:
    """What to do next, in one sentence."""
    month = found.month
    absent = [line.name for line in found.lines if line.receipt.sender and line.receipt.state in _ABSENT]
    if any(s.tampered for s in found.sealed):
        return "a sealed file has been altered; restore it before anything else."
    if any(line.errors for line in found.lines):
        return f"pack check --month {month} shows what to mend and marks the returns; pack chase --month {month} writes to their owners."
    if absent:
        return f"pack chase --month {month} writes to {in_words(absent)}. You can build at any time: what is missing is said in the pack."
    if not found.sealed:
        return f"everything is in. pack brief --month {month} for RDG, then pack build --month {month}."
    return "approved. A later build makes the next version, with a note of what changed."


_ABSENT = (ReceiptState.MISSING, ReceiptState.NOT_FILLED_IN, ReceiptState.REFUSED)


def register_data(found: Register) -> dict[str, Any]:
    """The same for another program."""
    return {
        "month": found.month,
        "returns": [
            {**line.receipt.model_dump(mode="json", exclude_none=True), "name": line.name, "errors": line.errors, "warnings": line.warnings}
            for line in found.lines
        ],
        "deadlines": [{"date": when, "returns": names} for when, names in found.deadlines],
        "circulate": found.circulate,
        "sealed": [{"version": s.version, "by": s.by, "on": s.on, "altered": list(s.tampered)} for s in found.sealed],
    }
