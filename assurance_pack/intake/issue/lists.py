"""The words a cell may take, on a hidden sheet behind defined names, so that a drop-down survives re-saving in any spreadsheet program."""

from __future__ import annotations

import xlsxwriter

from ...returns import ReturnKind
from ...schema import columns
from ...schema.column import ColumnKind
from ...settings import Settings

LISTS_SHEET = "Lists"


def write_lists(book: xlsxwriter.Workbook, kind: ReturnKind, settings: Settings) -> dict[str, str]:
    """Write every list the form uses.

    Returns:
        The defined name of each list, by the list's name.
    """
    used = sorted({c.words for cls in kind.sheets for c in columns(cls) if c.words})
    if not used:
        return {}
    sheet = book.add_worksheet(LISTS_SHEET)
    names: dict[str, str] = {}
    for index, name in enumerate(used):
        words = [w.word for w in settings.words(name)]
        sheet.write_string(0, index, name)
        for row, word in enumerate(words, start=1):
            sheet.write_string(row, index, word)
        letter = xlsxwriter.utility.xl_col_to_name(index)
        names[name] = f"lst_{name}"
        book.define_name(names[name], f"={LISTS_SHEET}!${letter}$2:${letter}${max(len(words), 1) + 1}")
    sheet.hide()
    return names


def takes_several(kind: ColumnKind) -> bool:
    """Whether a cell may hold more than one word, which a drop-down cannot offer and so must not refuse."""
    return kind is ColumnKind.WORDS
