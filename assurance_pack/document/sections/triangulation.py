"""Section 8: every theme through three lenses, both sides where they disagree, and what the Board may wish to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...assess.outcomes import OutcomeKind
from ...english import compared, lower_first, many, month_name, number, sentence
from ...model import Lens, Month
from ...position import Position
from ...position.budget import room
from ...position.explained import Explanation
from ...position.mandatory import PromptLine
from ...position.triangulation import Contradiction, EnquiryLine, Evidence, Excerpt, LensSays, ThemeLine, TriangulationPosition
from ...settings import Settings
from ...settings.plan import Theme
from ..blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Break, Ref, Run, Runs, Sign, Text, runs
from ..phrases import quoted, since_name, some, stopped
from ..section import Fate, Fates, Section

VOICE = re.compile(r"V-[\w-]*\w")
"""The ID of a group's words, in the sentence of a rule."""
KEY = "triangulation"
TITLE = "Triangulation"
WORD = {"positive": "Positive", "concern": "Concern", "weak": "Weak concern", "mixed": "Mixed", "none": "No signal"}
LENS = {Lens.DATA: "data", Lens.PROFESSIONAL: "professional", Lens.LIVED: "lived"}
HEADS = {Lens.DATA: "Data", Lens.PROFESSIONAL: "Professional", Lens.LIVED: "Lived"}
METHOD = "Where the three lenses disagree, both sides are printed; none outranks another. Gap: a lens says nothing of a theme the plan depends on."


def write(position: Position, settings: Settings) -> Section:
    """Contradictions first, then every theme, then the lines of enquiry and what RDG was asked of mandatory items."""
    found = position.triangulation
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(found, since_name(position))), style="lead"),
        Paragraph(runs(METHOD, _confirmed(found)), number="*"),
        *_contradictions(found, position.at),
        *_explained(found, position.pack),
        *_themes(found, position.at),
        *_enquiry(found),
        *_prompts(found, position, settings),
    )
    return Section(KEY, TITLE, blocks, _fates(found))


def _lead(found: TriangulationPosition, since: str) -> str:
    if not found.themes_heard:
        return "No source said anything of any theme."
    n = found.contradictions_count
    moved = compared(n, found.contradictions_before, since)
    heard = many(found.themes_heard, "theme")
    of_one = "sources disagree on the one theme heard" if n else "sources do not disagree on the one theme heard"
    said = (of_one if found.themes_heard == 1 else f"sources disagree on {number(n) if n else 'none'} of {heard}") + moved
    concerns = f"on {number(found.corroborated_concerns)} they agree that there is a concern" if found.corroborated_concerns else ""
    return sentence(said, concerns)


def _confirmed(found: TriangulationPosition) -> str:
    """How far the themes of people's own words rest on a person, and how far on keywords."""
    total = len(found.suggestions)
    if not total:
        return ""
    done = found.suggestions_confirmed
    if done == total:
        return " A person has confirmed every theme suggested for somebody’s words."
    return f" (s): a theme suggested by its words, which nobody has confirmed yet: {number(total - done)} of {number(total)}."


# ---------- both sides ----------


def _contradictions(found: TriangulationPosition, beside: date) -> Iterator[Block]:
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


SAID = {
    "confirmed": "RDG confirms it",
    "explained": "RDG explains",
    "corrected": "RDG has put it right",
    "to_board": "RDG takes it to the Board",
}


ANSWERS = 2
"""What RDG has said of one theme, the first of it: the rest is whole in the data book, as every answer is."""


def _told(clash: Contradiction) -> tuple[Explanation, ...]:
    return clash.answers[: room(ANSWERS, len(clash.answers))]


def _explained(found: TriangulationPosition, pack: Month) -> Iterator[Block]:
    """What RDG has said of each, in its own words: it stands where the difference stands, and settles nothing."""
    for clash in found.contradictions:
        for explanation in _told(clash):
            answer, given = explanation.answer, explanation.given
            when = f" (in {month_name(given, pack)})" if given != pack else ""
            said = SAID.get(answer.response.meaning if answer.response else "", "RDG says")
            by = f" {answer.by}." if answer.by else ""
            yield Paragraph(
                (
                    Text(f"{_short(clash.theme)}. ", strong=True),
                    Text(f"{said}{when}: "),
                    quoted(answer.explanation or ""),
                    Text(by, quiet=True),
                ),
                number="*",
            )
        if more := len(clash.answers[len(_told(clash)) :]):
            yield Paragraph(
                runs(Text(f"{many(more, 'more answer').capitalize()} of RDG on {_short(clash.theme)}, in the data book.", quiet=True)),
                style="note",
            )


