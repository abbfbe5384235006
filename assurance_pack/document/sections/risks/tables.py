"""The figure and the tables of section 4: where the open risks stand, the ones that matter, and the rest that must be named."""

from __future__ import annotations

from ....assess.small_numbers import IN_QUESTION
from ....english import counted, in_words, lower_first, many, number, upper_first
from ....meanings import RiskLevel, RiskResponse
from ....model import means
from ....position.risk_lines import SCORED_BY, RiskLine
from ....position.risks import RisksPosition
from ....position.whole import Position
from ....returns.workspace import Risk
from ....settings import Settings
from ....short_names import short_name
from ...blocks import Figure, Table, TableCell, TableColumn, TableRow
from ...blocks.drawings import HeatMap, HeatMark
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...figure_data import heat_map_data
from ...followed_words import accepted, accepted_beside
from ...phrases import NO_TITLE, ids, in_question, missing, owner, since_name, stopped, told


def heat_map(position: Position, settings: Settings) -> Figure:
    """Every open risk with a score, with its movement since last time; solid where it is in the table above."""
    part, since = position.risks, since_name(position)
    drawn = [line for line in part.open if line.score and line.row.likelihood and line.row.consequence]
    described = {line.id for line in part.table.shown}
    named = {line.id for line in (*part.table.shown, *part.brief, *part.named)}
    moved = f", with movement since {since}" if since else ""
    drawing = HeatMap(
        marks=tuple(_mark(line, line.id in described, line.id in named) for line in drawn),
        bands=tuple((b.name, b.least, b.most) for b in settings.bands),
        likelihood_words=tuple(_bare(w.word) for w in settings.words("likelihood")),
        consequence_words=tuple(_bare(w.word) for w in settings.words("consequence")),
    )
    return Figure(
        caption=f"{many(len(drawn), 'open risk').capitalize()}{moved}. Solid: controls given above; counted: in the data book",
        drawing=drawing,
        sentence=_heat_sentence(part, since, settings.top_band.name),
        anchor="heat-map",
        data=heat_map_data(drawing),
    )


def _bare(word: str) -> str:
    """The word of an axis without its number, which the map prints itself."""
    return word.lstrip("0123456789 ")


def _mark(line: RiskLine, solid: bool, named: bool) -> HeatMark:
    assert line.row.likelihood
    assert line.row.consequence
    moved_from = line.before_at if line.movement in ("up", "down") else None
    return HeatMark(line.id, line.row.likelihood, line.row.consequence, moved_from, solid, named, short_name(line.row.title or ""))


def _heat_sentence(part: RisksPosition, since: str, top: str) -> Runs:
    if not part.whole:
        known = f"{many(part.extreme, 'risk').capitalize()} reported {'is' if part.extreme == 1 else 'are'} {top}. " if part.extreme else ""
        return runs(f"{known}Only what was reported is drawn: how many risks are {top} is not known.")
    verb = f"{'are' if part.extreme > 1 else 'is'}{'' if part.all_known else ' known to be'}"
    out: list[Run] = [
        Text(f"{number(part.extreme).capitalize() if part.extreme else 'No'} {'risks' if part.extreme > 1 else 'risk'} {verb} {top}.")
    ]
    if since:
        out.append(Text(" "))
        out += [*_those("rose", part.rose, f" since {since}"), Text("; "), *_those("fell", part.fell), Text(".")]
    unseen = len(part.not_reviewed) + len(part.not_scored)
    if unseen:
        out.append(Text(f" {many(unseen, 'risk').capitalize()} without a score this month {'is' if unseen == 1 else 'are'} not drawn."))
    if part.gone:
        out.append(
            Text(
                f" {many(len(part.gone), 'risk').capitalize()} not in this month’s returns {'is' if len(part.gone) == 1 else 'are'} not drawn."
            )
        )
    return tuple(out)


