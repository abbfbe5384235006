"""The Workspace return: one from each Workspace.

Source: “Reform Workspaces provide a clear delivery plan, routine progress updates to RDG, active identification and management of
delivery risk” (Workspaces: Core Outputs and Expectations).
"""

from datetime import date

from ..model import Month, Word, means
from ..schema import Review, Row, sheet
from ..schema.column import ColumnGroup, DayKind, column
from .kind import ReturnKind
from .shared import ChallengeToAnswer, CoverPage


@sheet("Start here", layout="page", printed_as="cover", aliases=("Cover",), brings=("chair", "sponsor"))
class Cover(CoverPage):
    """Who sends this, for which month, and the one thing the Board should know."""

    workspace: Word | None = column("Workspace", words="workspace", group=ColumnGroup.KEY, locked=True, required=True, width=40, help="Which Workspace this return is from.")
    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it.")
    met_on: tuple[date, ...] | None = column(
        "Met on", group=ColumnGroup.MONTHLY, width=40, required=True,
        help="The dates this Workspace met since the last return, for example 9 July 2026, 23 July 2026. Workspaces meet monthly.",
    )  # fmt: skip
    chair: str | None = column("Chair (role)", aliases=("Chair",), group=ColumnGroup.MONTHLY, width=40, prints=False, help="The role that chairs, or “vacant”.")
    sponsor: str | None = column(
        "Senior Sponsor (role)", aliases=("Senior Sponsor", "RDG Senior Sponsor"), group=ColumnGroup.MONTHLY, width=40, prints=False,
        help="The RDG Senior Sponsor's role, or “vacant”.",
    )  # fmt: skip
    headline: str | None = column(
        "Headline, in 60 words: what should the Board know?", aliases=("Headline",), group=ColumnGroup.MONTHLY, width=40, required=True, word_limit=60,
        help="What changed, what it means for families, and what you need.",
    )  # fmt: skip


