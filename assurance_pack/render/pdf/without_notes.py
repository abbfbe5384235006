"""What WeasyPrint knows of HTML, without what no page of ours has: notes at the foot of a page, and a marker where there is no item of a list.

The style sheet it reads HTML by has six rules that hold for every element there is: `::marker`, and five for notes. So it works out and
keeps six styles more for each element of a page, of which none is ever asked for: with 48 pages 60,000, and a quarter of all its memory.
It leans on the inside of WeasyPrint 70; the pages keep their bytes.
"""

from __future__ import annotations

import copy
import functools
from typing import Any

NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
"""What is drawn of a note, where one is."""
MARKER, ITEM = "marker", "li"
_PSEUDO = 3
"""Where in what is known of a selector the name of its pseudo-element stands."""


@functools.cache
def without_notes(sheet: Any) -> Any:
    """A style sheet of WeasyPrint's own without these rules; that of the marker holds for items of a list alone. The sheet itself stays as it is."""
    matcher = copy.copy(sheet.matcher)
    of_any, by_name = matcher.other_selectors, matcher.lower_local_name_selectors
    markers = [s for s in of_any if s[_PSEUDO] == MARKER]
    matcher.other_selectors = [s for s in of_any if s[_PSEUDO] not in NOTES | {MARKER}]
    matcher.lower_local_name_selectors = {**by_name, ITEM: [*by_name.get(ITEM, ()), *markers]}
    fewer = copy.copy(sheet)
    fewer.matcher = matcher
    return fewer
