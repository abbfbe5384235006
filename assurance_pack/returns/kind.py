"""What a kind of return says of itself: its sheets, who sends it, and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Lens, Sender
from ..schema import Row
from ..settings import Settings
from ..settings.parties import Party


def _from_its_sender(month: str, party: Party) -> str:
    return f"the {month} return from {party.name}"


@dataclass(frozen=True)
class ReturnKind:
    """One kind of return. Adding one to `RETURNS` is all it takes for it to be issued, read, chased and listed.

    Attributes:
        key: by which a form is known again; also its key under `[deadlines]` and, for a kind of its own, the `kind` of `[[senders]]`.
        title: of the guide's page.
        form_title: of the form.
        sheets: the declarations, the first page first.
        senders: who may send it, as `pack.toml` has them.
        plural: who sends it, in a word, where sheets of two kinds have one name: ``Workspaces``.
        asks: the question on the first page that names the sender; empty where there is only one.
        expected: whether it is missing when it does not come; otherwise it is welcome.
        voice: whether it is people's own words: never chased with problems, and issued in Word too.
        lens: whose voice it is, where its sender has no lens of its own.
        id_letter: of IDs the tool gives its rows; other letters stand on the columns.
        data_book_only: no section of the pack takes its rows: they are counted, and stand whole in the data book.
        spoken_of: how a month's return is named in a message.
        what_to_do: in a sentence or two, for the message its form goes out with.
        version: raised when a declaration changes; forms of an earlier version are still read, through the aliases of its columns.
        running: whether it is its keeper's own running list, in which last month's rows are this month's too.
    """

    key: str
    title: str
    form_title: str
    sheets: tuple[type[Row], ...]
    senders: Callable[[Settings], tuple[Party, ...]]
    plural: str
    asks: str = ""
    expected: bool = True
    voice: bool = False
    lens: Lens = Lens.PROFESSIONAL
    id_letter: str = ""
    data_book_only: bool = False
    spoken_of: Callable[[str, Party], str] = _from_its_sender
    what_to_do: str = "Please fill in what is new, and change what is different."
    version: int = 1
    running: bool = False

    def sheet(self, title: str) -> type[Row] | None:
        """The declaration of the sheet of this name, if the return has one."""
        return next((s for s in self.sheets if s.sheet_title == title), None)

    def sender(self, code: str) -> Sender:
        """The sender of this return with this code."""
        return Sender(self.key, code)
