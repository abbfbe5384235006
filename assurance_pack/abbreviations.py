"""What the letters of the field stand for, where they stand in a text, and which of them nobody can be expected to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .settings import Settings

ABBREVIATIONS = {
    "ADHD": "attention deficit hyperactivity disorder",
    "AHP": "allied health professional",
    "AP": "alternative provision",
    "ASD": "autism spectrum disorder",
    "BSL": "British Sign Language",
    "CAMHS": "child and adolescent mental health services",
    "CQC": "Care Quality Commission",
    "CYP": "children and young people",
    "DCO": "designated clinical officer",
    "DfE": "Department for Education",
    "DMO": "designated medical officer",
    "DSCO": "designated social care officer",
    "DSG": "dedicated schools grant",
    "EBSA": "emotionally based school avoidance",
    "EHC plan": "education, health and care plan",
    "EHCNA": "education, health and care needs assessment",
    "EHCP": "education, health and care plan",
    "ELSA": "emotional literacy support assistant",
    "EOTAS": "education otherwise than at school",
    "EP": "educational psychologist",
    "EPS": "educational psychology service",
    "EYFS": "early years foundation stage",
    "HWB": "Health and Wellbeing Board",
    "LA": "local authority",
    "INMSS": "independent and non-maintained special school",
    "NEET": "not in education, employment or training",
    "OT": "occupational therapy",
    "PfA": "preparing for adulthood",
    "PMLD": "profound and multiple learning difficulties",
    "PRU": "pupil referral unit",
    "QA": "quality assurance",
    "SALT": "speech and language therapy",
    "SEF": "self-evaluation framework",
    "SEMH": "social, emotional and mental health",
    "SEN": "special educational needs",
    "SENCo": "special educational needs co-ordinator",
    "SEND": "special educational needs and disabilities",
    "SENDIASS": "special educational needs and disabilities information, advice and support service",
    "SLCN": "speech, language and communication needs",
    "TA": "teaching assistant",
    "XmR": "chart of single values and moving range",
}
"""What the letters of the field stand for; `pack.toml` says the rest, and says it first."""
EVERYBODYS = frozenset(
    (
        "BBC",
        "BST",
        "COVID",
        "CV",
        "EU",
        "FAQ",
        "GDPR",
        "GMT",
        "GP",
        "HR",
        "ID",
        "II",
        "III",
        "IT",
        "IV",
        "KPI",
        "MP",
        "NHS",
        "PC",
        "PDF",
        "PE",
        "TV",
        "UK",
        "US",
        "VAT",
    )
)
"""Letters that nobody has to have spelt out."""
_LETTERS = re.compile(r"(?<![\w&/.’'-])[A-Z][A-Za-z]{0,4}[A-Z]s?(?![\w&/-]|\.\w)")
"""Two to six letters that begin and end with a capital: what may be an abbreviation."""


def abbreviations(settings: Settings) -> list[tuple[str, str]]:
    """Those of the field, RDG's, those a group or partner goes by, and HWB; by the alphabet."""
    parties = [(p.code, p.name) for p in (*settings.groups, *settings.partners) if p.code in p.aliases]
    return sorted({**ABBREVIATIONS, "RDG": settings.rdg.name, **dict(parties)}.items(), key=lambda a: a[0].casefold())


def standing(short: str, text: str, *, spelt: bool = False) -> re.Match[str] | None:
    """Where an abbreviation first stands in a text: ``SENCo`` is ``SENCO`` and ``SENCos`` too, ``SALT`` no ``salt``, and ``EP`` no ``EPS``.

    Args:
        short: the abbreviation.
        text: somebody's words, or ours.
        spelt: also where it stands in brackets, or what it means stands behind it.
    """
    if short.casefold() not in _small(text):
        return None  # as nearly everywhere
    before, after = (r"\b", r"\b") if spelt else (r"(?<![\w(-])", r"(?![\w-])(?! \()")
    every = re.finditer(rf"{before}{re.escape(short)}(?-i:s)?{after}", text, re.IGNORECASE)
    return next((found for found in every if sum(c.isupper() for c in found[0]) > 1 and found[0][0].isupper()), None)


@lru_cache(16)
def _small(text: str) -> str:
    """Of one text, which may be all of a pack, every abbreviation is asked."""
    return text.casefold()


class Letters:
    """Tells abbreviations that nobody can be expected to know from those that are known, and from words in capitals."""

    def __init__(self, settings: Settings, texts: Iterable[str]) -> None:
        """`texts` are all words of a month: what stands there in small letters too is a word, what is spelt there is known."""
        every = " ".join(texts)
        self._words = frozenset(re.findall(r"[a-z]+", every)) | frozenset(re.findall(r"[a-z]+", " ".join(ABBREVIATIONS.values())))
        spelt = re.findall(r"\(([A-Z][A-Za-z]*[A-Z]s?)\b|\b([A-Z][A-Za-z]*[A-Z]s?) \(", every)
        ours = re.findall(r"[A-Z][A-Za-z]*[A-Z]", settings.model_dump_json(exclude={"themes"}))
        known = (
            *EVERYBODYS,
            *ours,
            *(word for pair in spelt for word in pair),
            *(part for short, _ in abbreviations(settings) for part in short.split()),
        )
        self._known = frozenset(short.casefold().removesuffix("s") for short in known)

    def unknown(self, text: str) -> Iterator[str]:
        """The abbreviations in a text that nobody can be expected to know; none where all of it is in capitals."""
        there = dict.fromkeys(_LETTERS.findall(text))
        if not there or sum(c.isupper() for c in text) > sum(c.islower() for c in text):
            return
        for found in there:
            bare = found.casefold().removesuffix("s")
            if bare not in self._known and bare not in self._words and found.casefold() not in self._words:
                yield found
