"""Runs and phrases that several sections say the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..assess.small_numbers import IN_QUESTION
from ..english import counted, lower_first, many, month_name, number
from ..meanings import NO_RETURN, MilestoneStatus
from ..model import Word
from ..model.named_ids import IN_WORDS
from ..position.budget import Opening
from ..position.whole import Position
from ..rules.guard.withhold import WITHHELD
from ..schema import Row
from ..settings import Settings
from .blocks.runs import Link, Quote, Ref, Run, Runs, Status, Text, runs


def status(word: Word | None, settings: Settings, list_name: str = "milestone_status", *, strong: bool = False) -> Run:
    """A status as shape, letter and word; “Not stated” in words alone where there is none."""
    if word is None:
        return Text(NOT_STATED, quiet=True)
    known = settings.entry(list_name, word)
    return Status(word.meaning, known.letter if known else "", word.text, strong)


NOTHING_HEARD = "X"
"""The letter in the badge of what nobody has reported."""


def no_return(word: str = "No return") -> Status:
    """Nothing was received: never last month's status in its place."""
    return Status(NO_RETURN, NOTHING_HEARD, word)


def late_words(settings: Settings) -> tuple[str, str]:
    """The two words for a milestone that needs attention, the worse first, as they stand within a sentence: ``off track``, ``at risk``."""
    return lower_first(settings.printed(MilestoneStatus.OFF_TRACK)), lower_first(settings.printed(MilestoneStatus.AT_RISK))


def ids(refs: Iterable[str]) -> Runs:
    """IDs with commas between; none of them breaks at its hyphens."""
    out: list[Run] = []
    for ref in refs:
        if out:
            out.append(Text(", "))
        out.append(Ref(ref))
    return tuple(out)


def with_refs(text: str, *, quiet: bool = False) -> Runs:
    """A sentence of ours with its IDs as references, so that each is named where it is first mentioned."""
    out: list[Run] = []
    at = 0
    for found in IN_WORDS.finditer(text):
        out += [*((Text(text[at : found.start()], quiet=quiet),) if found.start() > at else ()), Ref(found.group(), quiet=quiet)]
        at = found.end()
    return (*out, *((Text(text[at:], quiet=quiet),) if at < len(text) else ()))


