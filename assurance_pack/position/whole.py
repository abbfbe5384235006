"""The position of a month whole: one part for each section of the pack, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..model import Month
from ..rules.case import Case
from ..rules.engine import Verdicts
from . import about, concerns, decisions, log, milestones, month, quality, risks, triangulation, voice
from .about import AboutPosition
from .concerns import ConcernsPosition
from .decisions import DecisionsPosition
from .last_named import as_last_named
from .log import LogPosition
from .milestones import MilestonesPosition
from .month import MonthPosition
from .names import names
from .quality import QualityPosition
from .risks import RisksPosition
from .triangulation import TriangulationPosition
from .voice import VoicePosition


@dataclass(frozen=True)
class Position:
    """Where the partnership stands: one part for each section of the pack.

    `pack` is the month the returns speak for, `at` the day the returns speak for, `since` the month the last pack the Board received was for
    (“since last time”), none where this is the first; `names` are the short names of items by their ID.
    """

    pack: Month
    meeting: date | None
    at: date
    since: Month | None
    names: Mapping[str, str]
    month: MonthPosition
    decisions: DecisionsPosition
    milestones: MilestonesPosition
    risks: RisksPosition
    quality: QualityPosition
    voice: VoicePosition
    concerns: ConcernsPosition
    triangulation: TriangulationPosition
    log: LogPosition
    about: AboutPosition

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """The headline numbers the Board sees, by name, as the record keeps them."""
        return {**self.month.figures, **self.decisions.figures, **self.milestones.figures, **self.risks.figures}


def take(case: Case, verdicts: Verdicts) -> Position:
    """Work out every figure of the month. The rules come first: problems, prompts and waivers are figures too."""
    short_names, case = names(case), as_last_named(case)
    others = month.Others(
        decisions=decisions.take(case, verdicts),
        milestones=milestones.take(case, verdicts),
        risks=risks.take(case, verdicts),
        quality=quality.take(case, verdicts),
        voice=voice.take(case, verdicts),
        concerns=concerns.take(case, verdicts),
        triangulation=triangulation.take(case, verdicts),
        log=log.take(case, verdicts),
        about=about.take(case, verdicts),
        names=short_names,
    )
    meeting = case.settings.meeting(case.month)
    return Position(
        pack=case.month,
        meeting=meeting.date if meeting else None,
        at=case.position,
        since=case.last.month if case.last else None,
        names=others.names,
        month=month.take(case, verdicts, others),
        decisions=others.decisions,
        milestones=others.milestones,
        risks=others.risks,
        quality=others.quality,
        voice=others.voice,
        concerns=others.concerns,
        triangulation=others.triangulation,
        log=others.log,
        about=others.about,
    )
