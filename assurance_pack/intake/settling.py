"""Which of the files of a month count: identical copies once, of several versions one, and a return sent in parts put together.

A file that does not say it is a form of ours never stands in for one that does. Where two files differ for one return, the newer counts
if it leaves nothing out; otherwise it is a question, and the sentence says what would be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..english import counted, in_words
from ..model import NOT_TOLD, Cell
from ..model.fault import Fault, FaultKind
from ..returns.partner import PARTNER_RETURN, Concern
from ..returns.received import ReceiptState
from ..schema import Row
from .arrived import Arrived
from .left_out import holds_all, ids_left_out, is_kept, left_out
from .recognising.versions import Choice, choose, is_a_download, is_named_as_a_copy


def settled(arrived: Sequence[Arrived]) -> list[Arrived]:
    """The files, with copies and other versions marked as such, in the order they came."""
    files = _without_copies(arrived)
    for sender in sorted({one.sender for one in files if one.is_return}):
        versions = [one for one in files if one.is_return and one.sender == sender]
        if len(versions) > 1:
            choice = choose(versions)
            whole = _with_other_concerns(_put_together(choice.chosen, choice.others), choice.others)
            files[files.index(choice.chosen)] = whole
            for other in choice.others:
                files[files.index(other)] = _beside(other, whole, choice)
    return files


def _without_copies(arrived: Sequence[Arrived]) -> list[Arrived]:
    originals: dict[str, Arrived] = {}
    for one in sorted(arrived, key=lambda a: (is_named_as_a_copy(a.file), len(a.file), a.file)):
        originals.setdefault(one.sha256, one)
    found: list[Arrived] = []
    for one in arrived:
        first = originals[one.sha256]
        copy = first is not one and one.sha256 and one.state is not ReceiptState.REFUSED
        fault = Fault(kind=FaultKind.IDENTICAL_COPY, cell=Cell(file=one.file), expected=first.file)
        found.append(_set_beside(one, ReceiptState.IDENTICAL, fault) if copy else one)
    return found


# ---------- two files for one return ----------


def _beside(other: Arrived, chosen: Arrived, choice: Choice[Arrived]) -> Arrived:
    """A file that does not count, with the one thing there is to say of it: a note where nothing is lost, else a question."""
    lost, cell, because = left_out(chosen, other), Cell(file=other.file), choice.because
    unfilled = other.state is ReceiptState.NOT_FILLED_IN
    certain = choice.certain and not is_a_download(chosen.file)
    if not certain and holds_all(chosen, other):
        certain, because = True, "it holds all that stands in this one"
    if not other.proved and chosen.proved and not unfilled:
        fault = Fault(kind=FaultKind.WITHOUT_IDENTITY, cell=cell, expected=chosen.file, row=ids_left_out(chosen, other))
    elif unfilled or (certain and not lost and not is_named_as_a_copy(other.file) and not other.doubtful):
        fault = Fault(kind=FaultKind.SUPERSEDED, cell=cell, expected=chosen.file, suggestion=because)
    else:
        fault = Fault(
            kind=FaultKind.TWO_VERSIONS, cell=cell, expected=chosen.file, suggestion=because, seen=lost, row=ids_left_out(chosen, other)
        )
    return _set_beside(other, ReceiptState.SUPERSEDED, fault)


def _set_beside(one: Arrived, state: ReceiptState, fault: Fault) -> Arrived:
    """A file that does not count: one thing is said of it, its texts do not print, and nobody is asked to mend it."""
    unprinted = tuple(replace(t, prints=False, sender=NOT_TOLD) for t in one.texts)
    return replace(one, state=state, rows=(), faults=(fault,), texts=unprinted, note=f"see {fault.expected}")


# ---------- a return sent in parts ----------


def _put_together(chosen: Arrived, others: Sequence[Arrived]) -> Arrived:
    """The file that counts, with the sheets it does not have, or has as they were issued, taken from the newest other form of ours that fills them in."""
    whole = chosen
    for other in reversed(others):
        if not (chosen.proved and other.proved and other.state is ReceiptState.RECEIVED):
            continue
        lacking = [cls for cls, part in other.parts.items() if cls not in whole.parts and part.rows]
        if lacking and len(other.parts) > len(whole.parts):
            whole = _with_sheets(whole, other, lacking)
        blank = [
            cls
            for cls, part in other.parts.items()
            if not part.as_issued and part.rows and cls in whole.parts and whole.parts[cls].as_issued
        ]
        if blank and not other.doubtful:
            whole = _with_sheets(_without_sheets(whole, blank), other, blank, AS_ISSUED)
    return whole


def _with_other_concerns(chosen: Arrived, others: Sequence[Arrived]) -> Arrived:
    """A partner's form, with the concerns of its other forms that are others and no versions of its own: who has two may send two forms."""
    whole = chosen
    for other in others:
        if chosen.kind == PARTNER_RETURN.key and chosen.proved and other.proved and other.state is ReceiptState.RECEIVED:
            besides = [row for row in other.rows if isinstance(row, Concern) and not is_kept(row.concern or "", whole)]
            if besides:
                whole = _with_concerns(whole, other, besides)
    return whole


