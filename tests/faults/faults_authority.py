"""Planted for authority: who may decide what, and what must reach the Board."""

from __future__ import annotations

from datetime import date

from fault import CAP, COL, CWF, LOG, QDD, RDG, Printed, fault

DIRECT = "Direct RDG"
GROUPS = "Task & Finish Groups"
NOT_BROUGHT = '# value = 60\n# decision = "D-000"'

AUTHORITY = (
    fault("AP601", "a Workspace tolerates a system risk", CAP("Risks", "R-CAP-006", response="Tolerate")),
    fault("AP601", "an accepted risk whose decision is taken off", CWF("Risks", "R-CWF-001", this_month="Changed", decision=None)),
    fault("AP601", "RDG tolerates a system risk", RDG("Risks", "R-RDG-001", this_month="Changed", changed="Held.", level="System", response="Tolerate"), also={"AP334": "its level is another"}),
    fault("AP602", "accepted by a decision of another kind", CAP("Risks", "R-CAP-006", response="Tolerate", decision="D-007")),
    fault("AP602", "accepted by a decision on another risk", CAP("Risks", "R-CAP-006", response="Tolerate", decision="D-004")),
    fault(
        "AP603",
        "an extreme risk in no category",
        CWF("Risks", "R-CWF-006", consequence=4, categories=None),
        also={"AP402": "it threatens M-CWF-003, which is on track"},
    ),
    fault("AP604", "a mandatory risk put under one that is not", CWF("Risks", "R-CWF-006", status="Managed by another ID", managed_by="R-CWF-002")),
    fault("AP605", "one of two categories taken off an open risk", CAP("Risks", "R-CAP-004", categories="Sufficiency")),
    fault("AP605", "the only category taken off an open risk", CWF("Risks", "R-CWF-003", categories=None), also={"AP603": "at 16 it has none now"}),
    fault("AP606", "a group begun before it is ratified", RDG(GROUPS, "TF-002", status="Active", started=date(2026, 6, 8)), at=RDG.cell(GROUPS, "TF-002", "decision")),
    fault("AP606", "a group ratified by a decision on something else", RDG(GROUPS, "TF-001", decision="D-005"), also={"AP623": "and it was not about the group"}),
    fault("AP606", "a group begun before the day of its decision", RDG(GROUPS, "TF-001", started=date(2026, 3, 2))),
    fault("AP606", "a group called ratified that the Board has not seen", RDG(GROUPS, "TF-002", status="Ratified"), at=RDG.cell(GROUPS, "TF-002", "decision")),
    fault("AP607", "a group past its end", RDG(GROUPS, "TF-001", ends=date(2026, 5, 31))),
    fault("AP608", "a matter without RDG’s confidence", RDG("For the Board", "B-005", confidence=None), at=RDG.cell("For the Board", "B-005", "id"), also={"AP140": "the blank cell itself"}),
    fault("AP608", "a matter without a recommendation", RDG("For the Board", "B-008", recommendation=None), at=RDG.cell("For the Board", "B-008", "id"), also={"AP140": "the blank cell itself"}),
    fault("AP609", "a decision with one option", RDG("For the Board", "B-006", option_b=None, confidence_b=None)),
    fault("AP610", "a risky matter RDG has not answered", RDG.gone("Answers to Workspaces", "N-CWF-003"), at=CWF.cell("For RDG", "N-CWF-003", "carries")),
    fault("AP611", "a Workspace that has not met", CAP("Start here", met_on="12 May 2026")),
    fault("AP612", "a Workspace without a Chair", CWF("Start here", chair="Vacant")),
    fault("AP612", "a Workspace without a Senior Sponsor", QDD("Start here", sponsor="vacant since April")),
    fault("AP613", "a direction that says how", RDG("For the Board", "B-008", asked=DIRECT, asked_detail="Clear the contract by recruiting two lawyers before July 2026.")),
    fault("AP614", "a direction without a day", RDG("For the Board", "B-008", asked=DIRECT, asked_detail="See the contract signed.", by_when=None), also={"AP273": "nor is there a day to decide it by"}),
    fault("AP623", "a decision on another group named", RDG("Task & Finish Groups", "TF-002", decision="D-003")),
    fault(
        "AP600",
        "the items of two decisions exchanged",
        LOG("Decisions", "D-005", item="M-CAP-010"),
        LOG("Decisions", "D-006", item="M-CWF-001"),
        at=tuple(LOG.cell("Decisions", ref, "item") for ref in ("D-005", "D-006")),
    ),
    fault("AP625", "a decision under another matter", RDG.may("For the Board", "B-004", asked="Approve strategy or plan"), LOG("Decisions", "D-007", item="B-004"), at=LOG.cell("Decisions", "D-007", "item"), also={"AP316": "the matter it was about has no decision"}),
    fault("AP626", "another day in an earlier decision", LOG("Decisions", "D-006", on=date(2026, 5, 21))),
    fault("AP627", "decided at the meeting that is still to come", LOG("Decisions", "D-007", on=date(2026, 7, 16))),
    fault("AP627", "an action agreed there", LOG("Actions", "A-035", agreed=date(2026, 7, 16)), also={"AP293": "due before it was agreed"}),
    fault("AP626", "a condition the Board did not set", LOG("Decisions", "D-004", value=30)),
    fault("AP615", "a boiler at the Board", LOG("Exceptional issues", "X-002", issue="The boiler of one provider failed twice.")),
    fault("AP615", "a partner’s invoices at the Board", COL("Concerns", "P-COL-2026-06-1", ask="Pay our taxi invoices by 14 August.")),
    fault("AP616", "a challenge closed without its outcome", LOG("Challenges", "C-012", status="Closed", outcome=None)),
    fault("AP616", "a challenge closed without an answer", LOG("Challenges", "C-013", status="Closed", outcome="Carried"), at=LOG.cell("Challenges", "C-013", "response")),
    fault("AP617", "terms of reference due for review", toml=('body = "Reform Delivery Group", last = "2026-05", due = "2027-05"', 'body = "Reform Delivery Group", last = "2025-07", due = "2026-07"'), at=Printed("pack.toml › board.reviews")),
    fault("AP618", "a slip beyond what the Board set", CAP("Milestones", "M-CAP-010", forecast=date(2027, 5, 31)), toml=(NOT_BROUGHT, "value = 200"), also={"AP219": "at risk, and months late"}),
    fault(
        "AP618",
        "a score beyond what the Board set",
        CWF("Risks", "R-CWF-001", this_month="Changed", changed="Two more left.", consequence=5, inherent_consequence=5),
        also={"AP334": "its inherent score is another"},
        toml=('name = "Score at which a risk comes to the Board"', 'name = "Score at which a risk comes to the Board"\nvalue = 21'),
        at=CWF.cell("Risks", "R-CWF-001", "likelihood"),
    ),
    fault("AP619", "RDG accepts a system risk", RDG("Advise and assure", "Assure", statement="RDG has accepted the system risk on reviews.")),
    fault("AP619", "a Workspace approves the plan", CAP("Start here", headline="We have approved the Reform Plan for places.")),
    fault("AP619", "RDG ratifies a group", RDG("Start here", headline="RDG ratified a Task & Finish Group on therapy waits.")),
    fault("AP620", "a Workspace’s matter sent to the Board, and not brought", RDG("For the Board", "B-005", linked="M-CAP-007, R-CAP-004"), at=RDG.cell("Answers to Workspaces", "N-CAP-003", "answer")),
    fault("AP620", "an ask answered “For the Board”, and not brought", RDG("You said, we did", "V-SAH-2026-05-ask", answer="For the Board")),
    fault("AP622", "a Workspace ranked", QDD("Start here", headline="We are no longer the weakest Workspace of the three.")),
    fault("AP622", "a league table", RDG("Confidence", "Overall", forward="A league table of teams from August.")),
)  # fmt: skip
