"""Section 3: progress against Reform Plan milestones, as reported by RDG.

Source: “Progress against Reform Plan milestones (reported by the Reform Delivery Group)” (Board: Assurance, reporting and information flow).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....english import in_words, lower_first, many, number, sentence, upper_first
from ....meanings import MilestoneStatus
from ....position.confidence import OVERALL
from ....position.milestones import MilestonesPosition, WorkspaceWords
from ....position.names import STRETCH
from ....position.plan import NO_RETURN, NO_UPDATE, NOT_STATED, MilestoneStanding
from ....position.whole import Position
from ....settings import Settings
from ....short_names import short_name
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, plain, runs
from ...phrases import late_words, no_return, since_name, some, stated, stopped
from ...section import Fates, Section
from ..decisions.powers import parameter
from .changes import changes, few, silent
from .exceptions import exceptions_table
from .plan import plan_note, plan_table
from .progress import confidence_table

KEY = "milestones"
TITLE = "Progress against {board.plan_in_brief} milestones"
NAMED = 5
"""Milestones that a sentence has by their names."""


def write(position: Position, settings: Settings) -> Section:
    """Confidence and impact by plan priority, what changed and lies ahead; then the plan on a page, what is late, why, and the way back."""
    part, title = position.milestones, settings.worded(TITLE)
    blocks: tuple[Block, ...] = (
        Heading(2, title, anchor=KEY),
        Paragraph(runs(_lead(part, since_name(position), settings)), style="lead"),
        *_confidence(position, settings),
        *changes(part, settings),
        *silent(part, since_name(position)),
        *_ahead(part, settings),
        *_families(part),
        *_plan(position, settings),
        *_exceptions(position, settings),
        *_workspaces(part),
    )
    return Section(KEY, title, blocks, tuple(_fates(part).all))


# ---------- what changed ----------


def _lead(part: MilestonesPosition, since: str, settings: Settings) -> str:
    if not part.standings:
        return "No milestone was reported this month." if part.whole else "What became of the milestones is not known."
    said = [_moves(part, since), _standing(part, since, settings)]
    for what, names in (
        ("No return was", [w.name for w in part.workspaces if not w.came]),
        ("The milestones were not", [w.name for w in part.workspaces if w.came and w.lacks]),
    ):
        if names:
            said.append(f"{what} received from {in_words(names, 'and from')}.")
    return " ".join(s for s in said if s)


def _moves(part: MilestonesPosition, since: str) -> str:
    """What became of milestones since last time, each kind in a clause."""
    if not since:
        return "There is no earlier pack to compare with."
    clauses: list[str] = []
    for count, done in ((len(part.completed), "completed"), (part.fell, "fell a grade or more"), (part.rose, "recovered")):
        if count:
            verb = f"{'was' if count == 1 else 'were'} {done}" if done == "completed" else done
            clauses.append(f"{number(count) if clauses else many(count, 'milestone')} {verb}")
    if not clauses and not part.whole:
        return ""
    return f"Since {since}, {in_words(clauses) or 'no milestone was completed, fell or recovered'}."


def _standing(part: MilestonesPosition, since: str, settings: Settings) -> str:
    count, total = part.all.at("at_risk", "off_track"), part.all.total
    verb = "are" if count > 1 else "is"
    before = (
        f", against {number(part.exceptions_before) if part.exceptions_before else 'none'} in {since}"
        if part.exceptions_before is not None and since
        else ""
    )
    unknown = _without_status(part, NO_RETURN, NO_UPDATE, NOT_STATED)
    late = in_words(late_words(settings), "or")
    if not part.whole:
        known = f"{number(count)} of {total} {verb} known to be {late}{before}" if count else ""
        return sentence(known, unknown, f"how many {'more ' if count else ''}are {late} is not known")
    known_to_be, gone = (" known to be", _gone(part, since)) if part.gone else ("", "")
    return sentence(f"{number(count) if count else 'none'} of {total} {verb}{known_to_be} {late}{before}", unknown, gone)


def _gone(part: MilestonesPosition, since: str) -> str:
    """How many went without a word: what became of them nobody knows."""
    count = len(part.gone)
    return f"{number(count)} more, open in {since}, {'is' if count == 1 else 'are'} not in this month’s returns"


def _without_status(part: MilestonesPosition, *meanings: str) -> str:
    """How many have no status this month, and of how many one was sent that is in question; nothing where all have one."""
    asked = len(part.questioned)
    count = part.all.at(*meanings) - asked
    none = f"{number(count)} {'has' if count == 1 else 'have'} no status this month" if count else ""
    return in_words(filter(None, (none, f"the status of {number(asked)} is in question" if asked else "")))


# ---------- confidence, progress, exceptions ----------


def _confidence(position: Position, settings: Settings) -> Iterator[Block]:
    part = position.milestones
    if not part.confirmed:
        said = (
            Text("Delivery confidence: ", strong=True),
            no_return(),
            Text(" from RDG. Its last judgement is not shown as if it were this month’s."),
        )
        yield Paragraph(said, number="*", anchor="confidence")
        return
    yield confidence_table(position, settings)


def _plan(position: Position, settings: Settings) -> Iterator[Block]:
    if position.milestones.standings:
        yield plan_table(position, settings)
        yield plan_note(position, settings)


def _exceptions(position: Position, settings: Settings) -> Iterator[Block]:
    part = position.milestones
    share = part.exceptions
    if not share.total:
        if part.standings:
            silent = _without_status(part, NO_UPDATE, NOT_STATED)
            none = f"None is known to be: {silent}." if silent else "No milestone is."
            heading = Text(f"{upper_first(in_words(late_words(settings), 'or'))}. ", strong=True)
            yield Paragraph(runs(heading, none if part.whole else "How many are is not known."), number="*")
        return
    yield exceptions_table(position, settings)
    beyond = parameter(settings.parameters.slip, plain(some(s.id for s in position.milestones.beyond)))
    note: list[Run] = [Text(beyond)] if beyond else []
    if share.left_out:
        late = sum(line.standing.meaning == "off_track" for line in share.left_out)
        counts = zip((late, len(share.left_out) - late), late_words(settings), strict=True)
        kinds = [f"{number(n)} {word}" for n, word in counts if n]
        note += [
            Text(f"{' ' if note else ''}Not shown: {in_words(kinds)}, "),
            *some(line.standing.id for line in share.left_out),
            Text("; all are in the data book."),
        ]
    if note:
        yield Paragraph(tuple(note), style="note")


# ---------- what lies ahead, and for whom ----------


def _ahead(part: MilestonesPosition, settings: Settings) -> Iterator[Block]:
    out: list[Run] = [Text("Forward look. ", strong=True)]
    if part.falling_due:
        due = f"{many(len(part.falling_due), 'milestone').capitalize()} {'falls' if len(part.falling_due) == 1 else 'fall'} due in {part.next_month.short}: "
        out += [Text(due), *_with_their_names(part.falling_due), Text(". ")]
    elif part.standings:
        none = f"No milestone is forecast for {part.next_month.short}. "
        out.append(Text(none if part.whole else f"What is forecast for {part.next_month.short} is not known. "))
    if part.past_forecast:
        verb = "has" if len(part.past_forecast) == 1 else "have"
        done = lower_first(settings.printed(MilestoneStatus.COMPLETE))
        out += [
            Text(
                f"{many(len(part.past_forecast), 'milestone').capitalize()} {verb} passed the forecast date and {'is' if verb == 'has' else 'are'} not {done}: "
            )
        ]
        out += [*_with_their_names(part.past_forecast), Text(". ")]
    for line in part.confidence:
        if line.forward and line.about == OVERALL:
            out.append(Text(f"RDG expects: {stopped(line.forward)} "))
    if len(out) > 1:
        yield Paragraph(tuple(out), number="*", anchor="forward-look")


def _with_their_names(standings: Sequence[MilestoneStanding]) -> Runs:
    """Milestones by ID and short name; of many the IDs alone, with the rest counted."""
    if len(standings) > NAMED:
        return some(s.id for s in standings)
    out: list[Run] = []
    for standing in standings:
        name = short_name(standing.row.title or "", stretch=STRETCH)
        out += [*((Text("; "),) if out else ()), Ref(standing.id), Text(f" {name}" if name else "", quiet=True)]
    return tuple(out)


def _families(part: MilestonesPosition) -> Iterator[Block]:
    if not part.families.total:
        return
    some_of = f" ({len(part.families.shown)} of {part.families.total} shown)" if part.families.left_out else ""
    out: list[Run] = [Text(f"What this means for families{some_of}. ", strong=True)]
    for standing in part.families.shown:
        name = short_name(standing.row.title or "", stretch=STRETCH)
        said = (standing.row.for_families or "").rstrip().removesuffix(".")
        out += [Text(f"{said} ("), Ref(standing.id), Text(f", {name}). " if name else "). ")]
    yield Paragraph(tuple(out), number="*", anchor="for-families")


def _workspaces(part: MilestonesPosition) -> Iterator[Block]:
    """Where RDG sent nothing, what the Workspaces say stands in its place; otherwise RDG speaks for delivery."""
    if part.confirmed or not any(w.cover and w.cover.headline for w in part.workspaces):
        return
    yield Table(
        caption="What each Workspace says of its month",
        columns=(TableColumn(runs("Workspace"), 1), TableColumn(runs("In its own words"), 11)),
        rows=tuple(_workspace(w) for w in part.workspaces),
        summary="The headline of each Workspace’s return, in the order of the terms of reference.",
        anchor="workspaces",
    )


def _workspace(words: WorkspaceWords) -> TableRow:
    said: Runs = stated(words.cover.headline if words.cover else "") if words.came else (no_return("No return received"),)
    return TableRow((TableCell((Text(words.name, strong=True),), (words.cover.ref,) if words.cover else ()), TableCell(said)))


def _fates(part: MilestonesPosition) -> Fates:
    fates = Fates(KEY)
    exceptional = [line.standing for line in part.exceptions.shown]
    described = (standing for kind in (part.completed, part.differing, part.paused, part.withdrawn) for standing in few(kind))
    planned = (line.standing for group in part.plan for line in group.lines)
    named = (*planned, *exceptional, *described, *part.families.shown)
    printed = {s.row.at for s in named}
    for standing in part.returned:
        (fates.printed if standing.row.at in printed else fates.summarised)(standing.row)
    judged = {s.judgement.at for s in named if s.judgement and s.differs}
    for judgement in part.judgements:
        (fates.printed if judgement.at in judged else fates.summarised)(judgement)
    lines = {line.row.at for line in part.confidence if line.row}
    for row in part.confidence_rows:
        (fates.printed if row.at in lines else fates.summarised)(row)
    covers = [w.cover for w in part.workspaces if w.cover and w.cover.headline]
    if part.confirmed:
        fates.summarised(*covers, why="RDG’s headline speaks for delivery; each Workspace’s is in RDG’s edition and the data book")
    else:
        fates.printed(*covers)
    return fates
