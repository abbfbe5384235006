"""Movement of what is owed: overdue actions, challenges and asks nobody has answered; and scales that changed (AP312 to AP317)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, islice

from ...assess.answered import is_answered
from ...assess.decided import undecided
from ...english import counted
from ...model import NOT_TOLD, Cell, Sender, Word, day
from ...model.problem import Severity
from ...returns.board_log import BOARD_LOG, Action, Challenge, Decision
from ...returns.partner import Concern
from ...returns.rdg import RDG, YouSaidWeDid
from ...returns.received import Returns
from ...returns.shared import ChallengeToAnswer
from ...returns.voice import Voice, box_of
from ...senders import addressee
from ...settings import Settings
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule

ANSWER_WITHIN = timedelta(days=28)
"""Where the Board set no day, a challenge is looked for at its next monthly meeting."""

_SCALES = ("milestone_status", "confidence", "likelihood", "consequence", "assurance", "reading")


@rule(
    "AP312",
    "An action is done by the day agreed",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_ACTIONS,
    each=Action,
    needs=("due", "status"),
    example="Due on 29 May 2026, 32 days before the position date, and still open.",
)
def overdue_action(action: Action, case: Case) -> Iterator[Found]:
    """Ask the owner. Enter what was done, with the status that ends it; or a new day with the reason under Update: the first day stays on record."""
    assert action.due
    if action.open and action.due < case.position:
        late = counted((case.position - action.due).days, "day")
        yield Found((action.cell("due"),), f"Due on {day(action.due)}, {late} before the position date, and still open.")


@rule(
    "AP313",
    "A challenge of the Board is answered",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    each=Challenge,
    needs=("id", "on"),
    misses=("response", "answer_by"),
    example="C-014, put on 17 May 2026, has no answer.",
)
def unanswered_challenge(challenge: Challenge, case: Case) -> Iterator[Found]:
    """Answer it in about 60 words on Challenges to answer. Until then “None yet” is printed beside the challenge."""
    assert challenge.on
    if challenge.finished or is_answered(challenge, (*case.earlier, case.returns)):
        return
    owes = _addressee(challenge.to, case.settings)
    if owes in {r.sender for r in case.returns.missing}:
        return  # of a return that did not come it is said that it did not
    wanted = challenge.answer_by or challenge.on + ANSWER_WITHIN
    if wanted >= case.position:
        return
    asked = next((c for c in case.returns.of(ChallengeToAnswer) if c.id == challenge.id), None)
    if asked and case.unread(asked, "response"):
        return
    cell = asked.cell("response") if asked else challenge.cell("response")
    yield Found((cell,), f"{challenge.ref}, put on {day(challenge.on)}, has no answer.", (challenge.ref,), owes)


def _addressee(to: Word | None, settings: Settings) -> Sender:
    """Whose return the answer belongs on."""
    return addressee(to.meaning, settings) if to else NOT_TOLD


@rule(
    "AP314",
    "What families, settings and partners ask is answered",
    severity=Severity.WARNING,
    because=clauses.LIVED_EXPERIENCE,
    example="V-{group.1}-2026-04-ask has had no answer for 2 months.",
)
def unanswered_ask(case: Case) -> Iterator[Found]:
    """Answer it on You said, we did: {ask_answer.done:lower}, {ask_answer.in_hand:lower}, {ask_answer.not_possible:lower} and why, or {ask_answer.for_board:lower}. They will read it."""
    if not any(row.sender == RDG for row in case.returns.rows):
        return  # without RDG's return there is nothing to answer on
    asked: dict[str, list[tuple[int, Returns]]] = {}
    for months, returns in enumerate(reversed(case.earlier), start=1):
        for ref in (*(box_of(voice, "ask") for voice in returns.ids(Voice)), *returns.ids(Concern)):
            asked.setdefault(ref, []).append((months, returns))
    for ref, in_months in asked.items():
        if _has_its_answer(ref, case):
            continue  # then none of these words need be read
        said = ((months, cell) for months, returns in reversed(in_months) if (cell := dict(_asks(returns)).get(ref)))
        for months, cell in islice(said, 1):
            yield Found((cell,), f"{ref} has had no answer for {counted(months, 'month')}.", (ref,), RDG)


def _has_its_answer(ref: str, case: Case) -> bool:
    """Whether RDG answered an ask in any month, or in a cell that cannot be read."""
    now = ((case.returns, row) for row in case.returns.of(YouSaidWeDid) if row.id == ref)
    return any(row.answer or row.cell("answer") in m.unreadable for m, row in chain(now, case.found_earlier(YouSaidWeDid, ref)))


def _asks(returns: Returns) -> Iterator[tuple[str, Cell]]:
    for voice in returns.of(Voice):
        if voice.ask:
            yield voice.box_id("ask"), voice.cell("ask")
    for concern in returns.of(Concern):
        if concern.ask:
            yield concern.id, concern.cell("ask")


@rule(
    "AP317",
    "A challenge is answered by whom it was put to",
    severity=Severity.WARNING,
    because="Printed beside the challenge, the words of another would be taken for the answer the Board asked for.",
    each=ChallengeToAnswer,
    needs=("id", "response"),
    example="C-016 was put to {workspace.1}. Is another challenge meant?",
)
def answered_by_another(answer: ChallengeToAnswer, case: Case) -> Iterator[Found]:
    """Correct the ID, or take the answer out. If it is meant, leave it, and ask whoever the Board asked to answer too: both are printed."""
    put = next((c for c in case.returns.of(Challenge) if c.id == answer.id), None)
    if put and _addressee(put.to, case.settings) not in (NOT_TOLD, answer.sender):
        yield Found((answer.cell("id"),), f"{answer.ref} was put to {put.to}. Is another challenge meant?", (answer.ref,))


@rule(
    "AP316",
    "What the Board was asked is decided, or put off to a month",
    severity=Severity.WARNING,
    because=clauses.BOARD_RETAINS,
    example="B-008, asked in June 2026, is not decided, and no month is given to which it was put off.",
)
def asked_and_not_decided(case: Case) -> Iterator[Found]:
    """Complete its row on Decisions: what was decided, or under Deferred to the month in which it comes back. Until then it stays listed in section 9."""
    if not any(row.sender == BOARD_LOG for row in case.returns.rows):
        return
    if any(case.unread(d, "item") for d in case.returns.of(Decision)):
        return  # nobody can tell what it decides
    rdg_came = any(row.sender == RDG for row in case.returns.rows)
    for one in undecided(case.history, case.returns, case.sent):
        if one.row is None and BOARD_LOG in case.returns.in_two_versions:
            continue  # what was decided may stand in the other
        until = one.deferred_to
        if one.row and case.unread(one.row, "decision", "status", "deferred_to"):
            continue
        if until is not None and (until > case.month or (until == case.month and not rdg_came)):
            continue
        cell = one.row.cell("deferred_to" if until else "decision") if one.row else one.matter.cell("asked")
        whether = "and RDG does not bring it" if until == case.month else "which has passed"
        put_off = f"it was put off to {until.name}, {whether}" if until else "no month is given to which it was put off"
        yield Found(
            (cell,), f"{one.matter.ref}, asked in {one.asked_in.name}, is not decided, and {put_off}.", (one.matter.ref,), BOARD_LOG
        )


@rule(
    "AP315",
    "Months are compared on one scale",
    severity=Severity.NOTE,
    because="A change of scale looks like a change of fact.",
    example="The risk bands are not those of May 2026: a change of band since then may be the scale’s alone.",
)
def scale_changed(case: Case) -> Iterator[Found]:
    """Nothing to mend: no better or worse is printed across the change. Say in the headline that the scale is new."""
    if case.last is None:
        return
    since = case.last.month.name
    if case.last.settings.bands != case.settings.bands:
        sentence = f"The risk bands are not those of {since}: a change of band since then may be the scale’s alone."
        yield Found((Cell(file="pack.toml", sheet="bands"),), sentence, ("bands",))
    for name in _SCALES:
        if _scale(case.last.settings, name) != _scale(case.settings, name):
            sentence = f"The words of “{name.replace('_', ' ')}” are not those of {since}: no change of rating is called better or worse."
            yield Found((Cell(file="pack.toml", sheet=f"lists.{name}"),), sentence, (name,))


def _scale(settings: Settings, name: str) -> list[tuple[str, str, str]]:
    return [(w.word, w.meaning, w.definition) for w in settings.lists.get(name, ())]


RULES: tuple[Rule, ...] = (overdue_action, unanswered_challenge, unanswered_ask, answered_by_another, asked_and_not_decided, scale_changed)
