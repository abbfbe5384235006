"""AP101 to AP119: whether a file can be read, and is one of our forms."""

from __future__ import annotations

from collections.abc import Iterator

from ...english import many
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, quoted, say

_ONE_BAD_FILE = "A file that cannot be read stops nothing else: the rest of the month is read without it."
_NOT_RETURNS = {
    "": "This file only says that somebody has the workbook open.",
    "a folder": "This is a folder: what lies in it was not read.",
    "hidden": "Its name begins with a dot, so it is hidden from people: it was not read. If it should count, take the dot away.",
}
_ONE_RETURN = "The Board reads one return from each sender, and should know which."


@rule(
    "AP101", "Only returns lie in the month's folder", severity=Severity.NOTE, because=_ONE_BAD_FILE,
    example="This file only says that somebody has the workbook open.",
)  # fmt: skip
def lock_file(case: Case) -> Iterator[Found]:
    """If a return is still open on somebody's computer, ask them to save and close it, and see that it lies here itself. What should count, and lies in a folder of its own or under a hidden name, is moved here under a name that can be seen; the rest is not needed."""
    for fault, sender in faults(case, FaultKind.LOCK_FILE):
        if not fault.suggestion:
            yield found(fault, sender, lambda f: _NOT_RETURNS.get(f.expected, _NOT_RETURNS[""]))


@rule(
    "AP118", "Returns lie in the month's folder itself", severity=Severity.WARNING, because=_ONE_RETURN,
    example="This folder holds two files that may be returns: they were not read.",
)  # fmt: skip
def returns_in_a_folder(case: Case) -> Iterator[Found]:
    """If they are returns of this month, move them up one folder, beside the others: what lies in a folder within the month's is not read. If they are none, or are kept here because others count, leave them."""
    for fault, sender in faults(case, FaultKind.LOCK_FILE):
        if fault.suggestion:
            yield found(fault, sender, _held)


def _held(fault: Fault) -> str:
    one = fault.suggestion == many(1, "file")
    return f"This folder holds {fault.suggestion} that may be {'a return: it was' if one else 'returns: they were'} not read."


@rule(
    "AP102", "Every file has something in it", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file is empty: it holds nothing at all.",
)  # fmt: skip
def empty_file(case: Case) -> Iterator[Found]:
    """Usually a copy or download that failed. Copy the file into the folder again from where it came, or ask for it to be sent again."""
    yield from say(case, FaultKind.EMPTY_FILE, lambda f: "This file is empty: it holds nothing at all.")


@rule(
    "AP103", "A return is an Excel workbook, or the voice form in Word", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This is a PDF, whatever its name says, and cannot be read as a return.",
)  # fmt: skip
def not_a_workbook(case: Case) -> Iterator[Found]:
    """Ask for the form itself, saved as an Excel workbook (.xlsx), or as a Word document (.docx) if it is a voice form. If it is not a return, move it out of the folder."""
    yield from say(case, FaultKind.NOT_A_WORKBOOK, _not_a_workbook)


def _not_a_workbook(fault: Fault) -> str:
    if not fault.expected:
        return "This is neither an Excel workbook nor a Word document, whatever its name says."
    named = fault.cell.file.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods", ".docx"))
    instead = next((how for kind, how in _INSTEAD.items() if kind in fault.expected), "")
    return f"This is {fault.expected}{', whatever its name says,' if named else ''} and cannot be read as a return.{instead}"


_TYPED_IN = " If it holds words for the Board, type them into the form and write who took them down."
_INSTEAD = {
    "Google": " Open it in Google Drive, choose File, Download, Microsoft Excel (.xlsx), and use that.",
    "Apple": " Open it on the Apple device, choose File, Export To, Excel (or Word, for a voice form), and use that.",
    "Outlook": " Open it in Outlook and save what is attached to it into the folder; words in the message itself can be typed into the form.",
    "e-mail": " Open it in a mail program and save what is attached to it into the folder; words in the message itself can be typed into the form.",
    "CSV": " Open it in Excel and save it as “Excel Workbook (.xlsx)”; better, copy its rows into the form.",
    "a PDF": _TYPED_IN,
    "a text file": _TYPED_IN,
    ".doc)": " Open it in Word and save it as “Word Document (.docx)”.",
    ".odt)": " Open it and save it as a Word document (.docx).",
    "Rich Text": " Open it in Word and save it as “Word Document (.docx)”.",
    "picture": " If it shows words for the Board, type them into the form and write who took them down.",
    "recording": " If somebody speaks to the Board in it, type the words into the form and write who took them down.",
    "film": " If somebody speaks to the Board in it, type the words into the form and write who took them down.",
    "packed": " Unpack it, and put what is inside into the folder.",
    "zip folder": " Unpack it, and put what is inside into the folder.",
    "shortcut": " Put the file itself into the folder, not a shortcut to it.",
    "web page": _TYPED_IN,
}
"""What to do with each kind of file besides asking for the form, by what its name holds."""


@rule(
    "AP104", "Every file is whole", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file is damaged or was cut short, and cannot be understood.",
)  # fmt: skip
def damaged(case: Case) -> Iterator[Found]:
    """Copy it into the folder again from where it came. If it opens in Excel, save it there under a new name as “Excel Workbook (.xlsx)” and use that; otherwise ask for it to be sent again."""

    yield from say(case, FaultKind.DAMAGED, lambda f: "This file is damaged or was cut short, and cannot be understood.")


@rule(
    "AP105", "No return is locked with a password", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file is locked with a password, so it cannot be read.",
)  # fmt: skip
def encrypted(case: Case) -> Iterator[Found]:
    """Open it with the password, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, and save. A sensitivity label that encrypts has the same effect: choose one that does not."""
    yield from say(case, FaultKind.ENCRYPTED, lambda f: "This file is locked with a password, so it cannot be read.")


