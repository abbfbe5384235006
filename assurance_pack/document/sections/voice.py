"""Section 6: what children, young people, families and settings said, in their own words, and what came of what they asked.

No sentence is cut. What does not fit goes whole to *In their own words*, after the last section and outside the page count; of a box that is a
letter the pack prints the whole sentences it opens with.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...english import compared, in_words, lower_first, many, month_name, sentence, share_of, short_day
from ...position import Position
from ...position.answers import Answered
from ...position.budget import opened
from ...position.voice import Box, GroupSaid, VoicePosition
from ...returns.received import ReceiptState
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Ref, Run, Runs, Text, runs
from ..phrases import no_return, own_words_as_far, since_name, stopped
from ..section import Fate, Fates, Section
from . import own_words
from .own_words import ASKED

KEY = "voice"
TITLE = "What young people, families and settings told us"
SIDE_BY_SIDE = 2
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
        *_spoken(voice, position),
        *_quiet(voice),
        *_answers(voice, position, settings),
        *_shaped(voice),
    )
    return Section(KEY, TITLE, blocks, _fates(voice))


def _lead(voice: VoicePosition, since: str) -> str:
    heard = share_of(voice.groups_heard, voice.groups_expected, "group", so=("was heard", "were heard"), not_so="was not heard")
    silent = f"nothing came from {in_words(f'the {name}' for name in voice.groups_silent)}" if 0 < len(voice.groups_silent) <= 2 else ""
    unanswered = "is unanswered" if voice.asks_unanswered == 1 else "are unanswered"
    asks = f"{many(voice.asks_unanswered, 'earlier ask')} {unanswered}" if voice.asks_unanswered else ""
    if not asks and voice.answers_this_month:
        asks = f"RDG answered {many(voice.answers_this_month, 'ask')}"
    return sentence(heard + compared(voice.groups_heard, voice.heard_before, since), silent, asks)


# ---------- their words ----------


def _spoken(voice: VoicePosition, position: Position) -> Iterator[Block]:
    """Family-led and young people's groups side by side, two to a table; then school-led groups, a paragraph each."""
    spoke = [g for g in voice.groups if g.state == "spoke"]
    families = [g for g in spoke if g.kind != "settings"]
    for at in range(0, len(families), SIDE_BY_SIDE):
        yield _table(families[at : at + SIDE_BY_SIDE], position)
    for group in (g for g in spoke if g.kind == "settings"):
        yield Paragraph(_in_a_line(group, position), number="*", anchor=group.row.id if group.row else "")


def _table(groups: list[GroupSaid], position: Position) -> Table:
    widths = _widths(groups)
    heads = tuple(TableColumn(_head(g, position), w, "words") for g, w in zip(groups, widths, strict=True))
    rows = tuple(
        TableRow((TableCell(runs(label)), *(TableCell(_words(g.box(name)), _refs(g.box(name))) for g in groups)))
        for name, label in ASKED.items()
        if name == "ask" or any(g.box(name) for g in groups)
    )
    return Table(
        caption="Families and young people, in their own words",
        columns=(TableColumn(runs("We asked"), 0), *heads),
        rows=rows,
        summary=f"The words of {in_words(g.name for g in groups)}, unchanged: what they ask the Board for, what is not working and what is working.",
        style="voice",
    )


def _head(group: GroupSaid, position: Position) -> Runs:
    """Who spoke, how it was heard, and whether the group will speak."""
    return (Text(f"{group.name}: {_heard(group, position)}"),)


def _in_a_line(group: GroupSaid, position: Position) -> Runs:
    """A school-led group's words, ask first, in one numbered paragraph."""
    out: list[Run] = [Text(f"{group.name}. ", strong=True)]
    for name, label in ASKED.items():
        box = group.box(name)
        if box or name == "ask":
            out += [Text(f"{label.removeprefix('What is ').removeprefix('What ').capitalize()}: "), *_words(box), Text(" ")]
    out.append(Text(f"{_capital(_heard(group, position))}", quiet=True))
    return tuple(out)


def _widths(groups: list[GroupSaid]) -> tuple[float, ...]:
    """Twelfths: whoever says more has more room, and nobody has less than a third."""
    if len(groups) == 1:
        return (12,)
    said = [sum(len(b.printed.said) for b in g.boxes if b.fits) for g in groups]
    first = min(8, max(4, round(12 * said[0] / (sum(said) or 1))))
    return (first, 12 - first)