def _sides(clash: Contradiction, beside: date) -> TableRow:
    return TableRow(
        (
            TableCell((Text(_short(clash.theme), strong=True),)),
            TableCell(_side(clash.positive, clash.more_positive, beside), _rows(clash.positive)),
            TableCell(_side(clash.concern, clash.more_concern, beside), _rows(clash.concern)),
        )
    )


def _side(evidence: tuple[Evidence, ...], more: int, beside: date) -> Runs:
    out: list[Run] = []
    for one in evidence:
        out += [*((Text(" "),) if out else ()), *_said(one, beside)]
    if more:
        out.append(Text(f" And {number(more)} more, in the data book.", quiet=True))
    return tuple(out)


def _said(one: Evidence, beside: date) -> Runs:
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


def _short(theme: Theme) -> str:
    return theme.short or theme.name


# ---------- every theme ----------


def _themes(found: TriangulationPosition, beside: date) -> Iterator[Block]:
    if not found.themes:
        return
    said = [line for line in found.themes if line.kind is not OutcomeKind.NO_SIGNAL or line.gaps]
    silent = [_short(line.theme) for line in found.themes if line not in said]
    last = {line.kind: i for i, line in enumerate(said)}
    yield Table(
        caption=f"{many(len(said), 'theme').capitalize()} through three lenses",
        columns=(
            TableColumn(runs("Theme"), 1.6),
            *(TableColumn(runs(HEADS[lens]), 2.6 if lens is Lens.DATA else 2, "status") for lens in Lens),
            TableColumn(runs("Outcome"), 3.8),
        ),
        rows=tuple(_theme(line, last[line.kind] == i, beside) for i, line in enumerate(said)),
        summary="Each theme: what data, professional insight and lived experience say of it, and what that comes to. Contradictions come first.",
        anchor="themes",
        style="tight",
    )
    if silent:
        yield Paragraph(runs(f"No signal, and none needed by the plan: {'; '.join(silent)}."), style="note")


def _theme(line: ThemeLine, end: bool, beside: date) -> TableRow:
    lenses = (TableCell(_lens(says, says.lens in line.gaps, beside)) for says in line.lenses)
    return TableRow((TableCell(runs(_short(line.theme))), *lenses, TableCell(_outcome(line, beside))), end)


def _lens(says: LensSays, gap: bool, beside: date) -> Runs:
    """What a lens says, with the month of a figure that is not this month's; where it is silent, whether the plan depends on hearing it."""
    if says.direction == "none":
        return (Text("Gap"),) if gap else (Text("No signal", quiet=True),)
    month = (Text(f", {month_name(Month.of(says.as_of), Month.of(beside))}"),) if says.as_of else ()
    return (Sign(says.direction, WORD[says.direction] + (" (s)" if says.suggested else ""), "old" if says.old else ""), *month)


def _outcome(line: ThemeLine, beside: date) -> Runs:
    detail = ""
    if line.kind is OutcomeKind.STALE and line.newest:
        detail = f": newest from {month_name(Month.of(line.newest), Month.of(beside))}"
    elif line.kind is OutcomeKind.SINGLE_SOURCE and line.only:
        detail = f": {LENS[Lens(line.only)]}"
    elif line.kind is OutcomeKind.NO_SIGNAL:
        return (Text(line.kind.value, quiet=True),)
    return (Text(line.kind.value, strong=line.kind is OutcomeKind.CONTRADICTION), *((Text(detail),) if detail else ()))


# ---------- what may be asked ----------


def _enquiry(found: TriangulationPosition) -> Iterator[Block]:
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


def _prompts(found: TriangulationPosition, position: Position, settings: Settings) -> Iterator[Block]:
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


def _fates(found: TriangulationPosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    told = {id(e.answer) for clash in found.contradictions for e in _told(clash)} | {id(p.answer) for p in found.prompts}
    under = {id(e.answer) for clash in found.contradictions for e in clash.answers}
    for answer in found.answers:  # this month's: an earlier one that stands here is a row of its own month
        if id(answer) in told:
            fates.printed(answer)
        elif id(answer) in under:
            fates.summarised(answer)
        else:
            fates.held_back(answer, why="answers to other prompts: in RDG’s edition")
    fates.summarised(*found.suggestions, why="counted, and marked (s) where not confirmed; whole in the data book")
    return tuple(fates.all)
