"""One message: to whom, about what, and what goes with it; as a file any mail program opens, and as text."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from ..model import Sender
from ..settings import Settings

_OPEN = "application", "vnd.openxmlformats-officedocument."
TYPES = {
    "xlsx": (_OPEN[0], f"{_OPEN[1]}spreadsheetml.sheet"),
    "docx": (_OPEN[0], f"{_OPEN[1]}wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "xlsm": ("application", "vnd.ms-excel.sheet.macroEnabled.12"),
}


@dataclass(frozen=True)
class Message:
    """One message. `name` is that of its files; `to` is empty where `pack.toml` gives no address."""

    sender: Sender
    name: str
    to: str
    subject: str
    text: str
    attachments: tuple[tuple[str, bytes], ...] = ()

    def as_eml(self, reply_to: str) -> bytes:
        """The message as a draft, unsent; the same bytes every time."""
        mail = EmailMessage(policy=SMTP)
        if self.to:
            mail["To"] = self.to
        if reply_to:
            mail["From"] = reply_to
        mail["Subject"] = self.subject
        mail["X-Unsent"] = "1"  # opens ready to read, change and send
        mail.set_content(self.text, cte="quoted-printable")
        for name, data in self.attachments:
            main, sub = TYPES.get(name.rpartition(".")[2].lower(), ("application", "octet-stream"))
            mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
        if self.attachments:
            mail.set_boundary("=_pack_message_part")
        return mail.as_bytes()

    def as_text(self) -> bytes:
        """The same to read, or to copy into another program."""
        with_it = "".join(f"\nAttached: {name}" for name, _ in self.attachments)
        return f"To: {self.to or '(no address in pack.toml)'}\nSubject: {self.subject}{with_it}\n\n{self.text}".encode()


def signed(paragraphs: list[str], settings: Settings) -> str:
    """Paragraphs between a greeting and the secretariat's name."""
    office = settings.secretariat
    signature = "\n".join(line for line in ("With thanks,", office.name, office.phone, office.email) if line)
    return "\n\n".join(["Hello,", *(p for p in paragraphs if p), signature]) + "\n"
