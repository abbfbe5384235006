"""What a voice form says of itself, sentence by sentence, so that what somebody wrote on in the same cell or paragraph is told from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256

from ...returns.voice import Voice
from ...schema import columns
from ...settings import Settings
from ..as_typed import plain
from ..recognising.identity import in_letters
from .form_lines import NOTHING, FormLines, is_open, is_said, sentences

_TO = r"(?:\S+@[^\s,;]+|\[[^\]]{{1,40}}\]|{email})"
_SEND = r"please send this back(?: by [^:,;]{{1,40}})?: {to}"
_RING = r"ring [^:]{1,40}: we will write down your words and read them back to you"
_SPLIT_AT = (" ", "")
"""What stood between two lines of a sentence before a key was pressed within it."""
_BETWEEN_CELLS = " \t-–—,;:|"
_LONG = 80
"""Words: no sentence of the form has so many."""


_LETTERS = 8
_MOST_KEPT = 31
"""Sentences: so many fingerprints fit into a property of a document, which has 255 letters."""
_ANOTHER_WORDING = 90
"""Of a hundred: a sentence so like one on record is the same, put otherwise since the form was issued."""


def fingerprints_of(texts: Iterable[str]) -> str:
    """The fingerprints of every sentence of these texts, one after the other, for a form to carry."""
    said = dict.fromkeys(_fingerprint(one) for text in texts for one in sentences(text))
    return "".join(list(said)[:_MOST_KEPT])


def _fingerprint(said: str) -> str:
    return in_letters(sha256(plain(said).encode()).hexdigest()[:_LETTERS])


class FormWords:
    """Tells the form's sentences from those somebody wrote on beside them.

    `earlier` is what the group asked before and was answered, as the record has it; `repeats` the fingerprints of what its form repeats of it, where it carries them.
    """

    def __init__(self, settings: Settings, earlier: Iterable[str] = (), repeats: str = "") -> None:
        """Know what the form says, the address of this area's secretariat, and what stands on the form of this group."""
        self._on_the_form = frozenset(repeats[at : at + _LETTERS] for at in range(0, len(repeats), _LETTERS))
        to = _TO.format(email=re.escape(settings.secretariat.email.casefold()))
        self._contact = re.compile(rf"(?:{_SEND.format(to=to)}|{_RING})[.]?")
        self._before = earlier
        self._settings = settings

    @cached_property
    def _lines(self) -> FormLines:
        """What the form says: made for the few files in which it is looked for."""
        return FormLines(self._settings)

    @cached_property
    def _earlier(self) -> frozenset[str]:
        """Every sentence the group's form repeats: looked up in all months before, so only where something is left that the form does not say."""
        return frozenset(plain(said) for text in self._before for said in sentences(text))

    def repeats(self, text: str) -> bool:
        """Whether a text repeats what the group asked before, so that it can be told what was added."""
        return any(self._asked_or_answered(said) for said in sentences(text))

    def rejoined(self, parts: Sequence[str]) -> list[str | None]:
        """Lines or paragraphs, those that are one sentence of the form put together where it was split; the second of two is none then."""
        left: list[str | None] = list(parts)
        after = ""
        for at in range(len(parts) - 1, -1, -1):
            whole = self._one_sentence(parts[at], after)
            if whole is not None:
                left[at + 1] = None
            left[at] = after = parts[at] if whole is None else whole
        return left

    def whole_lines(self, text: str) -> list[str]:
        """The lines of a text, those that were split put together."""
        return [line for line in self.rejoined(text.split("\n")) if line is not None]

    def _one_sentence(self, first: str, second: str) -> str | None:
        """Two lines as one, where the end of the first and the beginning of the second make a sentence of the form that neither makes alone."""
        ends, begins = list(sentences(first))[-1:], list(sentences(second))[:1]
        if not ends or not begins or (self._says(ends[0]) and self._says(begins[0])):
            return None
        return next((f"{first}{between}{second}" for between in _SPLIT_AT if self._says(f"{ends[0]}{between}{begins[0]}")), None)

    def _says(self, said: str) -> bool:
        return self._lines.say(said) or self._is_ours(said)

    def added(self, text: str) -> str | None:
        """What somebody wrote on in a text of the form; empty where it says what the form says and no more, none where nothing of it is the form's."""
        said = list(sentences("\n".join(self.whole_lines(text))))
        left = [self._beyond(one) for one in said]
        return None if left == said else " ".join(one for one in left if one)

    def added_to_an_answer(self, text: str) -> str:
        """What somebody wrote on where the form repeats an ask or an answer, or in its place.

        A form says by its fingerprints what stood there: every other sentence is somebody's. Of one that carries none, what is on record in
        other words is not, and nothing of a text of which the record does not know a sentence.
        """
        left = [self._beyond(one) for one in sentences("\n".join(self.whole_lines(text)))]
        if self._on_the_form:
            return " ".join(one for one in left if one)
        return " ".join(one for one in left if one and not self._is_on_record_otherwise(one)) if self.repeats(text) else ""

    def _is_on_record_otherwise(self, said: str) -> bool:
        from rapidfuzz import fuzz  # forty modules, for the few forms that repeat an answer and carry no fingerprints

        return any(fuzz.ratio(plain(said), one) >= _ANOTHER_WORDING for one in self._earlier)

    def _beyond(self, said: str) -> str:
        """A sentence without a line of the form with which it begins, where that ends with no mark; what only begins like a sentence of the form is somebody's."""
        if self._is_ours(said) or self._nearly_says(said):
            return ""
        words = said.split()
        while words and len(words) <= _LONG:
            ours = next((upto for upto in range(len(words), 0, -1) if self._goes_on(" ".join(words[:upto]))), 0)
            if not ours:
                break
            words = words[ours:]
        return " ".join(words) if len(words) < len(said.split()) else said

    def _is_ours(self, said: str) -> bool:
        lowered = said.casefold()
        return bool(lowered == NOTHING or is_said(said) or self._contact.fullmatch(lowered) or self._asked_or_answered(said))

    def _goes_on(self, said: str) -> bool:
        """Whether words that open a sentence are a line of the form that ends there: with its mark, or with none on the form either."""
        ended = said.rstrip(_BETWEEN_CELLS).endswith((".", "?"))
        return is_open(said) or self._asked_or_answered(said) or (ended and self._is_ours(said))

    def heads(self, said: str) -> bool:
        """Whether a line is a question, its help or a heading of the form, if with a letter missing."""
        return self._lines.nearly_head(said) or self._lines.nearly_help(said)

    def _nearly_says(self, said: str) -> bool:
        """Whether a whole sentence is the form's with a letter or two missing. Of what it repeats nothing is forgiven: a group may correct an answer."""
        return self._lines.nearly_say(said)

    def _asked_or_answered(self, said: str) -> bool:
        return bool(self._on_the_form and _fingerprint(said) in self._on_the_form) or plain(said) in self._earlier


