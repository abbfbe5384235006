"""Signals: what each source says of a theme, through which lens. A table without verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...model import Lens
from ...record.month import Record
from ...returns.received import Returns
from ...settings import Settings
from ..trends import Trend
from .delivery import milestone_signals, risk_signals
from .quality import finding_signals, indicator_signals
from .signal import Direction, Signal
from .sources import listen
from .voice import concern_signals, issue_signals, voice_signals

__all__ = ["Direction", "Signal", "signals"]


def signals(
    returns: Returns, settings: Settings, position: date, trends: Mapping[str, Trend], history: Sequence[Record] = ()
) -> tuple[Signal, ...]:
    """What every source says of every theme, through its lens; theme by theme, data first, newest first.

    Earlier months speak where this month does not: a return that did not come, a row nobody reviewed, words of a group within the age
    of a signal. Each signal has the day it speaks for; one that is old is shown and not counted.
    """
    listening = listen(returns, settings, position, history)
    found = [
        *indicator_signals(listening, trends),
        *milestone_signals(listening),
        *risk_signals(listening),
        *finding_signals(listening),
        *voice_signals(listening),
        *concern_signals(listening),
        *issue_signals(listening),
    ]
    themes = {theme.id: place for place, theme in enumerate(settings.themes)}
    lenses = {lens: place for place, lens in enumerate(Lens)}

    def order(signal: Signal) -> tuple[int, int, int, str]:
        newest = -(signal.dated or date.min).toordinal()
        return themes.get(signal.theme, len(themes)), lenses[signal.lens], newest, signal.item

    return tuple(sorted(found, key=order))
