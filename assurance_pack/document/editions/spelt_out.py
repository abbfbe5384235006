"""Abbreviations spelt out where they first stand; nobody's own words are touched: what they mean is said after them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...abbreviations import abbreviations, standing
from ...settings import Settings
from ..asides import aside, in_one_bracket
from ..blocks import Block, Heading
from ..blocks.runs import Quote, Run, Runs, Text
from ..section import Section
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
        whole_words = {short: whole for short, whole in abbreviations(settings) if short not in known}
        if plan := whole_words.pop("EHC plan", ""):
            whole_words["EHC"] = plan.removesuffix(" plan")
        self.left = whole_words

    def block(self, block: Block) -> Block:
        if isinstance(block, Heading) and block.level == 3:
            return replace(block, text=self.text(block.text))
        return with_runs(block, self.runs)

    def runs(self, content: Runs) -> Runs:
        out: list[Run] = []
        for run in content:
            out.append(replace(run, text=self.text(run.text)) if isinstance(run, Text) else run)
            if isinstance(run, Quote):
                out += self.beside(run)
        return in_one_bracket(out)

    def text(self, text: str) -> str:
        for short, whole in tuple(self.left.items()):
            if found := standing(short, text):
                del self.left[short]
                text = f"{text[: found.end()]} ({whole}){text[found.end() :]}"
        return text

    def beside(self, words: Quote) -> Runs:
        """`` (SALT: speech and language therapy)``: what abbreviations among somebody's own words mean; nothing where there are none to spell."""
        here = [(short, whole) for short, whole in self.left.items() if standing(short, words.text)]
        self.left = {short: whole for short, whole in self.left.items() if (short, whole) not in here}
        said = "; ".join(f"{short}: {whole}" for short, whole in here)
        return aside(words.said, (Text(said, quiet=True),)) if here else ()
