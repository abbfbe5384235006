"""What sources agree on and registers lack, what registers hold twice, and lenses nobody looked through (AP405 to AP410)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...assess.outcomes import Outcome, OutcomeKind, depended_on
from ...assess.signals.sources import data_set
from ...english import in_words, lower_first, telling
from ...meanings import MilestoneStatus, Reading
from ...model import Cell, Lens, means
from ...model.problem import Severity
from ...returns.rdg import RDG
from ...returns.registers import ends
from ...returns.workspace import Milestone, QAFinding, Risk
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..movement.past import past, status_of
from ..sense.risks import is_severe
from ..shape.faults import quoted

_ALIKE = 0.5
"""Two risks that share half of their telling words are asked about."""


@rule(
    "AP405",
    "What two lenses agree is a concern stands on a register",
    severity=Severity.PROMPT,
    because=clauses.DELIVERY_RISKS_TRACKED,
    example="Plans: quality and reviews: data and lived experience agree on a concern, and no register holds a risk for it. Who owns it?",
)
def concern_without_risk(case: Case) -> Iterator[Found]:
    """For RDG: ask the Workspace to register it, name the risk that already covers it, or say why it is none."""
    if any(case.unread(r, "theme") and next(past(r, case), None) is None for r in case.returns.of(Risk)):
        return  # nobody can tell what a new risk is about
    held = {r.theme.meaning for r in _last_heard(Risk, case) if r.theme and not r.finished}
    for outcome in case.outcomes:
        if outcome.kind is OutcomeKind.CORROBORATED_CONCERN and outcome.theme not in held:
            agreeing = in_words(_LENS[lens] for lens in Lens if outcome.lenses[lens] == "concern")
            named = case.settings.theme_name(outcome.theme)
            sentence = f"{named}: {agreeing} agree on a concern, and no register holds a risk for it. Who owns it?"
            cells = tuple(s.cell for s in outcome.signals if s.direction == "concern" and not s.old)
            yield Found(cells, sentence, (outcome.theme,), RDG)


def _last_heard(kind: type[Milestone | Risk], case: Case) -> Iterator[Milestone | Risk]:
    """The rows of a register; those of last time where this month's did not come, left the return unclosed, or do not say readably what they are about."""
    rows = case.returns.of(kind)
    yield from rows
    known = {row.ref for row in rows if not case.unread(row, "theme")}
    for row in case.before.of(kind) if case.before else ():
        receipt = case.returns.receipt(row.sender)
        came = receipt is not None and receipt.counts and not case.returns.lacks(kind, row.sender)
        if row.ref not in known and (not came or not row.closed):
            yield row


_LENS = {Lens.DATA: "data", Lens.PROFESSIONAL: "professional insight", Lens.LIVED: "lived experience"}


@rule(
    "AP406",
    "A concern quality assurance found has a milestone or a risk behind it",
    severity=Severity.PROMPT,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("id", "reading", "theme"),
    misses=("linked",),
    example="Q-{workspace.1}-012 is a concern, and no milestone or risk is linked to it or shares its theme. What takes it up?",
)
def finding_without_a_home(finding: QAFinding, case: Case) -> Iterator[Found]:
    """For RDG: name the milestone or risk that takes it up, or ask for one. A finding with neither changes nothing."""
    if not means(finding.reading, Reading.CONCERN) or finding.finished or finding.linked or finding.theme is None:
        return
    theme = finding.theme.meaning
    if not any(means(row.theme, theme) and row.open for kind in (Milestone, Risk) for row in _last_heard(kind, case)):
        sentence = f"{finding.ref} is a concern, and no milestone or risk is linked to it or shares its theme. What takes it up?"
        yield Found((finding.cell("linked"),), sentence)


@rule(
    "AP407",
    "One risk stands on one register",
    severity=Severity.PROMPT,
    because=clauses.RDG_RESOLVES_OVERLAP,
    example="R-{workspace.3}-004 and R-{workspace.2}-007 read as one risk, scored 20 and 12. One register, or two views?",
)
def risk_on_two_registers(case: Case) -> Iterator[Found]:
    """For RDG: agree which register holds it and set the other to Managed by that ID; or say how the two differ."""
    risks = sorted((r for r in case.returns.of(Risk) if r.open and r.id and r.title), key=lambda r: r.ref)
    for same in _read_as_one([(r, telling(r.title or "")) for r in risks]):
        scores = [r.score for r in same if r.score]
        scored = f", scored {in_words(map(str, scores))}" if len(scores) == len(same) and len(set(scores)) > 1 else ""
        refs = tuple(r.ref for r in same)
        views = "two" if len(same) == 2 else "several"
        sentence = f"{in_words(refs)} read as one risk{scored}. One register, or {views} views?"
        yield Found(tuple(r.cell("title") for r in same), sentence, refs, RDG)


