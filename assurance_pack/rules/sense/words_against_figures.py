"""Sense of words against figures: a percentage that RDG gives for an indicator, beside its series (AP265)."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator

from ...assess.indicator_figure import written
from ...assess.trends import Trend
from ...model import day, means
from ...model.problem import Severity
from ...returns.board_log import Decision
from ...settings.indicators import Indicator
from .. import clauses
from ..case import Case
from ..days_named import days_named
from ..engine import Found, Rule, rule
from ..in_clauses import in_clauses
from ..shape.faults import quoted
from ..words_of_rdg import told_by_rdg

_MONTHS = month_name[1:]
_PER_CENT = re.compile(r"(?<![\w.,-])(\d{1,3}(?:\.\d+)?)(?:%| per ?cent\b)")
_FROM = re.compile(r"\bfrom \d{1,3}(?:\.\d+)?(?:%| per ?cent\b)?,? ")
_BEFORE_IT = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "at",
        "now",
        "to",
        "of",
        "reached",
        "stands",
        "stand",
        "stood",
        "remain",
        "remains",
        "only",
        "just",
        "still",
    ]
)
_SAYS_NOTHING = _BEFORE_IT | frozenset(
    (
        "the a an of in on and have has been again fell fallen rose risen gone went up down month this done held dropped drop climbed slipped "
        "at by end for our we report they come came figure " + " ".join(_MONTHS).casefold()
    ).split()
)
_NOTHING_BESIDE = re.compile(
    rf"\s*(?:$|[,)(]|and\b|but\b|again\b|now\b|this month\b|against\b|(?:\w+ )?points?\b|in (?:{'|'.join(_MONTHS)})\b)"
)
"""What may stand behind a percentage that is of all of the indicator; “in special schools” is of a part."""
_COUNTED_OTHERWISE = re.compile(
    r"\b(?:weekly|fortnightly|daily|(?:in|for) the (?:\w+ ){0,2}week|(?:last|this|that|each) week|weeks? (?:to|of|ending)|provisional\w*|unaudited|early count|sample[ds]?|survey\w*|"
    r"according to|own (?:count|account|figures?)|(?:callers?|families|parents|schools|they|heads|young people|members?) (?:themselves )?(?:count|(?:tell|say|see|report|put)(?=\s*(?:$|[,.)]|(?:it|so|us|that|this|otherwise)\b|[^,%]*\d)))|if|unless|"
    r"nationally|national|regional\w*|elsewhere)\b",
    re.IGNORECASE,
)
"""What makes a percentage one of another count, of a week, of somebody's account, or of a condition."""
_BESIDE_THE_NATION = re.compile(
    r",? (?:\w+ )?(?:above|below|over|under|against|beside|than|near|(?:compared|compares) (?:with|to)|close to)\b[^,]*\b(?:national(?:ly)?|regional(?:ly)?|nation|region|elsewhere)\b[^,]*",
    re.IGNORECASE,
)
"""What a percentage is compared with; it makes it none of the nation’s."""
_OF_WHAT_MAY_COME = re.compile(
    r"\b(?:would|could|may|might|expect\w*|forecast\w*|project\w*|predict\w*|estimat\w*|planned|aim\w*|hope\w*|targets?|goal)\b[^%]*\d",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:the )?(?:forecast|target|aim|plan|estimate|outlook|provisional\w*|weekly count|goal|hope)s?(?: for [A-Z]\w+)?", re.IGNORECASE
)
_NEAR, _MOST = 0.5, 2 / 3


