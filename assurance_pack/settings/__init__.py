"""`pack.toml`: the governance, the calendar, the words and the limits of one Board, typed and validated.

Rules and sections know meanings only; the words people type and read live here, each with one fixed meaning.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cached_property

from pydantic import Field

from ..english import in_words, lower_first
from ..meanings import BADGES, LISTS, NO_RETURN, NO_THEME, OVERALL, Meaning
from ..model import Frozen, Month, Word, day
from ..model.problem import Severity
from .board import Board, Category, Contact, CorporateLook, Deadlines, Meeting, Parameters, Secretariat
from .budgets import Budgets
from .indicators import Indicator
from .limits import Age, Band, Guard, Limits, SmallNumbers
from .parties import DeliveryGroup, Group, OtherSender, Partner, Party, Workspace
from .plan import Priority, Theme
from .words import WordDef, party_words

_PLACEHOLDER = re.compile(r"\{(?P<list>[a-z_]+)(?:\.(?P<meaning>\w+))?(?::(?P<how>[^{}]*))?\}")


class Settings(Frozen):
    """Everything `pack.toml` says."""

    board: Board
    secretariat: Secretariat = Secretariat()
    contacts: tuple[Contact, ...] = Field(default=(), exclude_if=lambda contacts: not contacts)
    rdg: DeliveryGroup = DeliveryGroup()
    meetings: tuple[Meeting, ...]
    deadlines: Deadlines = Deadlines()
    workspaces: tuple[Workspace, ...] = ()
    groups: tuple[Group, ...] = ()
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
    look: CorporateLook = CorporateLook()
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
        return next((t.in_short for t in self.themes if t.id == theme_id), theme_id)

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
        workspaces, groups, partners, others = map(party_words, (self.workspaces, self.groups, self.partners, self.senders))
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
