"""What is written to a voice group: thanks with its words as they will be printed, or one reminder, ever; never a problem.

“Avoids overburdening Coventry's developing PCF with administrative demands” (Parent-led and lived experience groups). What there is to put
right in a group's return goes to the secretariat.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Sender
from ..model.problem import Problem, Severity
from ..pipeline import Understood
from ..returns.board_log import BOARD_LOG
from ..returns.received import Receipt, ReceiptState
from ..returns.voice import Voice
from ..senders import contact, form_files, form_name, is_voice, sender_name
from .covering import invitation
from .marked import Marked
from .message import Message, signed

BOXES = {"working": "What is working", "not_working": "What is not working", "ask": "What you ask the Board for"}
FOR_THE_SECRETARIAT = "For the secretariat"


def reminder_name(sender: Sender, understood: Understood) -> str:
    """The name of a group's one reminder."""
    return f"{form_name(sender, understood.settings)} reminder"


def to_a_group(understood: Understood, receipt: Receipt, reminded: bool, forms: Mapping[str, bytes]) -> Message | None:
    """Thanks where a group has written; its one reminder where it has not, and none was written before."""
    if receipt.counts:
        return _thanks(understood, receipt)
    return None if reminded else _reminder(understood, receipt, forms)


def _reminder(understood: Understood, receipt: Receipt, forms: Mapping[str, bytes]) -> Message:
    settings, month, sender = understood.settings, understood.case.month, receipt.sender
    attached = tuple((name, forms[name]) for name in form_files(sender, settings, month) if name in forms)
    paragraphs = invitation(sender, month, settings, attached=bool(attached))
    subject = f"Your words to the Board, {month.name}"
    return Message(sender, reminder_name(sender, understood), contact(sender, settings), subject, signed(paragraphs, settings), attached)


def _thanks(understood: Understood, receipt: Receipt) -> Message:
    settings, month, sender = understood.settings, understood.case.month, receipt.sender
    paragraphs = [f"Thank you for your words to the Board for {month.name}."]
    if receipt.state is ReceiptState.NIL:
        paragraphs = ["Thank you for letting us know that there is nothing this month. Your next form comes as usual."]
    rows = understood.case.returns.of(Voice, sender)
    boxes = [(name, words, row.cell(name)) for row in rows for name, words in row.boxes]
    shown = [(name, words) for name, words, cell in boxes if cell not in understood.withheld]
    if shown:
        paragraphs += ["They will be printed like this, unchanged:", *(f"{BOXES[name]}:\n“{words}”" for name, words in shown)]
        paragraphs.append("If anything should read differently, tell us and we will change it.")
    if receipt.file in understood.case.returns.pictured:
        paragraphs.append(
            "You sent us a picture. Words in a picture cannot be printed as they are: we will ring you, and take them down as you say them."
        )
    if len(shown) < len(boxes):
        paragraphs.append("We would like to talk with you about one of your answers before it is printed, and will ring you.")
    if any(name == "ask" for name, _ in shown):
        paragraphs.append("The answer to what you ask comes back to you on your next form.")
    name = f"{form_name(sender, settings)} thanks"
    return Message(
        sender, name, contact(sender, settings), f"Thank you: your words to the Board, {month.name}", signed(paragraphs, settings)
    )


def about_a_group(understood: Understood, receipt: Receipt, reminded: bool) -> list[str]:
    """What the secretariat is told of a group: no return, or what to put right for it."""
    name = sender_name(receipt.sender, understood.settings)
    problems = [p for p in understood.verdicts.of(Severity.ERROR, Severity.WARNING) if p.sender == receipt.sender and p.cells]
    lines = []
    if not receipt.counts:
        came = "No return yet" if receipt.state is ReceiptState.MISSING else f"Its return is {receipt.state}"
        then = (
            "Its one reminder was written before; if it has gone out, please ring instead of writing again."
            if reminded
            else "Its one reminder is ready to send."
        )
        lines.append(f"- {name}: {came}. {then}")
    return [*lines, *(_told(name, p) for p in problems)]


def _told(name: str, problem: Problem) -> str:
    places = "; ".join(dict.fromkeys(str(c) for c in problem.cells[:4]))
    return f"- {name}: {problem.sentence}\n  {places}\n  {problem.remedy}"


def to_the_secretariat(understood: Understood, lines: list[str], marked: Iterable[Marked]) -> Message | None:
    """What groups sent that is to be put right for them, with the marked copies that never go to them."""
    if not lines:
        return None
    settings, month = understood.settings, understood.case.month
    paragraphs = ["Please settle these with the groups, kindly and by telephone; no list goes to them.", *lines]
    attached = tuple((m.name, m.data) for m in marked if is_voice(m.sender) and not m.cells_only)
    subject = f"{month.name}: the groups' returns, to look at"
    text = signed(paragraphs, settings)
    return Message(BOARD_LOG, FOR_THE_SECRETARIAT, settings.secretariat.email, subject, text, attached)
