"""What comes forward onto each form: the open items of the last record with their IDs and last status, and what waits for an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..assess.registers import REGISTERS
from ..calendar import due
from ..intake.issue import Form, FormRow, FormSheet
from ..model import Sender, means
from ..pipeline import position_date
from ..returns import ReturnKind, return_kind
from ..returns.board_log import Action, Challenge, Decision, ExceptionalIssue, WaiverRow
from ..returns.rdg import AnswerToWorkspace, Confidence, ForTheBoard, ProgrammeRisk, TaskAndFinishGroup, YouSaidWeDid
from ..returns.shared import ChallengeToAnswer
from ..returns.workspace import WORKSPACE_RETURN, ForRdg, IndicatorFigure, Milestone, QAFinding, Risk
from ..schema import Group, Kind, Row, columns
from ..senders import sender_name
from ..settings import Settings
from .forward import Forward
from .prefill_answers import answered_before, ask_rows, challenge_rows, confidence_rows, matter_rows, matters_asked
from .prefill_figures import indicator_rows

__all__ = ["Forward", "form_for"]

SPARE_ROWS = 8
STARTS_EMPTY = frozenset({"this_month", "progress", "changed", "update", "last_reviewed"})
"""Columns that say what happened this month: last month's words are shown beside them, never left to stand for this month."""


def form_for(sender: Sender, forward: Forward) -> Form:
    """One sender's form, pre-filled."""
    kind = return_kind(sender.kind)
    settings = forward.settings
    return Form(
        kind=kind, sender=sender, sender_name=sender_name(sender, settings), month=forward.month,
        position=position_date(settings, forward.month), due=due(settings, forward.month, kind.key), previous=forward.previous(sender),
        page=_page(kind, sender, settings), page_before=_page_before(kind, sender, forward),
        sheets={cls: _sheet(cls, sender, forward) for cls in kind.sheets if cls.layout == "table"},
        answered=answered_before(sender, forward),
    )  # fmt: skip


def _page(kind: ReturnKind, sender: Sender, settings: Settings) -> Mapping[str, Any]:
    if kind is not WORKSPACE_RETURN:
        return {}
    workspace = next((w for w in settings.workspaces if sender.code == w.code), None)
    return {"chair": workspace.chair, "sponsor": workspace.sponsor} if workspace else {}


def _page_before(kind: ReturnKind, sender: Sender, forward: Forward) -> Mapping[str, Any]:
    cover = next((cls for cls in kind.sheets if cls.layout == "page"), None)
    if cover is None or kind.voice:
        return {}
    row = next(iter(forward.rows_from(sender).of(cover, sender)), None)
    names = [c.name for c in columns(cover) if c.group is not Group.KEY]
    return {n: getattr(row, n) for n in names} if row else {}


def _sheet(cls: type[Row], sender: Sender, forward: Forward) -> FormSheet:
    match cls:
        case _ if cls is IndicatorFigure:
            return FormSheet(tuple(indicator_rows(sender, forward)), spare_rows=3)
        case _ if cls is ChallengeToAnswer:
            return FormSheet(tuple(challenge_rows(sender, forward)), spare_rows=0)
        case _ if cls is Confidence:
            return FormSheet(tuple(confidence_rows(forward)), spare_rows=0)
        case _ if cls is YouSaidWeDid:
            return FormSheet(tuple(ask_rows(forward)), spare_rows=2)
        case _ if cls is ForRdg:
            return FormSheet(tuple(matters_asked(sender, forward)), spare_ids(cls, sender, forward), SPARE_ROWS)
        case _ if cls is AnswerToWorkspace:
            return FormSheet(tuple(matter_rows(forward)), spare_rows=3)
    rows = _open_rows(cls, sender, forward) if cls in CARRIED else ()
    return FormSheet(rows, spare_ids(cls, sender, forward), SPARE_ROWS)


CARRIED: tuple[type[Row], ...] = (
    Milestone,
    Risk,
    QAFinding,
    ProgrammeRisk,
    TaskAndFinishGroup,
    Action,
    Challenge,
    ExceptionalIssue,
    WaiverRow,
)
"""Registers whose open items come forward."""
NUMBERED = (*CARRIED, ForRdg, ForTheBoard, Decision)
"""Registers whose spare rows carry the next free ID."""


def _open_rows(cls: type[Row], sender: Sender, forward: Forward) -> tuple[FormRow, ...]:
    last = forward.last_from(sender)
    if last is None:
        return ()
    register = next((r for r in REGISTERS if r.kind is cls), None)
    rows = [r for r in last.returns.only(cls) if r.sender == sender]
    if cls is Milestone:
        # a complete milestone stays until its row says Close, so that its evidence can still be asked for
        rows = [r for r in rows if not (means(getattr(r, "this_month", None), "close") or means(getattr(r, "status", None), "withdrawn"))]
    elif cls is WaiverRow:
        rows = [r for r in rows if not isinstance(r, WaiverRow) or not r.until or r.until >= last.position]
    elif register:
        rows = [r for r in rows if not register.is_closed(r)]
    return tuple(_brought(r, forward.settings) for r in rows)


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


def spare_ids(cls: type[Row], sender: Sender, forward: Forward) -> tuple[str, ...]:
    """The next free IDs of a register: never one that any month has used."""
    prefix = next((c.id_prefix for c in columns(cls) if c.name == "id" and c.id_prefix), "")
    if not prefix or cls not in NUMBERED:
        return ()
    stem = f"{prefix}-{sender.code}-" if return_kind(sender.kind).asks or cls is ProgrammeRisk else f"{prefix}-"
    used = [int(m[1]) for r in forward.history for row in r.returns.rows if (m := re.fullmatch(rf"{re.escape(stem)}(\d+)", row.ref))]
    first = max(used, default=0) + 1
    return tuple(f"{stem}{n:03d}" for n in range(first, first + SPARE_ROWS))
