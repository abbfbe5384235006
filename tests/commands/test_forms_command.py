"""`pack forms`: the month's forms, written where nobody's return lies, and said plainly."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path
from typing import Literal, cast

import pytest
from click.testing import CliRunner, Result
from untidy_june import JUNE, lay_out

from assurance_pack.cli import main
from assurance_pack.commands.brief import brief
from assurance_pack.commands.forms import forms
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.returns.rdg import RDG
from assurance_pack.senders import all_senders, contact, due_from, form_name
from assurance_pack.settings import Settings

JULY = Month("2026-07")


def run(home: Home, month: str = JULY) -> Result:
    return CliRunner().invoke(main, ["forms", "--month", month, "--home", str(home.root)])


def test_each_owner_is_listed_with_the_address_and_the_day(tmp_path: Path) -> None:
    result = run(lay_out(tmp_path))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("Forms for July 2026, read by the Board of 19 August 2026, in ")
    assert "  Capital and Sufficiency              Excel  capital-workspace@example.org, by 3 August 2026" in lines
    assert "  Parent Carer Forum                   Word   forum@example.org, by 3 August 2026" in lines
    assert lines[-1].startswith("Next: send each to its owner: a message for each lies in ")
    assert "pack status --month 2026-07" in lines[-1]


def test_nothing_is_written_among_the_returns(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    before = {p: p.read_bytes() for p in (home.root / "inputs").rglob("*") if p.is_file()}
    run(home)
    assert {p: p.read_bytes() for p in (home.root / "inputs").rglob("*") if p.is_file()} == before


def test_a_month_without_a_meeting_has_forms_without_a_day(tmp_path: Path) -> None:
    result = run(lay_out(tmp_path), "2026-09")
    assert result.exit_code == 0
    assert "pack.toml sets no meeting that reads September 2026" in result.output


@pytest.mark.usefixtures("nothing_is_remembered")
def test_the_same_month_gives_the_same_forms_byte_for_byte(tmp_path: Path, settings: Settings) -> None:
    homes = [lay_out(tmp_path / name) for name in ("one", "two")]
    first, second = ({p.name: p.read_bytes() for p in forms(home, JULY, settings)} for home in homes)
    assert first == second
    asked = len([s for s in all_senders(settings) if s != RDG])
    assert len(first) == asked
    messages = [{p.name: p.read_bytes() for p in (home.output(JULY) / "forms" / "messages").iterdir()} for home in homes]
    assert messages[0] == messages[1]
    assert len(messages[0]) == asked


# ---------- one form a group, and a message for each ----------


def message(home: Home, name: str, month: Month = JULY) -> EmailMessage:
    data = (home.output(month) / "forms" / "messages" / f"{name}.eml").read_bytes()
    return cast("EmailMessage", email.message_from_bytes(data, policy=email.policy.default))


def text(found: EmailMessage) -> str:
    body = found.get_body()
    assert body is not None
    return str(body.get_content())


def attached(found: EmailMessage) -> dict[str, bytes]:
    return {str(part.get_filename()): part.get_payload(decode=True) for part in found.iter_attachments()}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("asked", "files"),
    [(None, {"docx"}), ("word", {"docx"}), ("excel", {"xlsx"}), ("both", {"docx", "xlsx"})],
    ids=["nothing said", "word", "excel", "both"],
)
def test_a_group_is_sent_one_form_in_word_unless_pack_toml_says_otherwise(
    home: Home, settings: Settings, asked: Literal["word", "excel", "both"] | None, files: set[str]
) -> None:
    first, *others = settings.groups
    forms(home, JULY, settings.model_copy(update={"groups": (first.model_copy(update={"form": asked}), *others)}))
    assert {p.suffix[1:] for p in (home.output(JULY) / "forms").glob("Parent Carer Forum*")} == files
    sent = message(home, "Parent Carer Forum")
    assert {name.rpartition(".")[2] for name in attached(sent)} == files
    said = " ".join(sent.get_body().get_content().split())  # type: ignore[union-attr]
    assert ("It is attached in Word and in Excel: use whichever suits you." in said) == (asked == "both")


def test_a_workspace_that_asks_for_a_word_form_is_told_that_there_is_none(home: Home) -> None:
    toml = home.settings_file.read_text(encoding="utf-8")
    home.settings_file.write_text(
        toml.replace('sponsor = "Director of Finance"', 'sponsor = "Director of Finance"\nform = "word"'), encoding="utf-8"
    )
    result = run(home)
    assert result.exit_code == 2
    told = " ".join(result.output.split())
    assert "workspaces.3.form: is for groups alone: only people's own words fit a Word form. Take it out." in told


def test_every_form_has_a_message_to_its_sender_that_says_what_to_do_and_by_when_with_the_form_attached(
    home: Home, settings: Settings
) -> None:
    made = forms(home, JULY, settings)
    for sender in (s for s in all_senders(settings) if s != RDG):
        found = message(home, form_name(sender, settings))
        assert found["To"] == contact(sender, settings)
        assert "July 2026" in found["Subject"]
        by = due_from(sender, settings, JULY)
        assert by is not None
        assert f"by {by:%A} {by.day} August 2026" in text(found)
        mine = {p.name: p.read_bytes() for p in made if p.name.startswith(f"{form_name(sender, settings)} 2026-07")}
        assert attached(found) == mine
        assert mine


def test_a_workspace_is_told_how_to_fill_its_form_in_the_words_of_its_lists(home: Home, settings: Settings) -> None:
    forms(home, JULY, settings)
    found = message(home, "Capital and Sufficiency")
    assert found["Subject"] == "The July 2026 return from Capital and Sufficiency: the form to fill in, by 3 August 2026"
    assert "Mark each row (Changed, or Reviewed, no change where last month's values hold)" in text(found)
    assert "Please send it back to send.board@example.org by Monday 3 August 2026." in text(found)
    assert "which child it is about" in text(found)


def test_a_group_is_invited_and_told_nothing_of_rows_or_problems(home: Home, settings: Settings) -> None:
    forms(home, JULY, settings)
    told = text(message(home, "Parent Carer Forum"))
    assert "three boxes, about fifteen minutes. It is attached." in told
    assert "If there is nothing this month, that is perfectly all right." in told
    assert "row" not in told
    assert "send it back" not in told


def test_a_partner_is_told_that_nothing_is_a_good_answer(home: Home, settings: Settings) -> None:
    forms(home, JULY, settings)
    assert "If there is neither, send nothing." in text(message(home, "Integrated Care Board"))


def test_rdgs_message_comes_with_its_brief_and_has_both_attached(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    forms(home, JUNE, settings)
    others = {p.name for p in (home.output(JUNE) / "forms" / "messages").iterdir()}
    brief(home, JUNE, settings)
    found = message(home, "Reform Delivery Group", JUNE)
    assert found["To"] == "rdg@example.org"
    assert set(attached(found)) == {"rdg-brief-2026-06.pdf", "Reform Delivery Group 2026-06.xlsx"}
    assert "Answer the prompts, the asks and the Workspaces" in text(found)
    forms(home, JUNE, settings)
    assert {p.name for p in (home.output(JUNE) / "forms" / "messages").iterdir()} == {*others, "Reform Delivery Group.eml"}


def test_a_form_open_in_another_program_is_a_plain_sentence(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    forms = home.output(JULY) / "forms"
    forms.mkdir(parents=True)
    (forms / f"Capital and Sufficiency {JULY}.xlsx").write_bytes(b"open in Excel")
    (forms / f"~$Capital and Sufficiency {JULY}.xlsx").write_bytes(b"somebody")
    result = run(home)
    assert result.exit_code == 4
    assert f"Capital and Sufficiency {JULY}.xlsx cannot be replaced. Close it if it is open in another program" in result.output
    assert [p.name for p in forms.iterdir() if not p.name.startswith("~")] == [f"Capital and Sufficiency {JULY}.xlsx"]
    assert "Traceback" not in result.output
    assert JUNE in {m for m in home.months_with_returns}
