"""RDG's return: its confidence, where its judgement differs, what it brings to the Board, and its answers.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from datetime import date

from ..model import Month, Sender, Word, means
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, DayKind, column
from ..settings.parties import Party
from .kind import ReturnKind
from .partner import Concern
from .shared import ChallengeToAnswer, CoverPage
from .voice import Voice
from .workspace import SCORES, ForRdg, Milestone, Risk

RDG = Sender("rdg", "RDG")
"""The one sender of this return."""


@sheet("Start here", layout="page", printed_as="cover", aliases=("Cover",))
class Cover(CoverPage):
    """Which month this is for."""

    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it.")
    headline: str | None = column("Headline, in 60 words: what should the Board know?", aliases=("Headline",), group=ColumnGroup.MONTHLY, width=40, word_limit=60, help="It opens page 1 of the pack.")


@sheet(
    "Confidence", printed_as="confidence judgement", waits_for=("confidence",), task="{confidence:or} overall and for each priority, with the reason.",
    brings=("linked_work",), spare_rows=0, section=1, known_by="about", vanishes=False, arrives=False, once=True,
)  # fmt: skip
class Confidence(Row):
    """How sure RDG is of delivery: overall, and for each plan priority."""

    about: Word | None = column("About", words="confidence_about", group=ColumnGroup.KEY, width=34, locked=True, required=True, help="Overall, or the plan priority.")
    confidence: Word | None = column("Confidence now", rating=True, recall="Confidence", aliases=("Confidence",), words="confidence", group=ColumnGroup.MONTHLY, width=14, required=True, help="{confidence:or}: RDG's professional judgement of delivery on time.")
    reason: str | None = column("Reason now", recall="Reason", aliases=("Reason",), group=ColumnGroup.MONTHLY, width=44, required=True, word_limit=40, help="Why, in a sentence the Board can test.")
    forward: str | None = column("Forward look", group=ColumnGroup.MONTHLY, width=36, word_limit=40, help="What you expect by the next meeting.")
    linked_work: str | None = column("Linked work elsewhere in the system, and its owner", aliases=("Linked work elsewhere",), group=ColumnGroup.MORE, width=34, word_limit=40, help="Work outside the plan that this depends on.")


@sheet(
    "Milestones", printed_as="RDG judgement", task="Only where RDG's judgement differs; both words are printed.",
    answers=(Milestone,), once=True,
)  # fmt: skip
class MilestoneJudgement(Row):
    """Only where RDG's judgement differs from the Workspace's. Both words are printed."""

    id: str | None = column("ID", id_prefix="M", group=ColumnGroup.MONTHLY, width=11.5, required=True, help="The milestone.")
    status: Word | None = column("RDG's status", aliases=("Status",), words="milestone_status", group=ColumnGroup.MONTHLY, width=14, required=True, help="What RDG judges it to be.")
    reason: str | None = column("Reason", group=ColumnGroup.MONTHLY, width=44, required=True, word_limit=40, help="Why RDG's judgement differs.")


@sheet(
    "Risks", printed_as="risk", waits_for=("this_month",), task="Choose “This month” for every row; change only what has changed.",
    over=("closed", "managed"), comes_forward=True, section=4, scores=SCORES,
)  # fmt: skip
class ProgrammeRisk(Risk):
    """RDG's own programme risks: the same sheet."""


