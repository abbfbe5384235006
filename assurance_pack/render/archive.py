"""A zip file whose bytes depend on its parts alone: no clock, no folder, no operating system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What readers of Office files expect to meet first."""


def zipped(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """The parts of an Office file as a zip, `packed` unless it is opened again at once: the same parts give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda part: (part not in FIRST, part)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o600 << 16
            # A picture is compressed already.
            info.compress_type = ZIP_DEFLATED if packed and not name.endswith(".png") else ZIP_STORED
            archive.writestr(info, parts[name], compresslevel=6 if info.compress_type == ZIP_DEFLATED else None)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name."""
    return dict(Parts(data))


class Parts(Mapping[str, bytes]):
    """The parts of a zip, each unpacked when it is asked for: those of a large workbook together take thirty times its size."""

    def __init__(self, data: bytes) -> None:
        """Look at the list of them."""
        self._archive = ZipFile(BytesIO(data))

    def __getitem__(self, name: str) -> bytes:
        """A part, by name."""
        return self._archive.read(name)

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the zip."""
        return iter(self._archive.namelist())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._archive.namelist())
