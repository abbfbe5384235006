"""The Word file has no finding of the accessibility checker or of the Open XML SDK, and the lint finds each fault it is there for."""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx_lint import lint
from mock_document import document as mock_document
from small_document import small_document

from assurance_pack.document.blocks import Document
from assurance_pack.render import word
from assurance_pack.render.archive import unzipped, zipped
from assurance_pack.render.assets import load_assets, shipped_assets

OFFICE = Path(__file__).parents[1] / "office"

DOCUMENTS: dict[str, Callable[[], Document]] = {
    "every kind of block": small_document,
    "a draft": lambda: small_document(draft=True),
    "without a contents list": lambda: small_document(contents=False),
    "the whole mock": mock_document,
}


@pytest.fixture(scope="module")
def good() -> bytes:
    return word.write(small_document(draft=True), shipped_assets())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_there_is_no_finding(name: str) -> None:
    assert lint(word.write(DOCUMENTS[name](), shipped_assets())) == []


def test_there_is_no_finding_in_a_look_of_ones_own() -> None:
    assets = load_assets(accent="#5b2071", tint="#eadcf0")
    data = word.write(small_document(), assets)
    assert lint(data) == []
    assert b"5B2071" in unzipped(data)["word/styles.xml"]


FAULTS = [
    ("alt", "document", 'descr="One risk is Extreme."', 'descr=""'),
    ("alt", "document", 'descr="One risk is Extreme."', 'descr="figure2.png"'),
    ("alt", "header1", 'alt="Draft watermark"', 'alt=""'),
    ("float", "document", "<w:keepNext/>", "<w:keepNext/><w:framePr/>"),
    ("id", "document", '<wp:docPr id="2"', '<wp:docPr id="1"'),
    ("header", "document", "<w:tblHeader/>", ""),
    ("tdesc", "document", '<w:tblDescription w:val="Two groups’ answers to three questions."/>', ""),
    ("table", "document", "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'),
    ("table", "document", '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>', ""),
    ("width", "document", '<w:tblLayout w:type="fixed"/>', ""),
    ("width", "document", '<w:tcW w:w="1587"', '<w:tcW w:w="900"'),
    ("split", "document", "<w:cantSplit/>", ""),
    ("order", "document", '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading3"/>'),
    ("contrast", "styles", '<w:color w:val="505A5F"/>', '<w:color w:val="AAAAAA"/>'),
    ("contrast", "numbering", '<w:color w:val="0B4A5E"/>', '<w:color w:val="9FC5D1"/>'),
    ("size", "styles", '<w:sz w:val="21"/>', '<w:sz w:val="16"/>'),
    ("bookmark", "document", 'w:name="milestones"', 'w:name="decisions"'),
    ("bookmark", "document", '<w:bookmarkEnd w:id="1"/>', ""),
    ("link", "document", 'w:anchor="M_CAP_007"', 'w:anchor="nowhere"'),
    ("link", "document", ">(Table\u00a01)<", ">here<"),
    ("blank", "document", '<w:p><w:pPr><w:pStyle w:val="PanelHeading"/>', '<w:p/><w:p/><w:p><w:pPr><w:pStyle w:val="PanelHeading"/>'),
    ("blank", "document", "Whole texts follow.", "Whole      texts follow."),
    ("title", "core", "<dc:title>Assurance pack, June 2026</dc:title>", ""),
    ("lang", "styles", '<w:lang w:val="en-GB"', '<w:lang w:val="en-US"'),
    ("restrict", "settings", "<w:zoom ", '<w:documentProtection w:edit="readOnly"/><w:zoom '),
    ("field", "settings", "<w:zoom ", '<w:updateFields w:val="true"/><w:zoom '),
    ("field", "document", '<w:fldChar w:fldCharType="separate"/>', ""),
    ("control", "document", "<w:body>", "<w:body><w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>"),
    ("style", "document", '<w:pStyle w:val="Lead"/>', '<w:pStyle w:val="Leed"/>'),
    ("number", "document", '<w:numId w:val="2"/>', '<w:numId w:val="22"/>'),
    ("part", "document", 'r:embed="rId', 'r:embed="rIdx'),
]


@pytest.mark.parametrize(("rule", "part", "good_words", "bad_words"), FAULTS, ids=[f"{n}-{f[0]}-{f[1]}" for n, f in enumerate(FAULTS)])
def test_the_lint_finds_each_fault_it_is_there_for(good: bytes, rule: str, part: str, good_words: str, bad_words: str) -> None:
    parts = unzipped(good)
    name = "docProps/core.xml" if part == "core" else f"word/{part}.xml"
    text = parts[name].decode()
    if part == "document" and good_words == '<w:numId w:val="2"/>':
        text = text.replace(
            '<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', 1
        )
    assert good_words in text, "the fault cannot be made: the file no longer has this"
    parts[name] = text.replace(good_words, bad_words, 1).encode()
    assert rule in {finding.split(":")[0] for finding in lint(zipped(parts))}


def validator() -> Path:
    """The Open XML SDK as a program, or the reason why it cannot be asked."""
    program = OFFICE / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        pytest.skip("the Open XML SDK validator is a program for Linux on x86-64")
    if not program.is_file():
        pytest.skip("the Open XML SDK validator is not installed: run npm ci in tests/office")
    return program


def sdk_findings(file: Path) -> list[str]:
    made = subprocess.run([str(validator()), str(file)], capture_output=True, text=True, timeout=120, check=False)
    answer = json.loads(made.stdout)
    return [f"{error['path']} {error.get('xPath', '')}: {error['description']}" for error in answer["errors"]] or (
        [] if answer["ok"] else ["not ok"]
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(word.write(DOCUMENTS[name](), shipped_assets()))
    assert sdk_findings(file) == []


def test_the_open_xml_sdk_would_find_something(good: bytes, tmp_path: Path) -> None:
    parts = unzipped(good)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:cantSplit/>", b"<w:cantsplit/>", 1)
    file = tmp_path / "pack.docx"
    file.write_bytes(zipped(parts))
    assert sdk_findings(file)


def test_the_parts_of_the_file_are_in_the_order_office_expects(good: bytes) -> None:
    with ZipFile(BytesIO(good)) as archive:
        names = archive.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
