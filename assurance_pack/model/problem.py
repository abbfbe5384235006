"""What a return is asked to put right, to confirm or to explain; and the reason somebody gave to let it stand."""

from datetime import date
from enum import StrEnum

from . import NOT_TOLD, Cell, Frozen, Sender


class Severity(StrEnum):
    """How much a problem matters: only errors and missing returns make a command exit 1."""

    ERROR = "error"
    WARNING = "warning"
    PROMPT = "prompt"
    NOTE = "note"


class Waiver(Frozen):
    """A named person's recorded reason to let a problem stand until a date."""

    rule: str
    place: str
    reason: str
    by: str
    until: date


class Problem(Frozen):
    """One thing to put right, or (a prompt) to confirm or explain, citing cells.

    `sender` is whose return it is about, `items` the IDs concerned; a prompt is known again after a
    rebuild by (rule, items).
    """

    rule: str
    severity: Severity
    sentence: str
    remedy: str
    cells: tuple[Cell, ...] = ()
    sender: Sender = NOT_TOLD
    items: tuple[str, ...] = ()
    waiver: Waiver | None = None

    @property
    def key(self) -> str:
        """What an answer is filed under: the rule and the items, for example ``AP401:M-CAP-007,R-CAP-004``."""
        return f"{self.rule}:{','.join(self.items)}"
