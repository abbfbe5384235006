"""The rules of shape (AP1xx): every fault the reader met, in words. Is it the right form, and can each cell be read?

The reader finds, these rules word: one for each kind of fault, and none looks at a value that was read.
"""

from __future__ import annotations

from . import shape_cells, shape_files, shape_returns, shape_sheets
from .engine import Rule

RULES: tuple[Rule, ...] = (*shape_files.RULES, *shape_returns.RULES, *shape_sheets.RULES, *shape_cells.RULES)
