"""Examples of the triangulation rules in `rules/triangulation/registers.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.rdg import ThemeSuggestion
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk

COMMUNICATION = "Communication, Local Offer, co-production"


def milestones(table: str, code: str = "QDD"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


def findings(table: str, code: str = "QDD"):
    return sheet(QAFinding, code, table)


def forum(working: str = "", not_working: str = ""):
    return sheet(Voice, "PCF", f"""
        group | month   | working   | not_working
        PCF   | 2026-06 | {working} | {not_working}
    """)  # fmt: skip


def figures(code: str, values: list[float]):
    """Monthly figures that end in June 2026."""
    lines = [f"{code} | {2026 - (months + 6) // 12 if months >= 6 else 2026}-{(5 - months) % 12 + 1:02d}-28 | {v:g}"
             for months, v in zip(range(len(values) - 1, -1, -1), values, strict=True)]  # fmt: skip
    return sheet(IndicatorFigure, "QDD", "indicator | period_end | value\n" + "\n".join(lines))


# Twelve months about 88 (a target of 85), then a year ever lower: a special cause the wrong way.
WORSENING = [88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87, 84, 82, 80, 79, 78, 76, 75, 74, 73, 72, 71, 70]

STEADY = [88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87, 88, 87, 89, 88, 86, 88, 89, 87, 88, 89, 88, 87]

EXAMPLES = (
    Example(
        "AP405",
        "figures and families agree, and no register has it",
        month(
            figures("Reviews in time", WORSENING),
            forum(not_working="Annual reviews are late again"),
        ),
        ("PCF Your words!D2", "QDD Indicators!C25"),
        month(
            figures("Reviews in time", WORSENING),
            forum(not_working="Annual reviews are late again"),
            risks("""
                id        | theme                          | status
                R-QDD-002 | EHC plans: quality and reviews | Open
            """, "QDD"),
        ),
        "Plans: quality and reviews: data and lived experience agree on a concern, and no register holds a risk for it. Who owns it?",
        ("T02",),
    ),
    Example(
        "AP406",
        "a concern nothing takes up",
        month(findings("""
            id        | theme     | reading | status | linked
            Q-QDD-012 | Workforce | Concern | Open   |
        """)),
        ("QDD QA findings!E2",),
        month(
            findings("""
                id        | theme             | reading | status | linked
                Q-QDD-012 | Workforce         | Concern | Open   | M-CWF-001
                Q-QDD-013 | Travel assistance | Concern | Open   |
                Q-QDD-014 | Workforce         | Concern | Closed |
            """),
            risks("""
                id        | theme             | status
                R-CAP-009 | Travel assistance | Open
            """),
        ),
        items=("Q-QDD-012",),
    ),
    Example(
        "AP407",
        "one risk on two registers",
        month(
            risks("""
                id        | title                                                                                 | likelihood | consequence
                R-CAP-004 | Building schemes slip, so that children lack the specialist place named in their plan | 4          | 5
            """),
            risks("""
                id        | title                                                                                 | likelihood | consequence
                R-CWF-007 | Because building schemes slip, a specialist place named in a plan might not be there   | 3          | 4
            """, "CWF"),
        ),
        ("CAP Risks!B2", "CWF Risks!B2"),
        month(
            risks("""
                id        | title                                                                                 | likelihood | consequence
                R-CAP-004 | Building schemes slip, so that children lack the specialist place named in their plan | 4          | 5
                R-CAP-005 | Building schemes slip, so that children lack the base place named in their plan       | 4          | 5
            """),
            risks("""
                id        | title                                                                | likelihood | consequence
                R-CWF-007 | Because psychologist posts stay vacant, advice is late               | 3          | 4
            """, "CWF"),
        ),
        "R-CAP-004 and R-CWF-007 read as one risk, scored 20 and 12. One register, or two views?",
        ("R-CAP-004", "R-CWF-007"),
    ),
    Example(
        "AP407",
        "one risk on three registers is asked about once",
        month(*(
            risks(f"""
                id          | title                                    | likelihood | consequence
                R-{code}-004 | Building schemes slip and places are few | {likely}   | 4
            """, code)
            for code, likely in (("CAP", 4), ("CWF", 2), ("QDD", 4))
        )),
        ("CAP Risks!B2", "CWF Risks!B2", "QDD Risks!B2"),
        month(
            risks("""
                id        | title
                R-CAP-004 | Building schemes slip and places are few
                R-CAP-005 | Building schemes slip and places are few
            """),
        ),
        "R-CAP-004, R-CWF-004 and R-QDD-004 read as one risk, scored 16, 8 and 16. One register, or several views?",
        ("R-CAP-004", "R-CWF-004", "R-QDD-004"),
    ),
    Example(
        "AP408",
        "two Workspaces, one complaints log",
        month(
            findings(f"""
                id        | theme           | source                       | status
                Q-QDD-004 | {COMMUNICATION} | Complaints log, April to June | Open
            """),
            findings(f"""
                id        | theme           | source         | status
                Q-CWF-002 | {COMMUNICATION} | complaints log | Open
            """, "CWF"),
        ),
        ("CWF QA findings!C2", "QDD QA findings!C2"),
        month(findings(f"""
            id        | theme           | source         | status
            Q-QDD-004 | {COMMUNICATION} | Complaints log | Open
            Q-QDD-005 | {COMMUNICATION} | Parents survey | Open
            Q-QDD-006 | Workforce       | Complaints log | Open
        """)),
    ),
    Example(
        "AP409",
        "the plan depends on it, and families were not heard",
        month(milestones("""
            id        | theme     | status
            M-CWF-001 | Workforce | On track
        """, "CWF")),
        ("CWF Milestones!B2",),
        month(
            milestones(f"""
                id        | theme           | status
                M-QDD-003 | {COMMUNICATION} | On track
                M-QDD-004 | Workforce       | Complete
            """),
            sheet(Voice, "PCF", """
                group | month   | working
                PCF   | 2026-06 | The new pages
            """),
            sheet(ThemeSuggestion, "RDG", f"""
                id                    | confirmed
                V-PCF-2026-06-working | {COMMUNICATION}
            """),
        ),
        "nothing has been heard of them from families or young people: Workforce. Who asks, and when?",
        ("T08",),
    ),
    Example(
        "AP410",
        "an extreme risk no figure speaks of",
        month(risks("""
            id        | theme             | status | likelihood | consequence
            R-CAP-009 | Travel assistance | Open   | 4          | 5
        """)),
        ("CAP Risks!B2",),
        month(
            risks("""
                id        | theme                          | status | likelihood | consequence
                R-CAP-009 | Travel assistance              | Open   | 2          | 5
                R-CAP-010 | EHC plans: quality and reviews | Open   | 4          | 5
            """),
            figures("Reviews in time", STEADY),
        ),
        items=("T13",),
    ),
    Example(
        "AP405",
        "a risk that is closed holds nothing any more",
        month(
            figures("Reviews in time", WORSENING),
            forum(not_working="Annual reviews are late again"),
            risks("""
                id        | theme                          | status
                R-QDD-002 | EHC plans: quality and reviews | Closed
                R-QDD-003 |                                | Open
            """, "QDD"),
        ),
        ("PCF Your words!D2", "QDD Indicators!C25"),
        month(
            figures("Reviews in time", WORSENING),
            forum(not_working="Annual reviews are late again"),
            risks("""
                id        | theme                          | status
                R-QDD-002 | EHC plans: quality and reviews | Closed
                R-QDD-003 | EHC plans: quality and reviews | Open
            """, "QDD"),
        ),
        items=("T02",),
    ),
    Example(
        "AP406",
        "what shares its theme is over: a milestone complete, a risk closed",
        month(
            findings("""
                id        | theme     | reading | status | linked
                Q-QDD-012 | Workforce | Concern | Open   |
            """),
            milestones("""
                id        | theme     | status
                M-CWF-001 | Workforce | Complete
            """, "CWF"),
            risks("""
                id        | theme     | status
                R-CAP-009 | Workforce | Closed
            """),
        ),
        ("QDD QA findings!E2",),
        month(findings("""
            id        | theme     | reading | status | linked
            Q-QDD-012 | Workforce | Concern | Closed |
        """)),
    ),
    Example(
        "AP410",
        "a milestone off track no figure speaks of",
        month(milestones("""
            id        | theme             | status
            M-CAP-001 | Travel assistance | Off track
        """, "CAP")),
        ("CAP Milestones!B2",),
        month(milestones("""
            id        | theme             | status
            M-CAP-001 | Travel assistance | At risk
        """, "CAP")),
        items=("T13",),
    ),
)  # fmt: skip


def risk(title: str, code: str, more: str = "| |"):
    """A risk by its title, its theme, what it threatens and its two scores."""
    return risks(f"id | title | theme | linked | likelihood | consequence\nR-{code}-004 | {title} {more}", code)


EXAMPLES += (
    Example(
        "AP407", "half of their telling words are shared, and one has no score", month(risk("Building prices rise fast", "CAP", "| | | 4 | 4"), risk("Building prices hurt schools", "CWF", "| | | |")),
        ("CAP Risks!B2", "CWF Risks!B2"), month(risk("Building prices rise fast", "CAP", "| | | |"), risk("Building wages hurt schools", "CWF", "| | | |")),
        "R-CAP-004 and R-CWF-004 read as one risk. One register, or two views?",
    ),
    Example(
        "AP407", "both of one score", month(risk("Building prices rise fast", "CAP", "| | | 4 | 4"), risk("Building prices hurt schools", "CWF", "| | | 4 | 4")),
        ("CAP Risks!B2", "CWF Risks!B2"), month(risk("Building prices rise fast", "CAP", "| | | 4 | 4"), risk("Teachers leave the city", "CWF", "| | | 4 | 4")),
        "read as one risk. One register, or two views?",
    ),
    Example(
        "AP407", "a quarter of their telling words, and the same milestone and theme", month(
            risk("Building prices rise fast", "CAP", "| Workforce | M-CAP-001 | |"), risk("Building wages hurt schools", "CWF", "| Workforce | M-CAP-001, M-CAP-002 | |")
        ),
        ("CAP Risks!B2", "CWF Risks!B2"), month(
            risk("Building prices rise fast", "CAP", "| Workforce | M-CAP-001 | |"), risk("Building wages hurt schools", "CWF", "| Travel assistance | M-CAP-001 | |")
        ),
    ),
    Example(
        "AP407", "a short title of which all words stand in a long one", month(risk("Prices rise", "CAP", "| | | |"), risk("Building prices hurt every school where pupils arrive", "CWF", "| | | |")),
        ("CAP Risks!B2", "CWF Risks!B2"), month(risk("Prices rise", "CAP", "| | | |"), risks("id | title\n | Prices rise\nR-CWF-005 |", "CWF")),
    ),
    Example(
        "AP408", "of one theme, of none, and without an ID", month(findings(f"""
            id        | theme           | source         | status
            Q-QDD-001 |                 | Complaints log | Open
                      | {COMMUNICATION} | Complaints log | Open
            Q-QDD-003 | {COMMUNICATION} | Complaints log | Open
            Q-QDD-004 | {COMMUNICATION} | Complaints log | Open
        """)),
        ("QDD QA findings!C4", "QDD QA findings!C5"), month(findings(f"""
            id        | theme           | source         | status
            Q-QDD-001 |                 | Complaints log | Open
                      | {COMMUNICATION} | Complaints log | Open
            Q-QDD-003 | {COMMUNICATION} | Complaints log | Open
            Q-QDD-005 | {COMMUNICATION} | Complaints log | Closed
        """)),
        "Q-QDD-003 and Q-QDD-004 rest on one data set, “Complaints log”: they count as one source.",
    ),
    Example(
        "AP409", "a milestone of the theme is complete, and a severe risk depends on it", month(
            milestones("id | theme | status\nM-CWF-001 | Workforce | Complete", "CWF"),
            risks("id | theme | status | likelihood | consequence\nR-CAP-009 | Workforce | Open | 4 | 5"),
        ),
        ("CAP Risks!B2",), month(milestones("id | theme | status\nM-CWF-001 | Workforce | Complete", "CWF")),
    ),
    Example(
        "AP410", "of two risks the severe one", month(risks("""
            id        | theme             | status | likelihood | consequence
            R-CAP-008 | Workforce         | Open   | 1          | 5
            R-CAP-009 | Travel assistance | Open   | 4          | 5
        """)),
        ("CAP Risks!B3",), month(risks("""
            id        | theme             | status | likelihood | consequence
            R-CAP-009 | Travel assistance | Closed | 4          | 5
        """)),
        items=("T13",),
    ),
    Example(
        "AP406", "of three findings, one whose return has another theme to show for it", month(
            findings("id | theme | reading | status | linked\nQ-QDD-011 | | Concern | Open |\nQ-QDD-012 | Workforce | Concern | Open |"),
            milestones("id | theme | status\nM-CWF-001 | Travel assistance | At risk", "CWF"),
        ),
        ("QDD QA findings!E3",), after(
            month(findings("id | theme | reading | status | linked\nQ-QDD-012 | Workforce | Concern | Open |"), missing=("workspace:CWF",)),
            (milestones("id | theme | status\nM-CWF-001 | Workforce | At risk", "CWF"),),
        ),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP406", "the sheet on which its milestone stood did not come", after(
        month(
            findings("id | theme | reading | status | linked\nQ-QDD-012 | Workforce | Concern | Open |"),
            milestones("id | theme | status\nM-QDD-001 | Travel assistance | At risk"),
            sheet(QAFinding, "CWF", "id\nQ-CWF-001"),
            faults=(Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file="CWF-2026-06.xlsx", sheet="Milestones"), expected="Milestones"),),
        ),
        (milestones("id | theme | status | this_month\nM-CWF-001 | Workforce | At risk | Changed", "CWF"),),
    )),
)  # fmt: skip

SILENCES += (
    Silence(
        "AP405",
        "the risk of it left the register without being closed, so that nobody can tell that none is held",
        after(
            month(
                figures("Reviews in time", WORSENING),
                forum(not_working="Annual reviews are late again"),
                risks("""
                    id        | theme     | status
                    R-QDD-003 | Workforce | Open
                """, "QDD"),
            ),
            (
                risks("""
                    id        | theme                          | status
                    R-QDD-002 | EHC plans: quality and reviews | Open
                """, "QDD"),
            ),
        ),
    ),
    Silence("AP405", "families alone raise it", month(forum(not_working="Annual reviews are late again"))),
    Silence("AP406", "a strength, or a finding of no theme", month(findings("""
        id        | theme     | reading  | status | linked
        Q-QDD-012 | Workforce | Strength | Open   |
        Q-QDD-013 |           | Concern  | Open   |
    """))),
    Silence("AP406", "a milestone of its theme is under way", month(
        findings("""
            id        | theme     | reading | status | linked
            Q-QDD-012 | Workforce | Concern | Open   |
        """),
        milestones("""
            id        | theme     | status
            M-CWF-001 | Workforce | At risk
        """, "CWF"),
    )),
    Silence("AP407", "one of the two is closed, or has no words to compare", month(
        risks("""
            id        | title                                    | status
            R-CAP-004 | Building schemes slip and places are few | Closed
            R-CAP-005 | It is                                    | Open
        """),
        risks("""
            id        | title                                    | status
            R-CWF-007 | Building schemes slip and places are few | Open
            R-CWF-008 | It is                                    | Open
        """, "CWF"),
    )),
    Silence("AP407", "two risks that share one telling word of four", month(
        risks("""
            id        | title
            R-CAP-004 | Building contractors raise prices
        """),
        risks("""
            id        | title
            R-CWF-007 | Psychologists leave their building
        """, "CWF"),
    )),
    Silence("AP407", "the same milestone is threatened by two different things", month(
        risks("""
            id        | title                        | theme     | linked
            R-CAP-004 | Contractors raise all prices | Workforce | M-CAP-001
        """),
        risks("""
            id        | title                        | theme     | linked
            R-CWF-007 | Psychologist posts stay open | Workforce | M-CAP-001
        """, "CWF"),
    )),
    Silence("AP408", "one of the two findings is closed, or names no source", month(findings(f"""
        id        | theme           | source         | status
        Q-QDD-004 | {COMMUNICATION} | Complaints log | Open
        Q-QDD-005 | {COMMUNICATION} | Complaints log | Closed
        Q-QDD-006 | {COMMUNICATION} |                | Open
        Q-QDD-007 | {COMMUNICATION} |                | Open
    """))),
    Silence("AP410", "the severe risk is closed, the milestone on track", month(
        risks("""
            id        | theme             | status | likelihood | consequence
            R-CAP-009 | Travel assistance | Closed | 4          | 5
        """),
        milestones("""
            id        | theme             | status
            M-CAP-001 | Travel assistance | On track
        """, "CAP"),
    )),
)  # fmt: skip
