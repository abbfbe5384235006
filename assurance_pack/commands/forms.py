"""`pack forms`: the month's forms, pre-filled from the last record, into the month's output folder and never into `inputs/`."""

from __future__ import annotations

from pathlib import Path

from ..intake.issue import write, write_word
from ..model import Month
from ..pipeline import Progress, earlier_records
from ..record import store
from ..settings import Home, Settings
from .prefill import Forward, form_for


def forms(home: Home, month: Month, settings: Settings, progress: Progress = lambda stage: None) -> tuple[Path, ...]:
    """Write every form of the month.

    Returns:
        The files, in the order of the returns register.

    Raises:
        OSError: the folder cannot be written to, or a form is open in another program.
    """
    progress("Reading earlier months")
    history, _ = earlier_records(home, month, settings)
    forward = Forward(month, settings, history)
    senders = (*settings.expected, *(f"partner:{p.code}" for p in settings.partners))
    files: dict[str, bytes] = {}
    for sender in senders:
        progress(f"Drawing the form for {settings.sender_name(sender)}")
        form = form_for(sender, forward)
        files[f"{form_name(sender, settings)} {month}.xlsx"] = write(form, settings)
        if form.kind.key == "voice":
            files[f"{form_name(sender, settings)} {month}.docx"] = write_word(form, settings)
    folder = home.output(month) / "forms"
    store.write_all(folder, files)
    return tuple(folder / name for name in files)


def form_name(sender: str, settings: Settings) -> str:
    """The name of a form as people know it: ``Capital and Sufficiency``."""
    name = settings.sender_name(sender)
    return "".join(c if c.isalnum() or c in " -&,'" else " " for c in name).strip()
