"""The month's forms as they lie in the output folder: what a form was issued with that does not say so itself.

Forms issued by the version before carry no fingerprint. Where looking at the cells cannot tell what was typed, they are compared with these.
"""

from __future__ import annotations

from functools import cached_property

from ..home import Home
from ..model import Month, Sender
from ..model.fault import Fault
from ..schema import Row
from ..settings import Settings
from .opening.grid import Refusal
from .opening.reader import read_file
from .reading.read_book import read_sheets
from .recognising.identify import recognise


class IssuedBefore:
    """The fingerprints of the forms in a month's output folder, read when first asked for."""

    def __init__(self, home: Home, month: Month, settings: Settings) -> None:
        """Know where they would lie."""
        self._folder = home.output(month) / "forms"
        self._settings = settings

    def of(self, sender: Sender, cls: type[Row]) -> str:
        """The fingerprint of one sheet of a sender's form; empty where no form of theirs lies there."""
        return self._all.get((sender, cls), "")

    @cached_property
    def _all(self) -> dict[tuple[Sender, type[Row]], str]:
        found: dict[tuple[Sender, type[Row]], str] = {}
        for path in sorted(self._folder.glob("*.xlsx")):
            book = read_file(path)
            known = None if isinstance(book, Refusal) else recognise(book, path.name, self._settings)
            if known is None or isinstance(book, Refusal) or isinstance(known, Fault):
                continue
            sheets, _ = read_sheets(book, known, path.name, self._settings)
            found |= {(known.sender, sheet.cls): sheet.fingerprint for sheet in sheets}
        return found
