"""Writes what the product is made of: a bill of materials (CycloneDX) and the list of licences, both from the pins and what is installed.

python requirements/sbom.py            write both
python requirements/sbom.py --check    fail where one is out of date, or where a library has a licence nobody has agreed to
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
BILL = ROOT / "requirements" / "bill-of-materials.cdx.json"
LIST = ROOT / "docs" / "licences.md"

AGREED = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-2.1-or-later", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0",
}  # fmt: skip
"""Licences under which a council may use and pass on the whole."""
SAID_OTHERWISE = {
    "MIT License": "MIT", "BSD License": "BSD-3-Clause", "PSFL": "PSF-2.0", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache Software License": "Apache-2.0", "Python Software Foundation License": "PSF-2.0",
}  # fmt: skip
CHOSEN = {
    "packaging": "Apache-2.0",  # offered under either of two
    "pyphen": "LGPL-2.1-or-later",  # offered under any of three
    "python-dateutil": "Apache-2.0",  # offered under either of two
    "resvg-py": "MIT",  # says so in its licence file alone
}


@dataclass(frozen=True)
class Library:
    """One pinned library, its licence by its SPDX name, and the fingerprints its files may have."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]


def libraries() -> Iterator[Library]:
    """Everything the product needs to run, as pinned."""
    pins = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    for found in re.finditer(r"^([A-Za-z0-9][\w.-]*)==([^\s\\]+)((?:.|\n)*?)(?=^\S|\Z)", pins, re.MULTILINE):
        name, version, rest = found.groups()
        yield Library(name, version, licence_of(name), tuple(re.findall(r"sha256:([0-9a-f]{64})", rest)))


def licence_of(name: str) -> str:
    """The licence of an installed library."""
    if name in CHOSEN:
        return CHOSEN[name]
    about = metadata(name)
    classified = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License")]
    said = about.get("License-Expression") or next(iter(classified), "") or (about.get("License") or "").splitlines()[:1]
    said = said if isinstance(said, str) else "".join(said)
    return SAID_OTHERWISE.get(said, said or "not said")


def bill(found: list[Library]) -> str:
    """CycloneDX 1.5, without a date or a serial number, so that the same pins give the same bytes."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, where = said["project"], ROOT / said["tool"]["hatch"]["version"]["path"]
    about = {
        "type": "application",
        "name": project["name"],
        "version": re.findall(r'^__version__ = "([^"]+)"', where.read_text(encoding="utf-8"), re.MULTILINE)[0],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    parts = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{one.name}@{one.version}",
            "name": one.name,
            "version": one.version,
            "purl": f"pkg:pypi/{one.name}@{one.version}",
            "licenses": [{"license": {"id": one.licence}}],
            "hashes": [{"alg": "SHA-256", "content": digest} for digest in one.hashes],
        }
        for one in found
    ]
    said = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": about}, "components": parts}
    return json.dumps(said, indent=1) + "\n"


def listing(found: list[Library]) -> str:
    """The licences for people to read."""
    lines = [
        "# Licences", "",
        "What `pack` needs to run, and under which licence it is used. Written by `make sbom`; the bill of materials with fingerprints is",
        "`requirements/bill-of-materials.cdx.json` (CycloneDX). The fonts that travel with it are named in `templates/look/fonts`.", "",
        "| library | version | licence |", "|---|---|---|", *(f"| {one.name} | {one.version} | {one.licence} |" for one in found),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write both, or check them."""
    found = list(libraries())
    wanted = {BILL: bill(found), LIST: listing(found)}
    faults = [
        f"{one.name}: the licence “{one.licence}” is not among those agreed to in requirements/sbom.py"
        for one in found
        if one.licence not in AGREED
    ]
    if "--check" in sys.argv:
        faults += [
            f"{path.relative_to(ROOT)} is out of date: run make sbom"
            for path, text in wanted.items()
            if not path.exists() or path.read_text("utf-8") != text
        ]
    else:
        for path, text in wanted.items():
            path.write_text(text, encoding="utf-8")
    print("\n".join(faults) or f"{len(found)} libraries, all under licences agreed to.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
