"""The waivers of the Board log, and whether one is for what a rule found."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Cell
from ..model.problem import Waiver
from ..returns.board_log import BOARD_LOG, WaiverRow
from ..returns.received import Returns


def waivers_of(returns: Returns, before: Returns | None = None) -> tuple[Waiver, ...]:
    """The waivers of the Board log that say everything a waiver must; of last month's, where this month's log did not come: each stands until its day."""
    came = not any(r.sender == BOARD_LOG for r in returns.missing)
    rows = (returns if came or before is None else before).of(WaiverRow)
    whole = [r for r in rows if r.rule and r.place and r.reason and r.by and r.until]
    return tuple(Waiver.model_validate({n: getattr(r, n) for n in ("rule", "place", "reason", "by", "until")}) for r in whole)


def covers(waiver: Waiver, rule_id: str, items: Iterable[str], cells: Iterable[Cell]) -> bool:
    """Whether a waiver is for what a rule found: its place is one of the items or the cells, however it was typed."""
    places = {*items, *(str(c) for c in cells if not c.is_unnamed)}
    return waiver.rule.strip().upper() == rule_id and as_place(waiver.place) in {as_place(p) for p in places}


def as_place(typed: str) -> str:
    """A place as waivers are compared: a keyboard has no “›”, and spaces and capitals say nothing."""
    return "".join(typed.replace(">", "›").split()).casefold()
