"""Whose a return is: the address it is asked for at, and the name its form and messages go by."""

from __future__ import annotations

from ..model import Sender
from ..settings import Settings


def contact(sender: Sender, settings: Settings) -> str:
    """The address of a sender, as `pack.toml` has it."""
    kind, code = sender.kind, sender.code
    if kind == "rdg":
        return settings.rdg.contact
    if kind == "board_log":
        return settings.secretariat.email
    named = {
        "workspace": {w.code: w.contact for w in settings.workspaces},
        "voice": {g.code: g.contact for g in settings.groups},
        "partner": {p.code: p.contact for p in settings.partners},
    }
    return named.get(kind, {}).get(code, "")


def form_name(sender: Sender, settings: Settings) -> str:
    """A sender's name as a file can have it: ``Capital and Sufficiency``."""
    return "".join(c if c.isalnum() or c in " -&,'’" else " " for c in settings.sender_name(sender)).strip()
