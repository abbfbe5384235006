"""Sense (AP2xx): each rule once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import after, month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision, WaiverRow
from assurance_pack.returns.rdg import (
    Confidence,
    Cover,
    Direction,
    ForTheBoard,
    MilestoneJudgement,
    TaskAndFinishGroup,
    YouSaidWeDid,
)
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import ForRdg, IndicatorFigure, Milestone, QAFinding, Risk


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


def findings(table: str):
    return sheet(QAFinding, "QDD", table)


def figures(table: str):
    return sheet(IndicatorFigure, "QDD", table)


EXAMPLES = (
    Example(
        "AP201",
        "a complete milestone without its day",
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
            M-CAP-002 | Complete |
        """)),
        ("CAP Milestones!C3",),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
            M-CAP-002 | On track |
        """)),
    ),
    Example(
        "AP202",
        "a complete milestone without evidence",
        month(milestones("""
            id        | status   | evidence
            M-CAP-001 | Complete |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | evidence
            M-CAP-001 | Complete | Handover certificate, 12 June
        """)),
    ),
    Example(
        "AP203",
        "a milestone done on a day that has not come",
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-07-14
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-30
        """)),
        "The actual date, 14 July 2026, is after the position date, 30 June 2026.",
    ),
    Example(
        "AP204",
        "an actual date beside At risk",
        month(milestones("""
            id        | status  | actual
            M-CAP-001 | At risk | 2026-06-12
        """)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
        """)),
    ),
    Example(
        "AP205",
        "on track with a forecast that has passed",
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | On track | 2026-06-12
        """)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | On track | 2026-06-30
            M-CAP-002 | Complete | 2026-06-12
        """)),
    ),
    Example(
        "AP206",
        "off track, and no new forecast",
        month(milestones("""
            id        | status    | forecast
            M-CAP-001 | Off track | 2026-06-12
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status    | forecast
            M-CAP-001 | Off track | 2026-09-12
        """)),
    ),
    Example(
        "AP207",
        "on track, thirty-five days late",
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-10-06
        """)),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-09-08
            M-CAP-002 | At risk  | 2026-09-01 | 2026-10-06
        """)),
        "On track, but forecast 35 days after its baseline.",
    ),
    Example(
        "AP208",
        "at risk and off track with no path to green, said once for both",
        month(milestones("""
            id        | status  | path_to_green
            M-CAP-001 | At risk |
            M-CAP-002 | At risk |
        """)),
        ("CAP Milestones!C2", "CAP Milestones!C3"),
        month(milestones("""
            id        | status   | path_to_green
            M-CAP-001 | At risk  | Second contractor on site from 6 July
            M-CAP-002 | On track |
        """)),
    ),
    Example(
        "AP209",
        "a milestone with no forecast",
        month(milestones("""
            id        | status  | forecast
            M-CAP-001 | At risk |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | Complete |
        """)),
    ),
    Example(
        "AP210",
        "paused by RDG, which directed something else",
        month(
            milestones("""
                id        | status
                M-CAP-001 | Paused by RDG
            """),
            sheet(Direction, "RDG", """
                workspace | linked    | direction
                CAP       | M-CAP-001 | Re-sequence
            """),
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
                id        | status
                M-CAP-001 | Paused by RDG
            """),
            sheet(Direction, "RDG", """
                workspace | linked               | direction
                CAP       | M-CAP-002, M-CAP-001 | Pause
            """),
        ),
    ),
    Example(
        "AP211",
        "withdrawn, and nobody says by which decision",
        month(milestones("""
            id        | status    | reference
            M-CAP-001 | Withdrawn |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status    | reference
            M-CAP-001 | Withdrawn | D-007
        """)),
    ),
    Example(
        "AP212",
        "no change, with another forecast",
        after(
            month(milestones("""
                this_month          | id        | forecast   | progress
                Reviewed, no change | M-CAP-001 | 2026-11-01 | Still waiting
                Reviewed, no change | M-CAP-002 |            | Still waiting
            """)),
            (milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-01
                M-CAP-002 | 2026-09-01
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!C2"),
        after(
            month(milestones("""
                this_month          | id        | forecast   | progress
                Changed             | M-CAP-001 | 2026-11-01 | Still waiting
                Reviewed, no change | M-CAP-002 | 2026-09-01 | Still waiting
            """)),
            (milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-01
                M-CAP-002 | 2026-09-01
            """),),
        ),
        "“Reviewed, no change”, but Forecast now is not as it was in May 2026.",
    ),
    Example(
        "AP213",
        "closed, and still off track",
        month(milestones("""
            this_month | id        | status
            Close      | M-CAP-001 | Off track
        """)),
        ("CAP Milestones!A2", "CAP Milestones!C2"),
        month(
            milestones("""
                this_month | id        | status
                Close      | M-CAP-001 | Complete
            """),
            risks("""
                this_month | id        | status
                Close      | R-CAP-001 | Closed
            """),
        ),
    ),
    Example(
        "AP214",
        "called new, and reported in April",
        after(
            month(milestones("""
                this_month | id
                New        | M-CAP-001
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
            (),
        ),
        ("CAP Milestones!A2",),
        after(
            month(milestones("""
                this_month | id
                New        | M-CAP-002
                Changed    | M-CAP-001
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
            (),
        ),
        "New, but M-CAP-001 was already reported in April 2026.",
    ),
    Example(
        "AP215",
        "a new milestone that the plan does not have",
        after(
            month(milestones("""
                this_month | id        | reference
                New        | M-CAP-002 |
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
        ),
        ("CAP Milestones!C2",),
        after(
            month(milestones("""
                this_month | id        | reference
                New        | M-CAP-002 | LSRP 2.4
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
        ),
    ),
    Example(
        "AP216",
        "due before what it depends on",
        month(
            milestones("""
                id        | status   | forecast   | depends_on
                M-CAP-001 | On track | 2026-09-01 | M-QDD-006
            """),
            milestones("""
                id        | status  | forecast
                M-QDD-006 | At risk | 2026-11-20
            """, "QDD"),
        ),
        ("CAP Milestones!D2",),
        month(
            milestones("""
                id        | status   | forecast   | depends_on
                M-CAP-001 | On track | 2026-09-01 | M-QDD-006, M-QDD-007
            """),
            milestones("""
                id        | status   | forecast
                M-QDD-006 | On track | 2026-08-20
                M-QDD-007 | Complete | 2026-11-20
            """, "QDD"),
        ),
        "Forecast 1 September 2026, but it depends on M-QDD-006, forecast 20 November 2026.",
    ),
    Example(
        "AP217",
        "three milestones waiting in a circle, said once",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CAP-003
            M-CAP-003 | M-CAP-001
        """)),
        ("CAP Milestones!B2", "CAP Milestones!B3", "CAP Milestones!B4"),
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002, M-CAP-003
            M-CAP-002 | M-CAP-003
            M-CAP-003 |
        """)),
    ),
    Example(
        "AP220",
        "worse with its controls than without",
        month(risks("""
            id        | likelihood | consequence | inherent_likelihood | inherent_consequence
            R-CAP-001 | 4          | 5           | 3                   | 4
        """)),
        ("CAP Risks!D2", "CAP Risks!E2"),
        month(risks("""
            id        | likelihood | consequence | inherent_likelihood | inherent_consequence
            R-CAP-001 | 3          | 4           | 3                   | 4
        """)),
        "The score now, 20, is above the inherent score, 12.",
    ),
    Example(
        "AP221",
        "a target above the score now",
        month(risks("""
            id        | likelihood | consequence | target_likelihood | target_consequence
            R-CAP-001 | 3          | 4           | 4                 | 4
        """)),
        ("CAP Risks!D2", "CAP Risks!E2"),
        month(risks("""
            id        | likelihood | consequence | target_likelihood | target_consequence
            R-CAP-001 | 3          | 4           | 3                 | 4
        """)),
    ),
    Example(
        "AP222",
        "an extreme risk nobody owns",
        month(risks("""
            id        | status | likelihood | consequence | owner
            R-CAP-001 | Open   | 4          | 5           | TBC
        """)),
        ("CAP Risks!E2",),
        month(risks("""
            id        | status | likelihood | consequence | owner
            R-CAP-001 | Open   | 4          | 5           | Head of Education Capital
            R-CAP-002 | Open   | 2          | 2           | TBC
        """)),
        "Score 20, and the owner is “TBC”.",
    ),
    Example(
        "AP223",
        "a review that did not take place",
        month(risks("""
            id        | status | next_review
            R-CAP-001 | Open   | 2026-05-29
        """)),
        ("CAP Risks!C2",),
        month(risks("""
            id        | status | next_review
            R-CAP-001 | Open   | 2026-07-29
            R-CAP-002 | Closed | 2026-05-29
        """)),
    ),
    Example(
        "AP224",
        "the next review before the last",
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-07-11    | 2026-07-04
        """)),
        ("CAP Risks!D2",),
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-06-11    | 2026-07-04
        """)),
    ),
    Example(
        "AP225",
        "managed by another risk that is closed, and by none",
        month(risks("""
            id        | status                | managed_by
            R-CAP-001 | Managed by another ID |
            R-CAP-002 | Managed by another ID | R-CAP-003
            R-CAP-003 | Closed                |
        """)),
        ("CAP Risks!C2", "CAP Risks!C3"),
        month(risks("""
            id        | status                | managed_by
            R-CAP-002 | Managed by another ID | R-CAP-003
            R-CAP-003 | Open                  |
        """)),
    ),
    Example(
        "AP226",
        "new and closed in one month",
        after(
            month(risks("""
                this_month | id        | status
                New        | R-CAP-002 | Closed
            """)),
            (risks("""
                id
                R-CAP-001
            """),),
        ),
        ("CAP Risks!A2", "CAP Risks!C2"),
        after(
            month(risks("""
                this_month | id        | status
                New        | R-CAP-002 | Open
                Close      | R-CAP-001 | Closed
            """)),
            (risks("""
                id
                R-CAP-001
            """),),
        ),
    ),
    Example(
        "AP227",
        "it has happened, and nobody says what",
        month(risks("""
            id        | status       | changed
            R-CAP-001 | Now an issue |
        """)),
        ("CAP Risks!C2",),
        month(risks("""
            id        | status       | changed
            R-CAP-001 | Now an issue | The provider gave notice on 9 June
            R-CAP-002 | Open         |
        """)),
    ),
    Example(
        "AP228",
        "an extreme risk with no target",
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 5           |                   |                    |
        """)),
        ("CAP Risks!E2",),
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 5           | 2                 | 4                  | 2026-12-31
            R-CAP-002 | Open   | 2          | 2           |                   |                    |
        """)),
        "Score 20, but no target and date are given",
    ),
    Example(
        "AP229",
        "a target date passed above the target",
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 4           | 2                 | 4                  | 2026-05-29
        """)),
        ("CAP Risks!G2",),
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 2          | 4           | 2                 | 4                  | 2026-05-29
        """)),
    ),
    Example(
        "AP240",
        "more graded than sampled",
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     | 4           | 24   | 8                    | 2
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2", "QDD QA findings!D2", "QDD QA findings!E2", "QDD QA findings!F2"),
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     | 4           | 24   | 6                    | 2
        """)),
        "The grades add up to 38, but the sample is 36.",
    ),
    Example(
        "AP241",
        "a sample of eight",
        month(findings("""
            id        | sample
            Q-QDD-001 | 8
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | sample
            Q-QDD-001 | 10
        """)),
    ),
    Example(
        "AP242",
        "a period that runs backwards",
        month(findings("""
            id        | period_from | period_to
            Q-QDD-001 | 2026-06-30  | 2026-04-01
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        month(findings("""
            id        | period_from | period_to
            Q-QDD-001 | 2026-04-01  | 2026-06-30
        """)),
    ),
    Example(
        "AP243",
        "an action nobody owns",
        month(findings("""
            id        | due        | owner | status
            Q-QDD-001 | 2026-07-31 |       | Open
        """)),
        ("QDD QA findings!C2",),
        month(findings("""
            id        | due        | owner           | status
            Q-QDD-001 | 2026-07-31 | Head of Quality | Open
        """)),
    ),
    Example(
        "AP244",
        "a report dated before its period ends",
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-06-04  | 2026-06-30
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-06-24  | 2026-05-31
        """)),
    ),
    Example(
        "AP245",
        "a loop not closed by its day",
        month(findings("""
            id        | due        | status
            Q-QDD-001 | 2026-05-29 | Action in hand
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | due        | status
            Q-QDD-001 | 2026-05-29 | Closed
            Q-QDD-002 | 2026-07-29 | Open
        """)),
    ),
    Example(
        "AP246",
        "a concern that leads to nothing",
        month(findings("""
            id        | reading | status | action
            Q-QDD-001 | Concern | Open   |
        """)),
        ("QDD QA findings!D2",),
        month(findings("""
            id        | reading  | status | action
            Q-QDD-001 | Concern  | Open   | Weekly list to managers
            Q-QDD-002 | Strength | Open   |
        """)),
    ),
    Example(
        "AP248",
        "grades out of nobody knows how many",
        month(findings("""
            id        | sample | good
            Q-QDD-001 |        | 24
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | sample | good
            Q-QDD-001 | 36     | 24
            Q-QDD-002 |        |
        """)),
    ),
    Example(
        "AP250",
        "a numerator larger than its denominator",
        month(figures("""
            indicator      | period_end | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 148    | 138
        """)),
        ("QDD Indicators!C2", "QDD Indicators!D2"),
        month(figures("""
            indicator      | period_end | numerator | denominator
            Plans in 20 weeks        | 2026-05-31 | 87  | 138
            Suspensions, with a plan | 2026-05-31 | 148 | 138
        """)),
    ),
    Example(
        "AP251",
        "a blank without a reason",
        month(figures("""
            indicator         | period_end | value | missing
            Plans in 20 weeks | 2026-05-31 |       |
        """)),
        ("QDD Indicators!D2",),
        month(figures("""
            indicator         | period_end | value | missing
            Plans in 20 weeks | 2026-05-31 |       | System down until 3 July
            Plans in 20 weeks | 2026-04-30 | 61    |
        """)),
    ),
    Example(
        "AP252",
        "six hundred and thirty per cent",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 630
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator            | period_end | value
            Plans in 20 weeks    | 2026-05-31 | 100
            No place yet for September | 2026-05-31 | 630
        """)),
    ),
    Example(
        "AP253",
        "a value that is not what its counts come to",
        month(figures("""
            indicator         | period_end | value | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 68    | 87        | 138
        """)),
        ("QDD Indicators!C2",),
        month(figures("""
            indicator         | period_end | value | numerator | denominator
            Plans in 20 weeks | 2026-05-31 | 63    | 87        | 138
        """)),
        "The value, 68, is not what 87 of 138 comes to, 63.",
    ),
    Example(
        "AP254",
        "a figure for July in June's return",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-07-31 | 63
        """)),
        ("QDD Indicators!B2",),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-06-30 | 63
        """)),
    ),
    Example(
        "AP255",
        "two figures for one month",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Plans in 20 weeks | 2026-05-31 | 61
        """)),
        ("QDD Indicators!B2", "QDD Indicators!B3"),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-05-31 | 63
            Reviews in time   | 2026-05-31 | 71
        """)),
    ),
    Example(
        "AP256",
        "0.63 where the months before are over sixty",
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-03-31 | 61
            Plans in 20 weeks | 2026-04-30 | 62
            Plans in 20 weeks | 2026-05-31 | 0.63
        """)),
        ("QDD Indicators!C4",),
        month(figures("""
            indicator         | period_end | value
            Plans in 20 weeks | 2026-04-30 | 0.9
            Plans in 20 weeks | 2026-05-31 | 0.7
        """)),
        "The value is 0.63: is 63 meant?",
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
        ("CAP Risks!A2", "CWF Risks!A2"),
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
        "R-CAP-004 stands here and at CWF-2026-06.xlsx › Risks!A2.",
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
        "Depends on (IDs) names M-QDD-060, which nobody has reported.",
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
        "AP270",
        "forty-one words where forty are asked for",
        month(milestones(f"""
            id        | progress
            M-CAP-001 | {"word " * 41}
        """)),
        ("CAP Milestones!B2",),
        month(milestones(f"""
            id        | progress
            M-CAP-001 | {"word " * 40}
        """)),
        "Progress this month: 41 words, where 40 are asked for.",
    ),
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
        "AP290",
        "taken down by telephone, not read back",
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring | Secretariat officer |
        """)),
        ("PCF Your words!E2",),
        month(sheet(Voice, "PCF", """
            group | month   | ask                | taken_down_by       | read_back_on
            PCF   | 2026-06 | One number to ring | Secretariat officer | 2026-06-29
        """)),
    ),
    Example(
        "AP291",
        "significant, and no action",
        month(sheet(Challenge, "BOARD", """
            id    | significant | action
            C-014 | Yes         |
        """)),
        ("BOARD Challenges!C2",),
        month(sheet(Challenge, "BOARD", """
            id    | significant | action
            C-014 | Yes         | A-031
            C-015 | No          |
        """)),
    ),
    Example(
        "AP292",
        "complete, and nobody says how",
        month(sheet(Action, "BOARD", """
            id    | status   | update
            A-031 | Complete |
        """)),
        ("BOARD Actions!C2",),
        month(sheet(Action, "BOARD", """
            id    | status   | update
            A-031 | Complete | Confirmed in writing on 3 June
            A-032 | Open     |
        """)),
    ),
    Example(
        "AP293",
        "due before it was agreed, answered before it was asked",
        month(
            sheet(Action, "BOARD", """
                id    | agreed     | due
                A-031 | 2026-06-17 | 2026-05-04
            """),
            sheet(Challenge, "BOARD", """
                id    | on         | responded
                C-014 | 2026-06-17 | 2026-06-01
            """),
        ),
        ("BOARD Actions!C2", "BOARD Challenges!C2"),
        month(
            sheet(Action, "BOARD", """
                id    | agreed     | due
                A-031 | 2026-06-17 | 2026-07-04
            """),
            sheet(Challenge, "BOARD", """
                id    | on         | responded
                C-014 | 2026-06-17 | 2026-06-17
            """),
        ),
    ),
    Example(
        "AP294",
        "a waiver of a rule there is not",
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP999
        """)),
        ("BOARD Waivers!A2",),
        month(sheet(WaiverRow, "BOARD", """
            rule
            ap202
        """)),
        "There is no rule “AP999”.",
    ),
    Example(
        "AP295",
        "a waiver of an NHS number",
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP501
        """)),
        ("BOARD Waivers!A2",),
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP510
        """)),
    ),
    Example(
        "AP296",
        "a waiver for three years",
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 | 2029-12-31
        """)),
        ("BOARD Waivers!B2",),
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 | 2026-12-31
        """)),
    ),
    Example(
        "AP298",
        "a direction without an outcome",
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome
            D-008 | Direct RDG |
        """)),
        ("BOARD Decisions!C2",),
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome
            D-008 | Direct RDG | 24 places open by 4 January 2027
            D-009 | Note       |
        """)),
    ),
)  # fmt: skip
