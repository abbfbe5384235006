"""Which of our columns each column of a table stands for: by its heading, and by whether what stands in it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Month
from ...returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk
from ...schema import Row, columns
from ...schema.column import Column
from ...settings import Settings
from ..as_typed import plain
from .days import ACTUAL, BASELINE, FORECAST, day_asked, days_of
from .fitting import how_much_fits, words_of
from .headings import ENOUGH
from .layout import Field, FoundTable, period_of, text_of
from .likeness import like, likest
from .mapping import BOTH, NOT_PLACED, PERIOD, SURE_ENOUGH, ColumnMapping, TableMapping, column_mapping, letter_of
from .months import not_the_newest
from .rating_columns import rating_columns
from .vocabulary import HEADINGS, NOWHERE, PARTS

LEAST_NAME, PLAINLY_NAMED = 72, 98
LEAST_PART = 86
NAME, FIT = 0.75, 25
_ABOUT = {
    Milestone: re.compile(r"milestone|plan\b|deliver|action|programme|roadmap|tracker", re.I),
    Risk: re.compile(r"risk|raid|threat", re.I),
    QAFinding: re.compile(r"audit|quality|\bqa\b|finding|survey|assurance|review", re.I),
    IndicatorFigure: re.compile(r"indicator|kpi|performance|scorecard|dashboard|data|measure", re.I),
}  # fmt: skip
_SAID_TO_BE = {Risk: re.compile(r"risk|raid|threat|mitigat|controls?\b|tolerat", re.I), QAFinding: _ABOUT[QAFinding]}
"""A plain list of things to do, with who and when, is neither: what makes it one is said somewhere."""
_ONLY_OF = {Risk: frozenset({"likelihood", "inherent_likelihood", "target_likelihood"}), QAFinding: frozenset({"sample", "assurance"})}
_NO_REGISTER = re.compile(
    r".*\b(?:key|guide|guidance|scoring|matrix|lookups?|instructions?|definitions?|legend|example|scales?|glossary|read ?me|drop ?downs?)\b.*|lists?|notes?|data ?validation",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\bclos(?:ed|ure)\b", re.I)
_CLOSURE = "closure"
"""Said of a list of closed risks, each with a number: nobody owns them any more, and their status is that of the whole list."""
NEEDED: dict[type[Row], tuple[frozenset[str], ...]] = {
    Milestone: (frozenset({"title"}), frozenset({"forecast", "baseline", "status", "actual"})),
    Risk: (frozenset({"title"}), frozenset({"likelihood", "inherent_likelihood", "controls", "owner"}), frozenset({"owner", "status", "controls", "next_review", "response", _CLOSURE})),
    QAFinding: (frozenset({"finding"}), frozenset({"report", "report_date", "action", "sample", "activity"})),
    IndicatorFigure: (frozenset({"indicator"}), frozenset({PERIOD, "period_end"}), frozenset({PERIOD, "value", "numerator"})),
}  # fmt: skip
"""Of each set a table must have one, to be taken for a register of its kind."""


def propose(table: FoundTable, choices: tuple[type[Row], ...], settings: Settings, month: Month | None = None) -> TableMapping:
    """What a table becomes, and where each of its columns goes, for the month it is brought in for."""
    found = [(cls, tuple(_columns_of(table, cls, settings, month))) for cls in choices if cls in HEADINGS]
    ranked = sorted(((_weight(table, cls, cs), n) for n, (cls, cs) in enumerate(found)), key=lambda w: (-w[0], w[1]))
    able = [found[n] for weight, n in ranked if weight > 0]
    why = ""
    if able and _NO_REGISTER.fullmatch(table.grid.title.strip()):
        able, why = [], "left out: the sheet is named like a key or a list of choices"
    elif not able:
        why = "left out: it is like no register of this form"
    cls, cols = able[0] if able else (None, tuple(column_mapping(table, f, NOT_PLACED) for f in table.fields))
    words = {c.at: words_of(table, c, cls, settings) for c in cols} if cls else {}
    why = _status_of_all(table, cls, cols) if cls else why
    first = letter_of(table, table.fields[0].at)
    return TableMapping(
        table.file, table.grid.title, table.head[-1], first, cls, cols, {at: w for at, w in words.items() if w}, why, table.grid.hidden
    )


def _weight(table: FoundTable, cls: type[Row], cols: tuple[ColumnMapping, ...]) -> float:
    """How like a register of this kind a table is; 0 where something is not there that every one has."""
    placed = {c.goes_to for c in cols} | {n for c in cols if c.goes_to in BOTH.values() for n in ("likelihood", "consequence")}
    if "own_id" in placed and any(_CLOSED.search(f.heading) for f in table.fields):
        placed.add(_CLOSURE)
    if any(not need & placed for need in NEEDED[cls]):
        return 0
    named = " ".join((table.file, table.grid.title, *_above(table), *(f.heading for f in table.fields)))
    if cls in _SAID_TO_BE and not _SAID_TO_BE[cls].search(named) and not placed & _ONLY_OF.get(cls, frozenset()):
        return 0
    about = len(set(m.casefold() for m in _ABOUT[cls].findall(named)))
    title = 1.0 if _ABOUT[cls].search(table.grid.title) else 0.0
    return sum(c.sure / 100 for c in cols if c.goes_to != NOT_PLACED) + min(about, 2) * 0.5 + title


def _status_of_all(table: FoundTable, cls: type[Row], cols: tuple[ColumnMapping, ...]) -> str:
    """That a title says of the whole table that it is closed, where no column of it says so of each row: a person chooses it."""
    said = next((t for t in (*_above(table), table.grid.title) if _CLOSED.search(t) and not re.search(r"\bopen", t, re.I)), "")
    if not said or "status" not in cls.model_fields or any(c.goes_to == "status" for c in cols):
        return ""
    heading = next(c.heading for c in columns(cls) if c.name == "status")
    return f"no column says the {heading} of its rows, and “{said[:40]}” stands above them: choose it for each on the form"


def _above(table: FoundTable) -> Iterator[str]:
    for row in range(max(1, table.head[0] - 3), table.head[0]):
        yield from (text_of(s) for s in table.grid.row(row).values())


def _columns_of(whole: FoundTable, cls: type[Row], settings: Settings, month: Month | None) -> Iterator[ColumnMapping]:
    past = {} if cls is IndicatorFigure else not_the_newest(((f.at, f.with_group) for f in whole.fields if whole.texts(f)), month)
    table = replace(whole, fields=tuple(f for f in whole.fields if f.at not in past))
    taken = {f.at: column_mapping(whole, f, NOT_PLACED, 100, past[f.at]) for f in whole.fields if f.at in past}
    yield from sorted((*taken.values(), *_columns_now(table, cls, settings)), key=lambda c: c.at)


def _columns_now(table: FoundTable, cls: type[Row], settings: Settings) -> Iterator[ColumnMapping]:
    taken: dict[int, ColumnMapping] = {}
    if cls is Risk:
        taken |= {c.at: c for c in rating_columns(table)}
    if cls is IndicatorFigure:
        taken |= {f.at: column_mapping(table, f, PERIOD, 95, "a period") for f in table.fields if period_of(table, f) is not None}
    if cls is QAFinding:
        taken |= {c.at: c for c in _grades(table)}
    if cls in _DAYS:
        taken |= {c.at: c for c in _days(table, cls, settings)}
    free = [f for f in table.fields if f.at not in taken]
    taken |= _assigned(table, cls, free, _used(taken), settings)
    if cls is IndicatorFigure and len(taken) >= ENOUGH and "indicator" not in {c.goes_to for c in taken.values()}:
        indicator = next(c for c in columns(cls) if c.name == "indicator")
        named = next((f for f in free if f.at not in taken and table.texts(f) and how_much_fits(table, f, cls, indicator, settings)), None)
        taken |= {named.at: column_mapping(table, named, "indicator", 80, "80 % sure: indicators are named in it")} if named else {}
    taken |= _parts(table, cls, [f for f in free if f.at not in taken], taken, settings)
    for f in table.fields:
        yield taken.get(f.at) or column_mapping(table, f, NOT_PLACED, 100, "" if f.heading else "no heading")


def _used(taken: dict[int, ColumnMapping]) -> set[str]:
    """The columns of ours that are spoken for: beneath periods stand the figures themselves."""
    used = {c.goes_to for c in taken.values()}
    return used | {"period_end", "numerator", "denominator", "value"} if PERIOD in used else used


# ---------- by name and fit ----------


def _assigned(table: FoundTable, cls: type[Row], fields: list[Field], used: set[str], settings: Settings) -> dict[int, ColumnMapping]:
    """The best pairs first, each column of theirs and of ours once."""
    pairs: list[tuple[float, int, int, Field, Column, str]] = []
    for place, column in enumerate(c for c in columns(cls) if c.name in HEADINGS[cls] and c.name not in used):
        for field in fields:
            likeness, name = likeness_to_name(field, cls, column)
            if likeness < LEAST_NAME or likeness <= likest(field.heading, NOWHERE)[0]:
                continue
            fits = how_much_fits(table, field, cls, column, settings)
            if fits is None and column.name == "indicator" and likeness >= PLAINLY_NAMED:
                fits = 0.0  # “Indicator name”: those that nobody has set are listed
            if fits is not None:
                pairs.append((likeness * NAME + fits * FIT, place, field.at, field, column, name))
    taken: dict[int, ColumnMapping] = {}
    ours: set[str] = set()
    for sure, _, at, field, column, name in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if at not in taken and column.name not in ours and sure >= SURE_ENOUGH:
            taken[at] = column_mapping(table, field, column.name, round(sure), f"{round(sure)} % sure: “{field.heading}” is like “{name}”")
            ours.add(column.name)
    return taken


def likeness_to_name(field: Field, cls: type[Row], column: Column) -> tuple[float, str]:
    """How like one of a column's names a heading is, of 100, and the name."""
    names = (column.heading, *column.aliases, *HEADINGS[cls].get(column.name, ()))
    said = [s for s in dict.fromkeys((field.heading, field.with_group)) if s]
    return max((likest(s, names) for s in said), default=(0.0, ""))


