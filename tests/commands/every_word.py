"""Every word of every file of a folder, however it is packed: what somebody would find who looked."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pypdf import PdfReader

from laid_out import words_on_pages


def words_within(data: bytes, name: str) -> Iterator[str]:
    """What stands in a file and in every file packed in it, and what those are called."""
    yield name
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                yield from words_within(archive.read(part), part.filename)
    elif data.startswith(b"%PDF"):
        pdf = PdfReader(io.BytesIO(data))
        yield from words_on_pages(data)
        yield repr(pdf.metadata)
        for number in range(1, pdf.trailer["/Size"]):  # one more than the highest; to ask for others reads the file through for each
            held = pdf.get_object(number)
            yield repr(held)
    elif name.endswith(".eml"):
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            yield repr(list(part.items()))
            held = part.get_payload(decode=True)
            if isinstance(held, bytes):
                yield from words_within(held, part.get_filename() or "")
    else:
        yield data.decode("utf-8", "replace")


def where_they_stand(wanted: Iterable[str], folder: Path) -> dict[str, list[str]]:
    """For each of these words, the files below a folder in which it stands, or which are called so. Every file is opened once."""
    found: dict[str, list[str]] = {word: [] for word in wanted}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = str(path.relative_to(folder))
        held = "\n".join(words_within(path.read_bytes(), name)).casefold()
        for word, files in found.items():
            files.extend([name] if word.casefold() in held else [])
    return found
