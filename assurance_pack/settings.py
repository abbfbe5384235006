"""`pack.toml`: the governance, the calendar, the words and the limits of one Board, typed and validated.

Rules and sections know meanings only; the words people type and read live here, each with one fixed meaning.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import ConfigDict, Field

from .budgets import Budgets
from .english import in_words, lower_first
from .meanings import BADGES, LISTS, NO_RETURN, NO_THEME, OVERALL, EscalationCategory, Meaning
from .model import Frozen, Lens, Month, Severity, Word, day

_PLACEHOLDER = re.compile(r"\{(?P<list>[a-z_]+)(?:\.(?P<meaning>\w+))?(?::(?P<how>[^{}]*))?\}")


Day: TypeAlias = date  # a field may be called `date`; its type then needs another name


class WordDef(Frozen):
    """A word of a list: as printed, its fixed meaning, its letter where it is a status, what it says, and what else is understood."""

    word: str
    meaning: str
    letter: str = ""
    definition: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def value(self) -> Word:
        """The word as a row holds it."""
        return Word(text=self.word, meaning=self.meaning)


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


class Review(Frozen):
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
    reviews: tuple[Review, ...] = ()

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


class Party(Frozen):
    """Somebody who sends a return; `aliases` are read, `name` is printed, `contact` is written to.

    `form` is what a group is sent: a Word form where nothing is said. Everybody else fills in registers, for which there is Excel alone.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    contact: str = ""
    form: Literal["word", "excel", "both"] | None = Field(default=None, exclude_if=lambda form: form is None)

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens; none where it is that of its kind of return."""
        return None


class Workspace(Party):
    """A Workspace."""

    chair: str = ""
    sponsor: str = ""


class Group(Party):
    """A group that speaks to the Board. Family-led and young people's groups are lived experience; school-led groups are professional."""

    lens: Lens
    kind: Literal["families", "young_people", "settings"]

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens."""
        return self.lens


class Partner(Party):
    """A partner organisation that may escalate a concern."""


class OtherSender(Party):
    """A sender of a kind of return that has no list of its own in `pack.toml`."""

    kind: str
    lens: Lens | None = None

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens, if it has one."""
        return self.lens


class DeliveryGroup(Frozen):
    """The Reform Delivery Group, by the name a Board has for it.

    Forms, pages and messages say RDG, as the terms of reference do; where they first do, this name stands beside it. `short` is another
    name people use: a return that calls itself so is known by it.
    """

    name: str = "Reform Delivery Group"
    short: str = "RDG"
    chair: str = ""
    contact: str = ""


class Priority(Frozen):
    """A priority of the plan, the outcome it is for, and the indicators that would show it."""

    code: str
    name: str
    outcome: str = ""
    indicators: tuple[str, ...] = ()


class Theme(Frozen):
    """A theme of the controlled list. One strong phrase, or two weak ones, suggest it, in whatever form; a person confirms.

    Of the themes the product ships with it knows many statements besides, by the theme's name (assess/theme_statements.txt).
    """

    id: str
    name: str
    short: str = ""
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    for_families: str = Field(default="", exclude_if=lambda words: not words)
    """What the summary for families calls it; its name where nothing is given."""
    statements: str = Field(default="", exclude_if=lambda words: not words)
    """The name the product ships it with, where it has been given another: so its statements still count."""

    @property
    def heading(self) -> str:
        """The name under which the product knows statements of this theme, if it knows any."""
        return self.statements or self.name


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


class Benchmark(Frozen):
    """A published figure with its own period and method. Shown beside, never compared across methods."""

    label: str
    value: float
    period: str
    source: str = ""


class Rebaseline(Frozen):
    """A step: from this period on the limits are worked out afresh, for the reason given and by whose decision."""

    from_period: date
    reason: str
    decision: str = ""


class DatedTarget(Frozen):
    """A target from this period on, until another; without a value, none is in force."""

    from_period: date
    value: float | None = None
    decision: str = ""


class ChartNote(Frozen):
    """Something that happened on a day, said beside the chart of an indicator."""

    on: date
    text: str


