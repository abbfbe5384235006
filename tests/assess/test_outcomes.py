"""What the lenses come to for each theme."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS, june, line, theme, word
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.assess.outcomes import Outcome, OutcomeKind, outcomes
from assurance_pack.assess.signals.signal import Signal
from assurance_pack.model import Cell, Lens
from assurance_pack.returns.workspace import Milestone, Risk

DATA, PROFESSIONAL, LIVED = Lens.DATA, Lens.PROFESSIONAL, Lens.LIVED


def said(lens: Lens, direction: Any, source: str = "", *, theme: str = "T12", old: bool = False) -> Signal:
    return Signal(
        theme=theme,
        lens=lens,
        direction=direction,
        item="",
        source=source or lens.value,
        dated=date(2026, 6, 30),
        says="",
        cell=Cell(file=""),
        old=old,
    )


def on(theme: str, *signals: Signal) -> Outcome:
    return next(o for o in outcomes(signals, SETTINGS, june()) if o.theme == theme)


@pytest.mark.parametrize(
    ("signals", "kind"),
    [
        ([], OutcomeKind.NO_SIGNAL),
        ([said(LIVED, "none")], OutcomeKind.NO_SIGNAL),
        ([said(DATA, "concern", old=True)], OutcomeKind.STALE),
        ([said(DATA, "concern", old=True), said(LIVED, "none")], OutcomeKind.STALE),
        ([said(LIVED, "concern")], OutcomeKind.SINGLE_SOURCE),
        ([said(LIVED, "concern", "PCF"), said(LIVED, "positive", "YPG")], OutcomeKind.SINGLE_SOURCE),
        ([said(LIVED, "concern"), said(DATA, "concern", old=True)], OutcomeKind.SINGLE_SOURCE),
        ([said(DATA, "positive"), said(LIVED, "concern")], OutcomeKind.CONTRADICTION),
        ([said(DATA, "positive"), said(PROFESSIONAL, "concern"), said(LIVED, "concern")], OutcomeKind.CONTRADICTION),
        ([said(DATA, "concern"), said(LIVED, "concern")], OutcomeKind.CORROBORATED_CONCERN),
        ([said(DATA, "concern"), said(PROFESSIONAL, "mixed"), said(LIVED, "concern")], OutcomeKind.CORROBORATED_CONCERN),
        ([said(DATA, "positive"), said(LIVED, "positive")], OutcomeKind.CORROBORATED_ASSURANCE),
        ([said(DATA, "positive"), said(PROFESSIONAL, "positive")], OutcomeKind.UNTESTED),
        ([said(DATA, "positive"), said(PROFESSIONAL, "positive"), said(LIVED, "mixed")], OutcomeKind.MIXED),
        ([said(DATA, "concern"), said(PROFESSIONAL, "mixed")], OutcomeKind.MIXED),
        ([said(DATA, "positive"), said(PROFESSIONAL, "mixed")], OutcomeKind.MIXED),
        ([said(DATA, "mixed"), said(LIVED, "mixed")], OutcomeKind.MIXED),
        ([said(PROFESSIONAL, "weak")], OutcomeKind.SINGLE_SOURCE),
        ([said(PROFESSIONAL, "weak"), said(LIVED, "positive")], OutcomeKind.MIXED),
        ([said(PROFESSIONAL, "weak"), said(LIVED, "concern")], OutcomeKind.SINGLE_SOURCE),
        ([said(PROFESSIONAL, "weak"), said(PROFESSIONAL, "concern", "b"), said(LIVED, "concern")], OutcomeKind.CORROBORATED_CONCERN),
        ([said(PROFESSIONAL, "weak"), said(PROFESSIONAL, "concern", "b"), said(LIVED, "positive")], OutcomeKind.CONTRADICTION),
        ([said(DATA, "positive"), said(PROFESSIONAL, "weak"), said(LIVED, "positive")], OutcomeKind.MIXED),
        ([said(DATA, "positive"), said(PROFESSIONAL, "mixed"), said(LIVED, "positive")], OutcomeKind.MIXED),
    ],
)
def test_the_first_outcome_that_fits(signals: list[Signal], kind: OutcomeKind) -> None:
    assert on("T12", *signals).kind is kind


def test_positive_and_concern_within_a_lens_make_it_mixed() -> None:
    found = on("T12", said(PROFESSIONAL, "positive", "M-CAP-001"), said(PROFESSIONAL, "concern", "R-CAP-004"), said(LIVED, "concern"))
    assert (found.lenses[PROFESSIONAL], found.kind) == ("mixed", OutcomeKind.MIXED)


def test_a_weak_concern_adds_nothing_to_a_concern_and_makes_a_positive_lens_mixed() -> None:
    def professional(*directions: Any) -> str:
        return on("T12", *(said(PROFESSIONAL, d, f"M-{n}") for n, d in enumerate(directions))).lenses[PROFESSIONAL]

    assert professional("weak", "weak") == "weak"
    assert professional("concern", "weak", "concern") == "concern"
    assert professional("positive", "weak") == "mixed"


def test_a_single_source_beside_a_weak_concern_is_named_by_what_weighs() -> None:
    assert on("T12", said(PROFESSIONAL, "weak"), said(LIVED, "concern")).only == "lived"


def test_the_same_data_set_through_two_lenses_is_one_source() -> None:
    one = on("T12", said(DATA, "concern", "data:contact log"), said(PROFESSIONAL, "concern", "data:contact log"))
    assert (one.kind, one.only) == (OutcomeKind.SINGLE_SOURCE, "data")
    assert one.lenses == {DATA: "concern", PROFESSIONAL: "concern", LIVED: "none"}
    two = on("T12", said(DATA, "concern", "data:contact log"), said(PROFESSIONAL, "concern", "data:contact log"), said(LIVED, "mixed"))
    assert two.kind is OutcomeKind.MIXED
    three = on("T12", said(DATA, "concern", "data:contact log"), said(PROFESSIONAL, "concern", "data:contact log"), said(LIVED, "concern"))
    assert three.kind is OutcomeKind.CORROBORATED_CONCERN


def test_a_single_source_says_which_lens() -> None:
    assert on("T12", said(LIVED, "concern")).only == "lived"
    assert on("T12", said(DATA, "concern"), said(LIVED, "concern")).only == ""


def test_every_theme_has_its_line_in_the_order_of_the_list() -> None:
    assert [o.theme for o in outcomes((), SETTINGS, june())] == [t.id for t in SETTINGS.themes]


def gaps(theme_id: str, signals: tuple[Signal, ...], *rows: Any) -> tuple[Lens, ...]:
    return next(o for o in outcomes(signals, SETTINGS, june(*rows)) if o.theme == theme_id).gaps


def test_a_lens_silent_on_a_theme_the_plan_depends_on_is_a_gap() -> None:
    open_milestone = line(Milestone, id="M-CWF-003", theme=theme("T06"), status=word("milestone_status", "at_risk"))
    assert gaps("T06", (said(PROFESSIONAL, "mixed", theme="T06"),), open_milestone) == (DATA, LIVED)
    assert gaps("T06", (said(LIVED, "none", theme="T06"),), open_milestone) == (DATA, PROFESSIONAL)
    assert gaps("T06", (said(LIVED, "concern", theme="T06", old=True),), open_milestone) == (DATA, PROFESSIONAL, LIVED)


def test_a_theme_nothing_depends_on_has_no_gap() -> None:
    done = line(Milestone, id="M-CWF-003", theme=theme("T06"), status=word("milestone_status", "complete"))
    low = line(Risk, id="R-CWF-001", theme=theme("T06"), likelihood=2, consequence=2, status=word("risk_status", "open"))
    assert gaps("T06", (), done, low) == ()


def test_a_severe_open_risk_makes_its_theme_one_the_plan_depends_on() -> None:
    severe = line(Risk, id="R-CWF-001", theme=theme("T06"), likelihood=5, consequence=4, status=word("risk_status", "open"))
    assert gaps("T06", (), severe) == (DATA, PROFESSIONAL, LIVED)
    assert gaps("T06", (), severe.model_copy(update={"status": word("risk_status", "closed")})) == ()


_signals = st.lists(
    st.builds(
        said,
        st.sampled_from(list(Lens)),
        st.sampled_from(["positive", "concern", "weak", "mixed", "none"]),
        st.sampled_from(["a", "b", "c"]),
        theme=st.sampled_from(["T01", "T02", "T03"]),
        old=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(_signals, st.data())
def test_taking_out_one_signal_changes_exactly_its_themes_line(signals: list[Signal], data: st.DataObject) -> None:
    out = data.draw(st.integers(0, len(signals) - 1))
    before = outcomes(signals, SETTINGS, june())
    after = outcomes([*signals[:out], *signals[out + 1 :]], SETTINGS, june())
    assert [b.theme for b, a in zip(before, after, strict=True) if a != b] == [signals[out].theme]


@given(_signals)
def test_the_outcome_does_not_depend_on_the_order_of_the_signals(signals: list[Signal]) -> None:
    def lines(given: list[Signal]) -> list[Any]:
        return [(o.kind, o.lenses, o.gaps) for o in outcomes(given, SETTINGS, june())]

    assert lines(signals) == lines(list(reversed(signals)))


@given(_signals)
def test_old_signals_and_asks_never_make_agreement_or_contradiction(signals: list[Signal]) -> None:
    counted = [s for s in signals if not s.old and s.direction != "none"]
    for whole, bare in zip(outcomes(signals, SETTINGS, june()), outcomes(counted, SETTINGS, june()), strict=True):
        if bare.kind is not OutcomeKind.NO_SIGNAL:
            assert (whole.kind, whole.lenses) == (bare.kind, bare.lenses)
        else:
            assert whole.kind in (OutcomeKind.NO_SIGNAL, OutcomeKind.STALE)
