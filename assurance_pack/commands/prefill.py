"""What comes forward onto each form: the open items of the last record with their IDs and last status, and what waits for an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..assess.registers import REGISTERS
from ..intake.deadlines import due
from ..intake.issue import Answered, Form, FormRow, FormSheet
from ..model import Month, day, means
from ..pipeline import position_date
from ..record.month import Record
from ..returns import ReturnKind, return_kind
from ..returns.board_log import Action, Challenge, Decision, ExceptionalIssue, WaiverRow
from ..returns.partner import Concern
from ..returns.rdg import AnswerToWorkspace, Confidence, ForTheBoard, ProgrammeRisk, TaskAndFinishGroup, YouSaidWeDid
from ..returns.received import Returns
from ..returns.shared import ChallengeToAnswer
from ..returns.voice import Voice
from ..returns.workspace import ForRdg, IndicatorFigure, Milestone, QAFinding, Risk
from ..schema import Group, Kind, Row, columns
from ..settings import Settings

SPARE_ROWS = 6
PERIODS = 24
STARTS_EMPTY = frozenset({"this_month", "progress", "changed", "update", "last_reviewed"})
"""Columns that say what happened this month: last month's words are shown beside them, never left to stand for this month."""


@dataclass(frozen=True)
class Forward:
    """What forms are pre-filled from: the records of earlier months, earliest first, and the settings."""

    month: Month
    settings: Settings
    history: tuple[Record, ...]

    @property
    def last(self) -> Returns | None:
        """The rows of the last recorded month."""
        return self.history[-1].returns if self.history else None

    @property
    def previous(self) -> Month | None:
        """The last recorded month."""
        return self.history[-1].month if self.history else None


def form_for(sender: str, forward: Forward) -> Form:
    """One sender's form, pre-filled."""
    kind = return_kind(sender.partition(":")[0])
    settings = forward.settings
    return Form(
        kind=kind, sender=sender, sender_name=settings.sender_name(sender), month=forward.month,
        position=position_date(settings, forward.month), due=due(settings, forward.month, kind.key), previous=forward.previous,
        page=_page(kind, sender, settings), page_before=_page_before(kind, sender, forward),
        sheets={cls: _sheet(cls, sender, forward) for cls in kind.sheets if cls.layout == "table"},
        answered=_answered(sender, forward),
    )  # fmt: skip


def _page(kind: ReturnKind, sender: str, settings: Settings) -> Mapping[str, Any]:
    if kind.key != "workspace":
        return {}
    workspace = next((w for w in settings.workspaces if sender.endswith(f":{w.code}")), None)
    return {"chair": workspace.chair, "sponsor": workspace.sponsor} if workspace else {}


def _page_before(kind: ReturnKind, sender: str, forward: Forward) -> Mapping[str, Any]:
    cover = next((cls for cls in kind.sheets if cls.layout == "page"), None)
    if not forward.last or cover is None or kind.key == "voice":
        return {}
    row = next(iter(forward.last.of(cover, sender)), None)
    names = [c.name for c in columns(cover) if c.group is not Group.KEY]
    return {n: getattr(row, n) for n in names} if row else {}


def _sheet(cls: type[Row], sender: str, forward: Forward) -> FormSheet:
    match cls:
        case _ if cls is IndicatorFigure:
            return FormSheet(tuple(_indicator_rows(sender, forward)), spare_rows=3)
        case _ if cls is ChallengeToAnswer:
            return FormSheet(tuple(_challenge_rows(sender, forward)), spare_rows=0)
        case _ if cls is Confidence:
            return FormSheet(tuple(_confidence_rows(forward)), spare_rows=0)
        case _ if cls is YouSaidWeDid:
            return FormSheet(tuple(_ask_rows(forward)), spare_rows=2)
        case _ if cls is AnswerToWorkspace:
            return FormSheet(tuple(_matter_rows(forward)), spare_rows=3)
    rows = _open_rows(cls, sender, forward) if cls in CARRIED else ()
    return FormSheet(rows, spare_ids(cls, sender, forward), SPARE_ROWS)