def _read_as_one(told: list[tuple[Risk, frozenset[str]]]) -> Iterator[list[Risk]]:
    """Each risk with those of other registers that read as one with it; two that were said to be one are not said to be so again."""
    with_word: dict[str, list[int]] = {}
    for number, (_, words) in enumerate(told):
        for word in words:
            with_word.setdefault(word, []).append(number)
    said: list[set[int]] = [set() for _ in told]
    for number, (one, words) in enumerate(told):
        others = [
            n
            for n in sorted({n for word in words for n in with_word[word] if n > number})
            if one.sender != told[n][0].sender and said[number].isdisjoint(said[n]) and _alike(one, told[n][0], words, told[n][1])
        ]
        for n in (number, *others) if others else ():
            said[n].add(number)
        if others:
            yield [told[n][0] for n in (number, *others)]


def _alike(one: Risk, other: Risk, words: frozenset[str], other_words: frozenset[str]) -> bool:
    """Whether two risks of which some telling words agree read as one."""
    alike = len(words & other_words) / min(len(words), len(other_words))
    threatens_the_same = bool(set(one.linked or ()) & set(other.linked or ())) and one.theme == other.theme
    return alike >= _ALIKE or (threatens_the_same and alike >= _ALIKE / 2)


@rule(
    "AP408",
    "One data set is one source",
    severity=Severity.NOTE,
    because=clauses.TRIANGULATION,
    example="Q-{workspace.1}-004 and Q-{workspace.2}-002 rest on one data set, “Complaints log, April to June”: they count as one source.",
)
def one_data_set_twice(case: Case) -> Iterator[Found]:
    """Nothing to mend: both are shown, and count once. If they rest on different samples, say so under Source data set."""
    sets: dict[tuple[str, str], list[QAFinding]] = {}
    for finding in case.returns.of(QAFinding):
        if finding.source and finding.theme and finding.id and finding.open:
            sets.setdefault((data_set(finding.source), finding.theme.meaning), []).append(finding)
    for same in sets.values():
        if len(same) > 1:
            named = in_words(f.ref for f in same)
            sentence = f"{named} rest on one data set, {quoted(same[0].source or '')}: they count as one source."
            yield Found(tuple(f.cell("source") for f in same), sentence, tuple(f.ref for f in same), same[0].sender)


def _silent(case: Case, lens: Lens, themes: frozenset[str]) -> list[Outcome]:
    return [o for o in case.outcomes if lens in o.gaps and o.theme in themes]


def _depending(rows: Iterable[Milestone | Risk], outcomes: list[Outcome]) -> tuple[Cell, ...]:
    """For each theme, the first row that depends on it."""
    first: dict[str, Cell] = {}
    for row in rows:
        if row.theme:
            first.setdefault(row.theme.meaning, row.cell("theme"))
    return tuple(first[o.theme] for o in outcomes if o.theme in first)


@rule(
    "AP409",
    "Families and young people are heard on what the plan depends on",
    severity=Severity.PROMPT,
    because=clauses.LIVED_EXPERIENCE,
    example="The plan depends on these, and nothing has been heard of them from families or young people: Workforce; Travel assistance. "
    "Who asks, and when?",
)
def families_not_heard(case: Case) -> Iterator[Found]:
    """For RDG: say who will ask, how and by when, without adding to what the groups are asked to fill in."""
    silent = _silent(case, Lens.LIVED, depended_on(case.returns, case.settings))
    if silent:
        named = case.settings.theme_list(o.theme for o in silent)
        sentence = (
            f"The plan depends on these, and nothing has been heard of them from families or young people: {named}. Who asks, and when?"
        )
        yield Found(_depending(_to_be_done(case), silent), sentence, tuple(o.theme for o in silent), RDG)


def _to_be_done(case: Case) -> Iterator[Milestone | Risk]:
    yield from (m for m in case.returns.of(Milestone) if not ends(Milestone, status_of(m, case.returns)))
    yield from _severe_or_off_track(case)


@rule(
    "AP410",
    "A figure speaks of what is severe or {milestone_status.off_track:lower}",
    severity=Severity.PROMPT,
    because=clauses.DATA_AND_LIVED_INSIGHT,
    example="A risk is severe or a milestone {milestone_status.off_track:lower}, and no figure speaks of it: Inclusion and bases. Which would?",
)
def no_figure_where_it_matters(case: Case) -> Iterator[Found]:
    """For RDG: name the figure that would show whether it gets better, and who will bring it."""
    pressing = tuple(_severe_or_off_track(case))
    silent = _silent(case, Lens.DATA, frozenset(row.theme.meaning for row in pressing if row.theme))
    if silent:
        named = case.settings.theme_list(o.theme for o in silent)
        late = lower_first(case.settings.printed(MilestoneStatus.OFF_TRACK))
        sentence = f"A risk is severe or a milestone {late}, and no figure speaks of it: {named}. Which would?"
        yield Found(_depending(pressing, silent), sentence, tuple(o.theme for o in silent), RDG)


def _severe_or_off_track(case: Case) -> Iterator[Milestone | Risk]:
    yield from (r for r in case.returns.of(Risk) if r.open and is_severe(r, case))
    yield from (m for m in case.returns.of(Milestone) if means(status_of(m, case.returns), "off_track"))


RULES: tuple[Rule, ...] = (
    concern_without_risk,
    finding_without_a_home,
    risk_on_two_registers,
    one_data_set_twice,
    families_not_heard,
    no_figure_where_it_matters,
)
