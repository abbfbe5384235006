"""The rules of shape (AP1xx): every fault the reader met, in words. Is it the right form, and can each cell be read?

The reader finds, these rules word: one for each kind of fault, and none looks at a value that was read.
"""

from __future__ import annotations

from ..engine import Rule
from . import cells, dates, figures, files, item_ids, returns, sheets, words

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *returns.RULES,
    *sheets.RULES,
    *cells.RULES,
    *figures.RULES,
    *item_ids.RULES,
    *words.RULES,
    *dates.RULES,
)
