"""What columns and words are called in registers kept elsewhere: after public project risk registers, milestone plans and audit trackers.

The headings of our own forms are known besides (`schema`), and the words of `pack.toml` with their other names (`settings`).
"""

from __future__ import annotations

from collections.abc import Mapping

from ...returns.workspace import IndicatorFigure, Milestone, QAFinding, Risk
from ...schema import Row

_OWN_ID = (
    "id", "ref", "ref no", "reference", "reference number", "no", "number", "item no", "item", "#", "uid", "id number", "line", "s no", "sr no",
    "serial no", "serial", "serial number", "code", "line no", "entry", "entry no", "datix id", "log id", "record no", "wbs", "row id", "unique id", "log no", "index", "key", "identifier",
)  # fmt: skip
_ROLES = (
    "owner", "lead", "responsible", "who", "responsible officer", "responsible person", "assigned to", "lead officer", "named lead", "officer",
    "responsibility", "person responsible", "lead person", "delivery lead", "assignee", "by whom", "lead role", "actionee", "led by", "who is leading", "who will lead", "who is responsible", "who owns it", "allocated to", "action by",
    "responsible lead", "lead organisation", "lead agency", "lead professional", "post responsible", "contact", "nominated lead", "operational lead", "handler",
)  # fmt: skip