def _those(verb: str, lines: tuple[RiskLine, ...], when: str = "") -> Runs:
    count = number(len(lines)) if lines else "none"
    said = Text(f"{count.capitalize() if when else count} {verb}{when}")
    return (
        (said, Text(" ("), *ids(line.id for line in lines[:6]), Text(f"{f' and {len(lines) - 6} more' if len(lines) > 6 else ''})"))
        if lines
        else (said,)
    )


def risk_table(position: Position, settings: Settings) -> Table:
    """The risks that matter: what could happen, the score and how it moved, inherent and target, controls and the gap."""
    part = position.risks
    every = len(part.table.shown) == len(part.open)
    count = counted(len(part.open), "open risk")
    shown = f"{len(part.table.shown)} of {count} shown, with controls: {_kinds(part.table.shown, part, settings)}"
    return Table(
        caption=f"Open risks, the highest score first (all {count})" if every else shown,
        columns=(
            TableColumn(runs("Risk"), 0, "id"),
            TableColumn(runs("What could happen, and category"), 4.5),
            TableColumn(runs("Score now, and aim"), 2.8),
            TableColumn(runs("Controls, the gap, and owner"), 4.7),
        ),
        rows=tuple(_risk_row(line, position, settings) for line in part.table.shown),
        summary="Each risk with its owner, what could happen, its category, the score now, how it moved, the score aimed for and that without controls, controls and gaps.",
        anchor="risk-table",
        style="long",
    )


def _kinds(lines: tuple[RiskLine, ...], part: RisksPosition, settings: Settings) -> str:
    """How many of what: ``both Extreme, one rising and two others in a mandatory category``. Each counts under the first that it is."""
    top = settings.top_band.name
    rest = [line for line in lines if not line.extreme]
    extreme = len(lines) - len(rest)
    whole = {2: "both"}.get(extreme, f"all {number(extreme)}") if extreme == part.extreme > 1 and part.all_known else number(extreme)
    others = [line for line in rest if not line.worse]
    counts = (
        (extreme, f"{whole} {top}"),
        (sum(line.movement == "new" for line in rest), "{n} new"),
        (sum(line.movement == "up" for line in rest), "{n} rising"),
        (sum(not line.mandatory for line in others), f"{{n}} {top} when last heard of"),
        (sum(line.mandatory for line in others), "{n} {other}in a mandatory category"),
    )
    first = next((words for n, words in counts if n), "")
    return in_words(
        [words.format(n=number(n), other="" if words is first else "other " if n == 1 else "others ") for n, words in counts if n]
    )


def _risk_row(line: RiskLine, position: Position, settings: Settings) -> TableRow:
    row = line.row
    what: list[Run] = [told(row, "title", otherwise=NO_TITLE)]
    if row.changed and line.movement == "up" and not line.brought:
        what.append(Text(f" {stopped(row.changed)}", quiet=True))
    return TableRow(
        (
            TableCell((Ref(line.id, strong=True), *in_question(row)), (line.id,)),
            TableCell((*what, *_risk_categories(line, settings))),
            TableCell((*score(line, since_name(position)), *_aimed_for(row)), value=line.score),
            TableCell((*_controls(line, position), Text(" "), owner(row))),
        )
    )


def _risk_categories(line: RiskLine, settings: Settings) -> Runs:
    """Its categories, in the short form `pack.toml` knows them by, and whether only the Board may accept it."""
    said = [_category_in_short(c.meaning, c.text, settings) for c in line.row.categories or ()]
    if means(line.row.level, RiskLevel.SYSTEM):
        said.append("system risk")
    return (Text(f" {_together(said)}", quiet=True),) if said else ()


def _aimed_for(row: Risk) -> Runs:
    """``Aim 8; 20 without controls``: what is known of the two."""
    known = (f"Aim {row.target}" if row.target else "", f"{row.inherent} without controls" if row.inherent else "")
    said = "; ".join(part for part in known if part)
    return (Break(), Text(said, quiet=True)) if said else ()


