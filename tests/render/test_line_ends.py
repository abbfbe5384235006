"""The fault of WeasyPrint 70 that is reported in docs/upstream: with the Pango it shows with it is there, and it is mended while pages are set and only then."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

from weasyprint.text.ffi import pango

from assurance_pack.render.pdf.line_ends import whole_lines

REPORT = Path(__file__).parents[2] / "docs" / "upstream" / "weasyprint-70-line-ends.md"
CUT, WHOLE = ["one", "two three", "four"], ["one two three", "four"]
GONE_WITH = (1, 56)
"""Seen with Pango 1.50, and not with 1.56 nor 1.58."""


def unmended() -> list[str]:
    """What the case shows with the Pango of this machine."""
    number = pango.pango_version()
    return WHOLE if (number // 10_000, number // 100 % 100) >= GONE_WITH else CUT


def as_reported(room: str = "13.5ch") -> list[str]:
    """The lines that the program of the report finds."""
    (program,) = re.findall(r"```python\n(.*?)```", REPORT.read_text(encoding="utf-8"), re.DOTALL)
    said: list[list[str]] = []
    exec(program.replace("13.5ch", room), {"print": said.append})
    return said[0]


def test_the_case_of_the_report_shows_the_fault_in_the_version_that_is_pinned() -> None:
    assert version("weasyprint") == "70.0"
    assert as_reported() == unmended()
    assert (as_reported("14.5ch"), as_reported("12.5ch")) == (WHOLE, ["one two", "three four"])


def test_while_pages_are_set_here_the_words_stay_on_their_line_and_afterwards_nothing_is_changed() -> None:
    with whole_lines():
        assert as_reported() == WHOLE
    assert as_reported() == unmended()
