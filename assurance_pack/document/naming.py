"""No ID stands alone: its first mention in a section is followed by its short name, in a table only where it has no row of its own there.

In words of ours the name stands behind the ID. Words of a return stay as they were written: the name stands after them, in brackets. Of an
ID that nobody has ever reported it is said once in a document that it is not on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from ..english import number, sentences
from ..model.named_ids import IN_WORDS
from ..rules.known import as_kept, named_in
from ..short_names import without_articles
from .asides import aside, in_one_bracket, printed
from .blocks import Block, Figure, Heading, Paragraph, Table, TableRow
from .blocks.runs import Quote, Ref, Run, Runs, Text, plain
from .section import Section
from .texts import with_runs

SAID = re.compile(r"\s*(?:,\s+(?!and\b)[\w“(]|:\s+[A-Z0-9“(])")
"""What follows an ID that is described at once: ``M-CAP-005, accessible changing places built``; no more than how it stands is ``M-CAP-005: complete``."""
FRONT = ("brief", "asks", "meta", "marks")
"""Tables of the front page, which say what an item is in their own words."""
PROSE = "decision"
"""The style of the tables that are paragraphs with labels."""
CITING = ("challenges",)
"""Tables that cite items whose rows stand in another table, perhaps a page away."""
MOST_NAMED = 6
"""Items in one cell or paragraph beyond which it is a list to look things up in, and IDs alone stand in it."""
NOT_ON_RECORD = "not on record"
"""What stands beside an ID that no return of this month or before has."""
UNKNOWN = Text(f" ({NOT_ON_RECORD})", quiet=True)
PARTNERS = "P-"
"""What the ID of a partner's words begins with: it is named by who said them."""
WORD = re.compile(r"\w{4,}")
"""The words of a name that say what it is, rather than how its words hang together."""
AT_LEAST, LACKS = 4, 3
"""A row has said a name of so many words where it lacks no more than one in three of them, its first not among these: “a Task & Finish Group is proposed” is not “Ratify a Task & Finish Group”."""
LISTING = (", ", " and ", "; ")
"""What stands between the items of a list."""


def with_names(sections: Iterable[Section], names: Mapping[str, str], *, all_known: bool = True) -> Iterator[Section]:
    """The sections of a document, every item named where a section first mentions it.

    One that has a row or a paragraph of its own is named in a numbered paragraph and beneath a figure all the same: the row may stand on
    another page.

    Args:
        sections: as they were written, in the order in which they are read.
        names: the short name of everything on record, by its ID; empty where its words say nothing of it.
        all_known: whether `names` has all that is on record, so that what is not in it is marked.
    """
    unknown: set[str] = set()
    for section in sections:
        naming = _Naming(names, set(_own(section.blocks)), unknown if all_known else None)
        yield replace(section, blocks=tuple(naming.block(block) for block in section.blocks))


def _own(blocks: Iterable[Block]) -> Iterator[str]:
    """The items that have a row or a paragraph of their own."""
    for block in blocks:
        if isinstance(block, Paragraph | Table) and block.anchor:
            yield block.anchor
        if isinstance(block, Table) and block.style not in FRONT:
            for row in block.rows:
                yield from (run.text for run in row.cells[0].content if isinstance(run, Ref))


def _cites(block: Block) -> bool:
    return isinstance(block, Table) and block.anchor in CITING


