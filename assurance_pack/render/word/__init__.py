"""The pack as a Word file: the same blocks, words and order as the PDF, in real styles, real numbering and real tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import TypeVar, cast

from ...document.blocks import Document, names_of
from ..assets import Assets
from ..characters import Characters
from .properties import with_standing
from .walk import Walk

__all__ = ["with_standing", "write"]


def write(document: Document, assets: Assets, pages: Mapping[str, int] | None = None) -> bytes:
    """The document as the bytes of a ``.docx``; the same document, look and pages give the same bytes.

    `pages` are the first pages of its sections in the PDF, by anchor, for the list of contents; without them it has no page numbers.

    Raises:
        TypeError: a block or run of a kind Word has no way to print.
        ValueError: a status, table style or number it does not know.
    """
    known = {} if pages is None else pages  # not `or`: whether there are any is known when the PDF is set, which is waited for last of all
    return Walk(_printable(document, Characters(assets.fonts.held)), assets, known).written()


T = TypeVar("T")


def _printable(thing: T, characters: Characters) -> T:
    """A document, or any part of it, in the characters the pages print: so Word says what they say, and in the same places."""
    if isinstance(thing, str):
        return thing if thing.isascii() else type(thing)(characters.printable(thing))
    if isinstance(thing, tuple) and type(thing) is tuple:
        return cast("T", tuple(_printable(one, characters) for one in thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {name: getattr(thing, name) for name in names_of(type(thing))}
        changed = {n: new for n, v in values.items() if (new := _printable(v, characters)) is not v and new != v}
        return replace(thing, **changed) if changed else thing
    return thing