@sheet(
    "For the Board", printed_as="matter for the Board", task="One row for each matter: what is asked, the options, and what RDG recommends.",
    section=2,
)  # fmt: skip
class ForTheBoard(Row):
    """What RDG brings: an issue, what is asked, why, and RDG's own judgement.

    Source: RDG: Escalation to the Board. “Escalation is expected to be proportionate and judgement-based, not rules-driven.”
    """

    id: str | None = column("ID", id_prefix="B", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    issue: str | None = column("Issue", group=ColumnGroup.KEY, width=36, required=True, word_limit=60, help="What has happened, and why RDG cannot settle it.")
    asked: Word | None = column("Decision asked", words="decision_asked", group=ColumnGroup.MONTHLY, width=20, required=True, help="One of the Board's powers.")
    asked_detail: str | None = column("What exactly the Board is asked", aliases=("Decision asked: detail",), group=ColumnGroup.MONTHLY, width=26, required=True, word_limit=25, help="One line, beginning with a verb. For a direction: the outcome and date, never the method. For an organisation: which.")
    why: Word | None = column("Why escalated", words="why_escalated", group=ColumnGroup.MONTHLY, width=18, required=True, help="A {why_escalated.mandatory:lower}, {why_escalated.confidence_fell:lower}, {why_escalated.outside_plan:lower}, or {why_escalated.judgement:lower}.")
    categories: tuple[Word, ...] | None = column("Escalation category", rating=True, words="category", group=ColumnGroup.MONTHLY, width=18, help="If a mandatory category: which.")
    done: str | None = column("What RDG has already done", group=ColumnGroup.MONTHLY, width=28, required=True, word_limit=40, help="RDG resolves issues wherever possible before it escalates.")
    voices: str | None = column("What families and settings say (IDs, or “not yet asked”)", refers=True, aliases=("What families and settings say",), group=ColumnGroup.MONTHLY, width=22, required=True, word_limit=40, help="IDs of their words, for example V-{group.1}-2026-06-ask, or “not yet asked”.")
    option_a: str | None = column("Option A", group=ColumnGroup.MONTHLY, width=26, required=True, word_limit=30, aliases=("Options",), help="What it is; what it would mean; what it costs.")
    confidence_a: Word | None = column("Confidence in A", words="confidence", group=ColumnGroup.MONTHLY, width=12, help="RDG's confidence that option A would work.")
    option_b: str | None = column("Option B", group=ColumnGroup.MONTHLY, width=26, word_limit=30, help="What it is; what it would mean; what it costs.")
    confidence_b: Word | None = column("Confidence in B", words="confidence", group=ColumnGroup.MONTHLY, width=12, help="RDG's confidence that option B would work.")
    option_c: str | None = column("Option C", group=ColumnGroup.MORE, width=26, word_limit=30, help="What it is; what it would mean; what it costs.")
    confidence_c: Word | None = column("Confidence in C", words="confidence", group=ColumnGroup.MORE, width=12, help="RDG's confidence that option C would work.")
    confidence: Word | None = column("RDG confidence", rating=True, words="confidence", group=ColumnGroup.MONTHLY, width=12.5, required=True, help="RDG's confidence in what it recommends.")
    recommendation: str | None = column("Recommendation", group=ColumnGroup.MONTHLY, width=28, required=True, word_limit=40, help="What RDG recommends, and why.")
    by_when: date | None = column("By when", day=DayKind.PROMISED, soon=True, group=ColumnGroup.MONTHLY, width=12.5, help="When a decision is needed.")
    legal: str | None = column("Legal implications", group=ColumnGroup.MORE, width=30, word_limit=40, help="What duty or power it rests on, or may breach. Printed when given.")
    financial: str | None = column("Financial implications", group=ColumnGroup.MORE, width=30, word_limit=40, help="What it costs or saves, and from which budget. Printed when given.")
    equality: str | None = column("Equality implications", group=ColumnGroup.MORE, width=30, word_limit=40, help="Whom it touches more than others, and how. Printed when given.")
    publication: Word | None = column("May be public", words="publication", group=ColumnGroup.MORE, width=14, prints=False, help="{publication.public}: it may stand in the public edition. {publication.exempt}: in none, nor what is decided on it.")
    linked: tuple[str, ...] | None = column("Linked IDs", group=ColumnGroup.MORE, width=20, help="Milestones, risks, findings or groups it is about.")


@sheet("Advise and assure", printed_as="statement", task="What the Board should know, and what it may rest on.")
class Statement(Row):
    """What the Board should know (advise) or may rest on (assure). Alert is drawn from For the Board and the mandatory items."""

    kind: Word | None = column("Advise or assure", words="statement", group=ColumnGroup.MONTHLY, width=14, required=True, help="{statement.advise}: in hand, the Board should know. {statement.assure}: assurance received.")
    statement: str | None = column("Statement", group=ColumnGroup.MONTHLY, width=60, required=True, word_limit=30, help="One sentence.")
    linked: tuple[str, ...] | None = column("Reference", aliases=("References", "Linked IDs"), group=ColumnGroup.MONTHLY, width=24, required=True, help="The IDs it rests on.")


@sheet(
    "Task & Finish Groups", printed_as="Task & Finish Group", aliases=("Task and Finish Groups",), task="Bring each up to date; propose a new one on a spare row.",
    over=("disbanded",), comes_forward=True, section=2,
)  # fmt: skip
class TaskAndFinishGroup(Row):
    """“Board ratification is required before any Task & Finish Group begins work” (RDG: Task & Finish Groups)."""

    id: str | None = column("ID", id_prefix="TF", group=ColumnGroup.KEY, width=11.5, required=True, locked=True, help="For life; never used again for something else.")
    name: str | None = column("Name", group=ColumnGroup.MONTHLY, width=30, required=True, help="What the group is called.")
    purpose: str | None = column("Purpose", subject=True, group=ColumnGroup.MONTHLY, width=40, required=True, word_limit=40, help="The one task it is for.")
    proposed_by: str | None = column("Proposed by", group=ColumnGroup.MONTHLY, width=22, help="RDG, or the Workspace that asked for it.")
    status: Word | None = column("Status", rating=True, words="group_status", group=ColumnGroup.MONTHLY, width=14, required=True, help="{group_status:or}.")
    decision: str | None = column("Board decision ID", refers=True, group=ColumnGroup.MONTHLY, width=14, help="The decision that ratified it, for example D-008.")
    started: date | None = column("Started on", day=DayKind.HAPPENED, group=ColumnGroup.MONTHLY, width=12.5, help="The day it began work.")
    ends: date | None = column("Ends", day=DayKind.PROMISED, stays=True, soon=True, group=ColumnGroup.MONTHLY, width=12.5, help="The day it is to be done.")


@sheet("Directions to Workspaces", printed_as="direction", task="Only if RDG has directed a Workspace since the last return.")
class Direction(Row):
    """What RDG has asked of a Workspace (RDG: Relationship with Reform Workspaces)."""

    workspace: Word | None = column("Workspace", words="workspace", group=ColumnGroup.MONTHLY, width=34, required=True, help="Which Workspace.")
    linked: tuple[str, ...] | None = column("IDs", group=ColumnGroup.MONTHLY, width=20, required=True, help="What it is about.")
    direction: Word | None = column("Direction", words="direction", group=ColumnGroup.MONTHLY, width=18, required=True, help="{direction:or}.")
    detail: str | None = column("Detail", group=ColumnGroup.MONTHLY, width=40, word_limit=30, help="In one line.")
    from_date: date | None = column("From", group=ColumnGroup.MONTHLY, width=12.5, required=True, help="The day it takes effect.")


@sheet(
    "Answers to Workspaces", printed_as="answer", waits_for=("answer",), task="Answer each matter a Workspace brought.",
    answers=(ForRdg,), once=True, spare_rows=3,
)  # fmt: skip
class AnswerToWorkspace(Row):
    """RDG's answer to each matter a Workspace brought."""

    id: str | None = column("Their For RDG ID", id_prefix="N", aliases=("ID", "Their For-RDG ID"), group=ColumnGroup.KEY, width=14, required=True, locked=True, help="The matter the Workspace brought.")
    proposal: str | None = column("What they proposed", group=ColumnGroup.KEY, width=40, locked=True, prints=False, help="In the Workspace's words.")
    answer: Word | None = column("Answer", words="rdg_answer", group=ColumnGroup.MONTHLY, width=16, required=True, help="{rdg_answer:, or}.")
    detail: str | None = column("Detail", group=ColumnGroup.MONTHLY, width=40, word_limit=30, help="In one line.")


def settles(answer: Word | None) -> bool:
    """Whether an answer to an ask is the last one: it is done, or it is said why it cannot be."""
    return means(answer, "done", "not_possible")


@sheet(
    "You said, we did", printed_as="answer to an ask", aliases=("You said we did",), waits_for=("answer",), task="Answer each ask and concern; bring earlier answers up to date. They will read it.",
    brings=("answer", "did", "impact"), spare_rows=2, section=6, vanishes=False, arrives=False, answers=(Voice, Concern), asked_as="ask or concern", once=True,
)  # fmt: skip
class YouSaidWeDid(Row):
    """Every unanswered ask and partner concern, until it is answered."""

    id: str | None = column("ID", id_prefix="V", group=ColumnGroup.KEY, width=22, required=True, locked=True, help="Of the ask or concern.")
    said: str | None = column("You said", group=ColumnGroup.KEY, width=44, locked=True, prints=False, help="In their words.")
    answer: Word | None = column("Answer", rating=True, words="ask_answer", group=ColumnGroup.MONTHLY, width=18, required=True, help="{ask_answer:, or}.")
    did: str | None = column("We did", aliases=("What we did",), group=ColumnGroup.MONTHLY, width=40, required=True, word_limit=40, help="What was done, or why it cannot be. They will read it.")
    impact: str | None = column("Impact", group=ColumnGroup.MONTHLY, width=32, word_limit=30, help="What difference it has made, if anyone can yet say.")

    @property
    def settled(self) -> bool:
        """Whether nothing more is to come of the ask."""
        return settles(self.answer)


@sheet(
    "Themes", printed_as="theme suggestion", task="Confirm each, or choose the right theme; left empty, the suggestion counts and is marked (s).",
    answers=(Voice, Concern), asked_as="voice",
)  # fmt: skip
class ThemeSuggestion(Row):
    """The theme suggested for what families and settings said, for a person to confirm. Nobody else is ever asked to tag their words."""

    id: str | None = column("Voice ID", aliases=("ID",), id_prefix="V", group=ColumnGroup.KEY, width=26, required=True, locked=True, help="Of the words.")
    words: str | None = column("Their words", group=ColumnGroup.KEY, width=44, locked=True, prints=False, help="As they will be printed.")
    suggestion: Word | None = column("Suggested theme", aliases=("Suggestion",), words="theme", group=ColumnGroup.KEY, width=28, locked=True, help="From the keyword lists.")
    matched: str | None = column("Words that matched", group=ColumnGroup.KEY, width=24, locked=True, prints=False, help="Why it was suggested; and a second theme, if the words may speak of another.")
    confirmed: Word | None = column("Confirmed theme", aliases=("Confirmed",), words="theme_or_none", group=ColumnGroup.MONTHLY, width=28, help="The right theme, or “No theme”. Left empty, the suggestion counts and is marked (s).")
    further: tuple[Word, ...] | None = column("Further themes", words="theme", group=ColumnGroup.MONTHLY, width=28, help="If the words speak of more than one: the others, with semicolons between.")


def items_of(key: str) -> tuple[str, ...]:
    """The items a prompt is about, from its key: ``AP305:M-CWF-005``. A theme is none."""
    return tuple(part for part in key.partition(":")[2].split(",") if "-" in part)


@sheet("Prompts", printed_as="answer to a prompt", waits_for=("response",), task="Say of each whether it is so, and why.")
class PromptAnswer(Row):
    """Questions the sources raise between them: never a verdict. At most twelve."""

    key: str | None = column("Prompt", group=ColumnGroup.KEY, width=26, required=True, locked=True, prints=False, help="The rule and the IDs; do not change it.")
    question: str | None = column("What the sources say", group=ColumnGroup.KEY, width=56, locked=True, prints=False, help="With the cells it rests on.")
    response: Word | None = column("Response", words="prompt_response", group=ColumnGroup.MONTHLY, width=18, help="{prompt_response:, or}.")
    explanation: str | None = column("Explanation", group=ColumnGroup.MONTHLY, width=44, word_limit=40, help="What RDG makes of it. Printed beside the item where it is a mandatory one.")
    by: str | None = column("By (role)", aliases=("By",), group=ColumnGroup.MONTHLY, width=22, help="Who answered. A role, not a name.")


SHEETS: tuple[type[Row], ...] = (
    Cover, Confidence, MilestoneJudgement, ProgrammeRisk, ForTheBoard, Statement, TaskAndFinishGroup, Direction,
    AnswerToWorkspace, YouSaidWeDid, ThemeSuggestion, PromptAnswer, ChallengeToAnswer,
)  # fmt: skip
RDG_RETURN = ReturnKind(
    "rdg", "{rdg.name} return", "RDG return", SHEETS,
    lambda s: (Party(code=RDG.code, name=s.rdg.name, aliases=(s.rdg.short,), contact=s.rdg.contact),), "RDG",
    spoken_of=lambda month, rdg: f"RDG's {month} return", version=2,
    what_to_do="The brief says what the returns raise and what waits for an answer. Answer the prompts, the asks and the Workspaces, give your confidence with a reason, and say what goes to the Board.",
)  # fmt: skip
