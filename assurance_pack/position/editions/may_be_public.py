"""What may stand in a summary for the public: words without our IDs, without what was withheld, and without a count of very few people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ...english import upper_first
from ...meanings import Publication, YesNo
from ...model import means
from ...model.named_ids import IN_WORDS
from ...returns.board_log import Decision
from ...returns.partner import Concern, Cover
from ...returns.rdg import ForTheBoard
from ...returns.received import Returns
from ...returns.registers import KINDS, has_own_ids
from ...returns.voice import VOICE_RETURN, Voice
from ...rules.case import Case
from ...rules.guard.withhold import WITHHELD
from ...rules.known import as_kept
from ...schema import columns
from ...settings.limits import SmallNumbers
from ..decisions import StandingOver

_ID = rf"(?:{IN_WORDS.pattern}|AP\d{{3}}|IND-\d+)"
_LISTED = rf"{_ID}(?:(?:,| and|, and) {_ID})*"
_ASIDE = re.compile(rf"\s*(?:\((?:see |in |under )?{_LISTED}\)|[:;,]\s*(?:see |in |under )?{_LISTED}(?=\s*[.;,]|\s*$))", re.IGNORECASE)
_NAMED = re.compile(_ID, re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?])\s*$")
"""What comes before the first word of a sentence."""
MATTER = next(c.id_prefix for c in columns(ForTheBoard) if c.id_prefix)
UNKNOWN = "something that is not on our records"
"""What stands in the place of an ID that nobody has reported."""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PEOPLE = (
    r"(?:child|children|pupils?|students?|learners?|boys?|girls?|siblings?|brothers?|sisters?|bab(?:y|ies)|toddlers?|teenagers?"
    r"|young (?:person|people|man|woman|men|women)|famil(?:y|ies)|parents?|carers?|mothers?|fathers?)"
)
_NO_COUNT = ("year", "years", "stage", "stages", "band", "tier", "in", "every", "any", "no")
"""Words before a small number that make it no count of people: Year 4 pupils, one in 4 children, every one of the families."""


@dataclass(frozen=True)
class Held:
    """Words that are not given to the public: of which item, and why."""

    ref: str
    why: Literal["withheld", "counts very few people", "is exempt"]


def fit(ref: str, text: str, rule: SmallNumbers) -> Held | None:
    """Whether some words may stand as they are; if not, why."""
    if WITHHELD in text:
        return Held(ref, "withheld")
    return Held(ref, "counts very few people") if counts_few(text, rule) else None


def counts_few(text: str, rule: SmallNumbers) -> bool:
    """Whether a text counts 1 to so few children, young people or parents that somebody might know who they are."""
    small = "|".join([*map(str, range(1, rule.most + 1)), *_WORDS[: rule.most]])
    few = rf"(?<![\w£.,–-])(?:{small})(?: of (?:(?:our|the|these|those|their|my)\b ?)?[\w,]*)?(?: (?!(?:in|of|to|and|for|where|who|with|from) )[a-z-]*(?:[a-rt-z]|[us]s)){{0,2}}? {_PEOPLE}\b"
    lowered = text.casefold()
    before = (lowered[: found.start()].split() for found in re.finditer(few, lowered))
    return any(not words or words[-1] not in _NO_COUNT for words in before)


def without_ids(text: str, names: Mapping[str, str]) -> str:
    """Words without our IDs: one in brackets or after a comma or colon goes; one that carries the sentence is given its name.

    Args:
        text: as it was written.
        names: what stands in the place of each ID; one not there is on no record, and that is said.
    """
    kept = _ASIDE.sub("", text)

    def name(found: re.Match[str]) -> str:
        said = names.get(as_kept(found[0]), UNKNOWN)
        return upper_first(said) if _OPENS.search(kept[: found.start()]) else said

    return _NAMED.sub(name, kept)


def kinds_for_all(names: Mapping[str, str]) -> dict[str, str]:
    """What anybody may read in the place of an ID whose name is not for all: what kind of thing it is, or whose words.

    Args:
        names: what everything on record is called, by its ID.
    """
    kinds = {c.id_prefix: cls.printed_as for cls in KINDS if has_own_ids(cls) for c in columns(cls) if c.id_prefix}
    return {ref: _in_its_place(ref, name, kinds) for ref, name in names.items()}


def _in_its_place(ref: str, name: str, kinds: Mapping[str, str]) -> str:
    letter = ref.partition("-")[0]
    if letter == MATTER:
        return "a question for the Board"
    if letter == VOICE_RETURN.id_letter:
        return f"the words of the {name}"
    kind = kinds.get(letter, Concern.printed_as)
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} on our list"


def is_exempt(decision: Decision, case: Case) -> bool:
    """Whether a decision stands in no edition for the public: it is marked so, or says nothing and its matter is."""
    if decision.publication:
        return means(decision.publication, Publication.EXEMPT)
    brought = (m for returns in (case.returns, *reversed(case.earlier)) for m in returns.of(ForTheBoard) if m.id and m.id == decision.item)
    return means(next((m.publication for m in brought), None), Publication.EXEMPT)


def is_exempt_matter(matter: ForTheBoard) -> bool:
    """Whether a matter stands in no edition for the public, whatever is decided on it."""
    return means(matter.publication, Publication.EXEMPT)


def is_public(matter: ForTheBoard) -> bool:
    """Whether a matter still to be decided may stand in an edition for the public: only where it is marked so."""
    return means(matter.publication, Publication.PUBLIC)


def marked(one: StandingOver, mark: Publication) -> bool:
    """Whether a matter that stands over is marked so: as its line in the log says, or its matter where that says nothing."""
    return means(one.log.publication if one.log and one.log.publication else one.matter.row.publication, mark)


def agreed(months: Iterable[Returns]) -> frozenset[str]:
    """The IDs of words whose form says that they may be quoted in public; left empty, it says that they may not."""
    yes: set[str] = set()
    no: set[str] = set()
    for month in months:
        for voice in month.of(Voice):
            (yes if means(voice.may_quote, YesNo.YES) else no).update(voice.box_id(name) for name, _ in voice.boxes)
        willing = {c.sender for c in month.of(Cover) if means(c.may_quote, YesNo.YES)}
        for concern in month.of(Concern):
            (yes if concern.sender in willing else no).add(concern.id)
    return frozenset(yes - no)
