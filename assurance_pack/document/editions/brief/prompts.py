"""The prompts of RDG's brief: items and themes by their names, the words they rest on in quotation marks, and RDG's answer where it has given one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....english import many, month_name, number, sentence
from ....model.named_ids import REFERENCE
from ....position.decisions import WORDS_ID
from ....position.editions.brief import BriefPosition
from ....position.editions.to_answer import PromptWithWords, SpokenWords
from ....position.whole import Position
from ....returns.rdg import PromptAnswer
from ...blocks import Block, Paragraph
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...phrases import quoted, stopped, with_refs

BESIDE_A_NAME = re.compile(rf"\s*\({WORDS_ID.pattern}\)")
"""The ID of somebody's words after who said them."""


def prompts(brief: BriefPosition, position: Position) -> Iterator[Block]:
    """A paragraph for each, numbered as on RDG's form."""
    yield Paragraph(runs(_lead(brief)), style="lead")
    for line in brief.prompts:
        yield Paragraph((*_prompt(line, position), *_answer(line.answer, any_answered=brief.prompts_answered > 0)), number="*")


def _lead(brief: BriefPosition) -> str:
    """How much there is to answer: ``Six prompts, one not yet answered. A prompt asks, and decides nothing.``"""
    if not brief.prompts:
        return "No prompts: nothing the sources say is at odds."
    more = f"; {many(brief.prompts_more, 'more prompt')} in the data book" if brief.prompts_more else ""
    return sentence(f"{many(len(brief.prompts), 'prompt')}{left(len(brief.prompts), brief.prompts_answered)}{more}") + (
        " A prompt asks, and decides nothing; RDG answers on its form."
    )


def left(total: int, answered: int) -> str:
    """How many of some things wait: ``, two not yet answered``; ``, none answered yet``."""
    if not total:
        return ""
    if not answered:
        return ", not yet answered" if total == 1 else ", none answered yet"
    waiting = total - answered
    return f", {number(waiting)} not yet answered" if waiting else ", answered" if total == 1 else ", all answered"


def _prompt(line: PromptWithWords, position: Position) -> Runs:
    said: list[Run] = []
    if line.themes and not any(theme in line.problem.sentence for theme in line.themes):
        said.append(Text(f"{'; '.join(line.themes)}. ", strong=True))
    unnamed = [i for i in line.problem.items if REFERENCE.fullmatch(i) and not WORDS_ID.fullmatch(i) and i not in line.problem.sentence]
    for item in unnamed:
        said += [Ref(item, strong=True), Text(": " if item == unnamed[-1] else ", ")]
    said += with_refs(_without_ids(line))
    for spoken in line.spoken:
        said += [Text(" "), *_spoken(spoken, position)]
    return tuple(said)


def _without_ids(line: PromptWithWords) -> str:
    """The sentence with nobody's words called by an ID: whose they are stands in its place, or before it."""
    plainly = BESIDE_A_NAME.sub("", line.problem.sentence)
    who = {s.ref: s.who for s in line.spoken}
    return WORDS_ID.sub(lambda found: who.get(found.group(), "somebody's words"), plainly)


def _spoken(spoken: SpokenWords, position: Position) -> Iterator[Run]:
    when = f", {month_name(spoken.month, position.pack)}" if spoken.month and spoken.month != position.pack else ""
    yield Text(f"{spoken.who}{when}: ", quiet=True)
    for n, piece in enumerate(spoken.words.pieces):
        yield from ((Text(" "),) if n else ())
        yield quoted(piece)


def _answer(given: PromptAnswer | None, *, any_answered: bool) -> Runs:
    """RDG's answer; where it has answered some and not this one, that it has not."""
    if given is None or given.response is None:
        return (Text(" Not yet answered.", strong=True),) if any_answered else ()
    return (Break(), Text("RDG: ", strong=True), *answer_words(given))


def answer_words(given: PromptAnswer) -> Runs:
    """What RDG answered, and by whom: ``Explained. The log counts a call answered when somebody picks up. Chair of RDG.``"""
    by = Text(f" {stopped(given.by)}", quiet=True) if given.by else Text("")
    said = stopped(given.explanation) if given.explanation else "No explanation given."
    return runs(Text(f"{given.response.text if given.response else 'Not stated'}. ", strong=True), said, by)
