"""Section 7: exceptional issues, and concerns escalated by partner organisations, in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...english import compared, in_words, many, number, sentence
from ...model import Word
from ...position.concerns import ConcernLine, ConcernsPosition, IssueLine
from ...position.whole import Position
from ...returns.voice import AlsoWritten
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Ref, Run, Runs, Text, runs
from ..phrases import ids, own_words_as_far, since_name, stopped, told
from ..section import Fate, Fates, Section
from . import own_words
from .earlier import earlier

NAMED_AT_THE_END = 2
"""IDs given of one partner's concerns that stand whole at the end; more are counted here, and each stands there with its ID."""

KEY = "concerns"
TITLE = "Exceptional issues and partners’ concerns"


def write(position: Position, settings: Settings) -> Section:
    """What has happened that belongs nowhere else, and what partners ask the Board to hear."""
    concerns = position.concerns
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(concerns, since_name(position))), style="lead"),
        *_issues(concerns, since_name(position)),
        *_concerns(concerns, position, settings),
    )
    return Section(KEY, TITLE, blocks, _fates(concerns))


def _lead(concerns: ConcernsPosition, since: str) -> str:
    new = f", {_of_them_new(concerns, since)}" if since and concerns.issues_new else ""
    was = compared(concerns.issues_open, concerns.issues_before, since) if not new else ""
    if not concerns.log_came:
        return sentence(
            "no Board log was received, so what exceptional issues are open is not known",
            _came(concerns),
        )
    if concerns.issues_away:
        are = "is" if concerns.issues_open == 1 else "are"
        known = f"{many(concerns.issues_open, 'exceptional issue')} {are} known to be open{new}" if concerns.issues_open else ""
        return sentence(
            *([known] if known else []),
            f"of {in_words(concerns.issues_away)}, open when last reported, nothing is heard",
            _came(concerns),
        )
    return sentence(
        f"{many(concerns.issues_open, 'exceptional issue')} {'is' if concerns.issues_open == 1 else 'are'} open{new}{was}",
        f"{_came(concerns)}{'' if concerns.concerns_unread else compared(concerns.concerns_received, concerns.concerns_before, since)}",
    )


def _came(concerns: ConcernsPosition) -> str:
    """How many concerns came; of a partner whose file counts for nothing it is not known what it asks."""
    unread = concerns.concerns_unread
    if not unread:
        return f"{many(concerns.concerns_received, 'concern')} came from partners"
    said = f"{many(concerns.concerns_received, 'concern')} came from other partners" if concerns.concerns_received else ""
    not_known = f"what {in_words(unread)} asks is not known" if len(unread) == 1 else f"what {in_words(unread)} ask is not known"
    return f"{not_known}: nothing of this month that can be read came{f'; {said}' if said else ''}"


def _of_them_new(concerns: ConcernsPosition, since: str) -> str:
    if concerns.issues_new < concerns.issues_open:
        return f"{number(concerns.issues_new)} of them new since {since}"
    return {1: "", 2: "both "}.get(concerns.issues_open, "all ") + f"new since {since}"


# ---------- exceptional issues ----------


def _issues(concerns: ConcernsPosition, since: str) -> Iterator[Block]:
    if not concerns.issues_open and not concerns.issues_away:
        yield Paragraph(
            (
                Text("Exceptional issues. ", strong=True),
                Text("None is open." if concerns.log_came else "Not known: no Board log was received."),
            ),
            number="*",
        )
    for line in concerns.issues:
        yield Paragraph(_issue(line, since), number="*", anchor=line.row.ref)
    yield from _beyond("Also open", concerns.issues_named, len(concerns.issues_not_shown))
    if concerns.issues_closed:
        when = f" since {since}" if since else ""
        yield Paragraph((Text(f"Closed{when}: "), *ids(sorted(i.ref for i in concerns.issues_closed)), Text(".")), style="note")


def _issue(line: IssueLine, since: str) -> Runs:
    row = line.row
    out: list[Run] = [Ref(row.ref), Text(" ")]
    out += [told(row, "issue", strong=True)]
    who = row.raised_by or "Raised by whom is not stated"
    known = "as last reported; not heard of since" if line.away else "" if line.new or not since else f"open since {since} or before"
    about = "; ".join(part for part in (_categories(line.categories), who, known) if part)
    out.append(Text(f" {about}.", quiet=True))
    if row.why_now:
        out.append(Text(f" Why now: {stopped(row.why_now)}"))
    if row.ask:
        out.append(Text(f" Asked: {stopped(row.ask)}"))
    return tuple(out)


# ---------- partners' concerns ----------


