"""Section 6: words unchanged, the ask first and always whole, silence named for what it is, and what came of earlier asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from position_rows import SETTINGS, case, cells, fates, lead, matter, milestone, paragraph, position, record, row, table, word, words

from assurance_pack.document.blocks import Table
from assurance_pack.document.blocks.runs import Quote
from assurance_pack.document.sections import own_words, voice
from assurance_pack.document.texts import texts
from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.returns.received import Receipt, ReceiptState
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.rules.guard.withhold import WITHHELD
from assurance_pack.settings.budgets import Budgets, VoiceBudget

GROUPS = ("voice:PCF", "voice:YPG", "voice:SEN", "voice:SAH")


def said(code: str = "PCF", month: str = "2026-06", **boxes):
    return row(Voice, f"voice:{code}", group=word("group", code), month=Month(month), **boxes)


def reply(id: str, answer: str | None, did: str | None = None, **values):
    return row(YouSaidWeDid, "rdg:RDG", id=id, answer=word("ask_answer", answer) if answer else None, did=did, **values)


def written(*rows, settings=SETTINGS, **values):
    of = case(*rows, settings=settings, **values)
    return voice.write(position(of), of.settings)


def says(section):
    """What the first group says, box after box."""
    return cells(table(section, "own words"))[0][1]


def quotes(*sections):
    found = []
    for section in sections:
        for block in section.blocks:
            contents = [c.content for r in block.rows for c in r.cells] if isinstance(block, Table) else [getattr(block, "content", ())]
            found += [run.text for content in contents for run in content if isinstance(run, Quote)]
    return found


def test_the_ask_stands_first_and_the_words_are_unchanged():
    section = written(said(working="The drop-ins.  They’re good!", not_working="nobody rings back…", ask="Ring back,\nplease"))
    assert says(section) == "We ask: “Ring back,\nplease” Not working: “nobody rings back…” Working: “The drop-ins.  They’re good!”"


def test_words_that_stand_in_no_box_are_printed_with_the_others_and_are_a_voice_even_alone():
    of = case(said(), row(AlsoWritten, "voice:PCF", month=Month("2026-06"), words="The ferry runs once a day."))
    figures = position(of)
    section = voice.write(figures, of.settings)
    assert says(section) == "We ask: Nothing said. Also written: “The ferry runs once a day.”"
    assert figures.voice.groups_heard == 1
    assert set(fates(section).values()) == {"printed"}


def test_a_decision_that_rests_on_what_a_group_says_this_month_is_named_beside_it():
    section = written(said(ask="Ring back."), matter("B-001", voices="V-PCF-2026-06-ask"))
    assert cells(table(section, "own words"))[0][2] == "Nothing asked before is open. This month: Decision 1."


def test_an_earlier_ask_that_is_made_again_is_printed_beside_it_and_not_only_counted():
    april = record("2026-04", [said("PCF", "2026-04", ask="Put us on the panel.")])
    may = record("2026-05", [said("PCF", "2026-05", ask="Ask us what time before you set the meeting.")])

    def beside(ask):
        return cells(table(written(said(ask=ask), history=(april, may)), "own words"))[0][2]

    first = "April: “Put us on the panel.” No answer yet."
    assert beside("Tell us soon, and ask us first.") == f"{first} 1 more in the data book."
    assert beside("Tell us soon. And ask us what time.") == f"{first} May: “Ask us what time before you set the meeting.” No answer yet."


def test_the_head_says_how_it_was_heard_and_whether_the_group_will_speak():
    section = written(
        said(ask="Ring back.", how_heard="Five coffee mornings", how_many=word("how_many", "50_100"), will_speak=word("yes_no", "yes"))
    )
    assert cells(table(section, "own words"))[0][0] == "Parent Carer Forum Five coffee mornings; 50 to 100 people. Will speak."


def test_words_taken_down_for_a_group_say_by_whom_and_when_they_were_read_back():
    section = written(said("SEN", ask="Freeze the forms.", taken_down_by="Board secretary", read_back_on=date(2026, 6, 24)))
    assert cells(table(section, "own words"))[0][:2] == [
        "SENCo network Taken down by Board secretary, read back to the group on 24 June. Has not said whether it will speak.",
        "We ask: “Freeze the forms.”",
    ]


def test_words_that_were_not_read_back_say_so_beside_them():
    section = written(said("SEN", ask="Freeze the forms.", taken_down_by="Board secretary"))
    assert "Taken down by Board secretary, not yet read back to the group." in words(section)


def test_words_read_back_without_saying_who_took_them_down_name_nobody():
    section = written(said("SEN", ask="Freeze the forms.", read_back_on=date(2026, 6, 24)))
    assert "Taken down, read back to the group on 24 June." in words(section)


def test_each_group_has_one_row_with_what_it_says_what_it_asked_before_and_the_answer():
    may = record("2026-05", [said("YPG", "2026-05", ask="Put us on the panel."), said("SEN", "2026-05", ask="Name one officer.")])
    answered = reply("V-SEN-2026-05-ask", "in_hand", "In place in 74 schools", impact="Advice comes first")
    section = written(said("PCF", ask="Ring back."), said("YPG", ask="Ask us."), said("SEN", ask="Fewer forms."), answered, last=may)
    assert [[row[0].split(" Has not")[0], *row[1:]] for row in cells(table(section, "own words"))] == [
        ["Parent Carer Forum", "We ask: “Ring back.”", "Nothing asked before is open."],
        ["Young people's group", "We ask: “Ask us.”", "May: “Put us on the panel.” No answer yet."],
        [
            "SENCo network",
            "We ask: “Fewer forms.”",
            "May: “Name one officer.” In hand. In place in 74 schools. Impact: advice comes first.",
        ],
    ]


def test_a_group_that_will_speak_has_its_row_though_it_wrote_nothing():
    section = written(said(will_speak=word("yes_no", "yes")), said("YPG"), nil=("voice:PCF", "voice:YPG"))
    assert cells(table(section, "own words")) == [
        ["Parent Carer Forum Will speak.", "Nothing written this month.", "Nothing asked before is open."]
    ]
    assert paragraph(section, "Young people's group").endswith("nothing this month.")


def test_a_form_that_came_without_words_has_its_row_and_in_it_what_was_answered():
    april = record("2026-04", [said("YPG", "2026-04", ask="Ask us what time.")])
    may = record("2026-05", [said("YPG", "2026-05", ask="Put us on the panel."), said("PCF", "2026-05", ask="Ring back.")])
    answers = (reply("V-YPG-2026-04-ask", "done", "Two seats."), reply("V-PCF-2026-05-ask", "in_hand", "By July."))
    section = written(
        said("YPG", will_speak=word("yes_no", "yes")), said("PCF", how_heard="A survey"), *answers, history=[april, may], last=may
    )
    assert cells(table(section, "own words")) == [
        [
            "Parent Carer Forum A survey. Has not said whether it will speak.",
            "Its form came without words.",
            "May: “Ring back.” In hand. By July.",
        ],
        [
            "Young people's group Will speak.",
            "Its form came without words.",
            "May: “Put us on the panel.” No answer yet. April: “Ask us what time.” Done. Two seats.",
        ],
    ]
    assert paragraph(section, "Parent Carer Forum") == paragraph(section, "Young people's group") == ""


def test_a_form_with_a_picture_and_no_words_says_that_its_words_are_still_to_be_written_down():
    picture = Fault(kind=FaultKind.PICTURE, cell=Cell(file="PCF.xlsx", sheet="Your words", ref="C9"))
    came = said().model_copy(update={"at": Cell(file="PCF.xlsx", sheet="Your words", ref="C9")})
    of = case(came)
    of = replace(of, returns=replace(of.returns, faults=(picture,)))
    assert says(voice.write(position(of), of.settings)) == "It sent a picture: the words in it are not written down yet."


def test_a_box_that_says_only_where_the_words_are_is_shown_so_and_counts_as_nothing_said():
    came = said(not_working="The bus is late.")
    pointing = Fault(kind=FaultKind.SAID_ELSEWHERE, cell=came.cell("ask"), seen="see attached")
    other = said("SEN")
    only = Fault(kind=FaultKind.SAID_ELSEWHERE, cell=other.cell("working"), seen="As last month")
    of = case(came, other)
    of = replace(of, returns=replace(of.returns, faults=(pointing, only)))
    section = voice.write(position(of), of.settings)
    assert [row[1] for row in cells(table(section, "own words"))] == [
        "We ask: “see attached”, and no words came with it. Not working: “The bus is late.”",
        "“As last month”, and no words came with it.",
    ]
    assert (position(of).voice.groups_heard, position(of).voice.asks) == (1, 0)


def test_no_return_is_a_gap_in_assurance_and_never_no_concerns():
    section = written(missing=GROUPS)
    assert (
        paragraph(section, "Parent Carer Forum:")
        == "Parent Carer Forum: X No return received: a gap in assurance, not an absence of concern."
    )
    assert lead(section) == "None of four groups was heard."


def test_nothing_this_month_is_a_normal_return():
    section = written(said(), missing=("voice:YPG", "voice:SEN", "voice:SAH"), nil=("voice:PCF",))
    assert paragraph(section, "Parent Carer Forum") == "Parent Carer Forum: nothing this month."
    assert [f.what for f in section.fates] == ["printed"]


def test_a_form_that_came_back_empty_says_so():
    of = case(missing=GROUPS)
    blank = tuple(
        Receipt(sender=r.sender, kind=r.kind, state=ReceiptState.NOT_FILLED_IN) if r.sender == "voice:SAH" else r
        for r in of.returns.receipts
    )
    of = type(of)(of.month, of.settings, type(of.returns)(of.month, of.returns.rows, blank), of.position)
    section = voice.write(position(of), of.settings)
    assert "X The form came back not filled in: a gap in assurance" in paragraph(section, "Special and AP heads")


def test_the_sentence_compares_with_last_time_and_names_who_was_silent():
    may = record("2026-05", [said("PCF", "2026-05", ask="Ring back."), said("SEN", "2026-05", ask="Freeze the forms.")])
    section = written(said(ask="Ring back."), said("YPG", ask="Ask us."), said("SEN", working="Bases."), last=may, missing=("voice:SAH",))
    assert lead(section) == (
        "Three of four groups were heard, one more than in May; nothing was heard from the Special and AP heads' partnership; two asks are unanswered."
    )


def test_a_withheld_cell_is_not_put_in_anybodys_mouth():
    section = written(said(ask=WITHHELD))
    assert says(section) == f"We ask: {WITHHELD}"


# ---------- no text is cut ----------


def test_what_does_not_fit_goes_whole_after_section_10():
    long = " ".join(f"word{n}" for n in range(SETTINGS.budgets.voice.a_box))
    of = case(said(working=long, not_working=long, ask="Ring back."))
    figures = position(of)
    section, annex = voice.write(figures, of.settings), own_words.write(figures, of.settings)
    assert annex is not None
    assert (annex.number, annex.title) == ("", "In their own words")
    assert says(section).endswith("Working: (150 words, whole in “In their own words”, at the end)")
    assert f"What is working: “{long}”" in list(texts(annex.blocks))


def test_an_ask_stands_whole_in_its_place_though_nothing_else_of_the_group_fits():
    long = " ".join(f"word{n}" for n in range(SETTINGS.budgets.voice.a_box))
    of = case(said(ask=long, working=long))
    figures = position(of)
    assert says(voice.write(figures, of.settings)).startswith(f"We ask: “{long}”")
    annex = own_words.write(figures, of.settings)
    assert annex is not None
    assert quotes(annex) == [long]


def letter(sentences: int) -> str:
    """Ten words a sentence."""
    return " ".join(f"In week {n} nobody rang us back about the school." for n in range(sentences))


def test_a_letter_is_printed_in_whole_sentences_with_the_rest_counted_and_where_it_stands():
    room = SETTINGS.budgets.voice.a_box // 10
    section = written(said(ask=letter(300)))
    assert says(section) == (f"We ask: “{letter(room)}” (and {300 - room} more sentences, whole in the data book, sheet “Your words”)")
    assert "…" not in words(section)


def test_a_letter_beside_the_boxes_says_which_sheet_of_the_data_book_holds_it():
    beside = row(AlsoWritten, "voice:PCF", month=Month("2026-06"), words=letter(200))
    of = case(said(ask="Ring back."), beside)
    figures = position(of)
    printed = "\n".join(words(s) for s in (voice.write(figures, of.settings), own_words.write(figures, of.settings)) if s)
    assert "more sentences, whole in the data book, sheet “Also written”)" in printed


def test_the_longest_letters_of_every_group_leave_their_section_the_room_it_has():
    long = letter(300)
    of = case(*(said(code, ask=long, working=long, not_working=long) for code in ("PCF", "YPG", "SEN", "SAH")))
    section = voice.write(position(of), of.settings)
    assert len(words(section).split()) < len(("PCF", "YPG", "SEN", "SAH")) * (SETTINGS.budgets.voice.a_box + 80)


def test_words_without_the_end_of_a_sentence_are_counted_and_never_cut():
    section = written(said(ask="word " * 3000))
    assert says(section) == "We ask: (3,000 words, whole in the data book, sheet “Your words”)"


def test_a_sentence_of_up_to_twice_the_room_stands_whole_for_there_is_nowhere_to_stop():
    most = SETTINGS.budgets.voice.a_box
    whole, too_long = (" ".join(["word"] * n) for n in (2 * most, 2 * most + 1))
    assert says(written(said(ask=whole))) == f"We ask: “{whole}”"
    assert says(written(said(ask=f"{too_long}"))) == f"We ask: ({2 * most + 1} words, whole in the data book, sheet “Your words”)"


@pytest.mark.parametrize("mark", [",", ";", " –", ":"])
def test_an_ask_that_is_one_endless_sentence_opens_with_its_whole_clauses_and_says_how_much_follows(mark):
    clause = "tell every family by the end of term where their child will go"
    section = written(said(ask=f"{mark} ".join([clause] * 12) + "."))
    each = len(f"{clause}{mark}".split())
    opens = f"{mark} ".join([clause] * ((SETTINGS.budgets.voice.a_box + each - 13) // each))
    left = 12 * each - (each - 13) - len(opens.split())
    assert says(section) == f"We ask: “{opens}” (and {left} more words, whole in the data book, sheet “Your words”)"


def test_where_everything_fits_there_is_nothing_after_section_10():
    of = case(said(ask="Ring back."))
    assert own_words.write(position(of), of.settings) is None


@given(boxes=st.lists(st.tuples(*[st.text(alphabet="ab ", max_size=2000).map(str.strip)] * 3), min_size=4, max_size=4))
def test_every_box_of_no_more_than_its_room_is_printed_whole_once(boxes):
    most = SETTINGS.budgets.voice.a_box
    boxes = [tuple(" ".join(words.split(" ")[:most]).strip() for words in three) for three in boxes]
    codes = ("PCF", "YPG", "SEN", "SAH")
    of = case(*(said(c, working=w or None, not_working=n or None, ask=a or None) for c, (w, n, a) in zip(codes, boxes, strict=True)))
    figures = position(of)
    annex = own_words.write(figures, of.settings)
    printed = quotes(*(s for s in (voice.write(figures, of.settings), annex) if s))
    assert sorted(printed) == sorted(words for three in boxes for words in three if words)


# ---------- you said, we did ----------


def test_an_ask_nobody_answered_comes_back_until_it_is():
    may = record("2026-05", [said("PCF", "2026-05", ask="Say how you count calls.")])
    section = written(last=may)
    assert paragraph(section, "You said") == "You said, we did. Parent Carer Forum, May: “Say how you count calls.” No answer yet. "


def test_an_answer_is_printed_beside_the_words_it_answers():
    may = record("2026-05", [said("PCF", "2026-05", ask="Say how you count calls.")])
    section = written(reply("V-PCF-2026-05-ask", "in_hand", "By 10 July.", impact="Too early."), last=may)
    assert (
        paragraph(section, "You said")
        == "You said, we did. Parent Carer Forum, May: “Say how you count calls.” In hand. By 10 July. Impact: too early. "
    )
    assert lead(section).endswith("RDG answered one ask.")


def test_of_what_a_group_asked_the_newest_stands_beside_its_words_with_its_answer():
    april, may = (
        record("2026-04", [said(month="2026-04", ask="An old thing.")]),
        record("2026-05", [said(month="2026-05", ask="A new thing.")]),
    )
    section = written(
        said(working="More plans are on time."),
        reply("V-PCF-2026-04-ask", "in_hand", "We look at the old."),
        reply("V-PCF-2026-05-ask", "in_hand", "We look at the new."),
        history=[april, may],
    )
    beside = cells(table(section, "What each group says"))[0][-1]
    assert "A new thing." in beside
    assert "We look at the new." in beside
    assert "old thing" not in beside
    assert "RDG answered two asks, of which one is shown." in lead(section)


def test_an_ask_answered_as_done_last_time_is_finished_with():
    april = record("2026-04", [said("PCF", "2026-04", ask="Open a second hub.")])
    may = record("2026-05", [reply("V-PCF-2026-04-ask", "done", "Opened.")])
    section = written(history=[april, may])
    assert paragraph(section, "You said") == "You said, we did. No earlier ask is waiting for an answer."


def test_an_answer_in_hand_that_nobody_renewed_says_since_when():
    april = record("2026-04", [said("PCF", "2026-04", ask="Open a second hub.")])
    may = record("2026-05", [reply("V-PCF-2026-04-ask", "in_hand", "Looking for rooms.")])
    assert "In hand. Looking for rooms. No update since May." in paragraph(written(history=[april, may]), "You said")


def test_the_ask_of_a_partner_that_sent_nothing_this_month_is_answered_in_the_same_place():
    may = record("2026-05", [row(Concern, "partner:ICB", given_id="P-ICB-2026-05-1", concern="Unsigned.", ask="A date.")])
    section = written(reply("P-ICB-2026-05-1", "for_board", "Taken to the Board."), last=may)
    assert paragraph(section, "You said") == "You said, we did. Integrated Care Board, May: “A date.” For the Board. Taken to the Board. "


def test_a_row_left_empty_by_rdg_is_printed_as_no_answer():
    may = record("2026-05", [said("PCF", "2026-05", ask="Say how you count calls.")])
    section = written(reply("V-PCF-2026-05-ask", None), last=may)
    assert paragraph(section, "You said").endswith("No answer yet. ")
    assert fates(section)["V-PCF-2026-05-ask"] == "printed"


def test_whoever_has_no_row_and_an_answer_that_does_not_fit_is_named():
    may = record("2026-05", [said(code, "2026-05", ask="Please.") for code in ("PCF", "YPG", "SEN", "SAH")])
    more = [reply(f"P-ICB-2026-05-{n}", "done", "Done.", said="A date.") for n in (1, 2)]
    room = SETTINGS.model_copy(update={"budgets": Budgets(voice=VoiceBudget(rows=4, words=400))})
    section = written(*more, last=may, settings=room)
    assert paragraph(section, "You said").endswith("Other earlier asks, in the data book: Integrated Care Board (May).")
    assert [f.what for f in section.fates] == ["summarised", "summarised"]


# ---------- what was shaped ----------


def test_what_families_and_settings_shaped_is_printed_the_newest_first():
    may = record("2026-05", [milestone("M-CAP-001", shaped_by="Families chose the rooms.")])
    now = [
        milestone("M-CAP-001", shaped_by="Families chose the rooms."),
        milestone("M-CAP-002", shaped_by="Heads ranked the schools"),
        milestone("M-CAP-003"),
    ]
    said_so = paragraph(written(*now, last=may), "Two of three")
    assert said_so.startswith(
        "Two of three milestones say what families or settings shaped. M-CAP-002, what M-CAP-002 is for: heads ranked the schools."
    )
