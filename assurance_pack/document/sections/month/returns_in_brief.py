"""What page 1 says of the returns it rests on: which came, what is missing from them, and what is in question."""

from __future__ import annotations

from ....english import in_words, lower_first, many, number
from ....position.gaps import Doubt, Gaps
from ....position.month import MonthPosition
from ....position.not_heard_of import STANDS_OVER
from ....returns.workspace import Milestone, Risk
from ....schema import Row, columns
from ...blocks.runs import Ref, Run, Runs, Text

QUESTIONED_NAMED, OF_MANY = 4, 2
"""Figures in question named on page 1, all of so few, and some of more; section 10 gives the cells of all."""

GONE_NAMED = 3
"""Items gone without a word that are named on page 1; sections 3 and 4 name the others."""


_KINDS: tuple[type[Row], ...] = (Risk, Milestone, *STANDS_OVER)
KINDS_GONE = {c.id_prefix: kind.printed_as for kind in _KINDS for c in columns(kind) if c.name == "id" and c.id_prefix}
"""What an item is called, by what its ID begins with."""


def returns_in_brief(part: MonthPosition) -> Runs:
    """How many returns came, whose did not, what went from one without a word, and what is in question or not stated."""
    gaps = part.gaps
    out: list[Run] = []
    if gaps.missing:
        out.append(Text(f"{gaps.came} of {gaps.expected} returns came. "))
    else:
        out.append(Text(f"All {number(gaps.expected)} came. "))
    if part.missing:
        out += [Text("No return received", strong=True), Text(f" from {in_words(part.missing, 'and from')}{_gap(part.missing)}")]
    if part.unreadable:
        out += [
            Text("Cannot be read", strong=True),
            Text(f": what came from {in_words(part.unreadable, 'and from')}{_gap(part.unreadable)}"),
        ]
    for month in dict.fromkeys(month for _, month in part.of_another_month):
        names = [name for name, of in part.of_another_month if of == month]
        out.append(Text(f"{in_words(names, 'and')} sent the return of {month.name}", strong=True))
        out.append(Text(": nothing of this month came, and nothing of it is printed. "))
    for name, titles in part.lacking:
        out.append(Text(f"{name}’s came without {in_words(titles)}", strong=True))
        out.append(Text(": a gap in assurance. "))
    if part.disputed:
        out += [Text("Two versions that differ", strong=True), Text(f" came as the return of {in_words(part.disputed, 'and of')}. ")]
    out += [*_gone(part), *_closed(part), *_in_question(gaps), *_days_asked(part.days_asked)]
    unread = len(gaps.not_stated)
    if unread:
        out.append(Text(f"{many(unread, 'answer').capitalize()} {'is' if unread == 1 else 'are'} not stated. "))
    return tuple(out)


def _gap(names: tuple[str, ...]) -> str:
    """What it means that no word of somebody can be read."""
    return f": {'a gap' if len(names) == 1 else 'gaps'} in assurance, not an absence of concern. "


def _gone(part: MonthPosition) -> list[Run]:
    """What was open when last reported and is not there any more, by name: whether it is worse or over is not known."""
    out: list[Run] = []
    for ref, name in part.gone[:GONE_NAMED]:
        out += [
            Text("; ") if out else Text("Open when last reported, and not heard of since: ", strong=True),
            Ref(ref),
            Text(f" {lower_first(name)}".rstrip()),
        ]
    rest = [ref.partition("-")[0] for ref, _ in part.gone[GONE_NAMED:]]
    more = number(len(rest)) if {*rest} <= {"R", "M"} else _of_each_kind(rest)
    return [*out, Text(f"; {more} more. " if rest else ". ")] if out else []


def _of_each_kind(prefixes: list[str]) -> str:
    """How many there are of each kind of item: ``two actions and one decision``."""
    return in_words([many(prefixes.count(one), KINDS_GONE[one]) for one in dict.fromkeys(prefixes) if one in KINDS_GONE])


def _closed(part: MonthPosition) -> list[Run]:
    """The risks that are closed with a score of the top band, by name and score: whether they are over is asked."""
    out: list[Run] = []
    for ref, name, score in part.closed_and_asked[:GONE_NAMED]:
        out += [
            Text("; ") if out else Text("Closed, and asked whether it is over: ", strong=True),
            Ref(ref),
            Text(f" {lower_first(name)}, closed at {score}"),
        ]
    more = len(part.closed_and_asked) - GONE_NAMED
    return [*out, Text(f"; {number(more)} more. " if more > 0 else ". ")] if out else []


def _doubted(doubt: Doubt) -> str:
    return f"{doubt.of} (score {doubt.last} last time)" if doubt.last else doubt.of


def _days_asked(items: tuple[str, ...]) -> list[Run]:
    """The items of which a day is asked about: it stands as it was sent, and what is not late by it may be."""
    if not items:
        return []
    out: list[Run] = [Text("Asked whether the day is right", strong=True), Text(": ")]
    for at, ref in enumerate(items[:QUESTIONED_NAMED]):
        out += [Text(", " if at else ""), Ref(ref)]
    more = len(items) - QUESTIONED_NAMED
    return [*out, Text(f" and {number(more)} more. " if more > 0 else ". ")]


def _in_question(gaps: Gaps) -> list[Run]:
    """How many values are in question and of what: none of them is printed as fact, here or anywhere."""
    found = gaps.in_question
    if not found:
        return []
    shown = QUESTIONED_NAMED if len(found) <= QUESTIONED_NAMED else OF_MANY
    more = len(found) - shown
    named = "; ".join(_doubted(doubt) for doubt in found[:shown]) + (f"; {number(more)} more" if more > 0 else "")
    return [Text(f"{many(len(found), 'figure').capitalize()} in question, [q]", strong=True), Text(f": {named}. ")]
