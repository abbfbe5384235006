"""The crosswalk: every row once, the counts sum to the rows read, and a row nobody spoke of is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from position_rows import milestone, risk

from assurance_pack.document.crosswalk import add_up
from assurance_pack.document.section import Fate, Fates

ROWS = [milestone(f"M-CAP-{n:03}") for n in range(1, 6)]
WHATS = ("printed", "summarised", "held back")


def test_a_row_without_a_fate_is_not_placed_and_is_named():
    fates = Fates("milestones")
    fates.printed(*ROWS[:3])
    fates.held_back(ROWS[3], why="not for this reader")
    crosswalk = add_up(ROWS, fates.all)
    assert crosswalk.counts == {"printed": 3, "summarised": 0, "held back": 1, "not placed": 1}
    assert [r.ref for r in crosswalk.not_placed] == ["M-CAP-005"]


def test_the_best_of_several_fates_counts_and_every_section_is_kept():
    fates = [Fate(ROWS[0].at, "M-CAP-001", "summarised", "milestones"), Fate(ROWS[0].at, "M-CAP-001", "printed", "voice")]
    placed = add_up(ROWS[:1], fates).rows[0]
    assert (placed.what, placed.sections) == ("printed", ("milestones", "voice"))


def test_two_rows_with_one_id_are_two_rows():
    twice = [risk("R-CAP-001"), risk("R-CAP-001")]
    fates = Fates("risks")
    fates.printed(twice[0])
    assert add_up(twice, fates.all).counts == {"printed": 1, "summarised": 0, "held back": 0, "not placed": 1}


def test_reasons_are_counted_the_most_common_first():
    fates = Fates("decisions")
    fates.held_back(*ROWS[:2], why="in RDG’s edition")
    fates.held_back(ROWS[2], why="withheld")
    assert add_up(ROWS, fates.all).reasons("held back") == (("in RDG’s edition", 2), ("withheld", 1))


@given(told=st.lists(st.tuples(st.integers(0, len(ROWS) - 1), st.sampled_from(WHATS), st.sampled_from(("risks", "voice"))), max_size=40))
def test_the_counts_sum_to_the_rows_read_whatever_is_told(told):
    fates = [Fate(ROWS[n].at, ROWS[n].ref, what, section) for n, what, section in told]
    crosswalk = add_up(ROWS, fates)
    assert sum(crosswalk.counts.values()) == crosswalk.read == len(ROWS)
