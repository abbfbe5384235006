"""Forms as issued from the sample months."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl

from assurance_pack.commands.prefill import Forward
from assurance_pack.model import Month
from assurance_pack.settings import Home


@dataclass(frozen=True)
class Issued:
    """A working folder with the sample months, and the forms of the month after them."""

    home: Home
    month: Month
    forward: Forward
    files: tuple[Path, ...]

    def path(self, name: str) -> Path:
        """One form by the sender's name: ``Capital and Sufficiency``."""
        return next(p for p in self.files if p.name == f"{name} {self.month}.xlsx")

    def open(self, name: str) -> openpyxl.Workbook:
        """One form, opened."""
        return openpyxl.load_workbook(self.path(name))
