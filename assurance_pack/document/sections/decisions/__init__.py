"""Section 2: what the Board is asked to decide, with RDG's options, confidence and recommendation, and what families and settings say.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

from collections.abc import Iterator

from ....english import first_sentence, many, number, short_day
from ....position.decisions import DecisionsPosition, FromWorkspace, Matter
from ....position.whole import Position
from ....returns.rdg import TaskAndFinishGroup
from ....schema import Row
from ....senders import sender_name
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...phrases import ASKS_NOT_KNOWN, graded, ids, missing, no_return, since_name, stated, stopped, words_in
from ...section import Fates, Section
from .matter import NAMED_OPTION, described, whole
from .powers import MANDATORY
from .standing_over import still_to_decide, where_they_stand

KEY = "decisions"
TITLE = "Decisions and escalations"
DESCRIBED = 2
"""Task & Finish Groups and Workspaces' matters described before the rest are named."""


def write(position: Position, settings: Settings) -> Section:
    """Every matter RDG brings, then the Task & Finish Groups."""
    part = position.decisions
    blocks: tuple[Block, ...] = (
        Heading(2, TITLE, anchor=KEY, new_page=True),
        Paragraph(runs(_lead(part, position), *where_they_stand(part.standing)), style="lead"),
        *_nothing(part, position),
        *(block for matter in part.whole for block in whole(matter, position, settings)),
        *_a_line_each(part, settings),
        *_rest_named(part),
        *_to_ratify(part, position),
        *_at_work(part, position),
        *_from_workspaces(part, settings),
        *_powers(part),
    )
    return Section(KEY, TITLE, blocks, tuple(_fates(part).all))


def _lead(part: DecisionsPosition, position: Position) -> str:
    before, since, still = "", since_name(position), still_to_decide(part.standing, position)
    if not part.received and not part.matters:
        said = "No return was received from RDG, so what it would bring to the Board this month is not known"
        return f"{said}; {still}." if still else f"{said}."
    if part.asked_before is not None and since:
        before = f", against {number(part.asked_before) if part.asked_before else 'none'} in {since}"
    count = len(part.asked)
    said = f"{many(count, 'decision').capitalize()} {'is' if count == 1 else 'are'} asked of the Board{before}"
    if not count and position.month.rdg_disputed:
        said = ASKS_NOT_KNOWN
    if part.noted:
        said += f"; {many(len(part.noted), 'matter')} {'is' if len(part.noted) == 1 else 'are'} to be noted"
    return f"{said}; {still}." if still else f"{said}."


def _nothing(part: DecisionsPosition, position: Position) -> Iterator[Block]:
    if part.matters:
        return
    if not part.received:
        yield Paragraph((no_return("No return received"), Text(" from RDG.")), number="*")
    else:
        yield Paragraph(runs(Text("Decisions and escalations. ", strong=True), _brought_nothing(position)), number="*")


def _brought_nothing(position: Position) -> str:
    """What is said where RDG brings nothing; of two versions of its return that is known of one alone."""
    if position.month.rdg_disputed:
        return "The version of RDG’s return that counts brings nothing to the Board this month; another differs."
    return "RDG brings nothing to the Board this month."


# ---------- what does not fit whole ----------


def _a_line_each(part: DecisionsPosition, settings: Settings) -> Iterator[Block]:
    if not part.short:
        return
    yield Table(
        caption=f"{many(len(part.short), 'more matter').capitalize()} for the Board, a line each; issues, options and reasons are whole in the data book",
        columns=(
            TableColumn(runs("Matter"), 0, "id"),
            TableColumn(runs("What is asked"), 6.5),
            TableColumn(runs("Why it is here"), 2.5),
            TableColumn(runs("RDG recommends, confidence"), 3, "status"),
        ),
        rows=tuple(_decision_row(m, settings) for m in part.short),
        summary="Each further matter RDG brings: what the Board is asked, why it is here, what RDG recommends and its confidence.",
        anchor="more-decisions",
        style="long",
    )


def _rest_named(part: DecisionsPosition) -> Iterator[Block]:
    """The rest by what is asked of the Board: none is left out."""
    if not part.named:
        return
    out: list[Run] = [Text(f"{many(len(part.named), 'more', 'more').capitalize()}, whole in the data book. ", strong=True)]
    asked: dict[str, list[str]] = {}
    for matter in part.named:
        asked.setdefault(matter.row.asked.text if matter.row.asked else "What is asked is not stated", []).append(matter.row.ref)
    for at, (what, refs) in enumerate(asked.items()):
        out += [Text(f"{'; ' if at else ''}{what}: "), *ids(refs)]
    yield Paragraph((*out, Text(".")), number="*", anchor="decisions-named")


