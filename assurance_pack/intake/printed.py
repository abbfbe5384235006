"""What our forms print besides questions, headings and help: titles, steps, how to read the cells. Issued by it, and known again by it."""

from __future__ import annotations

ABOUT_RETURN, YOUR_ANSWER, FOR_INFORMATION = "About this return", "Your answer", "For information"
SHEET_BY_SHEET, WHAT_TO_DO, STILL_TO_DO, HOW_TO_READ = "Then, sheet by sheet", "What to do", "Still to do", "How to read the cells"
TO_FILL_IN = "Yours, still to fill in"
TO_CHANGE = "Yours; fill in, or change if it has changed"
FINISHED = "Yours, but finished: reviewed, no change"
SELDOM = "Changes seldom; to the right"
OURS = "Ours, or last month's; for information"
PROTECTED = "The sheets are protected against slips only: Review, Unprotect Sheet needs no password."
NOTHING_CAME = "Nothing came forward this month."
FILL_IN_BELOW = "Fill in the tinted cells below."
SEND_BACK = "Save, and send the file back by e-mail."
DARK_HEADINGS = "Dark headings: your cells."
ALL_DONE, NOTHING, IF_ANYTHING = "Done", "Nothing", "If there is anything"

STANDING = (
    ABOUT_RETURN, YOUR_ANSWER, FOR_INFORMATION, SHEET_BY_SHEET, WHAT_TO_DO, STILL_TO_DO, HOW_TO_READ, TO_FILL_IN, TO_CHANGE, FINISHED, SELDOM, OURS,
    PROTECTED, NOTHING_CAME, ALL_DONE, NOTHING, IF_ANYTHING, "Came forward",
)  # fmt: skip
"""The texts that stand on every form alike, each in a cell of its own; the last on forms of before."""


def came_forward(count: int) -> str:
    """What is said of a sheet whose rows came from last month."""
    return f"{count} came forward; bring up to date"


def left_to_do(left: int, total: int) -> str:
    """What is said of a sheet of which some rows are still to do."""
    return f"{left} of {total} to do"


MENDED = "Put right: thank you."
"""What a note of a marked copy says where its cell was mended."""
