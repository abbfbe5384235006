"""Examples of the sense rules in `rules/sense/series.py`: a figure beside the months before it."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.model import Month
from assurance_pack.returns.workspace import IndicatorFigure


def waits(*numerators: str, code: str = "IND-04") -> str:
    """Children waiting, of 1,797, from January on."""
    lines = [f"{code} | 2026-0{n}-28 | {top} | 1797 |" for n, top in enumerate(numerators, start=1)]
    return "\n".join(["indicator | period_end | numerator | denominator | note", *lines])


def values(code: str, *figures: str, note: str = "") -> str:
    lines = [f"{code} | 2026-0{n}-28 | {figure} | {note}" for n, figure in enumerate(figures, start=1)]
    return "\n".join(["indicator | period_end | value | note", *lines])


def months(code: str, first: Month, last: Month) -> str:
    """A figure of 50 for each month."""
    lines = [f"{code} | {first.plus(n).last_day} | 50" for n in range(last.after(first) + 1)]
    return "\n".join(["indicator | period_end | value", *lines])


def of(beneath: int, *tops: int) -> str:
    """Counts on top of so many beneath, from January on."""
    return waits(*map(str, tops)).replace("1797", str(beneath))


def figures(*lines: str):
    return sheet(IndicatorFigure, "CAP", "\n".join(lines))


EXAMPLES = (
    Example(
        "AP257",
        "money below nought for once, perhaps a minus too many",
        month(figures(values("IND-07", "4.2", "4.8", "-4.9"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-07", "0.4", "-0.1", "-0.2"))),
        "Are both right?",
    ),
    Example(
        "AP257",
        "a count on top typed beneath too, where the share was far from all of them",
        month(figures(waits("604", "611", "1797"))),
        ("CAP Indicators!C4", "CAP Indicators!D4"),
        month(figures(waits("1700", "1680", "1797"))),
        "has the same count on top and beneath in March 2026, and was 34% in February 2026. Are both right?",
    ),
    Example(
        "AP257",
        "none at all, where there were many the month before",
        month(figures(values("IND-06", "52", "58", "0"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-06", "5", "7", "0"))),
        "is 0 in March 2026 and was 58 in February 2026. Are both right?",
    ),
    Example(
        "AP257",
        "too few to be given, where there were many the month before",
        month(figures(values("IND-06", "52", "58", "[c]"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-06", "12", "9", "[c]"))),
        "is too small to be given in March 2026 and was 58 in February 2026. Are both right?",
    ),
    Example(
        "AP257",
        "one figure about ten times the month before",
        month(figures(values("IND-06", "52", "55", "560"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-06", "52", "55", "430"))),
        "is 560 in March 2026 and was 55 in February 2026. Are both right?",
    ),
    Example(
        "AP257",
        "what is beneath ten times the month before, which the share alone does not show",
        month(figures(waits("604", "611", "605").replace("605 | 1797", "605 | 17970"))),
        ("CAP Indicators!C4", "CAP Indicators!D4"),
        month(figures(waits("604", "611", "605"))),
        "Are both right?",
    ),
    Example(
        "AP257",
        "pupils ten times the month before, where suspensions add up over a term and may",
        month(figures(waits("12", "93", code="IND-05").replace("93 | 1797", "93 | 17970"))),
        ("CAP Indicators!C3", "CAP Indicators!D3"),
        month(figures(waits("12", "133", code="IND-05"))),
        "Are both right?",
    ),
    Example(
        "AP257",
        "part of a child on top, in a series of whole children",
        month(figures(waits("604", "611", "608", "605.5"))),
        ("CAP Indicators!C5", "CAP Indicators!D5"),
        month(figures(waits("604.5", "611", "608.5", "605.5"))),
        "is 605.5 in April 2026, and a whole number in every other month. Is a whole number meant?",
    ),
    Example(
        "AP257",
        "half a child",
        month(figures(values("IND-06", "52", "55.5"))),
        ("CAP Indicators!C3",),
        month(figures(values("IND-07", "52", "55.5"))),
        "is 55.5 in February 2026. Is a whole number meant?",
    ),
    Example(
        "AP257",
        "a new figure ten times the month before, with a note that may be of anything",
        month(figures(values("IND-07", "3.9", "4.2", "61", note="Provisional."))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-07", "3.9", "4.2", "4.8", note="Provisional."))),
        "is £61.0m in March 2026 and was £4.2m in February 2026. The note beside it may say why: are both right?",
    ),
    Example(
        "AP257",
        "a small number of children, which is asked about and not quoted",
        month(figures(values("IND-06", "52", "55", "3"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-06", "52", "55", "52"))),
        "is too small to be printed in March 2026 and was 55 in February 2026. Are both right?",
    ),
    Example(
        "AP257",
        "last month's counts under a new month",
        month(figures(waits("611", "611"))),
        ("CAP Indicators!C3", "CAP Indicators!D3"),
        month(figures(waits("611", "612"))),
        "has the same counts in February 2026 as in January 2026. Are they new?",
    ),
    Example(
        "AP257",
        "waits for an assessment, where less is better, as fractions in every month",
        month(figures(values("IND-03", "0.66", "0.63"))),
        ("CAP Indicators!C3",),
        month(figures(values("IND-03", "66", "63"))),
        "is 0.63% in February 2026, and under 1% in every month: is 63% meant?",
    ),
    Example(
        "AP257",
        "fractions with a nil among them",
        month(figures(values("IND-04", "0", "0.2", "0.04"))),
        ("CAP Indicators!C4",),
        month(figures(values("IND-04", "0", "2", "4"))),
        "is 0.04% in March 2026, and under 1% in every month: is 4% meant?",
    ),
    Example(
        "AP257",
        "fractions in every month, and a note that says they are right",
        month(figures(values("IND-03", "0.9", "0.8"))),
        ("CAP Indicators!C3",),
        month(figures(values("IND-03", "0.9", "0.8", note="So few."))),
        "is 0.8% in February 2026",
    ),
    Example(
        "AP258",
        "pounds where millions are counted",
        month(figures(values("IND-07", "3.8", "3.9", "4.2", "4800000"))),
        ("CAP Indicators!C5",),
        month(figures(values("IND-07", "3.8", "3.9", "4.2", "4.8"))),
        "is £4,800,000.0m in April 2026; every other month lies between £3.8m and £4.2m.",
    ),
    Example(
        "AP258",
        "thousands where millions are counted",
        month(figures(values("IND-07", "3.8", "3.9", "4.2", "0.0048"))),
        ("CAP Indicators!C5",),
        month(figures(values("IND-07", "3.8", "3.9", "4.2", "0.48"))),
    ),
    Example(
        "AP258",
        "thousands where millions are counted, with a nil among the other months",
        month(figures(values("IND-07", "3.8", "0", "3.9", "4.2", "0.0048"))),
        ("CAP Indicators!C6",),
        month(figures(values("IND-07", "3.8", "0", "3.9", "4.2", "0"))),
    ),
    Example(
        "AP258",
        "pounds in each of the first months, with nothing to compare them with",
        month(figures(values("IND-07", "4200000", "-4800000"))),
        ("CAP Indicators!C2", "CAP Indicators!C3"),
        month(figures(values("IND-07", "4.2", "999"))),
        "in February 2026, more than any council spends: are these pounds, or thousands?",
    ),
    Example(
        "AP257",
        "eight times, which is about ten, from the smallest number that is no longer small",
        month(figures(values("IND-06", "10", "80"))),
        ("CAP Indicators!C3",),
        month(figures(values("IND-06", "10", "79"))),
        "is 80 in February 2026 and was 10 in January 2026. Are both right?",
    ),
    Example(
        "AP258",
        "exactly a hundred times all months before it",
        month(figures(values("IND-07", "4", "4", "4", "400"))),
        ("CAP Indicators!C5",),
        month(figures(values("IND-07", "4", "4", "4", "399"))),
    ),
    Example(
        "AP258",
        "a billion pounds, where nothing is there to compare it with",
        month(figures(values("IND-07", "1000"))),
        ("CAP Indicators!C2",),
        month(figures(values("IND-06", "1000"))),
        "“High needs forecast” is £1,000.0m in January 2026, more than any council spends",
    ),
    Example(
        "AP257",
        "of three months with the same counts, the last is asked about",
        month(figures(waits("611", "611", "611"))),
        ("CAP Indicators!C4", "CAP Indicators!D4"),
        month(figures(waits("611", "612", "611"))),
        "“Speech therapy over 18 weeks” has the same counts in March 2026 as in February 2026.",
    ),
    Example(
        "AP257",
        "ten times the month before, from the least that is not small by itself",
        month(figures(values("IND-06", "1", "10"))),
        ("CAP Indicators!C3",),
        month(figures(values("IND-06", "1", "9"))),
        "“Children without a September place” is 10 in February 2026 and was too small to be printed in January 2026. Are both right?",
    ),
    Example(
        "AP257",
        "what is beneath ten times the month before, with no count on top",
        month(
            figures("""
                indicator | period_end | denominator | value
                IND-04    | 2026-01-28 | 1797        | 34
                IND-04    | 2026-02-28 | 17970       | 34
            """)
        ),
        ("CAP Indicators!C3", "CAP Indicators!D3"),
        month(
            figures("""
                indicator | period_end | denominator | value
                IND-04    | 2026-01-28 | 1797        | 34
                IND-04    | 2026-02-28 | 1798        | 34
            """)
        ),
        "The count beneath of",
    ),
    Example(
        "AP258",
        "all of a hundred, where it was one of a hundred",
        month(figures(waits("1", "1", "1", "100").replace("1797", "100"))),
        ("CAP Indicators!C5", "CAP Indicators!D5"),
        month(figures(waits("1", "1", "1", "99").replace("1797", "100"))),
    ),
)

EXAMPLES += (
    Example("AP257", "all of ten, where it was less than all", month(figures(of(10, 3, 4, 10))), ("CAP Indicators!C4", "CAP Indicators!D4"), month(figures(of(9, 3, 4, 9))), "has the same count on top and beneath"),
    Example("AP257", "all of forty, where it was never nine in ten", month(figures(of(40, 35, 34, 40))), ("CAP Indicators!C4", "CAP Indicators!D4"), month(figures(of(40, 36, 10, 40))), "has the same count on top and beneath"),
    Example(
        "AP257", "a count on top too small to be given, where the month before had many", month(figures(waits("604", "611", "[c]"))),
        ("CAP Indicators!C4",), month(figures(waits("12", "11", "[c]"))), "The count on top of “Speech therapy over 18 weeks” is too small to be given in March 2026 and was 611",
    ),
    Example(
        "AP257", "too few to be given, from eight times the most that is so few", month(figures(values("IND-06", "40", "[c]"))),
        ("CAP Indicators!C3",), month(figures(values("IND-06", "39", "[c]"))), "and was 40 in January 2026",
    ),
    Example("AP257", "last month's counts, and new ones the month after", month(figures(waits("611", "611", "612"))), ("CAP Indicators!C3", "CAP Indicators!D3"), month(figures(waits("611", "612", "613")))),
    Example("AP257", "below nought for once, with a nil and a half among the others", month(figures(values("IND-07", "0.5", "0", "-0.4"))), ("CAP Indicators!C4",), month(figures(values("IND-07", "0.5", "0", "0.4")))),
    Example(
        "AP257", "a count on top eight times that of the month before", month(figures(of(100, 50), "IND-04 | 2026-02-28 | 400 | 799 |")),
        ("CAP Indicators!C3", "CAP Indicators!D3"), month(figures(of(100, 50), "IND-04 | 2026-02-28 | 399 | 799 |")), "The count on top of",
    ),
    Example(
        "AP257", "both counts eight times those of the month before, of which the one beneath is named", month(figures(of(100, 50), "IND-04 | 2026-02-28 | 400 | 800 |")),
        ("CAP Indicators!C3", "CAP Indicators!D3"), month(figures(of(100, 50), "IND-04 | 2026-02-28 | 399 | 799 |")), "The count beneath of",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP257", "a note beside half a child", month(figures(values("IND-06", "52", "55.5", note="Part-time places.")))),
    Silence("AP257", "a figure in another unit, of which another rule speaks, and a note beside it", month(figures(values("IND-07", "3.8", "3.9", "4.2", "4800000", note="So.")))),
    Silence("AP257", "one in a hundred in every month", month(figures(values("IND-03", "1", "1")))),
    Silence("AP257", "under one in a hundred, and over", month(figures(values("IND-03", "0.9", "1.5")))),
    Silence("AP257", "so few of many that the share is under one", month(figures(waits("11", "12")))),
    Silence("AP257", "nil at last, after a share under one", month(figures(values("IND-04", "0.2", "0")))),
    Silence("AP257", "too few to be given in the first month, and of nobody knows what, or when", month(figures(
        values("IND-06", "52", "58"), "| 2026-03-28 | [c] |", "IND-04 | 2026-03-28 | [c] |", "IND-06 | | [c] |", "IND-07 | 2026-01-28 | [c] |"
    ))),
    Silence("AP257", "too few to be given, where figures add up and begin again", month(figures(values("IND-05", "52", "58", "[c]")))),
    Silence("AP257", "too few to be given, and a note that says why", month(figures(values("IND-06", "52", "58", "[c]", note="A new school.")))),
    Silence("AP257", "many times the month before, where figures add up", month(figures(values("IND-05", "12", "133")))),
    Silence("AP257", "the same count on top twice, with none beneath", month(figures("indicator | period_end | numerator", "IND-06 | 2026-01-28 | 52", "IND-06 | 2026-02-28 | 52"))),
    Silence("AP257", "a count on top that is not given any more", month(figures(of(1797, 604).replace(" |\n", " | |\n"), "IND-04 | 2026-02-28 | | 1797 | A share this month"))),
    Silence("AP257", "part of a child, where three months are too few to tell", month(figures(waits("604", "611", "605.5")))),
)  # fmt: skip

SILENCES += (
    Silence("AP257", "millions of pounds under one", month(figures(values("IND-07", "0.5", "0.6")))),
    Silence("AP257", "small figures swing by chance", month(figures(values("IND-06", "1", "9")))),
    Silence(
        "AP257",
        "a note beside a figure of an earlier month says what happened",
        month(figures(values("IND-06", "52", "560", "540", note="Two schools closed"))),
    ),
    Silence("AP257", "whole counts", month(figures(values("IND-06", "52", "55")))),
    Silence("AP257", "the same share of another count", month(figures(waits("600", "611")))),
    Silence("AP258", "too few months to know the unit", month(figures(values("IND-07", "3.8", "4.2", "420")))),
    Silence("AP257", "none waiting, two months running", month(figures(waits("0", "0")))),
    Silence("AP258", "ninety times, which a bad month may be", month(figures(values("IND-07", "3.8", "3.9", "4.2", "360")))),
    Silence("AP258", "a figure of nil", month(figures(values("IND-07", "3.8", "3.9", "4.2", "0")))),
)
