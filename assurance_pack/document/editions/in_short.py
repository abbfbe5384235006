"""The first part of the public summary: how the promises stand, how sure RDG is of them, and what the measures say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...assess.small_numbers import IN_QUESTION
from ...english import in_words, many, number
from ...position.editions.public import PublicPosition, Tally
from ...position.indicators import Glance
from ...position.whole import Position
from ...settings import Settings
from ..blocks import Block, Bullets, Paragraph
from ..blocks.runs import Runs, Text, runs
from ..indicator_words import figure, period
from ..phrases import since_name

SURE = {
    "green": "Very likely.",
    "amber_green": "Likely, if small problems are solved.",
    "amber": "It can be, but there are problems to solve.",
    "amber_red": "Unlikely, unless big problems are solved.",
    "red": "Not as things stand.",
}
"""RDG's confidence in words anybody would use."""
MOVED = {"better": "Getting better.", "worse": "Getting worse.", "chance": "No real change.", "special": "An unusual change."}


def in_short(public: PublicPosition, position: Position, settings: Settings) -> Iterator[Block]:
    """How many promises stand where, whether it will all be done on time, and what the measures say."""
    where = f" in {settings.board.area}" if settings.board.area else ""
    yield Paragraph(runs(f"There is a plan to make SEND and alternative provision better{where}. {_counts(public.tally)}"), style="lead")
    yield Paragraph((Text("Will it all be done on time? ", strong=True), Text(_sure(public, position))))
    if public.measures:
        yield Bullets(tuple(_measure(g, position.at) for g in public.measures))


def _counts(tally: Tally) -> str:
    """``It has 30 promises: eight are done, 12 are on time, seven may be late, two are late and one is on hold.``"""
    if not tally.total:
        return "Nobody has told us this month how it is going."
    kinds = (
        (tally.done, "is done", "are done"), (tally.on_time, "is on time", "are on time"), (tally.may_be_late, "may be late", "may be late"),
        (tally.late, "is late", "are late"), (tally.on_hold, "is on hold", "are on hold"), (tally.stopped, "has stopped", "have stopped"),
        (tally.unheard, "has had no update this month", "have had no update this month"),
        (tally.unclear, "has an update that we cannot read", "have updates that we cannot read"),
    )  # fmt: skip
    said = [f"{number(n)} {one if n == 1 else several}" for n, one, several in kinds if n]
    shown = f" Of {number(tally.reported)} done we have the word and not yet the proof." if tally.reported else ""
    return f"It has {many(tally.total, 'promise')}: {in_words(said)}.{shown}"


def _sure(public: PublicPosition, position: Position) -> str:
    line = public.sure
    if line is None or line.now is None:
        return "We have not been told this month."
    now = SURE.get(line.now.meaning, line.now.text)
    since = since_name(position)
    if line.before is None or not since:
        return now
    before = SURE.get(line.before.meaning, line.before.text)
    if before == now:
        return f"{now} We said the same in {since}."
    return f"{now} In {since} we said: “{before.rstrip('.')}”."


def _measure(glance: Glance, at: date) -> Runs:
    name = Text(f"{glance.indicator.for_families or glance.indicator.name}: ", strong=True)
    was = (
        f"{figure(glance.latest.value, glance.indicator)} in {period(glance.latest.period, glance.indicator, at)}" if glance.latest else ""
    )
    if glance.in_question and glance.newest:
        wrong = f"the figure we were sent for {period(glance.newest.period, glance.indicator, at)} cannot be right, so we give none {IN_QUESTION}."
        return (name, Text(f"{wrong} It was {was}." if was else wrong))
    if glance.latest is None:
        return (name, Text("no figure this month."))
    early = " (a first figure; it may change)" if glance.latest.symbol == "[p]" else ""
    now = f"{was}{early}"
    if glance.previous is None:
        return (name, Text(f"{now}."))
    before = f"{figure(glance.previous.value, glance.indicator)} in {period(glance.previous.period, glance.indicator, at)}"
    return (name, Text(f"{now}. It was {before}. {_movement(glance)}".rstrip()))


def _movement(glance: Glance) -> str:
    if glance.up is None:
        return "No change."
    if glance.change in ("best", "worst"):
        return f"It is {glance.plain}."
    return MOVED.get(glance.change, "") if glance.agrees else f"Over a longer time it is getting {glance.change}."