HEADINGS: Mapping[type[Row], Mapping[str, tuple[str, ...]]] = {
    Milestone: {
        "own_id": (*_OWN_ID, "milestone id", "milestone ref", "milestone no", "action ref", "action no", "task id", "ms id", "task no", "deliverable id", "plan ref"),
        "title": (
            "milestone", "key milestone", "milestone description", "milestone name", "milestone title", "deliverable", "key deliverable", "action",
            "task", "task name", "activity", "key activity", "what", "what will we do", "what we will do", "actions", "description", "title", "name",
            "output", "key action", "step", "objective", "milestone deliverable", "summary", "action description", "action required", "outcome or milestone",
            "project", "work item", "what we are going to do", "what are we going to do", "action we will take", "actions we will take", "what needs to be done", "what will be done",
            "improvement action", "specific action", "key task", "sub task", "work package", "project milestone", "milestone event", "commitment", "recommendation", "improvement activity",
            "planned activity", "intervention",
        ),
        "status": (
            "status", "rag", "brag", "rag status", "rag rating", "current status", "progress rag", "delivery status", "progress status",
            "current rag", "brag rating", "delivery confidence", "state", "on track", "overall rag", "rating", "overall status", "health", "milestone status",
            "rag this month", "this month rag", "confidence", "delivery confidence assessment", "dca", "progress rating", "schedule rag", "rag rating now", "status now", "status this month",
            "colour", "traffic light", "current brag", "brag status", "forecast rag",
        ),
        "forecast": (
            "forecast", "due date", "due", "deadline", "target date", "end date", "finish", "finish date", "by when", "completion date",
            "revised date", "current forecast", "date due", "expected date", "expected completion", "delivery date", "when", "timescale", "timeframe",
            "revised due date", "forecast finish", "forecast completion", "forecast end", "planned completion", "target completion", "planned completion date",
            "estimated completion", "latest forecast", "current date", "planned end date", "planned date", "end", "complete by", "target", "revised forecast",
            "revised end date", "new date", "eta", "target completion date", "planned finish", "to be completed by", "timeline", "latest estimate", "delivery by",
        ),
        "baseline": (
            "baseline", "baseline date", "original date", "original due date", "baseline finish", "baseline end", "original deadline", "plan date",
            "original target date", "baselined date", "agreed date", "baseline completion", "original plan date", "planned", "baseline end date", "original",
            "first agreed", "plan", "original completion date", "date agreed",
        ),
        "actual": (
            "actual date", "actual", "date completed", "completed on", "completed", "actual finish", "actual completion", "actual end", "closed date",
            "date closed", "completion date actual", "achieved", "date achieved", "actual end date", "done on", "actual completion date", "delivered on", "date delivered",
        ),
        "progress": (
            "progress", "update", "progress update", "comments", "comment", "notes", "commentary", "latest update", "current position", "narrative",
            "latest position", "progress to date", "progress notes", "status update", "update this month", "monthly update", "progress commentary",
            "highlights", "what has happened", "remarks", "progress made", "update since last meeting", "latest progress", "what we have done", "where are we now", "where we are now", "current state", "position", "position statement", "what has been done so far", "what have we done", "achievements", "key achievements", "work completed",
            "activity this month", "progress since last report", "actions taken", "action taken", "latest commentary", "supporting commentary", "progress summary", "progress this period",
            "what has been achieved", "impact and progress",
        ),
        "path_to_green": (
            "path to green", "reason for delay", "recovery plan", "remedial action", "recovery action", "corrective action", "issues", "reason for rag",
            "mitigation", "return to green", "get to green", "issues and mitigation", "route to green", "actions to get back on track", "barriers",
            "reason for slippage", "risks and issues", "exception", "blockers", "reason for variance", "get well plan", "what is stopping us", "return to green plan", "what needs to happen to get back on track", "how we will get back on track", "how will we get back on track", "what will bring it back", "getting back on track", "what is needed to recover", "what needs to happen next to recover", "explanation if not on track", "exception report", "actions to recover", "obstacles", "challenges",
            "key risks and issues", "risks issues", "what is getting in the way", "support needed", "reason for delay and recovery", "corrective actions", "remedial actions",
        ),
        "impact": ("impact if missed", "impact of delay", "consequence of delay", "impact", "impact if not delivered", "consequence if missed", "impact if late", "if we miss it", "what if we miss it", "what happens if we miss it", "what happens if it is late", "if it is late", "if this slips", "if not delivered", "if it slips"),
        "evidence": ("evidence", "evidence of completion", "evidence reference", "proof", "evidence source", "evidence link", "where is the evidence", "evidence file", "evidence of impact", "source of evidence", "evidence available", "supporting evidence", "evidence of progress", "how do we know"),
        "depends_on": ("dependencies", "dependency", "depends on", "predecessor", "predecessors", "dependent on", "linked milestones", "interdependencies", "needs first"),
        "priority": ("plan priority", "priority", "workstream", "strategic priority", "priority area", "strand", "pillar", "work stream", "programme", "project area", "aim", "sef priority", "area", "plan theme", "reform priority"),
        "theme": ("theme", "topic", "sub theme", "thematic area"),
        "lead": (*_ROLES, "action lead", "action owner", "milestone owner", "workstream lead", "task owner", "project lead", "accountable lead", "resp", "milestone lead", "resource names", "resource name", "resource", "delivery owner", "deliverable owner"),
        "accountable": ("accountable", "sro", "sponsor", "executive lead", "accountable officer", "senior responsible owner", "accountable director", "exec sponsor", "strategic lead", "senior responsible officer", "senior owner", "director", "executive sponsor", "lead director", "responsible director", "head of service", "accountable owner", "project sponsor", "senior lead"),
        "success": ("success measure", "success criteria", "kpi", "measure", "measure of success", "acceptance criteria", "success measures", "outcome measure", "how will we know", "outcome", "intended outcome", "expected outcome", "definition of done", "what good looks like", "how will we measure success", "how will success be measured", "how will we know it has worked", "what good will look like", "target outcome", "success indicators", "outcome sought", "what difference will it make", "desired outcome", "measurable outcome", "measures", "outcomes", "completion criteria", "done when", "outcome impact", "impact measure", "success looks like", "what success looks like", "what does success look like", "what will success look like"),
        "reference": ("board reference", "plan reference", "decision reference", "board decision", "change request"),
        "shaped_by": ("co production", "how families shaped this", "engagement", "family voice", "coproduction", "how co produced", "voice of families"),
        "for_families": ("benefit to families", "impact on children and families", "impact on children and young people", "impact on children", "what difference will this make for families", "difference for children and families", "benefits for children and young people", "impact for families", "what this means for families", "impact on families", "benefit", "difference for families", "what will families notice", "what families will notice"),
    },
    Risk: {
        "own_id": (*_OWN_ID, "risk id", "risk ref", "risk no", "risk number", "risk reference", "register ref", "rid"),
        "title": (
            "risk", "risk description", "description", "description of risk", "risk title", "risk name", "risk event", "risk statement", "threat",
            "risk cause event effect", "cause event effect", "risk and cause", "there is a risk that", "what could go wrong", "title", "risk detail",
            "risk issue", "risk and impact", "risk summary", "summary", "the risk", "description of the risk", "event", "name", "potential risk", "principal risk", "strategic risk", "what is the risk", "what might happen", "what could happen", "risk headline", "corporate risk", "short description", "nature of risk", "hazard",
        ),
        "changed": ("what changed", "update", "progress", "comments", "latest update", "notes", "commentary", "update this month", "progress update", "comment", "movement commentary", "status update", "monthly update", "latest position", "remarks", "reason for change", "current position", "narrative", "progress on actions", "latest news", "position this month", "risk update", "review notes", "review comments", "rationale for score", "rationale", "why closed", "reason for closure", "reason closed", "closure reason", "why it was closed", "closing comment", "closure notes", "closure comments"),
        "status": ("status", "risk status", "open closed", "open or closed", "state", "current status", "live closed", "risk state", "open or closed"),
        "next_review": ("next review", "review date", "next review date", "date of next review", "review due", "to be reviewed", "review by", "due for review", "review", "next reviewed", "when will we look again", "date for review", "next update due", "next due for review", "review on"),
        "categories": ("escalation category", "escalation categories", "escalation", "mandatory category"),
        "controls": (
            "controls", "existing controls", "current controls", "controls in place", "mitigation", "mitigations", "mitigating actions", "mitigating action", "mitigation plan",
            "controls and mitigation", "key controls", "actions", "mitigation strategy", "control measures", "what are we doing about it", "risk response plan", "mitigation actions",
            "treatment plan", "countermeasure", "management actions", "action plan", "preventive action", "what we are doing", "response plan", "actions to mitigate", "planned actions",
            "controls actions", "action", "what are we doing", "what have we done about it", "how are we managing it", "existing mitigations", "current mitigation", "actions in place", "mitigation measures", "mitigating measures", "risk mitigation", "internal controls", "mitigating controls", "mitigation in place", "risk treatment plan", "what is in place",
        ),
        "gaps": ("gaps", "gaps in assurance", "gaps in control", "gaps in controls", "assurance gaps", "control gaps", "gap", "gaps in control and assurance", "gaps identified", "weaknesses in control"),
        "level": ("level", "risk level", "held at", "tier", "owned at"),
        "theme": ("theme", "topic", "sub theme"),
        "owner": (*_ROLES, "risk owner", "action owner", "risk lead", "owned by", "risk holder", "managed by", "manager", "risk manager", "risk handler", "control owner", "mitigation owner", "who owns the risk"),
        "response": ("response", "treatment", "risk response", "risk treatment", "approach", "treat tolerate transfer terminate", "4ts", "4 ts", "four ts", "response type", "strategy", "response strategy", "risk strategy", "treatment option", "risk approach", "risk management approach", "response category", "treat tolerate", "decision to treat or tolerate", "management strategy"),
        "target_date": ("target date", "due date", "action due", "action due date", "by when", "target completion", "deadline", "completion date", "date due", "implementation date", "due", "mitigation due", "actions due", "when", "timescale"),
        "last_reviewed": ("last reviewed", "last review", "date reviewed", "last updated", "date last reviewed", "reviewed", "date of last review", "date updated", "updated", "reviewed on", "last review date", "latest review", "date of last update", "last update", "last updated on", "date of last review", "date assessed", "last assessed", "assessed on", "date reviewed by group", "last looked at", "when last looked at", "last checked", "last discussed"),
        "decision": ("board decision", "decision id", "decision reference"),
        "proximity": ("proximity", "when might it happen", "timing", "risk proximity", "imminence", "when could it happen", "when could it happen", "expected timing", "when is it likely to happen", "time frame of risk", "how soon", "how soon could it happen", "how soon might it happen"),
        "linked": ("linked milestones", "linked", "related milestones", "milestones affected", "milestone affected", "linked to", "milestone ref", "related items", "threatens", "links to", "milestone it threatens", "milestones it threatens", "links to milestones", "which milestones"),
        "managed_by": ("superseded by", "merged with"),
    },
    QAFinding: {
        "own_id": (*_OWN_ID, "audit ref", "audit id", "finding id", "finding ref", "recommendation ref", "qa ref", "audit no"),
        "report": ("report", "audit", "report title", "audit title", "review", "title", "audit name", "activity", "qa activity", "audit topic", "survey", "audit or review", "source report", "focus", "quality assurance activity", "what was done", "what we did", "what we looked at", "what was looked at", "piece of work"),
        "report_date": ("report date", "date of report", "audit date", "date", "date of audit", "date completed", "date reported", "reported", "review date", "date issued", "month of audit"),
        "finding": ("finding", "findings", "key finding", "key findings", "what we found", "summary of findings", "learning", "headline finding", "conclusion", "headline", "issue identified", "key learning", "what it told us", "result", "main finding"),
        "reading": ("strength or concern", "reading", "strength concern", "overall judgement", "positive or negative", "judgement", "strength or area for development"),
        "assurance": ("assurance level", "assurance", "opinion", "audit opinion", "assurance rating", "level of assurance", "assurance opinion"),
        "status": ("status", "action status", "progress", "state", "rag", "loop closed", "current status", "done", "done yet", "has it been done", "is it done", "completed"),
        "due": ("due", "action due", "due date", "target date", "by when", "deadline", "completion date", "timescale"),
        "activity": ("activity type", "type", "type of activity", "method", "audit type", "methodology", "type of audit", "kind of activity", "type of review"),
        "source": ("source", "data set", "source data", "sample source", "data source", "cohort"),
        "theme": ("theme", "topic", "area"),
        "period_from": ("period from", "from", "start", "period start"),
        "period_to": ("period to", "to", "end", "period end"),
        "sample": ("sample size", "sample", "number of cases", "cases audited", "n", "number audited", "cases", "no of cases", "number sampled", "no audited", "responses", "plans audited", "files looked at"),
        "outstanding": ("outstanding",),
        "good": ("good",),
        "requires_improvement": ("requires improvement", "ri"),
        "inadequate": ("inadequate",),
        "line": ("line of assurance", "line"),
        "feedback": ("parent carer feedback", "family feedback included", "parental feedback", "families views included"),
        "sef": ("sef", "sef reference"),
        "linked": ("linked", "linked ids", "linked to"),
        "action": ("action", "recommendation", "recommendations", "actions", "action agreed", "agreed action", "next steps", "what we will do", "improvement action", "actions taken", "response", "management response"),
        "owner": (*_ROLES, "action owner", "recommendation owner"),
    },
    IndicatorFigure: {
        "indicator": ("indicator", "measure", "kpi", "metric", "performance indicator", "performance measure", "description", "name", "indicator name", "kpi description", "title"),
        "period_end": ("period end", "period", "month", "date", "quarter", "reporting period", "as at", "month end", "period ending", "month ending", "reporting month"),
        "numerator": ("numerator", "num", "count", "number in time"),
        "denominator": ("denominator", "den", "total", "base", "out of", "cohort", "denom"),
        "value": ("value", "figure", "result", "actual", "percentage", "%", "performance", "outturn", "per cent", "rate", "score"),
        "provisional": ("provisional", "prov", "provisional or final", "provisional yes no", "is it provisional"),
        "missing": ("reason if missing", "reason missing", "why blank", "why missing", "why no figure", "why is it blank", "reason blank", "reason for no data", "reason not available", "reason if blank"),
        "note": ("note", "notes", "comment", "comments", "commentary", "explanation"),
    },
}  # fmt: skip
"""Other names of columns, by the sheet and the column they stand for. Ratings of risks are told otherwise: `ratings`."""

