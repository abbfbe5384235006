"""Takes words out of files that were kept: records, workbooks, Word files, messages. Each place is marked, so that nobody takes it for blank."""

from __future__ import annotations

import email
import email.policy
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..model import Cell
from ..returns import SHEETS
from ..returns.rdg import ForTheBoard
from ..returns.registers import subject
from ..rules.guard.withhold import WITHHELD
from ..schema import columns
from ..schema.column import ColumnKind
from .wanted import Wanted

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
_ZIPPED = (".docx", ".xlsx", ".xlsm", ".ods")
_PARAGRAPHS = ("{*}p", "{*}si", "{*}is", "{*}comment", "{*}text")
"""What holds a text of its own in office files: a paragraph, a string of a workbook, a note."""
_TEXTS = ("{*}t", "{*}delText")


# ---------- does a file hold it? ----------


def holds(data: bytes, name: str, wanted: Wanted) -> bool:
    """Whether any text of a file holds the words, as far as its kind can be read."""
    return any(wanted.in_text(text) for text in _texts(data, name))


def can_be_read(data: bytes, name: str) -> bool:
    """Whether a file of a kind that holds text can be looked through: a torn one may hold the words all the same."""
    ending = name[name.rfind(".") :].lower()
    if ending == ".json":
        return as_said(data) is not None
    return bool(_pages(data) if ending == ".pdf" else _parts(data) if ending in _ZIPPED else True)


def as_said(data: bytes) -> Any:
    """What a file of ours says; None where it is torn."""
    try:
        said = json.loads(data)
        json.dumps(said, ensure_ascii=False).encode()  # half a letter can be read, and not be written again
        return said
    except (ValueError, RecursionError):
        return None


