"""Section 10: the pack's own account: what came, what is outstanding, what the words mean, and what became of every row read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....english import counted, in_words, lower_first, many, month_name, number, sentence, share_of, short_day
from ....model.problem import Severity
from ....position.about import AboutPosition, ProblemKind, ReceiptLine, WaiverLine
from ....position.whole import Position
from ....returns.received import ReceiptState
from ....senders import data_book_only, is_voice
from ....settings import Settings
from ...blocks import Block, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...crosswalk import Crosswalk, add_up
from ...phrases import no_return, since_name, stopped
from ...section import Fate, Fates, Section

KEY = "about"
TITLE = "About this pack"
QUESTIONED = "What was sent here cannot be right, or cannot be read: it counts nowhere, or stands as last reported."
"""Said before the list of values in question."""

IN_RDGS = "in RDG’s edition"
"""How the reason ends of rows that are printed for RDG and not for the Board."""
PLACES_SHOWN = 3
NOT_IN_HAND = {
    ReceiptState.MISSING: "No return",
    ReceiptState.NOT_FILLED_IN: "Not filled in",
    ReceiptState.REFUSED: "Could not be read",
}


def write(position: Position, settings: Settings, others: tuple[Fate, ...] | None = None) -> Section:
    """The pack's own account.

    Args:
        position: every figure the Board will see.
        settings: what `pack.toml` says.
        others: the fates the other sections gave; with them the crosswalk is summed and printed.
    """
    about = position.about
    fates = _fates(about)
    blocks = (
        Heading(2, TITLE, anchor=KEY),
        Paragraph(runs(_lead(about, since_name(position))), style="lead"),
        _register(about, position),
        *_besides(about),
        *_outstanding(about),
        *_waivers(about, position),
        *_compared(about, position),
        *(_crosswalk(add_up(about.rows, (*others, *fates)), about) if others is not None else ()),
        *_reviews(about, settings),
    )
    return Section(KEY, TITLE, blocks, fates)


def _lead(about: AboutPosition, since: str) -> str:
    came = share_of(about.came, about.expected, "return", so=("came", "came"), not_so="did not come")
    if since and about.came_before is not None:
        came += ", as in " + since if about.came == about.came_before else f", against {number(about.came_before)} in {since}"
    waiver = "one waiver is" if about.waivers_in_force == 1 else f"{number(about.waivers_in_force)} waivers are"
    none = "no waiver is in force" if about.log_came else "what waivers are in force is not known"
    return sentence(came, f"{waiver} in force" if about.waivers_in_force else none)


# ---------- what came ----------


def _register(about: AboutPosition, position: Position) -> Table:
    """Those expected, each by name; a partner's return is welcome, never expected, and stands here where there is something to mend."""
    welcome = about.partners_came
    return Table(
        caption="Returns register" + (f"; {many(welcome, 'partner’s return', 'partners’ returns')} came too (section 7)" if welcome else ""),
        columns=(TableColumn(runs("Return"), 3), TableColumn(runs("Due"), 2, "date"), TableColumn(runs("Received"), 4), TableColumn(runs("Problems"), 3)),
        rows=tuple(_receipt(line, position) for line in about.receipts),
        summary="Each return expected, the day it was due, the day it was received, and the problems outstanding in it.",
        anchor="register",
        style="tight",
    )  # fmt: skip


def _receipt(line: ReceiptLine, position: Position) -> TableRow:
    due = runs(short_day(line.due, position.at)) if line.due else (Text("Not set", quiet=True),)
    return TableRow(
        (TableCell(runs(line.name)), TableCell(due, value=line.due), TableCell(_received(line, position.at)), TableCell(_problems(line)))
    )


def _received(line: ReceiptLine, beside: date) -> Runs:
    if line.state in NOT_IN_HAND:
        return (no_return(NOT_IN_HAND[line.state]),) if line.expected else (Text("None, and none was expected", quiet=True),)
    on = short_day(line.received, beside) if line.received else "Received"
    return runs(f"{on}, nothing this month" if line.state is ReceiptState.NIL else on)


def _problems(line: ReceiptLine) -> Runs:
    """What stands against a return. A group's own words have no faults the Board need hear of: they are the secretariat's to mend."""
    found = in_words(counted(n, noun) for n, noun in ((line.errors, "error"), (line.warnings, "warning")) if n)
    if line.state in NOT_IN_HAND and line.expected:
        return runs(f"Gap in assurance; {found}" if found else "Gap in assurance")
    if found and line.voice:
        return runs(f"{found}, with the secretariat")
    return runs(found or "None")


