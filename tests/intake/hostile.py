"""Files nobody should send, made at run time: broken, renamed, and built to do harm. None is larger than a few megabytes on disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CFB = bytes.fromhex("D0CF11E0A1B11AE1")


def plain_workbook() -> bytes:
    """A harmless workbook of one sheet."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "ID"
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """A zip with its parts changed, dropped (None) or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            kept = change(name, old.read(name))
            if kept is not None:
                new.writestr(name, kept)
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    return stream.getvalue()


def with_sheet(xml: str | bytes) -> bytes:
    """The plain workbook with other XML for its sheet."""
    part = xml.encode() if isinstance(xml, str) else xml
    return repacked(plain_workbook(), lambda name, old: part if name == "xl/worksheets/sheet1.xml" else old)


def sheet(body: str, namespace: str = MAIN) -> str:
    """A sheet's XML around its body."""
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{namespace}">{body}</worksheet>'


def big_part(megabytes: int) -> bytes:
    """A sheet that unpacks to so many megabytes of spaces, from next to nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(plain_workbook())) as old:
            for name in old.namelist():
                if name != "xl/worksheets/sheet1.xml":
                    archive.writestr(name, old.read(name))
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(sheet("")[: -len("</worksheet>")].encode())
            for _ in range(megabytes):
                part.write(b" " * 1_048_576)
            part.write(b"</worksheet>")
    return stream.getvalue()


def with_doctype(part: str) -> bytes:
    """A workbook in which one part declares a document type with an entity."""
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'

    def change(name: str, old: bytes) -> bytes:
        head, mark, rest = old.partition(b"?>")
        body = (head + mark + doctype + rest) if mark else doctype + old
        return body if name == part else old

    return repacked(plain_workbook(), change)


def sheet_called(name: str, workbook: bytes) -> bytes:
    """A workbook whose first sheet is a part of another name."""
    stream, was = io.BytesIO(), "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith((".rels", "[Content_Types].xml")):
                content = content.replace(b"worksheets/sheet1.xml", name.removeprefix("xl/").encode())
            new.writestr(name if part == was else part, content)
    return stream.getvalue()


def strict_workbook() -> bytes:
    """A workbook in the strict form of the format, as Excel offers to save it."""

    def change(name: str, old: bytes) -> bytes:
        return old.replace(MAIN.encode(), STRICT.encode()) if name.endswith(".xml") else old

    return repacked(plain_workbook(), change)


def doubled_member() -> bytes:
    """A zip in which one part stands twice: the second would win."""
    stream = io.BytesIO(plain_workbook())
    with zipfile.ZipFile(stream, "a") as archive:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("xl/worksheets/sheet1.xml", sheet(""))
    return stream.getvalue()


def encrypted_flag() -> bytes:
    """A zip whose parts are marked as locked with a password."""
    content = bytearray(plain_workbook())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def damaged_byte() -> bytes:
    """A workbook with one byte of its sheet changed, so that its checksum is wrong."""
    content = bytearray(plain_workbook())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    content[part.header_offset + 30 + len(part.filename) + 20] ^= 0xFF
    return bytes(content)


def encrypted_package() -> bytes:
    """What Excel writes for a workbook with a password: an old container with an encrypted package in it."""
    return CFB + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


def write(folder: Path, name: str, content: bytes) -> Path:
    """Put a file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name
