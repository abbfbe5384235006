"""Which IDs are known: everything ever reported, this month and before, so that a reference can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import chain

from ..intake.reading.ids import parse_id
from ..model.named_ids import IN_WORDS, REFERENCE
from ..returns import RETURNS, SHEETS
from ..returns.received import Returns
from ..returns.registers import CODED, has_own_ids
from ..returns.voice import Voice, box_of
from ..schema import Row, columns
from .case import Case

_NUMBERED = re.compile(r"([A-Z]+)-(\d+)")


def references(text: str) -> tuple[str, ...]:
    """The IDs named in a text that is there to name them."""
    return tuple(REFERENCE.findall(text))


def named_in(words: str) -> tuple[str, ...]:
    """The IDs that stand among other words, as they are kept: ``M-CAP-007``, though ``m-cap-7`` was typed."""
    return tuple(as_kept(found) for found in IN_WORDS.findall(words))


def as_kept(typed: str) -> str:
    """An ID as forms and records write it."""
    return parse_id(typed) or typed


class IdsSoFar(Set[str]):
    """Every ID of some sheets, this month or before, in one case of letters; an older month is looked through only for what no newer one has."""

    def __init__(self, case: Case, *kinds: type[Row]) -> None:
        """Look at nothing yet."""
        self._kinds = kinds
        self._further = chain((case.returns,), reversed(case.earlier))
        self._found: set[str] = set()

    def __contains__(self, ref: object) -> bool:
        """Whether an ID, in small letters, was ever given."""
        return ref in self._found or any(ref in self._found for _ in self._months())

    def __iter__(self) -> Iterator[str]:
        """All of them."""
        return iter(self._all)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all)

    def __bool__(self) -> bool:
        """Whether any ID was given."""
        return bool(self._found) or any(self._found for _ in self._months())

    @property
    def _all(self) -> set[str]:
        for _ in self._months():
            pass
        return self._found

    def _months(self) -> Iterator[Returns]:
        """The months not looked through yet, newest first, each with its IDs noted."""
        for month in self._further:
            self._found |= {ref.casefold() for kind in self._kinds for ref in set(_ids(month, kind))}
            yield month


def known_ids(case: Case) -> IdsSoFar:
    """Every ID this month or before, in one case of letters."""
    return ids_so_far(case, Row)


def ids_so_far(case: Case, *kinds: type[Row]) -> IdsSoFar:
    """Every ID of some sheets, this month or before, in one case of letters."""
    return IdsSoFar(case, *kinds)


def _ids(month: Returns, kind: type[Row]) -> Iterator[str]:
    yield from month.ids(kind)
    if issubclass(Voice, kind):
        yield from (box_of(voice, name) for voice in month.ids(Voice) for name in Voice.life.own_words)


def row_ids(row: Row) -> Iterator[str]:
    """The IDs a row may be referred to by: a voice return has one for each of its boxes."""
    given = row.id_for_life
    if given:
        yield given
    if isinstance(row, Voice):
        yield from (row.box_id(name) for name in Voice.life.own_words)


def older_than_the_log(ref: str, known: Set[str]) -> bool:
    """Whether a numbered entry of the Board log (D-004) comes before the first one known: it was made before the log was kept here."""
    named = _NUMBERED.fullmatch(ref.upper())
    if not named or named[1] not in ("A", "C", "D", "X"):
        return False
    numbers = [int(m[2]) for k in known if (m := _NUMBERED.fullmatch(k.upper())) and m[1] == named[1]]
    return not numbers or int(named[2]) < min(numbers)


def of_a_missing_return(ref: str, case: Case) -> bool:
    """Whether an ID belongs to somebody whose return, or whose sheet or IDs of such items, did not come, or stands in a version of a return that does not count: it cannot be looked up this month."""
    letter, *parts = ref.casefold().split("-")
    codes = {r.sender.code.casefold() for r in case.returns.missing}
    if codes & {letter, *parts} or ref.casefold() in case.returns.in_another_version:
        return True
    kinds = [cls for cls in SHEETS.values() if any(c.name == "id" and c.id_prefix.casefold() == letter for c in columns(cls))]
    coded = any(cls in CODED for cls in kinds)  # else the ID does not say whose it is, but only one return has such items
    given = {cls for cls in kinds if has_own_ids(cls)} if not coded else set()
    if any(kind.key in {r.kind for r in case.returns.missing} for kind in RETURNS if given & set(kind.sheets)):
        return True
    come = [r.sender for r in case.returns.receipts if not coded or r.sender.code.casefold() in parts]
    return any(case.returns.lacks(cls, sender, "id") for cls in kinds for sender in come)
