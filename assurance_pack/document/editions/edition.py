"""What an edition is: which figures it takes, what it writes of them, and what is different about its making."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...position.editions.may_be_public import Held
from ...position.whole import Position
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...settings import Settings
from ..assemble import Front
from ..blocks import Document
from ..section import Section
from .reading_age import ReadingAge

Figures = TypeVar("Figures")


@dataclass(frozen=True)
class Edition(Generic[Figures]):
    """What one reader is given.

    `title`, `file` and `reader` may hold the Board's own words (`Settings.worded`). `file` names its files, without the month. `take` works out the figures it prints; `write` makes sections of them; `front` says what
    stands under the title, given the version. `readings` are the parts whose reading age is told; `held` the words kept back from this
    reader, and why. `pages` is the most it should have, none where there is no limit.

    `keeps_record`: it is the pack itself. It has the data book and the record beside it, each later version says what changed, and it is
    what is approved. `once_approved`: its reader should have it only when the Board pack of the same returns is approved.
    `since_last_month`: it is compared with the month before, not with the last pack the Board received.
    """

    key: str
    title: str
    file: str
    reader: str
    take: Callable[[Case, Verdicts, Position], Figures]
    write: Callable[[Figures, Position, Settings], tuple[Section, ...]]
    front: Callable[[Position, Settings, str], Front]
    readings: Callable[[Document, Position], tuple[ReadingAge, ...]] = lambda document, position: ()
    held: Callable[[Figures], tuple[Held, ...]] = lambda figures: ()
    pages: Callable[[Settings], int | None] = lambda settings: None
    keeps_record: bool = False
    once_approved: bool = False
    since_last_month: bool = False

    @property
    def stands(self) -> bool:
        """Whether its pages say if it is approved: the pack, and whatever goes out once the pack is approved."""
        return self.keeps_record or self.once_approved
