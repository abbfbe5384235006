"""Words set once in each way while a document is set: the pages are those that come of setting them every time."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from small_document import small_document

from assurance_pack.render import load_assets, pdf
from assurance_pack.render.pdf.measured_once import LOOK, measured_once

PAGE = "<style>p { font-size: 12pt; width: 30em }</style><p>Late for a month</p><p>Late for a month</p><p style='font-weight: bold'>Late for a month</p><p><u>Late for a month</u></p>"


def lines_set(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of the paragraphs, each time that a line of them is set."""
    from weasyprint.layout import inline

    said: list[str] = []
    own = inline.split_first_line

    def told(text: str, *how: Any, **more: Any) -> Any:
        said.append(text)
        return own(text, *how, **more)

    with monkeypatch.context() as patch:
        patch.setattr(inline, "split_first_line", told)
        with measured_once():
            weasyprint.HTML(string=PAGE).render()
    assert inline.split_first_line is own
    return said


def test_the_same_words_are_set_once_and_again_where_they_look_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines_set(monkeypatch) == ["Late for a month"] * 3  # plain, in bold, underlined


def test_the_pages_are_those_that_come_of_setting_all_words_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    once = pdf.write(small_document(), load_assets())
    monkeypatch.setattr(pdf, "measured_once", contextlib.nullcontext)
    assert once == pdf.write(small_document(), load_assets())


def test_all_that_is_asked_of_a_style_to_set_a_line_tells_one_look_from_another() -> None:
    """Where a new version of WeasyPrint asks for more, words that differ in it alone would be taken for the same."""
    source = "".join(path.read_text("utf-8") for path in sorted((Path(weasyprint.__file__).parent / "text").glob("*.py")))
    assert set(re.findall(r"style\['([a-z_]+)'\]", source)) <= set(LOOK)
    assert not re.findall(r"style\.get\(|getattr\(style", source)
