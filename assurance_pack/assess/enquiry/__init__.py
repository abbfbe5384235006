"""Lines of enquiry the Board may wish to pursue: plain questions, each with its sources, chosen by a rule that is printed.

Source: “The Board provides constructive but robust challenge across the partnership. Challenge will be explicit and visible” (Board:
Challenge and accountability). A question takes no side and names no winner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model import Frozen, Lens, Month, means
from ...returns.received import Returns
from ...returns.registers import ends
from ...returns.workspace import Milestone, Risk
from ...settings import Settings
from ...settings.plan import Theme
from ..outcomes import Outcome, OutcomeKind
from ..signals.signal import Signal
from ..status import reported_status
from .questions import both_sides, theme_in_a_sentence


class Reason(StrEnum):
    """Why a line is offered, in the order in which lines are chosen."""

    CONTRADICTION = "the lenses disagree"
    EXPLAINED = "the lenses disagree, and RDG has said why"
    UNREGISTERED = "the lenses agree on a concern, and no register holds a risk for it"
    SILENCE = "a lens is silent where a risk is severe or a milestone off track"
    UNPLANNED = "the lenses agree on a concern, and no open milestone addresses it"
    ONLY_FAMILIES = "families alone raise it"
    UNTESTED = "it is going well, and families have not been asked"
    STALE = "what is known is old, and the plan depends on it"


RULE = (
    "At most {most} are offered, and a theme stands in one: first where lenses disagree; then where RDG has said why they do; then where they agree on a concern that no "
    "register holds as a risk; then where a lens is silent on a severe risk or an off-track milestone; then a concern no milestone "
    "addresses, what families alone raise, what they have not been asked, and what is old. Among equals, themes with a risk in a "
    "mandatory category come first."
)
"""How lines are chosen, to be printed with `most` filled in."""


class Enquiry(Frozen):
    """One line of enquiry. `signals` are those it cites, `items` other IDs it rests on, `silent` the lens not heard.

    Themes on which the same lens is silent share a line; `theme` is the first of `themes`.
    """

    themes: tuple[str, ...]
    reason: Reason
    question: str
    signals: tuple[Signal, ...] = ()
    items: tuple[str, ...] = ()
    silent: Lens | None = None

    @property
    def theme(self) -> str:
        """The theme it is about, the first where it is about several."""
        return self.themes[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """The IDs of everything it rests on."""
        return tuple(dict.fromkeys((*(s.item for s in self.signals), *self.items)))


def lines_of_enquiry(
    outcomes: Sequence[Outcome], settings: Settings, returns: Returns, explained: frozenset[str] = frozenset()
) -> tuple[Enquiry, ...]:
    """At most as many as `pack.toml` allows, chosen by `RULE`. `explained` are the themes of which RDG has said why sources differ."""
    plan = _plan(returns, settings, explained)
    found = [line for o in outcomes if (line := _enquiry_about(o, settings, plan)) is not None]
    reasons, themes = list(Reason), [t.id for t in settings.themes]
    found.sort(key=lambda line: (reasons.index(line.reason), line.theme not in plan.mandatory, themes.index(line.theme)))
    return tuple(_shared(found, settings))[: settings.limits.lines_of_enquiry]


def _shared(lines: Sequence[Enquiry], settings: Settings) -> Iterator[Enquiry]:
    """Themes of which one thing is asked are asked about together: the same question three times is one question."""
    spoken: set[tuple[Reason, Lens | None]] = set()
    for line in lines:
        if line.question:
            yield line
        elif (line.reason, line.silent) not in spoken:
            spoken.add((line.reason, line.silent))
            together = [other for other in lines if (other.reason, other.silent) == (line.reason, line.silent)]
            named = [theme_in_a_sentence(t) for other in together for t in settings.themes if t.id in other.themes]
            yield Enquiry(
                themes=tuple(t for other in together for t in other.themes), reason=line.reason, silent=line.silent,
                question=_question(line.reason, line.silent, named), signals=tuple(s for other in together for s in other.signals),
                items=tuple(i for other in together for i in other.items),
            )  # fmt: skip


_SHARED: dict[tuple[Reason, Lens | None], str] = {
    (Reason.EXPLAINED, None): "Do those who raised a concern recognise the answer RDG has given? On {named}.",
    (Reason.SILENCE, Lens.LIVED): "When, and how, will families and young people be heard where most is at stake? On {named}.",
    (
        Reason.SILENCE,
        Lens.DATA,
    ): "Which figure would show whether things get better where most is at stake, and who will bring it? On {named}.",
    (Reason.SILENCE, Lens.PROFESSIONAL): "Who will report to the Board where most is at stake, and by when? On {named}.",
    (Reason.UNTESTED, Lens.LIVED): "When will families be asked about work said to go well? On {named}.",
}


def _question(reason: Reason, silent: Lens | None, named: Sequence[str]) -> str:
    return _SHARED[reason, silent].format(named="; ".join(named))


@dataclass(frozen=True)
class _Plan:
    """What the registers hold, by theme."""

    risks: frozenset[str]
    milestones: frozenset[str]
    mandatory: frozenset[str]
    pressing: dict[str, tuple[str, ...]]
    """Severe risks and off-track milestones."""
    explained: frozenset[str]
    """Themes of which RDG has said why the sources differ."""


def _plan(returns: Returns, settings: Settings, explained: frozenset[str]) -> _Plan:
    risks = [(r.theme.meaning, r) for r in returns.of(Risk) if r.theme and not r.finished]
    milestones = [(m.theme.meaning, m.ref, reported_status(returns, m).printed) for m in returns.of(Milestone) if m.theme]
    severe = [(theme, r.ref) for theme, r in risks if r.score and r.score >= settings.top_band.least]
    off_track = [(theme, ref) for theme, ref, status in milestones if means(status, "off_track")]
    pressing: dict[str, tuple[str, ...]] = {}
    for theme, ref in (*off_track, *severe):
        pressing[theme] = (*pressing.get(theme, ()), ref)
    return _Plan(
        risks=frozenset(theme for theme, _ in risks),
        milestones=frozenset(theme for theme, _, status in milestones if not ends(Milestone, status)),
        mandatory=frozenset(theme for theme, r in risks if r.categories),
        pressing=pressing,
        explained=explained,
    )


def _enquiry_about(outcome: Outcome, settings: Settings, plan: _Plan) -> Enquiry | None:
    theme = next(t for t in settings.themes if t.id == outcome.theme)
    return next((line for ask in _ASKS for line in ask(outcome, theme, settings, plan)), None)


def _contradiction(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    if outcome.kind is OutcomeKind.CONTRADICTION:
        question, cited = both_sides(outcome, theme, settings)
        if theme.id in plan.explained:
            raised = tuple(s for s in cited if s.direction == "concern")
            yield Enquiry(themes=(theme.id,), reason=Reason.EXPLAINED, question="", signals=raised)
        else:
            yield Enquiry(themes=(theme.id,), reason=Reason.CONTRADICTION, question=question, signals=cited)


def _unregistered(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    if outcome.kind is OutcomeKind.CORROBORATED_CONCERN and theme.id not in plan.risks:
        how_many = "All three lenses" if all(d == "concern" for d in outcome.lenses.values()) else "Two lenses"
        question = (
            f"{how_many} agree that {theme_in_a_sentence(theme)} is a concern, and no register holds a risk for it. Who owns that risk?"
        )
        yield Enquiry(themes=(theme.id,), reason=Reason.UNREGISTERED, question=question, signals=_concerns(outcome))


def _silence(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    if not outcome.gaps or theme.id not in plan.pressing:
        return
    silent = next(lens for lens in (Lens.LIVED, Lens.DATA, Lens.PROFESSIONAL) if lens in outcome.gaps)
    yield Enquiry(themes=(theme.id,), reason=Reason.SILENCE, question="", items=plan.pressing[theme.id], silent=silent)


def _unplanned(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    if outcome.kind is OutcomeKind.CORROBORATED_CONCERN and theme.id not in plan.milestones:
        question = f"The lenses agree that {theme_in_a_sentence(theme)} is a concern, and no open milestone addresses it. Should the plan?"
        yield Enquiry(themes=(theme.id,), reason=Reason.UNPLANNED, question=question, signals=_concerns(outcome))


def _only_families(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    if outcome.kind is OutcomeKind.SINGLE_SOURCE and outcome.lenses[Lens.LIVED] == "concern":
        question = f"Families alone raise {theme_in_a_sentence(theme)}. What do the figures and the Workspaces know of it?"
        yield Enquiry(themes=(theme.id,), reason=Reason.ONLY_FAMILIES, question=question, signals=_concerns(outcome))


def _untested(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    well = {lens for lens, says in outcome.lenses.items() if says == "positive"}
    alone = outcome.kind is OutcomeKind.SINGLE_SOURCE and bool(well) and Lens.LIVED in outcome.gaps
    if outcome.kind is OutcomeKind.UNTESTED or alone:
        cited = _one_a_lens(tuple(s for s in outcome.signals if s.direction == "positive" and not s.old))
        yield Enquiry(themes=(theme.id,), reason=Reason.UNTESTED, question="", signals=cited, silent=Lens.LIVED)


def _stale(outcome: Outcome, theme: Theme, settings: Settings, plan: _Plan) -> Iterator[Enquiry]:
    dated = [(s.dated, s) for s in outcome.signals if s.dated and s.direction != "none"]
    if outcome.kind is OutcomeKind.STALE and outcome.gaps and dated:
        on, newest = max(dated, key=lambda one: (one[0], one[1].item))
        question = (
            f"The newest word on {theme_in_a_sentence(theme)} is of {Month.of(on).name}. What would tell the Board where it stands today?"
        )
        yield Enquiry(themes=(theme.id,), reason=Reason.STALE, question=question, signals=(newest,))


_ASKS: tuple[Callable[[Outcome, Theme, Settings, _Plan], Iterator[Enquiry]], ...] = (
    _contradiction,
    _unregistered,
    _silence,
    _unplanned,
    _only_families,
    _untested,
    _stale,
)


def _concerns(outcome: Outcome) -> tuple[Signal, ...]:
    return _one_a_lens(tuple(s for s in outcome.signals if s.direction == "concern" and not s.old))


def _one_a_lens(signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """The first of each lens: they come newest first; a severe one before the others."""
    ranked = sorted(signals, key=lambda s: not s.strong)
    return tuple(next(s for s in ranked if s.lens is lens) for lens in Lens if any(s.lens is lens for s in ranked))
