"""The last statuses of an item as one small drawing with its words, for files in which a letter cannot be read out as a word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from ...document.blocks.runs import Run, Runs, Status, Text
from ..look import GREY
from .canvas import Canvas

EACH, HIGH = 16.0, 13.6
"""The room of one mark across, and down, in points."""
BASE = 9.8
"""From the top down to the line its letters stand on, in points."""
BLANK = "no status"


def is_history(content: Runs) -> bool:
    """Whether some of these runs are statuses by their letters alone, one month after another."""
    return any(isinstance(run, Status) and not run.word for run in content)


def parted(content: Runs) -> Iterator[tuple[bool, Runs]]:
    """Runs in stretches, in order, and of each whether it is a history: what is none stays together."""
    stretches = (tuple(some) for _, some in groupby(content, _of_a_month))
    for is_one, some in groupby(stretches, is_history):
        yield is_one, tuple(chain.from_iterable(some))


def _of_a_month(run: Run) -> bool:
    return not run.word if isinstance(run, Status) else isinstance(run, Text) and run.text.strip() in ("", "–")


def wide(content: Runs) -> float:
    """How wide the drawing is, in points."""
    return EACH * len(_months(content))


def words(content: Runs) -> str:
    """What is read in its place: ``on track, then at risk``."""
    return ", ".join(run.read or run.letter if isinstance(run, Status) else BLANK for run in _months(content))


def draw(canvas: Canvas, content: Runs) -> None:
    """The marks side by side; a month without a status is a dash."""
    for at, run in enumerate(_months(content)):
        if isinstance(run, Status):
            canvas.mark(at * EACH, HIGH, run.meaning, run.letter)
        else:
            canvas.text(at * EACH + HIGH / 2, BASE, run.text, anchor="middle", fill=GREY)


def _months(content: Runs) -> list[Status | Text]:
    return [run for run in content if isinstance(run, Status) or (isinstance(run, Text) and run.text.strip())]
