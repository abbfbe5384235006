"""Planted for sense: cells of a row, and rows of the returns, that do not agree with each other."""

from __future__ import annotations

from datetime import date

from fault import CAP, CWF, LOG, NEXT, QDD, RDG, SEN, fault

MILESTONES, RISKS, QA, FIGURES, BOARD = "Milestones", "Risks", "QA findings", "Indicators", "For the Board"
REVIEWS = ("Annual reviews completed in time", date(2026, 5, 31))
CALLS = ("Calls from families answered within two working days", date(2026, 5, 31))
NO_PLACE_IN_APRIL = ("Children with a plan and no named place for September", date(2026, 4, 30))
POSTS = ("Educational psychologist posts vacant", date(2026, 5, 31))
GAP = {"AP259": "the month whose row it was has none now"}
HIGH_NEEDS = ("High needs block, forecast variance at year end", date(2026, 5, 31))

SENSE = (
    # milestones
    fault("AP201", "complete without its day", CAP(MILESTONES, "M-CAP-005", actual=None)),
    fault("AP202", "complete without evidence", CAP(MILESTONES, "M-CAP-005", evidence=None)),
    fault("AP203", "done on a day that has not come", CAP(MILESTONES, "M-CAP-005", actual=date(2026, 7, 14))),
    fault("AP204", "an actual date on a milestone on track", CAP(MILESTONES, "M-CAP-008", actual=date(2026, 6, 20))),
    fault("AP232", "withdrawn by a decision that is not in the log", CAP("Milestones", "M-CAP-003", status="Withdrawn", this_month="Close", reference="D-099")),
    fault("AP239", "complete by RDG's word alone", RDG("Milestones", "M-CWF-006", status="Complete"), also={"AP409": "a milestone that is done is asked nothing more"}),
    fault("AP234", "replaced by a decision that is not in the log", LOG("Decisions", "D-006", status="Replaced", rationale="By D-099.")),
    fault("AP225", "a risk put under an ID that is on no register", CAP(RISKS, "R-CAP-002", this_month="Changed", status="Managed by another ID", managed_by="R-CAP-099")),
    fault("AP247", "closed, and its action emptied", CWF("QA findings", "Q-CWF-002", status="Closed, loop checked", action=None)),
    fault("AP275", "an option recommended that is not before the Board", RDG("For the Board", "B-006", recommendation="Option C. It comes back in July.")),
    fault("AP200", "an action newly agreed, due a year on", LOG("Actions", "A-035", due=date(2027, 7, 10), update="A first draft is with the helpline.")),
    fault("AP200", "a review in the year before", CAP(RISKS, "R-CAP-004", next_review=date(2025, 7, 31))),
    fault("AP205", "on track, and past its day", CAP(MILESTONES, "M-CAP-004", forecast=date(2026, 6, 12))),
    fault("AP206", "off track, and its forecast has passed", CAP(MILESTONES, "M-CAP-007", forecast=date(2026, 6, 12))),
    fault("AP207", "on track, a month late", CAP(MILESTONES, "M-CAP-004", forecast=date(2026, 10, 30))),
    fault("AP219", "at risk, half a year late", QDD(MILESTONES, "M-QDD-005", status="At risk")),
    fault("AP208", "off track with no path to green", CAP(MILESTONES, "M-CAP-007", path_to_green=None)),
    fault("AP209", "a milestone nobody reviewed, without a forecast", CWF(MILESTONES, "M-CWF-006", forecast=None)),
    fault("AP210", "paused, and RDG did not pause it", CAP(MILESTONES, "M-CAP-008", status="Paused by RDG")),
    fault("AP211", "withdrawn without a decision", CAP(MILESTONES, "M-CAP-008", status="Withdrawn"), at=CAP.cell(MILESTONES, "M-CAP-008", "reference")),
    fault("AP212", "“Reviewed, no change”, and the lead changed", CAP(MILESTONES, "M-CAP-001", lead="Head of Education Capital")),
    fault("AP213", "closed while on track", CAP(MILESTONES, "M-CAP-008", this_month="Close")),
    fault("AP214", "called New, and known since April", CAP(MILESTONES, "M-CAP-010", this_month="New")),
    fault("AP215", "new, and not in the plan", QDD(MILESTONES, "M-QDD-010", reference=None)),
    fault("AP216", "due before what it depends on", CAP(MILESTONES, "M-CAP-008", depends_on="M-CAP-010")),
    fault("AP217", "a milestone that waits for itself", CAP(MILESTONES, "M-CAP-008", depends_on="M-CAP-008")),
    fault("AP217", "two that wait for each other", QDD(MILESTONES, "M-QDD-006", depends_on="M-QDD-009")),
    # risks
    fault("AP220", "worse with its controls than without", QDD(RISKS, "R-QDD-001", inherent_likelihood=1)),
    fault("AP221", "a target above the score now", QDD(RISKS, "R-QDD-001", target_likelihood=3)),
    fault("AP222", "a severe risk nobody owns", CAP(RISKS, "R-CAP-004", owner="Vacant")),
    fault(
        "AP230", "a severe risk called reviewed by a date months old", CAP(RISKS, "R-CAP-004", this_month="Reviewed, no change", last_reviewed=date(2026, 2, 12)),
        also={"AP212": "its score did change"},
    ),
    fault("AP223", "a review that was due last week", CAP(RISKS, "R-CAP-004", next_review=date(2026, 6, 26))),
    fault("AP224", "reviewed after its next review", CAP(RISKS, "R-CAP-004", last_reviewed=date(2026, 8, 3)), at=CAP.cell(RISKS, "R-CAP-004", "next_review")),
    fault("AP225", "managed by another, and none named", QDD(RISKS, "R-QDD-001", status="Managed by another ID"), at=QDD.cell(RISKS, "R-QDD-001", "managed_by")),
    fault("AP226", "new and closed in one month", CWF(RISKS, "R-CWF-006", status="Closed")),
    fault("AP227", "a risk that happened, and not a word", CWF(RISKS, "R-CWF-003", status="Now an issue", changed=None)),
    fault("AP228", "a severe risk with no day for its target", CAP(RISKS, "R-CAP-004", target_date=None)),
    fault("AP229", "a target day that has passed", CAP(RISKS, "R-CAP-004", target_date=date(2026, 5, 29))),
    # quality assurance
    fault("AP240", "more graded than sampled", QDD(QA, "Q-QDD-006", good=40)),
    fault("AP241", "a handful looked at", QDD(QA, "Q-QDD-008", sample=9)),
    fault("AP242", "a period that ends before it begins", QDD(QA, "Q-QDD-008", period_from=date(2026, 6, 5))),
    fault("AP243", "an action due that nobody owns", QDD(QA, "Q-QDD-007", owner=None)),
    fault("AP244", "a report dated before its period ends", QDD(QA, "Q-QDD-008", report_date=date(2026, 5, 20))),
    fault("AP244", "a report dated after the position date", QDD(QA, "Q-QDD-008", report_date=date(2026, 7, 3))),
    fault("AP245", "a loop not closed by its day", QDD(QA, "Q-QDD-007", due=date(2026, 6, 5))),
    fault("AP246", "a concern that leads to nothing", QDD(QA, "Q-QDD-007", action=None)),
    fault("AP249", "a percentage of seven, in words", QDD(QA, "Q-QDD-008", sample=7, finding="43% of the letters came late."), at=QDD.cell(QA, "Q-QDD-008", "finding"), also={"AP241": "seven is a handful, and said so"}),
    fault("AP278", "the sample the other way round", QDD(QA, "Q-QDD-006", sample=63)),
    fault("AP278", "a grade cut short", QDD(QA, "Q-QDD-006", good=2)),
    fault("AP279", "a strength of limited assurance", QDD(QA, "Q-QDD-007", reading="Strength")),
    fault("AP279", "a concern of substantial assurance", QDD(QA, "Q-QDD-007", assurance="Substantial")),
    fault("AP248", "grades without a sample", QDD(QA, "Q-QDD-006", sample=None)),
    # figures
    fault("AP250", "more in time than were due", QDD(FIGURES, REVIEWS, numerator=612)),
    fault("AP251", "a blank figure without a reason", QDD(FIGURES, CALLS, numerator=None, denominator=None), at=QDD.cell(FIGURES, CALLS, "missing")),
    fault("AP252", "a percentage of 710", QDD(FIGURES, REVIEWS, numerator=None, denominator=None, value=710)),
    fault("AP252", "fewer children than none", CAP(FIGURES, NO_PLACE_IN_APRIL, value=-7)),
    fault("AP253", "a value its counts do not come to", QDD(FIGURES, REVIEWS, value=80)),
    fault("AP254", "a figure of a month that has not ended", QDD(FIGURES, REVIEWS, period_end=date(2026, 7, 31)), also=GAP),
    fault("AP255", "two figures for one month", CAP(FIGURES, NO_PLACE_IN_APRIL, period_end=date(2026, 5, 31)), also=GAP),
    fault("AP256", "a percentage written as a fraction", QDD(FIGURES, REVIEWS, numerator=None, denominator=None, value=0.71)),
    fault("AP257", "half a child", CAP(FIGURES, NO_PLACE_IN_APRIL, value=30.5)),
    fault("AP263", "fewer posts than ever", CWF(FIGURES, POSTS, denominator=22.7)),
    fault("AP277", "a count of the row above", QDD(FIGURES, REVIEWS, numerator=87)),
    fault("AP276", "both counts of the row above", QDD(FIGURES, REVIEWS, numerator=87, denominator=138)),
    fault("AP258", "pounds where millions are counted", CAP(FIGURES, HIGH_NEEDS, value=4800000)),
    fault("AP259", "a month left out", QDD.gone(FIGURES, REVIEWS), at="Indicators"),
    # IDs
    fault(
        "AP260",
        "one ID on two rows",
        LOG("Actions", NEXT, id="A-032", agreed=date(2026, 5, 20), action="Set out what two phases mean for children.", owner="Council: Chair", due=date(2026, 7, 31), status="Open"),
        at=(LOG.cell("Actions", "A-032", "id"), LOG.cell("Actions", NEXT, "id")),
    ),
    fault("AP261", "another Workspace’s ID", CWF(RISKS, "R-CWF-006", id="R-QDD-006")),
    fault("AP262", "a risk linked to nothing", CAP(RISKS, "R-CAP-004", linked="M-CAP-070")),
    fault("AP262", "a statement that rests on nothing", RDG("Advise and assure", "Assure", linked="M-QDD-002, Q-QDD-060")),
    fault("AP264", "a judgement of no milestone", RDG(MILESTONES, NEXT, id="M-CAP-070", status="At risk", reason="Late.")),
    fault("AP269", "a milestone pasted under the next free ID", CAP(MILESTONES, NEXT, id="M-CAP-011", this_month="New", title="Adapted teaching rooms open at the further education college", status="On track", priority="2 Enough of the right places", theme="Specialist places and sufficiency", success="Rooms in use", lead="Capital programme manager", accountable="Council: Director of Education", reference="Plan 2.9", baseline=date(2026, 9, 30), forecast=date(2026, 9, 30), progress="On course."), also={"AP401": "one more milestone of a disputed theme is on track"}),
    fault("AP267", "two judgements of one milestone", RDG(MILESTONES, NEXT, id="M-CWF-006", status="Off track", reason="Late.")),
    fault("AP268", "a judgement that does not differ", RDG(MILESTONES, NEXT, id="M-CAP-007", status="Off track", reason="As said.")),
    # RDG and Workspaces
    fault("AP280", "mandatory, and none of the four", RDG(BOARD, "B-006", categories=None)),
    fault("AP281", "needed before the Board meets", RDG(BOARD, "B-006", by_when=date(2026, 7, 3))),
    fault("AP288", "one group under two IDs", RDG("Task & Finish Groups", "TF-002", name="Annual review recovery")),
    fault("AP282", "a group that ends before it starts", RDG("Task & Finish Groups", "TF-001", started=date(2026, 8, 10))),
    fault("AP283", "no overall confidence", RDG.gone("Confidence", "Overall"), at=RDG.cell("Start here", "", "month")),
    fault("AP284", "no confidence in a priority", RDG.gone("Confidence", "5 Preparing for adulthood"), at=RDG.cell("Start here", "", "month")),
    fault("AP285", "None and a risk beside it", QDD("For RDG", "N-QDD-002", carries="Delivery; None")),
    fault("AP286", "families said to agree, and nobody named", RDG(BOARD, "B-006", voices="We think families agree.")),
    fault("AP287", "a risk to accept that is not named", RDG(BOARD, "B-006", linked="M-QDD-005, M-QDD-006")),
    fault("AP289", "a risky proposal with no options", QDD("For RDG", "N-QDD-002", options=None)),
    fault("AP271", "a group that will speak, its form without words", SEN("Your words", working=None, not_working=None, ask=None, will_speak="Yes"), at=SEN.cell("Your words", "", "working")),
    fault("AP218", "waiting for what is withdrawn", CAP(MILESTONES, "M-CAP-010", status="Withdrawn", reference="Plan 2.10, revised"), CAP(MILESTONES, "M-CAP-008", depends_on="M-CAP-010"), at=CAP.cell(MILESTONES, "M-CAP-008", "depends_on")),
    fault("AP231", "a review three weeks off", CAP(RISKS, "R-CAP-004", last_reviewed=date(2026, 7, 20), next_review=date(2026, 8, 30))),
    fault("AP272", "at risk, and not a word of what it means", CAP(MILESTONES, "M-CAP-007", impact=None)),
    fault("AP273", "a decision and no day for it", RDG(BOARD, "B-006", by_when=None)),
    fault("AP274", "letters nobody knows", CAP(MILESTONES, "M-CAP-008", progress="EWMH visits began; the DSPL group was told.")),
    fault("AP290", "words taken down and not read back", SEN("Your words", taken_down_by="Clerk to the Board"), at=SEN.cell("Your words", "", "read_back_on")),
    # the Board log
    fault("AP291", "significant, and no action", LOG("Challenges", "C-015", action=None)),
    fault("AP235", "a sum with its digits turned", RDG("For the Board", "B-005", financial="£0.93m, by re-phasing capital.")),
    fault("AP236", "complete, and not yet done", LOG("Actions", "A-033", update="Not yet done: waiting for the schools.")),
    fault("AP236", "a milestone complete, and a third of it done", CAP("Milestones", "M-CAP-005", progress="40 of 118 schools done.")),
    fault("AP236", "an issue closed, with places still to be found", LOG("Exceptional issues", "X-002", status="Closed")),
    fault("AP236", "an ask done, and its letter planned", RDG("You said, we did", "V-SEN-2026-05-ask", did="A letter is planned for September.")),
    fault("AP292", "done, and not a word how", LOG("Actions", "A-033", update=None)),
    fault("AP293", "answered before it was asked", LOG("Challenges", "C-012", responded=date(2026, 4, 1))),
    fault("AP294", "a waiver of no rule", LOG("Waivers", NEXT, rule="AP199", place="M-CAP-001", reason="Known.", by="Chair", until=date(2026, 9, 1))),
    fault("AP295", "a waiver of what nobody may waive", LOG("Waivers", NEXT, rule="AP501", place="M-CAP-001", reason="Known.", by="Chair", until=date(2026, 9, 1))),
    fault("AP296", "a waiver without an end", LOG("Waivers", "AP202", until=date(2029, 12, 31))),
    fault("AP297", "a condition of 850 in a hundred", LOG("Decisions", "D-004", value=850)),
    fault("AP299", "a condition typed as a fraction", LOG("Decisions", "D-004", value=0.2)),
    fault("AP298", "a direction of the Board without an outcome", LOG("Decisions", "D-007", kind="Direct RDG", outcome=None)),
)  # fmt: skip
