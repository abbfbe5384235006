"""Forms as issued from the sample months."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl

from assurance_pack.commands.prefill import Forward, form_for
from assurance_pack.home import Home
from assurance_pack.intake.issue import write
from assurance_pack.model import Month
from assurance_pack.senders import all_senders, sender_name


@dataclass(frozen=True)
class Issued:
    """A working folder with the sample months, and the forms of the month after them."""

    home: Home
    month: Month
    forward: Forward
    files: tuple[Path, ...]

    def path(self, name: str) -> Path:
        """One form by the sender's name: ``Capital and Sufficiency``."""
        found = [p for p in self.files if p.name == f"{name} {self.month}.xlsx"]
        return found[0] if found else self._with_the_brief(name)

    def _with_the_brief(self, name: str) -> Path:
        """RDG's form, which goes out with its brief."""
        settings = self.forward.settings
        sender = next(s for s in all_senders(settings) if sender_name(s, settings) == name)
        path = self.files[0].with_name(f"{name} {self.month} with the brief.xlsx")
        path.write_bytes(write(form_for(sender, self.forward), settings))
        return path

    def open(self, name: str) -> openpyxl.Workbook:
        """One form, opened."""
        return openpyxl.load_workbook(self.path(name))
