"""One column of a sheet: what can be said of it, and how it is declared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin

from pydantic import Field
from pydantic.fields import FieldInfo

from ..meanings import GOVERNED, LISTS
from ..model import Month, Word
from ..settings import Settings


class ColumnKind(StrEnum):
    """What a column holds. It follows from the type written beside it, and is never stated twice."""

    TEXT = "text"
    DATE = "date"
    DATES = "dates"
    WHOLE = "whole number"
    NUMBER = "number"
    WORD = "one from a list"
    WORDS = "several from a list"
    IDS = "IDs"
    MONTH = "month"


_KINDS: dict[Any, ColumnKind] = {
    str: ColumnKind.TEXT,
    date: ColumnKind.DATE,
    int: ColumnKind.WHOLE,
    float: ColumnKind.NUMBER,
    Word: ColumnKind.WORD,
    Month: ColumnKind.MONTH,
    tuple[date, ...]: ColumnKind.DATES,
    tuple[Word, ...]: ColumnKind.WORDS,
    tuple[str, ...]: ColumnKind.IDS,
}


class ColumnGroup(StrEnum):
    """Where a column stands on the form: the cells that change each month first, the rest behind the +."""

    KEY = "key"
    MONTHLY = "monthly"
    MORE = "more"


class DayKind(StrEnum):
    """What a date is to the item it stands on."""

    SET = "set"
    """Arranged or agreed, such as a next review: it may move, and is neither better nor worse for it."""
    PROMISED = "promised"
    """Something is promised for it: later is worse."""
    HAPPENED = "happened"
    """Something happened on it: it is corrected, and never moves."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet, or one question of a page: everything that is said about it, once."""

    name: str
    kind: ColumnKind
    heading: str
    help: str
    required: bool
    words: str
    group: ColumnGroup
    width: float
    word_limit: int
    least: float | None
    most: float | None
    aliases: tuple[str, ...]
    locked: bool
    prints: bool
    id_prefix: str
    recall: str
    anew: bool
    set_by_review: bool
    rating: bool
    subject: bool
    refers: bool | None
    day: DayKind
    stays: bool
    soon: bool

    @property
    def shown_only(self) -> bool:
        """Whether the tool shows it to whoever fills in the form: nobody types it, and it is no news."""
        return self.locked and not self.prints

    def worded(self, settings: Settings) -> Column:
        """The column with its help in the words of a Board's own lists."""
        return replace(self, help=settings.worded(self.help))


@dataclass(frozen=True)
class _Spec:
    heading: str
    options: dict[str, Any]


def column(
    heading: str,
    *,
    help: str = "",
    required: bool = False,
    words: str = "",
    group: ColumnGroup = ColumnGroup.MORE,
    width: float = 16,
    word_limit: int = 0,
    least: float | None = None,
    most: float | None = None,
    aliases: tuple[str, ...] = (),
    locked: bool = False,
    prints: bool = True,
    id_prefix: str = "",
    recall: str = "",
    anew: bool = False,
    set_by_review: bool = False,
    rating: bool = False,
    subject: bool = False,
    refers: bool | None = None,
    day: DayKind = DayKind.SET,
    stays: bool = False,
    soon: bool = False,
) -> Any:
    """Declare a column.

    Args:
        heading: as printed on the form and looked for by the reader.
        help: one or two sentences to the person filling it in; it is the input message and the entry in the guide. Words of a list stand in
            it as `Settings.worded` fills them in.
        required: a row that uses the sheet must state it.
        words: the list of `pack.toml` (``lists`` or ``theme``, ``priority``, ``category``, ``indicator``…) the cell takes from.
        group: where it stands on the form.
        width: of the column, in characters.
        word_limit: how many words are asked for at the most; more is reported, never cut.
        least: the smallest number accepted.
        most: the largest number accepted.
        aliases: headings of earlier forms, still understood.
        locked: pre-filled by the tool and not for typing.
        prints: whether the Board could ever see it; the guard stops a build only for text that prints.
        id_prefix: for the ID of the row, the letter or letters it begins with.
        recall: the form shows last month's value to the left of the cell, headed so (``Status`` prints “Status in June”).
        anew: said anew each month. The cell starts empty on the form, and new words in it are neither a rewording nor at odds with “no change”.
        set_by_review: a review sets it (the day of the next one), so that a new value is not at odds with “Reviewed, no change”.
        rating: somebody's judgement of the item, which can become better or worse.
        subject: what the item is, in words: the same words next month are the same item.
        refers: it is there to name other items; a column of IDs always is. Words may name some among others, unless this is False: what
            stands there is a number of somebody else's, or is looked up elsewhere.
        day: what a date is to the item.
        stays: where this month's cannot be read, last month's stands: what is late does not leave the page because its day cannot be read.
        soon: what is set here is hardly more than a year off, unless the row says so.

    Raises:
        ValueError: nobody declares the list.
    """
    if words and words not in LISTS and words not in GOVERNED:
        raise ValueError(f"{heading}: there is no list “{words}”.")
    options = dict(
        help=help, required=required, words=words, group=group, width=width, word_limit=word_limit, least=least, most=most,
        aliases=aliases, locked=locked, prints=prints, id_prefix=id_prefix, recall=recall, anew=anew, set_by_review=set_by_review,
        rating=rating, subject=subject, refers=refers, day=day, stays=stays, soon=soon,
    )  # fmt: skip
    return Field(default=None, json_schema_extra=cast("Any", {"spec": _Spec(heading, options)}))


def declared(name: str, annotation: Any, found: FieldInfo) -> Column | None:
    """The column that a field of a sheet was declared to be; None where the field is no column."""
    extra = found.json_schema_extra
    if not isinstance(extra, dict) or "spec" not in extra:
        return None
    spec = cast("_Spec", cast("Any", extra)["spec"])
    return Column(name=name, kind=_KINDS[_without_none(annotation)], heading=spec.heading, **spec.options)


def _without_none(annotation: Any) -> Any:
    """The type without ``| None``."""
    if get_origin(annotation) in (Union, UnionType):
        return next(a for a in get_args(annotation) if a is not type(None))
    return annotation
