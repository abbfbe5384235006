"""Words on a form that stand in no cell of it: beside its table under no heading, over it, or on the front page beside the questions.

Nothing is made of them, so they are told to the officer where they stand. What the form itself prints is known by its words, and never told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ...model.fault import Fault, FaultKind
from ...returns import RETURNS
from ...schema import column_of, columns, sheet_aliases
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from .. import printed
from ..as_typed import is_empty_mark, plain
from ..opening.grid import Place, Seen
from ..recognising.headings import is_information, names_of
from ..recognising.identity import parse_key
from .convert import as_text, convert
from .locate import Located, is_written_over

MOST_IN_A_COLUMN = 3
"""Cells of one column that are told one by one; where there are more, the column is told once, with how far down it goes."""
_DAY = r"\d{1,2} [a-z]+ \d{4}"
_WHOSE_FORM = re.compile(rf".+( as at {_DAY}| the board reads it on {_DAY}| please save and send to .+ by 5 pm on [a-z]+ {_DAY})")
"""The second line of the front page: whose form it is, the day it stands for, when the Board reads it, by when it is due."""
_HELP_OF_TABLE = re.compile(
    rf"{printed.DARK_HEADINGS}(?: (?:The rest|What seldom changes)(?: of a new row)? stands to the right, from column [A-Z]+[^.]*\.)?"
)
_STEPS = (plain(printed.FILL_IN_BELOW), plain(printed.SEND_BACK))
_STATE_OF_SHEET = re.compile(r"\d+ (of \d+ to do|came forward bring up to date)|0")
"""What is still to do on a sheet; nought where another program saved the form without working that out."""
_LINK_TO_SHEET = re.compile(r" a5$")
_MONTH_AT_END = re.compile(r" [a-z]+ \d{4}$")


def beside_the_table(found: Located, told: Iterable[Fault], settings: Settings) -> Iterator[Fault]:
    """Of a table: what stands in a column without a heading, and over the headings what the form does not print there.

    `told` are the faults of rows that are none of the table's: what they cite is not told twice.
    """
    cited = {fault.cell for fault in told}
    apart = {int(row) for fault in told if fault.kind is FaultKind.ROWS_APART for row in fault.expected.split()}
    headed = {*found.places.values(), *found.known, *found.headings}
    lost = any(fault.kind is FaultKind.MISSING_COLUMN for fault in found.faults)  # what stands under no heading is that column's
    ours = _Printed(found, settings)
    yield from _over_the_grey(found, settings)
    below: dict[int, list[Place]] = {}
    for (row, column), words in _written(found):
        if row < found.heading_row:
            if ours.is_a_form and not found.is_key((row, column)) and not ours.over_the_table(words):
                yield _fault(found, [(row, column)])
        elif row > found.heading_row and not lost and column not in headed and row not in apart and found.cell(row, column) not in cited:
            below.setdefault(column, []).append((row, column))
    for places in below.values():
        for some in [places] if len(places) > MOST_IN_A_COLUMN else [[place] for place in places]:
            yield _fault(found, some)


def beside_the_questions(found: Located, settings: Settings) -> Iterator[Fault]:
    """Of a front page: what is no question, no answer, not last month's answer, and nothing the form prints."""
    ours = _Printed(found, settings)
    answers = {row: column for row, column in found.answers.values()}
    asked = {row: column_of(found.sheet, name) for name, (row, _) in found.answers.items()}
    told = {fault.suggestion for fault in found.faults if fault.suggestion}  # a question in other words: it is asked after already
    first = 1 if ours.is_a_form else min(answers)
    theirs: dict[int, list[Place]] = {}
    for place, words in _written(found):
        row, column = place
        if row < first or place in found.answers.values() or found.is_key(place):
            continue
        if row in answers:
            printed_here = column in found.last_month or (column < answers[row] and not ours.written_on(words, asked[row]))
        else:
            printed_here = ours.on_the_front_page(words)
        if not printed_here:
            theirs.setdefault(row, []).append(place)
    for places in theirs.values():
        if found.grid.at(*places[0]).value in told:
            continue
        words = " ".join(as_text(found.grid.at(*place).value) for place in places)
        yield Fault(kind=FaultKind.NO_PLACE, cell=found.cell(*places[0]), seen=words)


def _over_the_grey(found: Located, settings: Settings) -> Iterator[Fault]:
    """What stands in a column for information, or over its heading, and cannot be what the form printed there: words over a date, a score, a status."""
    recalled = {plain(f"info:{c.name}"): c for c in columns(found.sheet) if c.recall}
    for number, seen in found.grid.row(found.key_row).items() if found.key_row else ():
        column = recalled.get(plain(parse_key(str(seen.value))[0]))
        if column is None or number not in found.known:
            continue
        if (heading := found.headings.get(number, "")) and not is_information(heading) and is_written_over(heading, column):
            yield _fault(found, [(found.heading_row, number)])
        for row in (r for r in found.grid.by_row if r > found.heading_row):
            seen = found.grid.at(row, number)
            if not (_may_be_recalled(column, seen, settings) or is_information(str(seen.value))):
                yield _fault(found, [(row, number)])