NOWHERE: tuple[str, ...] = (
    "date raised", "date identified", "date opened", "date added", "date logged", "raised by", "identified by", "raised on", "start date", "planned start", "actual start", "start", "baseline start",
    "forecast start", "category", "risk category", "type", "risk type", "trend", "direction of travel", "movement", "change since last month", "% complete", "percent complete", "complete %", "duration", "days", "cost",
    "budget", "risk rag", "previous score", "last month score", "created", "created by", "source", "link", "version", "unit", "rag last month", "last month", "task mode", "better or worse", "is it getting better or worse", "velocity", "risk velocity", "cost impact", "financial impact", "updated by", "last update by", "approved by", "reporter",
    "resolution", "issue type", "labels", "department", "directorate", "service area", "service", "critical path", "previous forecast", "last forecast", "last month forecast", "assurance rating", "sources of assurance",
    "adequacy of controls", "risk appetite", "appetite", "early warning", "early warning indicators", "strategic objective", "corporate objective", "objective reference", "corporate priority", "partner agencies",
    "partners", "finish variance", "slippage", "resource group", "risk sponsor", "status date", "priority level", "trend arrow", "risk trend", "change", "change in score", "score change", "movement in score",
    "confidentiality", "funding", "funding source", "progress percentage", "effort", "raised", "opened", "months open", "age", "escalated to", "forum", "meeting", "risk source", "phase", "stage", "previous rag", "previous status", "days late", "variance", "data source", "closed on", "date of closure", "closure date",
)  # fmt: skip
"""Headings that are known and have no place on our forms: a likeness to one of ours counts only where it is greater."""

