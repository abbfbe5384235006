"""Lines that end where they should: a fault of WeasyPrint 70, mended while pages are set and only then.

Where words fit a line exactly and the space after them does not, WeasyPrint takes the line for too long and ends it after its first
word. It happens wherever a run of text ends near the end of a line: about once in two pages. docs/upstream tells its makers, with a minimal case.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterator
from typing import Any

from ..patched import patched

Split = Callable[..., tuple[Any, ...]]
RESUME = 2
"""Where in what is found the place stands at which the next line begins; None where all fits."""


@contextlib.contextmanager
def whole_lines() -> Iterator[None]:
    """Set pages with the fault mended."""
    with patched(importlib.import_module("weasyprint.layout.inline"), "split_first_line", _without_its_last_space):
        yield


def _without_its_last_space(split: Split) -> Split:
    """The same, but words that fit without the space at their end do fit: that space hangs over the edge and is not seen."""

    def patient(text: str, style: Any, context: Any, max_width: Any, justification: Any, **more: Any) -> tuple[Any, ...]:
        found = split(text, style, context, max_width, justification, **more)
        if found[RESUME] is None or not text.endswith(" ") or style["white_space"] != "normal" or _far_too_long(text, style, max_width):
            return found
        fits = split(text.rstrip(" "), style, context, max_width, justification, **more)[RESUME] is None
        return split(text, style, context, None, justification, **more) if fits else found

    return patient


NARROWEST = 4
"""No line of words holds more letters for each that would fit if they were as wide as they are high: WeasyPrint reckons so too."""


def _far_too_long(text: str, style: Any, max_width: Any) -> bool:
    """Whether a text is so much longer than the line that it need not be set to know that it does not fit."""
    return max_width is not None and bool(style["font_size"]) and len(text) > max_width / style["font_size"] * NARROWEST + 1