CARRIED: tuple[type[Row], ...] = (
    Milestone,
    Risk,
    QAFinding,
    ProgrammeRisk,
    ForRdg,
    TaskAndFinishGroup,
    Action,
    Challenge,
    ExceptionalIssue,
    WaiverRow,
)
"""Registers whose open items come forward."""


def _open_rows(cls: type[Row], sender: str, forward: Forward) -> tuple[FormRow, ...]:
    if not forward.last:
        return ()
    register = next((r for r in REGISTERS if r.kind is cls), None)
    rows = [r for r in forward.last.only(cls) if r.sender == sender]
    return tuple(_brought(r, forward.settings) for r in rows if not (register and _leaves(cls, r)))


def _leaves(cls: type[Row], row: Row) -> bool:
    """Closed items leave; a complete milestone stays until its row says Close, so that its evidence can still be asked for."""
    register = next(r for r in REGISTERS if r.kind is cls)
    if cls is Milestone:
        return means(getattr(row, "this_month", None), "close") or means(getattr(row, "status", None), "withdrawn")
    return register.is_closed(row)


def _brought(row: Row, settings: Settings) -> FormRow:
    values: dict[str, Any] = {}
    recalled: dict[str, Any] = {}
    said: dict[str, str] = {}
    for c in columns(type(row)):
        value = getattr(row, c.name)
        if c.recall:
            recalled[c.name] = value.text if hasattr(value, "text") else value
        if c.name in STARTS_EMPTY:
            if isinstance(value, str):
                said[c.name] = value
        elif c.kind is Kind.WHOLE and c.words and value is not None:
            word = settings.word(c.words, str(value))
            values[c.name] = word.word if word else value
        else:
            values[c.name] = value
    if isinstance(row, Risk) and row.score is not None:
        recalled |= {
            "likelihood": f"{row.likelihood} × {row.consequence} = {row.score} {settings.band(row.score)}",
            "_likelihood": row.likelihood,
            "_consequence": row.consequence,
        }
    return FormRow(values, recalled, said)


def spare_ids(cls: type[Row], sender: str, forward: Forward) -> tuple[str, ...]:
    """The next free IDs of a register: never one that any month has used."""
    prefix = next((c.id_prefix for c in columns(cls) if c.name == "id" and c.id_prefix), "")
    if not prefix or cls not in (*CARRIED, ForTheBoard, Decision):
        return ()
    kind, _, code = sender.partition(":")
    stem = f"{prefix}-{code}-" if kind == "workspace" or cls is ProgrammeRisk else f"{prefix}-"
    used = [int(m[1]) for r in forward.history for row in r.returns.rows if (m := re.fullmatch(rf"{re.escape(stem)}(\d+)", row.ref))]
    first = max(used, default=0) + 1
    return tuple(f"{stem}{n:03d}" for n in range(first, first + SPARE_ROWS))


def _indicator_rows(sender: str, forward: Forward) -> Iterable[FormRow]:
    """The newest period of each indicator, blank, then the last 24 as last sent: a revision is a changed cell."""
    end = position_date(forward.settings, forward.month)
    code = sender.partition(":")[2]
    for indicator in (i for i in forward.settings.indicators if i.accountable == code):
        known = {
            r.period_end: r
            for r in (forward.last.of(IndicatorFigure) if forward.last else ())
            if means(r.indicator, indicator.code) and r.period_end
        }
        periods = sorted({*known, *(_month_ends(end, 1))}, reverse=True)[: PERIODS + 1]
        for period in periods:
            row = known.get(period)
            names = ("numerator", "denominator", "value", "provisional", "missing", "note")
            before = {n: getattr(row, n) for n in names} if row else {}
            yield FormRow({"indicator": indicator.name, "period_end": period, **before}, {"value": before.get("value")})


