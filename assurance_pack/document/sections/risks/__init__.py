"""Section 4: risks identified through the three Workspaces, and RDG's programme risks.

Source: “Risks identified through the three Reform Workspaces” (Board: Assurance, reporting and information flow).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ....assess.small_numbers import IN_QUESTION
from ....english import in_words, many, number, sentence, short_day
from ....meanings import RiskStatus
from ....position.budget import room
from ....position.risk_lines import RiskLine
from ....position.risks import RisksPosition, Unreported
from ....position.whole import Position
from ....returns.workspace import Risk
from ....settings import Settings
from ....short_names import short_name
from ...blocks import Block, Heading, Paragraph
from ...blocks.runs import Ref, Run, Runs, Text, plain, runs
from ...phrases import ids, no_return, since_name, some, stopped
from ...section import Fates, Section
from ..decisions.powers import parameter
from .tables import brief_table, heat_map, risk_table

KEY = "risks"
NAMED = 8
"""IDs named in a sentence before the rest are counted."""
DESCRIBED = 2
"""Risks that left the register, each with the reason, before the rest are named."""


def write(position: Position, settings: Settings) -> Section:
    """Where the risks stand; those that matter, with movement; what is overdue, closed or has happened."""
    part, since, title = position.risks, since_name(position), title_of(settings)
    blocks: tuple[Block, ...] = (
        Heading(2, title, anchor=KEY),
        Paragraph(runs(_lead(part, since, settings)), style="lead"),
        *_categories(part),
        *_reviews(position),
        *_left(part, since, settings),
        *_register(position, settings),
        *_map(position, settings),
    )
    return Section(KEY, title, blocks, tuple(_fates(part).all))


def title_of(settings: Settings) -> str:
    """“Risks identified through the three Workspaces”, with as many as the Board has."""
    count = len(settings.workspaces)
    return f"Risks identified through the {f'{number(count)} Workspaces' if count != 1 else 'Workspace'}"


# ---------- what changed ----------


def _lead(part: RisksPosition, since: str, settings: Settings) -> str:
    said = [_open(part, since, settings)]
    for what, names in (
        ("No return was", [u.name for u in part.unreported if not u.lacks]),
        ("The risks were not", [u.name for u in part.unreported if u.lacks]),
    ):
        if names:
            said.append(f"{what} received from {in_words(names, 'and from')}.")
    return " ".join(said)


def _open(part: RisksPosition, since: str, settings: Settings) -> str:
    count = len(part.open)
    if not part.whole:
        return _known(part, since, settings)
    total = f"{many(count, 'risk').capitalize()} {'is' if count == 1 else 'are'} open"
    if part.gone:
        more = len(part.gone)
        silent = f"{number(more)} more, open in {since}, {'is' if more == 1 else 'are'} not in this month’s returns"
        total = f"{total.removesuffix('open')}known to be open, and {silent}"
    if not since:
        return f"{total}, {_of_them(part.extreme)} {settings.top_band.name}; there is no earlier pack to compare with."
    moves = ((len(part.rose), "rose"), (len(part.fell), "fell"), (len(part.closed), "closed"))
    said = [f"{number(n)} {verb}" for n, verb in moves if n]
    still = [verb for n, verb in moves if not n]
    new = f"{number(len(part.new)) if part.new else 'none'} {'are' if len(part.new) > 1 else 'is'} new"
    if len(still) == len(moves):
        return f"{total}: since {since} none rose, fell or closed, and {new}."
    return f"{total}. Since {since} {in_words([*said, new])}."


def _known(part: RisksPosition, since: str, settings: Settings) -> str:
    """What is known where a register did not come: what was reported, what was open when last heard of, and nothing of the rest."""
    last = sum(u.open for u in part.unreported)
    reported = f"{many(len(part.open), 'open risk').capitalize()} {'was' if len(part.open) == 1 else 'were'} reported"
    silent = f"{many(last, 'more', 'more')} {'was' if last == 1 else 'were'} open when last reported" if last else ""
    moves = ((len(part.rose), "rose"), (len(part.fell), "fell"), (len(part.closed), "closed"))
    said = [f"{number(n)} {verb}" for n, verb in moves if n] if since else []
    of_those = f"Of those reported, {in_words(said)} since {since}. " if said else ""
    unknown = f"How many are open, or {settings.top_band.name}, is not known."
    return f"{sentence(reported, silent)} {of_those}{unknown}"


def _of_them(count: int) -> str:
    return f"{number(count) if count else 'none'} of them"


# ---------- the register ----------


def _register(position: Position, settings: Settings) -> Iterator[Block]:
    part = position.risks
    if not part.open:
        yield Paragraph(
            runs(Text("Open risks. ", strong=True), "None was reported this month." if part.whole else "How many there are is not known."),
            number="*",
        )
        return
    if part.table.shown:
        yield risk_table(position, settings)
    if part.brief:
        yield brief_table(position, settings)
    if part.named:
        yield Paragraph(_rest_by_score(part), style="note", anchor="mandatory-named")
    yield Paragraph(_not_shown(part, settings), style="note")


def _rest_by_score(part: RisksPosition) -> Runs:
    """The rest of the mandatory categories by ID and score: none is left out."""
    out: list[Run] = [
        Text(f"{many(len(part.named), 'more', 'more').capitalize()} in a mandatory category, by score, whole in the data book. Score ")
    ]
    scores = groupby(sorted(part.named, key=lambda line: -(line.score or 0)), key=lambda line: line.score)
    for at, (score, lines) in enumerate(scores):
        out += [Text("; " if at else ""), Text(f"{score}: " if score else "no score: ", strong=True), *ids(line.id for line in lines)]
    return (*out, Text("."))


def _map(position: Position, settings: Settings) -> Iterator[Block]:
    """Last, so that the tables fill the pages and the map stands whole."""
    if any(line.score for line in position.risks.open):
        yield heat_map(position, settings)


def _not_shown(part: RisksPosition, settings: Settings) -> Runs:
    out: list[Run] = [Text("Scores are likelihood times impact, 1 to 25. ")]
    mattering = [line.id for line in part.left_out if line.matters]
    if part.left_out:
        what = (
            "extreme, rising or in a mandatory category"
            if settings.top_band.name == "Extreme"
            else "in the top band, rising or in a mandatory category"
        )
        out.append(Text(f"Not shown: {many(len(part.left_out), 'risk')}, "))
        if mattering:
            out += [Text(f"{number(len(mattering))} of them extreme or rising ("), *some(mattering), Text(")")]
        else:
            out.append(Text(f"none of them {what}"))
        out.append(Text("; all are in the data book. "))
    return (*out, Text(parameter(settings.parameters.score, plain(some(line.id for line in part.beyond)))))


def _categories(part: RisksPosition) -> Iterator[Block]:
    if not part.open:
        return
    counts = "; ".join(f"{category.name.lower()} {count}" for category, count in part.by_category)
    both = " A risk may be in more than one." if sum(count for _, count in part.by_category) > part.mandatory else ""
    reported = "" if part.whole else " reported"
    heading = Text(f"In a mandatory category: {part.mandatory} of {len(part.open)}{reported}. ", strong=True)
    yield Paragraph((heading, Text(f"{counts[:1].upper()}{counts[1:]}.{both}")), number="*", anchor="risk-categories")


def _reviews(position: Position) -> Iterator[Block]:
    """What is overdue for review, has had no update or no score: one paragraph, so that it is read together."""
    part, since = position.risks, since_name(position)
    if not part.open:
        return
    out: list[Run] = [
        Text(
            f"Overdue for review: {len(part.overdue)} of {len(part.open)} reported. "
            if not part.whole
            else f"Overdue for review: {len(part.overdue)} of {len(part.open)}. "
            if part.overdue
            else "Overdue for review: none. ",
            strong=True,
        )
    ]
    first = sorted(part.overdue, key=lambda line: (line.row.next_review or position.at, line.id))
    silent = {line.id for line in part.not_reviewed}
    shown = room(NAMED, len(first))
    named = {line.id for line in first[:shown]}
    for at, line in enumerate(first[:shown]):
        due = short_day(line.row.next_review, position.at) if line.row.next_review else ""
        out += [Text(", " if at else ""), Ref(line.id), Text(f" (due {due}{'; no update' if line.id in silent else ''})")]
    if first:
        out.append(Text(f" and {number(len(first) - shown)} more. " if len(first) > shown else ". "))
    for heading, lines in (
        (f"No update since {since}: " if since else "No update: ", tuple(line for line in part.not_reviewed if line.id not in named)),
        ("No score stated: ", tuple(line for line in part.not_scored if not line.in_question)),
        (f"Score in question, {IN_QUESTION}: ", tuple(line for line in part.not_scored if line.in_question)),
    ):
        if lines:
            out += [Text(heading, strong=True), *some(line.id for line in lines), Text(". ")]
    yield Paragraph(tuple(out), number="*")


def _left(part: RisksPosition, since: str, settings: Settings) -> Iterator[Block]:
    """What is no longer a risk to be managed here, and why; and returns that did not come."""
    kinds = (
        (f"{settings.printed(RiskStatus.CLOSED)}: ", part.closed),
        (f"{settings.printed(RiskStatus.ISSUE)}: ", part.happened),
        ("Managed under another ID: ", part.managed),
    )
    out: list[Run] = [run for heading, rows in kinds if rows for run in (Text(heading, strong=True), *_with_reasons(rows))]
    if part.gone:
        out += [Text(f"Open in {since} and not in this month’s returns: ", strong=True), *some(r.ref for r in part.gone), Text(".")]
    if out:
        yield Paragraph(tuple(out), number="*")
    for missing in part.unreported:
        yield Paragraph(_missing(missing), number="*")


def _with_reasons(rows: tuple[Risk, ...]) -> Iterator[Run]:
    for row in rows[:DESCRIBED]:
        yield Ref(row.ref)
        if row.managed_by:
            yield Text(" (now ")
            yield Ref(row.managed_by)
            yield Text(")")
        named = short_name(row.title or "")
        yield Text(
            f" {named}. {stopped(row.changed)} "
            if named and row.changed
            else f", {stopped(row.changed or row.title or 'nothing more stated')} "
        )
    if len(rows) > DESCRIBED:
        yield Text("Also: ")
        yield from some(r.ref for r in rows[DESCRIBED:])
        yield Text(", in the data book. ")


def _missing(missing: Unreported) -> Runs:
    start: Runs = (no_return("Risks not received" if missing.lacks else "No return received"), Text(f" from {missing.name}"))
    if not missing.open:
        return (*start, Text(": what it would say of risk is not known."))
    open_then = f": {many(missing.open, 'risk')} open when it last reported {'has' if missing.open == 1 else 'have'} no score this month"
    if not missing.mandatory:
        return (*start, Text(f"{open_then}."))
    return (
        *start,
        Text(f"{open_then}, {number(len(missing.mandatory))} of them in a mandatory category ("),
        *ids(missing.mandatory),
        Text(")."),
    )


def _fates(part: RisksPosition) -> Fates:
    fates = Fates(KEY)
    described: list[RiskLine] = [*part.table.shown, *part.brief]
    fates.printed(*(line.row for line in described))
    fates.summarised(*(line.row for line in part.named), why="named with its score; whole in the data book")
    fates.summarised(*(line.row for line in part.left_out))
    fates.printed(*part.closed[:DESCRIBED], *part.happened[:DESCRIBED], *part.managed[:DESCRIBED])
    fates.summarised(*part.closed[DESCRIBED:], *part.happened[DESCRIBED:], *part.managed[DESCRIBED:], *part.closed_before)
    return fates
