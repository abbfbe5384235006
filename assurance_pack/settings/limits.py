"""Where lines are drawn: small counts, text that may identify a child, severe scores, old signals, full pages."""

from pydantic import Field

from ..model import Frozen


class SmallNumbers(Frozen):
    """Counts from 1 to `most` are suppressed; percentages on a denominator under `least_denominator` are withheld."""

    most: int = 4
    least_denominator: int = 10
    small_sample: int = 10


class Guard(Frozen):
    """What the personal-data guard is told about this area: its own patterns for case references, and what may pass."""

    case_references: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    role_mailboxes: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = Field(default=(), exclude_if=lambda names: not names)


class Band(Frozen):
    """A band of risk scores."""

    name: str
    least: int
    most: int


class Age(Frozen):
    """How many months before a signal, or text that has not moved, is old."""

    signal_months: int = 3
    annual_signal_months: int = 12
    stuck_months: int = 3


class Limits(Frozen):
    """Pages, prompts and lines of enquiry: the most of each."""

    pages: int = 11
    pages_with_many_rows: int = 12
    prompts: int = 12
    lines_of_enquiry: int = 6
