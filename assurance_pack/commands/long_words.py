"""What the secretariat is told of words far longer than a form asks for: how long they are, what the pack prints, where all of them stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english import many
from ..model import Sender
from ..pipeline import Understood
from ..returns.partner import Concern
from ..returns.received import Returns
from ..returns.voice import PLENTY, AlsoWritten, Voice
from ..schema import Row, columns
from ..senders import sender_name

if TYPE_CHECKING:
    from ..position.budget import Opening


def long_words(understood: Understood, only: Sender | None = None) -> Iterator[str]:
    """A sentence for each box or cell of somebody's own words that the pack does not print whole; no group is asked to shorten it."""
    case, verdicts = understood.case, understood.verdicts
    budgets = case.settings.budgets
    if not _any_beyond(min(budgets.voice.a_box, budgets.concerns.a_box), case.returns):
        return
    from ..position import concerns, voice  # what the pages hold is worked out only where some of it may not

    for group in voice.groups(case):
        for box in group.boxes if group.row and only in (None, group.row.sender) else ():
            sheet, name = (AlsoWritten, "words") if box.name == "also" else (Voice, box.name)
            if box.printed.more:
                yield f"{group.name}, {_where_printed(sheet, name, box.printed)}"
    found = concerns.take(case, verdicts)
    for line in (*found.concerns, *found.concerns_elsewhere):
        cells: tuple[tuple[str, Opening], ...] = (("concern", line.concern), ("done", line.done), ("ask", line.ask))
        for name, printed in cells:
            if printed.more and only in (None, line.row.sender):
                yield f"{sender_name(line.row.sender, case.settings)}, {_where_printed(Concern, name, printed)}"


def _any_beyond(most: int, returns: Returns) -> bool:
    """Whether any box, or what one sender wrote beside the boxes, has more words than these."""
    boxes = [text for row in returns.of(Voice) for _, text in row.boxes]
    cells = [text or "" for row in returns.of(Concern) for text in (row.concern, row.done, row.ask)]
    beside: dict[Sender, str] = {}
    for row in returns.of(AlsoWritten):
        beside[row.sender] = f"{beside.get(row.sender, '')}\n{row.words or ''}"
    return any(len(text.split()) > most for text in (*boxes, *cells, *beside.values()))


def _where_printed(sheet: type[Row], name: str, printed: Opening) -> str:
    column = next(c for c in columns(sheet) if c.name == name)
    return f"“{column.heading.rstrip(':')}”: {of_length(sheet, printed, column.word_limit or PLENTY)}"


def of_length(sheet: type[Row], printed: Opening, asked: int) -> str:
    """How long words are against what is asked for, how much of them the pack prints, and where all of them stand."""
    opens = (
        f"the pack prints the sentences they open with ({many(len(printed.said.split()), 'word')})"
        if printed.said
        else "the pack prints how many they are"
    )
    return f"{printed.words:,} words, where about {asked} are asked for; {opens}, and all of them stand in the data book, sheet “{sheet.sheet_title}”."
