"""`pack voice`: what a group said in a letter, by telephone or at a meeting, taken down onto its form of the month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ..english import counted, in_words
from ..home import Home
from ..intake.dates import BadDate, parse_date, parse_month
from ..intake.issue import write
from ..intake.reading.note import FormOfOurs, Note, read_note
from ..model import Cell, Month, Sender, day
from ..model.text import SentText, TextPlace
from ..pipeline import earlier_records
from ..position.budget import opened
from ..record.writing import free_name, write_all
from ..render.databook.sheets import CELL_LIMIT, length
from ..returns.voice import PLENTY, AlsoWritten, Voice
from ..rules import guard
from ..schema import Row, columns
from ..schema.column import Column, ColumnGroup
from ..senders import called, form_name, sender_name
from ..settings import Settings
from .forward import Forward
from .long_words import of_length
from .months import no_meeting
from .prefill import form_for

FOLDER = "taken-down"


class CannotTakeDown(Exception):
    """Why no form is written, and what to do. `refused`: because the words may identify a child."""

    def __init__(self, sentence: str, *, refused: bool = False) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.refused = refused


@dataclass(frozen=True)
class TakenDown:
    """The form that was written: whose, what stands in it, who took it down, and the file it took the place of, if there was another."""

    month: Month
    sender: Sender
    by: str
    read_back: date | str | None
    note: Note
    file: Path
    set_aside: str = ""


def words_of(path: Path, settings: Settings) -> Note:
    """What stands in a letter or a note.

    Raises:
        CannotTakeDown: it cannot be read as words, or its name may identify a child.
        OSError: the file cannot be read.
    """
    if guard.shown_name(path.name, settings) != path.name:
        raise CannotTakeDown("The name of the file may identify a child. Rename it, then try again; nothing was written.", refused=True)
    try:
        note = read_note(path, settings)
    except FormOfOurs:
        raise CannotTakeDown(
            f"{path.name} is the form that was sent out: put it into inputs as it is. Who took the words down is a line on it."
        ) from None
    if note is None:
        raise CannotTakeDown(
            f"{path.name} cannot be read as words. Save it as a text file (.txt) or a Word document (.docx), then try again."
        )
    return note


def words_asked(ask: Callable[[Column, tuple[str, ...]], str], settings: Settings) -> Note:
    """What is typed when each question of the form is asked in turn; `ask` is given the question and the words there are to choose from."""
    questions = [c for c in columns(Voice) if c.group is ColumnGroup.MONTHLY]
    said = {c.name: ask(c, tuple(w.word for w in settings.words(c.words)) if c.words else ()).strip() for c in questions}
    return Note({name: words for name, words in said.items() if words})


def take_down(
    home: Home, month: Month, settings: Settings, sender: Sender, note: Note, *, by: str, read_back: date | None, source: str
) -> TakenDown:
    """Write the form of a group with its words in it, beside the forms and never into inputs; an earlier one that differs is set aside.

    Args:
        source: the name of the file the words are from, for the place of what may identify a child.

    Raises:
        CannotTakeDown: the words may identify a child, are of another group or month, or there are none.
        OSError: the folder cannot be written to, or the form is open in another program.
    """
    _of_this_return(note, sender, month, settings)
    said = {name: words for name, words in note.answers.items() if name not in _KEYS}
    if not note.beside and not any(name in said for name in Voice.life.own_words):
        raise CannotTakeDown(
            "There are no words of the group to take down. If it has nothing to say this month, write “Nothing this month”."
        )
    _within_a_cell(said, note.beside)
    _safe(said, note.beside, source, settings)
    page: dict[str, Any] = {**said, "taken_down_by": by}
    when = read_back or _as_day(said.get("read_back_on", ""))
    if when:
        page["read_back_on"] = when
    forward = Forward(month, settings, earlier_records(home, month, settings).history)
    form = replace(form_for(sender, forward), page=page, also_written=note.beside, filled_in=True)
    folder, name = home.output(month) / FOLDER, f"{form_name(sender, settings)} {month} taken down.xlsx"
    drawn, standing = write(form, settings), folder / name
    earlier = free_name(folder, f"{standing.stem} (earlier).xlsx") if standing.exists() and standing.read_bytes() != drawn else ""
    write_all(folder, {name: drawn}, {name: earlier} if earlier else {})
    return TakenDown(month, sender, by, when, replace(note, answers=said), standing, earlier)


_KEYS = frozenset(c.name for c in columns(Voice) if c.group is ColumnGroup.KEY)


def _of_this_return(note: Note, sender: Sender, month: Month, settings: Settings) -> None:
    """Where a note says itself who speaks and for which month, it must be those that were asked for."""
    group, for_month = note.answers.get("group", ""), note.answers.get("month", "")
    if group and called(group, settings) != sender:
        raise CannotTakeDown(f"The note names another group than {sender_name(sender, settings)}. Correct its line “Group”, or --group.")
    if for_month and parse_month(for_month) != month:
        raise CannotTakeDown(f"The note names another month than {month.name}. Correct its line “Month”, or --month.")


def _within_a_cell(said: Mapping[str, str], beside: str) -> None:
    """A cell of Excel keeps only so much, and would lose the rest without a word."""
    headings = {c.name: c.heading for c in columns(Voice)}
    for name, words in (*said.items(), ("", beside)):
        if length(words) > CELL_LIMIT:
            where = f"under “{headings[name]}”" if name else "under no question"
            raise CannotTakeDown(
                f"The words {where} are {length(words):,} characters long, and a cell of the form holds {CELL_LIMIT:,}. "
                "Copy them into the group’s Word form, which has no such limit, and put that into inputs; nothing was written."
            )


def _safe(said: Mapping[str, str], beside: str, source: str, settings: Settings) -> None:
    """Stop where words that would be printed may identify a child: the question they stand under is named, never the words."""
    headings = {c.name: c.heading for c in columns(Voice)}
    texts = [(headings[name], words) for name, words in said.items()] + [("words under no question", beside)]
    found = guard.scan(
        (SentText(cell=Cell(file=source, sheet=place), text=words, where=TextPlace.CELL, prints=True) for place, words in texts if words),
        settings,
    )
    stops = [f"  {f.rule}  {guard.sentence_for(f)}\n          {f.cell}" for f in found if f.blocks]
    if stops:
        raise CannotTakeDown(
            "\n".join(
                (
                    "Nothing was written: words that would be printed may identify a child.",
                    "",
                    *stops,
                    "",
                    "Say it with the group so that nobody could tell which child it was, change the note, and try again.",
                )
            ),
            refused=True,
        )


def _as_day(said: str) -> date | str | None:
    """A day as typed in the note; what is none stands on the form as it was typed, and `pack check` asks about it."""
    try:
        return parse_date(said) if said else None
    except BadDate:
        return said


def taken_down_lines(made: TakenDown, home: Home, settings: Settings) -> Iterator[str]:
    """What stands on the form now, and what is still to do before it is the group's return."""
    yield f"{sender_name(made.sender, settings)}: {settings.month_read(made.month)}, taken down by {made.by}"
    if not settings.meeting(made.month):
        yield no_meeting(settings, made.month)
    headings = {c.name: c.heading.removesuffix(" (for the secretariat)") for c in columns(Voice)}
    for name, words in made.note.answers.items():
        yield f"  {headings[name]:<34}  {_length(words, Voice, settings)}"
    if made.note.beside:
        yield f"  {'Also written':<34}  {_length(made.note.beside, AlsoWritten, settings)}, under no question of the form"
    empty = [c.heading for c in columns(Voice) if c.name in Voice.life.own_words and c.name not in made.note.answers]
    if made.note.beside and empty:
        yield f"Nothing stands under {in_words(f'“{q}”' for q in empty)}. To move words there, write the question on a line of its own above them in the note."
    if made.set_aside:
        yield f"The form that lay there was different: it is kept as {made.set_aside}."
    yield f"The form: {made.file}"
    if isinstance(made.read_back, date):
        yield f"Read back to the group on {day(made.read_back)}."
    else:
        yield "Not yet read back: read the words to the group, correct them as they say, and give the day with --read-back, or on the form. Until then the pack says so beside them."
    yield f"Next: look at it, then put it into {home.inputs(made.month)}. Its words are printed as they stand."


def _length(text: str, sheet: type[Row], settings: Settings) -> str:
    """How many words; of more than the pack prints, how much of them it does and where all of them stand."""
    printed = opened(text, settings.budgets.voice.a_box)
    return of_length(sheet, printed, PLENTY).rstrip(".") if printed.more else counted(printed.words, "word")
