"""AP140 to AP165, but for dates: whether each cell can be read as what its column asks for. A cell that cannot is “not stated”; its row stays."""

from __future__ import annotations

from collections.abc import Iterator

from ...english import in_words, listed
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure, Milestone
from ...schema import column_of
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, in_column, is_told_by_the_guard, meant, quoted, say

_ASKED = "The Board should not have to ask for what the form asks for."
_COUNTED = "A figure the Board sees must be the figure that was meant."
_THIS_MONTH = column_of(Milestone, "this_month").heading
_MISSING = column_of(IndicatorFigure, "missing").heading


@rule("AP140", "What must be stated is stated", severity=Severity.ERROR, because=_ASKED, example="“Forecast now” is blank.")
def blank_required(case: Case) -> Iterator[Found]:
    """Fill in the cell. Where the value is not known yet, leave it empty until it is: the pack prints “Not stated”, and this is said again."""

    def sentence(fault: Fault) -> str:
        return f"{quoted(fault.seen)}{in_column(fault)} is no answer." if fault.seen else f"{quoted(fault.column)} is blank."

    for fault, sender in faults(case, FaultKind.BLANK_REQUIRED):
        if fault.column != _THIS_MONTH:
            yield found(fault, sender, sentence)
    yield from say(case, FaultKind.NO_ANSWER, sentence)


@rule(
    "AP141", "Every row says what happened to it this month", severity=Severity.WARNING,
    because="“Looked at, and nothing changed” and “not looked at” are different news.", example="“This month” is blank: the row counts as not reviewed.",
)  # fmt: skip
def not_reviewed(case: Case) -> Iterator[Found]:
    """Choose {this_month:, or}. A row left blank in which nothing else has changed is printed as “No update”."""
    for fault, sender in faults(case, FaultKind.BLANK_REQUIRED):
        if fault.column == _THIS_MONTH:
            yield Found(
                (fault.cell,),
                f"{quoted(fault.column)} is blank: the row counts as not reviewed unless something in it has changed.",
                (),
                sender,
            )


@rule("AP147", "A number is a number", severity=Severity.ERROR, because=_COUNTED, example="“about 30” in “Numerator” is not a number.")
def not_a_number(case: Case) -> Iterator[Found]:
    """Write digits alone. What needs words belongs in a column for words; where there is no figure, leave the cell empty."""
    for fault, sender in faults(case, FaultKind.NOT_A_NUMBER):
        small = bool(fault.expected)
        none = " If there is no figure, leave the cell empty" + (
            f", and say why under “{_MISSING}”." if fault.cell.sheet == IndicatorFigure.sheet_title else "."
        )
        yield found(fault, sender, _too_small if small else _not_a_number, f"If it does, write {fault.expected}.{none}" if small else "")


def _not_a_number(fault: Fault) -> str:
    return f"{quoted(fault.seen)}{in_column(fault)} is not a number.{_alone(fault)}"


def _too_small(fault: Fault) -> str:
    return f"{quoted(fault.seen)}{in_column(fault)} is not a number: does it stand for a count too small to be given?"


def _alone(fault: Fault) -> str:
    return f" If that is the unit the column counts in, write {fault.suggestion} alone." if fault.suggestion else ""


@rule(
    "AP148",
    "A count is a whole number",
    severity=Severity.ERROR,
    because=_COUNTED,
    example="“3.5” in “Likelihood now” is not a whole number: it should be 1 to 5.",
)
def not_whole(case: Case) -> Iterator[Found]:
    """Write a whole number, within the range given where there is one."""
    yield from say(
        case, FaultKind.NOT_WHOLE,
        lambda f: f"{quoted(f.seen)}{in_column(f)} is not a whole number{f': it should be {f.expected}' if f.expected else ''}.",
    )  # fmt: skip


@rule(
    "AP149", "A number is one there can be", severity=Severity.ERROR, because=_COUNTED, example="“7” in “Likelihood now” should be 1 to 5."
)
def out_of_range(case: Case) -> Iterator[Found]:
    """Write a number within the range given."""
    yield from say(case, FaultKind.OUT_OF_RANGE, lambda f: f"{quoted(f.seen)}{in_column(f)} should be {f.expected}.")


