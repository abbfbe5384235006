"""When the words of a promise say another, and when they are only put right."""

from __future__ import annotations

import pytest

from assurance_pack.rules.movement.promise import means_another


@pytest.mark.parametrize(
    ("now", "before", "another"),
    [
        ("Forecast to 2035 agreed", "Forecast to 2031 agreed", True),
        ("Forecast to 2031 agreed", "Forecast to 2031 agreed by all partners", True),
        ("Sufficency forecast to 2031", "Sufficiency forecast to 2031", False),
        ("Forecast agreed in 2031 and 2032", "Forecast agreed in 2031", True),
        ("Forecast agreed", "Forecast agreed in 2031", True),
        ("Forecast 1.5 agreed", "Forecast 1,5 agreed", True),
        ("Forecast agreed and signed", "Forecast agreed", True),
        ("Forecast was agreed", "Forecast agreed", True),
        ("The forecast is agreed", "A forecast was agreed", True),
        ("The forecast is agreed by all of us", "Forecast agreed of all us", False),
        ("By 2031, the forecast is agreed.", "the forecast is agreed by 2031", False),
    ],
)
def test_a_number_or_a_word_come_or_gone_is_another_promise_and_a_correction_is_none(now: str, before: str, another: bool) -> None:
    assert means_another(now, before) is another
