"""`pack.toml`: each fault is named with its line and its key, all at once, in plain words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assurance_pack.meanings import LISTS
from assurance_pack.model import Sender, Word
from assurance_pack.schema.column import column
from assurance_pack.senders import disagreements, sender_name
from assurance_pack.settings_file import SettingsProblem, load

SHIPPED = (Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")


def faults(tmp_path: Path, before: str, after: str) -> list[str]:
    assert before in SHIPPED
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SettingsProblem) as problem:
        load(file, disagreements)
    return problem.value.lines


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(SHIPPED.splitlines(), start=1) if text in line)


def test_the_shipped_settings_understand_both_names_of_the_commissioning_and_workforce_workspace(settings) -> None:
    names = {alias for w in settings.words("workspace") if w.meaning == "CWF" for alias in (w.word, *w.aliases)}
    assert {"Commissioning and Workforce", "Workforce & Commissioning"} <= names
    assert sender_name(Sender("workspace", "CWF"), settings) == "Commissioning and Workforce"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("voice = 12", 'voice = "twelve"', "deadlines.voice: should be a whole number."),
        ("voice = 12", "voise = 12", "deadlines.voise: is not a setting. Did you mean “voice”?"),
        ("date = 2026-06-17", 'date = "17th June"', "meetings.2.date: should be a date, for example 2026-07-16, without quotation marks."),
        ('month = "2026-05"', 'month = "May"', "meetings.2.month: is not a month. Write it as year and month, for example “2026-06”."),
        ('good = "up"', 'good = "north"', "indicators.1.good: should be one of up, down or context."),
        ('theme = "T01"', 'theme = "T99"', "indicators.1.theme: There is no theme T99."),
        (
            "target = 70",
            "target = -70",
            "indicators.1.target: -70 cannot be a target of “Plans in 20 weeks”, which lies between 0 and 100.",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_its_key_and_what_to_write_instead(tmp_path: Path, before: str, after: str, said: str) -> None:
    (line,) = faults(tmp_path, before, after)
    assert line == f"pack.toml, line {line_of(before)}, {said}"


@pytest.mark.parametrize("written", ["2026-06-31", "17/06/2026", "17 June 2026", "2026-6-17"])
def test_a_day_that_is_none_is_named_with_its_key_its_line_and_how_a_day_is_written(tmp_path: Path, written: str) -> None:
    (line,) = faults(tmp_path, "date = 2026-06-17", f"date = {written}")
    assert line == (
        f"pack.toml, line {line_of('date = 2026-06-17')}, date: “{written}” is no day of the calendar, or is not written as one. "
        "Write year, month and day, like 2026-07-16, without quotation marks."
    )


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED.replace("voice = 12", 'voice = "x"').replace("workspace = 12", 'workspace = "y"'), encoding="utf-8")
    with pytest.raises(SettingsProblem) as problem:
        load(file, disagreements)
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
        load(tmp_path / "pack.toml", disagreements)
    assert "pack init" in problem.value.lines[0]


# ---------- lists of words ----------

LISTS_SHIPPED = tomllib.loads(SHIPPED)["lists"]


def first_word_of(name: str) -> tuple[str, int]:
    """The first word of a list as the file has it, and its line."""
    block = SHIPPED.index(f"\n{name} = [", SHIPPED.index("\n[lists]")) + 1
    at = SHIPPED.index("{", block)
    return SHIPPED[at : SHIPPED.index("}", at) + 1], SHIPPED.count("\n", 0, at) + 1


def with_list(tmp_path: Path, name: str, change: Callable[[str], str]) -> Path:
    """A pack.toml in which one list stands otherwise."""
    start = SHIPPED.index(f"\n{name} = [", SHIPPED.index("\n[lists]")) + 1
    one_line = SHIPPED[start : SHIPPED.index("\n", start)]
    end = start + len(one_line) if one_line.endswith("}]") else SHIPPED.index("\n]", start) + 2
    file = tmp_path / "pack.toml"
    file.write_text(SHIPPED[:start] + change(SHIPPED[start:end]) + SHIPPED[end:], encoding="utf-8")
    return file


def refusals(file: Path) -> list[str]:
    with pytest.raises(SettingsProblem) as problem:
        load(file, disagreements)
    return problem.value.lines


def test_every_list_of_the_shipped_pack_toml_declares_its_meanings_and_no_other_list_is_declared():
    assert set(LISTS_SHIPPED) == set(LISTS)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_meaning_no_list_knows_is_refused_with_its_line_its_key_and_the_meanings_there_are(name: str, tmp_path: Path):
    word, line = first_word_of(name)
    file = with_list(tmp_path, name, lambda text: text.replace(word, re.sub(r'meaning = "[^"]*"', 'meaning = "wobbly"', word), 1))
    (said,) = refusals(file)
    place = f"lists.{name}.1" if SHIPPED.splitlines()[line - 1].strip().startswith("{") else f"lists.{name}"
    assert said.startswith(f"pack.toml, line {line}, {place}")
    assert "“wobbly” is not a meaning of this list. It may be one of " in said
    assert all(str(meaning) in said for meaning in LISTS[name])


@pytest.mark.parametrize(
    ("name", "meaning"), [(name, str(meaning)) for name, meanings in sorted(LISTS.items()) for meaning in meanings if not meaning.optional]
)
def test_a_meaning_the_rules_go_by_must_have_a_word(name: str, meaning: str, tmp_path: Path):
    gone = re.compile(rf'\{{ word = "[^}}]*meaning = "{re.escape(meaning)}"[^}}]*\}},?')
    (said,) = refusals(with_list(tmp_path, name, lambda text: gone.sub("", text)))
    assert re.match(rf"pack\.toml, line \d+, lists\.{name}: No word has the meaning “{meaning}”\. Add one", said)


@pytest.mark.parametrize("meaning", ["not_started", "paused", "withdrawn"])
def test_a_meaning_a_board_may_do_without_needs_no_word(meaning: str, tmp_path: Path):
    gone = re.compile(rf'\{{ word = "[^}}]*meaning = "{meaning}"[^}}]*\}},?')
    settings = load(with_list(tmp_path, "milestone_status", lambda text: gone.sub("", text)))
    assert meaning not in {w.meaning for w in settings.words("milestone_status")}


def test_a_list_nobody_asks_for_is_refused_with_its_line_and_the_name_that_was_meant(tmp_path: Path):
    file = with_list(tmp_path, "reading", lambda text: text.replace("reading = ", "readings = ", 1))
    assert sorted(refusals(file)) == [
        f"pack.toml, line {line_of('[lists]')}, lists.reading: is missing: add this list from the shipped pack.toml.",
        f"pack.toml, line {line_of('reading = [')}, lists.readings: is not a list of the pack. Did you mean “reading”?",
    ]


def test_two_words_may_share_one_meaning_but_not_one_letter_nor_one_text(tmp_path: Path):
    def second(word: str, letter: str) -> Callable[[str], str]:
        one = f'  {{ word = "{word}", meaning = "at_risk", letter = "{letter}" }},\n]'
        return lambda text: text[: text.rindex("]")] + one

    settings = load(with_list(tmp_path, "milestone_status", second("Slipping", "S")))
    assert settings.entry("milestone_status", Word(text="Slipping", meaning="at_risk")).letter == "S"
    assert settings.entry("milestone_status", Word(text="At risk", meaning="at_risk")).letter == "A"
    assert settings.entry("milestone_status", Word(text="A word of last year", meaning="at_risk")).letter == "A"
    (letter,) = refusals(with_list(tmp_path, "milestone_status", second("Slipping", "A")))
    assert "The letter A stands here twice. Give “Slipping” a letter of its own." in letter
    (text,) = refusals(with_list(tmp_path, "milestone_status", second("At risk", "S")))
    assert "“At risk” stands here twice." in text


def test_a_status_without_a_letter_is_refused(tmp_path: Path):
    (said,) = faults(tmp_path, ', letter = "R", definition = "Over 30', ', definition = "Over 30')
    assert "“Off track” needs a letter: a status is never shown by its colour alone." in said


def test_the_four_categories_of_the_terms_of_reference_are_all_there_and_no_other(tmp_path: Path):
    (said,) = faults(tmp_path, 'key = "partnership"', 'key = "reputation"')
    assert said.startswith(f"pack.toml, line {line_of('key = ' + chr(34) + 'partnership')}, categories.4.key: should be one of statutory")


def test_a_column_that_names_a_list_nobody_declares_is_a_mistake_in_the_code():
    with pytest.raises(ValueError, match="Status: there is no list “milestone_statuses”"):
        column("Status", words="milestone_statuses")


def test_a_second_meeting_on_a_month_is_refused_with_what_to_do_about_an_extraordinary_one(tmp_path: Path):
    text = (Path(__file__).parents[2] / "pack.toml").read_text(encoding="utf-8")
    twice = text.replace("[deadlines]", '[[meetings]]\nmonth = "2026-06"\ndate = 2026-07-30\nposition = 2026-06-30\n\n[deadlines]', 1)
    (tmp_path / "pack.toml").write_text(twice, encoding="utf-8")
    with pytest.raises(SettingsProblem, match=r"2026-06 stands here twice. A month has one pack.*an extraordinary meeting needs none"):
        load(tmp_path / "pack.toml")


@pytest.mark.parametrize("code", ["CAP", "BOARD", "RDG"])
def test_a_group_under_a_code_that_somebody_else_has_is_refused_with_its_line(code: str, tmp_path: Path) -> None:
    lines = faults(tmp_path, '[[groups]]\ncode = "PCF"', f'[[groups]]\ncode = "{code}"')
    at = line_of('code = "PCF"')
    assert any(f"line {at}" in line and f"{code} is somebody else's code already. Each may stand once." in line for line in lines)
