"""Every rule of the book speaks where it should, at the right cells, and is silent where it should be."""

from __future__ import annotations

import importlib

import pytest
from example import Example, Silence, example_files
from months import found, places

from assurance_pack.rules import all_rules
from assurance_pack.rules.clauses import Clause

FILES = example_files()
EXAMPLES: tuple[Example, ...] = tuple(e for file in FILES.values() for e in file.EXAMPLES)
SILENCES: tuple[Silence, ...] = tuple(s for file in FILES.values() for s in getattr(file, "SILENCES", ()))
BOOK = {r.id: r for r in all_rules()}
OURS = [r for r in all_rules() if r.family != "shape"]


def named(example: Example | Silence) -> str:
    return f"{example.rule}: {example.story}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_rule_speaks_where_it_should_and_cites_the_cells(example: Example):
    problems = found(BOOK[example.rule], example.fires)
    assert places(problems) == list(example.at)
    assert {p.rule for p in problems} == {example.rule}
    assert {p.severity for p in problems} == {BOOK[example.rule].severity}
    assert example.says in problems[0].sentence
    if example.items is not None:
        assert problems[0].items == example.items


@pytest.mark.parametrize("example", [*EXAMPLES, *SILENCES], ids=named)
def test_a_rule_is_silent_where_there_is_nothing_to_say(example: Example | Silence):
    assert [p.sentence for p in found(BOOK[example.rule], example.silent)] == []


def test_every_rule_has_a_case_in_which_it_speaks_and_one_in_which_it_is_silent():
    assert sorted({e.rule for e in EXAMPLES}) == sorted(r.id for r in OURS)


def test_an_example_stands_in_the_file_named_after_the_file_of_its_rule():
    for name, file in FILES.items():
        told = importlib.import_module("assurance_pack.rules." + name.replace("/", "."))
        assert {one.rule for one in (*file.EXAMPLES, *getattr(file, "SILENCES", ()))} == {r.id for r in told.RULES}, name


@pytest.mark.parametrize("rule", OURS, ids=lambda r: r.id)
def test_every_rule_says_what_should_be_so_why_what_it_looks_like_and_how_to_mend_it(rule):
    assert rule.title[0].isupper() or not rule.title[0].isalpha()
    assert not rule.title.endswith(".")
    assert len(rule.remedy) > 20
    assert rule.remedy.endswith((".", "?"))
    assert rule.example.endswith((".", "?"))
    assert isinstance(rule.because, Clause) or (len(rule.because) > 20 and rule.because.endswith("."))


@pytest.mark.parametrize("rule", OURS, ids=lambda r: r.id)
def test_a_rules_number_belongs_to_its_family(rule):
    assert rule.id[2] in "23456"
    assert sum(r.id == rule.id for r in all_rules()) == 1
