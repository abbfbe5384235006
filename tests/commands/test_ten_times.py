"""Ten times the rows: the pack stays small, nothing mandatory is left out, no words of families are cut, every row is accounted for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assurance_pack.document.assemble import Assembled
from assurance_pack.document.crosswalk import add_up
from assurance_pack.document.editions import board
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, from_record, record_of, understand
from assurance_pack.record.month import frozen_rows
from assurance_pack.render import load_assets, pdf
from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.received import Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, QAFinding, Risk
from assurance_pack.schema import Row
from assurance_pack.settings import Home, Settings

JUNE = Month("2026-06")
MULTIPLIED = (Milestone, Risk, QAFinding, Action, Challenge, Decision, Concern)


def numbered(ref: str, copy: int) -> str:
    """``M-CAP-007`` as its third copy: ``M-CAP-3007``; the pattern of an ID is kept."""
    return re.sub(r"(\d+)$", lambda n: f"{copy}{n[1]}", ref)


def again(row: Row, copy: int) -> Row:
    name = "given_id" if isinstance(row, Concern) else "id"
    return row.model_copy(update={name: numbered(row.ref, copy), "at": row.at.model_copy(update={"ref": f"{row.at.ref}{copy}"})})


def ten_times(returns: Returns) -> Returns:
    copies = [again(r, n) for n in range(1, 10) for r in returns.rows if isinstance(r, MULTIPLIED)]
    return returns.with_rows((*returns.rows, *copies))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Understood, Assembled]:
    import shutil

    from assurance_pack.settings_file import load

    root = tmp_path_factory.mktemp("ten")
    for name in ("pack.toml", "inputs"):
        source = Path(__file__).parents[2] / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    home = Home(root)
    settings: Settings = load(home.settings_file)
    june = understand(home, JUNE, settings)
    kept = record_of(june, version="1.0").model_copy(update={"rows": frozen_rows(ten_times(june.case.returns).rows)})
    whole = from_record(kept, june.case.history)
    return whole, board(whole.case, whole.position, settings)


def text_of(assembled: Assembled) -> str:
    from assurance_pack.document.assemble import texts

    return " ".join(texts(assembled.document.blocks))


def test_the_pdf_has_at_most_twelve_pages(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    drawn = pdf.write(assembled.document, load_assets())
    pages = drawn.section_pages.get(assembled.annex, drawn.pages + 1) - 1
    assert pages <= understood.settings.limits.pages_with_many_rows


def test_every_open_risk_in_a_mandatory_category_is_named(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    words = text_of(assembled)
    mandatory = [r.ref for r in understood.case.returns.of(Risk) if r.categories and not (r.status and r.status.meaning == "closed")]
    assert len(mandatory) >= 70
    assert [ref for ref in mandatory if ref not in words] == []


def test_every_row_is_accounted_for(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    crosswalk = add_up(understood.case.returns.rows, assembled.fates)
    assert sum(crosswalk.counts.values()) == len(understood.case.returns.rows) > 900
    assert crosswalk.not_placed == ()


def test_no_words_of_families_are_cut(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    words = text_of(assembled)
    for voice in understood.case.returns.of(Voice):
        for _, said in voice.boxes:
            assert f"“{said}”" in words or said in words
