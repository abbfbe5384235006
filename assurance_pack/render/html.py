"""Blocks as HTML: one walk by case over the closed set, in templates that hold no words of their own.

Everything printed is escaped by the template engine, and passes through the characters the font holds. A block, a run or a drawing that
is not known stops the writing.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from ..document.blocks import Document, Figure, KeyFigures, Table, TableCell, TableColumn
from ..document.blocks.runs import Bar, BarHead, plain, with_ids_apart
from ..shipped import shipped_templates
from . import look as the_look
from .asked_of_blocks import (
    away,
    breaks,
    contents_at,
    key_figure_widths,
    listed,
    many_rows,
    mark_class,
    parts,
    unknown,
    whole_rows,
)
from .assets import Assets
from .binding import bound, stands_whole
from .characters import Characters, reads_from_the_right
from .charts import bar_svg, narrow_svg, svg
from .corporate import LookRefused
from .look import (
    CONTENTS_WORD,
    FIGURE_WORD,
    HANG_MM,
    SIGNS,
    SIZES,
    STATUS,
    TABLE_WORD,
    column_widths,
    mark_svg,
    sign_svg,
)  # fmt: skip
from .own_templates import FAULTS, GoesOnForEver, OwnTemplates, counted_range

DRAFT, VERSION = "Draft", "Version"
SMALL_DRAWINGS = {**{f"mark-{m}": mark_svg(m) for m in STATUS}, **{f"sign-{d}": sign_svg(d) for d in SIGNS}}
"""The shapes behind the letters of a status, and the signs of the lenses, by name."""


def _broken(template: str, why: Exception) -> str:
    """What to do about a template that cannot be filled: only one of the working folder's own can be broken."""
    name = (why.name if isinstance(why, TemplateSyntaxError) else None) or template
    where = f", line {why.lineno}" if isinstance(why, TemplateSyntaxError) else ""
    if isinstance(why, (GoesOnForEver, RecursionError)):
        where += " goes on for ever, and"
    return f"templates/look/{name}{where} cannot be used as a page template. Mend it, or take it out of templates/look: then the shipped one is used."


