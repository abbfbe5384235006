"""The faults that are planted, one at a time, in the sample month: each in a workbook, at a cell, and what must find it."""

from __future__ import annotations

from datetime import date
from typing import Any

from planting import Edit, Fault, header, hidden_row, note, row_gone, title_of_document

from assurance_pack.model import Month
from assurance_pack.returns.board_log import Action, Challenge, ExceptionalIssue
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import (
    AnswerToWorkspace,
    Confidence,
    ForTheBoard,
    Statement,
    TaskAndFinishGroup,
    YouSaidWeDid,
)
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, ForRdg, Milestone, QAFinding, Risk

CAP, CWF, QDD, RDG, LOG = "workspace:CAP", "workspace:CWF", "workspace:QDD", "rdg:RDG", "board_log:BOARD"
MAY = Month("2026-05")
NHS, UPN, ULN = "999 000 0018", "N331999925001", "9276308686"


def m(sender: str, ref: str, column: str, value: Any = None, **more: Any) -> Edit:
    return Edit(sender, Milestone, ref, column, value, **more)


def r(sender: str, ref: str, column: str, value: Any = None, **more: Any) -> Edit:
    return Edit(sender, Risk, ref, column, value, **more)


def q(sender: str, ref: str, column: str, value: Any = None, **more: Any) -> Edit:
    return Edit(sender, QAFinding, ref, column, value, **more)


def b(ref: str, column: str, value: Any = None, **more: Any) -> Edit:
    return Edit(RDG, ForTheBoard, ref, column, value, **more)


def log(kind: Any, ref: str, column: str, value: Any = None, **more: Any) -> Edit:
    return Edit(LOG, kind, ref, column, value, **more)


def fault(rule: str, story: str, *edits: Edit, at: str = "", besides: str = "") -> Fault:
    return Fault(rule, story, edits, at, frozenset(besides.split()))


OPEN_FINDING = (q(CAP, "Q-CAP-003", "status", "Open"), q(CAP, "Q-CAP-003", "due", date(2026, 9, 30)))

GUARD = (
    fault("AP501", "an NHS number in a mitigation", r(CAP, "R-CAP-004", "controls", f"Weekly site review, see NHS {NHS}")),
    fault("AP501", "an NHS number stored as a number", q(QDD, "Q-QDD-008", "sample", 9990000018)),
    fault("AP501", "an NHS number in a note", m(CAP, "M-CAP-002", "title", how=note(f"see {NHS}"))),
    fault(
        "AP501",
        "an NHS number in the document's properties",
        m(CAP, "M-CAP-002", "id", how=title_of_document(f"NHS {NHS}")),
        at="› subject",
    ),
    fault("AP502", "a pupil number in a hidden row", m(CAP, "M-CAP-008", "shaped_by", how=hidden_row(f"Asked for by {UPN}"))),
    fault("AP502", "a pupil number in a page header", r(CWF, "R-CWF-001", "id", how=header(f"Draft {UPN}")), at="› Risks"),
    fault("AP503", "a learner number in the month's progress", m(CWF, "M-CWF-007", "progress", f"31 agreed; {ULN} has left.")),
    fault("AP504", "a National Insurance number in a statement", Edit(RDG, Statement, "Assure", "statement", "Staff AB123456C began.")),
    fault("AP505", "a postcode in an exceptional issue", log(ExceptionalIssue, "X-002", "why_now", "The taxi calls at B33 8TH.")),
    fault("AP506", "a person's e-mail as evidence", m(QDD, "M-QDD-004", "evidence", "Ask jo.bloggs@example.org")),
    fault("AP507", "a telephone number in an update", log(Action, "A-028", "update", "Ring 07700 900123 first.")),
    fault("AP508", "a date of birth in a finding", q(CWF, "Q-CWF-002", "finding", "One record, DOB 12/03/2015, had no advice.")),
    fault("AP509", "a case reference in a partner's concern", Edit("partner:NHS", Concern, "", "concern", "Case ref: 448210 is stuck.")),
    fault(
        "AP510",
        "one child's story from young people",
        Edit("voice:YPG", Voice, "", "not_working", "One pupil was locked out for weeks."),
        besides="AP401",
    ),
    fault("AP511", "a named child in the month's progress", m(CAP, "M-CAP-004", "progress", "Aisha's mum says the route is safe.")),
    fault("AP512", "a pupil number with a letter wrong", Edit(CAP, ForRdg, "N-CAP-003", "options", "See M331999925001.")),
    fault("AP513", "an owner by name", r(CAP, "R-CAP-004", "owner", "Sarah Jones")),
)

