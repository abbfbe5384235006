"""A concern escalated by an individual partner organisation (Board: Assurance, reporting and information flow)."""

from ..model import Month, Word
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, column
from .kind import ReturnKind
from .shared import ChallengeToAnswer, CoverPage


@sheet("Start here", layout="page", printed_as="cover", aliases=("Cover",))
class Cover(CoverPage):
    """Which organisation this is from."""

    organisation: Word | None = column("Organisation", words="partner", group=ColumnGroup.KEY, locked=True, required=True, width=40, help="The partner organisation.")
    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it.")
    may_quote: Word | None = column("May we quote you in public?", words="yes_no", group=ColumnGroup.MONTHLY, width=40, help="If you leave this empty, we will not.")


@sheet(
    "Concerns", printed_as="partner concern", aliases=("Concern",), task="One row for each concern. Nothing this month? Send nothing.",
    section=7, vanishes=False, own_words=("concern", "done", "ask"),
)  # fmt: skip
class Concern(Row):
    """What the organisation asks the Board to hear."""

    concern: str | None = column("Concern", group=ColumnGroup.MONTHLY, width=44, required=True, word_limit=80, help="In your own words; printed as you write it.")
    category: tuple[Word, ...] | None = column("Escalation category", rating=True, words="category", group=ColumnGroup.MONTHLY, width=26, help="If it is a risk to one of the four: which.")
    theme: Word | None = column("Theme", words="theme", group=ColumnGroup.MONTHLY, width=26, help="If you can; otherwise leave it empty.")
    done: str | None = column("What you have already done internally", aliases=("Already done internally", "What it has already done internally"), group=ColumnGroup.MONTHLY, width=36, required=True, word_limit=40, help="Members are expected to escalate within their own organisations first.")
    ask: str | None = column("What you ask", aliases=("Ask",), group=ColumnGroup.MONTHLY, width=34, required=True, word_limit=40, help="What you ask the Board for.")
    linked: tuple[str, ...] | None = column("Linked IDs", group=ColumnGroup.MONTHLY, width=20, help="If it is about a milestone or risk you know the ID of.")
    given_id: str | None = column("ID (given by the secretariat)", aliases=("ID",), id_prefix="P", locked=True, width=20, help="Given by the tool; leave it.")

    @property
    def id(self) -> str:
        """Given by the tool: ``P-ICB-2026-06-1``."""
        return self.given_id or f"P-{self.sender.code}-{''.join(c for c in self.at.ref if c.isdigit())}"


SHEETS: tuple[type[Row], ...] = (Cover, Concern, ChallengeToAnswer)
PARTNER_RETURN = ReturnKind(
    "partner", "Partner concern", "Concern for the Board", SHEETS, lambda settings: settings.partners, "Partners",
    asks="organisation", expected=False, id_letter="P",
    what_to_do="Send it only if your organisation has a concern for the Board, or a challenge on it to answer. If there is neither, send nothing.",
)  # fmt: skip
