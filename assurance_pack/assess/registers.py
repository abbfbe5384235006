"""What is followed from month to month, register by register: which columns are dates, which are ratings, and when an item is closed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..returns import sheet_key
from ..returns.board_log import Action, Challenge, Decision, ExceptionalIssue
from ..returns.partner import Concern
from ..returns.rdg import Confidence, ForTheBoard, ProgrammeRisk, TaskAndFinishGroup, YouSaidWeDid
from ..returns.workspace import ForRdg, Milestone, QAFinding, Risk
from ..schema import Kind, Review, Row, column_of, columns

LATER_IS_WORSE = frozenset({"forecast", "due", "target_date", "ends", "by_when"})
"""Dates something is promised for. A later review, or a baseline moved by decision, is neither better nor worse."""


@dataclass(frozen=True)
class Register:
    """How one sheet is followed.

    `closed` are the meanings of `status` that close an item; `ratings` the columns re-rated; `scores` the computed scores with the two
    columns each comes from; `narrative` the columns that start empty every month, so that new words in them are no rewording.
    `leaves` says whether an item that is not there any more has vanished; `arrives` whether a new one is news.
    """

    kind: type[Row]
    status: str = "status"
    closed: frozenset[str] = frozenset()
    ratings: tuple[str, ...] = ()
    scores: dict[str, tuple[str, str]] = field(default_factory=dict)
    narrative: frozenset[str] = frozenset()
    leaves: bool = True
    arrives: bool = True
    identity: str = "id"

    @property
    def key(self) -> str:
        """The key of the sheet: ``workspace.Risk``."""
        return sheet_key(self.kind)

    @property
    def dates(self) -> tuple[str, ...]:
        """The columns whose date can move. A day in the past on which something happened is corrected, not moved."""
        past = {"actual", "last_reviewed", "agreed", "on", "responded", "report_date", "period_from", "period_to", "started"}
        return tuple(c.name for c in columns(self.kind) if c.kind is Kind.DATE and c.name not in past)

    @property
    def texts(self) -> tuple[str, ...]:
        """The columns whose words can be changed."""
        worded = (Kind.TEXT, Kind.WORD, Kind.WORDS, Kind.IDS)
        apart = {"id", "given_id", "this_month", self.identity, *self.ratings, *self.narrative}
        return tuple(c.name for c in columns(self.kind) if c.kind in worded and c.name not in apart)

    def item(self, row: Row) -> str:
        """What the item is called: its ID, or the meaning of what it is about (``overall``)."""
        named = getattr(row, self.identity, None)
        return str(getattr(named, "meaning", named) or "")

    def is_closed(self, row: Row) -> bool:
        """Whether the row says the item is finished with."""
        meaning = getattr(getattr(row, self.status, None), "meaning", "")
        return row.review is Review.CLOSE or meaning in self.closed

    def list_of(self, name: str) -> str:
        """The list of words a column takes from."""
        return column_of(self.kind, name).words


_SCORES = {
    "score": ("likelihood", "consequence"),
    "inherent": ("inherent_likelihood", "inherent_consequence"),
    "target": ("target_likelihood", "target_consequence"),
}
_RISK_RATINGS = ("status", "level", "categories")
_RISK_CLOSED = frozenset({"closed", "managed"})

REGISTERS: tuple[Register, ...] = (
    Register(Confidence, ratings=("confidence",), identity="about", leaves=False, arrives=False),
    Register(ForTheBoard, ratings=("confidence", "categories")),
    Register(TaskAndFinishGroup, ratings=("status",), closed=frozenset({"disbanded"})),
    Register(Milestone, ratings=("status",), closed=frozenset({"complete", "withdrawn"}), narrative=frozenset({"progress"})),
    Register(Risk, ratings=_RISK_RATINGS, scores=_SCORES, closed=_RISK_CLOSED, narrative=frozenset({"changed"})),
    Register(ProgrammeRisk, ratings=_RISK_RATINGS, scores=_SCORES, closed=_RISK_CLOSED, narrative=frozenset({"changed"})),
    Register(QAFinding, ratings=("reading", "assurance", "status"), closed=frozenset({"closed"})),
    Register(ForRdg, narrative=frozenset({"answer"})),
    Register(YouSaidWeDid, ratings=("answer",), leaves=False, arrives=False),
    Register(ExceptionalIssue, ratings=("status", "categories"), closed=frozenset({"closed"})),
    Register(Concern, ratings=("category",), leaves=False),
    Register(Action, ratings=("status",), closed=frozenset({"complete", "not_done"}), narrative=frozenset({"update"})),
    Register(Challenge, ratings=("outcome", "status"), closed=frozenset({"closed"})),
    Register(Decision),
)
"""In the order the pack prints them."""
