"""Ten times the rows: the pack stays small, nothing mandatory is left out, no words of families are cut, every row is accounted for."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assurance_pack.document.assemble import Assembled
from assurance_pack.document.crosswalk import add_up
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month, means
from assurance_pack.pipeline import Understood, from_record, record_of, understand
from assurance_pack.position.budget import opened
from assurance_pack.position.on_a_page import ATTENTION
from assurance_pack.record.month import frozen_rows
from assurance_pack.render import load_assets, pdf
from assurance_pack.returns.board_log import ExceptionalIssue
from assurance_pack.returns.partner import Concern, Cover
from assurance_pack.returns.rdg import Confidence, ForTheBoard
from assurance_pack.returns.received import Returns
from assurance_pack.returns.shared import ChallengeToAnswer, CoverPage
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, Risk
from assurance_pack.schema import Row
from assurance_pack.settings_file import load

JUNE = Month("2026-06")
BY_THE_SETTINGS = (CoverPage, Confidence, IndicatorFigure, Voice, ChallengeToAnswer)
"""Of these `pack.toml`, or another row, says how many there are: one a return, a priority, an indicator, a group, a challenge."""


def numbered(ref: str, copy: int) -> str:
    """``M-CAP-007`` as its third copy: ``M-CAP-3007``; the pattern of an ID is kept."""
    return re.sub(r"(\d+)$", lambda n: f"{copy}{n[1]}", ref)


def again(row: Row, copy: int) -> Row:
    at = replace(row.at, ref=f"{row.at.ref}{copy}")
    name = "given_id" if isinstance(row, Concern) else "id"
    known = {name: numbered(row.ref, copy)} if name in type(row).model_fields and not row.ref.startswith(("V-", "row")) else {}
    return row.model_copy(update={"at": at, **known})


def ten_times(returns: Returns) -> Returns:
    """Every row ten times, with an ID and a cell of its own."""
    more = [r for r in returns.rows if not isinstance(r, BY_THE_SETTINGS) and "month" not in type(r).model_fields]
    return returns.with_rows((*returns.rows, *(again(r, n) for n in range(1, 10) for r in more)))


def at_length(row: Row) -> Row:
    """A group that says ten times as much of what is and is not working."""
    if not isinstance(row, Voice):
        return row
    said = {name: " ".join(f"{words} ({n})" for n in range(10)) for name, words in row.boxes if name != "ask"}
    return row.model_copy(update=said)


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Understood:
    root = tmp_path_factory.mktemp("ten")
    for name in ("pack.toml", "inputs"):
        source = Path(__file__).parents[2] / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    home = Home(root)
    return understand(home, JUNE, load(home.settings_file))


def packed(june: Understood, returns: Returns) -> tuple[Understood, Assembled]:
    kept = record_of(june, version="1.0").model_copy(update={"rows": frozen_rows(returns.rows)})
    whole = from_record(kept, june.case.history)
    return whole, issue(BOARD, whole.case, whole.verdicts, whole.position).assembled


@pytest.fixture(scope="module")
def large(june: Understood) -> tuple[Understood, Assembled]:
    return packed(june, ten_times(june.case.returns))


def pages_of(assembled: Assembled) -> int:
    """The pages up to families' words at the end, which are outside the page count."""
    drawn = pdf.write(assembled.document, load_assets())
    return drawn.section_pages.get(assembled.annex, drawn.pages + 1) - 1


def text_of(assembled: Assembled) -> str:
    return " ".join(texts(assembled.document.blocks))


def test_every_kind_of_row_is_multiplied_that_a_sender_may_write_more_of(june: Understood) -> None:
    before, after = june.case.returns, ten_times(june.case.returns)
    for kind in (Risk, ForTheBoard, ExceptionalIssue, Concern):
        assert len(after.of(kind)) == 10 * len(before.of(kind))
    assert len(after.of(Cover)) == len(before.of(Cover))
    assert len({r.at for r in after.rows}) == len(after.rows) > 1400


def test_the_pdf_has_at_most_twelve_pages(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    assert assembled.annex == "own-words"  # partners' words, whole
    assert pages_of(assembled) <= understood.settings.limits.pages_with_many_rows == 12


def test_the_plan_shows_the_worst_and_counts_the_rest_in_each_priority(large: tuple[Understood, Assembled]) -> None:
    understood, _ = large
    part, settings = understood.position.milestones, understood.settings
    shown = [line for group in part.plan for line in group.lines]
    assert len(shown) == settings.budgets.milestones.plan - len(settings.priorities) == 28
    assert all(line.due or line.standing.meaning in ATTENTION for line in shown)
    assert {line.id for line in part.standings} - {line.standing.id for line in shown}
    assert len(shown) + sum(group.rest.total for group in part.plan) == len(part.standings)


def test_of_a_long_list_fewer_are_described_and_the_rest_are_counted(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    position, printed = understood.position, text_of(assembled)
    late, log = position.milestones.exceptions, position.log
    assert f"({len(late.shown)} of {late.total} shown)" in printed
    assert len(late.shown) <= understood.settings.budgets.milestones.rows // 2
    assert f"({len(log.challenges)} of 50 open or newly closed shown)" in printed
    assert f"({len(log.followed)} of 50 followed shown)" in printed
    assert len(log.challenges) == len(log.followed) == 3


def test_every_item_in_a_mandatory_category_is_named(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    returns, printed = understood.case.returns, text_of(assembled)
    risks = [r.ref for r in returns.of(Risk) if r.categories and not means(r.status, "closed")]
    issues = [r.ref for r in returns.of(ExceptionalIssue) if r.categories and not means(r.status, "closed")]
    assert (len(risks), len(issues)) == (80, 20)
    assert [ref for ref in (*risks, *issues) if ref not in printed] == []


def test_every_matter_for_the_board_is_in_section_2(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    matters = [r.ref for r in understood.case.returns.of(ForTheBoard)]
    assert len(matters) == 40
    assert [ref for ref in matters if not any(where.startswith("2") for where in assembled.printed.get(ref, ()))] == []


def test_every_concern_of_a_partner_is_printed_whole(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    sent = understood.case.returns.of(Concern)
    printed = text_of(assembled)
    assert len(sent) >= 20
    assert [r.ref for r in sent if r.ref not in assembled.printed or (r.concern and f"“{r.concern}”" not in printed)] == []


def test_every_row_is_accounted_for(large: tuple[Understood, Assembled]) -> None:
    understood, assembled = large
    rows = understood.case.returns.rows
    crosswalk = add_up(rows, assembled.fates)
    assert sum(crosswalk.counts.values()) == len(rows) > 1400
    assert crosswalk.not_placed == ()


def test_no_sentence_of_families_is_cut_and_what_does_not_fit_is_outside_the_page_count(june: Understood) -> None:
    returns = june.case.returns
    understood, assembled = packed(june, returns.with_rows(at_length(r) for r in returns.rows))
    printed = text_of(assembled)
    said = [words for voice in understood.case.returns.of(Voice) for _, words in voice.boxes]
    assert max(len(words.split()) for words in said) > 250
    opens = [opened(words, understood.settings.budgets.voice.a_box).said for words in said]
    assert [words for words in opens if not words or f"“{words}”" not in printed] == []
    assert assembled.annex == "own-words"
    assert "In their own words" not in assembled.longest_section
    assert pages_of(assembled) <= understood.settings.limits.pages
