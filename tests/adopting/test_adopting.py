"""A register kept elsewhere is brought in: every cell is accounted for, and what is proposed can be changed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from kept_elsewhere import REGISTERS, Register
from public_shapes import PUBLIC_SHAPES
from told_apart import TOLD_APART
from tried_on import CHOICES, column_marks, tried

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.intake.adopting.accounts import Became
from assurance_pack.intake.adopting.days import day_asked, days_of
from assurance_pack.intake.adopting.files import adopt, propose_all, tables_of
from assurance_pack.intake.adopting.likeness import like
from assurance_pack.intake.adopting.mapping import NOT_PLACED, WordMapping, as_toml, changed_by
from assurance_pack.intake.adopting.months import not_the_newest
from assurance_pack.intake.adopting.periods import day_read, period_end
from assurance_pack.intake.adopting.placing import NO_INDICATOR, NO_PERIOD
from assurance_pack.intake.adopting.proposing import LEAST_NAME
from assurance_pack.intake.adopting.ratings import product, rating_asked
from assurance_pack.intake.adopting.words import propose_word
from assurance_pack.intake.opening.grid import Seen
from assurance_pack.intake.opening.reader import read_file
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.schema import column_of
from assurance_pack.settings import Settings

JULY = Month("2026-07")
OPEN_SET = (*REGISTERS, *PUBLIC_SHAPES, *TOLD_APART)
QDD = "Quality Assurance, Data and Digital"
NHS_NUMBER = "943 476 5919"  # passes its check digit, and is given to nobody


def test_columns_and_rows_of_the_open_set_go_where_they_belong(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = [mark for register in OPEN_SET for mark in column_marks(register, tried(register.save(tmp_path), settings))]
    wrong = [f"{place}: {right} expected, {went} proposed" for place, right, went in marks if right != went]
    items = [(r, _items(tried(r.save(tmp_path), settings)), _expected(r)) for r in OPEN_SET]
    right_rows = sum(min(got[s], n) for _, got, expected in items for s, n in expected.items())
    rows = sum(n for _, _, expected in items for n in expected.values())
    with capsys.disabled():
        print(
            f"\n{len(OPEN_SET)} registers: {len(marks) - len(wrong)} of {len(marks)} columns and {right_rows} of {rows} rows rightly placed"
        )
    assert wrong == []
    assert [(r.name, got) for r, got, expected in items if got != expected] == []


def _items(of) -> Counter[str]:
    return Counter({cls.sheet_title: len(items) for cls, items in of.adopted.items.items() if items})


def _expected(register: Register) -> Counter[str]:
    return sum((Counter({a.becomes: a.items}) for a in register.answers if a.becomes), Counter())


@pytest.mark.parametrize("register", OPEN_SET, ids=lambda r: r.name)
def test_every_cell_with_something_in_it_is_accounted_for_once(register: Register, settings: Settings, tmp_path: Path) -> None:
    path = register.save(tmp_path)
    cells = {
        f"{path.name} › {s.title}!{c.coordinate}"
        for s in openpyxl.load_workbook(path)
        for line in s.iter_rows()
        for c in line
        if c.value is not None
    }
    accounts = [a for a in tried(path, settings).adopted.accounts if a.why != "a note on the cell" and not a.seen.startswith("filled ")]
    counted = Counter(str(a.cell) for a in accounts)
    assert set(counted) == cells
    assert set(counted.values()) == {1}


@given(
    lines=st.lists(
        st.lists(
            st.none() | st.sampled_from(["Risk", "Owner", "Likelihood", "Impact", "Milestone", "Due date", "Status", "RAG", "Controls", "Total", "May-26", "4x3=12"])
            | st.text(alphabet="abc 1/-", min_size=1, max_size=12) | st.integers(0, 30) | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            max_size=9,
        ),
        max_size=14,
    )
)  # fmt: skip
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_stands_on_a_sheet_no_cell_is_lost(lines, settings: Settings, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for r, line in enumerate(lines, start=1):
        for c, value in enumerate(line, start=1):
            if value is not None:
                book.active.cell(r, c, value)
    path = tmp_path / "any.xlsx"
    book.save(path)
    of = tried(path, settings)
    cells = {f"{path.name} › {g.title}!{g.ref(*place)}" for g in of.book.sheets for place in g.cells}
    assert Counter(str(a.cell) for a in of.adopted.accounts) == Counter(cells)


@pytest.mark.parametrize("register", OPEN_SET, ids=lambda r: r.name)
def test_what_is_said_to_be_placed_stands_in_an_item(register: Register, settings: Settings, tmp_path: Path) -> None:
    of = tried(register.save(tmp_path), settings).adopted
    said = " ".join(str(v) for items in of.items.values() for item in items for v in item.values.values())
    lost = [a for a in of.accounts if a.became is Became.PLACED and isinstance(a.seen, str) and a.seen.isalpha() and a.seen not in said]
    assert lost == []


# ---------- how things are written ----------


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("4x3=12", (4, 3)), ("4 x 3 = 12", (4, 3)), ("4×3", (4, 3)), ("12 (4x3)", (4, 3)), ("L4 I3", (4, 3)), ("L4 x I3 = 12", (4, 3)),
        ("Likelihood 4, Impact 3", (4, 3)), ("4/3", (4, 3)), ("4x3=13", None), ("12", None), ("7x3", None), ("High", None),
    ],
)  # fmt: skip
def test_likelihood_and_impact_are_told_from_a_product_that_comes_out(text: str, both: tuple[int, int] | None) -> None:
    assert product(text) == both


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Inherent likelihood", "inherent_likelihood"), ("Residual impact", "consequence"), ("Gross Score", "inherent_score"), ("P", "likelihood"), ("Impact (1-5)", "consequence"),
        ("Current risk score (LxI)", "score"), ("Target probability", "target_likelihood"), ("Impact if missed", None), ("Risk owner", None), ("Likely date", None),
        ("Inherent L", "inherent_likelihood"), ("Gross I", "inherent_consequence"), ("Current L/I", "score"), ("R/I", None), ("Score when closed", "score"), ("Where we want to be", "target_score"),
    ],
)  # fmt: skip
def test_a_heading_asks_for_a_rating_or_for_something_else(heading: str, what: str | None) -> None:
    asked = rating_asked(heading)
    assert (f"{asked.stage}{asked.what}" if asked else None) == what


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("May-26", date(2026, 5, 31)), ("Q1 2025/26", date(2025, 6, 30)), ("2025-26 Q4", date(2026, 3, 31)), ("June 2026", date(2026, 6, 30)),
        (date(2026, 6, 1), date(2026, 6, 30)), ("Q2 2026", None), ("Total", None), ("Target", None),
    ],
)  # fmt: skip
def test_a_period_is_read_one_way_or_not_at_all(said: object, end: date | None) -> None:
    assert period_end(said) == end


@pytest.mark.parametrize(
    ("said", "word"),
    [("G", "On track"), ("filled red", "Off track"), ("🟠", "At risk"), ("Green - on schedule", "On track"), ("Amber ↑", "At risk"), ("Compleet", "Complete"), ("Incomplete", ""), ("In progress", ""), ("Green?", ""), ("Red or green", "")],
)  # fmt: skip
def test_a_status_is_told_by_letter_colour_or_word_or_left_to_a_person(said: str, word: str, settings: Settings) -> None:
    assert propose_word(said, column_of(Milestone, "status"), settings).word == word


def test_a_score_that_nothing_on_the_form_comes_to_has_no_place_and_is_no_id(settings: Settings, tmp_path: Path) -> None:
    went = {column: to for column, _, to in column_marks(_shape("score-alone"), tried(_shape("score-alone").save(tmp_path), settings))}
    assert went["score-alone Risk log!B"] == "Not placed"


def test_a_row_that_goes_on_joins_the_item_above_and_a_row_that_stands_twice_is_one_item(settings: Settings, tmp_path: Path) -> None:
    of = tried(_shape("continued-and-twice").save(tmp_path), settings).adopted
    items = of.items[Risk]
    assert [(i.own_id, i.values["title"]) for i in items] == [
        ("R1", "Transport is late"), ("R2", "Phone line fails"), ("R3", "Staff leave"), ("R3", "Heads leave"),
    ]  # fmt: skip
    assert items[0].values["controls"] == "New contract\nSecond contract"
    twice = {str(a.cell).rpartition("!")[2]: a.why for a in of.accounts if a.why.startswith("word for word")}
    assert twice == {f"{column}5": "word for word the row of A4, which stands on the form once" for column in "ABCDEF"}
    assert [(own, [c.ref for c in cells]) for own, cells in of.shared_ids] == [("R3", ["A6", "A7"])]


def _shape(name: str) -> Register:
    return next(r for r in OPEN_SET if r.name == name)


# ---------- columns told apart by a month ----------


@pytest.mark.parametrize(
    ("headings", "month", "counts"),
    [
        (("Apr RAG", "May RAG"), None, "May RAG"), (("Status May", "Status April"), None, "Status May"), (("Dec RAG", "Jan RAG"), None, "Jan RAG"),
        (("RAG Dec 25", "RAG Jan 26"), None, "RAG Jan 26"), (("Q1 status", "Q2 status"), None, "Q2 status"), (("Update 05/05/26", "Update 02/06/26"), None, "Update 02/06/26"),
        (("Apr RAG", "May RAG", "Jun RAG"), Month("2026-05"), "May RAG"), (("RAG Jun 26", "RAG Jul 26", "RAG Aug 26"), JULY, "RAG Jul 26"), (("RAG Aug 26", "RAG Sep 26"), JULY, None),
    ],
)  # fmt: skip
def test_the_newest_month_that_is_not_after_the_one_asked_for_is_what_holds_now(
    headings: tuple[str, ...], month: Month | None, counts: str | None
) -> None:
    past = not_the_newest(enumerate(headings), month)
    assert [h for at, h in enumerate(headings) if at not in past] == [counts] * (counts is not None)


@pytest.mark.parametrize(
    "headings", [("Update (May)",), ("RAG", "Update (May)"), ("Due May", "Status April"), ("What may happen", "What might happen")]
)
def test_a_month_in_a_heading_sets_nothing_aside_where_nothing_else_says_the_same_of_another(headings: tuple[str, ...]) -> None:
    assert not_the_newest(enumerate(headings), None) == {}


def test_a_plan_is_brought_in_with_the_status_of_its_month(settings: Settings, tmp_path: Path) -> None:
    book = read_file(_shape("months-after").save(tmp_path))
    found = tables_of({"plan.xlsx": book})
    of_march = propose_all(found, CHOICES, settings, Month("2026-03"))
    assert {c.heading: c.goes_to for m in of_march for c in m.columns if c.heading.startswith("Status")} == {
        "Status March": "status", "Status April": NOT_PLACED,
    }  # fmt: skip


def test_the_status_of_a_list_of_closed_risks_is_asked_of_a_person(settings: Settings, tmp_path: Path) -> None:
    of = tried(_shape("closed-risks").save(tmp_path), settings)
    assert [m.why for m in of.mappings] == [
        "no column says the Status of its rows, and “Closed risks 2025/26” stands above them: choose it for each on the form"
    ]
    assert [i.values.get("status") for i in of.adopted.items[Risk]] == [None, None]


def test_a_figure_of_no_indicator_or_no_period_is_listed_with_its_reason(settings: Settings, tmp_path: Path) -> None:
    of = tried(_shape("long-feed").save(tmp_path), settings).adopted
    assert {a.cell.ref: a.why for a in of.accounts if a.cell.ref in ("E8", "E9")} == {"E8": NO_INDICATOR, "E9": NO_PERIOD}
    figures = [(i.values["period_end"], i.values.get("numerator"), i.values.get("value")) for i in of.items[IndicatorFigure]]
    assert figures[:2] == [(date(2025, 11, 30), 40, 50.5), (date(2025, 12, 31), 41, 51.5)]
    assert figures[-1] == (date(2026, 4, 30), None, None)


def test_a_comment_on_figures_of_no_indicator_is_listed_with_them(settings: Settings, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (
        ["Measure", "Mar-26", "Apr-26", "May-26", "Comment"],
        ["Annual reviews completed in time", 1, 2, 3, "Up"],
        ["Visits to the moon", 1, 2, 3, "Far"],
    ):
        book.active.append(line)
    book.save(tmp_path / "scorecard.xlsx")
    accounts = {a.cell.ref: (a.became, a.why) for a in tried(tmp_path / "scorecard.xlsx", settings).adopted.accounts}
    assert accounts["E2"] == (Became.PLACED, "")
    assert accounts["E3"] == accounts["B3"] == (Became.NOT_PLACED, NO_INDICATOR)


def test_figures_come_in_once_a_person_says_which_indicator_they_are_of(settings: Settings, tmp_path: Path) -> None:
    book = read_file(_shape("feed-of-others").save(tmp_path))
    found = tables_of({"feed.xlsx": book})
    (mapping,) = propose_all(found, CHOICES, settings)
    assert [(w.said, w.word) for w in mapping.words[1]] == [("Visits to the moon", "")]
    told = replace(mapping, words={1: (WordMapping("Visits to the moon", settings.words("indicator")[0].word),)})
    figures = adopt({"feed.xlsx": book}, found, (told,), settings).items[IndicatorFigure]
    assert [(i.values["period_end"], i.values["value"]) for i in figures] == [
        (date(2025, 11, 30), 40), (date(2025, 12, 31), 41), (date(2026, 1, 31), 42),
    ]  # fmt: skip


def test_a_note_between_two_audits_is_no_part_of_the_title_of_one(settings: Settings, tmp_path: Path) -> None:
    of = tried(_shape("audits-with-surveys").save(tmp_path), settings).adopted
    assert [i.values["report"] for i in of.items[QAFinding]] == ["Advice in new plans", "Families’ views of reviews", "Plans at transfer"]
    assert [(a.became, a.why) for a in of.accounts if a.cell.ref == "B4"] == [(Became.NOT_PLACED, "no item stands in this row")]


def test_an_indicator_of_another_number_of_weeks_is_another_indicator(settings: Settings) -> None:
    said = column_of(IndicatorFigure, "indicator")
    assert propose_word("Children waiting over 18 weeks", said, settings).word.startswith("Children waiting over 18 weeks for speech")
    assert propose_word("Children waiting over 52 weeks", said, settings).word == ""


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Latest Forecast Delivery Date", "forecast"), ("Original target date", "baseline"), ("Date completed", "actual"), ("By when (end date)", "plain"),
        ("Start date", "other"), ("Last review date", "other"), ("Previous forecast", "other"), ("Delivery confidence", ""), ("Milestone", ""), ("Date of final report", ""), ("Now expected", "forecast"), ("Due now", "forecast"),
    ],
)  # fmt: skip
def test_a_heading_says_which_day_it_asks_for(heading: str, day: str) -> None:
    assert day_asked(heading) == day


@pytest.mark.parametrize(
    ("headings", "days"),
    [
        (("Planned date", "Revised date"), {"baseline": 0, "forecast": 1}), (("Baseline", "Due date"), {"baseline": 0, "forecast": 1}), (("Due date", "Completed"), {"forecast": 0, "actual": 1}),
        (("Start", "Finish"), {"forecast": 1}),
    ],
)  # fmt: skip
def test_days_are_told_from_one_another_by_those_that_are_there(headings: tuple[str, ...], days: dict[str, int]) -> None:
    assert {stage: at for stage, (at, _) in days_of(enumerate(headings)).items() if stage != "other"} == days


@pytest.mark.parametrize(
    ("heading", "name", "like_it"),
    [
        ("Mitigations", "mitigation", True), ("Progress to date / next steps", "progress to date", True), ("What is the risk?", "risk", True), ("Evidence of impact", "evidence", True),
        ("Score", "code", False), ("Task Mode", "task owner", False), ("Board", "board decision", False),
    ],
)  # fmt: skip
def test_headings_are_alike_by_their_words_and_not_by_their_letters(heading: str, name: str, like_it: bool) -> None:
    assert (like(heading, name) >= LEAST_NAME) is like_it


# ---------- the command ----------


def test_items_that_share_an_id_and_rows_that_stand_twice_are_named(home: Home, tmp_path: Path) -> None:
    said = _run(home, "adopt", _shape("continued-and-twice").save(tmp_path), "--as", "QDD", "--month", JULY).output
    assert (
        "“R3” stands for two items: continued-and-twice.xlsx › Risks!A6; continued-and-twice.xlsx › Risks!A7. Each has an ID of ours"
        in said
    )
    assert "Left out, because it stands there twice word for word: row Risks!5." in said


def _run(home: Home, *arguments: object):
    return CliRunner().invoke(main, [*map(str, arguments), "--home", str(home.root)])


def _save(name: str, folder: Path) -> Path:
    return next(r for r in REGISTERS if r.name == name).save(folder)


def _form(home: Home) -> Path:
    return home.output(JULY) / "forms" / f"{QDD} 2026-07.xlsx"


def test_a_dry_run_proposes_and_touches_no_form(home: Home, tmp_path: Path) -> None:
    shown = _run(home, "adopt", _save("several-sheets", tmp_path), "--as", "workspace:QDD", "--month", JULY)
    assert shown.exit_code == 0, shown.output
    assert "“Live” means Open (85 %)" in shown.output
    assert "% complete     Not placed" in shown.output
    assert "19 August 2026" in shown.output
    assert not _form(home).exists()
    assert (home.output(JULY) / "adopted" / f"{QDD} mapping.toml").exists()


def test_the_form_comes_back_with_every_item_an_id_of_ours_and_the_old_one_beside_it(
    home: Home, settings: Settings, tmp_path: Path
) -> None:
    done = _run(home, "adopt", _save("several-sheets", tmp_path), "--as", "QDD", "--month", JULY, "--yes")
    assert done.exit_code == 0, done.output
    home.inputs(JULY).mkdir(parents=True)
    book = openpyxl.load_workbook(_form(home))
    book["Milestones"]["A5"] = "New"
    book.save(home.inputs(JULY) / "back.xlsx")
    returns = read_month(home, JULY, settings).returns
    plan, risks = returns.of(Milestone), returns.of(Risk)
    assert [(m.id, m.own_id) for m in plan] == [("M-QDD-001", "M01"), ("M-QDD-002", "M02"), ("M-QDD-003", "M03")]
    assert plan[2].depends_on == ("M-QDD-001", "M-QDD-002")
    assert (str(plan[0].status), plan[0].baseline, plan[0].forecast) == ("At risk", date(2026, 4, 30), date(2026, 7, 17))
    assert [(r.likelihood, r.consequence, str(r.response)) for r in risks] == [(4, 3, "Treat"), (3, 3, "Transfer")]
    assert (risks[0].title or "").startswith("Data quality\nReturns from schools")


def test_a_form_sent_back_with_nothing_on_it_but_what_was_brought_in_is_received_with_its_rows(
    home: Home, settings: Settings, tmp_path: Path
) -> None:
    _run(home, "adopt", _save("several-sheets", tmp_path), "--as", "QDD", "--month", JULY, "--yes")
    home.inputs(JULY).mkdir(parents=True)
    (home.inputs(JULY) / "untouched.xlsx").write_bytes(_form(home).read_bytes())
    read = read_month(home, JULY, settings)
    assert [m.id for m in read.returns.of(Milestone)] == ["M-QDD-001", "M-QDD-002", "M-QDD-003"]
    assert len(read.returns.of(Risk)) == 2
    assert {r.state for r in read.returns.receipts if r.sender.code == "QDD"} == {ReceiptState.RECEIVED}
    said = _run(home, "check", "--month", JULY).output
    assert "AP127" not in said
    assert "AP141" in said  # “This month” is still asked of every row
    assert "untouched.xlsx › Milestones!A5" in said


def test_a_column_without_a_place_stands_whole_in_the_report(home: Home, tmp_path: Path) -> None:
    _run(home, "adopt", _save("open-and-closed", tmp_path), "--as", "QDD", "--month", JULY, "--yes")
    report = openpyxl.load_workbook(home.output(JULY) / "adopted" / f"{QDD} every cell.xlsx")
    lines = [[c.value for c in line] for line in report["Not placed"].iter_rows(min_row=2)]
    assert [line[2:] for line in lines if line[2] == "Category"] == [
        ["Category", "R-QDD-001", "R1", "Resource"], ["Category", "R-QDD-002", "R2", "External"], ["Category", "R-QDD-003", "R3", "Budget"],
        ["Category", "R-QDD-004", "R4", "Technical"],
    ]  # fmt: skip


def test_what_a_person_changes_in_the_mapping_is_followed(home: Home, tmp_path: Path) -> None:
    file = _save("monthly-copies", tmp_path)
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY)
    mapping = home.output(JULY) / "adopted" / f"{QDD} mapping.toml"
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(
        text.replace('heading = "Notes", goes_to = "Progress this month"', 'heading = "Notes", goes_to = "Impact if missed"').replace(
            '"On schedule" = "On track"', '"On schedule" = "At risk"'
        ),
        encoding="utf-8",
    )
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY, "--yes")
    sheet = openpyxl.load_workbook(_form(home))["Milestones"]
    keys = {str(c.value).split(" ")[0].split("|")[0]: c.column for c in sheet[3]}
    assert sheet.cell(5, keys["impact"]).value == "Reported in June 26"
    assert sheet.cell(5, keys["status"]).value == "At risk"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('goes_to = "Stauts now"', "is no heading of Milestones"),
        ('becomes = "Milestone plan"', "is no sheet of this form"),
        (
            "headings = [",
            "mapping.toml, at or just above line 11: this cannot be understood. Every name and every word stands in quotation marks",
        ),
        ("columns = 3", "what stands under [[tables]] is not as it was proposed. Mend it, or delete the file"),
    ],
)
def test_a_slip_in_the_mapping_is_answered_with_what_to_write(wrong: str, said: str, home: Home, tmp_path: Path) -> None:
    file = _save("headings-on-row-7", tmp_path)
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY)
    mapping = home.output(JULY) / "adopted" / f"{QDD} mapping.toml"
    right = {
        'goes_to = "Stauts now"': 'goes_to = "Status now"',
        'becomes = "Milestone plan"': 'becomes = "Milestones"',
        "headings = [": "headings = 7",
        "columns = 3": "columns = [",
    }[wrong]
    text = mapping.read_text(encoding="utf-8")
    if wrong == "columns = 3":
        text, right = re.sub(r"columns = \[.*?\n\]", "columns = [", text, count=1, flags=re.DOTALL), "columns = ["
    mapping.write_text(text.replace(right, wrong), encoding="utf-8")
    told = _run(home, "adopt", file, "--as", "QDD", "--month", JULY, "--yes")
    assert told.exit_code == 2
    assert said in told.output
    assert "TOML" not in told.output
    assert not _form(home).exists()


def test_a_mapping_saved_in_another_encoding_is_answered_in_a_sentence(home: Home, tmp_path: Path) -> None:
    file = _save("headings-on-row-7", tmp_path)
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY)
    mapping = home.output(JULY) / "adopted" / f"{QDD} mapping.toml"
    mapping.write_bytes(mapping.read_text(encoding="utf-8").encode("utf-16"))
    told = _run(home, "adopt", file, "--as", "QDD", "--month", JULY)
    assert "mapping.toml is not saved as plain text (UTF-8). Save it again so, or delete it to have it proposed again." in told.output


@pytest.mark.parametrize("register", OPEN_SET, ids=lambda r: r.name)
def test_a_mapping_nobody_touched_is_what_was_proposed_with_how_sure_it_was(register: Register, settings: Settings, tmp_path: Path) -> None:
    proposed = tried(register.save(tmp_path), settings).mappings
    assert changed_by(as_toml(proposed, CHOICES).encode(), proposed, CHOICES) == proposed


def test_a_hidden_sheet_is_said_to_be_hidden(home: Home, tmp_path: Path) -> None:
    file = _save("headings-on-row-7", tmp_path)
    book = openpyxl.load_workbook(file)
    book.create_sheet("Front")
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1
    book.save(file)
    said = _run(home, "adopt", file, "--as", "QDD", "--month", JULY, "--yes").output
    assert f"› {book.worksheets[0].title} (a hidden sheet), headings on row 7: becomes Milestones" in said
    report = openpyxl.load_workbook(home.output(JULY) / "adopted" / f"{QDD} every cell.xlsx")
    assert report["In short"]["A2"].value == f"{book.worksheets[0].title} (hidden)"


def test_a_column_without_a_place_is_listed_once_for_a_row_however_many_periods_it_tells_of(
    home: Home, tmp_path: Path, settings: Settings
) -> None:
    names = [i.name for i in settings.indicators[:2]]
    book = openpyxl.Workbook()
    book.active.title = "KPIs"
    for line in (
        ["Indicator", "Data source system", "Apr 2026", "May 2026", "Jun 2026"],
        *([n, f"Held in system {k}", 50 + k, 51 + k, 52 + k] for k, n in enumerate(names)),
    ):
        book.active.append(line)
    book.save(tmp_path / "kpis.xlsx")
    _run(home, "adopt", tmp_path / "kpis.xlsx", "--as", "QDD", "--month", JULY, "--yes")
    report = openpyxl.load_workbook(home.output(JULY) / "adopted" / f"{QDD} every cell.xlsx")
    told = [line[5].value for line in report["Not placed"].iter_rows(min_row=2)]
    assert told == ["Held in system 0", "Held in system 1"]


def test_forms_leaves_the_form_with_what_was_brought_in(home: Home, tmp_path: Path) -> None:
    _run(home, "adopt", _save("audits", tmp_path), "--as", "QDD", "--month", JULY, "--yes")
    before = _form(home).read_bytes()
    listed = _run(home, "forms", "--month", JULY)
    assert "it holds what was brought in with pack adopt" in listed.output
    assert _form(home).read_bytes() == before


def test_a_second_file_alone_would_lose_the_first_and_is_refused(home: Home, tmp_path: Path) -> None:
    plan, risks = _save("headings-on-row-7", tmp_path), _save("scores-as-text", tmp_path)
    _run(home, "adopt", plan, "--as", "QDD", "--month", JULY, "--yes")
    refused = _run(home, "adopt", risks, "--as", "QDD", "--month", JULY, "--yes")
    assert refused.exit_code == 2
    assert "holds rows of headings-on-row-7.xlsx, which would be lost" in refused.output
    both = _run(home, "adopt", plan, risks, "--as", "QDD", "--month", JULY, "--yes")
    assert both.exit_code == 0, both.output
    book = openpyxl.load_workbook(_form(home))
    assert book["Milestones"]["C5"].value or book["Milestones"]["B5"].value
    assert book["Risks"]["B5"].value == "R-QDD-001"


def test_what_may_identify_a_child_goes_nowhere(home: Home, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Risks"
    for line in (
        ["Ref", "Risk", "Likelihood", "Impact", "Owner", "Status"],
        ["1", f"Plan for {NHS_NUMBER} is late", 4, 3, "Head of SEND", "Open"],
        ["2", "Reviews are late", 3, 3, "Head of SEND", "Open"],
    ):
        book.active.append(line)
    book.save(tmp_path / "risks.xlsx")
    done = _run(home, "adopt", tmp_path / "risks.xlsx", "--as", "QDD", "--month", JULY, "--yes")
    assert done.exit_code == 1
    assert "risks.xlsx › Risks!B2" in done.output
    made = [p for p in home.output(JULY).rglob("*") if p.is_file()]
    texts = [str(s.value) for p in made if p.suffix == ".xlsx" for g in read_file(p).sheets for s in g.cells.values()] + [
        p.read_text(encoding="utf-8") for p in made if p.suffix == ".toml"
    ]
    assert not [t for t in (*texts, done.output) if "943 476" in t or "9434765919" in t]


def test_a_file_named_for_a_child_is_refused_and_not_named(home: Home, tmp_path: Path) -> None:
    path = _save("audits", tmp_path).rename(tmp_path / f"Audit of {NHS_NUMBER}.xlsx")
    refused = _run(home, "adopt", path, "--as", "QDD", "--month", JULY)
    assert refused.exit_code == 3
    assert "943" not in refused.output
    assert not (home.output(JULY)).exists()


def test_the_same_files_give_the_same_bytes(home: Home, tmp_path: Path) -> None:
    file = _save("by-colour", tmp_path)
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY, "--yes")
    once = {p: p.read_bytes() for p in home.output(JULY).rglob("*") if p.is_file()}
    _run(home, "adopt", file, "--as", "QDD", "--month", JULY, "--yes")
    assert {p: p.read_bytes() for p in once} == once


@pytest.mark.parametrize(("said", "how"), [("03/04/2026", "the day first"), ("13/04/2026", ""), ("04/04/2026", ""), ("3 April 2026", "")])
def test_a_date_in_figures_that_could_be_american_is_read_with_care(said: str, how: str) -> None:
    found = day_read(Seen(said))
    assert found is not None
    assert (found.day.month, found.how) == (4, how)


def test_a_form_of_pack_is_sent_to_the_inputs_and_not_adopted(home: Home) -> None:
    _run(home, "forms", "--month", JULY)
    refused = _run(home, "adopt", _form(home), "--as", "QDD", "--month", JULY)
    assert refused.exit_code == 2
    assert "is a form of pack’s own: it needs no adopting. Put it into inputs/2026-07" in refused.output


def test_of_a_month_without_a_meeting_the_nearest_are_named(home: Home, tmp_path: Path) -> None:
    said = _run(home, "adopt", _save("several-sheets", tmp_path), "--as", "QDD", "--month", "2027-01").output
    assert "pack.toml sets no meeting that reads January 2027." in said
    assert "Nearest: the Board of" in said


def test_that_a_title_alone_calls_risks_closed_is_said_on_the_screen(home: Home, tmp_path: Path) -> None:
    said = _run(home, "adopt", _shape("closed-risks").save(tmp_path), "--as", "QDD", "--month", JULY).output
    assert "No column says the Status of its rows, and “Closed risks 2025/26” stands above them: choose it for each on the form." in said


def test_a_file_that_is_no_workbook_is_answered_in_a_sentence(home: Home, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"%PDF-1.7 none")
    told = _run(home, "adopt", tmp_path / "plan.xlsx", "--as", "QDD", "--month", JULY)
    assert told.exit_code == 2
    assert "This is a PDF" in told.output
