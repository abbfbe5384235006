"""Examples of the sense rule in `rules/sense/words_against_scores.py`: a score in words, and the score."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import Risk

AT = ("CAP Risks!B2", "CAP Risks!D2")


def risk(likelihood: int, impact: int, changed: str, status: str = "Open"):
    return month(
        sheet(Risk, "CAP", f"id | likelihood | consequence | changed | status\nR-CAP-004 | {likelihood} | {impact} | {changed} | {status}")
    )


EXAMPLES = (
    Example(
        "AP237",
        "likelihood four in words, and three",
        risk(3, 4, "Rooms are hired: likelihood is 4, was 5."),
        AT,
        risk(4, 4, "Rooms are hired: likelihood is 4, was 5."),
        "“What changed this month” says “likelihood is 4”, and “Likelihood now” is 3.",
    ),
    Example(
        "AP237",
        "impact moved in words alone",
        risk(3, 4, "Impact lowered from 4 to 3."),
        ("CAP Risks!C2", "CAP Risks!D2"),
        risk(3, 3, "Impact lowered from 4 to 3."),
        "“What changed this month” says “Impact lowered from 4 to 3”, and “Impact now” is 4.",
    ),
    Example(
        "AP237",
        "a score of twenty in words, and twelve",
        risk(3, 4, "Two posts lapsed. Scored 4 x 5 on 9 June."),
        ("CAP Risks!B2", "CAP Risks!C2", "CAP Risks!D2"),
        risk(5, 4, "Two posts lapsed. Scored 4 x 5 on 9 June."),
        "“What changed this month” says “Scored 4 x 5”, and the score is 12.",
    ),
    Example(
        "AP237",
        "where the words leave it",
        risk(3, 4, "Likelihood was 3 and is 5 since the letting failed."),
        AT,
        risk(3, 4, "Likelihood rose to 5 and fell to 3 again after the rooms were hired."),
        "says “Likelihood was 3 and is 5”",
    ),
    Example(
        "AP237",
        "scored anew",
        risk(3, 4, "Now scored 20: the lease is lost."),
        ("CAP Risks!B2", "CAP Risks!C2", "CAP Risks!D2"),
        risk(3, 4, "Score 20, now 12, since the rooms were hired."),
    ),
    Example(
        "AP237",
        "scored by the Workspace's own team",
        risk(3, 4, "Scored 5 x 4 by the team."),
        ("CAP Risks!B2", "CAP Risks!C2", "CAP Risks!D2"),
        risk(3, 4, "At first scored 4 x 4 by the team; agreed at 3 x 4."),
    ),
    Example(
        "AP237",
        "the team says what likelihood is",
        risk(3, 4, "The team scored likelihood at 5."),
        AT,
        risk(3, 4, "The project team scored likelihood at 5."),
    ),
    Example(
        "AP237",
        "others say it, and it is agreed",
        risk(3, 4, "The heads put likelihood at 5 and we agree."),
        AT,
        risk(3, 4, "The heads put likelihood at 5 and we do not agree."),
    ),
    Example(
        "AP237",
        "given after a colon",
        risk(3, 4, "Likelihood: 5. Impact: 4."),
        AT,
        risk(3, 4, "Likelihood: 3 (was 5). Impact: 4."),
        "says “Likelihood: 5”",
    ),
)

SILENCES = (
    Silence("AP237", "what it was", risk(3, 4, "Rooms are hired: likelihood down from 5.")),
    Silence("AP237", "what it is aimed at", risk(3, 4, "The target likelihood is 2.")),
    Silence("AP237", "what it would be", risk(3, 4, "Likelihood falls to 2 once the contract is signed.")),
    Silence("AP237", "what it was in May", risk(3, 4, "The score was 16 in May.")),
    Silence("AP237", "schools, not a score", risk(3, 4, "Impact is 9 schools and 24 children.")),
    Silence("AP237", "a chance in other numbers", risk(3, 4, "A likelihood of 1 in 4 was given by the surveyor.")),
    Silence("AP237", "another score", risk(3, 4, "In the survey the score is 15.")),
    Silence("AP237", "what somebody thinks", risk(3, 4, "In the Workspace's view likelihood is 4; RDG settled on 3.")),
    Silence("AP237", "closed", risk(3, 4, "Likelihood is 1.", "Closed")),
    Silence("AP237", "how others score it", risk(3, 4, "The trust scores likelihood 5, the council 3: held at 3.")),
    Silence("AP237", "a team, and then the Workspace", risk(3, 4, "Scored 5 x 4 by the project team and 3 x 4 by the Workspace.")),
    Silence("AP237", "a step, not a score", risk(3, 4, "Likelihood down 2 since the rooms were hired.")),
)
