"""Section 9: actions overdue first, challenge beside its answer until the Board closes it, decisions until their outcome is known."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import compared, in_words, many, number, sentence, share_of, short_day
from ....meanings import ActionStatus
from ....model import means
from ....position.log import ActionLine, LogPosition
from ....position.whole import Position
from ....returns.board_log import BOARD_LOG, Action
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...phrases import NAMED, in_question, missing, named, no_return, shown_of, since_name, stated, told
from ...section import Fate, Fates, Section
from ..decisions.standing_over import standing_over
from .challenges import challenges
from .decided import decided

KEY = "log"
TITLE = "Actions, challenge and decisions"


def write(position: Position, settings: Settings) -> Section:
    """The Board's own log, as it stands."""
    log = position.log
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(log, since_name(position), in_two=_in_two(position))), style="lead"),
        *_actions(log, position),
        *challenges(log, position, settings),
        *decided(log, position),
        *standing_over(position.decisions.standing, position, settings),
    )
    return Section(KEY, TITLE, blocks, _fates(log))


def _lead(log: LogPosition, since: str, *, in_two: bool) -> str:
    if not log.received:
        return "No Board log was received, so nothing is known of actions, challenge and decisions since last time."
    return sentence(_overdue(log, since, in_two=in_two), _unanswered(log, since))


def _in_two(position: Position) -> bool:
    """Whether two logs came that differ, so that what stands in one is not all there is."""
    return BOARD_LOG in position.month.gaps.disputed


def _overdue(log: LogPosition, since: str, *, in_two: bool) -> str:
    if not log.actions_open:
        return "the log that counts has no open action, and another differs" if in_two else "no action is open"
    if log.actions_not_known:
        return _known_to_be_overdue(log, since)
    overdue = share_of(log.actions_overdue, log.actions_open, "open action", so=("is overdue", "are overdue"), not_so="is not overdue")
    asked = (
        f"; whether {in_words(log.actions_asked)} {'is' if len(log.actions_asked) == 1 else 'are'} in time is asked"
        if log.actions_asked
        else ""
    )
    return overdue + compared(log.actions_overdue, log.overdue_before, since) + asked


def _known_to_be_overdue(log: LogPosition, since: str) -> str:
    """Where of some nobody knows: how many are known to be, set beside last time's only where they are more."""
    so = ("is known to be overdue", "are known to be overdue")
    overdue = share_of(log.actions_overdue, log.actions_open, "open action", so=so, not_so="is not known to be overdue")
    more = log.overdue_before is not None and log.actions_overdue > log.overdue_before
    moved = compared(log.actions_overdue, log.overdue_before, since) if more else ""
    refs = log.actions_not_known
    which = in_words(refs) if len(refs) <= NAMED else number(len(refs))
    return f"{overdue}{moved}; of {which} it is not known"


def _unanswered(log: LogPosition, since: str) -> str:
    if not log.challenges_open:
        return "no challenge is open"
    if not log.challenges_unanswered:
        return f"{'the one open challenge has' if log.challenges_open == 1 else f'all {number(log.challenges_open)} open challenges have'} been answered"
    verb = "is" if log.challenges_unanswered == 1 else "are"
    return f"{many(log.challenges_unanswered, 'challenge')} {verb} unanswered{compared(log.challenges_unanswered, log.unanswered_before, since)}"


# ---------- actions ----------


def _actions(log: LogPosition, position: Position) -> Iterator[Block]:
    if not log.received:
        yield Paragraph(
            (
                Text("Board log: ", strong=True),
                no_return(),
                Text(". Earlier actions stand as they were; none is shown as if reported now."),
            ),
            number="*",
        )
        return
    if not log.actions:
        said = "None is open in the log that counts; another differs." if _in_two(position) else "None is open."
        yield Paragraph(runs(Text("Actions. ", strong=True), said), number="*")
    else:
        yield Table(
            caption=f"Actions, overdue first{shown_of(len(log.actions), log.actions_open, 'open')}",
            columns=(TableColumn(runs("Action"), 0, "id"), TableColumn(runs("What was agreed"), 4.7), TableColumn(runs("Owner"), 3.2), TableColumn(runs("Due, and position"), 4.1)),
            rows=tuple(_action(line, position) for line in log.actions),
            summary="Open actions agreed by the Board: what was agreed, who owns it, when it is due, and where it stands. The most overdue comes first.",
            anchor="actions",
            style="long",
        )  # fmt: skip
    note = _actions_note(log, since_name(position))
    if note:
        yield Paragraph(note, style="note")


