"""The table of page 1: what the Board is alerted to, advised of and assured of, and which returns came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ....assess.small_numbers import IN_QUESTION
from ....english import in_words, many, number
from ....meanings import StatementKind
from ....position.budget import Share
from ....position.gaps import Gaps
from ....position.month import Alert, MonthPosition
from ....position.risks import RiskLine
from ....returns.rdg import Statement
from ....settings import Settings
from ...blocks import Break, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ...followed_words import accepted_briefly
from ...phrases import stopped

NAMED = 10
"""IDs given on page 1 before the rest are counted."""

QUESTIONED_NAMED = 4
"""Figures in question named on page 1; section 10 gives the cells of all."""

RESTS_ON = 1
"""References given beside a statement on page 1; all of them are in the data book."""


def in_brief(part: MonthPosition, settings: Settings, at: date) -> Table:
    """The table of page 1: four rows, always the same."""
    lines = (
        ("Alert", tuple(_parted(_alerts(part, at)))),
        (settings.printed(StatementKind.ADVISE), tuple(_parted(_statements(part.advise, part.received)))),
        (settings.printed(StatementKind.ASSURE), tuple(_parted(_statements(part.assure, part.received)))),
        ("Returns", tuple(_parted(_returns(part)))),
    )
    spoken = {"Alert": tuple(a.ref for a in part.alerts.shown)}
    return Table(
        caption="In brief",
        caption_shown=False,
        columns=(TableColumn(runs("In brief"), 0), TableColumn(runs("What the Board should know, and where to read it"), 12)),
        rows=tuple(TableRow((TableCell((Text(name, strong=True),), spoken.get(name, ())), TableCell(said))) for name, said in lines),
        summary="What the Board is alerted to, advised of and assured of, and which returns came.",
        anchor="in-brief",
        style="brief",
    )


def _parted(lines: Iterable[Runs]) -> Iterator[Run]:
    for at, line in enumerate(lines):
        if at:
            yield Break()
        yield from line


def _alerts(part: MonthPosition, at: date) -> Iterator[Runs]:
    if not part.alerts.total:
        asked = " beyond what the Board is asked to decide" if part.asked else ""
        none = f"Nothing in a mandatory category is new or worse{asked}."
        yield runs(none if not part.missing else "What is new or worse in a mandatory category is not known: a return did not come.")
    for alert in part.alerts.shown:
        yield _alert(alert, at)
    if part.alerts.left_out:
        yield (
            Text(f"{number(len(part.alerts.left_out)).capitalize()} more, new or worse: "),
            *_named([a.ref for a in part.alerts.left_out]),
        )
    if part.unchanged:
        yield (Text("Also open in a mandatory category: "), *_named(part.unchanged))


def _named(refs: Sequence[str]) -> Runs:
    """IDs as far as page 1 bears; beyond that a count, each of them being named in section 4 or 7."""
    more = len(refs) - NAMED
    if more <= 0:
        return (*_linked(refs), Text("."))
    return (
        *_linked(refs[:NAMED]),
        Text(f" and {number(more)} more, in "),
        Ref("", target="risks"),
        Text(" and "),
        Ref("", target="concerns"),
        Text("."),
    )


def _alert(alert: Alert, at: date) -> Runs:
    label = "; ".join(alert.labels)
    out: list[Run] = [Text(f"{label}. ", strong=True)] if label else []
    out.append(Text(f"{stopped(alert.says) if alert.says else 'What it is about is not stated.'} ("))
    return (*out, *_linked([alert.ref]), Text(f"{_score(alert.risk, at)})"))


def _score(line: RiskLine | None, at: date) -> str:
    """Beside a risk's ID, how its score rose, that it is new, or what its score was where this month's cannot be told; and that it is accepted."""
    return "" if line is None else _moved(line) + (f"; {accepted_briefly(line.accepted, at)}" if line.accepted else "")


def _moved(line: RiskLine) -> str:
    if line.unscored:
        now = IN_QUESTION if line.in_question else "not stated"
        return f", score {now}, {f'{line.before} last time' if line.before else 'new'}"
    return f", {line.before} to {line.score}" if line.movement == "up" else ", new"


def _linked(refs: Iterable[str]) -> Runs:
    """Items by their ID, each a link; matters and families' or partners' words by the place they are printed in, their IDs being long."""
    out: list[Run] = []
    for ref in refs:
        out += [*([Text(", ")] if out else []), Ref("" if ref.startswith(("V-", "P-", "B-")) else ref, target=ref)]
    return tuple(out)


def _statements(share: Share[Statement], received: bool) -> Iterator[Runs]:
    for statement in share.shown:
        said = stopped(statement.statement) if statement.statement else "Statement not given."
        rests_on = (Text(" ("), *_linked(statement.linked[:RESTS_ON]), Text(")")) if statement.linked else ()
        yield (Text(said), *rests_on)
    if share.left_out:
        yield runs(f"{many(len(share.left_out), 'more statement').capitalize()} of RDG in the data book.")
    if not share.total:
        yield runs("RDG makes no such statement this month." if received else "No return came from RDG, so it makes no statement.")


def _returns(part: MonthPosition) -> Iterator[Runs]:
    gaps = part.gaps
    out: list[Run] = []
    if part.missing:
        out.append(Text(f"{gaps.came} of {gaps.expected} returns came. "))
        gap = "a gap" if len(part.missing) == 1 else "gaps"
        out += [
            Text("No return received", strong=True),
            Text(f" from {in_words(part.missing, 'and from')}: {gap} in assurance, not an absence of concern. "),
        ]
    else:
        out.append(Text(f"All {number(gaps.expected)} returns came. "))
    if part.disputed:
        out += [Text("Two files that differ", strong=True), Text(f" came as the return of {in_words(part.disputed, 'and of')}. ")]
    out += _in_question(gaps)
    unread = len(gaps.not_stated)
    if unread:
        out.append(Text(f"{many(unread, 'cell').capitalize()} {'is' if unread == 1 else 'are'} not stated. "))
    yield (*out, Text("("), Ref("", target="about"), Text(")"))


def _in_question(gaps: Gaps) -> list[Run]:
    """How many values are in question and of what: none of them is printed as fact, here or anywhere."""
    found = gaps.in_question
    if not found:
        return []
    more = len(found) - QUESTIONED_NAMED
    named = "; ".join(doubt.of for doubt in found[:QUESTIONED_NAMED]) + (f"; {number(more)} more" if more > 0 else "")
    return [Text(f"{many(len(found), 'figure').capitalize()} in question, [q]", strong=True), Text(f": {named}. ")]
