"""What the pages are made with: the look, the fonts, the logo and the page templates. Nothing else is ever fetched."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path

from ..shipped import shipped_templates
from . import fonts
from .corporate import LookRefused, corporate
from .fonts import Fonts
from .look import Look

LOGO_LIMIT = 500_000
"""Bytes: a logo is small, and it is in every file of the month."""

PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""The first bytes of the pictures that are read, and what they are."""


@dataclass(frozen=True)
class Logo:
    """The Board's own mark, at the head of page 1. It is decoration: the Board's name stands beside it in words."""

    data: bytes
    mime: str


@dataclass(frozen=True)
class Assets:
    """The look of one Board, ready to print with. `folders` are searched in turn for page templates; `engine` names what sets the pages of a PDF, where one is asked for."""

    look: Look
    fonts: Fonts
    folders: tuple[Path, ...]
    logo: Logo | None = None
    engine: str = ""


def load_assets(*, accent: str = "", tint: str = "", logo: str = "", font: str = "", home: Path | None = None) -> Assets:
    """The look that ships with the product, or a Board's own.

    Args:
        accent: a colour, ``#rrggbb``, for links, numbers, chart lines and the decisions panel.
        tint: a pale colour for the notes on the panel.
        logo: a PNG or JPEG file, from `home`.
        font: a folder of static TrueType files, from `home`.
        home: the working folder; a `templates/look/` there overrides the shipped templates, file by file.

    Raises:
        LookRefused: a colour cannot be read against its ground, the font lacks characters, or the logo is not a picture.
    """
    home = home or Path()
    family = replace(_fonts(home / font), others=_shipped_fonts().others) if font else _shipped_fonts()
    look = corporate(accent, tint, family.family)
    own = home / "templates" / "look"
    folders = tuple(f for f in (own, shipped_templates() / "look") if f.is_dir())
    return Assets(look, family, folders, _logo(home / logo) if logo else None)


@functools.cache
def shipped_assets() -> Assets:
    """The look that ships with the product."""
    return load_assets()


@functools.cache
def _shipped_fonts() -> Fonts:
    folder = shipped_templates() / "look" / "fonts"
    return replace(fonts.load(folder), others=fonts.load_others(folder / "scripts"))


def _fonts(folder: Path) -> Fonts:
    try:
        return fonts.load(folder)
    except (ValueError, OSError) as why:
        reason = why if isinstance(why, ValueError) else "the folder cannot be read"
        raise LookRefused(
            f"pack.toml [look] font: “{folder.name[:60]}” cannot be used: {reason}. Leave it empty to keep the shipped font."
        ) from why


def _logo(path: Path) -> Logo:
    try:
        data = path.read_bytes()
    except OSError as why:
        raise LookRefused(
            f"pack.toml [look] logo: “{path.name[:60]}” cannot be read. Check its name and folder, or leave it empty."
        ) from why
    mime = next((kind for start, kind in PICTURES.items() if data.startswith(start)), "")
    if not mime:
        raise LookRefused(f"pack.toml [look] logo: “{path.name[:60]}” is not a PNG or JPEG picture. Save it as PNG.")
    if len(data) > LOGO_LIMIT:
        raise LookRefused(f"pack.toml [look] logo: “{path.name[:60]}” is larger than {LOGO_LIMIT // 1000} kB. Save a smaller picture.")
    return Logo(data, mime)