def _action(line: ActionLine, position: Position) -> TableRow:
    row = line.row
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True), *in_question(row)), (row.ref,)),
            TableCell((told(row, "action"), *_kind_of_action(row))),
            TableCell(stated(row.owner, missing(row, "owner"))),
            TableCell((*_due(line, position), *((Text(f" {row.update}"),) if row.update else ()))),
        )
    )


def _kind_of_action(row: Action) -> Runs:
    """What kind of action, where it is not simply an action: the Board's own words for its powers matter."""
    return (Text(f" {row.kind.text}", quiet=True),) if row.kind and row.kind.meaning != "action" else ()


def _due(line: ActionLine, position: Position) -> Runs:
    if line.row.due is None:
        return (missing(line.row, "due", otherwise="No date stated."),)
    on = short_day(line.row.due, position.at)
    if not line.known:
        late = ", overdue by that day" if line.days_overdue else ""
        return (Text(f"{on}{late}, as last reported{'; not heard of since' if line.away else ''}.", strong=True),)
    if line.days_overdue:
        return (Text(f"{on}, overdue {many(line.days_overdue, 'day')}.", strong=True),)
    if line.day_asked:
        return (Text(f"{on}: is the day right?", strong=True),)
    return (Text(f"{on}."),)


def _actions_note(log: LogPosition, since: str) -> Runs:
    out: list[Run] = []
    if log.actions_not_shown:
        count = len(log.actions_not_shown)
        known = all(line.known for line in log.actions_not_shown)
        overdue = (
            _of_them_overdue(count, log.not_shown_overdue)
            if known
            else f"{number(log.not_shown_overdue) if log.not_shown_overdue else 'none'} known to be overdue"
        )
        left = f"Also open, in the data book: {number(count)}, {overdue}. "
        out.append(Text(left))
    if log.actions_finished:
        when = f" since {since}" if since else ""
        not_done = sorted(a.ref for a in log.actions_finished if means(a.status, ActionStatus.NOT_DONE))
        done = sorted(a.ref for a in log.actions_finished if a.ref not in not_done)
        out += [Text(f"Finished{when}: "), *named(done, "action"), Text(". " if not_done else ".")] if done else []
        out += [Text(f"Closed{when} and not done: "), *named(not_done, "action"), Text(".")] if not_done else []
    return tuple(out)


def _of_them_overdue(count: int, overdue: int) -> str:
    if count == 1:
        return "overdue" if overdue else "not overdue"
    return f"{f'{number(overdue)} of them' if overdue else 'none'} overdue"


# ---------- what became of every row ----------


def _fates(log: LogPosition) -> tuple[Fate, ...]:
    fates = Fates(KEY)
    fates.printed(*(line.row for line in log.actions if not line.away))
    fates.summarised(*(line.row for line in log.actions_not_shown if not line.away))
    fates.summarised(*log.actions_finished, why="named as finished; whole in the data book")
    fates.summarised(*log.actions_finished_before, why="finished before last time; whole in the data book")
    for line in log.challenges:
        fates.printed(*([line.row] if line.row and not line.away else []), *(f for f in line.from_forms if f.response))
        fates.summarised(*(f for f in line.from_forms if not f.response), why="no answer was given; the challenge prints as unanswered")
    for line in log.challenges_not_shown:
        fates.summarised(*([line.row] if line.row and not line.away else []), *line.from_forms)
    fates.summarised(*log.challenges_closed_before, why="closed by the Board before last time; whole in the data book")
    fates.summarised(*log.answers_elsewhere, why="answers a challenge the log does not hold open; named, and whole in the data book")
    fates.printed(*log.decisions, *(f.row for f in log.followed), *(u.row for u in log.undecided if u.row))
    fates.summarised(*log.decisions_not_shown, *(f.row for f in log.followed_not_shown))
    fates.summarised(*log.decisions_before, why="its outcome is known, or none was required; whole in the data book")
    return tuple(fates.all)