BROADER = frozenset({"objective", "project", "summary", "name", "outcome", "area", "title", "description", "event"})
"""Headings that may stand for what an item is where nothing narrower does: “Objective” beside “Action”."""

PARTS: Mapping[type[Row], Mapping[str, tuple[str, ...]]] = {
    Milestone: {"progress": ("update", "comments", "notes", "next steps", "next month", "commentary"), "path_to_green": ("mitigation", "issues", "reason for delay")},
    Risk: {
        "title": ("cause", "causes", "risk cause", "event", "risk event", "effect", "effects", "consequence", "consequences", "impact description", "description", "risk description", "risk title", "trigger", "potential impact", "root cause", "impact statement", "potential consequences", "result", "leading to", "title", "risk trigger", "triggers", "risk factors", "risk causes", "vulnerability", "potential cause", "source of risk", "effect on objectives", "what would happen", "because of", "as a result of", "due to"),
        "controls": ("existing controls", "existing control measures", "control measures", "mitigating action", "current controls", "mitigation", "mitigating actions", "further actions", "further action required", "planned actions", "actions", "additional controls", "further mitigation", "additional actions", "contingency", "contingency plan", "mitigation plan", "controls", "further mitigations", "further mitigation planned", "planned mitigation", "additional mitigation", "further control", "planned controls", "future actions", "action plan", "next steps", "mitigating actions planned", "fallback plan", "what more do we need to do", "what else will we do", "assurance actions", "actions to address gaps", "recommended action"),
        "changed": ("comments", "update", "notes", "progress", "rationale"),
    },
    QAFinding: {"finding": ("findings", "key findings", "learning", "strengths", "areas for development", "areas for improvement", "what we found"), "action": ("recommendation", "actions", "recommendations", "action")},
}  # fmt: skip
"""Columns of words that stand together under one of our headings, in their order: a cause, an event and an effect are one risk."""

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "milestone_status": {
        "complete": ("done", "completed", "complete", "delivered", "achieved", "closed", "finished", "blue", "met", "100", "implemented", "embedded"),
        "on_track": ("green", "on target", "on schedule", "on course", "on time", "progressing well", "on plan"),
        "at_risk": ("amber", "yellow", "some slippage", "some concern", "minor delay", "minor issues", "slipping", "some delay", "at risk of delay", "amber red", "amber green"),
        "off_track": ("red", "delayed", "overdue", "late", "behind", "behind schedule", "off target", "missed", "significant delay", "major delay", "not on track"),
        "not_started": ("not started", "not yet started", "not begun", "planned", "not yet due", "future", "white", "to do", "to start", "grey", "upcoming", "not commenced"),
        "paused": ("on hold", "paused", "suspended", "hold", "parked"),
        "withdrawn": ("cancelled", "canceled", "withdrawn", "no longer required", "removed", "dropped", "superseded"),
    },
    "risk_status": {
        "open": ("open", "live", "active", "current", "ongoing", "monitoring", "mitigating", "new", "in progress", "being managed", "under review", "monitored", "escalated", "open increasing", "open stable"),
        "closed": ("closed", "close", "resolved", "mitigated", "expired", "retired", "inactive", "completed", "complete"),
        "issue": ("issue", "occurred", "materialised", "realised", "became an issue", "now an issue", "crystallised"),
        "managed": ("merged", "transferred to another risk", "managed elsewhere"),
    },
    "risk_response": {
        "treat": ("treat", "mitigate", "reduce", "control", "manage", "mitigation", "treating", "reduction", "mitigating"),
        "tolerate": ("tolerate", "accept", "accepted", "acceptance", "monitor", "retain"),
        "transfer": ("transfer", "share", "insure", "transferred"),
        "terminate": ("terminate", "avoid", "remove", "stop", "avoidance", "eliminate"),
    },
    "likelihood": {
        "1": ("very low", "rare", "remote", "very unlikely", "highly unlikely", "improbable", "vl", "negligible"),
        "2": ("low", "unlikely", "l"),
        "3": ("medium", "possible", "moderate", "med", "m", "occasional"),
        "4": ("high", "likely", "probable", "h"),
        "5": ("very high", "almost certain", "certain", "very likely", "vh", "highly likely", "highly probable", "imminent"),
    },
    "consequence": {
        "1": ("very low", "negligible", "insignificant", "minimal", "trivial", "vl"),
        "2": ("low", "minor", "l"),
        "3": ("medium", "moderate", "significant", "med", "m"),
        "4": ("high", "major", "serious", "h"),
        "5": ("very high", "catastrophic", "critical", "severe", "extreme", "vh"),
    },
    "reading": {
        "strength": ("positive", "strength", "green", "good", "good practice"),
        "mixed": ("mixed", "amber", "partial"),
        "concern": ("concern", "negative", "red", "area for development", "area for improvement", "weakness", "poor"),
    },
    "assurance": {
        "substantial": ("full", "high", "substantial", "significant", "strong", "green"),
        "reasonable": ("moderate", "adequate", "reasonable", "satisfactory", "medium"),
        "limited": ("limited", "partial", "low", "weak", "minimal", "amber"),
        "none": ("none", "no", "no assurance", "nil", "unsatisfactory", "red"),
    },
    "finding_status": {
        "open": ("open", "not started", "outstanding", "red"),
        "in_hand": ("in progress", "in hand", "under way", "underway", "ongoing", "amber", "started"),
        "closed": ("closed", "complete", "completed", "done", "implemented", "loop closed", "green", "blue"),
    },
    "activity": {
        "audit": ("audit", "case file audit", "file audit", "single agency audit", "internal audit", "desktop audit"),
        "joint_audit": ("multi agency audit", "joint audit", "maca"),
        "dip_sample": ("dip sample", "dip sampling", "sample", "moderation"),
        "thematic": ("thematic", "thematic audit", "deep dive", "thematic review"),
        "survey": ("survey", "questionnaire", "feedback survey"),
        "complaints": ("complaints", "complaint review", "complaints analysis", "tribunal learning", "learning review"),
        "peer_review": ("peer review", "peer challenge", "lga peer review"),
        "inspection": ("inspection", "ofsted", "area send inspection"),
    },
    "proximity": {
        "1m": ("imminent", "immediate", "within a month", "now", "within 1 month", "0 1 months"),
        "3m": ("1 3 months", "short term", "within 3 months", "this quarter", "next 3 months"),
        "6m": ("3 6 months", "medium term", "within 6 months"),
        "later": ("long term", "over 6 months", "6 12 months", "within a year", "12 months", "more than 6 months"),
    },
    "yes_no": {"yes": ("yes", "y", "true"), "no": ("no", "n", "false")},
    "level": {"delivery": ("workspace", "delivery", "project", "operational", "programme", "local"), "system": ("system", "board", "strategic", "partnership", "corporate")},
}  # fmt: skip
"""Other names of the words of our lists, by their meaning. What `pack.toml` says goes before."""

COARSE = frozenset({"low", "medium", "high", "med", "l", "m", "h", "very low", "very high", "vl", "vh", "moderate"})
"""Words of scales with fewer than five places, or others than ours: their place on ours is a proposal to look at."""
