"""The voice return: the Parent Carer Forum, young people's groups and school-led groups, in their own words.

Source: “keeps input parent and carer led and avoids overburdening Coventry's developing PCF with administrative demands”
(Parent-led and lived experience groups). Nothing here asks for a status, a theme or a number.
"""

from datetime import date

from ..model import Lens, Month, Word
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, column
from .kind import ReturnKind

PLENTY = 60
"""Words a box that the form calls plenty. More is welcome, so nothing is found in it; the secretariat is told where a letter will stand."""

NOT_YET_ANSWERED = "Not yet answered. It stays on the Board's list until it is."
"""What a form says beside an earlier ask that nobody has answered."""


@sheet(
    "Your words", layout="page", printed_as="voice return", aliases=("Voice", "Your words to the Board"),
    own_words=("working", "not_working", "ask"),
)  # fmt: skip
class Voice(Row):
    """One page, three boxes, fifteen minutes."""

    group: Word | None = column("Group", words="group", group=ColumnGroup.KEY, locked=True, required=True, help="Who is speaking.")
    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it.")
    working: str | None = column("What is working?", aliases=("What is working",), group=ColumnGroup.MONTHLY, width=60, help="Things that have got better, or that families say are good.")
    not_working: str | None = column("What is not working?", aliases=("What is not", "What is not working"), group=ColumnGroup.MONTHLY, width=60, help="What families are finding hard now.")
    ask: str | None = column("What do you ask the Board for?", aliases=("What we ask the Board for", "What do you ask the Board for"), group=ColumnGroup.MONTHLY, width=60, help="One thing is best. The answer comes back to you here.")
    how_heard: str | None = column("How you heard this", aliases=("How we heard",), group=ColumnGroup.MONTHLY, width=60, help="For example: a coffee morning, a survey.")
    how_many: Word | None = column("About how many people", aliases=("Roughly how many",), words="how_many", group=ColumnGroup.MONTHLY, width=60, help="A rough guess is fine.")
    will_speak: Word | None = column("Will someone speak at the meeting?", aliases=("Will speak at the meeting",), words="yes_no", group=ColumnGroup.MONTHLY, width=60, help="You can change your mind.")
    may_quote: Word | None = column("May we quote you in public?", aliases=("May be quoted in the public summary",), words="yes_no", group=ColumnGroup.MONTHLY, width=60, help="If you leave this empty, we will not.")
    taken_down_by: str | None = column("Taken down by (for the secretariat)", aliases=("Taken down by",), width=60, help="If the words came by telephone, e-mail or on paper: the role that wrote them down.")
    read_back_on: date | None = column("Read back on (for the secretariat)", aliases=("Read back on",), width=60, help="The day the words were read back to the group.")

    @property
    def id(self) -> str:
        """Given by the tool: ``V-PCF-2026-06``; each box adds its name, ``V-PCF-2026-06-ask``."""
        code = self.sender.code or "NOT-STATED"
        return f"V-{code}-{self.month or 'month-not-stated'}"

    @property
    def boxes(self) -> tuple[tuple[str, str], ...]:
        """The boxes with something in them: (name of the column, words)."""
        named = (("working", self.working), ("not_working", self.not_working), ("ask", self.ask))
        return tuple((name, words) for name, words in named if words)

    def box_id(self, name: str) -> str:
        """The ID of one box: ``V-PCF-2026-06-ask``."""
        return box_of(self.id, name)


def box_of(voice: str, name: str) -> str:
    """The ID of one box of a voice return, by the ID of the return."""
    return f"{voice}-{name.replace('_', '-')}"


@sheet("Also written", printed_as="words beside the boxes")
class AlsoWritten(Row):
    """Words a group or a partner wrote that stand in no box: under them, over them, in a note, a text box or on a sheet of their own. No form asks for them; all are printed."""

    month: Month | None = column("Month", group=ColumnGroup.KEY, locked=True, help="The month the returns speak for. The Board meets after it.")
    words: str | None = column("Also written", width=60, help="As they stand beside the boxes.")

    @property
    def id(self) -> str:
        """Given by the tool: ``V-PCF-2026-06-also``; all of one group are printed together."""
        letter = VOICE_RETURN.id_letter if self.sender.kind in ("", VOICE_RETURN.key) else "P"
        return f"{letter}-{self.sender.code or 'NOT-STATED'}-{self.month or 'month-not-stated'}-also"


SHEETS: tuple[type[Row], ...] = (Voice,)
VOICE_RETURN = ReturnKind(
    "voice", "Voice return", "Your words to the Board", SHEETS, lambda settings: settings.groups, "Groups",
    asks="group", voice=True, lens=Lens.LIVED, id_letter="V",
)  # fmt: skip
