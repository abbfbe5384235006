"""One page of system-level assurance for the body the Board reports to.

“Reports to the Coventry Health and Wellbeing Board and provides system level assurance on SEND and AP” (Board: Governance position).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...assess.outcomes import OutcomeKind
from ...english import first_sentence, in_words, lower_first, many, number, share_of, short_day
from ...position.decisions import Matter
from ...position.editions.hwb import GroupLine, HwbPosition
from ...position.risk_lines import RiskLine
from ...position.whole import Position
from ...settings import Settings
from ...settings.plan import Theme
from ..assemble import Front, meets
from ..blocks import Block, Callout, CalloutItem, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Ref, Run, Runs, Text, runs
from ..followed_words import accepted_briefly
from ..naming import with_names
from ..phrases import NO_TITLE, quoted, since_name, status, stopped
from ..section import Section
from ..sections.month import key_figures, what_changed
from .spelt_out import spelt_out

TITLE = "System assurance"
KEY = "assurance"
PANEL = "We ask"
NBSP = "\u00a0"
COMES_TO = {
    OutcomeKind.CONTRADICTION: "Sources disagree",
    OutcomeKind.CORROBORATED_CONCERN: "Concern, sources agree",
    OutcomeKind.CORROBORATED_ASSURANCE: "Assurance, families agree",
    OutcomeKind.UNTESTED: "Positive, not yet tested with families",
}


def front(position: Position, settings: Settings) -> Front:
    """Whom it is for, when the Board meets, and how new it is."""
    board = settings.board
    marking = f"{board.marking} {board.handling}".strip()
    facts = (
        ("Marking", marking, 0.0), ("For", board.onward_body, 6.0), ("Board meets", meets(position), 6.0),
    )  # fmt: skip
    return Front(facts, marking, one_page=True)


def sections(hwb: HwbPosition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The page: the story, what is asked, five figures, and six rows that are the same every month."""
    title = "Where SEND and alternative provision stand"
    blocks: tuple[Block, ...] = (
        Heading(2, title, anchor=KEY),
        Paragraph(runs(_story(position, settings)), style="lead"),
        *_asked(hwb, position),
        key_figures(position, settings),
        _table(hwb, position, settings),
    )
    known = {*settings.board.name.split(), "RDG"}
    told = (*hwb.asked.shown, *hwb.decided.shown, *(m.row for m in hwb.to_be_asked.shown))
    names = {**position.names, **{row.ref: "" for row in told}}  # their IDs stand behind their own words
    return spelt_out(with_names((Section(KEY, title, blocks),), names), settings, known)


def _story(position: Position, settings: Settings) -> str:
    part = position.month
    return stopped(part.story) if part.headline else what_changed(position, settings)


# ---------- what is asked ----------


def _asked(hwb: HwbPosition, position: Position) -> Iterator[Block]:
    """What the Board has decided to escalate; what it has yet to decide is marked so. A panel for nothing would only shout."""
    items = [
        CalloutItem((Text(stopped(d.decision or "What is asked is not stated"), strong=True),), _why(d.ref, d.rationale))
        for d in hwb.asked.shown
    ]
    items += [CalloutItem((Text(_proposal(m), strong=True),), _undecided(m, position)) for m in hwb.to_be_asked.shown]
    if more := len(hwb.asked.left_out) + len(hwb.to_be_asked.left_out):
        items.append(CalloutItem(runs(f"{many(more, 'more', 'more').capitalize()}, in the Board’s pack.")))
    if items:
        yield Callout(PANEL, tuple(items))


def _nothing(hwb: HwbPosition, position: Position, settings: Settings) -> Iterator[tuple[str, Iterable[Runs]]]:
    if hwb.asked.total or hwb.to_be_asked.total:
        return
    if not (position.decisions.received and position.log.received):
        yield PANEL, [runs(f"Not known: no return came from the {settings.rdg.name}, or no Board log.")]
    elif hwb.exempt_asked:
        yield (
            PANEL,
            [
                runs(
                    f"{many(hwb.exempt_asked, 'matter').capitalize()} for the {settings.board.onward_body} cannot be told in public papers."
                )
            ],
        )
    else:
        yield PANEL, [runs(Text(f"Nothing is asked of the {settings.board.onward_body} this month.", strong=True))]


