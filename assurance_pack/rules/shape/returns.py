"""AP120 to AP129: which return a file is, which of several counts, and whether the month's returns are all there."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Month, Sender
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ...senders import is_voice, sender_name
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, quoted, say

_ONE_RETURN = "The Board reads one return from each sender, and should know which."


@rule(
    "AP120", "Every return is for this month", severity=Severity.ERROR, because="An old status must never be shown as this month's.",
    example="This return is for May 2026, and this is June 2026: it was set aside.",
)  # fmt: skip
def wrong_month(case: Case) -> Iterator[Found]:
    """Move the file into the folder of its own month. If it is this month's return on an older form, correct the month in the title on its first page."""

    def sentence(fault: Fault) -> str:
        was, is_now = Month(fault.seen).name, Month(fault.expected).name
        if fault.column:
            return (
                f"This is the return of {was} again, under the name of {is_now}: it says nothing that was not said then. It was set aside."
            )
        return f"This return is for {was}, and this is {is_now}: it was set aside."

    for fault, sender in faults(case, FaultKind.WRONG_MONTH):
        yield found(fault, sender, sentence, SENT_AGAIN if fault.column else "")


SENT_AGAIN = (
    "Ask its sender for this month's return: often last month's file was attached, or its cells were copied into the new form. If nothing at all "
    "has changed, the form has a way to say so: “Reviewed, no change” in each row, and this month's meeting and headline on its first page."
)


@rule(
    "AP121", "Every return is from a sender we know, with their own rows", severity=Severity.ERROR, because=_ONE_RETURN,
    example="This return does not say who it is from, or says it in words we do not know: “Transport”.",
)  # fmt: skip
def wrong_sender(case: Case) -> Iterator[Found]:
    """Correct the name on the first page; the names are those of `pack.toml`, which also takes other names for the same sender. If the rows are another Workspace's, ask whose return it is."""

    def sentence(fault: Fault) -> str:
        if ";" not in fault.expected and fault.seen and fault.expected:
            return f"This is {fault.expected}'s form, but most of its IDs are {fault.seen}'s."
        said = f", or says it in words we do not know: {quoted(fault.seen)}" if fault.seen else ""
        return f"This return does not say who it is from{said}."

    yield from say(case, FaultKind.WRONG_SENDER, sentence)


@rule(
    "AP122", "Every return says which month it is for", severity=Severity.WARNING, because="An old status must never be shown as this month's.",
    example="This return does not say which month it is for: it was taken to be June 2026, from its folder.",
)  # fmt: skip
def month_not_stated(case: Case) -> Iterator[Found]:
    """Write the month on its first page, for example June 2026, once you are sure it is this month's."""
    yield from say(
        case, FaultKind.MONTH_NOT_STATED,
        lambda f: f"This return does not say which month it is for: it was taken to be {Month(f.expected).name}, from its folder.",
    )  # fmt: skip


@rule(
    "AP123", "Every return is on this year's form", severity=Severity.NOTE, because="Forms of earlier versions are read for as long as anybody sends them.",
    example="This is an earlier version of the form (1; the present one is 2). It was read.",
)  # fmt: skip
def older_form(case: Case) -> Iterator[Found]:
    """It counts as it is: send the present form next month (`pack forms`). What the present form asks for and this one does not is not stated."""
    yield from say(
        case,
        FaultKind.OLDER_FORM,
        lambda f: f"This is an earlier version of the form ({f.seen}; the present one is {f.expected}). It was read.",
    )


@rule(
    "AP124", "A newer version replaces an older one", severity=Severity.NOTE, because=_ONE_RETURN,
    example="“{workspace.3} June v2.xlsx” counts in place of this: its file name gives the higher version.",
)  # fmt: skip
def superseded(case: Case) -> Iterator[Found]:
    """Every row of this one stands in what counts, as it may have been changed since: leave both as they are. If this one should count after all, move the other out of the folder."""
    yield from say(case, FaultKind.SUPERSEDED, lambda f: f"{quoted(f.expected)} counts in place of this: {f.suggestion}.")


@rule(
    "AP125", "A file lies in the folder once", severity=Severity.NOTE, because=_ONE_RETURN,
    example="This is the same as “{workspace.3} June.xlsx”, byte for byte, and was not read twice.",
)  # fmt: skip
def identical_copy(case: Case) -> Iterator[Found]:
    """You may delete the copy. If its name says that it is somebody else's return, theirs was saved over or sent by mistake: ask for it again."""
    yield from say(
        case, FaultKind.IDENTICAL_COPY, lambda f: f"This is the same as {quoted(f.expected)}, byte for byte, and was not read twice."
    )


