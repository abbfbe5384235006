"""WHAT WE ASK: the returns. The class is the sheet, and the only place where a column is written.

A return is added by writing one file and naming it in `RETURNS`; form, reader, guide and guard follow.
"""

from __future__ import annotations

from ..schema import Row
from . import board_log, partner, rdg, voice, workspace
from .kind import ReturnKind

__all__ = ["RETURNS", "SHEETS", "ReturnKind", "return_kind", "sheet_key"]

RETURNS: tuple[ReturnKind, ...] = (
    workspace.WORKSPACE_RETURN,
    rdg.RDG_RETURN,
    voice.VOICE_RETURN,
    partner.PARTNER_RETURN,
    board_log.BOARD_LOG_RETURN,
)
"""Every kind of return, in the order of the returns register."""


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
