"""What the words and symbols mean: every scale the pack uses, from `pack.toml`, so that the page cannot say otherwise than the forms."""

from __future__ import annotations

from collections.abc import Iterator

from ....assess.small_numbers import meanings
from ....english import lower_first
from ....settings import Settings, WordDef
from ...blocks import Block, Run, Runs, Status, Table, TableCell, TableColumn, TableRow, Text, runs
from ...phrases import no_return

OUTCOMES = (
    "Corroborated: two sources agree through different lenses and none opposes; assurance only with lived experience among them and "
    "nothing against it. Contradiction: one positive, one a concern. Mixed: something on both sides. Weak concern: at risk; alone it "
    "neither contradicts nor corroborates. Single source: one lens or data set. Stale: nothing new enough."
)


def definitions(settings: Settings) -> tuple[Block, ...]:
    """One table: each scale, and what its words mean."""
    return (
        Table(
            caption="What the words and symbols mean",
            columns=(TableColumn(runs("Scale"), 0), TableColumn(runs("Meaning"), 12)),
            rows=tuple(TableRow((TableCell(runs(name)), TableCell(meaning))) for name, meaning in scales(settings)),
            summary="Each scale used in this pack and what its words, letters and symbols mean.",
            anchor="definitions",
            style="tight",
        ),
    )


def scales(settings: Settings) -> Iterator[tuple[str, Runs]]:
    """Each scale by its name, and what it means."""
    yield (
        "Milestone status",
        _statuses(settings.words("milestone_status"), "No return: nothing was received, and the last status is not shown."),
    )
    yield "Confidence", (Text("RDG’s professional judgement of delivery on time. "), *_statuses(settings.words("confidence"), ""))
    yield "Risk", runs(f"{_risk_score(settings)} {_words(settings.words('level'))}")
    yield "Assurance", runs(f"{_words(settings.words('assurance'))} Lines: {', '.join(w.word for w in settings.words('line'))}.")
    yield "Triangulation", runs(OUTCOMES)
    yield "Symbols", runs(symbols(settings))


def _statuses(words: tuple[WordDef, ...], ending: str) -> Runs:
    out: list[Run] = []
    for word in words:
        out += [*((Text(" "),) if out else ()), Status(word.meaning, word.letter, word.word), Text(f": {lower_first(word.definition)}")]
    if ending:
        out += [Text(" "), no_return(ending.partition(":")[0]), Text(ending.partition(":")[2].join((":", "")))]
    return tuple(out)


def _words(words: tuple[WordDef, ...]) -> str:
    return " ".join(f"{w.word}: {lower_first(w.definition)}" if w.definition else f"{w.word}." for w in words)


def _risk_score(settings: Settings) -> str:
    bands = ", ".join(f"{b.name} {b.least} to {b.most}" for b in settings.bands)
    return f"Likelihood times impact, each 1 to 5. {bands}."


def symbols(settings: Settings) -> str:
    """The square-bracket shorthand, with the small-number rule in force."""
    return "; ".join(f"{symbol} {meaning}" for symbol, meaning in meanings(settings.small_numbers).items()) + "."
