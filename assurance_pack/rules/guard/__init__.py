"""First in line: reads every text that was sent, wherever it stands, for what may identify a child (AP501 to AP514).

The Board does not consider individual cases. In text that would print, a finding stops the build; elsewhere it is an error. What passes a
check digit nobody may waive; the rest a named person may clear, place by place. No value is ever kept: a finding says where and what kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...model import NOT_TO_BE_NAMED, Cell
from ...model.problem import Severity, Waiver
from ...model.text import NAME_PLACES, GuardFinding, SentText, TextPlace
from ...settings import Settings
from .. import clauses
from ..case import Case
from ..engine import Found, Rule
from ..waiving import as_place
from .kinds import TOO_MUCH, Kind, kinds_in, told_in
from .told import Told
from .words_of_forms import is_of_a_form

__all__ = ["RULES", "GuardFinding", "cells_withheld", "scan", "sentence_for", "standing"]


MOST_OF_A_TEXT = 100_000
"""Characters: three times what Excel lets into a cell."""
MOST_OF_A_MONTH = 2_000_000
"""Characters of all texts that differ: ten times the sample month. The worst text there is takes a minute at this length."""


def scan(texts: Iterable[SentText], settings: Settings) -> tuple[GuardFinding, ...]:
    """Everything in these texts that may identify a child, in reading order. Each place and kind once; the value of none."""
    told = Told.of(settings)
    found: dict[GuardFinding, None] = {}
    read: dict[tuple[str, TextPlace], tuple[Kind, ...]] = {}  # forms repeat themselves: headings and lists are read once
    room = MOST_OF_A_MONTH
    for text in texts:
        key = (text.text, text.where)
        kinds = read.get(key)
        if kinds is None:
            fits = len(text.text) <= min(MOST_OF_A_TEXT, room)
            kinds = read[key] = () if is_of_a_form(*key, told) else tuple(kinds_in(*key, told)) if fits else (TOO_MUCH,)
            room -= len(text.text) if fits else 0
        for kind in kinds:
            if (kind.of_staff or kind.rule == "AP513") and not text.prints:
                continue  # staff may be named where nothing prints: document properties, “completed by”, a note, the address behind a link
            hint = kind.hint and text.where not in NAME_PLACES  # a name of a place is shown, or it is not
            blocks = text.prints and not hint
            found[
                GuardFinding(
                    text.cell, kind.rule, kind.name, blocks, kind.checked, hint, text.where, text.sender, told_in(kind, text.text, told)
                )
            ] = None
    return tuple(sorted(found, key=lambda f: (f.cell.order, f.rule, f.where)))


def standing(findings: Iterable[GuardFinding], waivers: Iterable[Waiver], position: date) -> tuple[GuardFinding, ...]:
    """The findings nobody has cleared. A waiver clears one rule at one place until its day.

    No waiver clears what passes a check digit, nor a place that has no name to go by: the third file of the folder is another tomorrow.
    """
    clearing = [w for w in waivers if w.until >= position]
    return tuple(
        f
        for f in findings
        if f.checked
        or f.rule == TOO_MUCH.rule
        or f.cell.is_unnamed
        or not any(w.rule.strip().upper() == f.rule and as_place(w.place) == as_place(str(f.cell)) for w in clearing)
    )


def shown_name(name: str, settings: Settings) -> str:
    """A file's name as it may be written down: as it is, or that it may identify a child."""
    text = SentText(cell=Cell(file=name), text=name, where=TextPlace.FILE_NAME, prints=True)
    return f"a file {NOT_TO_BE_NAMED}" if scan([text], settings) else name


_WHERE = {
    TextPlace.CELL: "here",
    TextPlace.NUMBER: "here, stored as a number",
    TextPlace.COMMENT: "in a note on this cell",
    TextPlace.HIDDEN: "here, in a hidden row, column or sheet",
    TextPlace.HEADER: "in the header or footer of the page",
    TextPlace.PROPERTY: "in the properties of the document",
    TextPlace.TRACE: "in what the office program keeps of those who worked on the file",
    TextPlace.SHEET_NAME: "in the name of this sheet, which has to be renamed",
    TextPlace.FILE_NAME: "in the name of this file, which has to be renamed",
    TextPlace.FOLDER_NAME: "in the name of this folder, which has to be renamed",
    TextPlace.OTHER: "elsewhere in the file: a text box, a defined name or a list",
}


