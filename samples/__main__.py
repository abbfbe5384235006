"""`python -m samples [FOLDER]`: writes the illustrative returns of every month into ``inputs/``, with the list of what came when.

`samples/elsewhere` is the story of another area, with a `pack.toml` of its own; the tests write and build it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from pathlib import Path

from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

from .story import FOLDER, Filled, read_story
from .write import as_sent

ROOT = Path(__file__).parent.parent


def main(inputs: Path, settings_file: Path = ROOT / "pack.toml", of: Path = FOLDER) -> None:
    """Write every month afresh. A sample of the last run that is no longer in the story goes; a file of anyone else's stays."""
    settings = load(settings_file)
    story = read_story(settings, of)
    for month in sorted({f.month for f in story}):
        folder = inputs / month
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        lines = [_write(f, story, folder, settings) for f in story if f.month == month]
        (folder / "received.csv").write_text(_receipts(lines), encoding="utf-8", newline="")
        print(f"{month}: {len(lines)} returns")


def _clear(folder: Path) -> None:
    listed = folder / "received.csv"
    if listed.exists():
        for line in csv.DictReader(io.StringIO(listed.read_text(encoding="utf-8"))):
            old = folder / line["file"]
            if old.exists() and hashlib.sha256(old.read_bytes()).hexdigest() == line["sha256"]:
                old.unlink()


def _write(filled: Filled, story: tuple[Filled, ...], folder: Path, settings: Settings) -> tuple[str, str, str]:
    content = as_sent(filled, story, settings)
    (folder / filled.file).write_bytes(content)
    return filled.file, hashlib.sha256(content).hexdigest(), filled.received.isoformat()


def _receipts(lines: list[tuple[str, str, str]]) -> str:
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(("file", "sha256", "received"))
    by_day = sorted(lines, key=lambda line: (line[2], line[0]))
    table.writerows(by_day)
    return stream.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "inputs")
