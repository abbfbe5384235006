"""Runs of a block as runs of Word: emphasis, references, statuses, signs, somebody's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from ...document.blocks.runs import Bar, BarHead, Break, Link, Quote, Ref, Run, Runs, Sign, Status, Text, with_ids_apart
from ..binding import stands_whole
from ..characters import reads_from_the_right
from ..charts import history
from ..look import STATUS, WHITE
from .links import Links
from .xml import NBSP, UNBREAKING_HYPHEN, el, run

GLYPHS = {
    ("square", True): "■",
    ("circle", True): "●",
    ("triangle", True): "▲",
    ("diamond", True): "◆",
    ("square", False): "□",
    ("circle", False): "○",
}
"""The shape beside each letter, filled or in outline, as far as a computer has a font with it: hexagons are rare."""

HEADLINE_MARK = 30
"""The size of shape and letter beside a headline number, in half-points."""

SIGNS = {"positive": ("SignPositive", "+"), "concern": ("SignConcern", "−"), "weak": ("SignPositive", "−"), "mixed": ("SignMixed", "±")}


@dataclass(frozen=True)
class Setting:
    """Where runs stand, as far as it changes how they are written."""

    bold: bool = False
    """In a paragraph that is bold throughout."""
    panel: bool = False
    """On the filled panel."""
    row_header: bool = False
    """In the header cell of a row: a status or a quiet word stands on a line of its own."""
    heading: bool = False
    """In the head of a column, which is narrow."""
    headline: bool = False
    """As a headline number."""
    coloured: bool = False
    """Where links are coloured: on the front page alone, for in running text colour on every reference would be all one sees."""
    style: str = ""
    """The character style of plain words."""


PLAIN = Setting()


def runs_of(content: Runs, links: Links, setting: Setting = PLAIN) -> list[Element]:
    """The runs of Word for some runs, in order."""
    out: list[Element] = []
    for is_history, some in history.parted(content):
        out += [links.drawn(some)] if is_history else _each(some, links, setting)
    return out


def _each(content: Runs, links: Links, setting: Setting) -> list[Element]:
    out: list[Element] = []
    before: Run | None = None
    for one in content:
        if setting.row_header and before is not None and not isinstance(before, Break) and _stands_alone(one):
            out.append(run("\n"))
        own = setting if before is None else replace(setting, row_header=False)
        out += _status(one, own) if isinstance(one, Status) else _run(one, links, own)
        before = one
    return out


def _stands_alone(one: Run) -> bool:
    return isinstance(one, Status) or (isinstance(one, Text) and one.quiet)


def _run(one: Run, links: Links, setting: Setting) -> list[Element]:
    match one:
        case Text(text=text, strong=strong, quiet=quiet):
            return [_run_of_words(text, setting, strong, quiet)]
        case Ref(text=text, target=target, strong=strong, quiet=quiet):
            return _reference(text, target, links, setting, strong, quiet)
        case Link(text=text, address=address):
            return links.away(address, [run(text, "Hyperlink", bold=True if setting.bold else None)])
        case Quote():
            return _quoted(one.said, setting)
        case Sign(direction="none", word=word, note=note):
            return [_run_of_words(word + (f", {note}" if note else ""), setting, quiet=True)]
        case Sign(direction=direction, word=word, note=note):
            style, sign = SIGNS[direction]
            return [run(f"{NBSP}{sign}{NBSP}", style), _run_of_words(NBSP + word + (f", {note}" if note else ""), setting)]
        case Break():
            return [run("\n")]
        case Bar() | BarHead():
            return [links.drawn(one)]
    raise TypeError(f"Word has no way to print a run of the kind {type(one).__name__}.")


def _quoted(text: str, setting: Setting) -> list[Element]:
    """Somebody's own words; where some of their lines are read from the right, each line is a run of its own, so that none turns another."""
    lines = text.split("\n")
    if not any(reads_from_the_right(line) for line in lines):
        return [_run_of_words(text, setting)]
    return [_run_of_words(line if at == len(lines) - 1 else f"{line}\n", setting) for at, line in enumerate(lines)]


def ids_whole(text: str) -> str:
    """Words whose IDs do not break at their hyphens."""
    return "".join(piece.replace("-", UNBREAKING_HYPHEN) if is_id else piece for is_id, piece in with_ids_apart(text))


def _found_by_its_id(text: str) -> str:
    """Words at the head of a row: the hyphens of the ID they begin with are plain, for a search in Word finds no others; the column holds it whole."""
    first = next((piece for is_id, piece in with_ids_apart(text) if is_id), "")
    return first + ids_whole(text[len(first) :]) if text.startswith(first) else ids_whole(text)


def _run_of_words(text: str, setting: Setting, strong: bool = False, quiet: bool = False) -> Element:
    text = _found_by_its_id(text) if setting.row_header else ids_whole(text)
    # A bold character style inside a bold paragraph style would switch bold off again: weight is set on the run where it matters.
    if quiet:
        return run(text, "PanelWhy" if setting.panel else "Quiet", bold=strong or None if not setting.bold else strong)
    if strong and setting.style:
        return run(text, setting.style, bold=True)
    return run(text, "Strong" if strong and not setting.bold else setting.style)


def _reference(text: str, target: str, links: Links, setting: Setting, strong: bool, quiet: bool) -> list[Element]:
    words = text
    if stands_whole(text):
        words = (text if setting.row_header else text.replace("-", UNBREAKING_HYPHEN)).replace(" ", NBSP)
    if target not in links.names or not setting.coloured:
        return links.link(target, [_run_of_words(words, setting, strong, quiet)])
    return links.link(target, [run(words, "Hyperlink", bold=True if strong or setting.bold else None)])


def _status(status: Status, setting: Setting) -> list[Element]:
    """Shape, letter and word."""
    if status.meaning not in STATUS:
        raise ValueError(f"Word knows no status with the meaning “{status.meaning}”.")
    mark = STATUS[status.meaning]
    letter = run(f"{NBSP}{status.letter}{NBSP}", status_style(status.meaning), bold=True)
    # The head of a column is narrow: there the word may stand below its letter, and the shape is left to the rows.
    shape = not setting.heading and not setting.panel
    word = _run_of_words((" " if setting.heading else NBSP) + status.word, setting, status.strong)
    glyph = GLYPHS.get((mark.shape, mark.fill != WHITE)) if shape else None
    marks = [letter] if glyph is None else [run(glyph + NBSP, "StatusShape", bold=False if setting.bold else None), letter]
    if setting.headline:
        for one in marks:
            one[0].append(el("sz", val=HEADLINE_MARK))
    return [*marks, word]


def status_style(meaning: str) -> str:
    """The character style of a status's letter."""
    return "Status" + meaning.title().replace("_", "")
