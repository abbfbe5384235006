"""What Microsoft 365 keeps of those who worked on a file is no child: nothing is said of it, and the file is marked and chased as any other."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty

from assurance_pack.cli import main
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"
CAPITAL = "Capital and Sufficiency June 2026.xlsx"
ACCOUNT = "harbour.officer@example.gov.uk"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
PEOPLE = (
    f'<personList xmlns="{THREADS}"><person displayName="Jack Harbour" id="{{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}}" '
    f'userId="S::{ACCOUNT}::12345678-1234-4123-8123-123456789012" providerId="AD"/></personList>'
)
THREAD = (
    f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="E5" dT="2026-06-20T10:00:00.00" '
    'personId="{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}" id="{11111111-2222-4333-8444-555555555555}"><text>Date to be agreed.</text>'
    "</threadedComment></ThreadedComments>"
)
OFFICE = "http://schemas.microsoft.com/office/2017/10/relationships"


def with_traces(path: Path, *, status: str = "soon") -> None:
    """Everything of staff that a month in SharePoint leaves in a file, and a thread on the cell Milestones!E5."""
    book = openpyxl.load_workbook(path)
    book["Milestones"]["E5"] = status
    book["Milestones"]["E5"].comment = Comment(
        "[Threaded comment]\n\nComment:\n    Date to be agreed.", "tc={11111111-2222-4333-8444-555555555555}"
    )
    book["Milestones"]["F5"].comment = Comment("Jack Harbour:\nAsk the Council.", "Jack Harbour")
    book.properties.creator, book.properties.lastModifiedBy = "Harbour, Jack", ACCOUNT
    book["Milestones"]["M5"].comment = Comment("Ask jo.harbour@example.nhs.uk or the clerk, quay.clerk@example.gov.uk.", "Quay Clerk")
    book["Milestones"]["O5"].hyperlink = f"mailto:{ACCOUNT}?subject=Date"
    book["Milestones"].oddFooter.left.text = ACCOUNT
    for name, value in {
        "_activity": f'{{"FileActivityUsersOnPage":[{{"DisplayName":"Jack Harbour","Id":"{ACCOUNT}"}}]}}',
        "MSIP_Label_12345678-1234-4123-8123-123456789012_Owner": ACCOUNT,
        "MSIP_Label_12345678-1234-4123-8123-123456789012_SetDate": "2026-06-20T10:00:00Z",
        "_dlc_DocId": "TXQ7HVCZ2D3K-9990000018-57",  # whose middle passes the check of an NHS number by chance
        "_dlc_DocIdUrl": "https://example.sharepoint.com/sites/send/_layouts/15/DocIdRedir.aspx?ID=TXQ7HVCZ2D3K-9990000018-57",
        "AssignedTo": "12;#Harbour Jack,#i:0#.f|membership|jack",
        "ContactPerson": "Jack Harbour 024 7683 1234",
        "Telephone number": "024 7683 1234",
        "Originator": "Jack H",
        "SharedWithUsers": f"12;#Jack Harbour,#i:0#.f|membership|{ACCOUNT},#{ACCOUNT}",
    }.items():
        book.custom_doc_props.append(StringProperty(name=name, value=value))
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    sheet = next(n for n in parts if n.startswith("xl/worksheets/_rels/") and b"comments" in parts[n] and b"comment" in parts[n])
    relate(parts, sheet, "threadedComment", "/xl/threadedComments/threadedComment1.xml")
    relate(parts, "xl/_rels/workbook.xml.rels", "person", "/xl/persons/person.xml")
    parts |= {"xl/persons/person.xml": PEOPLE.encode(), "xl/threadedComments/threadedComment1.xml": THREAD.encode()}
    parts["customXml/item1.xml"] = f"<p><UserInfo><DisplayName>{ACCOUNT}</DisplayName><AccountId>12</AccountId></UserInfo></p>".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def relate(parts: dict[str, bytes], part: str, kind: str, target: str) -> None:
    entry = f'<Relationship Id="rIdOffice" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    parts[part] = parts[part].replace(b"</Relationships>", entry.encode())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("traces")
    shutil.copy(ROOT / "pack.toml", root)
    (root / "inputs" / JUNE).mkdir(parents=True)
    with_traces(Path(shutil.copy(ROOT / "inputs" / JUNE / CAPITAL, root / "inputs" / JUNE)))
    return root


def test_nothing_is_said_of_staff_and_the_return_is_marked_with_a_reply_in_the_thread(home: Path) -> None:
    said = CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(home)]).output
    assert "AP5" not in said
    assert "AP150" in said
    marked = home / "output" / JUNE / "marked" / "Capital and Sufficiency June 2026 (marked).xlsx"
    with zipfile.ZipFile(marked) as archive:
        thread = archive.read("xl/threadedComments/threadedComment1.xml").decode()
        people = archive.read("xl/persons/person.xml").decode()
    reply = thread.partition("Date to be agreed.")[2]
    assert 'parentId="{11111111-2222-4333-8444-555555555555}"' in reply
    assert "Error (AP150): “soon”" in reply
    assert 'displayName="Board secretariat"' in people


def test_a_strict_build_does_not_refuse_a_month_for_what_is_kept_of_staff(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pack.toml", tmp_path)
    copy_to_june(tmp_path / "inputs")
    with_traces(tmp_path / "inputs" / JUNE / CAPITAL, status="Complete")
    built = CliRunner().invoke(main, ["build", "--month", JUNE, "--strict", "--format", "word", "--home", str(tmp_path)])
    assert built.exit_code == 0, built.output


def test_the_owner_is_written_to_about_the_cell_and_not_about_a_child(home: Path) -> None:
    CliRunner().invoke(main, ["chase", "--month", JUNE, "--home", str(home)])
    message = (home / "output" / JUNE / "messages" / "Capital and Sufficiency.txt").read_text(encoding="utf-8")
    assert "Milestones, cell E5" in message
    assert "child" not in message.replace("children", "")


def test_a_marked_copy_that_comes_back_and_is_marked_again_holds_one_reply(home: Path) -> None:
    inputs, marked = home / "inputs" / JUNE / CAPITAL, home / "output" / JUNE / "marked" / "Capital and Sufficiency June 2026 (marked).xlsx"
    CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(home)])
    inputs.write_bytes(marked.read_bytes())
    CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(home)])
    with zipfile.ZipFile(marked) as archive:
        assert archive.read("xl/threadedComments/threadedComment1.xml").decode().count("parentId") == 1


@pytest.mark.parametrize("where", ["a note", "a link", "a cell that prints"])
def test_a_familys_address_is_found_wherever_it_stands_and_one_of_staff_where_it_prints(tmp_path: Path, where: str) -> None:
    shutil.copy(ROOT / "pack.toml", tmp_path)
    (tmp_path / "inputs" / JUNE).mkdir(parents=True)
    path = Path(shutil.copy(ROOT / "inputs" / JUNE / CAPITAL, tmp_path / "inputs" / JUNE))
    book = openpyxl.load_workbook(path)
    cell = book["Milestones"]["M5"]
    if where == "a note":
        cell.comment = Comment("Ask jo.harbour@example.com.", "Quay Clerk")
    elif where == "a link":
        cell.hyperlink = "mailto:jo.harbour@school.example.sch.uk"
    else:
        cell.value = f"Ask {ACCOUNT}"
    book.save(path)
    said = CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(tmp_path)]).output
    assert "AP506" in said


PARTNER = "hand.trust.example"
NOTES = {
    f"jo.harbour@{PARTNER}": "a partner by pack.toml",
    "jo.harbour@example.nhs.net": "the NHS",
    "jo.harbour@example.police.uk": "the police",
    "jo.harbour@example.ac.uk": "a university",
}
NOT_OF_STAFF = {
    "jo.harbour@example.org": "a domain that a partner shares with the families' forum",
    "jo.harbour@gmail.com": "where anybody has an address, though a partner uses it",
    "30214432@example.ac.uk": "a student by its number",
    "jo.harbour@students.example.ac.uk": "a student by its domain",
    "jo.harbour@primary.example.sch.uk": "a school, which gives its pupils addresses",
}


def _said_of_a_note(tmp_path: Path, address: str) -> str:
    settings = (ROOT / "pack.toml").read_text(encoding="utf-8")
    settings = settings.replace("trust.children@example.org", f"children@{PARTNER}").replace(
        "icb.children@example.org", "icb.children@gmail.com"
    )
    (tmp_path / "pack.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "inputs" / JUNE).mkdir(parents=True)
    path = Path(shutil.copy(ROOT / "inputs" / JUNE / CAPITAL, tmp_path / "inputs" / JUNE))
    book = openpyxl.load_workbook(path)
    book["Milestones"]["M5"].comment = Comment(f"Ask {address}.", "Quay Clerk")
    book.save(path)
    return CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(tmp_path)]).output


@pytest.mark.parametrize("address", NOTES, ids=NOTES.get)
def test_an_address_of_work_in_a_note_is_no_childs(tmp_path: Path, address: str) -> None:
    assert "AP506" not in _said_of_a_note(tmp_path, address)


@pytest.mark.parametrize("address", NOT_OF_STAFF, ids=NOT_OF_STAFF.get)
def test_an_address_that_may_be_a_familys_or_a_students_is_found_in_a_note(tmp_path: Path, address: str) -> None:
    assert "AP506" in _said_of_a_note(tmp_path, address)