def _why(ref: str, rationale: str | None) -> Runs:
    return runs(f"Decided by the Board ({ref}). {stopped(rationale)}" if rationale else f"Decided by the Board ({ref}).")


def _proposal(matter: Matter) -> str:
    row = matter.row
    return stopped(row.asked_detail or first_sentence(row.issue or "") or "What would be asked is not stated")


def _undecided(matter: Matter, position: Position) -> Runs:
    on = f" on {short_day(position.meeting, position.at)}" if position.meeting else ""
    return runs(f"Not yet asked: the Board is to decide{on} whether to escalate this ({matter.row.ref}).")


# ---------- six rows ----------


def _table(hwb: HwbPosition, position: Position, settings: Settings) -> Table:
    rows: tuple[tuple[str, Iterable[Runs]], ...] = (
        *_nothing(hwb, position, settings),
        ("Confidence", _confidence(hwb, position, settings)),
        ("Decisions", _decisions(hwb, position)),
        ("System risk", _risks(hwb, settings, position)),
        ("Assurance", _outcomes(hwb)),
        ("Voices", _voices(hwb)),
        ("Returns", _returns(hwb)),
    )
    return Table(
        caption="In brief",
        caption_shown=False,
        columns=(TableColumn(runs("In brief"), 0), TableColumn(runs(f"What the {settings.board.onward_body} should know"), 12)),
        rows=tuple(TableRow((TableCell((Text(name, strong=True),)), TableCell(_parted(said)))) for name, said in rows),
        summary="Delivery confidence, the Board's decisions, system risk, what the sources come to, what families and settings ask, and which returns came.",
        anchor="in-brief",
        style="tight",
    )


def _parted(lines: Iterable[Runs]) -> Runs:
    out: list[Run] = []
    for line in lines:
        out += [*((Break(),) if out else ()), *line]
    return tuple(out)


def _confidence(hwb: HwbPosition, position: Position, settings: Settings) -> Iterator[Runs]:
    """RDG's reason, where its headline has not told the story above; then the priorities by how sure it is of each."""
    line = hwb.confidence
    if line is None or line.now is None:
        yield runs("The Reform Delivery Group has not stated its confidence this month.")
    elif line.reason and not position.month.headline:
        yield runs(stopped(line.reason))
    out: list[Run] = []
    for level in hwb.levels:
        if level.word is not None or len(hwb.levels) > 1:
            names = in_words(level.priorities)
            out += [*((Text("; "),) if out else ()), status(level.word, settings, "confidence"), Text(f": {names}")]
    if out:
        yield (*out, Text("."))


def _decisions(hwb: HwbPosition, position: Position) -> Iterator[Runs]:
    since = since_name(position)
    for decision in hwb.decided.shown:
        yield runs(Text("Decided. ", strong=True), f"{stopped(decision.decision or 'Decision not stated')} ({decision.ref})")
    if hwb.decided.left_out:
        yield runs(f"{many(len(hwb.decided.left_out), 'more decision').capitalize()}, in the Board’s pack.")
    if not hwb.decided.total and not position.log.received:
        yield runs("What was decided is not known: no Board log was received.")
    elif hwb.exempt_decided:
        yield runs(f"{many(hwb.exempt_decided, 'decision').capitalize()} cannot be told in public papers.")
    elif not hwb.decided.total:
        yield runs(f"No decision was taken since {since}." if since else "No decision is on record yet.")
    if hwb.to_decide.total:
        more = [many(len(hwb.to_decide.left_out), "more", "more")] if hwb.to_decide.left_out else []
        asked = "; ".join([_bare(m) for m in hwb.to_decide.shown] + more)
        on = f" on {short_day(position.meeting, position.at)}" if position.meeting else ""
        yield runs(Text(f"To be decided{on}. ", strong=True), f"{asked[:1].upper()}{asked[1:]}.")


def _bare(matter: Matter) -> str:
    text = _proposal(matter).rstrip(".")
    return lower_first(text)


