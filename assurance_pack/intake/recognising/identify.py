"""Tells which return a file is: its kind, who sends it, and for which month.

What stands hidden in the sheets and in the file's own notes is believed first: nobody types it by mistake. Then the first page, then the
name of the file. What disagrees is reported. Headings alone prove nothing: a workbook without our identity is read only where it holds most
of a form's sheets, or a first page that names its sender or answers several questions, and is asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...model import NOT_TOLD, Cell, Month, Sender
from ...model.fault import Fault, FaultKind
from ...returns import RETURNS, ReturnKind
from ...schema import Row, columns
from ...senders import known_as, sender_name
from ...settings import Settings
from ..as_typed import plain
from ..dates import parse_month
from ..opening.grid import Grid, OpenedBook
from ..reading.convert import as_text
from ..reading.locate import find_page
from .headings import shared
from .identity import META_SHEET, PROPERTY_PREFIX, Identity, identity_said
from .sheets import find_sheets, identities, names_of_sheet

ENOUGH = 2.5
"""Fewer headings in common with any return than this, and a workbook is none of ours."""
LIKE = 0.75
"""Of the headings that must be filled in, the share a table has that is likely ours."""
ENOUGH_IN_WORD = 1.5
"""A Word form has few questions, and one of them answered is worth reading."""


@dataclass(frozen=True)
class Recognised:
    """What a file turned out to be. `sender` is `NOT_TOLD` where nothing says who sent it; `month` None where nothing says."""

    kind: ReturnKind
    sender: Sender
    month: Month | None
    version: int
    faults: tuple[Fault, ...] = ()
    said: tuple[Identity, ...] = ()
    """What it says itself that it is; nothing where the file is not one of our forms."""
    cover: str = ""
    """The code of whoever its first page names."""
    named_otherwise: bool = False
    """Whether the file is named for another sender than the form inside is from, or its first page names another month than the form was made for."""

    @property
    def made_for(self) -> Month | None:
        """The month the form was made for, by what it says where nobody types."""
        return _month(_most(i.month for i in self.said))

    @property
    def repeats(self) -> str:
        """The fingerprints of the sentences its form repeats, one after the other."""
        return next((i.repeats for i in self.said if i.repeats), "")

    def issued(self, cls: type[Row]) -> str | None:
        """The fingerprint a sheet was issued with; empty where its form has none, None where the sheet does not say that it is ours."""
        mine = [i.issued for i in self.said if i.sheet in (cls.sheet_title, "" if len(self.kind.sheets) == 1 else cls.sheet_title)]
        return next((issued for issued in mine if issued), "" if mine else None)


SEVERAL = 3
"""A page that answers so many of a form's first questions is its first page: a month alone stands on anybody's."""


@dataclass(frozen=True)
class _Page:
    """What the first page states: a sender's code, a month, the name typed where it is nobody's we know, the sheet it stands in, how many
    of our questions it answers, the cell it names its sender in."""

    code: str = ""
    month: Month | None = None
    stranger: str = ""
    sheet: str = ""
    answered: int = 0
    names_at: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it is the first page of a form: it names a sender, or answers several of its questions, the month among them."""
        return bool(self.code or (self.month and self.answered >= SEVERAL))


def recognise(book: OpenedBook, file: str, settings: Settings) -> Recognised | Fault:
    """What a file is, or the fault that it is no return of ours."""
    said = _identities(book)
    kind = _kind_recognised(book, said)
    if kind is None:
        return unknown_form(file)
    said = [i for i in said if i.form == kind.key]
    page = _first_page(book, kind, settings, file)
    if not (said or page.is_ours or _holds_most(kind, book)):
        return unknown_form(file)
    parties = kind.senders(settings)
    known = {p.code for p in parties}
    hidden = _issued_to(book, [i for i in said if i.code in known])
    named = _from_name(file, kind, settings)
    alone = "" if kind.asks else parties[0].code
    code = hidden or page.code or alone or (named if not page.stranger else "")
    issued_for = _month(_most(i.month for i in said))
    month = page.month or issued_for
    if page.month in (None, issued_for):
        month = _month_in_title(book, kind) or month  # corrected by hand where people see it
    faults = [*_clashes(book, kind, code, month, file, settings), *_cover_clash(file, kind, page, code, settings)]
    faults += (misnamed := _name_clash(file, kind, code, settings))
    if not code:
        names = "; ".join(p.name for p in parties)
        faults.append(Fault(kind=FaultKind.WRONG_SENDER, cell=Cell(file=file, sheet=page.sheet), seen=page.stranger, expected=names))
    version = max((i.version for i in said), default=kind.version)
    return Recognised(
        kind,
        kind.sender(code) if code else NOT_TOLD,
        month,
        version,
        tuple(faults),
        tuple(said),
        page.code,
        bool(misnamed) or _of_another_month(page, said),
    )