def some(refs: Iterable[str], most: int = 8) -> Runs:
    """IDs, named as far as a sentence bears; of more than that half as many, and the rest counted."""
    every = list(refs)
    if len(every) <= most + 1:
        return ids(every)
    return (*ids(every[: most // 2]), Text(f" and {len(every) - most // 2} more"))


ASKS_NOT_KNOWN = "RDG’s return came in two versions that differ, and the one that counts asks no decision: what is asked is not known"
"""Where nobody has said yet which of two returns of RDG's holds."""


def in_question(row: Row, *names: str) -> Runs:
    """The mark beside a value that a rule has proved wrong, or on which two rows of one item do not agree; nothing where none is."""
    return (Text(f" {IN_QUESTION}"),) if (row.in_question(*names) if names else row.questioned) else ()


NOT_STATED = "Not stated"
"""Printed where nothing was typed."""


def missing(row: Row | None, *names: str, otherwise: str = NOT_STATED) -> Text:
    """What stands in the place of a value that is not there: that nothing was typed, or the mark that what was typed cannot be right or cannot be read."""
    return Text(IN_QUESTION) if row is not None and row.in_question(*names) else Text(otherwise, quiet=True)


NO_TITLE = "No title given"
"""Printed where an item has no title this month, and had none before."""


def told(row: Row, name: str, *, strong: bool = False, otherwise: str = NOT_STATED) -> Text:
    """What stands in a column of words, as a sentence; that nothing was typed, or that it is in question, as one too."""
    text = getattr(row, name)
    if text:
        return Text(stopped(text), strong=strong)
    nothing = missing(row, name, otherwise=otherwise)
    return replace(nothing, text=stopped(nothing.text))


def words_in(row: Row, name: str) -> str:
    """What stands in a column of words, as part of a sentence; the mark where it is in question, or that it is not stated."""
    text: str | None = getattr(row, name)
    return text or (IN_QUESTION if row.in_question(name) else f"{name} not stated")


def owner(row: Row, name: str = "owner") -> Text:
    """The role that answers for an item, from the column that names it; that none is stated, where none is."""
    role = getattr(row, name)
    return Text(role, quiet=True) if role else missing(row, name, otherwise="Owner not stated")


def stated(text: str | None, otherwise: str | Text = NOT_STATED) -> Runs:
    """What was said, or what stands in its place: in grey where it is a word of ours."""
    return runs(text) if text else (otherwise if isinstance(otherwise, Text) else Text(otherwise, quiet=True),)


def graded(word: Word | None, row: Row | None, name: str, settings: Settings, list_name: str = "milestone_status") -> Runs:
    """A status with the mark beside it where it is in question; the mark alone where what was typed counts nowhere."""
    if word is None:
        return (missing(row, name),)
    return (status(word, settings, list_name), *(in_question(row, name) if row is not None else ()))


def quoted(text: str, *, marks: bool = True) -> Run:
    """Somebody's own words, unchanged, in quotation marks; words typed within their own keep those; a withheld cell has none."""
    if text == WITHHELD:
        return Text(text, quiet=True)
    if not marks:
        return Quote(text, marks=False)
    inside = text.strip()[1:-1]
    own = (text.strip()[:1], text.strip()[-1:]) in (("“", "”"), ("‘", "’"), ('"', '"')) and not any(mark in inside for mark in '“”"')
    return Quote(text, marks=not own)


def own_words_as_far(printed: Opening, where: str, *, marks: bool = True) -> Runs:
    """Somebody's own words as far as they are printed, and where the rest stands; in quotation marks, where they are not ours to report.

    Args:
        printed: how much of them is printed.
        where: where all of them stand: ``the data book, sheet “Your words”``.
        marks: whether they are put in quotation marks.
    """
    if not printed.more:
        return (quoted(printed.said, marks=marks),)
    if not printed.said:
        return (Text(f"({number(printed.words)} words, whole in {where})", quiet=True),)
    left = many(printed.words - len(printed.said.split()), "more word") if printed.goes_on else many(printed.more, "more sentence")
    return (quoted(printed.said, marks=marks), Text(f" (and {left}, whole in {where})", quiet=True))


def reached(email: str = "", phone: str = "", web: str = "") -> Runs:
    """How somebody is reached, each a link: by mail, by telephone, on the web; commas between."""
    ways = (
        Link(email, f"mailto:{email}") if email else None,
        Link(phone, f"tel:{''.join(c for c in phone if c.isdigit() or c == '+')}") if any(c.isdigit() for c in phone) else None,
        Link(web.removeprefix("https://").removeprefix("http://").rstrip("/"), web) if web else None,
    )
    out: list[Run] = []
    for way in (w for w in ways if w):
        out += [*((Text(", "),) if out else ()), way]
    return tuple(out)


def stopped(text: str) -> str:
    """Words with a full stop, where they do not end with a mark of their own."""
    bare = text.rstrip()
    return bare if bare.endswith((".", "?", "!", "”", "…")) else f"{bare}."


NAMED = 8
"""Items that are not printed are named up to this many; more are counted."""


def named(refs: Sequence[str], noun: str) -> Runs:
    """Items by their IDs where they are few, else their count."""
    return ids(refs) if len(refs) <= NAMED else (Text(counted(len(refs), noun)),)


def shown_of(shown: int, total: int, noun: str) -> str:
    """What follows a caption where not all is shown: `` (6 of 17 open shown)``."""
    return f" ({shown} of {total} {noun} shown)" if shown < total else ""


def since_name(position: Position) -> str:
    """The month the last pack was for, as said in this one: ``May``, or ``November 2025`` where the year differs; nothing in a first pack."""
    return month_name(position.since, position.pack) if position.since else ""
