"""The one list of clauses of the terms of reference that rules cite: the heading as printed, and its sentence. They have no numbers."""

from __future__ import annotations

from typing import Self

from ..settings import Settings


class Clause(str):
    """A clause: as text its document and heading (``Board: Mandatory escalation to the Board``), and `sentence`, quoted from it."""

    __slots__ = ("sentence",)
    sentence: str

    def __new__(cls, document: str, heading: str, sentence: str) -> Self:
        """Name the document it stands in, its heading as printed, and the sentence."""
        clause = super().__new__(cls, f"{document}: {heading}")
        clause.sentence = sentence
        return clause

    def worded(self, settings: Settings) -> Self:
        """The same clause, its sentence with the names this Board has in `pack.toml`."""
        return type(self)(self.document, self.heading, settings.worded(self.sentence))

    @property
    def document(self) -> str:
        """Which part of the terms of reference: ``Board``, ``RDG``, ``Workspaces`` or ``System overview``."""
        return self.partition(": ")[0]

    @property
    def heading(self) -> str:
        """The heading as printed there."""
        return self.partition(": ")[2]


BOARD_RETAINS = Clause("Board", "Decision making authority", "The Board retains and exercises final decision-making authority for:")
BOARD_ACCEPTS_SYSTEM_RISK = Clause("Board", "Decision making authority", "Acceptance of system level risk")
BOARD_SIGNS_OFF_PLAN = Clause("Board", "Decision making authority", "Sign-off of the {board.plan}")
BOARD_SETS_OUTCOMES = Clause("Board", "Delegation and delivery", "Does not prescribe how delivery is undertaken")
BOARD_PARAMETERS = Clause(
    "Board",
    "Delegation and delivery",
    "The RDG is responsible for managing delivery activity and holding delivery risk within parameters set by the Board.",
)
MANDATORY_ESCALATION = Clause(
    "Board", "Mandatory escalation to the Board", "The Board requires escalation where there is risk relating to:"
)
NO_INDIVIDUAL_CASES = Clause("Board", "Scope and boundaries", "Does not consider individual cases")
NO_OPERATIONS = Clause("Board", "Scope and boundaries", "Does not engage in direct operational problem solving")
PLAN_PROGRESS = Clause(
    "Board",
    "Assurance, reporting and information flow",
    "Progress against {board.plan_in_brief} milestones (reported by the {rdg.name})",
)
QA_REPORTS = Clause("Board", "Assurance, reporting and information flow", "Quality Assurance reports")
TRIANGULATION = Clause(
    "Board",
    "Assurance, reporting and information flow",
    "This ensures triangulation between data, professional insight and lived experience.",
)
CHALLENGE_VISIBLE = Clause("Board", "Challenge and accountability", "Challenge will be explicit and visible")
CHALLENGE_ACTIONS = Clause(
    "Board",
    "Challenge and accountability",
    "Follow-up will be proportionate, with significant issues resulting in agreed actions",
)
LIVED_EXPERIENCE = Clause(
    "Board",
    "Co-production at Board level",
    "Using lived experience and setting insight to inform strategic decision-making",
)
BOARD_REVIEW = Clause("Board", "Review", "These Terms of Reference will be reviewed annually, or sooner if required.")

RDG_MAINTAINS_GRIP = Clause("RDG", "Purpose", "Maintain grip on delivery, pace and dependencies")
RDG_RESEQUENCES = Clause("RDG", "Relationship with Reform Workspaces", "Re-sequence or pause activity to manage dependencies")
RDG_RESOLVES_OVERLAP = Clause("RDG", "Relationship with Reform Workspaces", "Resolve overlap, conflict or duplication")
NO_PERFORMANCE_MANAGEMENT = Clause(
    "RDG", "Relationship with Reform Workspaces", "The RDG does not performance manage individual workspaces or teams."
)
RDG_NO_RESERVED_DECISIONS = Clause(
    "RDG",
    "Role within the governance model",
    "The RDG does not hold strategic decision making authority reserved to the Board.",
)
TASK_AND_FINISH_RATIFIED = Clause(
    "RDG", "Task & Finish Groups", "Board ratification is required before any Task & Finish Group begins work"
)
TASK_AND_FINISH_DISBANDS = Clause(
    "RDG",
    "Task & Finish Groups",
    "Once established, Task & Finish Groups are accountable to the RDG and disband upon task completion.",
)
DELIVERY_RISKS_TRACKED = Clause("RDG", "Delivery risk at RDG level", "Actively identifying and tracking delivery risks")
SLIPPAGE_VISIBLE = Clause("RDG", "Delivery risk at RDG level", "Maintaining visibility of slippage and pressure points")
RDG_HOLDS_NO_SYSTEM_RISK = Clause(
    "RDG", "Delivery risk at RDG level", "The RDG does not formally accept or hold system risk on behalf of the Board."
)
CONFIDENCE_DROPS = Clause(
    "RDG", "Escalation to the Board", "Delivery confidence drops, even if formal risk categories are not yet triggered"
)
JUDGEMENT_NOT_RULES = Clause(
    "RDG", "Escalation to the Board", "Escalation is expected to be proportionate and judgement-based, not rules-driven."
)
CLEAR_REPORTING = Clause("RDG", "Reporting and assurance", "Clear reporting on progress against {board.plan_in_brief} milestones")
RISKS_AND_CONFIDENCE_VISIBLE = Clause("RDG", "Reporting and assurance", "Visibility of risks and delivery confidence")
OPTIONS_CONFIDENCE_RECOMMENDATIONS = Clause(
    "RDG", "Reporting and assurance", "The RDG brings options, confidence judgements and recommendations."
)

WORKSPACES_ESCALATE = Clause(
    "Workspaces",
    "Authority and Decision Making",
    "Workspaces must escalate to RDG where proposed decisions introduce significant risk.",
)
CHAIR_AND_SPONSOR = Clause(
    "Workspaces",
    "Membership and Chairing",
    "Each Workspace will have a named Chair and an RDG Senior Sponsor, providing alignment, challenge and escalation support.",
)
MEET_MONTHLY = Clause("Workspaces", "Cadence and Ways of Working", "Reform Workspaces meet monthly")
RISK_MANAGED = Clause("Workspaces", "Core Outputs and Expectations", "active identification and management of delivery risk")
ROUTINE_UPDATES = Clause("Workspaces", "Core Outputs and Expectations", "routine progress updates to RDG")
NOT_VOLUME = Clause("Workspaces", "Core Outputs and Expectations", "The emphasis is on grip and pace, not reporting volume.")
DATA_AND_LIVED_INSIGHT = Clause(
    "Workspaces",
    "Scope and focus",
    "Use data, performance intelligence and lived experience insight to identify strengths, weaknesses, emerging risk and the "
    "impact of reform activity",
)
VOICE_OWN_WORDS = Clause(
    "System overview",
    "Parent-led and lived experience groups – influence without dilution",
    "keeps input parent and carer led and avoids overburdening {board.area}'s developing PCF with administrative demands",
)


def clauses() -> tuple[Clause, ...]:
    """Every clause of the list, in the order written here."""
    return tuple(value for value in globals().values() if isinstance(value, Clause))
