"""What a build says of itself when it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..document.editions import EDITIONS
from ..document.editions.reading_age import TARGET, ReadingAge
from ..english import counted, in_words, lower_first
from ..model import Month, Sender, day
from ..model.problem import Severity
from ..returns.received import ReceiptState
from .compare import change_line
from .ending import Built
from .formats import STOOD_IN
from .lay_down import EDITED
from .say import ProblemPrinted, missing_line, tally


def built_lines(built: Built) -> list[str]:
    """Where the files are, what is in them, what was kept back from their reader, and what to do next."""
    edition, case = built.edition, built.understood.case
    return [
        f"{case.settings.worded(edition.title)} for {case.settings.month_read(case.month)}; for {case.settings.worded(edition.reader)}, version {built.standing.version}",
        *(f"  {path}" for path in built.files),
        *_what_version(built),
        *_what_is_in_it(built),
        *_what_is_outstanding(built),
        *_what_was_set_aside(built),
        *reading_lines(built.issue.readings),
        *_what_to_do_next(built),
    ]


def _what_version(built: Built) -> Iterator[str]:
    standing = built.standing
    if not built.edition.keeps_record:
        return
    if standing.approval:
        by = f"{standing.approval.by} on {day(standing.approval.day)}"
        edited = " Its Word file was edited by hand, and is kept so." if standing.approval.edited else ""
        yield f"Nothing has changed since version {standing.version}, approved by {by}: no new version was made.{edited}"
    elif standing.after:
        before = standing.after
        held = f"was approved by {before.by} on {day(before.day)}, and lies in {before.folder}" if not before.damage else "is damaged"
        yield f"Version {before.version} {held}. This is a draft of version {standing.version} until that is approved. What it changes:"
        yield from (f"  {line}" for line in (*standing.notes, *map(change_line, standing.changes.everything)))


def _what_is_in_it(built: Built) -> Iterator[str]:
    if built.pages is not None:
        in_word = " in the PDF, and about as many in Word" if any(path.suffix == ".docx" for path in built.files) else ""
        yield f"  {counted(built.pages, 'page')}{in_word}{f'; {_account(built.account)}' if built.edition.keeps_record else '.'}"
    if built.instead_of:
        yield STOOD_IN
    if built.unread:
        yield built.unread
    if built.understood.reconstructed:
        names = ", ".join(r.month.name for r in built.understood.reconstructed)
        yield f"Read and recorded first, because there was no record: {names}."


def _what_is_outstanding(built: Built) -> Iterator[str]:
    understood, case = built.understood, built.understood.case
    yield from understood.damaged
    if missing := missing_line(case.returns.missing, case.settings):
        yield missing
    if understood.outstanding:
        yield f"Outstanding: {tally(understood.outstanding)}. “pack check --month {case.month}” lists them."
    if understood.withheld:
        yield f"Withheld because they may identify a child: {counted(len(understood.withheld), 'cell')}."
    for why in dict.fromkeys(h.why for h in built.issue.held):
        refs = list(dict.fromkeys(h.ref for h in built.issue.held if h.why == why))
        yield f"Not printed, because it {'was withheld' if why == 'withheld' else why}: {', '.join(refs)}."


def _what_was_set_aside(built: Built) -> Iterator[str]:
    for name in built.set_aside:
        why = "it was edited after it was built, and is kept as it was" if f"({EDITED}" in name else "it is of an earlier build"
        yield f"Set aside as {name}: {why}."
    yield from _how_to_approve_the_edited(built)


def _how_to_approve_the_edited(built: Built) -> Iterator[str]:
    """Both ways stay open: the edited Word file that was set aside can still be the one that is approved."""
    word = next((n for n in built.set_aside if f"({EDITED}" in n and n.endswith(".docx")), "")
    if not word or not built.edition.keeps_record:
        return
    month = built.understood.case.month
    approve = f'pack approve --month {month} --by ROLE --edited "{built.folder / word}"'
    if built.unchanged:
        yield f"Version {built.standing.version} stays approved. To have the edited file approved in its place: pack withdraw --month {month} --approval, then pack build --month {month}, then {approve}."
    else:
        yield f"To approve what you edited in place of this build: {approve}."


def _what_to_do_next(built: Built) -> Iterator[str]:
    month, most = built.understood.case.month, built.edition.pages(built.understood.settings) or 0
    if built.over:
        yield (
            f"It should have {counted(most, 'page')}{' or fewer' if most > 1 else ''}. The longest section is “{built.over}”: "
            "ask for shorter entries, or lower its budget in pack.toml."
        )
    if built.outdated:
        names = in_words(lower_first(built.understood.settings.worded(EDITIONS[key].title)) for key in built.outdated)
        again = " and ".join(f"--edition {key}" for key in built.outdated)
        yield f"Made from earlier returns, and still in the folder: {names}. Build again with {again}."
    if built.edition.once_approved and not built.standing.approval:
        yield f"The Board pack for {month.name} is not approved as these returns stand. Send this out when it is."
    undated = [r.file for r in built.understood.case.returns.receipts if r.file and not r.received and r.state is not ReceiptState.REFUSED]
    if built.edition.keeps_record and undated:
        yield f"Not yet noted on which day it came: {in_words(undated)}. Run pack status --month {month}, which notes today, then build again before you approve."
    if built.edition.keeps_record:
        yield "Send out the pack and the data book, not their folder: the record in it holds what the pack leaves out."
    if built.cannot_draw:
        yield from ("", built.cannot_draw, "Whatever else was asked for is written. Open the Word file and save it as PDF.")


def reading_lines(readings: tuple[ReadingAge, ...]) -> list[str]:
    """``Reading age: the front page 10, what this means for families 9 (12 or under is the aim).`` It stops nothing."""
    told = [f"{r.part} {r.age}" for r in readings if r.age is not None]
    if not told:
        return []
    hard = [r.part for r in readings if r.over]
    lines = [f"Reading age: {', '.join(told)} ({TARGET} or under is the aim)."]
    if hard:
        lines.append(f"  Harder than it should be: {in_words(hard)}. Shorter sentences and everyday words bring it down.")
    return lines


def _account(fates: Mapping[str, int]) -> str:
    """``612 rows read: 120 printed, 480 summarised, 12 held back.``"""
    parts = [f"{count} {fate}" for fate, count in fates.items() if count]
    return f"{counted(sum(fates.values()), 'row')} read{': ' if parts else ''}{', '.join(parts)}."


@dataclass(frozen=True)
class HeldPrinted:
    """A row kept back from the reader of an edition, and why."""

    item: str
    why: str


@dataclass(frozen=True)
class BuildPrinted:
    """The same for another program. Only the edition that keeps the record accounts for every row: `crosswalk` is how many were read and
    what became of them. `reading_age` is by part of the document; `problems` counts by severity, `details` has each."""

    month: Month
    edition: str
    version: str
    approved: bool
    unchanged: bool
    changes: tuple[str, ...]
    exit_code: int
    files: tuple[str, ...]
    pages: int | None
    reading_age: dict[str, int | None]
    held: tuple[HeldPrinted, ...]
    outdated: tuple[str, ...]
    set_aside: tuple[str, ...]
    damaged: tuple[str, ...]
    missing: tuple[Sender, ...]
    problems: dict[Severity, int]
    details: tuple[ProblemPrinted, ...]
    crosswalk: dict[str, int] | None


def built_data(built: Built) -> BuildPrinted:
    """What was built, for another program."""
    understood, verdicts = built.understood, built.understood.verdicts
    return BuildPrinted(
        month=understood.case.month,
        edition=built.edition.key,
        version=built.standing.version,
        approved=built.standing.approval is not None,
        unchanged=built.unchanged,
        changes=tuple(built.standing.lines),
        exit_code=built.exit_code,
        files=tuple(str(p) for p in built.files),
        pages=built.pages,
        reading_age={r.part: r.age for r in built.issue.readings},
        held=tuple(HeldPrinted(h.ref, h.why) for h in built.issue.held),
        outdated=built.outdated,
        set_aside=built.set_aside,
        damaged=understood.damaged,
        missing=tuple(r.sender for r in understood.case.returns.missing),
        problems={s: len(verdicts.of(s)) for s in Severity},
        details=tuple(map(ProblemPrinted.of, verdicts.problems)),
        crosswalk={"read": sum(built.account.values()), **built.account} if built.edition.keeps_record else None,
    )
