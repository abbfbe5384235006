"""Words measured once: set in the same way they are as wide as before, and a pack says the same in many places.

To share out the columns of a table, and the room at the head of every page, WeasyPrint sets each word of them alone, once for each
time it asks; nine in ten have been set before in the same way. What was found is kept while one document is set, and only then.
"""

from __future__ import annotations

import contextlib
import copy
import importlib
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from ..patched import patched

Split = Callable[..., tuple[Any, ...]]
LOOK = (
    "direction", "font_family", "font_feature_settings", "font_kerning", "font_language_override", "font_size", "font_stretch", "font_style",
    "font_variant_alternates", "font_variant_caps", "font_variant_east_asian", "font_variant_ligatures", "font_variant_numeric",
    "font_variant_position", "font_variation_settings", "font_weight", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone",
    "hyphens", "lang", "letter_spacing", "line_height", "overflow_wrap", "tab_size", "text_decoration_line", "white_space", "word_break",
    "word_spacing",
)  # fmt: skip
"""All that WeasyPrint 70 asks of a style to set a line of words (`weasyprint/text`); a test looks for every one of them there."""
_look = itemgetter(*LOOK)


@contextlib.contextmanager
def measured_once() -> Iterator[None]:
    """Set pages with every text set once in each way."""
    with contextlib.ExitStack() as while_it_lasts:
        for where in ("weasyprint.layout.preferred", "weasyprint.layout.inline"):
            while_it_lasts.enter_context(patched(importlib.import_module(where), "split_first_line", _remembering))
        yield


def _remembering(split: Split) -> Split:
    """The same, with what it found the last time for the same words in the same look and room."""
    looks: dict[int, tuple[Any, object]] = {}  # the style is held beside its look: as long as it is, no other is at its address
    found: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def remembered(
        text: str, style: Any, context: Any, max_width: Any, justification: Any, is_line_start: bool = True, minimum: bool = False
    ) -> tuple[Any, ...]:
        if id(style) not in looks:
            looks[id(style)] = style, _told_apart(_look(style))
        key = (text, looks[id(style)][1], max_width, justification, is_line_start, minimum)
        if key not in found:
            found[key] = split(text, style, context, max_width, justification, is_line_start=is_line_start, minimum=minimum)
        line, *measures = found[key]
        return copy.copy(line), *measures  # each text has a line of its own: it is drawn with the colours of its own style

    return remembered


def _told_apart(look: tuple[Any, ...]) -> object:
    """A look as the key it is found by; as it is written down where a part of it can be no key: the lines that decorate a text are a set."""
    try:
        hash(look)
    except TypeError:
        return repr(look)
    return look
