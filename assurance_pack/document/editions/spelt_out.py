"""Abbreviations spelt out where they first stand; nobody's own words are touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ...settings import Settings
from ..blocks import Block, Heading
from ..blocks.runs import Runs, Text
from ..section import Section
from ..sections.about.definitions import abbreviations
from ..texts import with_runs


def spelt_out(sections: Iterable[Section], settings: Settings, known: Iterable[str] = ()) -> tuple[Section, ...]:
    """The sections, each abbreviation followed by what it stands for where it is first used: ``SEND (special educational needs …)``.

    Those its readers know by heart stay as they are.
    """
    speller = _Speller(settings, frozenset(known))
    return tuple(replace(s, blocks=tuple(speller.block(b) for b in s.blocks)) for s in sections)


class _Speller:
    """Reads on from block to block, and spells each abbreviation once."""

    def __init__(self, settings: Settings, known: frozenset[str]) -> None:
        each = ((short.removesuffix(" plan"), whole.removesuffix(" plan")) for short, whole in abbreviations(settings))
        self.left = {short: whole for short, whole in each if short not in known}

    def block(self, block: Block) -> Block:
        if isinstance(block, Heading) and block.level == 3:
            return replace(block, text=self.text(block.text))
        return with_runs(block, self.runs)

    def runs(self, content: Runs) -> Runs:
        return tuple(replace(run, text=self.text(run.text)) if isinstance(run, Text) else run for run in content)

    def text(self, text: str) -> str:
        for short, whole in tuple(self.left.items()):
            found = re.search(rf"(?<![\w(-]){re.escape(short)}s?(?![\w-])(?! \()", text)
            if found:
                del self.left[short]
                text = f"{text[: found.end()]} ({whole}){text[found.end() :]}"
        return text
