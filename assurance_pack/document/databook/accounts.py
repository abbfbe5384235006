"""The account of what was made of the registers, for the data book: returns, problems, signals, trends, changes, figures, crosswalk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...assess.changes import Changes
from ...assess.enquiry import RULE
from ...assess.signals import Direction
from ...model.problem import Problem
from ...position.named import named_figures
from ...position.whole import Position
from ...rules import all_rules
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...senders import sender_name
from ...settings.words import WordDef
from ..blocks.book import BookColumn, BookSheet
from ..blocks.runs import plain
from ..crosswalk import Crosswalk
from ..sections import SECTIONS
from ..sections.about.definitions import scales

TEXT, PLACE = 60.0, 44.0
VARIATION = (
    "Process-control (XmR) charts after the NHS Making Data Count method. Improving or worsening: a change that chance alone would hardly "
    "give. Common cause: the usual variation. Trial limits rest on fewer than 12 figures."
)


@dataclass(frozen=True)
class VersionChanges:
    """What a later version of a month's pack changes of the version before, ``1.0``."""

    before: str
    changes: Changes


def accounts(
    case: Case, verdicts: Verdicts, crosswalk: Crosswalk, position: Position, version: VersionChanges | None = None
) -> Iterator[BookSheet]:
    """The sheets that follow the registers."""
    yield _returns(case)
    yield _problems(case, verdicts)
    yield _signals(case)
    yield _themes(case)
    yield _trends(case)
    yield _periods(case)
    since = f"Every difference from {case.last.month.name}." if case.last else "There is no earlier record to compare with."
    yield _changes("Changes since last time", since, case.changes)
    if version:
        yield _changes(f"Changes since {version.before}", f"Every difference from version {version.before} of this month.", version.changes)
    yield _figures(position)
    yield _crosswalk(crosswalk, case)
    yield _definitions(case)


def _columns(*named: tuple[str, str, float]) -> tuple[BookColumn, ...]:
    return tuple(BookColumn(heading, kind, width) for heading, kind, width in named)  # type: ignore[arg-type]  # written out below


def _returns(case: Case) -> BookSheet:
    rows = tuple(
        (
            sender_name(r.sender, case.settings) if r.sender else "Not known",
            r.kind,
            r.state.value,
            r.due,
            r.received,
            r.file,
            r.sha256,
            r.note,
        )
        for r in case.returns.receipts
    )
    named = _columns(
        ("Return", "text", 34), ("Kind", "text", 14), ("State", "text", 18), ("Due", "date", 14), ("Received", "date", 14), ("File", "text", 40),
        ("SHA-256", "text", 30), ("Note", "text", TEXT),
    )  # fmt: skip
    return BookSheet("Returns register", "Each return expected and each file received, and what became of it.", named, rows)


def _problems(case: Case, verdicts: Verdicts) -> BookSheet:
    titles = {r.id: case.settings.worded(r.title) for r in all_rules()}
    rows = tuple(_problem(p, titles, case) for p in (*verdicts.problems, *verdicts.waived))
    named = _columns(
        ("Rule", "text", 9), ("How much it matters", "text", 12), ("What should be so", "text", 40), ("What was found", "text", TEXT),
        ("How to put it right", "text", TEXT), ("Return", "text", 30), ("Items", "text", 22), ("Where", "text", PLACE), ("Waived", "text", 40),
    )  # fmt: skip
    return BookSheet(
        "Problems and prompts", "Everything the rules found, with its cells; waived ones say by whom and until when.", named, rows
    )


def _problem(p: Problem, titles: dict[str, str], case: Case) -> tuple[str, ...]:
    waived = f"by {p.waiver.by} until {p.waiver.until.isoformat()}: {p.waiver.reason}" if p.waiver else ""
    where = "; ".join(str(c) for c in p.cells)
    sender = sender_name(p.sender, case.settings) if p.sender else ""
    return (p.rule, p.severity.value, titles.get(p.rule, ""), p.sentence, p.remedy, sender, ", ".join(p.items), where, waived)


def _signals(case: Case) -> BookSheet:
    themes = {t.id: t.name for t in case.settings.themes}
    rows = tuple(
        (
            themes.get(s.theme, s.theme), s.lens.value, _in_words(s.direction), "strong" if s.strong else "", s.item, s.says, s.source, s.dated,
            "shown, not counted" if s.old else "", "(s)" if s.suggested else "", sender_name(s.sender, case.settings) if s.sender else "", str(s.cell),
        )
        for s in case.signals
    )  # fmt: skip
    named = _columns(
        ("Theme", "text", 34), ("Lens", "text", 13), ("Direction", "text", 11), ("Strength", "text", 10), ("Item", "text", 22), ("What it says", "text", TEXT),
        ("Source", "text", 24), ("Dated", "date", 14), ("Old", "text", 12), ("Suggested theme", "text", 12), ("Return", "text", 30), ("Where", "text", PLACE),
    )  # fmt: skip
    return BookSheet(
        "Signals", "What each source says of each theme, through which lens. Outcomes follow from this table alone.", named, rows
    )


def _themes(case: Case) -> BookSheet:
    themes = {t.id: t.name for t in case.settings.themes}
    rows = tuple(
        (themes.get(o.theme, o.theme), *map(_in_words, o.lenses.values()), o.kind.value, o.only, ", ".join(lens.value for lens in o.gaps))
        for o in case.outcomes
    )
    lenses = (("Data", "text", 12.0), ("Professional", "text", 12.0), ("Lived", "text", 12.0))
    named = _columns(("Theme", "text", 40), *lenses, ("Outcome", "text", 40), ("Single source", "text", 16), ("Gaps", "text", 24))
    return BookSheet("Themes by lens", "What the lenses come to, theme by theme.", named, rows)


