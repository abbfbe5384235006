"""What was answered stands from then on: the newest answer to a challenge, a prompt or a proposal, on whatever month's form it was given."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Month, Sender
from ..returns.board_log import Challenge
from ..returns.partner import Concern
from ..returns.rdg import AnswerToWorkspace, PromptAnswer
from ..returns.received import Returns, latest
from ..returns.shared import ChallengeToAnswer
from ..returns.voice import Voice


def challenge_answers(months: Iterable[Returns]) -> dict[str, tuple[ChallengeToAnswer, ...]]:
    """By challenge, the newest answer of each who answered; earliest month first."""
    found: dict[str, dict[Sender, ChallengeToAnswer]] = {}
    for returns in months:
        for row in returns.of(ChallengeToAnswer):
            if row.id and row.response:
                found.setdefault(row.ref, {})[row.sender] = row
    return {ref: tuple(by.values()) for ref, by in found.items()}


def responses_logged(months: Iterable[Returns]) -> dict[str, str]:
    """By challenge, the response the Board log last held: one it held stands, though a later log leaves the cell empty."""
    return {ref: row.response or "" for ref, row in latest(months, Challenge, lambda row: row.response).items()}


def is_answered(challenge: Challenge, months: Iterable[Returns]) -> bool:
    """Whether anybody answered a challenge, or the log ever held a response to it; earliest month first.

    No answer is older than what it answers: months before the one whose returns were still coming in that day are not looked into.
    """
    since = Month.of(challenge.on).plus(-1) if challenge.on else None
    return any(_answers(returns, challenge.ref) for returns in reversed(tuple(months)) if since is None or returns.month >= since)


def _answers(returns: Returns, ref: str) -> bool:
    given = returns.of(ChallengeToAnswer) if ref in returns.ids(ChallengeToAnswer) else ()
    logged = returns.find(Challenge, ref)
    return any(row.response for row in given if row.id == ref) or bool(logged and logged.response)


def prompt_answers(months: Iterable[Returns]) -> dict[str, PromptAnswer]:
    """By the key of a prompt, RDG's newest answer to it."""
    return {row.key: row for returns in months for row in returns.of(PromptAnswer) if row.key and row.response}


def proposal_answers(months: Iterable[Returns]) -> dict[str, AnswerToWorkspace]:
    """By the proposal a Workspace brought, RDG's newest answer to it."""
    return latest(months, AnswerToWorkspace, lambda row: row.answer)


def asked_in(returns: Returns) -> dict[str, tuple[Sender, str]]:
    """What a month's groups and partners asked, by the ID RDG answers it under: who asked, and in which words."""
    asks = {voice.box_id("ask"): (voice.sender, voice.ask) for voice in returns.of(Voice) if voice.ask}
    return asks | {c.id: (c.sender, c.ask or c.concern or "") for c in returns.of(Concern) if c.id}
