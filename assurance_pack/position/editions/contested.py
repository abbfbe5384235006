"""What is called done or on time while families, young people or the Board say otherwise: both sides, the recorded reason, and what comes next.

What is disputed is the same as in the Board's pack (`position.disputed`), as far as the public may read it. No winner is named; what is contested stands nowhere else in the summary as something that is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...assess.outcomes import Outcome, OutcomeKind
from ...assess.signals.signal import Signal
from ...english import upper_first
from ...meanings import MilestoneStatus, PromptResponse
from ...model import Lens, Month, means
from ...returns.board_log import Challenge
from ...returns.workspace import QAFinding
from ...rules.case import Case
from ...senders import sender_name
from ...settings.plan import Theme
from ..disputed import AGAINST, disputed
from ..explained import explained
from ..whole import Position
from .editor import Editor, Promise


@dataclass(frozen=True)
class Contested:
    """One contested theme. `figures` are those that speak for our side; `words` (who, what) are families' own, `unquoted` who has said no to that;
    `found` (report, what) is what surveys and complaints have found of what is called done.

    `why` is what RDG has recorded; `to_board` that it takes the matter to the Board; `coming` what is promised on the theme and not yet done.
    """

    theme: Theme
    figures: tuple[str, ...]
    done: tuple[Promise, ...]
    words: tuple[tuple[str, str], ...]
    unquoted: tuple[str, ...]
    found: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    to_board: bool
    coming: tuple[Promise, ...]


YES_OR_NO = re.compile(r"^(?:yes|no)\b[.,:;–-]*\s*", re.IGNORECASE)
"""What an answer begins with where the question does not stand beside it."""


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
        for one in disputed(self.case):
            done = tuple(self.editor.promises(one.done, MilestoneStatus.COMPLETE))
            coming = tuple(sorted(self.editor.promises(one.promised, MilestoneStatus.ON_TRACK), key=lambda p: (p.when or date.max, p.ref)))
            if done or (one.differ and coming):
                yield self._contested(one.theme, one.outcome, done, coming, one.findings, one.challenges)

    def _contested(
        self, theme: Theme, outcome: Outcome, done: tuple[Promise, ...], coming: tuple[Promise, ...],
        findings: Iterable[QAFinding], challenges: Iterable[Challenge],
    ) -> Contested:  # fmt: skip
        said = [s for s in outcome.signals if s.lens is Lens.LIVED and s.words and s.direction in AGAINST and self._stands(s, outcome)]
        words = tuple((self._who(s), quoted) for s in said if (quoted := self.editor.quotation(s.item, s.says)))
        quoted_too = {who for who, _ in words}
        answers = explained(self.case).get(theme.id, ())
        about = {p.ref for p in done}
        reasons = (*(a.answer.explanation for a in answers), *(c.response for c in challenges))
        return Contested(
            theme, tuple(self._figures(outcome)), done, words,
            tuple(dict.fromkeys(self._who(s) for s in said if not self.editor.may_quote(s.item) and self._who(s) not in quoted_too)),
            tuple((f.report or "", text) for f in findings if about & set(f.linked or ()) and (text := self.editor.text(f.ref, f.finding))),
            tuple(why for reason in reasons if (why := self.editor.text(theme.id, _reason(reason)))),
            any(a.given == self.case.month and means(a.answer.response, PromptResponse.TO_BOARD) for a in answers), coming,
        )  # fmt: skip

    def _stands(self, signal: Signal, outcome: Outcome) -> bool:
        """Whether words are still said: where sources contradict each other until they are old, otherwise in the month they were sent."""
        if outcome.kind is OutcomeKind.CONTRADICTION:
            return not signal.old
        return signal.dated is not None and Month.of(signal.dated) == self.case.month

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


def _reason(said: str | None) -> str:
    """The reason in an answer, without the “No.” that means nothing without its question."""
    return upper_first(YES_OR_NO.sub("", said or ""))
