"""`pack chase`: one message an owner, with their own things alone; a group is thanked, reminded once, and never handed a problem."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from untidy_june import CAP, CWF, JUNE, LOG, NHS_NUMBER, QDD, RDG, SENCO, YOUNG, answer, edit, everything_written, lay_out, untidy

from assurance_pack.cli import main
from assurance_pack.commands.chase import Chased, chase, summary
from assurance_pack.commands.forms import forms
from assurance_pack.commands.message import Message
from assurance_pack.commands.slips import one_slip_apart
from assurance_pack.commands.to_owners import problems_of
from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.pipeline import understand
from assurance_pack.returns.voice import Voice
from assurance_pack.senders import all_senders
from assurance_pack.settings import Settings

GROUPS = ("Parent Carer Forum", "Young people's group", "SENCo network", "Special and AP heads' partnership")


@dataclass(frozen=True)
class Written:
    """The messages of a run, by the name of their files."""

    home: Home
    chased: Chased

    def to(self, name: str) -> Message:
        return next(m for m in self.chased.messages if m.name == name)

    def mail(self, name: str) -> EmailMessage:
        mail = message_from_bytes((self.chased.folder / f"{name}.eml").read_bytes(), policy=default)
        assert isinstance(mail, EmailMessage)
        return mail

    @property
    def names(self) -> set[str]:
        return {m.name for m in self.chased.messages}


def attached(mail: EmailMessage) -> dict[str, bytes]:
    return {part.get_filename() or "": part.get_content() for part in mail.iter_attachments()}


def words(lines: Iterable[str]) -> str:
    return "\n".join(lines)


@pytest.fixture(scope="module")
def bad_day(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Written:
    home = untidy(tmp_path_factory.mktemp("bad-day"))
    return Written(home, chase(home, JUNE, settings))


# ---------- owners ----------


def test_an_owner_gets_one_message_with_what_to_mend_where_and_how(bad_day: Written) -> None:
    message = bad_day.to("Capital and Sufficiency")
    assert message.to == "capital-workspace@example.org"
    assert message.subject == "The June 2026 return from Capital and Sufficiency: 4 things to look at"
    assert "There are 2 things to put right:" in message.text
    assert (
        "- “Greenish” in “Status now” is not one of the words of the list. It should be one of: Complete; On track; At risk; Off track; "
        "Not started; Paused by RDG; Withdrawn.\n  Milestones, cell E6 and Milestones, cell E8\n" in message.text
    )
    assert "- “31/06/2026” in “Forecast now” is not a day: June 2026 has 30 days.\n  Milestones, cell G7\n  Correct the day" in message.text
    assert message.text.startswith("Hello,\n\nThank you for the June 2026 return from Capital and Sufficiency.")
    assert message.text.rstrip().endswith("send.board@example.org")


def test_the_marked_copy_goes_with_it_and_opens(bad_day: Written) -> None:
    files = attached(bad_day.mail("Capital and Sufficiency"))
    assert list(files) == ["Capital and Sufficiency June 2026 (marked).xlsx"]
    path = bad_day.home.root / "opened.xlsx"
    path.write_bytes(next(iter(files.values())))
    assert openpyxl.load_workbook(path)["Milestones"]["E6"].comment is not None


def test_nobody_reads_of_anybody_elses_return(bad_day: Written) -> None:
    text = bad_day.to("Capital and Sufficiency").text
    for other in ("Commissioning", "Quality Assurance", "Young people", "RDG return", CWF, QDD):
        assert other not in text


def test_the_mail_is_a_draft_that_any_program_opens(bad_day: Written) -> None:
    mail = bad_day.mail("Capital and Sufficiency")
    assert (mail["X-Unsent"], mail["To"], mail["From"]) == ("1", "capital-workspace@example.org", "send.board@example.org")
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == bad_day.to("Capital and Sufficiency").text
    text = (bad_day.chased.folder / "Capital and Sufficiency.txt").read_text(encoding="utf-8")
    assert text.startswith("To: capital-workspace@example.org\nSubject: The June 2026 return")
    assert "Attached: Capital and Sufficiency June 2026 (marked).xlsx" in text


def test_a_file_that_cannot_be_read_is_asked_for_again(bad_day: Written) -> None:
    message = bad_day.to("Quality Assurance, Data and Digital")
    assert message.subject.endswith("please send it again")
    assert "We could not read the file you sent." in message.text
    assert "This file is empty: it holds nothing at all." in message.text
    assert "The date for it is Tuesday 30 June 2026." in message.text


def test_what_may_identify_a_child_is_asked_out_without_repeating_it_or_sending_it_back(bad_day: Written) -> None:
    message = bad_day.to("Commissioning and Workforce")
    assert message.subject.endswith("please take something out")
    assert "- Risks, cell H5: There is an NHS number here: its check digit is right." in message.text
    assert not message.attachments
    said = everything_written(bad_day.chased.folder)
    assert NHS_NUMBER not in said
    assert NHS_NUMBER.replace(" ", "") not in said


def test_a_return_not_yet_in_is_asked_for_with_its_form_again(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(CAP,))
    forms(home, JUNE, settings)
    written = Written(home, chase(home, JUNE, settings))
    message = written.to("Capital and Sufficiency")
    assert message.subject == "The June 2026 return from Capital and Sufficiency: still to come"
    assert "We do not have the June 2026 return from Capital and Sufficiency yet." in message.text
    assert "one line saying so is all we need" in message.text
    assert [name for name, _ in message.attachments] == ["Capital and Sufficiency 2026-06.xlsx"]


def test_a_form_that_came_back_empty_is_asked_for_kindly(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(CAP,))
    issued = forms(home, JUNE, settings)
    shutil.copy(next(p for p in issued if p.name == "Capital and Sufficiency 2026-06.xlsx"), home.inputs(JUNE) / CAP)
    message = Written(home, chase(home, JUNE, settings)).to("Capital and Sufficiency")
    assert message.subject.endswith("not filled in")
    assert "perhaps the filled-in one is still on your computer?" in message.text


def test_last_months_file_sent_again_is_named(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(CAP,))
    shutil.copy(home.root / "inputs" / "2026-05" / "Capital and Sufficiency May 2026.xlsx", home.inputs(JUNE))
    text = Written(home, chase(home, JUNE, settings)).to("Capital and Sufficiency").text
    assert "We did receive Capital and Sufficiency May 2026.xlsx, but could not use it:" in text
    assert "May 2026" in text.partition("could not use it:")[2]


def test_a_partner_that_owes_the_board_an_answer_hears_of_it(bad_day: Written) -> None:
    message = bad_day.to("Integrated Care Board")
    assert message.to == "icb.children@example.org"
    assert "C-013, put on 20 May 2026, has no answer." in message.text
    assert "C-013: “Terms were agreed in February. Why is the contract still unsigned?”" in message.text, "the challenge in full"
    assert "Please answer by Wednesday 8 July 2026, when the pack goes to the Board." in message.text
    assert "ask the Chair of the Reform Delivery Group for a waiver" in message.text
    assert "Board log June" not in message.text


# ---------- one slip in an ID is one point ----------


def points(home: Home, settings: Settings) -> dict[str, list[str]]:
    """What each sender is to mend, by its name: the sentences."""
    understood = understand(home, JUNE, settings, withholding=True)
    return {str(s): [p.sentence for p in problems_of(understood, s)] for s in all_senders(settings)}


@pytest.fixture(scope="module")
def as_sent(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The points of June as it came."""
    return points(lay_out(tmp_path_factory.mktemp("as-sent")), settings)