@sheet(
    "Milestones", printed_as="milestone", waits_for=("this_month",), task="Choose “This month” for every row; change only what has changed.",
    over=("complete", "withdrawn"), comes_forward=True, section=3,
)  # fmt: skip
class Milestone(Row):
    """What was promised in the plan, and by when."""

    this_month: Word | None = column("This month", anew=True, words="this_month", group=ColumnGroup.MONTHLY, width=14, required=True, prints=False, help="{this_month:, or}. Choose one for every row.")
    id: str | None = column("ID", id_prefix="M", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="For life; never used again for something else.")
    title: str | None = column("Milestone", subject=True, group=ColumnGroup.KEY, width=30, required=True, word_limit=25, help="What will be true when it is done, in one line.")
    status: Word | None = column("Status now", rating=True, recall="Status", words="milestone_status", aliases=("Status",), group=ColumnGroup.MONTHLY, width=13.5, required=True, help="{milestone_status.complete} needs a date and evidence. {milestone_status.at_risk} and {milestone_status.off_track} need a path to green.")
    forecast: date | None = column("Forecast now", day=DayKind.PROMISED, recall="Forecast", aliases=("Forecast date", "Forecast"), group=ColumnGroup.MONTHLY, width=12.5, required=True, help="When you now expect it to be done, for example 30/09/2026. Change it whenever you know better.")
    actual: date | None = column("Actual date, if complete", day=DayKind.HAPPENED, aliases=("Actual date",), group=ColumnGroup.MONTHLY, width=12.5, help="The day it was done. Leave empty until then.")
    progress: str | None = column("Progress this month", anew=True, group=ColumnGroup.MONTHLY, width=32, required=True, word_limit=40, help="What happened this month, in 40 words. No names of children.")
    rdg_said: str | None = column("What RDG said of it last", group=ColumnGroup.KEY, width=26, locked=True, prints=False, help="RDG's judgement where it differed, and its answer to a question about it.")
    path_to_green: str | None = column("Reason and path to green", aliases=("Path to green",), group=ColumnGroup.MONTHLY, width=24, word_limit=40, help="If it is {milestone_status.at_risk} or {milestone_status.off_track}: why, and what will bring it back, by when.")
    impact: str | None = column("Impact if missed", width=28, word_limit=30, help="What happens to children, families or settings if it is late.")
    evidence: str | None = column("Evidence reference", aliases=("Evidence",), width=20, help="Where the proof of completion or progress is kept. Not a web address with a name in it.")
    depends_on: tuple[str, ...] | None = column("Depends on (IDs)", aliases=("Depends on",), width=18, help="The IDs of milestones that must be done first, with commas between.")
    shaped_by: str | None = column("How families or settings shaped this", width=28, word_limit=40, help="What changed because families, young people or schools said so.")
    for_families: str | None = column("What this means for families", width=28, word_limit=40, help="In plain words: what a family will notice, and when.")
    priority: Word | None = column("Plan priority", words="priority", width=24, required=True, help="The priority of the {board.plan} it belongs to.")
    theme: Word | None = column("Theme", words="theme", width=24, required=True, help="The nearest theme; it decides what this is compared with.")
    own_id: str | None = column("Your own ID", refers=False, width=14, help="The number it has in a register of your own, if it has one.")
    lead: str | None = column("Action lead (role)", aliases=("Action lead",), width=22, required=True, help="The role that does it. A role, not a name.")
    accountable: str | None = column("Accountable (role)", aliases=("Accountable", "Accountable SRO"), width=22, required=True, help="The role that answers for it.")
    baseline: date | None = column("Baseline date", aliases=("Baseline",), width=12.5, required=True, locked=True, help="The date first agreed. It moves only with a plan or Board reference.")
    success: str | None = column("Success measure", width=28, word_limit=30, help="How anyone will know it worked.")
    reference: str | None = column("Plan or Board reference if new, re-baselined or withdrawn", aliases=("Plan or Board reference",), width=30, help="The plan reference or Board decision, for example D-007.")

    def stays(self, position: date) -> bool:
        """Until its row says Close or it is withdrawn: of a complete one the evidence may still be asked for."""
        return self.review is not Review.CLOSE and not means(self.status, "withdrawn")


SCORES = {
    "score": ("likelihood", "consequence"),
    "inherent": ("inherent_likelihood", "inherent_consequence"),
    "target": ("target_likelihood", "target_consequence"),
}
"""The scores of a risk, and the two columns each is the product of."""


