"""What a group or partner asked in an earlier month, with RDG's answer: beside what it says now."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...english import lower_first, month_name, number
from ...position.answers import Answered
from ...position.budget import opened
from ...position.voice import VoicePosition
from ...position.whole import Position
from ...returns.partner import PARTNER_RETURN
from ...settings import Settings
from ..blocks.runs import Break, Ref, Run, Runs, Text
from ..phrases import ids, own_words_as_far, stopped, with_refs

DECISIONS_NAMED = 2
"""Decisions that rest on what is asked this month, and are named; more are counted."""


def earlier(voice: VoicePosition, who: str, position: Position, settings: Settings, now: Collection[str] = ()) -> Runs:
    """What `who` asked before, month by month, with the answer and what came of it; what is not shown is counted.

    `now` are the IDs of what it asks this month: the decision that rests on it is named, or that there is no answer yet.
    """
    out: list[Run] = []
    for a in (a for a in voice.answers if a.who == who):
        out += [*((Break(),) if out else ()), *as_asked(a, position, settings)]
    more = sum(a.who == who for a in voice.answers_not_shown)
    if more:
        out += [*((Break(),) if out else ()), Text(f"{more} more in the data book.", quiet=True)]
    out = out or [Text("Nothing asked before is open.", quiet=True)]
    answered_now = any(a.ref in now and a.answered for a in voice.answers)
    return (*out, *(() if answered_now or not now else _of_this_month(now, who, position)))


def _of_this_month(now: Collection[str], who: str, position: Position) -> Iterator[Run]:
    """``This month: Decision 4.`` What RDG brings to the Board that points to these words, or what this meeting has still to decide that rests on earlier
    ones of theirs; else, of a partner's, that there is no answer yet.
    """
    partner = any(ref.startswith(f"{PARTNER_RETURN.id_letter}-") for ref in now)
    matters = [m for m in position.decisions.asked if ({h.ref for h in m.heard} | set(m.row.linked or ())) & set(now)]
    standing = [one.matter.row.ref for one in position.decisions.standing if any(h.who == who for h in one.matter.heard)]
    if not matters and not (partner or standing):
        return
    yield Text(" ")
    yield Text("This month: ", strong=True)
    if len(matters) > DECISIONS_NAMED:
        yield Text(f"{number(len(matters))} decisions.")
        return
    if standing and not matters:
        yield from (*ids(standing), Text(", still to be decided."))
        return
    for at, matter in enumerate(matters):
        yield Text(", " if at else "Decision ")
        yield Ref(f"{matter.number}", target=matter.row.ref)
    yield Text("." if matters else "no answer yet.")


def as_asked(a: Answered, position: Position, settings: Settings) -> Runs:
    """One ask with its month, the answer, and what came of it."""
    when = (Text(f"{month_name(a.month, position.pack)}: ", strong=True),) if a.month else ()
    whole = f"the data book of {a.month.name if a.month else 'that month'}"
    said = (*own_words_as_far(opened(a.said, settings.budgets.voice.a_box), whole), Text(" ")) if a.said else ()
    impact = (Text(f" Impact: {lower_first(stopped(a.impact))}", quiet=True),) if a.impact else ()
    return (*when, *said, *_did(a, position), *impact)


def _did(a: Answered, position: Position) -> Runs:
    """What RDG says was done about it, and whether it says so still."""
    if not a.answered:
        return (Text("No answer yet.", strong=True),)
    out: list[Run] = []
    if a.answer:
        out.append(Text(f"{a.answer.text}. ", strong=True))
    if a.did:
        out += with_refs(stopped(a.did))
    if a.row is None and a.answered_in:
        out += [Break(), Text(f"No update since {month_name(a.answered_in, position.pack)}.", quiet=True)]
    return tuple(out)
