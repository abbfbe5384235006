"""What waits for an answer, and what was answered: challenges, asks and concerns, matters for RDG, RDG's confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..assess.answered import asked_in, challenge_answers, proposal_answers, responses_logged
from ..assess.decided import undecided
from ..intake.issue import AskedBefore, FormRow
from ..model import Sender, Word, day, means
from ..returns.board_log import BOARD_LOG, Challenge
from ..returns.rdg import RDG, Confidence, MilestoneJudgement, PromptAnswer, YouSaidWeDid, items_of
from ..returns.shared import ChallengeToAnswer
from ..returns.voice import NOT_YET_ANSWERED, Voice
from ..returns.workspace import WORKSPACE_RETURN, ForRdg
from ..schema import Row
from ..senders import is_voice
from .forward import Forward

MOST_ASKS = 3
"""Of a group's earlier asks shown on its form, so that it stays one page; the newest."""


def brought(row: Row | None, form: type[Row]) -> dict[str, object]:
    """The cells of a row made afresh that show the last value."""
    return {name: row.suppressed.get(name, getattr(row, name)) for name in form.life.brings} if row else {}


def challenge_rows(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """Every challenge the Board has put to a sender and not closed, with what was answered so far."""
    code, given = sender.code, challenge_answers(r.returns for r in forward.history)
    for c in forward.rows_from(BOARD_LOG).of(Challenge):
        if means(c.to, code) and c.open:
            by = f"; answer by {day(c.answer_by)}" if c.answer_by else ""
            on = f", {day(c.on)}" if c.on else ""
            raised = f"{c.raised_by or 'The Board'}{on}{by}"
            mine = next((a for a in given.get(c.ref, ()) if a.sender == sender), None)
            said = {"response": mine.response, "evidence": mine.evidence} if mine else brought(c, ChallengeToAnswer)
            yield FormRow({"id": c.id, "challenge": c.challenge, "raised": raised, **said})


def responses(forward: Forward) -> dict[str, str]:
    """By challenge, what was answered so far, on the log or on the form of whoever was challenged."""
    months = [r.returns for r in forward.history]
    given = {ref: " ".join(a.response or "" for a in answers) for ref, answers in challenge_answers(months).items()}
    return {**given, **responses_logged(months)}


def confidence_rows(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """Overall and each plan priority, with RDG's last judgement beside it; work elsewhere stands until it changes."""
    before = {r.about.meaning: r for r in forward.rows_from(sender).of(Confidence) if r.about}
    for word in forward.settings.words("confidence_about"):
        row = before.get(word.meaning)
        if row is None:
            yield FormRow({"about": word.word})
            continue
        recalled = {"confidence": row.confidence.text if row.confidence else None, "reason": row.reason}
        said = {"forward": row.forward} if row.forward else {}
        yield FormRow({"about": word.word, **brought(row, Confidence)}, recalled, said)


def decisions_to_log(forward: Forward, ids: Sequence[str]) -> tuple[FormRow, ...]:
    """A row for each matter the packs so far asked of the Board and no log decides: to be completed with the decision, or the month it was put off to."""
    waiting = [u.matter for u in undecided(forward.history) if u.row is None]
    return tuple(FormRow({"id": ref, "item": m.id, "kind": m.asked}) for ref, m in zip(ids, waiting, strict=False))


def what_rdg_said(forward: Forward) -> dict[str, str]:
    """By item, what RDG last said of it: its own judgement where it differed, and its answers to questions about it."""
    said: dict[str, list[str]] = {}
    rdgs = forward.rows_from(RDG)
    for row in rdgs.of(MilestoneJudgement):
        said.setdefault(row.ref, []).append(_in_words(row.status, row.reason))
    for answer in rdgs.of(PromptAnswer):
        for ref in items_of(answer.key or ""):
            said.setdefault(ref, []).append(_in_words(answer.response, answer.explanation))
    return {ref: " ".join(words for words in all_ if words) for ref, all_ in said.items()}


def _in_words(word: Word | None, text: str | None) -> str:
    return ". ".join(str(part) for part in (word, text) if part)


def unanswered(forward: Forward) -> tuple[tuple[str, Sender, str], ...]:
    """Every ask and partner concern not yet done or declined: (ID, sender, words), oldest first."""
    asked: dict[str, tuple[Sender, str]] = {}
    for record in forward.history:
        returns = record.returns
        asked |= asked_in(returns)
        for answer in returns.of(YouSaidWeDid):
            if answer.settled:
                asked.pop(answer.ref, None)
    return tuple((ref, sender, words) for ref, (sender, words) in asked.items())


def ask_rows(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """Every ask and concern still open, with RDG's last answer to bring up to date."""
    last = {a.ref: a for a in forward.rows_from(sender).of(YouSaidWeDid)}
    for ref, _, words in unanswered(forward):
        yield FormRow({"id": ref, "said": words, **brought(last.get(ref), YouSaidWeDid)})


def matters_asked(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """What a Workspace brought to RDG: until it is answered, and once more with the answer."""
    answers = proposal_answers(r.returns for r in forward.history)
    just_now = proposal_answers(r.returns for r in forward.history[-1:])
    for matter in forward.rows_from(sender).of(ForRdg, sender):
        answer = answers.get(matter.ref)
        if answer is None or matter.ref in just_now:
            said = ". ".join(str(part) for part in (answer.answer, answer.detail) if part) if answer else None
            yield FormRow({"id": matter.id, **brought(matter, ForRdg), "answer": said})


def matter_rows(sender: Sender, forward: Forward) -> Iterable[FormRow]:
    """What Workspaces brought to RDG and RDG has not answered."""
    answered = proposal_answers(r.returns for r in forward.history)
    for workspace in forward.settings.workspaces:
        sender = WORKSPACE_RETURN.sender(workspace.code)
        for matter in forward.rows_from(sender).of(ForRdg, sender):
            if matter.ref not in answered:
                yield FormRow({"id": matter.id, "proposal": matter.proposal})


def answered_before(sender: Sender, forward: Forward) -> tuple[AskedBefore, ...]:
    """What a group asked before and what came of it: every ask still open, and the newest that was settled."""
    if not is_voice(sender):
        return ()
    lines: list[tuple[bool, AskedBefore]] = []
    for record in forward.history:
        for voice in record.returns.of(Voice, sender):
            if voice.ask:
                settled, words = _what_came_of(voice.box_id("ask"), forward)
                lines.append((settled, AskedBefore(record.month.short, voice.ask, words)))
    return tuple(a for index, (settled, a) in enumerate(lines) if not settled or index == len(lines) - 1)[-MOST_ASKS:]


def _what_came_of(ref: str, forward: Forward) -> tuple[bool, str]:
    found = [a for record in forward.history for a in record.returns.of(YouSaidWeDid) if a.ref == ref and a.answer]
    if not found:
        return False, NOT_YET_ANSWERED
    last = found[-1]
    said = f"{last.answer.text if last.answer else ''}. {last.did or ''}".strip()
    return last.settled, f"{said} {last.impact or ''}".strip()
