"""`pack adopt`: brings a register kept elsewhere onto a form of the month. Without `--yes` it only proposes, and writes `mapping.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..home import Home
from ..intake.adopting.accounts import Account, Adopted, Became, Item
from ..intake.adopting.files import FreshIds, adopt, completed, propose_all, tables_of
from ..intake.adopting.mapping import as_toml, changed_by, sheets_to_fill
from ..intake.issue import Form, FormRow, FormSheet, write
from ..intake.opening.grid import OpenedBook, Refusal
from ..intake.opening.reader import read_file
from ..intake.reading.texts import texts
from ..intake.recognising.sheets import identities
from ..model import Cell, Month, Sender
from ..model.fault import Fault, FaultKind
from ..model.text import NAME_PLACES, GuardFinding, SentText, TextPlace
from ..pipeline import Progress, earlier_records
from ..record.writing import write_all
from ..returns import return_kind
from ..returns.rdg import RDG
from ..returns.received import Returns
from ..returns.workspace import IndicatorFigure
from ..rules import guard, judge, shape
from ..rules.case import Case
from ..schema import Row
from ..senders import all_senders, form_name
from ..settings import Settings
from .adopt_report import report
from .adoption import Adoption
from .covering import write_covering
from .forward import Forward
from .prefill import form_for, next_free


class CannotAdopt(Exception):
    """Why nothing can be brought in, and what to do. `refused`: because it may identify a child."""

    def __init__(self, sentence: str, *, refused: bool = False) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.refused = refused


def adopt_files(
    home: Home, month: Month, settings: Settings, sender: Sender, files: Iterable[Path], *, do: bool, progress: Progress
) -> Adoption:
    """Propose, or follow what is proposed and was changed in `mapping.toml`, and write the form.

    Raises:
        CannotAdopt: a file cannot be read, holds no table, or has a name that may identify a child; or the form would lose rows.
        MappingProblem: `mapping.toml` says something that cannot be followed.
        OSError: a file cannot be read or written.
    """
    progress("Reading the files")
    books, found_by_guard = _safe(_books(files, month, settings), sender, settings)
    found = tables_of(books)
    if not found:
        raise CannotAdopt(
            f"No table with headings was found in {', '.join(books)}. Headings such as Milestone, Due date, Risk, Owner are looked for on every row."
        )
    choices = sheets_to_fill(return_kind(sender.kind).sheets)
    proposed = propose_all(found, choices, settings, month)
    folder = home.output(month) / "adopted"
    mapping_file = folder / f"{form_name(sender, settings)} mapping.toml"
    mappings = changed_by(mapping_file.read_bytes(), proposed, choices) if mapping_file.exists() else proposed
    mappings = tuple(completed(t, m, settings) for t, m in zip(found, mappings, strict=True))
    forward = Forward(month, settings, earlier_records(home, month, settings).history)
    adopted = adopt(books, found, mappings, settings, lambda cls: FreshIds(*next_free(cls, sender, forward)))
    withheld = tuple(f for f in found_by_guard if f.in_value)
    adopted = _with_withheld(adopted, withheld)
    made = Adoption(month, sender, mappings, adopted, mapping_file, withheld, tuple(f for f in found_by_guard if f.rule == "AP513"))
    toml = as_toml(mappings, choices).encode()
    if not do:
        write_all(folder, {mapping_file.name: toml})
        return made
    progress("Drawing the form")
    form = _with_items(form_for(sender, forward), adopted, forward)
    drawn = home.output(month) / "forms" / f"{form_name(sender, settings)} {month}.xlsx"
    listed = report_of(home, month, sender, settings)
    _nothing_lost(listed, books)
    write_all(drawn.parent, {drawn.name: write(form, settings)})
    write_covering(drawn.parent, month, (sender,), settings)
    write_all(folder, {mapping_file.name: toml, listed.name: report(made, books, settings)})
    return replace(made, written=(drawn, listed))


def may_adopt(settings: Settings) -> tuple[Sender, ...]:
    """Whose form has room for a register. RDG’s is drawn by `pack brief`, which would draw it again without what was brought in."""
    return tuple(s for s in all_senders(settings) if s != RDG and sheets_to_fill(return_kind(s.kind).sheets))


def report_of(home: Home, month: Month, sender: Sender, settings: Settings) -> Path:
    """Where it is said what became of every cell that was brought in for a sender; its being there says that its form holds such rows."""
    return home.output(month) / "adopted" / f"{form_name(sender, settings)} every cell.xlsx"


# ---------- what comes in ----------


def _books(files: Iterable[Path], month: Month, settings: Settings) -> dict[str, OpenedBook]:
    books: dict[str, OpenedBook] = {}
    for path in files:
        if path.name in books:
            raise CannotAdopt(
                "The same name is given twice. Name a file once, or rename one of two, so that the report can tell them apart."
            )
        read = read_file(path)
        if isinstance(read, Refusal):
            fault = Fault(kind=FaultKind(read.kind), cell=Cell(file=path.name), expected=read.what)
            case = Case(month=month, settings=settings, returns=Returns(month, faults=(fault,)), position=month.last_day)
            said = next((f"{p.sentence} {p.remedy}" for p in judge(shape.RULES, case).problems), "It cannot be read.")
            raise CannotAdopt(f"{path.name}: {said}")
        if any(identities(grid) for grid in read.sheets):
            raise CannotAdopt(
                f"{path.name} is a form of pack’s own: it needs no adopting. Put it into inputs/{month}, where it is read as it is."
            )
        books[path.name] = read
    return books


def _safe(books: Mapping[str, OpenedBook], sender: Sender, settings: Settings) -> tuple[dict[str, OpenedBook], tuple[GuardFinding, ...]]:
    """The files without what may identify a child, and what the guard found in them.

    Raises:
        CannotAdopt: the name of a file or sheet may identify a child.
    """
    said: list[SentText] = []
    for file, book in books.items():
        said.append(SentText(cell=Cell(file=file), text=file, where=TextPlace.FILE_NAME, prints=True, sender=sender))
        said += (replace(t, prints=t.where not in (TextPlace.TRACE, TextPlace.PROPERTY)) for t in texts(book, file, sender, ()))
    found = guard.scan(said, settings)
    if any(f.where in NAME_PLACES and f.blocks for f in found):
        raise CannotAdopt(
            "The name of a file, or of a sheet in it, may identify a child. Rename it, then try again; nothing was written.", refused=True
        )
    return {file: _without(book, file, found) for file, book in books.items()}, found


def _without(book: OpenedBook, file: str, found: Iterable[GuardFinding]) -> OpenedBook:
    """A file without the cells and notes in which something was found. What stands beside the cells goes nowhere if there is doubt about any of it."""
    cells = {(f.cell.sheet, f.cell.ref) for f in found if f.cell.file == file and f.in_value}
    notes = {(f.cell.sheet, f.cell.ref) for f in found if f.cell.file == file and f.where is TextPlace.COMMENT and not f.hint}
    beside = {f.cell.sheet for f in found if f.cell.file == file and not f.cell.ref and not f.hint}
    sheets = tuple(
        replace(
            grid,
            cells={p: s for p, s in grid.cells.items() if (grid.title, grid.ref(*p)) not in cells},
            comments={p: c for p, c in grid.comments.items() if (grid.title, grid.ref(*p)) not in notes},
            asides=() if grid.title in beside else grid.asides,
        )
        for grid in book.sheets
    )
    return replace(book, sheets=sheets, paragraphs=() if "" in beside else book.paragraphs)


def _with_withheld(adopted: Adopted, withheld: Iterable[GuardFinding]) -> Adopted:
    lines = tuple(
        Account(cell, "", Became.WITHHELD, "", "take it out of the file, then bring it in again")
        for cell in dict.fromkeys(f.cell for f in withheld)
    )
    return replace(adopted, accounts=(*adopted.accounts, *lines))


# ---------- what goes onto the form ----------


def _nothing_lost(listed: Path, books: Mapping[str, OpenedBook]) -> None:
    """A form drawn again without a file it was drawn from before would lose its rows."""
    if not listed.exists():
        return
    before = read_file(listed)
    grid = next((g for g in before.sheets if g.title == "In short"), None) if isinstance(before, OpenedBook) else None
    files = {str(s.value) for (_, column), s in grid.cells.items() if column == 2} - {"File"} if grid else set()
    gone = sorted(f for f in files if f not in books)
    if gone:
        raise CannotAdopt(
            f"The form that lies there holds rows of {', '.join(gone)}, which would be lost. Name all the files in one command; "
            f"or delete “{listed.name}” beside it to begin again."
        )


def _with_items(form: Form, adopted: Adopted, forward: Forward) -> Form:
    sheets = dict(form.sheets)
    for cls, items in adopted.items.items():
        there = sheets.get(cls, FormSheet())
        rows = tuple(map(_form_row, items))
        if cls is IndicatorFigure:
            told = {(str(r.values.get("indicator")), r.values.get("period_end")) for r in rows}
            kept = tuple(r for r in there.rows if (str(r.values.get("indicator")), r.values.get("period_end")) not in told)
            sheets[cls] = replace(there, rows=tuple(sorted((*kept, *rows), key=_newest_first)))
            continue
        used = [str(r.values.get("id")) for r in rows]
        sheets[cls] = replace(there, rows=(*there.rows, *rows), spare=_spare(cls, form, used, forward), spare_rows=cls.life.spare_rows)
    return replace(form, sheets=sheets)


def _newest_first(row: FormRow) -> tuple[int, str]:
    end = row.values.get("period_end")
    return (-end.toordinal() if end else 0, str(row.values.get("indicator")))


def _spare(cls: type[Row], form: Form, used: Iterable[str], forward: Forward) -> tuple[str, ...]:
    fresh, taken = FreshIds(*next_free(cls, form.sender, forward)), set(used)
    return tuple(fresh.next_beside(taken) for _ in range(cls.life.spare_rows))


def _form_row(item: Item) -> FormRow:
    ratings = {f"_{n}": str(item.values[n])[:1] for n in ("likelihood", "consequence") if item.values.get(n)}
    return FormRow(item.values, ratings, adopted=True)