@rule(
    "AP106", "No file is built to do harm", severity=Severity.ERROR, because="What comes in by e-mail is opened with care, once, in a place where it can break nothing.",
    example="This file is not built as an office program builds one, and was not opened.",
)  # fmt: skip
def unsafe(case: Case) -> Iterator[Found]:
    """Do not open it. Ask the sender, by telephone, whether they sent it; if they did, ask them to copy the cells into a fresh form."""
    yield from say(case, FaultKind.UNSAFE, lambda f: "This file is not built as an office program builds one, and was not opened.")


@rule(
    "AP107", "No return is larger than a return can be", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file is far larger than a return can be (38 MB), and was not read.",
)  # fmt: skip
def too_large(case: Case) -> Iterator[Found]:
    """Usually pictures, or formatting down to the last row of the sheet. Delete the pictures; select the empty rows under each table, delete them, and save. Or copy the rows into a fresh form."""

    def sentence(fault: Fault) -> str:
        size = f" ({fault.expected})" if fault.expected else ""
        return f"This file is far larger than a return can be{size}, and was not read."

    yield from say(case, FaultKind.TOO_LARGE, sentence)


@rule(
    "AP108", "Every workbook is one of our forms", severity=Severity.ERROR, because=_ONE_RETURN,
    example="This is none of the forms asked for: Workspace return, RDG return, Your words to the Board, Concern for the Board, Board log.",
)  # fmt: skip
def unknown_form(case: Case) -> Iterator[Found]:
    """Send the sender their form again (`pack forms` writes it) and ask for their words in that. If it is not a return, move it out of the folder."""
    yield from say(case, FaultKind.UNKNOWN_FORM, _unknown_form)


def _unknown_form(fault: Fault) -> str:
    if fault.suggestion:
        return f"This is a Word document with what belongs into the workbook “{fault.suggestion}”: only the voice form is read in Word."
    return f"This is none of the forms asked for: {fault.expected.replace(';', ',')}."


@rule(
    "AP109", "No return carries macros", severity=Severity.WARNING, because="A form needs no macros, and a council's computers rightly distrust them.",
    example="This file carries macros. They were not run; its cells were read.",
)  # fmt: skip
def macros(case: Case) -> Iterator[Found]:
    """Save it as “Excel Workbook (.xlsx)”, which leaves the macros out, and use that."""
    yield from say(case, FaultKind.MACROS, lambda f: "This file carries macros. They were not run; its cells were read.")


@rule(
    "AP110", "Every return is saved as the form was", severity=Severity.WARNING, because="Some formats do not tell an error in a cell from an empty one, and hide notes in which a child may be named.",
    example="This was saved as OpenDocument (.ods): it was read, but errors in its cells, and its notes, cannot be seen.",
)  # fmt: skip
def other_format(case: Case) -> Iterator[Found]:
    """Open it, look at its notes and at cells with an error, save it as “Excel Workbook (.xlsx)”, and use that: what cannot be seen has not been looked through for what may identify a child."""
    yield from say(
        case,
        FaultKind.OTHER_FORMAT,
        lambda f: f"This was saved as {f.seen}: it was read, but errors in its cells, and its notes, cannot be seen.",
    )


@rule(
    "AP111", "A form says the same thing of itself everywhere", severity=Severity.WARNING, because=_ONE_RETURN,
    example="This sheet was made for {workspace_name.2}: it was read with the rest of the file.",
)  # fmt: skip
def clashing_identity(case: Case) -> Iterator[Found]:
    """Look whether a sheet was copied in from another form, a file saved under another's name, or another name chosen on the first page, and put that right. If it was read as it is meant, leave it."""
    yield from say(case, FaultKind.CLASHING_IDENTITY, _clash)


def _clash(fault: Fault) -> str:
    if fault.column:
        return f"The hidden key of this column says {quoted(fault.expected)}, its heading {quoted(fault.seen)}: it was read as its heading says."
    if not fault.cell.sheet:
        return f"The file is named for {fault.seen}, but the form inside is from {fault.expected}: it was read as theirs."
    if fault.expected:
        return f"The name here is {fault.seen}, and the form was made for {fault.expected}: it was read as theirs."
    return f"This sheet was made for {fault.seen}: it was {'not read' if fault.suggestion else 'read with the rest of the file'}."


@rule(
    "AP112", "Every file can be opened", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file cannot be read: another program has it open, or it may not be read from this account.",
)  # fmt: skip
def unreadable(case: Case) -> Iterator[Found]:
    """Close it where it is open. In a folder kept in the cloud, choose “Always keep on this device” and wait for the green tick. Or copy the file itself into the folder, then run this again."""

    def sentence(fault: Fault) -> str:
        if fault.cell.file == "received.csv":
            return "The list of arrivals cannot be read, so no return has a date."
        return f"This file cannot be read: {fault.expected}." if fault.expected else "This file cannot be read."

    yield from say(case, FaultKind.UNREADABLE, sentence)


@rule(
    "AP113", "Every file is read in good time", severity=Severity.ERROR, because=_ONE_BAD_FILE,
    example="This file took too long to read, and was left out.",
)  # fmt: skip
def too_slow(case: Case) -> Iterator[Found]:
    """Try again: a file on a network or in the cloud may have been slow to come. If it happens again, copy its rows into a fresh form, and ask for that to be used."""
    yield from say(case, FaultKind.TOO_SLOW, lambda f: "This file took too long to read, and was left out.")


RULES: tuple[Rule, ...] = (
    lock_file, empty_file, not_a_workbook, damaged, encrypted, unsafe, too_large, unknown_form, macros, other_format, clashing_identity,
    unreadable, too_slow, returns_in_a_folder,
)  # fmt: skip
