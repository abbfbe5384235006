"""A word of a list, as `[lists]` of `pack.toml` gives it."""

from collections.abc import Iterable

from ..model import Frozen, Word
from .parties import Party


class WordDef(Frozen):
    """A word of a list: as printed, its fixed meaning, its letter where it is a status, what it says, and what else is understood."""

    word: str
    meaning: str
    letter: str = ""
    definition: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def value(self) -> Word:
        """The word as a row holds it."""
        return Word(text=self.word, meaning=self.meaning)


def party_words(parties: Iterable[Party]) -> tuple[WordDef, ...]:
    """Parties as the words of a list: their code is the meaning, and is understood too."""
    return tuple(WordDef(word=p.name, meaning=p.code, aliases=(*p.aliases, p.code)) for p in parties)
