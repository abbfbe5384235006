"""The names items are known by: two to six words of each, for wherever an ID would stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..english import lower_first, month_name
from ..returns.board_log import Decision
from ..returns.partner import Concern
from ..returns.rdg import ForTheBoard, TaskAndFinishGroup
from ..returns.registers import has_own_ids, subject
from ..returns.voice import AlsoWritten, Voice
from ..returns.workspace import ForRdg
from ..rules.case import Case
from ..schema import Row
from ..senders import sender_name
from ..short_names import short_name

NAMED_BY: dict[type[Row], str] = {TaskAndFinishGroup: "name", ForTheBoard: "asked_detail", ForRdg: "proposal"}
"""Where the name of an item is not its subject."""


STRETCH = 6
"""Characters more than a column holds that a name may take in running text: “Raise the unsigned therapies” says less than its next word."""


def names(case: Case) -> Mapping[str, str]:
    """The short name of every item on record, by its ID: as it was last called; empty where no words say what it is."""
    found: dict[str, str] = {}
    about: list[Decision] = []
    for returns in (*case.earlier, case.returns):
        for row in returns.rows:
            if isinstance(row, Concern):
                found[row.id] = sender_name(row.sender, case.settings)
                continue
            if isinstance(row, Voice | AlsoWritten):
                boxes = [row.box_id(name) for name, _ in row.boxes] if isinstance(row, Voice) else []
                found |= dict.fromkeys((row.id, *boxes), _said_by(row, case))
                continue
            column = NAMED_BY.get(type(row)) or subject(type(row))
            text = getattr(row, column, None) if column and hasattr(row, "id") else None
            if text and row.ref:
                found[row.ref] = short_name(text, stretch=STRETCH)
            elif has_own_ids(type(row)) and row.ref:
                found.setdefault(row.ref, "")
            if isinstance(row, Decision):
                about.append(row)
    for decision in about:
        found |= _by_what_it_is_about(decision, found)
    return found


def _said_by(row: Voice | AlsoWritten, case: Case) -> str:
    """``Parent Carer Forum (May)``: whose words they are; the month where it is not that of the pack."""
    who = sender_name(row.sender, case.settings)
    return f"{who} ({month_name(row.month, case.month)})" if row.month and row.month != case.month else who


DATED = r"(\d{4}|new date)$"
SAYS_LITTLE = re.compile(rf"{DATED}|system risk$")
"""A name of a decision that ends before it says of what: with a date, or the kind of thing decided."""


def _by_what_it_is_about(decision: Decision, found: Mapping[str, str]) -> dict[str, str]:
    """``Accepted that psychologist posts stay vacant``, ``Agreed a date: building contract let``: where the first words of a decision do not say what it is about."""
    name = found.get(decision.ref, "")
    ref = next((ref for ref in (*(decision.linked or ()), decision.item or "") if found.get(ref)), "")
    if not ref or not SAYS_LITTLE.search(name):
        return {}
    about = (
        " that" if ref.startswith("R-") else " a date:" if re.search(DATED, name) else ":"
    )  # a risk is a sentence; a day is what was agreed
    return {decision.ref: f"{name.split()[0]}{about} {lower_first(found[ref])}"}
