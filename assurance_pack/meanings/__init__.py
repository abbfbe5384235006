"""What the words of `pack.toml` mean: every list of words takes its meanings from here, and from nowhere else.

A Board chooses its own words (“Going well” for “On track”); rules and sections go by the meaning beside each. A meaning is a text, so
records and forms of earlier versions are read as they stand.
"""

from __future__ import annotations

from .decisions import ONLY_THE_BOARD_MAY as ONLY_THE_BOARD_MAY
from .decisions import AskAnswer as AskAnswer
from .decisions import ChallengeOutcome as ChallengeOutcome
from .decisions import ChallengeStatus as ChallengeStatus
from .decisions import DecisionAsked as DecisionAsked
from .decisions import DecisionStatus as DecisionStatus
from .decisions import Declaration as Declaration
from .decisions import DirectionKind as DirectionKind
from .decisions import PromptResponse as PromptResponse
from .decisions import Publication as Publication
from .decisions import RdgAnswer as RdgAnswer
from .decisions import StatementKind as StatementKind
from .decisions import WhyEscalated as WhyEscalated
from .decisions import YesNo as YesNo
from .delivery import ActionKind as ActionKind
from .delivery import ActionStatus as ActionStatus
from .delivery import Activity as Activity
from .delivery import Comparator as Comparator
from .delivery import DeliveryConfidence as DeliveryConfidence
from .delivery import GroupStatus as GroupStatus
from .delivery import HowMany as HowMany
from .delivery import MilestoneStatus as MilestoneStatus
from .delivery import Reading as Reading
from .delivery import ThisMonth as ThisMonth
from .lists import BADGES as BADGES
from .lists import GOVERNED as GOVERNED
from .lists import LISTS as LISTS
from .lists import NO_RETURN as NO_RETURN
from .lists import NO_THEME as NO_THEME
from .lists import OVERALL as OVERALL
from .lists import TO_RDG as TO_RDG
from .meaning import MIDDLING as MIDDLING
from .meaning import Badge as Badge
from .meaning import Colour as Colour
from .meaning import Meaning as Meaning
from .meaning import Shape as Shape
from .risks import Assurance as Assurance
from .risks import CarriedRisk as CarriedRisk
from .risks import EscalationCategory as EscalationCategory
from .risks import FindingStatus as FindingStatus
from .risks import IssueStatus as IssueStatus
from .risks import LineOfAssurance as LineOfAssurance
from .risks import Proximity as Proximity
from .risks import Rating as Rating
from .risks import RiskLevel as RiskLevel
from .risks import RiskResponse as RiskResponse
from .risks import RiskStatus as RiskStatus
