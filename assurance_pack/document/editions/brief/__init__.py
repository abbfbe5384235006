"""RDG's working edition: what it is asked to answer, delivery in detail, what depends on what, what is stuck, what changed, who has met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....english import in_words, many, number, sentence, share_of, short_day
from ....model import Problem, day
from ....position import Position
from ....position.editions.brief import BriefPosition, DeliveryLine, MeetingLine, Overlap
from ....settings import Settings
from ...assemble import Front, meets
from ...blocks import Block, Break, Bullets, Heading, Paragraph, Ref, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ...phrases import graded, ids, missing, stated, stopped
from ...section import Section, in_order
from .answers import answers
from .changes import changes

TITLE = "Brief for the {rdg.name}"


def front(position: Position, settings: Settings, version: str) -> Front:
    """What this is for: a discussion, and answers."""
    board = settings.board
    marking = f"{board.marking} {board.handling}".strip()
    facts = (
        ("Marking", marking, 0.0), ("Board meets", meets(position), 4.0), ("Purpose", "Discussion, and answers to give", 3.5),
        ("Returns as at", day(position.at), 2.5), ("Version", version, 2.0),
    )  # fmt: skip
    return Front(facts, marking)


def sections(brief: BriefPosition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The six sections of the brief, in order; an empty one says so."""
    stuck = _listed(brief.stuck, "Nothing has stood still or slipped for three months.")
    written: tuple[tuple[str, str, Iterable[Block]], ...] = (
        ("answers", "What RDG is asked to answer", answers(brief)),
        ("delivery", "Delivery in detail", _delivery(brief, position, settings)),
        ("dependencies", "Dependencies, overlaps and duplicated risks", _dependencies(brief)),
        ("stuck", "What is stuck, or slips every month", stuck),
        ("changes", "Re-rated, moved and reworded", changes(brief)),
        ("meetings", "Returns and meetings", _meetings(brief)),
    )
    return in_order(Section(key, title, (Heading(2, title, anchor=key), *blocks)) for key, title, blocks in written)


# ---------- 2 delivery ----------


def _delivery(brief: BriefPosition, position: Position, settings: Settings) -> Iterator[Block]:
    total = len(brief.delivery)
    if not total:
        yield Paragraph(runs("No milestone is still to be delivered."), style="lead")
        return
    moved = f"since {brief.since} {number(brief.later) if brief.later else 'none'} moved later and {number(brief.sooner) if brief.sooner else 'none'} sooner"
    late = share_of(
        brief.past_baseline,
        total,
        "milestone",
        so=("is forecast past its baseline", "are forecast past their baseline"),
        not_so="is forecast by its baseline",
    )
    yield Paragraph(runs(sentence(late, moved if brief.since else "")), style="lead")
    change = f"Since {brief.since}" if brief.since else "Moved"
    yield Table(
        caption=f"Every milestone still to be delivered ({total}), by its forecast",
        columns=(
            TableColumn(runs("Milestone"), 0, "id"), TableColumn(runs("What it is, and what it waits for"), 4.6), TableColumn(runs("Status"), 2.8, "status"),
            TableColumn(runs("Forecast"), 2.4, "date"), TableColumn(runs("Days late"), 1, "number"), TableColumn(runs(change), 1.2, "number"),
        ),
        rows=tuple(_delivery_row(d, position, settings) for d in brief.delivery),
        summary="Each milestone with what it depends on, its status, its forecast, days past its baseline and days moved since the month before.",
        anchor="delivery-table",
        style="long",
    )  # fmt: skip
    yield Paragraph(runs("Days late: from the baseline to the forecast; a minus is early."), style="note")


def _delivery_row(line: DeliveryLine, position: Position, settings: Settings) -> TableRow:
    waits: Runs = (Break(), Text("After ", quiet=True), *ids(line.depends_on)) if line.depends_on else ()
    forecast = runs(short_day(line.forecast, position.at)) if line.forecast else (missing(line.standing.row, "forecast"),)
    return TableRow((
        TableCell((Ref(line.standing.id, strong=True),), (line.standing.id,)),
        TableCell((*stated(line.standing.row.title, missing(line.standing.row, "title")), *waits)),
        TableCell(graded(line.standing.word, line.standing.row, "status", settings)),
        TableCell(forecast, value=line.forecast),
        TableCell(_days(line.slip), value=line.slip),
        TableCell(_days(line.moved, sign=True), value=line.moved),
    ))  # fmt: skip