def _besides(about: AboutPosition) -> Iterator[Block]:
    """Files in the folder that are no return of this month, and what was made of each."""
    if about.other_files:
        said = "; ".join(f"{r.file or 'a file'} ({r.note or r.state.value})" for r in about.other_files)
        yield Paragraph(runs(f"Also in the folder: {stopped(said)}"), style="note")


# ---------- what is outstanding ----------


def _outstanding(about: AboutPosition) -> Iterator[Block]:
    counts = [many(n, noun) for n, noun in ((about.errors, "error"), (about.warnings, "warning")) if n]
    gaps = []
    if about.missing:
        gaps.append(f"{many(len(about.missing), 'missing return')}, named above")
    if about.cells_not_stated:
        empty = "is empty or cannot be read" if about.cells_not_stated == 1 else "are empty or cannot be read"
        gaps.append(f"{many(about.cells_not_stated, 'answer')} that should be there {empty}")
    if about.questioned:
        gaps.append(f"{many(about.questioned, 'value')} in question, printed as “[q]”")
    if about.cells_withheld:
        gaps.append(
            f"{many(about.cells_withheld, 'cell')} withheld because {'it' if about.cells_withheld == 1 else 'they'} may identify a child"
        )
    waiting = about.prompts - about.prompts_answered
    answered = (
        "all answered"
        if not waiting
        else f"{number(about.prompts_answered)} of them answered"
        if about.prompts_answered
        else "none answered"
    )
    asked = f"{many(about.prompts, 'prompt')} to RDG, {answered}" if about.prompts else ""
    found = in_words(counts) or "no error or warning"
    elsewhere = f", {number(about.of_no_return)} of no return: in pack.toml, or a file in the folder" if about.of_no_return else ""
    outstanding = sentence(found + elsewhere, *gaps, asked)
    if about.kinds_not_shown and not about.problem_kinds:
        outstanding += " The data book has them all."
    yield Paragraph((Text("Outstanding. ", strong=True), Text(outstanding)), number="*", anchor="outstanding")
    yield from _in_question(about)
    kinds = [_kind(kind) for kind in about.problem_kinds]
    if about.kinds_not_shown and kinds:
        left = f"Not shown: {many(about.problems_not_shown, 'problem')} of {many(about.kinds_not_shown, 'other kind')}; all are in the data book."
        kinds.append(runs(left))
    if kinds:
        said = (run for at, kind in enumerate(kinds) for run in (*((Text(" "),) if at else ()), *kind))
        yield Paragraph(tuple(said), style="note", anchor="problems")


def _in_question(about: AboutPosition) -> Iterator[Block]:
    """The values in question, with their cells: they count nowhere, or stand as last reported."""
    if about.in_question:
        more = about.questioned - len(about.in_question)
        places = "; ".join(about.in_question) + (f"; and {number(more)} more, each with its cell in the data book" if more else "")
        yield Paragraph((Text("In question, [q]. ", strong=True), Text(f"{QUESTIONED} {places}.")), style="note", anchor="in-question")


def _kind(kind: ProblemKind) -> Runs:
    """What should be so, and where it is not: ``AP203, error. Expected: a completed milestone has evidence. Not so at M-CAP-003.``"""
    word = "error" if kind.severity is Severity.ERROR else "warning"
    out: list[Run] = [
        Ref(kind.rule),
        Text(f", {word}. Expected: {lower_first(kind.title).rstrip('.')}. Not so{' at ' if kind.places else ''}"),
    ]
    for at, place in enumerate(kind.places[:PLACES_SHOWN]):
        out += [*((Text("; "),) if at else ()), Ref(place) if " " not in place else Text(place)]
    more = len(kind.places) - PLACES_SHOWN
    out.append(Text(f"; and {number(more)} more." if more > 0 else "."))
    return tuple(out)


def _waivers(about: AboutPosition, position: Position) -> Iterator[Block]:
    for line in about.waivers:
        yield Paragraph(_waiver(line, position.at), number="*")
    if about.waivers_not_shown:
        yield Paragraph(runs(f"Not shown: {many(len(about.waivers_not_shown), 'more waiver')}; whole in the data book."), style="note")


