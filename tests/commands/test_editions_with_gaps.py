"""Where returns did not come, no edition says none, fewer, the same or better: it says that it is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from assurance_pack.document.editions import EDITIONS, issue
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")


def june(root: Path, *, but: str) -> Understood:
    """June with only the returns whose file names begin so, or all but those."""
    copy_to_june(root / "inputs")
    for file in (root / "inputs" / JUNE).glob("*.*x"):
        if file.name.startswith(but.removeprefix("not ")) == but.startswith("not "):
            file.unlink()
    return understand(Home(root), JUNE, load(ROOT / "pack.toml"))


def said(understood: Understood, edition: str) -> str:
    made = issue(EDITIONS[edition], understood.case, understood.verdicts, understood.position, version="1.0", draft=False, changes=())
    return "\n".join(t for t in texts(made.assembled.document.blocks) if t)


@pytest.fixture(scope="module")
def nearly_nothing(tmp_path_factory: pytest.TempPathFactory) -> Understood:
    return june(tmp_path_factory.mktemp("june"), but="Young")


def test_the_page_for_the_health_and_wellbeing_board_knows_what_it_does_not_know(nearly_nothing: Understood) -> None:
    page = said(nearly_nothing, "hwb")
    for words in (
        "What has changed since May is not known", "Not known: no return came from the Reform Delivery Group",
        "What was decided is not known", "Not known: not every register of risks came.",
    ):  # fmt: skip
        assert words in page, words
    for comfort in ("as they were", "Nothing is asked", "No decision was taken", "No open system risk", "Better"):
        assert comfort not in page, comfort


def test_the_summary_for_families_does_not_say_that_nothing_is_late(nearly_nothing: Understood) -> None:
    page = said(nearly_nothing, "public")
    assert page.count("We have not been told this month: not everyone who should report did.") == 2
    assert "We have not been told what the Board decided." in page
    for comfort in ("Nothing that families were told of is late", "Nothing more has a date yet", "made no new decision"):
        assert comfort not in page, comfort


def test_with_one_register_missing_the_system_risks_are_those_that_are_known(tmp_path: Path) -> None:
    understood = june(tmp_path, but="not Capital")
    page = said(understood, "hwb")
    assert "system risks known (not every register came) in a mandatory category" in page
    assert "Extreme risks\n3 known" in page or "3 known" in page