@sheet(
    "Risks", printed_as="risk", waits_for=("this_month",), task="Choose “This month” for every row; change only what has changed.",
    over=("closed", "managed"), comes_forward=True, section=4, scores=SCORES,
)  # fmt: skip
class Risk(Row):
    """What might stop it, as the Workspace (or, on RDG's return, RDG's programme) sees it."""

    this_month: Word | None = column("This month", anew=True, words="this_month", group=ColumnGroup.MONTHLY, width=14, required=True, prints=False, help="{this_month:, or}. Choose one for every row.")
    id: str | None = column("ID", id_prefix="R", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="For life; never used again for something else.")
    title: str | None = column("Risk: cause, event, effect", subject=True, aliases=("Risk", "Risk (cause, event, effect)"), group=ColumnGroup.KEY, width=32, required=True, word_limit=40, help="Because of …, … might happen, so that … In one sentence.")
    likelihood: int | None = column("Likelihood now", recall="Score", aliases=("Current likelihood",), words="likelihood", group=ColumnGroup.MONTHLY, width=13, required=True, least=1, most=5, help="{likelihood.1} to {likelihood.5}, with today's controls.")
    consequence: int | None = column("Impact now", aliases=("Current impact",), words="consequence", group=ColumnGroup.MONTHLY, width=14.5, required=True, least=1, most=5, help="{consequence.1} to {consequence.5}, with today's controls.")
    changed: str | None = column("What changed this month", anew=True, aliases=("What changed",), group=ColumnGroup.MONTHLY, width=34, word_limit=40, help="What happened, and why the score moved if it did.")
    rdg_said: str | None = column("What RDG said of it last", group=ColumnGroup.KEY, width=26, locked=True, prints=False, help="RDG's judgement where it differed, and its answer to a question about it.")
    status: Word | None = column("Status", rating=True, words="risk_status", group=ColumnGroup.MONTHLY, width=11, required=True, help="{risk_status:, or}.")
    next_review: date | None = column("Next review", set_by_review=True, stays=True, soon=True, group=ColumnGroup.MONTHLY, width=12.5, required=True, help="The day it will next be looked at.")
    categories: tuple[Word, ...] | None = column(
        "Escalation category", rating=True, aliases=("Escalation categories",), words="category", width=26,
        help="Choose if the risk, should it happen, would breach a statutory duty, cost significant money, leave places, workforce, provision or "
        "services short, or break the partnership. Every open risk with a category goes to the Board.",
    )  # fmt: skip
    controls: str | None = column("Controls and mitigation", aliases=("Controls",), width=32, required=True, word_limit=40, help="What is in place now, and what is being done.")
    gaps: str | None = column("Gaps in assurance", aliases=("Gaps",), width=28, word_limit=30, help="What nobody yet knows or checks.")
    level: Word | None = column("Level", rating=True, words="level", width=12, required=True, help="{level.delivery}: RDG manages it. {level.system}: only the Board may accept it.")
    theme: Word | None = column("Theme", words="theme", width=24, required=True, help="The nearest theme; it decides what this is compared with.")
    own_id: str | None = column("Your own ID", refers=False, width=14, help="The number it has in a register of your own, if it has one.")
    owner: str | None = column("Owner (role)", aliases=("Owner",), width=22, required=True, help="The role that owns it. A role, not a name.")
    response: Word | None = column("Response", words="risk_response", width=12, required=True, help="{risk_response:or}. Tolerating a system risk needs a Board decision.")
    inherent_likelihood: int | None = column("Inherent likelihood", words="likelihood", width=12, least=1, most=5, help="With no controls at all.")
    inherent_consequence: int | None = column("Inherent impact", words="consequence", width=12, least=1, most=5, help="With no controls at all.")
    target_likelihood: int | None = column("Target likelihood", words="likelihood", width=12, least=1, most=5, help="Where you mean to bring it.")
    target_consequence: int | None = column("Target impact", words="consequence", width=12, least=1, most=5, help="Where you mean to bring it.")
    target_date: date | None = column("Target date", day=DayKind.PROMISED, width=12.5, help="By when it reaches the target.")
    last_reviewed: date | None = column("Last reviewed", anew=True, day=DayKind.HAPPENED, width=12.5, help="The day it was last looked at. Left empty, it takes the day the Workspace met.")
    decision: str | None = column("Board decision ID", refers=True, aliases=("Decision ID",), width=13, help="Where the Board has accepted the risk: the decision, for example D-007.")
    proximity: Word | None = column("Proximity", words="proximity", width=14, help="How soon it could happen.")
    linked: tuple[str, ...] | None = column("Linked milestones", aliases=("Linked", "Linked milestone IDs"), width=18, help="The IDs of the milestones it threatens, with commas between.")
    managed_by: str | None = column("Managed by (ID)", refers=True, aliases=("Managed by which ID",), width=13, help="If its status is “{risk_status.managed}”: which one.")

    @property
    def open(self) -> bool:
        """Whether it might still happen. One that has happened is an issue and no open risk, yet not finished: somebody deals with it."""
        return not self.finished and not means(self.status, "issue")

    @property
    def score(self) -> int | None:
        """Likelihood times impact now, 1 to 25."""
        return _product(self.likelihood, self.consequence)

    @property
    def inherent(self) -> int | None:
        """Likelihood times impact with no controls, 1 to 25."""
        return _product(self.inherent_likelihood, self.inherent_consequence)

    @property
    def target(self) -> int | None:
        """Likelihood times impact aimed for, 1 to 25."""
        return _product(self.target_likelihood, self.target_consequence)


