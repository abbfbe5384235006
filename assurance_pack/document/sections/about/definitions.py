"""What the words and symbols mean: every scale the pack uses, from `pack.toml`, so that the page cannot say otherwise than the forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....abbreviations import abbreviations, standing
from ....assess.small_numbers import meanings
from ....english import lower_first
from ....settings import Settings
from ....settings.words import WordDef
from ...blocks import Heading, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Run, Runs, Status, Text, runs
from ...phrases import no_return
from ...section import Section

OUTCOMES = (
    "Corroborated: two sources agree through different lenses and none opposes; assurance only with lived experience among them and "
    "nothing against it. Contradiction: one positive, one a concern. Mixed: something on both sides. Weak concern: “{milestone_status.at_risk}”; alone it "
    "neither contradicts nor corroborates. Single source: one lens or data set. Stale: nothing new enough."
)


KEY = "words"
TITLE = "Glossary"
LETTERS = (
    ("A", "action"),
    ("B", "matter for the Board"),
    ("C", "challenge"),
    ("D", "decision"),
    ("M", "milestone"),
    ("N", "matter for RDG"),
    ("P", "partner’s concern"),
    ("Q", "quality assurance finding"),
    ("R", "risk"),
    ("TF", "Task & Finish Group"),
    ("V", "words of families, young people or settings"),
    ("X", "exceptional issue"),
)
"""What an ID begins with."""


def write(settings: Settings, printed: str) -> Section:
    """The scales, the abbreviations and what IDs begin with: at the very end, where they are looked up.

    Of abbreviations and IDs only those that stand in the words `printed` before it.
    """
    spelt = "; ".join(f"{short}, {whole}" for short, whole in abbreviations(settings) if standing(short, printed, spelt=True))
    begins = "; ".join(f"{letter}, {what}" for letter, what in LETTERS if re.search(rf"\b{letter}-", printed))
    codes = "; ".join(f"{w.code}, {w.name}" for w in settings.workspaces)
    rows = (
        *scales(settings),
        *((("Abbreviations", runs(f"{spelt}.")),) if spelt else ()),
        *((("IDs", runs(f"They begin with: {begins}; then {codes}.")),) if begins else ()),
    )
    table = Table(
        caption=TITLE,
        caption_shown=False,
        columns=(TableColumn(runs("What"), 0), TableColumn(runs("Meaning"), 12)),
        rows=tuple(TableRow((TableCell(runs(name)), TableCell(meaning))) for name, meaning in rows),
        summary="Each scale used in this pack and what its words, letters and symbols mean; then abbreviations, and what IDs begin with.",
        anchor="definitions",
        style="tight",
    )
    return Section(KEY, TITLE, (Heading(2, TITLE, anchor=KEY), table), annex=True)


def scales(settings: Settings) -> Iterator[tuple[str, Runs]]:
    """Each scale by its name, and what it means."""
    yield (
        "Milestone status",
        _statuses(settings.words("milestone_status"), "No return: none came."),
    )
    yield "Confidence", (Text("RDG’s professional judgement of delivery on time. "), *_statuses(settings.words("confidence"), ""))
    yield "Risk", runs(f"{_risk_score(settings)} {_defined(settings.words('level'))}")
    yield "Assurance", runs(f"{_defined(settings.words('assurance'))} Lines: {', '.join(w.word for w in settings.words('line'))}.")
    yield "Triangulation", runs(settings.worded(OUTCOMES))
    yield "Symbols", runs(symbols(settings))


def _statuses(words: tuple[WordDef, ...], ending: str) -> Runs:
    out: list[Run] = []
    for word in words:
        out += [*((Text(" "),) if out else ()), Status(word.meaning, word.letter, word.word), Text(f": {lower_first(word.definition)}")]
    if ending:
        out += [Text(" "), no_return(ending.partition(":")[0]), Text(ending.partition(":")[2].join((":", "")))]
    return tuple(out)


def _defined(words: tuple[WordDef, ...]) -> str:
    return " ".join(f"{w.word}: {lower_first(w.definition)}" if w.definition else f"{w.word}." for w in words)


def _risk_score(settings: Settings) -> str:
    bands = ", ".join(f"{b.name} {b.least} to {b.most}" for b in settings.bands)
    return f"Likelihood times impact, each 1 to 5. {bands}."


def symbols(settings: Settings) -> str:
    """The square-bracket shorthand, with the small-number rule in force."""
    return "; ".join(f"{symbol} {meaning}" for symbol, meaning in meanings(settings.small_numbers).items()) + "."
