"""The answers of a Word form by the questions above them, where a box has no content control, or its words stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ...returns import RETURNS
from ...schema import Row, columns
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ..as_typed import first_line, plain
from ..opening.grid import Grid, OpenedBook, Place, Seen, WordParagraph
from ..recognising.headings import column_named, keys_of, named
from ..recognising.identity import parse_key
from .form_lines import slipped
from .form_words import FormInText, FormWords

KEYS, QUESTIONS, ANSWERS = 1, 2, 3


def has_controls(book: OpenedBook, cls: type[Row]) -> bool:
    """Whether the answers stand in content controls of ours."""
    return any(parse_key(str(grid.at(r, KEYS).value))[0] in keys_of(cls) for grid in book.sheets for r in grid.by_row)


def rejoined(paragraphs: tuple[WordParagraph, ...], form: FormWords) -> tuple[WordParagraph, ...]:
    """The paragraphs of a form, each sentence of its own whole again where a key pressed within it made two paragraphs of it."""
    whole: list[WordParagraph] = []
    for _, of_one_cell in groupby(paragraphs, key=lambda p: (p.table, p.row, p.box)):
        several = list(of_one_cell)
        texts = form.rejoined(["\n".join(form.whole_lines(p.text)) for p in several])
        whole += [p if text == p.text else replace(p, text=text) for p, text in zip(several, texts, strict=True) if text is not None]
    return tuple(whole)


def answered_and_left_over(book: OpenedBook, cls: type[Row], settings: Settings) -> tuple[OpenedBook, tuple[WordParagraph, ...]]:
    """A Word form with its answers, and the paragraphs that answer no question; a workbook as it is."""
    if not book.paragraphs:
        return book, ()
    form = FormInText(settings)
    whole = replace(book, paragraphs=rejoined(book.paragraphs, form))
    answered = _with_answers(whole, cls, form)
    return answered, _left_over(whole, cls, answered)


def _with_answers(book: OpenedBook, cls: type[Row], form: FormInText) -> OpenedBook:
    """The book with a row for every question answered in the running text. What stands in a control goes before it.

    What the form says itself is no answer, wherever it now stands: where a table was made into text, its help stands among the answers. Of
    controls with one key, as a copied row has, the first holds the answer; what the others say is left over.
    """
    grid = book.sheets[0]
    controlled = has_controls(book, cls)
    rows: dict[str, int] = {}
    for r in grid.by_row:
        key = parse_key(str(grid.at(r, KEYS).value))[0]
        rows.setdefault(key if key in keys_of(cls) else f"row {r}", r)
    kept = frozenset(rows.values())
    cells = {place: seen for place, seen in grid.cells.items() if place[0] in kept}
    names = {place: name for place, name in grid.names.items() if place[0] in kept}
    for column, said, table in _answers(book.paragraphs, cls, controlled):
        text = form.without(said)
        row = rows.setdefault(column.name, max([0, *(r for r, _ in cells)]) + 1)
        standing = cells.get((row, ANSWERS))
        if standing and controlled and table and str(standing.value) in text:
            cells[row, ANSWERS] = standing._replace(value=text)  # they typed on beside the control, in its cell of the table
        if standing and text and not controlled and text not in str(standing.value):
            cells[row, ANSWERS] = standing._replace(value=f"{standing.value}\n{text}")  # a question that stands twice: two spoke in turn
        if standing or not text:
            continue  # where the box was taken out, or left empty, the words beneath its question are its answer wherever they stand
        cells |= _answer_cells(row, column, text, grid)
        names[row, ANSWERS] = column.heading
    return replace(book, sheets=(Grid(grid.title, _with_struck(cells, book.paragraphs), names=names),))


def _with_struck(cells: dict[Place, Seen], paragraphs: tuple[WordParagraph, ...]) -> dict[Place, Seen]:
    """The answers, those marked in whose text something is struck out or hidden: it may stand beside the control of its answer."""
    struck = [p.text for p in paragraphs if p.struck and not p.box]
    return {
        place: seen._replace(struck=seen.struck or (place[1] == ANSWERS and any(str(seen.value) in text for text in struck)))
        for place, seen in cells.items()
    }


def _left_over(book: OpenedBook, cls: type[Row], answered: OpenedBook) -> tuple[WordParagraph, ...]:
    """The paragraphs that answer no question: over the boxes, under them, in a text box, in a row or a box that was copied and written in anew.

    What the form says itself is among them. `answered` is the book with the answers as they were read.
    """
    controlled = has_controls(book, cls)
    answers = _answers_read(answered)
    left: list[WordParagraph] = []
    asked: tuple[Column, WordParagraph] | None = None
    answered_before = False
    for paragraph in book.paragraphs:
        question, rest = _question(paragraph.text, cls)
        past = asked is None or _is_past(*asked, paragraph, controlled)
        if question:
            asked = question, paragraph
            if controlled and (beyond := _beyond(answers.get(question.name, ""), rest)):
                left.append(replace(paragraph, text=beyond))  # its box says something already
        elif paragraph.box or past or (controlled and not paragraph.table):
            asked = None if past else asked
            # what a group asked before, and the answer, stand on the form under a heading of their own
            left.append(replace(paragraph, earlier=answered_before))
        elif asked and controlled and (beyond := _beyond(answers.get(asked[0].name, ""), paragraph.text)):
            left.append(replace(paragraph, text=beyond))
        answered_before = plain(paragraph.text).startswith("what you asked in")
    return tuple(left)


def form_in_word(book: OpenedBook) -> str:
    """The form of ours whose headings stand in a Word document that is no voice form; empty where none do."""
    texts = [Seen(p.text) for p in book.paragraphs]
    found = {kind.form_title: sum(len(named(cls, texts)) for cls in kind.sheets) for kind in RETURNS}
    likeliest = max(found, key=lambda title: found[title])
    return likeliest if found[likeliest] >= ENOUGH_HEADINGS else ""


def _answers_read(answered: OpenedBook) -> dict[str, str]:
    """What was read as the answer to each question, by its key."""
    grid = answered.sheets[0]
    return {parse_key(str(grid.at(r, KEYS).value))[0]: str(grid.at(r, ANSWERS).value or "") for r in grid.by_row}


def _beyond(answer: str, text: str) -> str:
    """The lines of a text that are not in the answer that was read; nothing where nothing was read: then what stands here is the form's."""
    read = f" {plain(answer)} "
    return "\n".join(line for line in text.split("\n") if f" {plain(line)} " not in read) if answer else ""


