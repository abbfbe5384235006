"""The data book: every register whole, with where each row came from, and the account of what was made of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
from position_rows import SETTINGS, board, case, milestone, record, returns, risk, row, word

from assurance_pack.assess.changes import compare
from assurance_pack.assess.signals import signals
from assurance_pack.assess.trends import trends
from assurance_pack.document.blocks.book import BookSheet
from assurance_pack.document.databook import book
from assurance_pack.document.databook.places import OTHER, PLACES, in_order
from assurance_pack.model import Cell, Month
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.render import databook
from assurance_pack.returns import RETURNS, SHEETS
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, QAFinding
from assurance_pack.rules.engine import Verdicts
from assurance_pack.senders import expected_senders


def made(*rows, verdicts=None, **values):
    of = case(*rows, trends=trends(returns("2026-06", rows), SETTINGS), **values)
    assembled = board(of)
    return book(of, verdicts or Verdicts(()), assembled.fates)


def sheet(found, title):
    return next(s for s in found.sheets if s.title == title)


def cell(found, title, heading, at=0):
    page = sheet(found, title)
    return page.rows[at][[c.heading for c in page.columns].index(heading)]


def test_every_register_of_every_return_has_a_sheet_even_an_empty_one():
    found = made()
    assert len({s.title for s in found.sheets}) == len(found.sheets)
    assert len(found.sheets) >= len(SHEETS) + 10
    assert sheet(found, "Milestones (Workspaces)").rows == ()


def test_the_sheets_stand_as_a_reader_would_look_for_them_each_with_its_part_of_the_pack():
    found = made()
    alone = {cls.sheet_title for kind in RETURNS if kind.data_book_only for cls in kind.sheets}
    assert {s.title for s in found.sheets if s.part == OTHER} <= alone
    parts = list(dict.fromkeys(s.part for s in found.sheets))
    assert [part for part in parts if part != OTHER] == [part for part, _ in PLACES]
    titles = [s.title for s in found.sheets]
    assert titles[:3] == ["Changes since last time", "Figures", "For the Board"]
    assert titles.index("Milestones (Workspaces)") < titles.index("Risks (Workspaces)") < titles.index("Decisions")
    assert titles[-1].startswith("Start here")


def test_a_register_nobody_has_placed_stands_before_the_account_of_the_pack():
    new = BookSheet("Brand new", "", (), ())
    titles = [(s.title, s.part) for s in in_order((*made().sheets, new))]
    assert titles.index(("Brand new", OTHER)) + 1 == titles.index(("Returns register", "About the pack"))


def test_a_row_stands_whole_with_real_dates_its_sender_and_its_cell():
    one = milestone("M-CAP-007", "at_risk", forecast=date(2027, 1, 4), shaped_by="Families chose the rooms.")
    found = made(one)
    title = "Milestones (Workspaces)"
    assert cell(found, title, "Return") == "Capital and Sufficiency"
    assert cell(found, title, "This month") == "Changed"
    assert cell(found, title, "Forecast now") == date(2027, 1, 4)
    assert cell(found, title, "How families or settings shaped this") == "Families chose the rooms."
    assert (cell(found, title, "File"), cell(found, title, "Cell")) == (one.at.file, one.at.ref)


def test_scores_and_the_status_printed_stand_beside_what_they_come_from():
    found = made(risk("R-CAP-004", 4, 5), milestone("M-CAP-007", "at_risk"))
    assert cell(found, "Risks (Workspaces)", "Score now") == 20
    assert cell(found, "Risks (Workspaces)", "Band now") == "Extreme"
    assert cell(found, "Milestones (Workspaces)", "Status printed") == "At risk"


def test_a_value_brought_forward_names_both_cells():
    before = Cell(file="May.xlsx", sheet="Milestones", ref="F5")
    one = milestone("M-CAP-007").model_copy(update={"carried": {"forecast": before}})
    assert cell(made(one), "Milestones (Workspaces)", "Brought forward from") == "May.xlsx › Milestones!F5"


def test_a_small_count_is_suppressed_here_too():
    figure = row(IndicatorFigure, "workspace:CAP", indicator=word("indicator", "IND-06"), period_end=date(2026, 5, 31), value=3)
    audit = row(QAFinding, "workspace:QDD", id="Q-QDD-001", sample=36, outstanding=3, good=25, requires_improvement=8, inadequate=0)
    found = made(figure, audit)
    assert cell(found, "Indicators", "Value") == "[c]"
    assert [cell(found, "QA findings", h) for h in ("Outstanding", "Good", "Requires improvement", "Inadequate")] == ["[c]", 25, "[c]", 0]


def test_a_percentage_of_too_few_takes_its_counts_with_it():
    figure = row(
        IndicatorFigure, "workspace:QDD", indicator=word("indicator", "IND-01"), period_end=date(2026, 5, 31), numerator=6, denominator=8
    )
    found = made(figure)
    assert [cell(found, "Indicators", h) for h in ("Numerator", "Denominator")] == ["[u]", "[u]"]


def test_problems_are_listed_with_their_cells_and_remedy():
    one = Problem(
        rule="AP203", severity=Severity.ERROR, sentence="No evidence.", remedy="Give it.", cells=(Cell(file="CAP.xlsx", sheet="Milestones", ref="F5"),),
        sender="workspace:CAP", items=("M-CAP-007",),
    )  # fmt: skip
    found = made(verdicts=Verdicts((one,)))
    assert cell(found, "Problems and prompts", "What was found") == "No evidence."
    assert cell(found, "Problems and prompts", "Where") == "CAP.xlsx › Milestones!F5"


def test_signals_trends_and_changes_are_whole():
    may = record("2026-05", [milestone("M-CAP-007", "on_track")])
    now = [
        milestone("M-CAP-007", "at_risk"),
        row(
            IndicatorFigure,
            "workspace:QDD",
            indicator=word("indicator", "IND-01"),
            period_end=date(2026, 5, 31),
            numerator=60,
            denominator=100,
        ),
    ]
    gathered = returns("2026-06", now)
    heard = signals(gathered, SETTINGS, date(2026, 6, 30), trends(gathered, SETTINGS), (may,))
    found = made(*now, last=may, signals=heard, changes=compare(gathered, may))
    assert {(r[4], r[2]) for r in sheet(found, "Signals").rows} == {("M-CAP-007", "weak concern"), ("IND-01", "none")}
    assert cell(found, "Trends by period", "Figure") == 60.0
    assert ("M-CAP-007", "On track", "At risk") in {(r[0], r[4], r[5]) for r in sheet(found, "Changes since last time").rows}


def test_the_crosswalk_names_every_row_and_says_its_sum():
    found = made(milestone("M-CAP-007"), row(Voice, "voice:PCF", group=word("group", "PCF"), month=Month("2026-06"), ask="Ring back."))
    page = sheet(found, "Crosswalk")
    assert page.about == "Every row read, once, and what became of it: 3 rows: 2 printed, 1 summarised, 0 held back, 0 not placed."
    assert len(page.rows) == 3


def test_the_figures_the_board_is_shown_are_listed_by_section():
    found = made(milestone("M-CAP-007", shaped_by="Families chose."))
    figures = {(r[0], r[1]): r[2] for r in sheet(found, "Figures").rows}
    assert figures["voice", "milestones shaped"] == 1
    assert figures["about", "came"] == len(expected_senders(SETTINGS))


def test_nothing_typed_can_act_as_a_formula_in_the_workbook():
    found = made(milestone("M-CAP-007", title='=HYPERLINK("http://example.org")', progress="+1 post", path_to_green="@now"))
    workbook = openpyxl.load_workbook(BytesIO(databook.write(found)))
    typed = [c for page in workbook for line in page.iter_rows() for c in line if isinstance(c.value, str) and c.value[:1] in "=+@"]
    assert {c.value for c in typed} == {'=HYPERLINK("http://example.org")', "+1 post", "@now"}
    assert all(c.data_type == "s" for c in typed)
