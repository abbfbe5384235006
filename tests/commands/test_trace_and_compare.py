"""`pack trace` and `pack compare`: one item through every month, and what changed between two."""

from __future__ import annotations

from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def test_an_item_is_followed_through_every_month_with_the_cell_of_every_value(sample_home: Home) -> None:
    pack(sample_home, "build", "--month", "2026-06")
    said = pack(sample_home, "trace", "r-cap-004").output
    assert [line for line in said.splitlines() if line.startswith(("April", "May", "June"))] == [
        "April 2026, read by the Board of 20 May 2026 (read from its return; no pack was made from this record)",
        "May 2026, read by the Board of 17 June 2026 (read from its return; no pack was made from this record)",
        next(
            line
            for line in said.splitlines()
            if line.startswith("June 2026, read by the Board of 16 July 2026 (version 1.0: printed in section")
        ),
    ]
    assert "Capital and Sufficiency June 2026.xlsx › Risks!E8" in said


def test_what_changed_between_two_months_is_said_by_kind(sample_home: Home) -> None:
    pack(sample_home, "build", "--month", "2026-06")
    said = pack(sample_home, "compare", "2026-05", "2026-06").output
    assert "New (" in said
    assert "R-CAP-004  score: 16 → 20" in said.replace("Score", "score")


def test_an_id_nobody_knows_is_said_plainly(sample_home: Home) -> None:
    result = pack(sample_home, "trace", "R-ZZZ-999")
    assert result.exit_code == 2
    assert "No recorded month holds “R-ZZZ-999”." in result.output


def test_a_month_without_a_record_says_how_to_make_one(sample_home: Home) -> None:
    result = pack(sample_home, "compare", "2026-05", "2026-06")
    assert result.exit_code == 2
    assert "pack build --month 2026-05" in result.output
