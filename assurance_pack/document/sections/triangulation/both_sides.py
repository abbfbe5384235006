"""Where lenses disagree: what is said on each side with its source, and what RDG has said of the difference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....english import lower_first, many, month_name, number
from ....model import Month
from ....position.both_sides import Contradiction, Evidence, Excerpt
from ....position.budget import room
from ....position.explained import Explanation
from ....position.triangulation import TriangulationPosition
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...phrases import quoted, some

SAID = {
    "confirmed": "RDG confirms it",
    "explained": "RDG explains",
    "corrected": "RDG has put it right",
    "to_board": "RDG takes it to the Board",
}
ANSWERS = 2
"""What RDG has said of one theme, the first of it: the rest is whole in the data book, as every answer is."""


def both_sides(found: TriangulationPosition, beside: date) -> Iterator[Block]:
    """The table of contradictions, none where sources do not disagree. A month is named where it is not that of `beside`."""
    if not found.contradictions:
        return
    yield Table(
        caption=f"{many(found.contradictions_count, 'contradiction').capitalize()}: both sides",
        columns=(TableColumn(runs("Theme"), 0), TableColumn(runs("On the one side"), 6), TableColumn(runs("On the other"), 6)),
        rows=tuple(_sides(c, beside) for c in found.contradictions),
        summary="Themes on which one lens is positive and another a concern: what is said on each side, with its source. No side is preferred.",
        anchor="contradictions",
        style="long",
    )


def told(clash: Contradiction) -> tuple[Explanation, ...]:
    """What RDG has said of a contradiction, as far as there is room."""
    return clash.answers[: room(ANSWERS, len(clash.answers))]


def explained(found: TriangulationPosition, pack: Month) -> Iterator[Block]:
    """What RDG has said of each, in its own words: it stands where the difference stands, and settles nothing."""
    for clash in found.contradictions:
        for explanation in told(clash):
            answer, given = explanation.answer, explanation.given
            when = f" (in {month_name(given, pack)})" if given != pack else ""
            said = SAID.get(answer.response.meaning if answer.response else "", "RDG says")
            by = f" {answer.by}." if answer.by else ""
            yield Paragraph(
                (
                    Text(f"{clash.theme.in_short}. ", strong=True),
                    Text(f"{said}{when}: "),
                    quoted(answer.explanation or ""),
                    Text(by, quiet=True),
                ),
                number="*",
            )
        if more := len(clash.answers[len(told(clash)) :]):
            yield Paragraph(
                runs(Text(f"{many(more, 'more answer').capitalize()} of RDG on {clash.theme.in_short}, in the data book.", quiet=True)),
                style="note",
            )


def also_disputed(found: TriangulationPosition) -> Iterator[Block]:
    """Where sources do not contradict each other and what is called complete is disputed: what, and what stands against it."""
    for one in found.disputed:
        against = (*(f.ref for f in one.findings), *(c.ref for c in one.challenges))
        yield Paragraph(
            (
                Text(f"{one.theme.in_short}: complete, and disputed. ", strong=True),
                *some(s.id for s in one.done),
                Text(". Against it: "),
                *some(against),
                Text("."),
            ),
            number="*",
        )


def _sides(clash: Contradiction, beside: date) -> TableRow:
    return TableRow(
        (
            TableCell((Text(clash.theme.in_short, strong=True),)),
            TableCell(_side(clash.positive, clash.more_positive, beside), _rows(clash.positive)),
            TableCell(_side(clash.concern, clash.more_concern, beside), _rows(clash.concern)),
        )
    )


def _side(evidence: tuple[Evidence, ...], more: int, beside: date) -> Runs:
    out: list[Run] = []
    for one in evidence:
        out += [*((Text(" "),) if out else ()), *_evidence(one, beside)]
    if more:
        out.append(Text(f" And {number(more)} more, in the data book.", quiet=True))
    return tuple(out)


def _evidence(one: Evidence, beside: date) -> Runs:
    mark = " (s)" if one.suggested else ""
    if one.words:
        return (*_excerpt(one.words), Text(f" {one.source}{_when(one.dated, beside)}{mark}.", quiet=True))
    says = Text(one.says.rstrip("."))
    if one.ref:
        return (says, Text(" ("), Ref(one.ref, target=one.ref), Text(")."))
    return (says, Text(f" ({lower_first(one.source)}).", quiet=True))


def _excerpt(words: Excerpt) -> Runs:
    """Each piece a quotation of its own, and how many sentences are not among them."""
    out: list[Run] = []
    for piece in words.pieces:
        out += [*((Text(" "),) if out else ()), quoted(piece)]
    said = (
        f" (and {many(words.left_out, 'more sentence')})" if out else f"({many(words.left_out, 'long sentence')}, whole in the data book)"
    )
    more = Text(said, quiet=True)
    return (*out, *((more,) if words.left_out else ()))


def _when(dated: date | None, beside: date) -> str:
    """The month, where it is not the month of the pack."""
    if dated is None or (dated.year, dated.month) == (beside.year, beside.month):
        return ""
    return f", {month_name(Month.of(dated), Month.of(beside))}"


def _rows(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(e.ref for e in evidence if e.ref)
