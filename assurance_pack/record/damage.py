"""What stops one month's archive from being used, in words that name its folder and a way out that works."""

from __future__ import annotations

from ..model import Month


class RecordProblem(Exception):
    """A record, manifest or seal cannot be used; the text says which, in which folder, and what to do.

    It is about one month: whoever reads several goes on with the others.
    """

    def __init__(self, what: str, remedy: str) -> None:
        """Keep what is wrong (a whole sentence) and the way out (another)."""
        super().__init__(f"{what} {remedy}")
        self.what = what
        self.remedy = remedy


def unreadable(what: str) -> str:
    """What is wrong with a file of the archive that is there and that this machine does not give up: a drive, a lock, a right that is missing."""
    return f"{what} cannot be read: it is open in another program, or you may not read it."


def build_again(month: Month) -> str:
    """The way out where nothing was sealed: the record is made from the returns."""
    return f"Build the month again from its returns: pack build --month {month}. Or put back a copy of the folder."


def restore(folder: str) -> str:
    """The way out where something was sealed: what the Board received is not made again, it is put back."""
    return f"Put back a copy of {folder}; if there is none, build the month again and approve the next version."