# ---------- days ----------


_DAYS: dict[type[Row], dict[str, str]] = {
    Milestone: {BASELINE: "baseline", FORECAST: "forecast", ACTUAL: "actual"},
    Risk: {BASELINE: NOT_PLACED, FORECAST: "target_date"},
    QAFinding: {BASELINE: NOT_PLACED, FORECAST: "due"},
}
"""Where each day goes. A risk and a finding have one: of “original” and “revised” it is the revised."""


def _days(table: FoundTable, cls: type[Row], settings: Settings) -> Iterator[ColumnMapping]:
    """The days of an item, told from one another by the others that are there."""
    places = _DAYS[cls]
    expected = next(c for c in columns(cls) if c.name == places[FORECAST])
    held = {f.at: f for f in table.fields if how_much_fits(table, f, cls, expected, settings) is not None}
    headings = {at: f.with_group for at, f in held.items()}
    found = days_of(headings.items())
    if cls is not Milestone and not {BASELINE, FORECAST} <= {day_asked(headings[at]) for at, _ in found.values()}:
        return
    for stage, (at, sure) in found.items():
        if stage in places:
            yield column_mapping(table, held[at], places[stage], sure, f"{sure} % sure: a day" if places[stage] != NOT_PLACED else "")


# ---------- how many of a sample had each grade ----------


