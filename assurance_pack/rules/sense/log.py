"""Sense of the Board log: actions, challenges, decisions and waivers (AP291 to AP299)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...meanings import YesNo
from ...model import day, means
from ...model.problem import Severity
from ...returns.board_log import Action, Challenge, Decision, WaiverRow
from ...settings.indicators import PER_CENT, Indicator
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..shape.faults import quoted

_LONGEST_WAIVER = timedelta(days=366)
_SETS_AN_OUTCOME = ("direct_rdg", "hold_to_account", "escalate_members")


@rule(
    "AP291",
    "A significant challenge results in an agreed action",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_ACTIONS,
    each=Challenge,
    needs=("significant",),
    misses=("action",),
    example="Significant, but no action is linked.",
)
def significant_without_action(challenge: Challenge, case: Case) -> Iterator[Found]:
    """Enter the agreed action on Actions, and give its ID here."""
    if means(challenge.significant, YesNo.YES) and not challenge.action:
        yield Found((challenge.cell("action"),), "Significant, but no action is linked.")


@rule(
    "AP292",
    "An action that has ended says how",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    each=Action,
    needs=("status",),
    misses=("update",),
    example="{action_status.complete}, but Update is empty.",
)
def ended_without_update(action: Action, case: Case) -> Iterator[Found]:
    """Say in a sentence what was done, or why it was not."""
    if action.finished and not action.update:
        yield Found((action.cell("update"),), f"{action.status}, but Update is empty.")


@rule(
    "AP293",
    "Nothing is due or answered before it was agreed or asked",
    severity=Severity.WARNING,
    because="One of the two days must be wrong.",
    example="Due on 4 May 2026, before it was agreed on 17 June 2026.",
)
def log_dates_out_of_order(case: Case) -> Iterator[Found]:
    """Correct the day that is wrong."""
    for action in case.returns.of(Action):
        if action.agreed and action.due and action.due < action.agreed:
            sentence = f"Due on {day(action.due)}, before it was agreed on {day(action.agreed)}."
            yield Found((action.cell("due"),), sentence, (action.ref,), action.sender)
    for challenge in case.returns.of(Challenge):
        for name, verb in (("responded", "Answered"), ("answer_by", "To be answered by")):
            said: date | None = getattr(challenge, name)
            if said and challenge.on and said < challenge.on:
                sentence = f"{verb} {'on ' if name == 'responded' else ''}{day(said)}, before it was asked on {day(challenge.on)}."
                yield Found((challenge.cell(name),), sentence, (challenge.ref,), challenge.sender)


@rule(
    "AP294",
    "A waiver names a rule of the book",
    severity=Severity.WARNING,
    because="A waiver of nothing lets nothing stand, whoever signed it.",
    each=WaiverRow,
    needs=("rule",),
    example="There is no rule “AP299”.",
)
def waiver_of_no_rule(waiver: WaiverRow, case: Case) -> Iterator[Found]:
    """Give the number as `pack check` prints it, for example AP202."""
    if _rule_named(waiver.rule) is None:
        yield Found((waiver.cell("rule"),), f"There is no rule {quoted(waiver.rule or '')}.")


@rule(
    "AP295",
    "No waiver is sought for what nobody may waive",
    severity=Severity.WARNING,
    because=clauses.NO_INDIVIDUAL_CASES,
    each=WaiverRow,
    needs=("rule",),
    example="AP501 may not be waived: this has no effect.",
)
def waiver_of_the_unwaivable(waiver: WaiverRow, case: Case) -> Iterator[Found]:
    """Take the waiver out, and mend what the rule found."""
    named = _rule_named(waiver.rule)
    if named and not named.waivable:
        yield Found((waiver.cell("rule"),), f"{named.id} may not be waived: this has no effect.")


def _rule_named(number: str | None) -> Rule | None:
    from .. import all_rules  # the book holds this rule too, so it can be opened only once every family is written

    wanted = (number or "").strip().upper()
    return next((r for r in all_rules() if r.id == wanted), None)


@rule(
    "AP296",
    "A waiver ends within a year",
    severity=Severity.WARNING,
    because="What stands longer than a year is no exception: change the rule’s severity, openly, in pack.toml.",
    each=WaiverRow,
    needs=("until",),
    example="The waiver runs to 31 December 2029.",
)
def waiver_without_end(waiver: WaiverRow, case: Case) -> Iterator[Found]:
    """Give a day within the year; it can be renewed."""
    assert waiver.until
    if waiver.until - case.position > _LONGEST_WAIVER:
        yield Found((waiver.cell("until"),), f"The waiver runs to {day(waiver.until)}.")


@rule(
    "AP298",
    "A direction of the Board says what outcome it requires, and by when",
    severity=Severity.WARNING,
    because=clauses.BOARD_SETS_OUTCOMES,
    each=Decision,
    needs=("kind",),
    misses=("outcome",),
    example="{decision_asked.direct_rdg}, but no outcome required and by when is given.",
)
def direction_without_outcome(decision: Decision, case: Case) -> Iterator[Found]:
    """Write what must be true, by when. The Board sets the outcome, never the method."""
    if decision.decided and means(decision.kind, *_SETS_AN_OUTCOME) and not decision.outcome:
        yield Found((decision.cell("outcome"),), f"{decision.kind}, but no outcome required and by when is given.")


@rule(
    "AP297",
    "A condition of the Board asks for a figure there can be",
    severity=Severity.ERROR,
    because="A condition nobody can meet, or that anything meets, would be printed as kept or as broken.",
    each=Decision,
    needs=("indicator", "value"),
    example="The condition asks for 850 of “Annual reviews completed in time”, which lies between 0 and 100.",
    proves=Proof.VALUE,
)
def condition_out_of_reach(decision: Decision, case: Case) -> Iterator[Found]:
    """Write the value as the figure is printed: 65 for 65%."""
    indicator, value = _indicator(decision, case), decision.value
    assert value is not None
    if indicator is not None and not indicator.can_be(value):
        within = f"lies between 0 and {PER_CENT:g}" if indicator.unit == "percent" else "is never below 0"
        yield Found((decision.cell("value"),), f"The condition asks for {value:g} of {quoted(indicator.in_short)}, which {within}.")


def _indicator(decision: Decision, case: Case) -> Indicator | None:
    return next((i for i in case.settings.indicators if means(decision.indicator, i.code)), None)


@rule(
    "AP299",
    "A condition of the Board can be judged",
    severity=Severity.WARNING,
    because="A condition that anything meets, or that came too late, would be printed as kept or as broken.",
    each=Decision,
    needs=("indicator", "value"),
    example="The condition asks for 0.65% of “Annual reviews completed in time”. Is 65% meant?",
)
def condition_in_doubt(decision: Decision, case: Case) -> Iterator[Found]:
    """Write the value as the figure is printed: 65 for 65%. The day by which it must be so comes after the decision."""
    indicator, value = _indicator(decision, case), decision.value
    assert value is not None
    if indicator is not None and indicator.unit == "percent" and 0 < value < 1:
        yield Found(
            (decision.cell("value"),), f"The condition asks for {value:g}% of {quoted(indicator.in_short)}. Is {100 * value:g}% meant?"
        )
    if decision.by and decision.on and decision.by < decision.on:
        yield Found(
            (decision.cell("by"),), f"The condition is to be met by {day(decision.by)}, before the Board decided on {day(decision.on)}."
        )


RULES: tuple[Rule, ...] = (
    significant_without_action,
    ended_without_update,
    log_dates_out_of_order,
    waiver_of_no_rule,
    waiver_of_the_unwaivable,
    waiver_without_end,
    direction_without_outcome,
    condition_out_of_reach,
    condition_in_doubt,
)