def _decision_row(matter: Matter, settings: Settings) -> TableRow:
    row = matter.row
    label = f"Decision {matter.number}. " if matter.number else "To note. "
    why = "; ".join(c.text for c in row.categories or ()) or (row.why.text if row.why else "")
    named = NAMED_OPTION.match(row.recommendation or "")
    recommended = (
        runs(f"{named[0]}, ")
        if named
        else stated(first_sentence(row.recommendation or ""), missing(row, "recommendation", otherwise="No recommendation"))
    )
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True),), (row.ref,)),
            TableCell(
                (Text(label, quiet=True), *stated(stopped(row.asked_detail) if row.asked_detail else "", missing(row, "asked_detail")))
            ),
            TableCell((Text(why, quiet=True) if why else missing(row, "categories", "why"),)),
            TableCell((*recommended, Text("" if named else " "), *graded(row.confidence, row, "confidence", settings, "confidence"))),
        )
    )


# ---------- Task & Finish Groups, and matters from Workspaces ----------


def _to_ratify(part: DecisionsPosition, position: Position) -> Iterator[Block]:
    if not part.to_ratify:
        return
    first, rest = part.to_ratify[:DESCRIBED], part.to_ratify[DESCRIBED:]
    for group in first:
        yield Paragraph(
            (Text("To ratify before it begins work. ", strong=True), *described(group, position.at)), number="*", anchor=group.ref
        )
    if rest:
        also = Text("Also to ratify, whole in the data book: ", strong=True)
        yield Paragraph((also, *ids(g.ref for g in rest), Text(".")), number="*", anchor="also-to-ratify")


def _at_work(part: DecisionsPosition, position: Position) -> Iterator[Block]:
    if not part.at_work and not part.disbanded:
        return
    out: list[Run] = [Text("Task & Finish Groups. ", strong=True)]
    for group in part.at_work[:DESCRIBED]:
        out += [Ref(group.ref), *_at(group, position)]
    if part.at_work[DESCRIBED:]:
        out += [Text("Also: "), *ids(g.ref for g in part.at_work[DESCRIBED:]), Text(". ")]
    if part.disbanded:
        out += [Text("Disbanded: "), *ids(g.ref for g in part.disbanded), Text(".")]
    yield Paragraph(tuple(out), number="*", anchor="task-and-finish")


def _at(group: TaskAndFinishGroup, position: Position) -> Runs:
    """A group at work: its name, when it ends, and the decision that ratified it."""
    ratified = Ref(group.decision) if group.decision else missing(group, "decision", otherwise="no Board decision recorded")
    ends = f", {'was to end' if group.ends < position.at else 'to'} {short_day(group.ends, position.at)}" if group.ends else ""
    return (Text(f", {words_in(group, 'name')}{ends} ("), ratified, Text("). "))


def _from_workspaces(part: DecisionsPosition, settings: Settings) -> Iterator[Block]:
    if not part.from_workspaces:
        return
    out: list[Run] = [Text("From Workspaces, by way of RDG. ", strong=True)]
    for one in part.from_workspaces[:DESCRIBED]:
        out += [Ref(one.answer.ref), *_proposed(one, settings)]
    if part.from_workspaces[DESCRIBED:]:
        out += [Text("Also: "), *ids(one.answer.ref for one in part.from_workspaces[DESCRIBED:]), Text(", whole in the data book.")]
    yield Paragraph(tuple(out), number="*")


def _proposed(one: FromWorkspace, settings: Settings) -> Runs:
    who = f" ({sender_name(one.matter.sender, settings)})" if one.matter else ""
    proposal = (one.matter.proposal if one.matter else one.answer.proposal) or "what was proposed is not stated"
    detail = f" RDG: {stopped(one.answer.detail)}" if one.answer.detail else ""
    return (Text(f"{who}: {stopped(proposal)}{detail} "),)


def _powers(part: DecisionsPosition) -> Iterator[Block]:
    if any(m.mandatory for m in part.matters):
        yield Paragraph(runs(MANDATORY), style="note", anchor="powers")


def _fates(part: DecisionsPosition) -> Fates:
    fates = Fates(KEY)
    named = "named in the section; whole in the data book"
    fates.printed(*(m.row for m in (*part.whole, *part.short)))
    fates.printed(*part.to_ratify[:DESCRIBED], *(g for m in part.whole for g in m.groups), *part.at_work[:DESCRIBED])
    fates.summarised(*(m.row for m in part.named), why=named)
    fates.summarised(*part.to_ratify[DESCRIBED:], *part.at_work[DESCRIBED:], *part.disbanded, why=named)
    fates.summarised(
        *(g for m in (*part.short, *part.named) for g in m.groups), why="brought within a matter for the Board; whole in the data book"
    )
    fates.printed(*(row for one in part.from_workspaces[:DESCRIBED] for row in _of(one)))
    fates.summarised(*(row for one in part.from_workspaces[DESCRIBED:] for row in _of(one)), why=named)
    fates.summarised(*(a for m in part.matters for a in m.answers), why="brought within a matter for the Board; whole in the data book")
    with_rdg = "RDG’s business with its Workspaces: in RDG’s edition"
    passed = {one.matter.at for one in part.from_workspaces if one.matter}
    fates.held_back(*(r for r in part.for_rdg if r.at not in passed), *part.settled, *part.directions, why=with_rdg)
    return fates


def _of(one: FromWorkspace) -> tuple[Row, ...]:
    return (one.answer, one.matter) if one.matter else (one.answer,)
