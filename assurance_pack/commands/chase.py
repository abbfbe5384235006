"""`pack chase`: one ready-to-send message per owner, in friendly plain English, with that owner's own problems and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..english import in_words
from ..home import Home
from ..model import Month
from ..model.problem import Severity
from ..pipeline import Progress, Understood, understand
from ..senders import expected_senders, is_voice
from ..settings import Settings
from .afresh import EARLIER, write_afresh
from .marked import Marked, marked_returns
from .message import Message
from .nothing_read import refuse_an_empty_one
from .to_groups import about_a_group, reminder_name, to_a_group, to_the_secretariat
from .to_owners import to_an_owner, to_one_who_owes


@dataclass(frozen=True)
class Chased:
    """The messages of a month, and where they lie. `kept` are reminders written before, which stay."""

    month: Month
    folder: Path
    messages: tuple[Message, ...]
    kept: tuple[str, ...] = ()


def messages(
    understood: Understood, marked: tuple[Marked, ...], reminded: frozenset[str], forms: Mapping[str, bytes] | None = None
) -> tuple[Message, ...]:
    """Every message worth sending, in the order of the register.

    Args:
        understood: the month, checked.
        marked: what goes back with each return that has something to mend.
        reminded: voice groups a reminder was written to before.
        forms: this month's forms by file name, to send again to whoever has not returned theirs.
    """
    found: list[Message | None] = []
    told: list[str] = []
    returns = understood.case.returns
    for receipt in (r for r in returns.receipts if r.sender and r is returns.receipt(r.sender)):
        if is_voice(receipt.sender):
            before = receipt.sender in reminded
            found.append(to_a_group(understood, receipt, before, forms or {}))
            told += about_a_group(understood, receipt, before)
        else:
            mine = next((m for m in marked if m.sender == receipt.sender), None)
            found.append(to_an_owner(understood, receipt, mine, forms or {}))
    seen = {r.sender for r in returns.receipts}
    owing = sorted({p.sender for p in understood.verdicts.of(Severity.ERROR, Severity.WARNING) if p.sender} - seen)
    found += [to_one_who_owes(understood, sender, forms or {}) for sender in owing if not is_voice(sender)]
    found.append(to_the_secretariat(understood, told, marked))
    return tuple(m for m in found if m is not None)


def chase(home: Home, month: Month, settings: Settings, progress: Progress = lambda stage: None) -> Chased:
    """Check a month and write its messages; nothing is sent.

    What an earlier run wrote and no longer holds is moved aside, so that nobody is chased for what has come.
    """
    understood = understand(home, month, settings, withholding=True, progress=progress, refusing=partial(refuse_an_empty_one, home))
    progress("Writing the messages")
    folder = home.output(month) / "messages"
    names = {s: f"{reminder_name(s, understood)}.eml" for s in expected_senders(settings) if is_voice(s)}
    reminded = frozenset(s for s, n in names.items() if (folder / n).exists() or (folder / EARLIER / n).exists())
    written = messages(understood, marked_returns(home, understood), reminded, _forms(home, month))
    waiting = {r.sender for r in understood.case.returns.missing}
    kept = tuple(name for sender, name in names.items() if sender in reminded and sender in waiting and (folder / name).exists())
    files = {f"{m.name}.eml": m.as_eml(settings.secretariat.email) for m in written} | {f"{m.name}.txt": m.as_text() for m in written}
    write_afresh(folder, files, keep={*kept, *(name.replace(".eml", ".txt") for name in kept)})
    return Chased(month, folder, written, kept)


def _forms(home: Home, month: Month) -> dict[str, bytes]:
    folder = home.output(month) / "forms"
    return {p.name: p.read_bytes() for p in sorted(folder.glob("*.*"))} if folder.is_dir() else {}


def summary(chased: Chased, settings: Settings) -> Iterator[str]:
    """What was written, and that nothing was sent."""
    if not chased.messages:
        yield f"Nothing to send for {settings.month_read(chased.month)}: every return is in, and nothing is outstanding."
        return
    yield f"Messages for {settings.month_read(chased.month)}, ready to read and send; nothing has been sent. In {chased.folder}:"
    width = max(len(m.name) for m in chased.messages)
    for message in chased.messages:
        yield f"  {message.name:<{width}}  {message.subject}"
    if chased.kept:
        yield f"Written before, once only: {in_words(name.removesuffix('.eml') for name in chased.kept)}."
    if nowhere := [m.name for m in chased.messages if not m.to]:
        yield f"No address in pack.toml for {in_words(nowhere)}: set its contact."
    yield "Next: open each .eml in your mail program, read it and send it. The .txt beside it is the same to copy."