def _waiver(line: WaiverLine, beside: date) -> Runs:
    row = line.row
    if line.state == "incomplete":
        return (
            Text("Waiver not applied. ", strong=True),
            Text(f"{row.rule or 'No rule'} at {row.place or 'no place'}: it does not state {in_words(line.wants, 'or')}."),
        )
    until = short_day(row.until, beside) if row.until else ""
    opening = f"Waiver ({row.by}, to {until}). " if line.state == "in force" else f"Waiver expired on {until} ({row.by}). "
    effect = (
        f"It lets {many(line.lets, 'problem')} stand."
        if line.lets
        else "It lets nothing stand this month."
        if line.state == "in force"
        else "The problem, if it is still there, has come back."
    )
    return (
        Text(opening, strong=True),
        Ref(row.place or "") if " " not in (row.place or " ") else Text(row.place or ""),
        Text(f" ({row.rule}): {stopped(row.reason or '')} {effect}"),
    )


# ---------- what it rests on ----------


def _compared(about: AboutPosition, position: Position) -> Iterator[Block]:
    last = about.compared
    if last is None:
        said = "This is the first pack on record: nothing is compared with an earlier month."
    else:
        built = f"version {last.version}, {'as sealed' if last.sealed else 'as last built; it was not sealed'}"
        how = "reconstructed from its returns" if last.reconstructed else built
        said = f"The pack of {last.month.name}, {how}."
    others = [m for m in about.reconstructed if last is None or m != last.month]
    if others:
        so = "too" if last and last.reconstructed else f"reconstructed from {'its' if len(others) == 1 else 'their'} returns"
        said += f" {in_words(month_name(m, position.pack) for m in others)} {'was' if len(others) == 1 else 'were'} {so}."
    yield Paragraph((Text("Compared with. ", strong=True), Text(said)), number="*", anchor="compared")


def _crosswalk(crosswalk: Crosswalk, about: AboutPosition) -> Iterator[Block]:
    counts = crosswalk.counts
    reasons = crosswalk.reasons("held back")
    why = reasons[0][0] if len(reasons) == 1 else "; ".join(f"{n} {reason}" for reason, n in reasons)
    to_rdg = reasons and all(reason.endswith(IN_RDGS) for reason, _ in reasons)
    held = f"{counts['held back']} {IN_RDGS}" if to_rdg else f"{counts['held back']} held back" + (f" ({why})" if why else "")
    lost = f", {counts['not placed']} not placed" if counts["not placed"] else ""
    said = f"{counts['printed']} printed, {counts['summarised']} counted, {held}{lost}."
    yield Paragraph((Text(f"{counted(crosswalk.read, 'row')} read: ", strong=True), Text(said)), number="*", anchor="crosswalk")


def _no_parameters(settings: Settings) -> str:
    """Limits the Board may set, and has not (“within parameters set by the Board”, Board: Delegation and delivery)."""
    unset = [what for what, p in (("days late", settings.parameters.slip), ("a risk score", settings.parameters.score)) if p.value is None]
    return f" No limit is set for {in_words(unset, 'or')}." if unset else ""


def _reviews(about: AboutPosition, settings: Settings) -> Iterator[Block]:
    """Bodies reviewed and due together are said together."""
    together: dict[str, list[str]] = {}
    for line in about.reviews:
        due = {"ahead": "next review by", "due": "review due now,", "overdue": "review overdue since"}[line.state]
        together.setdefault(f"last reviewed {line.review.last.name}, {due} {line.review.due.name}", []).append(line.review.body)
    if together:
        said = sentence(*(f"{in_words(bodies)}, {when}" for when, bodies in together.items())) + _no_parameters(settings)
        yield Paragraph((Text("Terms of reference. ", strong=True), Text(said)), number="*", anchor="terms-of-reference")


def _fates(about: AboutPosition) -> tuple[Fate, ...]:
    """Covers are in the register; what they say of the month is printed on page 1."""
    fates = Fates(KEY)
    fates.printed(*(line.row for line in about.waivers))
    fates.summarised(*about.waivers_not_shown)
    covers = (row for row in about.rows if row.layout == "page" and not is_voice(row.sender))
    fates.summarised(*covers, why="its return stands in the returns register")
    elsewhere = (row for row in about.rows if row.layout != "page" and data_book_only(row.sender))
    fates.held_back(*elsewhere, why="no section takes its return, which stands whole in the data book")
    fates.held_back(*(row for row in about.rows if row.doubled), why="its item stands in another row, which counts")
    return tuple(fates.all)
