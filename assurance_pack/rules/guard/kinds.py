"""The kinds of thing the guard looks for, and how one text is read for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...later import Later
from ...model.text import NAME_PLACES, TextPlace
from . import addresses, telephones
from . import numbers as patterns
from .alike import alike
from .bank_numbers import account_numbers
from .birth_dates import birth_dates
from .case_references import case_references, without_buildings
from .names import named_child, named_person, says_something, without_colleagues
from .narrative import one_childs_story
from .numbers import Span
from .people import without_sayings
from .titles import as_words, named_in_a_title, surname_in_capitals, without_ending
from .told import Told
from .weighing import weighs_as_a_name, weighs_as_a_story


@dataclass(frozen=True)
class Kind:
    """One kind of thing looked for: its rule, how a person would name it, and how it is found; `of_staff`, whether it may stand where nothing prints;
    `digits`, how many it has at least: what always has ten is looked for only in a text that has so many, which most have not;
    `as_written`, whether its own signs matter, so that it is looked for in the text as it stands and not as `alike` reads it."""

    rule: str
    name: str
    find: Callable[[str, Told], bool | list[Span]]
    checked: bool = False
    hint: bool = False
    of_staff: bool = False
    digits: int = 0
    as_written: bool = False

    def spans(self, text: str, told: Told) -> list[Span]:
        """Where it stands in a text."""
        found = self.find(text if self.as_written else alike(text), told)
        return found if isinstance(found, list) else []


_DIGITS = Later(r"\d")


def _may_stand(kinds: tuple[Kind, ...], text: str) -> list[Kind]:
    """The kinds of which a text has digits enough."""
    here = len(_DIGITS.findall(alike(text)))
    return [kind for kind in kinds if kind.digits <= here]


def _addresses(text: str, told: Told, *, at_work: bool) -> list[Span]:
    spans = addresses.emails(text, told.mailboxes, told.known_addresses)
    return [s for s in spans if addresses.at_work(text[slice(*s)], told.staff_domains) is at_work]


def _case_references(text: str, told: Told) -> list[Span]:
    return [*case_references(text), *(m.span() for m in told.references(text) if m[0])]


def _names_a_child(text: str) -> bool:
    return named_child(text) or (says_something(text) and weighs_as_a_name(without_colleagues(text)))


NUMBERS = (
    Kind("AP501", "an NHS number", lambda text, told: patterns.nhs_numbers(text), checked=True, digits=10),
    Kind("AP502", "a unique pupil number (UPN)", lambda text, told: patterns.pupil_numbers(text), checked=True, digits=11),
    Kind("AP503", "a unique learner number (ULN)", lambda text, told: patterns.learner_numbers(text), checked=True, digits=10),
)
ADDRESSES = (
    Kind("AP504", "a National Insurance number", lambda text, told: patterns.insurance_numbers(text), digits=6),
    Kind("AP508", "a date of birth", lambda text, told: birth_dates(text, told.at)),
    Kind("AP506", "a person’s e-mail address", lambda text, told: _addresses(text, told, at_work=False), as_written=True),
    Kind(
        "AP506",
        "the e-mail address of a member of staff",
        lambda text, told: _addresses(text, told, at_work=True),
        of_staff=True,
        as_written=True,
    ),
    Kind("AP506", "somebody’s name on social media", lambda text, told: addresses.accounts(text), as_written=True),
    Kind("AP505", "a full postcode", lambda text, told: addresses.postcodes(text), digits=2),
    Kind("AP505", "the address of a home", lambda text, told: addresses.home_addresses(text)),
    Kind("AP509", "a case reference", _case_references),
    Kind("AP509", "the number of an account or a card", lambda text, told: account_numbers(text), digits=6),
    Kind("AP512", "an identifier with one character mistyped", lambda text, told: patterns.nearly_nhs_numbers(text), hint=True, digits=10),
    Kind(
        "AP512", "an identifier with one character mistyped", lambda text, told: patterns.nearly_pupil_numbers(text), hint=True, digits=11
    ),
    Kind("AP507", "a telephone number", lambda text, told: telephones.phones(text, told.known_phones), digits=1),
)
STORIES = (
    Kind("AP510", "one child’s story", lambda text, told: one_childs_story(text) or weighs_as_a_story(text)),
    Kind("AP511", "the name of a child or parent", lambda text, told: _names_a_child(without_sayings(told.places.sub("Local", text)))),
    Kind("AP513", "a person’s name", lambda text, told: named_person(text), hint=True),
)


_SENTENCES = Later(r"(?<=[.!?;])\s+|\n+")


def told_in(kind: Kind, text: str, told: Told) -> int:
    """Which sentence of a text tells one child's story, counted from one; nought for any other kind, of a text of one sentence, and where it takes several to tell."""
    sentences = [said for said in _SENTENCES.split(text) if said.strip()] if kind.rule == "AP510" else []
    if len(sentences) < 2:
        return 0
    return next((n for n, said in enumerate(sentences, start=1) if kind.find(patterns.plain(said), told)), 0)


TOO_MUCH = Kind("AP514", "more text than can be looked through", lambda text, told: False)
"""What the guard could not finish: it is withheld, never passed."""


