"""Section 6: what children, young people, families and settings said, in their own words, and what came of what they asked.

No text is cut. What does not fit goes whole to *In their own words*, after the last section and outside the page count.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...english import compared, in_words, lower_first, many, month_name, sentence, share_of, short_day, upper_first
from ...position import Position
from ...position.answers import Answered
from ...position.voice import Box, GroupSaid, VoicePosition
from ...returns.received import ReceiptState
from ...settings import Settings
from ..blocks import Block, Break, Heading, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ..phrases import no_return, quoted, since_name, stopped
from ..section import Fate, Fates, Section
from . import own_words
from .own_words import ASKED

KEY = "voice"
TITLE = "What young people, families and settings told us"
SILENT = {
    ReceiptState.NOT_FILLED_IN: "The form came back not filled in",
    ReceiptState.REFUSED: "What was sent could not be read",
}


def write(position: Position, settings: Settings) -> Section:
    """What each group said, ask first; then what was done about earlier asks, and what families and settings shaped."""
    voice = position.voice
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(voice, since_name(position))), style="lead"),
        *_said(voice, position),
        *_others(position),
        *_shaped(voice),
    )
    return Section(KEY, TITLE, blocks, _fates(position))


def _lead(voice: VoicePosition, since: str) -> str:
    heard = share_of(voice.groups_heard, voice.groups_expected, "group", so=("was heard", "were heard"), not_so="was not heard")
    silent = f"nothing came from {in_words(f'the {name}' for name in voice.groups_silent)}" if 0 < len(voice.groups_silent) <= 2 else ""
    unanswered = "is unanswered" if voice.asks_unanswered == 1 else "are unanswered"
    asks = f"{many(voice.asks_unanswered, 'earlier ask')} {unanswered}" if voice.asks_unanswered else ""
    if not asks and voice.answers_this_month:
        asks = f"RDG answered {many(voice.answers_this_month, 'ask')}"
    return sentence(heard + compared(voice.groups_heard, voice.heard_before, since), silent, asks)


# ---------- their words, and what came of those before ----------


def _said(voice: VoicePosition, position: Position) -> Iterator[Block]:
    """A row for every group, whether it spoke or not: its words, the ask first, and beside them what it asked before and the answer."""
    if not voice.groups:
        return
    yield Table(
        caption="In their own words, and what came of what they asked before",
        columns=(TableColumn(runs("Group"), 0), TableColumn(runs("Their words"), 6.8), TableColumn(runs("Asked before, and answered"), 5.2)),
        rows=tuple(
            TableRow(
                (
                    TableCell(_group(g, position), (g.row.id,) if g.row and g.row.id else ()),
                    TableCell(_boxes(g), tuple(b.ref for b in g.boxes)),
                    TableCell(told_before(position, g.name), tuple(a.ref for a in asked_before(position, g.name)[:BESIDE])),
                )
            )
            for g in voice.groups
        ),
        summary="Each group: who was heard and whether it will speak; its words, unchanged, what it asks first; what it asked before and what RDG says was done.",
        anchor="answers",
        style="tight",
    )  # fmt: skip


def _group(group: GroupSaid, position: Position) -> Runs:
    if group.state != "spoke" and group.will_speak is None:
        return (Text(group.name, strong=True),)
    return (Text(group.name, strong=True), Break(), Text(upper_first(_heard(group, position)), quiet=True))


def _boxes(group: GroupSaid) -> Runs:
    """The boxes one under another, each whole or with where it stands whole; a row does not break over a page, so neither do they."""
    if group.state == "nil":
        return (Text("Nothing this month."),)
    if group.state == "silent":
        return (no_return(SILENT.get(group.receipt, "No return received")), Text(": a gap in assurance, not an absence of concern."))
    out: list[Run] = []
    for name, label in ASKED.items():
        box = group.box(name)
        if box or name == "ask":
            out += [
                *((Break(),) if out else ()),
                Text(f"{upper_first(label.removeprefix('What is ').removeprefix('What '))}: ", quiet=True),
                *_words(box),
            ]
    return tuple(out)


BESIDE = 2
"""Earlier asks that stand beside the words of whoever asked; the rest are counted."""


def asked_before(position: Position, who: str) -> list[Answered]:
    """What somebody asked before, what is unanswered first."""
    return [a for a in (*position.voice.answers, *position.voice.answers_not_shown) if a.who == who]


def told_before(position: Position, who: str) -> Runs:
    """What somebody asked before and what was done about it, as it stands beside what they say now."""
    asked = asked_before(position, who)
    out: list[Run] = []
    for one in asked[:BESIDE]:
        when = (Text(f"{month_name(one.month, position.pack)}: ", quiet=True),) if one.month else ()
        said: Run = quoted(one.said) if one.said else Text("Not on record.", quiet=True)
        impact = (Text(f" {stopped(one.impact)}"),) if one.impact else ()
        out += [*((Break(),) if out else ()), *when, said, Text(" "), *_did(one, position), *impact]
    if more := len(asked[BESIDE:]):
        out += [Break(), Text(f"{upper_first(many(more, 'more', 'more'))}, in the data book.", quiet=True)]
    return tuple(out) or (Text("Nothing is waiting for an answer.", quiet=True),)


def _words(box: Box | None) -> Runs:
    if box is None:
        return (Text("Nothing said.", quiet=True),)
    if not box.fits:
        return (Text("Printed whole in "), Ref(own_words.TITLE, target=own_words.KEY), Text(", at the end."))
    return (quoted(box.words),)


def _heard(group: GroupSaid, position: Position) -> str:
    """``five coffee mornings; 50 to 100 people. Will speak.``"""
    many_people = f"{group.how_many.text.lower()} people" if group.how_many else ""
    how = "; ".join(part for part in (lower_first(group.how_heard), many_people) if part)
    row = group.row
    back = f"Taken down for the group and read back on {short_day(row.read_back_on, position.at)}." if row and row.read_back_on else ""
    return " ".join(part for part in (stopped(how) if how else "", back, _speaks(group)) if part)


def _speaks(group: GroupSaid) -> str:
    if group.will_speak is None:
        return "Has not said whether it will speak."
    return "Will speak." if group.will_speak.meaning == "yes" else "Will not speak."


# ---------- what others asked before ----------


def _beside_others(position: Position) -> set[str]:
    """Those who have a row of their own, here or among the partners' concerns, where their earlier asks stand."""
    return {g.name for g in position.voice.groups} | {line.who for line in position.concerns.concerns}


