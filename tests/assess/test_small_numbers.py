"""Small numbers of people: nothing suppressed may be worked out from what is shown."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from assurance_pack.assess.small_numbers import Shown, Table, change, meanings, protect, protect_line
from assurance_pack.settings import SmallNumbers

RULE = SmallNumbers()


def line(*counts: int | None, before: tuple[Shown, ...] = ()) -> str:
    cells, total = protect_line(counts, RULE, before)
    return f"{' '.join(map(str, cells))} = {total}"


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


def test_in_a_table_with_both_totals_four_counts_protect_each_other() -> None:
    found = protect([[3, 9, 12], [8, 20, 7], [6, 5, 30]], RULE, column_totals=True)
    assert [[str(c) for c in row] for row in found.cells] == [["[c]", "[c]", "12"], ["8", "20", "7"], ["[c]", "[c]", "30"]]
    assert [str(t) for t in (*found.row_totals, *found.column_totals)] == ["24", "35", "41", "17", "34", "49"]


def test_what_was_hidden_last_month_stays_hidden() -> None:
    may, _ = protect_line([3, 9, 12], RULE)
    assert line(5, 9, 12, before=may) == "[c] [c] 12 = 26"


def test_what_was_shown_last_month_and_is_the_same_hides_nothing() -> None:
    """May showed 9; hiding that same 9 in June would leave the 3 to be worked out from May's pack."""
    may, _ = protect_line([20, 9, 12], RULE)
    assert line(3, 9, 11, before=may) == "[c] 9 [c] = 23"


def test_a_change_beside_a_hidden_count_is_not_given() -> None:
    assert change(Shown(31), Shown(29)) == 2
    assert change(Shown(None, "[c]"), Shown(29)) is None
    assert change(Shown(31), Shown(None, "[c]")) is None


def test_every_symbol_used_has_its_meaning() -> None:
    key = meanings(SmallNumbers(most=7, least_denominator=20))
    assert all(symbol.startswith("[") and symbol.endswith("]") for symbol in key)
    assert key["[c]"].startswith("suppressed: 1 to 7 people")
    assert "fewer than 20" in key["[u]"]


def solutions(table: Table, limit: int) -> list[tuple[int, ...]]:
    """Every way a reader could fill in the hidden counts so that all that is printed holds, knowing that none of them is nil."""
    hidden = [(r, c) for r, row in enumerate(table.cells) for c, cell in enumerate(row) if cell.symbol == "[c]"]
    found = []
    for guess in product(range(1, limit + 1), repeat=len(hidden)):
        filled = dict(zip(hidden, guess, strict=True))
        rows = [sum(filled.get((r, c), cell.value or 0) for c, cell in enumerate(row)) for r, row in enumerate(table.cells)]
        columns = [sum(filled.get((r, c), row[c].value or 0) for r, row in enumerate(table.cells)) for c in range(len(table.cells[0]))]
        printed = [*zip(rows, table.row_totals, strict=False), *zip(columns, table.column_totals, strict=False)]
        if all(total.value in (None, sum_) for sum_, total in printed):
            found.append(guess)
    return found


def nothing_follows(table: Table, limit: int) -> bool:
    return all(len(set(values)) > 1 for values in zip(*solutions(table, limit), strict=True))


_counts = st.integers(0, 9)


@given(st.lists(_counts, min_size=1, max_size=5))
def test_no_line_has_exactly_one_hidden_count_and_its_total(counts: list[int]) -> None:
    cells, total = protect_line(counts, RULE)
    assert total.value is None or sum(c.symbol == "[c]" for c in cells) != 1
    assert all(c.symbol == "[c]" for c, count in zip(cells, counts, strict=True) if 1 <= count <= RULE.most)


@settings(max_examples=60, deadline=None)
@given(st.lists(_counts, min_size=1, max_size=4))
def test_no_hidden_count_of_a_line_can_be_worked_out(counts: list[int]) -> None:
    cells, total = protect_line(counts, RULE)
    assert nothing_follows(Table(cells=(cells,), row_totals=(total,)), limit=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=2, max_size=3), st.booleans())
def test_no_hidden_count_of_a_table_can_be_worked_out(counts: list[list[int]], down: bool) -> None:
    table = protect(counts, RULE, column_totals=down)
    assert nothing_follows(table, limit=8)
    for row, total in zip(table.cells, table.row_totals, strict=True):
        assert total.value is None or sum(c.symbol == "[c]" for c in row) != 1


@settings(max_examples=60, deadline=None)
@given(st.lists(_counts, min_size=2, max_size=4), st.data())
def test_last_months_table_beside_this_months_reveals_nothing(counts: list[int], data: st.DataObject) -> None:
    """One count differs between the months; a reader who takes every other shown in May to hold in June learns no hidden count."""
    place = data.draw(st.integers(0, len(counts) - 1))
    now = [*counts[:place], data.draw(_counts), *counts[place + 1 :]]
    may, _ = protect_line(counts, RULE)
    june, total = protect_line(now, RULE, may)
    known = tuple(
        m if j.symbol == "[c]" and m.value is not None and m.value == count else j for m, j, count in zip(may, june, now, strict=True)
    )
    assert nothing_follows(Table(cells=(known,), row_totals=(total,)), limit=12)
