"""What a file is, by its first bytes, and whether it is safe to open at all: judged before any office library sees it."""

from __future__ import annotations

import codecs
import xml.parsers.expat
import zipfile
from pathlib import Path

from .called import LARGEST_FILE, MB
from .container import document_in, plain_name
from .grid import Refusal

MOST_PARTS = 3_000
LARGEST_WHOLE = 300 * MB
LARGEST_PART = 150 * MB
HIGHEST_RATIO = 300
RATIO_COUNTS_FROM = 10 * MB
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".emf", ".wmf", ".svg")
_READ = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "word/document.xml": "docx"}
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
    (b"ID3", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a film or a recording"),
    (b"OggS", "a sound recording"),
    (b"7z\xbc\xaf", "a packed folder (.7z)"),
    (b"Rar!", "a packed folder (.rar)"),
    (b"\x1f\x8b", "a packed file (.gz)"),
    (b"SQLite format 3", "a database"),
    (b"bplist00\xd1\x01\x02SURL", "a shortcut to a web page"),
    (b"bplist00", "an Apple file (Numbers, Pages or Keynote)"),
    (b"MZ", "a program"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"BM", "a picture"),
    (b"L\0\0\0\x01\x14\x02\0", "a Windows shortcut"),
    (bytes.fromhex("E4525C7B8CD8A74DAEB15378D02996D3"), "a OneNote notebook"),
    (b"BEGIN:VCALENDAR", "an invitation to a meeting"),
    (b"<svg", "a picture"),
    (b"[InternetShortcut]", "a shortcut to a web page"),
)
_BY_BRAND = {
    b"hei": "an iPhone picture (.heic)", b"mif": "an iPhone picture (.heic)", b"avi": "a picture",
    b"M4A": "a sound recording", b"qt ": "a film", b"mp4": "a film", b"iso": "a film", b"M4V": "a film",
}  # fmt: skip
"""What follows the size of the first box in a picture or film of a telephone."""
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
    if not head.strip(b"\0"):
        return Refusal("empty_file")  # its length came, and nothing of what was in it: a copy or a cloud folder that failed
    if head.startswith(_CFB):
        return _old_office(path.read_bytes())
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(b"PK"):
        return Refusal("damaged")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    named = next((name for first, name in _BY_FIRST_BYTES if start.startswith(first.lower())), "") or _telephone(head)
    return Refusal("not_a_workbook", _points_at_a_page(head) or named or _text_or_nothing(head))


def _points_at_a_page(head: bytes) -> str:
    """What a Mac keeps of a page's address, which begins as any XML does."""
    return "a shortcut to a web page" if head.lstrip().startswith(b"<?xml") and b"<plist" in head and b"<key>URL</key>" in head else ""


def _telephone(head: bytes) -> str:
    if head[4:8] == b"ftyp":
        return _BY_BRAND.get(head[8:11], "a film or a recording")
    return {b"WAVE": "a sound recording", b"WEBP": "a picture", b"AVI ": "a film"}.get(head[8:12], "") if head.startswith(b"RIFF") else ""


def _text_or_nothing(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "a text file"
    if not _reads_as_words(head):
        return ""
    lines = head.decode("utf-8", "replace").splitlines() or [""]
    if lines[0].startswith("{") and (b"docs.google.com" in head or b'"doc_id"' in head):
        return "a Google shortcut, which only points at a document in Google Drive"
    if lines[0].partition(":")[0].lower() in ("from", "received", "return-path", "subject", "to", "mime-version"):
        return "an e-mail"
    separated = "\t" in lines[0] or min(line.count(",") for line in lines[:2]) > 1
    return "a text file with commas (CSV)" if separated else "a text file"


_NO_WORDS = bytes({*range(32), 127} - set(b"\t\n\r\f\x1b"))
MOST_ACCENTED = 0.3
"""Of the letters of a text in an older Windows encoding: French has one in ten, rubbish has half."""


def _reads_as_words(head: bytes) -> bool:
    """Whether these may be letters: no control characters, and not mostly letters beyond a to z, unless they are UTF-8."""
    if len(head.translate(None, _NO_WORDS)) < len(head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return sum(b > 127 for b in head) <= MOST_ACCENTED * len(head)
    return True


def _old_office(content: bytes) -> str | Refusal:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Refusal("encrypted")
    for name, meaning in _IN_OLD_OFFICE:
        if name.encode("utf-16-le") in content:
            return meaning if meaning == "xls" else Refusal("not_a_workbook", meaning)
    return Refusal("not_a_workbook", "an old Office file")


def _zipped(path: Path) -> str | Refusal:
    with zipfile.ZipFile(path) as archive:
        return _unsafe(archive) or _with_document_type(archive) or _format(archive)


def _unsafe(archive: zipfile.ZipFile) -> Refusal | None:
    """A container that is too much for what a return can be, or made to mislead. A picture is never unpacked, so it may shrink as it likes."""
    parts = archive.infolist()
    names = [plain_name(p.filename) for p in parts]
    if any(p.flag_bits & 1 for p in parts):
        return Refusal("encrypted")
    unpacked = [p for p in parts if not p.filename.casefold().endswith(_PICTURES)]
    bursting = any(p.file_size > RATIO_COUNTS_FROM and p.file_size > HIGHEST_RATIO * max(p.compress_size, 1) for p in unpacked)
    if len(parts) > MOST_PARTS or bursting or len(set(names)) != len(names):
        return Refusal("unsafe")
    if sum(p.file_size for p in unpacked) > LARGEST_WHOLE or any(p.file_size > LARGEST_PART for p in parts):
        return Refusal("too_large")
    return None


def _format(archive: zipfile.ZipFile) -> str | Refusal:
    """The format by the document inside, or what else the container is."""
    names = {n.casefold() for n in archive.namelist()}
    if "mimetype" in names:
        return _open_document(archive)
    document = document_in(archive)
    if document in _READ:
        return _READ[document]
    if document:
        return Refusal("not_a_workbook", "a PowerPoint file")
    if any(n.endswith((".iwa", "index.zip")) for n in names):
        return Refusal("not_a_workbook", "an Apple file (Numbers, Pages or Keynote)")
    return Refusal("damaged" if "[content_types].xml" in names else "not_a_workbook", "a zip folder")


def _open_document(archive: zipfile.ZipFile) -> str | Refusal:
    with archive.open("mimetype") as stream:
        kind = stream.read(80).decode("ascii", "replace").strip()
    if kind != f"{_ODF}spreadsheet":
        return Refusal("not_a_workbook", "a LibreOffice document (.odt)" if kind == f"{_ODF}text" else "another kind of document")
    return Refusal("encrypted") if b"encryption-data" in archive.read("META-INF/manifest.xml") else "ods"


class _PrologueRead(Exception):
    """The root element was reached."""


def _with_document_type(archive: zipfile.ZipFile) -> Refusal | None:
    """Refuse a part that declares a document type, whatever the part is called: office programs never write one, and it is how XML attacks begin."""
    for part in archive.infolist():
        if not part.filename.casefold().endswith(".svg"):  # of a drawing programs write one, and nobody here reads it
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