class Indicator(Frozen):
    """An indicator: what it counts, which way is good, and what it is measured against.

    `counted` says whether each figure stands by itself, or adds up within the year, is a forecast carried on, or starts again each term or
    year: then no limits are drawn. `baseline` is how many of the first figures the limits rest on; all of them where none is given.
    """

    code: str
    name: str
    short: str = ""
    definition: str
    theme: str
    unit: Literal["percent", "count", "weeks", "rate", "pounds_million"] = "percent"
    basis: str = ""
    source: str
    accountable: str
    good: Literal["up", "down", "context"]
    target: float | None = None
    targets: tuple[DatedTarget, ...] = ()
    counted: Literal["afresh", "cumulative", "forecast", "restarts"] = "afresh"
    baseline: int | None = Field(default=None, ge=6)
    benchmark: Benchmark | None = None
    decimals: int = 0
    rolling: bool = False
    annual: bool = False
    rebaselined: Rebaseline | None = None
    notes: tuple[ChartNote, ...] = ()
    aliases: tuple[str, ...] = ()
    for_families: str = Field(default="", exclude_if=lambda words: not words)
    """What the summary for families calls it; its name where nothing is given."""

    def target_on(self, day: date) -> float | None:
        """The target in force on a day: the newest that began by then, else the standing one."""
        begun = [t for t in self.targets if t.from_period <= day]
        return max(begun, key=lambda t: t.from_period).value if begun else self.target


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


class Look(Frozen):
    """A corporate look: a logo, two colours, a font. Refused, with the reason, where the contrast is too low."""

    logo: str = ""
    accent: str = ""
    tint: str = ""
    font: str = ""


