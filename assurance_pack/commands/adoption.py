"""What `pack adopt` would bring in from registers kept elsewhere, or brought in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..intake.adopting.accounts import Adopted
from ..intake.adopting.mapping import TableMapping
from ..model import Month, Sender
from ..model.text import GuardFinding


@dataclass(frozen=True)
class Adoption:
    """What would be brought in, or was: the proposal, what became of each cell, and the files written."""

    month: Month
    sender: Sender
    mappings: tuple[TableMapping, ...]
    adopted: Adopted
    mapping_file: Path
    withheld: tuple[GuardFinding, ...]
    named: tuple[GuardFinding, ...]
    written: tuple[Path, ...] = ()