class Page:
    """One document on its way to HTML: what its templates may call."""

    def __init__(self, document: Document, assets: Assets, *, on_screen: bool = False, front: str = "") -> None:
        """Write a document with a Board's look, for paper or for a screen; `front` says how closely the first page is set."""
        self.document, self.assets, self.on_screen, self.front = document, assets, on_screen, front
        self.characters = Characters(assets.fonts.held)
        self.others = assets.fonts.beyond(str(document))
        self._anchors = {a for b in document.blocks if (a := getattr(b, "anchor", ""))}
        self._used: set[str] = set()

    def written(self, template: str, **more: Any) -> str:
        """A template of the look, filled; `more` is what only this template asks for."""
        markup = ".html" in template
        filled = {**self.running(), **(self._blocks() if markup else self._style()), **more}
        faults: tuple[type[Exception], ...] = (TemplateError,)
        if len(self.assets.folders) > 1:
            filled["range"], faults = counted_range(), (TemplateError, *FAULTS)
        try:
            return _engine(self.assets.folders, markup).get_template(template).render(filled)
        except faults as why:
            raise LookRefused(_broken(template, why)) from why

    def running(self) -> dict[str, Any]:
        """The document, and what its running lines say."""
        document = self.document
        draft = f"{DRAFT} | " if document.draft else ""
        return {
            "document": document, "header_right": draft + document.header_right, "first_header": draft + document.marking,
            "footer_right": "" if document.standing else f"{VERSION} {document.version}",
        }  # fmt: skip

    def _blocks(self) -> dict[str, Any]:
        return {
            "on_screen": self.on_screen, "front": self.front, "breaks": breaks, "many_rows": many_rows, "kind_of": lambda thing: type(thing).__name__, "unknown": unknown,
            "lines": self.lines, "rtl": reads_from_the_right, "plain_words": lambda text: " ".join(self.lines(text)), "read_out": lambda content: " ".join(self.lines(plain(content))), "bound": bound, "parts": parts,
            "anchored": self.anchored, "new": self.new, "mark_class": mark_class, "drawn": self.drawn, "bar": self.bar, "away": away, "arrows": self.arrows, "ids_whole": ids_whole, "stands_whole": stands_whole, "read_as": self.read_as,
            "widths": self.widths, "figure_widths": self.figure_widths, "whole_rows": whole_rows, "cell_class": cell_class,
            "table_word": TABLE_WORD, "figure_word": FIGURE_WORD, "contents_word": CONTENTS_WORD,
            "listed": listed(self.document), "contents_at": contents_at(self.document),
        }  # fmt: skip

    def _style(self) -> dict[str, Any]:
        look = self.assets.look
        return {
            "faces": self.assets.fonts.faces, "others": self.others, "family": css_string(look.family),
            "families": ", ".join(css_string(f) for f in (look.family, *(o.family for o in self.others))), "css_string": css_string, "size": SIZES, "ink": the_look.INK, "grey": the_look.GREY,
            "hair": the_look.HAIR, "white": the_look.WHITE, "accent": look.accent, "tint": look.tint, "hang": f"{HANG_MM:g}mm",
            "marks": {m: mark for m, mark in STATUS.items() if m in self.document.statuses}, "signs": SIGNS, "logo": self.assets.logo is not None, "drawing": self.drawing,
            "quoted": lambda text: css_string(" ".join(self.lines(text)).replace(" | ", "   |   ")),
        }  # fmt: skip

    # ---------- what the templates call ----------

    def lines(self, text: str) -> list[str]:
        """Words in characters that print, a line each."""
        return self.characters.printable(text).split("\n")

    def anchored(self, anchor: str) -> bool:
        """Whether a block of the document has this anchor, so that a link may lead to it."""
        return anchor in self._anchors

    def new(self, anchor: str) -> bool:
        """Whether this anchor may be given here: only the first block of a name can be pointed to."""
        if not anchor or anchor in self._used:
            return False
        self._used.add(anchor)
        return True

    def drawing(self, name: str) -> str:
        """The address of a small drawing: its name on paper, where it is handed over; itself on a screen, where a page stands alone."""
        return data_uri(SMALL_DRAWINGS[name]) if self.on_screen else f"asset:{name}"

    def drawn(self, figure: Figure) -> Markup:
        """The drawing of a figure; its sentence is the alternative text, with all that is drawn where no table of it stands beneath."""
        words = (plain(figure.sentence) or figure.caption) if self.on_screen else figure.alternative_text
        whole = svg(figure.drawing, words, self.assets)
        narrow = narrow_svg(figure.drawing, words, self.assets) if self.on_screen else ""
        return Markup(f'<div class="wide">{whole}</div><div class="narrow">{narrow}</div>' if narrow else whole)

    def bar(self, drawn: Bar | BarHead) -> Markup:
        """A small drawing in a cell; its words are the alternative text."""
        return Markup(bar_svg(drawn, self.assets))

    def read_as(self, words: str) -> Markup:
        """The attributes by which words are read out in the place of a sign: on a screen, and in the PDF (`pdf.read_out`)."""
        return Markup('role="img" aria-label="{}"' if self.on_screen else 'data-read="{}"').format(words)

    def arrows(self, line: Markup) -> Markup:
        """A line whose arrows are read out as words; what is seen stays the same. Hardly a line has one."""
        if ARROWS.keys().isdisjoint(line):
            return line
        out = line
        for arrow, word in ARROWS.items():
            out = out.replace(arrow, Markup("<span {}>{}</span>").format(self.read_as(word), arrow))
        return out

    def widths(self, table: Table) -> list[str]:
        """The widths of a table's columns: millimetres on paper, shares on a screen."""
        return self._as_css(column_widths([c.width for c in table.columns]))

    def figure_widths(self, figures: KeyFigures) -> list[str]:
        """Columns as wide as their longest line, and the room left over shared."""
        return self._as_css(key_figure_widths(figures, self.assets.fonts))

    def _as_css(self, widths: list[float] | tuple[float, ...]) -> list[str]:
        if self.on_screen:
            return [f"{100 * w / sum(widths):.2f}%" for w in widths]
        return [f"{w:.2f}mm" for w in widths]


@functools.cache
def _engine(folders: tuple[Path, ...], markup: bool) -> Environment:
    """The templates of some folders, compiled once; what is markup escapes every word it is given."""
    loader = FileSystemLoader([str(folder) for folder in folders])
    kind = OwnTemplates if len(folders) > 1 else Environment
    return kind(loader=loader, autoescape=markup, undefined=StrictUndefined, keep_trailing_newline=True)


def compile_shipped(*templates: str) -> None:
    """Compile templates that ship with the product, before there is a document to fill them with."""
    look = (shipped_templates() / "look",)
    for name in templates:
        _engine(look, ".html" in name).get_template(name)


def ids_whole(line: str) -> Markup:
    """A line as markup, in which no ID is parted."""
    return Markup("").join(
        Markup('<span class="id">{}</span>').format(piece) if is_id else escape(piece) for is_id, piece in with_ids_apart(line)
    )


ARROWS = {"↑": "up", "↓": "down", "→": "to", "←": "from"}


def cell_class(column: TableColumn, cell: TableCell) -> Markup:
    """How a cell is set: figures right, noughts quiet, families' words at the size of text."""
    classes = {"number": ["num"], "words": ["words"], "bar": ["bar"]}.get(column.kind, [])
    if plain(cell.content) == "0":
        classes = [*classes, "zero"]
    if reads_from_the_right(plain(cell.content)):
        classes = [*classes, "rtl"]
    return Markup(' class="{}"').format(" ".join(classes)) if classes else Markup("")


# ---------- strings of a style sheet ----------


def css_string(text: str) -> str:
    """Text as a string of CSS: whatever is not a letter, a digit or a space is written as its number."""
    safe = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'


def data_uri(drawing: str) -> str:
    """A small drawing as an address that holds it."""
    return "data:image/svg+xml," + quote(drawing, safe="")
