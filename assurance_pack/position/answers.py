"""You said, we did: what groups and partners asked, month by month, and what RDG says was done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Month, Word
from ..returns import RETURNS
from ..returns.partner import Concern
from ..returns.rdg import YouSaidWeDid, settles
from ..returns.received import Returns
from ..returns.voice import Voice
from ..rules.case import Case
from ..senders import sender_name
from ..settings import Settings


@dataclass(frozen=True)
class Answered:
    """One thing asked, and what was done about it. No answer: `answer` and `did` are empty. `repeats`: last time's answer again."""

    ref: str
    who: str
    month: Month | None
    said: str
    answer: Word | None = None
    did: str = ""
    impact: str = ""
    answered_in: Month | None = None
    repeats: bool = False
    row: YouSaidWeDid | None = None

    @property
    def answered(self) -> bool:
        """Whether anything at all was said in reply."""
        return self.answer is not None or bool(self.did)


def answered(case: Case) -> Iterator[Answered]:
    """Every ask and partner concern of an earlier month not settled before this one, and whatever RDG answered this month."""
    asked = {a.ref: a for record in case.history for a in _asked(record.returns, record.month, case)}
    now = case.returns.of(YouSaidWeDid)
    earlier: dict[str, tuple[Month, YouSaidWeDid]] = {}
    for record in case.history:
        earlier.update({row.ref: (record.month, row) for row in record.returns.of(YouSaidWeDid)})
    this_month = {a.ref: a for a in _asked(case.returns, case.month, case)}
    for row in now:
        ask = asked.get(row.ref) or this_month.get(row.ref) or _unknown(row.ref, row, case)
        yield _with(ask, row, case.month, this_months=True, before=earlier.get(row.ref, (None, None))[1])
    spoken_of = {row.ref for row in now}
    for ref, ask in asked.items():
        month, answer = earlier.get(ref, (None, None))
        if ref in spoken_of or (answer and settles(answer.answer)):
            continue
        yield _with(ask, answer, month, this_months=False) if answer else ask


def _asked(returns: Returns, month: Month, case: Case) -> Iterator[Answered]:
    for voice in returns.of(Voice):
        if voice.ask:
            yield Answered(voice.box_id("ask"), sender_name(voice.sender, case.settings), month, voice.ask)
    for concern in returns.of(Concern):
        if concern.ask:
            yield Answered(concern.id, sender_name(concern.sender, case.settings), month, concern.ask)


def _unknown(ref: str, row: YouSaidWeDid, case: Case) -> Answered:
    """An answer to words that are on no record: who and when as far as the ID tells."""
    who, month = whose(ref, case.settings)
    return Answered(ref, who, month, row.said or "")


def whose(ref: str, settings: Settings) -> tuple[str, Month | None]:
    """Whose words an ID stands for, and of which month, as far as it tells by itself: ``V-PCF-2026-06-ask``. Where it tells nothing, itself."""
    found = re.fullmatch(r"([VP])-([A-Z]+)-(20\d\d-\d\d)-.*", ref)
    if not found:
        return ref, None
    sender = next(k for k in RETURNS if k.id_letter == found[1]).sender(found[2])
    return sender_name(sender, settings), Month(found[3]) if Month.PATTERN.fullmatch(found[3]) else None


def _with(ask: Answered, row: YouSaidWeDid, month: Month | None, *, this_months: bool, before: YouSaidWeDid | None = None) -> Answered:
    repeats = before is not None and (before.answer, before.did) == (row.answer, row.did)
    mine = row if this_months else None
    return Answered(ask.ref, ask.who, ask.month, ask.said, row.answer, row.did or "", row.impact or "", month, repeats, mine)


def answer_weight(a: Answered) -> tuple[int, int, str]:
    """Unanswered first, oldest first; then what was newly answered, the newest ask first; then the same answer again, and answers of earlier months."""
    order = 0 if not a.answered else 1 if a.row and not a.repeats else 2 if a.row else 3
    asked = 12 * a.month.year + a.month.number if a.month else 0
    return (order, -asked if order else asked, a.ref)
