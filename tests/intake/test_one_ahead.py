"""The next file is read while the one before it is looked at: in order, one ahead and no more, and a fault comes where its file does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assurance_pack.intake.one_ahead import one_ahead
from assurance_pack.intake.opening.grid import OpenedBook
from assurance_pack.intake.opening.reader import Reader

SENT = Path(__file__).parents[2] / "inputs" / "2026-06" / "SENCo network June.xlsx"


def test_each_comes_in_its_order_with_the_next_begun_and_none_after_it() -> None:
    begun: list[int] = []

    def begin(number: int) -> Callable[[], str]:
        begun.append(number)
        return lambda: f"file {number}"

    coming = one_ahead(begin, range(4))
    assert next(coming) == "file 0"
    assert begun == [0, 1]
    assert list(coming) == ["file 1", "file 2", "file 3"]


def test_of_no_file_nothing_comes() -> None:
    assert list(one_ahead(lambda number: lambda: number, [])) == []


def test_what_stops_the_reading_is_met_where_its_file_comes() -> None:
    coming = one_ahead(lambda number: lambda: 1 / number, [2, 1, 0])
    assert [next(coming), next(coming)] == [0.5, 1.0]
    with pytest.raises(ZeroDivisionError):
        next(coming)


def test_who_asks_for_a_file_while_another_is_read_is_given_its_own(tmp_path: Path) -> None:
    other = tmp_path / "none of ours.xlsx"
    shutil.copy(SENT, other)
    other.write_bytes(other.read_bytes()[:100])
    reader = Reader()
    try:
        read = list(one_ahead(reader.begin, [SENT, other, SENT, other]))
        assert [isinstance(one, OpenedBook) for one in read] == [True, False, True, False]
        beside = one_ahead(reader.begin, [SENT, SENT, SENT])
        assert isinstance(next(beside), OpenedBook)  # the next is being read now
        assert not isinstance(reader.read(other), OpenedBook)
        assert all(isinstance(one, OpenedBook) for one in beside)
    finally:
        reader.close()
