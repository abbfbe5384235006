"""What people do to a workbook besides typing into its cells: notes, hidden places, headings, sheets, and what befalls a file."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from fault import Act
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

HEADINGS = 4
"""The row of headings of every table; the hidden keys stand in the row above."""


# ---------- at a cell ----------


def note(text: str) -> Act:
    """A note on the cell."""

    def do(cell: Any) -> None:
        cell.comment = Comment(text, "Officer")

    return do


def in_hidden_row(text: str) -> Act:
    """Words in the cell, and its row hidden."""

    def do(cell: Any) -> None:
        cell.value = text
        cell.parent.row_dimensions[cell.row].hidden = True

    return do


def struck(cell: Any) -> None:
    """What stands in the cell, struck through."""
    cell.font = Font(name=cell.font.name, size=cell.font.size, strike=True)


def in_hidden_column(text: str) -> Act:
    """Words in the cell, and its column hidden."""

    def do(cell: Any) -> None:
        cell.value = text
        cell.parent.column_dimensions[cell.column_letter].hidden = True

    return do


def bare_number(number: int) -> Act:
    """A number in a cell that says nothing of dates."""

    def do(cell: Any) -> None:
        cell.value, cell.number_format = number, "General"

    return do


def merged_with_the_one_before(cell: Any) -> None:
    """The cell merged into its neighbour on the left."""
    cell.value = None
    cell.parent.merge_cells(start_row=cell.row, end_row=cell.row, start_column=cell.column - 1, end_column=cell.column)


# ---------- to a sheet ----------


def header(text: str) -> Act:
    """Words in the header of the printed page."""

    def do(sheet: Any) -> None:
        sheet.oddHeader.center.text = text

    return do


def footer(text: str) -> Act:
    """Words in the footer of the printed page."""

    def do(sheet: Any) -> None:
        sheet.oddFooter.left.text = text

    return do


def drop_down(text: str) -> Act:
    """A list to choose from that holds these words."""

    def do(sheet: Any) -> None:
        choice = DataValidation(type="list", formula1=f'"{text}"')
        choice.add("W30")
        sheet.add_data_validation(choice)

    return do


def picture_at(place: str) -> Act:
    """A picture pasted in, as a photo of a flip chart is."""

    def do(sheet: Any) -> None:
        dot = BytesIO()
        Picture.new("RGB", (1, 1)).save(dot, "png")
        sheet.add_image(Image(dot), place)

    return do


def write(place: str, text: str) -> Act:
    """Words outside the table."""

    def do(sheet: Any) -> None:
        sheet[place] = text

    return do


def heading(key: str, text: str | None) -> Act:
    """A heading typed over, and the hidden key above it lost."""

    def do(sheet: Any) -> None:
        column = next(c.column for c in sheet[HEADINGS - 1] if c.value == key)
        sheet.cell(HEADINGS - 1, column).value = None
        sheet.cell(HEADINGS, column).value = text

    return do


def named(title: str) -> Act:
    """The sheet given another name."""

    def do(sheet: Any) -> None:
        sheet.title = title

    return do


def copied_as(title: str) -> Act:
    """The sheet copied within its workbook."""

    def do(sheet: Any) -> None:
        sheet.parent.copy_worksheet(sheet).title = title

    return do


def removed(sheet: Any) -> None:
    """The sheet deleted."""
    sheet.parent.remove(sheet)


# ---------- to a workbook ----------


def another_sheet(title: str, state: str, text: str) -> Act:
    """A sheet of the sender's own, in sight or hidden, with words in B2."""

    def do(book: Any) -> None:
        sheet = book.create_sheet(title)
        sheet["B2"] = text
        sheet.sheet_state = state

    return do


def subject(text: str) -> Act:
    """Words in the properties of the document."""

    def do(book: Any) -> None:
        properties = book.core_properties if hasattr(book, "core_properties") else book.properties
        properties.subject = text

    return do


def defined_name(text: str) -> Act:
    """A name that refers to these words."""

    def do(book: Any) -> None:
        book.defined_names["note"] = DefinedName("note", attr_text=f'"{text}"')

    return do


def keys_rewritten(old: str, new: str | None) -> Act:
    """What the form says of itself in hidden places: rewritten, or (with None) all of it lost."""

    def do(book: Any) -> None:
        for sheet in [s for s in book if s.title not in ("Lists", "_pack")]:
            for cell in [c for row in sheet.iter_rows(max_row=9) for c in row if isinstance(c.value, str) and ";form=" in c.value]:
                cell.value = cell.value.partition(";")[0] if new is None else cell.value.replace(old, new)
        del book["_pack"]
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    return do


def without_its_title(book: Any) -> None:
    """The form without its title, which names its month."""
    book["Start here"]["B1"] = None


def in_word_header(text: str) -> Act:
    """Words in the header of a Word document."""

    def do(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return do


def in_word_comment(text: str) -> Act:
    """A comment in a Word document."""

    def do(document: Any) -> None:
        document.add_comment(document.paragraphs[0].runs[0], text, author="Officer")

    return do


# ---------- to a file ----------


def deleted(path: Path) -> None:
    """The file not sent."""
    path.unlink()


def cannot_be_opened(path: Path) -> None:
    """A link that leads round in a circle in its place, as a broken synchronised folder may leave one."""
    path.unlink()
    path.symlink_to(path.name)


def becomes(content: bytes) -> Act:
    """The file holding something else."""
    return lambda path: path.write_bytes(content)


def cut_short(path: Path) -> None:
    """The copy of the file broken off."""
    path.write_bytes(path.read_bytes()[:3000])


def beside(name: str, content: bytes) -> Act:
    """Another file laid beside it."""
    return lambda path: (path.parent / name).write_bytes(content)


def beside_in(folder: str, name: str) -> Act:
    """The same file once more, in a folder beside it."""

    def do(path: Path) -> None:
        (path.parent / folder).mkdir()
        shutil.copy(path, path.parent / folder / name)

    return do


def copied_to(name: str) -> Act:
    """The same file laid beside it under another name."""
    return lambda path: shutil.copy(path, path.parent / name)


def saved_again_as(*names: str) -> Act:
    """The workbook opened and saved under these names, each with a stray cell of its own; the first may be its own name."""

    def do(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        for number, name in enumerate(names):
            book["_pack"]["D9"] = number
            book.save(path.parent / name)

    return do


def beside_itself_as(name: str, sheet: str, cell: str, value: object) -> Act:
    """The workbook saved again, and once more under this name with another value in one cell: nothing says which of the two is the newer."""

    def do(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        book["_pack"]["D9"] = 0
        book.save(path)
        book[sheet][cell] = value
        book.save(path.parent / name)

    return do


def moved_to(name: str) -> Act:
    """The file given another name."""
    return lambda path: path.rename(path.parent / name)


def any_workbook(path: Path) -> None:
    """A workbook of the sender's own in its place."""
    book = openpyxl.Workbook()
    book.active.append(["Room", "Booked by"])
    book.save(path)


def parts(change: Callable[[str, bytes], bytes], add: dict[str, bytes] | None = None, name: str = "") -> Act:
    """The parts of the package rewritten, or others added; saved under another name where one is given."""

    def do(path: Path) -> None:
        with zipfile.ZipFile(path) as old:
            contents = {n: change(n, old.read(n)) for n in old.namelist()} | (add or {})
        path.unlink()
        with zipfile.ZipFile(path.parent / (name or path.name), "w", zipfile.ZIP_DEFLATED) as new:
            for part, content in contents.items():
                new.writestr(part, content)

    return do
