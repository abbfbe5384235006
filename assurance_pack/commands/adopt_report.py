"""What `pack adopt` writes beside the form: the columns that have no place, whole, and what became of every cell."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ..english import counted, in_words, number, upper_first
from ..intake.adopting.accounts import Account, Became
from ..intake.adopting.mapping import NOT_PLACED, SURE_ENOUGH, TableMapping, said_for
from ..intake.adopting.placing import SAME_ROW
from ..intake.as_typed import visible
from ..intake.issue.style import Formats
from ..intake.issue.workbook import DRAWN
from ..intake.opening.grid import OpenedBook
from ..senders import sender_name
from ..settings import Settings
from .adoption import Adoption
from .months import no_meeting

MOST_NAMED = 6


def report(made: Adoption, books: Mapping[str, OpenedBook], settings: Settings) -> bytes:
    """The workbook: *In short*, *Not placed*, *Every cell*. The same bytes for the same files and mapping."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {
            "title": f"What was brought in, {sender_name(made.sender, settings)}, {made.month.name}",
            "author": settings.secretariat.name,
            "created": DRAWN,
        }
    )
    formats = Formats(book)
    tables: list[tuple[str, ...]] = [("Sheet", "File", "Headings on row", "Becomes", "Why")]
    tables += [
        (f"{m.sheet} (hidden)" if m.hidden else m.sheet, m.file, str(m.headings), m.becomes.sheet_title if m.becomes else "left out", m.why)
        for m in made.mappings
    ]
    told = {m.file for m in made.mappings}
    tables += [("", file, "", "no table was found", "") for file in books if file not in told]
    counts = [("", ""), ("Cells", "How many"), *((str(b), str(n)) for b, n in _counted(made.adopted.accounts))]
    _sheet(book.add_worksheet("In short"), [*tables, *((a, "", "", b) for a, b in counts)], (28, 34, 16, 22, 60), formats)
    whole: list[tuple[str, ...]] = [("File", "Sheet", "Heading", "ID", "Your own ID", "What stands there")]
    for column in made.adopted.unplaced:
        whole += [(column.file, column.sheet, column.heading, str(i.values.get("id", "")), i.own_id, said) for i, said in column.lines]
    _sheet(book.add_worksheet(NOT_PLACED), whole, (24, 20, 26, 14, 14, 70), formats)
    order = [Became.WITHHELD, Became.NOT_PLACED, Became.READ_AS, Became.PLACED, Became.WORKED_OUT, Became.HEADING]
    lines = sorted(made.adopted.accounts, key=lambda a: order.index(a.became))
    every: list[tuple[str, ...]] = [("Cell", "What stands there", "What became of it", "Where it stands now", "Why, or how it was read")]
    every += [(str(a.cell), a.seen, str(a.became), a.where, a.why) for a in lines]
    _sheet(book.add_worksheet("Every cell"), every, (44, 50, 26, 40, 60), formats)
    book.close()
    return buffer.getvalue()


def _sheet(sheet: Worksheet, lines: list[tuple[str, ...]], widths: tuple[int, ...], formats: Formats) -> None:
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for row, line in enumerate(lines):
        for at, said in enumerate(line):
            sheet.write_string(row, at, said, formats.heading(yours=False) if row == 0 else formats.cell(yours=False, locked=False))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(lines) - 1, 1), len(widths) - 1)


def _counted(accounts: Iterable[Account]) -> list[tuple[Became, int]]:
    counts = Counter(a.became for a in accounts)
    return [(b, counts[b]) for b in Became if counts[b]]


def adopt_lines(made: Adoption, settings: Settings) -> Iterator[str]:
    """What would be brought in, or was, as it reads in a terminal."""
    yield f"{sender_name(made.sender, settings)}: {settings.month_read(made.month)}"
    if not settings.meeting(made.month):
        yield no_meeting(settings, made.month)
    for mapping in made.mappings:
        yield from _table_lines(mapping, made)
    yield ""
    yield f"{counted(len(made.adopted.accounts), 'cell')}, each accounted for: {in_words(f'{n} {b}' for b, n in _counted(made.adopted.accounts))}."
    for own_id, cells in made.adopted.shared_ids:
        yield f"“{_on_one_line(own_id)}” stands for {number(len(cells))} items: {_first(map(str, cells))}. Each has an ID of ours: see whether they are one."
    once = [a for a in made.adopted.accounts if a.why.startswith(SAME_ROW)]
    if once:
        rows = dict.fromkeys(f"{a.cell.sheet}!{''.join(c for c in a.cell.ref if c.isdigit())}" for a in once)
        yield f"Left out, because it stands there twice word for word: row {_first(rows)}."
    if made.withheld:
        places = dict.fromkeys(str(f.cell) for f in made.withheld)
        yield f"Withheld, because it may identify a child: {_first(places)}. Take it out of the file, then bring it in again."
    if made.named:
        yield f"A person seems to be named at {_first(dict.fromkeys(str(f.cell) for f in made.named))}: the form asks for roles. Write the role there."
    yield from _next(made)


def _table_lines(mapping: TableMapping, made: Adoption) -> Iterator[str]:
    yield ""
    hidden = " (a hidden sheet)" if mapping.hidden else ""
    yield f"{visible(mapping.file)} › {visible(mapping.sheet)}{hidden}, headings on {'row' if mapping.first.isalpha() else 'column'} {mapping.headings}: {_becomes(mapping)}"
    if mapping.becomes is None:
        return
    if mapping.why:
        yield f"  {upper_first(mapping.why)}."
    width = max(len(_on_one_line(c.heading)) for c in mapping.columns)
    for c in mapping.columns:
        sure = f"  {c.sure} % sure" if c.goes_to != NOT_PLACED and c.sure < 100 else ""
        yield f"  {c.letter:<3} {_on_one_line(c.heading):<{width}}  {said_for(c.goes_to, mapping.becomes)}{sure}"
        told = [w for w in mapping.words.get(c.at, ()) if w.word and w.sure >= SURE_ENOUGH and w.word.casefold() != w.said.casefold()]
        untold = [w for w in mapping.words.get(c.at, ()) if not w.word]
        if told:
            yield f"  {'':<{width + 4}}  {in_words(f'“{_on_one_line(w.said)}” means {w.word} ({w.sure} %)' for w in told[:MOST_NAMED])}"
        if untold:
            yield f"  {'':<{width + 4}}  yours to say: {', '.join(f'“{_on_one_line(w.said)}”' for w in untold[:MOST_NAMED])}"


def _becomes(mapping: TableMapping) -> str:
    return f"becomes {mapping.becomes.sheet_title}" if mapping.becomes else mapping.why or "left out"


def _on_one_line(text: str) -> str:
    line = visible(text) or "(no heading)"
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"


def _first(places: Iterable[str]) -> str:
    named = list(places)
    rest = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return f"{'; '.join(named[:MOST_NAMED])}{rest}"


def _next(made: Adoption) -> Iterator[str]:
    if not made.written:
        yield f"Nothing is on a form yet. What is proposed stands in {made.mapping_file}: change what is wrong there, then run the same command with --yes."
        return
    form, listed = made.written
    yield f"The form: {form}"
    yield f"What became of every cell, and the columns without a place: {listed}"
    yield f"Next: look at both, then send the form to its owner, who chooses “This month” for every row. Where there is no time for that, put it into inputs/{made.month}: its rows count as sent. “pack forms” leaves it as it is."
