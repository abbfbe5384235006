"""A new format, as the README says to make one: a writer from `Document` to bytes, and a line in `FORMATS`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.commands.formats import FORMATS, Format
from assurance_pack.document.blocks import Document
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.render import Assets


def plain_text(document: Document, assets: Assets, pages: Mapping[str, int]) -> bytes:
    """Every word of a document, a line each."""
    return "\n".join(texts(document.blocks)).encode()


def test_a_format_declared_in_one_line_is_offered_written_kept_in_the_manifest_and_set_aside_like_the_others(
    sample_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "text", Format("txt", "the plain text", plain_text))
    build = ["build", "--month", "2026-06", "--home", str(sample_home.root)]
    assert f"[{'|'.join(FORMATS)}]" in re.sub(r"\s+", "", CliRunner().invoke(main, ["build", "--help"]).output)

    made = CliRunner().invoke(main, [*build, "--format", "text"])
    assert made.exit_code == 0, made.output
    folder = sample_home.root / "output" / "2026-06"
    name = "assurance-pack-2026-06.txt"
    assert name in made.output
    assert "About this pack" in (folder / name).read_text(encoding="utf-8")
    assert name in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]

    again = CliRunner().invoke(main, [*build, "--format", "word", "--draft"])
    assert again.exit_code == 0, again.output
    assert not (folder / name).exists()
    assert (folder / "assurance-pack-2026-06 (earlier build).txt").exists()
