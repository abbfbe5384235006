"""Small numbers of people: nothing suppressed may be worked out from what is shown, now or in an earlier pack."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from assurance_pack.assess.small_numbers import Line, meanings, protect
from assurance_pack.settings.limits import SmallNumbers

RULE = SmallNumbers()


def shown(found: Line) -> str:
    return f"{' '.join(map(str, found.cells))} = {found.total}"


def line(*counts: int | None, earlier: Sequence[Line] = ()) -> str:
    return shown(protect(counts, RULE, earlier))


def months(*each: Sequence[int]) -> list[Line]:
    """The same line month after month, each shown beside those before it."""
    told: list[Line] = []
    for counts in each:
        told.append(protect(counts, RULE, told))
    return told


def test_one_small_count_takes_the_next_smallest_with_it() -> None:
    assert line(3, 9, 12, 0) == "[c] [c] 12 0 = 24"


def test_nothing_small_nothing_suppressed_and_nil_is_shown() -> None:
    assert line(0, 9, 12, 0) == "0 9 12 0 = 21"


def test_two_ones_whose_sum_is_two_need_a_third() -> None:
    assert line(1, 1, 9, 30) == "[c] [c] [c] 30 = 41"


def test_where_nothing_is_left_to_hide_the_total_goes() -> None:
    assert line(3, 0, 0) == "[c] 0 0 = [c]"
    assert line(1, 1) == "[c] [c] = [c]"


def test_a_count_not_stated_is_not_available_and_hides_nothing() -> None:
    assert line(3, None, 12) == "[c] [x] [c] = 15"


def test_what_was_hidden_last_month_stays_hidden() -> None:
    assert shown(months([3, 9, 12], [5, 9, 12])[-1]) == "[c] [c] 12 = 26"


def test_what_was_hidden_two_months_ago_stays_hidden_though_it_was_nil_in_between() -> None:
    assert shown(months([3, 8, 12, 9], [3, 0, 12, 9], [0, 8, 12, 9])[-1]) == "0 [c] 12 9 = [c]"


def test_what_was_shown_last_month_and_is_the_same_hides_nothing() -> None:
    """May showed 9; hiding that same 9 in June would leave the 3 to be worked out from May's pack."""
    assert shown(months([20, 9, 12], [3, 9, 11])[-1]) == "[c] 9 [c] = 23"


def test_where_an_earlier_pack_gave_the_same_total_the_whole_line_goes() -> None:
    """May's total, 12, is June's; hiding it again would not hide the 3 that it leaves beside the 9."""
    assert [shown(told) for told in months([1, 2, 9], [3, 0, 9])] == ["[c] [c] 9 = 12", "[c] [c] [c] = [c]"]


def test_every_symbol_used_has_its_meaning() -> None:
    key = meanings(SmallNumbers(most=7, least_denominator=20))
    assert all(symbol.startswith("[") and symbol.endswith("]") for symbol in key)
    assert key["[c]"].startswith("suppressed: 1 to 7 people")
    assert "fewer than 20" in key["[u]"]


def solutions(found: Line, known: dict[int, int], total: int | None, limit: int) -> list[tuple[int, ...]]:
    """Every way a reader could fill in the hidden counts: none is nil, unless the whole line is hidden."""
    hidden = [i for i, cell in enumerate(found.cells) if cell.symbol == "[c]" and i not in known]
    least = 0 if all(cell.symbol for cell in found.cells) and found.total.symbol else 1
    rest = sum(known.get(i, cell.value or 0) for i, cell in enumerate(found.cells) if i not in hidden)
    return [guess for guess in product(range(least, limit + 1), repeat=len(hidden)) if total is None or sum(guess) + rest == total]


def nothing_follows(found: Line, known: dict[int, int], total: int | None, limit: int) -> bool:
    return all(len(set(values)) > 1 for values in zip(*solutions(found, known, total, limit), strict=True))


_counts = st.integers(0, 9)


@given(st.lists(_counts, min_size=1, max_size=5))
def test_no_line_has_exactly_one_hidden_count_and_its_total(counts: list[int]) -> None:
    found = protect(counts, RULE)
    assert found.total.value is None or sum(c.symbol == "[c]" for c in found.cells) != 1
    assert all(c.symbol == "[c]" for c, count in zip(found.cells, counts, strict=True) if 1 <= count <= RULE.most)


@settings(max_examples=60, deadline=None)
@given(st.lists(_counts, min_size=1, max_size=4))
def test_no_hidden_count_of_a_line_can_be_worked_out(counts: list[int]) -> None:
    found = protect(counts, RULE)
    assert nothing_follows(found, {}, found.total.value, limit=20)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 4).flatmap(lambda size: st.tuples(*[st.lists(_counts, min_size=size, max_size=size)] * 2)))
def test_last_months_line_beside_this_months_reveals_nothing(two: tuple[list[int], list[int]]) -> None:
    """A reader who rightly takes whatever May showed, total included, to hold in June learns no hidden count of June; nor of May from June."""
    may, june = months(*two)
    for found, other, counts in ((june, may, two[1]), (may, june, two[0])):
        known = {i: n for i, n in enumerate(counts) if found.cells[i].symbol and other.cells[i].value == n}
        total = found.total.value if other.total.value != sum(counts) else sum(counts)
        assert nothing_follows(found, known, total, limit=20), (shown(may), shown(june))


def test_a_line_shown_once_is_shown_again_as_it_was_and_so_is_one_of_which_some_was_hidden() -> None:
    assert [shown(told) for told in months([20, 9, 12], [20, 9, 12])] == ["20 9 12 = 41"] * 2
    assert [shown(told) for told in months([3, 9, 12], [3, 9, 12])] == ["[c] [c] 12 = 24"] * 2


def test_of_two_that_could_be_hidden_the_smaller_goes_and_of_equals_the_first() -> None:
    assert line(3, 12, 9, 30) == "[c] 12 [c] 30 = 54"
    assert line(30, 9, 9, 3) == "30 [c] 9 [c] = 51"
    assert line(0, 3, 0, 9) == "0 [c] 0 [c] = 12"


def test_a_small_total_goes_with_what_it_is_made_of() -> None:
    assert line(4) == "[c] = [c]"
    assert line(2, 2) == "[c] [c] = [c]"
    assert line(5) == "5 = 5"
    assert line(0, 0) == "0 0 = 0"
    assert line(None, None) == "[x] [x] = 0"
