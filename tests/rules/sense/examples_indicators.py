"""Examples of the sense rules in `rules/sense/indicators.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import IndicatorFigure


def figures(table: str):
    return sheet(IndicatorFigure, "QDD", table)


EXAMPLES = (
    Example(
        "AP250",
        "a numerator larger than its denominator",
        month(figures("""
            indicator      | period_end | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 148    | 138
        """)),
        ("QDD Indicators!C2", "QDD Indicators!D2"),
        month(figures("""
            indicator      | period_end | numerator | denominator
            Plans in 20 weeks        | 2026-05-31 | 87  | 138
            Suspensions, with a plan | 2026-05-31 | 148 | 138
        """)),
    ),
    Example(
        "AP250",
        "a count below nought",
        month(figures("""
            indicator         | period_end | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | -87       | 138
        """)),
        ("QDD Indicators!C2", "QDD Indicators!D2"),
        month(figures("""
            indicator         | period_end | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 0         | 138
        """)),
        "A count is below nought.",
    ),
    Example(
        "AP250",
        "a count of a rate, and one that stands alone, below nought",
        month(figures("""
            indicator                  | period_end | numerator | denominator
            Suspensions, with a plan   | 2026-05-31 | 87        | -138
            No place yet for September | 2026-05-31 | -7        |
        """)),
        ("QDD Indicators!C2", "QDD Indicators!D2", "QDD Indicators!C3"),
        month(figures("""
            indicator                  | period_end | numerator | denominator
            Suspensions, with a plan   | 2026-05-31 | 187       | 138
            No place yet for September | 2026-05-31 | 0         |
        """)),
        "A count is below nought.",
    ),
    Example(
        "AP251",
        "a blank without a reason",
        month(figures("""
            indicator         | period_end | value | missing
            Plans in 20 weeks | 2026-05-31 |       |
        """)),
        ("QDD Indicators!D2",),
        month(figures("""
            indicator         | period_end | value | missing
            Plans in 20 weeks | 2026-05-31 |       | System down until 3 July
            Plans in 20 weeks | 2026-04-30 | 61    |
        """)),
    ),
    Example(
        "AP252",
        "six hundred and thirty per cent",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 630
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator            | period_end | value
            Plans in 20 weeks    | 2026-05-31 | 100
            Children without a September place | 2026-05-31 | 630
        """)),
    ),
    Example(
        "AP252",
        "fewer children than none, a rate below nought, and a share below nought",
        month(figures("""
            indicator                  | period_end | value
            No place yet for September | 2026-05-31 | -7
            Suspensions, with a plan   | 2026-05-31 | -0.1
            Plans in 20 weeks          | 2026-05-31 | -1
        """)),
        ("QDD Indicators!C2", "QDD Indicators!C3", "QDD Indicators!C4"),
        month(figures("""
            indicator                  | period_end | value
            No place yet for September | 2026-05-31 | 0
            Suspensions, with a plan   | 2026-05-31 | 0
            High needs forecast        | 2026-05-31 | -0.3
        """)),
    ),
    Example(
        "AP253",
        "a value that is not what its counts come to",
        month(figures("""
            indicator         | period_end | value | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 68    | 87        | 138
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator         | period_end | value | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 63    | 87        | 138
        """)),
        "The value is not what its numerator and denominator come to.",
    ),
    Example(
        "AP254",
        "a figure for July in June's return",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-07-31 | 63
        """)),
        ("QDD Indicators!B2",),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-06-30 | 63
        """)),
    ),
    Example(
        "AP255",
        "two figures for one month",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Plans in 20 weeks | 2026-05-31 | 61
        """)),
        ("QDD Indicators!B2", "QDD Indicators!B3"),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Reviews in time   | 2026-05-31 | 71
        """)),
    ),
    Example(
        "AP256",
        "0.63 where the months before are over sixty",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-03-31 | 61
            Plans in 20 weeks | 2026-04-30 | 62
            Plans in 20 weeks | 2026-05-31 | 0.63
        """)),
        ("QDD Indicators!C4",),
        month(figures("""
            indicator                 | period_end | value
            Psychologist posts vacant | 2026-04-30 | 0.9
            Psychologist posts vacant | 2026-05-31 | 0.7
        """)),
        "The value is 0.63: is 63 meant?",
    ),
    Example(
        "AP256",
        "a fraction in every month, of what is meant to reach 70 per cent",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-04-30 | 0.61
            Plans in 20 weeks | 2026-05-31 | 0.63
        """)),
        ("QDD Indicators!C2", "QDD Indicators!C3"),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-04-30 | 0.61
            Plans in 20 weeks | 2026-05-31 | 1.2
        """)),
        "The value is 0.61: is 61 meant?",
    ),
    Example(
        "AP251",
        "a blank for the month that has just ended",
        month(figures("""
            indicator         | period_end | value | numerator | denominator | missing
            Plans in 20 weeks | 2026-06-30 |       | 87        |             |
        """)),
        ("QDD Indicators!F2",),
        month(figures("""
            indicator         | period_end | value | numerator | denominator | missing
            Plans in 20 weeks | 2026-05-31 |       | 87        | 138         |
            Plans in 20 weeks | 2026-07-31 |       |           |             |
        """)),
    ),
    Example(
        "AP252",
        "less than nothing, and a little over a hundred",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-04-30 | -1
            Plans in 20 weeks | 2026-05-31 | 100.5
        """)),
        ("QDD Indicators!C2", "QDD Indicators!C3"),
        month(figures("""
            indicator                | period_end | value
            Plans in 20 weeks        | 2026-05-31 | 0
            Suspensions, with a plan | 2026-05-31 | 107
        """)),
    ),
    Example(
        "AP253",
        "a rate for each hundred that is not what its counts come to",
        month(figures("""
            indicator                | period_end | value | numerator | denominator
            Suspensions, with a plan | 2026-05-31 | 4.1   | 40        | 1000
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator                  | period_end | value | numerator | denominator
            Suspensions, with a plan   | 2026-05-31 | 4.04  | 40        | 1000
            Plans in 20 weeks          | 2026-05-31 | 62.6  | 87        | 138
            Children without a September place | 2026-05-31 | 63    | 87        | 138
            Reviews in time            | 2026-05-31 | 50    | 50        | 0
        """)),
        "The value is not what its numerator and denominator come to.",
    ),
    Example(
        "AP254",
        "a count for July in June’s return",
        month(figures("""
            indicator         | period_end | numerator
            Plans in 20 weeks | 2026-07-01 | 63
        """)),
        ("QDD Indicators!B2",),
        month(figures("""
            indicator         | period_end | numerator
            Plans in 20 weeks | 2026-07-31 |
            Plans in 20 weeks | 2026-06-30 | 63
        """)),
    ),
    Example(
        "AP255",
        "three figures for one month",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Plans in 20 weeks | 2026-05-30 | 61
            Plans in 20 weeks | 2026-05-29 | 60
        """)),
        ("QDD Indicators!B2", "QDD Indicators!B3", "QDD Indicators!B4"),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Plans in 20 weeks | 2026-04-30 | 61
        """)),
        "3 figures for “New EHC plans within 20 weeks, excluding exceptions” in May 2026.",
    ),
    Example(
        "AP256",
        "the only figure there is, as a fraction",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 0.63
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator                | period_end | value
            Plans in 20 weeks        | 2026-03-31 | 0.9
            Plans in 20 weeks        | 2026-04-30 | 5
            Plans in 20 weeks        | 2026-05-31 | 6
            Reviews in time          | 2026-03-31 | 60
            Reviews in time          | 2026-04-30 | 1
            Reviews in time          | 2026-05-31 | 0
            Suspensions, with a plan | 2026-05-31 | 0.63
        """)),
    ),
)  # fmt: skip


def figure(row: str):
    return figures(f"indicator | period_end | numerator | denominator | value\n{row}")


def values(code: str, *given: str):
    """A value a month, from January on."""
    return figures("\n".join(["indicator | period_end | value", *(f"{code} | 2026-0{n}-28 | {v}" for n, v in enumerate(given, start=1))]))


EXAMPLES += (
    Example(
        "AP251",
        "a count beneath, and none on top",
        month(figure("IND-01 | 2026-05-31 | | 138 |")),
        ("QDD Indicators!G2",),
        month(figure("IND-01 | 2026-05-31 | 87 | 138 |")),
        "No figure for 31 May 2026, and no reason.",
    ),
    Example(
        "AP251",
        "a count on top, and none beneath, of the position date",
        month(figure("IND-01 | 2026-06-30 | 87 | |")),
        ("QDD Indicators!G2",),
        month(figure("IND-01 | 2026-07-01 | 87 | |")),
    ),
    Example(
        "AP252",
        "fewer than none, of what is counted",
        month(figure("IND-06 | 2026-05-31 | | | -3")),
        ("QDD Indicators!E2",),
        month(figure("IND-06 | 2026-05-31 | | | 0")),
        "The value, -3, is below nought, which “Children without a September place” cannot be.",
    ),
    Example(
        "AP252",
        "more than all",
        month(figure("IND-01 | 2026-05-31 | | | 101")),
        ("QDD Indicators!E2",),
        month(figure("IND-01 | 2026-05-31 | | | 100")),
        "The value, 101, is not a percentage.",
    ),
    Example(
        "AP253",
        "more than half a point off",
        month(figure("IND-01 | 2026-05-31 | 1 | 8 | 11.9")),
        ("QDD Indicators!E2",),
        month(figure("IND-01 | 2026-05-31 | 1 | 8 | 12\nIND-01 | 2026-04-30 | 1 | 8 | 13\nIND-01 | 2026-03-31 | 0 | 0 | 13\n | 2026-03-31 | 1 | 8 | 60")),
    ),
    Example(
        "AP253",
        "a sum that is not what is on top divided by what is beneath",
        month(figure("IND-07 | 2026-05-31 | 42 | 10 | 8.4")),
        ("QDD Indicators!E2",),
        month(figure("IND-07 | 2026-05-31 | 42 | 10 | 4.2")),
    ),
    Example(
        "AP256",
        "one fraction among percentages, of which one is nil, one is one and one is a little more",
        month(values("IND-01", "63", "64", "0", "1", "1.5", "62", "61", "0.6", "60")),
        ("QDD Indicators!C9",),
        month(values("IND-01", "0.5", "1")),
        "The value is 0.6: is 60 meant?",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP250", "one of the counts alone, or none", month(figure(
        "IND-01 | 2026-05-31 | | 138 |\nIND-01 | 2026-04-30 | 138 | |\nIND-01 | 2026-03-31 | | | 63\nIND-01 | 2026-02-28 | 138 | 138 |"
    ))),
    Silence("AP250", "as many on top as beneath", month(figures("""
        indicator         | period_end | numerator | denominator
        Plans in 20 weeks | 2026-05-31 | 138       | 138
    """))),
)  # fmt: skip