def _days(days: int | None, *, sign: bool = False) -> Runs:
    if days is None:
        return (Text("–", quiet=True),)
    plus = "+" if sign and days > 0 else ""
    return runs(f"{plus}{days}".replace("-", "−"))


# ---------- 3 dependencies, 4 what is stuck ----------


def _dependencies(brief: BriefPosition) -> Iterator[Block]:
    yield from _listed(brief.dependencies, "No milestone depends on something later than itself, on itself, or on an ID nobody knows.")
    if brief.overlaps:
        yield Heading(3, "Risks that may be one")
        yield Bullets(tuple(_overlap(o) for o in brief.overlaps))
    else:
        yield Paragraph(runs("No two registers hold open risks of the same theme against the same milestone."))
    if brief.linked_work:
        yield Heading(3, "Work elsewhere in the system")
        yield Bullets(
            tuple(
                runs(Text(f"{c.about.text if c.about else 'Not stated'}: ", strong=True), stopped(c.linked_work or ""))
                for c in brief.linked_work
            )
        )


def _overlap(overlap: Overlap) -> Runs:
    return (
        Ref(overlap.one.ref, strong=True), Text(f" {stopped(overlap.one.title or 'Not stated')} "), Ref(overlap.other.ref, strong=True),
        Text(f" {stopped(overlap.other.title or 'Not stated')} "), Text("Both against ", quiet=True), *ids(overlap.shared), Text(".", quiet=True),
    )  # fmt: skip


def _listed(problems: tuple[Problem, ...], otherwise: str) -> Iterator[Block]:
    if not problems:
        yield Paragraph(runs(otherwise), style="lead")
        return
    yield Paragraph(runs(f"{many(len(problems), 'item').capitalize()} to look at."), style="lead")
    yield Bullets(tuple(_item(p) for p in problems))


def _item(problem: Problem) -> Runs:
    """A problem with its items, where its sentence does not name them."""
    unnamed = [i for i in problem.items if i not in problem.sentence]
    return runs(*ids(unnamed), ": " if unnamed else "", problem.sentence, Text(f" {problem.rule}", quiet=True))


# ---------- 6 returns and meetings ----------


def _meetings(brief: BriefPosition) -> Iterator[Block]:
    yield Paragraph(runs(_wanting(brief)), style="lead")
    if brief.meetings:
        yield Table(
            caption="The Workspaces this month",
            columns=(TableColumn(runs("Workspace"), 0), TableColumn(runs("Met on"), 2.2), TableColumn(runs("Chair, and Senior Sponsor"), 3.3), TableColumn(runs("Its headline"), 6.5)),
            rows=tuple(_meeting(m) for m in brief.meetings),
            summary="When each Workspace met, who chairs and sponsors it, by role, and its headline.",
            anchor="workspaces",
        )  # fmt: skip
    if brief.late:
        late = "; ".join(f"{r.name}, {many(r.days, 'working day')}" for r in brief.late)
        yield Paragraph(runs(Text("After the deadline: ", strong=True), f"{late}."))


def _wanting(brief: BriefPosition) -> str:
    if not brief.meetings:
        return "pack.toml names no Workspace."
    if not brief.wanting:
        return "Every Workspace has met, and has a Chair and a Senior Sponsor."
    return sentence(*(f"{m.name}: {in_words(m.lacks)}" for m in brief.meetings if m.lacks))


def _meeting(line: MeetingLine) -> TableRow:
    came = line.receipt is not None and line.receipt.counts
    otherwise = "Not stated" if came else "No return"
    return TableRow((
        TableCell(runs(Text(line.name, strong=True))),
        TableCell(runs(in_words(day(d) for d in line.met) or ("Not this month" if came else otherwise))),
        TableCell((*stated(line.chair, otherwise), Break(), *stated(line.sponsor, otherwise))), TableCell(stated(line.headline, otherwise)),
    ))  # fmt: skip
