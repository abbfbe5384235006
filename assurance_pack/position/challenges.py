"""The Board's challenges with every answer given: from the log, and from the forms of those who were asked.

Source: “Challenge will be explicit and visible” (Board: Challenge and accountability).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..assess.answered import challenge_answers, responses_logged
from ..returns.board_log import Action, Challenge
from ..returns.shared import ChallengeToAnswer
from ..rules.case import Case
from ..senders import sender_name


@dataclass(frozen=True)
class Answer:
    """What was said to a challenge, unchanged, and by whom."""

    by: str
    text: str
    evidence: str = ""


@dataclass(frozen=True)
class ChallengeLine:
    """One challenge with every answer given. `days_waiting` counts from the challenge, while there is no answer;
    `answer_due` is the day by which the Board asked to hear; where it named none, that of the action agreed on it, if still to come.

    One the Board has closed since last time is printed once more, with what closed it.
    """

    ref: str
    asked: str
    on: date | None
    raised_by: str
    to: str
    answers: tuple[Answer, ...]
    days_waiting: int | None
    row: Challenge | None
    from_forms: tuple[ChallengeToAnswer, ...] = ()
    closed: bool = False
    answer_due: date | None = None
    away: bool = False
    """Whether it has no row any more, and was not closed: it stands as last reported."""


def unanswered_before(case: Case) -> int | None:
    """How many open challenges had no answer last time; none where last time had no challenge."""
    if case.before is None or not case.before.of(Challenge):
        return None
    still = (c.ref for c in case.before.of(Challenge) if c.open)
    answered = {*challenge_answers(case.earlier), *responses_logged(case.earlier)}
    return sum(ref not in answered for ref in still)


def challenges(case: Case, away: tuple[Challenge, ...]) -> list[ChallengeLine]:
    """Every challenge not closed: unanswered first and longest first, then those answered; last, those closed since last time."""
    logged = [c for c in case.returns.of(Challenge) if c.open or c.ref in _open_before(case)]
    forms: dict[str, list[ChallengeToAnswer]] = {}
    for row in case.returns.of(ChallengeToAnswer):
        forms.setdefault(row.ref, []).append(row)
    lines = [_challenge(c, tuple(forms.get(c.ref, ())), case) for c in logged]
    lines += [replace(_challenge(c, tuple(forms.get(c.ref, ())), case), away=True) for c in away]
    if not case.returns.of(Challenge):  # the log did not come: what was asked still stands on the forms of those who were asked
        lines += [
            _from_forms(ref, tuple(rows), case) for ref, rows in forms.items() if any(r.id and (r.challenge or r.response) for r in rows)
        ]
    return sorted(lines, key=lambda c: (c.closed, bool(c.answers), -(c.days_waiting or 0), c.ref))


def _open_before(case: Case) -> set[str]:
    return {c.ref for c in case.before.of(Challenge) if c.open} if case.before else set()


def _answers(row: Challenge | None, forms: tuple[ChallengeToAnswer, ...], case: Case) -> tuple[Answer, ...]:
    """What the forms say or last said, and what the log says or last said where that is something else."""
    months = (*case.earlier, case.returns)
    ref = row.ref if row else forms[0].ref
    given = challenge_answers(months).get(ref, ())
    said = [Answer(sender_name(f.sender, case.settings), f.response or "", f.evidence or "") for f in given]
    logged = responses_logged(months).get(ref, "")
    if logged and " ".join(logged.split()) not in {" ".join(a.text.split()) for a in said}:
        said.append(Answer(row.to.text if row and row.to else "", logged))
    return tuple(said)


def _challenge(row: Challenge, forms: tuple[ChallengeToAnswer, ...], case: Case) -> ChallengeLine:
    answers = _answers(row, forms, case)
    waiting = (case.position - row.on).days if row.on and not answers and row.open else None
    to = row.to.text if row.to else ""
    agreed = next((a.due for a in case.returns.of(Action) if row.action and a.ref == row.action), None)
    due = row.answer_by or (agreed if agreed and agreed >= case.position else None)
    return ChallengeLine(row.ref, row.challenge or "", row.on, row.raised_by or "", to, answers, waiting, row, forms, row.finished, due)


def _from_forms(ref: str, forms: tuple[ChallengeToAnswer, ...], case: Case) -> ChallengeLine:
    asked = next((f.challenge for f in forms if f.challenge), "")
    to = " and ".join(dict.fromkeys(sender_name(f.sender, case.settings) for f in forms))
    return ChallengeLine(ref, asked, None, "The Board", to, _answers(None, forms, case), None, None, forms)


def answers_elsewhere(case: Case, lines: list[ChallengeLine]) -> tuple[ChallengeToAnswer, ...]:
    """Answers to challenges that are closed, or that the log does not hold."""
    placed = {id(f) for c in lines for f in c.from_forms}
    return tuple(f for f in case.returns.of(ChallengeToAnswer) if id(f) not in placed)
