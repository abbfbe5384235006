"""`pack chase`: one ready-to-send message per owner, in friendly plain English, with that owner's own problems and nobody else's.

“Avoids overburdening Coventry's developing PCF with administrative demands” (Parent-led and lived experience groups): a voice group
never receives problems, marked copies or a second reminder. Those go to the secretariat; the group receives thanks, and its words as they
will be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from ..intake.deadlines import due
from ..model import Month, Problem, Severity, counted, day
from ..pipeline import Understood
from ..record import store
from ..returns.received import Receipt, ReceiptState
from ..returns.voice import Voice
from ..settings import Home, Settings

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
BOXES = {"working": "What is working", "not_working": "What is not working", "ask": "What you ask the Board for"}


@dataclass(frozen=True)
class Message:
    """One message: to whom, about what, and the marked copy that goes with it."""

    sender: str
    name: str
    to: str
    subject: str
    text: str
    attachment: tuple[str, bytes] | None = None

    def as_eml(self, reply_to: str) -> bytes:
        """The message as a file any mail program opens, unsent; the same bytes every time."""
        mail = EmailMessage(policy=SMTP)
        mail["To"] = self.to
        mail["From"] = reply_to
        mail["Subject"] = self.subject
        mail["X-Unsent"] = "1"  # opens as a draft, ready to read and send
        mail.set_content(self.text, cte="quoted-printable")
        if self.attachment:
            name, data = self.attachment
            mail.add_attachment(data, maintype=XLSX[0], subtype=XLSX[1], filename=name)
            mail.set_boundary("=_pack_message_part")
        return mail.as_bytes()


def messages(understood: Understood, marked: Mapping[str, tuple[str, bytes]], reminded: frozenset[str]) -> tuple[Message, ...]:
    """Every message worth sending.

    Args:
        understood: the month, checked.
        marked: the marked copy of each return that has one, by sender: its file name and bytes.
        reminded: voice groups a reminder has been written to before.
    """
    settings = understood.settings
    written: list[Message] = []
    for_secretariat: list[str] = []
    receipts = {r.sender: r for r in understood.case.returns.receipts if r.sender and r is understood.case.returns.receipt(r.sender)}
    for sender, receipt in receipts.items():
        problems = tuple(p for p in understood.verdicts.of(Severity.ERROR, Severity.WARNING) if p.sender == sender)
        if sender.startswith("voice:"):
            written += _to_a_group(understood, sender, receipt, sender in reminded)
            for_secretariat += _about_a_group(settings, sender, receipt, problems, sender in reminded)
        elif not receipt.counts or problems:
            written.append(_to_an_owner(understood, sender, receipt, problems, marked.get(sender)))
    if for_secretariat:
        written.append(_to_the_secretariat(understood, for_secretariat))
    return tuple(written)


def chase(home: Home, understood: Understood, marked: Mapping[str, tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write the messages of a month.

    Returns:
        The `.eml` files; beside each lies the same as text.
    """
    folder = home.output(understood.case.month) / "messages"
    settings = understood.settings
    reminded = frozenset(
        f"voice:{g.code}" for g in settings.groups if (folder / f"{_file_name(f'voice:{g.code}', settings)} reminder.eml").exists()
    )
    files: dict[str, bytes] = {}
    for message in messages(understood, marked, reminded):
        files[f"{message.name}.eml"] = message.as_eml(settings.secretariat.email or "secretariat")
        files[f"{message.name}.txt"] = f"To: {message.to}\nSubject: {message.subject}\n\n{message.text}".encode()
    if files:
        store.write_all(folder, files)
    return tuple(folder / name for name in sorted(files) if name.endswith(".eml"))


def _file_name(sender: str, settings: Settings) -> str:
    return settings.sender_name(sender).replace("/", " ")


def _contact(sender: str, settings: Settings) -> str:
    kind, _, code = sender.partition(":")
    if kind == "rdg":
        return settings.rdg.contact
    if kind == "board_log":
        return settings.secretariat.email
    named = {"workspace": settings.workspaces, "voice": settings.groups, "partner": settings.partners}
    return next((n.contact for n in named.get(kind, ()) if n.code == code), "")  # type: ignore[attr-defined]  # each has a contact