MOVEMENT = (
    fault("AP301", "a milestone that is not there any more", m(CAP, "M-CAP-008", "id", how=row_gone), at="› Milestones"),
    fault("AP301", "a risk that is not there any more", r(QDD, "R-QDD-005", "id", how=row_gone), at="› Risks"),
    fault("AP301", "an action that is not there any more", log(Action, "A-032", "id", how=row_gone), at="› Actions"),
    fault("AP302", "an ID used for something else", m(CAP, "M-CAP-004", "title", "Minibus hire let to one operator")),
    fault(
        "AP302",
        "two titles exchanged",
        m(CAP, "M-CAP-002", "title", "Sufficiency forecast to 2031 agreed by all partners"),
        m(CAP, "M-CAP-003", "title", "Four more primary inclusion bases open"),
    ),
    fault("AP303", "a baseline moved", m(CAP, "M-CAP-008", "baseline", date(2026, 9, 18))),
    fault(
        "AP304",
        "complete in May, on track now",
        m(QDD, "M-QDD-003", "status", "On track"),
        m(QDD, "M-QDD-003", "this_month", "Changed"),
        m(QDD, "M-QDD-003", "forecast", date(2026, 7, 20)),
        m(QDD, "M-QDD-003", "actual"),
        m(QDD, "M-QDD-003", "progress", "Reopened."),
        m(QDD, "M-QDD-003", "baseline", date(2026, 7, 20)),
        m(QDD, "M-QDD-003", "reference", "D-007"),
        besides="AP401",
    ),
    fault("AP305", "at risk for a third month", m(CAP, "M-CAP-009", "status", "At risk"), m(CAP, "M-CAP-009", "path_to_green", "By July.")),
    fault(
        "AP306",
        "told as in May and April",
        m(CAP, "M-CAP-002", "progress", "Drawings are with the schools."),
        m(CAP, "M-CAP-002", "progress", "Drawings are with the schools.", month=MAY),
        m(CAP, "M-CAP-002", "progress", "Drawings are with the schools.", month=Month("2026-04")),
    ),
    fault(
        "AP307",
        "not reviewed for a second month",
        r(CAP, "R-CAP-005", "this_month", None, month=MAY),
        r(CAP, "R-CAP-005", "changed", None, month=MAY),
        at="Risks!A9",
    ),
    fault(
        "AP308",
        "better, with nothing new",
        m(CAP, "M-CAP-009", "progress"),
        m(CAP, "M-CAP-009", "evidence"),
        m(CAP, "M-CAP-009", "evidence", None, month=MAY),
        besides="AP141 AP140 AP403",
    ),
    fault("AP309", "later for a second month, and not brought", b("B-006", "linked", "R-QDD-002, M-QDD-006"), at="Milestones!G8"),
    fault("AP310", "a score that rose in silence", r(CAP, "R-CAP-004", "changed")),
    fault("AP311", "confidence that fell, and nothing brought", Edit(RDG, Confidence, "5 Preparing for adulthood", "confidence", "Amber")),
    fault("AP312", "an action past its day", log(Action, "A-032", "due", date(2026, 6, 10))),
    fault("AP313", "a challenge RDG did not answer", Edit(RDG, ChallengeToAnswer, "C-014", "response")),
    fault(
        "AP314",
        "an ask without its answer",
        Edit(RDG, YouSaidWeDid, "V-SEN-2026-05-ask", "id", how=row_gone),
        at="May.xlsx › Your words!C12",
    ),
)

AUTHORITY = (
    fault("AP601", "a Workspace tolerates a system risk", r(CAP, "R-CAP-006", "response", "Tolerate")),
    fault(
        "AP602",
        "accepted by a decision on something else",
        r(CAP, "R-CAP-006", "response", "Tolerate"),
        r(CAP, "R-CAP-006", "decision", "D-007"),
    ),
    fault(
        "AP603",
        "a new extreme risk in no category",
        r(CWF, "R-CWF-006", "likelihood", 4),
        r(CWF, "R-CWF-006", "consequence", 4),
        r(CWF, "R-CWF-006", "categories"),
        besides="AP402",
    ),
    fault(
        "AP604",
        "a mandatory risk put under one that is not",
        r(CWF, "R-CWF-006", "status", "Managed by another ID"),
        r(CWF, "R-CWF-006", "managed_by", "R-CWF-002"),
    ),
    fault("AP605", "a category taken off an open risk", r(CAP, "R-CAP-004", "categories", "Sufficiency")),
    fault(
        "AP606",
        "a group begun before it is ratified",
        Edit(RDG, TaskAndFinishGroup, "TF-002", "status", "Active"),
        Edit(RDG, TaskAndFinishGroup, "TF-002", "started", date(2026, 6, 8)),
        at="Task & Finish Groups!F6",
    ),
    fault("AP606", "a group ratified by a decision on something else", Edit(RDG, TaskAndFinishGroup, "TF-001", "decision", "D-005")),
    fault("AP607", "a group past its end", Edit(RDG, TaskAndFinishGroup, "TF-001", "ends", date(2026, 5, 31))),
    fault("AP608", "a matter without RDG's confidence", b("B-005", "confidence"), at="For the Board!A5", besides="AP140"),
    fault("AP609", "a decision with one option", b("B-006", "option_b"), b("B-006", "confidence_b")),
    fault("AP610", "a risky matter RDG has not answered", Edit(RDG, AnswerToWorkspace, "N-CWF-003", "id", how=row_gone), at="For RDG!C5"),
    fault("AP611", "a Workspace that has not met", Edit(CAP, Cover, "", "met_on", "12 May 2026")),
    fault("AP612", "a Workspace without a Chair", Edit(CWF, Cover, "", "chair", "Vacant")),
    fault(
        "AP613",
        "a direction that says how",
        b("B-008", "asked", "Direct RDG"),
        b("B-008", "asked_detail", "Clear the contract by recruiting two more lawyers before July 2026."),
    ),
    fault(
        "AP614",
        "a direction without a day",
        b("B-008", "asked", "Direct RDG"),
        b("B-008", "asked_detail", "See the contract signed."),
        b("B-008", "by_when"),
    ),
    fault("AP615", "a boiler at the Board", log(ExceptionalIssue, "X-002", "issue", "The boiler of one provider failed twice.")),
    fault(
        "AP616", "a challenge closed without its outcome", log(Challenge, "C-012", "status", "Closed"), log(Challenge, "C-012", "outcome")
    ),
    fault(
        "AP619", "RDG accepts a system risk", Edit(RDG, Statement, "Assure", "statement", "RDG has accepted the system risk on reviews.")
    ),
    fault("AP620", "sent to the Board, and not brought", b("B-005", "linked", "M-CAP-007, R-CAP-004"), at="Answers to Workspaces!C5"),
    fault("AP622", "a Workspace ranked", Edit(QDD, Cover, "", "headline", "We are no longer the weakest Workspace of the three.")),
)

