"""Section 5: what quality assurance found, what is still to be done and checked, and whether the indicators move by more than chance."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import compared, counted, in_words, lower_first, many, month_name, number, sentence, share_of, short_day
from ....meanings import FindingStatus
from ....model import means
from ....position.quality import FindingLine, IndicatorLine, QualityPosition
from ....position.whole import Position
from ....returns.workspace import QAFinding
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...indicator_words import figure
from ...phrases import in_question, missing, owner, since_name, told
from ...section import Fate, Fates, Section
from .control_chart import control_charts
from .indicator_table import indicator_table

KEY = "quality"
TITLE = "Quality assurance"
NAMED = 2
"""Overdue findings that are named; the rest are counted."""
ORDINALS = {"1": "1st line", "2": "2nd line", "3": "3rd line"}


def write(position: Position, settings: Settings) -> Section:
    """Findings received, what is still to be done about them, the key indicators over time, and every indicator's variation and target."""
    quality = position.quality
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(quality, since_name(position))), style="lead"),
        *_findings(quality, position, settings),
        *_to_do(quality, position),
        *control_charts(quality.drawn, position.at),
        *indicator_table(quality, settings, position.at),
        *_beside(quality),
    )
    return Section(KEY, TITLE, blocks, _fates(quality))


def _lead(quality: QualityPosition, since: str) -> str:
    concern = (
        f", {number(quality.received_concern)} of them {'a concern' if quality.received_concern == 1 else 'concerns'}"
        if quality.received_concern
        else ""
    )
    if quality.received == 1:
        concern = ", a concern" if quality.received_concern else ""
    new = f" since {since}" if since else ""
    if not quality.whole and not quality.received:
        return sentence("what quality assurance found is not known", _newly(quality))
    came = f"{many(quality.received, 'finding')} {'was' if quality.received == 1 else 'were'} received{new}{concern}"
    to_do = ""
    if quality.registered:
        so = ("still needs action", "still need action")
        to_do = share_of(quality.loops_open, quality.registered, "finding", so=so, not_so="needs no more action")
        to_do += compared(quality.loops_open, quality.loops_before, since) if quality.whole and not quality.away else " of those reported"
    return sentence(came, to_do, _newly(quality))


def _newly(quality: QualityPosition) -> str:
    named = [f"newly {_how(line)}: {lower_first(line.indicator.in_short)}" for line in quality.newly[:2]]
    more = len(quality.newly) - len(named)
    return in_words([*named, *([f"{number(more)} more indicators changed too"] if more > 0 else [])])


def _how(line: IndicatorLine) -> str:
    if line.trend and line.trend.plain:
        return f"at {line.trend.plain}" if line.trend.plain.startswith("the ") else line.trend.plain
    return line.variation


# ---------- findings ----------


def _findings(quality: QualityPosition, position: Position, settings: Settings) -> Iterator[Block]:
    month = position.pack.short
    if not quality.findings:
        yield Paragraph(
            (
                Text("Findings. ", strong=True),
                Text(f"None was received in {month}." if quality.whole else "What was found is not known: a return did not come."),
            ),
            number="*",
        )
        return
    shown = f" ({len(quality.findings)} of {quality.received} shown; the rest are in the data book)" if quality.findings_not_shown else ""
    yield Table(
        caption=f"Findings received in {month}{shown}",
        columns=(
            TableColumn(runs("Finding, owner"), 0, "id"),
            TableColumn(runs("What was found, and theme"), 5.2),
            TableColumn(runs("Activity, sample"), 3.2),
            TableColumn(runs("Assurance"), 1.8),
            TableColumn(runs("Acted on?"), 1.8),
        ),
        rows=tuple(_finding(line, position, settings) for line in quality.findings),
        summary="Findings not reported before: what was found and its theme, the activity and its sample, the assurance it gives, and whether what it led to is done and checked.",
        anchor="findings",
        style="long",
    )
    yield from _grades(quality)


def _finding(line: FindingLine, position: Position, settings: Settings) -> TableRow:
    row = line.row
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True), *in_question(row), Break(), owner(row)), (row.ref,)),
            TableCell(_found(line, settings)),
            TableCell(_sampled(line)),
            TableCell(_assured(line)),
            TableCell(_closed(line, position)),
        )
    )


def _found(line: FindingLine, settings: Settings) -> Runs:
    row = line.row
    theme = next((t.in_short for t in settings.themes if row.theme and t.id == row.theme.meaning), "")
    reading: Runs = (Text(f"{row.reading.text}. ", strong=True),) if row.reading else ()
    return (*reading, told(row, "finding"), *((Text(f" {theme}", quiet=True),) if theme else ()))


def _sampled(line: FindingLine) -> Runs:
    row = line.row
    activity = row.activity.text if row.activity else row.report or ""
    of_size = "[q], in question" if row.in_question("sample") else f"of {line.sample}" if line.sample else "not stated"
    said = f"{activity} {of_size}" if activity.endswith("sample") else f"{activity}, sample {of_size}".removeprefix(", ")
    return (Text(said), *((Text(". Small: indicative."),) if line.small else ()))