def _of_another_month(page: _Page, said: list[Identity]) -> bool:
    """Whether a first page names another month than the form was made for: last month's return, sent again with its month retyped."""
    made_for = _month(_most(i.month for i in said))
    return page.month is not None and made_for is not None and page.month != made_for


def unknown_form(file: str) -> Fault:
    """That a file is none of our forms."""
    return Fault(kind=FaultKind.UNKNOWN_FORM, cell=Cell(file=file), expected="; ".join(k.form_title for k in RETURNS))


def _identities(book: OpenedBook) -> list[Identity]:
    """Every identity in the file: in its sheets, in the hidden sheet, in its properties."""
    found = [i for grid in book.sheets for i in identities(grid)]
    notes = {k.removeprefix(PROPERTY_PREFIX).casefold(): v for k, v in book.properties.items() if k.startswith(PROPERTY_PREFIX)}
    for grid in (g for g in book.sheets if g.title == META_SHEET):
        notes = _pairs(grid) | notes
    if notes.get("form"):
        found.append(identity_said({**notes, "sheet": ""}))
    return found


def _pairs(grid: Grid) -> dict[str, str]:
    """A sheet of names and values side by side."""
    rows = ([as_text(s.value) for _, s in sorted(row.items())] for row in grid.by_row.values())
    return {texts[0].casefold(): texts[1] for texts in rows if len(texts) > 1}


def _issued_to(book: OpenedBook, said: list[Identity]) -> str:
    """Whom a form was issued to: by the file itself, or by most of its sheets; one sheet moved in from another form says nothing of it."""
    whole = _most(i.code for i in said if not i.sheet)
    code = whole or _most(i.code for i in said)
    sheets = sum(bool(g.cells) and g.title != META_SHEET for g in book.sheets)
    return code if whole or 2 * sum(i.code == code for i in said) > sheets else ""


def _most(values: Iterable[str]) -> str:
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else ""


def _kind_recognised(book: OpenedBook, said: list[Identity]) -> ReturnKind | None:
    named = _most(i.form for i in said)
    for kind in RETURNS:
        if kind.key == named:
            return kind
    scores = {kind.key: _score(kind, book) for kind in RETURNS}
    best = max(RETURNS, key=lambda k: scores[k.key])
    return best if scores[best.key] >= (ENOUGH_IN_WORD if any(g.names for g in book.sheets) else ENOUGH) else None


def _holds_most(kind: ReturnKind, book: OpenedBook) -> bool:
    """Whether a workbook holds more than half of a form's tables, each with most of the headings that must be filled in."""
    tables = [cls for cls in kind.sheets if cls.layout == "table" and not cls.life.if_asked]
    held = sum(any(shared(cls, g) >= LIKE * sum(c.required for c in columns(cls)) for g in book.sheets) for cls in tables)
    return not tables or 2 * held > len(tables)


def _score(kind: ReturnKind, book: OpenedBook) -> float:
    """How far the sheets speak for a kind: each by the headings it shares with the declaration it is most like, and by its name."""
    return sum(max(shared(cls, g) + 0.5 * (plain(g.title) in names_of_sheet(cls)) for cls in kind.sheets) for g in book.sheets)


def _first_page(book: OpenedBook, kind: ReturnKind, settings: Settings, file: str) -> _Page:
    cover = kind.sheets[0]
    grid = find_sheets(book, kind, file)[0].get(cover)
    if grid is None:
        return _Page()
    found = find_page(cls=cover, grid=grid, file=file)
    answers = {name: grid.at(*place).value for name, place in found.answers.items()}
    month = parse_month(answers["month"]) if answers.get("month") is not None else None
    typed = answers.get(kind.asks)
    wanted = plain(as_text(typed)) if typed is not None else ""
    code = next((p.code for p in kind.senders(settings) if wanted in map(plain, known_as(kind, p))), "")
    at = found.answers.get(kind.asks)
    return _Page(code, month, "" if code else as_text(typed or ""), grid.title, len(answers), grid.ref(*at) if at else "")


