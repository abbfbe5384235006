"""What RDG's brief asks of it: prompts with the cells they rest on, what the Workspaces bring, what RDG has answered and directed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....english import in_words, lower_first, many, number, sentence
from ....model import Cell, day
from ....position.editions.brief import BriefPosition, MatterLine
from ....position.mandatory import PromptLine
from ....returns.rdg import AnswerToWorkspace, Direction, PromptAnswer
from ...blocks import Block, Break, Bullets, Heading, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ...phrases import ids, stopped

PLACES = 3
"""Cells named beside a prompt; the rest are counted, and stand on RDG's form."""


def answers(brief: BriefPosition) -> Iterator[Block]:
    """The prompts with RDG's answers, what the Workspaces bring, and what RDG has directed."""
    yield Paragraph(runs(_asked(brief)), style="lead")
    if brief.prompts:
        yield Table(
            caption="Prompts: a prompt asks, and decides nothing",
            columns=(TableColumn(runs("Items"), 0, "id"), TableColumn(runs("What the sources say, and where"), 8), TableColumn(runs("RDG’s answer"), 4)),
            rows=tuple(_prompt(p) for p in brief.prompts),
            summary="Each prompt with the items it is about, what the sources say, the cells it rests on, and RDG's answer.",
            anchor="prompts",
            style="long",
        )  # fmt: skip
    if brief.answers_elsewhere:
        yield Heading(3, "Answers to questions that no longer stand")
        yield Bullets(tuple(_settled(a) for a in brief.answers_elsewhere))
    if brief.matters or brief.answers_alone:
        yield Heading(3, "What the Workspaces bring")
    for matter in brief.matters:
        yield Paragraph(_matter(matter), number="*", anchor=matter.row.ref)
    for alone in brief.answers_alone:
        yield Paragraph(_alone(alone), number="*")
    if brief.directions:
        yield Heading(3, "What RDG has directed")
        yield Bullets(tuple(_direction(d) for d in brief.directions))


def _asked(brief: BriefPosition) -> str:
    """How much there is to answer: ``Six prompts, one not yet answered; three proposals of Workspaces, all answered.``"""
    more = f"; {many(brief.prompts_more, 'more prompt')} in the data book" if brief.prompts_more else ""
    prompts = f"{many(len(brief.prompts), 'prompt')}{_left(len(brief.prompts), brief.prompts_answered)}{more}"
    matters = len(brief.matters)
    answered = matters - brief.matters_unanswered
    carrying = f"{number(brief.carrying)} carrying significant risk" if brief.carrying else "none carrying significant risk"
    proposals = (
        f"{many(matters, 'proposal')} of Workspaces, {carrying}{_left(matters, answered)}" if matters else "no Workspace proposes anything"
    )
    return sentence(prompts, proposals)


def _left(total: int, answered: int) -> str:
    if not total:
        return ""
    waiting = total - answered
    return f", {number(waiting)} not yet answered" if waiting else ", answered" if total == 1 else ", all answered"


def _prompt(line: PromptLine) -> TableRow:
    problem = line.problem
    themes = [i for i in problem.items if "-" not in i]
    items: list[Run] = [Text(", ".join(themes), strong=True)] if themes else []
    for item in (i for i in problem.items if i not in themes):
        items += [*((Break(),) if items else ()), Ref(item, strong=True)]
    items += [*((Break(),) if items else ()), Text(problem.rule, quiet=True)]
    said = runs(problem.sentence, Break(), Text(places(problem.cells), quiet=True)) if problem.cells else runs(problem.sentence)
    return TableRow((TableCell(tuple(items), problem.items), TableCell(said), TableCell(_answer(line.answer))))


def places(cells: Iterable[Cell]) -> str:
    """Cells, each file named once: ``PCF June.docx; Board log June 2026.xlsx › Actions!F5, Actions!F9 and 3 more``."""
    listed = list(cells)
    by_file: dict[str, list[str]] = {}
    for cell in listed[:PLACES]:
        by_file.setdefault(cell.file, []).append(f"{cell.sheet}!{cell.ref}" if cell.ref else cell.sheet)
    said = "; ".join(f"{file} › {', '.join(refs)}" if any(refs) else file for file, refs in by_file.items())
    return f"{said} and {number(len(listed) - PLACES)} more" if len(listed) > PLACES else said


def _answer(answer: PromptAnswer | None) -> Runs:
    if answer is None or answer.response is None:
        return (Text("Not yet answered.", strong=True),)
    by = Text(f" {stopped(answer.by)}", quiet=True) if answer.by else Text("")
    return runs(
        Text(f"{answer.response.text}. ", strong=True), stopped(answer.explanation) if answer.explanation else "No explanation given.", by
    )


def _settled(answer: PromptAnswer) -> Runs:
    """An answer to something no longer raised, under the key it was filed by."""
    rule, _, items = (answer.key or "").partition(":")
    return (*ids(items.split(",") if items else ()), Text(f" {rule}: ", quiet=True), *_answer(answer))


def _matter(matter: MatterLine) -> Runs:
    row = matter.row
    carries = f"Carries {in_words(c.lower() for c in matter.carries)} risk." if matter.carries else "Carries no significant risk."
    asks = f" It asks: {stopped(lower_first(row.recommendation))}" if row.recommendation else ""
    return runs(
        Ref(row.ref, strong=True), f" {matter.name}: {stopped(row.proposal or 'nothing is stated')} ", Text(carries, quiet=True), asks,
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


def _direction(row: Direction) -> Runs:
    who = row.workspace.text if row.workspace else "Workspace not stated"
    what = row.direction.text.lower() if row.direction else "direction not stated"
    start = f", from {day(row.from_date)}" if row.from_date else ""
    about: Runs = (*ids(row.linked), Text(". ")) if row.linked else ()
    return runs(Text(f"{who}: ", strong=True), f"{what}{start}. ", *about, stopped(row.detail) if row.detail else "")
