"""A working folder, and where in it things lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .model import Month


@dataclass(frozen=True)
class Home:
    """A working folder: where `pack.toml`, `inputs/` and `output/` lie."""

    root: Path

    @property
    def settings_file(self) -> Path:
        """`pack.toml`."""
        return self.root / "pack.toml"

    def inputs(self, month: Month) -> Path:
        """Where people put the month's returns. No command but the receipt list writes there."""
        return self.root / "inputs" / month

    def output(self, month: Month) -> Path:
        """Everything made for the month: the archive."""
        return self.root / "output" / month

    @property
    def months_with_returns(self) -> tuple[Month, ...]:
        """Months with a folder in `inputs/` that holds something, earliest first."""
        folder = self.root / "inputs"
        names = sorted(p.name for p in folder.iterdir() if p.is_dir() and Month.PATTERN.fullmatch(p.name)) if folder.is_dir() else []
        return tuple(Month(n) for n in names if any((folder / n).iterdir()))
