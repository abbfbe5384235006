"""Sense of IDs across all returns: one item each, of the right Workspace, and every reference can be followed (AP260 to AP269)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...english import in_words, listed
from ...model import Cell, Sender
from ...model.fault import FaultKind
from ...model.problem import Severity
from ...returns.rdg import MilestoneJudgement
from ...returns.registers import ANSWERING, CODED, asked_as, has_own_ids, kin, reference_columns, subject, worded_columns
from ...returns.workspace import Milestone, Risk
from ...schema import Row, column_of, columns
from ...schema.column import ColumnKind
from ...senders import sender_name
from ...settings import Settings
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..known import ids_so_far, known_ids, named_in, of_a_missing_return, older_than_the_log, references
from ..shape.faults import faults, quoted
from ..twice import twice


@rule(
    "AP260",
    "An ID stands for one item",
    severity=Severity.ERROR,
    because="IDs are for life: of two rows with one ID, one would be lost.",
    example="R-{workspace.3}-004 stands here and at {workspace.3}-2026-06.xlsx › Risks!B9.",
    proves=Proof.TWICE,
)
def id_given_twice(case: Case) -> Iterator[Found]:
    """Give the newer of the two the next free ID. If both are the same item, take one of them out. Put back what stood there before it."""
    told = list(_in_two_tables(case))
    yield from told
    beneath = {cell for found in told for cell in found.cells}
    for same in twice(case.returns.rows):
        if not has_own_ids(type(same[0])) or sum(row.cell("id") not in beneath for row in same) == 0:
            continue
        at_home = [row for row in same if not code_of_another(row, case.settings)]
        strangers = [row for row in same if row not in at_home]
        if strangers and at_home:
            yield from (_of_another_workspace(row, at_home[0], case.settings) for row in strangers)
            continue
        for here in dict.fromkeys(_sheet_of(row) for row in same):
            mine = [row for row in same if _sheet_of(row) == here]
            row, others = mine[0], mine[1:] or [r for r in same if r not in mine]
            there = _sheet_of(others[0])
            where = f"twice on {here.sheet}" if here == there else f"on {here.sheet} and at {there}"
            many = f"{{n}} items stand {where}, from {{first}} to {{last}}: were the rows of another month or return pasted in?"
            sentence = f"{row.ref} stands here and at {in_words(str(o.cell('id')) for o in others)}."
            yield Found(tuple(r.cell("id") for r in mine), sentence, (row.ref,), row.sender, many=many)


def _of_another_workspace(row: Row, home: Row, settings: Settings) -> Found:
    """An item that stands in the return of the Workspace it belongs to, and in another's."""
    theirs, here, there = sender_name(home.sender, settings), _sheet_of(row), _sheet_of(home)
    sentence = f"{row.ref} is an item of {theirs}, and stands in their return at {home.cell('id')}."
    many = f"{{n}} items of {theirs} stand on {here.sheet} and at {there}, from {{first}} to {{last}}: were the rows of their return pasted in?"
    beside = next((c for c in columns(type(row)) if c.kind is ColumnKind.IDS), None)
    own = f"; where your own {row.printed_as} has to do with it, name it there under {quoted(beside.heading)}" if beside else ""
    remedy = f"Take the row out here: {theirs} reports the item. What you have to say of it, tell them{own}."
    return Found((row.cell("id"),), sentence, (row.ref,), row.sender, many=many, remedy=remedy)


def _in_two_tables(case: Case) -> Iterator[Found]:
    """Items that stand in the two tables of one sheet (`intake.reading.second_table`), neither of which says that it is of another month."""
    for fault, sender in faults(case, FaultKind.SECOND_TABLE):
        mine = (
            [r for r in case.returns.rows if _sheet_of(r) == Cell(file=fault.cell.file, sheet=fault.cell.sheet)] if not fault.seen else []
        )
        under = {r.ref: r for r in mine if str(r.at.order[2]) in fault.expected.split()}
        both = [r for r in mine if r.ref in under and r is not under[r.ref]]
        if both:
            refs = tuple(dict.fromkeys(r.ref for r in both))
            cells = (fault.cell, *(r.cell("id") for r in (*both, *(under[ref] for ref in refs))))
            stand = "stands" if len(refs) == 1 else "stand"
            sentence = f"A second table stands here beneath the first, and {listed(refs)} {stand} in both: are two months, or one month twice, on one sheet?"
            remedy = "Leave the table that holds for this month, and take the other out: each month is sent in its own return."
            yield Found(cells, sentence, refs, sender, remedy=remedy)


def _sheet_of(row: Row) -> Cell:
    cell = row.cell("id")
    return Cell(file=cell.file, sheet=cell.sheet)


def code_of_another(row: Row, settings: Settings) -> str:
    """The code in a row's ID, where it is another Workspace's (or RDG's) than the one whose return the row stands in."""
    if kin(type(row)) not in CODED or not row.stated("id"):
        return ""
    code = row.ref.upper().split("-")[1:2]
    known = {w.code for w in settings.workspaces} | {"RDG"}
    return code[0] if code and code[0] in known and code[0] != row.sender.code else ""