def _concerns(concerns: ConcernsPosition, position: Position, settings: Settings) -> Iterator[Block]:
    if not concerns.concerns_received:
        none = "None was received." if not concerns.concerns_unread else "None that can be read was received."
        yield Paragraph((Text("Partners’ concerns. ", strong=True), Text(none)), number="*")
        yield from _also_written(concerns)
        return
    shown, total = len(concerns.concerns), concerns.concerns_received
    if shown:
        yield Table(
            caption="Concerns escalated by partner organisations"
            + (f" ({shown} of {total}; the rest at the end)" if shown < total else ""),
            columns=(
                TableColumn(runs("Organisation"), 0),
                TableColumn(runs("Concern, and done inside"), 5.4),
                TableColumn(runs("What they ask"), 2.6),
                TableColumn(runs("Earlier ask, and RDG’s answer"), 4),
            ),
            rows=tuple(_concern(line, position, settings) for line in concerns.concerns),
            summary="What each partner organisation asks the Board to hear, its escalation category, what it has done inside, what it asks, and what "
            "came of what it asked before.",
            anchor="partner-concerns",
            style="long",
        )
    if concerns.concerns_elsewhere:
        yield Paragraph(_at_the_end(concerns.concerns_elsewhere), number="*")
    yield from _also_written(concerns)


def _also_written(concerns: ConcernsPosition) -> Iterator[Block]:
    """What a partner wrote that stands in no row of its form, unchanged."""
    whole = f"the data book, sheet “{AlsoWritten.sheet_title}”"
    for line in concerns.also:
        out: list[Run] = [Text(f"{line.who}, also written:", strong=True)]
        for row, said in zip(line.rows, line.said, strict=True):
            out += [Text(" "), *(own_words_as_far(said, whole) if said.words else (told(row, "words"),))]
        yield Paragraph(tuple(out), number="*")


def _at_the_end(lines: tuple[ConcernLine, ...]) -> Runs:
    """Whoever is not in the table is named, with where their words stand whole."""
    opening = "their opening" if any(line.longer for line in lines) else "whole"
    out: list[Run] = [
        Text("Also escalated "),
        Text(f"({opening} in ", quiet=True),
        *own_words.AT_THE_END,
        Text(")", quiet=True),
        Text(": "),
    ]
    for who in dict.fromkeys(line.who for line in lines):
        theirs = [line for line in lines if line.who == who]
        about = in_words(dict.fromkeys(line.named_categories for line in theirs if line.categories))
        out += [*((Text("; "),) if who != lines[0].who else ()), Text(who, strong=True), Text(f" ({about}) " if about else " ")]
        more = len(theirs) - NAMED_AT_THE_END
        out += [*ids([line.row.id for line in theirs[:NAMED_AT_THE_END]]), *([Text(f" and {number(more)} more")] if more > 0 else [])]
    return (*out, Text("."))


def _concern(line: ConcernLine, position: Position, settings: Settings) -> TableRow:
    row = line.row
    category = (Text(f" {line.named_categories}.", quiet=True),) if line.categories else ()
    return TableRow(
        (
            TableCell((Text(line.who, strong=True),), (row.id,)),
            TableCell(
                (
                    *own_words.partners_words(line, "concern"),
                    *category,
                    Text(" Done: "),
                    *own_words.partners_words(line, "done"),
                )
            ),
            TableCell(own_words.partners_words(line, "ask")),
            TableCell(earlier(position.voice, line.who, position, settings, (row.id,) if row.ask else ())),
        )
    )


# ---------- what there was no room for ----------


def _beyond(opening: str, named: tuple[IssueLine, ...], others: int) -> Iterator[Block]:
    """Everything in a mandatory category is named; the rest is counted. All of it is whole in the data book."""
    grouped: dict[str, list[str]] = {}
    for line in named:
        said = ", ".join(part for part in (line.who, _categories(line.categories)) if part)
        grouped.setdefault(said, []).append(line.row.ref)
    out: list[Run] = []
    for said, refs in grouped.items():
        out += [*((Text("; "),) if out else ()), *ids(refs), Text(f" ({said})")]
    if out:
        opened = Text(f"{opening}, in a mandatory category: ")
        yield Paragraph((opened, *out, Text(". Whole in the data book.")), style="note")
    if others:
        yield Paragraph(runs(f"Not shown: {number(others)} more, in no mandatory category; whole in the data book."), style="note")


def _categories(words: Iterable[Word]) -> str:
    """The categories as printed: the first as it stands, those after it in lower case."""
    names = [w.text for w in words]
    return in_words([*names[:1], *(n[0].lower() + n[1:] for n in names[1:])])


def _fates(concerns: ConcernsPosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    fates.printed(*(line.row for line in concerns.issues), *(line.row for line in concerns.concerns))
    fates.printed(*(line.row for line in concerns.concerns_elsewhere), *(row for line in concerns.also for row in line.rows))
    fates.summarised(*(line.row for line in concerns.issues_named), why="named with its category; whole in the data book")
    fates.summarised(*concerns.issues_not_shown)
    fates.summarised(*concerns.issues_closed, why="named as closed; whole in the data book")
    fates.summarised(*concerns.issues_closed_before, why="closed before last time; whole in the data book")
    return tuple(fates.all)
