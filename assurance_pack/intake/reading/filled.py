"""Whether a form came back filled in: what only its sender can have typed, as against what we pre-filled."""

from __future__ import annotations

from collections.abc import Iterable

from ...returns import RETURNS, board_log, partner, rdg, voice, workspace
from ...returns.received import ReceiptState
from ...schema import Group, Row, columns
from ..as_typed import plain

_NIL = frozenset({
    "nothing this month", "nothing to report", "nothing to report this month", "nothing to add", "nothing new", "nothing new this month",
    "no update", "no update this month", "nothing", "nil", "nil return", "none",
})  # fmt: skip
_TYPED: dict[type[Row], tuple[str, ...]] = {
    workspace.Cover: ("met_on", "completed_by", "headline", "declaration"),
    workspace.Milestone: ("this_month",),
    workspace.Risk: ("this_month",),
    workspace.QAFinding: ("this_month",),
    rdg.Cover: ("completed_by", "headline", "declaration"),
    rdg.Confidence: ("confidence", "reason", "forward"),
    rdg.MilestoneJudgement: ("status", "reason"),
    rdg.ForTheBoard: ("issue", "asked_detail", "recommendation"),
    rdg.Statement: ("statement",),
    rdg.Direction: ("direction", "detail"),
    rdg.AnswerToWorkspace: ("answer",),
    rdg.PromptAnswer: ("response", "explanation"),
    voice.Voice: ("working", "not_working", "ask"),
    partner.Cover: ("completed_by", "declaration"),
    partner.Concern: ("concern", "done", "ask"),
    board_log.Action: ("action",),
    board_log.Challenge: ("challenge",),
    board_log.Decision: ("decision",),
    board_log.ExceptionalIssue: ("issue",),
}
"""By sheet, the cells the tool never fills in: on a form that came back as it was sent, all of them are empty.

Last month's answers stand on the form in other cells, so those prove nothing. The Board log is the secretariat's own running list: last
month's rows are its rows, and it counts as filled in.
"""
_WORDS: dict[type[Row], tuple[str, ...]] = {voice.Voice: ("working", "not_working", "ask"), partner.Concern: ("concern", "done", "ask")}


def state_of(rows: Iterable[Row]) -> ReceiptState:
    """Whether the rows of one return make it received, nil (“Nothing this month”) or not filled in."""
    rows = tuple(rows)
    typed = [row for row in rows if _stated(row, _TYPED)]
    if not typed:
        return ReceiptState.NOT_FILLED_IN
    words = [w for row in typed for w in _stated(row, _WORDS)]
    nil = words and all(_is_nil(w) for w in words) and all(_stated(row, _WORDS) or row.layout == "page" for row in typed)
    return ReceiptState.NIL if nil else ReceiptState.RECEIVED


def without_nil(row: Row) -> Row | None:
    """A row of a nil return: its “Nothing this month” is the register's to say, not a box of words. A line that says only that is none."""
    if isinstance(row, voice.Voice):
        return row.model_copy(update={name: None for name in _WORDS[voice.Voice] if _is_nil(getattr(row, name) or "")})
    return None if isinstance(row, partner.Concern) else row


def _stated(row: Row, names_by_sheet: dict[type[Row], tuple[str, ...]]) -> list[str]:
    """What stands in these cells of a row, as text."""
    names = next((names for cls, names in names_by_sheet.items() if isinstance(row, cls)), ())
    if names_by_sheet is _TYPED and not any(cls in _TYPED for kind in RETURNS if type(row) in kind.sheets for cls in kind.sheets):
        # a kind of return of which nothing comes forward: whatever stands in a monthly cell was typed
        names = tuple(c.name for c in columns(type(row)) if c.group is Group.MONTHLY)
    return [str(value) for n in names if (value := getattr(row, n)) not in (None, ())]


def _is_nil(words: str) -> bool:
    said = plain(words).removesuffix(" thank you").removesuffix(" thanks")
    return said in _NIL
