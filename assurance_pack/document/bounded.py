"""Words as far as a page holds them: of a cell somebody filled with a letter, the whole sentences it opens with, and where all of it stands."""

from __future__ import annotations

from dataclasses import replace

from ..position.budget import opened
from ..returns.voice import PLENTY
from .blocks.runs import Quote, Run, Runs, Text
from .phrases import own_words_as_far
from .section import Section
from .texts import with_runs


def bounded(section: Section, where: str) -> Section:
    """The section, no piece of text in it longer than a box of the forms is asked to hold; nothing is cut within a sentence.

    Args:
        section: as it was written.
        where: where the whole of a longer piece stands.
    """

    def shorter(content: Runs) -> Runs:
        return tuple(part for run in content for part in _as_far(run, where))

    return replace(section, blocks=tuple(with_runs(block, shorter) for block in section.blocks))


def _as_far(run: Run, where: str) -> Runs:
    if not isinstance(run, Text | Quote):
        return (run,)
    printed = opened(run.text, PLENTY)
    return own_words_as_far(printed, where, marks=isinstance(run, Quote)) if printed.more else (run,)
