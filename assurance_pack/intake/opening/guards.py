"""What a file is, by its first bytes, and whether it is safe to open at all: judged before any office library sees it."""

from __future__ import annotations

import xml.parsers.expat
import zipfile
from pathlib import Path

from .grid import Refusal

MB = 1024 * 1024
LARGEST_FILE = 25 * MB
MOST_PARTS = 3_000
LARGEST_WHOLE = 300 * MB
LARGEST_PART = 150 * MB
HIGHEST_RATIO = 300
RATIO_COUNTS_FROM = 10 * MB
_CFB = bytes.fromhex("D0CF11E0A1B11AE1")
_ODF = "application/vnd.oasis.opendocument."

_BY_FIRST_BYTES = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
)
_IN_OLD_OFFICE = (
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "an old Word document (.doc)"),
    ("__substg1.0", "an Outlook message"),
)


def sniff(path: Path) -> str | Refusal:
    """The format of a file: ``xlsx``, ``docx``, ``xlsb``, ``xls`` or ``ods``; or why it cannot be a return.

    Raises:
        Exception: the container is damaged, in whatever way `zipfile` meets it.
    """
    size = path.stat().st_size
    if size == 0:
        return Refusal("empty_file")
    if size > LARGEST_FILE:
        return Refusal("too_large", f"{size // MB} MB")
    with path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith(_CFB):
        return _old_office(path.read_bytes())
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(b"PK"):
        return Refusal("damaged")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    named = next((name for first, name in _BY_FIRST_BYTES if start.startswith(first.lower())), "")
    return Refusal("not_a_workbook", named or _text_or_nothing(head))


def _text_or_nothing(head: bytes) -> str:
    if b"\0" in head:
        return ""
    lines = head.decode("utf-8", "replace").splitlines()
    if lines[0].partition(":")[0].lower() in ("from", "received", "return-path", "subject", "to", "mime-version"):
        return "an e-mail"
    separated = "\t" in lines[0] or min(line.count(",") for line in lines[:2]) > 1
    return "a text file with commas (CSV)" if separated else "a text file"


def _old_office(content: bytes) -> str | Refusal:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Refusal("encrypted")
    for name, meaning in _IN_OLD_OFFICE:
        if name.encode("utf-16-le") in content:
            return meaning if meaning == "xls" else Refusal("not_a_workbook", meaning)
    return Refusal("not_a_workbook", "an old Office file")


def _zipped(path: Path) -> str | Refusal:
    with zipfile.ZipFile(path) as archive:
        return _unsafe(archive) or _format(archive) or _with_document_type(archive) or _office(archive)


def _unsafe(archive: zipfile.ZipFile) -> Refusal | None:
    """A container that is too much for what a return can be, or made to mislead."""
    parts = archive.infolist()
    names = [p.filename.casefold() for p in parts]
    if any(p.flag_bits & 1 for p in parts):
        return Refusal("encrypted")
    bursting = any(p.file_size > RATIO_COUNTS_FROM and p.file_size > HIGHEST_RATIO * max(p.compress_size, 1) for p in parts)
    if len(parts) > MOST_PARTS or bursting or len(set(names)) != len(names):
        return Refusal("unsafe")
    if sum(p.file_size for p in parts) > LARGEST_WHOLE or any(p.file_size > LARGEST_PART for p in parts):
        return Refusal("too_large")
    return None


def _format(archive: zipfile.ZipFile) -> Refusal | None:
    """Containers that are something else, named."""
    names = {n.casefold() for n in archive.namelist()}
    if "mimetype" in names:
        kind = archive.read("mimetype")[:80].decode("ascii", "replace").strip()
        if kind != f"{_ODF}spreadsheet":
            return Refusal("not_a_workbook", "a LibreOffice document (.odt)" if kind == f"{_ODF}text" else "another kind of document")
        return Refusal("encrypted") if b"encryption-data" in archive.read("META-INF/manifest.xml") else None
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "word/document.xml"}:
        if any(n.startswith("ppt/") for n in names):
            return Refusal("not_a_workbook", "a PowerPoint file")
        return Refusal("damaged" if "[content_types].xml" in names else "not_a_workbook", "a zip folder")
    return None


def _office(archive: zipfile.ZipFile) -> str:
    names = {n.casefold() for n in archive.namelist()}
    if "mimetype" in names:
        return "ods"
    if "word/document.xml" in names:
        return "docx"
    return "xlsb" if "xl/workbook.bin" in names else "xlsx"


class _PrologueRead(Exception):
    """The root element was reached."""


def _with_document_type(archive: zipfile.ZipFile) -> Refusal | None:
    """Refuse a part that declares a document type: office programs never write one, and it is how XML attacks begin."""
    for part in archive.infolist():
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            with archive.open(part) as stream:
                if _declares_type(stream.read(65536)):
                    return Refusal("unsafe")
    return None


def _declares_type(start: bytes) -> bool:
    declared = False

    def doctype(*_: object) -> None:
        nonlocal declared
        declared = True
        raise _PrologueRead

    def root(*_: object) -> None:
        raise _PrologueRead

    parser = xml.parsers.expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    try:
        parser.Parse(start, False)
    except _PrologueRead:
        return declared
    except xml.parsers.expat.ExpatError:
        return False  # not XML: the reader of that part will say so
    return len(start) == 65536  # no root element in 64 KB is nothing an office program writes
