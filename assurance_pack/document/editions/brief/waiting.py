"""What waits for RDG's word: proposals of Workspaces, asks and concerns nobody has answered, and challenges, each in full."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import in_words, lower_first, many, month_name, sentence, short_day
from ....model import day
from ....position.challenges import ChallengeLine
from ....position.editions.brief import BriefPosition
from ....position.editions.to_answer import MatterLine, Unanswered
from ....position.whole import Position
from ....returns.rdg import AnswerToWorkspace, Direction, PromptAnswer
from ...blocks import Block, Bullets, Heading, Paragraph
from ...blocks.runs import Ref, Runs, Text, runs
from ...phrases import ids, quoted, stopped
from ...sections.log.challenges import answer_awaited
from .prompts import answer_words, left


def waiting(brief: BriefPosition, position: Position) -> Iterator[Block]:
    """Proposals first, then what families, settings and partners said, then the Board's challenges; last, what RDG has said already."""
    log = position.log
    challenges = [c for c in (*log.challenges, *log.challenges_not_shown) if not c.closed and not c.answers]
    yield Paragraph(runs(_lead(brief, challenges)), style="lead")
    if brief.matters or brief.answers_alone:
        yield Heading(3, "What the Workspaces propose")
        yield Bullets((*(_matter(m) for m in brief.matters), *(_alone(a) for a in brief.answers_alone)))
    if brief.unanswered:
        yield Heading(3, "What families, settings and partners said")
        yield Bullets(tuple(_unanswered(u, brief) for u in brief.unanswered))
    if challenges:
        yield Heading(3, "What the Board has challenged")
        yield Bullets(tuple(_challenge(c, position) for c in challenges))
    if brief.directions or brief.answers_elsewhere:
        yield Heading(3, "What RDG has said already")
        yield Bullets((*(_direction(d) for d in brief.directions), *(_settled(a) for a in brief.answers_elsewhere)))


def _lead(brief: BriefPosition, challenges: list[ChallengeLine]) -> str:
    """How much waits: ``Three proposals, three carrying significant risk, all answered; six asks and concerns and one challenge wait.``"""
    matters = len(brief.matters)
    carrying = (
        f"{many(brief.carrying, 'of them', 'of them')} carrying significant risk" if brief.carrying else "none carrying significant risk"
    )
    proposals = (
        f"{many(matters, 'proposal')}, {carrying}{left(matters, matters - brief.matters_unanswered)}"
        if matters
        else "no Workspace proposes anything"
    )
    asks = many(len(brief.unanswered), "ask or concern", "asks and concerns") if brief.unanswered else ""
    asked = many(len(challenges), "challenge") if challenges else ""
    total = len(brief.unanswered) + len(challenges)
    waits = (
        f"{in_words(p for p in (asks, asked) if p)} {'waits' if total == 1 else 'wait'} for an answer" if total else "nothing else waits"
    )
    return sentence(proposals, waits)


def _matter(matter: MatterLine) -> Runs:
    row = matter.row
    carries = f"Carries {in_words(c.lower() for c in matter.carries)} risk." if matter.carries else "Carries no significant risk."
    asks = f" It asks: {stopped(lower_first(row.recommendation))}" if row.recommendation else ""
    return runs(
        Ref(row.ref, strong=True), f", {matter.name}: {stopped(row.proposal or 'nothing is stated')} ", Text(carries, quiet=True), asks,
        Text(" RDG: ", strong=True), *_rdgs(matter.answer),
    )  # fmt: skip


def _rdgs(answer: AnswerToWorkspace | None) -> Runs:
    if answer is None or answer.answer is None:
        return (Text("not yet answered.", strong=True),)
    return runs(
        f"{answer.answer.text.lower() if answer.answer.meaning != 'to_board' else 'to the Board'}. ",
        stopped(answer.detail) if answer.detail else "",
    )


def _alone(answer: AnswerToWorkspace) -> Runs:
    return runs(Ref(answer.ref, strong=True), " is not among this month’s proposals. ", Text("RDG: ", strong=True), *_rdgs(answer))


def _unanswered(said: Unanswered, brief: BriefPosition) -> Runs:
    """Somebody's words, whole: ``Schools Forum, May: “The top-up review is late.” It asks: “A date.”``"""
    when = f", {month_name(said.month, brief.month)}" if said.month != brief.month else ""
    ask: Runs = (Text(" It asks: " if said.concern else "", quiet=True), quoted(said.ask)) if said.ask else ()
    return runs(Text(f"{said.who}{when}: ", strong=True), *((quoted(said.concern),) if said.concern else ()), *ask)


def _challenge(line: ChallengeLine, position: Position) -> Runs:
    on = f", {short_day(line.on, position.at)}" if line.on else ""
    waited = "" if line.answers else f" Answer: {lower_first(answer_awaited(line, position.at))}"
    return runs(
        Ref(line.ref, strong=True), f", {line.raised_by or 'the Board'} to {line.to or 'nobody named'}{on}: ", quoted(line.asked or "Not stated"),
        Text(waited, strong=True),
    )  # fmt: skip


def _direction(row: Direction) -> Runs:
    who = row.workspace.text if row.workspace else "Workspace not stated"
    what = row.direction.text.lower() if row.direction else "direction not stated"
    start = f", from {day(row.from_date)}" if row.from_date else ""
    about: Runs = (*ids(row.linked), Text(". ")) if row.linked else ()
    return runs(Text(f"To {who}: ", strong=True), f"{what}{start}. ", *about, stopped(row.detail) if row.detail else "")


def _settled(answer: PromptAnswer) -> Runs:
    """An answer to something no longer raised, by what it was about."""
    _, _, items = (answer.key or "").partition(":")
    about = [i for i in items.split(",") if "-" in i]
    return runs("On ", *(ids(about) if about else (Text("an earlier prompt"),)), ": ", *answer_words(answer))