@pytest.mark.parametrize(
    ("file", "sheet", "meant", "typed", "whose", "others"),
    [
        (CWF, "Milestones", "M-CWF-005", "M-CWF-050", "workspace:CWF", ""),
        (CWF, "Milestones", "M-CWF-005", "M-CWF-006", "workspace:CWF", " One other thing that the check found comes of it."),
        (CAP, "Risks", "R-CAP-004", "R-CAP-040", "workspace:CAP", ""),
        (LOG, "Challenges", "C-014", "C-041", "board_log:BOARD", ""),
        (RDG, "Answers to Workspaces", "N-CAP-003", "N-CAP-030", "rdg:RDG", " Two other things that the check found come of it."),
    ],
)
def test_one_slip_in_an_id_is_one_point_to_its_owner_and_none_to_anybody_else(
    file: str,
    sheet: str,
    meant: str,
    typed: str,
    whose: str,
    others: str,
    as_sent: dict[str, list[str]],
    settings: Settings,
    tmp_path: Path,
) -> None:
    home = lay_out(tmp_path)
    retype(home, file, sheet, meant, typed)
    now = points(home, settings)
    added = {s: [p for p in found if p not in as_sent[s]] for s, found in now.items()}
    assert added.pop(whose) == [f"{typed} stands where {meant} is meant: one slip in an ID.{others}"]
    assert not any(added.values()), added


