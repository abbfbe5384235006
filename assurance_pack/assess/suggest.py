"""Themes for somebody's own words, suggested for a person to confirm: from the phrases of `pack.toml`, and from words learned from statements.

It shows the words that led to it. A person confirms, so it would rather suggest two than miss the one; where nothing is plain it says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ..model import Frozen
from ..settings.plan import Theme
from .learned import learned, marks_of
from .word_forms import divided, tokens_of

STRONG, WEAK = 2.0, 1.0
"""A strong phrase alone makes a suggestion; of weak ones it takes two. Each further word of a phrase adds half: it is the less likely by chance."""

LEARNED, ENOUGH = 2.0, 0.6
"""What a learned weight counts beside a phrase; and what is enough where all the words of a text have spoken, for the theme and against it."""

NEAR = 6.0
"""A second theme is suggested where it comes this near to the first."""

MOST = 2
"""Suggestions for one text."""

SHOWN = 4
"""Words shown for one suggestion, each of which weighs at least a quarter of the weightiest."""


class Suggestion(Frozen):
    """A theme by its ID, and the words in the text that led to it, as they stand there."""

    theme: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class _Hit:
    """Words of a text that speak for a theme: how much they count, and how much they tell it from the other themes."""

    theme: str
    forms: tuple[str, ...]
    start: int
    end: int
    weight: float
    telling: float
    phrase: bool = True


def suggest(words: str, themes: Iterable[Theme]) -> tuple[Suggestion, ...]:
    """The themes these words are most plainly about, the likeliest first: at most two, or none.

    Words are compared by their form (plural, past and -ing alike), whatever their capitals, but for abbreviations of two letters. A word
    counts once, a phrase not within a longer phrase of whatever theme. Among equals the theme spoken of first comes first. A theme of which
    there are no statements is suggested by its phrases alone.
    """
    return _suggested(words, tuple(themes))


@lru_cache(maxsize=1_000)
def _suggested(words: str, listed: tuple[Theme, ...]) -> tuple[Suggestion, ...]:
    """The same; of words that were said again it is worked out once in a run."""
    hits = [*_phrases(words, listed), *_learned(words, listed)]
    scores: dict[str, float] = {}
    first: dict[str, int] = {}
    for hit in hits:
        scores[hit.theme] = scores.get(hit.theme, 0.0) + hit.weight
        first[hit.theme] = min(hit.start, first.get(hit.theme, hit.start))
    enough = (id for id, score in scores.items() if score >= ENOUGH and _is_plain(id, hits))
    standing = sorted(enough, key=lambda id: (-round(scores[id], 6), first[id], id))
    near = [id for id in standing[:MOST] if scores[standing[0]] - scores[id] < NEAR]
    return tuple(Suggestion(theme=id, matched=_shown([h for h in hits if h.theme == id], words)) for id in near)


def _is_plain(theme: str, hits: Sequence[_Hit]) -> bool:
    """Whether a strong phrase, or two different words at least, speak for this theme."""
    speaking = [h for h in hits if h.theme == theme and h.telling > 0]
    return any(h.phrase and h.weight >= STRONG for h in speaking) or len({h.forms for h in speaking if len(h.forms) == 1}) > 1


def because(found: Sequence[Suggestion], names: Mapping[str, str]) -> str:
    """Why the first was suggested, and the second with its reason: ``psychologist; or EHC plans: timeliness (report is late)``."""
    if not found:
        return ""
    other = "".join(f"; or {names[s.theme]} ({', '.join(s.matched)})" for s in found[1:])
    return ", ".join(found[0].matched) + other


def _shown(hits: Sequence[_Hit], words: str) -> tuple[str, ...]:
    """The most telling words, none within another, in the order of the text."""
    shown: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (-h.telling, h.start, h.end)):
        weighs = not shown or (hit.telling >= shown[0].telling / 4 and hit.telling > 0)
        if len(shown) < SHOWN and weighs and not any(hit.start < s.end and s.start < hit.end for s in shown):
            shown.append(hit)
    return tuple(dict.fromkeys(words[h.start : h.end] for h in sorted(shown, key=lambda h: h.start)))


# ---------- phrases of pack.toml ----------


def _phrases(words: str, themes: tuple[Theme, ...]) -> Iterator[_Hit]:
    """Each phrase once, where it first stands."""
    hits = _longest(list(_hits(words, themes)))
    yield from {(h.theme, h.forms): h for h in reversed(hits)}.values()


def _hits(words: str, themes: tuple[Theme, ...]) -> Iterator[_Hit]:
    tokens = tuple(tokens_of(words))
    phrases = _by_first_word(themes)
    for i, token in enumerate(tokens):
        for theme, forms, weight in phrases.get(token.form, ()):
            met = tokens[i : i + len(forms)]
            if tuple(t.form for t in met) == forms and not any(divided(a, b, words) for a, b in pairwise(met)):
                yield _Hit(theme, forms, met[0].start, met[-1].end, weight, weight)


@cache
def _by_first_word(themes: tuple[Theme, ...]) -> dict[str, list[tuple[str, tuple[str, ...], float]]]:
    """Each phrase of each theme by the form of its first word: theme, forms, and what it counts."""
    found: dict[str, list[tuple[str, tuple[str, ...], float]]] = {}
    for theme in themes:
        for phrases, least in ((theme.strong, STRONG), (theme.weak, WEAK)):
            for forms in filter(None, (tuple(token.form for token in tokens_of(phrase)) for phrase in phrases)):
                found.setdefault(forms[0], []).append((theme.id, forms, least + 0.5 * (len(forms) - 1)))
    return found


def _longest(hits: Sequence[_Hit]) -> list[_Hit]:
    """The hits that do not stand within a longer one, in the order of the text."""
    kept = [h for h in hits if not any(o.start <= h.start and h.end <= o.end and o.end - o.start > h.end - h.start for o in hits)]
    return sorted(kept, key=lambda h: (h.start, -h.end, h.theme))


# ---------- words learned ----------


def _learned(words: str, themes: Sequence[Theme]) -> Iterator[_Hit]:
    """What each word and pair of words says for and against each theme of which there are statements."""
    for mark in {m.forms: m for m in reversed(marks_of(words))}.values():
        weights = learned().weights(mark.forms)
        usual = sum(weights.values()) / len(weights) if weights else 0.0
        for theme in themes:
            if theme.heading in weights:
                weight = LEARNED * weights[theme.heading]
                yield _Hit(
                    theme.id, tuple(mark.forms.split()), mark.start, mark.end, weight, min(weight, weight - LEARNED * usual), phrase=False
                )
