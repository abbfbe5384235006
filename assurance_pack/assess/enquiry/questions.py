"""How a contradiction is put as a question: by which lenses differ and what kind of source speaks on each side."""

from __future__ import annotations

from datetime import date

from ...english import lower_first
from ...meanings import MilestoneStatus
from ...model import Lens, means
from ...senders import sender_name
from ...settings import Settings
from ...settings.plan import Theme
from ..outcomes import Outcome
from ..signals.signal import Direction, Signal


def both_sides(outcome: Outcome, theme: Theme, settings: Settings) -> tuple[str, tuple[Signal, ...]]:
    """A question on a theme whose lenses disagree, and the signals it cites: those it speaks of, then one of each further lens."""
    positive, concern = _facing(outcome)
    question = _question(positive, concern, theme, settings)
    further = (_speaker(outcome, lens, says) for lens, says in outcome.lenses.items() if says in ("positive", "concern"))
    cited = [positive, concern]
    return question, (*cited, *(s for s in further if s.lens not in {c.lens for c in cited}))


def _facing(outcome: Outcome) -> tuple[Signal, Signal]:
    """The pair put to each other: families against the data where both speak, else against professionals, else those two."""
    order = (Lens.LIVED, Lens.DATA, Lens.PROFESSIONAL)
    first = next(lens for lens in order if outcome.lenses[lens] in ("positive", "concern"))
    other: Direction = "concern" if outcome.lenses[first] == "positive" else "positive"
    second = next(lens for lens in order if outcome.lenses[lens] == other)
    pair = {outcome.lenses[first]: _speaker(outcome, first, outcome.lenses[first]), other: _speaker(outcome, second, other)}
    return pair["positive"], pair["concern"]


def _speaker(outcome: Outcome, lens: Lens, direction: Direction) -> Signal:
    """Who speaks for a lens: the plainest claim or the gravest concern first, then the newest."""
    said = [s for s in outcome.signals if s.lens is lens and s.direction == direction and not s.old]
    return min(
        said,
        key=lambda s: (not (s.strong or means(s.status, MilestoneStatus.COMPLETE)), s.suggested, -(s.dated or date.min).toordinal()),
    )


def _question(positive: Signal, concern: Signal, theme: Theme, settings: Settings) -> str:
    match positive.lens, concern.lens:
        case Lens.DATA, Lens.LIVED:
            return f"What does the {_data_set(positive, settings)} count in “{_item_named(positive, settings)}”, and would families count it so?"
        case Lens.DATA, _:
            return f"“{_item_named(positive, settings)}” is doing well and {_who(concern, settings)} reports a concern. What does the figure leave out?"
        case Lens.LIVED, Lens.DATA:
            return f"{_upper(_who(positive, settings))} says that things work, and “{_item_named(concern, settings)}” is a concern. What does each see that the other does not?"
        case _, Lens.DATA if _is_milestone(positive):
            return f"{_reported(positive)} while “{_item_named(concern, settings)}” is a concern. By when should the figure show the work, and what if it does not?"
        case _, Lens.LIVED if _is_milestone(positive):
            return f"{_reported(positive)}. What would {_who(concern, settings)} need to see to say so too?"
        case _:
            about = theme_in_a_sentence(theme)
            return f"{_upper(_who(positive, settings))} speaks well of {about} and {_who(concern, settings)} does not. Which children, schools and months is each speaking of?"


def _is_milestone(signal: Signal) -> bool:
    return signal.status is not None


def _reported(signal: Signal) -> str:
    status = lower_first(str(signal.status))
    return f"“{signal.says.removesuffix(f': {status}')}” is reported {status}"


def _item_named(signal: Signal, settings: Settings) -> str:
    indicator = settings.indicator(signal.item)
    return indicator.in_short if indicator else signal.item


def _data_set(signal: Signal, settings: Settings) -> str:
    indicator = settings.indicator(signal.item)
    return _lower(indicator.source.partition(",")[0]) if indicator else signal.item


def _who(signal: Signal, settings: Settings) -> str:
    """Whose word it is: a group or partner by name, anything on a register by its ID."""
    return f"the {_lower(sender_name(signal.sender, settings))}" if signal.words else signal.item


def theme_in_a_sentence(theme: Theme) -> str:
    """A theme as it stands within a sentence: “EHC plans: timeliness” becomes “EHC plans (timeliness)”."""
    head, _, tail = theme.name.partition(": ")
    return _lower(f"{head} ({tail})" if tail else head)


def _lower(name: str) -> str:
    """Without its capital, unless it is a proper name or an abbreviation: a second word with a capital shows that."""
    words = name.split()
    alone = len(words) == 1 or words[0].endswith(",") or words[1][0].islower() or not words[1][0].isalpha()
    plain = words[0][1:].islower() and alone
    return name[0].lower() + name[1:] if plain else name


def _upper(phrase: str) -> str:
    return phrase[0].upper() + phrase[1:]
