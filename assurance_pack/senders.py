"""What is known of a sender: who it is, where to write, by when its return is due, whose voice it is.

A `Sender` is a kind of return and a code; the kind says for itself who may send it (`returns`), `pack.toml` says who they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from . import calendar, returns
from .model import NOT_TOLD, Lens, Month, Sender
from .returns.kind import ReturnKind
from .returns.shared import ChallengeToAnswer
from .schema import Row
from .settings import Settings
from .settings.board import Deadlines
from .settings.parties import Party


def expected_senders(settings: Settings) -> tuple[Sender, ...]:
    """Whose return is expected every month, in the order of the register."""
    return tuple(k.sender(p.code) for k in returns.RETURNS if k.expected for p in k.senders(settings))


def all_senders(settings: Settings) -> tuple[Sender, ...]:
    """Everyone who may send a return: those expected, then those who are welcome to."""
    return (*expected_senders(settings), *(k.sender(p.code) for k in returns.RETURNS if not k.expected for p in k.senders(settings)))


def kind_of(sender: Sender) -> ReturnKind | None:
    """The kind of return a sender sends; None for one no longer declared, as an old record may name."""
    return next((k for k in returns.RETURNS if k.key == sender.kind), None)


def party_of(sender: Sender, settings: Settings) -> Party | None:
    """Who a sender is, if `pack.toml` knows them."""
    kind = kind_of(sender)
    return next((p for p in kind.senders(settings) if p.code == sender.code), None) if kind else None


def sender_name(sender: Sender, settings: Settings) -> str:
    """As printed: “Capital and Sufficiency”; the code, where nobody has it any more."""
    party = party_of(sender, settings)
    return party.name if party else sender.code


def contact(sender: Sender, settings: Settings) -> str:
    """The address of a sender, as `pack.toml` has it."""
    party = party_of(sender, settings)
    return party.contact if party else ""


def lens_of(sender: Sender, settings: Settings) -> Lens:
    """Whose voice a return is: its sender's own lens, else that of its kind."""
    party, kind = party_of(sender, settings), kind_of(sender)
    return (party and party.speaks_as) or (kind.lens if kind else Lens.PROFESSIONAL)


def is_voice(sender: Sender) -> bool:
    """Whether it sends people's own words: thanked, reminded once, and never sent problems."""
    kind = kind_of(sender)
    return kind is not None and kind.voice


def data_book_only(sender: Sender) -> bool:
    """Whether no section of the pack takes what it sends, so that it stands in the data book alone."""
    kind = kind_of(sender)
    return kind is not None and kind.data_book_only


def sends(sender: Sender, sheet: type[Row]) -> bool:
    """Whether a sender's return has this sheet, or one that extends it."""
    kind = kind_of(sender)
    return kind is not None and any(issubclass(cls, sheet) for cls in kind.sheets)


def due_from(sender: Sender, settings: Settings, month: Month) -> date | None:
    """When a sender's return is due for a month; None in a month without a meeting."""
    return calendar.due(settings, month, sender.kind) if sender else None


def form_name(sender: Sender, settings: Settings) -> str:
    """A sender's name as a file can have it: ``Capital and Sufficiency``."""
    return " ".join("".join(c if c.isalnum() or c in " -&,'’" else " " for c in sender_name(sender, settings)).split())


FORMS = {"word": ("docx",), "excel": ("xlsx",), "both": ("docx", "xlsx")}
"""The files of a form, by what `pack.toml` says under `form`."""


def form_files(sender: Sender, settings: Settings, month: Month) -> tuple[str, ...]:
    """The names of the files a sender is sent: one, unless `pack.toml` says both; a group's in Word, unless it says otherwise."""
    party = party_of(sender, settings)
    endings = FORMS[(party.form if party else None) or "word"] if is_voice(sender) else FORMS["excel"]
    return tuple(f"{form_name(sender, settings)} {month}.{ending}" for ending in endings)


