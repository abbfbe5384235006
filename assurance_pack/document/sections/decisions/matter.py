"""One matter for the Board, written whole.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ....english import in_words, many, month_name, opening, short_day
from ....position.budget import opened
from ....position.decisions import HeardWords, Matter
from ....position.whole import Position
from ....returns.rdg import ForTheBoard, TaskAndFinishGroup
from ....settings import Settings
from ...blocks import Block, Heading, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...phrases import graded, missing, own_words_as_far, quoted, stated, status, stopped, told, words_in
from .powers import why_here

NAMED_OPTION = re.compile(r"Option ([A-C])\b")


def whole(matter: Matter, position: Position, settings: Settings) -> Iterator[Block]:
    """One matter in labelled rows: why it is here, what RDG has done, what families and settings say, the options, what RDG recommends, by when."""
    row = matter.row
    asked = (row.asked_detail or (row.asked.text if row.asked else "what is asked is not stated")).rstrip(".")
    yield Heading(3, f"Decision {matter.number}. {asked}" if matter.number else f"To note. {asked}")
    name = f"decision {matter.number}" if matter.number else row.ref
    yield Table(
        caption=f"What the Board needs to know for {name}",
        caption_shown=False,
        columns=(TableColumn(runs(f"Decision {matter.number}" if matter.number else "To note"), 0), TableColumn(runs(f"What the Board needs to know ({row.ref})"), 12)),
        rows=tuple(_rows(matter, position, settings)),
        summary=f"For {name}, a row each: why it is here, what RDG has done, what families and settings say, the options with RDG’s confidence in each, the recommendation, and by when.",
        anchor=row.ref,
        style="decision",
    )  # fmt: skip


def _rows(matter: Matter, position: Position, settings: Settings) -> Iterator[TableRow]:
    row = matter.row
    yield _labelled("Why it is here", _issue(matter, settings), rows=(row.ref,))
    for group in matter.groups:
        yield _labelled("The group", tuple(described(group, position.at, by=False)), rows=(group.ref,))
    yield _labelled("Done by RDG", stated(stopped(row.done) if row.done else "", missing(row, "done")))
    yield _labelled("Views heard", tuple(_heard(matter, position, settings)))
    named = NAMED_OPTION.match(row.recommendation or "")
    for option in matter.options:
        chosen = named is not None and named[1] == option.letter
        yield _labelled(
            f"Option {option.letter}",
            (Text(option.text, strong=chosen), *_sure(status(option.confidence, settings, "confidence", strong=chosen))),
        )
    if not matter.options:
        yield _labelled("Options", runs(Text("No options were given.")))
    elif len(matter.options) == 1:
        yield _labelled("Other options", runs(Text("No other option was given.")))
    own = () if _said_in_table(matter) else _sure(*graded(row.confidence, row, "confidence", settings, "confidence"))
    yield _labelled("Recommended", (*recommendation(row), *own))
    stated_ones, unsaid = _implications(row)
    nothing = f"{'' if row.by_when else '.'} {unsaid}" if matter.number and not stated_ones else ""
    yield _labelled("Needed by", (*needed(matter, position), *((Text(nothing, quiet=True),) if nothing else ())))
    if stated_ones:
        yield _labelled("Implications", (*stated_ones, *((Text(unsaid, quiet=True),) if unsaid else ())))


def _implications(row: ForTheBoard) -> tuple[Runs, str]:
    """What RDG says of each kind of implication, and which kinds it says nothing of."""
    kinds = (("Legal", row.legal), ("Financial", row.financial), ("Equality", row.equality))
    told_of = tuple(r for label, said in kinds if said for r in (Text(f"{label}: ", strong=True), Text(f"{stopped(said)} ")))
    silent = [label.lower() for label, said in kinds if not said]
    return told_of, f"Its {in_words(silent)} implications are not stated." if silent else ""


def _sure(*grade: Run) -> Runs:
    """RDG’s confidence in an option, after what it is."""
    return (Text(" Confidence: ", quiet=True), *grade)


def _labelled(label: str, said: Runs, *, rows: tuple[str, ...] = ()) -> TableRow:
    return TableRow((TableCell((Text(label),), rows), TableCell(said)))


def _issue(matter: Matter, settings: Settings) -> Runs:
    row = matter.row
    about = [ref for ref in row.linked or () if ref not in {h.ref for h in matter.heard} and ref not in {g.id for g in matter.groups}]
    out: list[Run] = [told(row, "issue")]
    if about:
        out += [Text(" ("), *_links(about), Text(")")]
    return (*out, Text(f" {why_here(row, settings)}"))


def _links(refs: Iterable[str]) -> Runs:
    out: list[Run] = []
    for ref in refs:
        out += [*([Text(", ")] if out else []), Ref(ref, target=ref)]
    return tuple(out)


def needed(matter: Matter, position: Position) -> Runs:
    """The day RDG needs the answer by, and how long before or after this meeting that is."""
    by = matter.row.by_when
    if by is None:
        return (missing(matter.row, "by_when"),)
    meeting = position.meeting
    if by == meeting:
        return (Text(short_day(by, position.at), strong=True), Text(", this meeting."))
    apart = f", {many(abs((by - meeting).days), 'day')} {'after' if by > meeting else 'before'} this meeting." if meeting else "."
    return (Text(short_day(by, position.at), strong=True), Text(apart))


def _said_in_table(matter: Matter) -> bool:
    """Whether RDG's confidence in what it recommends stands in the table of options already."""
    named = NAMED_OPTION.match(matter.row.recommendation or "")
    return named is not None and any(o.letter == named[1] and o.confidence == matter.row.confidence for o in matter.options)


