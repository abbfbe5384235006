"""The table of page 1: what the Board is alerted to, advised of and assured of, and which returns came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ....english import in_words, many, number, upper_first
from ....meanings import StatementKind
from ....position.budget import Share
from ....position.month import Alert, MonthPosition
from ....position.risk_lines import RiskLine
from ....returns.rdg import Statement
from ....settings import Settings
from ....settings.plan import Theme
from ...blocks import Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...followed_words import accepted_briefly
from ...phrases import stopped
from .asked import about_mandatory, in_panel, scored
from .decided_in_brief import decided_in_brief, waiting
from .returns_in_brief import returns_in_brief

NAMED = 10
"""IDs given on page 1 before the rest are counted."""

BESIDE_DESCRIBED = 5
"""Of these, those that are new or worse and for whose words there is no room: others of them are described above."""

CONTESTED = 3
"""Themes on which sources disagree that are named; all stand in section 8."""

LONG = ("V-", "P-", "B-")
"""What the IDs of matters and of families' or partners' words begin with: these are given by the place they are printed in."""

RESTS_ON = 1
"""References given beside a statement on page 1; all of them are in the data book."""


def in_brief(part: MonthPosition, settings: Settings, at: date, *, terse: bool = False) -> Table:
    """The table of page 1: the same rows every month; where sources disagree has one only in a month in which they do.

    Args:
        part: what it says.
        settings: for the names of its rows.
        at: the position date.
        terse: whether it leaves out in which section or table the whole stands, which the contents say too.
    """
    together = bool(part.assure.left_out) and not part.assure.shown and bool(part.advise.shown)
    lines = (
        ("Alert", tuple(_parted(_alerts(part, at, terse=terse)))),
        (settings.printed(StatementKind.ADVISE), tuple(_parted(_statements(part.advise, part, counted=not together)))),
        (
            settings.printed(StatementKind.ASSURE),
            _only_counted(part, settings) if together else tuple(_parted(_statements(part.assure, part))),
        ),
        *([("Sources", (*_contested(part), *_in("triangulation", terse=terse)))] if part.contested or part.disputed_themes else []),
        *(
            [("Decided", (*decided_in_brief(part, at), *_in("log", terse=terse)))]
            if part.off_course or part.course_not_known or part.course_asked or part.may_be_decided or waiting(part)
            else []
        ),
        ("Returns", (*returns_in_brief(part), *(() if terse else (Text("("), Ref("", target="about"), Text(")"))))),
    )
    spoken = {"Alert": tuple(a.ref for a in part.alerts.shown)}
    return Table(
        caption="In brief",
        caption_shown=False,
        columns=(TableColumn(runs("In brief"), 0), TableColumn(runs("What to know"), 12)),
        rows=tuple(TableRow((TableCell((Text(name, strong=True),), spoken.get(name, ())), TableCell(said))) for name, said in lines),
        summary="What the Board is alerted to, advised of and assured of, and which returns came.",
        anchor="in-brief",
        style="brief",
    )


def _in(section: str, *, terse: bool) -> Runs:
    """`` (section 9).``: where the whole stands; the full stop alone where there is no room to say so."""
    return (Text("."),) if terse else (Text(" ("), Ref("", target=section), Text(")."))


def _parted(lines: Iterable[Runs]) -> Iterator[Run]:
    for at, line in enumerate(lines):
        if at:
            yield Break()
        yield from line


def _alerts(part: MonthPosition, at: date, *, terse: bool) -> Iterator[Runs]:
    if not part.alerts.total:
        asked = " beyond what the Board is asked to decide" if part.asked else ""
        none = f"Nothing in a mandatory category is new or worse{asked}."
        yield runs(none if not part.gaps.missing else "What is new or worse in a mandatory category is not known: a return did not come.")
    for alert in part.alerts.shown:
        yield _alert(alert, at, terse=terse)
    yield from _named_alerts(part)
    in_asks = {ref for matter in in_panel(part) for ref in about_mandatory(matter, part)}
    brought = tuple(ref for ref in part.brought if ref not in in_asks)
    given = {ref for share in (part.advise, part.assure) for s in share.shown for ref in (s.linked or ())[:RESTS_ON]}
    risks, *rest = _by_kind([ref for ref in part.unchanged if ref not in given])
    for line in ((risks, ("Not heard of this month", part.unheard)), *((kind,) for kind in rest), (("Asked about in section 2", brought),)):
        said: list[Run] = []
        for opening, refs in line:
            if refs:
                said += [*([Text(" ")] if said else []), Text(f"{opening}. ", strong=True), *_short_names(refs, part)]
        if said:
            yield tuple(said)


NAMED_ALERTS = {
    "matter": ("more matter to note", "more matters to note"),
    "risk": ("more risk, new or worse", "more risks, new or worse"),
    "issue": ("more event", "more events"),
    "concern": ("more concern", "more concerns"),
}
"""What an alert is called that finds no room for its words."""


def _named_alerts(part: MonthPosition) -> Iterator[Runs]:
    """What is new or worse and is only named, a line for each kind of thing; a concern by whose it is."""
    room = BESIDE_DESCRIBED
    for kind, (one, several) in NAMED_ALERTS.items():
        refs = [a.ref for a in part.alerts.left_out if a.kind == kind]
        if refs:
            yield (
                Text(f"{many(len(refs), one, several).capitalize()}: ", strong=True),
                *_short_names(refs, part, max(1, min(room, len(refs)))),
            )
            room -= len(refs)


def _by_kind(refs: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """What is open and no worse, a line for each kind of thing."""
    kinds = {"R-": "Risks also open", "X-": "Events also open"}
    for begins, opening in kinds.items():
        yield opening, [ref for ref in refs if ref.startswith(begins)]
    yield "Also open", [ref for ref in refs if not ref.startswith(tuple(kinds))]


def _short_names(refs: Sequence[str], part: MonthPosition, most: int = NAMED) -> Runs:
    """Short names with their IDs as far as page 1 bears, what is Extreme with its score; beyond that a count, each of them being named in section 4 or 7."""
    more = len(refs) - most
    out: list[Run] = []
    for ref in refs[:most]:
        name, line = part.names.get(ref, ""), part.risks.get(ref)
        score = f", {scored(line)}" if line and line.extreme_as_known else ""
        out += [Text(f"{'; ' if out else ''}{name}{' (' if name else ''}"), Ref(ref, target=ref), Text(f"{score}{')' if name else ''}")]
    if more <= 0:
        return (*out, Text("."))
    return (
        *out,
        Text(f" and {number(more)} more, in "),
        Ref("", target="risks"),
        Text(" and "),
        Ref("", target="concerns"),
        Text("."),
    )


KINDS = {"matter": "To note", "issue": "Event", "concern": "Concern"}
"""What kind of thing an alert is: a risk may happen, an event has."""


def _alert(alert: Alert, at: date, *, terse: bool) -> Runs:
    """What kind it is, what it says, and where: a risk with its score and how it moved. What has a long ID is known by its words where there is no room to say where."""
    kind = KINDS.get(alert.kind) or ("New risk" if alert.risk and alert.risk.movement == "new" else "Risk")
    said = stopped(alert.says) if alert.says else "What it is about is not stated."
    if terse and alert.says and alert.ref.startswith(LONG):
        return (Text(f"{kind}. ", strong=True), Text(said))
    return (Text(f"{kind}. ", strong=True), Text(f"{said} ("), *_linked([alert.ref]), Text(f"{_score(alert.risk, at)})"))


def _score(line: RiskLine | None, at: date) -> str:
    """Beside a risk's ID its score and how it moved, and that it is accepted."""
    return "" if line is None else f", {scored(line)}" + (f"; {accepted_briefly(line.accepted, at)}" if line.accepted else "")


