"""Examples of the movement rules in `rules/movement/items.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.rdg import ForTheBoard
from assurance_pack.returns.workspace import ForRdg, Milestone, Risk
from assurance_pack.schema import Row


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


def apart(sheet_title: str, ref: str, rows: str, code: str = "CAP", kind: FaultKind = FaultKind.ROWS_APART):
    """Rows of a sheet that were not read, as they are told at a cell."""
    return Fault(kind=kind, cell=Cell(file=f"{code}-2026-06.xlsx", sheet=sheet_title, ref=ref), expected=rows)


def matter(row: str):
    return sheet(ForTheBoard, "RDG", f"id | issue | linked\nB-007 | {row}")


def for_rdg(proposal: str):
    return sheet(ForRdg, "CAP", f"id | proposal\nN-CAP-003 | {proposal}")


def titled(*titles: str, first: int = 1, kind: type[Row] = Risk, code: str = "CAP"):
    """Items in a row, by their titles."""
    letter = "R" if kind is Risk else "M"
    return sheet(kind, code, "\n".join(["id | title", *(f"{letter}-{code}-00{n} | {t}" for n, t in enumerate(titles, start=first))]))


BASES, MINIBUS, FORECAST = (
    "Base rooms open at two secondary schools",
    "Minibus fleet replaced by electric vehicles",
    "Sufficiency forecast to 2031 agreed by all partners",
)
WITHHELD = "[withheld: may identify a child]"


EXAMPLES = (
    Example(
        "AP301",
        "a milestone and a risk that are simply not there any more",
        after(
            month(milestones("""
                id        | status
                M-CAP-001 | On track
            """)),
            (
                milestones("""
                    id        | status
                    M-CAP-001 | On track
                    M-CAP-009 | At risk
                    M-CAP-010 | Complete
                """),
                risks("""
                    id        | status
                    R-CAP-001 | Open
                """),
            ),
        ),
        ("CAP 2026-05 Milestones!A3", "CAP Milestones", "CAP 2026-05 Risks!A2", "CAP Risks"),
        after(
            month(
                milestones("""
                    this_month | id        | status
                    Close      | M-CAP-009 | Complete
                """),
                missing=("workspace:CWF",),
            ),
            (
                milestones("""
                    id        | status
                    M-CAP-009 | At risk
                """),
                milestones("""
                    id        | status
                    M-CWF-001 | At risk
                """, "CWF"),
            ),
        ),
        "M-CAP-009 was reported in May 2026, was not closed, and is not in this return.",
    ),
    Example(
        "AP301",
        "three risks of one sheet that are not there any more are one thing to look at",
        after(
            month(risks("""
                id
                R-CAP-001
            """)),
            (risks("""
                id
                R-CAP-001
                R-CAP-002
                R-CAP-003
                R-CAP-004
            """),),
        ),
        ("CAP 2026-05 Risks!A3", "CAP 2026-05 Risks!A4", "CAP 2026-05 Risks!A5", "CAP Risks"),
        month(),
        "R-CAP-002, R-CAP-003 and R-CAP-004 were reported in May 2026, were not closed, and are not on Risks in this return.",
    ),
    Example(
        "AP301",
        "more risks are gone than another Workspace's rows stand in the place of: what is gone is said beside it",
        after(
            month(risks("""
                id
                R-CWF-009
            """)),
            (risks("""
                id
                R-CAP-001
                R-CAP-002
            """),),
        ),
        ("CAP 2026-05 Risks!A2", "CAP 2026-05 Risks!A3", "CAP Risks"),
        month(),
        "R-CAP-001 and R-CAP-002 were reported in May 2026",
    ),
    Example(
        "AP301",
        "a risk whose words stand under another ID is said to stand there",
        after(
            month(risks("""
                id        | title
                R-CAP-014 | Building schemes slip
                R-CAP-002 | Costs outrun the grant
            """)),
            (risks("""
                id        | title
                R-CAP-004 | Building schemes slip
                R-CAP-002 | Costs outrun the grant
            """),),
        ),
        ("CAP 2026-05 Risks!A2", "CAP Risks!A2"),
        month(),
        "R-CAP-004 was reported in May 2026, was not closed, and is not in this return: its words stand at Risks!A2, under R-CAP-014.",
    ),
    Example(
        "AP301",
        "a sheet whose items were all given other IDs is one question",
        after(
            month(risks("""
                id        | title
                R-CAP-011 | One
                R-CAP-012 | Two
                R-CAP-013 | Three
                R-CAP-014 | Four
            """)),
            (risks("""
                id        | title
                R-CAP-001 | One
                R-CAP-002 | Two
                R-CAP-003 | Three
                R-CAP-004 | Four
            """),),
        ),
        tuple(f"CAP 2026-05 Risks!A{n}" for n in (2, 3, 4, 5)) + tuple(f"CAP Risks!A{n}" for n in (2, 3, 4, 5)),
        month(),
        "and their words stand under other IDs on Risks now: were IDs given anew?",
    ),
    Example(
        "AP302",
        "an ID used for something else, under one that stands beside what another was",
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Sufficiency forecast to 2031 agreed by all partners
                M-CAP-002 | Minibus fleet replaced by electric vehicles
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
                M-CAP-002 | Contract let for special school extension
                M-CAP-003 | Sufficiency forecast to 2031 agreed by all partners
            """),),
        ),
        ("CAP Milestones!A3", "CAP Milestones!B3"),
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | 24 specialist base places open, at two secondary schools
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
            """),),
        ),
        "M-CAP-002 was “Contract let for special school extension” in May 2026",
    ),
    Example(
        "AP302",
        "an earlier matter's ID on a new matter for the Board",
        after(month(matter("High needs spending is over budget by £4.9m. | M-CAP-006")), (matter("A third of children wait for therapy. | TF-002"),)),
        ("RDG For the Board!A2", "RDG For the Board!B2"),
        after(month(matter("Two services have not agreed who leads. | TF-002")), (matter("A third of children wait for therapy. | TF-002"),)),
        "B-007 was “A third of children wait for therapy.” in May 2026, and has no word in common with it now.",
    ),
    Example(
        "AP302",
        "an earlier matter's ID on a new matter for RDG",
        after(month(for_rdg("Buy twelve minibuses.")), (for_rdg("Hold rooms at both host schools."),)),
        ("CAP For RDG!A2", "CAP For RDG!B2"),
        after(month(for_rdg("Hold the rooms at both schools to 24 July.")), (for_rdg("Hold rooms at both host schools."),)),
    ),
    Example(
        "AP302",
        "an ID used for something else that shares one word",
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Secondary transport contract let for taxis
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2"),
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Base places open at two schools
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
            """),),
        ),
        "and has next to nothing in common with it now.",
    ),
    Example(
        "AP302",
        "an ID used for something else that keeps one word of a short name",
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Places lost to flooding
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Places open tomorrow
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2"),
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Places open in September
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Places open tomorrow
            """),),
        ),
        "and has next to nothing in common with it now.",
    ),
    Example(
        "AP302",
        "an ID used for something else whose name is nearly the same, but for all that is said of it",
        after(
            month(milestones("""
                id        | title            | baseline   | theme                   | lead
                M-CAP-001 | Therapy contract | 2027-03-01 | Finance and joint commissioning | Commissioning lead
            """)),
            (milestones("""
                id        | title         | baseline   | theme                   | lead
                M-CAP-001 | Therapy waits | 2026-09-01 | Therapies and Experts at Hand | Therapies lead
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2"),
        after(
            month(milestones("""
                id        | title            | baseline   | theme                   | lead
                M-CAP-001 | Therapy contract | 2026-09-01 | Therapies and Experts at Hand | Commissioning lead
            """)),
            (milestones("""
                id        | title         | baseline   | theme                   | lead
                M-CAP-001 | Therapy waits | 2026-09-01 | Therapies and Experts at Hand | Therapies lead
            """),),
        ),
        "and has next to nothing in common with it now.",
    ),
    Example(
        "AP300",
        "an ID exchanged with that of a new item",
        after(
            month(milestones("""
                id        | title                                       | status
                M-CAP-001 | Minibus fleet replaced by electric vehicles | On track
                M-CAP-002 | Base rooms open at two secondary schools    | Off track
            """)),
            (milestones("""
                id        | title                                       | status
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2", "CAP Milestones!A3", "CAP Milestones!B3"),
        after(
            month(milestones("""
                id        | title                                       | status
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
                M-CAP-002 | Minibus fleet replaced by electric vehicles | On track
            """)),
            (milestones("""
                id        | title                                       | status
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
            """),),
        ),
        "M-CAP-002 now stands beside what M-CAP-001 was in May 2026, and M-CAP-001 beside another thing: were IDs exchanged?",
    ),
    Example(
        "AP300",
        "the cells of two items exchanged, and their IDs left where they were",
        after(
            month(milestones("""
                id        | title                                       | status
                M-CAP-001 | Minibus fleet replaced by electric vehicles | On track
                M-CAP-002 | Base rooms open at two secondary schools    | Off track
            """)),
            (milestones("""
                id        | title                                       | status
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
                M-CAP-002 | Minibus fleet replaced by electric vehicles | On track
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2", "CAP Milestones!A3", "CAP Milestones!B3"),
        after(
            month(milestones("""
                id        | title                                       | status
                M-CAP-002 | Minibus fleet replaced by electric vehicles | On track
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
            """)),
            (milestones("""
                id        | title                                       | status
                M-CAP-001 | Base rooms open at two secondary schools    | Off track
                M-CAP-002 | Minibus fleet replaced by electric vehicles | On track
            """),),
        ),
        "M-CAP-001 now stands beside what M-CAP-002 was in May 2026: was one column sorted alone?",
    ),
    Example(
        "AP300",
        "the column of IDs sorted alone, which is one cause and one problem",
        after(
            month(milestones("""
                id        | title
                M-CAP-002 | Sufficiency forecast to 2031 agreed by all partners
                M-CAP-003 | Minibus fleet replaced by electric vehicles
                M-CAP-004 | Base rooms open at two secondary schools
                M-CAP-001 | Contract let for special school extension
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Sufficiency forecast to 2031 agreed by all partners
                M-CAP-002 | Minibus fleet replaced by electric vehicles
                M-CAP-003 | Base rooms open at two secondary schools
                M-CAP-004 | Contract let for special school extension
            """),),
        ),
        tuple(f"CAP Milestones!{column}{row}" for row in (2, 3, 4, 5) for column in "AB"),
        after(
            month(milestones("""
                id        | title
                M-CAP-002 | Minibus fleet replaced by electric vehicles
                M-CAP-001 | Sufficiency forecast to 2031 agreed by all partners
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Sufficiency forecast to 2031 agreed by all partners
                M-CAP-002 | Minibus fleet replaced by electric vehicles
            """),),
        ),
        "M-CAP-002, M-CAP-003, M-CAP-004 and M-CAP-001 now stand beside what others of them were: was one column sorted alone?",
    ),
)  # fmt: skip

EXAMPLES += (
    Example(
        "AP301",
        "gone, with rows of the sheet set apart that may stand in its place: not those of another sheet or return, nor what else is told of it",
        after(
            month(
                titled("One"),
                titled("One", code="QDD"),
                faults=(
                    apart("Risks", "C5", "6 7"),
                    apart("Milestones", "C8", "8"),
                    apart("Risks", "C9", "9", code="QDD"),
                    apart("Risks", "C10", "10", kind=FaultKind.PICTURE),
                ),
            ),
            (titled("One", "Two"),),
        ),
        ("CAP 2026-05 Risks!A3", "CAP Risks", "CAP Risks!C5", "CAP Risks!C6", "CAP Risks!C7"),
        after(month(titled("One", "Two"), faults=(apart("Risks", "C5", "6 7"),)), (titled("One", "Two"),)),
        "R-CAP-002 was reported in May 2026, was not closed, and is not in this return.",
    ),
    Example(
        "AP301",
        "all risks of a Workspace gone, with fewer rows set apart, while its milestones and the risks of another came",
        after(
            month(titled("One", kind=Milestone), titled("One", code="QDD"), faults=(apart("Risks", "C5", "6"),)),
            (titled("One", "Two"),),
        ),
        ("CAP 2026-05 Risks!A2", "CAP 2026-05 Risks!A3", "CAP Risks", "CAP Risks!C5", "CAP Risks!C6"),
        after(month(titled("One", kind=Milestone)), (titled("One", kind=Milestone),)),
    ),
    Example(
        "AP301",
        "two gone and one row set apart: it does not stand in the place of both",
        after(month(titled("One"), faults=(apart("Risks", "C5", "6"),)), (titled("One", "Two", "Three"),)),
        ("CAP 2026-05 Risks!A3", "CAP 2026-05 Risks!A4", "CAP Risks"),
        month(),
    ),
    Example(
        "AP301",
        "gone from two Workspaces, each of which is asked about its own",
        after(
            month(titled("One"), titled("One", code="QDD")),
            (titled("One", "Two"), titled("One", "Two", code="QDD")),
        ),
        ("CAP 2026-05 Risks!A3", "CAP Risks", "QDD 2026-05 Risks!A3", "QDD Risks"),
        month(),
        items=("R-CAP-002",),
    ),
    Example(
        "AP301",
        "three risks given other IDs are told of one by one",
        after(month(titled("One", "Two", "Three", first=4)), (titled("One", "Two", "Three"),)),
        tuple(f"CAP{when} Risks!A{n}" for n in (2, 3, 4) for when in (" 2026-05", "")),
        month(),
        "R-CAP-001 was reported in May 2026, was not closed, and is not in this return: its words stand at Risks!A2, under R-CAP-004.",
    ),
    Example(
        "AP301",
        "one left without its ID, of which the cell speaks, and one gone",
        after(
            month(risks("""
                id        | title
                          | One
                R-CAP-003 | Three
            """)),
            (titled("One", "Two", "Three"),),
        ),
        ("CAP 2026-05 Risks!A3", "CAP Risks"),
        month(),
        items=("R-CAP-002",),
    ),
    Example(
        "AP301",
        "gone, while its words stand on another Workspace's register, and under an ID that had them before",
        after(
            month(risks("id | title\nR-CAP-001 | One"), titled("One", code="QDD")),
            (risks("id | title\nR-CAP-001 | One\nR-CAP-002 | One"),),
        ),
        ("CAP 2026-05 Risks!A3", "CAP Risks"),
        month(),
        "R-CAP-002 was reported in May 2026, was not closed, and is not in this return.",
    ),
    Example(
        "AP301",
        "a risk without a title is gone, and one without a title is new",
        after(month(risks("id | title\nR-CAP-002 |")), (risks("id | title\nR-CAP-001 |"),)),
        ("CAP 2026-05 Risks!A2", "CAP Risks"),
        month(),
        "R-CAP-001 was reported in May 2026, was not closed, and is not in this return.",
    ),
    Example(
        "AP301",
        "gone, while a milestone of another Workspace stands on its return, and a risk of a third on another's",
        after(
            month(titled("One"), milestones("id\nM-CWF-001"), risks("id\nR-CWF-009", "QDD")),
            (titled("One", "Two"),),
        ),
        ("CAP 2026-05 Risks!A3", "CAP Risks"),
        month(),
    ),
    Example(
        "AP300",
        "of four rows, two stand beside each other's words: one is as it was, and one is new",
        after(
            month(titled(FORECAST, MINIBUS, BASES, "Contract let for special school extension", kind=Milestone)),
            (titled(FORECAST, BASES, MINIBUS, kind=Milestone),),
        ),
        ("CAP Milestones!A3", "CAP Milestones!B3", "CAP Milestones!A4", "CAP Milestones!B4"),
        after(month(titled(FORECAST, "", WITHHELD, kind=Milestone)), (titled("", WITHHELD, BASES, kind=Milestone),)),
        items=("M-CAP-002",),
    ),
    Example(
        "AP300",
        "its own words were withheld last time, and it now has another's",
        after(month(titled(MINIBUS, kind=Milestone)), (titled(WITHHELD, MINIBUS, kind=Milestone),)),
        ("CAP Milestones!A2", "CAP Milestones!B2"),
        after(month(titled(WITHHELD, kind=Milestone)), (titled(MINIBUS, WITHHELD, kind=Milestone),)),
    ),
    Example(
        "AP302",
        "of three rows the last is of something else: one is as it was, and one is new",
        after(
            month(milestones(f"id | title\nM-CAP-001 | {FORECAST}\nM-CAP-003 | {BASES}\nM-CAP-002 | {MINIBUS}")),
            (milestones(f"id | title\nM-CAP-001 | {FORECAST}\nM-CAP-002 | Contract let for special school extension"),),
        ),
        ("CAP Milestones!A4", "CAP Milestones!B4"),
        after(month(titled("", MINIBUS, kind=Milestone)), (titled(FORECAST, "", kind=Milestone),)),
        "and has no word in common with it now.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP301", "the row is there, its ID is blank: that is said where it stands", after(
        month(milestones("""
            id | title                | status
               | Six bases open early | At risk
        """)),
        (milestones("""
            id        | title                | status
            M-CAP-009 | Six bases open early | At risk
        """),),
    )),
    Silence("AP300", "an ID that stands twice, of which AP260 speaks", after(
        month(milestones("""
            id        | title
            M-CAP-001 | Minibus fleet replaced by electric vehicles
            M-CAP-001 | Base rooms open at two secondary schools
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Base rooms open at two secondary schools
            M-CAP-002 | Minibus fleet replaced by electric vehicles
        """),),
    )),
    Silence("AP302", "a short name told at length, with the word that names it", after(
        month(milestones("""
            id        | title
            M-CAP-001 | Secondary pupils with autism are taught beside their friends in rooms that open each September
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Autism bases
        """),),
    )),
    Silence("AP302", "nothing to compare: no title now, or none before", after(
        month(milestones("""
            id        | title
            M-CAP-001 |
            M-CAP-002 | Contract let for special school extension
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Sufficiency forecast agreed
            M-CAP-002 |
        """),),
    )),
    Silence("AP302", "its words were withdrawn, now or before", after(
        month(milestones("""
            id        | title
            M-CAP-001 | [withheld: may identify a child]
            M-CAP-002 | Contract let for special school extension
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Sufficiency forecast agreed
            M-CAP-002 | [withheld: may identify a child]
        """),),
    )),
    Silence("AP302", "a short title spelt another way", after(
        month(milestones("""
            id        | title
            M-CAP-001 | AP hubs
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | AP hub
        """),),
    )),
    Silence("AP301", "the row is there, its ID left blank", after(
        month(milestones("""
            id | title
               | Two bases open
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Two bases open
        """),),
    )),
    Silence("AP302", "a name of two words, one of them put otherwise", after(
        month(milestones("""
            id        | title
            M-CAP-001 | Autism centres
        """)),
        (milestones("""
            id        | title
            M-CAP-001 | Autism bases
        """),),
    )),
    Silence("AP302", "a short name put otherwise, with all else as it was", after(
        month(milestones("""
            id        | title                      | baseline   | theme                   | lead
            M-CAP-001 | Therapy offer agreed by all | 2026-09-01 | Therapies and Experts at Hand | Therapies lead
        """)),
        (milestones("""
            id        | title                       | baseline   | theme                   | lead
            M-CAP-001 | Waits for therapy shortened | 2026-09-01 | Therapies and Experts at Hand | Therapies lead
        """),),
    )),
)  # fmt: skip
