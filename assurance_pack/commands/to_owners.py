"""What is written to the owner of a return: what is missing, what to mend and where, in friendly plain English; their own alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..calendar import CIRCULATE, due
from ..english import counted, in_words, upper_first
from ..model import Cell, Sender, day
from ..model.problem import Problem, Severity
from ..pipeline import Understood
from ..returns.partner import Concern
from ..returns.rdg import RDG
from ..returns.received import Receipt, ReceiptState
from ..returns.registers import subject
from ..returns.voice import Voice
from ..rules.guard import sentence_for
from ..senders import contact, due_from, form_name, sender_name, spoken_of
from .marked import Marked
from .message import Message, signed
from .slips import as_points, id_slips

MOST_PLACES = 6
CAME = {
    ReceiptState.NOT_FILLED_IN: "Thank you for sending the form for {month} back. It looks as if nothing has been filled in yet: perhaps the filled-in one is still on your computer?",
    ReceiptState.REFUSED: "Thank you for the {month} return. We could not read the file you sent.",
}
SEND_AGAIN = "Could you save it again as an Excel workbook, without a password, and send it once more?"


def to_an_owner(understood: Understood, receipt: Receipt, marked: Marked | None, forms: Mapping[str, bytes]) -> Message | None:
    """The message to one owner, if there is anything to say. `forms` are this month's forms by file name, to send again."""
    sender = receipt.sender
    problems = problems_of(understood, sender)
    mended = [p for p in problems if not p.rule.startswith("AP5")]
    private = sorted({(f.cell, sentence_for(f)) for f in understood.case.guard if f.sender == sender and not f.hint}, key=_in_order)
    if receipt.counts and not problems and not private:
        return None
    which = return_of(sender, understood)
    if not receipt.counts:
        paragraphs = [*_still_to_come(understood, receipt, which, problems), *_private(private)]
        return _message(understood, sender, f"{which}: {_absent(receipt)}", paragraphs, _form_again(understood, sender, forms))
    file = f" It came in {receipt.file}." if receipt.file else ""
    paragraphs = [f"Thank you for {which}.{file}", *_private(private), *_to_mend(mended, receipt.file, understood)]
    copy = None if marked is None or marked.cells_only else marked
    if copy:
        what = "has a note on each of these cells, and lists them on its last sheet" if "(marked)" in copy.name else "lists them"
        paragraphs.append(f"The attached file {what}.")
    paragraphs += [] if private else ["Please change your own file and send it to us again.", _reply(understood, sender)]
    about = "please take something out" if private else f"{counted(len(mended), 'thing')} to look at"
    return _message(understood, sender, f"{which}: {about}", paragraphs, ((copy.name, copy.data),) if copy else ())


def to_one_who_owes(understood: Understood, sender: Sender, forms: Mapping[str, bytes]) -> Message | None:
    """The message to somebody of whom no return is expected and who owes the Board something all the same: an answer to a challenge."""
    problems = problems_of(understood, sender)
    if not problems:
        return None
    paragraphs = [
        "The Board is waiting for something from you:",
        *(_problem_told(p, "", understood) for p in problems),
        _reply(understood, sender),
    ]
    attached = _form_again(understood, sender, forms)
    subject = f"{understood.case.month.name}, {sender_name(sender, understood.settings)}: {counted(len(problems), 'thing')} outstanding"
    return _message(understood, sender, subject, paragraphs, attached)


def problems_of(understood: Understood, sender: Sender) -> tuple[Problem, ...]:
    """What a sender is to mend, a point each; that a return is missing is said in words of its own."""
    found = understood.verdicts.of(Severity.ERROR, Severity.WARNING)
    return as_points((p for p in found if p.sender == sender and p.cells), id_slips(understood.case, found), sender)


def return_of(sender: Sender, understood: Understood) -> str:
    """A return as it is spoken of: ``the June 2026 return from Capital and Sufficiency``."""
    return spoken_of(sender, understood.settings, understood.case.month.name)


def _message(
    understood: Understood, sender: Sender, subject: str, paragraphs: list[str], attached: tuple[tuple[str, bytes], ...]
) -> Message:
    settings = understood.settings
    if attached and attached[0][0].startswith(f"{form_name(sender, settings)} {understood.case.month}"):
        paragraphs = [*paragraphs, "Your form is attached again, in case that is easier."]
    meeting = settings.meeting(understood.case.month)
    if meeting:
        paragraphs = [
            *paragraphs,
            f"{upper_first(settings.board.short)} of {day(meeting.date)} reads what is said of {understood.case.month.name}.",
        ]
    subject = subject[0].upper() + subject[1:]
    return Message(sender, form_name(sender, settings), contact(sender, settings), subject, signed(paragraphs, settings), attached)


