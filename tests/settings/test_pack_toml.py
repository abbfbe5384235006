"""`pack.toml`: each fault is named with its line and its key, all at once, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from assurance_pack.settings_file import SettingsProblem, load

SHIPPED = (Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")


def faults(tmp_path: Path, before: str, after: str) -> list[str]:
    assert before in SHIPPED
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SettingsProblem) as problem:
        load(file)
    return problem.value.lines


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(SHIPPED.splitlines(), start=1) if text in line)


def test_the_shipped_settings_understand_both_names_of_the_commissioning_and_workforce_workspace(settings) -> None:
    names = {alias for w in settings.words("workspace") if w.meaning == "CWF" for alias in (w.word, *w.aliases)}
    assert {"Commissioning and Workforce", "Workforce & Commissioning"} <= names
    assert settings.sender_name("workspace:CWF") == "Commissioning and Workforce"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("voice = 12", 'voice = "twelve"', "deadlines.voice: should be a whole number."),
        ("voice = 12", "voise = 12", "deadlines.voise: is not a setting. Did you mean “voice”?"),
        ("date = 2026-06-17", 'date = "17th June"', "meetings.2.date: should be a date, for example 2026-07-16, without quotation marks."),
        ('month = "2026-05"', 'month = "May"', "meetings.2.month: is not a month. Write it as year and month, for example “2026-06”."),
        ('good = "up"', 'good = "north"', "indicators.1.good: should be one of up, down or context."),
        ('theme = "T01"', 'theme = "T99"', "indicators.1.theme: There is no theme T99."),
    ],
)
def test_a_fault_is_named_with_its_line_its_key_and_what_to_write_instead(tmp_path: Path, before: str, after: str, said: str) -> None:
    (line,) = faults(tmp_path, before, after)
    assert line == f"pack.toml, line {line_of(before)}, {said}"


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED.replace("voice = 12", 'voice = "x"').replace("workspace = 12", 'workspace = "y"'), encoding="utf-8")
    with pytest.raises(SettingsProblem) as problem:
        load(file)
    assert [line.split(",")[2].split(":")[0].strip() for line in problem.value.lines] == ["deadlines.voice", "deadlines.workspace"]


def test_a_marking_of_official_sensitive_needs_a_handling_line(tmp_path: Path) -> None:
    (line,) = faults(tmp_path, 'marking = "OFFICIAL"', 'marking = "OFFICIAL-SENSITIVE"')
    assert "board.handling" in line
    assert "say who may see the pack" in line


def test_a_meaning_nobody_knows_is_refused_on_the_line_of_its_word(tmp_path: Path) -> None:
    (line,) = faults(tmp_path, 'meaning = "at_risk"', 'meaning = "wobbly"')
    assert line.startswith(
        f"pack.toml, line {line_of('meaning = ' + chr(34) + 'at_risk')}, lists.milestone_status.3: “wobbly” is not a meaning"
    )


def test_a_line_that_is_not_understood_is_named_by_its_number(tmp_path: Path) -> None:
    (line,) = faults(tmp_path, "[deadlines]", "[deadlines")
    assert line.startswith(f"pack.toml, line {line_of('[deadlines]')}: this line cannot be understood.")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem) as problem:
        load(tmp_path / "pack.toml")
    assert "pack init" in problem.value.lines[0]
