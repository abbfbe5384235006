"""What is read out in the place of a sign: the status for the letter of a history, “up” for an arrow.

HTML has `aria-label` for it, which WeasyPrint does not carry into a PDF. There it is the actual text of the piece of the page (ISO 32000,
14.9.4), which is given here while the pages are written and only then.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterator
from typing import Any

import pydyf

from ..patched import patched

WORDS = "data-read"
"""The attribute of an element that holds the words."""
Marked = Callable[..., contextlib.AbstractContextManager[None]]


@contextlib.contextmanager
def read_out() -> Iterator[None]:
    """Write pages so that the words of `data-read` are read out."""
    with patched(importlib.import_module("weasyprint.pdf.stream").Stream, "marked", _with_words):
        yield


def _with_words(marked: Marked) -> Marked:
    """The same, and the piece of text that begins bears the words of its element."""

    @contextlib.contextmanager
    def said(self: Any, box: Any, tag: str) -> Iterator[None]:
        with marked(self, box, tag):
            words = box.element.get(WORDS, "") if box.element is not None else ""
            # what was begun is the last in the stream: the tag, its properties, the operator
            if words and isinstance(properties := self.stream[-2], pydyf.Dictionary):
                properties["ActualText"] = pydyf.String(words)
            yield

    return said
