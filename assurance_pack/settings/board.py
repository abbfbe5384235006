"""The Board: what it is called, when it meets, what returns it waits for, what it keeps for itself, and how its papers look."""

import re
from datetime import date
from typing import TypeAlias

from pydantic import ConfigDict, Field

from ..meanings import EscalationCategory
from ..model import Frozen, Month

Day: TypeAlias = date  # a field may be called `date`; its type then needs another name


class Secretariat(Frozen):
    """Who to send to and ask."""

    name: str = "Board secretariat"
    email: str = ""
    phone: str = ""


class Contact(Frozen):
    """Whom a family can turn to besides the secretariat, as the summary for families names them: what they are for, and how to reach them."""

    name: str
    about: str = ""
    email: str = Field(default="", pattern=r"^(\S+@\S+)?$")
    phone: str = ""
    web: str = Field(default="", pattern=r"^(https?://\S+)?$")


class TermsReview(Frozen):
    """When a body's terms of reference were last reviewed, and are due again (“reviewed annually, or sooner if required”)."""

    body: str
    last: Month
    due: Month


class Board(Frozen):
    """The Board, what it reports to, and how its papers are marked."""

    name: str
    short: str
    onward_body: str
    marking: str = "OFFICIAL"
    handling: str = ""
    purpose: str = "Decision and assurance"
    illustrative: str = ""
    plan: str = "Local SEND Reform Plan"
    plan_short: str = Field(default="", exclude_if=lambda said: not said)
    area: str = ""
    reviews: tuple[TermsReview, ...] = ()

    @property
    def plan_in_brief(self) -> str:
        """The plan as headings and sentences call it; by its whole name where there is no shorter."""
        return self.plan_short or self.plan

    @property
    def onward_file(self) -> str:
        """The body above the Board, as a file can be called, without the area: ``health-and-wellbeing-board``."""
        named = self.onward_body.removeprefix(self.area).casefold().translate({ord(c): None for c in "'’"}) or "board-above"
        return "-".join(re.findall(r"[^\W_]+", named))


class Meeting(Frozen):
    """A meeting of the Board: the month its returns speak for, the date it meets, after that month, and the day they speak for."""

    month: Month
    date: Day
    position: Day


class Deadlines(Frozen):
    """Working days before the meeting by which each return is due, by its kind, and the pack goes out."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]

    voice: int = 12
    workspace: int = 12
    partner: int = 10
    rdg: int = 9
    board_log: int = 9
    circulate: int = 6
    extra_bank_holidays: tuple[date, ...] = ()
    school_holidays: tuple[tuple[date, date], ...] = ()

    @property
    def added(self) -> dict[str, int]:
        """The working days of kinds of return that have none by default."""
        return self.__pydantic_extra__

    def working_days(self, kind: str) -> int | None:
        """How many working days before the meeting a kind of return is due (`circulate`: the pack goes out); None where nothing says."""
        return self.added[kind] if kind in self.added else getattr(self, kind, None)


class Category(Frozen):
    """One of the four mandatory escalation categories, with its words in the terms of reference."""

    key: EscalationCategory
    name: str
    clause: str
    aliases: tuple[str, ...] = ()


class Parameter(Frozen):
    """A parameter set by the Board within which RDG holds delivery risk; “none set” says so."""

    name: str
    value: int | None = None
    unit: str = ""
    decision: str = ""


class Parameters(Frozen):
    """“The RDG is responsible for … holding delivery risk within parameters set by the Board” (Board: Delegation and delivery)."""

    slip: Parameter = Parameter(name="Days late at which a milestone comes to the Board", unit="days")
    score: Parameter = Parameter(name="Score at which a risk comes to the Board")


class CorporateLook(Frozen):
    """A corporate look: a logo, two colours, a font. Refused, with the reason, where the contrast is too low."""

    logo: str = ""
    accent: str = ""
    tint: str = ""
    font: str = ""
