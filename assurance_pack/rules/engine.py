"""The engine: runs the rules in the order of their families, grades what they find, and never says a thing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from ..intake.as_typed import visible
from ..model import NOT_TOLD, Cell, Sender
from ..model.problem import Problem, Severity, Waiver
from ..returns.rdg import RDG
from ..returns.received import REMARKS
from ..schema import Row
from ..settings import Settings
from .case import Case
from .clauses import Clause
from .one_cause import Graded, of_one_cause, reading_order, said_once
from .waiving import covers

FAMILIES = {
    "1": "shape",
    "2": "sense",
    "3": "movement",
    "4": "triangulation",
    "5": "guard",
    "6": "authority",
}
Redact: TypeAlias = Callable[[str], str]
"""Takes every identifier out of a sentence."""
ORDER = ("guard", "shape", "sense", "movement", "authority", "triangulation")


FEW = 3
"""More of one kind on one sheet have one cause, and are one problem."""


class Proof(StrEnum):
    """What a rule shows beyond doubt. What is only unlikely proves nothing, and neither does an omission; but a word that takes an item out of the
    counts (withdrawn, managed under another ID) does so only with the reference it needs."""

    NOTHING = "nothing"
    VALUE = "the values in the cells it cites are wrong"
    TWICE = "one item stands in two rows"


@dataclass(frozen=True)
class Found:
    """What a rule found: the cells, the sentence, and the items where they do not follow from the cells.

    `wrong` are the cells whose values a proving rule shows to be wrong, where they are not all that it cites. `many` is what is said, once,
    in place of the sentences of all that have it in common, where they are more than the rule names one by one: ``{n}`` is how many,
    ``{items}`` which, ``{first}`` and ``{last}`` the ends of the row. `remedy` is how to put this right, where the rule's own does not fit.
    """

    cells: tuple[Cell, ...]
    sentence: str
    items: tuple[str, ...] = ()
    sender: Sender = NOT_TOLD
    wrong: tuple[Cell, ...] = ()
    many: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of the rule book. Its docstring is the remedy, addressed to the person who must put it right.

    `because` is the clause of the terms of reference (`rules.clauses`), or the reason in a sentence where there is none. Words of a list
    stand in its texts as `Settings.worded` fills them in: ``{milestone_status.at_risk}``. A rule that `proves` something looks at the
    month as it was sent; the others at what is left of it (`rules.question`). It `follows` the rules of whose findings its own are a mere
    consequence: mending theirs mends it. Of findings with one cause (`Found.many`) it names as many one by one as are `few`.
    """

    id: str
    title: str
    severity: Severity
    because: str
    remedy: str
    find: Callable[[Case], Iterable[Found]]
    example: str = ""
    waivable: bool = True
    proves: Proof = Proof.NOTHING
    follows: tuple[str, ...] = ()
    few: int = FEW

    def worded(self, settings: Settings) -> Rule:
        """The rule as its Board reads it: with the words of the lists in force in what it says."""
        because = self.because.worded(settings) if isinstance(self.because, Clause) else settings.worded(self.because)
        title, remedy, example = (settings.worded(text) for text in (self.title, self.remedy, self.example))
        return replace(self, because=because, title=title, remedy=remedy, example=example)

    @property
    def family(self) -> str:
        """The family, by the hundred of its number."""
        return FAMILIES[self.id[2]]


def rule(
    id: str,
    title: str,
    *,
    severity: Severity,
    because: str,
    each: type[Row] | None = None,
    needs: tuple[str, ...] = (),
    misses: tuple[str, ...] = (),
    example: str = "",
    waivable: bool = True,
    proves: Proof = Proof.NOTHING,
    follows: tuple[str, ...] = (),
    few: int = FEW,
) -> Callable[[Callable[..., Iterable[Found]]], Rule]:
    """Declare a rule.

    Args:
        id: ``AP`` and three digits, the family by the hundred; never reused.
        title: what should be so, as a statement.
        severity: how much it matters; `pack.toml` may change it.
        because: the clause it enforces, or the reason.
        each: the sheet it looks at, one row at a time; without it the rule is given the case alone.
        needs: columns that must be stated; a row without them is passed over.
        misses: columns it goes by the emptiness of; a row in which one of them may not be empty (`Case.unread`) is passed over.
        example: a sentence of the kind the sender will see.
        waivable: whether a named person may let it stand.
        proves: what it shows beyond doubt: such values are in question, and count nowhere (`rules.question`).
        follows: rules of an earlier number or family of which it is a knock-on; where one of them has spoken of the row, it is silent.
        few: how many findings of one cause it says one by one; more are one problem.
    """

    def declare(find: Callable[..., Iterable[Found]]) -> Rule:
        def whole(case: Case) -> Iterator[Found]:
            assert each is not None
            for row in case.returns.of(each):
                if row.stated(*needs) and case.returns.faulted.isdisjoint(map(row.cell, needs)) and not case.unread(row, *misses):
                    for found in find(row, case):
                        yield replace(found, items=found.items or (row.ref,), sender=found.sender or row.sender)

        remedy = " ".join((find.__doc__ or "").split())
        return Rule(id, title, severity, because, remedy, whole if each else find, example, waivable, proves, follows, few)

    return declare


