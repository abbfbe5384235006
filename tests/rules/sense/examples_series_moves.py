"""Examples of the sense rules in `rules/sense/series_moves.py`: how an indicator moves, and counts of another row."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import IndicatorFigure

HEADINGS = "indicator | period_end | numerator | denominator | value | note"


def figures(*lines: str):
    return sheet(IndicatorFigure, "CAP", "\n".join([HEADINGS, *lines]))


def shares(*tops: str, code: str = "IND-02", beneath: str = "580", note: str = "") -> tuple[str, ...]:
    """Reviews in time, month by month from January on; the note stands beside the newest."""
    last = len(tops)
    return tuple(f"{code} | 2026-0{n}-28 | {top} | {beneath} | | {note if n == last else ''}" for n, top in enumerate(tops, start=1))


def sums(*values: str, code: str = "IND-07") -> tuple[str, ...]:
    return tuple(f"{code} | 2026-0{n}-28 | | | {value} |" for n, value in enumerate(values, start=1))


STEADY = ("412", "421", "409", "418", "424", "415", "420")
CALM = ("4.2", "4.0", "4.1", "3.9", "4.2", "4.3", "4.2")
PLANS = tuple(f"IND-01 | 2026-0{n}-28 | {top} | {beneath} | |" for n, (top, beneath) in enumerate([(86, 141), (87, 138)], start=1))


EXAMPLES = (
    Example(
        "AP277",
        "the count of the row above, which makes a share that can be",
        month(figures(*shares(*STEADY, "87"))),
        ("CAP Indicators!C9", "CAP Indicators!D9"),
        month(figures(*shares(*STEADY, "370"))),
        "is 15% in August 2026 and was 72% in July 2026; in no other month did it move by more than 2 points. Are both right?",
    ),
    Example(
        "AP277",
        "a month in the middle that stands away from both its neighbours",
        month(figures(*shares(*STEADY[:4], "110", *STEADY[4:], "416"))),
        ("CAP Indicators!C6", "CAP Indicators!D6"),
        month(figures(*shares(*STEADY[:4], *("290", "285", "292", "288")))),
        "is 19% in May 2026 and was 72% in April 2026",
    ),
    Example(
        "AP277",
        "a sum that is doubled in a month, where it never moved so far",
        month(figures(*sums(*CALM, "8.5"))),
        ("CAP Indicators!E9",),
        month(figures(*sums(*CALM, "8.3"))),
        "is £8.5m in August 2026 and was £4.2m in July 2026; in no other month did it move so far. Are both right?",
    ),
    Example(
        "AP277",
        "children without a place, halved in a month",
        month(figures(*sums("61", "63", "60", "62", "59", "64", "62", "30", code="IND-06"))),
        ("CAP Indicators!E9",),
        month(figures(*sums("61", "63", "60", "62", "59", "64", "62", "32", code="IND-06"))),
    ),
    Example(
        "AP276",
        "both counts of the row above",
        month(figures(*PLANS, *shares("412"), "IND-02 | 2026-02-28 | 87 | 138 | |")),
        ("CAP Indicators!C3", "CAP Indicators!D3", "CAP Indicators!C5", "CAP Indicators!D5"),
        month(figures(*PLANS, *shares("412"), "IND-02 | 2026-02-28 | 87 | 139 | |")),
        "in February 2026 has both counts of “Plans in 20 weeks” in February 2026. Was one pasted from the other?",
    ),
    Example(
        "AP276",
        "the counts of two rows exchanged",
        month(
            figures(
                "IND-01 | 2026-01-28 | 87 | 138 | |",
                "IND-02 | 2026-01-28 | 412 | 580 | |",
                "IND-01 | 2026-02-28 | 418 | 605 | |",
                "IND-02 | 2026-02-28 | 91 | 139 | |",
            )
        ),
        ("CAP Indicators!C4", "CAP Indicators!D4", "CAP Indicators!C5", "CAP Indicators!D5"),
        month(
            figures(
                "IND-01 | 2026-01-28 | 87 | 138 | |",
                "IND-02 | 2026-01-28 | 412 | 580 | |",
                "IND-01 | 2026-02-28 | 91 | 139 | |",
                "IND-02 | 2026-02-28 | 418 | 605 | |",
            )
        ),
        "In February 2026 “Plans in 20 weeks” has counts like those of “Reviews in time” the month before, and the other way round. Were they exchanged?",
    ),
    Example(
        "AP276",
        "both counts of a month long before, in the newest",
        month(figures("IND-02 | 2026-01-28 | 412 | 580 | |", "IND-02 | 2026-02-28 | 421 | 569 | |", "IND-02 | 2026-03-28 | 412 | 580 | |")),
        ("CAP Indicators!C2", "CAP Indicators!D2", "CAP Indicators!C4", "CAP Indicators!D4"),
        month(figures("IND-02 | 2026-01-28 | 412 | 580 | |", "IND-02 | 2026-02-28 | 421 | 569 | |", "IND-02 | 2026-03-28 | 412 | 579 | |")),
        "“Reviews in time” in March 2026 has both counts of “Reviews in time” in January 2026. Was one pasted from the other?",
    ),
)

SMALL_STEPS = ("70", "71", "70", "71", "70", "71", "70")
ONE_LARGER = ("70", "71", "70", "71", "70", "76", "70")

EXAMPLES += (
    Example("AP277", "fifteen points, where it moved by one", month(figures(*sums(*SMALL_STEPS, "55", code="IND-02"))), ("CAP Indicators!E9",), month(figures(*sums(*SMALL_STEPS, "56", code="IND-02"))), "by more than 1 points"),
    Example("AP277", "three times the largest move", month(figures(*sums(*ONE_LARGER, "52", code="IND-02"))), ("CAP Indicators!E9",), month(figures(*sums(*ONE_LARGER, "53", code="IND-02"))), "by more than 6 points"),
    Example("AP277", "twenty children, halved", month(figures(*sums(*["20"] * 7, "10", code="IND-06"))), ("CAP Indicators!E9",), month(figures(*sums(*["19"] * 7, "9", code="IND-06"))), "is 10 in August 2026 and was 20 in July 2026"),
    Example("AP277", "money that is nil of a sudden", month(figures(*sums(*CALM, "0"))), ("CAP Indicators!E9",), month(figures(*sums(*CALM, "4.1")))),
    Example("AP277", "money where there never was any", month(figures(*sums(*["0"] * 7, "3"))), ("CAP Indicators!E9",), month(figures(*sums(*["0"] * 8)))),
    Example(
        "AP276", "ten on top, the least that is not so by chance, and rows with one count only, or none",
        month(figures("IND-01 | 2026-03-28 | 10 | 12 | |", "IND-02 | 2026-02-28 | 10 | 12 | |", "IND-07 | 2026-02-28 | | | 10 |", "IND-03 | 2026-02-28 | 10 | | |", "IND-04 | 2026-02-28 | 10 | | |")),
        ("CAP Indicators!C2", "CAP Indicators!D2", "CAP Indicators!C3", "CAP Indicators!D3"),
        month(figures("IND-01 | 2026-03-28 | 10 | 12 | | Right.", "IND-02 | 2026-02-28 | 10 | 12 | |")),
        "“Plans in 20 weeks” in March 2026 has both counts of “Reviews in time” in February 2026.",
    ),
    Example(
        "AP276", "three rows alike, of which the first has a note",
        month(figures("IND-01 | 2026-01-28 | 30 | 42 | | Right.", "IND-02 | 2026-02-28 | 30 | 42 | |", "IND-03 | 2026-03-28 | 30 | 42 | |")),
        ("CAP Indicators!C3", "CAP Indicators!D3", "CAP Indicators!C4", "CAP Indicators!D4"),
        month(figures("IND-01 | 2026-01-28 | 30 | 42 | | Right.", "IND-02 | 2026-02-28 | 30 | 42 | |")),
    ),
)  # fmt: skip

LEFT = ("IND-01 | 2026-01-28 | 87 | 138 | |", "IND-02 | 2026-01-28 | 412 | 580 | |", "IND-01 | 2026-02-28 | 87 | 139 | |")

EXAMPLES += (
    Example(
        "AP276", "both counts of another month, in the newest, over a count that a third month has too",
        month(figures("IND-02 | 2026-01-28 | 452 | 541 | |", "IND-02 | 2026-02-28 | 409 | 541 | |", "IND-02 | 2026-03-28 | 421 | 569 | |", "IND-02 | 2026-04-28 | 452 | 541 | |")),
        ("CAP Indicators!C2", "CAP Indicators!D2", "CAP Indicators!C5", "CAP Indicators!D5"),
        month(figures("IND-02 | 2026-01-28 | 452 | 541 | |", "IND-02 | 2026-02-28 | 409 | 541 | |", "IND-02 | 2026-03-28 | 421 | 569 | |", "IND-02 | 2026-04-28 | 451 | 541 | |")),
        "“Reviews in time” in April 2026 has both counts of “Reviews in time” in January 2026.",
    ),
    Example(
        "AP276", "the counts on top of the month before, over this month's beneath",
        month(figures(*LEFT, "IND-02 | 2026-02-28 | 412 | 605 | |")),
        ("CAP Indicators!C4", "CAP Indicators!C5"),
        month(figures(*LEFT, "IND-02 | 2026-02-28 | 418 | 605 | |")),
        "“Plans in 20 weeks” and “Reviews in time” have in February 2026 the count on top that each had in January 2026. Were they left from the month before?",
    ),
)  # fmt: skip

EXCHANGED = ("IND-01 | 2026-01-28 | 87 | 138 | |", "IND-02 | 2026-01-28 | 412 | 580 | |")

SILENCES = (
    Silence("AP276", "two indicators whose counts are near each other", month(figures(
        "IND-01 | 2026-01-28 | 87 | 138 | |", "IND-02 | 2026-01-28 | 90 | 150 | |", "IND-01 | 2026-02-28 | 90 | 149 | |", "IND-02 | 2026-02-28 | 88 | 139 | |",
    ))),
    Silence("AP276", "counts exchanged, and a note that says they are right", month(figures(
        *EXCHANGED, "IND-01 | 2026-02-28 | 418 | 605 | | One form now.", "IND-02 | 2026-02-28 | 91 | 139 | |",
    ))),
    Silence("AP276", "counts on top of the month before, and a note", month(figures(*LEFT, "IND-02 | 2026-02-28 | 412 | 605 | | The same.",))),
    Silence("AP276", "one alone that is like the other", month(figures(
        *EXCHANGED, "IND-01 | 2026-02-28 | 418 | 605 | |", "IND-02 | 2026-02-28 | 430 | 590 | |",
    ))),
    Silence("AP277", "a new level, which holds", month(figures(*shares(*STEADY, *("290", "285", "292", "288"))[:9], "IND-02 | 2026-10-28 | 292 | 580 | |", "IND-02 | 2026-11-28 | 288 | 580 | |"))),
)  # fmt: skip

SILENCES += (
    Silence("AP277", "so few months that no move is unlike the others", month(figures(*shares(*STEADY[:5], "87")))),
    Silence("AP277", "a series that moves as far in other months", month(figures(*shares("412", "240", "409", "232", "424", "215", "420", "87")))),
    Silence("AP277", "a note that says what happened", month(figures(*shares(*STEADY, "87", note="Two teams moved to another system.")))),
    Silence("AP277", "figures that add up over a term and start again", month(figures(*sums("80", "81", "82", "83", "84", "85", "86", "19", code="IND-05")))),
    Silence("AP277", "so few children that they are halved by chance", month(figures(*sums("14", "15", "14", "15", "14", "15", "14", "3", code="IND-06")))),
    Silence("AP276", "so few on top that two rows have them by chance", month(figures("IND-01 | 2026-02-28 | 9 | 12 | |", "IND-02 | 2026-02-28 | 9 | 12 | |"))),
    Silence("AP276", "a note that says both rows are right", month(figures("IND-01 | 2026-02-28 | 87 | 138 | |", "IND-02 | 2026-02-28 | 87 | 138 | | Both are right."))),
    Silence("AP276", "a month like one before it, when newer ones are there", month(figures(*shares("412"), "IND-02 | 2026-02-28 | 421 | 569 | |", "IND-02 | 2026-03-28 | 412 | 580 | |", "IND-02 | 2026-04-28 | 409 | 541 | |"))),
    Silence("AP276", "posts of an establishment that does not change", month(figures(*shares("12", "13", "12", code="IND-03", beneath="27")))),
)  # fmt: skip

POSTS = tuple(shares(*["12"] * 7, code="IND-03", beneath="27.7"))

EXAMPLES += (
    Example(
        "AP263",
        "posts of an establishment, one figure mistyped",
        month(figures(*POSTS, "IND-03 | 2026-08-28 | 12 | 22.7 | |")),
        ("CAP Indicators!D9",),
        month(figures(*POSTS, "IND-03 | 2026-08-28 | 12 | 27.7 | |")),
        "is 22.7 in August 2026, and was 27.7 in each of the 7 months before. Is it right?",
    ),
)  # fmt: skip

SILENCES += (
    Silence("AP263", "a note says why", month(figures(*POSTS, "IND-03 | 2026-08-28 | 12 | 22.7 | | Five posts moved to the trust."))),
    Silence("AP263", "what is beneath is another in most months", month(figures(*POSTS[2:], "IND-03 | 2026-08-28 | 12 | 27 | |"))),
)  # fmt: skip