def recommendation(matter: ForTheBoard) -> Iterator[Run]:
    """“RDG recommends option A” stands out; its reasons follow as RDG gave them."""
    said = matter.recommendation
    if matter.in_question("recommendation"):
        yield Text("What RDG recommends is in question: ")
        yield missing(matter, "recommendation")
        return
    if not said:
        yield Text("RDG made no recommendation.", strong=True)
        return
    named = NAMED_OPTION.match(said)
    if named:
        yield Text(f"Option {named[1]}", strong=True)
        yield Text(stopped(said[named.end() :]))
    else:
        yield Text(stopped(said))


def _heard(matter: Matter, position: Position, settings: Settings) -> Iterator[Run]:
    if matter.not_asked:
        yield Text("Families and settings have not yet been asked.")
        return
    if not matter.heard and not matter.besides:
        yield missing(matter.row, "voices")
        return
    for at, heard in enumerate(matter.heard):
        yield from _words_heard(heard, position, settings, " " if at else "")
    if matter.besides:
        yield Text(f"{' ' if matter.heard else ''}{stopped(matter.besides)}")


def _words_heard(heard: HeardWords, position: Position, settings: Settings, space: str) -> Iterator[Run]:
    """Words printed whole elsewhere in this pack are given by their first sentence and where they stand; earlier months' words are given whole."""
    now = heard.month is None or heard.month == position.pack
    when = "" if now or heard.month is None else f", {month_name(heard.month, position.pack)}"
    yield Text(f"{space}{heard.who}{when}: ")
    if not heard.words:
        yield Text("no words came as ")
        yield Ref(heard.ref, target=heard.ref)
        yield Text(".")
        return
    if not now:
        month = heard.month.name if heard.month else "that month"
        yield from own_words_as_far(opened(heard.words, settings.budgets.voice.a_box), f"the data book of {month}")
        return
    first, more = opening(heard.words, 0)
    if first:
        yield quoted(first)
    if not more:
        return
    yield Text(" (more in " if first else "(in ")
    yield Ref("", target="voice" if heard.ref.startswith("V-") else "concerns")
    yield Text(")")


def described(group: TaskAndFinishGroup, at: date, *, by: bool = True) -> Iterator[Run]:
    """A Task & Finish Group: its name, its one task, until when, and who proposed it unless that is plain."""
    yield Ref(group.ref, strong=True)
    ends = f", to {short_day(group.ends, at)}" if group.ends else ""
    yield Text(f", {words_in(group, 'name')}: {_bare(words_in(group, 'purpose'))}{ends}.")
    if by and group.proposed_by:
        yield Text(f" Proposed by {_bare(group.proposed_by)}.")


def _bare(text: str) -> str:
    return text.rstrip().removesuffix(".")
