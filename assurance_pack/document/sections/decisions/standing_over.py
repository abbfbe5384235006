"""What the Board was asked before and has still to decide: a row each, with what RDG's paper said, so that it can decide now."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import first_sentence, in_words, many, month_name, number
from ....position.decisions import StandingOver
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Text, runs
from ...phrases import graded, ids, missing, stated, status, stopped
from .matter import needed, recommendation

ANCHOR = "standing-over"
SHOWN = 5
"""Matters with a row; any more are named."""


def still_to_decide(standing: tuple[StandingOver, ...], position: Position) -> str:
    """``two asked in June are still to be decided``; nothing where none is."""
    if not standing:
        return ""
    months = in_words(dict.fromkeys(month_name(s.asked_in, position.pack) for s in standing))
    return f"{number(len(standing))} asked in {months} {'is' if len(standing) == 1 else 'are'} still to be decided"


def where_they_stand(standing: tuple[StandingOver, ...]) -> Iterator[Run]:
    """Where their table is: in section 9, with what the Board log says of them."""
    if standing:
        yield Text(f" {'It is' if len(standing) == 1 else 'They are'} in ")
        yield Ref("", target=ANCHOR)
        yield Text(".")


def standing_over(standing: tuple[StandingOver, ...], position: Position, settings: Settings) -> Iterator[Block]:
    """The table, and the names of those it has no room for."""
    if not standing:
        return
    yield Table(
        caption=f"Asked before, and still to be decided: {many(len(standing), 'matter')}, as section 2 of that month’s pack had {'it' if len(standing) == 1 else 'them'}",
        columns=(
            TableColumn(runs("Matter"), 0, "id"),
            TableColumn(runs("What was asked, and options"), 7.6),
            TableColumn(runs("RDG recommended, and by when"), 4.4),
        ),
        rows=tuple(_row(one, position, settings) for one in standing[:SHOWN]),
        summary="Each matter the Board was asked to decide in an earlier month and has not: what was asked, the options, what RDG recommended with its confidence, and by when it was needed.",
        anchor=ANCHOR,
        style="long",
    )  # fmt: skip
    if rest := standing[SHOWN:]:
        also = Text("Also asked before and still to be decided, whole in the data book: ", strong=True)
        yield Paragraph((also, *ids(one.matter.row.ref for one in rest), Text(".")), number="*", anchor="also-standing-over")


def _row(one: StandingOver, position: Position, settings: Settings) -> TableRow:
    row = one.matter.row
    asked = row.asked_detail or first_sentence(row.issue or "")
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True), Text(f", {month_name(one.asked_in, position.pack)}")), (row.ref,)),
            TableCell((
                *stated(stopped(asked) if asked else "", missing(row, "asked_detail")),
                *_options(one, settings),
                Text(f" {_put_off(one, position)}", quiet=True),
            )),
            TableCell((
                *recommendation(row), Text(" "), *graded(row.confidence, row, "confidence", settings, "confidence"),
                Text(". Needed by ", quiet=True), *needed(one.matter, position),
            )),
        )
    )  # fmt: skip


def _put_off(one: StandingOver, position: Position) -> str:
    return (
        f"Put off to {month_name(one.deferred_to, position.pack)}." if one.deferred_to else "Neither a decision nor a deferral is logged."
    )


def _options(one: StandingOver, settings: Settings) -> Iterator[Run]:
    for option in one.matter.options:
        yield Text(f" Option {option.letter}: {option.text.rstrip('.')}, ")
        yield status(option.confidence, settings, "confidence")
        yield Text(".")
