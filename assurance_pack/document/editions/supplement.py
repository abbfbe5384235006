"""The supplement: after a pack has gone out, the items that changed since, each with what it replaces, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from ...assess.besides import shown
from ...assess.changes import Change, ChangeKind, Changes
from ...english import many, sentence
from ...position.whole import Position
from ...returns import SHEETS
from ...returns.received import Returns
from ...schema import Row, columns
from ...schema.column import ColumnKind
from ...settings import Settings
from ..assemble import Assembled, assemble, boards_own
from ..blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Run, Runs, Text, runs
from ..bounded import bounded
from ..change_words import change_about, change_name
from ..naming import with_names
from ..section import Section
from .spelt_out import spelt_out

TITLE, FILE, KEY = "Supplement to the assurance pack", "supplement", "supplement"


def supplement(
    changes: Changes, before: Returns, now: Returns, position: Position, settings: Settings, *,
    replaces: str, version: str, standing: str, notes: tuple[str, ...] = (),
) -> Assembled:  # fmt: skip
    """The supplement of a month.

    Args:
        changes: what changed since the version that went out.
        before: the rows of that version.
        now: the rows as they are.
        position: every figure of the month.
        settings: what `pack.toml` says.
        replaces: the version that went out.
        version: the version these changes make.
        standing: whether that is approved, in words.
        notes: what else is to be known of it.
    """
    blocks = tuple(_blocks(changes, before, now, settings, replaces, notes))
    (named,) = with_names((Section(KEY, "What changed", blocks, ()),), position.names)
    known = {*settings.board.name.split(), "RDG"}
    (section,) = spelt_out((bounded(named, "the data book of its version"),), settings, known)
    return assemble(
        (section,), position, settings, now, title=TITLE, version=version, standing=standing, front=boards_own(position, settings)
    )


def _blocks(changes: Changes, before: Returns, now: Returns, settings: Settings, replaces: str, notes: tuple[str, ...]) -> Iterator[Block]:
    groups: dict[str, list[Change]] = {}
    for change in changes.everything:
        groups.setdefault(change_name(change), []).append(change)
    yield Heading(2, "What changed", anchor=KEY)
    yield Paragraph(
        runs(sentence(f"{many(len(groups), 'item')} changed since version {replaces}; all else stands as it went out")), style="lead"
    )
    yield from (Paragraph(runs(sentence(note)), style="note") for note in notes)
    if not groups:
        return
    yield Table(
        caption=f"Each item that changed since version {replaces}, and what it replaces",
        columns=(TableColumn(runs("Item"), 0, "id"), TableColumn(runs("Now"), 6), TableColumn(runs(f"In version {replaces}"), 6)),
        rows=tuple(_correction(name, found, before, now, settings) for name, found in groups.items()),
        summary="Each item that changed, what it says now and what it said in the version that went out.",
        anchor="what-changed",
        style="long",
    )  # fmt: skip


def _correction(name: str, found: list[Change], before: Returns, now: Returns, settings: Settings) -> TableRow:
    here: list[Run] = []
    there: list[Run] = []
    for change in found:
        _add(here, _side(change, now, settings, came=True))
        _add(there, _side(change, before, settings, came=False))
    nothing = (Text("–", quiet=True),)
    return TableRow((TableCell((Text(name, strong=True),), (name,)), TableCell(tuple(here) or nothing), TableCell(tuple(there) or nothing)))


def _add(to: list[Run], more: Runs) -> None:
    to += [*((Break(),) if to and more else ()), *more]


def _side(change: Change, returns: Returns, settings: Settings, *, came: bool) -> Runs:
    """One side of a change: a cell with its heading, or a whole row where it came or left."""
    heading = change_about(change)
    if change.column or change.kind is ChangeKind.CHANGED:
        said = change.after if came else change.before
        return (
            *((Text(f"{heading}: ", quiet=True),) if heading else ()),
            Text(said or ("changed" if came and not change.before else "not stated")),
        )
    if came is (change.kind is ChangeKind.NEW):
        row = _row_of(change, returns, came=came)
        return runs(*_in_full(row, settings)) if row else runs("In hand." if came else "Was in hand.")
    return runs("Not there." if came else "Was not there.")


def _row_of(change: Change, returns: Returns, *, came: bool) -> Row | None:
    at = change.cell if came else change.previous_cell
    cls = SHEETS.get(change.sheet)
    return next((row for row in returns.rows if type(row) is cls and row.at == at), None)


def _in_full(row: Row, settings: Settings) -> Iterator[Run]:
    """Everything a row says that is for the Board."""
    first = True
    for column in columns(type(row)):
        said = shown(row, column, settings) if column.prints and column.kind is not ColumnKind.MONTH and column.name != "id" else ""
        if said:
            yield from (
                (Text(f"{column.heading}: ", quiet=True), Text(said))
                if first
                else (Break(), Text(f"{column.heading}: ", quiet=True), Text(said))
            )
            first = False
