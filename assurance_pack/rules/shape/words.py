"""AP156 to AP160, AP164 and AP165: whether words can be seen, stand where they are asked for, and reach the Board as they were written."""

from __future__ import annotations

from collections.abc import Iterator

from ...english import in_words
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, in_column, is_told_by_the_guard, quoted, say


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


RULES: tuple[Rule, ...] = (strange_characters, beside_the_boxes, struck_out, out_of_sight, other_script, picture, said_elsewhere)