def _contested(part: MonthPosition) -> Runs:
    """The themes on which one source is at ease and another is not, and those on which only what is called complete is disputed."""
    said = [f"{words} {_themes(found)}" for words, found in (
        ("they disagree on", part.contested), ("what is called complete is disputed on", part.disputed_themes),
    ) if found]  # fmt: skip
    return (Text(upper_first("; ".join(said))),)


def _themes(found: tuple[Theme, ...]) -> str:
    more = len(found) - CONTESTED
    about = [f"“{theme.in_short}”" for theme in found[:CONTESTED]]
    return in_words([*about, *([many(more, "more theme")] if more > 0 else [])])


def _linked(refs: Iterable[str]) -> Runs:
    """Items by their ID, each a link, or by the place they are printed in."""
    out: list[Run] = []
    for ref in refs:
        out += [*([Text(", ")] if out else []), Ref("" if ref.startswith(LONG) else ref, target=ref)]
    return tuple(out)


def _only_counted(part: MonthPosition, settings: Settings) -> Runs:
    """Where nothing RDG assures of finds room: how many statements there are, with those it advises of that find none."""
    advise = settings.printed(StatementKind.ADVISE)
    more = f"; {number(len(part.advise.left_out))} more under {advise}" if part.advise.left_out else ""
    return (Text(f"{many(len(part.assure.left_out), 'statement').capitalize()}{more}: data book."),)


def _statements(share: Share[Statement], part: MonthPosition, *, counted: bool = True) -> Iterator[Runs]:
    for statement in share.shown:
        last = statement is share.shown[-1]
        more = f" {number(len(share.left_out)).capitalize()} more: data book." if counted and share.left_out and last else ""
        said = stopped(statement.statement) if statement.statement else "Statement not given."
        rests_on = (Text(" ("), *_linked(statement.linked[:RESTS_ON]), Text(")")) if statement.linked else ()
        doubt = part.doubted.get(statement.at)
        but = (Text(f" But {doubt} ("), Ref("", target="triangulation"), Text(").")) if doubt else ()
        yield (Text(said), *rests_on, *but, *((Text(more),) if more else ()))
    if share.left_out and not share.shown:
        yield runs(f"{many(len(share.left_out), 'statement').capitalize()}, in the data book.")
    if not share.total:
        yield runs("RDG makes no such statement this month." if part.received else "No return came from RDG, so it makes no statement.")
