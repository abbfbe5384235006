"""Section 2: what the Board is asked to decide, with RDG's options, confidence and recommendation, and what families and settings say.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model import day
from ...position import Position
from ...position.decisions import DecisionsPosition, FromWorkspace, Heard, Matter
from ...position.sentences import first_sentence
from ...returns.rdg import TaskAndFinishGroup
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ..counts import many, month_name, number, short_day, since_name
from ..phrases import ids, no_return, quoted, stated, status, stopped
from ..powers import MANDATORY, why_here
from ..section import Fates, Section

KEY = "decisions"
TITLE = "Decisions and escalations"
NAMED_OPTION = re.compile(r"Option ([A-C])\b")


def write(position: Position, settings: Settings) -> Section:
    """Every matter RDG brings, then the Task & Finish Groups."""
    part = position.decisions
    blocks: tuple[Block, ...] = (
        Heading(2, TITLE, "2", anchor=KEY, new_page=True),
        Paragraph(runs(_lead(part, since_name(position))), style="lead"),
        *_nothing(part),
        *(block for matter in part.whole for block in _matter(matter, position, settings)),
        *_short(part, settings),
        *_to_ratify(part, position),
        *_at_work(part, position),
        *_from_workspaces(part, settings),
        *_powers(part),
    )
    return Section(KEY, "2", TITLE, blocks, tuple(_fates(part).all))


def _lead(part: DecisionsPosition, since: str) -> str:
    if not part.received and not part.matters:
        return "No return was received from RDG, so what it would bring to the Board this month is not known."
    before = ""
    if part.asked_before is not None and since:
        before = f", against {number(part.asked_before) if part.asked_before else 'none'} in {since}"
    count = len(part.asked)
    said = f"{many(count, 'decision').capitalize()} {'is' if count == 1 else 'are'} asked of the Board{before}"
    if part.noted:
        said += f"; {many(len(part.noted), 'matter')} {'is' if len(part.noted) == 1 else 'are'} to be noted"
    return f"{said}."


def _nothing(part: DecisionsPosition) -> Iterator[Block]:
    if part.matters:
        return
    if not part.received:
        yield Paragraph((no_return("No return received"), Text(" from RDG.")), number="*")
    else:
        yield Paragraph(runs(Text("Decisions and escalations. ", strong=True), "RDG brings nothing to the Board this month."), number="*")


# ---------- a matter, whole ----------


def _matter(matter: Matter, position: Position, settings: Settings) -> Iterator[Block]:
    row = matter.row
    asked = (row.asked_detail or (row.asked.text if row.asked else "what is asked is not stated")).rstrip(".")
    label = f"Decision {matter.number}. {asked}" if matter.number else f"To note. {asked}"
    yield Heading(3, label)
    yield Paragraph(_issue(matter), number="*", anchor=row.ref)
    if matter.options:
        yield _options(matter, settings)
    said = (Text(" What families and settings say: ", strong=True), *_heard(matter, position))
    yield Paragraph((*_recommended(matter, position, settings), *said), number="*")


def _issue(matter: Matter) -> Runs:
    row = matter.row
    about = [ref for ref in row.linked or () if ref not in {h.ref for h in matter.heard}]
    out: list[Run] = list(stated(row.issue and stopped(row.issue)))
    if about:
        out += [Text(" ("), *_links(about), Text(")")]
    out += [Text(" Why here: ", strong=True), Text(why_here(row))]
    out += [Text(" What RDG has done: ", strong=True), *stated(stopped(row.done) if row.done else "")]
    for group in matter.groups:
        out += [Text(" "), *_group(group, by=False)]
    return tuple(out)


def _links(refs: Iterable[str]) -> Runs:
    out: list[Run] = []
    for ref in refs:
        out += [*([Text(", ")] if out else []), Ref(ref, target=ref)]
    return tuple(out)


def _options(matter: Matter, settings: Settings) -> Table:
    name = f"decision {matter.number}" if matter.number else matter.row.ref
    return Table(
        caption=f"Options for {name}",
        caption_shown=False,
        columns=(TableColumn(runs("Option"), 0), TableColumn(runs("What it is, and what it would mean"), 9), TableColumn(runs("RDG’s confidence"), 3, "status")),
        rows=tuple(
            TableRow((TableCell((Text(f"Option {o.letter}", strong=True),), (matter.row.ref,)), TableCell(runs(o.text)), TableCell((status(o.confidence, settings, "confidence"),))))
            for o in matter.options
        ),
        summary=f"The options RDG puts for {name}, with its confidence in each.",
        anchor=f"{matter.row.ref}-options",
    )  # fmt: skip


def _recommended(matter: Matter, position: Position, settings: Settings) -> Iterator[Run]:
    row = matter.row
    if not matter.options:
        yield Text("No options were given. ")
    yield from _recommendation(row.recommendation)
    if not _said_in_table(matter):
        yield Text(" RDG’s confidence in it: ")
        yield status(row.confidence, settings, "confidence")
        yield Text(".")
    if row.by_when and row.by_when != position.meeting:
        yield Text(f" A decision is needed by {short_day(row.by_when, position.at)}.")


def _said_in_table(matter: Matter) -> bool:
    """Whether RDG's confidence in what it recommends stands in the table of options already."""
    named = NAMED_OPTION.match(matter.row.recommendation or "")
    return named is not None and any(o.letter == named[1] and o.confidence == matter.row.confidence for o in matter.options)


