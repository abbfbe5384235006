"""Examples of the authority rules in `rules/authority/bodies.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet, shipped

from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover
from assurance_pack.settings.board import Board, TermsReview


def reviewed(due: str, body: str = "Board") -> dict[str, Board]:
    board = shipped().board
    return {"board": board.model_copy(update={"reviews": (TermsReview(body=body, last=Month("2026-05"), due=Month(due)),)})}


EXAMPLES = (
    Example(
        "AP611",
        "no meeting since May",
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-14, 2026-05-28
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-28, 2026-06-11
        """)),
    ),
    Example(
        "AP612",
        "a vacant sponsor",
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital | Vacant since May
        """)),
        ("CAP Start here!C2",),
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital |
        """)),
        "The RDG Senior Sponsor is said to be vacant.",
    ),
    Example(
        "AP617",
        "a review due next month",
        month(settings=reviewed("2026-07")),
        ("pack.toml board.reviews",),
        month(settings=reviewed("2027-05")),
    ),
    Example(
        "AP622",
        "the worst performing Workspace",
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | We are no longer the worst performing Workspace.
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | The Workspace is behind on two of nine milestones and needs the teams of both partners.
        """)),
    ),
    Example(
        "AP611",
        "a meeting on the last position date itself",
        after(
            month(sheet(Cover, "CAP", """
                workspace | met_on
                CAP       | 2026-05-31
            """)),
            (),
        ),
        ("CAP Start here!B2",),
        after(
            month(sheet(Cover, "CAP", """
                workspace | met_on
                CAP       | 2026-05-31, 2026-06-01
            """)),
            (),
        ),
        "none since the last position date, 31 May 2026.",
    ),
    Example(
        "AP612",
        "a chair to be confirmed",
        month(sheet(Cover, "CAP", """
            workspace | chair | sponsor
            CAP       | TBC.  | Director of Education
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital | Director of Education
        """)),
        "The Chair is said to be vacant.",
    ),
    Example(
        "AP617",
        "a review that was due last month",
        month(settings=reviewed("2026-05")),
        ("pack.toml board.reviews",),
        month(settings=reviewed("2026-09")),
        "the next review was due by May 2026.",
    ),
    Example(
        "AP611",
        "the last meeting a month and a day before the position date, and no pack before",
        month(sheet(Cover, "CAP", """
            met_on
            2026-05-30
        """)),
        ("CAP Start here!A2",),
        month(sheet(Cover, "CAP", """
            met_on
            2026-05-31
        """)),
    ),
    Example(
        "AP612",
        "no Chair is named, in the return or in pack.toml",
        month(sheet(Cover, "XYZ", """
            chair | sponsor
                  | Director of Education
        """)),
        ("XYZ Start here!A2",),
        month(sheet(Cover, "CAP", """
            chair | sponsor
                  |
        """)),
        "No Chair is named.",
    ),
    Example(
        "AP612",
        "however it is written that nobody holds the role",
        month(
            sheet(Cover, "CAP", """
                chair           | sponsor
                To be confirmed | None
            """),
            sheet(Cover, "CWF", """
                chair | sponsor
                N/A   | Interim to be agreed.
            """),
            sheet(Cover, "QDD", """
                chair | sponsor
                -     | Vacancy
            """),
        ),
        (
            "CAP Start here!A2", "CAP Start here!B2", "CWF Start here!A2", "CWF Start here!B2", "QDD Start here!A2",
            "QDD Start here!B2",
        ),
        month(sheet(Cover, "CAP", """
            chair                             | sponsor
            Head of Vacancies and Recruitment | Director of Education
        """)),
    ),
    Example(
        "AP617",
        "a review of RDG's terms that is due this month",
        month(settings=reviewed("2026-06", "RDG")),
        ("pack.toml board.reviews",),
        month(settings=reviewed("2026-08", "RDG")),
        "The terms of reference of RDG were last reviewed in May 2026; the next review is due by June 2026.",
    ),
    Example(
        "AP622",
        "a Workspace ranks after families have spoken",
        month(
            sheet(Voice, "PCF", """
                not_working
                The worst performing team of all
            """),
            sheet(Cover, "CAP", """
                headline
                We top the league table.
            """),
        ),
        ("CAP Start here!A2",),
        month(sheet(Voice, "PCF", """
            not_working
            The worst performing team of all
        """)),
    ),
    Example(
        "AP612",
        "who the Chair is cannot be read, and of the Sponsor nothing is said",
        month(
            sheet(Cover, "XYZ", """
                chair | sponsor | headline
                      |         | Two bases are late.
            """),
            faults=(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="XYZ-2026-06.xlsx", sheet="Start here", ref="A2")),),
        ),
        ("XYZ Start here!B2",),
        month(
            sheet(Cover, "XYZ", """
                chair                     | sponsor
                Head of Education Capital |
            """),
            faults=(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="XYZ-2026-06.xlsx", sheet="Start here", ref="B2")),),
        ),
        "No RDG Senior Sponsor is named.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP611", "no day of a meeting is given", month(sheet(Cover, "CAP", """
        workspace | met_on
        CAP       |
    """))),
    Silence("AP611", "a meeting the day after the last position date", after(
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-06-01
        """)),
        (),
    )),
    Silence("AP617", "a review due in two months", month(settings=reviewed("2026-08"))),
    Silence("AP622", "families and partners say what they say", month(
        sheet(Voice, "PCF", """
            group | month   | not_working
            PCF   | 2026-06 | It is the worst performing Workspace.
        """),
        sheet(Concern, "NHS", """
            concern
            It is the worst performing Workspace.
        """),
    )),
)  # fmt: skip
