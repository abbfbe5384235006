"""One matter for the Board, written whole.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ....english import first_sentence, month_name, short_day
from ....model import day
from ....position import Position
from ....position.decisions import Heard, Matter
from ....returns.rdg import TaskAndFinishGroup
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ...phrases import graded, missing, quoted, stated, status, stopped
from .powers import why_here

NAMED_OPTION = re.compile(r"Option ([A-C])\b")


def whole(matter: Matter, position: Position, settings: Settings) -> Iterator[Block]:
    """One matter: what has happened and why it is here, RDG's options and confidence, its recommendation, and what families and settings say."""
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
    out: list[Run] = list(stated(row.issue and stopped(row.issue), missing(row, "issue")))
    if about:
        out += [Text(" ("), *_links(about), Text(")")]
    out += [Text(" Why here: ", strong=True), Text(why_here(row))]
    out += [Text(" What RDG has done: ", strong=True), *stated(stopped(row.done) if row.done else "", missing(row, "done"))]
    for group in matter.groups:
        out += [Text(" "), *described(group, by=False)]
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
        yield from graded(row.confidence, row, "confidence", settings, "confidence")
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
        yield missing(matter.row, "voices")
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


def described(group: TaskAndFinishGroup, *, by: bool = True) -> Iterator[Run]:
    """A Task & Finish Group: its name, its one task, until when, and who proposed it unless that is plain."""
    yield Ref(group.ref, strong=True)
    ends = f", to {day(group.ends)}" if group.ends else ""
    yield Text(f", {group.name or 'name not stated'}: {_bare(group.purpose or 'purpose not stated')}{ends}.")
    if by and group.proposed_by:
        yield Text(f" Proposed by {_bare(group.proposed_by)}.")


def _bare(text: str) -> str:
    return text.rstrip().removesuffix(".")