def _month_in_title(book: OpenedBook, kind: ReturnKind) -> Month | None:
    """The month in the title of the form, “Your words to the Board, June 2026”: of a form in Word it is the only place where people see it."""
    cells = (s.value for grid in book.sheets for row in list(grid.by_row.values())[:TITLE_ROWS] for s in row.values())
    for text in (*cells, *(p.text for p in book.paragraphs[:TITLE_ROWS])):
        if isinstance(text, str) and text.startswith(f"{kind.form_title}, "):
            return parse_month(text.removeprefix(f"{kind.form_title}, "))
    return None


TITLE_ROWS = 10


def _month(text: str) -> Month | None:
    return Month(text) if Month.PATTERN.fullmatch(text) else None


def _from_name(file: str, kind: ReturnKind, settings: Settings) -> str:
    """Who sends it, by the name of the file, where that names exactly one."""
    name = f" {plain(file.rpartition('.')[0].replace('_', ' '))} "
    fits = {p.code for p in kind.senders(settings) for n in known_as(kind, p) if f" {plain(n)} " in name}
    return next(iter(fits)) if len(fits) == 1 else ""


def sender_by_name(file: str, settings: Settings) -> Sender:
    """The sender of a file that could not be read, where its name gives exactly one; else nothing."""
    fits = {k.sender(code) for k in RETURNS if (code := _from_name(file, k, settings))}
    return next(iter(fits)) if len(fits) == 1 else NOT_TOLD


def _clashes(book: OpenedBook, kind: ReturnKind, code: str, month: Month | None, file: str, settings: Settings) -> list[Fault]:
    """Sheets that say they belong to another return, or another month, than the file as a whole."""
    faults = []
    read = {id(grid) for grid in find_sheets(book, kind, file)[0].values()}
    for grid in book.sheets:
        for said in identities(grid):
            other = said.form != kind.key or (said.code and code and said.code != code)
            then = _month(said.month)
            if other or (then and month and then != month):
                seen = _made_for(said, settings) if other else month_name(said.month)
                unread = "" if id(grid) in read else "not read"
                cell = Cell(file=file, sheet=grid.title)
                faults.append(Fault(kind=FaultKind.CLASHING_IDENTITY, cell=cell, seen=seen, suggestion=unread))
                break
    return faults


def _made_for(said: Identity, settings: Settings) -> str:
    """Whose form a sheet says it is of, by name; the name of the form where it is sent by nobody we know."""
    kind = next((k for k in RETURNS if k.key == said.form), None)
    if kind is None:
        return "another form"
    known = {p.code for p in kind.senders(settings)}
    return sender_name(kind.sender(said.code), settings) if said.code in known else kind.form_title


def _cover_clash(file: str, kind: ReturnKind, page: _Page, code: str, settings: Settings) -> list[Fault]:
    """A first page that names somebody else than the form was issued to: one wrong word must not swap two returns."""
    if not page.code or not code or page.code == code:
        return []
    said, issued = (sender_name(kind.sender(c), settings) for c in (page.code, code))
    return [Fault(kind=FaultKind.CLASHING_IDENTITY, cell=Cell(file=file, sheet=page.sheet, ref=page.names_at), seen=said, expected=issued)]


def month_name(text: str) -> str:
    """A month as printed, or the text if it is none."""
    month = _month(text)
    return month.name if month else text


def _name_clash(file: str, kind: ReturnKind, code: str, settings: Settings) -> list[Fault]:
    """A file named for somebody else, of any kind, than the form inside is from."""
    # a file is often named for where it goes (“for RDG”), so only senders of whom there are several are taken to be its own
    named = {k.sender(c) for k in RETURNS if k.asks and (c := _from_name(file, k, settings))}
    sender = kind.sender(code)
    if not code or len(named) != 1 or sender in named:
        return []
    said = sender_name(next(iter(named)), settings)
    return [Fault(kind=FaultKind.CLASHING_IDENTITY, cell=Cell(file=file), seen=said, expected=sender_name(sender, settings))]
