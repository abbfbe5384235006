"""From what a cell holds to what its column means: nothing guessed, nothing lost without a word."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.intake.as_typed import clean, is_empty_mark
from assurance_pack.intake.opening.grid import Seen
from assurance_pack.intake.reading.convert import Converted, as_text, convert
from assurance_pack.model import Word
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns.board_log import Action
from assurance_pack.returns.rdg import Confidence, MilestoneJudgement, YouSaidWeDid
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, ForRdg, IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.schema import Row, column_of, columns
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

SCALE = "1 Rare; 2 Unlikely; 3 Possible; 4 Likely; 5 Almost certain"


@pytest.fixture
def read(settings: Settings) -> Any:
    """What a value becomes in a column."""

    def convert_one(cls: type[Row], name: str, value: object, **how: bool) -> Converted:
        return convert(column_of(cls, name), Seen(value, **how), settings)  # type: ignore[arg-type]

    return convert_one


def kinds(converted: Converted) -> list[FaultKind]:
    return [t.kind for t in converted.troubles]


@pytest.mark.parametrize("nothing", [None, "", "  ", "-", "–", "—", "n/a", "N/A", "\u00a0", "not applicable", "--"])
def test_an_empty_cell_or_a_dash_is_nothing_and_no_fault(read: Any, nothing: object) -> None:
    for name in ("progress", "forecast", "status", "depends_on"):
        assert read(Milestone, name, nothing) == Converted()


@pytest.mark.parametrize("typed", ["On track", "on track", " ON  TRACK ", "On-track", "on\u00a0track", "Green", "green"])
def test_a_word_is_known_in_any_case_with_any_spaces_and_by_its_other_names(read: Any, typed: str) -> None:
    assert read(Milestone, "status", typed).value == Word(text="On track", meaning="on_track")


def test_a_word_that_is_not_in_the_list_is_not_stated_and_the_nearest_is_suggested(read: Any) -> None:
    met = read(Milestone, "status", "Of track")
    assert met.value is None
    assert kinds(met) == [FaultKind.NOT_IN_LIST]
    assert met.troubles[0].suggestion == "Off track"
    assert met.troubles[0].expected.startswith("Complete; On track")
    assert read(Milestone, "status", "purple").troubles[0].suggestion == ""


@pytest.mark.parametrize(
    ("cls", "column", "typed", "suggestion"),
    [
        (Milestone, "status", "Complete?", ""), (Milestone, "status", "Incomplete", ""), (Milestone, "status", "Not complete", ""),
        (Milestone, "status", "Nearly complete", ""), (Milestone, "status", "Greenish", ""), (Milestone, "status", "On track?", ""),
        (Milestone, "status", "On track / At risk", "At risk"), (Milestone, "status", "On track, was off track", "Off track"),
        (Milestone, "status", "At risk?", "At risk"), (Milestone, "status", "Complte", "Complete"), (Milestone, "status", "Complete / paused by RDG", ""),
        (Action, "status", "Closed", ""), (Confidence, "confidence", "Amber/Green", "Amber"), (Confidence, "confidence", "Greenish", ""),
        (QAFinding, "assurance", "Reasonable to limited", "Limited"), (Risk, "status", "Not closed", ""),
    ],
)  # fmt: skip
def test_a_suggestion_never_flatters(read: Any, cls: type[Row], column: str, typed: str, suggestion: str) -> None:
    met = read(cls, column, typed)
    assert (met.value, kinds(met)) == (None, [FaultKind.NOT_IN_LIST])
    assert met.troubles[0].suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "meaning"), [("A", "amber"), ("g", "green"), ("🟢", "green"), ("🟠", "amber"), ("🔴", "red"), ("Amber", "amber")]
)
def test_a_letter_or_colour_is_read_where_the_pack_prints_it(read: Any, typed: str, meaning: str) -> None:
    assert read(Confidence, "confidence", typed).value.meaning == meaning
    assert kinds(read(Risk, "status", typed)) == [FaultKind.NOT_IN_LIST]


@pytest.mark.parametrize(
    "typed", ["Likely (4)", "likely - 4", "Likely: 4", "4/5", "4 / 5", "4 out of 5", "4 of 5", "Likely", "4 Likely", 4]
)
def test_a_place_on_a_scale_is_read_by_its_number_its_word_or_both(read: Any, typed: object) -> None:
    assert read(Risk, "likelihood", typed) == Converted(4)


@pytest.mark.parametrize("typed", ["High", "H", "75%", "Likely (2)", "4/10", "7/5", "3-4", "4 or 5", "Likely?"])
def test_what_is_no_place_on_a_scale_is_offered_its_words_and_none_of_them(read: Any, typed: str) -> None:
    met = read(Risk, "likelihood", typed)
    assert (met.value, kinds(met), met.troubles[0].expected, met.troubles[0].suggestion) == (None, [FaultKind.NOT_IN_LIST], SCALE, "")


def test_both_names_of_a_workspace_are_one_workspace(read: Any) -> None:
    names = ("Commissioning and Workforce", "Workforce & Commissioning", "workforce and commissioning", "CWF")
    assert {read(Cover, "workspace", name).value.text for name in names} == {"Commissioning and Workforce"}


def test_a_tick_is_yes(read: Any) -> None:
    assert read(Voice, "may_quote", True).value == Word(text="Yes", meaning="yes")


@pytest.mark.parametrize(
    "typed",
    [
        "Statutory compliance; Sufficiency",
        "sufficiency, statutory",
        "Statutory and sufficiency",
        "Statutory compliance\nSufficiency",
        "Statutory / Sufficiency",
    ],
)
def test_several_words_in_one_cell_are_read_however_they_are_parted(read: Any, typed: str) -> None:
    assert {w.meaning for w in read(Risk, "categories", typed).value} == {"statutory", "sufficiency"}


def test_none_is_no_category_but_a_word_of_the_list_where_the_list_has_it(read: Any) -> None:
    assert read(Risk, "categories", "None") == Converted(())
    assert [w.meaning for w in read(ForRdg, "carries", "None").value] == ["none"]


def test_one_unknown_word_among_several_is_said_and_the_rest_kept(read: Any) -> None:
    met = read(Risk, "categories", "Sufficiency; Weather")
    assert [w.meaning for w in met.value] == ["sufficiency"]
    assert kinds(met) == [FaultKind.NOT_IN_LIST]


@pytest.mark.parametrize(("typed", "number"), [("3", 3), (3, 3), (3.0, 3), ("3 Possible", 3), ("possible", 3), ("5 almost certain", 5)])
def test_a_score_is_read_from_its_number_or_its_word(read: Any, typed: object, number: int) -> None:
    assert read(Risk, "likelihood", typed) == Converted(number)


@pytest.mark.parametrize(
    ("cls", "name", "typed", "kind", "expected"),
    [
        (Risk, "likelihood", 7, FaultKind.OUT_OF_RANGE, "1 to 5"),
        (Risk, "likelihood", 3.5, FaultKind.NOT_WHOLE, "1 to 5"),
        (Risk, "likelihood", "high", FaultKind.NOT_IN_LIST, SCALE),
        (QAFinding, "sample", "about 30", FaultKind.NOT_A_NUMBER, ""),
        (QAFinding, "good", -1, FaultKind.OUT_OF_RANGE, "0 or more"),
        (IndicatorFigure, "value", "47 or so", FaultKind.NOT_A_NUMBER, ""),
        (IndicatorFigure, "value", float("nan"), FaultKind.NOT_A_NUMBER, ""),
        (IndicatorFigure, "value", float("inf"), FaultKind.NOT_A_NUMBER, ""),
        (IndicatorFigure, "value", date(2026, 6, 30), FaultKind.NOT_A_NUMBER, ""),
        (IndicatorFigure, "value", True, FaultKind.NOT_A_NUMBER, ""),
        (Milestone, "forecast", "early autumn", FaultKind.NOT_A_DATE, ""),
        (Milestone, "forecast", "TBC", FaultKind.DATE_TO_BE_CONFIRMED, ""),
        (Cover, "month", "summer", FaultKind.NOT_A_DATE, "a month, for example June 2026"),
        (Milestone, "id", "CAP 7", FaultKind.NOT_AN_ID, "M-"),
        (Milestone, "id", "R-CAP-001", FaultKind.NOT_AN_ID, "M-"),
        (Milestone, "depends_on", "the travel plan", FaultKind.NOT_AN_ID, ""),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_not_stated_and_says_why(
    read: Any, cls: type[Row], name: str, typed: object, kind: FaultKind, expected: str
) -> None:
    met = read(cls, name, typed)
    assert met.value is None
    assert kinds(met) == [kind]
    assert met.troubles[0].expected == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("£4.7m", "4.7"), ("-£1.25 million", "-1.25"), ("12 weeks", "12"), ("40 pupils", "40"), ("63 per cent", "63"), ("4.7 or 4.8m", "")],
)
def test_a_number_with_its_unit_is_not_read_and_the_digits_are_offered(read: Any, typed: str, meant: str) -> None:
    met = read(IndicatorFigure, "value", typed)
    assert (met.value, kinds(met), met.troubles[0].suggestion) == (None, [FaultKind.NOT_A_NUMBER], meant)


@pytest.mark.parametrize(
    ("typed", "figure"),
    [("1,234", 1234), ("£4.9", 4.9), ("47%", 47), ("47.2 %", 47.2), ("−3.5", -3.5), ("-3.5", -3.5), (" 12 ", 12), (".5", 0.5)],
)
def test_a_figure_is_read_with_commas_pounds_and_per_cent(read: Any, typed: str, figure: float) -> None:
    assert read(IndicatorFigure, "value", typed) == Converted(figure)


def test_a_cell_shown_as_a_percentage_is_the_figure_that_is_seen(read: Any) -> None:
    assert read(IndicatorFigure, "value", 0.47, percent=True) == Converted(47.0)
    assert read(IndicatorFigure, "value", 0.935509, percent=True) == Converted(93.5509)


def test_excels_number_for_a_day_is_read_as_that_day_and_said(read: Any) -> None:
    for typed in (46203, 46203.0, "46203"):
        met = read(Milestone, "forecast", typed)
        assert met.value == date(2026, 6, 30)
        assert kinds(met) == [FaultKind.DATE_AS_NUMBER]
        assert met.troubles[0].suggestion == "30 June 2026"


def test_an_error_and_a_formula_never_calculated_are_said(read: Any) -> None:
    assert kinds(read(IndicatorFigure, "value", "#REF!", error=True)) == [FaultKind.ERROR_VALUE]
    assert kinds(read(IndicatorFigure, "value", None, uncalculated=True)) == [FaultKind.NOT_CALCULATED]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  two   spaces ", "two spaces"), ("a\r\nb", "a\nb"), ("a_x000D_b", "a\nb"), ("cafe\u0301", "café"), ("a\u00a0b", "a b"), (12, "12"), (12.0, "12"),
        (12.5, "12.5"), (datetime(2026, 6, 30), "30 June 2026"), (True, "Yes"), ("Llŷn and Ŵyn", "Llŷn and Ŵyn"), ("soft\u00adhyphen", "softhyphen"),
        ("=SUM(A1)", "=SUM(A1)"),
    ],
)  # fmt: skip
def test_text_is_cleaned_of_what_nobody_sees_and_otherwise_left_alone(read: Any, typed: object, text: str) -> None:
    assert read(Milestone, "progress", typed) == Converted(text)


@pytest.mark.parametrize("typed", ["on\u200btrack", "safe\u202egnol", "a\x07b", "\u2066hidden\u2069"])
def test_invisible_and_direction_changing_characters_are_taken_out_and_said(read: Any, typed: str) -> None:
    met = read(Milestone, "progress", typed)
    assert kinds(met) == [FaultKind.STRANGE_CHARACTERS]
    assert met.value.isprintable()


def test_more_words_than_asked_for_are_kept_whole_and_said(read: Any) -> None:
    long = "word " * 52
    met = read(Milestone, "progress", long)
    assert met.value == long.strip()
    assert (kinds(met), met.troubles[0].expected, met.troubles[0].suggestion) == ([FaultKind.TOO_LONG], "40", "52")


def test_families_words_have_no_limit(read: Any) -> None:
    assert read(Voice, "ask", "word " * 500).troubles == ()


def test_an_answer_to_a_concern_takes_the_concerns_id(read: Any) -> None:
    assert read(YouSaidWeDid, "id", "p-icb-2026-06-1").value == "P-ICB-2026-06-1"
    assert read(MilestoneJudgement, "id", "m-cap-7").value == "M-CAP-007"


def test_a_plan_priority_is_known_by_its_number_alone(read: Any) -> None:
    assert read(Confidence, "about", 2).value.meaning == "2"
    assert read(Confidence, "about", "Enough of the right places").value.meaning == "2"


SETTINGS = load(Path(__file__).parents[2] / "pack.toml")
VALUES = st.one_of(
    st.text(max_size=60), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates(), st.times(), st.none(),
    st.sampled_from(["TBC", "n/a", "#REF!", "46203", "06/30/2026", "M-CAP-1", "Green; Amber", "1e400", "٣", "½"]),
)  # fmt: skip
EVERY_COLUMN = [
    (cls, column) for cls in (Cover, Milestone, Risk, QAFinding, IndicatorFigure, ForRdg, Voice, Confidence) for column in columns(cls)
]


@given(VALUES, st.sampled_from(EVERY_COLUMN), st.booleans())
def test_any_value_in_any_column_is_read_or_said_and_the_row_can_be_made(value: Any, place: Any, percent: bool) -> None:
    cls, column = place
    met = convert(column, Seen(value, percent=percent), SETTINGS)
    cls.model_validate({"at": {"file": "f"}, column.name: met.value})
    assert met.value is not None or met.troubles or value is None or is_empty_mark(clean(as_text(value))[0])


@pytest.mark.parametrize(
    "typed",
    [
        "<5",
        "< 5",
        "*",
        "c",
        "[c]",
        "fewer than 5",
        "Less than 5",
        "under 5",
        "suppressed",
        "n<5",
        "n = <5",
        "<= 4",
        "=<4",
        "<five",
        "fewer than 5 children",
        "suppressed (<5)",
    ],
)
def test_a_count_its_sender_suppressed_is_read_as_such(read: Any, typed: str) -> None:
    found = read(IndicatorFigure, "numerator", typed)
    assert (found.value, found.troubles, found.suppressed) == (None, (), "[c]")


def test_a_place_on_a_scale_is_no_count(read: Any) -> None:
    assert not read(Risk, "likelihood", "<5").suppressed