ENOUGH_HEADINGS = 6


def _answer_cells(row: int, column: Column, text: str, grid: Grid) -> dict[Place, Seen]:
    said = {KEYS: column.name, QUESTIONS: column.heading, ANSWERS: text}
    return {(row, place): grid.cells.get((row, place)) or Seen(words) for place, words in said.items() if words}


def _is_past(column: Column, asked: WordParagraph, paragraph: WordParagraph, controlled: bool) -> bool:
    """Whether a paragraph stands beyond the answer of a question: after its table, or on our own form in the row of another, or for a word to choose after its row."""
    if controlled and parse_key(paragraph.asks)[0] not in ("", column.name):
        return True
    in_its_row = paragraph.row == asked.row or column.kind is ColumnKind.TEXT or not controlled
    return asked.table != paragraph.table or not in_its_row


def _answers(paragraphs: tuple[WordParagraph, ...], cls: type[Row], controlled: bool) -> Iterator[tuple[Column, str, bool]]:
    """Each question found, the words after it up to the next question (or the end of its table), and whether it stood in a table."""
    asked: Column | None = None
    at = WordParagraph("")
    words: list[str] = []
    for paragraph in (p for p in paragraphs if not p.box):
        question, rest = _question(paragraph.text, cls)
        if question or (asked and _is_past(asked, at, paragraph, controlled)):
            if asked:
                yield asked, "\n".join(words), bool(at.table)
            asked, at, words = question, paragraph, [rest] if rest else []
        elif asked:
            words.append(paragraph.text)
    if asked:
        yield asked, "\n".join(words), bool(at.table)


def _nearly_named(text: str, cls: type[Row]) -> Column | None:
    """The column whose question stands here with a letter or two changed by a slip of the key."""
    said = plain(first_line(text))
    return next((c for c in columns(cls) if slipped(said, plain(c.heading))), None) if said else None


def _question(text: str, cls: type[Row]) -> tuple[Column | None, str]:
    """The question a paragraph puts, and what follows it there that is not our own help: “Group: Parent Carer Forum”."""
    first, *others = text.strip().splitlines() or [""]
    for mark in ("?", ":"):
        head, found, tail = first_line(first).partition(mark)
        column = column_named(head, cls) or _nearly_named(head, cls) if found else None
        if column:
            break
    else:
        column, tail = column_named(first, cls) or _nearly_named(first, cls), ""
    if column is None:
        return None, ""
    ours = {
        plain(said) for said in (column.help, *column.help.split(". "))
    }  # a sentence of it, and no answer that only happens to stand in it
    return column, "\n".join(line.strip() for line in (tail, *others) if line.strip() and plain(line) not in ours)
