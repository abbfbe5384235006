"""Which sentence, question or line of a text a voice form says of itself: also with a letter changed by a slip of the key, or split by a key pressed within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...returns.voice import VOICE_RETURN, Voice
from ...schema import columns
from ...settings import Settings
from ..as_typed import plain

_SAYS = frozenset(
    {
        "it takes about fifteen minutes",
        "use your own words we print them exactly as you write them",
        "use your own words we print them exactly as you write them and the board answers",
        "the board answers",
        "the board reads it on #",
        "about # words a box is plenty more is welcome and the data book beside the pack has all of it",
        "about # words a box is plenty more is welcome and none of it is cut",
        "please do not name a child or describe a family so closely that someone could tell who it is",
        "write nothing this month in box # and send it back",
        "that is a perfectly good return",
        "would you rather talk",
        "for the secretariat please leave this",
        "start typing",
        "alt and enter starts a new line",
        "there is no limit the box grows",
        "what you asked in #",
        "what you asked in # and the answer",
        "what you asked in # and what was answered",
        "and what was answered",
        "click here and type",
        "ring # we will write down your words and read them back to you",
    }
)
"""The sentences of the form, of this version and those before, made comparable; “#” where a day, a month or a number stands."""
_OPEN = frozenset(
    {
        "for the secretariat please leave this",
        "what you asked in #",
        "what you asked in # and the answer",
        "what you asked in # and what was answered",
        "and what was answered",
        "click here and type",
    }
)
"""Those that end with no mark: whoever writes on in their line goes on in their sentence."""
NOTHING = "nothing this month?"
"""The form asks so; without the question mark it is an answer."""
_VARIES = re.compile(
    r"(?:\b(?:\d+|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: |$))+"
)
_SENTENCES = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"]))\s+|\n+|(?<=[a-z\d][.!?])(?=[A-Z“])")
"""Where a sentence ends: before a space, at the end of a line, and where two paragraphs were joined by a key pressed at the end of one."""
_SLIPS = ((25, 2), (9, 1))
"""Letters of a sentence, and how many may be missing: in a shorter one a letter makes other words of it."""


def sentences(text: str) -> Iterator[str]:
    """The sentences and lines of a text."""
    return (said for part in _SENTENCES.split(text) if (said := part.strip()) and plain(said))


def slipped(said: str, ours: str) -> bool:
    """Whether one sentence, made comparable, is the other with a letter or two missing. Another letter or one more makes words of somebody's own: “now” of “not”."""
    most = next((letters for length, letters in _SLIPS if len(ours) >= length), 0)
    missing = len(ours) - len(said)
    rest = iter(ours)
    return 0 <= missing <= most and all(letter in rest for letter in said)


def is_said(sentence: str) -> bool:
    """Whether a sentence is one the form says to whoever fills it in."""
    return _in_any_month(sentence) in _SAYS


def is_open(line: str) -> bool:
    """Whether a line of the form ends with no mark, so that what was written on behind it stands in one sentence with it."""
    return _in_any_month(line) in _OPEN


def _in_any_month(said: str) -> str:
    return _VARIES.sub("# ", plain(said)).strip()


class FormLines:
    """Every line of a voice form, whichever group, month and day stand in it."""

    def __init__(self, settings: Settings) -> None:
        """Know what the form says, its questions and their help, the groups, and the address of this area's secretariat."""
        asked = [worded for column in columns(Voice) for worded in (column, column.worded(settings))]
        send, to = "please send this back", _in_any_month(settings.secretariat.email)
        title = plain(VOICE_RETURN.form_title)
        self._sentences = frozenset({*_SAYS, f"{send} {to}", f"{send} by # {to}", title, f"{title} #"})
        self._helps = frozenset(_in_any_month(said) for c in asked for said in sentences(c.help))
        groups = (name for group in settings.words("group") for name in (group.word, *group.aliases))
        headings = (c.heading.removesuffix(" (for the secretariat)") for c in asked)
        numbered = (
            f"{at} {column.heading}" for at, name in enumerate(Voice.life.own_words, start=1) for column in asked if column.name == name
        )
        self._headings = frozenset(plain(said) for said in (*headings, *groups, *numbered))

    def say(self, said: str) -> bool:
        """Whether this is a sentence, a question or a heading of the form as it stands."""
        return plain(said) in self._headings or self.helps(said) or _in_any_month(said) in self._sentences

    def nearly_say(self, said: str) -> bool:
        """Whether it is a sentence of the form, if with a letter or two missing."""
        read = _in_any_month(said)
        asks = said.rstrip().endswith("?") and slipped(read, plain(NOTHING))
        return asks or _slipped_among(read, self._sentences)

    def helps(self, said: str) -> bool:
        """Whether it is a sentence of the help beneath a question."""
        return _in_any_month(said) in self._helps

    def nearly_help(self, said: str) -> bool:
        """Whether it is a sentence of the help beneath a question, if with a letter or two missing."""
        return _slipped_among(_in_any_month(said), self._helps)

    def nearly_head(self, said: str) -> bool:
        """Whether it is a question or a heading of the form, if with a letter missing: in a box the name of a group is an answer."""
        return _slipped_among(plain(said), self._headings)


def _slipped_among(said: str, lines: frozenset[str]) -> bool:
    return any(slipped(said, line) for line in lines)
