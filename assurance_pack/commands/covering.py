"""The message a form goes out with: what it is, what to do, by when to send it back and to whom; the form attached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..english import upper_first
from ..model import Month, Sender, day
from ..record.writing import write_all
from ..senders import contact, due_from, form_files, form_name, is_voice, kind_of, spoken_of
from ..settings import Settings
from .message import Message, signed

FOLDER = "messages"
"""Beneath the forms; those of `pack chase` stand in the month's own."""


def covering(sender: Sender, month: Month, settings: Settings, attached: Mapping[str, bytes]) -> Message:
    """The message to one sender, with its form or forms; to RDG its brief is attached too.

    Args:
        sender: whose form it is.
        month: the month the return speaks for.
        settings: who it is, by when it is due, whom to send it back to.
        attached: the files that go with it, by name.
    """
    by = due_from(sender, settings, month)
    kind = kind_of(sender)
    if is_voice(sender):
        subject, paragraphs = f"Your words to the Board, {month.name}", invitation(sender, month, settings, attached=len(attached))
    else:
        which = spoken_of(sender, settings, month.name)
        subject = upper_first(f"{which}: the form to fill in")
        office = settings.secretariat.email or settings.secretariat.name
        back = f"Please send it back to {office}" + (f" by {by:%A} {day(by)}." if by else ".")
        safe = "Please leave out anything that might tell somebody which child it is about: the Board considers no individual case."
        reads = settings.meeting(month)
        told = f"{upper_first(settings.board.short)} of {day(reads.date)} reads what is said of {month.name}." if reads else ""
        paragraphs = [f"The form for {which} is attached.", settings.worded(kind.what_to_do) if kind else "", safe, back, told]
    if by and not is_voice(sender):
        subject += f", by {day(by)}"
    return Message(
        sender, form_name(sender, settings), contact(sender, settings), subject, signed(paragraphs, settings), tuple(attached.items())
    )


def invitation(sender: Sender, month: Month, settings: Settings, *, attached: int) -> list[str]:
    """How a group is asked for its words, in the form's first message and in its one reminder; `attached` counts the forms that go with it."""
    by, meeting = due_from(sender, settings, month), settings.meeting(month)
    meets = f"The Board meets on {day(meeting.date)}" if meeting else "The Board meets again soon"
    when = f", if you can by {by:%A} {day(by)}" if by else ""
    ring = f", or ring us on {settings.secretariat.phone}" if settings.secretariat.phone else ", or ring us"
    return [
        f"{meets} and would like to hear from you{when}. There is a short form: three boxes, about fifteen minutes."
        + ("", " It is attached.", " It is attached in Word and in Excel: use whichever suits you.")[min(attached, 2)],
        f"An e-mail in your own words is just as good{ring} and we will write your words down and read them back to you.",
        "If there is nothing this month, that is perfectly all right.",
    ]


def write_covering(forms: Path, month: Month, senders: Iterable[Sender], settings: Settings, *also: Path) -> None:
    """Write the message of each of these senders, with its form as it lies there and what is sent `also`; the other senders' stay.

    Raises:
        OSError: the folder cannot be written to, or a message is open in another program.
    """
    files = {}
    for sender in senders:
        lying = (forms / name for name in form_files(sender, settings, month))
        message = covering(sender, month, settings, {p.name: p.read_bytes() for p in (*also, *lying) if p.exists()})
        files[f"{message.name}.eml"] = message.as_eml(settings.secretariat.email)
    write_all(forms / FOLDER, files)