def _words(box: Box | None) -> Runs:
    if box is None:
        return (Text("Nothing said.", quiet=True),)
    if not box.fits:
        return (
            Text("Printed in " if box.printed.more else "Printed whole in "),
            Ref(own_words.TITLE, target=own_words.KEY),
            Text(", at the end."),
        )
    return own_words_as_far(box.printed, own_words.whereabouts(box))


def _refs(box: Box | None) -> tuple[str, ...]:
    return (box.ref,) if box else ()


def _heard(group: GroupSaid, position: Position) -> str:
    """``five coffee mornings; 50 to 100 people. Will speak.``"""
    many_people = f"{group.how_many.text.lower()} people" if group.how_many else ""
    how = "; ".join(part for part in (lower_first(group.how_heard), many_people) if part)
    return " ".join(part for part in (stopped(how) if how else "", _taken_down(group, position), _speaks(group)) if part)


def _taken_down(group: GroupSaid, position: Position) -> str:
    """Who wrote the words down, where the group did not, and when they were read back to it; nothing where it wrote them itself."""
    row = group.row
    if row is None or not (row.taken_down_by or row.read_back_on):
        return ""
    back = f"read back to the group on {short_day(row.read_back_on, position.at)}" if row.read_back_on else "not yet read back to the group"
    return f"Taken down{f' by {row.taken_down_by}' if row.taken_down_by else ''}, {back}."


def _speaks(group: GroupSaid) -> str:
    if group.will_speak is None:
        return "Has not said whether it will speak."
    return "Will speak." if group.will_speak.meaning == "yes" else "Will not speak."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _quiet(voice: VoicePosition) -> Iterator[Block]:
    nil = [g.name for g in voice.groups if g.state == "nil"]
    if nil:
        yield Paragraph((Text(f"{in_words(nil)}: ", strong=True), Text("nothing this month.")), number="*")
    for group in (g for g in voice.groups if g.state == "silent"):
        said = SILENT.get(group.receipt, "No return received")
        yield Paragraph(
            (Text(f"{group.name}: ", strong=True), no_return(said), Text(": a gap in assurance, not an absence of concern.")), number="*"
        )


# ---------- you said, we did ----------


def _answers(voice: VoicePosition, position: Position, settings: Settings) -> Iterator[Block]:
    if not voice.answers:
        yield Paragraph((Text("You said, we did. ", strong=True), Text("No earlier ask is waiting for an answer.")), number="*")
        return
    total = len(voice.answers) + len(voice.answers_not_shown)
    shown = f" ({len(voice.answers)} of {total} shown)" if voice.answers_not_shown else ""
    yield Table(
        caption=f"You said, we did, and what came of it, in RDG’s account{shown}",
        columns=(TableColumn(runs("Who and when"), 0), TableColumn(runs("You said"), 4.5), TableColumn(runs("We did"), 4.7), TableColumn(runs("Impact"), 2.8)),
        rows=tuple(_answer(a, position, settings) for a in voice.answers),
        summary="What groups and partners asked in earlier months, what RDG says was done about it, and what difference it made.",
        anchor="answers",
        style="long",
    )  # fmt: skip


def _answer(a: Answered, position: Position, settings: Settings) -> TableRow:
    when = f", {month_name(a.month, position.pack)}" if a.month else ""
    return TableRow(
        (
            TableCell((Text(f"{a.who}{when}", strong=True),), (a.ref,)),
            TableCell(_you_said(a, settings) if a.said else (Text("Not on record.", quiet=True),)),
            TableCell(_did(a, position)),
            TableCell(runs(a.impact) if a.impact else (Text("Not stated" if a.answered else "None yet", quiet=True),)),
        )
    )


def _you_said(a: Answered, settings: Settings) -> Runs:
    return own_words_as_far(opened(a.said, settings.budgets.voice.a_box), f"the data book of {a.month.name if a.month else 'that month'}")


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


def _fates(voice: VoicePosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    fates.printed(*(g.row for g in voice.groups if g.row), *(a for g in voice.groups for a in g.also))
    fates.printed(*(a.row for a in voice.answers if a.row))
    fates.summarised(*(a.row for a in voice.answers_not_shown if a.row))
    return tuple(fates.all)
