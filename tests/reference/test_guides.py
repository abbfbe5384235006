"""Every command of the README and of every guide is given, in a folder of its own with the sample months, and answers as the page says."""

from __future__ import annotations

import contextlib
import re
import shutil
from pathlib import Path

import pytest
from transcripts import Typed, answered, files_shown, typed, unlike

from assurance_pack.document.editions.reading_age import reading
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
PAGES = (ROOT / "README.md", *GUIDES)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_command_of_the_page_answers_as_the_page_says(page: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pack.toml", tmp_path)
    copy_to_june(tmp_path / "inputs")
    (tmp_path / "output").mkdir()
    shown = page.read_text(encoding="utf-8")
    for name, words in files_shown(shown).items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    given = list(typed(shown))
    assert given or page.stem == "parent-carer-forum"
    with contextlib.chdir(tmp_path):
        wrong = {one.command: line for one in given if (line := unlike(one.lines, answered(one, tmp_path))) is not None}
    assert wrong == {}


def test_a_page_that_says_something_else_is_found() -> None:
    said = ["one", "two", "three"]
    assert unlike(("one", "…", "three"), said) is None
    assert unlike(("one", "t…", "three"), said) is None
    assert unlike(("one", "three"), said) == "three"
    assert unlike(("one", "two"), said) == "(and after it: three)"
    assert Typed("pack", ("…",)) == next(typed("```\n$ pack\n…\n```\n"))


@pytest.mark.parametrize("page", [ROOT / "docs" / "index.md", *GUIDES], ids=lambda p: p.stem)
def test_every_link_and_picture_of_a_guide_leads_somewhere(page: Path) -> None:
    for place in re.findall(r"\[[^\]]*\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert (page.parent / place).exists(), place


def test_every_guide_is_in_the_index() -> None:
    assert {p.name for p in GUIDES} == set(re.findall(r"guides/([a-z-]+\.md)", (ROOT / "docs" / "index.md").read_text(encoding="utf-8")))


def test_the_page_for_families_reads_like_plain_english() -> None:
    words = re.sub(r"[*#]|\[.*?\]\(.*?\)", "", (ROOT / "docs" / "guides" / "parent-carer-forum.md").read_text(encoding="utf-8"))
    read = reading("the page for groups", [line for line in words.split("\n") if line.strip()])
    assert read.age is not None
    assert read.age < 11