def _grades(quality: QualityPosition) -> Iterator[Block]:
    """Where plans or practice were graded, how many had each grade."""
    graded = [
        f"{line.row.ref}, {', '.join(f'{count} {name.lower()}' for name, count in line.grades)}" for line in quality.findings if line.grades
    ]
    if graded:
        yield Paragraph(runs(f"Grades: {'; '.join(graded)}."), style="note")


def _assured(line: FindingLine) -> Runs:
    row = line.row
    if row.assurance is None:
        return (missing(row, "assurance"),)
    which = ORDINALS.get(row.line.meaning, row.line.text) if row.line else ""
    return (Text(row.assurance.text, strong=True), *((Text(f", {which}"),) if which else ()))


def _closed(line: FindingLine, position: Position) -> Runs:
    due, so_far = line.row.due, "In hand" if means(line.row.status, FindingStatus.IN_HAND) else "No"
    if line.closed:
        return (Text("Yes"),)
    if line.days_overdue:
        return (Text(f"{so_far}. Overdue {many(line.days_overdue, 'day')}", strong=True),)
    if due is None:
        return (Text(f"{so_far}. "), missing(line.row, "due", otherwise="No date set"))
    return (Text(f"{so_far}. Due {short_day(due, position.at)}"),)


def _to_do(quality: QualityPosition, position: Position) -> Iterator[Block]:
    if not quality.registered:
        return
    overdue = f", {number(quality.loops_overdue)} overdue" if quality.loops_overdue else ""
    said: list[Run] = [
        Text(f"Still to be done and checked: {quality.loops_open} of {counted(quality.registered, 'finding')}{overdue}. ", strong=True)
    ]
    said += _overdue(quality, position)
    for at, finding in enumerate(quality.away[:NAMED]):
        due = f", due {short_day(finding.due, position.at)}" if finding.due else ""
        said += [Text("; " if at else "Open when last reported, and not heard of since: "), *_by_name(finding, position), Text(due)]
    if quality.away:
        more = len(quality.away) - NAMED
        said.append(Text(f"; and {many(more, 'more', 'more')}. " if more > 0 else ". "))
    if quality.oldest and quality.oldest_since and quality.oldest not in quality.overdue[:NAMED]:
        since = month_name(quality.oldest_since, position.pack)
        said += [Text("The oldest, "), *_by_name(quality.oldest, position), Text(f", has been open since {since}. ")]
    if quality.received:
        so = ("has families’ feedback in it", "have families’ feedback in them")
        said.append(
            Text(
                sentence(
                    share_of(
                        quality.received_with_feedback, quality.received, "new finding", so=so, not_so="has no feedback of families in it"
                    )
                )
            )
        )
    yield Paragraph(tuple(said), number="*", anchor="still-to-do")


def _overdue(quality: QualityPosition, position: Position) -> Iterator[Run]:
    """The longest overdue by name and day, before anything else is named; the rest counted."""
    if not quality.overdue:
        return
    yield Text("Overdue: ")
    for at, finding in enumerate(quality.overdue[:NAMED]):
        due = f" (due {short_day(finding.due, position.at)})" if finding.due else ""
        yield from (*((Text("; "),) if at else ()), *_by_name(finding, position), Text(due))
    more = len(quality.overdue) - NAMED
    yield Text(f"; and {many(more, 'more', 'more')}. " if more > 0 else ". ")


def _by_name(finding: QAFinding, position: Position) -> Runs:
    name = position.names.get(finding.ref, "")
    return (Ref(finding.ref), Text(f" {name}" if name else ""))


# ---------- published figures, beside and never against ----------


def _beside(quality: QualityPosition) -> Iterator[Block]:
    """Published figures, each with its own period and source, and our own over twelve months where one month has few."""
    parts = [part for line in quality.indicators for part in _published(line)]
    if parts:
        yield Paragraph(runs(f"For reference, not compared (periods and methods differ): {'; '.join(parts)}."), style="note")


def _published(line: IndicatorLine) -> Iterator[str]:
    name = line.indicator.in_short
    benchmark = line.indicator.benchmark
    rolling = f"over twelve months {figure(line.trend.rolling, line.indicator)}" if line.trend and line.trend.rolling is not None else ""
    source = f" ({benchmark.source})" if benchmark and benchmark.source else ""
    published = f"{benchmark.label} {_benchmark(line)} in {benchmark.period}{source}" if benchmark else ""
    if rolling or published:
        yield f"{name}, {', '.join(part for part in (rolling, published) if part)}"


def _benchmark(line: IndicatorLine) -> str:
    """As published: with the places it was published with, whatever our own figures are rounded to."""
    benchmark = line.indicator.benchmark
    if benchmark is None:
        return ""
    places = len(f"{benchmark.value:g}".partition(".")[2])
    return figure(benchmark.value, line.indicator.model_copy(update={"decimals": places}))


def _fates(quality: QualityPosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    fates.printed(*(line.row for line in quality.findings), *quality.figures_latest)
    fates.summarised(*quality.findings_not_shown)
    fates.summarised(
        *quality.findings_before, why="printed in an earlier pack; counted among those still to be done, whole in the data book"
    )
    fates.summarised(*quality.figures_earlier, why="an earlier period, in the limits of its indicator; whole in the data book")
    return tuple(fates.all)
