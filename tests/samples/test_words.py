"""The words of the illustrative months agree with their figures, and nobody can be known from them."""

from __future__ import annotations

import re

from sample_months import Story, texts

from assurance_pack.assess.suggest import because, suggest
from assurance_pack.returns import rdg, workspace
from assurance_pack.returns.received import Returns
from assurance_pack.schema import columns
from assurance_pack.settings import Settings
from samples.story import read_story


def test_new_plans_improve_nine_months_above_the_average(story: Story) -> None:
    plans = story.trends()["IND-01"]
    values = [p.value for p in plans.points if p.value is not None]
    assert plans.variation == "improving"
    assert plans.assurance == "not_reliably"
    assert plans.mean is not None
    above = [v > plans.mean for v in values]
    assert above[-9:] == [True] * 9
    assert not above[-10]


def test_each_indicator_does_what_the_story_says(story: Story) -> None:
    seen = {code: trend.variation for code, trend in story.trends().items()}
    assert seen == {
        "IND-01": "improving", "IND-02": "worsening", "IND-03": "common_cause", "IND-04": "run_worse",
        "IND-05": "run", "IND-06": "worsening", "IND-07": "run_worse", "IND-08": "run_better",
    }  # fmt: skip
    symbols = [p.symbol for p in story.trends()["IND-05"].points]
    assert "[x]" in symbols
    assert "[c]" in symbols
    assert story.trends()["IND-03"].assurance == "missed_consistently"


def test_figures_named_in_words_are_the_figures_returned(story: Story, june: Returns) -> None:
    latest = {code: trend.latest for code, trend in story.trends().items()}
    rounded = {code: point.value and round(point.value, 1) for code, point in latest.items() if point}
    assert round(rounded["IND-01"] or 0) == 63
    assert round(rounded["IND-02"] or 0) == 71
    assert round(rounded["IND-04"] or 0) == 34
    assert rounded["IND-06"] == 61
    assert rounded["IND-07"] == 4.8
    assert round(rounded["IND-08"] or 0) == 94
    words = " ".join(texts(june))
    for said in ("71% in time in May", "94% of calls", "£4.8m over, was £4.2m", "61 at the end of May", "12 of 18 posts"):
        assert said in words, said


def test_grades_of_an_audit_add_up_to_its_sample(story: Story) -> None:
    for returns in story.months.values():
        for finding in returns.of(workspace.QAFinding):
            grades = [finding.outstanding, finding.good, finding.requires_improvement, finding.inadequate]
            if any(g is not None for g in grades):
                assert sum(g or 0 for g in grades) == finding.sample, finding.ref


def test_suggested_themes_are_those_the_keywords_give(settings: Settings) -> None:
    names = {t.id: t.name for t in settings.themes}
    for filled in read_story(settings):
        for row in filled.sheets.get(rdg.ThemeSuggestion, []):
            found = suggest(row["words"], settings.themes)
            if "suggestion" in row:
                assert found, row["id"]
                assert (found[0].theme, because(found, names)) == (row["suggestion"], row["matched"]), row["id"]


# ---------- nobody is in it ----------


def test_no_text_counts_so_few_children_that_one_could_be_known(story: Story) -> None:
    few = re.compile(r"\b(one|two|three|four|[1-4]) (more )?(child|children|pupil|pupils|famil|student|young p)", re.IGNORECASE)
    for month, returns in story.months.items():
        for text in texts(returns):
            assert not few.search(text), (month, text)


def test_a_word_limit_is_kept_everywhere(story: Story) -> None:
    for month, returns in story.months.items():
        for row in returns.rows:
            for column in columns(type(row)):
                value = getattr(row, column.name)
                if column.word_limit and isinstance(value, str):
                    assert len(value.split()) <= column.word_limit, (month, row.ref, column.name)