def spoken_of(sender: Sender, settings: Settings, month: str) -> str:
    """A month's return as messages name it: ``the June 2026 return from Capital and Sufficiency``."""
    kind = kind_of(sender)
    party = party_of(sender, settings) or Party(code=sender.code, name=sender.code)
    return kind.spoken_of(month, party) if kind else f"the {month} return from {party.name}"


def known_as(kind: ReturnKind, party: Party) -> tuple[str, ...]:
    """Every name a sender is understood by. Where a kind has one sender, its code is ours alone, and nobody types it."""
    return (party.name, *party.aliases, *((party.code,) if kind.asks else ()))


def called(text: str, settings: Settings) -> Sender | None:
    """The sender a person means by a code or one of its names (``CAP``, ``Capital and Sufficiency``); None where it is nobody's."""
    for sender in all_senders(settings):
        kind, party = kind_of(sender), party_of(sender, settings)
        names = {sender.code, sender_name(sender, settings), *(known_as(kind, party) if kind and party else ())}
        if _as_said(text) in map(_as_said, names):
            return sender
    return None


def _as_said(name: str) -> str:
    return " ".join(name.casefold().replace("&", " and ").split())


def addressee(code: str, settings: Settings) -> Sender:
    """Whose return the answer to a challenge belongs on: the first of this code whose form has a place for it."""
    able = (k for k in returns.RETURNS if ChallengeToAnswer in k.sheets)
    return next((k.sender(code) for k in able if any(p.code == code for p in k.senders(settings))), NOT_TOLD)


def disagreements(settings: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What `pack.toml` says of senders that no kind of return bears out: where, and what to do."""
    kinds = [k.key for k in returns.RETURNS]
    own_lists = {(k.key, p.code) for k in returns.RETURNS for p in k.senders(settings)}
    taken = [p.code for p in (*settings.workspaces, *settings.groups, *settings.partners)] + ["RDG", "BOARD"]
    for i, sender in enumerate(settings.senders):
        if (sender.kind, sender.code) not in own_lists:
            yield (
                ("senders", i, "kind"),
                f"No kind of return called “{sender.kind}” takes its senders from here.{_near(sender.kind, kinds)}",
            )
        elif sender.code in taken:
            yield ("senders", i, "code"), f"{sender.code} is somebody else's code already. Each may stand once."
        elif settings.deadlines.working_days(sender.kind) is None:
            yield ("deadlines",), f"Add {sender.kind}: how many working days before the meeting its return is due."
        taken.append(sender.code)
    yield from _codes_that_stand_twice(settings)
    lists: dict[str, tuple[Party, ...]] = {"workspaces": settings.workspaces, "partners": settings.partners, "senders": settings.senders}
    voices = {p.code for k in returns.RETURNS if k.voice for p in k.senders(settings)}
    for name, parties in lists.items():
        for i, party in enumerate(parties):
            if party.form and party.code not in voices:
                yield (name, i, "form"), "is for groups alone: only people's own words fit a Word form. Take it out."
    for key in settings.deadlines.added:
        if key not in kinds:
            yield (
                ("deadlines", key),
                f"is not a setting.{_near(key, [*kinds, *Deadlines.model_fields]) or ' Take it out, or check its spelling.'}",
            )


def _codes_that_stand_twice(settings: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """A Workspace, group or partner under a code that another list has, or that is the program's own: a command could not tell whom it names."""
    taken = {"RDG", "BOARD"}
    named: dict[str, tuple[Party, ...]] = {"workspaces": settings.workspaces, "groups": settings.groups, "partners": settings.partners}
    for name, parties in named.items():
        for i, party in enumerate(parties):
            if party.code in taken:
                yield (name, i, "code"), f"{party.code} is somebody else's code already. Each may stand once."
        taken |= {party.code for party in parties}


def _near(said: str, known: list[str]) -> str:
    near = get_close_matches(said, known, n=1)
    return f" Did you mean “{near[0]}”?" if near else ""
