"""What changed beside the followed items: returns that came or left, words, figures, answers, settings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS, june, line, theme, word

from assurance_pack.assess.besides import besides, shown
from assurance_pack.assess.difference import Change, ChangeKind, Changes
from assurance_pack.model import NOT_TOLD, Month, Sender, Word
from assurance_pack.returns.rdg import Confidence, PromptAnswer, ThemeSuggestion
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings
from assurance_pack.settings.indicators import ChartNote

CAP, PCF = Sender("workspace", "CAP"), Sender("voice", "PCF")
NEW, GONE, CHANGED, REWORDED = ChangeKind.NEW, ChangeKind.GONE, ChangeKind.CHANGED, ChangeKind.REWORDED


def said(now: Returns, before: Returns, told: tuple[Change, ...] = (), settings: Settings | None = None) -> list[Change]:
    return list(besides(now, before, told, settings, SETTINGS))


def told(changes: list[Change]) -> list[tuple[str, str, str, str, str]]:
    return [(c.kind.name, c.named or c.item, c.column, c.before, c.after) for c in changes]


def in_may(*rows: Row, receipts: tuple[Receipt, ...] = ()) -> Returns:
    return Returns(Month("2026-05"), rows, receipts)


def received(state: ReceiptState, on: date | None = None, sender: Sender = CAP, file: str = "") -> Receipt:
    return Receipt(sender=sender, kind=sender.kind or "workspace", state=state, received=on, file=file)


# ---------- returns ----------


def test_a_return_that_came_and_was_missing_is_new_and_the_other_way_round_gone() -> None:
    here, missing = june(receipts=(received(ReceiptState.NIL),)), in_may(receipts=(received(ReceiptState.MISSING),))
    came = said(here, missing)
    assert told(came) == [("NEW", "Return of Capital and Sufficiency", "", "", "")]
    assert came[0].item == "workspace:CAP"
    assert told(said(june(receipts=(received(ReceiptState.MISSING),)), in_may(receipts=(received(ReceiptState.RECEIVED),)))) == [
        ("GONE", "Return of Capital and Sufficiency", "", "", "")
    ]
    assert told(said(here, in_may())) == [("NEW", "Return of Capital and Sufficiency", "", "", "")]
    assert told(said(june(), in_may(receipts=(received(ReceiptState.RECEIVED),)))) == [
        ("GONE", "Return of Capital and Sufficiency", "", "", "")
    ]


def test_a_return_that_says_nothing_this_month_where_it_had_rows_is_told_by_its_state() -> None:
    nil, full = (received(s, date(2026, 6, 24)) for s in (ReceiptState.NIL, ReceiptState.RECEIVED))
    assert told(said(june(receipts=(nil,)), in_may(receipts=(full,)))) == [
        ("CHANGED", "Return of Capital and Sufficiency", "", "received", "nil")
    ]
    assert said(june(receipts=(full,)), in_may(receipts=(full,))) == []


def test_the_day_a_return_came_counts_between_two_versions_of_one_month_and_not_between_months() -> None:
    first, second = (received(ReceiptState.RECEIVED, on) for on in (date(2026, 6, 24), date(2026, 6, 26)))
    assert told(said(june(receipts=(second,)), june(receipts=(first,)))) == [
        ("CHANGED", "Return of Capital and Sufficiency", "", "received 24 June 2026", "received 26 June 2026")
    ]
    assert said(june(receipts=(second,)), in_may(receipts=(first,))) == []
    assert said(june(receipts=(first,)), june(receipts=(first,))) == []
    assert said(june(receipts=(second,)), june(receipts=(received(ReceiptState.RECEIVED),))) == []
    assert said(june(receipts=(received(ReceiptState.RECEIVED),)), june(receipts=(second,))) == []


def test_a_file_that_does_not_count_is_named_within_a_month_alone() -> None:
    copy = received(ReceiptState.IDENTICAL, sender=NOT_TOLD, file="copy.xlsx")
    aside = received(ReceiptState.SET_ASIDE, sender=NOT_TOLD, file="aside.xlsx")
    counting = received(ReceiptState.RECEIVED, file="CAP.xlsx")
    now, then = june(receipts=(counting, copy)), june(receipts=(counting, aside))
    assert told(said(now, then)) == [
        ("GONE", "File “aside.xlsx” (set aside)", "", "", ""),
        ("NEW", "File “copy.xlsx” (identical copy)", "", "", ""),
    ]
    assert said(now, in_may(receipts=(counting, aside))) == []


# ---------- rows ----------


def cover(headline: str, **more: Any) -> Any:
    return line(Cover, headline=headline, **more)


def test_words_on_a_page_are_compared_by_their_box_and_sender() -> None:
    now, then = cover("Two bases open", file="june.xlsx"), cover("One base open", file="may.xlsx")
    (change,) = said(june(now), in_may(then))
    assert told([change]) == [("REWORDED", "Capital and Sufficiency, cover", "headline", "One base open", "Two bases open")]
    assert (change.cell, change.previous_cell) == (now.cell("headline"), then.cell("headline"))
    assert said(june(cover("One  base open")), in_may(then)) == []
    other = cover("One base open", sender="workspace:QDD")
    assert said(june(now, other), in_may(then, other)) == [change]


def test_what_a_group_said_is_told_with_its_name_and_its_month_is_no_difference_between_months() -> None:
    now = line(Voice, sender="voice:PCF", month=Month("2026-06"), working="The taxi comes on time.")
    then = line(Voice, sender="voice:PCF", month=Month("2026-05"), working="The taxi is late.")
    changes = said(june(now), in_may(then))
    assert [(c.kind, c.column, c.before, c.after) for c in changes] == [
        (REWORDED, "working", "The taxi is late.", "The taxi comes on time.")
    ]
    assert changes[0].named.startswith("Parent Carer Forum, ")
    assert "month" in [c.column for c in said(june(now), june(then))]


def figure(value: float | None, end: date = date(2026, 5, 31), **more: Any) -> Any:
    return line(IndicatorFigure, indicator=Word(text="Calls answered", meaning="IND-08"), period_end=end, value=value, **more)


def test_a_figure_is_known_by_its_indicator_and_period_and_shown_as_the_pack_prints_it() -> None:
    (change,) = said(june(figure(94), figure(90, date(2026, 4, 30))), in_may(figure(92), figure(90, date(2026, 4, 30))))
    assert told([change]) == [("CHANGED", "IND-08, May 2026", "value", "92%", "94%")]
    (new,) = said(june(figure(94)), june())
    assert (new.kind, new.named, new.previous_cell) == (NEW, "IND-08, May 2026", None)
    assert new.cell
    (gone,) = said(june(), june(figure(94)))
    assert (gone.kind, gone.cell) == (GONE, None)
    assert gone.previous_cell


def test_a_count_of_people_is_never_repeated_only_the_figure_it_belongs_to() -> None:
    now = figure(None, numerator=47, denominator=50)
    then = figure(None, numerator=46, denominator=50)
    (change,) = said(june(now), in_may(then))
    assert told([change]) == [("CHANGED", "IND-08, May 2026", "numerator", "92%", "94%")]
    finding = {"id": "Q-QDD-013", "sender": "workspace:QDD"}
    (sample,) = said(june(line(QAFinding, sample=4, **finding)), june(line(QAFinding, sample=3, **finding)))
    assert (sample.column, sample.before, sample.after) == ("sample", "", "")


def test_a_value_in_question_or_held_back_is_a_difference_and_is_not_repeated() -> None:
    (change,) = said(june(figure(94).model_copy(update={"questioned": ("value",)})), june(figure(94)))
    assert (change.column, change.before, change.after) == ("value", "94%", "[q]")
    (held,) = said(june(figure(94).model_copy(update={"suppressed": {"value": "[c]"}})), june(figure(94)))
    assert (held.column, held.after) == ("value", "[c]")


def test_an_answer_to_a_prompt_and_a_confirmed_theme_are_told_by_what_they_answer() -> None:
    answer = line(PromptAnswer, sender="rdg:RDG", key="AP401 M-CAP-007", explanation="Both hold.")
    assert told(said(june(answer), june())) == [("NEW", "Answer to a prompt, AP401 M-CAP-007", "", "", "")]
    now, then = (line(ThemeSuggestion, sender="rdg:RDG", id="V-PCF-2026-06-ask", confirmed=t) for t in (theme("T08"), None))
    (change,) = said(june(now), june(then))
    assert (change.column, change.before, change.after) == ("confirmed", "", theme("T08").text)
    assert change.named.startswith("V-PCF-2026-06-ask, ")


def test_days_lists_and_numbers_are_told_in_words() -> None:
    day_moved = said(june(cover("", met_on=(date(2026, 6, 4), date(2026, 6, 18)))), june(cover("", met_on=(date(2026, 6, 4),))))
    assert [(c.before, c.after) for c in day_moved] == [("4 June 2026", "4 June 2026, 18 June 2026")]


def confidence(about: str, level: str) -> Any:
    return line(Confidence, sender="rdg:RDG", about=word("confidence_about", about), confidence=word("confidence", level))


def test_rows_without_an_id_are_told_apart_by_what_they_are_about() -> None:
    abouts = [w.meaning for w in SETTINGS.words("confidence_about")][:2]
    levels = [w.meaning for w in SETTINGS.words("confidence")][:2]
    now = (confidence(abouts[1], levels[1]), confidence(abouts[0], levels[0]))
    then = (confidence(abouts[0], levels[0]), confidence(abouts[1], levels[0]))
    (change,) = said(june(*now), june(*then))
    assert (change.column, change.before, change.after) == (
        "confidence",
        word("confidence", levels[0]).text,
        word("confidence", levels[1]).text,
    )


def milestone(**values: Any) -> Any:
    return line(Milestone, **{"id": "M-CAP-007", "title": "Two bases open", **values})


def test_a_cell_of_a_followed_item_is_told_between_versions_of_a_month_where_its_changes_do_not_say_it_already() -> None:
    now, then = milestone(lead="Head of Capital"), milestone(lead="Head of Places")
    assert told(said(june(now), june(then))) == [("REWORDED", "M-CAP-007", "lead", "Head of Places", "Head of Capital")]
    assert said(june(now), in_may(then)) == []
    moved = Change(kind=ChangeKind.REWORDED, item="M-CAP-007", sheet="milestones", column="lead")
    (already,) = said(june(now), june(then))
    assert said(june(now), june(then), (moved.model_copy(update={"sheet": already.sheet}),)) == []


def test_a_new_score_says_that_likelihood_and_consequence_changed() -> None:
    risk, was = (line(Risk, id="R-CAP-004", likelihood=n, consequence=4, owner="Head of Capital") for n in (5, 4))
    assert [c.column for c in said(june(risk), june(was))] == ["likelihood"]
    sheet = said(june(risk), june(was))[0].sheet
    scored = Change(kind=ChangeKind.RERATED, item="R-CAP-004", sheet=sheet, column="score")
    assert said(june(risk), june(was), (scored,)) == []


def test_the_word_for_changed_is_told_only_where_nothing_else_says_it() -> None:
    changed, unchanged = word("this_month", "changed"), word("this_month", "no_change")
    alone = said(june(milestone(this_month=changed)), june(milestone(this_month=unchanged)))
    assert [c.column for c in alone] == ["this_month"]
    beside = said(june(milestone(this_month=changed, lead="Head of Capital")), june(milestone(this_month=unchanged)))
    assert [c.column for c in beside] == ["lead"]


def test_of_rows_that_stand_twice_only_the_one_that_differs_is_told() -> None:
    now = (milestone(lead="Head of Capital"), milestone(number=6, lead="Head of Places"))
    then = (milestone(lead="Head of Places"), milestone(number=6, lead="Head of Schools"))
    assert told(said(june(*now), june(*then))) == [("REWORDED", "M-CAP-007", "lead", "Head of Schools", "Head of Capital")]


def test_a_row_more_or_less_is_named_unless_its_changes_or_its_whole_return_say_so() -> None:
    suggestion = line(ThemeSuggestion, sender="rdg:RDG", id="V-PCF-2026-06-ask")
    (new,) = said(june(suggestion), june())
    already = Change(kind=NEW, item="V-PCF-2026-06-ask", sheet=new.sheet)
    assert said(june(suggestion), june(), (already,)) == []
    rdg = Sender("rdg", "RDG")
    came = said(june(suggestion, receipts=(received(ReceiptState.RECEIVED, sender=rdg),)), june())
    assert [c.item for c in came] == ["rdg:RDG"]


# ---------- settings ----------


def test_a_setting_that_changed_is_told_by_its_place_and_numbers_are_shown() -> None:
    fewer = SETTINGS.model_copy(update={"limits": SETTINGS.limits.model_copy(update={"prompts": SETTINGS.limits.prompts - 1})})
    (change,) = said(june(), june(), settings=fewer)
    assert (change.kind, change.named) == (CHANGED, "pack.toml › limits prompts")
    assert (change.before, change.after) == (str(SETTINGS.limits.prompts), str(SETTINGS.limits.prompts - 1))
    assert said(june(), june()) == []
    assert said(june(), june(), settings=SETTINGS) == []


def test_words_of_a_setting_are_not_repeated_and_a_table_is_named_by_its_code() -> None:
    first, *rest = SETTINGS.workspaces
    renamed = SETTINGS.model_copy(update={"workspaces": (first.model_copy(update={"name": "Another name"}), *rest)})
    (change,) = said(june(), june(), settings=renamed)
    assert (change.item, change.before, change.after) == (f"workspaces {first.code} name", "", "")
    fewer = SETTINGS.model_copy(update={"workspaces": tuple(rest)})
    assert {c.item.rpartition(" ")[0] for c in said(june(), june(), settings=fewer)} >= {f"workspaces {first.code}"}


def test_changes_are_asked_for_by_kind_sheet_column_and_item() -> None:
    moved = Change(kind=ChangeKind.MOVED, item="M-CAP-001", sheet="milestones", column="forecast")
    rated = Change(kind=ChangeKind.RERATED, item="R-CAP-001", sheet="risks", column="score")
    beside = Change(kind=CHANGED, item="limits prompts", sheet="")
    changes = Changes(all=(moved, rated), besides=(beside,))
    assert changes.everything == (moved, rated, beside)
    assert changes.of(ChangeKind.MOVED, ChangeKind.RERATED) == (moved, rated)
    assert changes.of(ChangeKind.MOVED, ChangeKind.RERATED, sheet="risks") == (rated,)
    assert changes.of(ChangeKind.MOVED, ChangeKind.RERATED, column="forecast") == (moved,)
    assert changes.to("R-CAP-001") == (rated,)
    assert changes.to("R-CAP-001", "forecast") == ()


# ---------- whose change it is ----------


def test_names_are_those_of_this_month_where_settings_are_compared_and_of_the_record_otherwise() -> None:
    first, *rest = SETTINGS.workspaces
    renamed = SETTINGS.model_copy(update={"workspaces": (first.model_copy(update={"name": "Another name"}), *rest)})
    sender = Sender("workspace", first.code)
    here = june(receipts=(received(ReceiptState.RECEIVED, sender=sender),))
    assert [c.named for c in said(here, in_may())] == [f"Return of {first.name}"]
    assert [c.named for c in said(here, in_may(), settings=renamed) if not c.named.startswith("pack.toml")] == ["Return of Another name"]


def test_a_figure_is_known_by_what_it_is_of_and_not_by_what_is_said_of_it() -> None:
    now, then = figure(94, provisional=word("yes_no", "no")), figure(94, provisional=word("yes_no", "yes"))
    (change,) = said(june(now), in_may(then))
    assert told([change]) == [("CHANGED", "IND-08, May 2026", "provisional", "Yes", "No")]


def test_what_is_said_of_one_item_or_sheet_hides_nothing_of_another() -> None:
    now, then = milestone(lead="Head of Capital"), milestone(lead="Head of Places")
    (sheet,) = {c.sheet for c in said(june(now), june(then))}
    for item, key in (("M-CAP-008", sheet), ("M-CAP-007", "workspace.Risk")):
        elsewhere = Change(kind=ChangeKind.REWORDED, item=item, sheet=key, column="lead")
        assert len(said(june(now), june(then), (elsewhere,))) == 1


def test_rows_of_a_return_that_came_or_left_are_not_named_and_those_of_another_are() -> None:
    mine, other = (line(ThemeSuggestion, sender=s, id="V-PCF-2026-06-ask") for s in ("rdg:RDG", "workspace:CAP"))
    rdg = received(ReceiptState.RECEIVED, sender=Sender("rdg", "RDG"))
    assert [c.item for c in said(june(mine, other, receipts=(rdg,)), june())] == ["rdg:RDG", "V-PCF-2026-06-ask"]
    assert [(c.kind, c.item) for c in said(june(), june(mine, other, receipts=(rdg,)))] == [(GONE, "rdg:RDG"), (GONE, "V-PCF-2026-06-ask")]


def test_a_return_that_is_told_by_its_state_alone_still_has_its_rows_compared() -> None:
    nil, full = (received(s) for s in (ReceiptState.NIL, ReceiptState.RECEIVED))
    changes = said(june(cover("Two bases open"), receipts=(nil,)), in_may(cover("One base open"), receipts=(full,)))
    assert [(c.kind, c.column) for c in changes] == [(CHANGED, ""), (REWORDED, "headline")]


def test_a_receipt_nobody_is_known_to_have_sent_is_no_return() -> None:
    unknown = received(ReceiptState.RECEIVED, sender=NOT_TOLD, file="who.xlsx")
    assert said(june(receipts=(unknown,)), june()) == []
    nameless = received(ReceiptState.SET_ASIDE, sender=NOT_TOLD)
    assert said(june(receipts=(nameless,)), june()) == []


def test_two_cells_of_a_row_that_differ_are_two_changes_and_three_rows_more_are_three() -> None:
    now, then = cover("Two bases open", met_on=(date(2026, 6, 4),)), cover("One base open")
    assert sorted(c.column for c in said(june(now), in_may(then))) == ["headline", "met_on"]
    many = [line(ThemeSuggestion, 5 + n, sender="rdg:RDG", id=f"V-PCF-2026-06-{n}") for n in range(3)]
    assert [c.kind for c in said(june(*many), june())] == [NEW] * 3
    assert [c.kind for c in said(june(), june(*many))] == [GONE] * 3
    assert [c.kind for c in said(june(*many), june(many[0]))] == [NEW] * 2


def test_of_rows_of_one_key_those_beyond_the_others_came_or_left() -> None:
    two = (milestone(lead="Head of Capital"), milestone(number=6, lead="Head of Places"))
    assert [(c.kind, c.column) for c in said(june(*two), june(milestone(lead="Head of Schools")))] == [(REWORDED, "lead"), (NEW, "")]
    assert [(c.kind, c.column) for c in said(june(milestone(lead="Head of Schools")), june(*two))] == [(REWORDED, "lead"), (GONE, "")]


def test_a_mark_that_changed_is_a_difference_of_words_too() -> None:
    now = milestone(lead="Head of Capital").model_copy(update={"questioned": ("lead",)})
    assert [(c.column, c.before, c.after) for c in said(june(now), june(milestone(lead="Head of Capital")))] == [
        ("lead", "Head of Capital", "[q]")
    ]


@pytest.mark.parametrize(
    ("value", "shown_as"),
    [
        (None, ""),
        ("Words", "Words"),
        (Word(text="At risk", meaning="at_risk"), "At risk"),
        (Month("2026-06"), "June 2026"),
        (date(2026, 6, 4), "4 June 2026"),
        ((date(2026, 6, 4), Word(text="Yes", meaning="yes")), "4 June 2026, Yes"),
        ((), ""),
        (2.0, "2"),
        (2.5, "2.5"),
        (7, "7"),
    ],
)
def test_a_value_is_told_in_words(value: Any, shown_as: str) -> None:
    row = line(Risk).model_copy(update={"title": value})
    (title,) = (c for c in columns(Risk) if c.name == "title")
    assert shown(row, title, SETTINGS) == shown_as


def test_a_count_of_a_figure_that_is_not_shown_is_told_by_its_symbol_and_one_of_no_known_indicator_not_at_all() -> None:
    (small,) = said(june(figure(None, numerator=3, denominator=50)), june(figure(None, numerator=46, denominator=50)))
    assert (small.column, small.before, small.after) == ("numerator", "92%", "[c]")
    unknown = [
        line(IndicatorFigure, indicator=named, period_end=date(2026, 5, 31), value=value)
        for named in (None, Word(text="Our own", meaning="IND-99"))
        for value in (94, 90)
    ]
    for now, then in (unknown[:2], unknown[2:]):
        assert [(c.column, c.before, c.after) for c in said(june(now), june(then))] == [("value", "", "")]
    (blank,) = said(june(figure(94)), june(figure(None)))
    assert (blank.before, blank.after) == ("", "94%")


def test_what_a_row_without_an_id_is_called() -> None:
    (no_period,) = said(june(line(IndicatorFigure, indicator=Word(text="Calls answered", meaning="IND-08"), value=94)), june())
    assert no_period.named == "IND-08"
    (nothing,) = said(june(line(IndicatorFigure, value=94)), june())
    assert nothing.named == "Capital and Sufficiency, indicator figure"
    (followed,) = said(june(milestone()), june())
    assert (followed.named, followed.item) == ("", "M-CAP-007")


def test_settings_that_are_new_come_before_those_that_are_gone_and_a_switch_is_not_shown() -> None:
    age = SETTINGS.model_dump(mode="json")["age"]
    numbers = {f"age {name}": value for name, value in age.items()}
    assert numbers
    fewer = SETTINGS.model_copy(update={"age": SETTINGS.age.model_copy(update={"signal_months": 2, "stuck_months": 5})})
    changes = said(june(), june(), settings=fewer)
    assert [(c.item, c.before, c.after) for c in changes] == [
        ("age signal_months", str(numbers["age signal_months"]), "2"),
        ("age stuck_months", str(numbers["age stuck_months"]), "5"),
    ]
    yearly = SETTINGS.model_copy(
        update={
            "indicators": tuple(i.model_copy(update={"annual": not i.annual}) for i in SETTINGS.indicators[:1]) + SETTINGS.indicators[1:]
        }
    )
    (switch,) = said(june(), june(), settings=yearly)
    assert (switch.item, switch.before, switch.after) == (f"indicators {SETTINGS.indicators[0].code} annual", "", "")
    swapped = SETTINGS.model_copy(
        update={"workspaces": (SETTINGS.workspaces[0].model_copy(update={"code": "AAA"}), *SETTINGS.workspaces[1:])}
    )
    codes = [c.item.split()[1] for c in said(june(), june(), settings=swapped)]
    half = len(codes) // 2
    assert (set(codes[:half]), set(codes[half:])) == ({"AAA"}, {SETTINGS.workspaces[0].code})


def test_a_table_without_a_name_is_called_by_its_number_from_one_on() -> None:
    first, *rest = SETTINGS.indicators
    noted = [
        SETTINGS.model_copy(update={"indicators": (first.model_copy(update={"notes": (ChartNote(on=date(2026, 1, 1), text=t),)}), *rest)})
        for t in ("Case system changed.", "Case system renewed.")
    ]
    (change,) = besides(june(), june(), (), noted[1], noted[0])
    assert change.item == f"indicators {first.code} notes 1 text"


def test_a_figure_of_another_period_is_another_row_wherever_it_stands() -> None:
    april, may_ = date(2026, 4, 30), date(2026, 5, 31)
    changes = said(june(figure(91, april), figure(94, may_, number=6)), june(figure(92, may_)))
    assert sorted(told(changes)) == [("CHANGED", "IND-08, May 2026", "value", "92%", "94%"), ("NEW", "IND-08, April 2026", "", "", "")]
    unnamed = line(IndicatorFigure, number=7, period_end=may_, value=92)
    assert [(c.kind, c.named) for c in said(june(unnamed, figure(92, may_)), june(figure(92, may_)))] == [
        (NEW, "Capital and Sufficiency, indicator figure")
    ]
