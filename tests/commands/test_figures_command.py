"""`pack figures`: what a Board member pastes into a slide, with the words for those who cannot see it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from lxml import etree

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.model import Month

SVG = "{http://www.w3.org/2000/svg}"


def drawn(home: Home) -> Result:
    return CliRunner().invoke(main, ["figures", "--month", "2026-06", "--home", str(home.root)])


def files(home: Home) -> dict[str, bytes]:
    folder: Path = home.output(Month("2026-06")) / "figures"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_each_figure_is_written_as_a_drawing_and_a_picture_with_its_sentence(sample_home: Home) -> None:
    result = drawn(sample_home)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("2 figures, each as SVG and PNG, in ")
    written = files(sample_home)
    assert sorted(written) == ["figure-1.png", "figure-1.svg", "figure-2.png", "figure-2.svg", "figures.txt"]
    words = written["figures.txt"].decode()
    for name in ("figure-1", "figure-2"):
        root = etree.fromstring(written[f"{name}.svg"])
        title = str(root.findtext(f"{SVG}title"))
        assert len(title.split()) > 10
        assert f"Alternative text: {title}" in words
        assert list(root.iter(f"{SVG}text")) == []  # no font is needed where it is pasted
        assert written[f"{name}.png"].startswith(b"\x89PNG")
        assert int.from_bytes(written[f"{name}.png"][16:20]) == 1920


def test_the_same_month_gives_the_same_files(sample_home: Home) -> None:
    drawn(sample_home)
    first = files(sample_home)
    drawn(sample_home)
    assert files(sample_home) == first