def _to_an_owner(
    understood: Understood, sender: str, receipt: Receipt, problems: tuple[Problem, ...], copy: tuple[str, bytes] | None
) -> Message:
    settings, month = understood.settings, understood.case.month
    name = settings.sender_name(sender)
    by = due(settings, month, sender.partition(":")[0])
    lines = ["Hello,", ""]
    if not receipt.counts:
        was = f" It was due on {day(by)}." if by else ""
        came = {
            ReceiptState.NOT_FILLED_IN: "Thank you for sending the form back. It looks as if nothing has been filled in yet.",
            ReceiptState.REFUSED: "Thank you for your return. We could not open the file; could you save it again as an Excel workbook and send it once more?",
        }.get(receipt.state, f"We do not have the {month.name} return from {name} yet.")
        lines += [f"{came}{was}", "If there is nothing to report this month, a line saying so is all we need.", ""]
    if problems:
        lines += [f"Thank you for the {month.name} return. {_there_is(problems)}:", ""]
        lines += [line for p in problems for line in _in_a_message(p)]
        lines += ["The attached copy has a note on each of these cells, and a list on its last sheet." if copy else "", ""]
        lines += ["Please mend them in your own file and send it again. If something is right as it stands, just tell us why.", ""]
    subject = f"{month.name} return, {name}: " + (
        "still to come" if not receipt.counts else counted(len(problems), "thing") + " to look at"
    )
    return Message(
        sender, _file_name(sender, settings), _contact(sender, settings), subject, _signed(lines, settings), copy if problems else None
    )


def _there_is(problems: tuple[Problem, ...]) -> str:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return f"There {'is' if len(problems) == 1 else 'are'} {counted(len(problems), 'thing')} to look at" + (
        f", {errors} of which must be mended" if errors else ""
    )


def _in_a_message(problem: Problem) -> list[str]:
    places = "; ".join(f"{c.sheet}, cell {c.ref}" if c.ref else c.sheet or c.file for c in problem.cells[:6])
    return [f"- {problem.sentence}", f"  {places}" if places else "", f"  {problem.remedy}", ""]


def _to_a_group(understood: Understood, sender: str, receipt: Receipt, reminded: bool) -> list[Message]:
    settings, month = understood.settings, understood.case.month
    name = settings.sender_name(sender)
    if receipt.counts:
        return [_thanks(understood, sender, name)]
    if reminded:
        return []
    by = due(settings, month, sender.partition(":")[0])
    lines = [
        "Hello,", "",
        f"The Board meets again soon and would like to hear from you. There is a short form: three boxes, about fifteen minutes{f', by {day(by)}' if by else ''}.",
        "An e-mail in your own words is just as good, or ring us and we will write it down and read it back to you.",
        "If there is nothing this month, that is perfectly all right: just say so.", "",
    ]  # fmt: skip
    return [
        Message(
            sender,
            f"{_file_name(sender, settings)} reminder",
            _contact(sender, settings),
            f"Your words to the Board, {month.name}",
            _signed(lines, settings),
        )
    ]


def _thanks(understood: Understood, sender: str, name: str) -> Message:
    settings, month = understood.settings, understood.case.month
    lines = ["Hello,", "", f"Thank you for your words to the Board for {month.name}.", ""]
    rows = understood.case.returns.of(Voice, sender)
    boxes = [box for row in rows for box in row.boxes]
    if boxes:
        lines += ["They will be printed like this, unchanged:", ""]
        lines += [line for key, words in boxes for line in (f"{BOXES[key]}:", f"“{words}”", "")]
        lines += [
            "If anything should read differently, tell us and we will change it. The answer to what you ask comes back to you on the next form.",
            "",
        ]
    return Message(
        sender,
        f"{_file_name(sender, settings)} thanks",
        _contact(sender, settings),
        f"Thank you: your words to the Board, {month.name}",
        _signed(lines, settings),
    )


def _about_a_group(settings: Settings, sender: str, receipt: Receipt, problems: tuple[Problem, ...], reminded: bool) -> list[str]:
    name = settings.sender_name(sender)
    lines = []
    if not receipt.counts:
        lines.append(
            f"- {name}: no return yet. "
            + (
                "A reminder has been written before; please ring instead of writing again."
                if reminded
                else "A first and only reminder is ready to send."
            )
        )
    lines += [f"- {name}: {p.sentence} {'; '.join(str(c) for c in p.cells[:4])}" for p in problems]
    return lines


def _to_the_secretariat(understood: Understood, lines: list[str]) -> Message:
    settings, month = understood.settings, understood.case.month
    text = ["For the secretariat. Please put these right with the group's agreement, without sending them a list:", "", *lines, ""]
    return Message(
        "board_log:BOARD",
        "For the secretariat",
        settings.secretariat.email,
        f"{month.name}: what groups sent, to look at",
        _signed(text, settings),
    )


def _signed(lines: list[str], settings: Settings) -> str:
    phone = f"\n{settings.secretariat.phone}" if settings.secretariat.phone else ""
    body = "\n".join(lines).rstrip()
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    return f"{body}\n\nWith thanks,\n{settings.secretariat.name}{phone}\n"


def summary(paths: tuple[Path, ...], month: Month) -> list[str]:
    """What was written, and that nothing was sent."""
    if not paths:
        return [f"Nothing to send for {month.name}: every return is in, and nothing is outstanding."]
    return [f"Messages for {month.name}, ready to read and send (nothing has been sent):", *(f"  {p}" for p in paths)]
