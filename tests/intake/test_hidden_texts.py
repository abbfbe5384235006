"""Wherever in a file an identifier can stand, the guard is handed it: each place holds a number of its own, and all of them are found."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from assurance_pack.intake.opening.open import open_file
from assurance_pack.intake.reading.texts import texts
from assurance_pack.model import Sender
from assurance_pack.model.text import SentText
from assurance_pack.rules import guard
from assurance_pack.settings import Settings

CAPITAL = Sender("workspace", "CAP")


def _nhs(serial: int) -> str:
    """A number of the range kept for tests, with its right check digit."""
    nine = f"999{serial:06d}"
    check = 11 - sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11
    return _nhs(serial + 500) if check == 10 else f"{nine}{check % 11}"


IN_EXCEL = (
    "formula", "number format", "link target", "link tooltip", "note", "note author", "defined name", "value of a defined name", "table name",
    "unused string", "picture name", "alternative text", "custom property", "name of a property", "subject", "last modified by",
    "header", "drop-down", "validation prompt", "text box", "hidden sheet", "person", "external link",
)  # fmt: skip
IN_WORD = (
    "tracked author",
    "alternative text",
    "picture name",
    "variable",
    "name of a variable",
    "field code",
    "bookmark",
    "deleted text",
    "header",
    "comment",
)
NUMBER = {place: _nhs(at) for at, place in enumerate(dict.fromkeys((*IN_EXCEL, *IN_WORD)), start=1)}


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"] = "Item", "Kept"
    sheet["B1"] = f'=IF(1=1,"ask {NUMBER["formula"]}","")'
    sheet["B2"] = 1
    sheet["B2"].number_format = f'0" {NUMBER["number format"]}"'
    sheet["B3"] = "more"
    sheet["B3"].hyperlink = f"https://example.org/{NUMBER['link target']}"
    sheet["B3"].hyperlink.tooltip = f"of {NUMBER['link tooltip']}"
    sheet["B4"] = "noted"
    sheet["B4"].comment = Comment(f"see {NUMBER['note']}", f"{NUMBER['note author']}")
    book.defined_names.add(DefinedName(f"of_{NUMBER['defined name']}", attr_text=f'"{NUMBER["value of a defined name"]}"'))
    sheet.add_table(Table(displayName=f"t_{NUMBER['table name']}", ref="A1:A2"))
    sheet.oddHeader.center.text = NUMBER["header"]
    rule = openpyxl.worksheet.datavalidation.DataValidation(
        type="list", formula1=f'"a,{NUMBER["drop-down"]}"', prompt=NUMBER["validation prompt"]
    )
    rule.add("C1")
    sheet.add_data_validation(rule)
    hidden = book.create_sheet("Out of sight")
    hidden["A1"], hidden.sheet_state = NUMBER["hidden sheet"], "veryHidden"
    book.properties.subject, book.properties.lastModifiedBy = NUMBER["subject"], NUMBER["last modified by"]
    book.custom_doc_props.append(StringProperty(name="Remark", value=NUMBER["custom property"]))
    book.custom_doc_props.append(StringProperty(name=f"of {NUMBER['name of a property']}", value="x"))
    held = io.BytesIO()
    book.save(held)
    drawing = (
        f'<d><cNvPr id="1" name="of_{NUMBER["picture name"]}" descr="{NUMBER["alternative text"]}"/><a><t>{NUMBER["text box"]}</t></a></d>'
    )
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/sharedStrings.xml", f"<sst><si><t>Item</t></si><si><t>once {NUMBER['unused string']}</t></si></sst>")
        new.writestr("xl/drawings/drawing9.xml", drawing)
        new.writestr("xl/persons/person.xml", f'<p><person displayName="{NUMBER["person"]}"/></p>')
        new.writestr("xl/externalLinks/externalLink1.xml", f"<e><v>{NUMBER['external link']}</v></e>")
    return path


def _document(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Words.")
    document.sections[0].header.paragraphs[0].text = NUMBER["header"]
    held = io.BytesIO()
    document.save(held)
    inside = (
        f'<w:p><w:ins w:id="1" w:author="{NUMBER["tracked author"]}"><w:r><w:t>so</w:t></w:r></w:ins>'
        f'<w:bookmarkStart w:id="2" w:name="of_{NUMBER["bookmark"]}"/>'
        f'<w:r><w:instrText> QUOTE "{NUMBER["field code"]}" </w:instrText></w:r>'
        f'<w:del w:id="3"><w:r><w:delText>{NUMBER["deleted text"]}</w:delText></w:r></w:del>'
        f'<w:r><w:pict><docPr name="of_{NUMBER["picture name"]}" descr="{NUMBER["alternative text"]}"/></w:pict></w:r></w:p>'
    )
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", inside.encode() + b"<w:sectPr", 1)
            if name == "word/settings.xml":
                variable = f'<w:docVars><w:docVar w:name="of_{NUMBER["name of a variable"]}" w:val="{NUMBER["variable"]}"/></w:docVars>'
                data = data.replace(b"</w:settings>", variable.encode() + b"</w:settings>")
            new.writestr(name, data)
        ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        new.writestr(
            "word/comments.xml",
            f"<w:comments {ns}><w:comment><w:p><w:r><w:t>{NUMBER['comment']}</w:t></w:r></w:p></w:comment></w:comments>",
        )
    return path


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SentText]]:
    folder = tmp_path_factory.mktemp("hidden")
    files = (_workbook(folder / "CAP.xlsx"), _document(folder / "PCF.docx"))
    return {path.name: list(texts(open_file(path), path.name, CAPITAL, ())) for path in files}


@pytest.mark.parametrize("place", IN_EXCEL)
def test_a_number_in_any_place_of_a_workbook_is_found(place: str, handed: dict[str, list[SentText]], settings: Settings) -> None:
    holding = [t for t in handed["CAP.xlsx"] if NUMBER[place] in t.text.replace(" ", "")]
    assert [f.rule for f in guard.scan(holding, settings)], place
    assert NUMBER[place] not in "".join(str(t.cell) for t in handed["CAP.xlsx"])


@pytest.mark.parametrize("place", IN_WORD)
def test_a_number_in_any_place_of_a_word_form_is_found(place: str, handed: dict[str, list[SentText]], settings: Settings) -> None:
    holding = [t for t in handed["PCF.docx"] if NUMBER[place] in t.text]
    assert [f.rule for f in guard.scan(holding, settings)], place


def _beside(*values: object) -> list[str]:
    from assurance_pack.intake.opening.grid import Grid, OpenedBook, Seen

    grid = Grid("Risks", {(4, column): Seen(value) for column, value in enumerate(values, start=2)})
    from assurance_pack.settings_file import load

    found = guard.scan(texts(OpenedBook((grid,)), "CAP.xlsx", CAPITAL, ()), load(Path(__file__).parents[2] / "pack.toml"))
    return [f"{f.rule} {f.cell.ref}" for f in found]


def test_an_identifier_split_over_neighbouring_cells_is_found_in_each_of_them() -> None:
    assert _beside("999 000", "0018") == ["AP501 B4", "AP501 C4"]
    assert _beside("999", "000", "0018") == ["AP501 B4", "AP501 C4", "AP501 D4"]
    assert _beside("N331999", "925001") == ["AP502 B4", "AP502 C4"]


def test_counts_side_by_side_are_no_identifier() -> None:
    assert _beside(999000, 18, 4210) == []
    assert _beside(999, 0, 1018) == []


def test_what_a_cell_shows_is_not_said_a_second_time_as_an_unused_string(handed: dict[str, list[SentText]]) -> None:
    assert [t.text for t in handed["CAP.xlsx"] if "no cell" in t.cell.sheet] == [f"once {NUMBER['unused string']}"]
