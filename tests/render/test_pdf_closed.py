"""Nothing is fetched from the disk or the network, no fault passes in silence, and a machine that cannot draw says what it lacks."""

from __future__ import annotations

import builtins
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from drawn import mock
from mock_document import document

from assurance_pack.document.blocks import Heading, Paragraph
from assurance_pack.document.blocks.runs import runs
from assurance_pack.render import CannotDraw, load_assets, pdf
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.engines import ENGINES

WATCHED = """
import sys, pathlib, tempfile
sys.path.insert(0, sys.argv[1])
from mock_document import document
from assurance_pack.render import load_assets, pdf
assets = load_assets()
pdf.write(document(), assets)                      # everything is imported now
seen = []
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen"):
        seen.append((event, str(args)))
    if event == "open" and isinstance(args[0], (str, bytes)) and "r" in str(args[1] or "r"):
        seen.append((event, str(args[0])))
sys.addaudithook(watch)
pdf.write(document(), assets)
templates = str(assets.folders[0])
fonts = str(pathlib.Path(tempfile.gettempdir(), "weasyprint-"))  # the engine's own copies of our fonts, which it clears away
print([s for s in seen if not (s[0] == "open" and s[1].startswith((templates, sys.prefix, fonts)))])
"""


def test_drawing_opens_no_file_but_its_templates_and_no_connection() -> None:
    here = Path(__file__).parent
    done = subprocess.run([sys.executable, "-c", WATCHED, str(here)], cwd=here.parents[1], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://example.org/",
        "ftp://example.org/",
        "asset:no-such",
        "/etc/passwd",
        "data:text/plain,x",
    ],
)
def test_the_pages_can_load_nothing_that_was_not_handed_to_them(address: str) -> None:
    from assurance_pack.render.pdf.fetcher import ClosedFetcher

    with pytest.raises(ValueError, match="not handed over"):
        ClosedFetcher({"known": (b"", "text/plain")}).fetch(address)


def _with_style(tmp_path: Path, line: str) -> object:
    own = tmp_path / "templates" / "look"
    own.mkdir(parents=True)
    shipped = shipped_assets().folders[0]
    for name in ("pack.css.j2", "page.html.j2", "blocks.html.j2"):
        shutil.copy(shipped / name, own / name)
    style = (shipped / "pack.css.j2").read_text(encoding="utf-8")
    (own / "pack.css.j2").write_text(line + style if line.startswith("@import") else style + line, encoding="utf-8")
    return load_assets(home=tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "\nh2 { background: url('file:///etc/passwd') }",
        "\nh2 { background: url('http://127.0.0.1:9/x.png') }",
        "\n@font-face { font-family: Other; src: url('asset:missing.ttf') }  h2 { font-family: Other }",
        "@import url('file:///etc/passwd');",
    ],
)
def test_a_template_that_reaches_outside_is_a_failure_and_not_a_pack_without_its_picture(tmp_path: Path, line: str) -> None:
    with pytest.raises(pdf.DrawingFailed):
        pdf.write(document(), _with_style(tmp_path, line))  # type: ignore[arg-type]


def test_a_board_may_bring_its_own_template(tmp_path: Path) -> None:
    made = pdf.write(document(blocks=(Heading(1, "T"), Paragraph(runs("x")))), _with_style(tmp_path, "\np { color: #003366 }"))  # type: ignore[arg-type]
    assert made.pages == 1


def test_an_error_that_is_only_logged_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    import logging

    from assurance_pack.render.pdf import finisher

    real = finisher.finish

    def grumble(laid_out: object, file: object) -> None:
        logging.getLogger("weasyprint").error("Something did not load")
        real(laid_out, file)

    monkeypatch.setattr(finisher, "finish", grumble)
    with pytest.raises(pdf.DrawingFailed, match="did not load"):
        pdf.write(document(blocks=(Heading(1, "T"),)), load_assets())


def test_a_machine_without_the_libraries_says_what_to_install_and_prints_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def missing(name: str, *args: object, **kwargs: object) -> object:
        if name.startswith("weasyprint"):
            print("WeasyPrint could not import some external libraries. Please carefully follow the installation steps")
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    monkeypatch.setattr("platform.system", lambda: "Linux")
    with pytest.raises(CannotDraw, match=r"apt-get install .*libpango-1.0-0"):
        pdf.write(document(), load_assets())
    assert "libharfbuzz-subset0" in ENGINES["weasyprint"].missing()
    assert capsys.readouterr().out == ""


def test_nothing_is_lacking_where_pages_can_be_drawn() -> None:
    assert ENGINES["weasyprint"].missing() == ""


def test_the_style_holds_nothing_that_the_drawing_would_pass_over(caplog: pytest.LogCaptureFixture) -> None:
    pdf.write(document(contents=True, draft=True), load_assets())
    assert [r.getMessage() for r in caplog.records if r.name == "weasyprint" and r.levelname != "INFO"] == []


def test_no_link_of_the_file_leads_out_of_it() -> None:
    assert b"/URI" not in mock().data


def test_importing_the_writers_does_not_load_the_library_that_draws() -> None:
    program = "import sys; import assurance_pack.render, assurance_pack.render.pdf; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
