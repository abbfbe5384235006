"""What the lenses come to for each theme. It follows from the table of signals alone."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from ..model import Frozen, Lens
from ..returns.received import Returns
from ..returns.registers import ends
from ..returns.workspace import Milestone, Risk
from ..settings import Settings
from .signals.signal import Direction, Signal
from .status import reported_status


class OutcomeKind(StrEnum):
    """First that fits, in this order."""

    NO_SIGNAL = "No signal"
    STALE = "Stale"
    SINGLE_SOURCE = "Single source"
    CONTRADICTION = "Contradiction"
    CORROBORATED_CONCERN = "Corroborated concern"
    CORROBORATED_ASSURANCE = "Corroborated assurance"
    UNTESTED = "Positive, not yet tested with families"
    MIXED = "Mixed"


class Outcome(Frozen):
    """One theme: what each lens says, and what that comes to. `gaps` are lenses silent on a theme the plan depends on."""

    theme: str
    kind: OutcomeKind
    lenses: dict[Lens, Direction]
    signals: tuple[Signal, ...] = ()
    gaps: tuple[Lens, ...] = ()
    only: str = ""
    """Where it rests on a single source: which lens."""


def outcomes(signals: Sequence[Signal], settings: Settings, returns: Returns) -> tuple[Outcome, ...]:
    """Every theme of the list, in its order: what each lens says, what that comes to, and which lens is silent where the plan needs it.

    The kind and the lenses follow from the signals alone; `returns` says only on which themes the plan depends.
    """
    needed = depended_on(returns, settings)
    return tuple(_outcome(theme.id, [s for s in signals if s.theme == theme.id], theme.id in needed) for theme in settings.themes)


def _outcome(theme: str, said: Sequence[Signal], needed: bool) -> Outcome:
    counted = tuple(s for s in said if not s.old and s.direction != "none")
    lenses = {lens: together(s.direction for s in counted if s.lens is lens) for lens in Lens}
    heard = {s.lens for s in said if not s.old}
    kind = _kind(said, counted, lenses)
    return Outcome(
        theme=theme, kind=kind, lenses=lenses, signals=tuple(said),
        gaps=tuple(lens for lens in Lens if needed and lens not in heard),
        only=_weightiest(counted).lens.value if kind is OutcomeKind.SINGLE_SOURCE else "",
    )  # fmt: skip


def _weightiest(counted: Sequence[Signal]) -> Signal:
    """The first that is more than a weak concern, where there is one."""
    return min(counted, key=lambda s: s.direction == "weak")


def together(directions: Iterable[Direction]) -> Direction:
    """What several say together: a concern where something is one and nothing positive, positive the other way round, mixed where
    something is either. A weak concern beside a concern adds nothing to it; alone it stays weak. None where nobody speaks.
    """
    said = set(directions) - {"none"}
    if "concern" in said:
        said -= {"weak"}
    return said.pop() if len(said) == 1 else "mixed" if said else "none"


def _kind(said: Sequence[Signal], counted: Sequence[Signal], lenses: dict[Lens, Direction]) -> OutcomeKind:
    """First that fits. Two lenses that rest on one data set are one source: they neither corroborate nor contradict.

    Assurance is corroborated only where nothing whatever speaks against it; a concern also where one lens is mixed.
    """
    if not any(s.direction != "none" for s in said):
        return OutcomeKind.NO_SIGNAL
    if not counted:
        return OutcomeKind.STALE
    if len({s.lens for s in counted}) == 1 or len({s.source for s in counted}) == 1:
        return OutcomeKind.SINGLE_SOURCE
    concern = _sources(counted, lenses, "concern")
    positive = _sources(counted, lenses, "positive")
    if any(_apart(one, other) for one in concern.values() for other in positive.values()):
        return OutcomeKind.CONTRADICTION
    if _corroborated(concern):  # nothing positive then: its source could not be that of both
        return OutcomeKind.CORROBORATED_CONCERN
    for_it = any(s.direction in ("positive", "mixed") for s in counted)
    against = any(s.direction in ("concern", "weak", "mixed") for s in counted)
    if for_it and against:
        return OutcomeKind.MIXED
    if _corroborated(positive):
        return OutcomeKind.CORROBORATED_ASSURANCE if Lens.LIVED in positive else OutcomeKind.UNTESTED
    return OutcomeKind.SINGLE_SOURCE


def _sources(counted: Sequence[Signal], lenses: dict[Lens, Direction], direction: Direction) -> dict[Lens, frozenset[str]]:
    """The sources behind each lens that says this and nothing else but what is weak, which is no source of it."""
    return {
        lens: frozenset(s.source for s in counted if s.lens is lens and s.direction == direction)
        for lens, says in lenses.items()
        if says == direction
    }


def _corroborated(by_lens: dict[Lens, frozenset[str]]) -> bool:
    sources = list(by_lens.values())
    return any(_apart(one, other) for place, one in enumerate(sources) for other in sources[place + 1 :])


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lenses rest on different sources: one of each can be named, and they are not the same."""
    return len(one | other) > 1


def depended_on(returns: Returns, settings: Settings) -> frozenset[str]:
    """The themes the plan depends on: those of a milestone still to be done, or of a risk in the top band that is not done with."""
    to_be_done = [m.theme for m in returns.of(Milestone) if not ends(Milestone, reported_status(returns, m).printed)]
    severe = [r.theme for r in returns.of(Risk) if r.score and r.score >= settings.top_band.least and not r.finished]
    return frozenset(theme.meaning for theme in (*to_be_done, *severe) if theme)