@rule(
    "AP265",
    "A percentage RDG gives for an indicator is one of its figures",
    severity=Severity.WARNING,
    because=clauses.TRIANGULATION,
    example="“Statement” gives 96% for “Reviews in time”, which is 69% at 31 July 2026; in no month was it 96%, and no target or limit is.",
)
def percentage_of_no_month(case: Case) -> Iterator[Found]:
    """Correct the percentage in the words, or the figure. If it is of a part of them, or counted otherwise, say so beside it."""
    for told in told_by_rdg(case):
        for clause in _clauses(told.words):
            for indicator in case.settings.indicators:
                trend, said = case.trends.get(indicator.code), _given_for(clause, indicator)
                if said is None or trend is None or trend.latest is None or trend.latest.value is None:
                    continue
                if any(d.first > trend.latest.period for d in days_named(clause, case.position)):
                    continue
                if any(abs(float(said) - known) <= _NEAR for known in _known(trend, indicator, case)):
                    continue
                stands = f"{written(trend.latest.value, indicator)} at {day(trend.latest.period)}"
                sentence = (
                    f"{told.heading} gives {said}% for {quoted(indicator.in_short)}, which is {stands}; "
                    f"in no month was it {said}%, and no target or limit is."
                )
                yield Found((told.cell,), sentence, (told.row.ref,), told.row.sender)


def _clauses(words: str) -> Iterator[str]:
    """The clauses that say how things are, by the usual count: without what a heading before them (“Forecast:”) makes one of what may come. “Reviews in time: 61%” is one."""
    before = ""
    for clause in in_clauses(_NAMED_AND_GIVEN.sub(" are ", words)):
        of_it = next((part for part in _AND_BESIDES.split(clause) if _PER_CENT.search(part)), "")
        said = _BESIDE_THE_NATION.sub("", of_it)
        if (
            _PER_CENT.search(said)
            and not _LEAD_IN.fullmatch(before)
            and not _COUNTED_OTHERWISE.search(said)
            and not _OF_WHAT_MAY_COME.search(of_it)
        ):
            yield clause
        before = clause


_AND_BESIDES = re.compile(r",? (?:and|but|while|so|though|although) ")
_NAMED_AND_GIVEN = re.compile(r"(?<=[a-z]): (?=\d{1,3}(?:\.\d+)?(?:%| per cent))")


def _given_for(clause: str, indicator: Indicator) -> str | None:
    """The one percentage that a clause gives for an indicator, named by its short name or most of the words of a longer one, and by nothing else."""
    bare = _FROM.sub("", clause)
    found = list(_PER_CENT.finditer(bare))
    if indicator.unit != "percent" or not found:
        return None
    first, before, after = found[0], bare[: found[0].start()], bare[found[0].end() :]
    of = re.match(r" of (?P<what>[^,%]*)", after)
    if of and set(before.casefold().split()) <= _BEFORE_IT:
        return first[1] if _names(of["what"], indicator) else None
    leads = before.split()[-1:]
    stands_alone = bool(leads) and leads[0].casefold() in _BEFORE_IT and _NOTHING_BESIDE.match(after)
    return first[1] if stands_alone and _names(before, indicator) else None


def _names(words: str, indicator: Indicator) -> bool:
    said, called = _words(words), [_words(name) for name in (indicator.short, indicator.name, *indicator.aliases) if name]
    whole = (said >= called[0] if indicator.short else False) or any(len(said & name) >= max(2, _MOST * len(name)) for name in called)
    return whole and all(word in name for word in said for name in [set().union(*called)])


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w’']+", text.casefold())) - _SAYS_NOTHING


def _known(trend: Trend, indicator: Indicator, case: Case) -> Iterator[float]:
    """Every figure that is the indicator's in some way: of a month, over the year, aimed for, compared with, a condition of the Board."""
    yield from (p.value for p in trend.points if p.value is not None)
    yield from (t.value for t in indicator.targets if t.value is not None)
    yield from (v for v in (indicator.target, trend.rolling, trend.mean) if v is not None)
    yield from (b.value for b in [indicator.benchmark] if b)
    yield from (d.value for d in case.returns.of(Decision) if means(d.indicator, indicator.code) and d.value is not None)


RULES: tuple[Rule, ...] = (percentage_of_no_month,)
