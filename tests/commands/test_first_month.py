"""A new Board's first hour: a folder laid out from a few answers, and what the shell finishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.senders import disagreements
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load

ANSWERS = (
    "Northvale SEND Board", "the Board", "Northvale", "Northvale Health Board", 'The "Better Together" Plan', "Board office", "board@northvale.example",
    "AAA Alpha and more", "nonsense", "aaa Twice", "BBB Beta", "",
    "AAA The code of a Workspace", "FAM Families together", "families", "SCH School leaders", "teachers", "settings", "",
    "2026-06 16/07/2026", "July", "2026-06 17/07/2026", "2026-08 2026-08-20", "2026-08 17 September 2026", "",
)  # fmt: skip


def asked(folder: Path, answers: tuple[str, ...] = ANSWERS):
    return CliRunner().invoke(main, ["init", str(folder), "--ask"], input="\n".join(answers) + "\n")


def laid_out(folder: Path) -> Settings:
    result = asked(folder)
    assert result.exit_code == 0, result.output
    return load(folder / "pack.toml", disagreements)


def test_the_answers_stand_in_a_pack_toml_that_loads(tmp_path: Path) -> None:
    made = laid_out(tmp_path / "new")
    assert (made.board.name, made.board.area, made.board.onward_body, made.board.plan) == (
        ANSWERS[0],
        "Northvale",
        "Northvale Health Board",
        ANSWERS[4],
    )
    assert (made.secretariat.name, made.secretariat.email, made.board.illustrative) == ("Board office", "board@northvale.example", "")
    assert [(w.code, w.name) for w in made.workspaces] == [("AAA", "Alpha and more"), ("BBB", "Beta")]
    assert [(g.code, g.name, g.kind, g.lens.value) for g in made.groups] == [
        ("FAM", "Families together", "families", "lived"),
        ("SCH", "School leaders", "settings", "professional"),
    ]
    assert [(m.month, m.date, m.position) for m in made.meetings] == [
        ("2026-06", date(2026, 7, 16), date(2026, 6, 30)),
        ("2026-08", date(2026, 9, 17), date(2026, 8, 31)),
    ]


def test_what_cannot_be_read_is_asked_again_with_how_to_write_it(tmp_path: Path) -> None:
    said = asked(tmp_path / "new").output
    assert said.count("Write a code of two to five letters that nobody else has") == 3
    assert "Write one of the three." in said
    assert "Write the month as 2026-06" in said
    assert said.count("Each month stands once, and the Board meets after the month it reads.") == 2


def test_forms_of_the_new_board_can_be_issued_at_once(tmp_path: Path) -> None:
    laid_out(tmp_path / "new")
    result = CliRunner().invoke(main, ["forms", "--month", "2026-08", "--home", str(tmp_path / "new")])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "new/output/2026-08/forms/Alpha and more 2026-08.xlsx").exists()


def test_a_pack_toml_that_is_there_is_never_asked_over(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("mine", encoding="utf-8")
    result = asked(tmp_path)
    assert result.exit_code == 2
    assert (tmp_path / "pack.toml").read_text(encoding="utf-8") == "mine"


def test_a_board_without_workspaces_groups_and_partners_is_laid_out_and_loads(tmp_path: Path) -> None:
    asked(tmp_path / "new", (*ANSWERS[:7], "", "", "2026-06 16/07/2026", ""))
    made = load(tmp_path / "new/pack.toml", disagreements)
    assert (made.workspaces, made.groups, made.partners) == ((), (), ())


def test_who_ends_the_questions_is_told_that_nothing_was_written(tmp_path: Path) -> None:
    result = asked(tmp_path / "new", ANSWERS[:3])
    assert result.exit_code == 2
    assert "Stopped at a question: nothing was written." in result.output
    assert not (tmp_path / "new").exists()


def test_without_ask_nothing_is_asked_and_the_next_step_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    assert result.exit_code == 0
    assert "pack init --ask" in result.output
    assert "pack months" in result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_finish_commands(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert "_PACK_COMPLETE" in result.output


def test_what_init_left_to_fill_in_is_said_by_line_and_key_until_it_is_filled_in(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    settings_file = tmp_path / "new/pack.toml"
    lines = settings_file.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines, start=1) if "[telephone]" in line)
    said = f"pack.toml, line {at}: phone of [secretariat] is still “[telephone]”, and would be printed so."
    home = ["--home", str(tmp_path / "new")]
    checked = CliRunner().invoke(main, ["check", "--month", "2026-06", *home]).output
    assert said in checked
    assert "email of [secretariat] is still “send.board@example.org”" in checked
    more = checked.count("is still “") - 1
    for command in (["build", "--month", "2026-06", "--format", "html"], ["doctor"]):
        assert f"or leave it empty. “pack check” lists this and {more} more." in CliRunner().invoke(main, [*command, *home]).output
    lines[at - 1] = 'phone = "024 7683 0000"'
    settings_file.write_text("\n".join(lines), encoding="utf-8")
    after = CliRunner().invoke(main, ["check", "--month", "2026-06", *home]).output
    assert f"line {at}:" not in after
    assert "email of [secretariat] is still" in after


def test_in_an_illustrative_folder_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--sample"])
    assert "is still “" not in CliRunner().invoke(main, ["doctor", "--home", str(tmp_path / "new")]).output
