"""What RDG is asked to answer: prompts with the words they rest on, proposals of Workspaces, asks and concerns nobody has answered yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...assess.answered import prompt_answers, proposal_answers
from ...model import Month
from ...model.problem import Severity
from ...returns.partner import Concern
from ...returns.rdg import AnswerToWorkspace
from ...returns.voice import Voice
from ...returns.workspace import ForRdg
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...rules.prompts import ranked
from ...senders import sender_name
from ..answers import answered
from ..both_sides import Excerpt, excerpt
from ..decisions import WORDS_ID, Spoken
from ..mandatory import PromptLine


@dataclass(frozen=True)
class SpokenWords:
    """What somebody said, as far as a question is about it: whose words, of which month."""

    ref: str
    who: str
    month: Month | None
    words: Excerpt


@dataclass(frozen=True)
class PromptWithWords(PromptLine):
    """A prompt as RDG reads it: its themes by name, and the words it rests on, so that nobody has to look an ID up."""

    themes: tuple[str, ...] = ()
    spoken: tuple[SpokenWords, ...] = ()


@dataclass(frozen=True)
class MatterLine:
    """What a Workspace brings to RDG, the significant risk it carries if any, and RDG's answer where it has given one."""

    row: ForRdg
    name: str
    carries: tuple[str, ...]
    answer: AnswerToWorkspace | None


@dataclass(frozen=True)
class Unanswered:
    """An ask, or a partner's concern with its ask, to which nothing has been said yet: whole, and when it was said."""

    ref: str
    who: str
    month: Month
    ask: str
    concern: str = ""


def prompts_with_words(case: Case, verdicts: Verdicts) -> Iterator[PromptWithWords]:
    """Every prompt, in the order it is to be answered, with the words its sentence points to."""
    answers = prompt_answers((*case.earlier, case.returns))
    known = {t.id: t for t in case.settings.themes}
    said = Spoken(case)
    for problem in ranked(verdicts.of(Severity.PROMPT), case):
        themes = [known[i] for i in problem.items if i in known]
        pointed = " ".join((problem.sentence, *(i for i in problem.items if WORDS_ID.fullmatch(i))))
        spoken = tuple(
            SpokenWords(h.ref, h.who, h.month, excerpt(h.words, themes[0], known.values(), case.settings.budgets.triangulation) if themes else Excerpt((h.words,)))
            for h in said.resolve(pointed)[0]
            if h.words
        )  # fmt: skip
        yield PromptWithWords(problem, answers.get(problem.key), tuple(t.in_short for t in themes), spoken)


def proposals(case: Case) -> Iterator[MatterLine]:
    """What the Workspaces bring this month, but what RDG answered in an earlier one."""
    answers = {a.id: a for a in case.returns.of(AnswerToWorkspace) if a.answer}
    settled = proposal_answers(case.earlier)
    for row in (r for r in case.returns.of(ForRdg) if r.ref not in settled):
        carried = tuple(w.text for w in row.carries or () if w.meaning != "none")
        yield MatterLine(row, sender_name(row.sender, case.settings), carried, answers.get(row.id))


def unanswered(case: Case) -> Iterator[Unanswered]:
    """Asks and concerns nobody has answered: those of earlier months first, as long as they wait; then this month's."""
    known = tuple(answered(case))
    waiting, done = {a.ref for a in known if not a.answered}, {a.ref for a in known if a.answered}
    for month, returns in (*((r.month, r.returns) for r in case.history), (case.month, case.returns)):
        for voice in returns.of(Voice):
            ref = voice.box_id("ask")
            if voice.ask and (ref in waiting if month < case.month else ref not in done):
                yield Unanswered(ref, sender_name(voice.sender, case.settings), month, voice.ask)
        for row in returns.of(Concern):
            if (row.concern or row.ask) and (row.id in waiting if month < case.month else row.id not in done):
                yield Unanswered(row.id, sender_name(row.sender, case.settings), month, row.ask or "", row.concern or "")
