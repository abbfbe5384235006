"""The Word file before a block is written: its parts kept as text in ``templates/look/word``, with the look's colours and sizes in them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from .. import look
from ..archive import zipped
from ..assets import Assets
from ..fonts import Fonts
from . import typeface
from .runs import status_style
from .xml import twips

PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
    "word/theme/theme1.xml": "theme.xml",
}
"""Each part of the file and the text it is made from."""

MEASURE = twips(look.HANG_MM + look.TEXT_MM)
"""The width of the text, in twentieths of a point."""
HANG = twips(look.HANG_MM)
"""The margin column in which numbers and labels stand."""


def base(assets: Assets, statuses: frozenset[str]) -> bytes:
    """The empty pack as a ``.docx``, with its fonts and a style for each of these statuses, its parts from the first of the folders of the look that has them.

    Raises:
        FileNotFoundError: none of the folders has a part.
    """
    values = _values(assets.look, assets.fonts, statuses)
    written = {part: Template(_text(file, assets.folders)).substitute(values).encode() for part, file in PARTS.items()}
    return zipped(written | typeface.parts(assets.fonts), packed=False)


def _text(file: str, folders: Sequence[Path]) -> str:
    for folder in folders:
        if (folder / "word" / file).is_file():
            return (folder / "word" / file).read_text(encoding="utf-8")
    raise FileNotFoundError(f"The look has no word/{file}. Put back the folder templates/look/word as it was shipped.")


def _values(chosen: look.Look, fonts: Fonts, statuses: frozenset[str]) -> dict[str, str]:
    colours = {
        "ink": look.INK,
        "grey": look.GREY,
        "hair": look.HAIR,
        "mixed": look.MIXED,
        "accent": chosen.accent,
        "on_accent": chosen.tint,
    }
    sizes = {"heading2" if name == "h2" else "heading3" if name == "h3" else name: size for name, size in look.SIZES.items()}
    return {
        "font": escape(fonts.regular.office_name),
        "light": escape(fonts.light.office_name),
        "hang": str(HANG),
        "panel": str(240 + 440),
        "bullet": str(HANG + 240),
        "measure": str(MEASURE),
        "status_styles": "\n".join(_status(meaning, mark) for meaning, mark in look.STATUS.items() if meaning in statuses),
        **{name: hexed(colour) for name, colour in colours.items()},
        **{name: str(round(size.pt * 2)) for name, size in sizes.items()},
        **{f"{name}_line": str(line_of(size, fonts)) for name, size in sizes.items()},
    }


def line_of(size: look.Size, fonts: Fonts) -> int:
    """The leading of the look, as Word counts it: in 240ths of a single line of the font."""
    return round(240 * size.leading / (size.pt * fonts.regular.line))


def hexed(colour: str) -> str:
    """A colour as Word writes it."""
    return colour.lstrip("#").upper()


def _status(meaning: str, mark: look.Mark) -> str:
    style = status_style(meaning)
    name = "Status " + meaning.replace("_", " ").title()
    line = (
        f'<w:bdr w:val="{"dashed" if mark.dashed else "single"}" w:sz="4" w:space="0" w:color="{hexed(mark.outline)}"/>'
        if mark.outline
        else ""
    )
    return (
        f'  <w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/><w:rPr>'
        f'<w:color w:val="{hexed(mark.letter)}"/>'
        f'{line}<w:shd w:val="clear" w:color="auto" w:fill="{hexed(mark.fill)}"/></w:rPr></w:style>'
    )
