"""What `pack.toml` tells the guard of this area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ...settings import Settings
from ...settings.parties import Party
from .numbers import plain


@dataclass(frozen=True)
class Told:
    """What `pack.toml` says of this area: what may pass, and how its case references look. `at` is the day ages are reckoned from."""

    allow: tuple[str, ...]
    mailboxes: frozenset[str]
    known_addresses: frozenset[str]
    known_phones: frozenset[str]
    case_references: tuple[re.Pattern[str], ...]
    at: date | None
    staff_domains: frozenset[str] = frozenset()
    places: re.Pattern[str] = re.compile(r"(?!)")

    def references(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever a case reference stands in a text in the shape of this area."""
        if self._any_reference and not self._any_reference.search(text):
            return
        for pattern in self.case_references:
            yield from pattern.finditer(text)

    @cached_property
    def _any_reference(self) -> re.Pattern[str] | None:
        """The shapes as one, so that most texts are asked once; none where they have groups, whose numbers would no longer be right."""
        if not self.case_references or any(pattern.groups for pattern in self.case_references):
            return None
        try:
            return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in self.case_references), re.IGNORECASE)
        except re.error:  # what may stand at the beginning alone
            return None

    @classmethod
    def of(cls, settings: Settings) -> Told:
        """Read it from the settings."""
        senders: tuple[Party, ...] = (*settings.workspaces, *settings.groups, *settings.partners, *settings.senders)
        contacts = (settings.secretariat.email, settings.rdg.contact, *(s.contact for s in senders))
        offices = (
            settings.secretariat.email,
            settings.rdg.contact,
            *(p.contact for p in (*settings.workspaces, *settings.partners, *settings.senders)),
        )
        return cls(
            allow=tuple(plain(a) for a in settings.guard.allow),
            mailboxes=frozenset(m.lower() for m in settings.guard.role_mailboxes),
            known_addresses=frozenset(a.lower() for a in contacts if a),
            staff_domains=_domains(offices) - _domains(g.contact for g in settings.groups),
            known_phones=frozenset({re.sub(r"\D", "", settings.secretariat.phone)} - {""}),
            case_references=tuple(re.compile(p, re.IGNORECASE) for p in settings.guard.case_references),
            places=re.compile(rf"\b(?:{'|'.join(map(re.escape, _places(settings))) or '(?!)'})\b"),
            at=max((m.position for m in settings.meetings), default=None),
        )

    def speaks_of(self, text: str) -> bool:
        """Whether something of this area, or what an area lets pass, stands in a text: a place, a phrase, the shape of a case reference."""
        said = plain(text)
        if self.places.search(said) or any(phrase.lower() in said.lower() for phrase in self.allow):
            return True
        return any(True for _ in self.references(said))


def _domains(contacts: Iterable[str]) -> frozenset[str]:
    """Where these addresses are. One that a group of families shares is nobody's office."""
    return frozenset(address.lower().rpartition("@")[2] for address in contacts if address)


def _places(settings: Settings) -> list[str]:
    """The area and the neighbours `pack.toml` lets pass: no family is called so."""
    return sorted({p for p in (settings.board.area, *settings.guard.neighbours) if p}, key=lambda p: (-len(p), p))
