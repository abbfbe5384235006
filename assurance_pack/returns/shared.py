"""Sheets that stand on more than one return."""

from ..model import Word
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, column
from .board_log import Challenge


@sheet(
    "Challenges to answer", printed_as="challenge", aliases=("Challenges",), waits_for=("response",), task="Answer each one; the challenge and your answer are printed side by side.",
    brings=("response",), spare_rows=0, answers=(Challenge,), if_asked=True,
)  # fmt: skip
class ChallengeToAnswer(Row):
    """The Board's own challenges, pre-filled on the form of whoever was challenged. Both are printed until the Board closes it."""

    id: str | None = column("ID", id_prefix="C", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="The Board's number for it.")
    challenge: str | None = column("Challenge", group=ColumnGroup.KEY, width=44, locked=True, help="What the Board asked, in its words.")
    raised: str | None = column("Raised and answer by", group=ColumnGroup.KEY, width=24, locked=True, prints=False, help="Who asked, when, and by when.")
    response: str | None = column(
        "Response", group=ColumnGroup.MONTHLY, width=50, word_limit=60,
        help="Your answer to the Board, in about 60 words. It is printed beside the challenge as you write it.",
    )  # fmt: skip
    evidence: str | None = column("Evidence", group=ColumnGroup.MONTHLY, width=24, help="Where the proof is: a report, a data set, a date.")


class CoverPage(Row):
    """What the covers of the Workspace, RDG and partner returns have in common."""

    completed_by: str | None = column(
        "Completed by (role)", aliases=("Completed by",), group=ColumnGroup.MONTHLY, width=40, required=True, prints=False,
        help="Your role. Nothing is printed beside it.",
    )  # fmt: skip
    declaration: Word | None = column(
        "No individual child or case is described in this return", words="declaration", group=ColumnGroup.MONTHLY, width=40, required=True,
        aliases=("Declaration",), prints=False, help="The Board does not consider individual cases. Choose “{declaration.yes}” when you have.",
    )  # fmt: skip
