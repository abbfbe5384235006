"""Examples of the sense rule in `rules/sense/words_against_figures.py`: a percentage in RDG's words, and the series."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import Cover, Statement
from assurance_pack.returns.workspace import IndicatorFigure

SERIES = sheet(
    IndicatorFigure, "QDD", "indicator | period_end | value\nIND-02 | 2026-04-30 | 74\nIND-02 | 2026-05-31 | 72\nIND-02 | 2026-06-30 | 69"
)
LIMIT = sheet(Decision, "BOARD", "id | indicator | value\nD-009 | IND-02 | 65")


def statement(words: str):
    return month(SERIES, LIMIT, sheet(Statement, "RDG", f"statement\n{words}"))


EXAMPLES = (
    Example(
        "AP265",
        "a percentage with its digits turned",
        statement("Reviews in time are 96%: the Board's limit is 65%."),
        ("RDG Advise and assure!A2",),
        statement("Reviews in time are 69%: the Board's limit is 65%."),
        "“Statement” gives 96% for “Reviews in time”, which is 69% at 30 June 2026; in no month was it 96%, and no target or limit is.",
    ),
    Example(
        "AP265",
        "the whole name, in the headline",
        month(SERIES, sheet(Cover, "RDG", "headline\nAnnual reviews completed in time have fallen from 72% to 59%.")),
        ("RDG Start here!A2",),
        month(SERIES, sheet(Cover, "RDG", "headline\nAnnual reviews completed in time have fallen from 72% to 69%.")),
        "gives 59% for “Reviews in time”",
    ),
    Example(
        "AP265",
        "the percentage first",
        statement("96% of reviews were completed in time in June."),
        ("RDG Advise and assure!A2",),
        statement("69% of reviews were completed in time in June."),
    ),
    Example(
        "AP265",
        "named, and given after a colon",
        statement("Reviews in time: 61%, and the weekly count is new."),
        ("RDG Advise and assure!A2",),
        statement("Reviews in time: 69%, and the weekly count is new."),
        "gives 61% for “Reviews in time”",
    ),
    Example(
        "AP265",
        "compared with the nation",
        statement("Reviews in time are at 96%, above the national 70%."),
        ("RDG Advise and assure!A2",),
        statement("Nationally reviews in time are at 64%."),
        "gives 96% for “Reviews in time”",
    ),
    Example(
        "AP265",
        "families say something else",
        statement("Reviews in time reached 96%, families say late."),
        ("RDG Advise and assure!A2",),
        statement("Reviews in time reached 58%, families say."),
    ),
)

SILENCES = (
    Silence("AP265", "the month before", statement("Reviews in time were 72% in May.")),
    Silence("AP265", "what is aimed for, and the Board's limit", statement("Reviews in time to reach 85%. Reviews in time are at 65%.")),
    Silence("AP265", "of a part of them", statement("Reviews in time are 96% in special schools.")),
    Silence("AP265", "of something about them", statement("96% of reviews in time were attended by a parent.")),
    Silence("AP265", "by how much they moved", statement("Reviews in time are down 5% since April.")),
    Silence("AP265", "about so many", statement("Reviews in time are nearly 60%.")),
    Silence("AP265", "what may come", statement("Reviews in time may fall to 60%.")),
    Silence("AP265", "something else altogether", statement("One case system is late; 26% of records do not yet match.")),
    Silence("AP265", "by another count", statement("Reviews in time are at 73% in June, by the weekly count: the limit is 65%.")),
    Silence("AP265", "of the week", statement("73% of reviews were in time in the week to 24 June.")),
    Silence("AP265", "as others tell it", statement("Reviews in time are 58%, as schools tell it.")),
    Silence("AP265", "of a month whose figure has not come", statement("Reviews in time are at 73% in July.")),
    Silence("AP265", "what is forecast", statement("Reviews in time went down to 69%. Forecast: reviews in time at 66% in June.")),
    Silence("AP265", "on a condition", statement("If nothing is done, reviews in time are 55% by June.")),
    Silence("AP265", "no figure has come", month(sheet(Statement, "RDG", "statement\nReviews in time are 96%."))),
)
