"""The marked copy of a return: each problem as a note on its cell and a list on a Problems sheet; all else stays as the sender made it.

The workbook is not loaded and saved by a library, which would drop what the library does not know. Its parts are copied byte for byte;
only what must name the notes and the new sheet is touched: the sheets with notes, their relationships, the list of sheets, the styles
(three appended) and the list of content types.
"""

from .copy import CannotMark, mark
from .listing import cell_list, problem_list

__all__ = ["CannotMark", "cell_list", "mark", "problem_list"]
