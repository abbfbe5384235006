"""The family of the pack in a Word file: its faces travel inside it, so that lines and pages fall as in the PDF on any computer."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from uuid import NAMESPACE_OID, UUID, uuid5

from ..fonts import Face, Fonts

ALIKE = "Arial"
"""What stands in where a program reads no embedded fonts, and where a licence keeps a font from travelling."""
FONT_TABLE = "word/fontTable.xml"
_NS = "http://schemas.openxmlformats.org"


@dataclass(frozen=True)
class Embedded:
    """One face as a part of the file: `use` is the place it takes in its family (``embedRegular``, ``embedBold``)."""

    number: int
    use: str
    face: Face

    @property
    def key(self) -> UUID:
        """What its first bytes are masked with. It comes from the font itself, so that the same font gives the same bytes."""
        return uuid5(NAMESPACE_OID, self.face.data.hex())

    @property
    def masked(self) -> bytes:
        """The font with its first 32 bytes masked by the key, last byte first (ECMA-376 part 4, 4.2.8 “Font Embedding”)."""
        mask = self.key.bytes[::-1] * 2
        return bytes(a ^ b for a, b in zip(self.face.data[:32], mask, strict=True)) + self.face.data[32:]


def parts(fonts: Fonts) -> dict[str, bytes]:
    """The font table, what it leads to, and the faces: parts of the file by name."""
    families = [_family(face.office_name, uses) for face, uses in _families(fonts)]
    embedded = [one for _, uses in _families(fonts) for one in uses]
    links = "".join(
        f'<Relationship Id="rId{one.number}" Type="{_NS}/officeDocument/2006/relationships/font" Target="fonts/font{one.number}.odttf"/>'
        for one in embedded
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    table = f'{head}<w:fonts xmlns:w="{_NS}/wordprocessingml/2006/main" xmlns:r="{_NS}/officeDocument/2006/relationships">{"".join(families)}</w:fonts>'
    out = {FONT_TABLE: table.encode()}
    if embedded:
        out["word/_rels/fontTable.xml.rels"] = (
            f'{head}<Relationships xmlns="{_NS}/package/2006/relationships">{links}</Relationships>'.encode()
        )
    return out | {f"word/fonts/font{one.number}.odttf": one.masked for one in embedded}


def _families(fonts: Fonts) -> list[tuple[Face, tuple[Embedded, ...]]]:
    """Each family of the text as office programs count them, and the faces of it that may travel."""
    wanted = [(fonts.regular, "embedRegular", fonts.regular), (fonts.regular, "embedBold", fonts.linked)]
    if fonts.light.office_name != fonts.regular.office_name:
        wanted.append((fonts.light, "embedRegular", fonts.light))
    numbered = [(of, Embedded(at, use, face)) for at, (of, use, face) in enumerate(wanted, start=1) if face and face.may_travel]
    heads = list(dict.fromkeys(of for of, _, _ in wanted))
    return [(head, tuple(one for of, one in numbered if of == head)) for head in heads]


def _family(name: str, uses: tuple[Embedded, ...]) -> str:
    faces = "".join(f'<w:{one.use} r:id="rId{one.number}" w:fontKey="{{{str(one.key).upper()}}}"/>' for one in uses)
    return (
        f'<w:font w:name="{escape(name)}"><w:altName w:val="{ALIKE}"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{faces}</w:font>'
    )
