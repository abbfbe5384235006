"""`pack status`: the returns register of a month, the next deadline, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..calendar import CIRCULATE, due, in_school_holiday
from ..english import counted, in_words
from ..home import Home
from ..model import Month, day
from ..model.problem import Severity
from ..pipeline import Understood
from ..record.damage import RecordProblem, restore
from ..record.manifest import Manifest, place_of, read_manifest
from ..record.seal import Seal, sealed_versions
from ..returns.received import Receipt, ReceiptState
from ..senders import due_from, expected_senders, sender_name
from ..settings import Settings
from .by_hand import ByHand, by_hand, by_hand_lines
from .months import no_meeting
from .nothing_read import nothing_read_now
from .standing import made_from


@dataclass(frozen=True)
class ReturnLine:
    """One return: what became of it, why if it does not count, and how many problems stand in it."""

    receipt: Receipt
    name: str
    errors: int
    warnings: int
    why: str = ""

    @property
    def state(self) -> str:
        """As printed: ``received 24 June 2026, 2 working days late``."""
        r = self.receipt
        when = f" {day(r.received)}" if r.received else ""
        late = f", {counted(r.days_late, 'working day')} late" if r.days_late else ""
        match r.state:
            case ReceiptState.RECEIVED:
                return f"received{when}{late}"
            case ReceiptState.NIL:
                return f"nil: nothing this month, received{when}{late}"
            case ReceiptState.MISSING if r.due:
                return f"missing, due {day(r.due)}"
        return str(r.state)

    @property
    def problems(self) -> str:
        """As printed: ``1 error and 3 warnings``; nothing where there is nothing to mend."""
        found = [counted(self.errors, "error")] * bool(self.errors) + [counted(self.warnings, "warning")] * bool(self.warnings)
        return in_words(found)


@dataclass(frozen=True)
class ReturnsRegister:
    """The returns register of a month."""

    month: Month
    lines: tuple[ReturnLine, ...]
    deadlines: tuple[tuple[date, str], ...]
    circulate: date | None
    sealed: tuple[Seal, ...]
    waivers: tuple[str, ...] = ()
    inputs: Path = Path()
    issued: bool = False
    built: bool = False
    damaged: tuple[str, ...] = ()
    by_hand: ByHand = field(default_factory=ByHand)
    nothing_read: str = ""
    """Why nothing can be read now though something was; empty where something can be, or never was."""
    newer: tuple[str, ...] = ()
    """What is not as in the pack that lies there: whose returns came or were changed since, which file is there no longer."""
    taken_away: tuple[str, ...] = ()
    """Files of that pack that a withdrawal took away whole."""

    @property
    def altered(self) -> bool:
        """Whether something sealed is no longer what it was."""
        return any(s.tampered or s.damage for s in self.sealed)


def register(home: Home, understood: Understood) -> ReturnsRegister:
    """The register of a month that has been checked."""
    case = understood.case
    lines = tuple(_return_line(r, understood) for r in case.returns.receipts)
    deadlines: dict[date, list[str]] = {}
    for sender in expected_senders(case.settings):
        by = due_from(sender, case.settings, case.month)
        if by:
            deadlines.setdefault(by, []).append(sender_name(sender, case.settings))
    in_order = tuple((when, in_words(names)) for when, names in sorted(deadlines.items()))
    expired = tuple(f"{w.rule} at {w.place}, on {day(w.until)}" for w in understood.verdicts.expired)
    sealed = sealed_versions(home, case.month)
    output, built = home.output(case.month), _last_build(home, case.month)
    return ReturnsRegister(
        case.month, lines, in_order, due(case.settings, case.month, CIRCULATE), sealed, expired,
        inputs=home.inputs(case.month), issued=(output / "forms").is_dir(), built=built is not None, damaged=understood.damaged,
        nothing_read=nothing_read_now(home, understood),
        by_hand=by_hand(output, built, sealed, case.settings) if built else ByHand(),
        taken_away=tuple(built.taken_away) if built else (), newer=_newer(understood, built) if built else (),
    )  # fmt: skip


def _last_build(home: Home, month: Month) -> Manifest | None:
    """The pack that lies there to be looked at, if any; a damaged manifest means it is to be built again."""
    try:
        manifest = read_manifest(home.output(month), month)
    except RecordProblem:
        return None
    return manifest if manifest and not manifest.reconstructed else None


def _newer(understood: Understood, built: Manifest) -> tuple[str, ...]:
    """What was not there when the pack was built, by whose it is, or by its name where it is no return; and files that were there and are gone."""
    now, then = made_from(understood), built.made_from
    receipts = (r for r in understood.case.returns.receipts if r.file and r.sha256 not in then.values())
    came = dict.fromkeys(sender_name(r.sender, understood.settings) if r.sender else r.file for r in receipts)
    gone = (f"{name}, which is there no longer" for name, digest in then.items() if name not in now and digest not in now.values())
    return (*came, *gone)


def _return_line(receipt: Receipt, understood: Understood) -> ReturnLine:
    problems = understood.verdicts.problems
    about = [p for p in problems if p.sender and p.sender == receipt.sender] if receipt.counts else []
    errors = sum(p.severity is Severity.ERROR for p in about)
    warnings = sum(p.severity is Severity.WARNING for p in about)
    name = sender_name(receipt.sender, understood.settings) if receipt.sender else "Not a return"
    mine = [p.sentence for p in problems if receipt.file and not receipt.counts and any(c.file == receipt.file for c in p.cells)]
    return ReturnLine(receipt, name, errors, warnings, mine[0] if mine else "")


def register_lines(found: ReturnsRegister, settings: Settings, today: date) -> Iterator[str]:
    """The register as it reads in a terminal.

    `today` only chooses which deadline comes next; nothing is late by it.
    """
    width = max((len(line.name) for line in found.lines), default=10)
    states = max((len(line.state) for line in found.lines), default=10)
    yield f"Returns for {settings.month_read(found.month)}"
    for line in found.lines:
        yield f"  {line.name:<{width}}  {line.state:<{states}}  {line.problems}".rstrip()
        if line.receipt.file:
            yield f"  {'':<{width}}  {line.receipt.file}  {line.receipt.sha256[:12]}"
        if line.why:
            yield f"  {'':<{width}}  {line.why}"
    yield ""
    yield from _calendar(found, settings, today)
    for waiver in found.waivers:
        yield f"A waiver has run out: {waiver}. Its problem is back."
    yield from found.damaged
    yield from map(_sealed_line, found.sealed)
    yield from by_hand_lines(found.month, found.by_hand)
    for name in found.taken_away:
        approved = next((s.version for s in reversed(found.sealed) if s.withdrawn is None), "")
        then = f" as part of the version after {approved}, which then waits to be approved" if approved else ""
        yield f"{name} was taken away whole by a withdrawal. pack build --month {found.month} makes it again, without what was withdrawn{then}."
    if found.nothing_read:
        yield f"As it looks now, nothing came; but {found.nothing_read}"
    elif found.newer:
        yield f"Not as in the pack that lies in output/{found.month}: {'; '.join(found.newer)}."
    yield f"Next: {next_step(found)}"


def _sealed_line(sealed: Seal) -> str:
    if sealed.damage:
        return f"{sealed.damage} {restore(place_of(sealed.folder))}"
    altered = f" Altered since: {in_words(sealed.tampered)}. Restore it from a copy." if sealed.tampered else ""
    alone = f" The Word file alone: {sealed.without_pdf}." if sealed.without_pdf else ""
    gone = f" Withdrawn by {sealed.withdrawn.by} on {sealed.withdrawn.day}: {sealed.withdrawn.reason}." if sealed.withdrawn else ""
    taken = f" Taken away by a withdrawal: {in_words(sealed.taken_away)}." if sealed.taken_away else ""
    if taken and any(name.endswith(".docx") for name in sealed.files):
        taken += f" Its Word file in {place_of(sealed.folder)} stands, without what was withdrawn: save that as PDF, and version {sealed.version} stays as approved."
    return f"Version {sealed.version} was approved by {sealed.by} on {day(sealed.day)}.{gone}{taken}{alone}{altered}"


def _calendar(found: ReturnsRegister, settings: Settings, today: date) -> Iterator[str]:
    coming = next(((when, names) for when, names in found.deadlines if when >= today), None)
    if coming:
        holiday = " It falls in the school holidays: groups and schools may need longer." if in_school_holiday(settings, coming[0]) else ""
        yield f"Next deadline: {coming[0]:%A} {day(coming[0])}, {coming[1]}.{holiday}"
    meeting = settings.meeting(found.month)
    if found.circulate and meeting:
        yield f"The pack goes out by {found.circulate:%A} {day(found.circulate)}; the Board meets on {day(meeting.date)}."
    elif not meeting:
        yield f"Nothing is due and nothing is late. {no_meeting(settings, found.month)}"


def next_step(found: ReturnsRegister) -> str:
    """What to do next, in one sentence."""
    month = found.month
    absent = [line.name for line in found.lines if line.receipt.sender and line.receipt.state in _ABSENT]
    if found.altered:
        return "a sealed file has been altered; restore it before anything else."
    if found.nothing_read:
        return f"put the returns back into {found.inputs}, then pack status --month {month}. Until then chase nobody."
    if not found.issued and not any(line.receipt.file for line in found.lines):
        return f"pack forms --month {month} writes the forms to send out."
    if any(line.errors for line in found.lines):
        return f"pack check --month {month} shows what to mend and marks the returns; pack chase --month {month} writes to their owners."
    if absent:
        names = in_words(absent) if len(absent) <= MOST_NAMES else f"{len(absent)} who have not returned theirs"
        return f"pack chase --month {month} writes to {names}. You can build at any time: what is missing is said in the pack."
    if not found.built:
        return f"everything is in. pack brief --month {month} for RDG, then pack build --month {month}."
    return _when_built(found)


def _when_built(found: ReturnsRegister) -> str:
    month = found.month
    if all(s.withdrawn for s in found.sealed):
        if found.sealed:
            return f"the approval was withdrawn. pack build --month {month} makes the next version; pack approve --month {month} --by ROLE seals it."
        if found.newer:
            return f"the returns have changed since the pack was built. pack build --month {month} makes it again; then pack approve --month {month} --by ROLE seals it."
        return f"the pack is built, from the returns that are here; pack approve --month {month} --by ROLE seals it."
    if found.newer:
        return f"the returns have changed since version {found.sealed[-1].version} was approved. pack build --month {month} makes the next version, with a note of what changed."
    return "approved. A later build makes the next version, with a note of what changed."


MOST_NAMES = 4
_ABSENT = (ReceiptState.MISSING, ReceiptState.NOT_FILLED_IN, ReceiptState.REFUSED)
