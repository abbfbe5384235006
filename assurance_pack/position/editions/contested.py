"""What is called done or on time while families or young people say otherwise: both sides, RDG's recorded reason, and what comes next.

“This ensures triangulation between data, professional insight and lived experience” (Board: Assurance, reporting and information flow). No
winner is named; what is contested stands nowhere else in the summary as something that is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...assess.outcomes import Outcome, OutcomeKind
from ...assess.signals.signal import Signal
from ...meanings import MilestoneStatus, PromptResponse
from ...model import Lens, means
from ...rules.case import Case
from ...senders import sender_name
from ...settings.plan import Theme
from .. import Position
from ..explained import explained
from .editor import Editor, Promise

AGAINST = ("concern", "weak", "mixed")


@dataclass(frozen=True)
class Contested:
    """One contested theme. `figures` are those that speak for our side; `words` (who, what) are families' own, `unquoted` who has said no to that.

    `why` is what RDG has recorded; `to_board` that it takes the matter to the Board; `coming` what is promised on the theme and not yet done.
    """

    theme: Theme
    figures: tuple[str, ...]
    done: tuple[Promise, ...]
    words: tuple[tuple[str, str], ...]
    unquoted: tuple[str, ...]
    why: tuple[str, ...]
    to_board: bool
    coming: tuple[Promise, ...]


class Contests:
    """Finds what is contested, and remembers in `told` which milestones were told of there, so that none is told twice."""

    def __init__(self, case: Case, position: Position, editor: Editor) -> None:
        """Look through one month, with the editor that keeps account of what may not be printed."""
        self.case, self.position, self.editor = case, position, editor
        self.told: frozenset[str] = frozenset()

    def found(self) -> tuple[Contested, ...]:
        """Every contested theme, in the order of the themes."""
        contests = tuple(self._contests())
        self.told = frozenset(p.ref for c in contests for p in (*c.done, *c.coming))
        return contests

    def _contests(self) -> Iterator[Contested]:
        outcomes = {o.theme: o for o in self.case.outcomes}
        for theme in self.case.settings.themes:
            outcome = outcomes.get(theme.id)
            if outcome and outcome.kind is OutcomeKind.CONTRADICTION and outcome.lenses.get(Lens.LIVED) in AGAINST:
                promised = [s for s in self.position.milestones.standings if means(s.row.theme, theme.id)]
                done = tuple(self.editor.promises(promised, MilestoneStatus.COMPLETE))
                coming = tuple(sorted(self.editor.promises(promised, MilestoneStatus.ON_TRACK), key=lambda p: (p.when or date.max, p.ref)))
                if done or coming:
                    yield self._contested(theme, outcome, done, coming)

    def _contested(self, theme: Theme, outcome: Outcome, done: tuple[Promise, ...], coming: tuple[Promise, ...]) -> Contested:
        said = [s for s in outcome.signals if s.lens is Lens.LIVED and s.words and not s.old and s.direction in AGAINST]
        words = tuple((self._who(s), quoted) for s in said if (quoted := self.editor.quotation(s.item, s.says)))
        quoted_too = {who for who, _ in words}
        answers = explained(self.case).get(theme.id, ())
        return Contested(
            theme, tuple(self._figures(outcome)), done, words,
            tuple(dict.fromkeys(self._who(s) for s in said if not self.editor.may_quote(s.item) and self._who(s) not in quoted_too)),
            tuple(why for a in answers if (why := self.editor.text(theme.id, a.answer.explanation))),
            any(a.given == self.case.month and means(a.answer.response, PromptResponse.TO_BOARD) for a in answers), coming,
        )  # fmt: skip

    def _figures(self, outcome: Outcome) -> Iterator[str]:
        """What the figures that are good news say, by the name families know them by."""
        for signal in outcome.signals:
            indicator = self.case.settings.indicator(signal.item)
            if indicator is None or signal.old or signal.direction != "positive":
                continue
            name, colon, value = signal.says.partition(":")
            if said := self.editor.text(signal.item, f"{indicator.for_families or indicator.name}:{value}" if colon else name):
                yield said

    def _who(self, signal: Signal) -> str:
        return sender_name(signal.sender, self.case.settings)
