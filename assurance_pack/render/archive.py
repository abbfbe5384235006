"""A zip file whose bytes depend on its parts alone: no clock, no folder, no operating system."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What readers of Office files expect to meet first."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts of an Office file as a zip: the same parts give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda part: (part not in FIRST, part)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o600 << 16
            # A picture is compressed already.
            info.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            archive.writestr(info, parts[name], compresslevel=None if name.endswith(".png") else 6)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}
