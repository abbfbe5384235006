"""The PDF is set by WeasyPrint, by Typst where this machine lacks what WeasyPrint needs, or by the one asked for; the manifest says which."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.commands.formats import FORMATS, STOOD_IN
from assurance_pack.home import Home
from assurance_pack.render import CannotDraw
from assurance_pack.render.engines import ENGINES, write_pdf
from assurance_pack.shipped import shipped_templates

JUNE = "2026-06"
ENGINE_TEMPLATES = shipped_templates() / "look"
REMEDY = "The libraries WeasyPrint sets pages with are missing. Install them so."


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def manifest(home: Home, name: str = "manifest.json") -> dict[str, object]:
    found: dict[str, object] = json.loads((home.root / "output" / JUNE / name).read_text(encoding="utf-8"))
    return found


def made_by(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return "typst" if "Typst" in str(pdf.docinfo.get("/Creator", "")) else "weasyprint"


@pytest.fixture
def lacking() -> Iterator[Callable[..., None]]:
    """Takes engines off this machine; no pages that were set before are taken from memory, but returns that were read before are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=lambda document, assets, pages: write_pdf(document, assets)))

        def take(*names: str) -> None:
            def cannot(*_: object) -> None:
                raise CannotDraw(REMEDY)

            for name in names:
                patch.setitem(ENGINES, name, replace(ENGINES[name], write=cannot, load=cannot))

        yield take


def test_unless_another_is_asked_for_weasyprint_sets_the_pdf(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", JUNE)
    assert result.exit_code == 0, result.output
    assert manifest(sample_home)["engine"] == "weasyprint"
    assert made_by(sample_home.root / "output" / JUNE / f"assurance-pack-{JUNE}.pdf") == "weasyprint"
    assert "Typst" not in result.output


def test_asked_for_typst_sets_it_and_the_manifest_says_so(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", JUNE, "--engine", "typst")
    assert result.exit_code == 0, result.output
    assert manifest(sample_home)["engine"] == "typst"
    assert made_by(sample_home.root / "output" / JUNE / f"assurance-pack-{JUNE}.pdf") == "typst"
    assert STOOD_IN not in result.output


def test_a_laptop_without_weasyprints_libraries_still_makes_the_pdf_and_says_so_in_one_line(
    sample_home: Home, lacking: Callable[..., None]
) -> None:
    lacking("weasyprint")
    result = pack(sample_home, "build", "--month", JUNE)
    assert result.exit_code == 0, result.output
    assert result.output.count(STOOD_IN) == 1
    assert manifest(sample_home)["engine"] == "typst"
    told = pack(sample_home, "doctor")
    assert f"PDF: Typst 0.15.2. {REMEDY}" in told.output
    assert "This machine can build the pack" in told.output


def test_a_machine_with_neither_writes_the_rest_says_what_to_install_and_exits_with_4(
    sample_home: Home, lacking: Callable[..., None]
) -> None:
    lacking("weasyprint", "typst")
    result = pack(sample_home, "build", "--month", JUNE)
    assert result.exit_code == 4, result.output
    assert REMEDY in result.output
    assert manifest(sample_home)["engine"] == ""
    assert not (sample_home.root / "output" / JUNE / f"assurance-pack-{JUNE}.pdf").exists()


def test_an_engine_asked_for_by_name_is_not_replaced_by_another(sample_home: Home, lacking: Callable[..., None]) -> None:
    lacking("weasyprint")
    assert pack(sample_home, "build", "--month", JUNE, "--engine", "weasyprint").exit_code == 4


def test_a_pack_that_typst_set_is_set_by_typst_again_when_it_is_approved(sample_home: Home) -> None:
    pack(sample_home, "build", "--month", JUNE, "--engine", "typst")
    sealed = pack(sample_home, "approve", "--month", JUNE, "--by", "Chair of RDG", "--on", "2026-07-03")
    assert sealed.exit_code == 0, sealed.output
    folder = sample_home.root / "output" / JUNE
    assert made_by(folder / "sealed" / "v1.0" / f"assurance-pack-{JUNE}.pdf") == "typst"
    assert manifest(sample_home)["engine"] == "typst"
    again = pack(sample_home, "build", "--month", JUNE)
    assert "Nothing has changed since version 1.0" in again.output
    assert manifest(sample_home)["engine"] == "typst"


def test_the_engine_stays_in_the_manifest_while_its_pdf_does(sample_home: Home) -> None:
    pack(sample_home, "build", "--month", JUNE, "--engine", "typst")
    pack(sample_home, "build", "--month", JUNE, "--format", "word")
    assert manifest(sample_home)["engine"] == "typst"


@pytest.mark.parametrize("key", ["rdg", "hwb", "public"])
def test_the_other_editions_are_set_by_it_too(sample_home: Home, key: str) -> None:
    command = ("brief",) if key == "rdg" else ("build", "--edition", key)
    result = pack(sample_home, *command, "--month", JUNE, "--engine", "typst")
    assert result.exit_code == 0, result.output
    assert manifest(sample_home, f"manifest-{key}.json")["engine"] == "typst"
    (made,) = (p for p in (sample_home.root / "output" / JUNE).glob("*.pdf"))
    assert made_by(made) == "typst"
    assert [f.message for f in page.validate_pdf_bytes(made.read_bytes(), profile="ua1").failures] == []


def test_an_engine_there_is_not_is_answered_with_those_there_are(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", JUNE, "--engine", "word")
    assert result.exit_code == 2
    assert "'weasyprint', 'typst'" in result.output


def test_typst_says_in_one_line_that_templates_of_weasyprint_are_not_used(sample_home: Home) -> None:
    look = sample_home.root / "templates" / "look"
    look.mkdir(parents=True)
    (look / "pack.css.j2").write_text((ENGINE_TEMPLATES / "pack.css.j2").read_text("utf-8") + "\nh2 { color: #5b2071 }\n", "utf-8")
    said = pack(sample_home, "build", "--month", JUNE, "--format", "pdf", "--engine", "typst").output
    (line,) = [line for line in said.splitlines() if line.startswith("Not used in the PDF")]
    assert "because Typst set it: pack.css.j2 of templates/look" in line
    assert "put pack.typ there" in line
    (look / "pack.typ").write_text((ENGINE_TEMPLATES / "pack.typ").read_text("utf-8"), "utf-8")
    assert "Not used" not in pack(sample_home, "build", "--month", JUNE, "--format", "pdf", "--engine", "typst").output
    (look / "pack.css.j2").unlink()
    (look / "pack.typ").unlink()
    assert "Not used" not in pack(sample_home, "build", "--month", JUNE, "--format", "pdf", "--engine", "typst").output