class FormInText(FormWords):
    """The same where the form is running text: a document, a letter, or a table that was made into text. Help and lists of words stand among the answers."""

    def __init__(self, settings: Settings) -> None:
        """Know the help beneath each question and the words to choose from too."""
        super().__init__(settings)
        lists = {column.words for column in columns(Voice) if column.words}
        self._choices = {plain(" / ".join(one.word for one in settings.words(name))) for name in lists}

    def without(self, text: str) -> str:
        """A text without the lines and sentences of the form: what somebody wrote among them, in their words."""
        return "\n".join(left for line in self.whole_lines(text) if (left := self._left_of(line)))

    def _left_of(self, line: str) -> str:
        """What is left of a line without the form's words, and without what a program puts between the cells of a table it makes into text."""
        whole = line
        while line and (added := self.added(line)) is not None:
            line = added.lstrip(_BETWEEN_CELLS)
        if line and whole.casefold().startswith(NOTHING) and plain(line) == plain(whole[len(NOTHING) :]):
            return whole  # the form asks so too, and goes on otherwise: it is somebody's own question
        return "" if plain(line) in self._choices else line

    def _is_ours(self, said: str) -> bool:
        return self._lines.helps(said) or super()._is_ours(said)

    def _nearly_says(self, said: str) -> bool:
        return self._lines.nearly_help(said) or super()._nearly_says(said)