@rule(
    "AP150", "A word is one of its list", severity=Severity.ERROR, because="Words mean one thing each, or the Board cannot count them.",
    example="“Greenish” in “Status now” is not one of the words of the list. Did you mean “{confidence.green}”?",
)  # fmt: skip
def not_in_list(case: Case) -> Iterator[Found]:
    """Choose from its list; capitals and spaces do not matter. What needs more words belongs in a column for words."""

    def sentence(fault: Fault) -> str:
        known = fault.expected.split("; ")
        instead = meant(fault) or (f" It should be one of: {fault.expected}." if len(known) <= 8 else "")
        return f"{quoted(fault.seen)}{in_column(fault)} is not one of the words of the list.{instead}"

    yield from say(case, FaultKind.NOT_IN_LIST, sentence)


@rule(
    "AP151", "An ID is written as an ID", severity=Severity.ERROR, because="An ID is for life: it is how an item is followed from month to month.",
    example="“{workspace.3} 7” in “ID” is not an ID: it should begin with M-.",
)  # fmt: skip
def not_an_id(case: Case) -> Iterator[Found]:
    """Write it as the form gave it, for example M-{workspace.3}-007, with commas between several. A new row takes the next free ID of the form; never use an old one for something else."""

    def sentence(fault: Fault) -> str:
        if not fault.suggestion:
            return f"{quoted(fault.seen)}{in_column(fault)} is not an ID: it should begin with {fault.expected}."
        unread = fault.suggestion.split("; ")
        said = f"{listed(map(quoted, unread))}{in_column(fault)} {'is not an ID' if len(unread) == 1 else 'are no IDs'}"
        return f"{said}; of this cell, {fault.expected} {_was(fault.expected)} read." if fault.expected else f"{said}."

    yield from say(case, FaultKind.NOT_AN_ID, sentence)


def _was(refs: str) -> str:
    return "were" if " and " in refs else "was"


@rule(
    "AP161", "An ID can be read as it stands", severity=Severity.WARNING, because="An ID is for life: it is how an item is followed from month to month.",
    example="“M-{workspace.3}-OO7” in “ID” was read as M-{workspace.3}-007.",
)  # fmt: skip
def mistyped_id(case: Case) -> Iterator[Found]:
    """If that is what was meant, leave it, or better correct the ID, with commas between several; if not, write the ID that was."""

    def sentence(fault: Fault) -> str:
        words = f", which the same words had in {fault.expected}" if fault.expected else ""
        return f"{quoted(fault.seen)}{in_column(fault)} was read as {fault.suggestion}{words}."

    yield from say(case, FaultKind.MISTYPED_ID, sentence)


@rule(
    "AP162", "Every row has its ID", severity=Severity.NOTE, because="An ID is for life: it is how an item is followed from month to month.",
    example="“ID” is blank: the row was given M-{workspace.3}-019.",
)  # fmt: skip
def id_given(case: Case) -> Iterator[Found]:
    """If that is right, leave it: the row stands under this ID in the pack and on the next form. If you send the file again, write the ID in first; if the item has another ID already, write that one."""

    def sentence(fault: Fault) -> str:
        if fault.seen:
            several = " and " in fault.seen
            said = f"said in {fault.expected}" if fault.expected else "say" if several else "says"
            known = f"what they {said}, the rows are" if several else f"what it {said}, the row is"
            return f"No ID can be read here: by {known} {fault.seen}. Is that right?"
        again = f", which the same words had in {fault.expected}" if fault.expected else ""
        return f"{quoted(fault.column)} is blank: the row was given {fault.suggestion}{again}."

    yield from say(case, FaultKind.ID_GIVEN, sentence)


@rule(
    "AP152", "No cell holds one of Excel's errors", severity=Severity.ERROR, because=_COUNTED,
    example="“Value” holds the error “#REF!”.",
)  # fmt: skip
def error_value(case: Case) -> Iterator[Found]:
    """Type the value itself. The form needs no formulas; an error usually means that one points at a cell or file that is no longer there."""
    yield from say(case, FaultKind.ERROR_VALUE, lambda f: f"{quoted(f.column)} holds the error {quoted(f.seen)}.")


