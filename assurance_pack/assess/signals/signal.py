"""One signal: what one source says of one theme, through which lens."""

from datetime import date
from typing import Literal

from ...model import NOT_TOLD, Cell, Frozen, Lens, Sender, Word

Direction = Literal["positive", "concern", "weak", "mixed", "none"]
"""Which way something speaks. `weak` is a concern that alone neither contradicts nor corroborates: a milestone at risk."""


class Signal(Frozen):
    """One thing one source says about one theme.

    `source` tells sources apart: two signals of one source (the same data set, the same return's same item) count once.
    `old` signals are shown, not counted. `suggested` marks a theme no person has confirmed yet, printed (s).
    `says` is the sentence or words as they would be printed; `strong` for a severe one;
    `status` where it is a milestone’s: the word as reported.
    """

    theme: str
    lens: Lens
    direction: Direction
    item: str
    source: str
    dated: date | None
    says: str
    cell: Cell
    sender: Sender = NOT_TOLD
    strong: bool = False
    status: Word | None = None
    old: bool = False
    suggested: bool = False
    words: bool = False
    """Whether `says` is somebody's own words, to be printed as a quotation."""
