"""The Board log, kept by the secretariat: actions, challenges, decisions, exceptional issues, waivers.

Source: “Challenge will be explicit and visible. Follow-up will be proportionate, with significant issues resulting in agreed actions”
(Board: Challenge and accountability).
"""

from datetime import date

from ..model import Month, Sender, Word
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, DayKind, column
from ..settings.parties import Party
from .kind import ReturnKind

BOARD_LOG = Sender("board_log", "BOARD")
"""The one sender of this return."""


@sheet("Start here", layout="page", printed_as="cover", aliases=("Cover",))
class Cover(Row):
    """Which month this is for."""

    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it.")


@sheet(
    "Actions", printed_as="action", task="Bring each up to date; add what the meeting agreed on a spare row.",
    over=("complete", "not_done"), comes_forward=True, section=9,
)  # fmt: skip
class Action(Row):
    """What the Board agreed should be done."""

    id: str | None = column("ID", id_prefix="A", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    agreed: date | None = column("Agreed on", day=DayKind.HAPPENED, group=ColumnGroup.KEY, width=12.5, required=True, help="The day of the meeting.")
    action: str | None = column("Action", subject=True, group=ColumnGroup.KEY, width=40, required=True, word_limit=30, help="What was agreed.")
    kind: Word | None = column("Type", words="action_type", group=ColumnGroup.MORE, width=22, help="{action_type.action}, {action_type.internal_escalation:lower}, or {action_type.outcome:lower}.")
    owner: str | None = column("Owner organisation and role", aliases=("Owner",), group=ColumnGroup.MORE, width=30, required=True, help="Who does it. A role, not a name.")
    due: date | None = column("Due", day=DayKind.PROMISED, stays=True, soon=True, group=ColumnGroup.MONTHLY, width=12.5, required=True, help="By when.")
    status: Word | None = column("Status", rating=True, words="action_status", group=ColumnGroup.MONTHLY, width=16, required=True, help="{action_status:, or}.")
    update: str | None = column("Update", anew=True, group=ColumnGroup.MONTHLY, width=40, word_limit=30, help="Where it stands.")
    source: str | None = column("Source ID", refers=True, group=ColumnGroup.MORE, width=12, help="The decision or challenge it came from.")


@sheet(
    "Challenges", printed_as="challenge", task="Bring each up to date; a challenge stays until the Board closes it.",
    over=("closed",), comes_forward=True, section=9,
)  # fmt: skip
class Challenge(Row):
    """What the Board asked, and what it was told. Printed until the Board closes it."""

    id: str | None = column("ID", id_prefix="C", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    on: date | None = column("Date", day=DayKind.HAPPENED, group=ColumnGroup.KEY, width=12.5, required=True, help="The day of the meeting.")
    raised_by: str | None = column("Raised by (role)", aliases=("Raised by",), group=ColumnGroup.KEY, width=24, required=True, help="A role or organisation.")
    to: Word | None = column("To", words="addressee", group=ColumnGroup.KEY, width=28, required=True, help="Who is to answer: a Workspace, RDG or a partner.")
    challenge: str | None = column("Challenge", subject=True, group=ColumnGroup.KEY, width=40, required=True, word_limit=40, help="In one sentence, as it was put.")
    theme: Word | None = column("Theme", words="theme", group=ColumnGroup.MORE, width=24, help="The nearest theme.")
    significant: Word | None = column("Significant", words="yes_no", group=ColumnGroup.MORE, width=12, required=True, help="A significant issue results in an agreed action.")
    answer_by: date | None = column("Answer by", soon=True, group=ColumnGroup.MORE, width=12.5, help="When the Board asked to hear.")
    response: str | None = column("Response", group=ColumnGroup.MONTHLY, width=40, word_limit=60, help="As given. It also arrives by the form of whoever was challenged.")
    responded: date | None = column("Responded on", day=DayKind.HAPPENED, group=ColumnGroup.MONTHLY, width=12.5, help="The day it was answered.")
    outcome: Word | None = column("Outcome", rating=True, words="challenge_outcome", group=ColumnGroup.MONTHLY, width=22, help="{challenge_outcome:, or}.")
    action: str | None = column("Linked action", refers=True, group=ColumnGroup.MONTHLY, width=14, help="The ID of the agreed action; required if significant.")
    status: Word | None = column("Status", rating=True, words="challenge_status", group=ColumnGroup.MONTHLY, width=12, required=True, help="{challenge_status.open} until the Board closes it.")


@sheet(
    "Decisions", printed_as="decision", waits_for=("decision", "deferred_to"), over=("met", "not_met", "replaced"), comes_forward=True, section=9,
    task="What the last meeting decided, or put off; then, until its outcome is known, how each decision stands.",
)  # fmt: skip
class Decision(Row):
    """What the Board decided, and what must come of it. What it was asked and did not decide stands here too, until it is decided."""

    id: str | None = column("ID", id_prefix="D", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    item: str | None = column("Item ID", refers=True, group=ColumnGroup.KEY, width=12, required=True, help="What it was about: the matter RDG brought, a milestone, a risk.")
    kind: Word | None = column("Type", words="decision_asked", group=ColumnGroup.KEY, width=22, required=True, help="Which of the Board's powers.")
    on: date | None = column("Date", day=DayKind.HAPPENED, group=ColumnGroup.MONTHLY, width=12.5, required=True, help="The day of the meeting.")
    decision: str | None = column("Decision", subject=True, group=ColumnGroup.MONTHLY, width=40, required=True, word_limit=40, help="What was decided. Leave it empty where the Board decided nothing yet.")
    deferred_to: Month | None = column("Deferred to", soon=True, group=ColumnGroup.MONTHLY, width=14, help="Where the Board was asked and did not decide: the month in which it comes back.")
    outcome: str | None = column("Outcome required and by when", group=ColumnGroup.MONTHLY, width=34, help="What must be true, by when. For an accepted risk: on what condition, and until when.")
    due: date | None = column("Outcome due", day=DayKind.PROMISED, stays=True, soon=True, group=ColumnGroup.MONTHLY, width=12.5, help="The day the outcome must be there, or an acceptance ends.")
    status: Word | None = column("Status", rating=True, words="decision_status", group=ColumnGroup.MONTHLY, width=13, help="{decision_status.open} until the Board knows what came of it.")
    linked: tuple[str, ...] | None = column("Shown by (IDs)", group=ColumnGroup.MONTHLY, width=18, help="The milestones, risks or groups that show whether it is on course, where the item itself does not.")
    indicator: Word | None = column("Condition: indicator", words="indicator", group=ColumnGroup.MORE, width=34, help="For a condition that a figure decides: the indicator.")
    comparator: Word | None = column("Condition: is to be", words="comparator", group=ColumnGroup.MORE, width=12, help="{comparator:, or}.")
    value: float | None = column("Condition: value", group=ColumnGroup.MORE, width=12, help="The value itself: 20 for 20%.")
    by: date | None = column("Condition: by", group=ColumnGroup.MORE, width=12.5, help="The day by which it must be so. Left empty, it must be so in every period.")
    options: str | None = column("Options considered", group=ColumnGroup.MONTHLY, width=30, help="How many, and which.")
    rationale: str | None = column("Rationale", group=ColumnGroup.MONTHLY, width=34, word_limit=40, help="Why.")
    publication: Word | None = column("May be public", words="publication", group=ColumnGroup.MORE, width=14, prints=False, help="{publication.public}: it may stand in the public edition. {publication.exempt}: in none. Left empty, as its matter says.")

    @property
    def decided(self) -> bool:
        """Whether the Board decided: a row that only names what was asked, or the month it was put off to, is no decision."""
        return bool(self.decision)

    @property
    def conditional(self) -> bool:
        """Whether a figure decides if its condition is kept."""
        return self.stated("indicator", "comparator", "value")

    def asks_for(self, name: str) -> bool:
        """Of a matter that was put off, no decision and no day; of one that was withdrawn neither."""
        return self.decided or name not in ("decision", "on") or not (self.deferred_to or self.finished)

    @property
    def closed(self) -> bool:
        """Whether nothing more is to come of it: its outcome is known, or it was decided and asks for none."""
        return self.finished or (self.decided and not (self.outcome or self.due or self.conditional))


@sheet(
    "Exceptional issues", printed_as="exceptional issue", task="Bring each up to date; add what has happened since.",
    over=("closed",), comes_forward=True, section=7,
)  # fmt: skip
class ExceptionalIssue(Row):
    """A thing that has happened and belongs nowhere else."""

    id: str | None = column("ID", id_prefix="X", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    raised_by: str | None = column("Raised by", group=ColumnGroup.MONTHLY, width=24, required=True, help="A role or organisation.")
    issue: str | None = column("Issue", subject=True, group=ColumnGroup.MONTHLY, width=50, required=True, word_limit=60, help="What has happened.")
    why_now: str | None = column("Why now", group=ColumnGroup.MONTHLY, width=34, required=True, word_limit=30, help="Why it cannot wait.")
    ask: str | None = column("Ask", group=ColumnGroup.MONTHLY, width=30, word_limit=30, help="What the Board is asked, if anything.")
    categories: tuple[Word, ...] | None = column("Escalation category", rating=True, words="category", group=ColumnGroup.MORE, width=26, help="If it is a risk to one of the four: which.")
    theme: Word | None = column("Theme", words="theme", group=ColumnGroup.MORE, width=24, help="The nearest theme; it decides what this is compared with.")
    status: Word | None = column("Status", rating=True, words="issue_status", group=ColumnGroup.MONTHLY, width=12, required=True, help="{issue_status:or}.")


@sheet("Waivers", printed_as="waiver", task="Only where a named person has decided that a problem may stand.", comes_forward=True)
class WaiverRow(Row):
    """A named person's recorded reason to let a problem stand until a date. Printed in the pack."""

    rule: str | None = column("Rule", group=ColumnGroup.MONTHLY, width=12, required=True, help="For example AP203.")
    place: str | None = column("Place", refers=False, group=ColumnGroup.MONTHLY, width=30, required=True, help="The ID, or file › Sheet!Cell as the check prints it.")
    reason: str | None = column("Reason", group=ColumnGroup.MONTHLY, width=44, required=True, word_limit=40, help="Why it may stand.")
    by: str | None = column("By", group=ColumnGroup.MONTHLY, width=24, required=True, help="Who decided so. Printed.")
    until: date | None = column("Until", group=ColumnGroup.MONTHLY, width=12.5, required=True, help="After this day the problem comes back.")

    def stays(self, position: date) -> bool:
        """Until its last day."""
        return not self.until or self.until >= position


SHEETS: tuple[type[Row], ...] = (Cover, Action, Challenge, Decision, ExceptionalIssue, WaiverRow)
BOARD_LOG_RETURN = ReturnKind(
    "board_log", "Board log", "Board log", SHEETS,
    lambda s: (Party(code=BOARD_LOG.code, name="Board log", contact=s.secretariat.email),), "Board log",
    spoken_of=lambda month, log: f"the {month} {log.name}", version=2, running=True,
    what_to_do="It is the running log: say what was decided, what came of actions and earlier decisions, and which challenges were put and answered.",
)  # fmt: skip
