"""Where the guard looks, what stops a build, who may clear what, and what passes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from months import case_of, month, shipped

from assurance_pack.model import Cell
from assurance_pack.model.problem import Severity, Waiver
from assurance_pack.model.text import SentText, TextPlace
from assurance_pack.rules import guard, judge
from assurance_pack.rules.guard import kinds
from assurance_pack.rules.guard.kinds import redacted
from assurance_pack.rules.guard.numbers import nhs_numbers, plain, pupil_numbers
from assurance_pack.rules.guard.told import Told
from assurance_pack.settings.limits import Guard

HERE = Cell(file="CAP.xlsx", sheet="Risks", ref="F5")
JUNE = date(2026, 6, 30)


def text(said: str, where: TextPlace = TextPlace.CELL, *, prints: bool = True) -> SentText:
    return SentText(cell=HERE, text=said, where=where, prints=prints, sender="workspace:CAP")


def scan(*texts: SentText, **told):
    settings = shipped().model_copy(update={"guard": shipped().guard.model_copy(update=told)}) if told else shipped()
    return guard.scan(texts, settings)


def rules(*texts: SentText, **told) -> list[str]:
    return [f.rule for f in scan(*texts, **told)]


def waiver(rule: str, place: str = str(HERE), until: date = date(2026, 12, 31)) -> Waiver:
    return Waiver(rule=rule, place=place, reason="Read by the Data Protection Officer", by="Data Protection Officer", until=until)


@pytest.mark.parametrize("where", list(TextPlace))
def test_an_nhs_number_is_found_wherever_it_stands(where: TextPlace):
    said = "9990000018" if where is TextPlace.NUMBER else "NHS 999 000 0018"
    (finding,) = scan(text(said, where, prints=False))
    assert (finding.rule, finding.cell, finding.where, finding.checked, finding.blocks) == ("AP501", HERE, where, True, False)


def test_a_number_stored_as_a_number_is_read_with_its_decimal_point():
    assert rules(text("9990000018.0", TextPlace.NUMBER)) == ["AP501"]
    assert rules(text("9276308686", TextPlace.NUMBER)) == ["AP503"]
    assert rules(text("1214960123", TextPlace.NUMBER)) == ["AP507"]


def test_counts_money_and_dates_stored_as_numbers_pass():
    for said in ("63", "0.63", "4200000", "46203", "1797.5", "-12", "9990000018.5"):
        assert rules(text(said, TextPlace.NUMBER)) == [], said


def test_text_that_prints_stops_the_build_and_text_that_does_not_is_an_error_all_the_same():
    printed = scan(text("DOB 12/03/2015"))
    quiet = scan(text("DOB 12/03/2015", prints=False))
    assert [f.blocks for f in printed] == [True]
    assert [f.blocks for f in quiet] == [False]
    for findings in (printed, quiet):
        (problem,) = judge(guard.RULES, case_of(month(guard=findings))).problems
        assert (problem.severity, problem.cells, problem.sender) == (Severity.ERROR, (HERE,), "workspace:CAP")


def test_a_note_on_a_cell_does_not_withhold_the_cell_but_its_own_text_does():
    note, value = text("DOB 12/03/2015", TextPlace.COMMENT, prints=False), text("DOB 12/03/2015")
    assert guard.cells_withheld(scan(note)) == frozenset()
    assert guard.cells_withheld(scan(value)) == {HERE}


def test_the_sentence_says_what_kind_and_where_and_never_what():
    (problem,) = judge(guard.RULES, case_of(month(guard=scan(text("999 000 0018", TextPlace.COMMENT))))).problems
    assert problem.sentence == "There is an NHS number in a note on this cell: its check digit is right."


def test_one_thing_is_reported_as_one_kind():
    assert rules(text("NHS number 999 000 0018")) == ["AP501"]
    assert rules(text("N331999925001")) == ["AP502"]
    assert rules(text("DOB 12/03/2015")) == ["AP508"]


def test_a_mistyped_identifier_is_a_hint_that_withholds_nothing():
    (finding,) = scan(text("NHS number 999 000 0019"))
    assert (finding.rule, finding.hint, finding.blocks, finding.in_value) == ("AP512", True, False, False)
    assert rules(text("The UPN is N331999925002.")) == ["AP512"]


def test_an_officer_named_where_it_prints_is_a_hint_and_elsewhere_nothing():
    assert rules(text("Sarah Jones leads the work.")) == ["AP513"]
    assert rules(text("Sarah Jones", TextPlace.PROPERTY, prints=False)) == []


def test_what_pack_toml_allows_passes_except_what_has_a_check_digit():
    said = "Meet at Friargate, CV1 2GN. NHS 999 000 0018."
    assert rules(text(said)) == ["AP501", "AP505"]
    assert rules(text(said), allow=("Friargate, CV1 2GN", "999 000 0018")) == ["AP501"]


def test_addresses_of_senders_and_of_roles_pass():
    assert rules(text("Send it to rdg@example.org, send@example.com or the.send.team@example.com")) == []
    assert rules(text("Send it to jane.doe@example.com")) == ["AP506"]


def test_lines_of_offices_pass_and_a_number_of_a_home_does_not():
    for office in (
        "The switchboard is 024 7683 3333.",
        "Office line: +44 24 7697 5252.",
        "Ring the duty desk on 024 7683 3333.",
        "SENDIASS can be called on 024 7669 4307.",
    ):
        assert rules(text(office)) == [], office
    for home in ("Home number 024 7649 6012, ask for dad.", "The officer rang mum on 024 7649 6012.", "024 7649 6012", "07700 900123"):
        assert rules(text(home)) == ["AP507"], home


@pytest.mark.parametrize("before", ["+44 ", "+44", "+44 (0) ", "0044 "])
def test_a_number_dialled_from_abroad_is_no_nhs_number_though_its_digits_pass_the_check(before: str):
    assert nhs_numbers("9990000018")
    assert "AP501" not in rules(text(f"Call the team on {before}9990000018"))


def test_mailboxes_of_every_sort_of_office_pass():
    for mailbox in ("ehc.team", "sen-admin", "school.admissions", "legal", "it.helpdesk", "SEND.Inbox", "virtualschool"):
        assert rules(text(f"Write to {mailbox}@example.gov.uk")) == [], mailbox
    assert rules(text("Write to smith.family@example.com")) == ["AP506"]


def test_in_what_programs_keep_of_staff_only_a_number_with_its_check_digit_is_looked_for():
    for said in (
        "jack.harbour@example.gov.uk",
        "S::j.h@example.gov.uk::12345678-1234-4123-8123-123456789012",
        "TXQ7HVCZ2D3K-9990000018-57",
        "Harbour, Jack",
    ):
        assert rules(text(said, TextPlace.TRACE, prints=False)) == [], said
    assert rules(text("999 000 0018", TextPlace.TRACE, prints=False)) == ["AP501"]


def test_case_references_are_what_pack_toml_says():
    assert rules(text("See folder QX-99812.")) == []
    assert rules(text("See folder QX-99812."), case_references=(r"QX-\d+",)) == ["AP509"]


def test_a_named_person_may_clear_a_story_at_one_place_until_a_day():
    findings = scan(text("One child waited 61 weeks and then moved away."))
    assert guard.standing(findings, [waiver("AP510")], JUNE) == ()
    assert guard.standing(findings, [waiver("ap510", "cap.xlsx > risks!f5")], JUNE) == ()
    assert guard.standing(findings, [waiver("AP510", "CAP.xlsx › Risks!F6")], JUNE) == findings
    assert guard.standing(findings, [waiver("AP511")], JUNE) == findings
    assert guard.standing(findings, [waiver("AP510", until=date(2026, 6, 29))], JUNE) == findings


def test_nobody_clears_what_passes_a_check_digit():
    findings = scan(text("NHS 999 000 0018"))
    assert guard.standing(findings, [waiver("AP501")], JUNE) == findings
    verdicts = judge(guard.RULES, case_of(month(guard=findings)), (waiver("AP501"),))
    assert [p.rule for p in verdicts.problems] == ["AP501"]
    assert verdicts.waived == ()


def test_pack_toml_cannot_play_down_what_may_not_be_waived():
    case = case_of(month(guard=scan(text("NHS 999 000 0018")), settings={"rules": {"AP501": Severity.NOTE}}))
    assert [p.severity for p in judge(guard.RULES, case).problems] == [Severity.ERROR]


def test_no_message_of_any_rule_carries_an_identifier():
    said = "R-9990000018, N331999925001 and jane.doe@example.com"
    assert redacted(said, Told.of(shipped())) == "R-[withheld], [withheld] and [withheld]"
    assert redacted("On track, but forecast 35 days after its baseline.", Told.of(shipped())).startswith("On track")


def test_settings_without_a_meeting_still_guard():
    settings = shipped().model_copy(update={"meetings": (), "guard": Guard()})
    assert [f.rule for f in guard.scan([text("DOB 12/03/2015")], settings)] == ["AP508"]


def _nhs(nine: int) -> str | None:
    digits = f"{nine:09d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
    return None if check == 10 else digits + str(check % 11)


@given(st.integers(100_000_000, 999_999_999), st.sampled_from(["", " ", "-", "\u2011", "\u00a0", ".", "\u2009"]))
def test_every_nhs_number_is_found_in_every_usual_spacing(nine: int, gap: str):
    number = _nhs(nine)
    if number:
        said = plain(f"waiting: {number[:3]}{gap}{number[3:6]}{gap}{number[6:]}, since May")
        assert nhs_numbers(said)


@given(st.from_regex(r"[0-9]{11}[0-9A-HJ-NP-RT-Z]", fullmatch=True))
def test_of_the_letters_before_a_upn_exactly_one_is_right(rest: str):
    right = [c for c in "ABCDEFGHJKLMNPQRTUVWXYZ" if pupil_numbers(c + rest)]
    assert len(right) == 1


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_read(said: str):
    guard.scan([text(said), text(said, TextPlace.NUMBER)], shipped())


# ---------- names ----------


def test_a_childs_full_name_is_an_error_wherever_the_first_name_alone_is():
    for said in ("{}'s plan is late.", "{} (Y8) has no school.", "Taxi for {} did not come.", "{} has been excluded.", "Mum of {} rang."):
        for name in ("Oliver", "Oliver Hartley", "Lily-Mae Turner", "Noor Al-Masri", "Seán O'Brien"):
            assert "AP511" in rules(text(said.format(name))), said.format(name)


def test_colleagues_in_their_role_are_a_hint_and_no_child():
    for said in (
        "Sarah Mills, Strategic Lead for SEND, owns the plan.",
        "Jane Moran (ICB) will bring the health plan.",
        "The transport plan was presented by Ian Bennett, Director of Nursing.",
        "Thanks to Claire and the data team for the school dashboard.",
    ):
        assert "AP511" not in rules(text(said)), said


@pytest.mark.parametrize(
    "name",
    [
        "Jayden Smith EHCP.pdf", "smith_jayden_plan.docx", "oliver.hartley review 2026.msg", "Noah B appeal.pdf", "Patel, Anaya.pdf",
        "AMELIA HARTLEY.jpg", "Oliver's plan", "photo 9990000018.jpg", "N331999925001", "Kian dob 05.05.2013.xlsx",
        "LEO BROWN REVIEW.docx", "COMPLAINT FROM MRS OKAFOR.msg", "AVA TAXI.docx",
        "Leo Green plan.docx", "leo-green-plan.docx", "LeoGreenPlan.docx", "GREEN Leo.docx", "The Doyle boys.xlsx", "Doyle_boys_plan.pdf", "Smith twins", "Doyle family",
        "Grace Winter review.docx", "Ruby Marsh taxi.pdf", "Rose - taxi.msg", "case Rose.docx", "will_smith_EHCP.pdf", "A Pocock tribunal.pdf", "JPocock_EHCP.pdf", "Jayden",
    ],
)  # fmt: skip
def test_a_child_in_the_name_of_a_file_a_sheet_or_a_folder_is_an_error_that_stops_the_build(name: str):
    for where in (TextPlace.FILE_NAME, TextPlace.SHEET_NAME, TextPlace.FOLDER_NAME):
        assert [f for f in scan(text(name, where)) if f.blocks and not f.hint], name


@pytest.mark.parametrize(
    "name",
    [
        "IMG_20260603_112233.jpg", "WhatsApp Image 2026-06-03 at 11.22.33.jpeg", "Capital and Sufficiency June 2026 (1).xlsx",
        "Copy of Capital and Sufficiency June 2026 final v2 (JW).xlsx", "~$Capital and Sufficiency June 2026.xlsx", "Sheet1", "Milestones (2)",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479.pdf", "20260603112233.pdf", "Scan_0012345678.pdf", "Grace Academy return.xlsx", "Autumn Term",
        "King Henry VIII School concern June 2026.xlsx", "SEN2 2026 census.xlsx", "Annual review tracker.xlsx", "May figures", "Mark up",
        "Special and AP heads June 2026.xlsx", "invoice 4500123456.pdf", "RE_ SEND Board 12 May.msg", "Victoria ward", "Year 11 leavers",
        "Green paper notes.pdf", "Rose Hill places.xlsx", "Summer term plan.docx", "Holly Bush School place plan.xlsx", "Stoke Park case.docx", "Chelsea case study.docx",
        "Mum and baby group.xlsx", "Dad matters group.docx", "Holy Family school plan.xlsx", "Page One review.docx", "April Board review.xlsx", "Autistic girls report.pdf", "Boys and girls attainment.xlsx", "Autism family support.docx", "A Level results.xlsx", "Tribunal tracker.xlsx",
        "EHCP timeliness.xlsx", "Taxi contract review.pdf", "FINAL Board log.xlsx", "BoardLog June.xlsx", "JointCommissioning.docx", "Exclusion data Spring.xlsx",
        "SEND AP CAP RISKS JUNE 2026.xlsx", "MAY REVIEW.xlsx", "EHCP REVIEW DATA JAN.xlsx", "ANNUAL REVIEW PLAN TO THE BOARD.docx",
    ],
)  # fmt: skip
def test_ordinary_names_of_files_and_sheets_pass(name: str):
    for where in (TextPlace.FILE_NAME, TextPlace.SHEET_NAME, TextPlace.FOLDER_NAME):
        assert rules(text(name, where)) == [], name


# ---------- work ----------


def test_the_work_grows_with_the_length_of_a_text_and_no_faster(monkeypatch: pytest.MonkeyPatch):
    read: list[int] = []
    real = kinds._in_words
    monkeypatch.setattr(kinds, "_in_words", lambda window, told: (read.append(len(window)), real(window, told))[1])
    for length in (10_000, 100_000):
        read.clear()
        scan(text("a word " * (length // 7)))
        assert max(read) <= kinds.AT_ONCE
        assert sum(read) <= length * 1.2


def test_what_stands_across_two_windows_is_found():
    for before in range(kinds.AT_ONCE - 30, kinds.AT_ONCE + 10):
        assert rules(text("x" * (before - 1) + " NHS 999 000 0018 then")) == ["AP501"], before


def test_a_text_too_long_to_be_looked_through_is_withheld_and_nobody_lets_it_pass():
    (finding,) = findings = scan(text("a word " * 20_000))
    assert (finding.rule, finding.blocks, finding.in_value) == ("AP514", True, True)
    assert guard.standing(findings, [waiver("AP514")], JUNE) == findings


def test_when_the_texts_of_a_month_are_more_than_can_be_read_the_rest_is_withheld(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guard, "MOST_OF_A_MONTH", 1_000)
    long, rest = "a word " * 100, "b word " * 60
    assert rules(text(long), text(long), text("It prints.")) == []  # what stands there twice is read once
    assert rules(text(long), text(rest), text("NHS 999 000 0018")) == ["AP501", "AP514"]  # what still fits is read


def test_a_full_date_beside_one_child_is_a_date_of_birth_and_beside_a_service_it_is_none():
    for said in ("The child (12/03/2015) has no school.", "Her daughter, 12/03/2015, waits."):
        assert "AP508" in rules(text(said)), said
    for said in ("The service opened on 12/03/2015.", "Schemes for boys began on 12/03/2015."):
        assert rules(text(said)) == [], said


def test_a_file_is_written_down_by_its_name_unless_that_may_identify_a_child():
    assert guard.shown_name("May figures.xlsx", shipped()) == "May figures.xlsx"
    assert guard.shown_name("Jayden Smith EHCP.pdf", shipped()) == "a file whose name may identify a child"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("We see 41 a month. A boy in Year 4 lost his place. The list is closed.", "here, in sentence 2."),
        ("We see 41 a month\nThe list is closed\nHis mum rang twice", "here, in sentence 3."),
        ("A boy in Year 4 lost his place.", "here."),
    ],
)
def test_a_story_is_said_to_stand_in_its_sentence_and_is_not_repeated(said: str, place: str):
    (finding,) = [f for f in scan(text(said)) if f.rule == "AP510"]
    assert guard.sentence_for(finding) == f"There seems to be one child’s story {place}"


def test_the_address_of_a_colleague_passes_where_nothing_prints_and_what_stands_after_it_is_found():
    said = "jack.harbour@example.gov.uk, CV1 2GN"
    assert rules(text(said, TextPlace.PROPERTY, prints=False)) == ["AP505"]
    assert rules(text(said)) == ["AP505", "AP506"]


def test_in_the_name_of_a_file_a_mistyped_identifier_stops_the_build_as_the_right_one_does():
    (finding,) = scan(text("NHS number 999 000 0019.xlsx", TextPlace.FILE_NAME))
    assert (finding.rule, finding.hint, finding.blocks) == ("AP512", False, True)
    assert guard.shown_name("jack.harbour@example.gov.uk.msg", shipped()) == "a file whose name may identify a child"


def test_a_waiver_clears_on_its_last_day_and_never_a_place_that_has_no_name():
    findings = scan(text("One child waited 61 weeks and then moved away."))
    assert guard.standing(findings, [waiver("AP510", until=JUNE)], JUNE) == ()
    unnamed = Cell(file="a file whose name may identify a child, the second in the folder", sheet="Risks", ref="F5")
    there = scan(SentText(cell=unnamed, text="One child waited 61 weeks and then moved away.", prints=True))
    assert guard.standing(there, [waiver("AP510", str(unnamed))], JUNE) == there


def test_nobody_may_waive_what_has_a_check_digit_or_was_not_looked_through_and_all_else_a_named_person_may():
    assert {r.id for r in guard.RULES if not r.waivable} == {"AP501", "AP502", "AP503", "AP514"}
    assert {r.id for r in guard.RULES if r.severity is Severity.WARNING} == {"AP512", "AP513"}
    assert {r.severity for r in guard.RULES} == {Severity.ERROR, Severity.WARNING}


def test_a_text_of_just_the_most_is_looked_through_and_one_of_a_letter_more_is_not(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guard, "MOST_OF_A_TEXT", 20)
    assert rules(text("so NHS 999 000 0018.")) == ["AP501"]
    assert rules(text("so, NHS 999 000 0018.")) == ["AP514"]
    monkeypatch.setattr(guard, "MOST_OF_A_MONTH", 40)
    assert rules(text("so NHS 999 000 0018."), text("so NHS 999 000 0026.")) == ["AP501"]
    assert rules(text("so NHS 999 000 0018."), text("so NHS 999 000 0026."), text("DOB 12/03/2015")) == ["AP501", "AP514"]


def test_what_may_be_told_without_a_digit_is_looked_for_in_every_text_and_what_may_not_is_not():
    without = {k.name for k in (*kinds.NUMBERS, *kinds.ADDRESSES) if not k.digits}
    assert without == {
        "a date of birth", "a person’s e-mail address", "the e-mail address of a member of staff", "somebody’s name on social media",
        "the address of a home", "a case reference",
    }  # fmt: skip
    assert rules(text("Write to jane.doe@example.com")) == ["AP506"]
    assert rules(text("Address: The Cottage, Mill Lane")) == ["AP505"]
    assert rules(text("He was born on the third of May two thousand and twelve.")) == ["AP508", "AP510"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("We see 41 a month. A boy in Year 4 lost his place.", 2),
        ("A boy in Year 4 lost his place; the list is closed.", 1),
        ("We see 41 a month. The list is closed.", 0),
        ("A boy in Year 4 lost his place.", 0),
    ],
)  # fmt: skip
def test_which_sentence_tells_the_story_is_counted_from_one(said: str, sentence: int):
    story = next(k for k in kinds.STORIES if k.rule == "AP510")
    name = next(k for k in kinds.STORIES if k.rule == "AP511")
    told = Told.of(shipped())
    assert kinds.told_in(story, said, told) == sentence
    assert kinds.told_in(name, "Oliver's plan is late. The list is closed.", told) == 0
