"""Sense of what a group sends: words where it says that it has some, and words taken down for it read back (AP271, AP290)."""

from __future__ import annotations

from collections.abc import Iterator

from ...meanings import YesNo
from ...model import means
from ...model.problem import Severity
from ...returns.received import ReceiptState
from ...returns.voice import AlsoWritten, Voice
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule


@rule(
    "AP271",
    "A form that comes back says something, or “Nothing this month”",
    severity=Severity.WARNING,
    because=clauses.VOICE_OWN_WORDS,
    each=Voice,
    misses=Voice.life.own_words,
    example="The boxes are empty, though somebody will speak at the meeting.",
)
def boxes_empty(voice: Voice, case: Case) -> Iterator[Found]:
    """For the secretariat: ask the group whether the right file was attached, or whether you may take its words down. If it has nothing to tell, “Nothing this month” in box 1 says so."""
    receipt = case.returns.receipt(voice.sender)
    if voice.boxes or case.returns.of(AlsoWritten, voice.sender) or (receipt and receipt.state is ReceiptState.NIL):
        return
    if voice.at.file in case.returns.pictured:
        return  # its words stand in the picture, for which they are asked
    speaks = means(voice.will_speak, YesNo.YES)
    how = "though somebody will speak at the meeting" if speaks else "and “Nothing this month” does not stand in them"
    yield Found((voice.cell(Voice.life.own_words[0]),), f"The boxes are empty, {how}.", (voice.id,))


@rule(
    "AP290",
    "Words taken down for a group were read back to it",
    severity=Severity.WARNING,
    because=clauses.VOICE_OWN_WORDS,
    each=Voice,
    example="The words were taken down, but no day is given on which they were read back.",
)
def not_read_back(voice: Voice, case: Case) -> Iterator[Found]:
    """For the secretariat: read the words back to the group, correct them as they say, and enter the day and the role that wrote them down."""
    if not voice.boxes or case.unread(voice, "taken_down_by", "read_back_on"):
        return
    if voice.stated("taken_down_by") and not voice.read_back_on:
        yield Found((voice.cell("read_back_on"),), "The words were taken down, but no day is given on which they were read back.")
    elif voice.read_back_on and not voice.stated("taken_down_by"):
        yield Found((voice.cell("taken_down_by"),), "The words were read back to the group, but it is not said who took them down.")


RULES: tuple[Rule, ...] = (boxes_empty, not_read_back)
