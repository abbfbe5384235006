"""Section 1: the month on a page. What is asked, what got worse, how sure RDG is, and what did not come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ....english import counted, in_words, many, number
from ....position.budget import Share, word_count
from ....position.headline_counts import Measure
from ....position.month import MonthPosition
from ....position.whole import Position
from ....returns.rdg import Statement
from ....settings import Settings
from ...blocks import Block, Heading, KeyFigure, KeyFigures, Paragraph
from ...blocks.runs import Text, runs
from ...indicator_words import change, now, period_of
from ...phrases import late_words, since_name, stopped
from ...section import Fates, Section
from ...texts import texts
from .asked import asked, confidence_marks
from .in_brief import in_brief

KEY = "month"
TITLE = "The month on a page"
MOST_WORDS = 450
"""Words on page 1, its running lines among them. What yields where that is not enough: what RDG advises and assures of, the last first and
one of each staying; then in which section the whole stands, and that a confidence is the same; last, what RDG assures of."""
FURNITURE = 33
"""Of them the title, the facts beneath it with their labels, and the running lines, beside the names of the Board and of the month."""
TWO_DIGITS = 99
"""Above this the total stands with the label, so that the headline numbers keep apart."""


def write(position: Position, settings: Settings) -> Section:
    """One page: the story, the decisions, five figures, what to know, and what is missing."""
    for part, terse in _yielding(position.month):
        blocks = _blocks(part, position, settings, terse=terse)
        if word_count(*texts(blocks)) <= MOST_WORDS - FURNITURE - word_count(settings.board.name, settings.board.illustrative):
            break
    return Section(KEY, TITLE, blocks, tuple(_fates(part).all))


def _blocks(part: MonthPosition, position: Position, settings: Settings, *, terse: bool) -> tuple[Block, ...]:
    return (
        Heading(2, TITLE, anchor=KEY),
        _story(part, position, settings),
        *asked(position, settings),
        *confidence_marks(position, settings, terse=terse),
        key_figures(position, settings),
        in_brief(part, settings, position.at, terse=terse),
    )


def _yielding(part: MonthPosition) -> Iterator[tuple[MonthPosition, bool]]:
    """Page 1 as it would be, then with less and less that is routine, as `MOST_WORDS` declares: what is worse, and what is asked, stays."""
    yield part, False
    while len(part.advise.shown) > 1:
        part = replace(part, advise=_one_fewer(part.advise))
        yield part, False
    while len(part.assure.shown) > 1:
        part = replace(part, assure=_one_fewer(part.assure))
        yield part, False
    yield part, True
    if part.assure.shown:
        yield replace(part, assure=_one_fewer(part.assure)), True


def _one_fewer(share: Share[Statement]) -> Share[Statement]:
    return Share(share.shown[:-1], (share.shown[-1], *share.left_out))


# ---------- the story ----------


def _story(part: MonthPosition, position: Position, settings: Settings) -> Paragraph:
    """RDG's headline where it wrote one, its first sentence here and the whole in section 3; otherwise what changed, as worked out.

    Beside it stands how many returns came, where not all did: it speaks for those alone.
    """
    said = stopped(part.story) if part.headline else what_changed(position, settings)
    came = f" {part.gaps.came} of {part.gaps.expected} returns came." if part.gaps.missing else ""
    return Paragraph(runs(said, Text(came, quiet=True) if came else ""), style="story")


def what_changed(position: Position, settings: Settings) -> str:
    """What changed since last time that matters most, in one sentence: confidence, then milestones off track, then extreme risks."""
    part, since = position.month, since_name(position)
    if not since:
        return "This is the first pack on record: there is nothing to compare it with."
    late = f"milestones {late_words(settings)[0]}"
    counts = ((part.off_track, late), (part.extreme, f"{settings.top_band.name.lower()} risks"))
    said = [s for s in (_confidence_moved(part), *(_count_moved(measure, what) for measure, what in counts)) if s]
    if not said and not _is_known(part):
        return f"What has changed since {since} is not known: not every return that would say so came, or can be read."
    if not said:
        return f"Since {since}, delivery confidence, {late} and {settings.top_band.name.lower()} risks are as they were."
    return f"Since {since}, {in_words(said)}."


def _is_known(part: MonthPosition) -> bool:
    """Whether confidence and both counts can be set beside those of last time."""
    confidence = part.confidence is not None and part.confidence.now is not None
    return confidence and "not known" not in (part.off_track.direction, part.extreme.direction)


def _confidence_moved(part: MonthPosition) -> str:
    line = part.confidence
    if line is None or line.now is None or line.before is None or line.direction not in ("worse", "better"):
        return ""
    return f"delivery confidence {'fell' if line.direction == 'worse' else 'rose'} from {line.before} to {line.now}"


def _count_moved(measure: Measure, what: str) -> str:
    if measure.before is None or measure.direction not in ("worse", "better"):
        return ""
    verb = "rose" if measure.now > measure.before else "fell"
    now = f"{'at least ' if measure.at_least else ''}{number(measure.now) if measure.now else 'none'}"
    return f"{what} {verb} from {number(measure.before) if measure.before else 'none'} to {now}"


# ---------- five figures ----------


def key_figures(position: Position, settings: Settings) -> KeyFigures:
    """The five headline numbers, each with its change: the same five every month."""
    part, late = position.month, late_words(settings)[0]
    items = [
        _measured(f"Milestones {late}, {position.pack.short}", part.off_track, position),
        _measured(f"{settings.top_band.name} risks, {position.pack.short}", part.extreme, position),
    ]
    for glance in part.indicators:
        label = glance.indicator.in_short
        label += period_of(glance, position.at)
        items.append(KeyFigure(label, runs(now(glance)), change(glance, position.at)))
    return KeyFigures(
        tuple(items),
        f"Milestones {late}, extreme risks and {many(len(part.indicators), 'indicator')}, each with its period and the change in it.",
    )


def _measured(label: str, measure: Measure, position: Position) -> KeyFigure:
    since = since_name(position)
    of_some = measure.direction == "not known" and (measure.unknown or measure.not_stated)
    known = f"{measure.now} known" if measure.now or measure.whole else "Not known"
    if measure.direction == "worse" and measure.at_least:
        of_some, known = True, f"At least {measure.now}"
    value = runs(known if of_some or not measure.whole else f"{measure.now} of {measure.total}")
    if measure.total > TWO_DIGITS:
        label, value = f"{label}, of {measure.total}", runs(f"{measure.now}")
    if measure.before is None or not since:
        return KeyFigure(label, value, "First on record")
    match measure.direction:
        case "worse":
            return KeyFigure(label, value, f"↑ Worse: {measure.before} in {since}")
        case "better":
            return KeyFigure(label, value, f"↓ Better: {measure.before} in {since}")
        case "same":
            return KeyFigure(label, value, f"→ Same as in {since}")
        case _:
            silent = f", {measure.unknown} of these not known now" if measure.unknown else ""
            if not measure.whole:  # of a return that is missing nobody can say how many
                silent += "; others may be too"
            elif measure.not_stated:
                silent += f"; {counted(measure.not_stated, 'other')} may be too"
            return KeyFigure(label, value, f"{measure.before} in {since}{silent}")


def _fates(part: MonthPosition) -> Fates:
    fates = Fates(KEY)
    if part.cover is not None and part.headline:
        fates.printed(part.cover)
    fates.printed(*part.advise.shown, *part.assure.shown)
    fates.summarised(*part.advise.left_out, *part.assure.left_out)
    fates.held_back(*part.other_statements, why="RDG did not say whether it advises or assures")
    return fates
