"""`pack forms`: the month's forms, pre-filled from the last record, into the month's output folder and never into `inputs/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..home import Home
from ..intake.issue import write, write_word
from ..model import Month, Sender, day
from ..pipeline import Progress, earlier_records
from ..record.writing import write_all
from ..returns.rdg import RDG
from ..senders import all_senders, contact, due_from, form_files, form_name, sender_name
from ..settings import Settings
from .adopt import report_of
from .covering import FOLDER as MESSAGES
from .covering import write_covering
from .months import no_meeting
from .prefill import Forward, form_for

KINDS = {"xlsx": "Excel", "docx": "Word"}


def forms(
    home: Home, month: Month, settings: Settings, progress: Progress = lambda stage: None, *, rows: int | None = None
) -> tuple[Path, ...]:
    """Write every form of the month; `rows` is how many empty rows each register has, where not as many as its sheet declares.

    Returns:
        The files, in the order of the returns register.

    Raises:
        OSError: the folder cannot be written to, or a form is open in another program.
    """
    progress("Reading earlier months")
    forward = Forward(month, settings, earlier_records(home, month, settings).history, rows)
    senders = _issued_to(settings)
    files: dict[str, bytes] = {}
    for sender in senders:
        if is_kept(home, month, sender, settings):
            continue
        progress(f"Drawing the form for {sender_name(sender, settings)}")
        form = form_for(sender, forward)
        for name in form_files(sender, settings, month):
            files[name] = write_word(form, settings) if name.endswith(".docx") else write(form, settings)
    folder = home.output(month) / "forms"
    write_all(folder, files)
    write_covering(folder, month, senders, settings)
    return tuple(folder / name for name in files)


def is_kept(home: Home, month: Month, sender: Sender, settings: Settings) -> bool:
    """Whether a form that holds rows brought in by `pack adopt` lies there: drawn again it would lose them."""
    form = home.output(month) / "forms" / f"{form_name(sender, settings)} {month}.xlsx"
    return form.exists() and report_of(home, month, sender, settings).exists()


def _issued_to(settings: Settings) -> tuple[Sender, ...]:
    """Whoever gets a form now. RDG's is issued once a month, by `pack brief`, with the prompts it is to answer: an emptier one went out of date."""
    return tuple(s for s in all_senders(settings) if s != RDG)


def form_lines(month: Month, settings: Settings, made: tuple[Path, ...]) -> Iterator[str]:
    """What was written, whom each goes to, and by when it is wanted back."""
    if not made:
        return
    yield f"Forms for {settings.month_read(month)}, in {made[0].parent}:"
    senders, names = _issued_to(settings), {path.name for path in made}
    width = max(len(form_name(sender, settings)) for sender in senders)
    kinds = {s: " and ".join(KINDS[name[-4:]] for name in form_files(s, settings, month)) for s in senders}
    widest = max(map(len, kinds.values()))
    for sender in senders:
        by = due_from(sender, settings, month)
        kept = (
            " (as it lies there: it holds what was brought in with pack adopt)"
            if not names.intersection(form_files(sender, settings, month))
            else ""
        )
        yield f"  {form_name(sender, settings):<{width}}  {kinds[sender]:<{widest}}  {contact(sender, settings) or '(no address in pack.toml)'}{f', by {day(by)}' if by else ''}{kept}"
    yield f"RDG's form comes with its brief, once the returns are in: pack brief --month {month}."
    if not settings.meeting(month):
        yield f"The forms name no day to come back by. {no_meeting(settings, month)}"
    yield f"Next: send each to its owner: a message for each lies in {made[0].parent / MESSAGES}, its form attached. What comes back goes into {made[0].parents[3] / 'inputs' / month}; then pack status --month {month}."
