"""Tells which return a file is: its kind, who sends it, and for which month.

What stands in the sheets is believed first, then the file's own notes, then its first page, then the name of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..model import Cell, Fault, FaultKind, Month
from ..returns import RETURNS, ReturnKind
from ..schema import sheet_aliases
from ..settings import Settings
from .convert import as_text
from .dates import parse_month
from .grid import Book
from .identity import META_SHEET, PROPERTY_PREFIX, Identity, parse_key
from .locate import find_page, find_sheets, headings_shared, identities
from .wording import plain

ENOUGH = 2.5
"""Fewer headings in common with any return than this, and a workbook is none of ours."""
_ONE_SENDER = {"rdg": "RDG", "board_log": "BOARD"}
_WHO = {"workspace": ("workspace", "workspace"), "voice": ("group", "group"), "partner": ("organisation", "partner")}
"""For each kind with several senders: the question that says who, and the list it takes from."""


@dataclass(frozen=True)
class Recognised:
    """What a file turned out to be. `sender` is empty where it could not be told; `month` None where nothing says."""

    kind: ReturnKind
    sender: str
    month: Month | None
    version: int
    faults: tuple[Fault, ...] = ()


def recognise(book: Book, file: str, settings: Settings) -> Recognised | Fault:
    """What a file is, or the fault that it is no return of ours."""
    said = _said(book)
    kind = _kind(book, said)
    if kind is None:
        return Fault(kind=FaultKind.UNKNOWN_FORM, cell=Cell(file=file), expected="; ".join(k.form_title for k in RETURNS))
    said = [i for i in said if i.form == kind.key]
    page = _page_says(book, kind, settings, file)
    code = page.get("sender") or _most(i.sender for i in said) or _ONE_SENDER.get(kind.key) or _from_name(file, kind, settings)
    month = _month(page.get("month"), _most(i.month for i in said))
    faults = _clashes(book, kind, code, month, page, file)
    version = max((i.version for i in said), default=kind.version)
    return Recognised(kind, f"{kind.key}:{code}" if code else "", month, version, tuple(faults))


def _said(book: Book) -> list[Identity]:
    """Every identity in the file: in its sheets, in the hidden sheet, in its properties."""
    found = [i for grid in book.sheets for i in identities(grid)]
    notes = {k.removeprefix(PROPERTY_PREFIX).casefold(): v for k, v in book.properties.items() if k.startswith(PROPERTY_PREFIX)}
    for grid in book.sheets:
        if grid.title == META_SHEET:
            for row in grid.by_row.values():
                texts = [as_text(s.value) for _, s in sorted(row.items())]
                if len(texts) >= 2:
                    notes.setdefault(texts[0].casefold(), texts[1])
                elif identity := parse_key(texts[0])[1]:
                    found.append(identity)
    if notes.get("form"):
        found.append(Identity(notes["form"], "", 1, notes.get("from", ""), notes.get("month", "")))
    return found


def _most(values: object) -> str:
    counted = Counter(v for v in values if v)  # type: ignore[attr-defined]
    return min(counted, key=lambda v: (-counted[v], v)) if counted else ""


def _kind(book: Book, said: list[Identity]) -> ReturnKind | None:
    named = _most(i.form for i in said)
    for kind in RETURNS:
        if kind.key == named:
            return kind
    scores = {kind.key: _score(kind, book) for kind in RETURNS}
    best = max(RETURNS, key=lambda k: scores[k.key])
    return best if scores[best.key] >= ENOUGH else None


def _score(kind: ReturnKind, book: Book) -> float:
    """How far the sheets speak for a kind: the headings they share with its declarations, and a little for the name of the sheet."""
    score = 0.0
    for cls in kind.sheets:
        names = {plain(t) for t in (cls.sheet_title, *sheet_aliases(cls))}
        score += max((headings_shared(cls, g) + (0.5 if plain(g.title) in names else 0) for g in book.sheets), default=0)
    return score


def _page_says(book: Book, kind: ReturnKind, settings: Settings, file: str) -> dict[str, str]:
    """What the first page itself states: who, and the month; and where."""
    cover = kind.sheets[0]
    grid = find_sheets(book, kind, file)[0].get(cover)
    if grid is None:
        return {}
    found = find_page(cover, grid, file)
    said: dict[str, str] = {"sheet": grid.title}
    if place := found.answers.get("month"):
        month = parse_month(grid.at(*place).value) if grid.at(*place).value is not None else None
        said["month"] = month or ""
    question, words = _WHO.get(kind.key, ("", ""))
    if question and (place := found.answers.get(question)):
        wanted = plain(as_text(grid.at(*place).value or ""))
        for word in settings.words(words):
            if wanted in {plain(n) for n in (word.word, *word.aliases)}:
                said["sender"] = word.meaning
    return said


def _month(*texts: str | None) -> Month | None:
    return next((Month(t) for t in texts if t and Month.PATTERN.fullmatch(t)), None)


def _from_name(file: str, kind: ReturnKind, settings: Settings) -> str:
    """Who sends it, by the name of the file, where that names exactly one."""
    question, words = _WHO.get(kind.key, ("", ""))
    name = f" {plain(re.sub(r'[_-]', ' ', file.rpartition('.')[0]))} "
    fits = {w.meaning for w in settings.words(words) for n in (w.word, *w.aliases) if question and f" {plain(n)} " in name}
    return next(iter(fits)) if len(fits) == 1 else ""


def _clashes(book: Book, kind: ReturnKind, code: str, month: Month | None, page: dict[str, str], file: str) -> list[Fault]:
    """Sheets that say they belong to another return than the rest of the file."""
    faults = []
    for grid in book.sheets:
        for identity in identities(grid):
            other = (identity.form, identity.sender or code, identity.month or month)
            if other != (kind.key, code, month or other[2]):
                faults.append(
                    Fault(
                        kind=FaultKind.CLASHING_IDENTITY, cell=Cell(file=file, sheet=grid.title), seen=" ".join(str(o) for o in other if o)
                    )
                )
                break
    return faults