_GRADES = {"o": "outstanding", "g": "good", "ri": "requires_improvement", "i": "inadequate"}


def _grades(table: FoundTable) -> Iterator[ColumnMapping]:
    """Where columns headed with the letter of a grade go: only where three of them stand together, for a letter alone says nothing."""
    lettered = {f.at: (f, grade) for f in table.fields if (grade := _GRADES.get(plain(f.heading)))}
    if len({grade for _, grade in lettered.values()}) == len(lettered) >= ENOUGH:
        for field, grade in lettered.values():
            yield column_mapping(table, field, grade, 90, "90 % sure: the letter of a grade, beside the others")


# ---------- columns of words that stand together ----------


def _parts(
    table: FoundTable, cls: type[Row], free: list[Field], taken: dict[int, ColumnMapping], settings: Settings
) -> dict[int, ColumnMapping]:
    """Columns left over that say a part of one of ours: a cause beside an event, further actions beside the controls there are."""
    found: dict[int, ColumnMapping] = {}
    for name, phrases in PARTS.get(cls, {}).items():
        target = next(c for c in columns(cls) if c.name == name)
        for field in free:
            likeness, phrase = max(((like(field.heading, p), p) for p in phrases), default=(0.0, ""))
            fits = how_much_fits(table, field, cls, replace(target, id_prefix=""), settings)
            known = likeness >= LEAST_PART and likeness > likest(field.heading, NOWHERE)[0]
            if field.at not in found and known and fits:
                sure = round(likeness * 0.8)
                found[field.at] = column_mapping(
                    table, field, name, sure, f"{sure} % sure: “{field.heading}” is like “{phrase}”, and stands with it"
                )
    return found