def _month_ends(end: date, count: int) -> Iterable[date]:
    month = Month.of(end)
    for back in range(count):
        following = month.plus(1 - back)
        yield date(following.year, following.number, 1) - timedelta(days=1)


def _challenge_rows(sender: str, forward: Forward) -> Iterable[FormRow]:
    code = sender.partition(":")[2]
    for c in forward.last.of(Challenge) if forward.last else ():
        if means(c.to, code) and not means(c.status, "closed"):
            by = f"; answer by {day(c.answer_by)}" if c.answer_by else ""
            raised = f"{c.raised_by or 'The Board'}, {day(c.on) if c.on else ''}{by}"
            yield FormRow({"id": c.id, "challenge": c.challenge, "raised": raised, "response": c.response})


def _confidence_rows(forward: Forward) -> Iterable[FormRow]:
    before = {r.about.meaning: r for r in (forward.last.of(Confidence) if forward.last else ()) if r.about}
    for word in forward.settings.words("confidence_about"):
        row = before.get(word.meaning)
        recalled = {"confidence": row.confidence.text} if row and row.confidence else {}
        yield FormRow({"about": word.word}, recalled, {"reason": row.reason} if row and row.reason else {})


def unanswered(forward: Forward) -> tuple[tuple[str, str, str], ...]:
    """Every ask and partner concern not yet done or declined: (ID, sender, words), oldest first."""
    asked: dict[str, tuple[str, str]] = {}
    for record in forward.history:
        returns = record.returns
        asked |= {v.box_id("ask"): (v.sender, v.ask) for v in returns.of(Voice) if v.ask}
        asked |= {c.id: (c.sender, c.ask or c.concern or "") for c in returns.of(Concern)}
        for answer in returns.of(YouSaidWeDid):
            if means(answer.answer, "done", "not_possible"):
                asked.pop(answer.ref, None)
    return tuple((ref, sender, words) for ref, (sender, words) in asked.items())


def _ask_rows(forward: Forward) -> Iterable[FormRow]:
    last = {a.ref: a for a in (forward.last.of(YouSaidWeDid) if forward.last else ())}
    for ref, _, words in unanswered(forward):
        before = last.get(ref)
        yield FormRow({"id": ref, "said": words, "answer": before.answer if before else None, "did": before.did if before else None, "impact": before.impact if before else None})  # fmt: skip


def _matter_rows(forward: Forward) -> Iterable[FormRow]:
    answered = {a.ref for record in forward.history for a in record.returns.of(AnswerToWorkspace) if a.answer}
    for matter in forward.last.of(ForRdg) if forward.last else ():
        if matter.ref not in answered:
            yield FormRow({"id": matter.id, "proposal": matter.proposal})


def _answered(sender: str, forward: Forward) -> tuple[Answered, ...]:
    """What a group asked before and what came of it: every ask still open, and the newest that was settled."""
    if not sender.startswith("voice:"):
        return ()
    lines: list[tuple[bool, Answered]] = []
    for record in forward.history:
        for voice in record.returns.of(Voice, sender):
            if voice.ask:
                settled, words = _what_came_of(voice.box_id("ask"), forward)
                lines.append((settled, Answered(record.month.short, voice.ask, words)))
    return tuple(a for index, (settled, a) in enumerate(lines) if not settled or index == len(lines) - 1)[-3:]


def _what_came_of(ref: str, forward: Forward) -> tuple[bool, str]:
    found = [a for record in forward.history for a in record.returns.of(YouSaidWeDid) if a.ref == ref and a.answer]
    if not found:
        return False, "Not yet answered. It stays on the Board's list until it is."
    last = found[-1]
    said = f"{last.answer.text if last.answer else ''}. {last.did or ''}".strip()
    return means(last.answer, "done", "not_possible"), f"{said} {last.impact or ''}".strip()
