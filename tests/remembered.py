"""What does not change between two tests is worked out once: files nobody touched, texts already looked at, pages already set.

It is a matter of time alone. A file is known by every byte of it, a text by every letter, a document by all that it prints and its look. So a
test that changes one of them has it worked out anew, and one that changes how it is done (`monkeypatch`) comes before what is remembered.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assurance_pack.commands.formats import FORMATS, Format, fingerprint
from assurance_pack.document.blocks import Document
from assurance_pack.intake import in_folder
from assurance_pack.intake.opening.grid import Refusal
from assurance_pack.render import Assets
from assurance_pack.rules import guard

_BOOKS: dict[str, Any] = {}


@contextmanager
def remembered(shared: Path) -> Iterator[None]:
    """While this lasts, no file and no text is read twice, and no document is set twice; `shared` is a folder all workers can write in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_folder, "read_file", _once_a_file(in_folder.read_file))
        patch.setattr(guard, "kinds_in", _once_a_text(guard.kinds_in))
        for name in ("pdf", "word"):
            patch.setitem(FORMATS, name, _once_a_document(FORMATS[name], shared / name))
        yield


def _once_a_file(read_file: Callable[[Path], Any]) -> Callable[[Path], Any]:
    def of(path: Path) -> Any:
        if not path.is_file():
            return read_file(path)
        held = sha256(path.read_bytes()).hexdigest()
        if held not in _BOOKS:
            book = read_file(path)
            if isinstance(book, Refusal) or sha256(path.read_bytes()).hexdigest() != held:
                return book
            _BOOKS[held] = pickle.dumps(book)
        return pickle.loads(_BOOKS[held])

    return of


@cache
def _once_a_text(kinds_in: Any) -> Any:
    @cache
    def of(text: str, where: Any, told: Any) -> Any:
        return tuple(kinds_in(text, where, told))

    return of


def _once_a_document(form: Format, folder: Path) -> Format:
    """A format whose writer keeps what it wrote; a folder of the Board's own templates is part of the document's name."""

    def write(document: Document, assets: Assets, pages: Mapping[str, int]) -> Any:
        folder.mkdir(parents=True, exist_ok=True)
        look = (
            fingerprint(document, assets),
            assets.engine,
            assets.folders,
            assets.fonts.family,
            [_digest(f) for f in assets.folders],
            dict(pages),
        )
        kept = folder / sha256(repr(look).encode()).hexdigest()
        if not kept.exists():
            beside = kept.with_suffix(f".{os.getpid()}")
            beside.write_bytes(pickle.dumps(form.write(document, assets, pages)))
            beside.replace(kept)
        return pickle.loads(kept.read_bytes())

    return replace(form, write=write)


@cache
def _digest(folder: Path) -> str:
    return sha256(b"".join(p.read_bytes() for p in sorted(folder.glob("*.j2")))).hexdigest()
