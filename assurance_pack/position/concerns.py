"""Section 7 in figures: exceptional issues, and concerns escalated by partner organisations (Board: Assurance, reporting and information flow)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..english import in_words, lower_first
from ..model import Sender, Word
from ..returns import return_kind
from ..returns.board_log import BOARD_LOG, ExceptionalIssue
from ..returns.partner import PARTNER_RETURN, Concern
from ..returns.received import Returns
from ..returns.voice import AlsoWritten
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..senders import sender_name
from .budget import Opening, fitting, opened, room, share, word_count
from .gaps import came, of_no_use
from .not_heard_of import not_heard_of


@dataclass(frozen=True)
class IssueLine:
    """One exceptional issue still open; `new` since last time. `away`: it has no row any more and was not closed, and stands as last reported."""

    row: ExceptionalIssue
    new: bool
    away: bool = False

    @property
    def categories(self) -> tuple[Word, ...]:
        """The mandatory categories it falls in."""
        return self.row.categories or ()

    @property
    def who(self) -> str:
        """Who raised it."""
        return self.row.raised_by or ""


@dataclass(frozen=True)
class ConcernLine:
    """One partner's concern, in its own words: as much as is printed of each of its three cells."""

    row: Concern
    who: str
    concern: Opening
    done: Opening
    ask: Opening

    @property
    def categories(self) -> tuple[Word, ...]:
        """The mandatory categories it falls in."""
        return self.row.category or ()

    @property
    def longer(self) -> bool:
        """Whether something in it is longer than the pack prints."""
        return any(cell.more for cell in (self.concern, self.done, self.ask))

    @property
    def named_categories(self) -> str:
        """The categories as printed: ``Statutory duty and significant financial``."""
        return in_words([c.text if n == 0 else lower_first(c.text) for n, c in enumerate(self.categories)])


@dataclass(frozen=True)
class AlsoLine:
    """What one partner wrote besides, in its own words."""

    who: str
    rows: tuple[AlsoWritten, ...]
    said: tuple[Opening, ...]


@dataclass(frozen=True)
class ConcernsPosition:
    """What is printed, what is named and counted because room ran out, and how many there were last time.

    No issue in a mandatory category goes unnamed: what does not fit of it stands in `issues_named`; the rest is counted. Partners' words
    are never left out: `concerns_elsewhere` stand in *In their own words*.
    """

    log_came: bool
    issues_open: int
    issues_new: int
    issues_before: int | None
    issues: tuple[IssueLine, ...]
    issues_named: tuple[IssueLine, ...]
    issues_not_shown: tuple[ExceptionalIssue, ...]
    issues_away: tuple[str, ...]
    issues_closed: tuple[ExceptionalIssue, ...]
    issues_closed_before: tuple[ExceptionalIssue, ...]
    concerns_received: int
    concerns_before: int | None
    concerns_unread: tuple[str, ...]
    """Partners of whom something came that counts for nothing: what they ask is not known."""
    concerns: tuple[ConcernLine, ...]
    concerns_elsewhere: tuple[ConcernLine, ...]
    also: tuple[AlsoLine, ...] = ()


def take(case: Case, verdicts: Verdicts) -> ConcernsPosition:
    """What has happened that belongs nowhere else, and what partners have escalated."""
    budget = case.settings.budgets.concerns
    before = case.before
    seen = {i.ref for i in before.of(ExceptionalIssue)} if before else set()
    everything = case.returns.of(ExceptionalIssue)
    away = [IssueLine(i, new=False, away=True) for i in not_heard_of(ExceptionalIssue, case, verdicts)]
    lines = sorted([*(IssueLine(i, i.ref not in seen) for i in everything if i.open), *away], key=_issue_weight)
    issues = share(lines, budget, words=_issue_words)
    heard = sorted((_concern_line(c, case) for c in case.returns.of(Concern)), key=_concern_weight)
    first = sorted(heard, key=lambda line: (not line.categories, _concern_words(line)))
    fits = fitting(first, budget.model_copy(update={"rows": room(budget.rows, len(heard))}), words=_concern_words)
    shut = {i.ref for i in before.of(ExceptionalIssue) if i.finished} if before else set()
    closed = [i for i in everything if i.finished]
    return ConcernsPosition(
        log_came=came(case.returns, BOARD_LOG),
        issues_open=len(lines) - len(away),
        issues_new=sum(line.new for line in lines),
        issues_before=sum(i.open for i in before.of(ExceptionalIssue)) if before else None,
        issues=issues.shown,
        issues_named=tuple(i for i in issues.left_out if i.categories),
        issues_not_shown=tuple(i.row for i in issues.left_out if not i.categories and not i.away),
        issues_away=tuple(i.row.ref for i in away),
        issues_closed=tuple(i for i in closed if i.ref not in shut),
        issues_closed_before=tuple(i for i in closed if i.ref in shut),
        concerns_received=len(heard),
        concerns_before=_count(before),
        concerns_unread=tuple(sender_name(s, case.settings) for s in of_no_use(case.returns) if return_kind(s.kind) is PARTNER_RETURN),
        concerns=tuple(line for line in heard if line in fits.shown),
        concerns_elsewhere=tuple(line for line in heard if line not in fits.shown),
        also=tuple(_also(case)),
    )


def _also(case: Case) -> Iterator[AlsoLine]:
    """What partners wrote that stands in no row of their form, whoever wrote it with all of theirs."""
    theirs: dict[Sender, list[AlsoWritten]] = {}
    for row in case.returns.of(AlsoWritten):
        if row.sender.kind == PARTNER_RETURN.key:
            theirs.setdefault(row.sender, []).append(row)
    for sender, rows in theirs.items():
        said = (opened(row.words or "", case.settings.budgets.concerns.a_box) for row in rows)
        yield AlsoLine(sender_name(sender, case.settings), tuple(rows), tuple(said))


def _issue_weight(line: IssueLine) -> tuple[bool, bool, str]:
    """In a mandatory category first, then new, then by ID."""
    return (not line.categories, not line.new, line.row.ref)


def _concern_line(row: Concern, case: Case) -> ConcernLine:
    most = case.settings.budgets.concerns.a_box
    cells = (opened(text or "", most) for text in (row.concern, row.done, row.ask))
    return ConcernLine(row, sender_name(row.sender, case.settings), *cells)


def _concern_weight(line: ConcernLine) -> tuple[bool, str, str]:
    return (not line.categories, line.who, line.row.id)


def _issue_words(line: IssueLine) -> int:
    return word_count(line.row.issue, line.row.why_now, line.row.ask)


def _concern_words(line: ConcernLine) -> int:
    return word_count(line.concern.said, line.done.said, line.ask.said)


def _count(before: Returns | None) -> int | None:
    return len(before.of(Concern)) if before else None
