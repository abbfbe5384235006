"""The decision of the Board that a row names: which it is, what it was about, and whether it did what the row says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..returns.board_log import BOARD_LOG, Decision
from ..returns.rdg import ForTheBoard
from ..schema import Row
from .case import Case
from .known import known_ids, named_in, of_a_missing_return, older_than_the_log

_TAKES_OUT = re.compile(
    r"\b(?:withdr[ae]w|remov|discontinu|cancel|abandon|delet|merg|replac|supersed|drop(?:s|p|\b)|stop|ceas|clos|end(?:s|ed|ing)?\b|no longer|not (?:to )?(?:go|proceed|pursue|continue)"
    r"|t[ao]ken? (?:\w+ ){0,6}out\b|out of the plan)",
    re.IGNORECASE,
)
"""Words of a decision that takes an item out of the plan."""


_OF_A_DECISION = re.compile(r"\b(?:the |our )?(?:Board|decision|minutes|meeting|agreed|RDG)\b|\b[ABCX]-\d", re.IGNORECASE)
"""Words that speak of a decision, where no plan is named that may have been revised."""


def decision_named(ref: str | None, case: Case) -> Decision | None:
    """A decision of the Board by its ID, in this month's log or an earlier one."""
    return case.find(Decision, ref) or next((row for _, row in case.found_earlier(Decision, ref)), None)


def subjects_of(item: str, case: Case) -> set[str]:
    """What a decision on an item was about: the item, and what that was linked to when RDG brought it."""
    now = (m for m in case.returns.of(ForTheBoard) if m.id == item)
    brought = chain(now, (m for _, m in case.found_earlier(ForTheBoard, item)))
    return {item, *(ref for m in brought for ref in m.linked or ())}


def speaks_of(decision: Decision, row: Row, case: Case) -> bool:
    """Whether a decision is about an item: by what was decided on, by what shows it, or in its own words."""
    return row.ref in {*subjects_of(decision.item or "", case), *(decision.linked or ()), *named_by(decision)}


def named_by(decision: Decision) -> set[str]:
    """The items a decision names in its own words."""
    return {ref for text in (decision.decision, decision.outcome, decision.rationale) for ref in named_in(text or "")}


def decisions_in(words: str) -> list[str]:
    """The IDs of decisions among other words."""
    return [ref for ref in named_in(words) if ref.startswith("D-")]


def not_taken_out_by(words: str, row: Row, case: Case) -> str:
    """Why none of the decisions that are named took an item out of the plan; empty where one did, may have, or a plan is named and no decision."""
    why = [_not_by(ref, row, case) for ref in decisions_in(words)]
    if not why and _OF_A_DECISION.search(words) and not _log_is_open_to_doubt(case):
        taken = any(_took_out(decision, row, case) for month in (case.returns, *case.earlier) for decision in month.of(Decision))
        return "" if taken else "no decision in the Board log took it out of the plan"
    return why[0] if all(why) and why else ""


def _log_is_open_to_doubt(case: Case) -> bool:
    """Whether no Board log came, or two that differ."""
    here = {r.sender for r in case.returns.receipts if r.counts}
    return (bool(case.returns.receipts) and BOARD_LOG not in here) or BOARD_LOG in case.returns.in_two_versions


def _took_out(decision: Decision, row: Row, case: Case) -> bool:
    return decision.decided and speaks_of(decision, row, case) and bool(_TAKES_OUT.search(" ".join(_words(decision))))


def _not_by(ref: str, row: Row, case: Case) -> str:
    decision = decision_named(ref, case)
    if decision is None:
        may_be = ref.casefold() in (known := known_ids(case)) or older_than_the_log(ref, known) or of_a_missing_return(ref, case)
        return "" if may_be else f"{ref} is not in the Board log"
    if any(case.unread(decision, name) for name in ("item", "decision", "linked")):
        return ""
    if not decision.decided:
        return f"by {ref} nothing is decided yet"
    if decision.item and not speaks_of(decision, row, case):
        return f"{ref} was about {decision.item}"
    asks_for_it = decision.open and (decision.outcome or decision.due)
    words = " ".join(_words(decision))
    return f"{ref} still asks for its outcome" if decision.item and asks_for_it and not _TAKES_OUT.search(words) else ""


def _words(decision: Decision) -> Iterator[str]:
    yield from (text for text in (decision.decision, decision.outcome, decision.rationale) if text)
