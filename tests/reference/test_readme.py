"""The README is true: what it tells people to type exists, what it shows is there, and every folder it names is in the tree."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from assurance_pack.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = tuple(ROOT / name for name in ("README.md", "CHANGELOG.md", "docs/decisions.md", "output/README.md"))

COMMANDS = tuple(sorted(set(re.findall(r"(?:^\$ |`|“|: )pack ([a-z]+)", README, re.MULTILINE))))
TARGETS = tuple(sorted({name for line in re.findall(r"(?:^|`)make ([a-z][a-z -]*)", README, re.MULTILINE) for name in line.split()}))
PICTURES = tuple(re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README))
LINKS = tuple(re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", README))
PLACES = tuple(
    sorted(set(re.findall(r"`((?:assurance_pack|templates|inputs|output|samples|docs|requirements|tests)/[\w./]*|pack\.toml)`", README)))
)
MADE_BY_A_BUILD = re.compile(r"(inputs|output)/2026-\d\d(/.*)?")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_the_readme_names_exists(name: str):
    assert name in main.commands


def test_the_readme_shows_every_command_of_the_month():
    assert set(COMMANDS) >= {
        "init",
        "forms",
        "status",
        "check",
        "chase",
        "brief",
        "build",
        "approve",
        "compare",
        "trace",
        "explain",
        "rules",
        "doctor",
    }


@pytest.mark.parametrize("line", re.findall(r"pack [a-z]+[^\n`“”…]*--[^\n`“”…]*", README))
def test_every_option_the_readme_names_exists(line: str):
    command = main.commands[line.split()[1]]
    known = {option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts}

    assert set(re.findall(r"--[a-z]+", line)) <= known


@pytest.mark.parametrize("name", TARGETS)
def test_every_make_target_the_readme_names_exists(name: str):
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("place", [p for p in PLACES if not MADE_BY_A_BUILD.fullmatch(p)])
def test_every_file_and_folder_the_readme_names_is_in_the_tree(place: str):
    assert (ROOT / place).exists()


@pytest.mark.parametrize(
    "page", ["pack.toml", "CONTRIBUTING.md", "SECURITY.md", *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md")))]
)
def test_every_module_a_page_names_is_in_the_tree(page: str):
    named = set(re.findall(r"\bassurance_pack/[a-z_/]+\.py\b", (ROOT / page).read_text(encoding="utf-8")))
    assert {module for module in named if not (ROOT / module).exists()} == set()


def test_the_tree_in_the_readme_names_every_folder_of_the_house():
    house = {path.parent.name for path in (ROOT / "assurance_pack").glob("*/__init__.py")}

    assert {name for name in house if f"`assurance_pack/{name}/`" not in README} == set()


@pytest.mark.parametrize(("said", "place"), PICTURES)
def test_every_picture_is_there_is_small_and_has_words_for_those_who_cannot_see_it(said: str, place: str):
    assert (ROOT / place).stat().st_size < 120_000
    assert len(said.split()) > 5


def test_the_readme_shows_pages_and_a_form():
    assert len(PICTURES) == 5


@pytest.mark.parametrize("place", LINKS)
def test_every_link_leads_somewhere(place: str):
    page, _, heading = place.partition("#")
    assert (ROOT / page).exists()
    headings = re.findall(r"^#+ (.+)$", (ROOT / page).read_text("utf-8"), re.MULTILINE) if heading else []
    assert not heading or heading in [re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings]


def test_the_exit_codes_of_the_readme_are_those_of_the_command():
    from assurance_pack import exit_codes

    codes = [int(code) for code in re.findall(r"^\| (\d) \|", README, re.MULTILINE)]
    assert codes == [exit_codes.DONE, exit_codes.TO_MEND, exit_codes.USAGE, exit_codes.REFUSED, exit_codes.CANNOT]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_folder_of_somebodys_machine(page: Path):
    assert re.findall(r"(?:/tmp/|/home/|/root/|/work/|C:\\)\S*", page.read_text(encoding="utf-8")) == []