TRIANGULATION = (
    fault(
        "AP401",
        "an audit against a green milestone",
        q(CAP, "Q-CAP-003", "theme", "Travel assistance"),
        q(CAP, "Q-CAP-003", "reading", "Concern"),
        *OPEN_FINDING,
    ),
    fault("AP402", "a severe risk against a milestone on track", r(CAP, "R-CAP-004", "linked", "M-CAP-007, M-CAP-002"), at="Milestones!E6"),
    fault("AP403", "always green, soon due, nothing to show", m(QDD, "M-QDD-007", "evidence")),
    fault(
        "AP405",
        "a concern of two lenses on no register",
        q(QDD, "Q-QDD-007", "theme", "Neurodevelopmental and mental health pathways"),
        m(CWF, "M-CWF-010", "status", "Off track"),
        m(CWF, "M-CWF-010", "path_to_green", "A second course from September."),
        besides="AP401 AP408 AP409 AP410",
    ),
    fault(
        "AP406",
        "a concern nothing takes up",
        q(QDD, "Q-QDD-006", "reading", "Concern"),
        q(QDD, "Q-QDD-006", "linked"),
        q(QDD, "Q-QDD-006", "theme", "Attendance and children missing education"),
    ),
    fault(
        "AP407",
        "one risk on two registers",
        r(CWF, "R-CWF-006", "title", "Building schemes slip, so children lack the place named for them."),
    ),
    fault(
        "AP408",
        "one data set in two Workspaces",
        q(CAP, "Q-CAP-003", "theme", "EHC plans: quality and reviews"),
        q(CAP, "Q-CAP-003", "source", "Reviews held, May 2026"),
        *OPEN_FINDING,
    ),
    fault("AP409", "families not heard on a theme of the plan", m(CAP, "M-CAP-008", "theme", "Attendance and children missing education")),
    fault(
        "AP410",
        "an extreme risk no figure speaks of",
        r(CWF, "R-CWF-006", "likelihood", 4),
        r(CWF, "R-CWF-006", "consequence", 4),
        r(CWF, "R-CWF-006", "theme", "Travel assistance"),
        besides="AP402",
    ),
)

SENSE = (
    fault("AP201", "complete without its day", m(CAP, "M-CAP-005", "actual")),
    fault("AP202", "complete without evidence", m(CAP, "M-CAP-005", "evidence")),
    fault("AP205", "on track, and past its day", m(CAP, "M-CAP-004", "forecast", date(2026, 6, 12))),
    fault("AP207", "on track, a month late", m(CAP, "M-CAP-004", "forecast", date(2026, 10, 30))),
    fault("AP208", "off track with no path to green", m(CAP, "M-CAP-007", "path_to_green")),
    fault("AP240", "more graded than sampled", q(QDD, "Q-QDD-006", "good", 40)),
    fault("AP260", "one ID on two rows", m(CAP, "M-CAP-009", "id", "M-CAP-008"), besides="AP301 AP302 AP303"),
    fault("AP262", "a link to nothing", r(CAP, "R-CAP-004", "linked", "M-CAP-070")),
    fault("AP280", "mandatory, and none of the four", b("B-006", "categories")),
    fault("AP291", "significant, and no action", log(Challenge, "C-015", "action")),
)

FAULTS = (*GUARD, *MOVEMENT, *AUTHORITY, *TRIANGULATION, *SENSE)
