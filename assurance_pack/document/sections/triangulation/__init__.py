"""Section 8: every theme through three lenses, both sides where they disagree, and what the Board may wish to ask."""

from __future__ import annotations

from ....english import compared, in_words, many, number, sentence
from ....position.triangulation import TriangulationPosition
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Heading, Paragraph
from ...blocks.runs import runs
from ...phrases import since_name
from ...section import Fate, Fates, Section
from .both_sides import also_disputed, both_sides, explained, told
from .enquiry import enquiry, prompts
from .through_lenses import through_lenses

KEY = "triangulation"
TITLE = "Triangulation"
METHOD = "Where the three lenses disagree, both sides are printed; none outranks another. Gap: a lens says nothing of a theme the plan depends on."


def write(position: Position, settings: Settings) -> Section:
    """Contradictions first, then every theme, then the lines of enquiry and what RDG was asked of mandatory items."""
    found = position.triangulation
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(found, since_name(position))), style="lead"),
        Paragraph(runs(METHOD, _confirmed(found)), number="*"),
        *both_sides(found, position.at),
        *explained(found, position.pack),
        *also_disputed(found),
        *through_lenses(found, position.at),
        *enquiry(found),
        *prompts(found, position, settings),
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
    return sentence(said, _also_disputed(found), concerns)


def _also_disputed(found: TriangulationPosition) -> str:
    """On which other themes what is called complete is disputed: the summary for families says so too."""
    if not found.disputed:
        return ""
    names = in_words(d.theme.in_short for d in found.disputed)
    return f"on {many(len(found.disputed), 'other')} ({names}) what is called complete is disputed"


def _confirmed(found: TriangulationPosition) -> str:
    """How far the themes of people's own words rest on a person, and how far on keywords."""
    if not found.themed_words:
        return ""
    if not found.themed_unconfirmed:
        return " A person has confirmed every theme to which somebody’s words are counted."
    of = f"{number(found.themed_unconfirmed)} of {number(found.themed_words)}"
    return f" (s): the theme was suggested by the words and is not yet confirmed, as for {of}."


def _fates(found: TriangulationPosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    here = {id(e.answer) for clash in found.contradictions for e in told(clash)} | {id(p.answer) for p in found.prompts}
    under = {id(e.answer) for clash in found.contradictions for e in clash.answers}
    for answer in found.answers:  # this month's: an earlier one that stands here is a row of its own month
        if id(answer) in here:
            fates.printed(answer)
        elif id(answer) in under:
            fates.summarised(answer)
        else:
            fates.held_back(answer, why="answers to other prompts: in RDG’s edition")
    fates.summarised(*found.suggestions, why="counted, and marked (s) where not confirmed; whole in the data book")
    return tuple(fates.all)
