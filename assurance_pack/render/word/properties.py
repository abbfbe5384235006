"""The properties of a Word file that somebody edited: whether it is approved is written there, and not a word of its pages is touched."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from ..archive import unzipped, zipped
from ..legal import legal

CORE = "docProps/core.xml"
_PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def with_standing(data: bytes, standing: str) -> bytes:
    """A ``.docx`` whose property *Status* says this; its other parts stay byte for byte, and one without properties is given them."""
    parts = unzipped(data)
    root = etree.fromstring(parts[CORE]) if CORE in parts else _new(parts)
    status = root.find(f"{_PROPERTIES}contentStatus")
    if status is None:
        status = etree.SubElement(root, f"{_PROPERTIES}contentStatus")
    status.text = legal(standing)
    parts[CORE] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(parts)


def _new(parts: dict[str, bytes]) -> etree._Element:
    """Empty properties, named in the two parts that list what a file holds."""
    for name, added in (
        ("[Content_Types].xml", {"tag": "Override", "PartName": f"/{CORE}", "ContentType": CONTENT_TYPE.OPC_CORE_PROPERTIES}),
        ("_rels/.rels", {"tag": "Relationship", "Id": "rIdProperties", "Type": RELATIONSHIP_TYPE.CORE_PROPERTIES, "Target": CORE}),
    ):
        root = etree.fromstring(parts[name])
        etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{added.pop('tag')}", added)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return etree.Element(f"{_PROPERTIES}coreProperties")