def _recommendation(said: str | None) -> Iterator[Run]:
    """“RDG recommends option A” stands out; its reasons follow as RDG gave them."""
    if not said:
        yield Text("RDG made no recommendation.", strong=True)
        return
    named = NAMED_OPTION.match(said)
    if named:
        yield Text(f"RDG recommends option {named[1]}", strong=True)
        yield Text(stopped(said[named.end() :]))
    else:
        yield Text("RDG recommends: ", strong=True)
        yield Text(stopped(said))


def _heard(matter: Matter, position: Position) -> Iterator[Run]:
    if matter.not_asked:
        yield Text("They have not yet been asked.")
        return
    if not matter.heard and not matter.besides:
        yield Text("Not stated", quiet=True)
        return
    for at, heard in enumerate(matter.heard):
        yield from _said(heard, position, " " if at else "")
    if matter.besides:
        yield Text(f"{' ' if matter.heard else ''}{stopped(matter.besides)}")


def _said(heard: Heard, position: Position, space: str) -> Iterator[Run]:
    """Words printed whole elsewhere in this pack are given by their first sentence and where they stand; earlier months' words are given whole."""
    if not heard.words:
        yield Text(f"{space}No words were received as ")
        yield Ref(heard.ref)
        yield Text(".")
        return
    now = heard.month is None or heard.month == position.pack
    when = "" if now or heard.month is None else f", {month_name(heard.month, position.pack)}"
    yield Text(f"{space}{heard.who}{when}: ")
    first = first_sentence(heard.words)
    if not now or first == heard.words.strip():
        yield quoted(heard.words)
        return
    yield quoted(first)
    yield Text(" (more in ")
    yield Ref("", target="voice" if heard.ref.startswith("V-") else "concerns")
    yield Text(")")


# ---------- what does not fit whole ----------


def _short(part: DecisionsPosition, settings: Settings) -> Iterator[Block]:
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
        rows=tuple(_line(m, settings) for m in part.short),
        summary="Each further matter RDG brings: what the Board is asked, why it is here, what RDG recommends and its confidence.",
        anchor="more-decisions",
        style="long",
    )


def _line(matter: Matter, settings: Settings) -> TableRow:
    row = matter.row
    label = f"Decision {matter.number}. " if matter.number else "To note. "
    why = "; ".join(c.text for c in row.categories) if row.categories else row.why.text if row.why else "Not stated"
    named = NAMED_OPTION.match(row.recommendation or "")
    recommended = runs(f"{named[0]}, ") if named else stated(first_sentence(row.recommendation or ""), "No recommendation")
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True),), (row.ref,)),
            TableCell((Text(label, quiet=True), *stated(stopped(row.asked_detail) if row.asked_detail else ""))),
            TableCell((Text(why, quiet=True),)),
            TableCell((*recommended, Text("" if named else " "), status(row.confidence, settings, "confidence"))),
        )
    )


