"""A month of which nothing can be read any more, though its record holds what was: no pack, message or figure is made of nothing."""

from __future__ import annotations

from ..home import Home
from ..pipeline import Understood
from ..record import store


class NothingReadNow(Exception):
    """Nothing can be read of a month whose record holds rows: a good pack is not replaced by an empty one. The text says why and what to do."""


def refuse_an_empty_one(home: Home, understood: Understood) -> None:
    """Stop before an empty pack takes the place of a good one, or somebody is told that what they sent did not come.

    Raises:
        NothingReadNow: no return gave a row, and the record on disk holds some.
    """
    if not (why := nothing_read_now(home, understood)):
        return
    month = understood.case.month
    raise NothingReadNow(
        f"Nothing was written: {why} Put the returns back and give the command again; or make the pack from its record: "
        f"pack build --month {month} --from-record. If there should be nothing, move {home.output(month)} away first."
    )


def nothing_read_now(home: Home, understood: Understood) -> str:
    """What is known of the month and why it cannot be read now; empty where it can be, or where nothing ever was."""
    returns = understood.case.returns
    month = returns.month
    if returns.rows or not store.holds_rows(home, month):
        return ""
    inputs = home.inputs(month)
    files = [r.file for r in returns.receipts if r.file]
    if not inputs.is_dir():
        why = f"The folder {inputs} is not there: it was moved, or a drive is not connected."
    elif not files:
        why = f"The folder {inputs} holds no return any more."
    else:
        why = f"None of the {len(files)} files in {inputs} can be read; pack check --month {month} says why."
    return f"the record of {month.name} holds what was read before, and nothing can be read now. {why}"
