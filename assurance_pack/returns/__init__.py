"""WHAT WE ASK: the five returns. The class is the sheet, and the only place where a column is written.

A return is added by writing one file and naming it in `RETURNS`; form, reader, guide and guard follow.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Row
from . import board_log, partner, rdg, voice, workspace

__all__ = ["RETURNS", "SHEETS", "ReturnKind", "return_kind", "sheet_key"]


@dataclass(frozen=True)
class ReturnKind:
    """One kind of return: what it is called, which sheets it has, and how many of them are sent.

    `version` is raised when a declaration changes; forms of an earlier version are still read, through the aliases of its columns.
    """

    key: str
    title: str
    form_title: str
    sheets: tuple[type[Row], ...]
    version: int = 1

    def sheet(self, title: str) -> type[Row] | None:
        """The declaration of the sheet of this name, if the return has one."""
        return next((s for s in self.sheets if s.sheet_title == title), None)


RETURNS: tuple[ReturnKind, ...] = (
    ReturnKind("workspace", "Workspace return", "Workspace return", workspace.SHEETS),
    ReturnKind("rdg", "Reform Delivery Group return", "RDG return", rdg.SHEETS),
    ReturnKind("voice", "Voice return", "Your words to the Board", voice.SHEETS),
    ReturnKind("partner", "Partner concern", "Concern for the Board", partner.SHEETS),
    ReturnKind("board_log", "Board log", "Board log", board_log.SHEETS),
)

def sheet_key(cls: type[Row]) -> str:
    """How a record names the kind of its rows: ``workspace.Milestone``."""
    return f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"


_ALL: tuple[type[Row], ...] = (*(cls for kind in RETURNS for cls in kind.sheets), voice.AlsoWritten)
SHEETS: dict[str, type[Row]] = {sheet_key(cls): cls for cls in _ALL}
"""Every sheet by its key, and what is read of a voice form besides its one."""


def return_kind(key: str) -> ReturnKind:
    """The kind of return with this key.

    Raises:
        KeyError: there is none.
    """
    for kind in RETURNS:
        if kind.key == key:
            return kind
    raise KeyError(key)