def _with_concerns(whole: Arrived, other: Arrived, besides: Sequence[Concern]) -> Arrived:
    taken = {cell for row in besides for cell in row.cells.values()}
    used = {row.id for row in whole.rows if isinstance(row, Concern)}
    renamed = []
    for row in besides:
        number = 1
        while (given := row.id if row.id not in used else f"{_stem(row.id)}-{number}") in used:
            number += 1
        used.add(given)
        renamed.append(row.model_copy(update={"given_id": given}))
    sheet = besides[0].at.sheet
    said = Fault(
        kind=FaultKind.PUT_TOGETHER,
        cell=Cell(file=whole.file),
        expected=other.file,
        seen=counted(len(besides), "concern"),
        suggestion=BESIDES,
    )
    return replace(
        whole,
        rows=(*whole.rows, *renamed),
        faults=(*whole.faults, said, *(f for f in other.faults if f.cell in taken)),
        texts=(*whole.texts, *(t for t in other.texts if t.cell in taken or (t.cell.sheet == sheet and not t.cell.ref))),
    )


def _stem(ref: str) -> str:
    """An ID without its last number."""
    return ref.rpartition("-")[0]


BESIDES = "besides"
"""Said of concerns that were taken from another form of a partner, because they are others."""
AS_ISSUED = "as issued"
"""Said of sheets that were taken from another file because nobody had filled them in."""


def _without_sheets(whole: Arrived, kinds: Sequence[type[Row]]) -> Arrived:
    """A file without some of its sheets: their rows, their faults and their texts."""
    titles = {whole.parts[cls].title for cls in kinds}
    return replace(
        whole,
        rows=tuple(row for row in whole.rows if type(row) not in kinds),
        faults=tuple(f for f in whole.faults if f.cell.sheet not in titles),
        texts=tuple(t for t in whole.texts if t.cell.sheet not in titles),
        parts={cls: part for cls, part in whole.parts.items() if cls not in kinds},
    )


def _with_sheets(whole: Arrived, other: Arrived, taken: Sequence[type[Row]], because: str = "") -> Arrived:
    parts = {cls: other.parts[cls] for cls in taken}
    titles = {part.title for part in parts.values()}
    told, there = {cls.sheet_title for cls in parts}, {cls.sheet_title for cls in other.parts}  # a sheet with nothing on it is there too
    here = [f for f in whole.faults if not (f.kind is FaultKind.MISSING_SHEET and f.expected in there)]
    said = Fault(
        kind=FaultKind.PUT_TOGETHER, cell=Cell(file=whole.file), expected=other.file, seen=in_words(sorted(told)), suggestion=because
    )
    return replace(
        whole,
        rows=(*whole.rows, *(row for part in parts.values() for row in part.rows)),
        faults=(*here, said, *(f for part in parts.values() for f in part.faults)),
        texts=(*whole.texts, *(t for t in other.texts if t.cell.sheet in titles)),
        parts={**whole.parts, **parts},
    )
