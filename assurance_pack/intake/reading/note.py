"""A letter, or a note of a call or a meeting, as what a group says: the words under each question of its form, and what stands under none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...returns.voice import Voice
from ...schema import columns
from ...settings import Settings
from ..opening.grid import Grid, OpenedBook, Refusal, WordParagraph
from ..opening.reader import read_file
from .beside import beside_the_boxes
from .form_words import FormWords
from .locate import locate
from .paragraphs import ANSWERS, KEYS, answered_and_left_over, has_controls

MOST_BYTES = 1_000_000
"""A letter is a few kilobytes; this is a book."""


@dataclass(frozen=True)
class Note:
    """What was taken down: the answers by the name of the form's column, as typed, and the words that stand under no question."""

    answers: Mapping[str, str]
    beside: str = ""


class FormOfOurs(Exception):
    """It is no letter but the group's own form, which goes into inputs as it is."""


def read_note(path: Path, settings: Settings) -> Note | None:
    """A text file (.txt) or a Word document (.docx), by the form's questions in it; None of what cannot be read as words.

    Raises:
        FormOfOurs: it is a form that was sent out.
        OSError: the file cannot be read.
    """
    if path.suffix.casefold() == ".docx":
        book = read_file(path)
        if isinstance(book, Refusal):
            return None
        if has_controls(book, Voice):
            raise FormOfOurs
        return _by_question(book, settings)
    data = path.read_bytes()
    text = _decoded(data) if len(data) <= MOST_BYTES else None
    if text is None:
        return None
    lines = tuple(WordParagraph(line.strip()) for line in text.splitlines() if line.strip())
    return _by_question(OpenedBook((Grid(Voice.sheet_title, {}),), paragraphs=lines), settings)


def _by_question(book: OpenedBook, settings: Settings) -> Note:
    answered, running = answered_and_left_over(book, Voice, settings)
    grid = answered.sheets[0]
    _, beside = beside_the_boxes(answered, locate(Voice, grid, ""), running, FormWords(settings), settings)
    names = {c.name for c in columns(Voice)}
    answers = {str(grid.at(row, KEYS).value).partition(" ")[0]: str(grid.at(row, ANSWERS).value or "").strip() for row in grid.by_row}
    return Note({n: said for n, said in answers.items() if n in names and said}, "\n".join(one.words for one in beside))


def _decoded(data: bytes) -> str | None:
    """The words of a text file, as Notepad, a mail program or an older Windows wrote them; None of what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