def _in_words(direction: Direction) -> str:
    return "weak concern" if direction == "weak" else direction


def _trends(case: Case) -> BookSheet:
    rows = []
    for indicator in case.settings.indicators:
        t = case.trends.get(indicator.code)
        if t:
            latest = t.latest
            rows.append((
                indicator.code, indicator.name, indicator.good, t.target, latest.period if latest else None, latest.value if latest else None,
                t.mean, t.lower, t.upper, "trial" if t.trial else "", t.variation.replace("_", " "), t.assurance.replace("_", " "), t.why, t.rolling, t.note,
            ))  # fmt: skip
    named = _columns(
        ("Code", "text", 9), ("Indicator", "text", 44), ("Good is", "text", 9), ("Target", "number", 10), ("Latest period", "date", 14), ("Latest", "number", 10),
        ("Average", "number", 10), ("Lower limit", "number", 10), ("Upper limit", "number", 10), ("Limits", "text", 8), ("Variation", "text", 16),
        ("Target met", "text", 20), ("Why", "text", 34), ("Twelve months", "number", 12), ("Note", "text", 40),
    )  # fmt: skip
    return BookSheet("Trends", "Each indicator with its average, its limits and what they say.", named, tuple(rows))


def _periods(case: Case) -> BookSheet:
    rows = []
    for code in sorted(case.trends):
        for p in case.trends[code].points:
            where = str(p.cell) if p.cell else ""
            rows.append((code, p.period, p.value, p.numerator, p.denominator, p.symbol, "yes" if p.special else "", p.why, where))
    named = _columns(
        ("Code", "text", 9), ("Period ends", "date", 14), ("Figure", "number", 10), ("Numerator", "number", 11), ("Denominator", "number", 12),
        ("Symbol", "text", 9), ("More than chance", "text", 10), ("Why", "text", 34), ("Where", "text", PLACE),
    )  # fmt: skip
    return BookSheet("Trends by period", "Every figure of every indicator as it is charted.", named, tuple(rows))


def _changes(title: str, about: str, changes: Changes) -> BookSheet:
    worse = {True: "worse", False: "better", None: ""}
    rows = tuple(
        (
            c.named or c.item,
            c.sheet,
            c.kind.value,
            c.column,
            c.before,
            c.after,
            c.days,
            worse[c.worse],
            str(c.cell or ""),
            str(c.previous_cell or ""),
        )
        for c in changes.everything
    )
    named = _columns(
        ("Item", "text", 22), ("Register", "text", 24), ("Change", "text", 11), ("Column", "text", 16), ("Before", "text", 40), ("After", "text", 40),
        ("Days", "whole", 8), ("Way", "text", 9), ("Where now", "text", PLACE), ("Where then", "text", PLACE),
    )  # fmt: skip
    return BookSheet(title, about, named, rows)


def _figures(position: Position) -> BookSheet:
    rows = tuple((f.section, f.name, f.value) for f in named_figures(position))
    named = _columns(("Section", "text", 16), ("Figure", "text", 40), ("Value", "number", 12))
    return BookSheet("Figures", "The counts the Board is shown, by section.", named, rows)


def _crosswalk(crosswalk: Crosswalk, case: Case) -> BookSheet:
    numbers = {key: str(n) for n, key in enumerate(SECTIONS, start=1)}
    rows = tuple(
        (
            sender_name(p.row.sender, case.settings), type(p.row).printed_as, p.row.ref, p.what, ", ".join(numbers.get(s, s) for s in p.sections), p.why,
            p.row.at.file, p.row.at.sheet, p.row.at.ref,
        )
        for p in crosswalk.rows
    )  # fmt: skip
    named = _columns(
        ("Return", "text", 30), ("Kind of row", "text", 20), ("Item", "text", 22), ("What became of it", "text", 14), ("Sections", "text", 10),
        ("Why", "text", TEXT), ("File", "text", 34), ("Sheet", "text", 16), ("Cell", "text", 8),
    )  # fmt: skip
    counts = ", ".join(f"{n} {what}" for what, n in crosswalk.counts.items())
    return BookSheet("Crosswalk", f"Every row read, once, and what became of it: {crosswalk.read} rows: {counts}.", named, rows)


def _definitions(case: Case) -> BookSheet:
    settings = case.settings
    rows = [(name, plain(meaning), "") for name, meaning in scales(settings)]
    rows += [("Lines of enquiry", RULE.format(most=settings.limits.lines_of_enquiry), ""), ("Variation", VARIATION, "")]
    rows += [(f"Indicator {i.code}", f"{i.name}. {i.definition}", i.source) for i in settings.indicators]
    rows += [(c.name, f"Board: Mandatory escalation to the Board: “{c.clause}”", "") for c in settings.categories]
    rows += [(f"List: {name.replace('_', ' ')}", _defined_words(words), "") for name, words in settings.lists.items()]
    named = _columns(("Term", "text", 34), ("Meaning", "text", 90), ("Source", "text", 34))
    return BookSheet("Definitions", "Every scale, indicator and list of words used.", named, tuple(rows))


def _defined_words(words: Iterable[WordDef]) -> str:
    return "; ".join(f"{w.word}: {w.definition}" if w.definition else w.word for w in words)