def _product(likelihood: int | None, consequence: int | None) -> int | None:
    return None if likelihood is None or consequence is None else likelihood * consequence


@sheet(
    "QA findings", printed_as="QA finding", waits_for=("this_month",), task="Choose “This month” for every row; add a new report on a spare row.",
    over=("closed",), comes_forward=True, section=5,
)  # fmt: skip
class QAFinding(Row):
    """What audits, surveys, complaints and reviews found."""

    this_month: Word | None = column("This month", anew=True, words="this_month", group=ColumnGroup.MONTHLY, width=14, required=True, prints=False, help="{this_month:, or}. Choose one for every row.")
    id: str | None = column("ID", id_prefix="Q", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="For life; never used again for something else.")
    report: str | None = column("Report", subject=True, aliases=("Report and its date", "Report title"), group=ColumnGroup.KEY, width=28, required=True, help="The title of the report.")
    report_date: date | None = column("Report date", day=DayKind.HAPPENED, group=ColumnGroup.KEY, width=12.5, required=True, help="The date on the report.")
    finding: str | None = column("Finding", group=ColumnGroup.MONTHLY, width=36, required=True, word_limit=40, help="What it found, in 40 words. No individual case.")
    reading: Word | None = column("Strength, mixed or concern", rating=True, aliases=("Strength/mixed/concern", "Reading"), words="reading", group=ColumnGroup.MONTHLY, width=13, required=True, help="Your own reading of the finding.")
    assurance: Word | None = column("Assurance level", rating=True, words="assurance", group=ColumnGroup.MONTHLY, width=13.5, help="{assurance:or}.")
    status: Word | None = column("Status now", rating=True, recall="Status", aliases=("Status",), words="finding_status", group=ColumnGroup.MONTHLY, width=14, required=True, help="{finding_status.open} until what it led to has been done and checked.")
    due: date | None = column("Action due now", day=DayKind.PROMISED, stays=True, soon=True, recall="Due", aliases=("Due", "Action due"), group=ColumnGroup.MONTHLY, width=12.5, help="By when the action is done.")
    activity: Word | None = column("Activity type", words="activity", width=22, required=True, help="What kind of quality assurance it was.")
    source: str | None = column("Source data set", width=22, help="The data set or sample it rests on. Two findings from one data set count once.")
    theme: Word | None = column("Theme", words="theme", width=24, required=True, help="The nearest theme; it decides what this is compared with.")
    period_from: date | None = column("Period from", day=DayKind.HAPPENED, width=12.5, help="The first day it covers.")
    period_to: date | None = column("Period to", day=DayKind.HAPPENED, width=12.5, help="The last day it covers.")
    sample: int | None = column("Sample size", width=12, least=0, most=100000, help="How many were looked at. [c] stands for a count too small to be kept: type over it if it has changed.")
    outstanding: int | None = column("Outstanding", width=12, least=0, help="How many of the sample were graded Outstanding.")
    good: int | None = column("Good", width=12, least=0, help="How many of the sample were graded Good.")
    requires_improvement: int | None = column("Requires improvement", width=12, least=0, help="How many of the sample were graded Requires improvement.")
    inadequate: int | None = column("Inadequate", width=12, least=0, help="How many of the sample were graded Inadequate.")
    line: Word | None = column("Line of assurance", words="line", width=20, help="1 management's own report, 2 oversight or QA function, 3 independent.")
    feedback: Word | None = column("Parent carer feedback included", words="yes_no", width=12, help="Whether families' views are part of it.")
    sef: str | None = column("SEF reference", width=14, help="The paragraph of the self-evaluation framework.")
    linked: tuple[str, ...] | None = column("Linked IDs", width=18, help="The milestones or risks it is about, with commas between.")
    action: str | None = column("Action", width=30, word_limit=30, help="What is being done about it.")
    own_id: str | None = column("Your own ID", refers=False, width=14, help="The number it has in a register of your own, if it has one.")
    owner: str | None = column("Owner (role)", aliases=("Owner",), width=22, help="The role that does it.")


