"""Another area uses the pack with its own `pack.toml` alone: nothing of the Board whose settings are shipped is in anything it makes."""

from __future__ import annotations

import html
import io
import re
import shutil
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from assurance_pack.cli import main
from laid_out import words_on_pages
from samples.__main__ import main as write_months

ROOT = Path(__file__).parents[2]
AREA = ROOT / "samples" / "elsewhere"
JUNE, AUGUST = "2026-06", "2026-08"
COMMANDS = (
    "forms --month 2026-06 --rows 3", "check --month 2026-06", "check --month 2026-06 --json", "status --month 2026-06", "chase --month 2026-06",
    "brief --month 2026-06", "build --month 2026-06 --engine typst --format pdf --format word --format html", "build --month 2026-06 --edition hwb --engine typst",
    "build --month 2026-06 --edition public --engine typst", "approve --month 2026-06 --by Chair", "verify", "trace M-HLT-001", "months", "months --plan",
    "calendar", "forms --month 2026-08", "doctor",
)  # fmt: skip
"""What the secretariat of a Board types in a month, and what it asks beside."""
NOT_NAMES = {
    "Overall", "Open", "Closed", "New", "Changed", "Action", "Note", "Delivery", "System", "Mixed", "None", "Complete", "Audit", "Survey",
    "Inspection", "Done", "Statutory", "Financial", "Sufficiency", "Concern", "Strength", "Green", "For the Board", "Advise", "Met",
    "Proposed", "Confirmed", "Alternative provision", "SENCo", "College", "RDG",
}  # fmt: skip
"""Words of the shipped lists that any Board’s papers have in them: headings of the forms, the four categories, everyday words; and RDG (docs/decisions.md)."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything the other area's month makes, file by file, and what the commands print; built once."""
    home = tmp_path_factory.mktemp("saltby")
    (home / "output").mkdir()
    shutil.copy(AREA / "pack.toml", home)
    write_months(home / "inputs", AREA / "pack.toml", AREA)
    said = {}
    for typed in COMMANDS:
        result = CliRunner().invoke(main, [*typed.split(), "--home", str(home)])
        assert result.exit_code in (0, 1), (typed, result.output)
        said[f"pack {typed}"] = result.output.replace(str(home), "")
    files = {str(p.relative_to(home)): p for p in sorted((home / "output").rglob("*")) if p.is_file()}
    return said | {name: f"{name}\n{as_read(path.read_bytes())}" for name, path in files.items()}


def as_read(data: bytes) -> str:
    """What a person finds in a file: the text of its pages, cells and properties, without the marks around it."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(n) for n in archive.namelist() if n.endswith(".xml") and "styles" not in n and "theme" not in n]
        return "\n".join(
            html.unescape(re.sub(r"</(?:w:p|si|c)>|<[^>]+>", lambda m: "\n" if m[0].startswith("</") else "", p.decode())) for p in parts
        )
    if data.startswith(b"%PDF"):
        pdf = PdfReader(io.BytesIO(data))
        return "\n".join([*(" ".join(words.split()) for words in words_on_pages(data)), repr(pdf.metadata)])
    return data.decode("utf-8", "replace")


def names_of(said: dict[str, Any]) -> Iterator[str]:
    """Every name and word a `pack.toml` gives."""
    yield from (said["board"][key] for key in ("name", "area", "onward_body", "plan"))
    yield said["board"].get("plan_short", "")
    yield from (said["rdg"][key] for key in ("name", "short"))
    for part in ("workspaces", "groups", "partners", "priorities", "themes", "indicators"):
        for one in said.get(part, ()):
            yield from (one["name"], one.get("short", ""), *one.get("aliases", ()))
    for part in ("workspaces", "groups"):
        yield from (one["code"] for one in said[part])
    yield from (word["word"] for words in said["lists"].values() for word in words)


def theirs() -> list[str]:
    shipped, own = (tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8")) for folder in (ROOT, AREA))
    return sorted({*names_of(shipped), "Health and Wellbeing", "Forum"} - set(names_of(own)) - NOT_NAMES - {""})


def test_the_delivery_group_has_one_abbreviation_and_it_is_explained_by_the_groups_own_name(made: dict[str, str]) -> None:
    pack = next(text for name, text in made.items() if name.endswith("assurance-pack-2026-06.docx"))
    assert "Reform and Delivery Group (RDG) recommends" in pack
    assert not [name for name, text in made.items() if "Delivery Assembly" in text and not name.endswith(".json")]


def test_no_name_or_word_of_the_shipped_board_is_in_anything_another_area_makes(made: dict[str, str]) -> None:
    whole = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, theirs()))})(?!\w)")
    found = {(name, m[0]): text[max(0, m.start() - 60) : m.end() + 40] for name, text in made.items() for m in whole.finditer(text)}
    assert sorted({word for _, word in found}) == [], found
