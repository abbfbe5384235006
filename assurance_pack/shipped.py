"""Where the things lie that travel with the product: forms, look, fonts and the settings it ships with."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent / "carried"
_IN_THE_TREE = Path(__file__).parent.parent


def shipped_root() -> Path:
    """The folder that holds `templates/`, `pack.toml` and the sample months: inside an installed wheel, else the top of the source tree."""
    return _INSTALLED if _INSTALLED.is_dir() else _IN_THE_TREE


def shipped_settings() -> Path:
    """The settings the product ships with: Coventry's governance."""
    return shipped_root() / "pack.toml"


def shipped_samples() -> Path:
    """The illustrative returns of the sample months, a folder for each."""
    return shipped_root() / "inputs"


def shipped_templates() -> Path:
    """The standard forms and the look."""
    return shipped_root() / "templates"