def _risks(hwb: HwbPosition, settings: Settings, position: Position) -> Iterator[Runs]:
    total, whole = hwb.risks.total, position.risks.whole
    if not total and not whole:
        yield runs("Not known: not every register of risks came.")
        return
    if not total:
        yield runs("No open system risk falls in a mandatory category.")
        return
    extreme = hwb.system_extreme
    how_many = "" if extreme == total == 1 else "all " if extreme == total else f"{number(extreme)} "
    top = f", {how_many}{settings.top_band.name}" if extreme else ""
    accepted = f"the Board has accepted {number(len(hwb.accepted)) if hwb.accepted else 'none'}"
    known = "" if whole else " known (not every register came)"
    start = Text(f"{many(total, 'system risk').capitalize()}{known} in a mandatory category{top}; {accepted}")
    yield (start, Text(" ("), *_refs(hwb.accepted), Text(").")) if hwb.accepted else (start, Text("."))
    yield from (_risk(line, settings, position.at) for line in hwb.risks.shown)
    if hwb.risks.left_out:
        yield (Text("Also: "), *_refs([line.id for line in hwb.risks.left_out]), Text("."))


def _risk(line: RiskLine, settings: Settings, at: date) -> Runs:
    """A risk with its categories and its score: ``Sufficiency. Building schemes slip, so places are late (R-CAP-004, 20, up).``"""
    shorter = {str(c.key): next(iter(c.aliases), c.name) for c in settings.categories}
    categories = "; ".join(shorter.get(c.meaning, c.text) for c in line.row.categories or ())
    moved = {"up": f",{NBSP}up", "down": f",{NBSP}down", "new": f",{NBSP}new"}.get(line.movement, "")
    score = f"{line.score}{moved}" if line.score else "no score this month"
    title = (line.row.title or NO_TITLE).rstrip(".")
    kept = f"; {accepted_briefly(line.accepted, at)}" if line.accepted else ""
    return (Text(f"{categories}. ", strong=True), Text(f"{title} ("), Ref(line.id), Text(f", {score}{kept})."))


def _refs(refs: Sequence[str]) -> Runs:
    out: list[Run] = []
    for ref in refs[:8]:
        out += [*((Text(", "),) if out else ()), Ref(ref)]
    return (*out, Text(f" and {number(len(refs) - 8)} more")) if len(refs) > 8 else tuple(out)


def _outcomes(hwb: HwbPosition) -> Iterator[Runs]:
    if not hwb.outcomes:
        yield runs("On no theme do two kinds of source speak this month.")
    for kind, themes in hwb.outcomes:
        yield runs(Text(f"{COMES_TO[kind]}: ", strong=True), f"{_themes_named(themes)}.")
    if hwb.gaps:
        yield runs(f"On {many(hwb.gaps, 'theme')} the plan rests on, data, professionals or families were not heard.")


def _themes_named(themes: Sequence[Theme]) -> str:
    return "; ".join(t.in_short for t in themes)


def _voices(hwb: HwbPosition) -> Iterator[Runs]:
    for line in hwb.groups.shown:
        yield _voice(line)
    if hwb.groups.left_out:
        yield runs(f"{many(len(hwb.groups.left_out), 'more group').capitalize()}, in the Board’s pack.")
    if not hwb.groups.total:
        yield runs("No group is expected to speak.")


def _voice(line: GroupLine) -> Runs:
    name = Text(f"{line.name}: ", strong=True)
    if line.says:
        more = (Text(f" (and {many(line.more, 'more sentence')}, in the Board’s pack)", quiet=True),) if line.more else ()
        return (name, quoted(line.says), *more)
    match line.state:
        case "nil" | "blank" if line.speaks:
            return (name, Text("will speak at the Board’s meeting; its form has no words."))
        case "nil":
            return (name, Text("nothing this month."))
        case "blank":
            return (name, Text("its form came without words."))
        case "silent":
            return (name, Text("no return received: a gap in assurance, not an absence of concern."))
    why = "its words are in the Board’s pack" if line.agreed else "it has not agreed to be quoted; its words are in the Board’s pack"
    return (name, Text(f"{why}."))


def _returns(hwb: HwbPosition) -> Iterator[Runs]:
    came = (
        share_of(hwb.came, hwb.expected, "return", so=("came", "came"), not_so="did not come") if hwb.expected else "no return is expected"
    )
    missing = f" No return received from {in_words(hwb.missing, 'and from')}." if hwb.missing else ""
    lacking = "".join(f" {name}’s came without {in_words(titles)}." for name, titles in hwb.lacking)
    yield runs(f"{came[:1].upper()}{came[1:]}.{missing}{lacking} All of it stands in the Board’s pack.")
