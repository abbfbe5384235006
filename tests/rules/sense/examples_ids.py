"""Examples of the sense rules in `rules/sense/ids.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import AnswerToWorkspace, MilestoneJudgement, YouSaidWeDid
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.returns.workspace import Milestone, Risk


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


EXAMPLES = (
    Example(
        "AP269",
        "a milestone pasted twice, which is one question",
        month(milestones("""
            id        | title
            M-CAP-007 | Bases open at two schools
            M-CAP-011 | Bases open at two schools
            M-CAP-012 | Bases open at two schools
        """)),
        ("CAP Milestones!B2", "CAP Milestones!B3", "CAP Milestones!B4"),
        month(milestones("""
            id        | title
            M-CAP-007 | Bases open at two schools
        """)),
        "M-CAP-007, M-CAP-011 and M-CAP-012 say the same, word for word. Are they one item?",
    ),
    Example(
        "AP269",
        "a milestone pasted under the next free ID",
        month(milestones("""
            id        | title
            M-CAP-007 | Bases open at two schools
            M-CAP-011 | bases open  at two schools
        """)),
        ("CAP Milestones!B2", "CAP Milestones!B3"),
        month(
            milestones("""
                id        | title
                M-CAP-007 | Bases open at two schools
                M-CAP-011 | Bases open at three schools
            """),
            milestones("""
                id        | title
                M-CWF-001 | Bases open at two schools
            """, "CWF"),
        ),
        "M-CAP-007 and M-CAP-011 say the same, word for word. Are they one item?",
    ),
    Example(
        "AP260",
        "one ID on two rows of two returns",
        month(
            risks("""
                id
                R-CAP-004
            """),
            risks("""
                id
                R-CAP-004
            """, "CWF"),
        ),
        ("CWF Risks!A2",),
        month(
            risks("""
                id
                R-CAP-004
                R-CAP-005
            """),
            milestones("""
                id
                M-CAP-004
            """),
        ),
        "R-CAP-004 is an item of Capital and Sufficiency, and stands in their return at CAP-2026-06.xlsx › Risks!A2.",
    ),
    Example(
        "AP261",
        "another Workspace's code",
        month(milestones("""
            id
            M-CWF-003
        """)),
        ("CAP Milestones!A2",),
        month(milestones("""
            id
            M-CAP-003
        """)),
        "M-CWF-003 is on the return of Capital and Sufficiency, whose IDs begin M-CAP.",
    ),
    Example(
        "AP262",
        "a dependency on nothing",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-QDD-060
        """)),
        ("CAP Milestones!B2",),
        month(
            milestones("""
                id        | depends_on
                M-CAP-001 | M-QDD-006, M-CWF-001
            """),
            milestones("""
                id
                M-QDD-006
            """, "QDD"),
            missing=("workspace:CWF",),
        ),
        "“Depends on (IDs)” names M-QDD-060, which is not on record.",
    ),
    Example(
        "AP264",
        "a judgement of no milestone, an answer to no ask",
        month(
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-070 | Off track
            """),
            sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-01-ask | Done
            """),
        ),
        ("RDG Milestones!A2", "RDG You said, we did!A2"),
        after(
            month(
                milestones("""
                    id
                    M-CAP-007
                """),
                sheet(MilestoneJudgement, "RDG", """
                    id        | status
                    M-CAP-007 | Off track
                """),
                sheet(YouSaidWeDid, "RDG", """
                    id                | answer
                    V-PCF-2026-05-ask | Done
                """),
                sheet(ChallengeToAnswer, "CAP", """
                    id    | response
                    C-014 | It is signed
                """),
            ),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-05 | Publish how long each step takes
            """),),
        ),
        "There is no milestone M-CAP-070.",
    ),
    Example(
        "AP267",
        "two judgements of one milestone",
        month(sheet(MilestoneJudgement, "RDG", """
            id        | status
            M-CAP-007 | Off track
            M-CAP-007 | At risk
        """)),
        ("RDG Milestones!A2", "RDG Milestones!A3"),
        month(sheet(MilestoneJudgement, "RDG", """
            id        | status
            M-CAP-007 | Off track
            M-CAP-008 | At risk
        """)),
    ),
    Example(
        "AP268",
        "a judgement that does not differ",
        month(
            milestones("""
                id        | status
                M-CAP-007 | At risk
            """),
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-007 | At risk
            """),
        ),
        ("RDG Milestones!B2",),
        month(
            milestones("""
                id        | status
                M-CAP-007 | On track
            """),
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-007 | At risk
            """),
        ),
    ),
    Example(
        "AP260",
        "an ID of a third Workspace in two returns, of which nobody can say who has it by mistake",
        month(
            risks("""
                id
                R-QDD-004
            """),
            risks("""
                id
                R-QDD-004
            """, "CWF"),
        ),
        ("CAP Risks!A2", "CWF Risks!A2"),
        month(risks("""
            id
            R-QDD-004
        """)),
    ),
    Example(
        "AP260",
        "three items that stand twice on one sheet, each said for itself",
        month(milestones("""
            id        | title
            M-CAP-001 | One
            M-CAP-002 | Two
            M-CAP-003 | Three
            M-CAP-001 | Four
            M-CAP-002 | Five
            M-CAP-003 | Six
        """)),
        tuple(f"CAP Milestones!A{row}" for row in (2, 5, 3, 6, 4, 7)),
        month(milestones("""
            id        | title
            M-CAP-001 | One
            M-CAP-002 | Two
        """)),
        "M-CAP-001 stands here and at CAP-2026-06.xlsx › Milestones!A5.",
    ),
    Example(
        "AP260",
        "four items that stand twice on one sheet have one cause",
        month(milestones("""
            id        | title
            M-CAP-001 | One
            M-CAP-002 | Two
            M-CAP-003 | Three
            M-CAP-004 | Four
            M-CAP-001 | Five
            M-CAP-002 | Six
            M-CAP-003 | Seven
            M-CAP-004 | Eight
        """)),
        tuple(f"CAP Milestones!A{row}" for row in (2, 3, 4, 5, 6, 7, 8, 9)),
        month(),
        "4 items stand twice on Milestones, from M-CAP-001 to M-CAP-004: were the rows of another month or return pasted in?",
    ),
    Example(
        "AP261",
        "three rows of another Workspace, and one without its number",
        month(milestones("""
            id
            M-QDD-001
            M-QDD-002
            M-QDD-003
            M
        """)),
        ("CAP Milestones!A2", "CAP Milestones!A3", "CAP Milestones!A4"),
        month(milestones("""
            id
            M-CAP-001
            M
        """)),
        "M-QDD-001 is on the return of Capital and Sufficiency, whose IDs begin M-CAP.",
    ),
    Example(
        "AP261",
        "four rows of another Workspace, pasted in",
        month(milestones("""
            id
            M-QDD-001
            M-QDD-002
            M-QDD-003
            M-QDD-004
        """)),
        ("CAP Milestones!A2", "CAP Milestones!A3", "CAP Milestones!A4", "CAP Milestones!A5"),
        month(),
        "4 rows have IDs that begin M-QDD, on the return of Capital and Sufficiency: were another Workspace",
    ),
    Example(
        "AP262",
        "an ID among the words of an answer to families",
        month(sheet(YouSaidWeDid, "RDG", """
            id                | did
            V-PCF-2026-05-ask | It is done under M-CAP-060, as M-CAP-060 was agreed.
        """)),
        ("RDG You said, we did!B2",),
        month(milestones("""
            id
            M-CAP-060
        """), sheet(YouSaidWeDid, "RDG", """
            id                | did
            V-PCF-2026-05-ask | It is done under M-CAP-060.
        """)),
        "“We did” names M-CAP-060, which is not on record.",
    ),
    Example(
        "AP262",
        "an ID among the words of an answer to a Workspace",
        month(sheet(AnswerToWorkspace, "RDG", """
            id        | detail
            N-CAP-003 | It waits for D-099.
        """), sheet(Decision, "BOARD", """
            id    | decision
            D-001 | Agreed
        """)),
        ("RDG Answers to Workspaces!B2",),
        month(sheet(AnswerToWorkspace, "RDG", """
            id        | detail
            N-CAP-003 | It waits for D-001.
        """), sheet(Decision, "BOARD", """
            id    | decision
            D-001 | Agreed
        """)),
        "“Detail” names D-099",
    ),
    Example(
        "AP262",
        "an ID among the words of a partner",
        month(sheet(Concern, "NHS", """
            concern                         | ask
            R-CAP-777 says nothing of hours | Answer it
        """), risks("""
            id
            R-CAP-001
        """)),
        ("NHS Concerns!A2",),
        month(sheet(Concern, "NHS", """
            concern                         | ask
            R-CAP-001 says nothing of hours | Answer it
        """), risks("""
            id
            R-CAP-001
        """)),
        "“Concern” names R-CAP-777",
    ),
    Example(
        "AP262",
        "the second ID named is nobody's",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002, M-CAP-060
            M-CAP-002 |
        """)),
        ("CAP Milestones!B2",),
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 |
        """)),
        "M-CAP-060",
    ),
    Example(
        "AP262",
        "words of a group, of which the secretariat may ask",
        month(sheet(Voice, "PCF", """
            ask
            What became of M-CAP-060?
        """)),
        ("PCF Your words!A2",),
        month(sheet(Voice, "PCF", """
            ask
            What became of the base?
        """)),
        "“What do you ask the Board for?” names M-CAP-060, which is not on record.",
    ),
    Example(
        "AP262",
        "words beside the boxes",
        month(sheet(AlsoWritten, "PCF", """
            words
            What became of M-CAP-060?
        """)),
        ("PCF Also written!A2",),
        month(sheet(AlsoWritten, "PCF", """
            words
            What became of the base?
        """)),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP262", "letters, roads and numbers of somebody else's register", month(milestones("""
        id        | progress                                  | own_id
        M-CAP-001 | The A-level rooms on the A-38, Q-4, B-12. | A-104
    """))),
    Silence("AP262", "an item however its ID is typed among words", month(milestones("""
        id        | progress
        M-CAP-001 | It waits for m-cap-2 and M‑CAP‑002.
        M-CAP-002 |
    """))),
    Silence("AP261", "a code no Workspace has is a slip of the pen, said elsewhere", month(milestones("""
        id
        M-XYZ-003
    """))),
    Silence("AP262", "an item of an earlier month", after(
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-QDD-006
        """)),
        (milestones("""
            id
            M-QDD-006
        """, "QDD"),),
    )),
    Silence("AP264", "a judgement of a milestone whose return did not come", month(
        sheet(MilestoneJudgement, "RDG", """
            id        | status
            M-CWF-070 | Off track
        """),
        missing=("workspace:CWF",),
    )),
    Silence("AP264", "the ID in small letters", month(
        milestones("""
            id
            M-CAP-007
        """),
        sheet(MilestoneJudgement, "RDG", """
            id        | status
            m-cap-007 | Off track
        """),
    )),
    Silence("AP268", "a milestone nobody reported has no status to repeat", month(sheet(MilestoneJudgement, "RDG", """
        id        | status
        M-CAP-007 | At risk
    """))),
)  # fmt: skip
