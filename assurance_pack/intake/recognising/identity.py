"""How a form says what it is, so that it is known again after a re-save, a move to a new workbook, or a paste of values.

A table carries a hidden row of keys directly above its header: each cell the key of its column (the column's name in code); the first
of them carries the identity too, after a semicolon: ``this_month;form=workspace;sheet=Milestones;v=1;from=CAP;month=2026-06;issued=hfgc…``. A page
carries its keys in hidden column A, its identity in the first of them. Only what stands IN the sheet survives everything people do; it
is mirrored in a hidden sheet and in custom properties, and all are read: agreement is preferred, a clash is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

META_SHEET = "_pack"
PROPERTY_PREFIX = "Pack."
PROBLEMS = ("What is wrong", "Where", "How to put it right", "How much it matters", "Rule")
"""The headings of the sheet a marked copy has at its end: by them it is known again when the marked copy itself comes back."""


@dataclass(frozen=True)
class Identity:
    """What a form says it is. `code` is the sender's (``CAP``); an empty field was not said.

    `issued` is the fingerprint of what the sheet said when it was issued (`recognising.fingerprint`): by it one tells whether it was filled
    in, and could tell what it was issued with. Forms of the same version from before it have none; a reader that does not know it passes
    over it, so the version of the form is the same. `repeats` are the fingerprints of the sentences that a group's form repeats of what it
    asked before and was answered (`reading.form_words`): by them they are known again even where the answer has been put otherwise since.
    """

    form: str
    sheet: str = ""
    version: int = 1
    code: str = ""
    month: str = ""
    issued: str = ""
    repeats: str = ""

    def text(self) -> str:
        """As written into a key cell, after the column's own key."""
        issued = f";issued={self.issued}" if self.issued else ""
        repeats = f";repeats={self.repeats}" if self.repeats else ""
        return f";form={self.form};sheet={self.sheet};v={self.version};from={self.code};month={self.month}{issued}{repeats}"


def parse_key(text: str) -> tuple[str, Identity | None]:
    """A key cell taken apart: the column's key, and the identity if this cell carries one."""
    key, _, rest = text.strip().partition(";")
    if not rest:
        return key, None
    said = dict(part.partition("=")[::2] for part in rest.split(";"))
    if "form" not in said:
        return key, None
    return key, identity_said({"version": said.get("v", "1"), **said})


def identity_said(said: Mapping[str, str]) -> Identity:
    """The identity in names and values: of a key cell, of the hidden sheet, of the properties of a document."""
    version = said.get("version", "1")
    number = int(version) if version.isdigit() else 1
    known = in_letters(said.get("issued", "")), in_letters(said.get("repeats", ""))
    return Identity(said["form"], said.get("sheet", ""), number, said.get("from", ""), said.get("month", ""), *known)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def in_letters(fingerprint: str) -> str:
    """A fingerprint without digits: ten of them in a row may be an NHS number by chance, and nobody could take it out of a form."""
    return fingerprint.translate(_LETTERS)
