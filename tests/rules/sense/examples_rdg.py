"""Examples of the sense rules in `rules/sense/rdg.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.rdg import Confidence, Cover, ForTheBoard, TaskAndFinishGroup
from assurance_pack.returns.workspace import ForRdg, Milestone


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


EXAMPLES = (
    Example(
        "AP280",
        "mandatory, and none of the four",
        month(sheet(ForTheBoard, "RDG", """
            id    | why                | categories
            B-001 | Mandatory category |
        """)),
        ("RDG For the Board!C2",),
        month(sheet(ForTheBoard, "RDG", """
            id    | why                | categories
            B-001 | Mandatory category | Sufficiency; Financial
            B-002 | Judgement          |
        """)),
    ),
    Example(
        "AP281",
        "needed before the Board meets",
        month(sheet(ForTheBoard, "RDG", """
            id    | asked      | by_when
            B-001 | Prioritise | 2026-07-03
        """)),
        ("RDG For the Board!C2",),
        month(sheet(ForTheBoard, "RDG", """
            id    | asked      | by_when
            B-001 | Prioritise | 2026-07-24
            B-002 | Note       | 2026-07-03
        """)),
        "Needed by 3 July 2026, but the Board meets on 16 July 2026.",
    ),
    Example(
        "AP282",
        "a group that ends before it starts",
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | started    | ends
            TF-001 | 2026-11-30 | 2026-07-20
        """)),
        ("RDG Task & Finish Groups!B2", "RDG Task & Finish Groups!C2"),
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | started    | ends
            TF-001 | 2026-07-20 | 2026-11-30
        """)),
    ),
    Example(
        "AP288",
        "one group under two IDs",
        month(sheet(TaskAndFinishGroup, "RDG", """
            id    | name               | purpose
            TF-01 | SEN transport      | Shorten the longest journeys
            TF-02 | Sixth forms        | Places after sixteen
            TF-03 | S.E.N. transport   | A shorter way to school
        """)),
        ("RDG Task & Finish Groups!B2", "RDG Task & Finish Groups!B4"),
        month(sheet(TaskAndFinishGroup, "RDG", """
            id    | name               | purpose
            TF-01 | SEN transport      | Shorten the longest journeys
            TF-02 | Sixth forms        | Places after sixteen
        """)),
        "TF-01 and TF-03 are both “SEN transport”. Are they one group?",
    ),
    Example(
        "AP283",
        "RDG's return without its overall confidence",
        month(
            sheet(Cover, "RDG", """
                month
                2026-06
            """),
            sheet(Confidence, "RDG", """
                about                    | confidence
                1 Early help in mainstream | Green
            """),
        ),
        ("RDG Start here!A2",),
        month(
            sheet(Cover, "RDG", """
                month
                2026-06
            """),
            sheet(Confidence, "RDG", """
                about   | confidence
                Overall | Amber
            """),
        ),
    ),
    Example(
        "AP284",
        "four of five priorities judged",
        month(
            sheet(Cover, "RDG", """
                month
                2026-06
            """),
            sheet(Confidence, "RDG", """
                about | confidence
                1     | Green
                2     | Red
                3     | Green
                5     | Green
            """),
        ),
        ("RDG Start here!A2",),
        month(
            sheet(Cover, "RDG", """
                month
                2026-06
            """),
            sheet(Confidence, "RDG", """
                about | confidence
                1     | Green
                2     | Red
                3     | Green
                4     | Amber
                5     | Green
            """),
        ),
        "no row for 4 Workforce and therapies",
    ),
    Example(
        "AP285",
        "none, and financial",
        month(sheet(ForRdg, "CAP", """
            id        | carries
            N-CAP-001 | None; Financial
        """)),
        ("CAP For RDG!B2",),
        month(sheet(ForRdg, "CAP", """
            id        | carries
            N-CAP-001 | Statutory; Financial
            N-CAP-002 | None
        """)),
    ),
    Example(
        "AP286",
        "families are said to agree",
        month(sheet(ForTheBoard, "RDG", """
            id    | voices
            B-001 | Families broadly agree
        """)),
        ("RDG For the Board!B2",),
        month(sheet(ForTheBoard, "RDG", """
            id    | voices
            B-001 | V-PCF-2026-06-ask, and P-NHS-2026-06-1
            B-002 | Not yet asked; planned for July
        """)),
    ),
    Example(
        "AP287",
        "accept a risk: which?",
        month(sheet(ForTheBoard, "RDG", """
            id    | asked              | linked
            B-001 | Accept system risk | M-QDD-006
            B-002 | Ratify Task & Finish Group | M-CWF-001
        """)),
        ("RDG For the Board!C2", "RDG For the Board!C3"),
        month(sheet(ForTheBoard, "RDG", """
            id    | asked              | linked
            B-001 | Accept system risk | M-QDD-006, R-QDD-002
            B-002 | Ratify Task & Finish Group | TF-002
        """)),
    ),
    Example(
        "AP289",
        "a financial risk with nothing to choose from",
        month(sheet(ForRdg, "CAP", """
            id        | carries   | options | recommendation
            N-CAP-001 | Financial |         |
        """)),
        ("CAP For RDG!C2", "CAP For RDG!D2"),
        month(sheet(ForRdg, "CAP", """
            id        | carries   | options           | recommendation
            N-CAP-001 | Financial | Lease, or do not  | Lease
            N-CAP-002 | None      |                   |
        """)),
    ),
    Example(
        "AP289",
        "options, and no recommendation",
        month(sheet(ForRdg, "CAP", """
            id        | carries         | options          | recommendation
            N-CAP-001 | Financial; None | Lease, or do not |
        """)),
        ("CAP For RDG!D2",),
        month(sheet(ForRdg, "CAP", """
            id        | carries | options          | recommendation
            N-CAP-001 | None    | Lease, or do not |
        """)),
        "It carries significant risk, but no recommendation is given.",
    ),
    Example(
        "AP289",
        "a recommendation is missing, and nothing else",
        month(sheet(ForRdg, "CAP", """
            id        | carries   | options             | recommendation
            N-CAP-003 | Financial | Wait, or go on      |
        """)),
        ("CAP For RDG!D2",),
        month(sheet(ForRdg, "CAP", """
            id        | carries   | options        | recommendation
            N-CAP-003 | Financial | Wait, or go on | Go on
            N-CAP-004 | None      |                |
        """)),
        "It carries significant risk, but no recommendation is given.",
    ),
    Example(
        "AP289",
        "both are missing",
        month(sheet(ForRdg, "CAP", """
            id        | carries   | options | recommendation
            N-CAP-003 | Financial |         |
        """)),
        ("CAP For RDG!C2", "CAP For RDG!D2"),
        month(),
        "It carries significant risk, but no options and recommendation are given.",
    ),
    Example(
        "AP288",
        "called a group, and in another order",
        month(sheet(TaskAndFinishGroup, "RDG", """
            id    | name                            | purpose
            TF-01 | Annual review recovery          | Clear the backlog
            TF-02 | Task and Finish Group on the recovery of annual reviews | Hear every family
            TF-03 | Annual funding review           | Settle the bands
        """)),
        ("RDG Task & Finish Groups!B2", "RDG Task & Finish Groups!B3"),
        month(sheet(TaskAndFinishGroup, "RDG", """
            id    | name                   | purpose
            TF-01 | Annual review recovery | Clear the backlog
            TF-03 | Annual funding review  | Settle the bands
        """)),
    ),
    Example(
        "AP288",
        "the first and the third of three groups have one purpose",
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | name      | purpose
            TF-001 | Transport | Shorten the journeys of children in special schools
            TF-002 | Therapies | Settle who pays for what
            TF-003 | Travel    | Shorten the journeys of children in special schools.
        """)),
        ("RDG Task & Finish Groups!C2", "RDG Task & Finish Groups!C4"),
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | name      | purpose
            TF-001 | Transport | Shorten the journeys of children in special schools
                   | Transport | Shorten the journeys of children in special schools
        """)),
    ),
)  # fmt: skip

EXAMPLES += (
    Example(
        "AP288",
        "two groups of one purpose, of which one has no name, beside one of another purpose and one that is only called a group",
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | name                  | purpose
            TF-001 |                       | Cut the waits for therapy
            TF-002 | Task and finish group | Let the bus contract
            TF-003 | Therapy               | Cut waits for the therapy
            TF-004 | The working group     | Agree the forecast
        """)),
        ("RDG Task & Finish Groups!C2", "RDG Task & Finish Groups!C4"),
        month(sheet(TaskAndFinishGroup, "RDG", """
            id     | name    | purpose
            TF-001 | Therapy | Cut the waits for therapy
            TF-001 | Therapy | Cut the waits for therapy
                   | Therapy | Cut the waits for therapy
        """)),
        "TF-001 and TF-003 are both “Cut the waits for therapy”. Are they one group?",
        ("TF-001", "TF-003"),
    ),
    Example(
        "AP281",
        "needed the day before the Board meets",
        month(sheet(ForTheBoard, "RDG", "id | asked | by_when\nB-001 | Prioritise |\nB-002 | Prioritise | 2026-07-15")),
        ("RDG For the Board!C3",),
        month(sheet(ForTheBoard, "RDG", "id | asked | by_when\nB-002 | Prioritise | 2026-07-15"), settings={"meetings": ()}),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP281", "needed on the day the Board meets", month(sheet(ForTheBoard, "RDG", """
        id    | asked      | by_when
        B-001 | Prioritise | 2026-07-16
    """))),
    Silence("AP282", "a group of one day", month(sheet(TaskAndFinishGroup, "RDG", """
        id     | started    | ends
        TF-001 | 2026-07-20 | 2026-07-20
    """))),
    Silence("AP282", "one of the two days is still open", month(sheet(TaskAndFinishGroup, "RDG", """
        id     | started    | ends
        TF-001 |            | 2026-07-20
        TF-002 | 2026-07-20 |
    """))),
    Silence("AP284", "no row of Confidence is filled: that is said once, of Overall", month(sheet(Cover, "RDG", """
        month
        2026-06
    """))),
    Silence("AP286", "a finding, or a partner's concern, alone", month(sheet(ForTheBoard, "RDG", """
        id    | voices
        B-001 | Q-QDD-004
        B-002 | P-NHS-2026-06-1
        B-003 | v-pcf-2026-06-ask
    """))),
    Silence("AP287", "nothing but to note", month(sheet(ForTheBoard, "RDG", """
        id    | asked | linked
        B-001 | Note  |
    """))),
    Silence("AP287", "the ID in small letters", month(sheet(ForTheBoard, "RDG", """
        id    | asked              | linked
        B-001 | Accept system risk | r-qdd-002
    """))),
)  # fmt: skip

OPTIONS = "id | recommendation | option_a | option_b | option_c"


def matter(row: str):
    return month(sheet(ForTheBoard, "RDG", f"{OPTIONS}\nB-001 | {row}"))


EXAMPLES += (
    Example(
        "AP275", "an option that is not among them", matter("Option D, soon. | Rooms | Taxis |"), ("RDG For the Board!B2",), matter("Option B, not Option D. | Rooms | Taxis |"),
        "Option D is recommended, and the options are A and B.",
    ),
    Example(
        "AP275", "the one that was left blank", matter("We recommend option C. | Rooms | |"), ("RDG For the Board!B2",), matter("We recommend option C. | Rooms | Taxis | Tutors"),
        "Option C is recommended, and the only option is A.",
    ),
)  # fmt: skip
SILENCES += (Silence("AP275", "an option in words", matter("The first option, an option a year later. | Rooms | Taxis |")),)
