"""What each part of a page may hold: rows, words and lines, by section and by edition, as `[budgets]` of `pack.toml` sets them."""

from enum import IntEnum

from pydantic import ConfigDict

from ..model import Frozen


class Weight(IntEnum):
    """Why a line is on a page. Where room is short the last gives up its room first: routine, then changed, then worse; what is asked never."""

    ASKED = 0
    WORSE = 1
    CHANGED = 2
    ROUTINE = 3


class Budget(Frozen):
    """How many rows and words a section may print before it summarises the rest with a count.

    A list more than twice as long as its rows has half of them (`position.budget.room`).
    """

    rows: int = 12
    words: int = 400


class MonthBudget(Budget):
    """Page 1. `rows` and `words` are those of Alert, Advise and Assure together.

    `at_least` lines are kept for each of Advise and Assure, however much there is to alert the Board to; a line bears `words_a_line` on
    average, which is what a statement is asked to be. `indicators`: the first so many that `pack.toml` lists, the same every month.
    """

    rows: int = 10
    words: int = 220
    at_least: int = 3
    words_a_line: int = 30
    indicators: int = 2


class MilestonesBudget(Budget):
    """Progress. `plan` is how many milestones a page holds (where there are more, one fewer for each priority, whose rest is counted there); `rows` are those of what is off track or at risk, in words.

    That table has `exceptions` per cent of the section's `words`; `families` is for what they mean for families; `months` is how far back
    the histories go.
    """

    rows: int = 12
    words: int = 740
    exceptions: int = 75
    plan: int = 33
    months: int = 6
    families: Budget = Budget(rows=2, words=45)


class RisksBudget(Budget):
    """Risks described in full; `lines`: those beyond, mandatory, extreme or rising, that have a line each (half as many where there are more)."""

    rows: int = 5
    words: int = 260
    lines: int = 8


class QualityBudget(Budget):
    """Findings. `charts`: key indicators that are drawn, four beside one another."""

    rows: int = 3
    words: int = 260
    charts: int = 8


class VoiceBudget(Budget):
    """What was heard. `words` are those of all groups together, `a_group` the most of one: half a page; `rows` are answers to what was asked.

    A box of up to `a_box` words stands whole somewhere in the pack; of a longer one the whole sentences it opens with, and all of it in
    the data book. `shaped`: milestones that families shaped.
    """

    rows: int = 3
    words: int = 420
    a_group: int = 230
    a_box: int = 150
    shaped: int = 1


class ConcernsBudget(Budget):
    """Exceptional issues, and partners' concerns; `a_box`: as for groups, the most words of one cell that the pack prints.

    Of partners' concerns what is in no mandatory category gives up its row first, and of equals the longest: most partners then keep theirs.
    """

    rows: int = 4
    words: int = 180
    a_box: int = 150


class TriangulationBudget(Budget):
    """Where sources disagree: pieces of evidence `a_side`; words up to `quoted_whole`, what a box of the form is asked to hold, are quoted
    whole; of more the sentences about the theme, and of those no more than `quoted_most` words.
    """

    rows: int = 15
    words: int = 260
    a_side: int = 2
    quoted_whole: int = 60
    quoted_most: int = 60


class LogBudget(Budget):
    """The Board's own log. `challenges` may have more rows than the other tables, as they are printed until the Board closes them; so may `decisions`, until their outcome is known."""

    rows: int = 3
    words: int = 260
    challenges: int = 6
    decisions: int = 6


class AboutBudget(Budget):
    """About the pack: kinds of error named one by one, waivers described, and values in question named with their cells."""

    rows: int = 14
    words: int = 300
    problem_kinds: int = 4
    waivers: int = 2
    questioned: int = 5


class HwbBudget(Frozen):
    """The one page for the Health and Wellbeing Board; `a_group` is how many words of a group's ask it prints, in whole sentences. Where something is asked of it there is less room for risks."""

    asked: Budget = Budget(rows=3, words=70)
    decided: Budget = Budget(rows=2, words=40)
    to_decide: Budget = Budget(rows=4, words=50)
    risks: Budget = Budget(rows=5, words=75)
    risks_beside_asks: Budget = Budget(rows=3, words=45)
    groups: Budget = Budget(rows=5, words=120)
    a_group: int = 45


class PublicBudget(Frozen):
    """The summary for families: promises done, not yet kept and to come, what is late and says nothing of families, answers.

    `a_box`: the most words of one box that it prints, in whole sentences; the Board is given all of them.
    """

    done: int = 8
    not_yet: int = 10
    coming: int = 10
    unworded: int = 8
    answers: int = 11
    a_box: int = 100


class Budgets(Frozen):
    """Every budget, by section and edition. A section that has rows and words alone is named in the shipped `pack.toml`, and need not be here."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Budget]

    month: MonthBudget = MonthBudget()
    decisions: Budget = Budget(rows=5, words=520)
    milestones: MilestonesBudget = MilestonesBudget()
    risks: RisksBudget = RisksBudget()
    quality: QualityBudget = QualityBudget()
    voice: VoiceBudget = VoiceBudget()
    concerns: ConcernsBudget = ConcernsBudget()
    triangulation: TriangulationBudget = TriangulationBudget()
    log: LogBudget = LogBudget()
    about: AboutBudget = AboutBudget()
    hwb: HwbBudget = HwbBudget()
    public: PublicBudget = PublicBudget()

    def of(self, section: str) -> Budget:
        """The budget of a section by its key; the usual one where none is set."""
        found = getattr(self, section, None)
        return found if isinstance(found, Budget) else Budget()