@dataclass(frozen=True)
class Verdicts:
    """What the rules came to."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...] = ()
    expired: tuple[Waiver, ...] = ()
    unused: tuple[Waiver, ...] = ()

    def of(self, *severities: Severity) -> tuple[Problem, ...]:
        """The problems of these severities."""
        return tuple(p for p in self.problems if p.severity in severities)

    def by_rule(self, rule_id: str) -> tuple[Problem, ...]:
        """What one rule found."""
        return tuple(p for p in self.problems if p.rule == rule_id)


def run(rules: Iterable[Rule], case: Case, waivers: tuple[Waiver, ...] = (), already: Iterable[Cell] = (), *, redact: Redact) -> Verdicts:
    """Run rules over a case.

    Families run in their order. A rule says nothing that follows from what has been said: sense is silent of a cell that could not be
    taken as it stands or is proved wrong, and any rule of a row of which a rule it `follows` has spoken. Two faults of one cell are two problems. The severity
    is the rule's own, or `pack.toml`'s. Waivers in force take problems aside, one place at a time; nothing takes aside what may not be waived. What is left is
    said once: the same sentence to the same sender, and the same cause, with all its cells.
    `redact` is the guard’s last look at every sentence, handed in because the guard's own rules stand on this engine.
    """
    spoken: set[Cell] = set(already)
    sent = replace(case, returns=case.sent) if case.sent else case
    guarded = {f.cell for f in case.guard if f.in_value}
    problems: list[Graded] = []
    said: dict[str, set[_Line]] = {}
    remarked = {f.cell for f in case.returns.faults if f.kind in REMARKS} - case.returns.faulted
    for one in sorted(rules, key=_turn):
        proofs = case.proved.get(one.id)
        looked_at = one.find(sent if one.proves is not Proof.NOTHING else case) if proofs is None else proofs
        before = {line for other in one.follows for line in said.get(other, ())}
        found = [f for f in looked_at if not _spoken_of(one, f, spoken, guarded) and before.isdisjoint(_rows_found(f))]
        problems += _grade(one, found, case, redact)
        said[one.id] = {line for f in found for line in _rows_found(f)}
        if one.family in ("guard", "shape"):
            spoken |= {c for f in found for c in f.cells if c.ref} - remarked
        elif one.proves is not Proof.NOTHING:
            spoken |= {c for f in found for c in f.wrong or f.cells if c.ref}
    return _waive(problems, waivers, case.position, {r.id: r for r in rules})


def _turn(one: Rule) -> tuple[int, bool, str]:
    """By family; within one, what is proved wrong is said before what follows from its being taken out; then by number."""
    return (ORDER.index(one.family), one.proves is Proof.NOTHING, one.id)


_Line: TypeAlias = tuple[str, str, int]
"""A row of a sheet of a file."""


def _rows_found(found: Found) -> set[_Line]:
    """The rows that what a rule found stands in."""
    return {cell.order[:3] for cell in found.cells if cell.ref}


def _spoken_of(one: Rule, found: Found, spoken: set[Cell], guarded: set[Cell]) -> bool:
    """Whether a cell could not be taken as it stands: shape is silent where the guard withholds it, sense also where it cannot be read or is proved wrong."""
    if one.family == "shape":
        return any(c in guarded for c in found.cells)
    return one.family == "sense" and any(c in spoken for c in found.cells)


def _grade(one: Rule, found: Iterable[Found], case: Case, redact: Redact) -> Iterator[Graded]:
    severity, remedy = severity_of(one, case.settings), case.settings.worded(one.remedy)
    for f in found:
        items = f.items if severity is Severity.PROMPT or one.family != "shape" else ()
        problem = Problem(
            rule=one.id, severity=severity, sentence=visible(redact(f.sentence)), remedy=f.remedy or remedy,
            cells=tuple(sorted(set(f.cells), key=lambda c: c.order)), items=items,
            # prompts go to RDG first, whatever return they cite: it answers them, and asks the Workspaces what it needs to
            sender=RDG if severity is Severity.PROMPT else f.sender,
        )  # fmt: skip
        yield problem, visible(redact(f.many))


def severity_of(one: Rule, settings: Settings) -> Severity:
    """What may not be waived may not be played down in `pack.toml` either."""
    return settings.rules.get(one.id, one.severity) if one.waivable else one.severity


def _waive(problems: list[Graded], waivers: tuple[Waiver, ...], position: date, rules: dict[str, Rule]) -> Verdicts:
    standing: list[Graded] = []
    waived: list[Problem] = []
    used: set[Waiver] = set()
    for problem, many in problems:
        covering = next(
            (
                w
                for w in waivers
                if w.until >= position and rules[problem.rule].waivable and covers(w, problem.rule, problem.items, problem.cells)
            ),
            None,
        )
        if covering:
            used.add(covering)
            waived.append(problem.model_copy(update={"waiver": covering}))
        else:
            standing.append((problem, many))
    expired = tuple(w for w in waivers if w.until < position)
    unused = tuple(w for w in waivers if w not in used and w not in expired)
    said = said_once(of_one_cause(standing, {r.id: r.few for r in rules.values()}))
    return Verdicts(tuple(sorted(said, key=reading_order)), tuple(waived), expired, unused)
