"""What a form was issued with that does not say so itself.

Forms issued by the version before carry no fingerprint: where looking at the cells cannot tell what was typed, they are compared with the
month's forms as they lie in the output folder. A group's form repeats what it asked in months before, and what was answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..home import Home
from ..model import Month, Sender
from ..model.fault import Fault
from ..returns.rdg import YouSaidWeDid
from ..returns.received import Returns
from ..returns.voice import NOT_YET_ANSWERED, Voice
from ..schema import Row
from ..settings import Settings
from .opening.grid import Refusal
from .opening.reader import read_file
from .reading.read_book import read_sheets
from .recognising.identify import recognise

_TWO_YEARS = 25
"""So many months back, the last included, a group's form may repeat what it asked: an ask that is older was answered, or is asked again."""


class IssuedBefore:
    """The fingerprints of the forms in a month's output folder, read when first asked for; and what groups asked and were answered in the months before."""

    def __init__(self, home: Home, month: Month, settings: Settings, earlier: Iterable[Returns] = ()) -> None:
        """Know where they would lie, and the months before."""
        self._folder = home.output(month) / "forms"
        self._settings = settings
        self._earlier = tuple(earlier)[-_TWO_YEARS:]

    def repeated(self, sender: Sender) -> Iterator[str]:
        """What the form of a group repeats: its earlier asks, and every answer they were given."""
        asks = {voice.box_id("ask"): voice.ask for returns in self._earlier for voice in returns.of(Voice, sender) if voice.ask}
        yield from asks.values()
        if asks:
            yield NOT_YET_ANSWERED
        for answer in (row for returns in self._earlier for row in returns.of(YouSaidWeDid) if row.id in asks):
            yield from (str(said) for said in (answer.answer, answer.did, answer.impact) if said)

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