def _category_in_short(key: str, name: str, settings: Settings) -> str:
    known = next((c for c in settings.categories if c.key == key), None)
    return known.aliases[0] if known and known.aliases else name


def _together(said: list[str]) -> str:
    """“Sufficiency; financial; system risk”."""
    return "; ".join([*(upper_first(s) for s in said[:1]), *(lower_first(s) for s in said[1:])])


def score(line: RiskLine, since: str) -> Runs:
    """The score with its band, and how it has moved; where nothing was said, so, with last time's named as last time's."""
    then = (Break(), Text(f"{line.before} in {since}", quiet=True)) if line.before and since else ()
    match line.movement:
        case "no update":
            return (Text("No update", strong=True), *then)
        case "not stated":
            return (missing(line.row, *SCORED_BY), *then)
    now = Text(f"{line.score} {line.band}".strip(), strong=True)
    match line.movement:
        case "up" | "down":
            return (now, Text(f", was {line.before}"))
        case "new":
            return (now, Text(", new"))
        case _:
            return (now, Text(", same")) if line.before else (now,)


def _controls(line: RiskLine, position: Position) -> Runs:
    row = line.row
    out: list[Run] = list(runs(stopped(row.controls)) if row.controls else (missing(row, "controls", otherwise="No controls stated."),))
    if row.gaps:
        out += [Text(" Gap: ", strong=True), Text(stopped(row.gaps))]
    if line.accepted:
        out += [Text(" "), *accepted_beside(line.accepted, position.at)]
    elif means(row.level, RiskLevel.SYSTEM) and line.acceptance_in_question:
        out.append(Text(f" In question, {IN_QUESTION}: whether the Board accepted it.", strong=True))
    elif means(row.level, RiskLevel.SYSTEM) and row.decision:
        out += [Text(" Accepted by the Board ("), Ref(row.decision), Text(").")]
    elif means(row.level, RiskLevel.SYSTEM) and means(row.response, RiskResponse.TOLERATE):
        out.append(Text(" Not accepted: only the Board may accept a system risk.", strong=True))
    return tuple(out)


def brief_table(position: Position, settings: Settings) -> Table:
    """The rest of those that must be told of, a line each, as far as there is room."""
    part = position.risks
    alike = all(line.mandatory and not line.extreme and not line.worse for line in part.brief)
    kinds = ": all in a mandatory category" if alike else f": {_kinds(part.brief, part, settings)}"
    return Table(
        caption=f"{number(len(part.brief)).capitalize()} other open risks, without controls{kinds}",
        columns=(
            TableColumn(runs("Risk"), 0, "id"),
            TableColumn(runs("What could happen, and owner"), 8.3),
            TableColumn(runs("Category"), 1.7),
            TableColumn(runs("Score"), 2),
        ),
        rows=tuple(_brief(line, position, settings) for line in part.brief),
        summary="Each remaining risk that must be told of, with what could happen, its owner, its category and its score.",
        anchor="mandatory-risks",
        style="long",
    )


def _brief(line: RiskLine, position: Position, settings: Settings) -> TableRow:
    moved = {"up": f", was {line.before}", "down": f", was {line.before}", "new": ", new"}.get(line.movement, "")
    now: Runs = (Text(f"{line.score} {line.band}".strip(), strong=True), Text(moved)) if line.score else score(line, since_name(position))
    return TableRow(
        (
            TableCell((Ref(line.id, strong=True), *in_question(line.row)), (line.id,)),
            TableCell(
                (
                    told(line.row, "title", otherwise=NO_TITLE),
                    Text(" "),
                    owner(line.row),
                    *((Text(". "), *accepted(line.accepted, position.at)) if line.accepted else ()),
                )
            ),
            TableCell(
                (
                    Text(
                        _together([_category_in_short(c.meaning, c.text, settings) for c in line.row.categories or ()]) or "None",
                        quiet=True,
                    ),
                )
            ),
            TableCell(now, value=line.score),
        )
    )