def _form_again(understood: Understood, sender: Sender, forms: Mapping[str, bytes]) -> tuple[tuple[str, bytes], ...]:
    name = f"{form_name(sender, understood.settings)} {understood.case.month}.xlsx"
    return ((name, forms[name]),) if name in forms else ()


def _in_order(found: tuple[Cell, str]) -> tuple[object, ...]:
    return (*found[0].order, found[1])


def _absent(receipt: Receipt) -> str:
    return {ReceiptState.MISSING: "still to come", ReceiptState.NOT_FILLED_IN: "not filled in"}.get(receipt.state, "please send it again")


def _still_to_come(understood: Understood, receipt: Receipt, which: str, problems: Iterable[Problem]) -> list[str]:
    settings, month = understood.settings, understood.case.month
    by = due_from(receipt.sender, settings, month)
    came = CAME.get(receipt.state, f"We do not have {which} yet.").format(month=month.name)
    when = f" The date for it is {by:%A} {day(by)}." if by else ""
    if receipt.state is ReceiptState.REFUSED:
        return [came + when, *(p.sentence for p in problems), SEND_AGAIN]
    if problems and receipt.state is ReceiptState.MISSING:  # something came, but not this month's return
        files = {c.file for p in problems for c in p.cells}
        return [came + when, f"We did receive {in_words(sorted(files))}, but could not use it:", *(p.sentence for p in problems)]
    return [came + when, "If there is nothing to report this month, one line saying so is all we need."]


def _private(private: list[tuple[Cell, str]]) -> list[str]:
    if not private:
        return []
    places = "\n".join(f"- {_place_in_file(cell)}: {what}" for cell, what in private)
    return [
        "Some of it may let someone tell which child it is about. The Board does not consider individual cases, so please take it out and send "
        "the file again:",
        places,
        "We have not sent your file back, so that no further copy goes about. Please delete the earlier ones you have sent.",
    ]


def _to_mend(problems: list[Problem], file: str, understood: Understood) -> list[str]:
    errors = [p for p in problems if p.severity is Severity.ERROR]
    others = [p for p in problems if p.severity is not Severity.ERROR]
    paragraphs = []
    if errors:
        paragraphs += [f"{_there_is(len(errors))} to put right:", *(_problem_told(p, file, understood) for p in errors)]
    if others:
        also = " also" if errors else ""
        right = "if they are right as they stand" if len(others) > 1 else "if it is right as it stands"
        paragraphs += [
            f"{_there_is(len(others), also)} to look at; {right}, just tell us why:",
            *(_problem_told(p, file, understood) for p in others),
        ]
    return paragraphs


def _there_is(count: int, also: str = "") -> str:
    return f"There {'is' if count == 1 else 'are'}{also} {counted(count, 'thing')}"


def _reply(understood: Understood, sender: Sender) -> str:
    """By when to answer (the day the return is due, or the pack goes out if that day is over), and whom to ask where it should stand."""
    settings, month = understood.settings, understood.case.month
    out = due(settings, month, CIRCULATE)
    by = f"Please answer by {out:%A} {day(out)}, when the pack goes to the Board. " if out else ""
    whom = settings.rdg.chair if sender != RDG and settings.rdg.chair else settings.secretariat.name
    return f"{by}If something has to stand as it is, ask the {whom} for a waiver: give the reason, and until which day."


def _items_in_words(problem: Problem, understood: Understood) -> str:
    """The items a problem is about by their own words, in full: a challenge as it was put, an ask as it was made. What may identify a child is in none."""
    said: dict[str, str] = {}
    for returns in (*understood.case.earlier, understood.case.returns):
        for row in returns.rows:
            name = "ask" if isinstance(row, Voice | Concern) else subject(type(row))
            words = getattr(row, name, None) if name else None
            if isinstance(words, str) and words and row.cell(name) not in understood.withheld:
                said[row.box_id("ask") if isinstance(row, Voice) else row.ref] = words
    return "\n  ".join(f"{ref}: “{said[ref]}”" for ref in problem.items if ref in said)


def _problem_told(problem: Problem, file: str, understood: Understood) -> str:
    """A problem with what it is about and its places in the owner's own file; where it stands in anybody else's is no concern of theirs."""
    places = list(dict.fromkeys(_place_in_file(c) for c in problem.cells if c.file == file))
    where = in_words(places)
    if len(places) > MOST_PLACES:
        where = f"{', '.join(places[:MOST_PLACES])} and {len(places) - MOST_PLACES} more"
    lines = [line for line in (problem.sentence, _items_in_words(problem, understood), where, problem.remedy) if line]
    return "\n".join(f"{'-' if first else ' '} {line}" for first, line in zip((True, *(False,) * len(lines)), lines, strict=False))


def _place_in_file(cell: Cell) -> str:
    if cell.ref:
        return f"{cell.sheet}, cell {cell.ref}"
    return f"sheet {cell.sheet}" if cell.sheet else "the file as a whole"