def sentence_for(finding: GuardFinding) -> str:
    """What is wrong, without what stands there."""
    place = _where(finding) + (f", in sentence {finding.sentence}" if finding.sentence else "")
    if finding.checked:
        return f"There is {finding.kind} {place}: its check digit is right."
    return f"There seems to be {finding.kind} {place}."


def _where(finding: GuardFinding) -> str:
    """Where it stands; a comment that is on no cell (in Word, or a conversation in Excel) is called so."""
    return "in a comment" if finding.where is TextPlace.COMMENT and not finding.cell.ref else _WHERE[finding.where]


def _rule(id: str, title: str, remedy: str, example: str, *, waivable: bool = True, severity: Severity = Severity.ERROR) -> Rule:
    def find(case: Case) -> Iterator[Found]:
        for finding in case.guard:
            if finding.rule == id:
                yield Found((finding.cell,), sentence_for(finding), (), finding.sender)

    return Rule(id, title, severity, clauses.NO_INDIVIDUAL_CASES, remedy, find, example, waivable)


_TAKE_OUT = "Take it out, here and in every earlier version you keep beside this one, and tell the secretariat that it was sent."
_CHECKED = f"{_TAKE_OUT} Its check digit is right, so nobody may let it stand. If it is some other number, write it so that it cannot be taken for one."
_CLEAR = "If it is not what it seems, a named person may clear it in the Board log’s Waivers: this rule, this place, the reason."

RULES: tuple[Rule, ...] = (
    _rule("AP501", "No NHS number stands anywhere in a return", _CHECKED, "There is an NHS number here: its check digit is right.", waivable=False),
    _rule("AP502", "No unique pupil number stands anywhere in a return", _CHECKED, "There is a unique pupil number (UPN) here, in a hidden row, column or sheet: its check digit is right.", waivable=False),
    _rule("AP503", "No unique learner number stands anywhere in a return", _CHECKED, "There is a unique learner number (ULN) here, stored as a number: its check digit is right.", waivable=False),
    _rule("AP504", "No National Insurance number stands anywhere in a return", f"{_TAKE_OUT} {_CLEAR}", "There seems to be a National Insurance number here."),
    _rule("AP505", "No full postcode stands anywhere in a return", f"Write the district alone (CV4), or the name of the place. A venue’s postcode may be allowed in pack.toml. {_CLEAR}", "There seems to be a full postcode here."),
    _rule("AP506", "No person’s e-mail address stands anywhere in a return", f"Write the role, or the mailbox of the service. {_CLEAR}", "There seems to be a person’s e-mail address in a note on this cell."),
    _rule("AP507", "No telephone number stands anywhere in a return", f"Take it out. A public helpline (03 or 08) may stand; another line of a service may be allowed in pack.toml. {_CLEAR}", "There seems to be a telephone number here."),
    _rule("AP508", "No date of birth stands anywhere in a return", f"Take it out; where age matters, write a range for a group (“aged 8 to 11”). {_CLEAR}", "There seems to be a date of birth here."),
    _rule("AP509", "No case reference or account number stands anywhere in a return", f"{_TAKE_OUT} The Board does not consider individual cases. {_CLEAR}", "There seems to be a case reference here."),
    _rule("AP510", "No text tells one child’s story", f"Say what is true of several children, or what the system should learn from it, so that nobody could tell which child it was. If no child is meant, say who or what is: “140 children”, “the clinic”. {_CLEAR}", "There seems to be one child’s story here, in sentence 2."),
    _rule("AP511", "No child or parent is named", f"Take the name out, and look at the words around it: would people who know the child still recognise it? {_CLEAR}", "There seems to be the name of a child or parent here."),
    _rule("AP512", "No number looks like an identifier mistyped", f"Look at it: an NHS number or UPN with one character wrong is still somebody’s. {_TAKE_OUT}", "There seems to be an identifier with one character mistyped here.", severity=Severity.WARNING),
    _rule("AP513", "Roles are written, not people’s names", "Write the role (“Head of SEND Quality and Data”): people move on, and the pack is kept.", "There seems to be a person’s name here.", severity=Severity.WARNING),
    _rule("AP514", "Every text can be looked through", "No text of a return is this long. Shorten it, or delete what was pasted in; until then it goes nowhere, because nobody knows what stands in it.", "There seems to be more text than can be looked through here.", waivable=False),
)  # fmt: skip


def cells_withheld(findings: Iterable[GuardFinding]) -> frozenset[Cell]:
    """The cells whose value may go nowhere: no page, record, data book, marked copy or message."""
    return frozenset(f.cell for f in findings if f.in_value)
