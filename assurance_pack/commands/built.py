"""What a build says of itself when it is done."""

from __future__ import annotations

from typing import Any

from ..document.crosswalk import Crosswalk
from ..document.editions import EDITIONS, HWB, PUBLIC
from ..document.editions.reading_age import TARGET, Reading
from ..english import counted, in_words
from ..model import Severity
from .build import Built
from .edition import Made
from .say import missing_line, problem_data, tally


def built_lines(built: Built) -> list[str]:
    """Where the files are, what is in them, and what to do next."""
    understood = built.understood
    case = understood.case
    lines = [f"Board pack for {case.month.name}, version {built.version}"]
    lines += [f"  {path}" for path in built.files]
    if built.pages is not None:
        lines.append(f"  {counted(built.pages, 'page')}; {_account(built.crosswalk)}")
    if understood.reconstructed:
        names = ", ".join(r.month.name for r in understood.reconstructed)
        lines.append(f"Read and recorded first, because there was no record: {names}.")
    if missing := missing_line(case.returns.missing, case.settings):
        lines.append(missing)
    if understood.verdicts.problems:
        lines.append(f"Outstanding: {tally(understood.verdicts.problems)}. “pack check --month {case.month}” lists them.")
    if understood.withheld:
        lines.append(f"Withheld because they may identify a child: {counted(len(understood.withheld), 'cell')}.")
    if built.over:
        lines.append(
            f"The pack is longer than it should be. The longest section is “{built.over}”: ask for shorter entries, or lower its budget in pack.toml."
        )
    lines += reading_lines(built.readings)
    if built.outdated:
        names = in_words(EDITIONS[key].title.lower() if key != "rdg" else "brief for RDG" for key in built.outdated)
        again = " and ".join(f"--edition {key}" for key in built.outdated)
        lines.append(f"Made from earlier returns, and still in the folder: {names}. Build again with {again}.")
    if built.cannot_draw:
        lines += ["", built.cannot_draw, "Word, data book and record are written. Open the Word file and save it as PDF."]
    return lines


def reading_lines(readings: tuple[Reading, ...]) -> list[str]:
    """``Reading age: the front page 10, what this means for families 9 (12 or under is the aim).`` It stops nothing."""
    told = [f"{r.part} {r.age}" for r in readings if r.age is not None]
    if not told:
        return []
    hard = [r.part for r in readings if r.over]
    lines = [f"Reading age: {', '.join(told)} ({TARGET} or under is the aim)."]
    if hard:
        lines.append(f"  Harder than it should be: {in_words(hard)}. Shorter sentences and everyday words bring it down.")
    return lines


def made_lines(made: Made) -> list[str]:
    """Where an edition's files are, what was kept back from its reader, and what to do next."""
    case = made.understood.case
    lines = [f"{made.edition.title} for {case.month.name}, for {made.edition.reader}, version {made.version}"]
    lines += [f"  {path}" for path in made.files]
    if made.pages is not None:
        lines.append(f"  {counted(made.pages, 'page')}.")
    if made.over:
        lines.append(f"It should have {counted(made.edition.pages or 0, 'page')}: ask for shorter entries.")
    if missing := missing_line(case.returns.missing, case.settings):
        lines.append(missing)
    for why in dict.fromkeys(h.why for h in made.held):
        refs = list(dict.fromkeys(h.ref for h in made.held if h.why == why))
        lines.append(f"Not printed, because it {'was withheld' if why == 'withheld' else why}: {', '.join(refs)}.")
    lines += reading_lines(made.readings)
    if made.edition in (HWB, PUBLIC) and not made.approved:
        lines.append(f"The Board pack for {case.month.name} is not approved as these returns stand. Send this out when it is.")
    if made.cannot_draw:
        lines += ["", made.cannot_draw, "Whatever else was asked for is written. Open the Word file and save it as PDF."]
    return lines


def made_data(made: Made) -> dict[str, Any]:
    """The same for another program."""
    verdicts = made.understood.verdicts
    return {
        "month": made.understood.case.month,
        "edition": made.edition.key,
        "version": made.version,
        "approved": made.approved,
        "exit_code": made.exit_code,
        "files": [str(p) for p in made.files],
        "pages": made.pages,
        "missing": [r.sender for r in made.understood.case.returns.missing],
        "problems": {s.value: len(verdicts.of(s)) for s in Severity},
        "held": [{"item": h.ref, "why": h.why} for h in made.held],
        "reading_age": {r.part: r.age for r in made.readings},
    }


def _account(crosswalk: Crosswalk) -> str:
    """``612 rows read: 120 printed, 480 summarised, 12 held back``."""
    parts = [f"{count} {fate}" for fate, count in crosswalk.counts.items() if count]
    return f"{counted(crosswalk.read, 'row')} read{': ' if parts else ''}{', '.join(parts)}."


def built_data(built: Built) -> dict[str, Any]:
    """The same for another program."""
    verdicts = built.understood.verdicts
    return {
        "month": built.understood.case.month,
        "version": built.version,
        "exit_code": built.exit_code,
        "files": [str(p) for p in built.files],
        "pages": built.pages,
        "reading_age": {r.part: r.age for r in built.readings},
        "outdated": list(built.outdated),
        "missing": [r.sender for r in built.understood.case.returns.missing],
        "problems": {s.value: len(verdicts.of(s)) for s in Severity},
        "details": [problem_data(p) for p in verdicts.problems],
        "crosswalk": {"read": built.crosswalk.read, **built.crosswalk.counts},
    }
