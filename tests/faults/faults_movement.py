"""Planted for movement: what does not follow from May’s return, or from April’s."""

from __future__ import annotations

from datetime import date

from fault import CAP, CWF, LOG, NEXT, NHS, QDD, RDG, SEN, Printed, fault

SAME = "Drawings are with the schools."
REOPENED = {
    "this_month": "Changed", "status": "On track", "progress": "Reopened.", "actual": None, "forecast": date(2026, 7, 20),
}  # fmt: skip

ASKS_OF_JUNE = (
    "V-PCF-2026-05-ask", "V-SEN-2026-05-ask", "V-SAH-2026-05-ask", "V-SEN-2026-04-ask", "V-YPG-2026-04-ask", "P-SFM-2026-04-1", "P-NHS-2026-05-1",
)  # fmt: skip
ANSWERS_OF_JUNE = (
    "How calls are counted is published by 10 July; callers are asked a week later.",
    "No form changes from 1 July until after Easter 2027.",
    "One list goes to heads each Monday from 6 July.",
    "In place in 74 of 118 schools; the rest by October.",
    "Review invitations ask for a time, from September.",
    "Draft bands on 24 July; new bands from April 2027.",
)
UPDATES_A_ROW_LOW = (
    ("A-029", "The share was not taken by the committee."),
    ("A-031", "The count of children went to the Chair."),
    ("A-032", "Every family has its letter."),
    ("A-033", "Two phases are in the paper."),
)
CONFIDENCE_IN_APRIL = {
    "Overall": {
        "confidence": "Green",
        "reason": "Most milestones are on time, and those that are not have a way back.",
        "forward": "Planning decision on the second secondary base, 19 May.",
    },
    "1 Early help in mainstream": {"reason": "Six primary bases opened on the first day of term."},
    "2 Enough of the right places": {
        "confidence": "Green",
        "reason": "The contract is late, but a way to build within budget is known.",
        "forward": "Two phases priced, if the Board agrees the new date.",
    },
    "3 Good plans, on time": {"reason": "Plans are faster. One review in four is late."},
    "4 Workforce and therapies": {"reason": "Half the Experts at Hand posts are empty and the therapies contract is unsigned."},
}  # fmt: skip
MOVEMENT = (
    fault(
        "AP333",
        "two statuses exchanged",
        CWF("Milestones", "M-CWF-005", status="At risk", forecast=date(2026, 8, 14)),
        CWF("Milestones", "M-CWF-008", status="Off track"),
    ),
    fault(
        "AP335",
        "a figure of April, two digits the other way round",
        QDD("Indicators", ("New EHC plans within 20 weeks, excluding exceptions", date(2026, 4, 30)), numerator=68),
    ),
    fault("AP334", "a system risk called a delivery risk", CAP("Risks", "R-CAP-006", level="Delivery")),
    fault("AP301", "a milestone that is not there any more", CAP.gone("Milestones", "M-CAP-008"), at="Milestones"),
    fault("AP301", "a risk that is not there any more", QDD.gone("Risks", "R-QDD-005"), at="Risks"),
    fault("AP301", "a programme risk of RDG that is not there any more", RDG.gone("Risks", "R-RDG-001"), at="Risks"),
    fault("AP301", "a finding that is not there any more", QDD.gone("QA findings", "Q-QDD-005"), at="QA findings"),
    fault("AP301", "an action that is not there any more", LOG.gone("Actions", "A-032"), at="Actions"),
    fault("AP301", "a challenge that is not there any more", LOG.gone("Challenges", "C-012"), at="Challenges"),
    fault("AP301", "a Task & Finish Group that is not there any more", RDG.gone("Task & Finish Groups", "TF-001"), at="Task & Finish Groups"),
    fault("AP302", "an ID used for something else", CAP("Milestones", "M-CAP-004", title="Minibus hire let to one operator")),
    fault(
        "AP300",
        "one column sorted alone",
        CAP("Milestones", "M-CAP-002", title="Sufficiency forecast to 2031 agreed by all partners"),
        CAP("Milestones", "M-CAP-003", title="Four more primary inclusion bases open"),
        also={"AP401": "the question on bases names the milestones whose titles speak of them"},
    ),
    fault("AP302", "an earlier matter’s ID on a new matter", RDG("For the Board", "B-008", id="B-003"), also={"AP262": "words that name the new one", "AP620": "what was sent on to it"}),
    fault("AP302", "a risk’s ID used again", CAP("Risks", "R-CAP-001", title="Ransomware takes the payments ledger down.", this_month="Changed")),
    fault("AP320", "a goal that moved", CAP("Milestones", "M-CAP-003", title="Sufficiency forecast to 2035 agreed by all partners")),
    fault("AP320", "a success measure that asks for less", CAP("Milestones", "M-CAP-005", success="Two changing places in use")),
    fault("AP303", "a baseline moved", CAP("Milestones", "M-CAP-008", baseline=date(2026, 9, 18))),
    fault(
        "AP303",
        "a baseline moved a second time",
        CAP.may("Milestones", "M-CAP-008", baseline=date(2026, 9, 4)),
        CAP("Milestones", "M-CAP-008", baseline=date(2026, 9, 18)),
        at=CAP.cell("Milestones", "M-CAP-008", "baseline"),
    ),
    fault(
        "AP304",
        "complete in May, on track now",
        QDD("Milestones", "M-QDD-003", **REOPENED, baseline=date(2026, 7, 20), reference="Plan 3.3, revised"),
    ),
    fault("AP304", "a risk closed in May, open now", QDD.may("Risks", "R-QDD-003", status="Closed"), QDD("Risks", "R-QDD-003", this_month="Changed"), at=QDD.cell("Risks", "R-QDD-003", "status")),
    fault("AP305", "at risk for a third month", CAP("Milestones", "M-CAP-009", status="At risk", path_to_green="By July.")),
    fault(
        "AP306",
        "told as in May and April",
        CAP("Milestones", "M-CAP-002", progress=SAME),
        CAP.may("Milestones", "M-CAP-002", progress=SAME),
        CAP.april("Milestones", "M-CAP-002", progress=SAME),
    ),
    fault(
        "AP307",
        "a risk not reviewed for a second month",
        CAP.may("Risks", "R-CAP-005", this_month=None, changed=None),
        at=CAP.cell("Risks", "R-CAP-005", "this_month"),
    ),
    fault(
        "AP307",
        "a finding not reviewed for a second month",
        QDD.may("QA findings", "Q-QDD-003", this_month=None),
        QDD("QA findings", "Q-QDD-003", this_month=None),
        also={"AP141": "“This month” is blank", "AP401": "what was last said of it, in April, is cited in its place"},
    ),
    fault("AP308", "better, with nothing new", CAP("Milestones", "M-CAP-009", evidence="Survey log, 28 May 2026", progress=None), also={"AP140": "progress is asked for"}),
    fault("AP309", "later for a second month", RDG("For the Board", "B-006", linked="R-QDD-002, M-QDD-006"), at=QDD.cell("Milestones", "M-QDD-005", "forecast")),
    fault("AP310", "a score that rose in silence", CAP("Risks", "R-CAP-004", changed=None)),
    fault("AP310", "a score that fell with last month’s words", CWF("Risks", "R-CWF-003", likelihood=3, changed="No committee date. Score unchanged.")),
    fault("AP318", "a risk of the highest band closed in silence", CAP("Risks", "R-CAP-006", this_month="Close", status="Closed", likelihood=4, consequence=4, changed=None), at=CAP.cell("Risks", "R-CAP-006", "status")),
    fault("AP319", "a risk gone since May and not heard of again", CAP.may.gone("Risks", "R-CAP-004"), CAP.gone("Risks", "R-CAP-004"), at=CAP.april.cell("Risks", "R-CAP-004", "this_month")),
    fault("AP311", "confidence in a priority fell, and nothing is brought", RDG("Confidence", "5 Preparing for adulthood", confidence="Amber")),
    fault("AP322", "an action put off, and its update emptied", LOG("Actions", "A-028", due=date(2026, 8, 31), update=None)),
    fault("AP323", "an outcome called met", LOG("Decisions", "D-006", status="Met"), at=(LOG.cell("Decisions", "D-006", "status"), CAP.cell("Milestones", "M-CAP-010", "status"))),
    fault("AP324", "an issue closed in the month in which it was raised", LOG("Exceptional issues", "X-003", status="Closed")),
    fault("AP324", "an issue closed in the words of something else", LOG.may("Exceptional issues", NEXT, id="X-002", raised_by="RDG", issue="Two minibuses of one school failed their test in April.", why_now="Term.", status="Open"), LOG("Exceptional issues", "X-002", status="Closed", issue="Two classrooms of one school failed a check of fire doors."), at=LOG.cell("Exceptional issues", "X-002", "issue")),
    fault("AP325", "one milestone’s progress beside another", CAP("Milestones", "M-CAP-008", progress="Two of the three are in and signed."), CAP("Milestones", "M-CAP-003", progress="Two of the three are in and signed."), at=(CAP.cell("Milestones", "M-CAP-003", "progress"), CAP.cell("Milestones", "M-CAP-008", "progress"))),
    fault("AP325", "one risk’s news beside another", CAP("Risks", "R-CAP-006", changed="Both bases will miss September: likelihood is 5, was 4."), at=tuple(CAP.cell("Risks", ref, "changed") for ref in ("R-CAP-004", "R-CAP-006"))),
    fault("AP325", "the rationale of one decision beside another", LOG("Decisions", "D-007", rationale="Half the places stay on time and the budget holds."), at=tuple(LOG.cell("Decisions", ref, "rationale") for ref in ("D-006", "D-007"))),
    fault(
        "AP327",
        "the answers of two milestones exchanged",
        CAP("Milestones", "M-CAP-007", forecast=date(2026, 7, 24), path_to_green="The top-up review is late. A plan with a range goes to Schools Forum on 24 July."),
        CAP("Milestones", "M-CAP-006", forecast=date(2027, 1, 4), path_to_green="Second tender by 31 July. Interim rooms, if the Board agrees."),
        at=tuple(CAP.cell("Milestones", ref, name) for ref in ("M-CAP-006", "M-CAP-007") for name in ("forecast", "path_to_green")),
    ),
    fault("AP328", "the days of two actions exchanged", LOG("Actions", "A-028", due=date(2026, 6, 19)), LOG("Actions", "A-029", due=date(2026, 5, 29)), at=tuple(LOG.cell("Actions", ref, "due") for ref in ("A-028", "A-029"))),
    fault("AP329", "one milestone’s news a row too low", CAP("Milestones", "M-CAP-009", progress="Walls of all five teaching rooms are plastered; hoists wait."), at=CAP.cell("Milestones", "M-CAP-009", "progress")),
    fault(
        "AP330",
        "April’s confidence in June",
        *(RDG("Confidence", about, **said) for about, said in CONFIDENCE_IN_APRIL.items()),
        at=RDG.cell("Confidence", "Overall", "reason"),
        also={"AP238": "the headline is June's, and says Amber"},
    ),
    fault("AP331", "one milestone’s news of April", CAP.april("Milestones", "M-CAP-002", progress="Drawings are with all four schools now."), CAP("Milestones", "M-CAP-002", progress="Drawings are with all four schools now.")),
    fault("AP326", "May’s concern sent again", NHS.may("Concerns", "P-NHS-2026-05-1", concern="Taxis come late.", done="Told the team twice.", ask="Settle it."), NHS("Concerns", "P-NHS-2026-06-1", concern="Taxis come late.", done="Told the team twice.", ask="Settle it."), at=tuple(NHS.cell("Concerns", "P-NHS-2026-06-1", n) for n in ("concern", "done", "ask"))),
    fault("AP312", "an action past its day", LOG("Actions", "A-032", due=date(2026, 6, 10))),
    fault(
        "AP339",
        "two IDs exchanged beside the words they came with",
        RDG("You said, we did", "V-PCF-2026-05-ask", id="V-SEN-2026-05-ask"),
        at=(RDG.cell("You said, we did", "V-PCF-2026-05-ask", "id"), RDG.cell("You said, we did", "V-PCF-2026-05-ask", "said")),
        also={"AP267": "the ID stands twice", "AP314": "the other ask has no answer"},
    ),
    fault("AP323", "an outcome called met while its figure is not", LOG("Decisions", "D-004", status="Met"), at=LOG.cell("Decisions", "D-004", "status")),
    fault("AP313", "a challenge RDG did not answer", RDG("Challenges to answer", "C-014", response=None)),
    fault("AP313", "a challenge a Workspace did not answer in time", LOG("Challenges", "C-015", answer_by=date(2026, 6, 26)), at=LOG.cell("Challenges", "C-015", "response")),
    fault(
        "AP336",
        "all answers pasted a row too low",
        *(RDG("You said, we did", ref, did=did, impact=None) for ref, did in zip(ASKS_OF_JUNE, ("The service says so in July.", *ANSWERS_OF_JUNE), strict=False)),
        at=tuple(RDG.cell("You said, we did", ref, "did") for ref in ASKS_OF_JUNE[2:]),
        also={"AP328": "some stood beside another ask in May"},
    ),
    fault(
        "AP337",
        "updates pasted a row too low",
        *(LOG("Actions", ref, update=update) for ref, update in UPDATES_A_ROW_LOW),
        at=tuple(LOG.cell("Actions", ref, "update") for ref, _ in UPDATES_A_ROW_LOW),
        also={"AP329": "two of them tell the other by two words"},
    ),
    fault("AP314", "a group’s ask taken off the list of answers", RDG.gone("You said, we did", "V-SEN-2026-05-ask"), at=SEN.may.cell("Your words", "", "ask")),
    fault("AP314", "a partner’s ask left without an answer", RDG("You said, we did", "P-NHS-2026-05-1", answer=None), at=NHS.may.cell("Concerns", "P-NHS-2026-05-1", "ask"), also={"AP140": "the answer is asked for"}),
    fault("AP317", "a Workspace answers another's challenge", CAP("Challenges to answer", "C-012", id="C-015"), at=CAP.cell("Challenges to answer", "C-012", "id"), also={"AP313": 1}),
    fault("AP316", "a matter of May of which the log says nothing", LOG.gone("Decisions", "D-007"), at=RDG.may.cell("For the Board", "B-003", "asked"), also={"AP262": "words that name the decision"}),
    fault("AP315", "the definition of a status changed", toml=('definition = "Within 7 days of the baseline."', 'definition = "Within 30 days of the baseline."'), at=Printed("pack.toml › lists.milestone_status")),
    fault("AP315", "the risk bands changed", toml=('name = "Extreme"\nleast = 15', 'name = "Extreme"\nleast = 16'), at=Printed("pack.toml › bands")),
)  # fmt: skip