@rule(
    "AP153", "No value waits to be calculated", severity=Severity.ERROR, because=_COUNTED,
    example="“Value” is a formula whose result was never saved.",
)  # fmt: skip
def not_calculated(case: Case) -> Iterator[Found]:
    """Open the file in Excel, let it calculate, and save; or type the value itself."""
    yield from say(case, FaultKind.NOT_CALCULATED, lambda f: f"{quoted(f.column)} is a formula whose result was never saved.")


@rule(
    "AP154", "Every cell stands for itself", severity=Severity.WARNING, because="A merged cell belongs to one row, and leaves the others empty.",
    example="“Theme” is merged with C5, so nothing stands in it for this row.",
)  # fmt: skip
def merged(case: Case) -> Iterator[Found]:
    """Unmerge the cells and write the value into each row. Until then it counts for the first alone."""
    yield from say(
        case, FaultKind.MERGED, lambda f: f"{quoted(f.column)} is merged with {f.expected}, so nothing stands in it for this row."
    )


@rule(
    "AP155", "Text keeps to its length", severity=Severity.NOTE, because=clauses.NOT_VOLUME,
    example="“Progress this month” has 52 words; about 40 are asked for.",
)  # fmt: skip
def too_long(case: Case) -> Iterator[Found]:
    """Shorten it if you can. Nothing is lost: the data book has it whole."""
    yield from say(case, FaultKind.TOO_LONG, lambda f: f"{quoted(f.column)} has {f.suggestion} words; about {f.expected} are asked for.")


@rule(
    "AP156", "Text holds only what can be seen", severity=Severity.WARNING, because="Invisible characters can make text read otherwise than it looks.",
    example="There are invisible or direction-changing characters in “Milestone”: they were taken out.",
)  # fmt: skip
def strange_characters(case: Case) -> Iterator[Found]:
    """Read the text as the pack prints it. If a word is missing or in the wrong order, type it again."""

    def sentence(fault: Fault) -> str:
        where = in_column(fault) if fault.cell.ref else " in the name of this sheet" if fault.cell.sheet else " in the name of this file"
        return f"There are invisible or direction-changing characters{where}: they were taken out."

    yield from say(case, FaultKind.STRANGE_CHARACTERS, sentence)


@rule(
    "AP157", "What a group or a partner writes stands in its boxes", severity=Severity.NOTE, because="No words of families or partners are lost: what stands beside the boxes is printed too.",
    example="Words stand beside the boxes: they are printed with the others, as “Also written”.",
)  # fmt: skip
def beside_the_boxes(case: Case) -> Iterator[Found]:
    """Read them, and ask whoever wrote them if they are meant for the Board: a remark to the secretariat should be taken out of the file. What belongs to one of the boxes may be moved into it, if they agree."""
    within = {
        "sheet of its own": "on a sheet of their own",
        "note on": "in a note on a cell",
        "comment": "in a comment",
        "text box": "in a text box",
        "footnote": "in a footnote",
    }
    yield from say(
        case, FaultKind.BESIDE_THE_BOXES,
        lambda f: f"Words stand {within.get(f.expected, 'beside the boxes')}: they are printed with the others, as “Also written”.",
    )  # fmt: skip


@rule(
    "AP158", "No words are struck out", severity=Severity.WARNING, because="What is struck out is taken back, and the Board would read it as if it stood.",
    example="Words here are struck out, or set not to be seen: they were read as if they stood.",
)  # fmt: skip
def struck_out(case: Case) -> Iterator[Found]:
    """Delete what no longer holds, and take the line off what does. To close an item, choose Close in its row; striking it out does not."""
    here = "Words here are struck out, or set not to be seen: they were read as if they stood."
    by_rule = "A coloured rule of this sheet strikes out or hides words: they were read as if they stood."
    deleted = "Words were deleted in this file with changes tracked, and it still holds them: they were not read."
    for fault, sender in faults(case, FaultKind.STRUCK_OUT):
        remedy = _TRACKED if fault.expected else ""
        yield found(fault, sender, lambda f: deleted if f.expected else here if f.cell.ref else by_rule, remedy)