class Settings(Frozen):
    """Everything `pack.toml` says."""

    board: Board
    secretariat: Secretariat = Secretariat()
    contacts: tuple[Contact, ...] = Field(default=(), exclude_if=lambda contacts: not contacts)
    rdg: DeliveryGroup = DeliveryGroup()
    meetings: tuple[Meeting, ...]
    deadlines: Deadlines = Deadlines()
    workspaces: tuple[Workspace, ...]
    groups: tuple[Group, ...]
    partners: tuple[Partner, ...] = ()
    senders: tuple[OtherSender, ...] = Field(default=(), exclude_if=lambda senders: not senders)
    priorities: tuple[Priority, ...]
    themes: tuple[Theme, ...]
    categories: tuple[Category, ...]
    parameters: Parameters = Parameters()
    indicators: tuple[Indicator, ...] = ()
    small_numbers: SmallNumbers = SmallNumbers()
    guard: Guard = Guard()
    budgets: Budgets = Budgets()
    bands: tuple[Band, ...]
    age: Age = Age()
    limits: Limits = Limits()
    look: Look = Look()
    rules: dict[str, Severity] = Field(default_factory=dict)
    lists: dict[str, tuple[WordDef, ...]]

    @cached_property
    def fingerprint(self) -> str:
        """What tells these settings from others: the same words in another layout, or other comments, are the same settings."""
        return hashlib.sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()

    def meeting(self, month: Month) -> Meeting | None:
        """The meeting whose pack is for this month, if the Board meets then."""
        return next((m for m in self.meetings if m.month == month), None)

    def month_read(self, month: Month) -> str:
        """A month with the meeting that reads it, as commands head what they say: ``June 2026, read by the Board of 16 July 2026``."""
        meeting = self.meeting(month)
        return f"{month.name}, read by {self.board.short} of {day(meeting.date)}" if meeting else f"{month.name}, which no meeting reads"

    def band(self, score: int) -> str:
        """The band a risk score falls in, as printed: ``Extreme``."""
        return next((b.name for b in self.bands if b.least <= score <= b.most), "")

    @property
    def top_band(self) -> Band:
        """The band of the most severe risks."""
        return max(self.bands, key=lambda b: b.most)

    def indicator(self, code: str) -> Indicator | None:
        """An indicator by its code."""
        return next((i for i in self.indicators if i.code == code), None)

    def theme_name(self, theme_id: str) -> str:
        """A theme as printed where room is short."""
        return next((t.short or t.name for t in self.themes if t.id == theme_id), theme_id)

    def theme_list(self, theme_ids: Iterable[str]) -> str:
        """Themes in a row. Their names hold commas and “and”, so they are told apart by semicolons."""
        return "; ".join(self.theme_name(t) for t in theme_ids)

    def senders_of(self, kind: str) -> tuple[OtherSender, ...]:
        """The senders under `[[senders]]` of one kind of return."""
        return tuple(s for s in self.senders if s.kind == kind)

    def words(self, name: str) -> tuple[WordDef, ...]:
        """The words of a list: one of ``[lists]``, or one that follows from the governance (``theme``, ``workspace``…)."""
        return self._derived.get(name) or self.lists.get(name, ())

    def word(self, name: str, meaning: str) -> WordDef | None:
        """The first word of a list with this meaning; others may share it."""
        return next((w for w in self.words(name) if w.meaning == meaning), None)

    def entry(self, name: str, said: Word) -> WordDef | None:
        """What a list says of a word as a row holds it; where the list has been renamed since, of the first word of its meaning."""
        return next((w for w in self.words(name) if (w.word, w.meaning) == (said.text, said.meaning)), None) or self.word(
            name, said.meaning
        )

    def printed(self, meaning: Meaning) -> str:
        """The word people read for a meaning: the first it has in its list, or the meaning itself where the Board does without one."""
        return self._printed(next(name for name, meanings in LISTS.items() if meanings is type(meaning)), meaning)

    def _printed(self, name: str, meaning: Meaning) -> str:
        known = self.word(name, meaning)
        return known.word if known else meaning.replace("_", " ")

    def worded(self, text: str) -> str:
        """A text of ours with the Board's words in it.

        ``{milestone_status.at_risk}`` gives the word, ``{milestone_status.at_risk:lower}`` the same within a sentence, and ``{reading:or}``
        all words of a list with “or” before the last. ``{board.plan}`` and ``{rdg.name}`` give what stands there in `pack.toml`; in
        examples ``{workspace.1}`` is the code of the first Workspace, ``{group_name.1}`` the name of the first group.
        """
        return _PLACEHOLDER.sub(self._word_for, text)

    def _word_for(self, found: re.Match[str]) -> str:
        name, meaning, how = found["list"], found["meaning"], found["how"] or ""
        if meaning and name in ("board", "rdg"):
            return str(getattr(getattr(self, name), meaning))
        if meaning and meaning.isdigit():
            parties: tuple[Party, ...] = self.workspaces if name.startswith("workspace") else self.groups
            party = parties[(int(meaning) - 1) % len(parties)] if parties else Party(code="ABC", name="a sender")
            return party.name if name.endswith("_name") else party.code
        if meaning is None:
            return in_words((w.word for w in self.words(name)), how)
        word = self._printed(name, LISTS[name](meaning))
        return lower_first(word) if how == "lower" else word

    @property
    def statuses(self) -> tuple[str, ...]:
        """The meanings of all words that are shown with a badge, and of hearing nothing; in one order, however pack.toml or a record orders its lists."""
        used = {w.meaning for words in self.lists.values() for w in words} | {NO_RETURN}
        return tuple(m for m in BADGES if m in used)

    @cached_property
    def _derived(self) -> dict[str, tuple[WordDef, ...]]:
        themes = tuple(WordDef(word=t.name, meaning=t.id, aliases=(t.short, t.id) if t.short else (t.id,)) for t in self.themes)
        priorities = tuple(
            WordDef(word=f"{p.code} {p.name}", meaning=p.code, definition=p.outcome, aliases=(p.name, p.code)) for p in self.priorities
        )
        workspaces, groups, partners, others = map(_party_words, (self.workspaces, self.groups, self.partners, self.senders))
        rdg = WordDef(word=self.rdg.name, meaning="RDG", aliases=(self.rdg.short,))
        return {
            "theme": themes,
            "theme_or_none": (*themes, WordDef(word="No theme", meaning=NO_THEME)),
            "priority": priorities,
            "confidence_about": (WordDef(word="Overall", meaning=OVERALL), *priorities),
            "category": tuple(WordDef(word=c.name, meaning=c.key, definition=c.clause, aliases=c.aliases) for c in self.categories),
            "workspace": workspaces,
            "group": groups,
            "partner": partners,
            "sender": others,
            "addressee": (*workspaces, rdg, *partners, *others),
            "indicator": tuple(
                WordDef(word=i.name, meaning=i.code, definition=i.definition, aliases=(*i.aliases, i.code, i.short))
                for i in self.indicators
            ),
        }


def _party_words(parties: Iterable[Party]) -> tuple[WordDef, ...]:
    """Parties as the words of a list: their code is the meaning, and is understood too."""
    return tuple(WordDef(word=p.name, meaning=p.code, aliases=(*p.aliases, p.code)) for p in parties)


@dataclass(frozen=True)
class Home:
    """A working folder: where `pack.toml`, `inputs/` and `output/` lie."""

    root: Path

    @property
    def settings_file(self) -> Path:
        """`pack.toml`."""
        return self.root / "pack.toml"

    def inputs(self, month: Month) -> Path:
        """Where people put the month's returns. No command but the receipt list writes there."""
        return self.root / "inputs" / month

    def output(self, month: Month) -> Path:
        """Everything made for the month: the archive."""
        return self.root / "output" / month

    @property
    def months_with_returns(self) -> tuple[Month, ...]:
        """Months with a folder in `inputs/` that holds something, earliest first."""
        folder = self.root / "inputs"
        names = sorted(p.name for p in folder.iterdir() if p.is_dir() and Month.PATTERN.fullmatch(p.name)) if folder.is_dir() else []
        return tuple(Month(n) for n in names if any((folder / n).iterdir()))
