"""What was promised and what it means for families: what is better, what is not yet, what comes next, and where we do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ...assess.small_numbers import IN_QUESTION
from ...english import in_words, many, short_day
from ...meanings import MilestoneStatus
from ...position.editions.contested import Contested
from ...position.editions.editor import Promise
from ...position.editions.public import Promises, PublicPosition
from ...position.indicators import Glance
from ...position.whole import Position
from ..blocks import Block, Bullets, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Run, Runs, Text, runs
from ..indicator_words import figure, period
from ..phrases import quoted, stopped

# ---------- what this means for families ----------


NOT_TOLD = "We have not been told this month: not everyone who should report did."


def families(public: PublicPosition, position: Position) -> Iterator[Block]:
    """What is better, what is not yet, and what comes next, in what it means for families."""
    if not (public.done.shown or public.not_yet.shown or public.coming.shown or public.unworded or public.contested):
        yield Paragraph(runs("Nobody has yet told us what this month means for families."))
        return
    told = position.milestones.whole
    yield Heading(3, "What is better")
    figures = tuple(_figure(g, position) for g in public.better)
    if figures:
        yield Bullets(figures)
    if public.done.shown or not (public.contested or figures):
        yield from _promises(public.done, position, "Nothing new is done yet." if told else NOT_TOLD)
    if public.contested:
        about = in_words(f"“{c.theme.for_families or c.theme.name}”" for c in public.contested)
        yield Paragraph(runs(f"Not everyone sees it yet: what is said of {about} stands below, under “Where we do not agree”."))
    yield Heading(3, "Not yet")
    yield from _promises(public.not_yet, position, "Nothing that families were told of is late." if told else NOT_TOLD)
    if public.unworded:
        titles = [f"“{t.rstrip('.')}”" for t in public.unworded]
        more = [many(public.unworded_more, "other")] if public.unworded_more else []
        yield Paragraph(
            runs(
                f"These are late, may be late or are on hold too. We have not been told yet what they mean for families: {in_words([*titles, *more])}."
            )
        )
    yield Heading(3, "What happens next")
    yield from _promises(public.coming, position, "Nothing more has a date yet." if told else NOT_TOLD)


def _figure(glance: Glance, position: Position) -> Runs:
    """A figure that gets better, in a sentence: its value now."""
    at, indicator = position.at, glance.indicator
    now = glance.latest
    value = f": {figure(now.value, indicator)} in {period(now.period, indicator, at)}" if now else ""
    return runs(f"{indicator.for_families or indicator.name}{value}. ", Text("Getting better.", quiet=True))


def _promises(promises: Promises, position: Position, otherwise: str) -> Iterator[Block]:
    if not promises.shown:
        yield Paragraph(runs(otherwise))
        return
    yield Bullets(tuple(_promise(p, position) for p in promises.shown))
    if promises.more:
        yield Paragraph(runs(f"And {many(promises.more, 'more', 'more')}."), style="note")


def _promise(promise: Promise, position: Position) -> Runs:
    new = (Text("New. ", strong=True),) if promise.new else ()
    asked = ASKED if promise.asked and promise.when and not promise.in_question else ""
    return (*new, *_says(promise), Text(" "), Text(_when(promise, position) + asked, quiet=True))


TO_COME = re.compile(r"\b(?:will|won[’']t|shall|going to)\b", re.IGNORECASE)


def _says(promise: Promise) -> Runs:
    """What it means for families; where it is done and speaks of what is to come, as what was promised."""
    if promise.meaning == MilestoneStatus.COMPLETE and TO_COME.search(promise.says):
        return (Text("We promised: "), quoted(promise.says))
    return (Text(stopped(promise.says)),)


STANDS = {"complete": "Done. ", "off_track": "Late. ", "at_risk": "It may be late. ", "paused": "On hold. "}
WRONG = f"The day we were sent cannot be right, so we give none {IN_QUESTION}."

ASKED = " We are checking this day."


def _when(promise: Promise, position: Position) -> str:
    at, due, when = position.at, promise.due, promise.when
    if promise.in_question:
        return f"{STANDS.get(promise.meaning, '')}{WRONG}"
    match promise.meaning:
        case "complete":
            done = f"one {_by(when, at, 'on')}." if when else "one."
            return f"Reported as d{done} Not yet shown to be." if promise.reported else f"D{done}"
        case "off_track":
            return _late("Late", due, when, at)
        case "at_risk":
            return _late("It may be late", due, when, at)
        case "paused":
            return f"On hold. We hope for {short_day(when, at)}." if when else "On hold."
    if when is None:
        return "No date yet."
    return f"It was due {_by(when, at)} and is not done yet." if when <= at else f"We expect it {_by(when, at)}."


def _late(start: str, due: date | None, when: date | None, at: date) -> str:
    if when is None:
        return f"{start}. There is no new date yet."
    if due is None or when <= due:
        return f"{start}. It is due {_by(when, at)}."
    return f"{start}. We said {short_day(due, at)}. Now we expect {short_day(when, at)}."


def _by(value: date, beside: date, word: str = "by") -> str:
    return f"{word} {short_day(value, beside)}"


# ---------- where we do not agree ----------


def contested(public: PublicPosition, position: Position) -> Iterator[Block]:
    """Each contested theme as a card: both sides whole, why both can be so as far as it is recorded, and what comes next."""
    for one in public.contested:
        name = one.theme.for_families or one.theme.name
        yield Heading(3, name)
        yield Table(
            caption=name,
            caption_shown=False,
            columns=(TableColumn(runs("Of this"), 3.1), TableColumn(runs("What is said"), 12)),
            rows=tuple(TableRow((TableCell((Text(label, strong=True),)), TableCell(said))) for label, said in _sides(one, position)),
            summary=f"{name}: what we say, what families say, why both can be so, and what happens next.",
            style="long",
        )


def _sides(one: Contested, position: Position) -> Iterator[tuple[str, Runs]]:
    ours = one.done or (() if one.figures else one.coming)
    yield "We say", _one_a_line((*((Text(stopped(f)),) for f in one.figures), *(_promise(p, position) for p in ours)))
    yield "Families say", _one_a_line(_theirs(one))
    yield "Why both can be so", _one_a_line((Text(stopped(why)),) for why in one.why) or (Text("We have not been told yet.", quiet=True),)
    board = [(Text("The Board will look at it."),)] if one.to_board else []
    coming = [_promise(p, position) for p in one.coming if p not in ours]
    yield "What happens next", _one_a_line((*board, *coming)) or (Text("We have not been told yet.", quiet=True),)


FOUND = 2
"""Findings of surveys and complaints on a card where nobody's own words stand: the newest."""


def _theirs(one: Contested) -> Iterator[Runs]:
    for who, words in one.words:
        yield (Text(f"{who}: ", strong=True), quoted(words))
    if one.unquoted:
        have = "has" if len(one.unquoted) == 1 else "have"
        yield runs(f"{in_words(one.unquoted)} raised {'another' if one.words else 'a'} concern, and {have} not agreed to be quoted.")
    if one.words or one.unquoted:
        return
    for report, found in one.found[:FOUND]:
        yield (Text(f"{report}: ", strong=True), Text(stopped(found)))
    if not one.found:
        yield runs("Families or young people have raised a concern. Their words are not printed here.")


def _one_a_line(lines: Iterable[Runs]) -> Runs:
    out: list[Run] = []
    for line in lines:
        out += [*((Break(),) if out else ()), *line]
    return tuple(out)
