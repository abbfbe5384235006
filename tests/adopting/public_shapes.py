"""Registers of one table each, headed as public ones are: assurance frameworks, council and trust registers, plans out of planning programs.

Each gives its headings with where each belongs, its rows, and how many items they are. All of it is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kept_elsewhere import NOT, OUT, Answer, Register, lines
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook


def headed(
    name: str, sheet: str, row: int, becomes: str, columns: dict[str, str], *rows: list[object], items: int | None = None
) -> Register:
    """A register whose headings stand on a row, each with where it belongs."""
    answer = Answer(
        sheet,
        row,
        becomes,
        {get_column_letter(n): goes for n, goes in enumerate(columns.values(), start=1)},
        len(rows) if items is None else items,
    )
    return Register(name, _drawn(sheet, row, [list(columns), *rows]), (answer,))


def _drawn(sheet: str, row: int, all_lines: list[list[object]]) -> Callable[[Workbook], None]:
    return lambda book: lines(book.create_sheet(sheet), row, all_lines)


PUBLIC_SHAPES = (
    headed(
        "assurance-framework", "BAF", 3, "Risks",
        {"BAF Ref": "Your own ID", "Strategic objective": NOT, "Principal risk": "Risk: cause, event, effect", "Lead director": "Owner (role)", "Initial risk score (C x L)": "Inherent likelihood and impact", "Key controls": "Controls and mitigation", "Sources of assurance": NOT, "Gaps in control / assurance": "Gaps in assurance", "Current risk score (C x L)": "Likelihood and impact", "Actions to address gaps": "Controls and mitigation", "Timescale": "Target date", "Target risk score (C x L)": "Target likelihood and impact", "Assurance rating": NOT},
        ["BAF1", "Improve timeliness", "Failure to recruit psychologists delays advice", "Director of Education", "4x5=20", "Agency contract in place", "Monthly report to board", "No workforce strategy", "4x4=16", "Write workforce strategy", date(2026, 9, 30), "4x2=8", "Amber"],
        ["BAF2", "Sufficiency", "Not enough special school places from September", "Director of Children's Services", "5x4=20", "Capital programme", "Capital board minutes", "Forecast not refreshed", "5x3=15", "Refresh the forecast", date(2026, 10, 31), "5x2=10", "Green"],
        ["BAF3", "Trust", "Families lose confidence in the plan", "Director of Education", "3x4=12", "Co-production charter", "Forum feedback", "None identified", "3x3=9", "Quarterly survey", date(2026, 11, 30), "3x2=6", "Green"],
    ),
    headed(
        "council-register", "Strategic Risks Q1", 5, "Risks",
        {"Risk No.": "Your own ID", "Risk Title": "Risk: cause, event, effect", "Risk Trigger": "Risk: cause, event, effect", "Potential Consequences": "Risk: cause, event, effect", "Existing Mitigations": "Controls and mitigation", "Current Likelihood Score": "Likelihood now", "Current Impact Score": "Impact now", "Current Risk Rating": OUT, "Direction of Travel": NOT, "Further Mitigations Planned": "Controls and mitigation", "Completion date for further mitigations": "Target date", "Risk Sponsor": NOT, "Risk Manager": "Owner (role)", "Date of last review": "Last reviewed"},
        ["SR1", "Placement costs", "Demand rises faster than places", "Deficit grows; other services cut", "Panel; banding", 4, 5, 20, "↑", "New free school", date(2026, 9, 1), "Chief Finance Officer", "Head of SEND", date(2026, 5, 2)],
        ["SR2", "Tribunals", "Decisions poorly evidenced", "Costs and delay for families", "Legal training", 3, 4, 12, "→", "Mediation offer", date(2026, 10, 1), "Director of Education", "Tribunal manager", date(2026, 5, 2)],
        ["SR3", "Data quality", "Returns from schools incomplete", "Wrong figures reported", "Monthly audit", 3, 3, 9, "↓", "New portal", date(2026, 12, 1), "Chief Digital Officer", "Data manager", date(2026, 5, 2)],
    ),
    headed(
        "raid-log", "RAID", 2, "Risks",
        {"RAID ID": "Your own ID", "Type": NOT, "Description": "Risk: cause, event, effect", "Date raised": NOT, "Raised by": NOT, "Prob.": "Likelihood now", "Imp.": "Impact now", "Severity": OUT, "When could it happen?": "Proximity", "Countermeasures": "Controls and mitigation", "Actionee": "Owner (role)", "Last update": "Last reviewed", "Open / Closed": "Status"},
        ["1", "Risk", "Supplier of the case system withdraws", date(2026, 1, 5), "PMO", 2, 5, 10, "3-6 months", "Exit plan agreed", "Systems lead", date(2026, 6, 1), "Open"],
        ["2", "Risk", "School places are late", date(2026, 1, 9), "Capital lead", 4, 4, 16, "Imminent", "Temporary classrooms", "Capital lead", date(2026, 6, 2), "Open"],
        ["3", "Risk", "Health advice is late", date(2026, 2, 9), "DCO", 3, 4, 12, "1-3 months", "Weekly tracker", "Designated clinical officer", date(2026, 6, 2), "Closed"],
    ),
    headed(
        "improvement-plan", "Improvement plan", 4, "Milestones",
        {"SIP Ref": "Your own ID", "Priority area": NOT, "Area for improvement": NOT, "What we are going to do": "Milestone", "Who is leading": "Action lead (role)", "Start": NOT, "By when (end date)": "Forecast now", "BRAG": "Status now", "Progress to date / next steps": "Progress this month", "Impact on children and families": "What this means for families", "How will we measure success?": "Success measure", "Evidence of impact": "Evidence reference"},
        ["1a", "Priority 1: timeliness", "EHC plans are late", "Hold weekly panels with health", "Head of SEND", date(2026, 1, 5), date(2026, 7, 31), "Green", "Panels held weekly", "Plans sooner", "90% in 20 weeks", "Dashboard"],
        ["1b", "Priority 1: timeliness", "Advice is late", "Recruit two psychologists", "Principal EP", date(2026, 1, 5), date(2026, 9, 30), "Amber", "One appointed", "Advice sooner", "All posts filled", "HR report"],
        ["2a", "Priority 2: quality", "Plans vary", "Audit 20 plans a month", "QA lead", date(2026, 2, 5), date(2026, 12, 31), "Blue", "Done since May", "Better plans", "80% good", "Audit log"],
    ),
    headed(
        "planning-program", "Task_Table1", 1, "Milestones",
        {"ID": "Your own ID", "Task Mode": NOT, "Task Name": "Milestone", "Duration": NOT, "Start": NOT, "Finish": "Forecast now", "% Complete": NOT, "Predecessors": "Depends on (IDs)", "Resource Names": "Action lead (role)", "Baseline Finish": "Baseline date", "Finish Variance": NOT, "Notes": "Progress this month"},
        [12, "Auto Scheduled", "Banding tool agreed", "20 days", date(2026, 1, 5), date(2026, 6, 30), "80%", "", "Head of SEND", date(2026, 5, 29), "22 days", "Two workshops held"],
        [13, "Auto Scheduled", "Outreach offer published", "30 days", date(2026, 2, 5), date(2026, 7, 30), "10%", "12", "Inclusion manager", date(2026, 7, 30), "0 days", None],
        [14, "Auto Scheduled", "Resource base opens", "60 days", date(2026, 3, 5), date(2026, 9, 1), "0%", "12,13", "Capital lead", date(2026, 9, 1), "0 days", None],
    ),
    headed(
        "highlight-report", "Milestones", 6, "Milestones",
        {"Ref": "Your own ID", "Workstream": NOT, "Milestone": "Milestone", "Owner": "Action lead (role)", "SRO": "Accountable (role)", "Baseline date": "Baseline date", "Previous forecast": NOT, "Current forecast": "Forecast now", "Actual": "Actual date, if complete", "RAG (last month)": NOT, "RAG (this month)": "Status now", "Commentary": "Progress this month", "Return to green plan": "Reason and path to green", "Interdependencies": "Depends on (IDs)"},
        ["M1", "Timeliness", "Banding tool agreed", "Head of SEND", "Director of Education", date(2026, 5, 29), date(2026, 6, 15), date(2026, 6, 30), None, "A", "R", "Workshops held", "Escalate to schools forum", "M2"],
        ["M2", "Places", "Resource base opens", "Capital lead", "Director of Property", date(2026, 9, 1), date(2026, 9, 1), date(2026, 9, 1), None, "G", "G", "On site", None, None],
        ["M3", "Quality", "Audit tool in use", "QA lead", "Director of Education", date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1), "G", "B", "In use", None, None],
    ),
    headed(
        "ticket-export", "export", 1, "Milestones",
        {"Key": "Your own ID", "Issue Type": NOT, "Summary": "Milestone", "Assignee": "Action lead (role)", "Reporter": NOT, "Priority": NOT, "Status": "Status now", "Due date": "Forecast now", "Updated": NOT, "Resolution": NOT},
        ["SEND-1", "Milestone", "Banding tool agreed", "Head of SEND", "PMO", "High", "In Progress", date(2026, 6, 30), date(2026, 6, 1), "Unresolved"],
        ["SEND-2", "Milestone", "Outreach offer published", "Inclusion manager", "PMO", "Low", "Done", date(2026, 5, 30), date(2026, 6, 1), "Fixed"],
        ["SEND-3", "Milestone", "Portal live", "Systems lead", "PMO", "Low", "To Do", date(2026, 9, 30), date(2026, 6, 1), "Unresolved"],
    ),
    headed(
        "recommendations", "Recommendations", 2, "QA findings",
        {"Rec No": "Your own ID", "Audit title": "Report", "Date of final report": "Report date", "Overall opinion": "Assurance level", "Finding": "Finding", "Agreed management action": "Action", "Priority (H/M/L)": NOT, "Responsible officer": "Owner (role)", "Original target date": NOT, "Revised target date": "Action due now", "Implementation status": "Status now"},
        ["1.1", "EHC plan timeliness", date(2026, 3, 1), "Limited", "No single tracker", "Build one tracker", "High", "Head of SEND", date(2026, 6, 1), date(2026, 7, 1), "In progress"],
        ["1.2", "EHC plan timeliness", date(2026, 3, 1), "Limited", "Advice not chased", "Chase weekly", "Medium", "EP lead", date(2026, 6, 1), None, "Implemented"],
        ["2.1", "Placements", date(2026, 4, 1), "Reasonable", "Contracts unsigned", "Sign contracts", "High", "Commissioning lead", date(2026, 8, 1), None, "Outstanding"],
    ),
    headed(
        "departmental-milestones", "Departmental milestones", 1, "Milestones",
        {"Serial": "Your own ID", "Project Area": NOT, "Milestone / Deliverable": "Milestone", "Delivery Owner": "Action lead (role)", "Planned Delivery Date": "Baseline date", "Latest Forecast Delivery Date": "Forecast now", "Actual Delivery Date": "Actual date, if complete", "Confidence (DCA)": "Status now", "Comment on confidence": "Progress this month", "Critical path (Y/N)": NOT},
        ["001", "Places", "Site handed over", "Capital lead", date(2026, 5, 1), date(2026, 6, 1), None, "Amber/Red", "Utilities delayed", "Y"],
        ["002", "Places", "Doors open", "Capital lead", date(2026, 9, 1), date(2026, 9, 1), None, "Green", "On plan", "Y"],
        ["003", "People", "Teachers hired", "HR lead", date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 3), "Complete", "Done", "N"],
    ),
    headed(
        "trust-register", "Risk register extract", 1, "Risks",
        {"Datix ID": "Your own ID", "Opened": NOT, "Title": "Risk: cause, event, effect", "Description": "Risk: cause, event, effect", "Risk level (current)": NOT, "Controls in place": "Controls and mitigation", "Gaps in controls": "Gaps in assurance", "Consequence (current)": "Impact now", "Likelihood (current)": "Likelihood now", "Rating (current)": OUT, "Handler": "Owner (role)", "Area": NOT, "Review date": "Next review", "Adequacy of controls": NOT, "Rating (Target)": NOT},
        ["3341", date(2026, 1, 5), "Therapy waits", "Children wait over 18 weeks for therapy", "High Risk", "Triage clinic", "No second clinic", 4, 4, 16, "Therapy lead", "Head of therapies", date(2026, 7, 1), "Inadequate", 6],
        ["3342", date(2026, 1, 9), "Advice late", "Advice for plans is late", "Moderate Risk", "Tracker", "None", 3, 3, 9, "DCO", "Head of nursing", date(2026, 8, 1), "Adequate", 4],
        ["3343", date(2026, 2, 9), "Records", "Two systems hold records", "Low Risk", "Monthly match", "Old system", 2, 3, 6, "Data lead", "Head of digital", date(2026, 8, 1), "Adequate", 4],
    ),
    headed(
        "plain-questions", "Risks", 1, "Risks",
        {"#": "Your own ID", "What is the risk?": "Risk: cause, event, effect", "How likely is it?": "Likelihood now", "How bad would it be?": "Impact now", "Score": OUT, "What are we doing about it?": "Controls and mitigation", "Who owns it?": "Owner (role)", "When will we look again?": "Next review", "Is it getting better or worse?": NOT},
        [1, "Transport is late", "Likely", "Major", 16, "New contract", "Transport lead", date(2026, 7, 1), "Worse"],
        [2, "Phone line fails", "Unlikely", "Minor", 4, "Spare line", "Systems lead", date(2026, 8, 1), "Same"],
        [3, "Staff leave", "Possible", "Moderate", 9, "Pay review", "HR lead", date(2026, 9, 1), "Same"],
    ),
    headed(
        "score-alone", "Risk log", 1, "Risks",
        {"Risk": "Risk: cause, event, effect", "Score": NOT, "Owner": "Owner (role)", "Mitigating actions": "Controls and mitigation", "Update": "What changed this month"},
        ["Transport is late", 16, "Transport lead", "New contract", "Signed in May"],
        ["Phone line fails", 4, "Systems lead", "Spare line", "Tested"],
        ["Staff leave", 9, "HR lead", "Pay review", "Agreed"],
    ),
    headed(
        "continued-and-twice", "Risks", 1, "Risks",
        {"Ref": "Your own ID", "Risk": "Risk: cause, event, effect", "Owner": "Owner (role)", "Likelihood": "Likelihood now", "Impact": "Impact now", "Mitigation": "Controls and mitigation"},
        ["R1", "Transport is late", "Transport lead", 4, 4, "New contract"],
        ["R1 (continued)", "Transport is late (continued)", "Transport lead", 4, 4, "Second contract"],
        ["R2", "Phone line fails", "Systems lead", 2, 2, "Spare line"],
        ["R2", "Phone line fails", "Systems lead", 2, 2, "Spare line"],
        ["R3", "Staff leave", "HR lead", 3, 3, "Pay review"],
        ["R3", "Heads leave", "HR lead", 3, 3, "Pay review"],
        items=4,
    ),
    headed(
        "outcomes-framework", "Outcomes framework", 2, "Milestones",
        {"Line": "Your own ID", "Outcome we want": NOT, "Action we will take": "Milestone", "Accountable": "Accountable (role)", "Lead": "Action lead (role)", "Timeframe": "Forecast now", "Position at June 2026": "Progress this month", "RAG": "Status now", "What good will look like": "Success measure", "What is stopping us?": "Reason and path to green", "Partner agencies": NOT},
        [1, "Plans are timely", "Weekly panel", "Director of Education", "Head of SEND", "July 2026", "Running", "G", "90% on time", None, "ICB"],
        [2, "Advice is good", "Template", "DCO", "EP lead", "Sept 2026", "Drafted", "A", "Fewer returns", "Capacity", "ICB"],
        [3, "Places", "Resource base", "Director of Property", "Capital lead", "Dec 2026", "On site", "G", "Open", "Utilities", "Trust"],
    ),
)  # fmt: skip
