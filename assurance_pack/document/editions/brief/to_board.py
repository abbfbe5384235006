"""What must go to the Board whatever RDG decides, and why: mandatory items, decisions off course, and what the Board was asked and has not decided."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import in_words, lower_first, many, month_name, number, sentence
from ....model import Word
from ....position.editions.brief import BriefPosition
from ....position.risk_lines import RiskLine
from ....position.whole import Position
from ...blocks import Block, Bullets, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...followed_words import stands
from ...phrases import NO_TITLE, quoted, stated, stopped, told


def to_board(brief: BriefPosition, position: Position) -> Iterator[Block]:
    """A row for each mandatory item that is new, worse or has happened; the others named; then what the Board itself left open."""
    rows = [*_risks(position), *_events(brief, position)]
    still = [line for line in position.risks.open if line.mandatory and not _told(line)]
    off, open_asks = position.log.off_course, position.log.undecided
    yield Paragraph(runs(_lead(len(rows), len(still), len(off), len(open_asks))), style="lead")
    if rows:
        yield Table(
            caption="In a category that must come to the Board: new, worse, or happened",
            columns=(TableColumn(runs("Item"), 0, "id"), TableColumn(runs("What it is"), 7), TableColumn(runs("Why"), 5)),
            rows=tuple(rows),
            summary="Each risk, issue and partner's concern in a category that must come to the Board, with the category and what changed.",
            anchor="must-go",
            style="long",
        )
    if still:
        yield Paragraph((Text("As they were: ", strong=True), *_as_they_were(still), Text(".")))
    if off or open_asks:
        yield Bullets((*((Ref(f.row.ref, strong=True), Text(" "), *stands(f, position.at)) for f in off), *_undecided(position)))


def _lead(rows: int, still: int, off: int, undecided: int) -> str:
    """How much must go, and why: ``Seven items must go to the Board and four more are as they were; two decisions are off course.``"""
    if not (rows or still):
        must = "No item is in a category that must go to the Board"
    elif not rows:
        must = f"{many(still, 'item')} must go to the Board, as before"
    else:
        must = f"{many(rows, 'item')} must go to the Board" + (f", and {number(still)} more as before" if still else "")
    course = f"{many(off, 'earlier decision')} {'is' if off == 1 else 'are'} off course" if off else ""
    waits = f"{many(undecided, 'matter')} asked before {'is' if undecided == 1 else 'are'} not decided" if undecided else ""
    return sentence(must, course, waits)


def _told(line: RiskLine) -> bool:
    return line.worse or line.unscored


def _risks(position: Position) -> Iterator[TableRow]:
    for line in (r for r in position.risks.open if r.mandatory and _told(r)):
        why = f"{_categories_named(line.row.categories or ())}; {_score(line)}"
        yield _item_for_the_board(line.id, (told(line.row, "title", otherwise=NO_TITLE),), why)


def _score(line: RiskLine) -> str:
    """What its score does: ``scored 20 of 25, was 16``."""
    if line.score is None:
        return "score not stated"
    was = f", was {line.before}" if line.before is not None and line.before != line.score else ""
    return f"{'new, ' if line.movement == 'new' else ''}scored {line.score}{was}"


def _events(brief: BriefPosition, position: Position) -> Iterator[TableRow]:
    concerns = position.concerns
    for issue in (*concerns.issues, *concerns.issues_named):
        if issue.categories:
            yield _item_for_the_board(
                issue.row.ref,
                stated(issue.row.issue),
                f"{_categories_named(issue.categories)}; {'has happened' if issue.new else 'still open'}",
            )
    whole_below = {u.ref for u in brief.unanswered}
    for concern in (*concerns.concerns, *concerns.concerns_elsewhere):
        if concern.categories:
            below = (Text("Its concern, whole in section 4.", quiet=True),)
            yield TableRow((
                TableCell((Text(concern.who, strong=True),), (concern.row.id,)),
                TableCell(below if concern.row.id in whole_below else runs(quoted(concern.row.concern or "Not stated"))),
                TableCell(runs(f"{_categories_named(concern.categories)}; a partner’s concern.")),
            ))  # fmt: skip


def _item_for_the_board(ref: str, what: Runs, why: str) -> TableRow:
    return TableRow((TableCell((Ref(ref, strong=True),), (ref,)), TableCell(what), TableCell(runs(stopped(why)))))


def _categories_named(categories: tuple[Word, ...]) -> str:
    return in_words(c.text if n == 0 else lower_first(c.text) for n, c in enumerate(categories))


def _as_they_were(lines: list[RiskLine]) -> Iterator[Run]:
    for n, line in enumerate(lines):
        yield from ((Text("; "),) if n else ())
        yield Ref(line.id)
        yield Text(f", scored {line.score}" if line.score is not None else ", not scored", quiet=True)


def _undecided(position: Position) -> Iterator[Runs]:
    """What the Board was asked and has not decided: ``B-008, asked in June: … Deferred to August.``"""
    for line in position.log.undecided:
        put_off = f" Deferred to {line.deferred_to.name}." if line.deferred_to else " Not decided."
        asked = stopped(line.matter.asked_detail or line.matter.issue or "nothing is stated")
        yield runs(
            Ref(line.matter.ref, strong=True),
            Text(f", asked in {month_name(line.asked_in, position.pack)}: {lower_first(asked)}"),
            Text(put_off, strong=True),
        )
