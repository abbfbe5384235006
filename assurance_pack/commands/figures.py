"""`pack figures`: each figure of the Board pack as SVG and PNG, with the sentence that says what it shows, for a slide or a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..document.blocks import Figure
from ..document.editions import BOARD, issue
from ..english import counted
from ..home import Home
from ..model import Month
from ..pipeline import Progress, understand
from ..render.figure_files import drawing_and_picture
from ..settings import Settings
from .afresh import write_afresh
from .formats import assets_for
from .nothing_read import refuse_an_empty_one

FOLDER, WORDS = "figures", "figures.txt"


@dataclass(frozen=True)
class FiguresWritten:
    """Where the figures are, and which: (the name of its files without their ending, its caption)."""

    folder: Path
    figures: tuple[tuple[str, str], ...]


def figures(home: Home, month: Month, settings: Settings, *, progress: Progress = lambda stage: None) -> FiguresWritten:
    """Write each figure of the month's Board pack; `figures.txt` has the caption and the alternative text of each, ready to paste.

    Raises:
        NothingToRead: there is no folder of returns.
        Refused: text that would print may identify a child.
        OSError: the output cannot be written.
    """
    understood = understand(home, month, settings, progress=progress, refusing=partial(refuse_an_empty_one, home))
    document = issue(BOARD, understood.case, understood.verdicts, understood.position).document
    assets, files, words = assets_for(home, settings), {}, [f"{document.title}. {document.marking}."]
    drawn = [block for block in document.blocks if isinstance(block, Figure)]
    progress("Drawing the figures")
    for figure in drawn:
        name = f"figure-{figure.number}"
        files[f"{name}.svg"], files[f"{name}.png"] = drawing_and_picture(figure, assets)
        words.append(f"{name}.svg, {name}.png\n{figure.caption}\nAlternative text: {figure.alternative_text}")
    folder = home.output(month) / FOLDER
    write_afresh(folder, {**files, WORDS: ("\n\n".join(words) + "\n").encode()})
    return FiguresWritten(folder, tuple((f"figure-{f.number}", f.caption) for f in drawn))


def figure_lines(written: FiguresWritten) -> Iterator[str]:
    """Where they are, and what to do with the words."""
    yield f"{counted(len(written.figures), 'figure').capitalize()}, each as SVG and PNG, in {written.folder}:"
    yield from (f"  {name}: {caption}" for name, caption in written.figures)
    yield f"{WORDS} has the alternative text of each: give it to the picture where you paste it, for those who cannot see it."
