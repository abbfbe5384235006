"""The names items are known by: two to six words of each, for wherever an ID would stand alone."""

from __future__ import annotations

from collections.abc import Mapping

from ..english import short_name
from ..returns.partner import Concern
from ..returns.rdg import ForTheBoard, TaskAndFinishGroup
from ..returns.registers import subject
from ..returns.workspace import ForRdg
from ..rules.case import Case
from ..schema import Row
from ..senders import sender_name

NAMED_BY: dict[type[Row], str] = {TaskAndFinishGroup: "name", ForTheBoard: "asked_detail", ForRdg: "proposal"}
"""Where the name of an item is not its subject."""


def names(case: Case) -> Mapping[str, str]:
    """The short name of every item on record, by its ID: as it was last called."""
    found: dict[str, str] = {}
    for returns in (*case.earlier, case.returns):
        for row in returns.rows:
            if isinstance(row, Concern):
                found[row.id] = sender_name(row.sender, case.settings)
                continue
            column = NAMED_BY.get(type(row)) or subject(type(row))
            text = getattr(row, column, None) if column and hasattr(row, "id") else None
            if text and row.ref:
                found[row.ref] = short_name(text)
    return found
