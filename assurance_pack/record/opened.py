"""A record opened as far as it is asked for: of most of a hundred earlier months nobody asks for more than which IDs they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from pydantic import PrivateAttr

from ..model import Month
from .month import Record
from .sheets_as_kept import AroundTheRows, SheetsAsKept


class OpenedRecord(Record):
    """A record of which the month, its days and its settings are known at once; what else stands around its rows is read when it is asked for."""

    _around: AroundTheRows = PrivateAttr()
    _damaged: Callable[[], Exception] = PrivateAttr()

    @classmethod
    def of(cls, around: AroundTheRows, rows: SheetsAsKept) -> OpenedRecord:
        """Open it.

        Raises:
            ValueError: its month or one of its days is none.
        """
        later: dict[str, Any] = dict.fromkeys(_LATER)
        made = cls.model_construct(
            **later,
            format=around.format,
            month=Month(around.month),
            position=date.fromisoformat(around.position),
            meeting=date.fromisoformat(around.meeting) if around.meeting else None,
            small_counts_out=around.small_counts_out,
            settings=around.settings,
            rows=cast("Any", rows),
        )
        for name in later:
            del made.__dict__[name]
        made._around, made._damaged = around, rows.damaged
        return made

    def __getattr__(self, name: str) -> Any:
        """What is read only now."""
        if name not in _LATER:
            return super().__getattr__(name)  # type: ignore[misc]  # pydantic's own, which it does not show to type checkers
        try:
            whole = Record.model_validate(self._around.whole())
        except ValueError:
            raise self._damaged() from None
        for later in _LATER:
            self.__dict__.setdefault(later, getattr(whole, later))
        return self.__dict__[name]

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """All that it says, as data."""
        _ = self.problems
        return super().model_dump(**how)


_LATER = frozenset(Record.model_fields) - {"format", "month", "position", "meeting", "small_counts_out", "settings", "rows"}