@rule(
    "AP261",
    "An ID carries the code of the Workspace that reports it",
    severity=Severity.WARNING,
    because="The code is how an item is traced to who answers for it.",
    example="M-{workspace.2}-003 is on the return of {workspace_name.3}, whose IDs begin M-{workspace.3}.",
    follows=("AP260",),
)
def id_of_another_workspace(case: Case) -> Iterator[Found]:
    """Give it the next free ID of your Workspace. If the item is the other Workspace's, leave it to their return."""
    for kind in CODED:
        prefix = column_of(kind, "id").id_prefix
        for row in case.returns.of(kind):
            if code := code_of_another(row, case.settings):
                name = sender_name(row.sender, case.settings)
                sentence = f"{row.ref} is on the return of {name}, whose IDs begin {prefix}-{row.sender.code}."
                many = f"{{n}} rows have IDs that begin {prefix}-{code}, on the return of {name}: were another Workspace's rows pasted in?"
                yield Found((row.cell("id"),), sentence, (row.ref,), row.sender, many=many)


@rule(
    "AP262",
    "Every ID named is the ID of something",
    severity=Severity.WARNING,
    because="A reference that leads nowhere cannot be followed by the Board.",
    example="“Depends on (IDs)” names M-{workspace.1}-060, which is not on record.",
    follows=("AP225", "AP232", "AP234"),
)
def reference_to_nothing(case: Case) -> Iterator[Found]:
    """Correct the ID: `pack trace` shows an item through every month. A group's own words are not corrected: the secretariat may ask it what it means."""
    known = known_ids(case)
    for kind, column in (*reference_columns(), *worded_columns()):
        for row in case.returns.of(kind):
            for ref in _ids_named(getattr(row, column.name), among_words=column.refers is None):
                if ref.casefold() in known or older_than_the_log(ref, known) or of_a_missing_return(ref, case):
                    continue
                yield Found(
                    (row.cell(column.name),), f"{quoted(column.heading)} names {ref}, which is not on record.", (row.ref,), row.sender
                )


def _ids_named(value: Any, *, among_words: bool) -> tuple[str, ...]:
    """The IDs in a cell; of an ID that stands there several times, one."""
    if isinstance(value, tuple):
        return tuple(str(v) for v in value)
    return tuple(dict.fromkeys((named_in if among_words else references)(value or "")))


ONE_EACH: tuple[type[Row], ...] = (Milestone, Risk)
"""What is counted one by one on page 1: the same words under a second ID would count twice."""


@rule(
    "AP269",
    "An item has one ID",
    severity=Severity.WARNING,
    because="A row pasted under the next free ID is counted twice, on page 1 too.",
    example="M-{workspace.3}-007 and M-{workspace.3}-011 say the same, word for word. Are they one item?",
    follows=("AP260",),
)
def one_item_under_two_ids(case: Case) -> Iterator[Found]:
    """If they are one, keep the earlier ID and take the other row out. If they are two, say in each what it is and the other is not."""
    for kind in ONE_EACH:
        alike: dict[tuple[Sender, str], dict[str, Row]] = {}
        for row in case.returns.of(kind):
            words = " ".join((getattr(row, subject(kind)) or "").casefold().split())
            if words:
                alike.setdefault((row.sender, words), {}).setdefault(row.ref, row)
        for (sender, _), rows in alike.items():
            if len(rows) > 1:
                cells = tuple(row.cell(subject(kind)) for row in rows.values())
                yield Found(cells, f"{in_words(rows)} say the same, word for word. Are they one item?", tuple(rows), sender)


@rule(
    "AP264",
    "An answer is to something that was asked",
    severity=Severity.ERROR,
    because="An answer to nothing would be printed nowhere.",
    example="There is no milestone M-{workspace.3}-070.",
)
def answer_to_nothing(case: Case) -> Iterator[Found]:
    """Correct the ID, or take the row out."""
    for kind in ANSWERING:
        asked = ids_so_far(case, *kind.life.answers)
        for row in case.returns.of(kind):
            ref = row.id_for_life
            if not ref or ref.casefold() in asked or of_a_missing_return(ref, case) or (kind.life.if_asked and not asked):
                continue
            yield Found((row.cell("id"),), f"There is no {asked_as(kind)} {quoted(ref).strip('“”')}.", (ref,), row.sender)


@rule(
    "AP267",
    "RDG answers each thing once",
    severity=Severity.ERROR,
    because="Of two answers only one can be printed, and the pack may not choose.",
    example="Two judgements of M-{workspace.3}-007.",
    proves=Proof.TWICE,
)
def answered_twice(case: Case) -> Iterator[Found]:
    """Keep the one that holds."""
    for same in twice(case.returns.rows):
        kind = type(same[0])
        if kind.life.once:
            said = str(getattr(same[0], kind.life.known_by))
            sentence = f"Two rows of {kind.sheet_title} are about {said}."
            yield Found(tuple(r.cell(kind.life.known_by) for r in same), sentence, (said,), same[0].sender)


@rule(
    "AP268",
    "RDG’s Milestones sheet holds only judgements that differ",
    severity=Severity.NOTE,
    because=clauses.PLAN_PROGRESS,
    each=MilestoneJudgement,
    needs=("id", "status"),
    example="RDG’s status is the Workspace’s own, {milestone_status.at_risk}.",
)
def judgement_that_does_not_differ(judgement: MilestoneJudgement, case: Case) -> Iterator[Found]:
    """Nothing to mend: one word will be printed. Leave the row out next time."""
    milestone = case.find(Milestone, judgement.id)
    if milestone and milestone.status == judgement.status:
        yield Found((judgement.cell("status"),), f"RDG’s status is the Workspace’s own, {judgement.status}.")


RULES: tuple[Rule, ...] = (
    id_given_twice,
    id_of_another_workspace,
    reference_to_nothing,
    one_item_under_two_ids,
    answer_to_nothing,
    answered_twice,
    judgement_that_does_not_differ,
)
