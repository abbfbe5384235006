"""How an ID is known where others name it: in a cell that is there to name some, and among other words.

It stands here, and not with the rules, because whatever sets a page asks for it: a writer would load the whole rule book for one pattern.
"""

from __future__ import annotations

import re

REFERENCE = re.compile(r"\b(?:TF|[ABCDMNPQRVX])-[A-Z0-9](?:[\w-]*\w)?", re.IGNORECASE)
_DASH = "[-‐‑–]"
IN_WORDS = re.compile(
    rf"(?<![\w-])(?:[MRQN]{_DASH}[A-Z]{{2,6}}{_DASH}\d+|[ABCDX]{_DASH}\d{{3,}}|TF{_DASH}\d+"
    rf"|[VP]{_DASH}[A-Z]{{2,6}}{_DASH}\d{{4}}{_DASH}\d\d(?:{_DASH}[A-Z\d]+)*)(?![\w-])",
    re.IGNORECASE,
)
"""An ID among other words, beyond mistake: “A-level”, “Q-4” and “the A-38” are none."""