def kinds_in(text: str, where: TextPlace, told: Told) -> Iterator[Kind]:
    """The kinds of thing found in one text. What is one thing is not another: an NHS number is no telephone number."""
    if where is TextPlace.NUMBER:
        yield from _in_number(text)
        return
    if where in NAME_PLACES:
        yield from _in_name(text, told)
        return
    if where is TextPlace.TRACE:
        yield from _in_trace(patterns.plain(text), told)
        return
    yield from in_words(text, told)


def in_words(text: str, told: Told) -> Iterator[Kind]:
    """The kinds of thing found in what is read as words."""
    read = patterns.plain(text)
    yield from dict.fromkeys(kind for window in windows(read) for kind in _in_words(window, told))


AT_ONCE, OVERLAP = 4_000, 400
"""Characters read at a time, and read again with what follows: the patterns look no further than this, and take time with what they see."""


def windows(text: str) -> Iterator[str]:
    """A long text in pieces, each beginning with the end of the one before: work grows with the length of a text and no faster."""
    yield text[:AT_ONCE]
    for start in range(AT_ONCE - OVERLAP, len(text) - OVERLAP, AT_ONCE - OVERLAP):
        yield text[start : start + AT_ONCE]


def _in_words(read: str, told: Told) -> Iterator[Kind]:
    if len(read) < 4:
        return
    for kind in _may_stand(NUMBERS, read):
        if spans := kind.spans(read, told):
            yield kind
            read = _without(read, spans)
    spoken = telephones.in_digits(read)
    if spoken != read:
        yield from (kind for kind in (*NUMBERS, *(k for k in ADDRESSES if k.rule == "AP507")) if kind.spans(spoken, told))
    for phrase in told.allow:
        read = re.sub(re.escape(phrase), " ", read, flags=re.IGNORECASE)
    yield from _waivable(read, told)


_BY_MACHINE = Later(
    r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9A-Z]{8,}-\d+-\d+\b|\b(?:https?://|S::|i:0#|0x)\S+|\b\d{4}-\d\d-\d\dT\S+",
    re.IGNORECASE,
)
"""Ids, addresses and times that no hand wrote: some of their digits pass a check by chance."""


def _in_trace(read: str, told: Told) -> Iterator[Kind]:
    """In the traces of staff: no name, address or telephone number there is a child's, but a number with its check digit is looked for."""
    read = _BY_MACHINE.sub(" ", read)
    yield from (kind for kind in NUMBERS if kind.spans(read, told))


_NAMED_CHILD = next(k for k in STORIES if k.rule == "AP511")


def _in_name(name: str, told: Told) -> Iterator[Kind]:
    """The kinds of thing found in the name of a file, sheet or folder, as it stands and as words: “jayden_smith.plan” too is a name.

    Nobody's role is in a file's name: a person's name there is taken for a child's.
    """
    bare = without_ending(patterns.plain(name))
    words = as_words(bare)
    found = dict.fromkeys((*_in_words(bare, told), *_in_words(words, told)))
    if named_in_a_title(words) or surname_in_capitals(bare):
        found[_NAMED_CHILD] = None
    yield from (kind for kind in found if kind.rule != "AP513")


def _waivable(read: str, told: Told) -> Iterator[Kind]:
    seen: set[str] = set()
    read = without_buildings(read)
    for kind in _may_stand(ADDRESSES, read):
        if spans := kind.spans(read, told):
            if kind.rule not in seen:
                yield kind
            seen.add(kind.rule)
            read = _without(read, spans)
    for kind in STORIES:
        if kind.rule == "AP513" and "AP511" in seen:
            continue
        if kind.find(read, told):
            seen.add(kind.rule)
            yield kind


def _in_number(text: str) -> Iterator[Kind]:
    """A number stored as a number: an identifier typed without its spaces, or a telephone number that has lost its nought."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return
    digits = f"{value:.0f}" if value.is_integer() else ""
    if len(digits) != 10:
        return
    for kind in NUMBERS:
        if kind.find(digits, _NOTHING_TOLD):
            yield kind
            return
    if telephones.phone_as_number(digits):
        yield next(k for k in ADDRESSES if k.rule == "AP507")


_NOTHING_TOLD = Told((), frozenset(), frozenset(), frozenset(), (), None)


def _without(text: str, spans: list[Span]) -> str:
    """The text with these places taken out, so that nothing else is found in them. A word stands in: grammar around it still reads."""
    for start, end in sorted(set(spans), reverse=True):
        text = f"{text[:start]} … {text[end:]}"
    return text


_MAY_HOLD_ONE = Later(r"[\d@]|\bat\b")


def redacted(sentence: str, told: Told) -> str:
    """A sentence with every identifier taken out: the last lock on the door through which messages leave."""
    if not _MAY_HOLD_ONE.search(sentence):
        return sentence
    for kind in (*NUMBERS, *ADDRESSES):
        for start, end in sorted(set(kind.spans(sentence, told)), reverse=True):
            sentence = f"{sentence[:start]}[withheld]{sentence[end:]}"
    return sentence
