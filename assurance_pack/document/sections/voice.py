"""Section 6: what children, young people, families and settings said, in their own words, and what came of what they asked.

No sentence is cut. What does not fit goes whole to *In their own words*, at the very end; of a box that is a
letter the pack prints the whole sentences it opens with.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...english import compared, in_words, lower_first, many, month_name, number, sentence, share_of, short_day, upper_first
from ...intake.as_typed import visible
from ...position.voice import Box, GroupSaid, VoicePosition, has_a_row
from ...position.whole import Position
from ...returns.received import ReceiptState
from ...settings import Settings
from ..blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Ref, Run, Runs, Text, runs
from ..phrases import no_return, own_words_as_far, since_name, stopped
from ..section import Fate, Fates, Section
from . import own_words
from .earlier import as_asked, earlier
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
        *_spoken(voice, position, settings),
        *_quiet(voice),
        *_answers(voice, position, settings),
        *_shaped(voice),
    )
    return Section(KEY, TITLE, blocks, _fates(voice))


def _lead(voice: VoicePosition, since: str) -> str:
    heard = share_of(voice.groups_heard, voice.groups_expected, "group", so=("was heard", "were heard"), not_so="was not heard")
    silent = (
        f"nothing was heard from {in_words(f'the {name}' for name in voice.groups_silent)}" if 0 < len(voice.groups_silent) <= 2 else ""
    )
    unanswered = "is unanswered" if voice.asks_unanswered == 1 else "are unanswered"
    asks = f"{many(voice.asks_unanswered, 'ask')} {unanswered}" if voice.asks_unanswered else ""
    if not asks and voice.answers_this_month:
        shown = sum(a.row is not None and a.answered for a in voice.answers)
        some_of = f", of which {number(shown)} {'is' if shown == 1 else 'are'} shown" if 0 < shown < voice.answers_this_month else ""
        asks = f"RDG answered {many(voice.answers_this_month, 'ask')}{some_of}"
    return sentence(heard + compared(voice.groups_heard, voice.heard_before, since), silent, asks)


# ---------- their words ----------


def _spoken(voice: VoicePosition, position: Position, settings: Settings) -> Iterator[Block]:
    """A row for each group that spoke, or will: its boxes together, since a row stays on its page, with its earlier ask and the answer beside."""
    groups = [g for g in voice.groups if has_a_row(g)]
    if not groups:
        return
    yield Table(
        caption="What each group says, in its own words; its earlier ask, and RDG’s answer",
        columns=(TableColumn(runs("Group"), 0), TableColumn(runs("What it says"), 9.1, "words"), TableColumn(runs("Earlier ask"), 2.9)),
        rows=tuple(_group(g, voice, position, settings) for g in groups),
        summary=f"The words of {in_words(g.name for g in groups)}, unchanged: what they ask the Board for, what is not working, what is "
        "working; beside them what each asked before, and what came of it.",
        style="long",
    )  # fmt: skip


def _group(group: GroupSaid, voice: VoicePosition, position: Position, settings: Settings) -> TableRow:
    heard = _capital(_heard(group, position))
    row = (group.row.id,) if group.row else ()
    return TableRow(
        (
            TableCell((Text(f"{group.name} ", strong=True), Text(heard, quiet=True)), row),
            TableCell(_boxes(group), tuple(b.ref for b in group.boxes)),
            TableCell(earlier(voice, group.name, position, settings, [b.ref for b in group.boxes])),
        )
    )


def _boxes(group: GroupSaid) -> Runs:
    """The boxes, ask first, each on a line of its own."""
    if not group.boxes:
        return (Text(_without_words(group), quiet=True),)
    out: list[Run] = []
    for name, label in ASKED.items():
        box = group.box(name)
        if box or name == "ask" or name in group.elsewhere:
            asked = label.removeprefix("What is ").removeprefix("What ")
            said = _box_words(box) if box or name not in group.elsewhere else (Text(_pointing(group.elsewhere[name]), quiet=True),)
            out += [*((Break(),) if out else ()), Text(f"{_capital(asked)}: ", strong=True), *said]
    return tuple(out)


def _without_words(group: GroupSaid) -> str:
    """What is said of a group in whose boxes there are no words."""
    if group.state != "blank":
        return "Nothing written this month."
    if group.pictured:
        return "It sent a picture: the words in it are not written down yet."
    said = next(iter(group.elsewhere.values()), "")
    return _pointing(said) if said else "Its form came without words."


def _pointing(said: str) -> str:
    return f"“{visible(said)}”, and no words came with it."


def _box_words(box: Box | None) -> Runs:
    if box is None:
        return (Text("Nothing said.", quiet=True),)
    if not box.fits:
        opening = "their opening" if box.printed.more else "whole"
        return (Text(f"({many(box.printed.words, 'word')}, {opening} in ", quiet=True), *own_words.AT_THE_END, Text(")", quiet=True))
    return own_words_as_far(box.printed, own_words.whereabouts(box))


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
    nil = [g.name for g in voice.groups if g.state == "nil" and not has_a_row(g)]
    if nil:
        yield Paragraph((Text(f"{in_words(nil)}: ", strong=True), Text("nothing this month.")), number="*")
    for group in (g for g in voice.groups if g.state == "silent"):
        said = SILENT.get(group.receipt, "No return received")
        yield Paragraph(
            (Text(f"{group.name}: ", strong=True), no_return(said), Text(": a gap in assurance, not an absence of concern.")), number="*"
        )


# ---------- you said, we did ----------


def _answers(voice: VoicePosition, position: Position, settings: Settings) -> Iterator[Block]:
    """What was asked by those who have no row of their own this month; the answers to the others stand beside their words."""
    total = len(voice.answers) + len(voice.answers_not_shown)
    if not total:
        yield Paragraph((Text("You said, we did. ", strong=True), Text("No earlier ask is waiting for an answer.")), number="*")
        return
    out: list[Run] = []
    for one in (a for a in voice.answers if a.who not in voice.rows_of):
        out += [Text(f"{one.who}, ", strong=True), *as_asked(one, position, settings), Text(" ")]
    if also := _named_only(voice, position):
        out.append(Text(f"Other earlier asks, in the data book: {also}.", quiet=True))
    if out:
        yield Paragraph((Text("You said, we did. ", strong=True), *out), number="*", anchor="answers")


def _named_only(voice: VoicePosition, position: Position) -> str:
    """``SENCo network (April and May)``: who else has an earlier ask for which there is no room, so that nobody who is silent now is forgotten."""
    asked: dict[str, list[str]] = {}
    for a in voice.answers_not_shown:
        if a.who not in voice.rows_of:
            asked.setdefault(a.who, []).append(month_name(a.month, position.pack) if a.month else "month not stated")
    return in_words(f"{who} ({in_words(dict.fromkeys(months))})" for who, months in asked.items())


def _shaped(voice: VoicePosition) -> Iterator[Block]:
    if not voice.milestones:
        return
    n = voice.milestones_shaped
    how = share_of(
        n,
        voice.milestones,
        "milestone",
        so=("says what families or settings shaped", "say what families or settings shaped"),
        not_so="does not say what families or settings shaped",
    )
    says = f"{upper_first(how)}. "
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