# ---------- Task & Finish Groups, and matters from Workspaces ----------


def _to_ratify(part: DecisionsPosition, position: Position) -> Iterator[Block]:
    if not part.to_ratify:
        return
    yield Heading(3, "Task & Finish Groups to ratify")
    for group in part.to_ratify:
        yield Paragraph((*_group(group), Text(" No work begins before the Board ratifies it.")), number="*", anchor=group.ref)


def _group(group: TaskAndFinishGroup, *, by: bool = True) -> Iterator[Run]:
    yield Ref(group.ref, strong=True)
    ends = f", to {day(group.ends)}" if group.ends else ""
    yield Text(f", {group.name or 'name not stated'}: {_bare(group.purpose or 'purpose not stated')}{ends}.")
    if by and group.proposed_by:
        yield Text(f" Proposed by {_bare(group.proposed_by)}.")


def _bare(text: str) -> str:
    return text.rstrip().removesuffix(".")


def _at_work(part: DecisionsPosition, position: Position) -> Iterator[Block]:
    if not part.at_work and not part.disbanded:
        return
    out: list[Run] = [Text("Task & Finish Groups at work. " if part.at_work else "Task & Finish Groups. ", strong=True)]
    for group in part.at_work:
        out += [Ref(group.ref), Text(f"{_at(group, position)}. ")]
    if part.disbanded:
        out += [Text("Disbanded: "), *ids(g.ref for g in part.disbanded), Text(".")]
    yield Paragraph(tuple(out), number="*", anchor="task-and-finish")


def _at(group: TaskAndFinishGroup, position: Position) -> str:
    """A group at work: the decision that ratified it, its name, and when it ends."""
    ratified = group.decision or "no Board decision recorded"
    ends = f", {'was to end' if group.ends < position.at else 'to'} {short_day(group.ends, position.at)}" if group.ends else ""
    return f" ({ratified}), {group.name or 'name not stated'}{ends}"


def _from_workspaces(part: DecisionsPosition, settings: Settings) -> Iterator[Block]:
    if not part.from_workspaces:
        return
    out: list[Run] = [Text("From Workspaces, by way of RDG. ", strong=True)]
    for one in part.from_workspaces:
        out += [Ref(one.answer.ref), *_proposed(one, settings)]
    yield Paragraph(tuple(out), number="*")


def _proposed(one: FromWorkspace, settings: Settings) -> Runs:
    who = f" ({settings.sender_name(one.matter.sender)})" if one.matter else ""
    proposal = (one.matter.proposal if one.matter else one.answer.proposal) or "what was proposed is not stated"
    detail = f" RDG: {stopped(one.answer.detail)}" if one.answer.detail else ""
    return (Text(f"{who}: {stopped(proposal)}{detail} "),)


def _powers(part: DecisionsPosition) -> Iterator[Block]:
    if any(m.mandatory for m in part.matters):
        yield Paragraph(runs(MANDATORY), style="note", anchor="powers")


def _fates(part: DecisionsPosition) -> Fates:
    fates = Fates(KEY)
    fates.printed(*(m.row for m in part.matters))
    fates.printed(*part.to_ratify, *(g for m in part.whole for g in m.groups), *part.at_work)
    fates.summarised(*part.disbanded, *(g for m in part.short for g in m.groups), why="named in the section; whole in the data book")
    fates.printed(*(one.answer for one in part.from_workspaces), *(one.matter for one in part.from_workspaces if one.matter))
    fates.summarised(*(a for m in part.matters for a in m.answers), why="brought within a matter for the Board; whole in the data book")
    with_rdg = "RDG’s business with its Workspaces: in RDG’s edition"
    passed = {one.matter.at for one in part.from_workspaces if one.matter}
    fates.held_back(*(r for r in part.for_rdg if r.at not in passed), *part.settled, *part.directions, why=with_rdg)
    return fates