def _may_be_recalled(column: Column, seen: Seen, settings: Settings) -> bool:
    """Whether a grey cell may hold what its column said last month: of words in people's own words nobody can tell."""
    if column.kind is ColumnKind.TEXT or not isinstance(seen.value, str) or len(seen.value.split()) < A_SENTENCE:
        return True
    if column.words and (column.least is not None or not settings.words(column.words)):
        return bool(_SCORE.match(seen.value))
    return not any(t.kind in _UNREAD for t in convert(column, seen, settings).troubles)


A_SENTENCE = 3
_SCORE = re.compile(r"\d")
_UNREAD = (FaultKind.NOT_A_DATE, FaultKind.IMPOSSIBLE_DATE, FaultKind.NOT_A_NUMBER, FaultKind.NOT_IN_LIST)


def _written(found: Located) -> Iterator[tuple[Place, str]]:
    for place, seen in sorted(found.grid.cells.items(), key=lambda item: item[0]):
        if _says_something(seen):
            yield place, as_text(seen.value)


def _says_something(seen: Seen) -> bool:
    return seen.value is not None and not seen.error and not (isinstance(seen.value, bool) or is_empty_mark(str(seen.value)))


def _fault(found: Located, places: list[Place]) -> Fault:
    """One fault for cells of one column: the first is cited and quoted, of the others how many and how far down."""
    first, last, more = places[0], places[-1], len(places) - 1
    return Fault(
        kind=FaultKind.NO_PLACE, cell=found.cell(*first), seen=as_text(found.grid.at(*first).value),
        expected=found.grid.ref(*last) if more else "", suggestion=str(more) if more else "",
    )  # fmt: skip


@cache
def _sheet_names() -> frozenset[str]:
    return frozenset(plain(name) for kind in RETURNS for cls in kind.sheets for name in (cls.sheet_title, *sheet_aliases(cls)))


@cache
def _form_titles() -> tuple[str, ...]:
    return tuple(plain(kind.form_title) for kind in RETURNS)


class _Printed:
    """Tells what a form prints from what was written on it."""

    def __init__(self, found: Located, settings: Settings) -> None:
        self.names = frozenset(names_of(found.sheet))
        self.illustrative = plain(settings.board.illustrative)
        self.helps = {plain(column.help) for column in columns(found.sheet)}
        parties = [party for kind in RETURNS for party in kind.senders(settings)]
        self.senders = {plain(name) for party in parties for name in (party.name, *party.aliases)}
        tasks = {plain(settings.worded(cls.task)) for kind in RETURNS for cls in kind.sheets if cls.task}
        self.standing = {plain(text) for text in printed.STANDING} | _sheet_names() | self.senders | tasks
        self.answers = {plain(as_text(found.grid.at(*place).value)) for place in found.answers.values()}
        self.is_a_form = any(found.is_key(place) for place in found.grid.cells)

    def over_the_table(self, words: str) -> bool:
        """Its title, with whose form it is and for which month; and its help."""
        if _HELP_OF_TABLE.search(words):
            return not _HELP_OF_TABLE.split(words)[-1].strip()
        return self._is_title(words, _sheet_names()) or plain(words) in self.standing

    def on_the_front_page(self, words: str) -> bool:
        """Its title and whose it is, the steps, the heads, the list of sheets (or where their links lead) and how to read the cells."""
        said = _LINK_TO_SHEET.sub("", self._bare(words))
        if said in self.standing | self.answers or is_information(words) or _STATE_OF_SHEET.fullmatch(said):
            return True
        return bool(_WHOSE_FORM.fullmatch(said)) or said.endswith(_STEPS) or self._is_title(words, _form_titles())

    def written_on(self, words: str, question: Column) -> bool:
        """Whether something was written on after a question, in the cell of the question, or over it."""
        said = plain(words)
        if said not in self.helps and is_written_over(words, question):
            return True
        after = [said.removeprefix(name).strip() for name in self.names if said.startswith(f"{name} ")]
        return said not in self.names and bool(after) and self.helps.isdisjoint(after)

    def _is_title(self, words: str, titles: Iterable[str]) -> bool:
        """Whether words are a title of a form or a sheet, with or without whose it is, and the month."""
        said = self._bare(words)
        titles = ("", *titles)
        whose = {_MONTH_AT_END.sub("", said.removeprefix(title)).strip() for title in titles if said.startswith(title)}
        return bool(_MONTH_AT_END.search(said)) and not whose.isdisjoint({"", *self.senders})

    def _bare(self, words: str) -> str:
        """Made comparable, without the mark of a sample."""
        said = plain(words)
        return said.removesuffix(self.illustrative).strip().removesuffix("illustrative").strip()
