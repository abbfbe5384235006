"""A Word file the secretariat edited after the build: how it differs from what was built, section by section, and what in it may identify a child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..document.blocks import Document, Heading
from ..english import counted
from ..intake.opening.grid import OpenedBook, Refusal
from ..intake.opening.reader import read_file
from ..intake.reading.texts import beside_the_words
from ..model import Cell
from ..model.text import GuardFinding, SentText
from ..record.approval import SealProblem
from ..render.archive import unzipped
from ..rules import guard
from ..settings import Settings
from .edited_pdf import without_page_numbers


@dataclass(frozen=True)
class Difference:
    """Words of one section that were taken out or added by hand; or of its headers, footers, comments or pictures."""

    section: str
    taken_out: str
    added: str


@dataclass(frozen=True)
class WordFile:
    """A Word file as it was read, and the fingerprints of the pictures in it."""

    read: OpenedBook
    pictures: frozenset[str]


def read_word(path: Path, shown: str = "") -> WordFile:
    """A Word file, read as returns are: in the child process, which nothing in it can harm. `shown` is what it is called in messages.

    Raises:
        SealProblem: it cannot be read as a Word file, or holds a file of another program, which nobody could look through.
    """
    name = shown or path.name
    if not path.is_file():
        raise SealProblem(f"There is no file {name}. Name the Word file that was edited.")
    read = read_file(path)
    if isinstance(read, Refusal) or not read.paragraphs:
        raise SealProblem(f"{name} cannot be read as a Word file. Save it in Word as a document (.docx), then try again.")
    parts = unzipped(path.read_bytes())
    if any("/embeddings/" in part for part in parts):
        raise SealProblem(
            f"{name} holds a workbook or another file within it, which goes with it whole to everybody who opens it, and which pack cannot "
            "look through. Paste it into Word as a picture or as words instead, then approve it."
        )
    pictures = (
        data for part, data in parts.items() if "/media/" in part and not part.endswith(".svg")
    )  # beside each drawing lies its picture
    return WordFile(read, frozenset(sha256(data).hexdigest() for data in pictures))


def differences(built: WordFile, edited: WordFile, document: Document) -> tuple[Difference, ...]:
    """What was edited, in reading order. `document` gives the headings, by which words are told to be in a section."""
    return (*_in_the_text(built.read, edited.read, document), *_beside_the_text(built.read, edited.read), *_of_pictures(built, edited))


_BESIDE = {
    "header": "Headers of the pages",
    "footer": "Footers of the pages",
    "footnote": "Footnotes",
    "comment": "Comments, which go to everybody who opens the file",
    "deleted text": "Taken out with changes tracked, and still in the file for everybody who opens it",
}
"""What stands in a Word file beside its text, as the reader calls it and as a person would."""


def _beside_the_text(built: OpenedBook, edited: OpenedBook) -> Iterator[Difference]:
    """Word for word, whatever order a program saves such parts in."""
    for where, section in _BESIDE.items():
        before, after = (Counter(word for at, text in book.elsewhere if at == where for word in text.split()) for book in (built, edited))
        if before != after:
            yield Difference(section, " ".join((before - after).elements()), " ".join((after - before).elements()))


def _of_pictures(built: WordFile, edited: WordFile) -> Iterator[Difference]:
    gone, added = (
        counted(n, "picture") if n else "" for n in (len(built.pictures - edited.pictures), len(edited.pictures - built.pictures))
    )
    if gone or added:
        yield Difference("Pictures", gone, f"{added}, and pack cannot read what a picture shows: look at it" if added else "")


def _in_the_text(built: OpenedBook, edited: OpenedBook, document: Document) -> tuple[Difference, ...]:
    headings = {" ".join(b.text.split()) for b in document.blocks if isinstance(b, Heading)}
    before, after = (_by_section(book, headings) for book in (built, edited))
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [t for _, t in before], [t for _, t in after], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        old, new = " ".join(t for _, t in before[a:b]), " ".join(t for _, t in after[c:d])
        section = (after[c:d] or before[a:b])[0][0]
        found.append(Difference(section, *_words_that_differ(old, new)))
    return tuple(found)


def _by_section(book: OpenedBook, headings: set[str]) -> list[tuple[str, str]]:
    section, found = "Front", []
    for paragraph in book.paragraphs:
        text = without_page_numbers(" ".join(paragraph.text.split()))
        section = text if text in headings else section
        found.append((section, text))
    return found


def _words_that_differ(old: str, new: str) -> tuple[str, str]:
    a, b = old.split(), new.split()
    taken: list[str] = []
    added: list[str] = []
    for what, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what != "equal":
            taken.append(" ".join(a[i:j]))
            added.append(" ".join(b[k:m]))
    return " … ".join(t for t in taken if t), " … ".join(t for t in added if t)


def difference_lines(found: Iterable[Difference]) -> Iterator[str]:
    """As read in a terminal, by section."""
    section = ""
    for one in found:
        if one.section != section:
            section = one.section
            yield f"  {section}"
        if one.taken_out:
            yield f"    taken out: {one.taken_out}"
        if one.added:
            yield f"    added:     {one.added}"


def as_data(found: Iterable[Difference]) -> list[dict[str, Any]]:
    """As kept with the seal."""
    return [asdict(one) for one in found]


def what_may_identify(file: str, edited: OpenedBook, built: OpenedBook, settings: Settings) -> tuple[GuardFinding, ...]:
    """What the guard finds in the words that were added, wherever they stand. Those that were built have passed it."""
    known = {p.text for p in built.paragraphs} | {text for _, text, _ in beside_the_words(built)}
    texts = [
        SentText(cell=Cell(file=file, ref=f"paragraph {n}"), text=p.text, prints=True)
        for n, p in enumerate(edited.paragraphs, start=1)
        if p.text not in known
    ]
    texts += [
        SentText(cell=Cell(file=file, ref=where), text=text, where=place, prints=True)
        for where, text, place in beside_the_words(edited)
        if text not in known
    ]
    return tuple(f for f in guard.scan(texts, settings) if not f.hint)
