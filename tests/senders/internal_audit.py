"""Internal audit's return: what it has reported on since last month."""

from __future__ import annotations

from datetime import date

from ..model import Month, Word
from ..schema import Row, sheet
from ..schema.column import ColumnGroup, column
from .kind import ReturnKind
from .shared import ChallengeToAnswer, CoverPage


@sheet("Start here", layout="page", printed_as="cover")
class Cover(CoverPage):
    """Which audit team this is from."""

    team: Word | None = column(
        "Audit team", words="sender", group=ColumnGroup.KEY, locked=True, required=True, width=40, help="Who sends this."
    )
    month: Month | None = column(
        "Month", group=ColumnGroup.KEY, locked=True, required=True, help="The month the returns speak for. The Board meets after it."
    )


@sheet("Audit reports", printed_as="audit report", task="One row for each report.")
class AuditReport(Row):
    """A report internal audit has issued."""

    id: str | None = column("ID", id_prefix="U", group=ColumnGroup.KEY, width=11.5, locked=True, required=True, help="For life.")
    report: str | None = column("Report", group=ColumnGroup.MONTHLY, width=40, required=True, help="Its title.")
    issued: date | None = column("Issued", group=ColumnGroup.MONTHLY, width=12.5, required=True, help="The day it was issued.")
    assurance: Word | None = column("Assurance", words="assurance", group=ColumnGroup.MONTHLY, width=16, required=True, help="Its opinion.")


AUDIT_RETURN = ReturnKind(
    "internal_audit", "Internal audit return", "Internal audit return", (Cover, AuditReport, ChallengeToAnswer),
    lambda settings: settings.senders_of("internal_audit"), "Internal audit", asks="team", data_book_only=True,
)  # fmt: skip
