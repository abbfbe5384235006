"""The one door: every file that comes in passes here, and nothing else opens one. Runs in the child process.

What a file is, is judged by its first bytes, never by its name. What cannot be read is a `Refusal` that says what it is; nothing here
ever raises for a bad file but what the child must die of.
"""

from __future__ import annotations

from pathlib import Path

from .grid import OpenedBook, Refusal
from .guards import sniff


def open_file(path: Path) -> OpenedBook | Refusal:
    """Read a file, whatever it is."""
    try:
        kind = sniff(path)
        return kind if isinstance(kind, Refusal) else _read(path, kind)
    except MemoryError:
        raise
    except PermissionError:
        return Refusal("unreadable")
    except Exception:  # a damaged part can fail any office library in any way; the file is named and the rest goes on
        return Refusal("damaged")


def load_readers() -> None:
    """Load every library that reads a file, before there is one: a library that is not on this machine is no fault of a return.

    Raises:
        ImportError: one is not there, or this machine does not let it load.
    """
    import openpyxl  # noqa: F401
    import python_calamine  # noqa: F401

    from . import word_form, workbook  # noqa: F401


def _read(path: Path, kind: str) -> OpenedBook | Refusal:
    from .container import regular
    from .other_formats import read_opendocument, read_other
    from .word_form import read_word
    from .workbook import read_workbook

    match kind:
        case "xlsx":
            return read_workbook(regular(path))
        case "docx":
            return read_word(regular(path))
        case "ods":
            return read_opendocument(path)
        case "xls":
            return read_other(path, "an old Excel workbook (.xls)")
        case _:
            return read_other(regular(path), "a binary Excel workbook (.xlsb)")