def _others(position: Position) -> Iterator[Block]:
    """What was asked before by whoever says nothing this month."""
    rowed = _beside_others(position)
    for who in dict.fromkeys(a.who for a in position.voice.answers if a.who not in rowed):
        yield Paragraph((Text(f"{who}. ", strong=True), *told_before(position, who)), number="*")
    told = rowed | {a.who for a in position.voice.answers}
    if more := sum(a.who not in told for a in position.voice.answers_not_shown):
        yield Paragraph(runs(f"{upper_first(many(more, 'more answer'))} to what was asked before, in the data book."), style="note")


def _did(a: Answered, position: Position) -> Runs:
    if not a.answered:
        return (Text("No answer yet.", strong=True),)
    out: list[Run] = []
    if a.answer:
        out.append(Text(f"{a.answer.text}. ", strong=True))
    if a.did:
        out.append(Text(a.did))
    if a.row is None and a.answered_in:
        out += [Break(), Text(f"No update since {month_name(a.answered_in, position.pack)}.", quiet=True)]
    return tuple(out)


def _shaped(voice: VoicePosition) -> Iterator[Block]:
    if not voice.milestones:
        return
    n = voice.milestones_shaped
    how = share_of(n, voice.milestones, "milestone", so=("says how", "say how"), not_so="does not say how")
    says = f"What families and settings shaped: {how}. "
    out: list[Run] = [Text(says, strong=True)]
    for one in voice.shaped:
        out += [Ref(one.ref, target=one.ref), Text(f", {lower_first(one.title.rstrip('.'))}: {lower_first(stopped(one.how))} ")]
    yield Paragraph(tuple(out), number="*", anchor="shaped")


# ---------- what became of every row ----------


def _fates(position: Position) -> tuple[Fate, ...]:
    voice = position.voice
    everything = (*voice.answers, *voice.answers_not_shown)
    told = _beside_others(position) | {a.who for a in voice.answers}
    shown = [a for who in told for a in asked_before(position, who)[:BESIDE]]
    fates = Fates(KEY)
    fates.printed(*(g.row for g in voice.groups if g.row), *(a for g in voice.groups for a in g.also))
    fates.printed(*(a.row for a in everything if a.row and a in shown))
    fates.summarised(*(a.row for a in everything if a.row and a not in shown))
    return tuple(fates.all)
