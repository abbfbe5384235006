"""RDG's working edition: what it is asked to answer, delivery in detail, what depends on what, what is stuck, what was reworded, who has met."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..model import Problem, counted, day, in_words
from ..position.brief import BriefPosition, DeliveryLine, MatterLine, Overlap
from ..settings import Settings
from .blocks import Block, Bullets, Heading, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from .phrases import dated, ids, stated, status
from .section import Section

TITLE = "Brief for the Reform Delivery Group"
SHOWN_WORDS = 12
"""Of unchanged words, how many stand on either side of a change."""


def sections(brief: BriefPosition, settings: Settings, since: str) -> tuple[Section, ...]:
    """The six sections of the brief, in order; an empty one says so."""
    written = (
        ("answers", "What RDG is asked to answer", _answers(brief)),
        ("delivery", "Delivery in detail", _delivery(brief, settings, since)),
        ("dependencies", "Dependencies, overlaps and duplicated risks", _dependencies(brief)),
        ("stuck", "What is stuck, or slips every month", _listed(brief.stuck, "Nothing has been stuck or slipping for three months.")),
        ("changes", "Re-rated, moved and reworded", _changes(brief, since)),
        ("meetings", "Returns and meetings", _meetings(brief, settings)),
    )
    return tuple(
        Section(key, str(n), title, (Heading(2, title, str(n), key), *blocks)) for n, (key, title, blocks) in enumerate(written, start=1)
    )


# ---------- 1 what RDG is asked to answer ----------


def _answers(brief: BriefPosition) -> Iterator[Block]:
    more = f" {counted(brief.prompts_more, 'prompt').capitalize()} more stand in the data book." if brief.prompts_more else ""
    yield Paragraph(
        runs(
            f"{counted(len(brief.prompts), 'prompt').capitalize()} and {counted(len(brief.matters), 'proposal')} carrying significant risk."
            f" A prompt asks; it decides nothing.{more}"
        ),
        style="lead",
    )
    if brief.prompts:
        yield Table(
            caption="Prompts: what the sources raise between them",
            columns=(TableColumn(runs("Prompt"), 0), TableColumn(runs("What the sources say"), 8), TableColumn(runs("Where"), 4)),
            rows=tuple(_prompt_row(p) for p in brief.prompts),
            summary="Each prompt with its rule and items, what the sources say, and the cells it rests on.",
            style="long",
        )
    for matter in brief.matters:
        yield Paragraph(_matter(matter), number="*", anchor=matter.row.ref)


def _prompt_row(problem: Problem) -> TableRow:
    places = "; ".join(str(c) for c in problem.cells[:3])
    more = f" and {len(problem.cells) - 3} more" if len(problem.cells) > 3 else ""
    head = (*runs(Text(problem.rule, strong=True), Text(" ")), *ids(problem.items))
    return TableRow((TableCell(head, problem.items), TableCell(runs(problem.sentence)), TableCell(runs(Text(places + more, quiet=True)))))


def _matter(matter: MatterLine) -> Runs:
    row = matter.row
    answer = f" RDG answered: {matter.answer.answer.text}." if matter.answer and matter.answer.answer else " Not yet answered."
    return (
        Ref(row.ref, strong=True), Text(f" {matter.name} proposes: {row.proposal or 'not stated'} ", strong=False),
        Text(f"Carries {in_words(c.lower() for c in matter.carries)} risk.", quiet=True),
        Text(f" {row.recommendation or ''}{answer}"),
    )  # fmt: skip


# ---------- 2 delivery ----------


def _delivery(brief: BriefPosition, settings: Settings, since: str) -> Iterator[Block]:
    late = [d for d in brief.delivery if (d.slip or 0) > 0]
    later = [d for d in brief.delivery if (d.moved or 0) > 0]
    yield Paragraph(
        runs(
            f"{counted(len(brief.delivery), 'milestone').capitalize()} to deliver: {len(late)} past the baseline"
            + (f", {len(later)} forecast later than in {since}." if since else ".")
        ),
        style="lead",
    )
    if brief.delivery:
        yield Table(
            caption="Every milestone still to be delivered, in the order of its forecast",
            columns=(
                TableColumn(runs("Milestone"), 0), TableColumn(runs("What it is"), 4.4), TableColumn(runs("Status"), 2.2, "status"),
                TableColumn(runs("Forecast"), 2.2, "date"), TableColumn(runs("Days"), 1.4, "number"), TableColumn(runs("Depends on"), 1.8, "id"),
            ),
            rows=tuple(_delivery_row(d, settings) for d in brief.delivery),
            summary="Each milestone with its status, forecast, days past its baseline and the change since the month before, and what it depends on.",
            style="long",
        )  # fmt: skip
        yield Paragraph(runs("Days: past the baseline, then the change since the month before."), style="note")


def _delivery_row(line: DeliveryLine, settings: Settings) -> TableRow:
    days = "" if line.slip is None else f"{line.slip:+d}"
    change = "" if not line.moved else f", {line.moved:+d}"
    return TableRow((
        TableCell((Ref(line.standing.id, strong=True),), (line.standing.id,)),
        TableCell(stated(line.standing.row.title)),
        TableCell((status(line.standing.word, settings),)),
        TableCell(dated(line.forecast), value=line.forecast),
        TableCell(runs(f"{days}{change}" or "–"), value=line.slip),
        TableCell(ids(line.depends_on)),
    ))  # fmt: skip


# ---------- 3 dependencies ----------


def _dependencies(brief: BriefPosition) -> Iterator[Block]:
    yield from _listed(brief.dependencies, "No milestone depends on something later than itself, on itself, or on an ID nobody knows.")
    if brief.overlaps:
        yield Heading(3, "Risks that may be one")
        yield Bullets(tuple(_overlap(o) for o in brief.overlaps))
    else:
        yield Paragraph(runs("No two registers hold open risks of the same theme against the same milestone."))


def _overlap(overlap: Overlap) -> Runs:
    return (
        Ref(overlap.one.ref, strong=True), Text(f" {overlap.one.title or ''} "), Ref(overlap.other.ref, strong=True),
        Text(f" {overlap.other.title or ''} "), Text("Both against ", quiet=True), *ids(overlap.shared), Text(".", quiet=True),
    )  # fmt: skip


def _listed(problems: tuple[Problem, ...], otherwise: str) -> Iterator[Block]:
    if not problems:
        yield Paragraph(runs(otherwise), style="lead")
        return
    yield Paragraph(runs(f"{counted(len(problems), 'item').capitalize()} to look at."), style="lead")
    yield Bullets(tuple((*ids(p.items), Text(f": {p.sentence}"), Text(f" {p.rule}", quiet=True)) for p in problems))


# ---------- 5 what changed ----------


def _changes(brief: BriefPosition, since: str) -> Iterator[Block]:
    if not since:
        yield Paragraph(runs("This is the first month on record: there is nothing to compare with."), style="lead")
        return
    yield Paragraph(
        runs(
            f"Since {since}: {counted(len(brief.rerated), 'rating or date', 'ratings and dates')} moved, {counted(len(brief.reworded), 'text')} reworded."
        ),
        style="lead",
    )
    if brief.rerated:
        yield Bullets(
            tuple(
                (Ref(c.item, strong=True), Text(f" {c.column.replace('_', ' ')}: {c.before or 'not stated'} → {c.after or 'not stated'}"))
                for c in brief.rerated
            )
        )
    for change in brief.reworded:
        yield Paragraph(
            (Ref(change.item, strong=True), Text(f" {change.column.replace('_', ' ')}: "), *word_changes(change.before, change.after))
        )


def word_changes(before: str, after: str) -> Runs:
    """A text as it now reads, new words strong, with what was taken out beside its place in brackets; long stretches left alone are shortened."""
    old, new = before.split(), after.split()
    out: list[Run] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(Text(f"{_shortened(new[c:d])} "))
            continue
        if d > c:
            out.append(Text(f"{' '.join(new[c:d])} ", strong=True))
        if b > a:
            out.append(Text(f"[was: {' '.join(old[a:b])}] ", quiet=True))
    return tuple(out)


def _shortened(words: list[str]) -> str:
    if len(words) <= 2 * SHOWN_WORDS:
        return " ".join(words)
    return f"{' '.join(words[:SHOWN_WORDS])} … {' '.join(words[-SHOWN_WORDS:])}"


# ---------- 6 returns and meetings ----------


def _meetings(brief: BriefPosition, settings: Settings) -> Iterator[Block]:
    wanting = [m for m in brief.meetings if m.lacks]
    yield Paragraph(
        runs(f"{counted(len(wanting), 'Workspace')} of {len(brief.meetings)} without a meeting, a Chair or a Senior Sponsor.".capitalize()),
        style="lead",
    )
    yield Table(
        caption="The Workspaces this month",
        columns=(TableColumn(runs("Workspace"), 0), TableColumn(runs("Met on"), 4), TableColumn(runs("Chair"), 4), TableColumn(runs("Senior Sponsor"), 4)),
        rows=tuple(
            TableRow((
                TableCell(runs(Text(m.name, strong=True))), TableCell(runs(in_words(day(d) for d in m.met) or "Not this month")),
                TableCell(stated(m.chair, "Vacant")), TableCell(stated(m.sponsor, "Vacant")),
            ))
            for m in brief.meetings
        ),
        summary="When each Workspace met, and who chairs and sponsors it, by role.",
    )  # fmt: skip
    late = [(settings.sender_name(r.sender), r.days_late) for r in brief.receipts if r.counts and r.days_late]
    if late:
        yield Paragraph(
            runs("After the deadline: " + "; ".join(f"{name}, {counted(days or 0, 'working day')}" for name, days in late) + ".")
        )