_TRACKED = (
    "Open it in Word: under Review, accept what was deleted, so that nobody reads it in the file, or reject it, so that it stands. Of a group's own "
    "words, ask the group which."
)


@rule(
    "AP159", "Every row and column can be seen", severity=Severity.NOTE, because="A row nobody sees may be one its sender believes to be gone.",
    example="Rows 7 and 12 are hidden: they were read all the same.",
)  # fmt: skip
def out_of_sight(case: Case) -> Iterator[Found]:
    """If they should be read, leave them. If not, empty the cells, or choose Close in the row, or delete it if it was never sent before."""

    def sentence(fault: Fault) -> str:
        rows = fault.expected.split()
        if fault.column:
            columns = [quoted(heading) for heading in fault.column.split("; ")]
            one = len(columns) == 1
            return f"The column{'' if one else 's'} {in_words(columns)} {'is' if one else 'are'} hidden: what stands there was read all the same."
        if not rows:
            return "This sheet is hidden: it was read all the same."
        named = in_words(rows[:MOST_ROWS]) if len(rows) <= MOST_ROWS else f"{', '.join(rows[:MOST_ROWS])} and {len(rows) - MOST_ROWS} more"
        return (
            f"Row {named} is hidden: it was read all the same."
            if len(rows) == 1
            else f"Rows {named} are hidden: they were read all the same."
        )

    yield from say(case, FaultKind.OUT_OF_SIGHT, sentence)


MOST_ROWS = 8


@rule(
    "AP160", "Every script can be printed", severity=Severity.WARNING, because="Words that the Board cannot read in the pack are not heard.",
    example="The words here are in a script that cannot be printed: the pack says “[words in Chinese script]” in their place.",
)  # fmt: skip
def other_script(case: Case) -> Iterator[Found]:
    """Ask whoever wrote them for their own translation, and write it in the same cell, on a line beneath: it is printed beside the mark. Nobody else's translation stands for theirs; the words themselves are whole in the data book."""
    yield from say(
        case, FaultKind.OTHER_SCRIPT,
        lambda f: f"The words here are in a script that cannot be printed: the pack says “[words in {f.expected} script]” in their place.",
    )  # fmt: skip


MOST_OF_A_LABEL = 3
"""Words from which on the description of a picture says more than that it is one."""


@rule(
    "AP164", "What is sent can be read", severity=Severity.WARNING, because="Words that stand in a picture are read by nobody here, and do not reach the Board.",
    example="A picture stands here, which cannot be read: what it says does not reach the Board.",
)  # fmt: skip
def picture(case: Case) -> Iterator[Found]:
    """Write what it says into the cells of the form. The words of a group are asked for, or taken down as it says them and read back to it. If the picture says nothing (a logo), nothing has to be done."""

    def sentence(fault: Fault) -> str:
        where = "here" if fault.cell.ref else "in this file, or a document put into it"
        words = len(fault.seen.split()) >= MOST_OF_A_LABEL
        told = f" It is described as {quoted(fault.seen)}." if words and not is_told_by_the_guard(case, fault) else ""
        return f"A picture stands {where}, which cannot be read: what it says does not reach the Board.{told}"

    yield from say(case, FaultKind.PICTURE, sentence)


@rule(
    "AP165", "What people say in their own words stands on their form", severity=Severity.WARNING, because="Nobody is heard by what stands somewhere else.",
    example="“see attached” in “What is working?” says only that the words are elsewhere, or still to come.",
)  # fmt: skip
def said_elsewhere(case: Case) -> Iterator[Found]:
    """Put the words themselves into the cell. Of a group, the secretariat asks for them, or takes them down as it says them. Until then nothing counts as said there."""
    yield from say(
        case,
        FaultKind.SAID_ELSEWHERE,
        lambda f: f"{quoted(f.seen)}{in_column(f)} says only that the words are elsewhere, or still to come.",
    )


RULES: tuple[Rule, ...] = (
    blank_required, not_reviewed, not_a_number, not_whole,
    out_of_range, not_in_list, not_an_id, mistyped_id, id_given, error_value, not_calculated, merged, too_long, strange_characters,
    beside_the_boxes, struck_out, out_of_sight, other_script, picture, said_elsewhere,
)  # fmt: skip
