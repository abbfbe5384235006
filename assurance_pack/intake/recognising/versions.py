"""Which of several files for one return counts, by a rule that is said.

A filled-in form before an unfilled one; one that says it is a form of ours before one that does not, one that agrees with itself before one
that does not, and one with a name of its own before one named as a copy (OneDrive, AutoRecover, “Copy of”); then the later first-seen date of `received.csv`; then the higher version in the file's name
(“v2”, “version 2”, “(2)”); else the last by file name, which is reported as a question rather than settled. So is a later date against a
version somebody typed into a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ...later import Later
from ...returns.received import ReceiptState

_VERSION = Later(r"(?:\bv|\bversion|\bver|\brev)[ ._-]*(\d{1,3})\b|\((\d{1,3})\)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """A file that could be a return: what the choice goes by."""

    file: str
    state: ReceiptState
    received: date | None = None
    proved: bool = False
    """It says itself, where nobody types, that it is a form of ours."""
    doubtful: bool = False
    """What it says of its sender in one place disagrees with another."""


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True)
class Choice(Generic[C]):
    """The file that counts, those that do not, and why. `certain` is False where only the order of the file names decided."""

    chosen: C
    others: tuple[C, ...]
    because: str
    certain: bool = True


def choose(candidates: Sequence[C]) -> Choice[C]:
    """Choose among files for one return (at least one)."""
    left = sorted(candidates, key=lambda c: (c.file.casefold(), c.file))
    why = ""
    for reason, value in _STEPS:
        best = max(value(c) for c in left)
        kept = [c for c in left if value(c) == best]
        if len(kept) < len(left):
            why = reason
        left = kept
        if len(left) == 1:
            break
    chosen = left[-1]
    others = tuple(c for c in candidates if c is not chosen)
    if len(left) > 1:
        return Choice(chosen, others, "it comes last by file name", certain=False)
    higher = next((c for c in others if _numbered(c.file) > version_in(chosen.file)), None)
    if why == BY_DATE and higher is not None:
        return Choice(chosen, others, f"{why}, though the other is named as version {_numbered(higher.file)}", certain=False)
    return Choice(chosen, others, why)


_COPY = Later(
    r"^recovered |[ -]backup$|-(macbook|imac)[a-z-]*$|^(copy|backup|kopie) (\(\d+\) )?of |[ -]+copy( ?\(\d+\))?$|conflict|-(desktop|laptop|pc|surface)-[a-z0-9]{4,}$|auto ?(recovered|saved?)|\(version 1\)|\.asd$",
    re.IGNORECASE,
)
_OF_A_COMPUTER = Later(
    r"-(?!(?:FINAL|V|VER|VERSION|REV|REVISED|DRAFT|UPDATED?|AMENDED|CORRECTED|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|Q)[A-Z]*-?\d)(?![A-Z-]*20\d\d$)(?=[A-Z-]*\d)[A-Z][A-Z0-9-]{4,14}$"
)
"""OneDrive adds the name of the computer to a conflict copy: capitals with a number, as nobody ends a file's name but for a version or a month."""


def is_named_as_a_copy(name: str) -> bool:
    """Whether a program, not its sender, gave a file its name: a conflict copy, a recovered file, “Copy of”."""
    stem = name.rpartition(".")[0].replace("_", " ")
    return bool(_COPY.search(stem) or _OF_A_COMPUTER.search(stem))


def version_in(name: str) -> int:
    """The version a file name states; 1 if it states none."""
    found = _VERSION.search(name.rpartition(".")[0].replace("_", " "))
    return int(found[1] or found[2]) if found else 1


def is_a_download(name: str) -> bool:
    """Whether a browser numbered a file, because one of that name was there already: which of the two is the newer it does not say."""
    found = _VERSION.search(name.rpartition(".")[0].replace("_", " "))
    return bool(found and found[2])


def _numbered(name: str) -> int:
    """The version somebody typed into a file name; 0 where nobody did: a browser writes “(2)” by itself."""
    found = _VERSION.search(name.rpartition(".")[0].replace("_", " "))
    return int(found[1]) if found and found[1] else 0


def _seen_on(candidate: Candidate) -> int:
    """A file that is not yet in the list came after the last look at the folder, and so after every file that is."""
    return (candidate.received or date.max).toordinal()


BY_DATE = "it was received later, by received.csv"

_STEPS: tuple[tuple[str, Callable[[Candidate], int]], ...] = (
    ("this one is not filled in", lambda c: c.state is not ReceiptState.NOT_FILLED_IN),
    ("this one says that there is nothing", lambda c: c.state is not ReceiptState.NIL),
    ("nothing in this one says that it is the form we issued", lambda c: c.proved),
    ("what this one says of its sender or month does not agree with itself", lambda c: not c.doubtful),
    ("this one bears the name of a copy", lambda c: not is_named_as_a_copy(c.file)),
    (BY_DATE, _seen_on),
    ("its file name gives the higher version", lambda c: version_in(c.file)),
)