class _Naming:
    """Reads on from block to block of one section, and names each item once; what is on no record it marks where it is not `marked` yet."""

    def __init__(self, names: Mapping[str, str], own: set[str], marked: set[str] | None) -> None:
        self.names, self.own, self.marked = names, own, marked
        self.seen: set[str] = set()
        self.apart = False
        """Whether the block that is read stands apart from the rows."""
        self.in_prose = False
        """Whether it is a table of sentences, which speak of an item in their own words and do not say what it is called."""
        self.row_words: frozenset[str] = frozenset()

    def told(self, item: str) -> bool:
        """Whether an item was named before, or has a row that says what it is."""
        return item in self.seen or (item in self.own and not self.apart)

    def name_of(self, item: str) -> str:
        """What stands beside an item; nothing where nothing has to."""
        if item in self.names or self.marked is None or item in self.marked:
            return self.names.get(item, "")
        self.marked.add(item)
        return NOT_ON_RECORD

    def block(self, block: Block) -> Block:
        """A block with the names."""
        self.apart = isinstance(block, Figure) or (isinstance(block, Paragraph) and bool(block.number)) or _cites(block)
        self.in_prose = isinstance(block, Table) and block.style == PROSE
        match block:
            case Figure():
                return replace(block, sentence=self.runs(block.sentence))
            case Heading(level=3):
                return replace(block, text=block.text + plain(self.beside(block.text, headline(block.text))))
            case Table() if block.style in FRONT:
                return with_runs(block, lambda content: self.runs(content, described=True))
            case Table():
                return replace(block, rows=tuple(self.row(row) for row in block.rows))
            case _:
                return with_runs(block, self.runs)

    def row(self, row: TableRow) -> TableRow:
        """A row of a table with the names of what its other cells do not tell of already."""
        said = "" if self.in_prose else " ".join(plain(cell.content) for cell in row.cells)
        if self.apart:
            self.seen |= {as_kept(run.text) for run in row.cells[0].content if isinstance(run, Ref)}
        self.row_words = frozenset(WORD.findall(said.casefold()))
        cells = tuple(replace(cell, content=self.runs(cell.content)) for cell in row.cells)
        self.row_words = frozenset()
        return replace(row, cells=cells)

    def in_row(self, name: str) -> bool:
        """Whether the row that is read says most words of a name: “Approved the workforce development strategy” that of its milestone."""
        words = WORD.findall(name.casefold())
        return (
            len(words) >= AT_LEAST
            and words[0] in self.row_words
            and sum(word not in self.row_words for word in words) * LACKS <= len(words)
        )

    def runs(self, content: Runs, *, described: bool = False) -> Runs:
        """Some runs with the names; only of what is not on record, where the references in them are `described` by the words before."""
        out: list[Run] = []
        told = headline(plain(content))
        described = described or sum(isinstance(run, Ref) for run in content) > MOST_NAMED
        for run, after in zip_longest(content, content[1:]):
            match run:
                case Ref():
                    if isinstance(after, Text) and SAID.match(after.text):
                        self.seen |= {as_kept(run.text)} & self.names.keys()
                    out += [run, *self.behind(run, _told_beside(run, out) or told, described=described)]
                case Text(text=text) | Quote(text=text) if beside := self.beside(_before_a_bracket(printed(run)), told):
                    said = _before_a_bracket(text).rstrip()
                    out += [replace(run, text=said), *_going_on(beside, text[len(said) :])]
                case _:
                    out.append(run)
        return in_one_bracket(_marked_once(out))

    def behind(self, ref: Ref, told: str, *, described: bool) -> Iterator[Text]:
        """The name of a reference, where it first stands and is not told beside it."""
        item = as_kept(ref.text)
        if not IN_WORDS.fullmatch(ref.text) or self.told(item):
            return
        name = self.name_of(item)
        if self.in_row(name):
            return
        if described and name != NOT_ON_RECORD:
            return
        self.seen.add(item)
        if name == NOT_ON_RECORD:
            yield UNKNOWN
        elif name and headline(name) not in told:
            yield Text(f" {name}", quiet=True)

    def beside(self, words: str, told: str) -> Runs:
        """`` (B-008: Escalate the therapies contract)``: the items among somebody's words that were not named before; nothing where none was.

        Behind an ID that ends the words its name alone is told.
        """
        names = dict(self._not_yet_named(words, told))
        if len(names) == 1 and words.rstrip().endswith(tuple(names)):
            ((item, name),) = names.items()
            return (Text(f" {name}" if words.strip() == item and name != NOT_ON_RECORD else f" ({name})", quiet=True),)
        unknown = [item for item, name in names.items() if name == NOT_ON_RECORD]
        said: list[Run] = []
        for items, name in (*(([i], n) for i, n in names.items() if n != NOT_ON_RECORD), (unknown, NOT_ON_RECORD)):
            for at, item in enumerate(items):
                between = "; " if not at else " and " if at == len(items) - 1 else ", "
                said += [*((Text(between, quiet=True),) if said else ()), Ref(item, quiet=True)]
            said += [Text(f": {name}", quiet=True)] if items else []
        return aside(words, tuple(said)) if said else ()

    def _not_yet_named(self, words: str, told: str) -> Iterator[tuple[str, str]]:
        for item in dict.fromkeys(named_in(words)):
            if not self.told(item) and (name := self.name_of(item)) and headline(name) not in told:
                yield item, name
            self.seen.add(item)


_OPENS = re.compile(r"\s*\($")
"""A bracket that is begun behind some words, for what follows them."""


def _before_a_bracket(words: str) -> str:
    return _OPENS.sub("", words)


def _going_on(beside: Runs, rest: str) -> Iterator[Run]:
    """What is told beside some words, and what follows them: a bracket they begin goes on in ours."""
    if _OPENS.fullmatch(rest) and beside[-1] == Text(")", quiet=True):
        yield from (*beside[:-1], Text("; "))
    else:
        yield from (*beside, *((Text(rest),) if rest else ()))


def _told_beside(ref: Ref, before: Runs | list[Run]) -> str:
    """Where a partner's words are cited, the sentence up to there: a name further off (“Schools Forum agreed …”) does not say whose they are."""
    return headline("".join(sentences(plain(tuple(before)))[-1:]) or " ") if ref.text.upper().startswith(PARTNERS) else ""


def headline(words: str) -> str:
    """Words as names are looked for among them: without the articles that a short name leaves out."""
    return without_articles(words).casefold()


def _marked_once(content: Iterable[Run]) -> Runs:
    """Of unknown items that are listed one after the other it is said once, behind the last: ``X-404, X-405 (both not on record)``."""
    out: list[Run] = []
    mark, count = -1, 0
    for run in content:
        if run == UNKNOWN:
            between = out[mark + 1 : -1]
            if count and len(between) == 1 and isinstance(between[0], Text) and between[0].text in LISTING:
                del out[mark]
            else:
                count = 0
            mark, count = len(out), count + 1
            run = replace(UNKNOWN, text=f" ({'both' if count == 2 else f'all {number(count)}'} {NOT_ON_RECORD})") if count > 1 else UNKNOWN
        out.append(run)
    return tuple(out)
