"""An item whose title was left out is called what it was called last, and said to be; one that never had a title is its ID, and that none was given."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, board, case, cells, milestone, position, record, risk, row, table, word, words
from test_hwb import said

from assurance_pack.document.sections import log, milestones, quality, risks
from assurance_pack.document.texts import texts
from assurance_pack.position.last_named import as_last_named
from assurance_pack.returns.board_log import Action
from assurance_pack.returns.workspace import QAFinding, Risk
from assurance_pack.short_names import short_name

SLIPS = "Because the tender failed, building schemes slip."
MAY = record("2026-05", [risk("R-CAP-004", 4, 4, categories=["sufficiency"], title=SLIPS), milestone("M-CAP-001", title="Bases open.")])
UNTITLED = risk("R-CAP-004", 5, 4, categories=["sufficiency"], title=None, level=word("level", "system"))


def test_a_risk_without_a_title_has_last_months_in_its_row_and_on_the_heat_map_and_page_1() -> None:
    of = case(UNTITLED, last=MAY)
    section = risks.write(position(of), SETTINGS)
    assert cells(table(section, "risk"))[0][1] == f"{SLIPS[:-1]} (as worded in May). Sufficiency; system risk"
    assert "“Because the tender failed, building schemes slip (as worded in May).”" not in words(section), "nobody is quoted"
    first_page = " ".join(texts(board(of).document.blocks)).partition("Delivery confidence")[0]
    assert "building schemes slip (as worded in May)" in first_page


def test_the_newest_month_that_had_a_title_is_the_one_named() -> None:
    april, may = (record(m, [risk("R-CAP-004", title=t)]) for m, t in (("2026-04", "Schemes slip"), ("2026-05", None)))
    (found,) = as_last_named(case(UNTITLED, history=[april, may], last=may)).returns.of(Risk)
    assert found.title == "Schemes slip (as worded in April)."


def test_a_title_that_was_proved_wrong_stays_in_question() -> None:
    doubted = UNTITLED.model_copy(update={"questioned": ("title",)})
    assert as_last_named(case(doubted, last=MAY)).returns.of(Risk) == (doubted,)


def test_a_milestone_without_a_title_has_its_name_in_the_plan_and_last_months_words_below_it() -> None:
    of = case(milestone("M-CAP-001", "off_track", title=None), last=MAY)
    section = milestones.write(position(of), SETTINGS)
    plan = [row[0] for row in cells(table(section, "by plan priority, as reported"))]
    assert "M-CAP-001 Bases open (as worded in May)" in plan
    assert cells(table(section, "off track, then at risk"))[0][1].startswith("Bases open (as worded in May).")


def test_an_item_that_never_had_a_title_says_so_and_what_follows_begins_a_sentence() -> None:
    of = case(UNTITLED, milestone("M-CAP-001", "off_track", title=None, progress="Steel came."))
    section = risks.write(position(of), SETTINGS)
    assert cells(table(section, "risk"))[0][1] == "No title given. Sufficiency; system risk"
    section = milestones.write(position(of), SETTINGS)
    assert cells(table(section, "off track, then at risk"))[0][1] == "No title given. Steel came."
    assert "M-CAP-001 No title given" in [row[0] for row in cells(table(section, "by plan priority, as reported"))]
    assert "No title given (R-CAP-004, 20)" in said(of, "System risk"), "on the page for the Health and Wellbeing Board too"


def test_nothing_else_that_was_left_out_runs_into_what_follows_it() -> None:
    finding = row(QAFinding, "workspace:QDD", id="Q-QDD-001", report="Audit", finding=None, theme=word("theme", "T05"))
    asked = row(Action, "board_log:BOARD", id="A-004", due=date(2026, 7, 17), action=None, kind=word("action_type", "internal_escalation"))
    of = case(finding, asked)
    said = f"{words(quality.write(position(of), SETTINGS))} {words(log.write(position(of), SETTINGS))}"
    assert "Not stated. Internal escalation" in said
    assert f"Not stated. {next(t.in_short for t in SETTINGS.themes if t.id == 'T05')}" in said
    assert "Not stated Why" not in said


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Building schemes slip, so children wait (as worded in May).", "Building schemes slip"),
        ("Schemes slip (as worded in May).", "Schemes slip (as worded in May)"),
        ("Workforce strategy (phase 2)", "Workforce strategy (phase 2)"),
    ],
)
def test_a_short_name_gives_up_an_aside_before_it_is_cut(title: str, name: str) -> None:
    assert short_name(title) == name