@rule(
    "AP126", "It is plain which version of a return counts", severity=Severity.WARNING, because=_ONE_RETURN,
    example="Two files differ for one return. “{workspace.3} final.xlsx” was read, because it comes last by file name; 3 rows (M-{workspace.3}-001, M-{workspace.3}-002 and M-{workspace.3}-003) of this one are not in it.",
)  # fmt: skip
def two_versions(case: Case) -> Iterator[Found]:
    """Look at both, and move the one that should not count out of the folder. If each holds what the other has not, put both into one first."""
    yield from say(
        case, FaultKind.TWO_VERSIONS,
        lambda f: f"Two files differ for one return. {quoted(f.expected)} was read, because {f.suggestion}{_left_out(f)}.",
    )  # fmt: skip


def _left_out(fault: Fault) -> str:
    """What stands in this file and not in the one that was read, if anything does."""
    one = fault.seen.startswith("1 ") and " and " not in fault.seen
    return f"; {fault.seen} of this one {'is' if one else 'are'} not in it" if fault.seen else ""


@rule(
    "AP116", "A return is on the form we issued", severity=Severity.WARNING, because=_ONE_RETURN,
    example="Nothing in this file says that it is the form we issued: “{workspace.3} June.xlsx” counts, and this does not stand in for it.",
)  # fmt: skip
def without_identity(case: Case) -> Iterator[Found]:
    """Ask its sender whether this is their return, and for the form itself: what is hidden in it tells a return from a file that only looks like one. Once theirs is here, or if this is none, move this file out of the folder."""
    yield from say(
        case, FaultKind.WITHOUT_IDENTITY,
        lambda f: f"Nothing in this file says that it is the form we issued: {quoted(f.expected)} counts, and this does not stand in for it."
        if f.expected
        else "Nothing in this file says that it is the form we issued. It was read because it holds most of the form’s sheets: is it the return?",
    )  # fmt: skip


@rule(
    "AP117", "A return comes whole", severity=Severity.WARNING, because=_ONE_RETURN,
    example="This file has only some sheets of the form: Milestones and Risks were taken from “{workspace.3} June.xlsx”.",
)  # fmt: skip
def put_together(case: Case) -> Iterator[Found]:
    """If that is right, nothing is missing: put all of it into one file, and move the other out of the folder. If what was taken from the other no longer holds, move that out of the folder, and ask for the whole form."""

    def sentence(fault: Fault) -> str:
        if fault.suggestion == "besides":
            return f"Two forms came, with other concerns: {fault.seen} of {quoted(fault.expected)} {'is' if fault.seen == '1 concern' else 'are'} printed besides those of this one."
        were = "were" if " and " in fault.seen else "was"
        if fault.suggestion:
            return f"{fault.seen} {were} as issued in this file, and {were} taken from {quoted(fault.expected)}, where somebody filled in."
        return f"This file has only some sheets of the form: {fault.seen} {were} taken from {quoted(fault.expected)}."

    yield from say(case, FaultKind.PUT_TOGETHER, sentence)


@rule(
    "AP127", "Every return is filled in", severity=Severity.ERROR, because="A form that comes back as it was sent says nothing about this month.",
    example="This form came back as it was sent: nothing in it has been filled in.",
)  # fmt: skip
def not_filled_in(case: Case) -> Iterator[Found]:
    """Ask the sender whether the right file was attached: often the filled-in one is still on their computer. If they have nothing to say, “Nothing this month” is enough."""
    yield from say(case, FaultKind.NOT_FILLED_IN, lambda f: "This form came back as it was sent: nothing in it has been filled in.")


@rule(
    "AP128", "Every return that is expected is here", severity=Severity.ERROR, because="The Board should know from whom it has not heard.",
    example="No return received from {group_name.1}. That is a gap in assurance, never “no concerns”.",
)  # fmt: skip
def missing_return(case: Case) -> Iterator[Found]:
    """Ask for it; `pack chase` writes the message. “Nothing this month” is a normal return. The pack is built without it, and says so on its first page."""
    named = {sender for _, sender in faults(case, FaultKind.WRONG_MONTH)}  # what came of them is another month's: that is said once
    for owes in (owes for fault, _ in faults(case, FaultKind.MISSING_RETURN) if (owes := Sender.of(fault.expected)) not in named):
        sentence = f"No return received from {sender_name(owes, case.settings)}."
        if is_voice(owes):
            sentence += " That is a gap in assurance, never “no concerns”."
        yield Found((), sentence, (), owes)


RULES: tuple[Rule, ...] = (
    wrong_month, wrong_sender, month_not_stated, older_form, superseded, identical_copy, two_versions, not_filled_in, missing_return,
    without_identity, put_together,
)  # fmt: skip
