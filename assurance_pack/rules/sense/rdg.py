"""Sense of RDG's return, and of what Workspaces bring to it (AP280 to AP289)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ...english import in_words
from ...intake.as_typed import plain
from ...meanings import CarriedRisk, DecisionAsked, WhyEscalated
from ...model import day, means
from ...model.problem import Severity
from ...returns.rdg import Confidence, ForTheBoard, TaskAndFinishGroup
from ...returns.rdg import Cover as RdgCover
from ...returns.workspace import ForRdg
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..known import references
from ..shape.faults import quoted


@rule(
    "AP280",
    "A matter escalated as mandatory names its category",
    severity=Severity.ERROR,
    because=clauses.MANDATORY_ESCALATION,
    each=ForTheBoard,
    needs=("why",),
    misses=("categories",),
    example="Escalated as a mandatory category, but none of the four is named.",
)
def mandatory_without_category(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Choose which of the four it is: statutory, financial, sufficiency or partnership failure. Or choose another reason."""
    if means(matter.why, WhyEscalated.MANDATORY) and not matter.categories:
        yield Found((matter.cell("categories"),), "Escalated as a mandatory category, but none of the four is named.")


@rule(
    "AP275",
    "RDG recommends one of the options it brings",
    severity=Severity.ERROR,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    each=ForTheBoard,
    needs=("recommendation", "option_a"),
    misses=("option_b", "option_c"),
    example="Option D is recommended, and the options are A and B.",
    proves=Proof.VALUE,
)
def recommends_no_option(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Correct the letter, or fill in the option that is meant. The Board cannot choose what is not before it."""
    named = _OPTION.findall(matter.recommendation or "")[:1]
    given = [letter for letter in "ABC" if getattr(matter, f"option_{letter.lower()}")]
    if named and named[0] not in given:
        options = f"the only option is {given[0]}" if len(given) == 1 else f"the options are {in_words(given)}"
        yield Found((matter.cell("recommendation"),), f"Option {named[0]} is recommended, and {options}.")


_OPTION = re.compile(r"\b[Oo]ption\s+([A-Z])\b")


@rule(
    "AP281",
    "A decision is needed no sooner than the Board meets",
    severity=Severity.WARNING,
    because="A decision asked for before the meeting would have to be made without the Board.",
    each=ForTheBoard,
    needs=("by_when",),
    example="Needed by 3 July 2026, but the Board meets on 16 July 2026.",
)
def needed_before_the_meeting(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Correct the day, or ask the secretariat how the Board may decide between meetings."""
    meeting = case.settings.meeting(case.month)
    assert matter.by_when
    if meeting and matter.by_when < meeting.date and not means(matter.asked, DecisionAsked.NOTE):
        sentence = f"Needed by {day(matter.by_when)}, but the Board meets on {day(meeting.date)}."
        yield Found((matter.cell("by_when"),), sentence)


@rule(
    "AP282",
    "A Task & Finish Group ends after it starts",
    severity=Severity.WARNING,
    because=clauses.TASK_AND_FINISH_DISBANDS,
    each=TaskAndFinishGroup,
    needs=("started", "ends"),
    example="The group ends on 20 July 2026, before it starts on 30 November 2026.",
)
def group_ends_before_it_starts(group: TaskAndFinishGroup, case: Case) -> Iterator[Found]:
    """Correct the day that is wrong; perhaps the two are exchanged."""
    assert group.started
    assert group.ends
    if group.ends < group.started:
        sentence = f"The group ends on {day(group.ends)}, before it starts on {day(group.started)}."
        yield Found((group.cell("started"), group.cell("ends")), sentence)


@rule(
    "AP288",
    "A Task & Finish Group has one ID",
    severity=Severity.WARNING,
    because="Counted twice, one group would be ratified or disbanded under one ID and go on under the other.",
    example="TF-01 and TF-03 are both “SEN transport”. Are they one group?",
)
def one_group_under_two_ids(case: Case) -> Iterator[Found]:
    """If they are one, keep the earlier ID and take the other row out. If they are two, give each its own name and purpose."""
    groups = [g for g in case.returns.of(TaskAndFinishGroup) if g.id]
    for place, group in enumerate(groups):
        for other in groups[place + 1 :]:
            name = next((n for n in ("name", "purpose") if _alike(getattr(group, n), getattr(other, n))), "")
            if name and group.ref != other.ref:
                sentence = f"{group.ref} and {other.ref} are both {quoted(getattr(group, name))}. Are they one group?"
                yield Found((group.cell(name), other.cell(name)), sentence, (group.ref, other.ref), group.sender)


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two names or purposes say the same, but for a word or its spelling, their order, or that it is a group."""
    if not one or not other:
        return False
    ordered = [" ".join(sorted(w for w in plain(text).split() if w not in _OF_A_GROUP)) for text in (one, other)]
    pairs = ((plain(one), plain(other)), (ordered[0], ordered[1]))
    return any(SequenceMatcher(None, a, b).ratio() >= ALIKE for a, b in pairs if a)


ALIKE = 0.85
_OF_A_GROUP = frozenset({"group", "task", "and", "finish", "tf", "the", "of", "on", "for", "working"})


@rule(
    "AP283",
    "RDG gives its overall confidence",
    severity=Severity.ERROR,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    example="RDG’s return has no row for Overall on Confidence.",
)
def no_overall_confidence(case: Case) -> Iterator[Found]:
    """RDG judges how sure it is of delivery, {confidence:or}, and says why. The pack never works it out."""
    judged = _judged(case)
    for cover in case.returns.of(RdgCover):
        if judged is not None and "overall" not in judged:
            yield Found((cover.at,), "RDG’s return has no row for Overall on Confidence.", ("overall",), cover.sender)


@rule(
    "AP284",
    "RDG gives its confidence in each priority of the plan",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    example="RDG’s return has no row for 4 Workforce and therapies on Confidence.",
)
def priority_not_judged(case: Case) -> Iterator[Found]:
    """Add the row: a word, and the reason in a sentence the Board can test."""
    judged = _judged(case)
    if not judged:
        return
    for cover in case.returns.of(RdgCover):
        for priority in case.settings.priorities:
            if priority.code not in judged:
                sentence = f"RDG’s return has no row for {priority.code} {priority.name} on Confidence."
                yield Found((cover.at,), sentence, (priority.code,), cover.sender)


def _judged(case: Case) -> set[str] | None:
    """What RDG gives its confidence in; None where a row does not say readably what it is about, so that nobody can tell what is missing."""
    rows = case.returns.of(Confidence)
    return None if any(case.unread(c, "about") for c in rows) else {c.about.meaning for c in rows if c.about}


@rule(
    "AP285",
    "A proposal carries a significant risk, or none",
    severity=Severity.WARNING,
    because=clauses.WORKSPACES_ESCALATE,
    each=ForRdg,
    needs=("carries",),
    example="{carried_risk.none} is chosen, and a risk beside it.",
)
def none_and_some(matter: ForRdg, case: Case) -> Iterator[Found]:
    """Take out {carried_risk.none}, or the risk."""
    assert matter.carries
    meanings = {w.meaning for w in matter.carries}
    if CarriedRisk.NONE in meanings and len(meanings) > 1:
        yield Found((matter.cell("carries"),), f"{case.settings.printed(CarriedRisk.NONE)} is chosen, and a risk beside it.")


@rule(
    "AP286",
    "A matter for the Board says what families and settings say of it",
    severity=Severity.WARNING,
    because=clauses.LIVED_EXPERIENCE,
    each=ForTheBoard,
    needs=("voices",),
    example="What families and settings say gives neither an ID nor “not yet asked”.",
)
def no_voice_named(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Give the IDs of their words, for example V-{group.1}-2026-06-ask; or write “not yet asked”. It is no fault not to have asked yet."""
    assert matter.voices
    said = matter.voices.casefold()
    if not any(r.upper().startswith(("V-", "P-", "Q-")) for r in references(said)) and "not yet asked" not in said:
        yield Found((matter.cell("voices"),), "What families and settings say gives neither an ID nor “not yet asked”.")


_ABOUT = {"accept_system_risk": ("R-", "the risk to be accepted"), "ratify": ("TF-", "the group to be ratified")}


@rule(
    "AP287",
    "A decision on a risk or a group names it",
    severity=Severity.WARNING,
    because=clauses.BOARD_RETAINS,
    each=ForTheBoard,
    needs=("asked",),
    misses=("linked",),
    example="{decision_asked.accept_system_risk} is asked, but Linked IDs does not name the risk to be accepted.",
)
def decision_without_its_subject(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Give its ID under Linked IDs, so that it is printed beside the decision."""
    for meaning, (prefix, what) in _ABOUT.items():
        if means(matter.asked, meaning) and not any(ref.upper().startswith(prefix) for ref in matter.linked or ()):
            yield Found((matter.cell("linked"),), f"{matter.asked} is asked, but Linked IDs does not name {what}.")


@rule(
    "AP289",
    "A proposal that carries a significant risk says what else was considered",
    severity=Severity.WARNING,
    because=clauses.WORKSPACES_ESCALATE,
    each=ForRdg,
    needs=("carries",),
    example="It carries significant risk, but no options and recommendation are given.",
)
def risky_without_options(matter: ForRdg, case: Case) -> Iterator[Found]:
    """Give the options, and what you recommend: RDG can then decide at one meeting."""
    wants = [name for name in ("options", "recommendation") if not getattr(matter, name) and not case.unread(matter, name)]
    assert matter.carries
    if wants and not all(w.meaning == "none" for w in matter.carries):
        verb = "are" if len(wants) == 2 or wants == ["options"] else "is"
        sentence = f"It carries significant risk, but no {' and '.join(wants)} {verb} given."
        yield Found(tuple(matter.cell(n) for n in wants), sentence)


RULES: tuple[Rule, ...] = (
    mandatory_without_category,
    recommends_no_option,
    needed_before_the_meeting,
    group_ends_before_it_starts,
    one_group_under_two_ids,
    no_overall_confidence,
    priority_not_judged,
    none_and_some,
    no_voice_named,
    decision_without_its_subject,
    risky_without_options,
)
