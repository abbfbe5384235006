"""What a build of very many rows does one after the other, so that what each step needs does not stand in memory beside what the next one does."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

from ..document.blocks import Document
from ..intake.opening.reader import rest
from ..render import Assets, CannotDraw, Pdf
from ..room import give_back
from .press import Press


def make_room(press: Press | None) -> None:
    """End the processes that have no work now: all is read, and no page is set before the data book and the record are written."""
    rest()
    if press:
        press.rest()
    give_back()


class Packed:
    """Files that are written, packed until all are: a record of many rows is a tenth as large so."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Pack them."""
        self._packed = {name: zlib.compress(data, 1) for name, data in files.items()}

    def files(self) -> dict[str, bytes]:
        """As they are."""
        return {name: zlib.decompress(data) for name, data in self._packed.items()}


def set_alone(press: Press, document: Document, assets: Assets) -> Callable[[], Pdf]:
    """The pages, set while this process waits; the one that set them is ended before anything else is written.

    Raises:
        DrawingFailed: the pages could not be set. That this machine cannot make a PDF is said when they are asked for.
    """
    give_back()
    made: Pdf | CannotDraw
    try:
        made = press.begin(document, assets)()
    except CannotDraw as why:
        made = why
    press.rest()

    def pages() -> Pdf:
        if isinstance(made, CannotDraw):
            raise made
        return made

    return pages
