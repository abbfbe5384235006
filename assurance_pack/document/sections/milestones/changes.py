"""What became of milestones since last time in words, and what nothing was said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ....assess.small_numbers import IN_QUESTION
from ....english import lower_first, many
from ....meanings import MilestoneStatus
from ....position.milestones import MilestonesPosition
from ....position.plan import MilestoneStanding
from ....rules.movement.promise import Reworded
from ....settings import Settings
from ...blocks import Block, Paragraph
from ...blocks.runs import Ref, Run, Runs, Text
from ...phrases import NO_TITLE, no_return, some, stopped
from .exceptions import status_words

DESCRIBED = 4
"""Milestones completed, paused or withdrawn that are described."""


REWORDED = 2
"""Milestones that promise something else than last time whose words are given, then and now."""
COLUMNS = {"title": "", "success": "success measure ", "baseline": "baseline "}


def few(standings: Sequence[MilestoneStanding]) -> Sequence[MilestoneStanding]:
    """Those that are described: all of a few, two of many; the rest are named or counted."""
    return standings if len(standings) <= DESCRIBED else standings[: DESCRIBED // 2]


def changes(part: MilestonesPosition, settings: Settings) -> Iterator[Block]:
    """What was completed, where RDG's word is not the Workspace's, what is paused or withdrawn."""
    if part.completed:
        said = (_completed(s) for s in few(part.completed))
        yield _described("Completed. ", part.completed, [run for runs_of_one in said for run in runs_of_one])
    if part.reworded:
        said = (_reworded(s, found) for s, found in part.reworded[:REWORDED])
        out = [run for one in said for run in one]
        if rest := [s.id for s, _ in part.reworded[REWORDED:]]:
            out += [Text("Also: "), *some(rest), Text(", in the data book.")]
        yield Paragraph((Text("Reworded. ", strong=True), *out), number="*", anchor="reworded")
    shown = {line.standing.id for line in part.exceptions.shown}
    differing = [s for s in part.differing if s.id not in shown]
    if differing:
        yield _described("RDG judges differently. ", differing, list(_differing(few(differing), settings)))
    for meaning, standings in ((MilestoneStatus.PAUSED, part.paused), (MilestoneStatus.WITHDRAWN, part.withdrawn)):
        if standings:
            yield _described(f"{settings.printed(meaning)}. ", standings, list(_reasons(few(standings))))


def _described(heading: str, standings: Sequence[MilestoneStanding], said: list[Run]) -> Paragraph:
    """A few of them in words; the rest by ID or count, and whole in the data book."""
    rest = [s.id for s in standings[len(few(standings)) :]]
    if rest:
        said += [Text("Also: "), *some(rest), Text(", in the data book.")]
    return Paragraph((Text(heading, strong=True), *said), number="*")


def _completed(standing: MilestoneStanding) -> Runs:
    cited = "" if standing.row.evidence else "no evidence is cited"
    said = "; ".join(part for part in (_whose_word(standing) if standing.differs else "as reported" if cited else "", cited) if part)
    return (Ref(standing.id), Text(f", {_plain(standing.row.title)}{f' ({said})' if said else ''}. "))


def _whose_word(standing: MilestoneStanding) -> str:
    """That it is complete by RDG's judgement, and what its Workspace reports."""
    reports = f"reports it {lower_first(standing.reported.text)}" if standing.reported else "gives no update"
    return f"as RDG judges; its Workspace {reports}"


def _reworded(standing: MilestoneStanding, found: Iterable[Reworded]) -> Runs:
    """What it was and what it is now, each in its own words."""
    said = "; ".join(f"{COLUMNS[one.column]}was {_marked(one.column, one.was)}, now {_marked(one.column, one.now)}" for one in found)
    return (Ref(standing.id), Text(f": {said}. "))


def _marked(column: str, words: str) -> str:
    return words if column == "baseline" else f"“{words.rstrip('.')}”"


def _differing(standings: Iterable[MilestoneStanding], settings: Settings) -> Iterator[Run]:
    for standing in standings:
        yield Ref(standing.id)
        yield Text(": ")
        yield from status_words(standing, settings)
        reason = standing.judgement.reason if standing.judgement else ""
        yield Text(f". {stopped(reason)} " if reason else ". ")


def _reasons(standings: Iterable[MilestoneStanding]) -> Iterator[Run]:
    for standing in standings:
        row = standing.row
        why = row.path_to_green or row.progress
        reference = f" ({row.reference})" if row.reference else ""
        yield Ref(standing.id)
        yield Text(
            f", {_plain(row.title)}{reference}: {stopped(lower_first(why))} "
            if why
            else f", {_plain(row.title)}{reference}; no reason stated. "
        )


def silent(part: MilestonesPosition, since: str) -> Iterator[Block]:
    """What nothing was said of: never shown at its last status."""
    for heading, refs in (
        (f"No update since {since}. " if since else "No update. ", [s.id for s in part.not_reviewed]),
        ("Status not stated. ", [s.id for s in part.not_stated if not s.row.in_question("status")]),
        (f"Status in question, {IN_QUESTION}. ", [s.id for s in part.questioned]),
        (f"Open in {since} and not in this month’s returns. ", [m.ref for m in part.gone]),
    ):
        if refs:
            yield Paragraph((Text(heading, strong=True), *some(refs), Text(f" ({many(len(refs), 'milestone')}).")), number="*")
    for words in part.workspaces:
        if words.unreported:
            verb = "has" if len(words.unreported) == 1 else "have"
            said = f" from {words.name}: its {many(len(words.unreported), 'open milestone')} {verb} no status this month ("
            nothing = no_return("Milestones not received" if words.lacks else "No return received")
            yield Paragraph((nothing, Text(said), *some(s.id for s in words.unreported), Text(").")), number="*")


def _plain(title: str | None) -> str:
    return lower_first((title or NO_TITLE).rstrip("."))
