"""What changed beside the followed items: returns that came or left, words, figures, answers, settings."""

from __future__ import annotations

from datetime import date
from typing import Any

from assess_rows import SETTINGS, june, line, theme, word

from assurance_pack.assess.besides import besides
from assurance_pack.assess.difference import Change, ChangeKind, Changes
from assurance_pack.model import NOT_TOLD, Month, Sender, Word
from assurance_pack.returns.rdg import Confidence, PromptAnswer, ThemeSuggestion
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.schema import Row
from assurance_pack.settings import Settings

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
