"""One file of a month's folder: opened, known for the return it is, with its rows, faults and texts.

open (child process, one file ahead) ─▶ identify ─▶ sheets, columns ─▶ convert ─▶ rows
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..model import NOT_TOLD, Cell, Month, Sender, Word
from ..model.fault import Fault, FaultKind
from ..returns.partner import PARTNER_RETURN
from ..returns.received import ReceiptState
from ..returns.voice import VOICE_RETURN, Voice
from ..returns.workspace import WORKSPACE_RETURN
from ..schema import Row, column_of
from ..senders import sender_name
from ..settings import Settings
from .arrived import Arrived, Part
from .as_typed import scripts_not_printed, visible
from .in_folder import Opened
from .issued_before import IssuedBefore
from .opening.called import DESCRIPTION
from .opening.grid import OpenedBook, Refusal, WordParagraph
from .reading.also_of_partners import also_of_partner
from .reading.beside import Beside, beside_the_boxes, rows_of
from .reading.filled import state_of, without_nil
from .reading.form_words import FormWords
from .reading.locate import locate
from .reading.no_cell import in_no_cell, of_the_file
from .reading.paragraphs import answered_and_left_over, form_in_word, has_controls
from .reading.read_book import SheetRead, read_sheets
from .reading.texts import texts
from .recognising.identify import Recognised, recognise, sender_by_name, unknown_form
from .recognising.sheets import find_sheets


def arrived(one: Opened, month: Month, settings: Settings, dates: dict[str, date], before: IssuedBefore) -> Arrived:
    """One file of the folder: the return it is, or what it is instead."""
    file, sha, read = one.file, one.sha256, one.read
    if isinstance(read, Fault):
        set_aside = read.kind is FaultKind.LOCK_FILE
        return Arrived(file, ReceiptState.SET_ASIDE, faults=(read,)) if set_aside else _refused(file, read, settings)
    if isinstance(read, Refusal):
        refused = _refused(file, Fault(kind=FaultKind(read.kind), cell=Cell(file=file), expected=read.what), settings)
        return replace(refused, received=dates.get(sha), sha256=sha)
    known = replace(_as_return(read, file, month, settings, before), received=dates.get(sha), sha256=sha)
    odd = Fault(kind=FaultKind.STRANGE_CHARACTERS, cell=Cell(file=file))
    return replace(known, faults=(odd, *known.faults)) if one.has_odd_name else known


def _refused(file: str, fault: Fault, settings: Settings) -> Arrived:
    """A file that gives us nothing: it is named, with its sender where its name gives one."""
    sender = sender_by_name(file, settings)
    return Arrived(file, ReceiptState.REFUSED, sender=sender, kind=sender.kind, faults=(fault,))


def _as_return(book: OpenedBook, file: str, month: Month, settings: Settings, before: IssuedBefore) -> Arrived:
    """A file that could be opened, as the return it is; else as none of ours, for another month, or not filled in."""
    book = replace(book, sheets=tuple(replace(g, title=visible(g.title) or "a sheet without a name") for g in book.sheets))
    controls = (bool(book.paragraphs) or any(grid.names for grid in book.sheets)) and has_controls(book, Voice)
    book, running = answered_and_left_over(book, Voice, settings)
    known = recognise(book, file, settings)
    if isinstance(known, Fault):
        known = known.model_copy(update={"suggestion": form_in_word(book)})
        return _none_of_ours(book, file, sender_by_name(file, settings), known)
    about = (*_about_file(book, file), *known.faults, *_about_form(known, file, month))
    if known.month not in (None, month) or not known.sender:
        return Arrived(
            file, ReceiptState.SET_ASIDE, sender=known.sender, kind=known.kind.key,
            faults=about, texts=tuple(texts(book, file, known.sender, ())), note="for another month" if known.sender else "",
        )  # fmt: skip
    form = FormWords(settings, before.repeated(known.sender), known.repeats)  # what came before is gone through where it is asked for
    content = _with_words_beside(_content_of(book, known, file, month, settings, before), known, running, file, month, settings, form)
    proved = bool(known.said or controls)
    if content.state is ReceiptState.NOT_FILLED_IN and not proved:
        return _none_of_ours(content.book, file, known.sender, unknown_form(file))
    return _from_its_sender(content.as_it_counts(file), known, about, proved, file, settings)


@dataclass(frozen=True)
class _Content:
    """What a form of ours holds: whether it was filled in, its rows, and what could not be read in it."""

    book: OpenedBook
    sheets: tuple[SheetRead, ...]
    state: ReceiptState
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]

    def as_it_counts(self, file: str) -> _Content:
        """Without rows that say “nothing”; without any, and with the fault that says so, where it was not filled in."""
        if self.state is ReceiptState.NIL:
            return replace(self, rows=_saying_something(self.rows))
        if self.state is ReceiptState.NOT_FILLED_IN:
            return replace(self, rows=(), faults=(Fault(kind=FaultKind.NOT_FILLED_IN, cell=Cell(file=file)),))
        return self


def _saying_something(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(kept for row in rows if (kept := without_nil(row)))


def _content_of(book: OpenedBook, known: Recognised, file: str, month: Month, settings: Settings, before: IssuedBefore) -> _Content:
    sheets, faults = read_sheets(book, known, file, settings)
    faults = (*faults, *(f for sheet in sheets for f in sheet.faults), *_pictures(book, file))
    rows = tuple(_completed(row, known, month, settings) for sheet in sheets for row in sheet.rows)
    read = list(find_sheets(book, known.kind, file)[0].values())
    faults += tuple(in_no_cell(book, read, known.kind, file, settings))
    state = state_of(known.kind, sheets, faults, lambda cls: before.of(known.sender, cls))
    if state is ReceiptState.NOT_FILLED_IN and not known.kind.expected:
        # the form says: nothing this month, send nothing. Sent back blank, it says just that
        return _Content(book, tuple(sheets), ReceiptState.NIL, (), ())
    return _Content(book, tuple(sheets), state, rows, (*faults, *of_the_file(book, read, file, settings)))


def _pictures(book: OpenedBook, file: str) -> Iterator[Fault]:
    """Pictures, and documents put in as objects: what they say cannot be read, and nobody may take the form for empty."""
    for grid in book.sheets:
        described = {place: said for place, what, said in grid.laid_over if what == DESCRIPTION}
        for place in grid.pictures:
            yield Fault(kind=FaultKind.PICTURE, cell=Cell(file=file, sheet=grid.title, ref=grid.ref(*place)), seen=described.get(place, ""))
    if book.put_in:
        yield Fault(kind=FaultKind.PICTURE, cell=Cell(file=file), seen="; ".join(book.described))


A_SENTENCE = 3
"""Words: less than that, deleted with changes tracked, is a slip put right."""


def _with_words_beside(
    content: _Content, known: Recognised, running: tuple[WordParagraph, ...], file: str, month: Month, settings: Settings,
    form: FormWords,
) -> _Content:  # fmt: skip
    """The content, with what a group or a partner wrote beside its boxes: if that is all it wrote, it has still sent something."""
    if known.kind is PARTNER_RETURN:
        rows, said = also_of_partner(content.book, content.rows, content.faults, file, known.sender, month)
        return replace(content, rows=(*content.rows, *rows), faults=said)
    if known.kind is not VOICE_RETURN:
        return content
    book, beside = _also_written(content.book, known, running, file, settings, form)
    also = rows_of(beside, file, known.sender, month)
    read = {row.at.sheet for row in also}
    faults = [f for f in content.faults if f.kind is not FaultKind.EXTRA_SHEET or f.cell.sheet not in read]
    faults += [Fault(kind=FaultKind.BESIDE_THE_BOXES, cell=one.cell(file), expected=one.kind) for one in beside]
    faults += [Fault(kind=FaultKind.STRUCK_OUT, cell=one.cell(file)) for one in beside if one.struck]
    if any(len(text.split()) >= A_SENTENCE for text in content.book.deleted):
        faults.append(Fault(kind=FaultKind.STRUCK_OUT, cell=Cell(file=file), expected="deleted"))
    scripts = ((row.at, script) for row in also for script in scripts_not_printed(row.words or ""))
    faults += [Fault(kind=FaultKind.OTHER_SCRIPT, cell=cell, expected=script) for cell, script in scripts]
    if not also:
        return replace(content, book=book, faults=tuple(faults))
    return replace(content, book=book, state=ReceiptState.RECEIVED, rows=(*_saying_something(content.rows), *also), faults=tuple(faults))


def _from_its_sender(
    content: _Content, known: Recognised, about: tuple[Fault, ...], proved: bool, file: str, settings: Settings
) -> Arrived:
    """The return, where its first page, its hidden identity and its IDs agree on whose it is."""
    rows = content.rows
    theirs = _others_ids(rows, known, file, settings)
    cover = known.kind.sender(known.cover) if known.cover else known.sender
    if theirs and cover != known.sender:
        # its first page and its IDs are somebody else's: it is taken for neither
        return _none_of_ours(content.book, file, NOT_TOLD, theirs[0])
    asked = [] if proved or not rows or known.kind.voice else [Fault(kind=FaultKind.WITHOUT_IDENTITY, cell=Cell(file=file))]
    parts = {s.cls: Part(_title_of(s), tuple(r for r in rows if type(r) is s.cls), s.faults, s.as_issued) for s in content.sheets}
    return Arrived(
        file, content.state, None, proved, bool(theirs) or cover != known.sender or known.named_otherwise, known.sender, known.kind.key, "", rows,
        (*about, *asked, *content.faults, *theirs), tuple(texts(content.book, file, known.sender, rows)), "", known.made_for, parts if rows else {},
    )  # fmt: skip


def _title_of(sheet: SheetRead) -> str:
    """The title a sheet has in its file."""
    return sheet.rows[0].at.sheet if sheet.rows else sheet.cls.sheet_title


def _also_written(
    book: OpenedBook, known: Recognised, running: tuple[WordParagraph, ...], file: str, settings: Settings, form: FormWords
) -> tuple[OpenedBook, tuple[Beside, ...]]:
    """What a group wrote beside its boxes; and the book with a place for what has no cell of its own, for the guard to read."""
    grid = find_sheets(book, known.kind, file)[0].get(Voice)
    if grid is None:
        return book, ()
    made, beside = beside_the_boxes(book, locate(Voice, grid, file), running, form, settings)
    return (replace(book, sheets=(*book.sheets, made)) if made.cells else book), beside


def _none_of_ours(book: OpenedBook, file: str, sender: Sender, fault: Fault) -> Arrived:
    """A file that is none of our forms, or is only like one and says nothing."""
    said = tuple(texts(book, file, sender, ()))
    return Arrived(file, ReceiptState.SET_ASIDE, sender=sender, kind=sender.kind, faults=(fault, *_about_file(book, file)), texts=said)


def _about_file(book: OpenedBook, file: str) -> list[Fault]:
    """What there is to say of the file whatever it holds."""
    faults = [Fault(kind=FaultKind.MACROS, cell=Cell(file=file))] if book.macros else []
    if book.blind:
        faults.append(Fault(kind=FaultKind.OTHER_FORMAT, cell=Cell(file=file), seen=book.blind))
    return faults


def _about_form(known: Recognised, file: str, month: Month) -> list[Fault]:
    cell = Cell(file=file)
    if known.month is None:
        return [Fault(kind=FaultKind.MONTH_NOT_STATED, cell=cell, expected=month)]
    if known.month != month:
        return [Fault(kind=FaultKind.WRONG_MONTH, cell=cell, seen=known.month, expected=month)]
    if known.version < known.kind.version:
        return [Fault(kind=FaultKind.OLDER_FORM, cell=cell, seen=str(known.version), expected=str(known.kind.version))]
    return []


def _completed(row: Row, known: Recognised, month: Month, settings: Settings) -> Row:
    """A first page that leaves out what the file says elsewhere: the month, and who sends it."""
    said: dict[str, Month | Word] = {"month": month}
    if (asks := known.kind.asks) and row.layout == "page" and (word := settings.word(column_of(type(row), asks).words, known.sender.code)):
        said[asks] = word.value
    asked = {n: v for n, v in said.items() if row.layout == "page" and n in type(row).model_fields}
    # the month may have been corrected in the title of the form alone
    lacking = {n: v for n, v in asked.items() if getattr(row, n) is None or (n == "month" and getattr(row, n) != v)}
    return row.model_copy(update=lacking) if lacking else row


def _others_ids(rows: Iterable[Row], known: Recognised, file: str, settings: Settings) -> list[Fault]:
    """A Workspace's form filled with another Workspace's rows: most of its IDs are not its own."""
    code = known.sender.code
    others = {w.code for w in settings.workspaces} - {code}
    given = [i.split("-")[1] for row in rows if (i := row.id_for_life) and i.count("-") > 1]
    if known.kind is not WORKSPACE_RETURN or 2 * sum(g in others for g in given) <= len(given):
        return []
    theirs = min({g for g in given if g in others}, key=lambda g: (-given.count(g), g))
    expected = sender_name(known.sender, settings)
    return [
        Fault(
            kind=FaultKind.WRONG_SENDER,
            cell=Cell(file=file),
            seen=sender_name(WORKSPACE_RETURN.sender(theirs), settings),
            expected=expected,
        )
    ]
