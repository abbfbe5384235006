"""What lies beside the Board's pack: the data book, from which every figure can be worked out again, and the record, which is kept."""

from __future__ import annotations

import gzip
import io

from ..document.blocks.book import Book
from ..document.databook import VersionChanges, book
from ..document.editions import Issue
from ..model import Month
from ..pipeline import Progress, Understood, record_to_write
from ..record import store
from ..record.month import Record
from .standing import Standing

BOOK_NAME = "data-book-{month}.xlsx"


def beside(understood: Understood, written: Issue, standing: Standing, progress: Progress) -> dict[str, bytes]:
    """The data book and the record."""
    progress("Writing the data book and the record")
    data = data_book(understood, written, standing)  # before the record, so that both do not stand in memory together
    return named(understood.case.month, data, store.as_bytes(_record(understood, written, standing)))


def named(month: Month, data: bytes, record: bytes) -> dict[str, bytes]:
    """Both by the names of their files."""
    return {BOOK_NAME.format(month=month): data, store.RECORD_NAME.format(month=month): record}


def data_book(understood: Understood, written: Issue, standing: Standing, words: str = "") -> bytes:
    """Every register behind an issue, as a workbook that says whether the pack is approved, and all that a later version changed."""
    from ..render import databook  # loaded while the pages are set in a process of their own

    return databook.write(registers(understood, written, standing, words))


def registers(understood: Understood, written: Issue, standing: Standing, words: str = "") -> Book:
    """What the data book holds."""
    return book(
        understood.case, understood.verdicts, written.assembled.fates, understood.position,
        standing=words or standing.words, version=VersionChanges(standing.after.version, standing.changes) if standing.after else None,
    )  # fmt: skip


def packed_record(understood: Understood, written: Issue, standing: Standing) -> bytes:
    """The record in a tenth of its room; whole, it never stands in memory."""
    kept = io.BytesIO()
    with gzip.GzipFile(fileobj=kept, mode="wb", compresslevel=1, mtime=0) as packing:
        store.write(_record(understood, written, standing), packing)
    return kept.getvalue()


def _record(understood: Understood, written: Issue, standing: Standing) -> Record:
    return record_to_write(understood, version=standing.version, printed=written.assembled.printed)
