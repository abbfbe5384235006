"""What comes forward onto each form: the open items of the last record with their IDs and last status, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..calendar import due, position_date
from ..intake.issue import Form, FormRow, FormSheet
from ..model import Sender
from ..returns import ReturnKind, return_kind
from ..returns.board_log import Challenge, Decision
from ..returns.rdg import AnswerToWorkspace, Confidence, YouSaidWeDid
from ..returns.registers import has_own_ids, id_stem, next_number, written_id
from ..returns.shared import ChallengeToAnswer
from ..returns.workspace import WORKSPACE_RETURN, ForRdg, IndicatorFigure, Milestone, Risk
from ..schema import Row, columns
from ..schema.column import ColumnGroup, ColumnKind
from ..senders import sender_name
from ..settings import Settings
from .forward import Forward
from .prefill_answers import (
    answered_before,
    ask_rows,
    challenge_rows,
    confidence_rows,
    decisions_to_log,
    matter_rows,
    matters_asked,
    responses,
    what_rdg_said,
)
from .prefill_figures import indicator_rows

__all__ = ["Forward", "form_for"]

MADE_AFRESH: Mapping[type[Row], Callable[[Sender, Forward], Iterable[FormRow]]] = {
    IndicatorFigure: indicator_rows,
    ForRdg: matters_asked,
    ChallengeToAnswer: challenge_rows,
    Confidence: confidence_rows,
    YouSaidWeDid: ask_rows,
    AnswerToWorkspace: matter_rows,
}
"""What stands on these is worked out: a row for each thing that is asked, not for each row of last month."""


def form_for(sender: Sender, forward: Forward) -> Form:
    """One sender's form, pre-filled."""
    kind = return_kind(sender.kind)
    settings = forward.settings
    meeting = settings.meeting(forward.month)
    return Form(
        kind=kind, sender=sender, sender_name=sender_name(sender, settings), month=forward.month,
        position=position_date(settings, forward.month), meeting=meeting.date if meeting else None, due=due(settings, forward.month, kind.key), previous=forward.previous(sender),
        page=_page(kind, sender, settings), page_before=_page_before(kind, sender, forward),
        sheets={cls: _sheet(cls, sender, forward) for cls in kind.sheets if cls.layout == "table"},
        answered=answered_before(sender, forward),
    )  # fmt: skip


def _page(kind: ReturnKind, sender: Sender, settings: Settings) -> Mapping[str, Any]:
    if kind is not WORKSPACE_RETURN:
        return {}
    workspace = next((w for w in settings.workspaces if sender.code == w.code), None)
    return {name: getattr(workspace, name) for name in kind.sheets[0].life.brings} if workspace else {}


def _page_before(kind: ReturnKind, sender: Sender, forward: Forward) -> Mapping[str, Any]:
    cover = next((cls for cls in kind.sheets if cls.layout == "page"), None)
    if cover is None or kind.voice:
        return {}
    row = next(iter(forward.rows_from(sender).of(cover, sender)), None)
    names = [c.name for c in columns(cover) if c.group is not ColumnGroup.KEY]
    return {n: getattr(row, n) for n in names} if row else {}


def _sheet(cls: type[Row], sender: Sender, forward: Forward) -> FormSheet:
    afresh = MADE_AFRESH.get(cls)
    rows = tuple(afresh(sender, forward)) if afresh else _open_rows(cls, sender, forward)
    free = spare_ids(cls, sender, forward)
    if cls is Decision:
        to_decide = decisions_to_log(forward, next_ids(cls, sender, forward, MOST_TO_DECIDE))
        rows, free = (*rows, *to_decide), next_ids(cls, sender, forward, room(cls, sender, forward), after=len(to_decide))
    return FormSheet(rows, free, room(cls, sender, forward))


MOST_TO_DECIDE = 99
"""Matters the Board was asked about that stand on the log's form, each with an ID of its own."""
FIRST_ROWS = 40
"""The first form a sender gets has room for the whole of a register that is kept elsewhere so far."""


def room(cls: type[Row], sender: Sender, forward: Forward) -> int:
    """How many empty rows a sheet has: as many as it declares; a register, as many as were asked for, or enough to begin with."""
    if not cls.life.comes_forward:
        return cls.life.spare_rows
    return forward.spare or (cls.life.spare_rows if forward.last_from(sender) else max(FIRST_ROWS, cls.life.spare_rows))


def _open_rows(cls: type[Row], sender: Sender, forward: Forward) -> tuple[FormRow, ...]:
    last = forward.last_from(sender) if cls.life.comes_forward else None
    if last is None:
        return ()
    rows = [r for r in last.returns.only(cls) if r.sender == sender and r.stays(last.position)]
    beside, said = _beside(cls, forward)
    return tuple(_brought(r, forward.settings, {beside: said[r.ref]} if r.ref in said else {}) for r in rows)


def _beside(cls: type[Row], forward: Forward) -> tuple[str, Mapping[str, str]]:
    """The cell in which a row shows what was said of it on somebody else's form, and by item what that was."""
    if issubclass(cls, Milestone | Risk):
        return "rdg_said", what_rdg_said(forward)
    return ("response", responses(forward)) if cls is Challenge else ("", {})


def _brought(row: Row, settings: Settings, shown: Mapping[str, Any]) -> FormRow:
    """A row as it comes forward; `shown` is what was said of it elsewhere, which stands where the row itself says nothing."""
    values: dict[str, Any] = dict(shown)
    recalled: dict[str, Any] = {}
    said: dict[str, str] = {}
    for c in columns(type(row)):
        if c.shown_only:
            continue
        value = row.suppressed.get(c.name, getattr(row, c.name))
        if c.recall:
            recalled[c.name] = value.text if hasattr(value, "text") else value
        if c.anew:
            if isinstance(value, str):
                said[c.name] = value
        elif c.kind is ColumnKind.WHOLE and c.words and value is not None:
            word = settings.word(c.words, str(value))
            values[c.name] = word.word if word else value
        elif value is not None:
            values[c.name] = value
    if isinstance(row, Risk) and row.score is not None:
        recalled |= {
            "likelihood": f"{row.likelihood} × {row.consequence} = {row.score} {settings.band(row.score)}",
            "_likelihood": row.likelihood,
            "_consequence": row.consequence,
        }
    return FormRow(values, recalled, said)


def spare_ids(cls: type[Row], sender: Sender, forward: Forward) -> tuple[str, ...]:
    """The next free IDs of a register, for its empty rows."""
    return next_ids(cls, sender, forward, room(cls, sender, forward)) if has_own_ids(cls) else ()


def next_ids(cls: type[Row], sender: Sender, forward: Forward, many: int, after: int = 0) -> tuple[str, ...]:
    """So many free IDs: never one that any month has used, nor the first `after` of those that are free."""
    stem, first = next_free(cls, sender, forward)
    return tuple(written_id(stem, n) for n in range(first + after, first + after + many))


def next_free(cls: type[Row], sender: Sender, forward: Forward) -> tuple[str, int]:
    """What the IDs of a sender's register begin with, and the first number that no month has used."""
    stem = id_stem(cls, sender)
    return stem, next_number(stem, (ref for record in forward.history for ref in record.returns.ids()))