def _texts(data: bytes, name: str) -> Iterator[str]:
    ending = name[name.rfind(".") :].lower()
    if ending in _ZIPPED:
        for root in _parts(data).values():
            yield from ("".join(map(str, e.itertext())) for e in root.iter(*_PARAGRAPHS))
            yield from (str(v) for e in root.iter() for v in e.attrib.values())
            yield "".join(map(str, root.itertext()))
    elif ending == ".pdf":
        yield from _pages(data)
    elif ending == ".eml":
        for part in email.message_from_bytes(data, policy=email.policy.default).walk():
            if not part.is_multipart():
                content = part.get_payload(decode=True)
                yield from _texts(content if isinstance(content, bytes) else b"", part.get_filename() or "words.txt")
    else:
        yield data.decode("utf-8", "replace")


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return ["\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)]
    except (PyPdfError, ValueError, KeyError, TypeError):
        return []


def _parts(data: bytes) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    found[part.filename] = etree.fromstring(archive.read(part), _SAFE)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
        return {}
    return found


# ---------- taking it out ----------


def without(data: bytes, name: str, wanted: Wanted) -> bytes | None:
    """A file without the words, each place marked; the same, where it holds none; None for a kind from which words cannot be taken: it has to
    go as a whole.
    """
    ending = name[name.rfind(".") :].lower()
    if ending == ".json":
        said = as_said(data)
        return data if (anew := _without_words(said, wanted)) == said else _as_kept(anew)
    if ending == ".txt":
        lines = data.decode("utf-8").splitlines(keepends=True)
        return "".join(f"{WITHHELD}\n" if wanted.in_text(line) else line for line in lines).encode()
    if ending in _ZIPPED:
        changed = _without_in_parts(data, wanted)
        return None if holds(changed, name, wanted) else changed
    return None


def _without_in_parts(data: bytes, wanted: Wanted) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as anew:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename.endswith(".xml"):
                root = etree.fromstring(content, _SAFE)
                if _mark(root, wanted):
                    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            anew.writestr(part, content, part.compress_type)
    return out.getvalue()


def _mark(root: etree._Element, wanted: Wanted) -> bool:
    """Put the mark into every paragraph, string and attribute that holds the words; whether there was any."""
    touched = False
    for paragraph in root.iter(*_PARAGRAPHS):
        texts = list(paragraph.iter(*_TEXTS))
        if texts and wanted.in_text("".join(e.text or "" for e in texts)):
            for n, element in enumerate(texts):
                element.text = "" if n else WITHHELD
            touched = True
    for element in root.iter():
        for key, value in element.attrib.items():
            if wanted.in_text(str(value)):
                element.set(key, WITHHELD)
                touched = True
        if not len(element) and element.text and wanted.in_text(element.text):
            element.text = WITHHELD
            touched = True
    return touched


def _without_words(said: Any, wanted: Wanted) -> Any:
    if isinstance(said, str):
        return WITHHELD if wanted.in_text(said) else said
    if isinstance(said, list):
        return [_without_words(one, wanted) for one in said]
    if isinstance(said, dict):
        return {_key(key, n, wanted): _without_words(value, wanted) for n, (key, value) in enumerate(sorted(said.items()))}
    return said


def _key(key: str, number: int, wanted: Wanted) -> str:
    """What a value is kept under; the name of a return may hold the words too, and two of them stay two."""
    return f"{WITHHELD} {number}" if wanted.in_text(key) else key


def record_without(data: bytes, wanted: Wanted) -> bytes | None:
    """A record without the words, and without the value of the cells, also where a later month carries it; the same, where it holds none of
    them; None of a torn one.
    """
    said = as_said(data)
    if said is None:
        return None
    taken = False
    for sheet, row in rows_of(said):
        prose = prose_of(sheet)
        for column in _columns_from(row, wanted, said.get("month", "")):
            taken = True
            if column in prose:
                row[column] = WITHHELD
            else:
                row.pop(column)
    anew = _without_words(said, wanted)
    return _as_kept(anew) if taken or anew != said else data


def _as_kept(said: Any) -> bytes:
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def rows_of(said: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of a record with the sheet it is of, as far as it is laid out as a record is: a damaged one may be anything."""
    sheets = said.get("rows") if isinstance(said, dict) else None
    for sheet, lines in sheets.items() if isinstance(sheets, dict) else ():
        for row in lines if isinstance(lines, list) else ():
            if isinstance(row, dict) and all(isinstance(row.get(places, {}), dict) for places in ("cells", "carried")):
                yield sheet, row


def cell_at(said: Any) -> Cell | None:
    """A cell as a record names it; none where that is damaged."""
    try:
        return Cell(**said)
    except (TypeError, ValueError):
        return None


def prose_of(sheet: str) -> frozenset[str]:
    """The columns of a sheet in which people write; the others hold dates, numbers, IDs and words of a list."""
    kind = SHEETS.get(sheet)
    return (
        frozenset(c.name for c in columns(kind) if c.kind is ColumnKind.TEXT and c.name != "id" and not c.id_prefix and not c.refers)
        if kind
        else frozenset()
    )


def roles_of(sheet: str) -> frozenset[str]:
    """The columns that say who, by role: many items have the same, so it is never looked for elsewhere."""
    kind = SHEETS.get(sheet)
    return frozenset(c.name for c in columns(kind) if "role" in c.heading or c.heading.endswith((" by", "By"))) if kind else frozenset()


def called_by(sheet: str, column: str) -> bool:
    """Whether an item of a sheet is called by the first words of a column, where there is room for few."""
    return column in (subject(SHEETS[sheet]), "name") or SHEETS[sheet] is ForTheBoard


def _columns_from(row: dict[str, Any], wanted: Wanted, month: str) -> list[str]:
    """The columns of a row that came from one of the cells, in its month or carried into a later one. Its ID stays: it is how the row is known."""
    places = row.get("cells", {}) if month == wanted.month else row.get("carried", {}) if str(month) > wanted.month else {}
    at = {name for name, place in places.items() if cell_at(place) in wanted.cells}
    return sorted(name for name in at if name in row and name != "id")
