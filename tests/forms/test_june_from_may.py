"""June's forms, pre-filled from May's record and filled in with only what changed, are June's returns and build June's pack."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from read_back import placed, read

from assurance_pack.commands.brief import brief
from assurance_pack.commands.build import build
from assurance_pack.commands.forms import forms
from assurance_pack.home import Home
from assurance_pack.intake.recognising.identity import parse_key
from assurance_pack.model import Month, Sender
from assurance_pack.model.problem import Severity
from assurance_pack.pipeline import understand
from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.returns.received import Returns
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
RDG_SENDER = Sender("rdg", "RDG")
JUNE = Month("2026-06")
FORMS = {
    "QA Data and Digital - June 2026.xlsx": "Quality Assurance, Data and Digital",
    "Commissioning and Workforce June 2026.xlsx": "Commissioning and Workforce",
    "Capital and Sufficiency June 2026.xlsx": "Capital and Sufficiency",
    "RDG return June 2026.xlsx": "Reform Delivery Group",
    "SENCo network June.xlsx": "SENCo network",
    "Special and AP heads June 2026.xlsx": "Special and AP heads' partnership",
    "Young peoples group June 2026.xlsx": "Young people's group",
    "Board log June 2026.xlsx": "Board log",
    "College concern June 2026.xlsx": "Further education college",
    "NHS trust concern June 2026.xlsx": "Community NHS trust",
    "Schools Forum concern June 2026.xlsx": "Schools Forum",
}
"""The sample returns of June, and whose form each was. (The Forum sent the Word form.)"""


@dataclass(frozen=True)
class FromMay:
    """June's forms as issued with April and May recorded, RDG's with its brief once the others are in, filled in; and how much was typed."""

    home: Home
    typed: dict[str, int]
    there: dict[str, int]


@pytest.fixture(scope="module")
def from_may(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FromMay:
    folder = tmp_path_factory.mktemp("from-may")
    shutil.copy(ROOT / "pack.toml", folder / "pack.toml")
    for month in ("2026-04", "2026-05"):
        shutil.copytree(ROOT / "inputs" / month, folder / "inputs" / month)
    home = Home(folder)
    groups = tuple(g.model_copy(update={"form": "excel"}) for g in settings.groups)  # as June's samples came back, but for one
    issued = {p.name: p for p in forms(home, JUNE, settings.model_copy(update={"groups": groups}))}
    inputs = home.inputs(JUNE)
    inputs.mkdir()
    shutil.copy(ROOT / "inputs" / JUNE / "PCF June.docx", inputs)
    typed: dict[str, int] = {}
    there: dict[str, int] = {}
    for sent, whose in sorted(FORMS.items(), key=lambda f: f[1] == settings.rdg.name):
        with_the_brief = whose == settings.rdg.name
        form = openpyxl.load_workbook(brief(home, JUNE, settings).form if with_the_brief else issued[f"{whose} {JUNE}.xlsx"])
        typed[sent], there[sent] = _fill_in(form, openpyxl.load_workbook(ROOT / "inputs" / JUNE / sent))
        form.save(inputs / sent)
    return FromMay(home, typed, there)


def _fill_in(form: openpyxl.Workbook, sent: openpyxl.Workbook) -> tuple[int, int]:
    """Type into a form what its sender wrote and it does not hold; the cells typed, and the cells the return holds altogether."""
    typed = there = 0
    for theirs in (s for s in sent.worksheets if s.title not in ("Lists", "_pack")):
        mine = form[theirs.title]
        where, whose = _columns(mine), _columns(theirs)
        for row, into in _rows(theirs, whose, mine, where).items():
            for key, column in whose.items():
                value = theirs.cell(row, column).value
                if key.startswith("info:"):
                    continue
                there += value is not None
                cell = mine.cell(into, where[key])
                if cell.value != value:
                    cell.value = value
                    typed += 1
    return typed, there


def _columns(sheet: Worksheet) -> dict[str, int]:
    """The columns of a table by their keys; of a page, its column of answers."""
    keys = {parse_key(str(c.value))[0]: c.column for c in sheet[3] if c.value}
    return keys if sheet.title not in ("Start here", "Your words") else {"answer": 3}


def _rows(theirs: Worksheet, whose: dict[str, int], mine: Worksheet, where: dict[str, int]) -> dict[int, int]:
    """Each row of a return and the row of the form it is typed into: that of the same ID, else the same, else the next that is free."""
    if "id" not in whose or theirs.title not in ("You said, we did", "Answers to Workspaces", "Themes"):
        return {row: row for row in range(5, theirs.max_row + 1)}
    by_id = {mine.cell(row, where["id"]).value: row for row in range(5, mine.max_row + 1) if mine.cell(row, where["id"]).value}
    used = [row for row in range(5, theirs.max_row + 1) if theirs.cell(row, whose["id"]).value]
    free = iter(range(max(by_id.values(), default=4) + 1, 100))
    return {row: by_id.get(theirs.cell(row, whose["id"]).value) or next(free) for row in used}


@pytest.fixture(scope="module")
def sample(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Returns:
    folder = tmp_path_factory.mktemp("sample")
    copy_to_june(folder / "inputs")
    return read(Home(folder), JUNE, settings)


def test_the_forms_issued_for_june_filled_in_are_the_returns_of_june(from_may: FromMay, sample: Returns, settings: Settings) -> None:
    mine = read(from_may.home, JUNE, settings)
    assert len(sample.rows) > 300
    for sender in {r.sender for r in sample.rows} - {RDG_SENDER}:
        assert placed(r for r in mine.rows if r.sender == sender) == placed(r for r in sample.rows if r.sender == sender), sender


def test_rdgs_return_answers_what_its_form_asked(from_may: FromMay, sample: Returns, settings: Settings) -> None:
    """Its form lists every open ask; one it has not answered is a row with nothing in it."""
    mine, theirs = (
        {(type(r), r.ref): _stated(r) for r in found.rows if r.sender == RDG_SENDER and hasattr(r, "id")}
        for found in (read(from_may.home, JUNE, settings), sample)
    )
    assert len(theirs) > 20
    for item, said in theirs.items():
        assert mine[item] == said, item
    this_month = {"V-PCF-2026-06-ask", "V-SEN-2026-06-ask", "V-YPG-2026-06-ask", "P-COL-2026-06-1", "P-NHS-2026-06-1", "P-SFM-2026-06-1"}
    still_open = {"V-YPG-2026-05-ask", "P-NHS-2026-05-1", *this_month} - {r.ref for r in sample.of(YouSaidWeDid)}
    assert {ref for (cls, ref) in set(mine) - set(theirs) if cls is YouSaidWeDid} == still_open


def _stated(row: Row) -> dict[str, object]:
    return {c.name: getattr(row, c.name) for c in columns(type(row))}


def test_a_workspace_types_a_third_of_its_return_at_the_most(from_may: FromMay) -> None:
    for sent in list(FORMS)[:3]:
        assert from_may.typed[sent] < from_may.there[sent] / 3, (sent, from_may.typed[sent], from_may.there[sent])


def test_junes_pack_is_built_from_them(from_may: FromMay, settings: Settings) -> None:
    built = build(from_may.home, JUNE, settings)
    assert {p.suffix for p in built.files} >= {".docx", ".xlsx", ".json"}
    understood = understand(from_may.home, JUNE, settings)
    assert not understood.case.returns.missing
    assert not [p for p in understood.verdicts.of(Severity.ERROR) if p.rule.startswith("AP1")]