PERIODS = 24
"""Rows of one indicator on a form: two years, the newest among them."""


@sheet(
    "Indicators", printed_as="indicator figure", waits_for=("numerator", "value", "missing"), task="Fill in the newest figures, at the top. To revise an earlier one, change it where it stands: it is printed with [r].",
    brings=("numerator", "denominator", "value", "provisional", "missing", "note"), spare_rows=3,
)  # fmt: skip
class IndicatorFigure(Row):
    """One figure of one indicator for one period. Any number of periods, so a revision is a changed cell."""

    indicator: Word | None = column("Indicator", words="indicator", group=ColumnGroup.KEY, width=44, locked=True, required=True, help="The indicator, as listed.")
    period_end: date | None = column("Period ends", aliases=("Period end",), group=ColumnGroup.KEY, width=12.5, locked=True, required=True, help="The last day of the period.")
    numerator: float | None = column("Numerator", group=ColumnGroup.MONTHLY, width=12, help="The count on top, for example plans issued within 20 weeks. [c] stands for a count too small to be kept.")
    denominator: float | None = column("Denominator", group=ColumnGroup.MONTHLY, width=12, help="The count beneath, for example all plans issued.")
    value: float | None = column("Value", recall="Value sent", group=ColumnGroup.MONTHLY, width=12, help="Where there is no numerator and denominator: the figure itself.")
    provisional: Word | None = column("Provisional", words="yes_no", group=ColumnGroup.MONTHLY, width=12, help="{yes_no.yes}, if it may still change.")
    missing: str | None = column("Reason if missing", group=ColumnGroup.MONTHLY, width=28, help="A blank is not a zero: say why there is no figure.")
    note: str | None = column("Note", group=ColumnGroup.MONTHLY, width=30, help="Anything that explains the figure, or a change of method.")


@sheet(
    "For RDG", printed_as="matter for RDG", task="Only if RDG should decide something.",
    brings=("proposal", "carries", "options", "recommendation"), section=5,
)  # fmt: skip
class ForRdg(Row):
    """What the Workspace proposes to do and may not decide alone.

    Source: “Workspaces must escalate to RDG where proposed decisions introduce significant risk” (Workspaces: Authority and Decision Making).
    """

    id: str | None = column("ID", id_prefix="N", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="For life; never used again for something else.")
    proposal: str | None = column("Proposed decision", group=ColumnGroup.MONTHLY, width=40, required=True, word_limit=40, help="What you propose to do.")
    carries: tuple[Word, ...] | None = column("Significant risk it carries", words="carried_risk", group=ColumnGroup.MONTHLY, width=22, required=True, help="{carried_risk.statutory}, {carried_risk.financial:lower}, {carried_risk.sufficiency:lower}, {carried_risk.reputational:lower}, {carried_risk.delivery:lower}, or {carried_risk.none}.")
    options: str | None = column("Options", group=ColumnGroup.MONTHLY, width=36, word_limit=60, help="What else was considered.")
    recommendation: str | None = column("Recommendation", group=ColumnGroup.MONTHLY, width=32, word_limit=40, help="What you ask RDG to agree.")
    answer: str | None = column("RDG's answer", group=ColumnGroup.MORE, width=24, locked=True, prints=False, help="What RDG answered, when it has.")


SHEETS: tuple[type[Row], ...] = (Cover, Milestone, Risk, QAFinding, IndicatorFigure, ForRdg, ChallengeToAnswer)
WORKSPACE_RETURN = ReturnKind(
    "workspace", "Workspace return", "Workspace return", SHEETS, lambda settings: settings.workspaces, "Workspaces", asks="workspace",
    what_to_do="It comes filled in with what was last reported, if anything was. Mark each row ({this_month.changed}, or {this_month.no_change} where last month's values hold), change what is different, add what is new, and complete the first page.",
    version=2,
)  # fmt: skip
