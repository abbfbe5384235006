"""What the Board may wish to ask, and what RDG was asked of items in a mandatory category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....english import many
from ....position.mandatory import PromptLine
from ....position.triangulation import EnquiryLine, TriangulationPosition
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...phrases import some, stopped
from .through_lenses import LENS

VOICE = re.compile(r"V-[\w-]*\w")
"""The ID of a group's words, in the sentence of a rule."""


def enquiry(found: TriangulationPosition) -> Iterator[Block]:
    """The questions the Board may wish to ask, each with where it comes from."""
    if not found.enquiry:
        return
    yield Heading(3, "Lines of enquiry the Board may wish to pursue", anchor="enquiry")
    for line in found.enquiry:
        yield Paragraph((Text(f"{line.question} "), *_sources(line)), number="*")


def _sources(line: EnquiryLine) -> Runs:
    """Where a question comes from, in grey after it."""
    out: list[Run] = [Text("; ".join(line.sources), quiet=True)] if line.sources else []
    if line.refs:
        out += [
            *((Text("; ", quiet=True),) if out else ()),
            *(replace(r, quiet=True) for r in some(line.refs) if isinstance(r, Ref | Text)),
        ]
    if line.silent and not out:
        out.append(Text(f"Gap: {LENS[line.silent]}", quiet=True))
    return tuple(out)


def prompts(found: TriangulationPosition, position: Position, settings: Settings) -> Iterator[Block]:
    """The questions RDG was asked of items in a mandatory category, with its answers; how many stand elsewhere."""
    if found.prompts:
        yield Table(
            caption=f"Questions put to RDG on items in a mandatory category ({found.prompts_answered} of {len(found.prompts)} answered)",
            columns=(
                TableColumn(runs("Items"), 0, "id"),
                TableColumn(runs("What the sources say"), 8.5),
                TableColumn(runs("RDG’s answer"), 3.5),
            ),
            rows=tuple(_prompt(line, position, settings) for line in found.prompts),
            summary="Each question the sources raise on an item in a mandatory category, and RDG's answer, or that it has not yet answered.",
            anchor="prompts",
            style="long",
        )
    if found.prompts_elsewhere:
        more = found.prompts_elsewhere
        said = (
            "One more question, on another item, stands"
            if more == 1
            else f"{many(more, 'more question').capitalize()}, on other items, stand"
        )
        yield Paragraph(runs(f"{said} in RDG’s edition."), style="note")


def _prompt(line: PromptLine, position: Position, settings: Settings) -> TableRow:
    """The items it is about, each by its name; a theme, and a group's words, are named in the question itself."""
    items: list[Run] = []
    for item in (i for i in line.problem.items if i not in {t.id for t in settings.themes}):
        items += [*((Break(),) if items else ()), Ref(item, target=item, strong=True), Text(f" {position.names.get(item, '')}", quiet=True)]
    said = VOICE.sub(lambda found: position.names.get(found[0], found[0]), line.problem.sentence)
    return TableRow((TableCell(tuple(items), line.problem.items), TableCell(runs(said)), TableCell(_answer(line))))


def _answer(line: PromptLine) -> Runs:
    answer = line.answer
    if answer is None or answer.response is None:
        return (Text("Not yet answered.", strong=True),)
    by = f" {answer.by}." if answer.by else ""
    said = stopped(answer.explanation) if answer.explanation else "No explanation given."
    return (Text(f"{answer.response.text}. ", strong=True), Text(said), *((Text(by, quiet=True),) if by else ()))