def test_the_point_names_the_item_and_the_cell_and_says_what_to_type(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    retype(home, CWF, "Milestones", "M-CWF-005", "M-CWF-050")
    text = Written(home, chase(home, JUNE, settings)).to("Commissioning and Workforce").text
    assert (
        "- M-CWF-050 stands where M-CWF-005 is meant: one slip in an ID.\n"
        "  M-CWF-005: “Experts at Hand team at full strength, 18 posts”\n"
        "  Milestones, cell B8\n"
        "  Type M-CWF-005 there.\n"
    ) in text


def test_an_id_in_two_rows_is_one_point_which_names_both_places_and_words_that_name_the_id_it_was_are_another(
    as_sent: dict[str, list[str]], settings: Settings, tmp_path: Path
) -> None:
    home = lay_out(tmp_path)
    retype(home, RDG, "For the Board", "B-005", "B-006")
    added = [p for p in points(home, settings)["rdg:RDG"] if p not in as_sent["rdg:RDG"]]
    assert added == [
        "“Detail” names B-005, which is not on record.",
        "B-006 stands here and at RDG return June 2026.xlsx › For the Board!A6.",
    ]


@pytest.mark.parametrize(
    ("typed", "meant", "so"),
    [
        ("N-CAP-030", "N-CAP-003", True), ("N-CAP-004", "N-CAP-003", True), ("N-CAP-03", "N-CAP-003", True), ("N-CAP-0033", "N-CAP-003", True),
        ("n-cap-003", "N-CAP-004", True), ("N-CAP-012", "N-CAP-003", False), ("N-CWF-003", "N-CAP-003", False), ("N-CAP-3", "N-CAP-003", False),
    ],
)  # fmt: skip
def test_a_slip_is_one_figure_another_missing_too_many_or_two_that_changed_places(typed: str, meant: str, so: bool) -> None:
    assert one_slip_apart(typed, meant) is so


def retype(home: Home, file: str, sheet: str, meant: str, typed: str) -> None:
    """Type another ID over the first one that reads so."""
    rows = openpyxl.load_workbook(home.inputs(JUNE) / file)[sheet].iter_rows(min_row=5, max_row=60, max_col=4)
    edit(home, file, sheet, **{next(c.coordinate for row in rows for c in row if c.value == meant): typed})


# ---------- groups ----------


def test_a_group_is_thanked_with_its_words_as_they_will_be_printed(bad_day: Written, settings: Settings) -> None:
    rows = read_month(bad_day.home, JUNE, settings).returns.of(Voice, "voice:PCF")
    text = bad_day.to("Parent Carer Forum thanks").text
    assert len(rows[0].boxes) == 3
    for _, said in rows[0].boxes:
        assert f"“{said}”" in text


def test_a_group_never_gets_a_problem_a_rule_or_a_marked_copy(bad_day: Written) -> None:
    for message in bad_day.chased.messages:
        if message.name.startswith(GROUPS):
            assert not [name for name, _ in message.attachments if name.endswith(".xlsx")], message.name
            for word in ("AP1", "AP5", "error", "warning", "cell ", "loads", "put right", "mend"):
                assert word not in message.text, (message.name, word)


def test_what_there_is_to_put_right_for_a_group_goes_to_the_secretariat_with_the_copy(bad_day: Written) -> None:
    message = bad_day.to("For the secretariat")
    assert message.to == "send.board@example.org"
    assert "Young people's group: “loads” in “About how many people”" in message.text
    assert "SENCo network: No return yet. Its one reminder is ready to send." in message.text
    assert [name for name, _ in message.attachments] == [f"{YOUNG[:-5]} (marked).xlsx"]


def test_a_group_that_has_nothing_this_month_is_thanked_for_saying_so(bad_day: Written) -> None:
    assert "Thank you for letting us know that there is nothing this month." in bad_day.to("Special and AP heads' partnership thanks").text


def test_a_group_is_reminded_once_and_never_again(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(SENCO,))
    forms(home, JUNE, settings)
    first = Written(home, chase(home, JUNE, settings))
    reminder = first.to("SENCo network reminder")
    assert "three boxes, about fifteen minutes" in reminder.text
    assert "Tuesday 30 June 2026" in reminder.text
    assert [name for name, _ in reminder.attachments] == ["SENCo network 2026-06.docx"]
    before = (first.chased.folder / "SENCo network reminder.eml").read_bytes()
    second = Written(home, chase(home, JUNE, settings))
    assert "SENCo network reminder" not in second.names
    assert second.chased.kept == ("SENCo network reminder.eml",)
    assert (first.chased.folder / "SENCo network reminder.eml").read_bytes() == before
    assert "please ring instead of writing again" in second.to("For the secretariat").text
    assert "Written before, once only: SENCo network reminder." in words(summary(second.chased, settings))


def test_words_that_may_identify_a_child_are_talked_about_and_not_sent_back(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    answer(home, YOUNG, "working", f"Number {NHS_NUMBER} got a place")
    written = Written(home, chase(home, JUNE, settings))
    text = written.to("Young people's group thanks").text
    assert "We would like to talk with you about one of your answers before it is printed, and will ring you." in text
    assert "got a place" not in text
    assert "withheld" not in text
    assert "NHS number" in written.to("For the secretariat").text
    assert NHS_NUMBER not in everything_written(written.chased.folder)


# ---------- the folder ----------


def test_nobody_is_chased_again_for_what_has_come(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(CAP, SENCO))
    folder = chase(home, JUNE, settings).folder
    assert (folder / "SENCo network reminder.eml").exists()
    for name in (CAP, SENCO):
        shutil.copy(Path(__file__).parents[2] / "inputs" / JUNE / name, home.inputs(JUNE))
    again = Written(home, chase(home, JUNE, settings))
    assert "SENCo network thanks" in again.names
    assert "still to come" not in words(m.subject for m in again.chased.messages)
    assert not (folder / "SENCo network reminder.eml").exists()
    assert {p.name for p in (folder / "earlier").iterdir()} >= {"SENCo network reminder.eml", "SENCo network reminder.txt"}


def test_the_same_month_gives_the_same_messages_byte_for_byte(settings: Settings, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    homes = [lay_out(tmp_path / name, without=(SENCO,)) for name in ("one", "two")]
    for home in homes:
        edit(home, CAP, "Milestones", E6="Greenish")
    shutil.copy(homes[0].inputs(JUNE) / CAP, homes[1].inputs(JUNE) / CAP)  # a library stamps the time it saves
    first, second = (chase(home, JUNE, settings).folder for home in homes)
    assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}


def test_the_command_says_what_is_ready_and_that_nothing_was_sent(bad_day: Written) -> None:
    result = CliRunner().invoke(main, ["chase", "--month", JUNE, "--home", str(bad_day.home.root)])
    assert result.exit_code == 0
    assert "ready to read and send; nothing has been sent" in result.output
    assert "Capital and Sufficiency " in result.output
